"""The reports: what they say, and that the pages can be used by everyone."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from amend.cli.vergelijk import vergelijk as opdracht
from amend.compare.vergelijk import vergelijk
from amend.write.cvdr import schrijf_cvdr
from amend.write.vergelijking_csv import KOPPEN, schrijf_csv
from amend.write.vergelijking_html import schrijf_html, schrijf_was_wordt
from amend.write.vergelijking_tekst import schrijf_tekst
from tests.compare.gevallen import dordrecht
from tests.compare.test_vormen import A, B, C, artikel, lid, regeling

WINKEL = Path(__file__).parents[2]
OUD = regeling(artikel("1", A), artikel("2", lid("1", B), lid("2", C)), artikel("3", "<b> & =1+1"))
NIEUW = regeling(artikel("1", A.replace("nadere", "<strenge>")), artikel("2", lid("1", C)), artikel("4", "<b> & =1+1"))


def test_terminal_past_in_de_breedte_en_kan_zonder_kleur() -> None:
    uit = vergelijk(OUD, NIEUW)
    for breedte in (40, 80, 120):
        regels = schrijf_tekst(uit, breedte=breedte).splitlines()
        assert max(map(len, regels)) <= max(breedte, 62)
        assert "\x1b" not in "".join(regels)
    kleur = schrijf_tekst(uit, breedte=80, kleur=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", kleur) == schrijf_tekst(uit, breedte=80)
    assert "[-nadere-]{+<strenge>+}" in schrijf_tekst(uit, breedte=200)
    assert kleur.count("klopt.") == 2


def test_gewicht_zet_inhoudelijk_voorop() -> None:
    tekst = schrijf_tekst(vergelijk(OUD, NIEUW), op_gewicht=True)
    assert tekst.index("── inhoudelijk ──") < tekst.index("── redactioneel ──")


@pytest.mark.parametrize("schrijf", [schrijf_html, schrijf_was_wordt])
def test_pagina_zonder_scripts_met_tekens_en_taal(schrijf: object) -> None:
    assert callable(schrijf)
    for uit in (vergelijk(OUD, NIEUW), dordrecht()):
        bron = schrijf(uit)
        pagina = html.fromstring(bron)
        assert pagina.get("lang") == "nl"
        assert not pagina.xpath("//script | //@onclick | //img[not(@alt)]")
        assert len(pagina.xpath("//h1")) == 1
        assert len(pagina.xpath("//main")) == 1
        dubbel = [wat for wat, n in Counter(pagina.xpath("//@id")).items() if n > 1]
        assert not dubbel
        for merk in pagina.xpath("//ins | //del"):
            assert merk.xpath("span[@class='teken']"), "a change must not be told by colour alone"
        doelen = set(pagina.xpath("//@id"))
        assert {h[1:] for h in pagina.xpath("//a/@href") if h.startswith("#")} <= doelen
        assert "klopt." in pagina.text_content()
        assert "@media print" in bron


def test_html_kop_niveaus_slaan_niets_over() -> None:
    for uit in (vergelijk(OUD, NIEUW), dordrecht()):
        niveaus = [int(kop.tag[1]) for kop in html.fromstring(schrijf_html(uit)).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert all(b <= a + 1 for a, b in pairwise(niveaus))


def test_csv_heeft_koppen_en_geen_formules() -> None:
    rijen = list(csv.reader(io.StringIO(schrijf_csv(vergelijk(OUD, NIEUW)).decode("utf-8-sig")), delimiter=";"))
    assert tuple(rijen[0]) == KOPPEN
    assert not any(cel[:1] in "=+@" for rij in rijen for cel in rij if cel)


# ---- the command ---------------------------------------------------------------------------------------------------


def roep(*argumenten: str) -> tuple[int, str]:
    uit = CliRunner().invoke(opdracht, argumenten, standalone_mode=False)
    if uit.exception is not None:
        raise uit.exception
    return int(uit.return_value or 0), uit.stdout


@pytest.fixture
def bestanden(tmp_path: Path) -> tuple[str, str]:
    paden = (tmp_path / "a.xml", tmp_path / "b.xml")
    for pad, wat in zip(paden, (OUD, NIEUW), strict=True):
        pad.write_bytes(schrijf_cvdr(wat))
    return str(paden[0]), str(paden[1])


def test_twee_bestanden(bestanden: tuple[str, str], tmp_path: Path) -> None:
    status, tekst = roep(*bestanden)
    assert status == 0
    assert "artikel 2/lid 1: vervallen" in tekst
    for formaat in ("html", "was-wordt", "csv", "json"):
        assert roep(*bestanden, "--formaat", formaat)[1]
    assert roep(*bestanden, "--json")[1].startswith('{"van":')
    assert roep(*bestanden, "--concordantie")[1].count("vernummerd") >= 1
    assert "Controle" in roep(*bestanden, "--verwijzingen")[1]
    doel = tmp_path / "uit.html"
    assert roep(*bestanden, "--formaat", "html", "-o", str(doel)) == (0, "")
    assert doel.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_versies_uit_de_werkmap_met_oorzaak() -> None:
    if not (WINKEL / "regelingen" / "sociaal-organisatieverordening").is_dir():
        pytest.skip("the example store is absent")
    id_ = "sociaal-organisatieverordening"
    status, tekst = roep(id_, "--van", "2024-03-01", "--tot", "2026-01-01", "--werkmap", str(WINKEL))
    assert status == 0
    assert "door besluit sociaal-fictief-1, onderdeel G" in " ".join(tekst.split())
    assert "“Artikel 9, derde lid, vervalt" in tekst
    assert "leden 4 tot en met 6 vernummerd tot 3 tot en met 5" in " ".join(tekst.split())
    _, eerder = roep(id_, "--van", "2024-03-01", "--tot", "2024-03-01", "--werkmap", str(WINKEL))
    assert "Geen wijzigingen." in eerder
