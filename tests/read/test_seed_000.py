"""Seed 000 (amending decision of Dordrecht): what regels.md 4.1 asks of reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel
from amend.model.melding import Melding
from amend.model.tree import Node, Soort, loop, platte_tekst
from amend.read.besluit_tekst import lees_besluit_tekst
from tests.read.schets import nummers

BRON = (Path(__file__).parents[1] / "data" / "seed_000.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gelezen() -> tuple[Besluit, tuple[Melding, ...]]:
    besluit, meldingen = lees_besluit_tekst(BRON, "dordrecht-2")
    assert besluit is not None
    return besluit, meldingen


@pytest.fixture(scope="module")
def onderdelen(gelezen: tuple[Besluit, tuple[Melding, ...]]) -> dict[str, Instructie]:
    artikel = gelezen[0].artikelen[0]
    assert isinstance(artikel, WijzigArtikel)
    return {instructie.nummer: instructie for instructie in artikel.instructies}


def _payload(onderdelen: dict[str, Instructie], nummer: str) -> Node:
    assert len(onderdelen[nummer].payload) == 1
    return onderdelen[nummer].payload[0]


def test_metadata(gelezen: tuple[Besluit, tuple[Melding, ...]]) -> None:
    meta = gelezen[0].meta
    assert meta.titel == "Regels omtrent de ambtelijke organisatie Dordrecht, tweede wijziging"
    assert meta.citeertitel == meta.titel
    assert meta.vastgesteld == date(2023, 5, 23)
    assert meta.bekend is None
    assert meta.bestuursorgaan == "Het COLLEGE van BURGEMEESTER en WETHOUDERS van de gemeente DORDRECHT"


def test_indeling(gelezen: tuple[Besluit, tuple[Melding, ...]]) -> None:
    besluit = gelezen[0]
    soorten = [(type(a), a.nummer if isinstance(a, WijzigArtikel) else a.node.nummer) for a in besluit.artikelen]
    assert soorten == [(WijzigArtikel, "I"), (BesluitArtikel, "II"), (BesluitArtikel, "III")]
    assert [platte_tekst(al.tekst) for al in besluit.sluiting] == [
        "Aldus vastgesteld in de vergadering van dinsdag 23 mei 2023.",
        "Het college van Burgemeester en Wethouders",
        "C.H.W.M. Post, A.W. Kolff",
        "secretaris, burgemeester",
    ]
    assert not besluit.bijlagen
    assert not besluit.toelichting
    assert len(besluit.aanhef) == 6


def test_alle_onderdelen(onderdelen: dict[str, Instructie]) -> None:
    assert "".join(onderdelen) == "ABCDEFGHIJKLMNO"
    assert not any(instructie.instructies for instructie in onderdelen.values())
    zonder = [nummer for nummer, instructie in onderdelen.items() if not instructie.payload]
    assert zonder == ["C", "F"]


def test_artikel_1_dertien_begrippen(onderdelen: dict[str, Instructie]) -> None:
    artikel = _payload(onderdelen, "A")
    assert platte_tekst(artikel.opschrift) == "Begripsomschrijving"
    aanhef, lijst = artikel.kinderen
    assert platte_tekst(aanhef.tekst) == "In deze regels wordt verstaan onder:"
    termen = [platte_tekst(item.kinderen[0].tekst).split(":")[0] for item in lijst.kinderen]
    assert len(termen) == 13
    assert termen[9:11] == ["Project", "Programma"], "volgorde van de bron"
    assert {item.aanduiding for item in lijst.kinderen} == {"-"}


def test_artikel_10_boom(onderdelen: dict[str, Instructie]) -> None:
    artikel = _payload(onderdelen, "D")
    assert platte_tekst(artikel.opschrift) == (
        "Managementoverleggen ten behoeve van strategische bedrijfsvoering en strategisch beleid"
    )
    vier = ["1", "2", "3", "4"]
    assert nummers(artikel) == [
        *("1", ["al", ["a", "b"], "al"]),
        "2",
        [
            "al",
            [
                *("a", [["i", "ii", "iii", [["1", "2", "3", "4", "5"]]]]),
                *("b", [["i", "ii", "iii", "iv", [["1", "2", "3"]], "v", [vier]]]),
                *("c", [["i", "ii", "iii", "iv"]]),
                *("d", [["i", "ii", "iii", "iv", [vier]]]),
            ],
        ],
    ]
    lid = artikel.kinderen[0]
    assert platte_tekst(lid.kinderen[2].tekst) == "een stelsel van managementoverleggen ontwikkeld."


@pytest.mark.parametrize(
    ("onderdeel", "nummer", "leden"),
    [
        *(("B", "4", 3), ("D", "10", 2), ("E", "11", 3), ("G", "12", 2), ("H", "13", 2)),
        *(("I", "19", 0), ("J", "20", 2), ("K", "22", 0)),
    ],
)
def test_artikelen(onderdelen: dict[str, Instructie], onderdeel: str, nummer: str, leden: int) -> None:
    artikel = _payload(onderdelen, onderdeel)
    assert (artikel.soort, artikel.nummer) == (Soort.ARTIKEL, nummer)
    assert sum(1 for kind in artikel.kinderen if kind.soort is Soort.LID) == leden


def test_gesplitst_nummer(onderdelen: dict[str, Instructie], gelezen: tuple[Besluit, tuple[Melding, ...]]) -> None:
    assert platte_tekst(_payload(onderdelen, "K").opschrift) == "Taken van de Programmamanager"
    melding = next(melding for melding in gelezen[1] if melding.code == "W112")
    assert melding.tekst == "“Artikel 2 2” is gelezen als artikel 22."
    assert (melding.plek and melding.plek.regel, melding.onderdeel) == (135, "K")


@pytest.mark.parametrize(("onderdeel", "lid"), [("L", "1"), ("M", "1"), ("N", "2")])
def test_losse_leden(onderdelen: dict[str, Instructie], onderdeel: str, lid: str) -> None:
    node = _payload(onderdelen, onderdeel)
    assert (node.soort, node.nummer, node.aanduiding) == (Soort.LID, lid, f"{lid}.")


def test_bijlagen_van_onderdeel_o(
    onderdelen: dict[str, Instructie], gelezen: tuple[Besluit, tuple[Melding, ...]]
) -> None:
    bijlagen = onderdelen["O"].payload
    assert [b.nummer for b in bijlagen] == ["1", "2", "3", "4", "5", "7", "9", "10", "11", "12", "13", "14", "15"]
    assert {b.soort for b in bijlagen} == {Soort.BIJLAGE}
    assert not bijlagen[0].kinderen
    assert platte_tekst(bijlagen[1].opschrift) == "STRUCTUUR EN TAKEN VAN OPGAVER EN PROGRAMMA'S"
    laatste = [platte_tekst(node.tekst) for _, node in loop(bijlagen[-1])][-1]
    assert laatste.startswith("Het kernteam Facilitaire zaken adviseert")
    eerste = next(melding for melding in gelezen[1] if melding.code == "W114")
    assert eerste.tekst == "bijlage 1: inhoud ontbreekt (afbeelding)."


def test_bijlage_9_schema(onderdelen: dict[str, Instructie]) -> None:
    structuur, volgende = onderdelen["O"].payload[6].kinderen[:2]
    labels = [platte_tekst(kind.tekst) for kind in structuur.kinderen]
    assert {kind.soort for kind in structuur.kinderen} == {Soort.TUSSENKOP}
    assert labels[:3] == ["Clustermanager", "Versterking Bestuur & Organisatie", "Centraal Bedrijfsbureau"]
    assert platte_tekst(volgende.opschrift) == "Clustermanager en teamleiders"


def test_typefouten_blijven(onderdelen: dict[str, Instructie]) -> None:
    tekst = " ".join(
        platte_tekst(n.opschrift) + platte_tekst(n.tekst) for b in onderdelen["O"].payload for _, n in loop(b)
    )
    for woord in ("Portefeuillecteur", "OPGAVER", "Sructuur", "Ontheeningswet", "cremieren", "applificaties"):
        assert woord in tekst


@pytest.mark.parametrize(("onderdeel", "regel", "kolom"), [("A", 18, 4), ("C", 46, 6), ("F", 101, 4), ("O", 152, 6)])
def test_plaats_in_de_bron(onderdelen: dict[str, Instructie], onderdeel: str, regel: int, kolom: int) -> None:
    zin = onderdelen[onderdeel].zin
    assert zin is not None
    plek = zin.plek(0, 7)
    assert plek is not None
    assert (plek.regel, plek.kolom) == (regel, kolom)
    assert BRON.splitlines()[regel - 1][kolom - 1 :].startswith(zin.plat[:20])


def test_meldingen(gelezen: tuple[Besluit, tuple[Melding, ...]]) -> None:
    assert {melding.code for melding in gelezen[1]} == {"W111", "W112", "W114", "W116", "N118", "N132"}
    afgebroken = [melding.tekst for melding in gelezen[1] if melding.code == "N118"]
    assert "“bedrijfsvoerings- onderwerpen” lijkt één afgebroken woord; de tekst is gelaten zoals zij is." in afgebroken
    assert not any("Opgaven- en" in tekst for tekst in afgebroken)
