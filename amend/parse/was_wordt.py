"""Old and new text side by side (F93): each row of the table is one replacement, the old text its condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.model.address import Niveau, Plaats, in_context
from amend.model.operations import Handeling, Kader, Vervang, Verwijder
from amend.model.tree import Node, Soort, zichtbare_tekst
from amend.parse.fragment import lees_plaatsen

_OUD: Final = re.compile(r"(?:de\s+)?(?:oude|huidige|bestaande|geldende)\s+\w+|oud|was|huidig|bestaand", re.I)
_NIEUW: Final = re.compile(
    r"(?:de\s+)?(?:nieuwe|gewijzigde|voorgestelde)\s+\w+|nieuw|wordt|gewijzigd|voorgesteld", re.I
)
_ELEMENT: Final = re.compile(r"\s*artikel\s+(?P<nr>[\w:.]*\w)\b", re.I)
_LID: Final = re.compile(r"\s*(?P<nr>\d{1,2}[a-z]?)[.)]\s")
_WEG: Final = re.compile(r"\s*[\[(]?\s*(?:vervalt|vervallen|-|–|—)?\s*[\])]?\.?\s*", re.I)


def lees_tabel(kader: Kader, payload: Sequence[Node]) -> tuple[Handeling, ...] | None:
    """The replacements of was/wordt tables below a frame; None when the payload is something else.

    A row of which the element is not certain has no target: the executor asks.
    """
    if not payload or any(node.soort is not Soort.TABEL for node in payload):
        return None
    uit: list[Handeling] = []
    for tabel in payload:
        gelezen = _tabel(kader, tabel)
        if gelezen is None:
            return None
        uit += gelezen
    return tuple(uit)


def _tabel(kader: Kader, tabel: Node) -> tuple[Handeling, ...] | None:
    rijen = [[_tekst(cel) for cel in rij.kinderen] for rij in tabel.kinderen if rij.soort is Soort.RIJ]
    kolommen = _kolommen(rijen[0]) if rijen else None
    if kolommen is None or len(rijen) < 2 or any(len(rij) != len(rijen[0]) for rij in rijen):
        return None
    oud, nieuw = kolommen
    over = [i for i in range(len(rijen[0])) if i not in kolommen]
    if len(over) > 1:
        return None
    return tuple(_rij(kader, rij[over[0]] if over else "", rij[oud], rij[nieuw]) for rij in rijen[1:])


def _tekst(cel: Node) -> str:
    return " ".join(zichtbare_tekst(cel).split())


def _kolommen(kop: Sequence[str]) -> tuple[int, int] | None:
    oud = [i for i, cel in enumerate(kop) if _OUD.fullmatch(cel.strip(" .:"))]
    nieuw = [i for i, cel in enumerate(kop) if _NIEUW.fullmatch(cel.strip(" .:"))]
    return (oud[0], nieuw[0]) if len(oud) == 1 and len(nieuw) == 1 else None


def _rij(kader: Kader, naam: str, oud: str, nieuw: str) -> Handeling:
    plaats = _plaats(kader, naam, oud)
    doel = (plaats,) if plaats else ()
    if _WEG.fullmatch(nieuw):
        return Verwijder(doel=doel, luidt=oud, onderdeel=kader.onderdeel, regeling=kader.regeling, spanne=kader.spanne)
    return Vervang(
        doel=doel, nieuw=nieuw, luidt=oud, onderdeel=kader.onderdeel, regeling=kader.regeling, spanne=kader.spanne
    )


def _plaats(kader: Kader, naam: str, oud: str) -> Plaats | None:
    """The element of a row: named in a column of its own, or by the designation with which the old text begins."""
    context = kader.doel[0] if len(kader.doel) == 1 and kader.doel[0].niveaus != (Niveau("regeling"),) else Plaats()
    if naam:
        plaatsen = lees_plaatsen(naam.strip(" .:"))
        return in_context(plaatsen[0], context) if plaatsen and len(plaatsen) == 1 else None
    if treffer := _ELEMENT.match(oud):
        return Plaats((Niveau("artikel", treffer["nr"]),))
    if context and context.laatste.soort == "artikel" and (treffer := _LID.match(oud)):
        return context.met(Niveau("lid", treffer["nr"]))
    return context or None
