"""Which element of the old tree is which of the new one.

Versions of one history share their untouched subtrees (``is``) and keep identities (``wid``): elements are paired by
those alone, and only text blocks without identity are aligned by content. For two files the order is: equal content
with number, equal content without number, then similarity, each inside the stretches that the step before left open.
What stays alone on both sides is then tried as moved, also to another parent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from amend.compare.lijkt import kandidaten, score
from amend.compare.tak import Tak, verbind
from amend.compare.uitlijnen import Gat, Paren, Sleutel, gaten, per_sleutel, zwaarste_keten
from amend.compare.verplaatst import zoek_verplaatst
from amend.compare.vingers import Vingers
from amend.model.tree import Node, Soort

_ALLE_PAREN: Final = 900
"""A stretch with at most this many possible pairs is tried in full; a larger one by number, heading and rare words."""


def koppel(oud: Node, nieuw: Node, *, identiteit: bool) -> tuple[Tak, Tak]:
    """The two trees as branches, paired. ``identiteit``: wids are permanent and known on both sides."""
    werk = Koppeling(Tak(oud), Tak(nieuw), identiteit)
    werk.voer_uit()
    return werk.oud, werk.nieuw


class Koppeling:
    """A pairing in the making."""

    def __init__(self, oud: Tak, nieuw: Tak, identiteit: bool) -> None:
        self.oud, self.nieuw, self.identiteit = oud, nieuw, identiteit
        self.vingers = Vingers()
        self.wachtrij: list[tuple[Tak, Tak]] = []

    def voer_uit(self) -> None:
        """Pair from the roots down, then what moved, until nothing more is found."""
        self.paar(self.oud, self.nieuw)
        self.lijn_uit()
        while zoek_verplaatst(self):
            self.lijn_uit()

    def paar(self, a: Tak, b: Tak) -> None:
        """Make two branches counterparts; their children wait for their turn when they differ."""
        gelijk = a.node is b.node or (not self.identiteit and self.vingers.gelijk(a.node, b.node))
        verbind(a, b, gelijk=gelijk)
        if not gelijk:
            self.wachtrij.append((a, b))

    def lijn_uit(self) -> None:
        """Pair the children of every pair that waits."""
        while self.wachtrij:
            a, b = self.wachtrij.pop()
            x = [tak for tak in a.kinderen if tak.partner is None]
            y = [tak for tak in b.kinderen if tak.partner is None]
            for i, j in self.paren(x, y):
                self.paar(x[i], y[j])

    # ---- children of one parent ----

    def paren(self, x: Sequence[Tak], y: Sequence[Tak]) -> Paren:
        """Counterparts among the children of one pair, in order."""
        gat: Gat = (0, len(x), 0, len(y))
        paren: Paren = []
        for van_a, van_b in self.stappen(x, y):
            nieuw = [p for g in gaten(paren, gat) for p in per_sleutel(g, van_a, van_b)]
            paren = sorted((*paren, *nieuw))
        lijkt = [p for g in gaten(paren, gat) for p in self.gelijkend(x, y, g)]
        return sorted((*paren, *lijkt))

    def stappen(self, x: Sequence[Tak], y: Sequence[Tak]) -> list[tuple[Sleutel, Sleutel]]:
        """The keys by which children are paired, most certain first."""
        v = self.vingers

        def los(tak: Tak) -> bool:
            return not (self.identiteit and tak.node.wid)

        def stap(sleutel: object) -> tuple[Sleutel, Sleutel]:
            assert callable(sleutel)  # noqa: S101 - a local helper
            return (lambda i: sleutel(x[i])), (lambda j: sleutel(y[j]))

        def vol(tak: Tak) -> Hashable | None:
            return v.vol(tak.node) if los(tak) else None

        def romp(tak: Tak) -> Hashable | None:
            node = tak.node
            return v.romp(node) if los(tak) and (node.kinderen or node.tekst or node.opschrift) else None

        inhoud = [stap(vol), stap(romp)]
        if not self.identiteit:
            return inhoud
        return [stap(lambda tak: id(tak.node)), stap(lambda tak: tak.node.wid or None), *inhoud]

    def gelijkend(self, x: Sequence[Tak], y: Sequence[Tak], gat: Gat) -> Paren:
        """Pairs by similarity inside one stretch."""
        soorten = [Counter(tak.node.soort for tak in (taken[0].ouder or taken[0]).kinderen) for taken in (x, y)]
        uit: list[tuple[int, int, float]] = []
        for i, j in self.kandidaten(x, y, gat):
            a, b = x[i].node, y[j].node
            if self.identiteit and (a.wid or b.wid):
                continue
            enig = soorten[0][a.soort] == 1 and soorten[1][b.soort] == 1
            enig = enig or (a.soort is Soort.CEL and len(x) == len(y) and i == j)
            if gewicht := score(self.vingers, a, b, enig=enig):
                uit.append((i, j, gewicht))
        return zwaarste_keten(uit)

    def kandidaten(self, x: Sequence[Tak], y: Sequence[Tak], gat: Gat) -> Iterable[tuple[int, int]]:
        """Which pairs of a stretch are worth measuring."""
        va, ta, vb, tb = gat
        if (ta - va) * (tb - vb) <= _ALLE_PAREN:
            return [(i, j) for i in range(va, ta) for j in range(vb, tb)]
        paren = kandidaten(self.vingers, [tak.node for tak in x[va:ta]], [tak.node for tak in y[vb:tb]])
        return [(va + i, vb + j) for i, j in paren]
