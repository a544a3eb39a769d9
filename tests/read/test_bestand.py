"""Bytes → text and kind of file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from amend.read import bestand
from amend.read.bestand import herken, lees_bestand

REGELING = "Marktverordening\nArtikel 1 Markt\nEr is een markt.\n"
BESLUIT = "Artikel I\nDe Marktverordening wordt als volgt gewijzigd:\nA. Artikel 2 vervalt.\n"


def _zip(naam: str) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as archief:
        archief.writestr(naam, "x")
    return stroom.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "soort", "codes"),
    [
        (REGELING.encode(), "regeling_tekst", []),
        (BESLUIT.encode("utf-8-sig"), "besluit_tekst", []),
        (BESLUIT.encode("utf-16"), "besluit_tekst", []),
        ((REGELING + "café\n").encode("cp1252"), "regeling_tekst", ["W103"]),
        (b"<?xml version='1.0'?><cvdr xmlns='x'/>", "cvdr_xml", []),
        (b"<!-- bron --><officiele-publicatie></officiele-publicatie>", "besluit_xml", []),
        (b"<iets/>", "xml_anders", []),
        (b"<!DOCTYPE html><html><body>x</body></html>", "html", []),
        (b"%PDF-1.7 ...", "pdf", []),
        (_zip("word/document.xml"), "docx", []),
        (_zip("anders.txt"), "onbekend", ["E140"]),
        (b"PK\x03\x04 kapot", "onbekend", ["E140"]),
        (b"", "onbekend", ["E102"]),
        (b"abc\x00def", "onbekend", ["E101"]),
        (bytes(range(128, 256)) * 4, "onbekend", ["E101"]),
        (b"\xff\xfea", "onbekend", ["E101"]),
        (b"Zomaar wat woorden.", "onbekend", []),
    ],
)
def test_soort(inhoud: bytes, soort: str, codes: list[str]) -> None:
    gelezen = herken(inhoud)
    assert (gelezen.soort, [melding.code for melding in gelezen.meldingen]) == (soort, codes)


def test_te_groot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestand, "MAXIMUM", 10)
    pad = tmp_path / "groot.txt"
    pad.write_text("x" * 11)
    assert [melding.code for melding in lees_bestand(pad).meldingen] == ["E100"]
    assert [melding.code for melding in herken(b"x" * 11).meldingen] == ["E100"]


@pytest.mark.parametrize(("naam", "soort"), [("seed_000.txt", "besluit_tekst"), ("seed_002.txt", "regeling_tekst")])
def test_seeds(naam: str, soort: str) -> None:
    assert lees_bestand(Path(__file__).parents[1] / "data" / naam).soort == soort


def test_te_veel_platte_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestand, "MAXIMUM_TEKST", 20)
    for inhoud in (REGELING.encode(), BESLUIT.encode()):
        gelezen = herken(inhoud)
        assert ([m.code for m in gelezen.meldingen], gelezen.tekst) == (["E100"], "")
    assert not herken(b"<cvdr><body>" + b"x" * 40 + b"</body></cvdr>").meldingen
