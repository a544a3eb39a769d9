"""The pages: HTML that parses, is accessible and safe; text; and an incomplete text that says so everywhere."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import HealthCheck, given, settings
from lxml import html

from amend.model.identity import eids, geef_wids
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Oorsprong, Run, Soort, Status
from amend.model.versiekop import VersieKop
from amend.read.cvdr import lees_cvdr
from amend.write.cvdr import schrijf_cvdr
from amend.write.html import schrijf_html
from amend.write.tekst import schrijf_tekst
from tests.xml.strategie import regelingen

_rustig = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
E = Oorsprong("wijziging-1", "E")


def al(*runs: Run | str) -> Node:
    return Node(Soort.AL, tekst=tuple(Run(run) if isinstance(run, str) else run for run in runs))


def regeling() -> Regeling:
    onderdelen = (
        Node(Soort.ONDERDEEL, nummer="a", aanduiding="a.", kinderen=(al("gewoon & <gek>;"),)),
        Node(Soort.ONDERDEEL, nummer="b", aanduiding="b.", status=Status.VERVALLEN),
    )
    noot = Mark("noot", (("nr", "1"),))
    lid = Node(
        Soort.LID,
        nummer="1",
        aanduiding="1.",
        kinderen=(
            al("Aanhef", Run("Zie elders.", (noot,)), Run(" nieuw", (Mark("vet"),), E), ":"),
            Node(Soort.LIJST, kinderen=onderdelen),
        ),
    )
    rijen = tuple(
        Node(Soort.RIJ, kinderen=(Node(Soort.CEL, kinderen=(al(cel),)),), extra=extra)
        for cel, extra in (("Kop", (("amend:deel", "thead"),)), ("Cel", ()))
    )
    artikelen = (
        Node(Soort.ARTIKEL, nummer="1", label="Artikel", aanduiding="1", opschrift=(Run("Doel"),), kinderen=(lid,)),
        Node(Soort.ARTIKEL, nummer="2", label="Artikel", aanduiding="2", status=Status.VERVALLEN),
        Node(Soort.ARTIKEL, nummer="3", label="Artikel", aanduiding="3", kinderen=(Node(Soort.TABEL, kinderen=rijen),)),
    )
    hoofdstuk = Node(Soort.HOOFDSTUK, nummer="1", label="Hoofdstuk", aanduiding="1", kinderen=artikelen)
    root = geef_wids(Node(Soort.REGELING, opschrift=(Run("Intitulé"),), kinderen=(hoofdstuk,)), "gm0_1")
    return Regeling(RegelingMeta(id="r", titel="Een regeling", opmerkingen=("Eerste.", "Geen")), root)


KOP = VersieKop(
    titel="Een regeling",
    geldig_van=date(2024, 1, 1),
    terugwerkend_vanaf=date(2023, 9, 1),
    bekend_op=date(2024, 2, 7),
    besluiten=("wijziging-1",),
    waarschuwingen=("Twijfel.",),
)


def pagina(bron: Regeling | None = None, kop: VersieKop | None = KOP) -> html.HtmlElement:
    return html.document_fromstring(schrijf_html(bron or regeling(), kop=kop))


def test_html_is_een_toegankelijke_pagina() -> None:
    boom = pagina()
    assert boom.get("lang") == "nl"
    assert boom.findtext("head/title") == "Een regeling"
    assert not boom.xpath("//script | //link | //img | //@onclick")
    assert [h.text_content() for h in boom.xpath("//main//h2 | //main//h3")] == [
        "Hoofdstuk 1",
        "Artikel 1 Doel",
        "Artikel 2",
        "Artikel 3",
    ]
    assert boom.xpath("count(//h1)") == 1
    assert boom.xpath("//th[@scope='col']")[-1].text_content().strip() == "Kop"
    assert [span.text_content() for span in boom.xpath("//span[@class='nr']")] == ["1.", "a.", "b."]
    assert boom.xpath("string(//section[@id='chp_1__art_2']/p)") == "[Vervallen]"
    assert "gewoon & <gek>;" in boom.text_content()


def test_html_verwijzingen_binnen_de_pagina_bestaan() -> None:
    boom = pagina()
    ids = boom.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {a.removeprefix("#") for a in boom.xpath("//a/@href[starts-with(., '#')]")} <= set(ids)
    assert {eid for _, _, eid in eids(regeling().root)} - set(ids) == set()


def test_html_toont_wie_een_woord_schreef() -> None:
    (stuk,) = pagina().xpath("//span[@class='herkomst']")
    assert (stuk.get("data-besluit"), stuk.get("data-onderdeel")) == ("wijziging-1", "E")
    assert stuk.get("title") == "Tekst van wijziging-1, onderdeel E"
    assert stuk.get("tabindex") == "0"
    assert stuk.text_content() == " nieuw"


def test_html_voetnoot_en_kop() -> None:
    boom = pagina()
    assert boom.xpath("string(//li[@id='noot-1'])").startswith("Zie elders.")
    assert [dt.text for dt in boom.xpath("//header/dl/dt")] == [
        "Geldig",
        "Met terugwerkende kracht vanaf",
        "Zoals bekend op",
        "Verwerkte besluiten",
    ]
    assert boom.xpath("//div[@class='waarschuwing']//li/text()") == ["Twijfel.", "Eerste."]


def test_gevaarlijke_verwijzing_wordt_geen_link() -> None:
    mark = Mark("extref", (("doc", "javascript:alert(1)"),))
    root = Node(Soort.REGELING, kinderen=(al(Run("klik", (mark,))),))
    uit = schrijf_html(Regeling(RegelingMeta(titel="T<script>"), root))
    assert "javascript" not in uit
    assert "<script" not in uit


def test_tekst() -> None:
    assert schrijf_tekst(regeling(), kop=KOP) == (
        "Een regeling\n============\n\n"
        "Geldig: van 1 januari 2024 tot nader bericht\nMet terugwerkende kracht vanaf: 1 september 2023\n"
        "Zoals bekend op: 7 februari 2024\nVerwerkte besluiten: wijziging-1\n\n"
        "Let op: Twijfel.\nLet op: Eerste.\n\nIntitulé\n--------\n\n"
        "Hoofdstuk 1\n\nArtikel 1 Doel\n1. Aanhef[1] nieuw:\n  a. gewoon & <gek>;\n  b. [Vervallen]\n\n"
        "Artikel 2 [Vervallen]\n\nArtikel 3\n| Kop |\n| Cel |\n\nVoetnoten\n[1] Zie elders.\n"
    )


def test_onvolledig_staat_overal() -> None:
    bron = regeling()
    reden = "onderdeel B (geweigerd)"
    kop = VersieKop(titel="R", onvolledig=(reden,))
    boom = pagina(bron, kop)
    assert boom.findtext("head/title") == "ONVOLLEDIG: R"
    assert reden in boom.xpath("string(//div[@class='onvolledig'][@role='alert'])")
    assert f"*** LET OP: DEZE TEKST IS ONVOLLEDIG ***\n*** {reden}\n" in schrijf_tekst(bron, kop=kop)
    for met_identiteit in (True, False):
        xml = schrijf_cvdr(bron, onvolledig=[reden], met_identiteit=met_identiteit).decode()
        let_op = f"LET OP: deze tekst is onvolledig: {reden}"
        assert f"<!-- {let_op} -->" in xml
        assert f"<al><vet>{let_op}</vet></al>" in xml
        assert re.search(r"<overheidrg:redactioneleToevoeging [^>]*>\s*<al>LET OP", xml)
        assert f"<amend:onvolledig>{reden}</amend:onvolledig>" in xml
        gelezen, _ = lees_cvdr(xml.encode())
        assert gelezen is not None
        assert gelezen.meta.onvolledig == (reden,)
        assert gelezen.root == bron.root or not met_identiteit


def test_fictief_staat_boven_de_tekst() -> None:
    bron = Regeling(RegelingMeta(titel="T", fictief=True), Node(Soort.REGELING))
    assert "fictieve tekst" in schrijf_html(bron)
    assert "Let op: Dit is een fictieve tekst" in schrijf_tekst(bron)


@_rustig
@given(regelingen())
def test_elke_regeling_geeft_paginas(bron: Regeling) -> None:
    boom = html.document_fromstring(schrijf_html(bron, kop=KOP))
    assert not boom.xpath("//script")
    assert schrijf_tekst(bron, kop=KOP).endswith("\n")
