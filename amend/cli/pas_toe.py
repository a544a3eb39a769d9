"""``amend pas-toe``: one decision on one regulation, outside the store: file in, file out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from amend import pipeline
from amend.cli.basis import Opdracht, Voortgang, formaat_optie, opsomming, schrijf_uit, uitvoer_optie
from amend.cli.toon import toon_meldingen
from amend.model.melding import Melding
from amend.model.operations import Kader
from amend.model.stap import StapStatus, StapVerslag
from amend.read import codes
from amend.read.lezers import HEEFT_EIGEN_ID

_DEELS: Final = frozenset({codes.OPDRACHT_IN_AANHEF.code, codes.NA_ONDERTEKENING.code})
"""Errors about text that was not read as an instruction: the rest can be executed with --gedeeltelijk."""


@click.command("pas-toe", cls=Opdracht)
@click.argument("regeling", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("besluit", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@formaat_optie("cvdr", "tekst", "html")
@click.option("--gedeeltelijk", is_flag=True, help="Doe wat kan; de uitvoer wordt als onvolledig gemerkt (status 1).")
@uitvoer_optie
def pas_toe(regeling: Path, besluit: Path, formaat: str, gedeeltelijk: bool, uitvoer: Path | None) -> int:
    """Past BESLUIT één keer toe op REGELING en geeft de nieuwe regeling; data spelen hier geen rol.

    REGELING is tekst, docx, HTML, pdf, CVDR, een BWB-toestand, STOP of Akoma Ntoso; BESLUIT tekst, docx, HTML, pdf, XML
    van een officiële publicatie of een STOP-besluit (dat werkt op een regeling uit STOP).
    """
    voortgang = Voortgang()
    voortgang(f"{regeling} lezen")
    basis_bestand, meldingen = pipeline.open_bestand(regeling)
    besluit_bestand, bij_openen = pipeline.open_bestand(besluit)
    meldingen = (*_in(meldingen, regeling), *_in(bij_openen, besluit))
    if basis_bestand is None or besluit_bestand is None:
        return _stop(meldingen)
    eigen_id = "" if basis_bestand.soort in HEEFT_EIGEN_ID else regeling.stem
    basis, bij_basis = pipeline.lees_regeling(basis_bestand, eigen_id)
    gelezen, bij_besluit = pipeline.lees_besluit(besluit_bestand, besluit.stem)
    meldingen = (*meldingen, *_in(bij_basis, regeling), *_in(bij_besluit, besluit))
    bronnen = {str(regeling): basis_bestand.tekst, str(besluit): besluit_bestand.tekst}
    fouten = tuple(m for m in meldingen if m.ernst == "fout")
    if basis is None or gelezen is None or any(m.code not in _DEELS or not gedeeltelijk for m in fouten):
        return _stop(meldingen, bronnen)
    voortgang(f"{besluit} ontleden en uitvoeren")
    uitkomst = pipeline.pas_toe(basis, pipeline.ontleed(gelezen), vooraf=fouten)
    eigen = [m for v in uitkomst.uitvoering.verslag for m in v.meldingen]
    toon_meldingen((*meldingen, *_in((*uitkomst.meldingen, *eigen), besluit)), bronnen)
    toon_verslag(uitkomst.uitvoering.verslag)
    if uitkomst.onvolledig and not gedeeltelijk:
        click.echo(
            "Er is geen tekst gemaakt: niet alles kon worden uitgevoerd. Met --gedeeltelijk krijgt u wat wel kon.",
            err=True,
        )
        return 1
    schrijf_uit(pipeline.schrijf(uitkomst.regeling, formaat), uitvoer)
    if uitkomst.onvolledig:
        click.echo(f"LET OP: de uitvoer is onvolledig: {opsomming(uitkomst.onvolledig)}", err=True)
    return int(bool(uitkomst.onvolledig))


def _in(meldingen: tuple[Melding, ...] | list[Melding], bestand: Path) -> tuple[Melding, ...]:
    return tuple(m.bij(bestand=str(bestand)) for m in meldingen)


def _stop(meldingen: tuple[Melding, ...], bronnen: dict[str, str] | None = None) -> int:
    toon_meldingen(meldingen, bronnen)
    return 1


def toon_verslag(verslag: tuple[StapVerslag, ...]) -> None:
    """What became of every step, one line each, on standard error."""
    for v in verslag:
        if v.stap.bewerkingen and all(isinstance(op, Kader) for op in v.stap.bewerkingen):
            continue
        reden = f" ({v.hangt_af_van})" if v.hangt_af_van else ""
        kleur = "green" if v.status in (StapStatus.UITGEVOERD, StapStatus.GEEN, StapStatus.WEGGELATEN) else "red"
        plek = v.stap.zin.plek(0, 1)
        naam = v.stap.onderdeel or (f"{v.stap.artikel} r. {plek.regel}".strip() if plek else v.stap.artikel)
        click.echo(f"onderdeel {naam:<6} {click.style(v.status.value, fg=kleur)}{reden}", err=True)
