"""THE rule of time: which doelen make up the text valid on D, in force up to J, known up to K (regels.md 2.3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amend.history.doel import Doel


def geldend(
    doelen: Iterable[Doel], geldig_op: date, bekend_op: date, in_werking_op: date | None = None
) -> tuple[Doel, ...]:
    """Every doel with bek ≤ K, jwv ≤ J and gv ≤ D, in order of (jwv, gv), then aanwijzing 5.70.

    ``in_werking_op`` (J) defaults to max(K, D): who asks today about the past gets the retroactive text, who asks
    about the future gets the published changes to come. Doelen without a known date never count.
    """
    tot = in_werking_op or max(bekend_op, geldig_op)
    gekozen = (
        doel
        for doel in doelen
        if doel.bek is not None
        and doel.jwv is not None
        and doel.gv is not None
        and doel.bek <= bekend_op
        and doel.jwv <= tot
        and doel.gv <= geldig_op
    )
    return tuple(sorted(gekozen, key=lambda doel: doel.volgorde))
