"""``amend controleer``: a decision per part, tried on a regulation, and a regulation by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.hulp import amend, inhoud

REGELING = """Marktverordening Voorbeeldstad (fictief)

Artikel 1 Markt

De markt is op de markt van de de woensdag, zie artike1 2 en artikel 7.

Artikel 3 Kramen

1. De markt heeft kramen (voor vis.
2. Er is ook kaas.

Artikel 3 Dubbel

Einde.

Bijlage 1
"""
BESLUIT = """De raad van Voorbeeldstad;

besluit:

Artikel I

De Marktverordening Voorbeeldstad wordt als volgt gewijzigd:

A. In de gehele verordening wordt “markt” telkens vervangen door “beurs”.

B. Artikel 9 vervalt.

C. Artikel 1 lid 1 komt als volgt te luiden: Niets.
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "regeling.txt").write_text(REGELING, "utf-8")
    (tmp_path / "besluit.txt").write_text(BESLUIT, "utf-8")
    return tmp_path


def test_een_regeling(map_: Path) -> None:
    ervoor = inhoud(map_)
    uit = amend("controleer", "regeling.txt", "--json", map_=map_)
    (blad,) = [json.loads(regel) for regel in uit.uit.splitlines()]
    assert (uit.status, blad["soort"]) == (0, "regeling")
    teksten = "\n".join(f"{m['melding']} {m['tekst']}" for m in blad["meldingen"])
    for verwacht in (
        "W120 Artikel 2 ontbreekt",
        "W121 Artikel 3 komt 2 keer voor",
        "W123 Artikel 1 verwijst naar artikel 7",
        "W114 bijlage 1: inhoud ontbreekt",
        "N138 Artikel 1: “de de” (een woord dubbel)",
        "N138 Artikel 1: “artike1” (een leesfout)",
        "N138 Artikel 3, lid 1: “(” (een haakje dat niet sluit)",
    ):
        assert verwacht in teksten
    assert inhoud(map_) == ervoor


def test_een_besluit_zonder_regeling(map_: Path) -> None:
    uit = amend("controleer", "besluit.txt", "--json", map_=map_)
    (blad,) = [json.loads(regel) for regel in uit.uit.splitlines()]
    assert [(deel["onderdeel"], deel["status"]) for deel in blad["onderdelen"]] == [
        ("A", "gelezen"),
        ("B", "gelezen"),
        ("C", "gelezen"),
    ]
    assert "W221" in {m["melding"] for m in blad["meldingen"]}


def test_een_besluit_op_een_regeling(map_: Path) -> None:
    uit = amend("controleer", "besluit.txt", "--regeling", "regeling.txt", map_=map_)
    assert uit.status == 1
    assert "onderdeel A: “telkens” raakt 2 keer een tekst" in uit.uit
    assert "  artikel 1: De markt is op de markt" in uit.uit
    assert "  artikel 3, lid 1: De markt heeft kramen" in uit.uit
    regels = [regel.split() for regel in uit.uit.splitlines() if regel[:1] in "ABC" and " r. " in regel]
    assert [(regel[0], regel[3]) for regel in regels] == [("A", "uitgevoerd"), ("B", "geweigerd"), ("C", "geweigerd")]
    assert "E301" in uit.fout


def test_een_onleesbaar_bestand(map_: Path) -> None:
    (map_ / "rommel.bin").write_bytes(b"\x00\xff" * 1000)
    uit = amend("controleer", "rommel.bin", map_=map_)
    assert uit.status == 1
    assert "E101" in uit.fout
