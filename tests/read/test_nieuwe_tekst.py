"""Where new text ends: headings as payload, capital list items, a slot below a sub-list."""

from __future__ import annotations

import pytest

from amend.model.besluit import Besluit, Instructie, WijzigArtikel
from amend.read.besluit_tekst import lees_besluit_tekst
from tests.read.schets import schets, schets_instructie

KOP = "Besluit tot wijziging van de Marktregeling\nDe raad van Dorp;\nbesluit:\nArtikel I\n"
KADER = "De Marktregeling wordt als volgt gewijzigd:\n"
SLOT = "Artikel II\nDit besluit treedt in werking op 1 mei 2026.\n"


def _lees(tekst: str) -> Besluit:
    besluit, _ = lees_besluit_tekst(KOP + KADER + tekst + SLOT, "x")
    assert besluit is not None
    return besluit


def _delen(besluit: Besluit) -> tuple[Instructie, ...]:
    artikel = besluit.artikelen[0]
    assert isinstance(artikel, WijzigArtikel)
    return artikel.instructies


@pytest.mark.parametrize("woord", ["Hoofdstuk", "Paragraaf", "Afdeling", "Titel", "Bijlage"])
def test_opschrift_van_een_indeling(woord: str) -> None:
    besluit = _lees(f"Het opschrift van {woord.lower()} 2 komt te luiden:\n{woord} 2 Openbare orde en rust\n")
    (deel,) = _delen(besluit)
    assert schets(*deel.payload) == f"{woord.lower()}: {woord} 2 Openbare orde en rust"
    assert len(besluit.artikelen) == 2


def test_hoofdletters_in_nieuwe_tekst() -> None:
    delen = _delen(
        _lees(
            "A. Artikel 2 komt te luiden:\nArtikel 2 Zones\nVerboden zijn:\nA. zone A;\nB. zone B;\nC. zone C.\n"
            "B. Artikel 3 vervalt.\n"
        )
    )
    assert [deel.aanduiding for deel in delen] == ["A.", "B."]
    assert schets(*delen[0].payload).count("onderdeel:") == 3


def test_slot_onder_een_deelopsomming() -> None:
    (deel,) = _delen(
        _lees(
            "Aan artikel 1 wordt een onderdeel toegevoegd, luidende:\n"
            "d. dieren:\n1°. groot;\n2°. klein;\nmet uitzondering van katten.\n"
        )
    )
    assert schets_instructie(deel).endswith(
        """
  | lijst
  |   onderdeel: d.
  |     alinea: dieren:
  |     lijst
  |       onderdeel: 1°.
  |         alinea: groot;
  |       onderdeel: 2°.
  |         alinea: klein;
  |     alinea: met uitzondering van katten."""
    )
