"""The two seeds in the three views: the rows of regels.md part 4, with what overheid.nl shows and its header."""

from __future__ import annotations

from datetime import date

import pytest

from amend.history.weergave import Weergave, in_weergave, koopkop
from tests.hoofdtaak.hulp import DORDRECHT, SOCIAAL, historie

OUD, NIEUW = "oud", "nieuw"

# geldig op, bekend op, geldend, op overheid.nl
DORDRECHT_RIJEN = [
    ("2022-12-31", "2022-12-31", OUD, OUD),
    ("2022-12-31", "2026-01-01", OUD, OUD),
    ("2023-01-01", "2023-09-11", OUD, OUD),
    ("2023-01-01", "2023-09-12", NIEUW, OUD),
    ("2023-06-01", "2023-05-23", OUD, OUD),
    ("2023-06-01", "2023-09-11", OUD, OUD),
    ("2023-06-01", "2023-09-12", NIEUW, OUD),
    ("2023-09-12", "2023-09-11", NIEUW, NIEUW),
]


def _toestand(id: str, weergave: Weergave, geldig_op: str, bekend_op: str) -> str:
    versie = in_weergave(historie(id), weergave, date.fromisoformat(geldig_op), date.fromisoformat(bekend_op))
    if versie.regeling is None:
        return "geen tekst"
    return NIEUW if len(versie.doelen) > 1 else OUD


@pytest.mark.parametrize(("geldig_op", "bekend_op", "geldend", "koop"), DORDRECHT_RIJEN)
def test_dordrecht(geldig_op: str, bekend_op: str, geldend: str, koop: str) -> None:
    assert _toestand(DORDRECHT, Weergave.GELDEND, geldig_op, bekend_op) == geldend
    assert _toestand(DORDRECHT, Weergave.KOOP, geldig_op, bekend_op) == koop


@pytest.mark.parametrize(
    ("dag", "kennis", "kop"),
    [
        ("2023-09-12", "2024-01-01", "Geldend van 12-09-2023 t/m heden met terugwerkende kracht vanaf 01-01-2023"),
        ("2023-06-01", "2024-01-01", "Geldend van 01-01-2022 t/m 11-09-2023"),
        ("2023-06-01", "2023-06-01", "Geldend van 01-01-2022 t/m heden"),
        (
            "2023-09-12",
            "2023-09-11",
            "Dit is een toekomstige tekst! Geldend vanaf 12-09-2023 met terugwerkende kracht vanaf 01-01-2023",
        ),
        ("2021-12-31", "2024-01-01", ""),
    ],
)
def test_kop_van_dordrecht(dag: str, kennis: str, kop: str) -> None:
    assert koopkop(historie(DORDRECHT), date.fromisoformat(dag), date.fromisoformat(kennis)) == kop


@pytest.mark.parametrize(
    ("geldig_op", "bekend_op", "geldend", "koop"),
    [
        ("2023-09-01", "2024-02-06", "geen tekst", "geen tekst"),
        ("2023-09-01", "2024-02-07", OUD, "geen tekst"),
        ("2023-08-31", "2024-02-07", "geen tekst", "geen tekst"),
        ("2023-10-01", "2024-12-31", OUD, "geen tekst"),
        ("2024-02-07", "2024-02-07", OUD, OUD),
    ],
)
def test_sociaal(geldig_op: str, bekend_op: str, geldend: str, koop: str) -> None:
    assert _toestand(SOCIAAL, Weergave.GELDEND, geldig_op, bekend_op) == geldend
    assert _toestand(SOCIAAL, Weergave.KOOP, geldig_op, bekend_op) == koop


def test_kop_van_sociaal() -> None:
    kop = koopkop(historie(SOCIAAL), date(2024, 3, 1), date(2024, 12, 31))
    assert kop == "Geldend van 07-02-2024 t/m heden met terugwerkende kracht vanaf 01-09-2023"


@pytest.mark.parametrize(("dag", "toestand"), [("2023-09-11", OUD), ("2023-09-12", NIEUW), ("2023-06-01", OUD)])
def test_wat_er_in_de_bank_stond(dag: str, toestand: str) -> None:
    assert _toestand(DORDRECHT, Weergave.REGISTER, dag, "2026-01-01") == toestand
