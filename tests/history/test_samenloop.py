"""The worked example of the rule at the level of texts, and conflicts between decisions (regels.md 2.5, 2.6)."""

from __future__ import annotations

from datetime import date

import pytest

from amend.history.geschiedenis import Geschiedenis, Versie
from amend.model.regeling import Regeling
from amend.model.stap import StapStatus
from tests.history.verhaal import artikelen, besluit, historie, keuze, regeling

TARIEFREGELING = """Tariefregeling (fictief voorbeeld)

Artikel 1

Deze regeling wordt aangehaald als: Tariefregeling.

Artikel 2

Het tarief is 50 euro.

Artikel 3

Oude tekst.

Artikel 4

Vier.

Artikel 5

Tekst X.
"""
W1 = besluit(
    "w1",
    "A. In artikel 2 wordt “50” vervangen door “60”.",
    "Dit besluit treedt in werking met ingang van 1 april 2023.",
    "2023-03-10",
)
W3 = besluit(
    "w3",
    "A. Artikel 5 komt te luiden:\n\nArtikel 5\n\nTekst Z.",
    "Dit besluit treedt in werking met ingang van 1 januari 2024.",
    "2023-06-01",
)
W2 = besluit(
    "w2",
    "A. Artikel 3 komt te luiden:\n\nArtikel 3\n\nNieuwe tekst.\n\nB. In artikel 2 wordt “60” vervangen door “65”.\n\n"
    "C. Onder vernummering van artikel 5 tot artikel 6 wordt na artikel 4 een artikel ingevoegd, luidende:"
    "\n\nArtikel 5\n\nTekst Y.",
    "Dit besluit treedt in werking op de dag na de bekendmaking en werkt terug tot en met 1 februari 2023.",
    "2023-09-11",
)


def basis() -> Regeling:
    return regeling(TARIEFREGELING, "2022-12-20", "2023-01-01")


def voorbeeld(*keuzes: object) -> Geschiedenis:
    return historie(basis(), W1, W3, W2, keuzes=keuzes)  # type: ignore[arg-type]


def vraag(h: Geschiedenis, geldig_op: str, bekend_op: str) -> Versie:
    return h.versie(date.fromisoformat(geldig_op), date.fromisoformat(bekend_op))


def kort(v: Versie) -> str:
    """Articles 2, 3, 5 and 6 in short, as the worked table writes them."""
    teksten = artikelen(v.regeling)
    cel = [teksten["2"].split()[3], teksten["3"].split()[0].lower(), teksten["5"].rstrip(".").split()[-1]]
    return " ".join([*cel, teksten.get("6", "–").rstrip(".").split()[-1]])


@pytest.mark.parametrize(
    ("geldig_op", "bekend_op", "teksten", "volledig"),
    [
        ("2023-01-15", "2023-05-01", "50 oude X –", True),
        ("2023-01-15", "2023-10-01", "50 oude X –", True),
        ("2023-02-15", "2023-05-01", "50 oude X –", True),
        ("2023-02-15", "2023-09-11", "50 oude X –", True),
        ("2023-02-15", "2023-09-12", "50 nieuwe Y X", False),
        ("2023-05-01", "2023-05-01", "60 oude X –", True),
        ("2023-05-01", "2023-10-01", "65 nieuwe Y X", True),
        ("2023-09-12", "2023-09-11", "65 nieuwe Y X", True),
        ("2024-02-01", "2023-06-15", "60 oude Z –", True),
        ("2024-02-01", "2023-10-01", "65 nieuwe Y X", False),
    ],
)
def test_werktabel(geldig_op: str, bekend_op: str, teksten: str, volledig: bool) -> None:
    v = vraag(voorbeeld(), geldig_op, bekend_op)
    assert (kort(v), v.volledig) == (teksten, volledig)


def test_terugwerkend_over_een_tussenliggende_versie_geeft_beide_lezingen() -> None:
    v = vraag(voorbeeld(), "2023-02-15", "2023-09-12")
    (conflict,) = v.samenloop
    assert conflict.melding.code == "Q421"
    assert conflict.melding.tekst == (
        "Besluit w2 werkt terug tot en met 1 februari 2023, voor de wijziging door w1; op de tekst zonder die "
        "wijziging is onderdeel B niet uitvoerbaar. Er is voor deze dagen geen vastgestelde tekst."
    )
    assert (str(v.van), str(v.tot_en_met)) == ("2023-02-01", "2023-03-31")
    een, twee = (Regeling(v.regeling.meta, lezing.root) for lezing in conflict.lezingen)  # type: ignore[union-attr]
    assert artikelen(een)["2"] == "Het tarief is 50 euro."
    assert artikelen(twee) | {"1": ""} == {
        "1": "",
        "2": "Het tarief is 65 euro.",
        "3": "Nieuwe tekst.",
        "4": "Vier.",
        "5": "Tekst Y.",
        "6": "Tekst X.",
    }


