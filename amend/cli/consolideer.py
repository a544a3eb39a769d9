"""``amend consolideer``: the text valid on a day, as known on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from amend import pipeline
from amend.cli.basis import DATUM, Opdracht, Voortgang, formaat_optie, schrijf_uit, uitvoer_optie, werkmap_optie
from amend.cli.pas_toe import toon_verslag
from amend.cli.toon import over_formulering, toon_meldingen
from amend.history.geschiedenis import Versie
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.store import Store


@click.command(cls=Opdracht, short_help="Geef de tekst die op een dag geldt.")
@click.argument("id", metavar="NAAM")
@click.option("--op", "geldig_op", type=DATUM, required=True, metavar="DATUM", help="De dag waarop de tekst geldt.")
@click.option("--bekend-op", type=DATUM, metavar="DATUM", help="Zoals op deze dag bekend was (standaard: vandaag).")
@formaat_optie("tekst", "cvdr", "html")
@click.option("--lezing", type=click.IntRange(1, 9), metavar="N", help="Geef lezing N van een onbesliste samenloop.")
@click.option("--gedeeltelijk", is_flag=True, help="Geef ook een onvolledige tekst, als zodanig gemerkt (status 1).")
@click.option("--verslag", is_flag=True, help="Toon per onderdeel van elk besluit wat ermee is gebeurd.")
@uitvoer_optie
@werkmap_optie
def consolideer(
    id: str,
    geldig_op: date,
    bekend_op: date | None,
    werkmap: Path,
    **uitvoer: Any,
) -> int:
    """Geeft de tekst van regeling NAAM die geldt op een dag, zoals bekend op een (andere) dag."""
    store, wens = Store(werkmap), _Wens(**uitvoer)
    historie, meldingen = pipeline.geschiedenis(store, id, Voortgang())
    if historie is None:
        toon_meldingen(meldingen)
        return 1
    versie = historie.versie(geldig_op, bekend_op or date.today())
    status = _geef(versie, meldingen, wens)
    if wens.verslag and versie.regeling is not None:
        for naam, som in pipeline.invoer(store, id, versie):
            click.echo(f"invoer sha256 {som} {naam}", err=True)
    return status


@dataclass(frozen=True, slots=True)
class _Wens:
    """How the user wants the text."""

    formaat: str
    lezing: int | None
    gedeeltelijk: bool
    verslag: bool
    uitvoer: Path | None


def _geef(versie: Versie, meldingen: tuple[Melding, ...], wens: _Wens) -> int:
    bij_stappen = versie.meldingen if wens.verslag else tuple(m for m in versie.meldingen if not over_formulering(m))
    toon_meldingen((*meldingen, *bij_stappen), stil=True)
    if versie.regeling is None:
        click.echo(f"Er is geen geldende tekst. {versie.reden}", err=True)
        return 1
    if wens.verslag:
        toon_verslag(tuple(v for _, v in versie.verslag))
    click.echo(pipeline.samenvatting(versie), err=True)
    regeling = versie.regeling
    if wens.lezing is not None:
        regeling = _lezing(versie, regeling, wens.lezing)
    elif not versie.volledig and not wens.gedeeltelijk:
        return _onvolledig(versie)
    schrijf_uit(pipeline.schrijf(regeling, wens.formaat, pipeline.versiekop(versie)), wens.uitvoer)
    click.echo(f"sha256 {pipeline.controlesom(regeling)}", err=True)
    return 0 if versie.volledig else _merk(versie)


def _lezing(versie: Versie, regeling: Regeling, nummer: int) -> Regeling:
    """The regulation in one reading of the last open conflict, marked as such."""
    open_ = [s for s in versie.samenloop if s.lezingen]
    if not open_ or nummer > len(open_[-1].lezingen):
        raise click.UsageError(f"--lezing: deze versie heeft geen lezing {nummer}.")
    lezing = open_[-1].lezingen[nummer - 1]
    onvolledig = (f"dit is lezing {nummer} van een onbesliste samenloop: {lezing.uitleg}", *regeling.meta.onvolledig)
    return Regeling(replace(regeling.meta, onvolledig=onvolledig), lezing.root)


def _onvolledig(versie: Versie) -> int:
    click.echo(
        "Er is geen tekst gemaakt: deze versie is onvolledig. Met --gedeeltelijk krijgt u wat wel kon.", err=True
    )
    return _merk(versie)


def _merk(versie: Versie) -> int:
    redenen = versie.regeling.meta.onvolledig if versie.regeling else ()
    click.echo("LET OP: onvolledig: " + "; ".join(redenen) + ".", err=True)
    return 1
