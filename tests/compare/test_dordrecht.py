"""Dordrecht before and after: one event for 16–33, one for 14→11, what went, what came, thirteen annexes."""

from __future__ import annotations

import json

from amend.compare.concordantie import Lot, concordantie
from amend.compare.wijziging import Wijzigsoort
from amend.model.tree import Oorsprong
from amend.write.vergelijking_json import schrijf_json
from amend.write.vergelijking_regels import groepen, zin
from tests.compare.gevallen import dordrecht


def plaatsen(soort: Wijzigsoort, kant: str) -> list[str | None]:
    return [getattr(w, f"plaats_{kant}") for w in dordrecht().wijzigingen if w.soort is soort]


def test_een_gebeurtenis_per_vernummering() -> None:
    zinnen = [zin(groep) for groep in groepen(dordrecht()) if groep.eerste.reeks]
    assert zinnen == [
        "artikel 14 vernummerd tot artikel 11",
        "artikelen 16 tot en met 33 vernummerd tot 12 tot en met 29",
    ]


def test_wat_verviel_en_wat_er_kwam() -> None:
    weg = [p for p in plaatsen(Wijzigsoort.VERWIJDERD, "oud") if p and p.startswith("artikel")]
    assert weg == [f"artikel {n}" for n in (10, 11, 12, 13, 15)]
    assert plaatsen(Wijzigsoort.INGEVOEGD, "nieuw") == ["artikel 10"]


def test_teksten_van_de_vervangen_artikelen() -> None:
    nieuw = [p for p in plaatsen(Wijzigsoort.TEKST, "nieuw") if p and p.startswith("artikel")]
    artikelen = ("1", "4", "11", "12", "13", "19", "20", "22", "23/lid 1", "24/lid 1", "28/lid 2")
    assert nieuw == [f"artikel {n}" for n in artikelen]


def test_dertien_bijlagen() -> None:
    geraakt = {w.plaats.split("/")[0] for w in dordrecht().wijzigingen if w.plaats.startswith("bijlage")}
    assert geraakt == {f"bijlage {n}" for n in (1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13, 14, 15)}


def test_wetten_en_json() -> None:
    uit = json.loads(schrijf_json(dordrecht()))
    assert uit["controle"] == {"alles_aanvaard_is_nieuw": True, "alles_verworpen_is_oud": True}
    assert {"soort", "plaats_oud", "plaats_nieuw", "woorden", "gewicht"} <= set(uit["wijzigingen"][0])


def test_concordantie() -> None:
    regels = concordantie(dordrecht().samen)
    nieuw_van = {r.oud: r.nieuw for r in regels if r.oud}
    assert nieuw_van["artikel 9"] == "artikel 9"
    assert nieuw_van["artikel 14"] == "artikel 11"
    assert nieuw_van["artikel 33"] == "artikel 29"
    assert nieuw_van["artikel 15"] is None
    assert [r.nieuw for r in regels if r.lot is Lot.NIEUW and r.nieuw and "/" not in r.nieuw] == ["artikel 10"]


def test_herkomst_staat_op_de_nieuwe_nummers() -> None:
    nieuw = dordrecht().nieuw.root
    artikel = next(k for k in nieuw.kinderen if k.nummer == "29")
    assert artikel.nummer_oorsprong == Oorsprong("tweede-wijziging", "F")
