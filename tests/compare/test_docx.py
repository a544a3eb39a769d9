"""Tracked changes: accepting all gives the new text, rejecting all the old; by the rules, and in LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings

from amend.compare.vergelijk import vergelijk
from amend.compare.wijziging import Vergelijking
from amend.model.tree import Node
from amend.write.vergelijking_alineas import alineas, tekst_van
from tests.compare.gevallen import PAREN, dordrecht, lees
from tests.compare.test_wetten import bewerkt, boom, regeling

pytest.importorskip("docx", reason="python-docx is not installed (extra docx)")
from amend.write.vergelijking_docx import schrijf_docx, schrijf_was_wordt_docx
from tests.compare.docx_hulp import regels

SOFFICE = os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")


def platte_versie(uit: Vergelijking, *, nieuw: bool) -> list[str]:
    """The lines of one version by itself, without looking at the other."""
    kant = uit.nieuw if nieuw else uit.oud
    zelf = vergelijk(kant, kant)
    return tekst_van(alineas(zelf.samen.root), "nieuw")


@pytest.mark.parametrize("naam", ["dordrecht", *PAREN])
def test_docx_aanvaarden_en_verwerpen_volgens_de_regels(naam: str) -> None:
    uit = dordrecht() if naam == "dordrecht" else vergelijk(*lees(naam))
    data = schrijf_docx(uit)
    assert regels(data, aanvaard=True) == platte_versie(uit, nieuw=True)
    assert regels(data, aanvaard=False) == platte_versie(uit, nieuw=False)


@settings(max_examples=40, deadline=None)
@given(boom(), boom())
def test_alineas_zijn_beide_versies(oud: Node, nieuw: Node) -> None:
    _controleer(vergelijk(regeling(oud), regeling(nieuw), identiteit=False))


@settings(max_examples=60, deadline=None)
@given(bewerkt())
def test_alineas_zijn_beide_versies_van_een_geschiedenis(paar: tuple[Node, Node]) -> None:
    _controleer(vergelijk(regeling(paar[0]), regeling(paar[1]), identiteit=True))


def _controleer(uit: Vergelijking) -> None:
    blokken = alineas(uit.samen.root)
    assert tekst_van(blokken, "oud") == platte_versie(uit, nieuw=False)
    assert tekst_van(blokken, "nieuw") == platte_versie(uit, nieuw=True)


def test_was_wordt_als_docx_heeft_een_rij_per_wijziging() -> None:
    data = schrijf_was_wordt_docx(dordrecht())
    tekst = regels(data, aanvaard=True)
    assert any("vernummerd tot" in regel for regel in tekst)
    assert tekst[-1].endswith("klopt.")


def _python_met_uno() -> str | None:
    """A Python that can import uno (Debian: python3-uno, for the system's own Python)."""
    for python in filter(None, (os.environ.get("UNO_PYTHON"), "/usr/bin/python3")):
        klaar = Path(python).is_file() and subprocess.run([python, "-c", "import uno"], capture_output=True)
        if klaar and klaar.returncode == 0:
            return python
    return None


PYTHON = _python_met_uno()


@pytest.mark.skipif(not SOFFICE or not PYTHON, reason="LibreOffice (soffice) with python3-uno is not installed")
@pytest.mark.parametrize("naam", ["dordrecht", *PAREN])
def test_libreoffice_aanvaardt_en_verwerpt(naam: str, tmp_path: Path) -> None:
    uit = dordrecht() if naam == "dordrecht" else vergelijk(*lees(naam))
    bron = tmp_path / "stuk.docx"
    bron.write_bytes(schrijf_docx(uit))
    doelen = {nieuw: tmp_path / f"{nieuw}.txt" for nieuw in (True, False)}
    opdrachten = [f"AcceptAllTrackedChanges={doelen[True]}", f"RejectAllTrackedChanges={doelen[False]}"]
    script = Path(__file__).with_name("libreoffice.py")
    opdracht = [str(PYTHON), str(script), str(SOFFICE), str(tmp_path / "profiel"), str(bron), *opdrachten]
    subprocess.run(opdracht, check=True, timeout=240)
    for nieuw, doel in doelen.items():
        verwacht = "".join("".join(platte_versie(uit, nieuw=nieuw)).split())
        assert "".join(doel.read_text("utf-8-sig").split()) == verwacht
