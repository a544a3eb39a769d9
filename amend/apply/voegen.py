"""Joining words: the space rule of F28, the closing mark of F30, and what looks wrong afterwards."""

from __future__ import annotations

import re
from typing import Final

_SLUIT: Final = frozenset(",.;:!?)]}”’»%")
_OPEN: Final = frozenset("([{„“‘«/")
SLOTTEKEN: Final = re.compile(r"(?:[.;:,!?](?:\s+(?:en|of|en/of|dan wel|alsmede))?)\s*$")
_RAAR: Final = re.compile(
    r"(?P<dubbel>,\s*,)|(?P<los>\s[.,;:](?:\s|$))|(?P<spaties>\S  +\S)|(?P<slot>[.;,]\s*[.;](?:\s|$))"
)


def tussen(links: str, rechts: str) -> str:
    """What goes between two pieces of text: a space, unless one of them asks for none."""
    if not links or not rechts or links[-1].isspace() or rechts[0].isspace():
        return ""
    if rechts[0] in _SLUIT or links[-1] in _OPEN:
        return ""
    return "" if rechts[0] == "-" and rechts[1:2] not in ("", " ") else " "


def invoeging(voor: str, nieuw: str, na: str) -> str:
    """``nieuw`` with the spaces that join it to what stands before and after."""
    kern = nieuw.strip()
    uit = tussen(voor, kern) + kern
    return uit + tussen(kern, na)


def slotplek(tekst: str) -> int:
    """Where the closing mark (". ", ";", "; en") of a text begins; the end when there is none."""
    treffer = SLOTTEKEN.search(tekst)
    return treffer.start() if treffer else len(tekst.rstrip())


def raar(tekst: str, start: int, eind: int) -> str | None:
    """A doubled or stray mark or space near the edit ", ,", " .", or None."""
    begin = max(start - 3, 0)
    treffer = _RAAR.search(tekst[begin : eind + 3])
    return treffer[0].strip() or "dubbele spatie" if treffer else None


def zonder_slotpunt(tekst: str) -> str:
    """G8: a full stop that closes the instruction is no part of the words (";." and "x." alike); "…" and "a.b." are."""
    kaal = tekst.strip()
    return kaal[:-1] if re.search(r"[;,]\.$", kaal) else kaal
