"""Headings above the number of the article (older ordinances), in a regulation and in new text."""

from __future__ import annotations

import pytest

from amend.model.tree import Soort, loop, platte_tekst, zichtbare_tekst
from amend.pipeline import ontleed, pas_toe
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst

MARKT = """\
Verordening op de weekmarkt Zeedorp
De raad van de gemeente Zeedorp;
besluit vast te stellen de volgende verordening:
Begripsbepalingen
Artikel 1
In deze verordening wordt verstaan onder:
a. markt: de weekmarkt;
b. kraam: een verplaatsbare inrichting.
HOOFDSTUK 2
Vergunning
Aard van de vergunning
Artikel 2
1. De vergunning is persoonlijk.
2. Zij geldt één jaar.
Nakoming van verplichtingen
Artikel 3
De verplichtingen worden nagekomen door de houder.
Strafbepaling
Artikel 4
Overtreding wordt gestraft met een geldboete van de eerste categorie.
Aldus vastgesteld in de openbare vergadering van 3 maart 1987.
"""


def _lees(tekst: str) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Heading and last words per article; finding per code."""
    regeling, meldingen = lees_regeling_tekst(tekst, "markt")
    assert regeling is not None
    artikelen = [node for _, node in loop(regeling.root) if node.soort is Soort.ARTIKEL]
    gevonden = {a.nummer: (platte_tekst(a.opschrift), zichtbare_tekst(a).rstrip()[-12:]) for a in artikelen}
    return gevonden, {m.code: m.tekst for m in meldingen}


def test_boven_elk_artikel() -> None:
    artikelen, meldingen = _lees(MARKT)
    assert artikelen == {
        "1": ("Begripsbepalingen", " inrichting."),
        "2": ("Aard van de vergunning", "dt één jaar."),
        "3": ("Nakoming van verplichtingen", "r de houder."),
        "4": ("Strafbepaling", "e categorie."),
    }
    assert meldingen["N139"] == (
        "De regel boven elk artikel is gelezen als opschrift van dat artikel (regel 4, 11, 15, 18)."
    )


def test_vervallen_artikel_heeft_geen_opschrift_nodig() -> None:
    artikelen, meldingen = _lees(MARKT.replace("Strafbepaling\n", "Artikel 3a (vervallen)\nStrafbepaling\n"))
    assert "N139" in meldingen
    assert artikelen["4"][0] == "Strafbepaling"


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        pytest.param("Strafbepaling\n", "", id="een artikel zonder"),
        pytest.param("Strafbepaling\nArtikel 4\n", "Strafbepaling\nArtikel 4 Straf\n", id="een artikel met eigen"),
        pytest.param("Artikel 4\n", "Artikel 4\nStraf\n", id="een artikel met opschrift eronder"),
        pytest.param("Begripsbepalingen\n", "Marktverordening\n", id="de naam van de regeling"),
        pytest.param("Vergunning\nAard van de vergunning\n", "Vergunning\n", id="opschrift van het hoofdstuk"),
        pytest.param("Nakoming van", "Toezicht\nNakoming van", id="twee regels"),
    ],
)
def test_niet_overal_dan_blijft_alles_staan(oud: str, nieuw: str) -> None:
    tekst = MARKT.replace(oud, nieuw)
    artikelen, meldingen = _lees(tekst)
    assert "N139" not in meldingen
    assert meldingen["W127"].startswith("De regel boven een artikel kan het opschrift van dat artikel zijn (regel ")
    assert artikelen["2"][1].endswith("plichtingen")


def test_geen_regel_boven() -> None:
    _, meldingen = _lees("Proefverordening\nArtikel 1\nEen tekst.\nArtikel 2\nNog een tekst.\n")
    assert not meldingen.keys() & {"N139", "W127"}


BESLUIT = """\
Wijziging van de Verordening op de weekmarkt Zeedorp
De raad van de gemeente Zeedorp;
besluit:
Artikel I
De Verordening op de weekmarkt Zeedorp wordt als volgt gewijzigd:
A
Artikel 3 wordt gelezen als volgt:
Nakoming
Artikel 3
De houder komt de verplichtingen na.
B
Artikel 4 vervalt en ingevoegd wordt een nieuw artikel luidend:
Straf
Artikel 4
Overtreding wordt gestraft met een geldboete van de tweede categorie.
Artikel II
Dit besluit treedt in werking op 1 januari 2025.
"""


def test_ook_in_de_nieuwe_tekst() -> None:
    regeling, _ = lees_regeling_tekst(MARKT, "markt")
    besluit, meldingen = lees_besluit_tekst(BESLUIT, "besluit")
    assert regeling is not None
    assert besluit is not None
    assert [m.onderdeel for m in meldingen if m.code == "N139"] == ["A", "B"]
    uitkomst = pas_toe(regeling, ontleed(besluit))
    na = [n for _, n in loop(uitkomst.regeling.root) if n.soort is Soort.ARTIKEL and n.nummer in ("3", "4")]
    assert [zichtbare_tekst(n) for n in na] == [
        "Artikel 3 Nakoming\nDe houder komt de verplichtingen na.",
        "Artikel 4 Straf\nOvertreding wordt gestraft met een geldboete van de tweede categorie.",
    ]


AANEEN = (
    "DE RAAD DER GEMEENTE ZEEDORP; gelezen het voorstel; BESLUIT vast te stellen de volgende verordening tot wijziging "
    'van de Verordening op de weekmarkt Zeedorp. ARTIKEL I Artikel 3 wordt gelezen als volgt: "Nakoming van plichten '
    'Artikel 3 1. De houder komt de verplichtingen na. 2. Hij volgt de aanwijzingen op." ARTIKEL II Artikel 4 vervalt '
    'en ingevoegd wordt een nieuw artikel luidend "Straf Artikel 4 Overtreding wordt gestraft met een geldboete van de '
    'tweede categorie." ARTIKEL III Deze verordening treedt in werking op 1 januari 1991. Aldus vastgesteld in de '
    "openbare vergadering van 3 december 1990."
)


def test_ook_zonder_regeleinden() -> None:
    regeling, _ = lees_regeling_tekst(MARKT, "markt")
    besluit, _ = lees_besluit_tekst(AANEEN, "besluit")
    assert regeling is not None
    assert besluit is not None
    uitkomst = pas_toe(regeling, ontleed(besluit))
    na = [n for _, n in loop(uitkomst.regeling.root) if n.soort is Soort.ARTIKEL and n.nummer in ("3", "4")]
    assert [zichtbare_tekst(n) for n in na] == [
        "Artikel 3 Nakoming van plichten\n1.\nDe houder komt de verplichtingen na.\n2.\nHij volgt de aanwijzingen op.",
        "Artikel 4 Straf\nOvertreding wordt gestraft met een geldboete van de tweede categorie.",
    ]


KADER = "De raad van Dorp;\nbesluit:\nArtikel I\nDe Marktregeling wordt als volgt gewijzigd:\nA\n"


def _in_nieuwe_tekst(opdracht: str) -> tuple[list[str], list[str]]:
    """Number and heading of the new articles; codes of the parser."""
    besluit, _ = lees_besluit_tekst(KADER + opdracht, "besluit")
    assert besluit is not None
    stappen = ontleed(besluit).stappen
    nodes = [n for s in stappen for op in s.bewerkingen for top in getattr(op, "inhoud", ()) for _, n in loop(top)]
    koppen = [f"{n.nummer} {platte_tekst(n.opschrift)}".strip() for n in nodes if n.soort is Soort.ARTIKEL]
    return koppen, [m.code for s in stappen for m in s.meldingen if m.blokkeert]


def test_in_een_nieuw_hoofdstuk() -> None:
    assert _in_nieuwe_tekst(
        "Na hoofdstuk 2 wordt een hoofdstuk ingevoegd, luidende:\nHOOFDSTUK 2A Toezicht\nToezichthouders\nArtikel 9a\n"
        "De raad houdt toezicht.\nMelding\nArtikel 9b\nIeder meldt.\n"
    ) == (["9a Toezichthouders", "9b Melding"], [])


def test_niet_bij_elk_nieuw_artikel_dan_niet_uitgevoerd() -> None:
    assert _in_nieuwe_tekst(
        "Na artikel 9 worden twee artikelen ingevoegd, luidende:\nArtikel 9a\nDe raad houdt toezicht.\nMelding\n"
        "Artikel 9b\nIeder meldt.\n"
    ) == (["9a", "9b"], ["E247"])


def test_ook_als_de_regel_erboven_vol_is() -> None:
    vol = "De houder van de vergunning is verplicht de regels na te leven.\n"
    tekst = "Proefverordening\n" + "".join(f"Plicht {n}\nArtikel {n}\n{vol}" for n in range(1, 10))
    artikelen, meldingen = _lees(tekst)
    assert "N139" in meldingen
    assert artikelen["9"] == ("Plicht 9", "na te leven.")
