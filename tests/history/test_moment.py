"""Moments → days, as regels.md 2.2 computes them."""

from __future__ import annotations

from datetime import date

import pytest

from amend.history.moment import dag_van
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
from amend.model.kalender import datum_tekst

BEK = date(2024, 6, 15)
A4_22 = Voorwaardelijk((Geval(date(2024, 6, 30), OpDatum(date(2024, 7, 1))), Geval(None, NaBekendmaking(1))))


@pytest.mark.parametrize(
    ("moment", "bek", "verwacht"),
    [
        (OpDatum(date(2024, 1, 1)), BEK, date(2024, 1, 1)),
        (NaBekendmaking(1), BEK, date(2024, 6, 16)),
        (NaBekendmaking(2), date(2024, 12, 31), date(2025, 1, 2)),
        (NaBekendmaking(1), None, None),
        (MaandNaBekendmaking(2), BEK, date(2024, 8, 1)),
        (MaandNaBekendmaking(2), date(2024, 11, 30), date(2025, 1, 1)),
        (MaandNaBekendmaking(1, 31), date(2024, 1, 31), date(2024, 2, 29)),
        (A4_22, date(2024, 6, 30), date(2024, 7, 1)),
        (A4_22, date(2024, 7, 3), date(2024, 7, 4)),
        (NaderTeBepalen("koninklijk besluit"), BEK, None),
        (Met("het andere besluit"), BEK, None),
    ],
)
def test_dag(moment: Moment, bek: date | None, verwacht: date | None) -> None:
    assert dag_van(moment, bek) == verwacht


def test_verval_drie_jaar_na_inwerkingtreding() -> None:
    assert dag_van(NaInwerkingtreding(jaren=3), BEK, date(2024, 2, 29)) == date(2027, 2, 28)
    assert dag_van(NaInwerkingtreding(maanden=18), BEK, date(2024, 7, 1)) == date(2026, 1, 1)


def test_datum_in_woorden() -> None:
    assert datum_tekst(date(2023, 1, 1)) == "1 januari 2023"
