"""Moments → days: what "de dag na de bekendmaking" is, once the publication is known (regels.md 2.2)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import assert_never

from amend.model.clausules import (
    Geval,
    MaandNaBekendmaking,
    Met,
    Moment,
    NaBekendmaking,
    NaderTeBepalen,
    NaInwerkingtreding,
    OpDatum,
    Voorwaardelijk,
)

Wanneer = Callable[[str], date | None]
"""Name of a decision → its entry into force, None when that is not known."""


def onbekend(naam: str) -> date | None:
    """No decision is known by that name."""
    del naam
    return None


def dag_van(moment: Moment, bek: date | None, jwv: date | None = None, wanneer: Wanneer = onbekend) -> date | None:
    """The day of a moment, or None when it is not known yet.

    ``bek`` is the day of publication, ``jwv`` the own entry into force (for expiry clauses), ``wanneer`` says when
    another decision enters into force. Source: A4.21, A4.22, A5.71.
    """
    match moment:
        case OpDatum(datum):
            return datum
        case NaBekendmaking(dagen, maanden):
            return later(bek, maanden, dagen) if bek else None
        case MaandNaBekendmaking(maand, dag):
            return _dag_in_maand(bek, maand, dag) if bek else None
        case NaInwerkingtreding(jaren, maanden, dagen):
            return later(jwv, 12 * jaren + maanden, dagen) if jwv else None
        case Voorwaardelijk(gevallen):
            geval = next((g for g in gevallen if bek and _past(g, bek, wanneer)), None)
            return dag_van(geval.vanaf, bek, jwv, wanneer) if geval and geval.vanaf else None
        case Met(besluit, dagen, maanden):
            begin = wanneer(besluit) if besluit else jwv
            return later(begin, maanden, dagen) if begin else None
        case NaderTeBepalen():
            return None
        case _:
            assert_never(moment)


def _past(geval: Geval, bek: date, wanneer: Wanneer) -> bool:
    grens = dag_van(geval.tot_en_met, bek, None, wanneer) if isinstance(geval.tot_en_met, Met) else geval.tot_en_met
    return geval.tot_en_met is None or (grens is not None and bek <= grens)


def later(dag: date, maanden: int, dagen: int) -> date:
    """So many months on (same day, or the last of a shorter month: 31 January + 1 = 28 February), then days."""
    return _dag_in_maand(dag, maanden, dag.day) + timedelta(days=dagen)


def _dag_in_maand(dag: date, maanden: int, dag_nr: int) -> date:
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag_nr, monthrange(jaar, maand + 1)[1]))
