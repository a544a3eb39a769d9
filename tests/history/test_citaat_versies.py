"""The help of a quote that is not found names the version in which it does stand."""

from __future__ import annotations

from datetime import date

from tests.history.verhaal import besluit, historie, regeling

BASIS = regeling("Tariefregeling (fictief)\n\nArtikel 1\n\nHet tarief is 50 euro.\n", "2022-12-20", "2023-01-01")
EERSTE = besluit(
    "eerste",
    "A. In artikel 1 wordt “50” vervangen door “60”.",
    "Dit besluit treedt in werking met ingang van 1 april 2023.",
    "2023-03-10",
)


def test_woorden_uit_een_eerdere_versie() -> None:
    laat = besluit(
        "laat",
        "A. In artikel 1 wordt “50” vervangen door “70”.",
        "Dit besluit treedt in werking met ingang van 1 juli 2023.",
        "2023-06-10",
    )
    versie = historie(BASIS, EERSTE, laat).versie(date(2023, 8, 1), date(2023, 8, 1))
    hulp = next(m.hulp for m in versie.meldingen if m.code == "E320")
    assert hulp is not None
    assert hulp.endswith("De woorden staan wel in de tekst van vóór besluit eerste (in werking 1 april 2023).")


def test_woorden_uit_de_versie_bij_bekendmaking() -> None:
    """Retroactive effect: the decision quotes the text as it was when the decision was published."""
    terug = besluit(
        "terug",
        "A. In artikel 1 wordt “60” vervangen door “70”.",
        "Dit besluit treedt in werking met ingang van 1 juli 2023 en werkt terug tot en met 1 februari 2023.",
        "2023-06-10",
    )
    versie = historie(BASIS, EERSTE, terug).versie(date(2023, 2, 15), date(2023, 8, 1))
    hulp = next(m.hulp for m in versie.meldingen if m.code == "E320")
    assert hulp is not None
    assert hulp.endswith("De woorden staan wel in de tekst zoals die bij de bekendmaking van dit besluit bekend was.")
