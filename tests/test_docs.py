"""The documentation that is made from the code is up to date, and every code says what it is for."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from amend.cli.opdrachten import amend
from amend.model.melding import CODES

DOCS = Path(__file__).parents[1] / "docs"


def test_meldingen_staan_op_de_pagina() -> None:
    """``make docs`` makes the page again."""
    uitkomst = CliRunner().invoke(amend, ["uitleg", "--alles"], standalone_mode=False)
    assert uitkomst.output.strip() == (DOCS / "meldingen.md").read_text("utf-8").strip()


def test_elke_code_heeft_een_titel_en_een_uitleg() -> None:
    CliRunner().invoke(amend, ["uitleg", "--alles"], standalone_mode=False)  # reads every module that makes a code
    onduidelijk = [c.code for c in CODES.values() if len(c.titel) < 5 or len(c.uitleg) < 30]
    assert onduidelijk == []


def test_uitleg_van_een_code() -> None:
    uitkomst = CliRunner().invoke(amend, ["uitleg", "q421"], standalone_mode=False)
    assert uitkomst.output.startswith("Q421 (vraag): Samenloop: terugwerkende kracht over een tussenliggende versie")
