"""Broken and hostile XML of every kind, by way of the commands: a clear finding, nothing written, no hang."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from amend.cli import main
from amend.read.lezers import BESLUIT, REGELING
from amend.read.xml_veilig import MAX_DIEPTE

_CVDR = '<cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/">{}</cvdr>'
_TEKST = 'xmlns="https://standaarden.overheid.nl/stop/imop/tekst/"'
WORTELS = {
    "cvdr": _CVDR,
    "bwb": '<toestand bwb-id="BWBR0000001"><wetgeving>{}</wetgeving></toestand>',
    "op": "<officiele-publicatie><regeling>{}</regeling></officiele-publicatie>",
    "stop regeling": f"<RegelingKlassiek {_TEKST}>{{}}</RegelingKlassiek>",
    "stop besluit": f"<BesluitCompact {_TEKST}>{{}}</BesluitCompact>",
    "consolidaties": f"<Consolidaties><RegelingCompact {_TEKST}>{{}}</RegelingCompact></Consolidaties>",
    "akn": '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">{}</akomaNtoso>',
}
LACH = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def voer(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, str]:
    """Exit status and what was printed on standard error."""
    with pytest.raises(SystemExit) as einde:
        main(list(argumenten))
    return int(str(einde.value.code)), capsys.readouterr().err


def _met_kop(codering: str, wortel: str, inhoud: str, doctype: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="{codering}"?>\n{doctype}{wortel.format(inhoud)}'.encode()


_AL = "<al>tekst</al>"
_MAAK: dict[str, Callable[[str], bytes]] = {
    "afgebroken": lambda w: w.format(_AL)[: len(w.format(_AL)) * 2 // 3].encode(),
    "verkeerd gesloten": lambda w: w.format("<al>tekst</lid>").encode(),
    "lachende entiteiten": lambda w: _met_kop("utf-8", w, "&c;", LACH),
    "externe dtd": lambda w: _met_kop("utf-8", w, _AL, '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd">'),
    "onbekende entiteit": lambda w: w.format("<al>&euro;</al>").encode(),
    "diep": lambda w: w.format("<al>" * (MAX_DIEPTE * 20) + "</al>" * (MAX_DIEPTE * 20)).encode(),
    "utf-16 opgegeven, utf-8 geschreven": lambda w: _met_kop("utf-16", w, _AL),
    "gemengde codering": lambda w: _met_kop("utf-8", w, "<al>é") + b"\xe9\xff</al>",
    "nul": lambda w: w.format("<al>a\0b</al>").encode(),
    "reusachtig attribuut": lambda w: w.format(f'<al a="{"x" * 11_000_000}">t').encode(),
    "onbekend voorvoegsel": lambda w: w.format("<p:al>t</p:al>").encode(),
}


@pytest.mark.parametrize("soort", _MAAK)
@pytest.mark.parametrize("wortel", WORTELS)
def test_niets_wordt_opgenomen(wortel: str, soort: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "b.xml"
    bestand.write_bytes(_MAAK[soort](WORTELS[wortel]))
    werkmap = tmp_path / "werk"
    werkmap.mkdir()
    for als in ("regeling", "besluit"):
        status, fout = voer(capsys, "importeer", str(bestand), "--als", als, "--id", "x", "--werkmap", str(werkmap))
        assert status == 1
        assert "fout E1" in fout
        assert not any(pad.is_file() for pad in werkmap.rglob("*"))


@pytest.mark.parametrize("soort", ["afgebroken", "lachende entiteiten", "diep"])
@pytest.mark.parametrize("wortel", WORTELS)
def test_elke_opdracht_weigert(wortel: str, soort: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand, doel = tmp_path / "b.xml", tmp_path / "uit.txt"
    bestand.write_bytes(_MAAK[soort](WORTELS[wortel]))
    naam = str(bestand)
    opdrachten = (("ontleed", naam), ("pas-toe", naam, naam), ("vergelijk", naam, naam))
    for opdracht in opdrachten:
        status, fout = voer(capsys, *opdracht, "-o", str(doel))
        assert status == 1, opdracht
        assert "fout E1" in fout
        assert not doel.exists()


def test_lezers_geven_een_melding_voor_elke_verkeerde_naamruimte() -> None:
    vreemd = {
        "cvdr_xml": b'<cvdr xmlns="urn:x"/>',
        "bwb_xml": b'<toestand xmlns="urn:x"/>',
        "stop_regeling": b'<RegelingKlassiek xmlns="urn:x"/>',
        "stop_besluit": b'<BesluitCompact xmlns="urn:x"/>',
        "akn_xml": b'<akomaNtoso xmlns="urn:x"/>',
        "besluit_xml": b'<officiele-publicatie xmlns="urn:x"/>',
    }
    for tabel in (REGELING, BESLUIT):
        for soort, lees in tabel.items():
            waarde, meldingen = lees(vreemd[soort], "x")
            assert waarde is None, soort
            assert meldingen[-1].code in ("E156", "E157"), (soort, meldingen)
            assert meldingen[-1].tekst.endswith(".")
