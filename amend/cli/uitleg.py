"""``amend uitleg``: what a finding means; also the source of docs/meldingen.md."""

from __future__ import annotations

from pathlib import Path

import click

from amend.cli.basis import Opdracht, schrijf_uit, uitvoer_optie
from amend.model.melding import CODES, Code

_KOP = """# Meldingen

Gemaakt uit de codes van het programma (`make docs`); niet met de hand wijzigen.

De eerste letter zegt wat er gebeurt: **E** het programma stopt met deze stap, **Q** een mens moet kiezen (de keuze
komt in keuzes.toml), **W** uitgevoerd, maar kijk het na, **N** ter kennisgeving.
"""


@click.command(cls=Opdracht, short_help="Leg een melding uit.")
@click.argument("code", required=False)
@click.option("--alles", is_flag=True, help="Leg alle meldingen uit (Markdown).")
@uitvoer_optie
def uitleg(code: str | None, alles: bool, uitvoer: Path | None) -> int:
    """Legt uit wat melding CODE betekent, bijvoorbeeld E301."""
    if alles:
        delen = [_KOP, *(f"## {c.code} {c.titel}\n\n{c.uitleg}\n" for c in sorted(CODES.values(), key=_volgorde))]
        schrijf_uit("\n".join(delen).encode(), uitvoer)
        return 0
    if code is None:
        raise click.UsageError("Geef een CODE, of --alles.")
    gevonden = CODES.get(code.upper())
    if gevonden is None:
        raise click.UsageError(f"Er is geen melding met de code {code}.")
    schrijf_uit(f"{gevonden.code} ({gevonden.ernst}): {gevonden.titel}\n\n{gevonden.uitleg}\n".encode(), uitvoer)
    return 0


def _volgorde(code: Code) -> str:
    return code.code[1:]
