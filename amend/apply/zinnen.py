"""Splitting Dutch text into sentences (volzinnen), and saying when that is not certain.

A sentence ends at . ? or ! followed by white space and a capital, a digit or an opening quote. Abbreviations,
initials, ordinals and dates do not end one. Where an abbreviation or an initial may also be the last word of a
sentence ("enz. De …", "categorie B. De …"), the result is marked uncertain at that place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NOOIT: Final = (
    "a.d.h.v a.i a.u.b afd art artt b.v bijv blz bv ca cf d.d d.m.v d.w.z dd dhr dr drs ev evt excl fig "
    "gebr gem gen h.c hfst i.c i.h.k.v i.p.v i.v.m incl ing ir jhr jl.nr jo kol lt m.b.t m.n m.u.v max "
    "mevr mgr min mr mrs mw nl no nr nrn nrs o.b.v o.l.v onderd pag par prof resp s.v.p sr st stb stcrt "
    "sub t.a.v t.b.v t.g.v t.n.v t.o.v tab tel trb v.w v.w.b vgl vh vlgs vnl w.o wnd z.g.n zg zgn "
)
_SOMS: Final = "a.s b.v c.s e.a e.d e.e.a e.v enz etc ff jl jr l.s lid m.i.v n.a.v n.v o.a o.g.v o.i v.o.f "
NOOIT: Final = frozenset(_NOOIT.split())
"""Abbreviations that are always followed by more words of the same sentence."""
SOMS: Final = frozenset(_SOMS.split())
"""Abbreviations that may also be the last word of a sentence."""
_EINDE: Final = re.compile(r"(?P<punt>[.?!]+)(?P<sluit>[\"'”’»)\]]*)(?P<wit>\s+|$)")
_BEGIN: Final = re.compile(r"[\"'“„‘«(\[]*(?:[A-ZÀ-Þ]|’[st]\s|'[st]\s)")
_WOORD: Final = re.compile(r"[^\s(\[\"'“„‘«]+$")


@dataclass(frozen=True, slots=True)
class Zinnen:
    """Sentences as (start, end) without the white space between them; ``onzeker``: boundaries that may be wrong."""

    spannen: tuple[tuple[int, int], ...]
    onzeker: tuple[int, ...] = ()
    af: bool = True

    @property
    def zeker(self) -> bool:
        """True when every boundary is certain."""
        return not self.onzeker

    def zeker_tot(self, eind: int) -> bool:
        """True when no doubtful boundary stands before character ``eind`` or directly at it."""
        return all(plek > eind for plek in self.onzeker)


def splits(tekst: str) -> Zinnen:
    """The sentences of one text block; ``af`` is False when the last one has no closing mark (an aanhef)."""
    spannen: list[tuple[int, int]] = []
    onzeker: list[int] = []
    start = len(tekst) - len(tekst.lstrip())
    for treffer in _EINDE.finditer(tekst):
        if treffer.start() < start:
            continue
        soort = _grens(tekst, treffer)
        if soort == "twijfel":
            onzeker.append(treffer.end())
        if soort != "geen":
            spannen.append((start, treffer.end("sluit")))
            start = treffer.end()
    rest = tekst[start:].rstrip()
    if rest:
        spannen.append((start, start + len(rest)))
    af = not rest
    return Zinnen(tuple(spannen), tuple(onzeker), af)


def _grens(tekst: str, treffer: re.Match[str]) -> str:
    """Whether this closing mark ends a sentence: "grens", "twijfel" or "geen"."""
    rest = tekst[treffer.end() :]
    if not rest:
        return "grens"
    vervolg = _BEGIN.match(rest) is not None
    cijfer = rest[:1].isdigit()
    if not vervolg and not cijfer:
        return "geen"
    if treffer["punt"] != ".":
        return "grens" if vervolg else "twijfel"
    woord = _WOORD.search(tekst[: treffer.start()])
    return _na_woord(woord[0] if woord else "", vervolg)


def _na_woord(woord: str, hoofdletter: bool) -> str:
    kaal = woord.rstrip(",;").lower()
    if kaal in NOOIT:
        return "geen"
    if kaal in SOMS:
        return _na_soms(kaal, hoofdletter)
    if len(woord) == 1 and woord.isalpha():
        return "twijfel" if hoofdletter else "geen"
    if woord.count(".") and all(len(deel) <= 1 for deel in woord.split(".")):
        return "twijfel"
    if woord.isdecimal():
        return "grens" if hoofdletter else "geen"
    return "grens" if hoofdletter else "twijfel"


def _na_soms(kaal: str, hoofdletter: bool) -> str:
    if kaal == "lid":
        return "grens" if hoofdletter else "geen"
    return "twijfel" if hoofdletter else "geen"
