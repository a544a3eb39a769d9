"""Quotation marks around new text: both are taken off and reported."""

from __future__ import annotations

import pytest

from amend.model.tree import platte_tekst
from amend.read.aanhaling import zonder_aanhaling
from amend.read.regels import lees_regels
from amend.read.structuur import Waarin, bouw


@pytest.mark.parametrize(
    ("tekst", "regels", "codes"),
    [
        ("“Artikel 2 Duur”\nEen jaar.\n", ["Artikel 2 Duur", "Een jaar."], ["W133"]),
        ("“Artikel 2 Duur\nEen jaar.”\n", ["Artikel 2 Duur", "Een jaar."], ["W133"]),
        ("<<Artikel 2 Duur>>\n", ["Artikel 2 Duur"], ["W133"]),
        ("«Artikel 2 Duur\nEen jaar.\n", ["Artikel 2 Duur", "Een jaar."], ["W133"]),
        (
            "«Artikel 2 A»\nEen.\n«Artikel 3 B»\nTwee.\n",
            ["Artikel 2 A", "Een.", "Artikel 3 B", "Twee."],
            ["W133", "W133"],
        ),
        ("“aa. karton;”.\n", ["aa. karton;"], ["W133"]),
        ("“Plan” is een begrip.\n", ["“Plan” is een begrip."], []),
        ("Artikel 2 Duur\nHet “plan”.\n", ["Artikel 2 Duur", "Het “plan”."], []),
    ],
)
def test_aanhaling(tekst: str, regels: list[str], codes: list[str]) -> None:
    uit, meldingen = zonder_aanhaling(lees_regels(tekst))
    assert [regel.heel for regel in uit] == regels
    assert [melding.code for melding in meldingen] == codes


def test_onderdeel_tussen_aanhalingstekens_is_een_onderdeel() -> None:
    uit, _ = zonder_aanhaling(lees_regels("“aa. karton;”\n"))
    (lijst,), _ = bouw(uit, Waarin("payload", "onderdeel"))
    (item,) = lijst.kinderen
    assert (item.aanduiding, platte_tekst(item.kinderen[0].tekst)) == ("aa.", "karton;")
