"""What the tests of the main job share: the store of the repository and short ways to ask for a version."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from amend import pipeline
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.model.tree import Node, Soort, loop, platte_tekst
from amend.store import Store

REPO = Path(__file__).parents[2]
DORDRECHT = "dordrecht-ambtelijke-organisatie"
SOCIAAL = "sociaal-organisatieverordening"


@cache
def historie(id: str) -> Geschiedenis:
    """The history of a stored regulation; fails when it cannot be read."""
    uit, _ = pipeline.geschiedenis(Store(REPO), id)
    assert uit is not None
    return uit


def versie(id: str, geldig_op: str, bekend_op: str) -> Versie:
    """The version valid on one day as known on another."""
    return historie(id).versie(date.fromisoformat(geldig_op), date.fromisoformat(bekend_op))


def artikelen(v: Versie) -> dict[str, Node]:
    """Number → article, in reading order."""
    assert v.regeling is not None
    return {node.nummer: node for _, node in loop(v.regeling.root) if node.soort == Soort.ARTIKEL}


def bijlagen(v: Versie) -> dict[str, Node]:
    """Number → annex, in reading order."""
    assert v.regeling is not None
    return {node.nummer: node for node in v.regeling.root.kinderen if node.soort == Soort.BIJLAGE}


def leden(artikel: Node) -> dict[str, Node]:
    """Number → lid."""
    return {kind.nummer: kind for kind in artikel.kinderen if kind.soort == Soort.LID}


def vorm(node: Node) -> list[object]:
    """The structure below a node as nested lists: markers of items, "tekst" for text blocks."""
    uit: list[object] = []
    for kind in node.kinderen:
        if kind.soort == Soort.AL:
            uit.append("tekst")
        elif kind.soort == Soort.LIJST:
            uit.extend([item.nummer, vorm(item)] for item in kind.kinderen)
        else:
            uit.append([kind.nummer, vorm(kind)])
    return uit


def tekst(node: Node) -> str:
    """The words of a subtree, without markers and headings of the node itself."""
    return " ".join(platte_tekst(deel.tekst) for _, deel in loop(node) if deel.tekst)
