"""The main job on the Dordrecht decision (regels.md 4.1): numbers, identities, texts and the three dates."""

from __future__ import annotations

import pytest

from amend.model.stap import StapStatus
from amend.model.tree import platte_tekst
from tests.hoofdtaak.hulp import DORDRECHT, artikelen, bijlagen, historie, leden, tekst, versie, vorm

ONBEKEND = "[tekst niet beschikbaar in de bron]"
VERNUMMERD = {str(n): str(n + 4) for n in range(12, 30)}
VERVANGEN_BIJLAGEN = {"1", "2", "3", "4", "5", "7", "9", "10", "11", "12", "13", "14", "15"}


# geldig op, bekend op, is het de nieuwe tekst?
ANTWOORDEN = [
    ("2022-12-31", "2022-01-01", False),
    ("2022-12-31", "2026-11-23", False),
    ("2023-01-01", "2023-09-11", False),
    ("2023-01-01", "2023-09-12", True),
    ("2023-06-01", "2023-05-23", False),
    ("2023-06-01", "2023-09-11", False),
    ("2023-06-01", "2023-09-12", True),
    ("2023-09-12", "2023-09-11", True),
]


@pytest.mark.parametrize(("geldig_op", "bekend_op", "is_nieuw"), ANTWOORDEN)
def test_antwoord_per_datum(geldig_op: str, bekend_op: str, is_nieuw: bool) -> None:
    v = versie(DORDRECHT, geldig_op, bekend_op)
    assert v.volledig
    nummers = [str(n) for n in range(1, 30 if is_nieuw else 34)]
    assert list(artikelen(v)) == nummers
    if not is_nieuw:
        assert v.regeling is not None
        assert v.regeling.root is historie(DORDRECHT).regeling.root


def test_geldigheid() -> None:
    v = versie(DORDRECHT, "2023-06-01", "2023-09-12")
    assert (str(v.van), v.tot_en_met) == ("2023-01-01", None)
    ervoor = versie(DORDRECHT, "2022-06-01", "2023-09-12")
    assert (str(ervoor.van), str(ervoor.tot_en_met)) == ("2022-01-01", "2022-12-31")


def test_elk_onderdeel_is_uitgevoerd() -> None:
    v = versie(DORDRECHT, "2023-01-01", "2023-09-12")
    assert [(s.stap.naam, s.status) for _, s in v.verslag] == [(o, StapStatus.UITGEVOERD) for o in "ABCDEFGHIJKLMNO"]


def test_identiteiten() -> None:
    oud = {n: a.wid for n, a in artikelen(versie(DORDRECHT, "2022-06-01", "2023-09-12")).items()}
    nu = {n: a.wid for n, a in artikelen(versie(DORDRECHT, "2023-01-01", "2023-09-12")).items()}
    assert {n: nu[n] for n in VERNUMMERD} == {n: oud[was] for n, was in VERNUMMERD.items()}
    assert nu["11"] == oud["14"]
    assert {n: nu[n] for n in map(str, range(1, 10))} == {n: oud[n] for n in map(str, range(1, 10))}
    assert nu["10"] not in oud.values()
    assert not {oud[n] for n in ("10", "11", "12", "13", "15")} & set(nu.values())


def test_artikel_10_is_nieuw_met_de_boom_van_onderdeel_d() -> None:
    artikel = artikelen(versie(DORDRECHT, "2023-01-01", "2023-09-12"))["10"]
    assert platte_tekst(artikel.opschrift) == (
        "Managementoverleggen ten behoeve van strategische bedrijfsvoering en strategisch beleid"
    )
    t = ["tekst"]

    def items(n: int) -> list[object]:
        return [[str(i), t] for i in range(1, n + 1)]

    assert vorm(artikel) == [
        ["1", ["tekst", ["a", t], ["b", t], "tekst"]],
        [
            "2",
            [
                "tekst",
                ["a", ["tekst", ["i", t], ["ii", t], ["iii", ["tekst", *items(5)]]]],
                [
                    "b",
                    [
                        "tekst",
                        ["i", t],
                        ["ii", t],
                        ["iii", t],
                        ["iv", ["tekst", *items(3)]],
                        ["v", ["tekst", *items(4)]],
                    ],
                ],
                ["c", ["tekst", ["i", t], ["ii", t], ["iii", t], ["iv", t]]],
                ["d", ["tekst", ["i", t], ["ii", t], ["iii", t], ["iv", ["tekst", *items(4)]]]],
            ],
        ],
    ]
    assert tekst(artikel.kinderen[0]).endswith("een stelsel van managementoverleggen ontwikkeld.")


def test_vervangen_teksten() -> None:
    nu = artikelen(versie(DORDRECHT, "2023-01-01", "2023-09-12"))
    assert platte_tekst(nu["1"].opschrift) == "Begripsomschrijving"
    assert len(nu["1"].kinderen[1].kinderen) == 13
    assert "daartoe door het College vastgestelde werkerterreinen;" in tekst(nu["1"])
    assert {n: list(leden(nu[n])) for n in ("4", "11", "12", "13", "20")} == {
        "4": ["1", "2", "3"],
        "11": ["1", "2", "3"],
        "12": ["1", "2"],
        "13": ["1", "2"],
        "20": ["1", "2"],
    }
    assert tekst(nu["4"]).endswith("Een Programma wordt aangestuurd door een Portefeuillehouder.")
    assert platte_tekst(nu["22"].opschrift) == "Taken van de Programmamanager"
    assert vorm(nu["19"]) == ["tekst"]


@pytest.mark.parametrize("nummer", ["2", "3", "5", "9", "14", "15", "16", "17", "18", "21", "25", "26", "27", "29"])
def test_onaangeraakte_artikelen(nummer: str) -> None:
    assert tekst(artikelen(versie(DORDRECHT, "2023-01-01", "2023-09-12"))[nummer]) == ONBEKEND


def test_bijlagen() -> None:
    oud = bijlagen(versie(DORDRECHT, "2022-06-01", "2023-09-12"))
    nu = bijlagen(versie(DORDRECHT, "2023-01-01", "2023-09-12"))
    assert list(nu) == [str(n) for n in range(1, 16)]
    assert {n for n in nu if nu[n] is not oud[n]} == VERVANGEN_BIJLAGEN
    assert {n: nu[n].wid for n in nu} == {n: oud[n].wid for n in oud}
    assert tekst(nu["15"]).endswith("vastgoedbeheer en onderhoud/ nieuwbouw en renovatie.")


def test_elk_nieuw_woord_weet_wie_het_schreef() -> None:
    artikel = artikelen(versie(DORDRECHT, "2023-01-01", "2023-09-12"))["12"]
    assert artikel.nummer_oorsprong is not None
    assert artikel.nummer_oorsprong.onderdeel in ("F", "G")
    runs = [run for kind in artikel.kinderen for al in kind.kinderen for run in al.tekst]
    assert {(run.oorsprong.besluit, run.oorsprong.onderdeel) for run in runs if run.oorsprong} == {
        ("dordrecht-tweede-wijziging", "G")
    }


@pytest.mark.parametrize("nummer", ["6", "8"])
def test_onaangeraakte_bijlagen(nummer: str) -> None:
    bijlage = bijlagen(versie(DORDRECHT, "2023-01-01", "2023-09-12"))[nummer]
    assert (tekst(bijlage), bijlage.opschrift) == (ONBEKEND, ())
