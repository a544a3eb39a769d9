"""The lines of a decision divided over its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amend.read.besluit_tekst.deel import ROMEINS, Deel, artikelkop, wijzigt_regeling
from amend.read.besluit_tekst.eigen_artikel import is_eigen_artikel, is_tussenkop
from amend.read.besluit_tekst.einde import eindigt
from amend.read.instructietaal import is_kader, kondigt_aan, lijkt_instructie
from amend.read.koppen import kop_van
from amend.read.regels import Regel
from amend.read.slotzin import is_deelkop, is_slotkop, opent_slot


def verdeel(regels: Sequence[Regel], begin: int) -> tuple[list[Deel], int]:
    """The articles of the decision, and the index where the closing (or what replaces it) begins."""
    eerste = next((k for r in regels[begin : begin + 2] if (k := artikelkop(r))), None)
    romeins = eerste is not None and bool(ROMEINS.match(eerste.nummer))
    delen = [] if eerste is not None and artikelkop(regels[begin]) is not None else [Deel(None, None)]
    plek = begin
    while plek < len(regels):
        regel = regels[plek]
        if delen and eindigt(regels, plek, delen):
            break
        kop = artikelkop(regel)
        if kop is not None and (not delen or is_eigen_artikel(kop, delen, romeins)):
            delen.append(Deel(kop, regel))
        elif is_tussenkop(regels, plek, begin, delen, romeins) and not _wacht_op_tekst(delen):
            delen.append(Deel(kop_van(regel.tekst), regel))
        elif delen and _opent_eigen_slot(regels, plek, delen[-1]):
            delen.append(_slotdeel(delen[-1], regel))
        else:
            delen[-1].regels.append(regel)
        plek += 1
    return [deel for deel in delen if deel.kop or deel.regels], plek


def _wacht_op_tekst(delen: Sequence[Deel]) -> bool:
    """True directly below "Het opschrift van hoofdstuk 2 komt te luiden:": the heading is the new text (F81)."""
    regels = delen[-1].regels if delen else []
    laatste = regels[-1].tekst if regels else ""
    return lijkt_instructie(laatste) and kondigt_aan(laatste) and not is_kader(laatste)


def _opent_eigen_slot(regels: Sequence[Regel], plek: int, deel: Deel) -> bool:
    """True when a provision about the decision itself stands below its instructions (never new text, G17).

    A long part that does not instruct is looked at again only after it has doubled.
    """
    if deel.nagezien > 50 and len(deel.regels) < 2 * deel.nagezien:
        return False
    if not opent_slot(regels, plek, plek - len(deel.regels)):
        return False
    wijzigt = wijzigt_regeling(deel)
    deel.nagezien = 0 if wijzigt else len(deel.regels)
    return wijzigt


def _slotdeel(vorige: Deel, regel: Regel) -> Deel:
    """The provision as an article, with the part number and heading that stand directly above it."""
    slot = Deel(None, None, [regel])
    if regel.merk:
        slot = Deel(None, None, [replace(regel, merk="", weg="", merkplek=(0, 0))], nummer=regel.merk)
    if vorige.regels and is_slotkop(vorige.regels[-1]):
        slot.opschrift = vorige.regels.pop().tekst
    if vorige.regels and not slot.nummer and is_deelkop(vorige.regels[-1]):
        slot.nummer = vorige.regels.pop().heel
    return slot
