"""The days around a day with the same answer: where, for one moment of knowledge, the valid text can change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from amend.history.doel import Doel
from amend.history.geldend import doelgrenzen


class Grenzen:
    """The boundaries of the doelen of a history, in order: most have one, the day in force, whatever else is known."""

    def __init__(self, doelen: Sequence[Doel]) -> None:
        gewoon: list[tuple[date, date]] = []
        self._bijzonder: list[Doel] = []
        for doel in doelen:
            if doel.jwv and doel.bek and doel.gv == doel.jwv and doel.tot is None and doel.tot_bekend is None:
                gewoon.append((doel.jwv, doel.bek))
            else:
                self._bijzonder.append(doel)
        gewoon.sort()
        self._dagen = [jwv for jwv, _ in gewoon]
        self._bekend = [bek for _, bek in gewoon]

    def rond(
        self, dag: date, bekend_op: date, in_werking_op: date | None, ook: Sequence[date | None] = ()
    ) -> tuple[date | None, date | None]:
        """The last boundary up to ``dag`` and the first after it; ``ook`` are boundaries from elsewhere."""
        grenzen = [g for doel in self._bijzonder for g in doelgrenzen(doel, bekend_op, in_werking_op)]
        grenzen += [g for g in ook if g is not None]
        plek = bisect_right(self._dagen, dag)
        grenzen += self._eerste(range(plek - 1, -1, -1), bekend_op, in_werking_op)
        grenzen += self._eerste(range(plek, len(self._dagen)), bekend_op, in_werking_op)
        van = max((g for g in grenzen if g <= dag), default=None)
        return van, min((g for g in grenzen if g > dag), default=None)

    def _eerste(self, plekken: range, bekend_op: date, in_werking_op: date | None) -> list[date]:
        """The nearest day in that direction that counts."""
        for plek in plekken:
            if self._bekend[plek] <= bekend_op and (in_werking_op is None or self._dagen[plek] <= in_werking_op):
                return [self._dagen[plek]]
        return []
