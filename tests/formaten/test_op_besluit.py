# ruff: noqa: E501 - XML as it is delivered
"""Decisions as official publications print them: own, fictive ones with the less usual elements."""

from __future__ import annotations

from amend.model.besluit import Besluit, BesluitArtikel, WijzigArtikel
from amend.model.operations import VervangOpschrift
from amend.model.tree import platte_tekst
from amend.parse.besluit import ontleed_besluit
from amend.read.op_xml import lees_besluit_xml
from amend.read.schema import valideer
from amend.write.besluit_xml import schrijf_besluit_xml


def lees(lichaam: str, meta: str = "", rest: str = "") -> tuple[Besluit, set[str]]:
    data = (
        f"<officiele-publicatie><metadata>{meta}</metadata><kop><titel>GEMEENTEBLAD</titel><subtitel>Uitgave van Fictie</subtitel></kop>"
        f"<gemeenteblad><kop><titel>Fictief besluit</titel></kop><regeling><regeling-tekst>{lichaam}</regeling-tekst></regeling>{rest}</gemeenteblad></officiele-publicatie>"
    )
    besluit, meldingen = lees_besluit_xml(data.encode(), "b")
    assert besluit is not None
    bewaard = schrijf_besluit_xml(besluit)
    assert valideer(bewaard, "besluit") == ()
    assert lees_besluit_xml(bewaard) == (besluit, ())
    return besluit, {m.code for m in meldingen}


def test_wijzig_divisie_houdt_haar_kop() -> None:
    divisie = "<wijzig-divisie><kop><label>Paragraaf</label><nr>2</nr><titel>Leges</titel></kop><wat>Artikel 4 vervalt.</wat></wijzig-divisie>"
    besluit, meldingen = lees(f"<wijzig-artikel><kop><label>Artikel</label><nr>I</nr></kop>{divisie}</wijzig-artikel>")
    (artikel,) = besluit.artikelen
    assert isinstance(artikel, WijzigArtikel)
    (deel,) = artikel.instructies
    assert (deel.label, deel.nummer, platte_tekst(deel.opschrift)) == ("Paragraaf", "2", "Leges")
    assert "Paragraaf" in schrijf_besluit_xml(besluit).decode()
    assert meldingen == set()


def test_wijzig_divisie_en_groep_om_wijzigingen() -> None:
    lid = "<wijzig-lid><lidnr>A</lidnr><wat>Artikel 4 vervalt.</wat></wijzig-lid>"
    groep = f"<wijzig-lid-groep><kop><titel>Hoofdstuk 2</titel></kop>{lid}</wijzig-lid-groep>"
    artikel = f"<wijzig-artikel><kop><nr>I</nr></kop><wat>De Verordening fictie wordt als volgt gewijzigd:</wat>{groep}</wijzig-artikel>"
    besluit, _ = lees(f"<wijzig-divisie><kop><label>Deel</label><nr>1</nr></kop>{artikel}</wijzig-divisie>")
    kop, wijzig = besluit.artikelen
    assert isinstance(kop, BesluitArtikel)
    assert (kop.node.label, kop.node.nummer) == ("Deel", "1")
    assert isinstance(wijzig, WijzigArtikel)
    stappen = ontleed_besluit(besluit).stappen
    assert [(s.naam, [str(p) for op in s.bewerkingen for p in getattr(op, "doel", ())]) for s in stappen] == [
        ("I", ["regeling"]),
        ("A", ["artikel 4"]),
    ]


def test_artikelkop_als_nieuw_opschrift() -> None:
    nieuw = "<wijziging><artikelkop><label>Artikel</label><nr>4</nr><titel>Nieuwe kop</titel></artikelkop></wijziging>"
    lid = f"<wijzig-lid><lidnr>A</lidnr><wat>Het opschrift van artikel 4 komt te luiden:</wat>{nieuw}</wijzig-lid>"
    besluit, _ = lees(
        f"<wijzig-artikel><kop><nr>I</nr></kop><wat>De Verordening fictie wordt als volgt gewijzigd:</wat>{lid}</wijzig-artikel>"
    )
    (op,) = ontleed_besluit(besluit).stappen[1].bewerkingen
    assert isinstance(op, VervangOpschrift)
    assert platte_tekst(op.inhoud[0].opschrift) == "Nieuwe kop"


def test_meer_dan_een_wat_blijft_bewaard() -> None:
    besluit, _ = lees(
        "<wijzig-artikel><kop><nr>I</nr></kop><wat>In artikel 1</wat><wat>vervalt lid 2.</wat></wijzig-artikel>"
    )
    (artikel,) = besluit.artikelen
    assert isinstance(artikel, WijzigArtikel)
    assert artikel.zin is not None
    assert artikel.zin.plat == "In artikel 1 vervalt lid 2."


def test_metagegevens_en_wat_er_omheen_staat() -> None:
    meta = (
        '<meta name="DC.creator" content="Fictie"/><meta name="OVERHEIDop.publicationName" content="Gemeenteblad"/>'
        '<meta name="OVERHEIDop.jaargang" content="2024"/><meta name="OVERHEIDop.publicationIssue" content="12"/>'
        '<meta name="DCTERMS.available" content="2024-02-03"/><meta name="OVERHEID.category" content="bestuur"/>'
    )
    besluit, _ = lees(
        "<artikel><kop><nr>1</nr></kop><al>Tekst.</al></artikel>",
        meta,
        "<bijlage><kop><label>Bijlage</label></kop><al>Kaart.</al></bijlage>",
    )
    assert (besluit.meta.bestuursorgaan, besluit.meta.blad, str(besluit.meta.bekend)) == (
        "Fictie",
        "Gemeenteblad 2024, 12",
        "2024-02-03",
    )
    overig = dict(besluit.meta.overig)
    assert overig["OVERHEID.category"] == "bestuur"
    assert "Uitgave van Fictie" in overig["op:kop"]
    assert besluit.meta.titel == "Fictief besluit"
    assert [b.label for b in besluit.bijlagen] == ["Bijlage"]


def test_zakelijke_mededeling() -> None:
    data = "<officiele-publicatie><gemeenteblad><kop><titel>Aanvraag</titel></kop><zakelijke-mededeling><zakelijke-mededeling-tekst><tekst><al>Ontvangen.</al></tekst></zakelijke-mededeling-tekst></zakelijke-mededeling></gemeenteblad></officiele-publicatie>"
    besluit, meldingen = lees_besluit_xml(data.encode(), "b")
    assert besluit is not None
    assert [m.code for m in meldingen] == ["N168"]
    assert (besluit.meta.titel, platte_tekst(besluit.aanhef[0].tekst)) == ("Aanvraag", "Ontvangen.")
    assert ontleed_besluit(besluit).stappen == ()
