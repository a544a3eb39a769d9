"""Closing provisions of a regulation: its own dates, and what it withdraws."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from amend.history.slot import slotbepalingen
from tests.history.verhaal import regeling

TEKST = """Tariefregeling (fictief)

Artikel 1

Het tarief is 50 euro.

Artikel 2

1. Deze regeling treedt in werking op de dag na de bekendmaking{terug}.

2. De Oude tariefregeling wordt ingetrokken{intrekking}.
"""


@pytest.mark.parametrize(
    ("terug", "intrekking", "gv", "codes"),
    [
        ("", " met ingang van de datum van inwerkingtreding van deze regeling", date(2024, 2, 7), []),
        (
            " en werkt terug tot en met 1 september 2023",
            " met ingang van de datum van inwerkingtreding van deze regeling, met terugwerkende kracht tot en met "
            "1 september 2023",
            date(2023, 9, 1),
            [],
        ),
        (
            " en werkt terug tot en met 1 september 2023",
            " met ingang van de datum van inwerkingtreding van deze regeling",
            date(2024, 2, 7),
            ["W419"],
        ),
    ],
)
def test_intrekking(terug: str, intrekking: str, gv: date, codes: list[str]) -> None:
    basis = regeling(TEKST.format(terug=terug, intrekking=intrekking), "2024-02-06", "2024-02-07")
    meta = replace(basis.meta, inwerkingtreding=None, terugwerkend=None)
    slot = slotbepalingen(replace(basis, meta=meta))
    (gevonden,) = slot.intrekkingen
    assert (gevonden.regeling, gevonden.jwv, gevonden.gv) == ("Oude tariefregeling", date(2024, 2, 7), gv)
    assert [m.code for m in slot.meldingen] == codes


def test_overlap_wordt_in_dagen_gezegd() -> None:
    tekst = TEKST.format(
        terug=" en werkt terug tot en met 1 september 2023",
        intrekking=" met ingang van de datum van inwerkingtreding van deze regeling",
    )
    slot = slotbepalingen(regeling(tekst, "2024-02-06", "2024-02-07"))
    assert slot.meldingen[0].tekst == (
        "“Oude tariefregeling” geldt tot 7 februari 2024 en de opvolger vanaf 1 september 2023: er gelden 159 dagen "
        "beide regelingen."
    )


def test_andere_datum_in_tekst_en_gegevens() -> None:
    tekst = TEKST.format(terug="", intrekking=" met ingang van de datum van inwerkingtreding van deze regeling")
    slot = slotbepalingen(regeling(tekst, "2024-02-06", "2024-03-01"))
    assert [m.code for m in slot.meldingen] == ["W411"]
    assert slot.instelling.jwv == date(2024, 3, 1)
