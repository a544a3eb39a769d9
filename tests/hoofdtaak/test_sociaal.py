"""The main job on the Sociaal regulation (regels.md 4.2) and the fictive decisions on it."""

from __future__ import annotations

from datetime import date

import pytest

from amend.history.slot import slotbepalingen
from amend.model.regeling import RegelingMeta
from amend.model.tree import Soort, platte_tekst
from tests.hoofdtaak.hulp import SOCIAAL, artikelen, bijlagen, historie, leden, tekst, versie, vorm


@pytest.mark.parametrize(
    ("geldig_op", "bekend_op", "geldt"),
    [
        ("2023-09-01", "2024-02-06", False),
        ("2023-09-01", "2024-02-07", True),
        ("2023-08-31", "2024-02-07", False),
        ("2023-08-31", "2026-11-23", False),
        ("2024-02-07", "2024-02-06", True),
    ],
)
def test_antwoord_per_datum(geldig_op: str, bekend_op: str, geldt: bool) -> None:
    v = versie(SOCIAAL, geldig_op, bekend_op)
    assert (v.regeling is not None) == geldt
    assert bool(v.reden) != geldt


def test_eerste_versie_is_de_tekst_van_de_bron() -> None:
    v = versie(SOCIAAL, "2023-09-01", "2024-02-07")
    assert v.regeling is not None
    assert v.regeling.root is historie(SOCIAAL).regeling.root
    assert list(artikelen(v)) == [str(n) for n in range(1, 19) if n != 13]


def test_intrekking_van_de_oude_regeling_met_terugwerkende_kracht() -> None:
    """Old regulation: on 2023-10-01 valid as known on 2024-02-06, not any more as known on 2024-02-07."""
    slot = slotbepalingen(historie(SOCIAAL).regeling)
    (intrekking,) = slot.intrekkingen
    assert intrekking.betreft(RegelingMeta(citeertitel="Organisatieverordening Openbaar Lichaam Drechtsteden"))
    assert (intrekking.jwv, intrekking.gv) == (date(2024, 2, 7), date(2023, 9, 1))
    op = date(2023, 10, 1)
    assert not intrekking.geldt(op, date(2024, 2, 6))
    assert intrekking.geldt(op, date(2024, 2, 7))
    assert not intrekking.geldt(date(2023, 8, 31), date(2024, 2, 7))
    (waarschuwing,) = slot.meldingen
    assert waarschuwing.code == "W408"
    assert waarschuwing.tekst == (
        "De intrekking van “Organisatieverordening Openbaar Lichaam Drechtsteden, zoals vastgesteld op 17 januari "
        "2022” werkt terug “tot 1 september 2023”; gelezen is: die regeling gold voor het laatst op 31 augustus 2023."
    )


def test_de_drie_fictieve_besluiten_lukken_geheel() -> None:
    v = versie(SOCIAAL, "2026-06-01", "2026-11-01")
    assert [d.besluit for d in v.doelen] == [
        SOCIAAL,
        "sociaal-fictief-2",
        "sociaal-fictief-1",
        "sociaal-fictief-3",
        "sociaal-fictief-3",
    ]
    assert v.volledig, [m.tekst for m in v.meldingen]
    assert all(b.besluit.meta.fictief and "FICTIEF" in b.besluit.meta.titel for b in historie(SOCIAAL).besluiten)


def test_gewoon_besluit() -> None:
    oud = artikelen(versie(SOCIAAL, "2024-03-01", "2024-03-01"))
    nu = artikelen(versie(SOCIAAL, "2025-07-01", "2025-07-01"))
    begrippen = [platte_tekst(b.kinderen[0].tekst).partition(":")[0] for b in nu["1"].kinderen[1].kinderen]
    assert begrippen[:2] == ["College", "Concerncontroller"]
    assert len(begrippen) == 10
    assert tekst(leden(nu["2"])["2"]).endswith("zoals uitgewerkt in bijlage 1.")
    assert "bedoeld in de artikelen 14 en 15." in tekst(nu["3"])
    assert list(leden(nu["3"])) == ["1", "2", "3", "4", "5", "6"]
    assert [n for n, _ in vorm(leden(nu["4"])["1"])[1:]] == list("abcdefgh")  # type: ignore[misc]
    assert "c" in [n for n, _ in vorm(leden(nu["4"])["1"])[1:]]  # type: ignore[misc]
    assert "over de MT leden, de juridisch controller en concerncontroller." in tekst(nu["5"])
    assert platte_tekst(nu["8"].opschrift) == "Coördinatie en voortgang van beleid"
    assert list(leden(nu["9"])) == ["1", "2", "3", "4", "5"]
    assert leden(nu["9"])["3"].wid == leden(oud["9"])["4"].wid
    assert list(nu)[9:11] == ["10", "10a"]
    assert vorm(nu["10a"]) == [["1", ["tekst"]], ["2", ["tekst", ["a", ["tekst"]], ["b", ["tekst"]]]]]
    assert "de jaarrekening in het kader van de planning- en controlcyclus" in tekst(nu["14"])
    assert "door een Opgavemanager onder" in tekst(bijlagen(versie(SOCIAAL, "2025-07-01", "2025-07-01"))["1"])
    assert nu["12"] is oud["12"]


def test_terugwerkend_besluit() -> None:
    voor = versie(SOCIAAL, "2025-01-15", "2025-02-20")
    na = versie(SOCIAAL, "2025-01-15", "2025-02-21")
    assert "Algemeen Mandaatbesluit GR Sociaal" in tekst(artikelen(voor)["5"])
    assert "Mandaatbesluit GR Sociaal 2025." in tekst(artikelen(na)["5"])
    assert tekst(leden(artikelen(na)["17"])["3"]).endswith("de Secretaris en het MT.")
    assert "Mandaatbesluit GR Sociaal 2025." not in tekst(artikelen(versie(SOCIAAL, "2024-12-31", "2025-02-21"))["5"])


def test_besluit_in_delen() -> None:
    november = artikelen(versie(SOCIAAL, "2025-11-01", "2025-11-01"))
    januari = artikelen(versie(SOCIAAL, "2026-01-01", "2026-01-01"))
    assert [n for n, _ in vorm(november["6"])[1:]] == list("abcd")  # type: ignore[misc]
    assert tekst(november["16"]).count("geleid door de") == 2
    assert len(vorm(leden(november["10a"])["2"])) == 3
    assert len(vorm(leden(januari["10a"])["2"])) == 4
    assert "stelt voor 1 juli van elk jaar een jaarverslag vast" in tekst(januari["10a"])
    root = versie(SOCIAAL, "2026-01-01", "2026-01-01").regeling
    assert root is not None
    hoofdstukken = [k for k in root.root.kinderen if k.soort == Soort.HOOFDSTUK]
    assert [platte_tekst(h.opschrift) for h in hoofdstukken][4] == "Control en toezicht"


def test_versies_op_de_tijdlijn() -> None:
    versies = historie(SOCIAAL).versies(date(2026, 11, 1))
    assert [str(v.van) for v in versies] == ["2023-09-01", "2025-01-01", "2025-07-01", "2025-11-01", "2026-01-01"]
    assert versies[-1].tot_en_met is None
