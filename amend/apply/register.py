"""Looking up numbered elements without walking the tree: a number index per division, made when first needed.

An index belongs to one immutable node, so it never goes stale; after an edit only the changed divisions (the path
from the root down) get a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from amend.model.tree import INDELING, Node, Pad, Soort

HOUDERS: Final = INDELING | {Soort.REGELING, Soort.BIJLAGE, Soort.DIVISIE}
"""What can hold articles, divisions and annexes."""

_Index = tuple[dict[str, tuple[int, ...]], tuple[int, ...]]
_MAX: Final = 100_000


class Register:
    """Number lookups in the divisions of a tree. One register serves all versions made in one run."""

    __slots__ = ("_indexen", "_omvang")

    def __init__(self) -> None:
        self._indexen: dict[int, tuple[Node, _Index]] = {}
        self._omvang = 0

    def vind(self, root: Node, binnen: Pad, soort: Soort, nummer: str) -> list[Pad]:
        """The paths of the elements of this kind and number below ``binnen``, in reading order.

        Seen from the root, what stands inside an annex is not found (an annex has its own numbers).
        """
        uit: list[Pad] = []
        start = root
        for index in binnen:
            start = start.kinderen[index]
        stapel = [(binnen, start)]
        while stapel:
            pad, node = stapel.pop()
            op_nummer, houders = self._index(node)
            uit.extend((*pad, i) for i in op_nummer.get(nummer, ()) if node.kinderen[i].soort is soort)
            stapel.extend(
                ((*pad, i), node.kinderen[i])
                for i in reversed(houders)
                if binnen or node.kinderen[i].soort is not Soort.BIJLAGE
            )
        return sorted(uit)

    def reeks(self, root: Node, binnen: Pad, soort: Soort) -> Iterator[tuple[Pad, Node]]:
        """Every element of this kind below ``binnen`` in reading order (annexes apart, see :meth:`vind`)."""
        start = root
        for index in binnen:
            start = start.kinderen[index]
        stapel = [(binnen, start)]
        while stapel:
            pad, node = stapel.pop()
            if pad != binnen and node.soort is soort:
                yield pad, node
            if node.soort in HOUDERS and (binnen or node.soort is not Soort.BIJLAGE):
                laatste = len(node.kinderen) - 1
                stapel.extend(((*pad, laatste - i), kind) for i, kind in enumerate(reversed(node.kinderen)))

    def _index(self, node: Node) -> _Index:
        gevonden = self._indexen.get(id(node))
        if gevonden is not None and gevonden[0] is node:
            return gevonden[1]
        index = _maak(node)
        self._indexen[id(node)] = (node, index)
        self._omvang += len(node.kinderen)
        while self._omvang > _MAX and len(self._indexen) > 1:
            oudste = next(iter(self._indexen))
            self._omvang -= len(self._indexen.pop(oudste)[0].kinderen)
        return index


def _maak(node: Node) -> _Index:
    kinderen = node.kinderen
    nummers = [kind.nummer for kind in kinderen]
    houders = tuple(i for i, kind in enumerate(kinderen) if kind.soort in HOUDERS)
    enkel = dict(zip(nummers, range(len(nummers)), strict=True))
    if len(enkel) == len(nummers):
        return {nummer: (i,) for nummer, i in enkel.items()}, houders
    meer: dict[str, list[int]] = {}
    for i, nummer in enumerate(nummers):
        meer.setdefault(nummer, []).append(i)
    return {nummer: tuple(plekken) for nummer, plekken in meer.items()}, houders
