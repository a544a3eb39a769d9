"""``amend exporteer``: what is written, what is refused, and what the exit status says."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amend.cli.opdrachten import amend
from amend.pipeline import FORMATEN

WORTEL = Path(__file__).parents[2]
SCHEMAS = WORTEL.parent / "shared" / "schemas"
DORDRECHT = "dordrecht-ambtelijke-organisatie"
SOCIAAL = "sociaal-organisatieverordening"


def voer(*argumenten: object) -> Result:
    opdracht = ["exporteer", *map(str, argumenten), "--werkmap", str(WORTEL)]
    return CliRunner().invoke(amend, opdracht, standalone_mode=False)


@pytest.mark.parametrize("naam", [f for f in FORMATEN if f != "stop-besluit"])
def test_elk_formaat_wordt_geschreven(tmp_path: Path, naam: str) -> None:
    doel = tmp_path / "uit"
    uitkomst = voer(SOCIAAL, "--op", "2026-01-01", "--bekend-op", "2026-11-01", "--formaat", naam, "-o", doel)
    assert uitkomst.return_value == 0, uitkomst.stderr
    assert doel.stat().st_size > 10_000
    assert "Geldend van 1 januari 2026 tot nader bericht, zoals bekend op 1 november 2026." in uitkomst.stderr


@pytest.mark.parametrize("naam", ["stop-besluit", "akn"])
def test_een_besluit(tmp_path: Path, naam: str) -> None:
    doel = tmp_path / "besluit.xml"
    uitkomst = voer(DORDRECHT, "--besluit", "dordrecht-tweede-wijziging", "--formaat", naam, "-o", doel)
    assert uitkomst.return_value == 0, uitkomst.stderr
    inhoud = doel.read_text("utf-8")
    assert ("<RegelingMutatie " in inhoud) == (naam == "stop-besluit")
    assert ("<activeModifications>" in inhoud) == (naam == "akn")


def test_onbekend_besluit_schrijft_niets(tmp_path: Path) -> None:
    doel = tmp_path / "besluit.xml"
    uitkomst = voer(DORDRECHT, "--besluit", "bestaat-niet", "--formaat", "stop-besluit", "-o", doel)
    assert uitkomst.return_value == 1
    assert not doel.exists()
    assert "E604" in uitkomst.stderr
    assert uitkomst.stderr.rstrip().endswith("Er is niets geschreven.")


def test_geen_geldende_tekst(tmp_path: Path) -> None:
    doel = tmp_path / "uit.xml"
    uitkomst = voer(DORDRECHT, "--op", "2001-01-01", "--formaat", "stop", "-o", doel)
    assert uitkomst.return_value == 1
    assert not doel.exists()
    assert "Er is geen geldende tekst." in uitkomst.stderr


@pytest.mark.parametrize(
    ("argumenten", "tekst"),
    [
        (("--formaat", "stop"), "--op: zeg voor welke dag de tekst moet gelden."),
        (("--formaat", "stop-besluit"), "--formaat stop-besluit: zeg met --besluit welk besluit."),
        (("--formaat", "html", "--besluit", "x"), "--besluit: alleen bij --formaat stop-besluit of akn."),
        (("--formaat", "stop", "--op", "2023-01-01", "--valideer"), "--valideer: geef met --schemas de map"),
        (
            ("--formaat", "cvdr", "--op", "2023-01-01", "--valideer", "--schemas", "."),
            "--valideer: voor cvdr bestaat geen officieel schema.",
        ),
    ],
)
def test_verkeerd_gebruik(argumenten: tuple[str, ...], tekst: str) -> None:
    uitkomst = voer(DORDRECHT, *argumenten)
    assert uitkomst.exception is not None
    assert tekst in uitkomst.exception.message  # type: ignore[attr-defined]


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="de officiële schema's staan niet in ../shared/schemas")
def test_valideren(tmp_path: Path) -> None:
    doel = tmp_path / "besluit.xml"
    besluit = ("--besluit", "dordrecht-tweede-wijziging", "--formaat", "stop-besluit")
    uitkomst = voer(DORDRECHT, *besluit, "--valideer", "--schemas", SCHEMAS, "-o", doel)
    assert uitkomst.return_value == 0, uitkomst.stderr
    assert doel.exists()
    assert "opmerking N613" in uitkomst.stderr
    assert "Gecontroleerd met de officiële schema's: geen fouten." in uitkomst.stderr


def test_valideren_zonder_schema_schrijft_niets(tmp_path: Path) -> None:
    doel = tmp_path / "uit.xml"
    vraag = ("--op", "2023-01-01", "--formaat", "stop", "--valideer", "--schemas", tmp_path)
    uitkomst = voer(DORDRECHT, *vraag, "-o", doel)
    assert uitkomst.return_value == 1
    assert not doel.exists()
    assert "fout E614" in uitkomst.stderr
