"""Repealing whole elements and their parts: "X vervalt" (F36, F64-F70)."""

from __future__ import annotations

from dataclasses import replace

from amend.apply import codes
from amend.apply.bind import bind_alle
from amend.apply.bind_tabel import rijen
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.kiezen import vervallen
from amend.apply.lijsten import controleer_laatste
from amend.apply.opschriften import verwijder_opschrift
from amend.apply.stubs import laat_vervallen
from amend.apply.tekst_in import verwijder_zinnen
from amend.apply.werk import Werk, zeg
from amend.model.operations import Ontnummer, Vernummer, Verwijder
from amend.model.tree import ITEMS, Pad, Soort

_GETELD = ITEMS | {Soort.AL, Soort.RIJ, Soort.TABEL}


def verwijder_elementen(werk: Werk, op: Verwijder) -> None:
    """Execute "vervalt": all addresses are read in the text before this sentence (F70), then all are removed."""
    doelen = [p for p in op.doel if not (p and p.laatste.soort == "opschrift" and p.ouder in op.doel)]
    plekken = bind_alle(werk, doelen)
    if not plekken:
        werk.weiger(codes.ADRES, "de instructie noemt geen element dat vervalt.")
    if any(not plek.pad and plek.deel is Deel.ELEMENT for plek in plekken):
        werk.weiger(codes.ADRES, "een hele regeling vervalt niet maar wordt ingetrokken.")
    elementen = {plek.pad for plek in plekken if plek.deel is Deel.ELEMENT}
    for plek in sorted(plekken, key=lambda p: (p.pad, p.van), reverse=True):
        if not _in_vervallen(plek, elementen):
            _verwijder_een(werk, plek)
    for ouder in sorted({pad[:-1] for pad in elementen}, reverse=True):
        _controleer_rest(werk, ouder, max(pad[-1] for pad in elementen if pad[:-1] == ouder))


def _in_vervallen(plek: Doelwit, elementen: set[Pad]) -> bool:
    """True for a part of an element that lapses as a whole ("artikel 64 en het opschrift daarvan")."""
    diepten = range(1, len(plek.pad) + (plek.deel is not Deel.ELEMENT))
    return any(plek.pad[:diepte] in elementen for diepte in diepten)


def _verwijder_een(werk: Werk, plek: Doelwit) -> None:
    node = werk.node(plek.pad)
    if plek.deel is Deel.OPSCHRIFT:
        verwijder_opschrift(werk, plek.pad, plek.plaats)
    elif plek.deel is Deel.TEKENS:
        verwijder_zinnen(werk, plek)
    elif plek.deel is Deel.BLOKKEN:
        werk.vervang_kinderen(plek.pad, plek.van, plek.tot, ())
    elif plek.deel is Deel.KOLOM:
        _verwijder_kolom(werk, plek)
    elif node.soort is Soort.CEL:
        werk.zet(plek.pad, replace(node, tekst=(), kinderen=()))
    else:
        laat_vervallen(werk, plek.pad)
        if node.soort in _GETELD:
            werk.geteld_gewijzigd.add(plek.pad[:-1])


def _verwijder_kolom(werk: Werk, plek: Doelwit) -> None:
    tabel = werk.node(plek.pad)
    if any(naam == "amend:tgroup" for naam, _ in tabel.extra):
        werk.weiger(
            codes.TABEL, f"{zeg(plek.plaats)}: een kolom verwijderen uit deze tabel kan niet; vervang de hele tabel."
        )
    for pad, rij in rijen(tabel, plek.pad):
        werk.zet(pad, replace(rij, kinderen=rij.kinderen[: plek.van] + rij.kinderen[plek.van + 1 :]))


def _controleer_rest(werk: Werk, ouder_pad: Pad, hoogste: int) -> None:
    """After the removal: closing marks, one lid left, nothing left."""
    try:
        ouder = werk.node(ouder_pad)
    except IndexError:
        return
    if vervallen(ouder):
        return
    if ouder.soort is Soort.LIJST and ouder.kinderen:
        if hoogste >= len(ouder.kinderen):
            controleer_laatste(werk, ouder_pad)
    elif ouder.soort is Soort.ARTIKEL:
        over = [kind for kind in ouder.kinderen if kind.soort is Soort.LID]
        ontnummerd = any(isinstance(op, Ontnummer) for op in werk.stap.bewerkingen)
        if len(over) == 1 and not ontnummerd:
            vernummerd = any(isinstance(op, Vernummer) for op in werk.stap.bewerkingen)
            nummer = "een nummer" if vernummerd else f"zijn nummer {over[0].nummer}"
            werk.meld(codes.ENIG_LID, f"artikel {ouder.nummer} heeft nog één lid, dat {nummer} houdt.")
        elif not ouder.kinderen and not ouder.tekst:
            werk.meld(codes.LEEG, f"artikel {ouder.nummer} heeft geen tekst meer.")
