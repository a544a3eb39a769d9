"""A short line above an article of new text: its heading, or the end of what stands above it? Not to be guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from amend.model.tree import INDELING, Node, Soort, loop, op_pad, platte_tekst

_HOUDER: Final = INDELING | {Soort.ARTIKEL, Soort.LID}
_WOORDEN: Final = 15


def twijfelregel(payload: Sequence[Node]) -> str | None:
    """The first such line; None when there is none. What opens a lid or article is its text, never a heading."""
    wortel = Node(Soort.FRAGMENT, kinderen=tuple(payload))
    laatste = ""
    for pad, node in loop(wortel):
        if node.soort is Soort.ARTIKEL:
            if laatste and not node.opschrift:
                return laatste
            laatste = ""
        elif node.soort is Soort.AL:
            ouder = op_pad(wortel, pad[:-1])
            los = ouder.soort in INDELING or (ouder.soort in _HOUDER and pad[-1] > 0)
            laatste = platte_tekst(node.tekst) if los and _leest_als_opschrift(platte_tekst(node.tekst)) else ""
        elif node.soort in INDELING or node.soort is Soort.TABEL:
            laatste = ""
    return None


def _leest_als_opschrift(tekst: str) -> bool:
    return tekst[:1].isupper() and tekst[-1] not in ".:;,!?" and len(tekst.split()) <= _WOORDEN
