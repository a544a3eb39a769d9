"""What the commands share: Dutch help pages, options, dates, output to a file or standard output, progress."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from amend.write.bestand import schrijf_atomisch


class _Nederlands(click.Command):
    """Help pages with Dutch headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line, in Dutch."""
        stukken = ["[OPTIES]" if stuk == "[OPTIONS]" else stuk for stuk in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(stukken), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, under a Dutch heading."""
        rijen = [
            rij
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (rij := param.get_help_record(ctx))
        ]
        if rijen:
            with formatter.section("Opties"):
                formatter.write_dl(rijen)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The --help option, explained in Dutch."""
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = "Toon deze hulp en stop."
        return optie


class Opdracht(_Nederlands):
    """A command with a Dutch help page, that never writes over a file it reads."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; refused when the output file is one of the input files or a source in the work folder."""
        uitvoer = ctx.params.get("uitvoer")
        if isinstance(uitvoer, Path) and uitvoer.exists():
            _geen_invoer(uitvoer.resolve(), ctx)
        return super().invoke(ctx)


def _geen_invoer(uitvoer: Path, ctx: click.Context) -> None:
    for naam, waarde in ctx.params.items():
        for invoer in waarde if isinstance(waarde, tuple) else (waarde,):
            if naam == "uitvoer" or not isinstance(invoer, str | Path) or not str(invoer):
                continue
            pad = Path(invoer)
            bronnen = [pad / "regelingen", pad / "wijzigingen"] if naam == "werkmap" else [pad]
            if any(_binnen(uitvoer, bron.resolve()) for bron in bronnen):
                zin = f"-o: “{ctx.params['uitvoer']}” is een van de bestanden die worden gelezen; kies een andere naam."
                raise click.UsageError(zin, ctx)


def _binnen(uitvoer: Path, bron: Path) -> bool:
    return uitvoer == bron or bron in uitvoer.parents or (bron.is_file() and uitvoer.samefile(bron))


class Groep(_Nederlands, click.Group):
    """A group of commands with a Dutch help page; the module of a command is read when the command is run."""

    def __init__(self, *args: Any, kort: Mapping[str, str], pakket: str, **kwargs: Any) -> None:
        """``kort`` says of each command in a line what it does; its module has its name, in ``pakket``."""
        super().__init__(*args, **kwargs)
        self.kort = kort
        self.pakket = pakket

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help page."""
        return list(self.kort)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None when there is none of that name."""
        if cmd_name not in self.kort:
            return None
        naam = cmd_name.replace("-", "_")
        opdracht: click.Command = getattr(import_module(f"{self.pakket}.{naam}"), naam)
        return opdracht

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options and the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(self.kort.items()))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name of the program."""
        return ["[OPTIES]", "OPDRACHT [ARGUMENTEN]..."]


class Datum(click.ParamType[date]):
    """A day: JJJJ-MM-DD, DD-MM-JJJJ or "vandaag"."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Fails with a Dutch sentence on anything that is no existing day."""
        if isinstance(value, date):
            return value
        if value == "vandaag":
            return date.today()
        for vorm in ("%Y-%m-%d", "%d-%m-%Y"):
            try:
                return datetime.strptime(value, vorm).date()
            except ValueError:
                continue
        raise click.BadParameter(f"“{value}” is geen bestaande dag; schrijf bijvoorbeeld 2023-01-01.", ctx, param)


DATUM = Datum()

werkmap_optie = click.option(
    "--werkmap",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default=False,
    metavar="MAP",
    help="De map met regelingen/ en wijzigingen/ (standaard: de huidige map).",
)
uitvoer_optie = click.option(
    "-o",
    "--uitvoer",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Schrijf naar dit bestand in plaats van naar het scherm.",
)
json_optie = click.option(
    "--json", "als_json", is_flag=True, help="Uitvoer voor programma's: één JSON-object per regel."
)


def formaat_optie(*formaten: str) -> Callable[[Any], Any]:
    """The option --formaat with these choices; the first is the default."""
    return click.option(
        "--formaat",
        type=click.Choice(formaten),
        default=formaten[0],
        help=f"Vorm van de uitvoer: {', '.join(formaten)} (standaard: {formaten[0]}).",
    )


def opsomming(redenen: Iterable[str]) -> str:
    """Reasons in one sentence, with one full stop at the end."""
    return "; ".join(redenen).rstrip(" .") + "."


def schrijf_uit(inhoud: bytes, uitvoer: Path | None) -> None:
    """Put bytes in the file (whole or not at all) or on standard output."""
    if uitvoer is not None:
        doel = uitvoer.resolve()
        if not doel.parent.is_dir():
            raise click.UsageError(f"-o: de map “{uitvoer.parent}” bestaat niet.")
        if doel.exists() and not doel.is_file():
            doel.write_bytes(inhoud)
        else:
            schrijf_atomisch(doel, inhoud)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(inhoud if inhoud.endswith(b"\n") else inhoud + b"\n")
    sys.stdout.buffer.flush()


class Voortgang:
    """Progress on standard error for work that takes longer than a second; silent before that."""

    def __init__(self, geduld: float = 1.0) -> None:
        self._begin = time.monotonic()
        self._geduld = geduld

    def __call__(self, wat: str) -> None:
        """Say what is being done now, if it has been taking long."""
        verstreken = time.monotonic() - self._begin
        if verstreken >= self._geduld:
            click.echo(f"… {wat} ({verstreken:.0f} s)", err=True)
