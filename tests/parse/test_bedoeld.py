"""A frame that is followed by the full new text: of an article it is read as its replacement (W), else it is asked."""

from __future__ import annotations

from amend.model.stap import OntleedBesluit
from amend.parse.besluit import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst


def _ontleed(tekst: str) -> OntleedBesluit:
    kop = "Besluit tot wijziging van de Marktregeling\nDe raad van Dorp;\nbesluit:\nArtikel I\n"
    besluit, _ = lees_besluit_tekst(f"{kop}De Marktregeling wordt als volgt gewijzigd:\n{tekst}", "x")
    assert besluit is not None
    return ontleed_besluit(besluit)


def test_kader_met_volledige_nieuwe_tekst_van_een_artikel() -> None:
    uit = _ontleed("A. Artikel 2 wordt als volgt gewijzigd:\nArtikel 2 Duur\nTwee jaar.\nB. Artikel 3 vervalt.\n")
    assert [type(op).__name__ for stap in uit.stappen for op in stap.bewerkingen] == ["Kader", "Vervang", "Verwijder"]
    assert [m.code for stap in uit.stappen for m in stap.meldingen] == ["W233"]


def test_kader_met_volledige_nieuwe_tekst_van_een_hoofdstuk() -> None:
    uit = _ontleed("A. Hoofdstuk 2 wordt als volgt gewijzigd:\nHoofdstuk 2 Duur\nArtikel 3\nTwee jaar.\n")
    hulp = [m.hulp for m in uit.meldingen if m.code == "E207"]
    assert hulp == ["Bedoeld kan zijn: “Hoofdstuk 2 komt te luiden:”."]
