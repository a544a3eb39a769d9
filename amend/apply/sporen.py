"""Which permanent elements one step touched, and in what: read off the tree before and after the step.

What a step wrote carries its origin; what it took away carries none. The traces tell for both which step it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from amend.model.stap import Aard, Spoor
from amend.model.tree import Node, Tekst

_Kop = tuple[object, ...]


@dataclass(slots=True)
class _Eigen:
    """What an element with a wid holds itself: the nodes without a wid in it count as its own."""

    ouder: str
    kop: _Kop
    status: object
    opschrift: Counter[object] = field(default_factory=Counter)
    tekst: Counter[object] = field(default_factory=Counter)


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
            (Aard.OPSCHRIFT, a.opschrift != b.opschrift),
            (Aard.TEKST, bool(a.tekst - b.tekst)),
        )
        uit.extend(Spoor(wid, aard) for aard, anders in verschil if anders)
    return tuple(uit)


def _stukken(tekst: Tekst) -> tuple[object, ...]:
    """The text by its marks; where a run begins does not matter."""
    return tuple((marks, "".join(r.tekst for r in groep)) for marks, groep in groupby(tekst, key=lambda r: r.marks))


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
        eigen[binnen].opschrift[_stukken(node.opschrift)] += 1
        eigen[binnen].tekst[(node.soort, "" if node.wid else kop, _stukken(node.tekst))] += 1
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
    begin = next((i for i in range(kort) if links[i] is not rechts[i]), kort)
    eind = next((i for i in range(kort - begin) if links[-1 - i] is not rechts[-1 - i]), kort - begin)
    return links[begin : len(links) - eind], rechts[begin : len(rechts) - eind]
