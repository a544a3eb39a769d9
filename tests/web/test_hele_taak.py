"""The whole job in a real browser: from an uploaded Word file to exported XML, and the questions on the way."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hulp import DATA, amend, inhoud
from tests.read.docx_maken import alineas, docx
from tests.web.conftest import BESLUIT, REGELING, Server

DORDRECHT = "dordrecht-ambtelijke-organisatie"
MET_EN_ZONDER = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "zonder-scripts"])


def bladzijde(browser: Any, scripts: bool = True) -> Any:
    """A new page; with scripts off nothing of the program may depend on them."""
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(120_000)
    return context.new_page()


def neem_regeling_op(blad: Any, server: Server, bestand: Path, /, **velden: str) -> None:
    """Hand in a regulation, fill in what is known, store it."""
    blad.goto(f"{server.adres}toevoegen")
    blad.set_input_files("#bestand", str(bestand))
    blad.check("#als-regeling")
    blad.click("text=Lees dit stuk")
    vul_in(blad, **velden)
    blad.click("text=Bewaar in de werkmap")


def vul_in(blad: Any, /, **velden: str) -> None:
    """The metadata of a concept."""
    for veld, waarde in velden.items():
        blad.fill(f"[name={veld}]", waarde)
    blad.click("text=Werk de gegevens bij")


@MET_EN_ZONDER
def test_van_word_bestand_tot_xml(browser: Any, leeg: Server, tmp_path: Path, scripts: bool) -> None:
    blad = bladzijde(browser, scripts)
    blad.goto(leeg.adres)
    assert "De werkmap is nog leeg. Zo begint u:" in blad.inner_text("main")
    neem_regeling_op(
        blad, leeg, DATA / "raamwerk_dordrecht.txt", bekend="2021-12-31", autoriteit="gm0505", id=DORDRECHT
    )
    assert blad.inner_text("h1") == "Regels omtrent de ambtelijke organisatie Dordrecht"

    (tmp_path / "besluit.docx").write_bytes(docx(alineas((DATA / "seed_000.txt").read_text("utf-8"))))
    blad.goto(f"{leeg.adres}toevoegen")
    blad.set_input_files("#bestand", str(tmp_path / "besluit.docx"))
    blad.click("text=Lees dit stuk")
    assert "Nog niet ingevuld: de dag van bekendmaking." in blad.inner_text(".bewaren")
    assert not (leeg.werkmap / "wijzigingen").exists()
    vul_in(blad, bekend="2023-09-11", blad="gmb-2023-391217", kenmerk="2023-0074581", id="dordrecht-tweede-wijziging")
    labels = [tekst.split()[0] for tekst in blad.locator(".opdracht strong").all_inner_texts()]
    assert labels == [f"{letter}." for letter in "ABCDEFGHIJKLMNO"]
    standen = blad.locator(".standen .staat").all_inner_texts()
    assert [re.sub(r"\s+", " ", stand) for stand in standen] == [
        "✓ Uitgevoerd: 7",
        "! Uitgevoerd, let op: 8",
        "✓ Gelezen: 2",
    ]
    assert "geldig op 1 januari 2023, zoals bekend op 12 september 2023" in blad.inner_text("#rechts-kop + p")

    link = blad.locator("#i-I-F .naar")
    link.click()
    doel = link.get_attribute("href")
    assert blad.url.endswith(doel)
    assert "vernummerd" in blad.inner_text(doel) or "vervallen" in blad.inner_text(doel)
    blad.click(f"{doel} .stap a")
    assert blad.url.endswith("#i-I-F")

    assert not (leeg.werkmap / "wijzigingen").exists()
    blad.click("text=Bewaar in de werkmap")
    assert sorted(inhoud(leeg.werkmap / "wijzigingen")) == [
        "dordrecht-tweede-wijziging/besluit.xml",
        "dordrecht-tweede-wijziging/bron.docx",
    ]
    blad.click(".gegevens a >> text=Regels omtrent de ambtelijke organisatie Dordrecht")
    vak = blad.locator(".vlaktabel tbody tr:last-child td").nth(1).inner_text()
    assert vak.startswith("Tekst 2")
    assert vak.endswith(", met terugwerkende kracht")

    blad.goto(f"{leeg.adres}regelingen/{DORDRECHT}/meenemen?op=2023-01-01&bekend=2026-01-01")
    with blad.expect_download() as binnen:
        blad.click("text=CVDR-XML (aanlevering)")
    xml = Path(binnen.value.path()).read_text("utf-8")
    assert len(re.findall(r"<artikel\b", xml)) == 29
    with blad.expect_download() as binnen:
        blad.click("text=Platte tekst")
    uit_scherm = Path(binnen.value.path()).read_text("utf-8")
    uit_opdracht = amend("consolideer", DORDRECHT, "--op", "2023-01-01", "--bekend-op", "2026-01-01").uit
    assert uit_scherm.split("\nArtikel 1", 1)[1].strip() == uit_opdracht.split("\nArtikel 1", 1)[1].strip()


@MET_EN_ZONDER
def test_terugwerkend_antwoord_voor_en_na_de_bekendmaking(browser: Any, server: Server, scripts: bool) -> None:
    blad = bladzijde(browser, scripts)
    blad.goto(f"{server.adres}regelingen/{DORDRECHT}/tekst")
    koppen = {}
    for bekend in ("2023-09-11", "2023-09-12"):
        blad.fill("[name=op]", "2023-01-01")
        blad.fill("[name=bekend]", bekend)
        blad.click("text=Toon deze tekst")
        koppen[bekend] = blad.locator(".regelingtekst section.artikel > h2").all_inner_texts()
    assert len(koppen["2023-09-11"]) == 33
    assert len(koppen["2023-09-12"]) == 29
    kop = blad.inner_text(".versiekop")
    assert "van 1 januari 2023 tot nader bericht" in kop
    assert "Met terugwerkende kracht vanaf" in kop
    assert "12 september 2023" in kop


def test_drie_weergaven_blijven_uit_elkaar(browser: Any, server: Server) -> None:
    blad = bladzijde(browser, scripts=False)
    aantallen, koppen = [], []
    for weergave in ("geldend", "register", "koop"):
        blad.goto(f"{server.adres}regelingen/{DORDRECHT}/tekst?op=2023-06-01&bekend=2026-01-01")
        blad.select_option("#weergave", weergave)
        blad.click("text=Toon deze tekst")
        aantallen.append(blad.locator(".regelingtekst section.artikel > h2").count())
        koppen.append(blad.inner_text(".versiekop"))
    assert aantallen == [29, 33, 33]
    assert "Geldend op 1 juni 2023, zoals bekend op 1 januari 2026" in koppen[0]
    assert "Wat er op 1 juni 2023 in de bank stond, met de kennis van die dag" in koppen[1]
    assert "Zoals overheid.nl de tekst voor 1 juni 2023 toont" in koppen[2]


@MET_EN_ZONDER
def test_een_vraag_beslissen(browser: Any, leeg: Server, tmp_path: Path, scripts: bool) -> None:
    blad = bladzijde(browser, scripts)
    (tmp_path / "proef.txt").write_text(REGELING, "utf-8")
    neem_regeling_op(blad, leeg, tmp_path / "proef.txt", bekend="2023-12-01", id="proefverordening")
    blad.goto(f"{leeg.adres}toevoegen")
    blad.fill("#tekst", BESLUIT)
    blad.check("#als-besluit")
    blad.click("text=Lees dit stuk")
    vul_in(blad, bekend="2024-06-01", id="proef-besluit")
    assert "1 vraag nog open." in blad.inner_text(".bewaren")
    onderdeel = blad.locator("#i-I-B")
    assert "Vraag aan u" in onderdeel.inner_text()
    onderdeel.locator("text=Leg deze keuze vast").click()
    assert "Vul nog in: een antwoord, de reden, uw naam." in blad.inner_text("main")
    onderdeel.locator("[value=uitvoeren]").check()
    onderdeel.locator("[name=reden]").fill('De "b" staat alleen in het eerste lid.\n<script>alert(1)</script>')
    onderdeel.locator("[name=wie]").fill("A. Jurist")
    onderdeel.locator("text=Leg deze keuze vast").click()
    assert "Beslist" in onderdeel.inner_text()
    assert "werkplan" in blad.inner_text(".luik >> nth=1")
    blad.click("text=Bewaar in de werkmap")
    toml = (leeg.werkmap / "wijzigingen" / "proef-besluit" / "keuzes.toml").read_text("utf-8")
    (keuze,) = tomllib.loads(toml)["keuze"]
    assert (keuze["onderdeel"], keuze["keuze"], keuze["wie"]) == ("B", "uitvoeren", "A. Jurist")
    assert keuze["reden"] == 'De "b" staat alleen in het eerste lid. <script>alert(1)</script>'

    blad.goto(f"{leeg.adres}regelingen/proefverordening/tekst?op=2024-07-01&bekend=2024-07-01")
    assert "een werkplan" in blad.inner_text(".regelingtekst")
    blad.goto(f"{leeg.adres}besluiten/proef-besluit/")
    blad.click("text=Maak deze keuze ongedaan")
    blad.goto(f"{leeg.adres}regelingen/proefverordening/tekst?op=2024-07-01&bekend=2024-07-01")
    assert "Deze tekst is onvolledig" in blad.inner_text("main")
    assert "een werkplan" not in blad.inner_text(".regelingtekst")


def test_twee_mensen_beslissen_dezelfde_vraag(browser: Any, leeg: Server, tmp_path: Path) -> None:
    een, ander = bladzijde(browser), bladzijde(browser)
    (tmp_path / "proef.txt").write_text(REGELING, "utf-8")
    neem_regeling_op(een, leeg, tmp_path / "proef.txt", bekend="2023-12-01", id="proefverordening")
    een.goto(f"{leeg.adres}toevoegen")
    een.fill("#tekst", BESLUIT)
    een.check("#als-besluit")
    een.click("text=Lees dit stuk")
    vul_in(een, bekend="2024-06-01", id="proef-besluit")
    een.click("text=Bewaar in de werkmap")
    for blad in (een, ander):
        blad.goto(f"{leeg.adres}besluiten/proef-besluit/")
        blad.check("#i-I-B [value=uitvoeren]")
        blad.fill("#i-I-B [name=reden]", "omdat")
        blad.fill("#i-I-B [name=wie]", "Een" if blad is een else "Ander")
    een.click("#i-I-B >> text=Leg deze keuze vast")
    ander.click("#i-I-B >> text=Leg deze keuze vast")
    assert "De keuzes bij proef-besluit zijn gewijzigd nadat u de pagina opende." in ander.inner_text("main")
    toml = (leeg.werkmap / "wijzigingen" / "proef-besluit" / "keuzes.toml").read_text("utf-8")
    assert [k["wie"] for k in tomllib.loads(toml)["keuze"]] == ["Een"]


@MET_EN_ZONDER
def test_voorbeelden_in_een_lege_werkmap(browser: Any, leeg: Server, scripts: bool) -> None:
    blad = bladzijde(browser, scripts)
    for titel in ("Regels omtrent de ambtelijke organisatie Dordrecht", "Organisatieverordening Sociaal"):
        blad.goto(leeg.adres)
        blad.click(f"button:has-text('{titel}')")
    blad.goto(leeg.adres)
    assert blad.locator(".kaart").count() == 2
    assert len(inhoud(leeg.werkmap / "wijzigingen")) == 8


@MET_EN_ZONDER
def test_herkomst_van_een_artikel(browser: Any, server: Server, scripts: bool) -> None:
    blad = bladzijde(browser, scripts)
    blad.goto(f"{server.adres}regelingen/{DORDRECHT}/tekst?op=2023-01-01&bekend=2024-01-01")
    blad.click("#art_4 .naar-herkomst a")
    tekst = blad.inner_text("main")
    assert "Herkomst van Artikel 4 Opgaven en Programma's" in tekst
    assert "onderdeel B: Artikel 4 komt te luiden:" in tekst
    assert "12 september 2023" in tekst
    blad.locator(".alineas summary").nth(1).click()
    assert "Hier stond eerder" in blad.locator(".alineas details").nth(1).inner_text()


def test_een_alinea_kiezen_toont_de_herkomst_ernaast(browser: Any, server: Server) -> None:
    blad = bladzijde(browser)
    blad.goto(f"{server.adres}regelingen/{DORDRECHT}/tekst?op=2023-01-01&bekend=2024-01-01")
    blad.locator("#art_4 .lid p").first.click()
    paneel = blad.locator(".paneel")
    paneel.wait_for(state="visible")
    assert "tweede wijziging, onderdeel B" in paneel.inner_text()
    blad.keyboard.press("Escape")
    assert not paneel.is_visible()


def test_zoeken(browser: Any, server: Server) -> None:
    blad = bladzijde(browser, scripts=False)
    blad.goto(f"{server.adres}zoeken")
    blad.fill("#q", "portefeuilledirecteur OPGAVE")
    blad.fill("[name=op]", "2023-01-01")
    blad.click("main button")
    assert blad.locator("main h3 a").all_inner_texts() == ["Regels omtrent de ambtelijke organisatie Dordrecht"]
    blad.click("main .treffers a >> text=Artikel 4")
    assert blad.url.endswith("#art_4")
    assert blad.locator(".treffers mark").count() > 0


def test_vergelijken_met_alleen_het_toetsenbord(browser: Any, server: Server) -> None:
    blad = bladzijde(browser)
    blad.goto(f"{server.adres}regelingen/{DORDRECHT}/vergelijk?van=2022-06-01&tot=2023-01-01")
    blad.keyboard.press("Tab")
    blad.keyboard.press("Enter")
    assert blad.evaluate("document.activeElement.tagName") == "MAIN"
    for toets, verwacht in (("n", "w1"), ("n", "w2"), ("n", "w3"), ("p", "w2")):
        blad.keyboard.press(toets)
        assert blad.evaluate("document.activeElement.id") == verwacht
    zichtbaar = blad.evaluate(
        "(() => { const r = document.activeElement.getBoundingClientRect(); "
        "return r.top >= 0 && r.top < innerHeight })()"
    )
    assert zichtbaar
    blad.keyboard.press("Tab")
    assert blad.evaluate("document.activeElement.closest('.wijziging')?.id") == "w2"
    blad.focus("#f-gewicht")
    blad.keyboard.press("n")
    assert blad.evaluate("document.activeElement.id") == "f-gewicht"
    blad.keyboard.press("ArrowDown")
    blad.keyboard.press("ArrowDown")
    blad.keyboard.press("Tab")
    with blad.expect_navigation():
        blad.keyboard.press("Enter")
    assert "gewicht=" in blad.url
    assert blad.locator(".wijziging").count() > 0


def test_vergelijken_filtert(browser: Any, server: Server) -> None:
    blad = bladzijde(browser, scripts=False)
    blad.goto(f"{server.adres}regelingen/{DORDRECHT}/vergelijk?van=2022-06-01&tot=2023-01-01")
    alle = blad.locator(".wijziging").count()
    blad.select_option("#f-gewicht", "redactioneel")
    blad.click("button:has-text('Vergelijk')")
    assert 0 < blad.locator(".wijziging").count() < alle
    assert set(blad.locator(".wijziging .gewicht").all_inner_texts()) <= {
        t for t in blad.locator(".wijziging .gewicht").all_inner_texts() if t.startswith("redactioneel")
    }
    blad.select_option("#f-gewicht", "")
    blad.select_option("#f-artikel", "Artikel 4 Opgaven en Programma's")
    blad.click("button:has-text('Vergelijk')")
    assert blad.locator(".wijzigingen h3").all_inner_texts() == ["Artikel 4 Opgaven en Programma's"]


def test_twee_bestanden_vergelijken(browser: Any, server: Server, tmp_path: Path) -> None:
    (tmp_path / "oud.txt").write_text(REGELING, "utf-8")
    (tmp_path / "nieuw.docx").write_bytes(docx(REGELING.replace("acht weken", "zes weken").split("\n")))
    voor = inhoud(server.werkmap)
    blad = bladzijde(browser, scripts=False)
    blad.goto(f"{server.adres}vergelijk-bestanden")
    blad.set_input_files("#oud", str(tmp_path / "oud.txt"))
    blad.set_input_files("#nieuw", str(tmp_path / "nieuw.docx"))
    blad.click("main button")
    assert "Oud: oud.txt. Nieuw: nieuw.docx." in blad.inner_text("main")
    assert "".join(blad.locator(".wijziging del").all_inner_texts()).split() == ["vervallen:", "[−acht−]"]
    assert inhoud(server.werkmap) == voor