def test_keuze_tussen_de_lezingen_geldt_en_blijft_zichtbaar() -> None:
    v = vraag(voorbeeld(keuze("w2", "B", "Q421", "lezing-2")), "2023-02-15", "2023-09-12")
    assert v.volledig
    assert artikelen(v.regeling)["2"] == "Het tarief is 65 euro."
    (besluit, gekozen), (gevolg,) = v.keuzes[0], [m for m in v.meldingen if m.code == "W455"]
    assert (besluit, gekozen.keuze) == ("w2", "lezing-2")
    assert gevolg.tekst.startswith(
        "Onderdeel B is uitgevoerd zoals op de latere tekst: voor Q421 is “lezing-2” gekozen"
    )
    assert not [m.code for m in v.meldingen if m.blokkeert or m.code == "W322"]
    (zichtbaar,) = [m for m in v.meldingen if m.code == "N426"]
    assert zichtbaar.tekst == (
        "Q421 is beslist met “lezing-2” (A. Jurist, 2024-05-01: zo bedoeld blijkens de toelichting)."
    )


def test_gekozen_lezing_laat_een_onderdeel_weg() -> None:
    v = vraag(voorbeeld(keuze("w2", "*", "Q421", "lezing-1")), "2023-02-15", "2023-09-12")
    assert v.volledig
    assert [r.stap.naam for _, r in v.verslag if r.status is StapStatus.WEGGELATEN] == ["B"]
    assert not [m.code for m in v.meldingen if m.blokkeert or m.code == "W322"]


def test_onbekende_lezing_beslist_niets() -> None:
    verhaal = voorbeeld(keuze("w2", "B", "Q421", "lezing-9"))
    assert "W322" in {m.code for m in verhaal.meldingen}
    v = vraag(verhaal, "2023-02-15", "2023-09-12")
    assert not v.volledig
    assert v.keuzes == ()


def test_nummer_wijst_intussen_een_andere_bepaling_aan() -> None:
    v = vraag(voorbeeld(), "2024-02-01", "2023-10-01")
    (melding,) = [m for m in v.meldingen if m.code == "Q420"]
    assert melding.tekst == (
        "Onderdeel A van w3 wijzigt artikel 5; dat nummer wees bij de bekendmaking een andere bepaling aan dan nu. "
        "Die bepaling is nu artikel 6."
    )


@pytest.mark.parametrize(("gekozen", "vijf", "zes"), [("letter", "Z", "X"), ("bedoeling", "Y", "Z")])
def test_keuze_letter_of_bedoeling(gekozen: str, vijf: str, zes: str) -> None:
    v = vraag(voorbeeld(keuze("w3", "A", "Q420", gekozen)), "2024-02-01", "2023-10-01")
    assert (kort(v).split()[2:], v.volledig) == ([vijf, zes], True)


ZELFDE_DAG = "Dit besluit treedt in werking met ingang van 1 juli 2024."


def test_zelfde_dag_zonder_verschil() -> None:
    een = besluit("een", "A. In artikel 2 wordt “50” vervangen door “55”.", ZELFDE_DAG, "2024-05-01", "2024-04-01")
    twee = besluit("twee", "A. In artikel 4 wordt “Vier” vervangen door “4”.", ZELFDE_DAG, "2024-05-02", "2024-04-02")
    v = vraag(historie(basis(), twee, een), "2024-08-01", "2024-08-01")
    assert v.volledig
    assert [s.melding.code for s in v.samenloop] == ["N424"]


