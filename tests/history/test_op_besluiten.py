"""Decisions that change decisions not yet in force, and instructions that depend on which one comes first (F97-F99)."""

from __future__ import annotations

from datetime import date

from amend.history.geschiedenis import Geschiedenis, Versie
from tests.history.verhaal import artikelen, besluit, historie, keuze, regeling

BASIS = regeling(
    "Tariefregeling (fictief voorbeeld)\n\nArtikel 1\n\nHet tarief is 50 euro.\n\n"
    "Artikel 2\n\nDe termijn is acht weken.\n",
    "2022-12-20",
    "2023-01-01",
)
EERSTE = besluit(
    "eerste",
    "A. In artikel 1 wordt “50” vervangen door “60”.\n\n"
    "B. Na artikel 2 wordt een artikel ingevoegd, luidende:\n\nArtikel 2a\n\nHet college kan ontheffing verlenen.",
    "Dit besluit treedt in werking met ingang van 1 januari 2024.",
    "2023-06-01",
)


def tweede(opdracht: str, inwerking: str = "1 oktober 2023", bek: str = "2023-09-01") -> Geschiedenis:
    """The base, the first decision (in force 1 January 2024) and a second one that changes it."""
    ander = besluit("tweede", opdracht, f"Dit besluit treedt in werking met ingang van {inwerking}.", bek)
    return historie(BASIS, EERSTE, ander)


def versie(h: Geschiedenis, geldig: str, bekend: str) -> Versie:
    return h.versie(date.fromisoformat(geldig), date.fromisoformat(bekend))


def codes(h: Geschiedenis) -> set[str]:
    return {m.code for m in h.meldingen}


def test_onderdeel_vervalt_voor_het_in_werking_treedt() -> None:
    h = tweede("A. Artikel I, onderdeel A, van het Fictief besluit eerste vervalt.")
    assert artikelen(versie(h, "2024-02-01", "2023-08-01").regeling)["1"] == "Het tarief is 60 euro."
    nu = versie(h, "2024-02-01", "2023-09-01")
    assert artikelen(nu.regeling)["1"] == "Het tarief is 50 euro."
    assert artikelen(nu.regeling)["2a"] == "Het college kan ontheffing verlenen."
    assert nu.volledig
    assert "N447" in codes(h)


def test_onderdeel_vervalt_te_laat() -> None:
    """Aanwijzing 6.26: what was changed does not come back."""
    h = tweede("A. Artikel I, onderdeel A, van het Fictief besluit eerste vervalt.", "1 maart 2024", "2024-02-01")
    assert artikelen(versie(h, "2024-04-01", "2024-04-01").regeling)["1"] == "Het tarief is 60 euro."
    assert versie(h, "2024-04-01", "2024-04-01").volledig
    assert "W445" in codes(h)


def test_onderdeel_komt_te_luiden() -> None:
    h = tweede(
        "A. Artikel I, onderdeel A, van het Fictief besluit eerste komt te luiden:\n\n"
        "A\n\nIn artikel 1 wordt “50” vervangen door “70”."
    )
    assert artikelen(versie(h, "2024-02-01", "2023-08-01").regeling)["1"] == "Het tarief is 60 euro."
    assert artikelen(versie(h, "2024-02-01", "2023-10-01").regeling)["1"] == "Het tarief is 70 euro."
    assert artikelen(versie(h, "2023-12-31", "2023-10-01").regeling)["1"] == "Het tarief is 50 euro."


def test_onderdeel_is_al_in_werking() -> None:
    h = tweede(
        "A. Artikel I, onderdeel A, van het Fictief besluit eerste komt te luiden:\n\n"
        "A\n\nIn artikel 1 wordt “50” vervangen door “70”.",
        "1 maart 2024",
        "2024-02-01",
    )
    laat = versie(h, "2024-04-01", "2024-04-01")
    assert artikelen(laat.regeling)["1"] == "Het tarief is 60 euro."
    assert not laat.volledig
    assert "E443" in codes(h)
    assert versie(h, "2024-01-15", "2024-01-15").volledig


def test_voorgesteld_artikel_komt_te_luiden() -> None:
    h = tweede(
        "A. In artikel I, onderdeel B, van het Fictief besluit eerste komt het voorgestelde artikel 2a te luiden:\n\n"
        "Artikel 2a\n\nDe raad kan ontheffing verlenen."
    )
    assert artikelen(versie(h, "2024-02-01", "2023-08-01").regeling)["2a"] == "Het college kan ontheffing verlenen."
    assert artikelen(versie(h, "2024-02-01", "2023-10-01").regeling)["2a"] == "De raad kan ontheffing verlenen."


