"""Looking up numbered elements without walking the tree: a number index per division, made when first needed.

An index belongs to one immutable node, so it never goes stale; after an edit only the changed divisions (the path
from the root down) get a new one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from amend.model.tree import INDELING, Node, Pad, Soort

HOUDERS: Final = INDELING | {Soort.REGELING, Soort.BIJLAGE, Soort.DIVISIE}
"""What can hold articles, divisions and annexes."""

_Index = tuple[dict[str, int], dict[str, tuple[int, ...]], tuple[int, ...]]
"""Number → child, number → children where it occurs more than once, children that are divisions themselves."""

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
            enkel, meer, houders = self._index(node)
            plek = enkel.get(nummer)
            if plek is not None:
                uit.extend((*pad, i) for i in meer.get(nummer, (plek,)) if node.kinderen[i].soort is soort)
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

    def neem_over(self, oud: Node, nieuw: Node, pad: Pad) -> None:
        """Tell that ``nieuw`` is ``oud`` with another node at ``pad`` of the same kind and number."""
        for index in pad:
            gevonden = self._indexen.pop(id(oud), None)
            if gevonden is not None and gevonden[0] is oud:
                self._indexen[id(nieuw)] = (nieuw, gevonden[1])
            if oud.soort not in HOUDERS:
                return
            oud, nieuw = oud.kinderen[index], nieuw.kinderen[index]

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
    houders = tuple([i for i, k in enumerate(kinderen) if k.soort is not Soort.ARTIKEL and k.soort in HOUDERS])
    enkel = dict(zip(nummers, range(len(nummers)), strict=True))
    meer: dict[str, tuple[int, ...]] = {}
    if len(enkel) != len(nummers):
        for nummer, aantal in Counter(nummers).items():
            if aantal > 1:
                meer[nummer] = tuple([i for i, ander in enumerate(nummers) if ander == nummer])
    return enkel, meer, houders
