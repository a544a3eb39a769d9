"""``amend vergelijk``: what changed between two versions of a regulation, or between two files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from amend import pipeline
from amend.cli.basis import (
    DATUM,
    Opdracht,
    Voortgang,
    formaat_optie,
    json_optie,
    opsomming,
    schrijf_uit,
    uitvoer_optie,
    werkmap_optie,
)
from amend.cli.toon import toon_meldingen
from amend.compare.concordantie import concordantie as nummers
from amend.compare.vergelijk import vergelijk as vergelijk_regelingen
from amend.compare.versies import vergelijk_versies
from amend.compare.verwijzingen import verouderd, verouderd_in
from amend.compare.wijziging import Vergelijking
from amend.model.kalender import datum_tekst
from amend.model.regeling import Regeling
from amend.read.lezers import HEEFT_EIGEN_ID
from amend.store import Store
from amend.write.vergelijking_csv import schrijf_csv
from amend.write.vergelijking_html import schrijf_html, schrijf_was_wordt
from amend.write.vergelijking_json import schrijf_json
from amend.write.vergelijking_lijsten import FORMATEN, concordantielijst, schrijf_lijst, verwijzingslijst
from amend.write.vergelijking_tekst import schrijf_tekst


@dataclass(frozen=True, slots=True)
class _Uitkomst:
    vergelijking: Vergelijking | None
    volledig: bool = True
    andere: tuple[Regeling, ...] = ()


@click.command("vergelijk", cls=Opdracht)
@click.argument("wat", nargs=-1, required=True, metavar="NAAM | BESTAND BESTAND")
@click.option("--van", type=DATUM, metavar="DATUM", help="De dag van de oude versie (bij een regeling in de werkmap).")
@click.option("--tot", type=DATUM, metavar="DATUM", help="De dag van de nieuwe versie (standaard: vandaag).")
@click.option(
    "--bekend-op",
    type=DATUM,
    multiple=True,
    metavar="DATUM",
    help="Zoals op deze dag bekend was; twee keer gegeven: eerst voor de oude, dan voor de nieuwe versie.",
)
@formaat_optie("tekst", "html", "was-wordt", "csv", "docx", "json")
@json_optie
@click.option("--gewicht", is_flag=True, help="Zet inhoudelijke wijzigingen voorop.")
@click.option("--concordantie", is_flag=True, help="Geef alleen de tabel van oude en nieuwe nummers.")
@click.option("--verwijzingen", is_flag=True, help="Geef alleen de verwijzingen die niet meer kloppen, met herstel.")
@click.option("--geen-kleur", is_flag=True, help="Gebruik geen kleur op het scherm.")
@uitvoer_optie
@werkmap_optie
def vergelijk(
    wat: tuple[str, ...],
    van: date | None,
    tot: date | None,
    bekend_op: tuple[date, ...],
    formaat: str,
    als_json: bool,
    gewicht: bool,
    concordantie: bool,
    verwijzingen: bool,
    geen_kleur: bool,
    uitvoer: Path | None,
    werkmap: Path,
) -> int:
    """Vergelijkt twee versies van regeling NAAM (--van, --tot), of twee bestanden.

    Wat wegging staat tussen [- en -], wat erbij kwam tussen {+ en +}. Onder elk verslag staat of alles aanvaarden de
    nieuwe tekst geeft en alles verwerpen de oude.
    """
    if len(wat) == 1:
        uitkomst = _versies(Store(werkmap), wat[0], van, tot, bekend_op)
    elif len(wat) == 2 and van is None and tot is None:
        uitkomst = _bestanden(Path(wat[0]), Path(wat[1]))
    else:
        raise click.UsageError("Geef één regeling met --van en --tot, of twee bestanden zonder data.")
    if uitkomst.vergelijking is None:
        return 1
    vorm = _vorm(formaat, als_json, uitvoer)
    status = 0 if uitkomst.volledig and uitkomst.vergelijking.controle.goed else 1
    if concordantie or verwijzingen:
        schrijf_uit(_lijst(uitkomst, vorm, concordantie=concordantie), uitvoer)
        return status
    if vorm.endswith("docx") and uitvoer is None:
        raise click.UsageError("Een docx-bestand kan niet op het scherm; geef met -o een bestandsnaam.")
    kleur = not geen_kleur and uitvoer is None and sys.stdout.isatty()
    schrijf_uit(_schrijf(uitkomst.vergelijking, vorm, gewicht=gewicht, kleur=kleur), uitvoer)
    return status


def _lijst(uitkomst: _Uitkomst, vorm: str, *, concordantie: bool) -> bytes:
    """The concordance, or the stale references in this regulation and in the others of the store."""
    if vorm not in FORMATEN:
        raise click.UsageError(f"Deze lijst kan als {', '.join(FORMATEN)}, niet als {vorm}.")
    assert uitkomst.vergelijking is not None  # noqa: S101 - the caller has checked it
    if concordantie:
        lijst = concordantielijst(nummers(uitkomst.vergelijking.samen))
    else:
        elders = (b for ander in uitkomst.andere for b in verouderd_in(ander, uitkomst.vergelijking))
        lijst = verwijzingslijst((*verouderd(uitkomst.vergelijking), *elders))
    breedte = shutil.get_terminal_size((100, 24)).columns
    return schrijf_lijst(lijst, uitkomst.vergelijking, vorm, breedte=breedte)


def _schrijf(vergelijking: Vergelijking, formaat: str, *, gewicht: bool, kleur: bool) -> bytes:
    match formaat:
        case "json":
            return schrijf_json(vergelijking, op_gewicht=gewicht)
        case "html":
            return schrijf_html(vergelijking, op_gewicht=gewicht).encode()
        case "was-wordt":
            return schrijf_was_wordt(vergelijking, op_gewicht=gewicht).encode()
        case "csv":
            return schrijf_csv(vergelijking, op_gewicht=gewicht)
        case "docx" | "was-wordt-docx":
            return _docx(vergelijking, tabel=formaat != "docx", gewicht=gewicht)
        case _:
            breedte = shutil.get_terminal_size((100, 24)).columns
            return schrijf_tekst(vergelijking, breedte=breedte, kleur=kleur, op_gewicht=gewicht).encode()


def _docx(vergelijking: Vergelijking, *, tabel: bool, gewicht: bool) -> bytes:
    try:
        from amend.write.vergelijking_docx import schrijf_docx, schrijf_was_wordt_docx
    except ModuleNotFoundError as fout:
        raise click.ClickException("Voor docx is python-docx nodig: pip install 'amend[docx]'.") from fout
    return schrijf_was_wordt_docx(vergelijking, op_gewicht=gewicht) if tabel else schrijf_docx(vergelijking)


def _vorm(formaat: str, als_json: bool, uitvoer: Path | None) -> str:
    """The kind of output; a was-wordt table follows the name of the file it goes to."""
    if als_json:
        return "json"
    achter = uitvoer.suffix.lower() if uitvoer else ""
    if formaat == "was-wordt" and achter in (".docx", ".csv"):
        return "was-wordt-docx" if achter == ".docx" else "csv"
    return formaat


# ---- two files -----------------------------------------------------------------------------------------------------


def _bestanden(oud: Path, nieuw: Path) -> _Uitkomst:
    a, b = (_lees(pad) for pad in (oud, nieuw))
    if a is None or b is None:
        return _Uitkomst(None)
    return _Uitkomst(vergelijk_regelingen(a, b, van=str(oud), tot=str(nieuw)))


def _lees(pad: Path) -> Regeling | None:
    if not pad.is_file():
        raise click.UsageError(f"Het bestand “{pad}” bestaat niet.")
    bestand, meldingen = pipeline.open_bestand(pad)
    eigen_id = bestand is not None and bestand.soort in HEEFT_EIGEN_ID
    regeling, bij_lezen = pipeline.lees_regeling(bestand, "" if eigen_id else pad.stem) if bestand else (None, ())
    toon_meldingen((m.bij(bestand=str(pad)) for m in (*meldingen, *bij_lezen)), stil=True)
    return regeling


# ---- two versions of one history -----------------------------------------------------------------------------------


def _versies(store: Store, id: str, van: date | None, tot: date | None, bekend_op: Sequence[date]) -> _Uitkomst:
    if van is None:
        raise click.UsageError("Geef met --van de dag van de oude versie, of vergelijk twee bestanden.")
    if len(bekend_op) > 2:
        raise click.UsageError("--bekend-op kan hoogstens twee keer worden gegeven.")
    historie, meldingen = pipeline.geschiedenis(store, id, Voortgang())
    toon_meldingen(meldingen, stil=True)
    if historie is None:
        return _Uitkomst(None)
    kennis = bekend_op or (date.today(),)
    oud = historie.versie(van, kennis[0])
    nieuw = historie.versie(tot or date.today(), kennis[-1])
    for versie in (oud, nieuw):
        if versie.regeling is None:
            click.echo(f"Op {datum_tekst(versie.geldig_op)} is er geen geldende tekst. {versie.reden}", err=True)
            return _Uitkomst(None)
        if not versie.volledig:
            redenen = opsomming(versie.regeling.meta.onvolledig)
            click.echo(f"LET OP: de tekst van {datum_tekst(versie.geldig_op)} is onvolledig: {redenen}", err=True)
    uit = vergelijk_versies(oud, nieuw)
    gelezen = (store.regeling(ander)[0] for ander in store.regelingen if ander != id)
    return _Uitkomst(uit, oud.volledig and nieuw.volledig, tuple(r for r in gelezen if r is not None))
