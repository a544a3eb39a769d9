"""``amend ontleed``: what a decision, or a sentence, does."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click
import msgspec

from amend import pipeline
from amend.cli.basis import Opdracht, json_optie, schrijf_uit, uitvoer_optie
from amend.cli.omschrijf import omschrijf
from amend.cli.toon import tabel, toon_meldingen
from amend.model.address import Plaats
from amend.model.clausules import Clausule
from amend.model.melding import Melding
from amend.model.operations import Handeling
from amend.model.stap import OntleedBesluit, Woordsoort
from amend.parse.zin import Ontleding, ontleed_zin
from amend.read.bestand import Bestand
from amend.write.json_form import als_json as vorm
from amend.write.json_form import regel


@click.command(cls=Opdracht, short_help="Laat zien wat een besluit of een zin doet.")
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
        return _bestand(bestand, als_json, uitvoer)
    return _zinnen(zin or "", _context(context), als_json, uitvoer)


def _context(context: str | None) -> Plaats:
    try:
        return Plaats.lees(context or "")
    except ValueError as fout:
        raise click.UsageError(
            f"--context: “{context}” is geen adres; schrijf bijvoorbeeld 'artikel 8/lid 2'."
        ) from fout


# ---- sentences -------------------------------------------------------------------------------------------------------


def _zinnen(zin: str, context: Plaats, als_json: bool, uitvoer: Path | None) -> int:
    van_invoer = zin == "-"
    zinnen = [zin]
    if van_invoer:
        invoer, meldingen = pipeline.open_bytes(sys.stdin.buffer.read())
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
    return [f"{nummer or ''} {_naam(op)}: {omschrijf(vorm(op))}".strip().encode() for op in ontleding.operaties]


# ---- a decision ------------------------------------------------------------------------------------------------------


def _bestand(pad: Path, als_json: bool, uitvoer: Path | None) -> int:
    gelezen, meldingen = _open(pad)
    if gelezen is None:
        toon_meldingen(meldingen)
        return 1
    besluit, bij_lezen = pipeline.lees_besluit(gelezen, pad.stem if str(pad) != "-" else "invoer")
    meldingen = (*meldingen, *bij_lezen)
    naam = str(pad)
    if besluit is None:
        toon_meldingen((m.bij(bestand=naam) for m in meldingen), {naam: gelezen.tekst})
        return 1
    uitkomst = pipeline.ontleed(besluit)
    bij_stappen = (m.bij(stap.naam) for stap in uitkomst.stappen for m in stap.meldingen)
    meldingen = tuple(dict.fromkeys((*meldingen, *uitkomst.meldingen, *bij_stappen)))
    if als_json:
        schrijf_uit(b"\n".join(_json(uitkomst, meldingen)), uitvoer)
    else:
        schrijf_uit(_overzicht(uitkomst).encode(), uitvoer)
    toon_meldingen((m.bij(bestand=naam) for m in meldingen), {naam: gelezen.tekst})
    return int(any(m.ernst == "fout" for m in meldingen))


def _open(pad: Path) -> tuple[Bestand | None, tuple[Melding, ...]]:
    if str(pad) == "-":
        return pipeline.open_bytes(sys.stdin.buffer.read())
    return pipeline.open_bestand(pad)


def _json(uitkomst: OntleedBesluit, meldingen: tuple[Melding, ...]) -> list[bytes]:
    operaties = [op for stap in uitkomst.stappen for op in stap.bewerkingen]
    return [regel(iets) for iets in (*operaties, *uitkomst.clausules, *meldingen)]


def _overzicht(uitkomst: OntleedBesluit) -> str:
    rijen: list[tuple[str, str, str, str]] = []
    for stap in uitkomst.stappen:
        plek = stap.zin.plek(0, len(stap.zin.plat))
        waar = f"r. {plek.regel}" if plek else ""
        for op in stap.bewerkingen or (None,):
            wat = (_naam(op), omschrijf(vorm(op))) if op else ("niet begrepen", stap.zin.plat)
            rijen.append((stap.naam, waar, *wat))
    rijen.extend((c.onderdeel or "", "", _naam(c), omschrijf(vorm(c))) for c in uitkomst.clausules)
    meta = uitkomst.besluit.meta
    kop = f"{meta.titel or meta.id}{' (FICTIEF)' if meta.fictief else ''}"
    return "\n".join((kop, "", tabel(("deel", "plaats", "handeling", "wat"), rijen), "", _verantwoording(uitkomst)))


def _verantwoording(uitkomst: OntleedBesluit) -> str:
    tel: Counter[Woordsoort] = Counter(dict(uitkomst.woorden))
    totaal = sum(tel.values()) or 1
    regels = [f"Van de {totaal} woorden van het besluit:"]
    regels.extend(f"  {soort.value:<36}{tel[soort]:>7}  {100 * tel[soort] / totaal:5.1f} %" for soort in Woordsoort)
    return "\n".join(regels)


def _naam(op: Handeling | Clausule) -> str:
    return str(vorm(op)["handeling"]).replace("_", " ")
