"""By which names a decision speaks of a regulation, and what happens with other names."""

from __future__ import annotations

from datetime import date

import pytest

from amend.history.namen import gewone_naam, is_algemeen, is_naam_van
from amend.model.regeling import RegelingMeta
from amend.parse.besluit import ontleed_besluit
from amend.pipeline import pas_toe
from amend.read.besluit_tekst import lees_besluit_tekst
from tests.history.verhaal import artikelen, besluit, historie, regeling

BASIS = "Tariefregeling (fictief)\n\nArtikel 1\n\nHet tarief is 50 euro.\n\nArtikel 2\n\nDe termijn is een jaar.\n"


@pytest.mark.parametrize(
    ("naam", "ander"),
    [
        ("De Tariefregeling", "Tariefregeling"),
        ("“Tariefregeling”, zoals vastgesteld op 17 januari 2022", "Tariefregeling"),
        ("tariefregeling ", "Tariefregeling"),
    ],
)
def test_zelfde_naam(naam: str, ander: str) -> None:
    assert gewone_naam(naam) == gewone_naam(ander)
    assert is_naam_van(naam, RegelingMeta(titel="Regeling tarieven", citeertitel=ander))


@pytest.mark.parametrize(
    "naam", [None, "", "verordening", "deze verordening", "het besluit", "de onderhavige regeling"]
)
def test_algemene_woorden_zijn_de_regeling_zelf(naam: str | None) -> None:
    assert is_algemeen(naam)


def test_een_eigennaam_is_niet_algemeen() -> None:
    assert not is_algemeen("Legesverordening 2020")


def test_instructie_onder_een_andere_naam_is_een_vraag() -> None:
    w = besluit(
        "w",
        "A. In artikel 1 van de Tariefverordening wordt “50” vervangen door “60”.\n\n"
        "B. In artikel 2 van deze regeling wordt “een jaar” vervangen door “twee jaar”.",
        "Dit besluit treedt in werking met ingang van 1 juli 2024.",
        "2024-05-01",
    )
    v = historie(regeling(BASIS, "2022-12-20", "2023-01-01"), w).versie(date(2024, 8, 1), date(2024, 8, 1))
    assert not v.volledig
    assert [m.tekst for m in v.meldingen if m.code == "Q417"] == [
        "Onderdeel A noemt “Tariefverordening”, maar staat onder de wijziging van “Tariefregeling”; het is niet zeker "
        "welke regeling is bedoeld."
    ]
    assert artikelen(v.regeling) == {"1": "Het tarief is 50 euro.", "2": "De termijn is twee jaar."}


TWEE = """Fictief besluit

De raad;

besluit:

Artikel I

De {een} wordt als volgt gewijzigd:

A. In artikel 1 wordt “50” vervangen door “60”.

Artikel II

De {twee} wordt als volgt gewijzigd:

A. Artikel 2 vervalt.

Artikel III

Dit besluit treedt in werking met ingang van 1 juli 2024.
"""


def toegepast(een: str, twee: str) -> tuple[list[str], tuple[str, ...]]:
    gelezen, _ = lees_besluit_tekst(TWEE.format(een=een, twee=twee), "w")
    assert gelezen is not None
    uitkomst = pas_toe(regeling(BASIS, "2022-12-20", "2023-01-01"), ontleed_besluit(gelezen))
    return [m.code for m in uitkomst.meldingen], uitkomst.onvolledig


def test_artikel_over_een_andere_regeling_wordt_genoemd() -> None:
    assert toegepast("Tariefregeling", "Legesverordening 2020") == (["N416"], ())


def test_geen_van_de_regelingen() -> None:
    codes, onvolledig = toegepast("Proefverordening", "Legesverordening 2020")
    assert codes == ["E415"]
    assert onvolledig == (
        "Het besluit wijzigt “Proefverordening”, “Legesverordening 2020”; geen daarvan is “Tariefregeling”.",
    )
