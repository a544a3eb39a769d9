"""Every page: axe finds nothing in light and dark, nothing sticks out at 320 px, and pictures of it for the README.

``make schermen`` (SCHERMEN=docs/schermen) writes the pictures.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.read.docx_maken import docx
from tests.web.conftest import BESLUIT, REGELING, Server

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (extra browser)")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
D = "regelingen/dordrecht-ambtelijke-organisatie"
ADRESSEN = {
    "regelingen": "",
    "regeling": f"{D}/",
    "regeling-sociaal": "regelingen/sociaal-organisatieverordening/",
    "tekst": f"{D}/tekst?op=2023-01-01&bekend=2024-01-01&zoek=opgave",
    "geen-tekst": f"{D}/tekst?op=2020-01-01",
    "onvolledig": "regelingen/proefverordening/tekst?op=2024-07-01&bekend=2024-07-01",
    "herkomst": f"{D}/herkomst?op=2023-01-01&bekend=2024-01-01&deel=art_4",
    "vergelijken": f"{D}/vergelijk?van=2022-06-01&tot=2023-01-01&gewicht=redactioneel",
    "vergelijken-sociaal": "regelingen/sociaal-organisatieverordening/vergelijk?van=2024-03-01&tot=2026-01-01",
    "meenemen": f"{D}/meenemen?op=2023-01-01",
    "besluiten": "besluiten/",
    "besluit": "besluiten/dordrecht-tweede-wijziging/",
    "besluit-met-vraag": "besluiten/proef-besluit/",
    "toevoegen": "toevoegen",
    "bestanden": "vergelijk-bestanden",
    "zoeken": "zoeken?q=college",
    "hulp": "hulp",
    "meldingen": "hulp/meldingen",
    "melding": "hulp/meldingen/E301",
    "fout": "bestaat-niet",
    "foute-dag": f"{D}/tekst?op=gisteren",
}
GESTUURD = ("concept-besluit", "concept-regeling", "geweigerd", "bestanden-verslag", "leeg")
AFBEELDINGEN = {
    "regeling",
    "tekst",
    "herkomst",
    "vergelijken",
    "meenemen",
    "besluit",
    "besluit-met-vraag",
    "toevoegen",
    "concept-besluit",
    "leeg",
}


def stuur(blad: Any, server: Server, naam: str, map_: Path) -> None:
    """The pages that answer to a form."""
    if naam == "bestanden-verslag":
        (map_ / "oud.txt").write_text(REGELING, "utf-8")
        (map_ / "nieuw.docx").write_bytes(docx(REGELING.replace("acht", "zes").split("\n")))
        blad.goto(f"{server.adres}vergelijk-bestanden")
        blad.set_input_files("#oud", str(map_ / "oud.txt"))
        blad.set_input_files("#nieuw", str(map_ / "nieuw.docx"))
        blad.click("main button")
        return
    blad.goto(f"{server.adres}toevoegen")
    if naam == "geweigerd":
        (map_ / "kapot.xml").write_bytes(b"<cvdr><a></cvdr>")
        blad.set_input_files("#bestand", str(map_ / "kapot.xml"))
    else:
        blad.fill("#tekst", BESLUIT if naam == "concept-besluit" else REGELING)
        blad.check("#als-besluit" if naam == "concept-besluit" else "#als-regeling")
    blad.click("text=Lees dit stuk")
    if naam == "concept-besluit":
        blad.fill("[name=bekend]", "2024-06-02")
        blad.click("text=Werk de gegevens bij")


@pytest.fixture(scope="module", params=[*ADRESSEN, *GESTUURD])
def pagina(
    request: pytest.FixtureRequest, browser: Any, server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Any]]:
    """A page, with all that folds unfolded."""
    naam = request.param
    blad = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light", locale="nl-NL")
    blad.set_default_timeout(120_000)
    if naam == "leeg":
        from tests.web.conftest import draaiend

        with draaiend(tmp_path_factory.mktemp("leeg")) as lege:
            blad.goto(lege.adres)
            yield naam, blad
    else:
        if naam in ADRESSEN:
            blad.goto(server.adres + ADRESSEN[naam])
        else:
            stuur(blad, server, naam, tmp_path_factory.mktemp(naam))
        yield naam, blad
    blad.close()


def test_afbeelding(pagina: tuple[str, Any]) -> None:
    """Every page says what it is, in Dutch; the pictures are made before anything is unfolded."""
    naam, blad = pagina
    assert blad.evaluate("document.documentElement.lang") == "nl"
    assert blad.locator("h1").count() == 1
    assert blad.title().endswith(" – amend")
    if os.environ.get("SCHERMEN") and naam in AFBEELDINGEN:
        if naam == "besluit-met-vraag":
            blad.set_viewport_size({"width": 1280, "height": 1400})
        blad.screenshot(path=str(Path(os.environ["SCHERMEN"]) / f"{naam}.png"))


def test_axe(pagina: tuple[str, Any]) -> None:
    naam, blad = pagina
    blad.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    gevonden = {}
    for kleuren, breed in (("light", 1280), ("dark", 320)):
        blad.emulate_media(color_scheme=kleuren)
        blad.set_viewport_size({"width": breed, "height": 900})
        opties = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
        fouten = axe.Axe().run(blad, options=opties).response["violations"]
        regels = [f"{f['id']}: {n['html'][:150]}" for f in fouten for n in f["nodes"][:3]]
        if regels:
            gevonden[f"{naam}, {kleuren}, {breed}"] = regels
    assert not gevonden


def test_niets_steekt_uit_op_een_smal_scherm(pagina: tuple[str, Any]) -> None:
    _, blad = pagina
    blad.set_viewport_size({"width": 320, "height": 900})
    assert blad.evaluate("document.documentElement.scrollWidth") <= 320


def test_op_papier_staat_de_inhoud_zonder_knoppen(browser: Any, server: Server) -> None:
    blad = browser.new_page()
    blad.goto(server.adres + ADRESSEN["vergelijken"])
    blad.emulate_media(media="print")
    assert not blad.locator(".kop").is_visible()
    assert not blad.locator("main form").first.is_visible()
    assert blad.locator(".wijziging").first.is_visible()
    blad.close()
