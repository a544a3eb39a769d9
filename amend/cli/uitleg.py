"""``amend uitleg``: what a finding means; also the source of docs/meldingen.md."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click

from amend import cli
from amend.cli.basis import Opdracht, schrijf_uit, uitvoer_optie
from amend.model.melding import CODES, Code

_KOP = """# Meldingen

Gemaakt uit de codes van het programma (`make docs`); niet met de hand wijzigen.

De eerste letter zegt wat er gebeurt: **E** het programma stopt met deze stap, **Q** een mens moet kiezen (de keuze
komt in keuzes.toml), **W** uitgevoerd, maar kijk het na, **N** ter kennisgeving.
"""


@click.command(cls=Opdracht)
@click.argument("code", required=False)
@click.option("--alles", is_flag=True, help="Leg alle meldingen uit (Markdown).")
@uitvoer_optie
def uitleg(code: str | None, alles: bool, uitvoer: Path | None) -> int:
    """Legt uit wat melding CODE betekent, bijvoorbeeld E301."""
    _lees_codes()
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


def _lees_codes() -> None:
    """A code is made in the module that reports it; the commands together read every such module."""
    for module in iter_modules(cli.__path__):
        import_module(f"{cli.__name__}.{module.name}")


def _volgorde(code: Code) -> str:
    return code.code[1:]
