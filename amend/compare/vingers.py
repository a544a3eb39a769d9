"""Fingerprints of subtrees: equal numbers mean equal content. Computed once per node, only where asked.

Two grades: ``vol`` (what a reader sees, with numbers) and ``romp`` (the same without the own number and label).
Identity, origin, marks and foreign attributes do not count in either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from typing import Final

from rapidfuzz.distance import Indel, Levenshtein

from amend.compare.samen import gelijk
from amend.model.tree import Node, alle_nodes, platte_tekst

_MAX_PRECIES: Final = 400
"""Up to this many words similarity follows the order of the words; above it, only which words there are."""
_KORT: Final = 6
_WOORD: Final = re.compile(r"\w+")


class Vingers:
    """Memo of fingerprints and words. Holds a reference to every node that it knows."""

    def __init__(self) -> None:
        self._nummers: dict[Hashable, int] = {}
        self._memo: dict[int, int] = {}
        self._woorden: dict[int, list[str]] = {}
        self._zakken: dict[int, Counter[str]] = {}
        self._vast: list[Node] = []

    def gelijk(self, a: Node, b: Node) -> bool:
        """True when two subtrees are equal in every field."""
        return self.vol(a) == self.vol(b) and gelijk(a, b)

    def vol(self, node: Node) -> int:
        """Equal for subtrees that read the same."""
        return self._bereken(node)

    def romp(self, node: Node) -> int:
        """Equal for subtrees that read the same but for their own number and label."""
        kinderen = tuple(self.vol(kind) for kind in node.kinderen)
        eigen = (node.soort, platte_tekst(node.opschrift), platte_tekst(node.tekst), node.status, node.xml)
        return self._nummer(("romp", eigen, kinderen))

    def _nummer(self, sleutel: Hashable) -> int:
        return self._nummers.setdefault(sleutel, len(self._nummers))

    def _bereken(self, root: Node) -> int:
        memo = self._memo
        if (bekend := memo.get(id(root))) is not None:
            return bekend
        self._vast.append(root)
        for node in reversed(list(alle_nodes(root))):
            if id(node) not in memo:
                memo[id(node)] = self._nummer((_vol(node), tuple([memo[id(kind)] for kind in node.kinderen])))
        return memo[id(root)]

    def woorden(self, node: Node) -> list[str]:
        """The words of the subtree, headings included, in reading order."""
        if id(node) not in self._woorden:
            self._vast.append(node)
            teksten = (platte_tekst(deel.opschrift) + "\n" + platte_tekst(deel.tekst) for deel in alle_nodes(node))
            self._woorden[id(node)] = _WOORD.findall("\n".join(teksten))
        return self._woorden[id(node)]

    def zak(self, node: Node) -> Counter[str]:
        """How often each word occurs in the subtree."""
        if id(node) not in self._zakken:
            self._zakken[id(node)] = Counter(self.woorden(node))
        return self._zakken[id(node)]

    def gelijkenis(self, a: Node, b: Node) -> float:
        """0 to 1: how much of the words of both is common, in order where that is affordable."""
        wa, wb = self.woorden(a), self.woorden(b)
        if not wa or not wb:
            return 1.0 if not wa and not wb else 0.0
        if max(len(wa), len(wb)) > _MAX_PRECIES:
            gedeeld = sum((self.zak(a) & self.zak(b)).values())
            return 2 * gedeeld / (len(wa) + len(wb))
        maat = Indel.normalized_similarity(wa, wb)
        if min(len(wa), len(wb)) <= _KORT:
            tekens = Levenshtein.normalized_similarity(" ".join(wa), " ".join(wb))
            maat = max(maat, tekens if tekens >= 0.7 else 0.0)
        return maat


def _vol(node: Node) -> Hashable:
    return (
        *(node.soort, node.nummer, node.label, node.aanduiding, node.status, node.xml),
        *(platte_tekst(node.opschrift), platte_tekst(node.tekst)),
    )
