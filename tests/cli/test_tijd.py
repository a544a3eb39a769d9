"""Time on the command line: dates that cannot be, the three views, and the same bytes wherever it is run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.hulp import REPO, Uitkomst, amend, inhoud

REGELING = """Tariefregeling (fictief voorbeeld)

Artikel 1

Deze regeling wordt aangehaald als: Tariefregeling.

Artikel 2

Het tarief is 50 euro.

Artikel 3

Deze regeling treedt in werking met ingang van 1 januari 2023.
"""
BESLUIT = """Fictief besluit {naam}

De raad van de gemeente Voorbeeld;

besluit:

Artikel I

De Tariefregeling wordt als volgt gewijzigd:

A. In artikel 2 wordt “50” vervangen door “60”.

Artikel II

{slot}
"""


def werkmap(map_: Path, *besluiten: tuple[str, str, str | None]) -> Path:
    """A work folder with the regulation and decisions (name, closing provision, day of publication)."""
    (map_ / "regeling.txt").write_text(REGELING, encoding="utf-8")
    opdracht = ("importeer", map_ / "regeling.txt", "--als", "regeling", "--id", "tarief", "--bekend", "2022-12-20")
    assert amend(*opdracht, "--werkmap", map_).status == 0
    for naam, slot, bekend in besluiten:
        bron = map_ / f"{naam}.txt"
        bron.write_text(BESLUIT.format(naam=naam, slot=slot), encoding="utf-8")
        dag = ("--bekend", bekend) if bekend else ()
        opdracht = ("importeer", bron, "--als", "besluit", "--id", naam, "--regeling", "tarief", *dag)
        assert "→" in amend(*opdracht, "--werkmap", map_).uit
    return map_


def vraag(map_: Path, *argumenten: str) -> Uitkomst:
    return amend("consolideer", "tarief", "--op", "2026-06-01", "--werkmap", map_, *argumenten)


@pytest.mark.parametrize(
    ("slot", "bekend", "zin", "hulp"),
    [
        (
            "Dit besluit treedt in werking met ingang van 31 februari 2026.",
            "2024-05-01",
            "De dag “31 februari 2026” bestaat niet.",
            "II",
        ),
        (
            "Dit besluit treedt in werking met ingang van 1 juli 2024 en vervalt met ingang van 1 juni 2024.",
            "2024-05-01",
            "Het besluit treedt in werking op 1 juli 2024 en vervalt per 1 juni 2024, niet later.",
            "Ga na welke van beide data juist is.",
        ),
        (
            "Dit besluit treedt in werking met ingang van 1 januari 2024.",
            "2024-05-01",
            "Het besluit treedt in werking op 1 januari 2024, maar is pas op 1 mei 2024 bekendgemaakt",
            "in werking op 2 mei 2024 met terugwerkende kracht tot en met 1 januari 2024",
        ),
        (
            "Dit besluit treedt in werking met ingang van 1 juli 2024.",
            None,
            "is de datum van bekendmaking niet bekend.",
            "amend importeer … --bekend JJJJ-MM-DD",
        ),
    ],
)
def test_data_die_niet_kunnen(tmp_path: Path, slot: str, bekend: str | None, zin: str, hulp: str) -> None:
    """A finding that names decision, day and what to do; no text, nothing lost: with --gedeeltelijk the old text."""
    map_ = werkmap(tmp_path, ("w1", slot, bekend))
    ervoor = inhoud(map_)
    uitkomst = vraag(map_)
    fout = " ".join(uitkomst.fout.split())
    assert (uitkomst.status, uitkomst.uit) == (1, "")
    assert zin in fout
    assert hulp in fout
    assert "w1" in fout
    deels = vraag(map_, "--gedeeltelijk")
    assert deels.status == 1
    assert "Het tarief is 50 euro." in deels.uit
    assert "ONVOLLEDIG" in deels.uit.upper()
    assert inhoud(map_) == ervoor


def test_een_kring_van_besluiten(tmp_path: Path) -> None:
    slot = "Dit besluit treedt in werking op het tijdstip waarop het Fictief besluit {} in werking treedt."
    map_ = werkmap(tmp_path, ("w1", slot.format("w2"), "2024-05-01"), ("w2", slot.format("w1"), "2024-05-02"))
    uitkomst = vraag(map_)
    assert uitkomst.status == 1
    assert "De inwerkingtreding hangt in een kring af van zichzelf: w1 → w2 → w1." in " ".join(uitkomst.fout.split())
    lijn = amend("tijdlijn", "tarief", "--bekend-op", "2025-01-01", "--werkmap", map_)
    assert lijn.uit.count("wacht op datum") == 2


def test_drie_weergaven_met_hun_naam(tmp_path: Path) -> None:
    slot = "Dit besluit treedt in werking op de dag na de bekendmaking en werkt terug tot en met 1 januari 2024."
    map_ = werkmap(tmp_path, ("w1", slot, "2024-05-01"))
    basis = ("consolideer", "tarief", "--op", "2024-03-01", "--werkmap", map_)
    geldend = amend(*basis, "--bekend-op", "2024-06-01")
    koop = amend(*basis, "--bekend-op", "2024-06-01", "--weergave", "koop")
    register = amend(*basis, "--weergave", "register")
    nog_niet = amend(*basis, "--bekend-op", "2024-06-01", "--in-werking-op", "2024-05-01")
    assert [("60 euro" in u.uit, u.status) for u in (geldend, koop, register, nog_niet)] == [
        (True, 0),
        (False, 0),
        (False, 0),
        (False, 0),
    ]
    assert "Geldend op 1 maart 2024, zoals bekend op 1 juni 2024" in geldend.uit
    assert "Zoals overheid.nl de tekst voor 1 maart 2024 toont" in koop.uit
    assert "Wat er op 1 maart 2024 in de bank stond, met de kennis van die dag" in register.uit
    assert "Kop op overheid.nl: Geldend van 01-01-2023 t/m 01-05-2024" in koop.fout
    fout = amend(*basis, "--weergave", "koop", "--in-werking-op", "2024-05-01")
    assert fout.status == 2


def test_overzicht_met_de_kolommen_van_koop(tmp_path: Path) -> None:
    slot = "Dit besluit treedt in werking op de dag na de bekendmaking en werkt terug tot en met 1 januari 2024."
    map_ = werkmap(tmp_path, ("w1", slot, "2024-05-01"))
    lijn = amend("tijdlijn", "tarief", "--bekend-op", "2024-06-01", "--json", "--werkmap", map_)
    rijen = [json.loads(regel) for regel in lijn.uit.splitlines()]
    (laatste,) = [r for r in rijen if r.get("soort") == "overzicht" and r["betreft"] == "art. 2"]
    assert laatste == {
        "soort": "overzicht",
        "datum_inwerkingtreding": "2024-05-02",
        "terugwerkende_kracht_tot_en_met": "2024-01-01",
        "datum_uitwerkingtreding": None,
        "betreft": "art. 2",
        "ondertekening": None,
        "bron_bekendmaking": "",
        "kenmerk": "",
    }
    assert [r["kop"] for r in rijen if r.get("soort") == "koop"] == [
        "Geldend van 01-01-2023 t/m 01-05-2024",
        "Geldend van 02-05-2024 t/m heden met terugwerkende kracht vanaf 01-01-2024",
    ]


def test_wat_als_zegt_wat_er_verandert(tmp_path: Path) -> None:
    slot = "Dit besluit treedt in werking op de dag na de bekendmaking."
    map_ = werkmap(tmp_path, ("w1", slot, "2024-05-01"))
    stel = ("tijdlijn", "tarief", "--bekend-op", "2024-12-01", "--stel", "w1.bekend=2024-05-08", "--werkmap", map_)
    ervoor = inhoud(map_)
    uitkomst = amend(*stel)
    assert "01-05-2024 → 08-05-2024  02-05-2024 → 09-05-2024  02-05-2024 → 09-05-2024" in uitkomst.uit
    (aanname,) = [json.loads(r) for r in amend(*stel, "--json").uit.splitlines() if "aanname" in r]
    assert aanname["verschoven"][0]["daarna"] == ["2024-05-08", "2024-05-09", "2024-05-09"]
    assert inhoud(map_) == ervoor


OMGEVINGEN = [
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    {"TZ": "America/Los_Angeles", "LANG": "nl_NL.UTF-8", "PYTHONHASHSEED": "random"},
]


def test_dezelfde_bytes_op_elke_machine(tmp_path: Path) -> None:
    """Time zone, language, hash seed and current folder make no difference to the text or to what was recorded."""
    uitkomsten = []
    for nr, omgeving in enumerate(OMGEVINGEN):
        elders = tmp_path / str(nr)
        elders.mkdir()
        vast = elders / "herkomst.json"
        opdracht = [sys.executable, "-m", "amend", "consolideer", "sociaal-organisatieverordening"]
        opdracht += ["--op", "2026-01-01", "--bekend-op", "2026-02-01", "--formaat", "cvdr", "--herkomst", str(vast)]
        klaar = subprocess.run(
            [*opdracht, "--werkmap", str(REPO)],
            capture_output=True,
            cwd=elders,
            env={**os.environ, "PYTHONPATH": str(REPO), **omgeving},
            check=True,
            timeout=120,
        )
        uitkomsten.append((klaar.stdout, vast.read_bytes()))
    assert len(set(uitkomsten)) == 1
    vastgelegd = json.loads(uitkomsten[0][1])
    assert len(vastgelegd["sha256"]) == 64
    assert [rij["bestand"] for rij in vastgelegd["invoer"]] == [
        "regelingen/sociaal-organisatieverordening/regeling.xml",
        *(f"wijzigingen/sociaal-fictief-{n}/besluit.xml" for n in (2, 1, 3)),
    ]


def test_de_standaardregel_is_een_instelling(tmp_path: Path) -> None:
    """A work folder may say when decisions of a kind of body enter into force by default, with its source."""
    map_ = werkmap(tmp_path, ("w1", "Dit besluit wordt aangehaald als: Wijziging.", "2024-05-01"))
    lijn = ("tijdlijn", "tarief", "--bekend-op", "2024-06-01", "--werkmap", map_)
    assert "01-05-2024  09-05-2024" in amend(*lijn).uit
    instelling = (
        '[inwerkingtreding.gemeente]\ndagen = 1\nbron = "artikel 5 van de Verordening elektronische bekendmaking"\n'
    )
    (map_ / "instellingen.toml").write_text(instelling, encoding="utf-8")
    uitkomst = amend(*lijn)
    assert "01-05-2024  02-05-2024" in uitkomst.uit
    assert "dag 1 na de bekendmaking (artikel 5 van de Verordening elektronische bekendmaking)" in uitkomst.fout
    for fout, zin in (
        ("[inwerkingtreding.gemeente]\ndagen = 1\n", "“bron” ontbreekt"),
        ('[inwerkingtreding.dorp]\ndagen = 1\nbron = "x"\n', "“dorp” is geen soort orgaan"),
        ("[inwerkingtreding", "instellingen.toml is niet bruikbaar"),
    ):
        (map_ / "instellingen.toml").write_text(fout, encoding="utf-8")
        geweigerd = amend(*lijn)
        assert (geweigerd.status, geweigerd.uit) == (1, "")
        assert "E514" in geweigerd.fout
        assert zin in " ".join(geweigerd.fout.split())
