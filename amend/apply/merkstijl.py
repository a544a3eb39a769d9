"""The printed form of a number ("2.", "2", "b)") follows the siblings: it is a display token (regels.md 3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from amend.apply import codes
from amend.apply.werk import Werk, beschrijf
from amend.model.tree import ITEMS, Node, Pad, Soort

Stijl = tuple[str, str]
"""What stands before and after the bare number."""
_TEKENS: Final = frozenset(" .()°º")


def _stijl(node: Node) -> Stijl | None:
    """The form of the printed number; None when it is not the number with points and brackets."""
    if not node.nummer or node.nummer not in node.aanduiding:
        return None
    voor, _, na = node.aanduiding.partition(node.nummer)
    return (voor, na) if set(voor + na) <= _TEKENS else None


def volg_stijl(werk: Werk, ouder: Pad, elementen: Sequence[Node]) -> tuple[Node, ...]:
    """Give new leden and items in ``ouder`` the form of the ones beside them; returns them as they now are."""
    node = werk.node(ouder)
    if not elementen or elementen[0].soort not in ITEMS | {Soort.LID}:
        return tuple(elementen)
    nieuw = {id(element) for element in elementen}
    stijlen = {_stijl(k) for k in node.kinderen if id(k) not in nieuw and k.soort is elementen[0].soort and k.nummer}
    stijl = stijlen.pop() if len(stijlen) == 1 else None
    if stijl is None:
        return tuple(elementen)
    aangepast = {id(element): _in_stijl(werk, element, stijl) for element in elementen}
    werk.zet(ouder, replace(node, kinderen=tuple(aangepast.get(id(k), k) for k in node.kinderen)))
    return tuple(aangepast.values())


def _in_stijl(werk: Werk, element: Node, stijl: Stijl) -> Node:
    eigen = _stijl(element)
    if eigen == stijl or (eigen is None and (element.aanduiding or not element.nummer)):
        return element
    aanduiding = f"{stijl[0]}{element.nummer}{stijl[1]}"
    werk.meld(
        codes.MERKSTIJL,
        f"{beschrijf(element)} is gedrukt als “{aanduiding}”, zoals de elementen ernaast; "
        f"het besluit drukt “{element.aanduiding or 'geen nummer'}”.",
    )
    return replace(element, aanduiding=aanduiding)
