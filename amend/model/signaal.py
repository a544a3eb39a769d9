"""Signals: patterns that give a kind of sentence away, looked for only where a piece of them stands in the text.

A list of patterns that ignore case is tried at every character of a text, and nearly every text holds none of them. A
piece of plain text that each match must hold is found at once, so most patterns need not be tried.
"""

from __future__ import annotations

import re
from typing import Final

_GEEN_VASTE_TEKST: Final = re.compile(r"\\.|\[\^?\]?[^\]]*\]")
_GROEP: Final = re.compile(r"\([^()]*\)")
_NIET_VERPLICHT: Final = re.compile(r".(?:[?*]|\{[^}]*\})")
_TEKEN: Final = re.compile(r"[\0^$.+]")


class Signaal:
    """Any of these patterns, whatever the capitals; a choice within a pattern stands in brackets."""

    __slots__ = ("_vormen",)

    def __init__(self, *patronen: str) -> None:
        self._vormen = tuple((stam(patroon), re.compile(patroon, re.IGNORECASE)) for patroon in patronen)

    def in_(self, tekst: str) -> bool:
        """True when one of the patterns stands in the text."""
        laag = tekst.lower()
        return any(deel in laag and patroon.search(tekst) for deel, patroon in self._vormen)

    def zoek(self, tekst: str) -> re.Match[str] | None:
        """The first place where one of the patterns stands (of the one named first, when two begin there)."""
        laag = tekst.lower()
        treffers = [m for deel, patroon in self._vormen if deel in laag and (m := patroon.search(tekst))]
        return min(treffers, key=re.Match.start, default=None)


def stam(patroon: str) -> str:
    """The longest piece of plain text, in small letters, that every match of the pattern holds.

    It is empty when there is none; such a pattern is tried on every text.
    """
    kaal = _GEEN_VASTE_TEKST.sub("\0", patroon)
    while _GROEP.search(kaal):
        kaal = _GROEP.sub("\0", kaal)
    return "" if "|" in kaal else max(_TEKEN.split(_NIET_VERPLICHT.sub("\0", kaal)), key=len).lower()
