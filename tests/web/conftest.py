"""A running application as a user starts it, and a real Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

REPO = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
ARGUMENTEN = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
REGELING = """Proefverordening (fictief)

Artikel 1 Begrippen
In deze verordening wordt verstaan onder aanvraag: een verzoek.

Artikel 2 Aanvraag
1. Een aanvraag bevat:
a. een naam;
b. een plan.
2. Het college beslist binnen acht weken over:
a. de naam.

Artikel 3 Slot
Deze verordening treedt in werking op 1 januari 2024.
"""
BESLUIT = """Besluit tot wijziging van de Proefverordening (fictief)

Artikel I
De Proefverordening wordt als volgt gewijzigd:
A. In artikel 2, tweede lid, wordt "acht weken" vervangen door "zes weken".
B. In artikel 2, onderdeel b, wordt "plan" vervangen door "werkplan".

Artikel II
Dit besluit treedt in werking op 1 juli 2024.
"""


@dataclass(frozen=True)
class Server:
    """Where the application is, what it printed, and the work folder it works on."""

    adres: str
    werkmap: Path
    proces: subprocess.Popen[str]

    @property
    def poort(self) -> int:
        """The port."""
        return int(self.adres.rstrip("/").rsplit(":", 1)[1])


@contextmanager
def draaiend(werkmap: Path, *opties: str) -> Iterator[Server]:
    """``amend web`` on a free port."""
    proces = subprocess.Popen(
        [sys.executable, "-m", "amend", "web", "--poort", "0", "--werkmap", str(werkmap), *opties],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPO,
    )
    assert proces.stdout is not None
    regel = proces.stdout.readline()
    assert regel.startswith("amend is bereikbaar op http://"), proces.communicate()[1]
    try:
        yield Server(regel.split()[-1], werkmap, proces)
    finally:
        if proces.poll() is None:
            proces.terminate()
        proces.communicate(timeout=30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra browser)")
    if CHROMIUM is None:
        pytest.skip("Chromium (chromium) is not installed")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTEN))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def voorbeeldmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder with both examples, a made-up regulation, and a decision that asks a question."""
    werkmap = tmp_path_factory.mktemp("werkmap")
    for naam in ("regelingen", "wijzigingen"):
        shutil.copytree(REPO / naam, werkmap / naam)
    (werkmap / "proef.txt").write_text(REGELING, "utf-8")
    (werkmap / "besluit.txt").write_text(BESLUIT, "utf-8")
    for bestand, opties in (
        ("proef.txt", ("--id", "proefverordening", "--bekend", "2023-12-01", "--als", "regeling")),
        ("besluit.txt", ("--id", "proef-besluit", "--bekend", "2024-06-01", "--als", "besluit")),
    ):
        opdracht = [sys.executable, "-m", "amend", "importeer", str(werkmap / bestand), *opties]
        subprocess.run([*opdracht, "--werkmap", str(werkmap)], check=True, capture_output=True, cwd=REPO)
    return werkmap


@pytest.fixture(scope="session")
def server(voorbeeldmap: Path) -> Iterator[Server]:
    """The application over :func:`voorbeeldmap`, for tests that only read."""
    pytest.importorskip("waitress", reason="waitress is not installed (extra web)")
    with draaiend(voorbeeldmap) as gestart:
        yield gestart


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Server]:
    """The application over an empty work folder."""
    pytest.importorskip("waitress", reason="waitress is not installed (extra web)")
    with draaiend(tmp_path) as gestart:
        yield gestart
