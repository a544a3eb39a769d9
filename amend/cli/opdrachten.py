"""The group of all commands, and running one: what goes wrong becomes a Dutch sentence and an exit status.

The commands are modules beside this one; only the one that is run is read, so that the help page comes at once.
"""

from __future__ import annotations

import sys
from typing import Final

import click

from amend.cli.basis import Groep
from amend.cli.fouten import meld_gebruiksfout, systeemfout

OPDRACHTEN: Final = {
    "importeer": "Neem een regeling of besluit op in de werkmap.",
    "ontleed": "Laat zien wat een besluit of een zin doet.",
    "pas-toe": "Voer één besluit uit op één regeling (bestanden).",
    "consolideer": "Geef de tekst die op een dag geldt.",
    "tijdlijn": "Toon de versies van een regeling en waar zij vandaan komen.",
    "vergelijk": "Toon wat er tussen twee versies is veranderd.",
    "exporteer": "Schrijf een versie of een besluit in een (officieel) formaat.",
    "controleer": "Controleer een besluit of een regeling.",
    "uitleg": "Leg een melding uit.",
    "web": "Start de schermversie voor de browser.",
}
"""Each command with what it does."""


@click.group(cls=Groep, name="amend", kort=OPDRACHTEN, pakket="amend.cli")
@click.version_option(package_name="amend", message="amend %(version)s", help="Toon de versie en stop.")
def amend() -> None:
    """Houdt regelingen bij: leest wijzigingsbesluiten, voert ze uit en geeft de tekst die op een dag geldt."""


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
