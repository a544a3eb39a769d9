"""The group of all commands, and running one: what goes wrong becomes a Dutch sentence and an exit status."""

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


def voer_uit(argumenten: list[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 refused or incomplete, 2 wrong usage."""
    try:
        status = amend.main(argumenten, prog_name="amend", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as fout:
        click.echo(fout.format_message(), err=True)
        return fout.exit_code
    except click.ClickException as fout:
        return meld_gebruiksfout(fout)
    except click.Abort:
        click.echo("Afgebroken; er is niets gewijzigd.", err=True)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as fout:
        click.echo(f"fout: {systeemfout(fout)}", err=True)
        return 1
    return status if isinstance(status, int) else 0
