"""Seed 002 (page of a consolidated regulation): what regels.md 4.2 asks of reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from amend.model.identity import eids
from amend.model.melding import Melding
from amend.model.regeling import OverzichtRegel, Regeling
from amend.model.tree import Node, Soort, loop, platte_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from tests.read.schets import artikel, nummers

Gelezen = tuple[Regeling, tuple[Melding, ...]]
BRON = (Path(__file__).parents[1] / "data" / "seed_002.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gelezen() -> Gelezen:
    regeling, meldingen = lees_regeling_tekst(BRON, "sociaal")
    assert regeling is not None
    return regeling, meldingen


def test_metadata(gelezen: Gelezen) -> None:
    meta = gelezen[0].meta
    assert meta.titel == "Organisatieverordening openbaar Lichaam Sociaal"
    assert meta.citeertitel == "Organisatieverordening Openbaar Lichaam Sociaal"
    assert (meta.organisatie, meta.organisatietype) == ("Sociaal", "Regionaal samenwerkingsorgaan")
    assert (meta.vastgesteld_door, meta.onderwerp, meta.eigen_onderwerp) == (
        "dagelijks bestuur",
        "bestuur en recht",
        None,
    )
    assert meta.grondslag == ("Gemeenschappelijke Regeling Sociaal",)
    assert (meta.inwerkingtreding, meta.terugwerkend) == (date(2024, 2, 7), date(2023, 9, 1))
    assert (meta.vastgesteld, meta.bekend, meta.uitwerkingtreding) == (date(2023, 12, 11), date(2024, 2, 6), None)
    assert (meta.bron, meta.kenmerk) == ("bgr-2024-230", None)
    assert len(meta.opmerkingen) == 1
    assert "06-02-2024" in meta.opmerkingen[0]


def test_overzicht(gelezen: Gelezen) -> None:
    assert gelezen[0].meta.overzicht == (
        OverzichtRegel(
            inwerkingtreding=date(2024, 2, 7),
            terugwerkend=date(2023, 9, 1),
            betreft="nieuwe regeling",
            ondertekening=date(2023, 12, 11),
            bron="bgr-2024-230",
        ),
    )


def test_hoofdindeling(gelezen: Gelezen) -> None:
    root = gelezen[0].root
    assert [(n.soort.value, n.nummer) for n in root.kinderen] == [
        ("aanhef", ""),
        *(("hoofdstuk", nummer) for nummer in "1234566"),
        ("sluiting", ""),
        *(("bijlage", nummer) for nummer in "123"),
    ]
    assert platte_tekst(root.opschrift) == "Organisatieverordening openbaar Lichaam Sociaal"
    ids = [eid for _, node, eid in eids(root) if node.soort is Soort.HOOFDSTUK]
    assert ids == ["chp_1", "chp_2", "chp_3", "chp_4", "chp_5", "chp_6", "chp_6_inst2"]
    zes = [node for node in root.kinderen if node.nummer == "6"]
    assert [node.wid for node in zes] == ["xx0000_1__chp_6", "xx0000_1__chp_6_inst2"]


LEDEN = {"2": 2, "3": 5, "4": 4, "5": 3, "8": 2, "9": 6, "10": 2, "12": 2, "14": 2, "15": 2, "16": 6, "17": 3, "18": 3}


@pytest.mark.parametrize("nummer", [*(str(n) for n in range(1, 13)), *(str(n) for n in range(14, 19))])
def test_leden(gelezen: Gelezen, nummer: str) -> None:
    node = artikel(gelezen[0].root, nummer)
    assert sum(1 for kind in node.kinderen if kind.soort is Soort.LID) == LEDEN.get(nummer, 0)


def test_opsommingen(gelezen: Gelezen) -> None:
    root = gelezen[0].root
    assert nummers(artikel(root, "3"))[:2] == ["1", ["al", list("abcdefghij")]]  # type: ignore[index]
    assert nummers(artikel(root, "4"))[:2] == ["1", ["al", list("abcdefg")]]  # type: ignore[index]
    assert nummers(artikel(root, "6")) == ["al", list("abcde")]
    assert nummers(artikel(root, "7")) == ["al", list("abc")]
    assert nummers(artikel(root, "11")) == ["al"]


def test_opschriften(gelezen: Gelezen) -> None:
    root = gelezen[0].root
    assert platte_tekst(artikel(root, "1").opschrift) == "Begripsomschrijving"
    assert not artikel(root, "3").opschrift
    assert platte_tekst(artikel(root, "17").opschrift) == "Toelichting sturing strategie"


def test_negen_begrippen(gelezen: Gelezen) -> None:
    lijst = artikel(gelezen[0].root, "1").kinderen[1]
    assert {item.soort for item in lijst.kinderen} == {Soort.BEGRIP}
    assert all(len(item.kinderen) == 1 for item in lijst.kinderen)
    termen = [platte_tekst(item.kinderen[0].tekst).split(":")[0] for item in lijst.kinderen]
    assert termen[:6] == ["College", "Het Dagelijks Bestuur", "GR Sociaal", "Managementkaders", "MT", "MT Lid"]
    assert len(termen) == 9


def _bijlage(gelezen: Gelezen, nummer: str) -> Node:
    return next(n for n in gelezen[0].root.kinderen if n.soort is Soort.BIJLAGE and n.nummer == nummer)


def test_bijlage_1(gelezen: Gelezen) -> None:
    bijlage = _bijlage(gelezen, "1")
    assert platte_tekst(bijlage.opschrift).endswith("de Sociale Dienst Drechtsteden")
    (lijst,) = [kind for kind in bijlage.kinderen if kind.soort is Soort.LIJST]
    assert [item.aanduiding for item in lijst.kinderen] == ["•"] * 5
    assert any(m.code == "W114" and m.plek and m.plek.regel == 507 for m in gelezen[1])


def _koppen(node: Node, diepte: int = 0) -> list[str]:
    regels = []
    for kind in node.kinderen:
        if kind.soort is Soort.DIVISIE:
            regels.append("  " * diepte + f"{kind.aanduiding} {platte_tekst(kind.opschrift)}".strip())
            regels += _koppen(kind, diepte + 1)
    return regels


def test_bijlage_2_divisies(gelezen: Gelezen) -> None:
    assert _koppen(_bijlage(gelezen, "2")) == [
        "Opgave dienstverlening",
        "Opgave bestaanszekerheid versterken",
        "Opgave Drechtwerk en Werk (Ontwikkelen naar werk)",
        "  A. Finance & control:",
        "  B. Detachering, P&O en communicatie:",
        "Opgave Zorgen voor ondersteuning",
        "Opgave bedrijfsvoering",
        "Control",
        "Strategie",
    ]
    drechtwerk = _bijlage(gelezen, "2").kinderen[2]
    lijsten = [kind for kind in drechtwerk.kinderen if kind.soort is Soort.LIJST]
    taken = lijsten[-1]
    assert [item.nummer for item in taken.kinderen] == list("12345")
    assert [item.nummer for item in taken.kinderen[4].kinderen[1].kinderen] == list("abcdefgh")
    items = [n for _, n in loop(_bijlage(gelezen, "2")) if n.soort is Soort.ONDERDEEL]
    assert sum(1 for n in items if n.nummer.isdigit()) == 39
    assert sum(1 for n in items if n.nummer.isalpha()) == 8


def test_bijlage_3_divisies(gelezen: Gelezen) -> None:
    bijlage = _bijlage(gelezen, "3")
    assert _koppen(bijlage) == [
        "A. Finance & control, ICT, Veiligheid en Gebouwenbeheer.",
        "  1) Planning en Control",
        "  2) Financiële administratie",
        "  3) IT, gebouwenbeheer & Veiligheid",
        "    Afdeling - IT",
        "    Afdeling Gebouwenbeheer",
        "    Veiligheid, Portiers",
        "  4) Directieondersteuning",
        "B. Detachering, P&O en communicatie.",
        "  1) Detacheringsadministratie",
        "  2) Detacheringsconsulenten",
        "  3) Personeels- & salarisadministratie",
        "  4) Personeelsadvies",
        "  5) Specialisten",
    ]
    assert sum(1 for _, n in loop(bijlage) if n.soort is Soort.ONDERDEEL) == 56
    detachering = bijlage.kinderen[1].kinderen[1]
    assert platte_tekst(detachering.kinderen[0].tekst).startswith("a. Detacheringsadministratie wordt")
    assert [item.nummer for item in detachering.kinderen[1].kinderen] == list("abc")


def test_sluiting(gelezen: Gelezen) -> None:
    slot = next(n for n in gelezen[0].root.kinderen if n.soort is Soort.SLUITING)
    assert [platte_tekst(al.tekst) for al in slot.kinderen] == [
        "Aldus vastgesteld in de vergadering van 11 december 2023",
        "Drs. D.J. van Maanen, Drs. P.J. Heijkoop",
        "secretaris, voorzitter",
    ]


def test_meldingen(gelezen: Gelezen) -> None:
    teksten = [f"{melding.code} {melding.tekst}" for melding in gelezen[1]]
    assert "W120 Artikel 13 ontbreekt in de doorlopende nummering van de artikelen." in teksten
    assert "W121 Hoofdstuk 6 komt 2 keer voor." in teksten
    assert "N122 Artikel 3 heeft geen opschrift." in teksten
    assert "W123 Artikel 3 verwijst naar artikel 13, dat niet bestaat." in teksten
    assert sum(1 for melding in gelezen[1] if melding.code == "W115") == 3
    assert not any(melding.blokkeert for melding in gelezen[1])
