"""What of a tree STOP has no words for: comments, and the word for a state said a second time in a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amend.model.tree import Mark, Node, Soort, Status, platte_tekst
from amend.write.stop.blokken import is_commentaar

_WOORD: Final = {
    Status.VERVALLEN: re.compile(r"\W*vervallen\W*", re.IGNORECASE),
    Status.GERESERVEERD: re.compile(r"\W*gereserveerd\W*", re.IGNORECASE),
}


def zonder_stille_delen(node: Node) -> Node:
    """The subtree without comments, repeated words for a state and old places; shared where nothing changes."""
    node = _zonder_plaatsen(node)
    kinderen = tuple(zonder_stille_delen(kind) for kind in node.kinderen if not is_commentaar(kind))
    woord = _WOORD.get(node.status)
    if woord is not None:
        kinderen = tuple(kind for kind in kinderen if not _zegt(kind, woord))
    zelfde = len(kinderen) == len(node.kinderen) and all(a is b for a, b in zip(kinderen, node.kinderen, strict=True))
    return node if zelfde else replace(node, kinderen=kinderen)


def _zonder_plaatsen(node: Node) -> Node:
    """References without the eId of their place in an imported file: that follows from where they stand."""
    if not any(paar[0] == "eId" for run in node.tekst for mark in run.marks for paar in mark.attributen):
        return node
    return replace(node, tekst=tuple(replace(run, marks=tuple(map(_zonder_eid, run.marks))) for run in node.tekst))


def _zonder_eid(mark: Mark) -> Mark:
    return replace(mark, attributen=tuple(sorted(paar for paar in mark.attributen if paar[0] != "eId")))


def _zegt(node: Node, woord: re.Pattern[str]) -> bool:
    return node.soort is Soort.AL and not node.kinderen and bool(woord.fullmatch(platte_tekst(node.tekst)))
