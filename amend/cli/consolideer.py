"""``amend consolideer``: the text valid on a day, as known on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from amend import pipeline
from amend.cli.basis import DATUM, Opdracht, Voortgang, formaat_optie, schrijf_uit, uitvoer_optie, werkmap_optie
from amend.cli.pas_toe import toon_verslag
from amend.cli.toon import over_formulering, toon_meldingen
from amend.history.geschiedenis import Versie
from amend.store import Store


@click.command(cls=Opdracht, short_help="Geef de tekst die op een dag geldt.")
@click.argument("id", metavar="NAAM")
@click.option("--op", "geldig_op", type=DATUM, required=True, metavar="DATUM", help="De dag waarop de tekst geldt.")
@click.option("--bekend-op", type=DATUM, metavar="DATUM", help="Zoals op deze dag bekend was (standaard: vandaag).")
@formaat_optie("tekst", "cvdr", "html")
@click.option("--gedeeltelijk", is_flag=True, help="Geef ook een onvolledige tekst, als zodanig gemerkt (status 1).")
@click.option("--verslag", is_flag=True, help="Toon per onderdeel van elk besluit wat ermee is gebeurd.")
@uitvoer_optie
@werkmap_optie
def consolideer(
    id: str,
    geldig_op: date,
    bekend_op: date | None,
    formaat: str,
    gedeeltelijk: bool,
    verslag: bool,
    uitvoer: Path | None,
    werkmap: Path,
) -> int:
    """Geeft de tekst van regeling NAAM die geldt op een dag, zoals bekend op een (andere) dag."""
    historie, meldingen = pipeline.geschiedenis(Store(werkmap), id, Voortgang())
    if historie is None:
        toon_meldingen(meldingen)
        return 1
    versie = historie.versie(geldig_op, bekend_op or date.today())
    bij_stappen = versie.meldingen if verslag else tuple(m for m in versie.meldingen if not over_formulering(m))
    toon_meldingen((*meldingen, *bij_stappen), stil=True)
    if versie.regeling is None:
        click.echo(f"Er is geen geldende tekst. {versie.reden}", err=True)
        return 1
    if verslag:
        toon_verslag(tuple(v for _, v in versie.verslag))
    click.echo(pipeline.samenvatting(versie), err=True)
    if not versie.volledig and not gedeeltelijk:
        return _onvolledig(versie)
    schrijf_uit(pipeline.schrijf(versie.regeling, formaat, pipeline.versiekop(versie)), uitvoer)
    return 0 if versie.volledig else _merk(versie)


def _onvolledig(versie: Versie) -> int:
    click.echo(
        "Er is geen tekst gemaakt: deze versie is onvolledig. Met --gedeeltelijk krijgt u wat wel kon.", err=True
    )
    return _merk(versie)


def _merk(versie: Versie) -> int:
    redenen = versie.regeling.meta.onvolledig if versie.regeling else ()
    click.echo("LET OP: onvolledig: " + "; ".join(redenen) + ".", err=True)
    return 1
