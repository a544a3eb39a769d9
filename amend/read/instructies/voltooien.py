"""Lines as they belong together: instructions broken over lines joined, new text behind a colon apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from amend.read.instructietaal import is_onaf, is_sterk, is_voltooid, lijkt_instructie, open_aanhaling
from amend.read.koppen import kop_van
from amend.read.regels import Regel, plak

_MAX_REGELS: Final = 8
_NIEUW_ELEMENT: Final = re.compile(r"\bluid(?:en|t|ende?)(?: als volgt)?\s*:\s*$", re.IGNORECASE)
_EIGEN_KOP: Final = re.compile(
    r"(?:luidend?e?|te luiden|luidt|vervangen door|ingevoegd|toegevoegd)(?: als volgt)?\s?:\s+"
    r"(?=[“\"„‘]?(?:Artikel|Hoofdstuk|Paragraaf|Afdeling|§)\s\S+(?:\s+[A-Z][^.:;]{0,100})?$)"
)


def voltooi(regels: Sequence[Regel]) -> list[Regel]:
    """The lines with every instruction on one line of its own, apart from the new text behind its colon."""
    uit: list[Regel] = []
    plek = 0
    while plek < len(regels):
        delen = _splits(regels[plek], verder=plek + 1 < len(regels))
        if len(delen) > 1:
            uit += delen
            plek += 1
            continue
        samen, gebruikt = _in_een(regels, plek)
        uit.append(samen)
        plek += gebruikt
    return uit


def _in_een(regels: Sequence[Regel], plek: int) -> tuple[Regel, int]:
    """An instruction over several lines ("In artikel 3 wordt / “a” / vervangen door: / “b”.") as one, and how many."""
    samen = regels[plek]
    if not is_onaf(samen.tekst):
        return samen, 1
    for meer in range(1, min(_MAX_REGELS, len(regels) - plek)):
        volgende = regels[plek + meer]
        if volgende.merk or kop_van(volgende.tekst) or is_sterk(volgende.tekst):
            break
        samen = plak(samen, volgende)
        if is_voltooid(samen.tekst):
            return samen, meer + 1
    return regels[plek], 1


def _splits(regel: Regel, *, verder: bool) -> list[Regel]:
    """ "… luidende: Artikel 4a Hulp", "… te luiden: “1. De raad …": what opens the new text is a line of its own.

    A quotation counts when it does not end on this line (``verder``: there is a next one).
    """
    treffer = _EIGEN_KOP.search(regel.tekst)
    if treffer is not None and kop_van(regel.tekst[treffer.end() :]):
        plek = treffer.end()
    else:
        begin = open_aanhaling(regel.tekst) if verder and lijkt_instructie(regel.tekst) else None
        if begin is None or not _NIEUW_ELEMENT.search(regel.tekst[:begin]):
            return [regel]
        plek = begin
    return [replace(regel, tekst=regel.tekst[:plek].rstrip()), regel.staart(plek)]
