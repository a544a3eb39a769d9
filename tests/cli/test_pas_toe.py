"""``amend pas-toe``: files outside the store, refusals, hostile input."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hulp import DATA, REPO, amend, inhoud

RAAMWERK = DATA / "raamwerk_dordrecht.txt"
BESLUIT = DATA / "seed_000.txt"


def zonder(nummer: int, tmp_path: Path) -> Path:
    """The Dordrecht framework without one article."""
    tekst = RAAMWERK.read_text("utf-8").replace(f"Artikel {nummer}\n\n[tekst niet beschikbaar in de bron]\n\n", "")
    pad = tmp_path / "raamwerk.txt"
    pad.write_text(tekst, "utf-8")
    return pad


def test_dordrecht_buiten_de_werkmap() -> None:
    uitkomst = amend("pas-toe", RAAMWERK, BESLUIT, "--formaat", "tekst")
    assert uitkomst.status == 0, uitkomst.fout
    assert "Artikel 29" in uitkomst.uit
    assert "Artikel 30" not in uitkomst.uit
    assert uitkomst.fout.count("uitgevoerd") == 15


def test_cvdr_in_cvdr_uit(tmp_path: Path) -> None:
    basis = REPO / "regelingen" / "dordrecht-ambtelijke-organisatie" / "regeling.xml"
    uit = tmp_path / "nieuw.xml"
    assert amend("pas-toe", basis, BESLUIT, "-o", uit).status == 0
    assert uit.read_text("utf-8").count("<artikel") == 29


def test_zonder_artikel_14_wordt_e_geweigerd_en_komt_er_geen_tekst(tmp_path: Path) -> None:
    uitkomst = amend("pas-toe", zonder(14, tmp_path), BESLUIT, "--formaat", "tekst")
    assert (uitkomst.status, uitkomst.uit) == (1, "")
    assert "[onderdeel E]" in uitkomst.fout
    assert "artikel 14" in uitkomst.fout
    assert "onderdeel E      geweigerd" in uitkomst.fout
    for onderdeel in "ABCDFGHIJKLMNO":
        assert f"onderdeel {onderdeel}      uitgevoerd" in uitkomst.fout
    assert "Er is geen tekst gemaakt: niet alles kon worden uitgevoerd." in uitkomst.fout


def test_als_f_geweigerd_wordt_wacht_wat_de_nieuwe_nummers_gebruikt(tmp_path: Path) -> None:
    """Without article 33 the renumbering cannot be done; "artikel 19" would then be another article."""
    uitkomst = amend("pas-toe", zonder(33, tmp_path), BESLUIT, "--formaat", "tekst")
    assert (uitkomst.status, uitkomst.uit) == (1, "")
    assert "onderdeel F      geweigerd" in uitkomst.fout
    for onderdeel in "GHIJKLMN":
        assert f"onderdeel {onderdeel}      niet uitgevoerd: hangt af van een geweigerde stap (F)" in uitkomst.fout
    for onderdeel in "ABCDEO":
        assert f"onderdeel {onderdeel}      uitgevoerd" in uitkomst.fout


def test_bezet_nummer_wordt_geweigerd(tmp_path: Path) -> None:
    """Article 11 still exists after step C when C repeals only 12 and 13 (and 10)."""
    besluit = tmp_path / "besluit.txt"
    tekst = BESLUIT.read_text("utf-8").replace(
        "Artikel 10 tot en met 13 vervallen", "De artikelen 10, 12 en 13 vervallen"
    )
    besluit.write_text(tekst, "utf-8")
    uitkomst = amend("pas-toe", RAAMWERK, besluit)
    assert (uitkomst.status, uitkomst.uit) == (1, "")
    assert "onderdeel E      geweigerd" in uitkomst.fout
    assert "artikel 11" in uitkomst.fout


@pytest.mark.parametrize("formaat", ["tekst", "cvdr", "html"])
def test_gedeeltelijk_is_overal_als_onvolledig_gemerkt(tmp_path: Path, formaat: str) -> None:
    uitkomst = amend("pas-toe", zonder(14, tmp_path), BESLUIT, "--formaat", formaat, "--gedeeltelijk")
    assert uitkomst.status == 1
    assert "onvolledig" in uitkomst.uit.lower()
    assert "onderdeel E" in uitkomst.uit
    assert "LET OP: de uitvoer is onvolledig: onderdeel E (geweigerd)." in uitkomst.fout


VIJANDIG = {
    "afgebroken.xml": b"<cvdr xmlns='http://standaarden.overheid.nl/cvdr/terms/'><body><regeling>",
    "entiteiten.xml": b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><cvdr>&b;</cvdr>',
    "extern.xml": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><cvdr/>',
    "diep.xml": b"<cvdr>" + b"<hoofdstuk>" * 10_000 + b"</hoofdstuk>" * 10_000 + b"</cvdr>",
    "rommel.bin": bytes(range(256)) * 200,
    "leeg.txt": b"",
    "codering.xml": b'<?xml version="1.0" encoding="utf-8"?><cvdr>\xff\xfe\xe9</cvdr>',
}


@pytest.mark.parametrize("naam", VIJANDIG)
@pytest.mark.parametrize("plaats", ["regeling", "besluit"])
def test_vijandige_invoer(tmp_path: Path, naam: str, plaats: str) -> None:
    kwaad = tmp_path / naam
    kwaad.write_bytes(VIJANDIG[naam])
    ervoor = inhoud(tmp_path)
    argumenten = (kwaad, BESLUIT) if plaats == "regeling" else (RAAMWERK, kwaad)
    uitkomst = amend("pas-toe", *argumenten, "-o", tmp_path / "uit.xml")
    assert uitkomst.status == 1
    assert "Traceback" not in uitkomst.fout
    assert "fout E" in uitkomst.fout
    assert inhoud(tmp_path) == ervoor


def test_een_regeling_is_geen_besluit(tmp_path: Path) -> None:
    uit = tmp_path / "uit.xml"
    uitkomst = amend("pas-toe", RAAMWERK, RAAMWERK, "-o", uit)
    assert uitkomst.status == 1
    assert "fout E" in uitkomst.fout
    assert not uit.exists()


def test_de_gegevens_van_een_cvdr_regeling_blijven(tmp_path: Path) -> None:
    basis = REPO / "regelingen" / "dordrecht-ambtelijke-organisatie" / "regeling.xml"
    kopie = tmp_path / "andere-naam.xml"
    kopie.write_bytes(basis.read_bytes())
    uitkomst = amend("pas-toe", kopie, BESLUIT)
    assert uitkomst.status == 0
    assert "<dcterms:identifier>dordrecht-ambtelijke-organisatie</dcterms:identifier>" in uitkomst.uit


def test_een_opdracht_na_de_ondertekening_laat_de_rest_doorgaan(tmp_path: Path) -> None:
    """With --gedeeltelijk what stands in its place is executed; the text is marked, the order behind is named."""
    regeling, besluit = tmp_path / "regeling.txt", tmp_path / "besluit.txt"
    regeling.write_text("Marktregeling (fictief)\n\nArtikel 1\n\nEen dag.\n\nArtikel 2\n\nTwee.\n", "utf-8")
    besluit.write_text(
        "De raad van Dorp;\n\nbesluit:\n\nArtikel I\n\nDe Marktregeling wordt als volgt gewijzigd:\n\n"
        "A. In artikel 1 wordt “dag” vervangen door “week”.\n\nAldus vastgesteld op 3 mei 2026.\n\nde griffier,\n\n"
        "B. Artikel 2 vervalt.\n",
        "utf-8",
    )
    heel = amend("pas-toe", regeling, besluit, "--formaat", "tekst")
    assert (heel.status, heel.uit) == (1, "")
    deel = amend("pas-toe", regeling, besluit, "--formaat", "tekst", "--gedeeltelijk")
    assert deel.status == 1
    assert "Een week." in deel.uit
    assert "Twee." in deel.uit
    assert "ONVOLLEDIG" in deel.uit
    assert "E135" in deel.fout
