"""``amend exporteer``: a version of a regulation, or a decision on it, in an official format or a form for readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from amend import pipeline
from amend.cli.basis import DATUM, Opdracht, Voortgang, schrijf_uit, uitvoer_optie, werkmap_optie
from amend.cli.toon import over_formulering, toon_meldingen
from amend.history.geschiedenis import Geschiedenis
from amend.model.melding import Melding
from amend.store import Store
from amend.write.stop.regeling import Model

_BESLUIT = ("stop-besluit", "akn")
_ZONDER_SCHEMA = ("cvdr", "html", "docx", "tekst", "json", "opslag")


@click.command(cls=Opdracht)
@click.argument("id", metavar="NAAM")
@click.option("--op", "geldig_op", type=DATUM, metavar="DATUM", help="De dag waarop de tekst geldt.")
@click.option("--bekend-op", type=DATUM, metavar="DATUM", help="Zoals op deze dag bekend was (standaard: vandaag).")
@click.option(
    "--formaat",
    type=click.Choice(pipeline.FORMATEN),
    required=True,
    help=f"Een van: {', '.join(pipeline.FORMATEN)}.",
)
@click.option("--besluit", metavar="BESLUIT", help="Schrijf dit besluit op de regeling (stop-besluit, akn).")
@click.option(
    "--model",
    type=click.Choice(["klassiek", "compact", "vrijetekst"]),
    default="klassiek",
    help="STOP-model: klassiek (standaard), compact of vrijetekst.",
)
@click.option("--gedeeltelijk", is_flag=True, help="Geef ook een onvolledige tekst, als zodanig gemerkt (status 1).")
@click.option("--valideer", is_flag=True, help="Controleer het bestand met de officiële schema's (zie --schemas).")
@click.option(
    "--schemas",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map met de officiële XSD's en Schematron-regels.",
)
@uitvoer_optie
@werkmap_optie
def exporteer(id: str, werkmap: Path, **opties: Any) -> int:
    """Schrijft regeling NAAM, geldig op een dag en zoals bekend op een dag, of een besluit daarop, in een formaat.

    Elk bestand wordt teruggelezen en met de tekst vergeleken; bij een verschil wordt niets geschreven.
    """
    wens = _Wens(**opties)
    _controleer_wens(wens)
    historie, meldingen = pipeline.geschiedenis(Store(werkmap), id, Voortgang())
    if historie is None:
        toon_meldingen(meldingen)
        return 1
    toon_meldingen(tuple(m for m in meldingen if not over_formulering(m)), stil=True)
    if wens.formaat == "stop-besluit" or wens.besluit:
        inhoud, bij_schrijven = pipeline.exporteer_besluit(historie, wens.besluit or "", wens.formaat)
        return _lever(inhoud, bij_schrijven, wens, volledig=True)
    return _versie(historie, wens)


@dataclass(frozen=True, slots=True)
class _Wens:
    """What the user asked for."""

    formaat: str
    geldig_op: date | None
    bekend_op: date | None
    besluit: str | None
    model: Model
    gedeeltelijk: bool
    valideer: bool
    schemas: Path | None
    uitvoer: Path | None


def _controleer_wens(wens: _Wens) -> None:
    if wens.valideer and wens.schemas is None:
        raise click.UsageError("--valideer: geef met --schemas de map met de officiële schema's.")
    if wens.valideer and wens.formaat in _ZONDER_SCHEMA:
        raise click.UsageError(f"--valideer: voor {wens.formaat} bestaat geen officieel schema.")
    if wens.besluit and wens.formaat not in _BESLUIT:
        raise click.UsageError(f"--besluit: alleen bij --formaat {' of '.join(_BESLUIT)}.")
    if wens.formaat == "stop-besluit" and not wens.besluit:
        raise click.UsageError("--formaat stop-besluit: zeg met --besluit welk besluit.")
    if not wens.besluit and wens.geldig_op is None:
        raise click.UsageError("--op: zeg voor welke dag de tekst moet gelden.")


def _versie(historie: Geschiedenis, wens: _Wens) -> int:
    assert wens.geldig_op is not None  # noqa: S101 - checked with the options
    versie = historie.versie(wens.geldig_op, wens.bekend_op or date.today())
    if versie.regeling is None:
        toon_meldingen(versie.meldingen, stil=True)
        click.echo(f"Er is geen geldende tekst. {versie.reden}", err=True)
        return 1
    click.echo(pipeline.samenvatting(versie), err=True)
    if not versie.volledig and not wens.gedeeltelijk:
        toon_meldingen(versie.meldingen)
        click.echo("Er is niets geschreven: deze versie is onvolledig. Zie --gedeeltelijk.", err=True)
        return 1
    uitgave = pipeline.uitgave(versie, historie, model=wens.model)
    inhoud, meldingen = pipeline.exporteer(versie.regeling, wens.formaat, uitgave)
    return _lever(inhoud, meldingen, wens, volledig=versie.volledig)


def _lever(inhoud: bytes | None, meldingen: tuple[Melding, ...], wens: _Wens, *, volledig: bool) -> int:
    """Validate where asked, and write; nothing is written when something is wrong."""
    if inhoud is not None and wens.valideer and wens.schemas is not None:
        bij_schema = pipeline.valideer(inhoud, wens.schemas)
        meldingen = (*meldingen, *bij_schema)
        inhoud = None if any(m.blokkeert for m in bij_schema) else inhoud
    toon_meldingen(meldingen)
    if inhoud is None:
        click.echo("Er is niets geschreven.", err=True)
        return 1
    if wens.valideer:
        click.echo("Gecontroleerd met de officiële schema's: geen fouten.", err=True)
    schrijf_uit(inhoud, wens.uitvoer)
    return 0 if volledig else 1
