"""Quotation marks around new text that begins with a heading or a number: both are taken off and reported, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from amend.model.melding import Melding
from amend.model.tree import Soort
from amend.read import codes
from amend.read.kop_boven import leest_als_opschrift
from amend.read.koppen import kop_van
from amend.read.merken import splits
from amend.read.regels import Regel, regel_na

_PAREN: Final = {"<<": ">>", "«": "»", "“": "”", "„": "”“", "‘": "’", '"': '"', "'": "'"}
_OPEN: Final = re.compile(r"(<<|[«“„‘\"'])\s*(?=\S)")


def zonder_aanhaling(regels: Sequence[Regel]) -> tuple[list[Regel], list[Melding]]:
    """The lines of new text without the quotation marks around it (W133), or around one of its headings."""
    uit = list(regels)
    meldingen: list[Melding] = []
    geopend = [i for i, regel in enumerate(uit) if not regel.merk and _opent(regel.tekst, eerste=i == 0)]
    if not geopend and uit and _opent_opschrift(uit[0], regel_na(uit, 0)):
        geopend = [0]
    for i, volgende in zip(geopend, [*geopend[1:], len(uit)], strict=False):
        open_ = _OPEN.match(uit[i].tekst)
        if open_ is None:
            continue
        slot = next((j for j in (i, volgende - 1) if _sluit(uit[j].tekst, open_[1])), None)
        meldingen.append(_melding(uit[i], gesloten=slot is not None))
        if slot is not None:
            uit[slot] = _zonder_slot(uit[slot], open_[1])
        uit[i] = _met_merk(uit[i].staart(open_.end()))
    return uit, meldingen


def _opent(tekst: str, *, eerste: bool) -> bool:
    """True when a quotation mark opens new text: before a heading, or before the number of a first lid or item."""
    open_ = _OPEN.match(tekst)
    if open_ is None:
        return False
    rest = tekst[open_.end() :]
    return kop_van(rest) is not None or (eerste and bool(splits(rest).merk))


def _opent_opschrift(eerste: Regel, tweede: Regel | None) -> bool:
    """True when a quotation mark opens the heading that stands above the number of an article."""
    open_ = _OPEN.match(eerste.tekst) if not eerste.merk else None
    kop = kop_van(tweede.tekst) if tweede and not tweede.merk else None
    bloot = kop is not None and kop.soort is Soort.ARTIKEL and not kop.opschrift and not kop.rest
    return open_ is not None and bloot and leest_als_opschrift(eerste.staart(open_.end()))


def _sluit(tekst: str, open_: str) -> bool:
    kaal = tekst.rstrip().removesuffix(".").removesuffix(";")
    return kaal.endswith(">>") if open_ == "<<" else kaal[-1:] in _PAREN[open_] and bool(kaal)


def _zonder_slot(regel: Regel, open_: str) -> Regel:
    """The line without its closing mark; a stop after that mark belongs to the instruction."""
    kaal = regel.tekst.rstrip().removesuffix(".").removesuffix(";")
    return replace(regel, tekst=kaal[: -len(open_)].rstrip())


def _met_merk(regel: Regel) -> Regel:
    merk = splits(regel.tekst)
    if not merk.merk:
        return regel
    rest = regel.staart(merk.begin)
    plek = (regel.bron[0][1], regel.bron[0][2]) if regel.bron else (0, 0)
    return Regel(rest.tekst, rest.bron, merk.merk, "", plek)


def _melding(regel: Regel, *, gesloten: bool) -> Melding:
    begin = regel.tekst.strip("<>«»“”„‘’\"'. ")[:40]
    if gesloten:
        zin = f"De aanhalingstekens om “{begin}” zijn weggelaten."
        return codes.AANHALING.melding(zin, regel.plek, "Nieuwe tekst staat zonder aanhalingstekens.")
    zin = f"Het aanhalingsteken voor “{begin}” is weggelaten; een sluitend teken ontbreekt."
    return codes.AANHALING.melding(zin, regel.plek, "Controleer of daar ook een aanhalingsteken te veel staat.")
