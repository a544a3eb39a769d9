"""Old files tag leden as a flat numbered list, with the lettered items as sibling lists; here they become leden."""

from __future__ import annotations

from amend.model.tree import Node, Soort


def leden_uit_lijst(inhoud: tuple[Node, ...]) -> tuple[Node, ...] | None:
    """The leden that the content of an article stands for, or None when it is not such a list.

    It is one when the content begins with a list item "1", the numbered items of the top level count 1, 2, 3 … and
    there are at least two of them. Everything between two numbers belongs to the first of them.
    """
    if not inhoud or inhoud[0].soort is not Soort.LIJST or any(node.soort is Soort.LID for node in inhoud):
        return None
    nummers = [
        item.nummer for node in inhoud if node.soort is Soort.LIJST for item in node.kinderen if item.nummer.isdecimal()
    ]
    eerste = inhoud[0].kinderen[0].nummer if inhoud[0].kinderen else ""
    if eerste != "1" or len(nummers) < 2 or nummers != [str(n) for n in range(1, len(nummers) + 1)]:
        return None
    leden: list[Node] = []
    for node in inhoud:
        _verdeel(node, leden)
    return tuple(leden)


def _verdeel(node: Node, leden: list[Node]) -> None:
    if node.soort is not Soort.LIJST:
        _erbij(leden, node)
        return
    rest: list[Node] = []
    for item in node.kinderen:
        if item.nummer.isdecimal():
            _sluit(leden, rest)
            leden.append(Node(Soort.LID, nummer=item.nummer, aanduiding=item.aanduiding, kinderen=item.kinderen))
        else:
            rest.append(item)
    _sluit(leden, rest)


def _sluit(leden: list[Node], rest: list[Node]) -> None:
    if rest:
        _erbij(leden, Node(Soort.LIJST, kinderen=tuple(rest)))
        rest.clear()


def _erbij(leden: list[Node], node: Node) -> None:
    lid = leden[-1]
    leden[-1] = Node(Soort.LID, nummer=lid.nummer, aanduiding=lid.aanduiding, kinderen=(*lid.kinderen, node))