def test_zelfde_dag_met_verschil_is_een_vraag() -> None:
    een = besluit("een", "A. Artikel 4 komt te luiden:\n\nArtikel 4\n\nEen.", ZELFDE_DAG, "2024-05-01", "2024-04-01")
    twee = besluit("twee", "A. Artikel 4 komt te luiden:\n\nArtikel 4\n\nTwee.", ZELFDE_DAG, "2024-05-02", "2024-04-02")
    v = vraag(historie(basis(), twee, een), "2024-08-01", "2024-08-01")
    (conflict,) = v.samenloop
    assert (conflict.melding.code, v.volledig) == ("Q423", False)
    assert [artikelen(Regeling(basis().meta, le.root))["4"] for le in conflict.lezingen] == ["Twee.", "Een."]
    beslist = historie(basis(), twee, een, keuzes=(keuze("twee", "*", "Q423", "volgorde"),))
    v = vraag(beslist, "2024-08-01", "2024-08-01")
    assert (v.volledig, artikelen(v.regeling)["4"]) == (True, "Twee.")


def test_delen_zonder_datum_wachten() -> None:
    w = besluit(
        "w",
        "A. In artikel 2 wordt “50” vervangen door “55”.\n\nB. Artikel 4 vervalt.",
        "Dit besluit treedt in werking met ingang van 1 juli 2024, met uitzondering van artikel I, onderdeel B, dat in "
        "werking treedt op een door het college te bepalen tijdstip.",
        "2024-05-01",
    )
    h = historie(basis(), w)
    assert artikelen(vraag(h, "2024-08-01", "2024-08-01").regeling)["4"] == "Vier."
    assert [(d.naam, d.jwv) for d in h.doelen[1:]] == [
        ("het besluit", date(2024, 7, 1)),
        ("artikel I/onderdeel B", None),
    ]
    assert [m.code for m in h.meldingen] == ["N406"]


@pytest.mark.parametrize(
    ("slot", "bek", "code"),
    [
        ("Dit besluit treedt in werking met ingang van 1 januari 2023.", "2024-05-01", "E402"),
        ("Dit besluit treedt in werking met ingang van 1 juli 2024.", None, "E401"),
        ("Dit besluit wordt aangehaald als: Wijziging.", "2024-05-01", "W407"),
    ],
)
def test_data_die_niet_kunnen(slot: str, bek: str | None, code: str) -> None:
    w = besluit("w", "A. Artikel 4 vervalt.", slot, bek)
    h = historie(basis(), w)
    assert [m.code for m in h.meldingen] == [code]
    v = vraag(h, "2024-12-01", "2024-12-01")
    assert v.volledig == (code[0] == "W")


@pytest.mark.parametrize(
    "slot",
    [
        "Dit besluit treedt in werking wanneer het zover is.",
        "Dit besluit treedt in werking met ingang van 31 februari 2026.",
    ],
)
def test_onbegrepen_inwerkingtreding_krijgt_geen_standaarddatum(slot: str) -> None:
    h = historie(basis(), besluit("w", "A. Artikel 4 vervalt.", slot, "2024-05-01"))
    assert "E418" in [m.code for m in h.meldingen]
    assert [d.jwv for d in h.doelen[1:]] == [None]
    assert not vraag(h, "2026-08-01", "2026-08-01").volledig
    assert vraag(h, "2024-04-01", "2024-04-01").volledig


def test_onmiddellijk_is_een_vraag_die_een_keuze_beslist() -> None:
    w = besluit("w", "A. Artikel 4 vervalt.", "Dit besluit treedt onmiddellijk in werking.", "2024-05-01")
    assert not vraag(historie(basis(), w), "2024-08-01", "2024-08-01").volledig
    v = vraag(historie(basis(), w, keuzes=(keuze("w", "II", "Q214", "uitvoeren"),)), "2024-08-01", "2024-08-01")
    assert v.volledig
    assert "4" not in {n for n, t in artikelen(v.regeling).items() if t}


def test_instructie_met_een_eigen_datum() -> None:
    """A step that names its own date is a part of its own, whatever the commencement clause says."""
    w = besluit(
        "w",
        "A. In artikel 2 wordt “50” vervangen door “55”.\n\nB. Artikel 4 vervalt met ingang van 1 januari 2025.",
        ZELFDE_DAG,
        "2024-05-01",
    )
    h = historie(basis(), w)
    assert [(d.naam, d.jwv) for d in h.doelen[1:]] == [
        ("het besluit", date(2024, 7, 1)),
        ("artikel I/onderdeel B", date(2025, 1, 1)),
    ]
    assert artikelen(vraag(h, "2024-12-31", "2024-12-31").regeling)["4"] == "Vier."
    assert artikelen(vraag(h, "2025-01-01", "2025-01-01").regeling)["4"] == ""
