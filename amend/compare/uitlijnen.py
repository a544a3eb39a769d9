"""Aligning two sequences: the longest common subsequence, and the heaviest chain of pairs that do not cross."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Final

from rapidfuzz.distance import Indel

Paren = list[tuple[int, int]]
Gat = tuple[int, int, int, int]
"""A stretch ``van_a:tot_a`` of one sequence against ``van_b:tot_b`` of the other."""

_MAX_CELLEN: Final = 400_000_000
"""Above this product of lengths the sequences are first cut at keys that occur once in both."""
_VENSTERS: Final = (8, 4, 2, 1)
"""How many keys in a row are looked at, most telling first."""


def lcs(a: Sequence[Hashable], b: Sequence[Hashable]) -> Paren:
    """Index pairs of a longest common subsequence (of a long one, when the input is very large)."""
    nummers: dict[Hashable, int] = {}
    x = [nummers.setdefault(sleutel, len(nummers)) for sleutel in a]
    y = [nummers.setdefault(sleutel, len(nummers)) for sleutel in b]
    kop = next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    rest = min(len(x), len(y)) - kop
    staart = next((i for i in range(rest) if x[-1 - i] != y[-1 - i]), rest)
    uit = [(i, i) for i in range(kop)]
    uit.extend(_binnen(x, y, (kop, len(x) - staart, kop, len(y) - staart)))
    uit.extend((len(x) - staart + i, len(y) - staart + i) for i in range(staart))
    return uit


def _binnen(x: list[int], y: list[int], gat: Gat) -> Paren:
    """What is common in one stretch. Too large a stretch is cut at rows of keys that occur once on both sides."""
    uit: Paren = []
    stapel: list[tuple[Gat, tuple[int, ...]]] = [(gat, _VENSTERS)]
    while stapel:
        (va, ta, vb, tb), vensters = stapel.pop()
        if va >= ta or vb >= tb:
            continue
        if (ta - va) * (tb - vb) <= _MAX_CELLEN:
            for op in Indel.opcodes(x[va:ta], y[vb:tb]):
                if op.tag == "equal":
                    lengte = op.src_end - op.src_start
                    uit.extend((va + op.src_start + k, vb + op.dest_start + k) for k in range(lengte))
        elif vensters:
            ankers = _ankers(x, y, (va, ta, vb, tb), vensters[0])
            uit.extend(ankers)
            stapel.extend((deel, vensters[1:]) for deel in gaten(ankers, (va, ta, vb, tb)))
    return sorted(uit)


def _ankers(x: list[int], y: list[int], gat: Gat, venster: int) -> Paren:
    """Places where ``venster`` keys in a row occur once on both sides, in one order."""
    va, ta, vb, tb = gat
    rijen = [
        [tuple(rij[i : i + venster]) for i in range(van, tot - venster + 1)]
        for rij, van, tot in ((x, va, ta), (y, vb, tb))
    ]
    in_x, in_y = (Counter(rij) for rij in rijen)
    plek = {sleutel: j for j, sleutel in enumerate(rijen[1]) if in_y[sleutel] == 1}
    enig = [(va + i, vb + plek[s], 1.0) for i, s in enumerate(rijen[0]) if in_x[s] == 1 and s in plek]
    return zwaarste_keten(enig)


def gaten(paren: Paren, gat: Gat) -> list[Gat]:
    """The stretches of ``gat`` between pairs (in order, not crossing) where both sides have something left."""
    uit, (va, ta, vb, tb) = [], gat
    for i, j in (*paren, (ta, tb)):
        if i > va and j > vb:
            uit.append((va, i, vb, j))
        va, vb = i + 1, j + 1
    return uit


Sleutel = Callable[[int], Hashable | None]


def per_sleutel(gat: Gat, van_a: Sleutel, van_b: Sleutel) -> Paren:
    """Pairs with equal keys inside one stretch; a key None takes no part."""
    va, ta, vb, tb = gat
    a = [(i, sleutel) for i in range(va, ta) if (sleutel := van_a(i)) is not None]
    b = [(j, sleutel) for j in range(vb, tb) if (sleutel := van_b(j)) is not None]
    if not a or not b:
        return []
    return [(a[p][0], b[q][0]) for p, q in lcs([s for _, s in a], [s for _, s in b])]


def zwaarste_keten(paren: Sequence[tuple[int, int, float]]) -> Paren:
    """The pairs (i, j, weight > 0) of greatest total weight that rise in both i and j. O(k log k)."""
    volgorde = sorted(paren, key=lambda p: (p[0], -p[1]))
    rangen = {j: r for r, j in enumerate(sorted({j for _, j, _ in paren}), 1)}
    boom: list[tuple[float, int]] = [(0.0, -1)] * (len(rangen) + 1)
    vorige: list[int] = []
    for n, (_, j, gewicht) in enumerate(volgorde):
        best = (0.0, -1)
        rang = rangen[j] - 1
        while rang > 0:
            best = max(best, boom[rang])
            rang -= rang & -rang
        vorige.append(best[1])
        totaal, rang = (best[0] + gewicht, n), rangen[j]
        while rang < len(boom):
            boom[rang] = max(boom[rang], totaal)
            rang += rang & -rang
    n = max(boom)[1]
    uit: Paren = []
    while n >= 0:
        uit.append(volgorde[n][:2])
        n = vorige[n]
    return uit[::-1]
