"""Tariff tables of levies: lines numbered 1.1, 1.1.1, 2.3.4.1 are the items of an annex, not rows of a table.

They are told from headings ("2.1 Algemeen") by the amounts: a text with three such lines that hold an amount, or cells
parted by tabs, is a tariff. Each item carries its whole number, so the list is flat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.model.tree import Soort
from amend.read.bouwsteen import Bouwsteen
from amend.read.koppen import kop_van
from amend.read.regels import Regel

_POST: Final = re.compile(r"(?P<nr>\d{1,2}[a-z]?(?:\.\d{1,3}[a-z]?){1,5})\.?[\t ]+(?=\S)")
_BEDRAG: Final = re.compile(r"\t|€|\d,\d\d\b|\d,--|\d%")
_GENOEG: Final = 3


class Tarieven:
    """The items of the tariffs among these lines; ``nieuw`` says that they are new text announced as items."""

    def __init__(self, regels: list[Regel], *, nieuw: bool) -> None:
        self.regels = regels
        self.nieuw = nieuw
        self.vanaf = self._begin(regels)
        self.post: Bouwsteen | None = None
        self._houder: Bouwsteen | None = None
        self._lijst: Bouwsteen | None = None

    def _begin(self, regels: Sequence[Regel]) -> int:
        """The index of the heading above the first tariff; past the end when there is none."""
        if self.nieuw:
            return 0
        bijlagen = [i for i, r in enumerate(regels) if (k := _kop(r)) is not None and k is Soort.BIJLAGE]
        for begin, eind in zip(bijlagen, [*bijlagen[1:], len(regels)], strict=False):
            posten = sum(1 for r in regels[begin:eind] if _POST.match(r.tekst) and _BEDRAG.search(r.tekst))
            if posten >= _GENOEG:
                return begin
        return len(regels)

    def neem(self, plek: int, houder: Bouwsteen) -> bool:
        """Place the line at ``plek`` when it is an item, below ``houder``; False when it is something else."""
        if plek < self.vanaf or houder.soort is Soort.ARTIKEL:
            return False
        regel = self.regels[plek]
        treffer = _POST.match(regel.tekst) if not regel.merk else None
        if treffer is None or (self.nieuw and plek and self.post is None):
            return False
        if self._houder is not houder or self._lijst is None:
            self._houder, self._lijst = houder, houder.bij(Bouwsteen(Soort.LIJST, regel=regel.nr))
        aanduiding = treffer[0].strip()
        self.post = self._lijst.bij(
            Bouwsteen(Soort.ONDERDEEL, nummer=treffer["nr"], aanduiding=aanduiding, regel=regel.nr)
        )
        self.post.alinea(regel.tekst[treffer.end() :], regel.nr)
        return True


def _kop(regel: Regel) -> Soort | None:
    kop = kop_van(regel.tekst) if not regel.merk else None
    return kop.soort if kop is not None else None
