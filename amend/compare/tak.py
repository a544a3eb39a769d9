"""A node with its place, made only for the parts of a tree that a comparison has to enter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amend.model.tree import Node, Soort


class Tak:
    """A node, its parent and its index there; ``partner`` is its counterpart in the other tree, if it has one."""

    __slots__ = ("_kinderen", "_rangen", "gelijk", "index", "node", "ouder", "partner")

    def __init__(self, node: Node, ouder: Tak | None = None, index: int = 0) -> None:
        self.node = node
        self.ouder = ouder
        self.index = index
        self.partner: Tak | None = None
        self.gelijk = False
        self._kinderen: list[Tak] | None = None
        self._rangen: tuple[list[int], Counter[Soort]] | None = None

    @property
    def kinderen(self) -> list[Tak]:
        """The children, in order (made on first use)."""
        if self._kinderen is None:
            self._kinderen = [Tak(kind, self, i) for i, kind in enumerate(self.node.kinderen)]
        return self._kinderen

    @property
    def rangen(self) -> tuple[list[int], Counter[Soort]]:
        """Per child its rank among its own kind (from 1), and how many there are of each kind (made on first use)."""
        if self._rangen is None:
            tel: Counter[Soort] = Counter()
            rangen = []
            for kind in self.node.kinderen:
                tel[kind.soort] += 1
                rangen.append(tel[kind.soort])
            self._rangen = rangen, tel
        return self._rangen

    def loop(self) -> Iterator[Tak]:
        """This branch and all below it, in reading order."""
        stapel = [self]
        while stapel:
            tak = stapel.pop()
            yield tak
            stapel.extend(reversed(tak.kinderen))

    def lijn(self) -> list[Tak]:
        """From the root down to this branch."""
        uit, tak = [], self
        while True:
            uit.append(tak)
            if tak.ouder is None:
                return uit[::-1]
            tak = tak.ouder


def verbind(a: Tak, b: Tak, *, gelijk: bool) -> None:
    """Make ``a`` and ``b`` counterparts."""
    a.partner, b.partner = b, a
    a.gelijk = b.gelijk = gelijk
