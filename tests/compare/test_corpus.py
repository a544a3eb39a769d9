"""The planted pairs of the corpus (beside the repository): exactly the planted changes, at their places."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from amend.compare.vergelijk import vergelijk
from amend.compare.wijziging import Gewicht, Vergelijking, Wijziging, Wijzigsoort
from tests.compare.gevallen import CORPUS, PAREN, lees


def wijzigingen(uit: Vergelijking) -> list[Wijziging]:
    return [w for w in uit.wijzigingen if w.soort is not Wijzigsoort.METADATA]


def gelijk(tekst: str) -> str:
    return "".join(tekst.split())


@pytest.mark.parametrize("naam", PAREN)
def test_wetten(naam: str) -> None:
    assert vergelijk(*lees(naam)).controle.goed


@pytest.mark.parametrize("naam", PAREN)
def test_andersom_zijn_het_er_evenveel(naam: str) -> None:
    oud, nieuw = lees(naam)
    uit = vergelijk(nieuw, oud)
    assert uit.controle.goed
    assert len(wijzigingen(uit)) == len(wijzigingen(vergelijk(oud, nieuw)))


def test_mix100_geeft_precies_de_geplante_wijzigingen() -> None:
    uit = vergelijk(*lees("mix100"))
    waarheid = json.loads((CORPUS / "mix100" / "waarheid.json").read_text("utf-8"))
    per_soort: dict[Wijzigsoort, list[Wijziging]] = {}
    for w in wijzigingen(uit):
        per_soort.setdefault(w.soort, []).append(w)
    assert {soort.value: len(lijst) for soort, lijst in per_soort.items()} == {
        "tekst": 20,
        "verwijderd": 3,
        "ingevoegd": 3,
        "vernummerd": 5,
    }
    assert [list(w.woorden) for w in per_soort[Wijzigsoort.TEKST]] == [
        [(oud, nieuw)] for _, oud, nieuw in waarheid["renamed"]
    ]
    weg = [gelijk(w.woorden[0][0]) for w in per_soort[Wijzigsoort.VERWIJDERD]]
    assert weg == [gelijk(tekst) for _, tekst in waarheid["deleted"]]
    bij = [gelijk(w.woorden[0][1]) for w in per_soort[Wijzigsoort.INGEVOEGD]]
    assert bij == [gelijk(tekst) for _, tekst in waarheid["inserted"]]
    nummers = [(w.plaats_oud, w.plaats_nieuw) for w in per_soort[Wijzigsoort.VERNUMMERD]]
    assert nummers == [(oud.lower(), nieuw.lower()) for _, oud, nieuw in waarheid["renumbered"]]
    assert len({w.reeks for w in per_soort[Wijzigsoort.VERNUMMERD]}) == 1


def test_mix100_plaatst_elke_tekst_in_zijn_element() -> None:
    uit = vergelijk(*lees("mix100"))
    plaatsen = [w.plaats_oud for w in wijzigingen(uit) if w.soort is Wijzigsoort.TEKST]
    assert plaatsen[:2] == ["artikel 3/lid 1/onderdeel e", "artikel 12/lid 2"]
    assert all(plaats and re.match(r"artikel|bijlage|hoofdstuk", plaats) for plaats in plaatsen)


def test_mv_geeft_precies_twaalf_wijzigingen() -> None:
    uit = wijzigingen(vergelijk(*lees("mv")))
    assert Counter(w.soort.value for w in uit) == {
        "tekst": 1,
        "gesplitst": 1,
        "ingevoegd": 1,
        "vernummerd": 8,
        "verplaatst": 1,
    }
    per_soort = {w.soort: w for w in uit}
    tekst = per_soort[Wijzigsoort.TEKST]
    assert tekst.plaats_nieuw == "artikel 3/lid 1/onderdeel h"
    assert tekst.woorden == (("13", "14"), ("14", "15"), ("15", "16"))
    assert (tekst.gewicht, tekst.grond) == (Gewicht.REDACTIONEEL, "verwijzing")
    assert per_soort[Wijzigsoort.GESPLITST].plaats_oud == "artikel 3/lid 2"
    assert per_soort[Wijzigsoort.GESPLITST].plaats_nieuw == "artikel 3/lid 2..2a"
    assert per_soort[Wijzigsoort.INGEVOEGD].plaats_nieuw == "artikel 3a"
    verplaatst = per_soort[Wijzigsoort.VERPLAATST]
    assert (verplaatst.plaats_oud, verplaatst.plaats_nieuw) == ("hoofdstuk 2/artikel 5", "hoofdstuk 3/artikel 5")
    nummers = [(w.plaats_oud, w.plaats_nieuw) for w in uit if w.soort is Wijzigsoort.VERNUMMERD]
    assert nummers == [(f"artikel {n}", f"artikel {n + 1}") for n in (10, 11, 12, 14, 15, 16, 17, 18)]
    assert len({w.reeks for w in uit if w.soort is Wijzigsoort.VERNUMMERD}) == 1
