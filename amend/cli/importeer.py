"""``amend importeer``: a file → regelingen/ or wijzigingen/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from amend import opname, pipeline
from amend.cli.basis import DATUM, Opdracht, Voortgang
from amend.cli.toon import toon_meldingen
from amend.model.melding import Melding
from amend.store import Store


@click.command(cls=Opdracht)
@click.argument(
    "bestanden",
    metavar="BESTAND...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--als", type=click.Choice(("regeling", "besluit")), help="Wat het is (standaard: herkend aan de inhoud)."
)
@click.option("--id", metavar="NAAM", help="De naam in de werkmap (standaard: uit de titel).")
@click.option("--regeling", "regelingen", multiple=True, metavar="NAAM", help="De regeling die het besluit wijzigt.")
@click.option("--bekend", type=DATUM, metavar="DATUM", help="De dag van bekendmaking.")
@click.option("--blad", metavar="KENMERK", help="De publicatie, bijvoorbeeld gmb-2023-123456.")
@click.option(
    "--opmerking",
    "opmerkingen",
    multiple=True,
    metavar="TEKST",
    help="Een opmerking die bij de tekst getoond moet worden.",
)
@click.option("--ontvangen", type=DATUM, metavar="DATUM", help="De dag waarop het register het besluit ontving.")
@click.option("--rectificeert", metavar="BESLUIT", help="Dit is de verbeterde tekst van een besluit in de werkmap.")
@click.option("--autoriteit", metavar="CODE", help="De code van het openbaar lichaam in de identiteiten (gm0505).")
@click.option("--fictief", is_flag=True, help="Merk het document als fictief.")
@click.option("--vervang", is_flag=True, help="Overschrijf wat er onder deze naam al staat.")
@click.option(
    "--werkmap",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    show_default=False,
    metavar="MAP",
    help="De map met regelingen/ en wijzigingen/ (standaard: de huidige map); een nieuwe map wordt gemaakt.",
)
def importeer(bestanden: tuple[Path, ...], als: str | None, werkmap: Path, **gegevens: Any) -> int:
    """Leest BESTAND en bewaart het in de werkmap.

    Gelezen worden tekst, docx, HTML, pdf, CVDR-XML, BWB-toestanden, STOP (regeling, levering, besluit), XML van
    officiële publicaties en Akoma Ntoso. De soort wordt aan de inhoud herkend.
    """
    over = opname.Gegevens(**gegevens)
    if over.id and len(bestanden) > 1:
        raise click.UsageError("--id kan maar bij één bestand worden gegeven.")
    nieuw = not werkmap.exists()
    if nieuw and not werkmap.resolve().parent.is_dir():
        raise click.UsageError(f"--werkmap: de map “{werkmap}” kan niet worden gemaakt: de map erboven bestaat niet.")
    voortgang, status = Voortgang(), 0
    for pad in bestanden:
        voortgang(f"{pad} lezen")
        waar, meldingen, tekst = _importeer_een(pad, als, Store(werkmap), over)
        toon_meldingen((m.bij(bestand=str(pad)) for m in meldingen), {str(pad): tekst})
        if waar is None:
            click.echo(f"{pad} is niet opgenomen; de werkmap is niet gewijzigd.", err=True)
            status = 1
        else:
            click.echo(f"{pad} → {waar}")
    if nieuw and werkmap.exists():
        click.echo(f"De werkmap “{werkmap}” is gemaakt.", err=True)
    return status


def _importeer_een(
    pad: Path, als: str | None, store: Store, over: opname.Gegevens
) -> tuple[str | None, tuple[Melding, ...], str]:
    """Where it went (None: nowhere), findings, and the source text for carets."""
    bestand, meldingen = pipeline.open_bestand(pad)
    if bestand is None:
        return None, meldingen, ""
    gelezen, bij_lezen = opname.lees(bestand, pad.name, store, over, als)
    waar, bij_bewaren = opname.bewaar(store, gelezen, vervang=over.vervang) if gelezen else (None, ())
    over_dag = opname.over_bekendmaking(gelezen) if gelezen and waar else ()
    return waar, (*meldingen, *bij_lezen, *over_dag, *bij_bewaren), bestand.tekst
