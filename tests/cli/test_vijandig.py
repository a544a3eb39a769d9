"""Wrong and hostile decisions, as real files: one clear finding each, exit status 1, nothing written, bounded cost."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.hulp import REPO, inhoud

REGELING = """Markt- en kraamverordening Voorbeeldstad (fictief)

Artikel 1 Markt

1. De markt is op de markt van woensdag.
2. Het college wijst de plaats aan.

Artikel 2 Kramen

De volgende kramen zijn toegestaan:
a. vis;
b. kaas.

Artikel 3 Lijsten

1. Op de markt gelden:
a. regels;
b. tarieven.
2. Op het plein gelden:
a. andere regels;
b. andere tarieven.

Artikel 4 Slot

Einde.
"""
KOP = "Fictief besluit\n\nDe raad van Voorbeeldstad;\n\nbesluit:\n\nArtikel I\n\n"
KADER = "De Markt- en kraamverordening Voorbeeldstad wordt als volgt gewijzigd:\n\n"
MB = 1024 * 1024

BESLUITEN = {
    "doel bestaat niet": ("A. In artikel 9 wordt “markt” vervangen door “plein”.", "E301", "artikel 9 bestaat niet"),
    "aanhaling komt twee keer voor": (
        "A. In artikel 1, eerste lid, wordt “markt” vervangen door “plein”.",
        "E321",
        "staat 2 keer in artikel 1, lid 1",
    ),
    "vernummeren naar een bezet nummer": (
        "A. Artikel 2 wordt vernummerd tot artikel 4.",
        "E313",
        "dat nummer is bezet",
    ),
    "ongelijke aantallen": (
        "A. De artikelen 1 tot en met 3 worden vernummerd tot artikelen 5 en 6.",
        "E208",
        "Aantallen in de vernummering ongelijk",
    ),
    "nieuwe tekst zonder opdracht": ("Artikel 2 Kramen\n\nAlleen vis.", "E207", "hoort bij geen opdracht"),
    "tot zonder en met": ("A. Artikel 10 tot 13 vervallen.", "E246", "Schrijf “10 tot en met 13”"),
    "dubbelzinnig adres": ("A. In artikel 3 komt onderdeel a te luiden:\na. niets;", "E302", "onderdeel a"),
}


def _voer(map_: Path, regeling: Path, besluit: Path) -> tuple[int, str, str]:
    """The command with 1.5 GB of address space and 60 seconds of processor time."""

    def beperk() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1536 * MB, 1536 * MB))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    opdracht = [sys.executable, "-m", "amend", "pas-toe", regeling, besluit, "-o", map_ / "uit.xml"]
    klaar = subprocess.run(opdracht, capture_output=True, cwd=REPO, check=False, preexec_fn=beperk)
    return klaar.returncode, klaar.stdout.decode(), klaar.stderr.decode()


def _leg(map_: Path, besluit: str | bytes) -> tuple[Path, Path]:
    paden = map_ / "regeling.txt", map_ / "besluit.txt"
    paden[0].write_text(REGELING, "utf-8")
    paden[1].write_bytes(besluit.encode() if isinstance(besluit, str) else besluit)
    return paden


@pytest.mark.parametrize("geval", BESLUITEN)
def test_verkeerd_besluit(geval: str, tmp_path: Path) -> None:
    tekst, code, woorden = BESLUITEN[geval]
    paden = _leg(tmp_path, f"{KOP}{KADER}{tekst}\n")
    ervoor = inhoud(tmp_path)
    status, uit, fout = _voer(tmp_path, *paden)
    assert (status, uit) == (1, "")
    assert f" {code} " in fout
    assert woorden in fout
    assert "besluit.txt:" in fout
    assert inhoud(tmp_path) == ervoor


@pytest.mark.parametrize(
    ("besluit", "code"),
    [
        (b"\x00\x01\x02\xff" * 50_000, "E101"),
        (b"Artikel I\n" + b"De raad besluit. " * (51 * MB // 17), "E100"),
        (b"", "E102"),
    ],
    ids=["binaire rommel", "51 MB", "leeg"],
)
def test_bestand_dat_geen_besluit_is(besluit: bytes, code: str, tmp_path: Path) -> None:
    paden = _leg(tmp_path, besluit)
    status, uit, fout = _voer(tmp_path, *paden)
    assert (status, uit) == (1, "")
    assert f" {code} " in fout
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["besluit.txt", "regeling.txt"]


@pytest.mark.parametrize(
    "besluit",
    [
        KOP
        + KADER
        + "\n".join(f"{' ' * i}{'1aA'[i % 3]}. Artikel 3 wordt als volgt gewijzigd:" for i in range(10_000)),
        KOP + KADER + "A. Artikel 4 komt te luiden:\nArtikel 4\n" + "\n".join(f"{' ' * i}a) x:" for i in range(10_000)),
        "<besluit>" + "<wijzig-lid>" * 10_000 + "</wijzig-lid>" * 10_000 + "</besluit>",
        KOP + KADER + "A. In artikel 3 wordt " + "“a” vervangen door “b” en " * 10_000 + "“c” vervangen door “d”.",
    ],
    ids=["onderdelen", "lijst in nieuwe tekst", "xml", "één zin"],
)
def test_tienduizend_niveaus(besluit: str, tmp_path: Path) -> None:
    paden = _leg(tmp_path, besluit)
    status, uit, fout = _voer(tmp_path, *paden)
    assert (status, uit) == (1, "")
    assert "fout E" in fout
    assert "Traceback" not in fout
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["besluit.txt", "regeling.txt"]