def test_woorden_in_een_voorgesteld_artikel() -> None:
    h = tweede(
        "A. In artikel I, onderdeel B, van het Fictief besluit eerste wordt in het voorgestelde artikel 2a “college” "
        "vervangen door “hoofd”."
    )
    assert artikelen(versie(h, "2024-02-01", "2023-10-01").regeling)["2a"] == "Het hoofd kan ontheffing verlenen."


def test_woorden_die_daar_niet_staan() -> None:
    h = tweede(
        "A. In artikel I, onderdeel B, van het Fictief besluit eerste wordt in het voorgestelde artikel 2a “minister” "
        "vervangen door “hoofd”."
    )
    assert "E444" in codes(h)
    assert not versie(h, "2024-02-01", "2023-10-01").volledig


def test_onbekend_besluit_en_onbekend_onderdeel() -> None:
    assert "E441" in codes(tweede("A. Artikel I, onderdeel A, van het Wijzigingsbesluit parken vervalt."))
    assert "E442" in codes(tweede("A. Artikel I, onderdeel Q, van het Fictief besluit eerste vervalt."))


def test_wijziging_zonder_dag_wacht() -> None:
    ander = besluit(
        "tweede",
        "A. Artikel I, onderdeel A, van het Fictief besluit eerste vervalt.",
        "Dit besluit treedt in werking op een bij collegebesluit te bepalen tijdstip.",
        "2023-09-01",
    )
    h = historie(BASIS, EERSTE, ander)
    assert "W446" in codes(h)
    assert artikelen(versie(h, "2024-02-01", "2024-02-01").regeling)["1"] == "Het tarief is 60 euro."


SAMENLOOP = (
    "A. In artikel 2 wordt “acht” vervangen door “zes”.\n\n"
    "B. Indien het Fictief besluit eerste {wanneer} in werking is getreden dan dit besluit, wordt in artikel 1 “60” "
    "vervangen door “65”."
)


def test_voorwaarde_vervuld_en_niet_vervuld() -> None:
    na = tweede(SAMENLOOP.format(wanneer="eerder"), "1 maart 2024", "2024-02-01")
    assert artikelen(versie(na, "2024-04-01", "2024-04-01").regeling)["1"] == "Het tarief is 65 euro."
    assert {"N448"} <= codes(na)
    voor = tweede(SAMENLOOP.format(wanneer="eerder"))
    assert artikelen(versie(voor, "2024-04-01", "2024-04-01").regeling)["1"] == "Het tarief is 60 euro."
    assert versie(voor, "2024-04-01", "2024-04-01").volledig
    assert {"N448", "N449"} <= codes(voor)


def test_spiegelbeeld_wijzigt_het_andere_besluit() -> None:
    """ "Later" changes the other decision, as the mirror clause of aanwijzing 5.68 does."""
    h = tweede(
        "A. In artikel 1 wordt “50” vervangen door “55”.\n\n"
        "B. Indien het Fictief besluit eerste later in werking treedt dan dit besluit, komt artikel I, onderdeel A, "
        "van het Fictief besluit eerste te luiden:\n\nA\n\nIn artikel 1 wordt “55” vervangen door “60”."
    )
    assert artikelen(versie(h, "2023-11-01", "2023-11-01").regeling)["1"] == "Het tarief is 55 euro."
    na = versie(h, "2024-02-01", "2024-02-01")
    assert artikelen(na.regeling)["1"] == "Het tarief is 60 euro."
    assert na.volledig


def test_voorwaarde_onbekend_is_een_vraag() -> None:
    opdracht = (
        "A. Indien de Parkwet eerder in werking is getreden dan dit besluit, wordt in artikel 1 “50” vervangen "
        "door “65”."
    )
    h = tweede(opdracht)
    open_ = versie(h, "2023-11-01", "2023-11-01")
    assert not open_.volledig
    assert "Q327" in {m.code for m in open_.meldingen}
    ander = besluit("tweede", opdracht, "Dit besluit treedt in werking met ingang van 1 oktober 2023.", "2023-09-01")
    beslist = historie(BASIS, EERSTE, ander, keuzes=(keuze("tweede", "A", "Q327", "uitvoeren"),))
    assert artikelen(versie(beslist, "2023-11-01", "2023-11-01").regeling)["1"] == "Het tarief is 65 euro."
