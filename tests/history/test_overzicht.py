"""The overview rows, as the register shows them."""

from __future__ import annotations

from datetime import date

from amend.model.regeling import OverzichtRegel
from tests.hoofdtaak.hulp import DORDRECHT, SOCIAAL, versie


def rijen(id: str, geldig_op: str, bekend_op: str) -> tuple[OverzichtRegel, ...]:
    v = versie(id, geldig_op, bekend_op)
    assert v.regeling is not None
    return v.regeling.meta.overzicht


def test_rij_van_dordrecht() -> None:
    oud, nieuw = rijen(DORDRECHT, "2023-06-01", "2023-10-01")
    assert (oud.betreft, oud.inwerkingtreding) == ("nieuwe regeling", date(2022, 1, 1))
    assert nieuw == OverzichtRegel(
        inwerkingtreding=date(2023, 9, 12),
        terugwerkend=date(2023, 1, 1),
        betreft="art. 1, 4, 10–29, bijlage 1–5, 7, 9–15",
        ondertekening=date(2023, 5, 23),
    )


def test_rijen_van_sociaal_zijn_cumulatief() -> None:
    betreft = [rij.betreft for rij in rijen(SOCIAAL, "2026-01-01", "2026-11-01")]
    assert betreft == [
        "nieuwe regeling",
        "art. 5, 17",
        "art. 1–5, 8, 9, 10a, 14, 15, bijlage 1",
        "art. 6, 16, hoofdstuk 5",
        "art. 10a",
    ]


def test_gegevens_van_de_versie() -> None:
    v = versie(DORDRECHT, "2022-06-01", "2023-10-01")
    assert v.regeling is not None
    assert (v.regeling.meta.inwerkingtreding, v.regeling.meta.uitwerkingtreding) == (date(2022, 1, 1), date(2023, 1, 1))
    v = versie(DORDRECHT, "2023-06-01", "2023-10-01")
    assert v.regeling is not None
    assert (v.regeling.meta.inwerkingtreding, v.regeling.meta.terugwerkend) == (date(2023, 9, 12), date(2023, 1, 1))
