"""The word for a state, where the text has it as a paragraph too: STOP has an element for it, and only once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amend.model.tree import Node, Soort, Status, platte_tekst

_WOORD: Final = {
    Status.VERVALLEN: re.compile(r"\W*vervallen\W*", re.IGNORECASE),
    Status.GERESERVEERD: re.compile(r"\W*gereserveerd\W*", re.IGNORECASE),
}


def zonder_statuswoorden(node: Node) -> Node:
    """The subtree in which a repealed or reserved element does not say so twice; shared where it can be."""
    kinderen = tuple(zonder_statuswoorden(kind) for kind in node.kinderen)
    woord = _WOORD.get(node.status)
    if woord is not None:
        kinderen = tuple(kind for kind in kinderen if not _zegt(kind, woord))
    zelfde = len(kinderen) == len(node.kinderen) and all(a is b for a, b in zip(kinderen, node.kinderen, strict=True))
    return node if zelfde else replace(node, kinderen=kinderen)


def _zegt(node: Node, woord: re.Pattern[str]) -> bool:
    return node.soort is Soort.AL and not node.kinderen and bool(woord.fullmatch(platte_tekst(node.tekst)))
