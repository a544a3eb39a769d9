from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from amend.model.besluit import BesluitArtikel, WijzigArtikel
from amend.model.tree import Soort, Status, loop, platte_tekst, zichtbare_tekst
from amend.read.cvdr import lees_cvdr
from amend.read.op_xml import lees_besluit_xml
from amend.read.schema import valideer
from amend.write.besluit_xml import schrijf_besluit_xml
from amend.write.cvdr import schrijf_cvdr
from tests.xml.voorbeelden import CVDR, GEDEELD, OP, naam, nodig

pytestmark = nodig


def tekens(data: bytes, pad: str = "//text()") -> str:
    root = etree.fromstring(data)
    return re.sub(r"\s+", "", "".join(str(deel) for deel in root.xpath(pad)))


@pytest.mark.parametrize("pad", CVDR, ids=naam)
def test_cvdr_lezen_schrijven_lezen(pad: Path) -> None:
    data = pad.read_bytes()
    regeling, meldingen = lees_cvdr(data)
    assert regeling is not None
    assert not [m for m in meldingen if m.blokkeert]
    geschreven = schrijf_cvdr(regeling)
    assert lees_cvdr(geschreven) == (regeling, ())
    assert valideer(geschreven, "regeling") == ()


@pytest.mark.parametrize("pad", CVDR, ids=naam)
def test_cvdr_verliest_geen_teken(pad: Path) -> None:
    data = pad.read_bytes()
    regeling, _ = lees_cvdr(data)
    assert regeling is not None
    gewoon = schrijf_cvdr(regeling, met_identiteit=False)
    tekst = "//*[local-name()='body']//text()"
    assert tekens(gewoon, tekst) == tekens(data, tekst)
    assert Counter(tekens(gewoon)) == Counter(tekens(data))
    assert b"urn:amend" not in gewoon
    opnieuw, _ = lees_cvdr(gewoon)
    assert opnieuw is not None
    assert opnieuw.root == regeling.root


@pytest.mark.parametrize("pad", OP, ids=naam)
def test_op_lezen_schrijven_lezen(pad: Path) -> None:
    data = pad.read_bytes()
    besluit, meldingen = lees_besluit_xml(data)
    assert besluit is not None
    assert not [m for m in meldingen if m.blokkeert]
    geschreven = schrijf_besluit_xml(besluit)
    assert lees_besluit_xml(geschreven) == (besluit, ())
    assert valideer(geschreven, "besluit") == ()
    # only the masthead of the paper stands outside the decision
    tekst = "//text()[not(ancestor::metadata) and not(ancestor::kop[parent::officiele-publicatie])]"
    assert Counter(tekens(data, tekst)) - Counter(tekens(geschreven, tekst)) <= _masthead(data)


def _masthead(data: bytes) -> Counter[str]:
    return Counter(tekens(data, "//kop[parent::bladgemeenschappelijkeregeling]//text()"))


def test_vervallen_hoofdstukken_en_gesplitste_koppen() -> None:
    regeling, meldingen = lees_cvdr((GEDEELD / "voorbeelden/cvdr/cvdr_example2.xml").read_bytes())
    assert regeling is not None
    hoofdstukken = [node for _, node in loop(regeling.root) if node.soort is Soort.HOOFDSTUK]
    assert [(h.nummer, platte_tekst(h.opschrift)) for h in hoofdstukken][:2] == [
        ("1", "Parkeren"),
        ("2", "Hard rijden"),
    ]
    assert [h.status for h in hoofdstukken] == [Status.VERVALLEN] * 4 + [Status.ACTIEF]
    assert {"N163", "W166"} == {m.code for m in meldingen}


def test_tabel_en_metagegevens() -> None:
    regeling, _ = lees_cvdr((GEDEELD / "voorbeelden/cvdr/cvdr_example1.xml").read_bytes(), "spijkenisse")
    assert regeling is not None
    (tabel,) = [node for _, node in loop(regeling.root) if node.soort is Soort.TABEL]
    assert [len(rij.kinderen) for rij in tabel.kinderen] == [4] * 30
    meta = regeling.meta
    assert (meta.id, meta.organisatie, meta.organisatietype) == ("spijkenisse", "Spijkenisse", "Gemeente")
    assert str(meta.uitwerkingtreding) == "2012-04-25"
    assert meta.overzicht[0].betreft == "nieuwe regeling"
    assert len({node.wid for _, node in loop(regeling.root) if node.wid}) > 1


def test_wijzigingsbesluit_uit_het_staatsblad() -> None:
    besluit, _ = lees_besluit_xml((GEDEELD / "voorbeelden/op/stb-2025-263.xml").read_bytes())
    assert besluit is not None
    eerste, tweede = besluit.artikelen
    assert isinstance(eerste, WijzigArtikel)
    assert isinstance(tweede, BesluitArtikel)
    assert (eerste.nummer, [i.nummer for i in eerste.instructies]) == ("I", ["A", "B"])
    assert [node.nummer for node in eerste.instructies[1].payload] == ["17a", "17b"]
    assert str(besluit.meta.bekend) == "2025-10-09"
    assert besluit.meta.blad == "Staatsblad 2025, 263"


def test_wet_met_wijzigingsartikelen() -> None:
    besluit, meldingen = lees_besluit_xml((GEDEELD / "voorbeelden/op/stb-2026-187.wijzig-artikelen.xml").read_bytes())
    assert besluit is not None
    wijzig = {a.nummer: a for a in besluit.artikelen if isinstance(a, WijzigArtikel)}
    assert list(wijzig) == ["99", "100", "101", "102", "103", "103a", "103b", "105"]
    assert [i.nummer for i in wijzig["99"].instructies[1].instructies] == ["1", "2", "3"]
    begrippen = wijzig["100"].instructies[0].payload[0].kinderen[1]
    assert {item.soort for item in begrippen.kinderen} == {Soort.BEGRIP}
    assert zichtbare_tekst(begrippen.kinderen[2]).startswith("CSIRT: krachtens artikel 16")
    assert [node.soort for node in wijzig["102"].payload] == [Soort.LIJST]
    assert {"W160", "N167"} == {m.code for m in meldingen}
