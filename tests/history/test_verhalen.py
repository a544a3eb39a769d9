"""Every history in ``verhalen/*.txt`` gives the dates, the texts and the findings that its tables say."""

from __future__ import annotations

from datetime import date

import pytest

from amend.history.geschiedenis import Geschiedenis, Versie
from amend.history.weergave import Weergave, in_weergave, koopkop
from tests.history.verhaal import artikelen
from tests.history.verhaalbestand import Verhaal, dag, verhalen

VERHALEN = verhalen()
VRAGEN = [(v, rij) for v in VERHALEN for rij in v.tabellen.get("vragen", [])]


@pytest.mark.parametrize("verhaal", [v for v in VERHALEN if "doelen" in v.tabellen], ids=lambda v: v.naam)
def test_data(verhaal: Verhaal) -> None:
    """The parts of the decisions with their dates, in order of execution."""
    gevonden = [
        {
            "besluit": doel.besluit,
            "deel": doel.naam,
            "bekend": _tekst(doel.bek),
            "in werking": _tekst(doel.jwv),
            "geldig vanaf": _tekst(doel.gv),
            "tot": _tekst(doel.tot),
            "bekend tot": _tekst(doel.tot_bekend),
        }
        for doel in verhaal.historie.doelen[1:]
    ]
    verwacht = verhaal.tabellen["doelen"]
    assert [{kolom: rij[kolom] for kolom in verwacht[0]} for rij in gevonden] == verwacht


def _tekst(waarde: date | None) -> str:
    return waarde.isoformat() if waarde else "–"


@pytest.mark.parametrize(
    ("verhaal", "rij"), VRAGEN, ids=[f"{v.naam} {' '.join(list(rij.values())[:3])}" for v, rij in VRAGEN]
)
def test_vraag(verhaal: Verhaal, rij: dict[str, str]) -> None:
    """One question with its answer."""
    versie = _vraag(verhaal.historie, rij)
    gevraagd = [kolom for kolom in rij if kolom in _GEVRAAGD or kolom.startswith("art. ")]
    antwoord = {kolom: _antwoord(versie, kolom) for kolom in gevraagd}
    if "kop" in rij:
        antwoord["kop"] = koopkop(verhaal.historie, versie.geldig_op, versie.bekend_op) or "–"
        gevraagd.append("kop")
    if "koop" in rij:
        koop = verhaal.historie.versie(versie.geldig_op, versie.bekend_op, versie.geldig_op)
        antwoord["koop"] = _antwoord(koop, "besluiten")
        gevraagd.append("koop")
    assert antwoord == {kolom: rij[kolom] for kolom in gevraagd}


_GEVRAAGD = ("besluiten", "volledig", "van", "t/m", "code")


def _vraag(historie: Geschiedenis, rij: dict[str, str]) -> Versie:
    geldig = dag(rij["geldig op"])
    bekend = dag(rij.get("bekend op", "")) or geldig
    assert geldig is not None
    assert bekend is not None
    weergave = Weergave(rij.get("weergave") or "geldend")
    return in_weergave(historie, weergave, geldig, bekend, dag(rij.get("in werking op", "")))


def _antwoord(versie: Versie, kolom: str) -> str:
    if kolom == "besluiten":
        namen = list(dict.fromkeys(doel.besluit for doel in versie.doelen[1:])) if versie.regeling else ["geen tekst"]
        return " ".join(namen) or "–"
    if kolom == "volledig":
        return "ja" if versie.volledig else "nee"
    if kolom == "code":
        return " ".join(dict.fromkeys(s.melding.code for s in versie.samenloop)) or "–"
    if kolom in ("van", "t/m"):
        return _tekst(versie.van if kolom == "van" else versie.tot_en_met)
    teksten = artikelen(versie.regeling) if versie.regeling else {}
    return teksten.get(kolom.removeprefix("art. "), "") or "–"


@pytest.mark.parametrize("verhaal", VERHALEN, ids=lambda v: v.naam)
def test_meldingen(verhaal: Verhaal) -> None:
    """Every finding about the dates is in the file, with the beginning of its sentence."""
    gevonden = [f"{m.code} {m.tekst}" for m in verhaal.historie.meldingen]
    assert len(gevonden) == len(verhaal.meldingen), gevonden
    for melding, verwacht in zip(gevonden, verhaal.meldingen, strict=True):
        assert melding.startswith(verwacht), gevonden


BEVINDINGEN = [(v, *rest) for v in VERHALEN for rest in v.bevindingen]


@pytest.mark.parametrize(
    ("verhaal", "geldig", "bekend", "verwacht"), BEVINDINGEN, ids=[f"{v.naam} {d} {k}" for v, d, k, _ in BEVINDINGEN]
)
def test_bevinding(verhaal: Verhaal, geldig: str, bekend: str, verwacht: list[str]) -> None:
    """What a version reports about conflicts and refusals, each sentence by its beginning."""
    versie = verhaal.historie.versie(date.fromisoformat(geldig), date.fromisoformat(bekend))
    gevonden = [f"{m.code} {m.tekst}" for m in versie.meldingen]
    for zin in verwacht:
        assert any(melding.startswith(zin) for melding in gevonden), gevonden
