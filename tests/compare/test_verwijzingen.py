"""References: the forms that are recognised, and which become stale."""

from __future__ import annotations

import pytest

from amend.compare.vergelijk import vergelijk
from amend.compare.verwijzing_vorm import verwijzingen_in
from amend.compare.verwijzingen import Staat, verouderd, verouderd_in
from tests.compare.test_vormen import A, B, C, artikel, lid, lijst, regeling


@pytest.mark.parametrize(
    ("tekst", "soort", "nummers", "leden", "onderdelen", "naam"),
    [
        ("artikel 5, tweede lid", "artikel", "5", "2", "", None),
        ("artikel 5, onder b", "artikel", "5", "", "b", None),
        ("artikel 3, lid 2, is", "artikel", "3", "2", "", None),
        ("de artikelen 13, 14 en 15", "artikel", "13 14 15", "", "", None),
        ("artikelen 16 tot en met 19", "artikel", "16 19", "", "", None),
        ("artikel 2:10a geldt", "artikel", "2:10a", "", "", None),
        ("het eerste lid", "", "", "1", "", None),
        ("het eerste en derde lid", "", "", "1 3", "", None),
        ("de onder 1 en 2 bedoelde taken", "", "", "", "1 2", None),
        ("de onder e en f genoemde taken", "", "", "", "e f", None),
        ("bijlage 2", "bijlage", "2", "", "", None),
        ("hoofdstuk 3", "hoofdstuk", "3", "", "", None),
        ("artikel 5 van deze verordening", "artikel", "5", "", "", None),
        ("artikel 160, eerste lid onder c, van de Gemeentewet", "artikel", "160", "1", "c", "Gemeentewet"),
        ("artikel 160 Gemeentewet", "artikel", "160", "", "", "Gemeentewet"),
        ("artikel 8 AVG", "artikel", "8", "", "", "AVG"),
        ("artikel 9 van de organisatie", "artikel", "9", "", "", None),
    ],
)
def test_vormen(tekst: str, soort: str, nummers: str, leden: str, onderdelen: str, naam: str | None) -> None:
    (v,) = verwijzingen_in(tekst)
    gevonden = tuple(" ".join(n.waarde for n in rij) for rij in (v.nummers, v.leden, v.onderdelen))
    assert (v.soort, *gevonden, v.naam) == (soort, nummers, leden, onderdelen, naam)


def test_externe_naam_geldt_voor_de_hele_reeks() -> None:
    tekst = "artikel 160, eerste lid onder c en artikel 103, tweede lid van de Gemeentewet"
    assert [v.naam for v in verwijzingen_in(tekst)] == ["Gemeentewet", "Gemeentewet"]


def test_na_vernummering_en_verval() -> None:
    verwijst = (
        "Op grond van artikel 2, eerste lid, en artikel 3; zie ook artikel 2 van de Gemeentewet en het tweede lid."
    )
    oud = regeling(
        artikel("1", lid("1", verwijst), lid("2", C)), artikel("2", lid("1", A), lid("2", B)), artikel("3", C)
    )
    nieuw = regeling(
        artikel("1", lid("1", verwijst), lid("2", C)), artikel("1a", B + B), artikel("3", lid("1", A), lid("2", B))
    )
    gevonden = [(b.plaats, b.tekst, b.staat, b.herstel) for b in verouderd(vergelijk(oud, nieuw))]
    assert gevonden == [
        ("artikel 1/lid 1", "artikel 2, eerste lid", Staat.VERNUMMERD, "artikel 3, eerste lid"),
        ("artikel 1/lid 1", "artikel 3", Staat.VERVALLEN, None),
    ]


def test_leden_en_onderdelen() -> None:
    tekst = "De aanvraag, bedoeld in het derde lid, gaat vergezeld van de onder b genoemde stukken."
    oud = regeling(
        artikel(
            "1",
            lid("1", tekst, lijst(a="de naam van de aanvrager;", b="het adres van de aanvrager.")),
            lid("2", B),
            lid("3", C),
        )
    )
    nieuw = regeling(artikel("1", lid("1", tekst, lijst(a="het adres van de aanvrager.")), lid("2", C)))
    gevonden = {(b.tekst, b.herstel) for b in verouderd(vergelijk(oud, nieuw))}
    assert gevonden == {("het derde lid", "het tweede lid"), ("onder b", "onder a")}


def test_nieuwe_tekst_spreekt_van_nieuwe_nummers() -> None:
    oud = regeling(artikel("1", A), artikel("2", B))
    nieuw = regeling(artikel("1", A), artikel("2", C + " Zie artikel 3 en artikel 9."), artikel("3", B))
    assert [(b.tekst, b.staat) for b in verouderd(vergelijk(oud, nieuw))] == [("artikel 9", Staat.ONTBREEKT)]


def test_andere_regeling_die_deze_noemt() -> None:
    oud, nieuw = regeling(artikel("1", A), artikel("2", B)), regeling(artikel("1", A), artikel("4", B))
    ander = regeling(artikel("7", "Zie artikel 2 van de Proef en artikel 2 van de Wet x."), titel="Ander besluit")
    gevonden = verouderd_in(ander, vergelijk(oud, nieuw))
    assert [(b.plaats, b.tekst, b.herstel) for b in gevonden] == [("artikel 7", "artikel 2", "artikel 4")]
