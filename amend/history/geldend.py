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
    op_volgorde = sorted(doelen, key=lambda doel: doel.volgorde)
    return telt_mee(op_volgorde, geldig_op, bekend_op, in_werking_op)


def telt_mee(
    op_volgorde: Iterable[Doel], geldig_op: date, bekend_op: date, in_werking_op: date | None = None
) -> tuple[Doel, ...]:
    """The same for doelen that are in order already."""
    tot = in_werking_op or max(bekend_op, geldig_op)
    return tuple(
        doel
        for doel in op_volgorde
        if doel.bek is not None
        and doel.jwv is not None
        and doel.gv is not None
        and doel.bek <= bekend_op
        and (doel.tot_bekend is None or bekend_op < doel.tot_bekend)
        and doel.jwv <= tot
        and doel.gv <= geldig_op
        and (doel.tot is None or geldig_op < doel.tot)
    )


def geldt_vanaf(bek: date | None, jwv: date | None, gv: date | None, bekend_op: date, tot: date | None) -> date | None:
    """The first day of validity on which something counts, for one moment of knowledge; None when it never does.

    ``tot`` is J where the question gives it; otherwise J moves with the day (max of K and D).
    """
    if bek is None or jwv is None or gv is None or bek > bekend_op:
        return None
    if tot is not None:
        return gv if jwv <= tot else None
    return gv if jwv <= bekend_op else max(gv, jwv)


def doelgrenzen(doel: Doel, bekend_op: date, tot: date | None) -> tuple[date, ...]:
    """The days on which a doel begins and stops to count, for one moment of knowledge (and J, where given)."""
    if doel.tot_bekend is not None and bekend_op >= doel.tot_bekend:
        return ()
    vanaf = geldt_vanaf(doel.bek, doel.jwv, doel.gv, bekend_op, tot)
    if vanaf is None or (doel.tot is not None and doel.tot <= vanaf):
        return ()
    return (vanaf,) if doel.tot is None else (vanaf, doel.tot)
