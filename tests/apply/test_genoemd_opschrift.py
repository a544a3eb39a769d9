"""A heading or the articles named behind a number are a claim: the wrong one refuses the instruction (E345)."""

from __future__ import annotations

import pytest

from amend import pipeline
from amend.parse.besluit import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst

_REGELING = "Marktregeling\n\nArtikel 1 Begrippen\n\nDe raad beslist.\n\nArtikel 2 Duur\n\nTwee jaar.\n"


def _geweigerd(tekst: str, naam: str, zin: str) -> set[str]:
    """The codes of the findings that stop the instruction ``zin`` on the regulation of this name."""
    regeling, _ = lees_regeling_tekst(tekst, "regeling")
    besluit, _ = lees_besluit_tekst(
        f"Besluit tot wijziging van de {naam}\nDe raad van Dorp;\nbesluit:\nArtikel I\n"
        f"De {naam} wordt als volgt gewijzigd:\nA. {zin}\n",
        "besluit",
    )
    assert regeling is not None
    assert besluit is not None
    uitkomst = pipeline.pas_toe(regeling, ontleed_besluit(besluit))
    return {m.code for v in uitkomst.uitvoering.verslag for m in v.meldingen if m.blokkeert}


@pytest.mark.parametrize(
    ("zin", "codes"),
    [
        ("In artikel 2 Duur wordt ‘Twee’ vervangen door ‘Drie’.", set()),
        ("In artikel 2 Looptijd wordt ‘Twee’ vervangen door ‘Drie’.", {"E345"}),
        ("Artikel 2 (Duur) vervalt.", set()),
        ("Artikel 2 ‘Looptijd’ vervalt.", {"E345"}),
    ],
)
def test_het_genoemde_opschrift_moet_kloppen(zin: str, codes: set[str]) -> None:
    assert _geweigerd(_REGELING, "Marktregeling", zin) == codes


_MET_HOOFDSTUKKEN = (
    "Havenregeling\n\nHoofdstuk 1 Begin\n\nArtikel 1\n\nDe raad beslist.\n\nHoofdstuk 2 Duur\n\n"
    "Artikel 2\n\nTwee jaar.\n\nArtikel 3\n\nDrie jaar.\n\nArtikel 4\n\nVier jaar.\n"
)


@pytest.mark.parametrize(
    ("zin", "codes"),
    [
        ("Hoofdstuk 2 (artikel 2 tot en met 4) vervalt.", set()),
        ("Hoofdstuk 2 (de artikelen 2, 3 en 4) vervalt.", set()),
        ("Hoofdstuk 2 (artikelen 2 tot en met 3) vervalt.", {"E345"}),
        ("Hoofdstuk 2 (artikelen 2 en 4) vervalt.", {"E345"}),
    ],
)
def test_de_genoemde_artikelen_moeten_kloppen(zin: str, codes: set[str]) -> None:
    assert _geweigerd(_MET_HOOFDSTUKKEN, "Havenregeling", zin) == codes
