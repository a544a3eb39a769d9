"""The command line: one module per command. User-facing text is Dutch."""

from __future__ import annotations

import sys

import click

from amend.cli.basis import Groep
from amend.cli.consolideer import consolideer
from amend.cli.controleer import controleer
from amend.cli.exporteer import exporteer
from amend.cli.fouten import meld_gebruiksfout, systeemfout
from amend.cli.importeer import importeer
from amend.cli.ontleed import ontleed
from amend.cli.pas_toe import pas_toe
from amend.cli.tijdlijn import tijdlijn
from amend.cli.uitleg import uitleg
from amend.cli.vergelijk import vergelijk
from amend.cli.web import web


@click.group(cls=Groep, name="amend")
@click.version_option(package_name="amend", message="amend %(version)s", help="Toon de versie en stop.")
def amend() -> None:
    """Houdt regelingen bij: leest wijzigingsbesluiten, voert ze uit en geeft de tekst die op een dag geldt."""


for opdracht in (importeer, ontleed, pas_toe, consolideer, tijdlijn, vergelijk, exporteer, controleer, uitleg, web):
    amend.add_command(opdracht)


def main(argumenten: list[str] | None = None) -> None:
    """Run the program. Exit status: 0 done, 1 refused or incomplete, 2 wrong usage."""
    try:
        status = amend.main(argumenten, prog_name="amend", standalone_mode=False)
    except click.ClickException as fout:
        sys.exit(meld_gebruiksfout(fout))
    except click.Abort:
        click.echo("Afgebroken; er is niets gewijzigd.", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as fout:
        click.echo(f"fout: {systeemfout(fout)}", err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
