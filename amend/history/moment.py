"""Moments → days: what "de dag na de bekendmaking" is, once the publication is known (regels.md 2.2)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import assert_never

from amend.model.clausules import (
    MaandNaBekendmaking,
    Met,
    Moment,
    NaBekendmaking,
    NaderTeBepalen,
    NaInwerkingtreding,
    OpDatum,
    Voorwaardelijk,
)

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def datum_tekst(dag: date) -> str:
    """A day as a Dutch reader writes it: "1 januari 2023"."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag_van(moment: Moment, bek: date | None, jwv: date | None = None) -> date | None:
    """The day of a moment, or None when it is not known yet.

    ``bek`` is the day of publication, ``jwv`` the own entry into force (for expiry clauses). Source: A4.21, A4.22.
    """
    match moment:
        case OpDatum(datum):
            return datum
        case NaBekendmaking(dagen):
            return bek + timedelta(days=dagen) if bek else None
        case MaandNaBekendmaking(maand, dag):
            return _maand_later(bek.replace(day=1), maand, dag) if bek else None
        case NaInwerkingtreding(jaren, maanden, dagen):
            return _maand_later(jwv, 12 * jaren + maanden, jwv.day) + timedelta(days=dagen) if jwv else None
        case Voorwaardelijk(gevallen):
            passend = (g for g in gevallen if bek and (g.tot_en_met is None or bek <= g.tot_en_met))
            geval = next(passend, None)
            return dag_van(geval.vanaf, bek, jwv) if geval else None
        case Met(besluit):
            return jwv if not besluit else None
        case NaderTeBepalen():
            return None
        case _:
            assert_never(moment)


def _maand_later(dag: date, maanden: int, dag_nr: int) -> date:
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag_nr, monthrange(jaar, maand + 1)[1]))
