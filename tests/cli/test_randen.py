"""The edges of the command line: nothing typed, a file over itself, a new work folder, a broken Word file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.hulp import amend

REGELING = "Verzonnen verordening\nDe raad;\n\nArtikel 1\nEen kade is een oever.\n\nArtikel 2\nEen schip leidt niet.\n"
BESLUIT = (
    "Besluit\n\nArtikel I\nDe Verzonnen verordening wordt als volgt gewijzigd:\n\n"
    "A\nIn artikel 1 wordt “oever” vervangen door “wal”.\n"
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "r.txt").write_text(REGELING)
    (tmp_path / "b.txt").write_text(BESLUIT)
    return tmp_path


def test_zonder_opdracht_komt_de_hulp() -> None:
    uit = amend()
    assert uit.status == 2
    assert uit.fout.startswith("Gebruik: amend")
    assert "fout:" not in uit.fout


@pytest.mark.parametrize("doel", ["r.txt", "b.txt", "./r.txt"])
def test_de_uitvoer_overschrijft_geen_invoer(map_: Path, doel: str) -> None:
    uit = amend("pas-toe", "r.txt", "b.txt", "--formaat", "tekst", "-o", doel, map_=map_)
    assert uit.status == 2
    assert f"-o: “{Path(doel)}” is een van de bestanden die worden gelezen" in uit.fout
    assert (map_ / "r.txt").read_text() == REGELING
    assert (map_ / "b.txt").read_text() == BESLUIT


def test_een_bron_in_de_werkmap_wordt_niet_overschreven(map_: Path) -> None:
    assert amend("importeer", "r.txt", "--id", "v", map_=map_).status == 0
    bron = next(pad for pad in (map_ / "regelingen" / "v").iterdir() if pad.is_file())
    oud = bron.read_bytes()
    assert amend("tijdlijn", "v", "-o", bron, map_=map_).status == 2
    assert bron.read_bytes() == oud


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="geen /proc")
def test_de_fout_noemt_het_bestand_van_de_gebruiker(map_: Path) -> None:
    uit = amend("pas-toe", "r.txt", "b.txt", "--formaat", "tekst", "-o", "/proc/x.txt", map_=map_)
    assert uit.status == 1
    assert "“/proc/x.txt”" in uit.fout


def test_importeer_maakt_een_nieuwe_werkmap(map_: Path) -> None:
    uit = amend("importeer", "r.txt", "--werkmap", "nieuw", "--id", "v", map_=map_)
    assert (uit.status, "De werkmap “nieuw” is gemaakt." in uit.fout) == (0, True)
    assert (map_ / "nieuw" / "regelingen" / "v").is_dir()
    assert amend("importeer", "r.txt", "--werkmap", "geen/nieuw", map_=map_).status == 2
    assert not (map_ / "geen").exists()


def test_een_afgebroken_word_bestand_heet_beschadigd(map_: Path) -> None:
    (map_ / "k.docx").write_bytes(b"PK\x03\x04 half")
    uit = amend("controleer", "k.docx", map_=map_)
    assert "E140" in uit.fout
    assert "beschadigd" in uit.fout


def test_geen_cijfer_waar_geen_cijfer_staat(map_: Path) -> None:
    assert "N138" not in amend("controleer", "r.txt", map_=map_).fout
    (map_ / "r.txt").write_text(REGELING.replace("leidt", "1eidt"))
    assert "“1eidt” (een cijfer in een woord)" in amend("controleer", "r.txt", map_=map_).fout


def test_een_besluit_zonder_slotartikel_geeft_een_waarschuwing(map_: Path) -> None:
    assert "W407" in amend("controleer", "b.txt", map_=map_).fout
    (map_ / "b.txt").write_text(f"{BESLUIT}\nArtikel II\nDit besluit treedt in werking op 1 maart 2024.\n")
    assert "W407" not in amend("controleer", "b.txt", map_=map_).fout


def test_afbreken_tijdens_het_starten_zegt_een_zin() -> None:
    """The modules are imported inside the try: an interrupt there gives no traceback."""
    code = (
        "import builtins, signal, os\n"
        "from amend.cli import main\n"
        "echt = builtins.__import__\n"
        "def breek(naam, *rest):\n"
        "    if naam == 'amend.cli.opdrachten': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return echt(naam, *rest)\n"
        "builtins.__import__ = breek\n"
        "main(['--help'])\n"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60, env=os.environ)
    assert (klaar.returncode, klaar.stderr.decode()) == (1, "Afgebroken; er is niets gewijzigd.\n")
