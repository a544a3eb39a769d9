"""Writing in the work folder: one at a time, whole or not at all, and choices that do not overwrite each other."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amend.model.besluit import Besluit, BesluitMeta
from amend.model.stap import Keuze
from amend.store import Store
from amend.write import vergrendel
from amend.write.keuzes_toml import zet_keuze, zonder_keuze
from tests.cli.hulp import inhoud

KEUZE = Keuze("B", "Q301", "uitvoeren", 'zoals "bedoeld"\nblijkens\\toelichting', "A. Jurist", date(2024, 5, 1))


def besluit(id: str = "eerste") -> Besluit:
    return Besluit(BesluitMeta(id=id, titel="Een besluit"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    winkel = Store(tmp_path)
    assert winkel.bewaar_besluit(besluit(), b"bron", ".txt")[1] == ()
    return winkel


def test_wie_het_slot_heeft_houdt_een_ander_proces_tegen(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    houd = (
        "import sys; from pathlib import Path; from amend.write.vergrendel import vergrendeld\n"
        "with vergrendeld(Path(sys.argv[1])) as vrij: print(vrij, flush=True); sys.stdin.read()"
    )
    monkeypatch.setattr(vergrendel, "GEDULD", 0.1)
    voor = inhoud(store.werkmap)
    ander = subprocess.Popen(
        [sys.executable, "-c", houd, str(store.werkmap)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert ander.stdout is not None
    assert ander.stdout.readline() == "True\n"
    (melding,) = store.bewaar_besluit(besluit("tweede"), b"bron", ".txt")[1]
    (keuzemelding,) = store.bewaar_keuze("eerste", KEUZE, "geen")
    ander.communicate("")
    assert melding.code == keuzemelding.code == "E507"
    assert melding.tekst == "Iemand anders schrijft nu in de werkmap; er is niets gewijzigd."
    assert inhoud(store.werkmap) == voor
    assert store.bewaar_besluit(besluit("tweede"), b"bron", ".txt")[1] == ()


def test_van_twee_die_hetzelfde_bewaren_wint_er_een(store: Store) -> None:
    uitkomsten: list[tuple[str, ...]] = []

    def bewaar(nr: int) -> None:
        meldingen = store.bewaar_besluit(besluit("samen"), f"bron {nr}".encode(), ".txt")[1]
        uitkomsten.append(tuple(m.code for m in meldingen))

    draden = [threading.Thread(target=bewaar, args=(nr,)) for nr in range(8)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(uitkomsten) == [(), *[("E502",)] * 7]
    gelezen, meldingen = store.besluit("samen")
    assert gelezen is not None
    assert meldingen == ()


def test_een_map_in_wording_is_geen_besluit(store: Store) -> None:
    half = store.werkmap / "wijzigingen" / ".eerste.abc"
    half.mkdir()
    (half / "besluit.xml").write_text("<officiele-publicatie>")
    assert store.besluiten == ["eerste"]
    assert store.besluiten_van("eerste") == []


def test_een_keuze_wordt_bewaard_zoals_gegeven(store: Store) -> None:
    assert store.bewaar_keuze("eerste", KEUZE, store.stempel_keuzes("eerste")) == ()
    assert store.keuzes("eerste") == ((KEUZE,), ())
    anders = replace(KEUZE, keuze="overslaan", reden="bij nader inzien")
    assert store.bewaar_keuze("eerste", anders, store.stempel_keuzes("eerste")) == ()
    assert store.keuzes("eerste") == ((anders,), ())
    assert store.verwijder_keuze("eerste", "B", "Q301", store.stempel_keuzes("eerste")) == ()
    assert store.keuzes("eerste") == ((), ())


def test_wie_oude_keuzes_zag_overschrijft_niets(store: Store) -> None:
    gezien = store.stempel_keuzes("eerste")
    assert store.bewaar_keuze("eerste", KEUZE, gezien) == ()
    (melding,) = store.bewaar_keuze("eerste", replace(KEUZE, onderdeel="C"), gezien)
    assert melding.code == "E508"
    assert store.keuzes("eerste") == ((KEUZE,), ())


def test_een_keuze_bij_een_besluit_dat_er_niet_is(store: Store) -> None:
    (melding,) = store.bewaar_keuze("../eerste", KEUZE, "geen")
    assert melding.code == "E501"


def test_keuzes_komen_mee_met_het_besluit(store: Store) -> None:
    assert store.bewaar_besluit(besluit("derde"), b"x", ".docx", keuzes=[KEUZE])[1] == ()
    assert store.keuzes("derde") == ((KEUZE,), ())
    assert store.bewaar_besluit(besluit("derde"), b"y", ".docx", vervang=True)[1] == ()
    assert store.keuzes("derde") == ((KEUZE,), ())


def test_wat_een_mens_in_keuzes_schreef_blijft_staan() -> None:
    voor = '# van de afdeling\n[[keuze]]\nonderdeel = "A"  # let op\ncode = "Q301"\nkeuze = "x"\n'
    toml = zet_keuze(voor, KEUZE)
    assert toml.startswith(voor.rstrip())
    assert zonder_keuze(toml, "B", "Q301").strip() == voor.strip()
