"""The pages in a real browser: axe finds nothing, nothing sticks out at 320 px, no script or network is needed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from amend.model.regeling import Regeling, RegelingMeta
from amend.model.versiekop import VersieKop
from amend.write.html import schrijf_html
from tests.cli.hulp import amend
from tests.write.test_paginas import regeling

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra browser)")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (extra browser)")

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium (chromium) is not installed")

SOCIAAL, DORDRECHT = "sociaal-organisatieverordening", "dordrecht-ambtelijke-organisatie"
_DORDRECHT_VAN_TOT = ("vergelijk", DORDRECHT, "--van", "2022-06-01", "--tot", "2023-06-01", "--formaat")
_SOCIAAL_VAN_TOT = ("vergelijk", SOCIAAL, "--van", "2024-03-01", "--tot", "2026-01-01", "--formaat")
OPDRACHTEN = {
    "sociaal": ("consolideer", SOCIAAL, "--op", "2026-01-01", "--formaat", "html"),
    "dordrecht": ("consolideer", DORDRECHT, "--op", "2023-01-01", "--formaat", "html"),
    "dordrecht-vergeleken": (*_DORDRECHT_VAN_TOT, "html"),
    "dordrecht-was-wordt": (*_DORDRECHT_VAN_TOT, "was-wordt"),
    "sociaal-vergeleken": (*_SOCIAAL_VAN_TOT, "html"),
    "sociaal-was-wordt": (*_SOCIAAL_VAN_TOT, "was-wordt"),
    "sociaal-concordantie": (*_SOCIAAL_VAN_TOT, "html", "--concordantie"),
    "sociaal-verwijzingen": (*_SOCIAAL_VAN_TOT, "html", "--verwijzingen"),
}
PAGINAS = (*OPDRACHTEN, "tabel-en-noot")
TEKST = {"tabel-en-noot": "LET OP: deze tekst is onvolledig", "sociaal-verwijzingen": "artikel 9/lid 5"}
"""Words that the page must show; of the other pages the article that all of them have."""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
HANGT_AF_VAN_BEELD = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules whose outcome can differ with colours and width; the others look at the elements only."""

BREED, SMAL, HOOG = 1280, 320, 900
GROOT = 300_000
"""Bytes above which a page is looked at twice (light and wide, dark and narrow), not in all four combinations."""
ARGUMENTEN = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTEN))
        yield chromium
        chromium.close()


@pytest.fixture(scope="module", params=PAGINAS)
def bestand(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, made as a user makes it."""
    naam = request.param
    doel = tmp_path_factory.mktemp(naam) / f"{naam}.html"
    if naam in OPDRACHTEN:
        klaar = amend(*OPDRACHTEN[naam], "-o", doel)
        assert doel.is_file(), klaar.fout
        return doel
    bron = regeling()
    meta = RegelingMeta(id=bron.meta.id, titel=bron.meta.titel, opmerkingen=bron.meta.opmerkingen, fictief=True)
    onvolledig = VersieKop(titel="Een regeling", onvolledig=("onderdeel B (geweigerd)",))
    doel.write_text(schrijf_html(Regeling(meta, bron.root), kop=onvolledig), "utf-8")
    return doel


@pytest.fixture
def pagina(browser: Any, bestand: Path) -> Iterator[Any]:
    """The page, opened, with all that folds unfolded."""
    blad = browser.new_page(viewport={"width": BREED, "height": HOOG}, color_scheme="light")
    blad.goto(bestand.as_uri())
    blad.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    yield blad
    blad.close()


def overtredingen(blad: Any, wat: dict[str, object]) -> str:
    """What axe finds: per rule, the elements; empty when all is well."""
    uitkomst = axe.Axe().run(blad, options={"runOnly": wat, "resultTypes": ["violations"]}).response
    return "\n".join(
        f"{regel['id']}: {regel['help']}\n"
        + "\n".join(f"  {node['target']} {node['html'][:200]}\n    {node['failureSummary']}" for node in regel["nodes"])
        for regel in uitkomst["violations"]
    )


def test_axe_vindt_niets(pagina: Any, bestand: Path) -> None:
    gevonden = {"light, alle regels": overtredingen(pagina, {"type": "tag", "values": TAGS})}
    ook = (("dark", SMAL),) if bestand.stat().st_size > GROOT else (("dark", SMAL), ("dark", BREED), ("light", SMAL))
    for kleuren, breedte in ook:
        pagina.emulate_media(color_scheme=kleuren)
        pagina.set_viewport_size({"width": breedte, "height": HOOG})
        gevonden[f"{kleuren}, {breedte} px"] = overtredingen(pagina, {"type": "rule", "values": HANGT_AF_VAN_BEELD})
    assert not any(gevonden.values()), "\n".join(f"== {hoe} ==\n{wat}" for hoe, wat in gevonden.items() if wat)


def test_axe_ziet_een_fout(browser: Any) -> None:
    """A page with known faults is caught, so an empty answer means something."""
    blad = browser.new_page()
    blad.set_content('<html><body><p style="color:#999;background:#fff">grijs</p><a href="#x"></a></body></html>')
    gevonden = overtredingen(blad, {"type": "tag", "values": TAGS})
    blad.close()
    for regel in ("color-contrast", "html-has-lang", "link-name", "document-title"):
        assert f"{regel}: " in gevonden


def test_niets_steekt_uit_op_een_smal_scherm(pagina: Any) -> None:
    pagina.set_viewport_size({"width": SMAL, "height": HOOG})
    assert pagina.evaluate("document.documentElement.scrollWidth") <= SMAL


def test_overslaan_met_het_toetsenbord(pagina: Any) -> None:
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.className") == "overslaan"
    assert pagina.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.tagName") == "MAIN"


def test_zonder_javascript_en_zonder_netwerk(browser: Any, bestand: Path) -> None:
    gevraagd: list[str] = []
    context = browser.new_context(java_script_enabled=False, viewport={"width": BREED, "height": HOOG})
    context.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    blad = context.new_page()
    blad.goto(bestand.as_uri(), wait_until="networkidle")
    inhoud = blad.locator("main").inner_text()
    alles = blad.locator("body").inner_text()
    context.close()
    assert gevraagd == [bestand.as_uri()]
    assert TEKST.get(bestand.stem, "artikel 1").casefold() in alles.casefold()
    assert len(inhoud.split()) > 10
