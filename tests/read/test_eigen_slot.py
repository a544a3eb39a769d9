"""The decision's own closing provisions are never new text (G17); an annex that lapses is an instruction."""

from __future__ import annotations

import pytest

from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel
from amend.model.tree import Node, Soort, platte_tekst
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.koppen import kop_van
from tests.read.schets import schets

KOP = "Besluit tot wijziging van de Marktregeling\nDe raad van Dorp;\nbesluit:\n"
ARTIKEL_2 = "Artikel 2 komt te luiden:\n\nArtikel 2 Duur\n\nEen jaar.\n\n"


def _lees(tekst: str) -> Besluit:
    besluit, _ = lees_besluit_tekst(KOP + tekst, "x")
    assert besluit is not None
    return besluit


def _payload(besluit: Besluit) -> str:
    def van(deel: WijzigArtikel | Instructie) -> list[Node]:
        return [*deel.payload, *(node for kind in deel.instructies for node in van(kind))]

    return schets(*(node for deel in besluit.artikelen if isinstance(deel, WijzigArtikel) for node in van(deel)))


@pytest.mark.parametrize(
    ("slot", "aanduiding", "opschrift"),
    [
        ("Dit besluit treedt in werking op 1 mei 2026.", "", ""),
        ("Deze wijziging treedt in werking op 1 mei 2026.", "", ""),
        ("Dit wijzigingsbesluit werkt terug tot en met 1 mei 2026.", "", ""),
        ("Deze wijzigingsverordening wordt aangehaald als: Wijziging 2026.", "", ""),
        ("Met ingang van 1 mei 2026 treedt dit besluit in werking.", "", ""),
        ("Inwerkingtreding\n\nDit besluit treedt in werking op 1 mei 2026.", "", "Inwerkingtreding"),
        ("II\n\nDit besluit treedt in werking op 1 mei 2026.", "II", ""),
        ("II\n\nInwerkingtreding\n\nDit besluit treedt in werking op 1 mei 2026.", "II", "Inwerkingtreding"),
        ("II. te bepalen dat dit besluit in werking treedt op 1 mei 2026.", "II.", ""),
        ("B. Dit besluit treedt in werking op 1 mei 2026.", "B.", ""),
    ],
)
@pytest.mark.parametrize(
    "kader",
    ["A. ", "de Marktregeling als volgt te wijzigen:\n\n", "I\n\nDe Marktregeling wordt als volgt gewijzigd:\n\n"],
)
def test_eigen_slotbepaling(kader: str, slot: str, aanduiding: str, opschrift: str) -> None:
    besluit = _lees(f"{kader}{ARTIKEL_2}{slot}\n\nAldus vastgesteld op 3 april 2026.\n")
    assert _payload(besluit) == "artikel: Artikel 2 Duur\n  alinea: Een jaar."
    laatste = besluit.artikelen[-1]
    assert isinstance(laatste, BesluitArtikel)
    assert (laatste.node.aanduiding, platte_tekst(laatste.node.opschrift)) == (aanduiding, opschrift)


def test_slotbepaling_van_de_regeling_blijft_nieuwe_tekst() -> None:
    besluit = _lees(
        "Artikel I\nDe Marktregeling wordt als volgt gewijzigd:\nArtikel 9 komt te luiden:\n"
        "Artikel 9 Slot\nDeze regeling treedt in werking op 1 mei 2026.\n"
        "Artikel II\nDit besluit treedt in werking op 1 mei 2026.\n"
    )
    assert "Deze regeling treedt" in _payload(besluit)
    assert len(besluit.artikelen) == 2


def test_laatste_artikel_van_een_gewijzigd_besluit() -> None:
    besluit = _lees(
        "Artikel I\nHet Mandaatbesluit wordt als volgt gewijzigd:\nArtikel 9 komt te luiden:\n"
        "Artikel 9\n1. Dit besluit treedt in werking op 1 mei 2020.\n"
        "2. Dit besluit wordt aangehaald als: Mandaatbesluit.\n"
        "Artikel II\nDit besluit treedt in werking op 1 mei 2026.\n"
    )
    assert _payload(besluit).count("lid:") == 2
    assert len(besluit.artikelen) == 2


@pytest.mark.parametrize(
    "zin",
    [
        "Bijlage 1 vervalt.",
        "Bijlage 1 komt te luiden:",
        "Bijlage I wordt als volgt gewijzigd:",
        "Bijlagen 1 en 2 vervallen.",
        "Bijlage 1 bij de Marktregeling vervalt.",
    ],
)
def test_opdracht_over_een_bijlage_is_geen_kop(zin: str) -> None:
    assert kop_van(zin) is None


@pytest.mark.parametrize("kop", ["Bijlage 1 Tarieven", "Bijlage I", "Bijlage 1 Vervallen", "Bijlage bij artikel 3"])
def test_kop_van_een_bijlage(kop: str) -> None:
    gevonden = kop_van(kop)
    assert gevonden is not None
    assert gevonden.soort is Soort.BIJLAGE
