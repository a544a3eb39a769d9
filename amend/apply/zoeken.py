"""Finding quoted words in one text block: whole tokens first, differences in quotes, dashes and spaces tolerated.

Rules: G9 (count), G10 (word boundary), F25 ("50" is not in "150" or "50,25"), F22 (first words … last words).
All positions are character positions in the block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_GELIJK: Final = {
    **dict.fromkeys("“”„«»‟″", '"'),
    **dict.fromkeys("‘’‚‹›`´′", "'"),
    **dict.fromkeys("–—‐‑‒−", "-"),
    **{"²": "2", "³": "3"},
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u2002\u2003\t\n\r", " "),
}
_WEG: Final = frozenset("\u00ad\u200b\u2060\ufeff")
_ANDERS: Final = re.compile(f"[{re.escape(''.join((*_GELIJK, *_WEG)))}]|[ €] ")
"""What :func:`normaal` changes; most texts have none of it."""
ELLIPS: Final = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\(…\))\s*")


@dataclass(frozen=True, slots=True)
class Treffer:
    """A hit: the span, whether it is a whole token, and whether its characters equal the quote."""

    start: int
    eind: int
    heel: bool = True
    precies: bool = True


def normaal(tekst: str) -> tuple[str, list[int]]:
    """The text with one kind of quote, dash and space, and for every character its place in ``tekst``."""
    if not _ANDERS.search(tekst):
        return tekst, list(range(len(tekst) + 1))
    uit: list[str] = []
    plekken: list[int] = []
    for i, teken in enumerate(tekst):
        if teken in _WEG:
            continue
        teken = _GELIJK.get(teken, teken)
        if teken == " " and uit and uit[-1] in (" ", "€"):
            continue
        uit.append(teken)
        plekken.append(i)
    plekken.append(len(tekst))
    return "".join(uit), plekken


def treffers(tekst: str, citaat: str) -> list[Treffer]:
    """Every non-overlapping hit of ``citaat``, leftmost first; parts of longer words have ``heel`` False.

    A hit that would cut a number ("50" in "150") is none at all.
    """
    gezocht = normaal(citaat)[0].strip()
    if not gezocht:
        return []
    plat, plekken = normaal(tekst)
    heel: list[Treffer] = []
    deel: list[Treffer] = []
    positie = plat.find(gezocht)
    while positie >= 0:
        eind = positie + len(gezocht)
        if not _snijdt_getal(plat, positie, eind):
            start, slot = plekken[positie], plekken[eind - 1] + 1
            precies = tekst[start:slot] == citaat.strip()
            hele = not _snijdt_woord(plat, positie, eind)
            (heel if hele else deel).append(Treffer(start, slot, hele, precies))
        positie = plat.find(gezocht, positie + 1)
    return sorted(_los_van_elkaar(heel) + _los_van_elkaar(deel), key=lambda t: t.start)


def _los_van_elkaar(gevonden: list[Treffer]) -> list[Treffer]:
    uit: list[Treffer] = []
    for treffer in gevonden:
        if not uit or treffer.start >= uit[-1].eind:
            uit.append(treffer)
    return uit


def _is_woord(teken: str) -> bool:
    return teken.isalnum() or teken in "_²³"


def _snijdt_woord(plat: str, start: int, eind: int) -> bool:
    return _binnen_woord(plat, start) or _binnen_woord(plat, eind)


def _binnen_woord(plat: str, grens: int) -> bool:
    """True when the boundary falls inside a word; an apostrophe between letters is part of the word (foto's)."""
    links, rechts = plat[grens - 1 : grens], plat[grens : grens + 1]
    if not links or not rechts:
        return False
    if _is_woord(links) and _is_woord(rechts):
        return True
    if rechts == "'" and links.isalpha():
        return plat[grens + 1 : grens + 2].isalpha()
    return False


def _snijdt_getal(plat: str, start: int, eind: int) -> bool:
    """True when the hit would take a part of a number: 50 in 150, 50,25, 1.50, 8 in 8:2."""
    if plat[start].isdigit() and re.search(r"\d[.,:]?$", plat[max(start - 2, 0) : start]):
        return True
    return plat[eind - 1].isdigit() and re.match(r"[.,:]?\d", plat[eind : eind + 2]) is not None


def treffer_met_ellips(tekst: str, citaat: str, *, exclusief: bool = False) -> list[Treffer]:
    """ "A … B" as a span from A up to and including B, when both stand exactly once and in that order (F22).

    ``exclusief``: up to B, which is not part of it.
    """
    delen = ELLIPS.split(citaat.strip())
    if len(delen) != 2 or not all(delen):
        return []
    begin = [t for t in treffers(tekst, delen[0]) if t.heel]
    eind = [t for t in treffers(tekst, delen[1]) if t.heel]
    if len(begin) != 1 or len(eind) != 1 or begin[0].eind > eind[0].start:
        return []
    slot = len(tekst[: eind[0].start].rstrip()) if exclusief else eind[0].eind
    return [Treffer(begin[0].start, slot, precies=begin[0].precies and eind[0].precies)]
