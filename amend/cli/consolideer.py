"""``amend consolideer``: the text valid on a day, as known on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from amend import pipeline
from amend.cli.basis import (
    DATUM,
    Opdracht,
    Voortgang,
    formaat_optie,
    opsomming,
    schrijf_uit,
    uitvoer_optie,
    werkmap_optie,
)
from amend.cli.pas_toe import toon_verslag
from amend.cli.toon import over_formulering, toon_meldingen
from amend.history.geschiedenis import Versie
from amend.history.weergave import Weergave, in_weergave, koopkop, opschrift
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.versiekop import VersieKop
from amend.store import Store


@click.command(cls=Opdracht)
@click.argument("id", metavar="NAAM")
@click.option("--op", "geldig_op", type=DATUM, required=True, metavar="DATUM", help="De dag waarop de tekst geldt.")
@click.option("--bekend-op", type=DATUM, metavar="DATUM", help="Zoals op deze dag bekend was (standaard: vandaag).")
@click.option(
    "--in-werking-op",
    type=DATUM,
    metavar="DATUM",
    help="Tel alleen mee wat op deze dag in werking was (standaard: de laatste van --op en --bekend-op).",
)
@click.option(
    "--weergave",
    type=click.Choice([w.value for w in Weergave]),
    default=Weergave.GELDEND.value,
    help="geldend (standaard), register (wat er op --op in de bank stond) of koop (wat overheid.nl voor --op toont).",
)
@formaat_optie("tekst", "cvdr", "html")
@click.option("--lezing", type=click.IntRange(1, 9), metavar="N", help="Geef lezing N van een onbesliste samenloop.")
@click.option("--gedeeltelijk", is_flag=True, help="Geef ook een onvolledige tekst, als zodanig gemerkt (status 1).")
@click.option("--verslag", is_flag=True, help="Toon per onderdeel van elk besluit wat ermee is gebeurd.")
@click.option(
    "--herkomst",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Leg in dit bestand (JSON) vast waaruit de tekst is gemaakt, met controlesommen.",
)
@uitvoer_optie
@werkmap_optie
def consolideer(
    id: str,
    geldig_op: date,
    bekend_op: date | None,
    in_werking_op: date | None,
    werkmap: Path,
    **uitvoer: Any,
) -> int:
    """Geeft de tekst van regeling NAAM die geldt op een dag, zoals bekend op een (andere) dag."""
    store, wens = Store(werkmap), _Wens(**uitvoer)
    weergave = Weergave(wens.weergave)
    if in_werking_op and weergave is not Weergave.GELDEND:
        raise click.UsageError("--in-werking-op hoort alleen bij --weergave geldend.")
    if bekend_op and weergave is Weergave.REGISTER and bekend_op != geldig_op:
        raise click.UsageError("--bekend-op hoort niet bij --weergave register: daar telt de kennis van de dag zelf.")
    historie, meldingen = pipeline.geschiedenis(store, id, Voortgang())
    if historie is None:
        toon_meldingen(meldingen)
        return 1
    kennis = geldig_op if weergave is Weergave.REGISTER else bekend_op or date.today()
    versie = in_weergave(historie, weergave, geldig_op, kennis, in_werking_op)
    kop = pipeline.versiekop(
        versie, opschrift(weergave, geldig_op, kennis, in_werking_op), koopkop(historie, geldig_op, kennis)
    )
    status = _geef(versie, kop, meldingen, wens)
    if wens.herkomst is not None and versie.regeling is not None:
        schrijf_uit(pipeline.herkomst(store, id, versie, kop), wens.herkomst)
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
    weergave: str
    herkomst: Path | None
    uitvoer: Path | None


def _geef(versie: Versie, kop: VersieKop, meldingen: tuple[Melding, ...], wens: _Wens) -> int:
    bij_stappen = versie.meldingen if wens.verslag else tuple(m for m in versie.meldingen if not over_formulering(m))
    toon_meldingen((*meldingen, *bij_stappen), stil=True)
    if versie.regeling is None:
        click.echo(f"Er is geen geldende tekst. {versie.reden}", err=True)
        return 1
    if wens.verslag:
        toon_verslag(tuple(v for _, v in versie.verslag))
    click.echo(f"{kop.weergave}.", err=True)
    click.echo(pipeline.samenvatting(versie), err=True)
    if kop.koop:
        click.echo(f"Kop op overheid.nl: {kop.koop}", err=True)
    regeling = versie.regeling
    if wens.lezing is not None:
        regeling = _lezing(versie, regeling, wens.lezing)
    elif not versie.volledig and not wens.gedeeltelijk:
        return _onvolledig(versie)
    schrijf_uit(pipeline.schrijf(regeling, wens.formaat, kop), wens.uitvoer)
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
    click.echo(f"LET OP: onvolledig: {opsomming(redenen)}", err=True)
    return 1
