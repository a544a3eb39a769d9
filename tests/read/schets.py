"""A tree as short lines that a jurist can read: two spaces a level, kind, marker, heading or the text's first words."""

from __future__ import annotations

from amend.model.besluit import Instructie
from amend.model.tree import Node, Soort, Status, loop, platte_tekst


def schets(*nodes: Node, breed: int = 40) -> str:
    regels = []
    for node in nodes:
        for pad, deel in loop(node):
            kop = " ".join(filter(None, (deel.label, deel.aanduiding, platte_tekst(deel.opschrift))))
            tekst = kop or platte_tekst(deel.tekst)[:breed]
            extra = f" ({deel.status.value})" if deel.status is not Status.ACTIEF else ""
            regels.append(f"{'  ' * len(pad)}{deel.soort.value}{': ' + tekst if tekst else ''}{extra}")
    return "\n".join(regels)


def schets_instructie(instructie: Instructie, diepte: int = 0) -> str:
    zin = instructie.zin.plat if instructie.zin else "-"
    regels = [f"{'  ' * diepte}<{instructie.aanduiding}> {zin}"]
    for node in instructie.payload:
        regels += [f"{'  ' * (diepte + 1)}| {regel}" for regel in schets(node).splitlines()]
    regels += [schets_instructie(kind, diepte + 1) for kind in instructie.instructies]
    return "\n".join(regels)


def artikel(root: Node, nummer: str) -> Node:
    return next(node for _, node in loop(root) if node.soort is Soort.ARTIKEL and node.nummer == nummer)


def nummers(node: Node) -> object:
    """Leden and items as nested lists of numbers, for whole-tree comparison."""
    delen = []
    for kind in node.kinderen:
        if kind.soort is Soort.LIJST:
            delen.append([item for deel in kind.kinderen for item in _item(deel)])
        elif kind.soort is Soort.LID:
            delen.extend(_item(kind))
        elif kind.soort is Soort.AL:
            delen.append("al")
    return delen


def _item(node: Node) -> list[object]:
    onder = [deel for deel in nummers(node) if deel != "al" or node.soort is Soort.LID]  # type: ignore[attr-defined]
    return [node.nummer or node.aanduiding, *([onder] if onder else [])]
