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


BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Verwerk(bron, doel, opdracht)
  Dim laad(0) As New com.sun.star.beans.PropertyValue
  laad(0).Name = "Hidden" : laad(0).Value = True
  stuk = StarDesktop.loadComponentFromURL(bron, "_blank", 0, laad())
  hulp = createUnoService("com.sun.star.frame.DispatchHelper")
  hulp.executeDispatch(stuk.CurrentController.Frame, opdracht, "", 0, Array())
  Dim bewaar(1) As New com.sun.star.beans.PropertyValue
  bewaar(0).Name = "FilterName" : bewaar(0).Value = "Text (encoded)"
  bewaar(1).Name = "FilterOptions" : bewaar(1).Value = "UTF8,LF,,,"
  stuk.storeToURL(doel, bewaar())
  stuk.close(True)
End Sub
</script:module>
"""

XLB = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("naam", ["dordrecht", *PAREN])
def test_libreoffice_aanvaardt_en_verwerpt(naam: str, tmp_path: Path) -> None:
    uit = dordrecht() if naam == "dordrecht" else vergelijk(*lees(naam))
    bron = tmp_path / "stuk.docx"
    bron.write_bytes(schrijf_docx(uit))
    for opdracht, nieuw in (("AcceptAllTrackedChanges", True), ("RejectAllTrackedChanges", False)):
        tekst = _libreoffice(bron, tmp_path, opdracht)
        assert "".join(tekst.split()) == "".join("".join(platte_versie(uit, nieuw=nieuw)).split())


def _libreoffice(bron: Path, map_: Path, opdracht: str) -> str:
    doel = map_ / f"{opdracht}.txt"
    profiel = map_ / "profiel"
    basis = profiel / "user" / "basic" / "Standard"
    basis.mkdir(parents=True, exist_ok=True)
    (basis / "Module1.xba").write_text(BASIC, "utf-8")
    (basis / "script.xlb").write_text(XLB, "utf-8")
    macro = f'macro:///Standard.Module1.Verwerk("{bron.as_uri()}","{doel.as_uri()}",".uno:{opdracht}")'
    omgeving = [str(SOFFICE), "--headless", "--norestore", f"-env:UserInstallation={profiel.as_uri()}", macro]
    subprocess.run(omgeving, check=True, timeout=180, capture_output=True)
    return doel.read_text("utf-8-sig")
