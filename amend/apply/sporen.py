"""Which permanent elements one step touched, and in what: read off the tree before and after the step.

What a step wrote carries its origin; what it took away carries none. The traces tell for both which step it was.
"""

from __future__ import annotations

from collections import Counter
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
    opschrift: list[object] = field(default_factory=list)
    tekst: Counter[object] = field(default_factory=Counter)


def sporen(oud: Node, nieuw: Node) -> tuple[Spoor, ...]:
    """What differs between two trees, per identity; what the two share is not looked into.

    Text that a step only added beside what stood there (a row, a paragraph) is no trace: it carries its origin.
    """
    gedeeld = _gedeeld(oud, nieuw)
    voor, na = _eigen(oud, gedeeld), _eigen(nieuw, gedeeld)
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


def _gedeeld(oud: Node, nieuw: Node) -> set[int]:
    """The nodes that both trees have at the same place, so that neither needs to be looked into."""
    uit: set[int] = set()
    stapel = [(oud, nieuw)]
    while stapel:
        a, b = stapel.pop()
        samen = {id(kind) for kind in a.kinderen} & {id(kind) for kind in b.kinderen}
        uit |= samen
        links, rechts = ([k for k in node.kinderen if id(k) not in samen] for node in (a, b))
        if len(links) != len(rechts):
            op_wid = {k.wid: k for k in rechts if k.wid}
            stapel.extend((k, op_wid[k.wid]) for k in links if k.wid in op_wid)
        else:
            stapel.extend(zip(links, rechts, strict=True))
    return uit


def _eigen(root: Node, gedeeld: set[int]) -> dict[str, _Eigen]:
    """Per wid what it holds itself. A shared subtree is entered only to know that its top is there."""
    uit: dict[str, _Eigen] = {}
    stapel: list[tuple[Node, str]] = [(root, "")]
    while stapel:
        node, binnen = stapel.pop()
        kop = (node.label, node.nummer, node.aanduiding)
        if node.wid:
            uit[node.wid] = _Eigen(binnen, kop, node.status)
            binnen = node.wid
        if binnen in uit:
            uit[binnen].opschrift.extend(_stukken(node.opschrift))
            uit[binnen].tekst[(node.soort, "" if node.wid else kop, _stukken(node.tekst))] += 1
        if not (node.wid and id(node) in gedeeld):
            stapel.extend((kind, binnen) for kind in reversed(node.kinderen))
    return uit
