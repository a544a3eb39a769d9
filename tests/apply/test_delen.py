"""Sentences, quotes, numbers and terms: the small pure parts, mostly as tables."""

from __future__ import annotations

import pytest

from amend.apply.begrip import alfabet, is_begrip, norm
from amend.apply.kiezen import naaste, romeins
from amend.apply.voegen import invoeging, slotplek, zonder_slotpunt
from amend.apply.zinnen import splits
from amend.apply.zoeken import treffers
from amend.model.tree import Node, Soort, alinea

ZINNEN = [
    ("Een.| Twee.", True),
    ("Bedoeld in art. 4 van de wet.| Het besluit volgt.", True),
    ("Bedoeld in het eerste lid.| De vorige volzin geldt.", True),
    ("Het besluit d.d. 3 mei 2020, nr. 12, geldt.", True),
    ("De kosten bedragen € 1.250,50 per jaar.| Zij stijgen.", True),
    ("Vermeld in Stb. 2010, 12.| Zie ook Stcrt. 2011.", True),
    ("Bijv. sport, cultuur enz.| De rest niet.", False),
    ("Wapens van categorie B.| De rest niet.", False),
    ("Mr. A.B.| Jansen is griffier.", False),
    ("Hij zegt: „Nee.”| Dan volgt dit.", True),
    ("De subsidie bedraagt voor:", True),
    ("M.b.t. de aanvraag beslist het college.| Dat gebeurt z.s.m.", True),
    ("Dit geldt op 1. januari en op 3 mei.| Dan niet meer.", True),
]
"""Text with | where a sentence ends, and whether every boundary is certain."""


@pytest.mark.parametrize(("tekst", "zeker"), ZINNEN)
def test_zinnen(tekst: str, zeker: bool) -> None:
    kaal = tekst.replace("|", "")
    gevonden = splits(kaal)
    assert [kaal[a:b] for a, b in gevonden.spannen] == [zin.strip() for zin in tekst.split("|")]
    assert gevonden.zeker is zeker


TREFFERS = [
    ("het bedoelde en de bedoel", "bedoel", [("bedoel", False), ("bedoel", True)]),
    ("150 en 50 en 50,25 en 1.50 en 50.000", "50", [("50", True)]),
    ("artikel 8 en artikel 8:2 en artikel 8a", "artikel 8", [("artikel 8", True), ("artikel 8", False)]),
    ("de foto's en de foto", "foto", [("foto", False), ("foto", True)]),
    ("de lucht-, gas- of veerdruk", "lucht-, gas-", [("lucht-, gas-", True)]),
    ("een\u00a0college en één  college", "een college", [("een\u00a0college", True)]),
    ("re\u00adgeling", "regeling", [("re\u00adgeling", True)]),
    ("“ja” en «nee»", '"nee"', [("«nee»", True)]),
    ("€50 en € 60", "€ 50", [("€50", True)]),
    ("aaaa", "aa", [("aa", False), ("aa", False)]),
    ("50", "5", []),
]


@pytest.mark.parametrize(("tekst", "citaat", "verwacht"), TREFFERS)
def test_treffers(tekst: str, citaat: str, verwacht: list[tuple[str, bool]]) -> None:
    assert [(tekst[t.start : t.eind], t.heel) for t in treffers(tekst, citaat)] == verwacht


@pytest.mark.parametrize(
    ("voor", "nieuw", "na", "uit"),
    [
        ("de raad", "en het college", " beslist", " en het college"),
        ("de raad", ", het college,", " beslist", ", het college,"),
        ("", "De raad", "beslist", "De raad "),
        ("weken", "en dagen", ";", " en dagen"),
        ("(", "artikel 3", ")", "artikel 3"),
    ],
)
def test_invoeging(voor: str, nieuw: str, na: str, uit: str) -> None:
    assert invoeging(voor, nieuw, na) == uit


@pytest.mark.parametrize(
    ("tekst", "slot"), [("a; of", "; of"), ("a;", ";"), ("a.", "."), ("a", ""), ("a; en ", "; en ")]
)
def test_slotteken(tekst: str, slot: str) -> None:
    assert tekst[slotplek(tekst) :] == slot


def test_slotpunt_van_de_instructie() -> None:
    assert zonder_slotpunt("keuring, herkeuring,.") == "keuring, herkeuring,"
    assert zonder_slotpunt("een hele zin.") == "een hele zin."


def test_begrippen() -> None:
    assert norm("“De Commissie”:") == norm("commissie")
    assert alfabet("één") < alfabet("eend")
    item = Node(Soort.BEGRIP, kinderen=(alinea("NEN-norm – deel 1: een norm;"),))
    assert is_begrip(item, "nen-norm – deel 1")
    assert is_begrip(item, "NEN-norm")
    assert not is_begrip(item, "norm")


def test_naaste_nummers() -> None:
    assert naaste("14", ["1", "13", "14a", "15"])[0] == "14a"
    assert naaste("99", ["1", "13"])[0] == "13"
    assert romeins(["i", "ii"])
    assert not romeins(["i", "j"])
