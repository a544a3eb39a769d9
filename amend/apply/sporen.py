"""Which permanent elements one step touched, and in what: read off the tree before and after the step.

What a step wrote carries its origin; what it took away carries none. The traces tell for both which step it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import compress, count
from operator import is_not

from amend.apply.payload import zicht
from amend.model.stap import Aard, Spoor
from amend.model.tree import Node

_Kop = tuple[object, ...]


@dataclass(slots=True)
class _Eigen:
    """What an element with a wid holds itself: the nodes without a wid in it count as its own."""

    ouder: str
    kop: _Kop
    status: object
    opschrift: list[object] = field(default_factory=list)
    tekst: list[object] = field(default_factory=list)


def sporen(oud: Node, nieuw: Node) -> tuple[Spoor, ...]:
    """What differs between two trees, per identity; what the two share is not looked into.

    Text that a step only added beside what stood there (a row, a paragraph) is no trace: it carries its origin.
    """
    voor, na = _eigen(oud, nieuw)
    uit: list[Spoor] = []
    for wid, a in voor.items():
        b = na.get(wid)
        if b is None:
            uit.append(Spoor(wid, Aard.WEG))
            continue
        verschil = (
            (Aard.NUMMER, a.kop != b.kop),
            (Aard.PLEK, a.ouder != b.ouder),
            (Aard.STATUS, a.status != b.status),
            (Aard.OPSCHRIFT, _mist(a.opschrift, b.opschrift) or _mist(b.opschrift, a.opschrift)),
            (Aard.TEKST, _mist(a.tekst, b.tekst)),
        )
        uit.extend(Spoor(wid, aard) for aard, anders in verschil if anders)
    return tuple(uit)


def _mist(voor: list[object], na: list[object]) -> bool:
    """True when something that was there is not there any more, in whatever order."""
    return voor != na and bool(Counter(voor) - Counter(na))


def _eigen(oud: Node, nieuw: Node) -> tuple[dict[str, _Eigen], dict[str, _Eigen]]:
    """Per wid what it holds itself, before and after; subtrees that both have at the same place are left out."""
    voor: dict[str, _Eigen] = {}
    na: dict[str, _Eigen] = {}
    stapel: list[tuple[Node | None, Node | None, str, str]] = [(oud, nieuw, "", "")]
    while stapel:
        a, b, in_a, in_b = stapel.pop()
        if a is b and in_a == in_b:
            continue
        in_a = _neem(voor, a, in_a) if a is not None else in_a
        in_b = _neem(na, b, in_b) if b is not None else in_b
        paren = list(_paren(a.kinderen if a else (), b.kinderen if b else (), samen=in_a == in_b))
        stapel.extend((x, y, in_a, in_b) for x, y in reversed(paren))
    return voor, na


def _neem(eigen: dict[str, _Eigen], node: Node, binnen: str) -> str:
    """Note what the node adds to the element it stands in; returns the element that its children stand in."""
    kop = (node.label, node.nummer, node.aanduiding)
    if node.wid:
        eigen[node.wid] = _Eigen(binnen, kop, node.status)
        binnen = node.wid
    if binnen in eigen:
        eigen[binnen].opschrift.append(zicht(node.opschrift))
        eigen[binnen].tekst.append((node.soort, "" if node.wid else kop, zicht(node.tekst)))
    return binnen


def _paren(
    links: tuple[Node, ...], rechts: tuple[Node, ...], *, samen: bool
) -> Iterator[tuple[Node | None, Node | None]]:
    """The children to compare: those between the first and the last difference, by identity, else by place."""
    if samen:
        links, rechts = _venster(links, rechts)
    if samen and len(links) == len(rechts):
        yield from zip(links, rechts, strict=True)
        return
    op_wid = {node.wid: node for node in rechts if node.wid} if samen else {}
    gepaard = {node.wid for node in links if node.wid in op_wid}
    yield from ((node, op_wid.get(node.wid) if node.wid else None) for node in links)
    yield from ((None, node) for node in rechts if node.wid not in gepaard)


def _venster(links: tuple[Node, ...], rechts: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Both rows without the nodes that they share at the beginning and at the end."""
    kort = min(len(links), len(rechts))
    begin = _gedeeld(links, rechts, kort)
    eind = _gedeeld(reversed(links), reversed(rechts), kort - begin)
    return links[begin : len(links) - eind], rechts[begin : len(rechts) - eind]


def _gedeeld(links: Iterable[Node], rechts: Iterable[Node], hoogstens: int) -> int:
    """How many nodes two rows share from here; a long row is the children of a whole regulation, so no Python loop."""
    anders = compress(count(), map(is_not, links, rechts))
    return min(next(anders, hoogstens), hoogstens)
