"""``amend ontleed``: what a decision, or a sentence, does."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from amend.cli.basis import Opdracht, json_optie, schrijf_uit, uitvoer_optie
from amend.cli.omschrijf import handeling, omschrijf
from amend.cli.toon import toon_meldingen
from amend.model.address import Plaats
from amend.parse.zin import Ontleding, ontleed_zin
from amend.write.json_form import als_json as vorm
from amend.write.json_form import regel


@click.command(cls=Opdracht)
@click.argument(
    "bestand", required=False, type=click.Path(exists=True, allow_dash=True, dir_okay=False, path_type=Path)
)
@click.option("--zin", metavar="ZIN", help="Ontleed deze zin; “-” leest zinnen van standaardinvoer, één per regel.")
@click.option("--context", metavar="ADRES", help="Het adres dat de zin erft, bijvoorbeeld 'artikel 8'.")
@json_optie
@uitvoer_optie
def ontleed(bestand: Path | None, zin: str | None, context: str | None, als_json: bool, uitvoer: Path | None) -> int:
    """Ontleedt een besluit (BESTAND, of “-” voor standaardinvoer) of een losse zin tot handelingen.

    BESTAND is tekst, docx, HTML, pdf, XML van een officiële publicatie of een STOP-besluit.
    """
    if (bestand is None) == (zin is None) or (zin is not None and not zin.strip()):
        raise click.UsageError("Geef één BESTAND, of een zin met --zin.")
    if bestand is not None:
        from amend.cli.ontleed_bestand import ontleed_bestand  # reads every kind of file; a sentence needs none

        return ontleed_bestand(bestand, als_json, uitvoer)
    return _zinnen(zin or "", _context(context), als_json, uitvoer)


def _context(context: str | None) -> Plaats:
    try:
        return Plaats.lees(context or "")
    except ValueError as fout:
        raise click.UsageError(
            f"--context: “{context}” is geen adres; schrijf bijvoorbeeld 'artikel 8/lid 2'."
        ) from fout


def _zinnen(zin: str, context: Plaats, als_json: bool, uitvoer: Path | None) -> int:
    van_invoer = zin == "-"
    zinnen = [zin]
    if van_invoer:
        from amend.pipeline import open_bytes

        invoer, meldingen = open_bytes(sys.stdin.buffer.read())
        if invoer is None:
            toon_meldingen(m.bij(bestand="standaardinvoer") for m in meldingen)
            return 1
        zinnen = invoer.tekst.split("\n")
    uit: list[bytes] = []
    status = 0
    for nummer, tekst in enumerate(zinnen, 1):
        if not tekst.strip():
            continue
        ontleding = ontleed_zin(tekst, context)
        status |= any(m.ernst == "fout" for m in ontleding.meldingen)
        uit.extend(_zin_uit(ontleding, nummer if van_invoer else None, tekst, als_json))
    schrijf_uit(b"\n".join(uit), uitvoer)
    return status


def _zin_uit(ontleding: Ontleding, nummer: int | None, tekst: str, als_json: bool) -> list[bytes]:
    if als_json and ontleding.operaties:
        return [regel(iets, zin=nummer) for iets in (*ontleding.operaties, *ontleding.meldingen)]
    if als_json:
        rij = {"zin": nummer or 1, "meldingen": [vorm(melding) for melding in ontleding.meldingen]}
        return [msgspec.json.encode(rij)]
    toon_meldingen((m.bij(bestand="zin") for m in ontleding.meldingen), {"zin": tekst})
    return [
        f"{nummer or ''} {handeling(vorm(op))}: {omschrijf(vorm(op))}".strip().encode() for op in ontleding.operaties
    ]
