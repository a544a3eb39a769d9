"""``amend importeer``: a file → regelingen/ or wijzigingen/."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from amend import pipeline
from amend.cli.basis import DATUM, Opdracht, Voortgang, werkmap_optie
from amend.cli.toon import toon_meldingen
from amend.history.namen import is_naam_van
from amend.model.besluit import Besluit
from amend.model.identity import geef_wids, zonder_wids
from amend.model.melding import Melding, definieer
from amend.model.regeling import Regeling
from amend.read.bestand import Bestand
from amend.store import Store

NIET_GEKOPPELD = definieer(
    "W506",
    "Het besluit hoort bij geen regeling in de werkmap",
    "Een besluit werkt alleen door in een regeling waaraan het is gekoppeld: door de naam erin of met --regeling.",
)

_FICTIEF = re.compile(r"\bfictie(f|ve)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Gegevens:
    """What the user says about the document beside its text."""

    id: str | None
    regelingen: tuple[str, ...]
    bekend: date | None
    blad: str | None
    opmerkingen: tuple[str, ...]
    autoriteit: str | None
    fictief: bool
    vervang: bool


@click.command(cls=Opdracht, short_help="Neem een regeling of besluit op in de werkmap.")
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
@click.option("--autoriteit", metavar="CODE", help="De code van het openbaar lichaam in de identiteiten (gm0505).")
@click.option("--fictief", is_flag=True, help="Merk het document als fictief.")
@click.option("--vervang", is_flag=True, help="Overschrijf wat er onder deze naam al staat.")
@werkmap_optie
def importeer(bestanden: tuple[Path, ...], als: str | None, werkmap: Path, **gegevens: Any) -> int:
    """Leest BESTAND (tekst, CVDR-XML of XML van een officiële publicatie) en bewaart het in de werkmap."""
    over = _Gegevens(**gegevens)
    if over.id and len(bestanden) > 1:
        raise click.UsageError("--id kan maar bij één bestand worden gegeven.")
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
    return status


def _importeer_een(
    pad: Path, als: str | None, store: Store, over: _Gegevens
) -> tuple[str | None, tuple[Melding, ...], str]:
    """Where it went (None: nowhere), findings, and the source text for carets."""
    bestand, meldingen = pipeline.open_bestand(pad)
    if bestand is None:
        return None, meldingen, ""
    is_regeling = als == "regeling" or (als is None and bestand.soort in ("cvdr_xml", "regeling_tekst"))
    opname = _regeling if is_regeling else _besluit
    waar, bij_opname = opname(bestand, pad, store, over)
    return waar, (*meldingen, *bij_opname), bestand.tekst


def _regeling(bestand: Bestand, pad: Path, store: Store, over: _Gegevens) -> tuple[str | None, tuple[Melding, ...]]:
    regeling, meldingen = pipeline.lees_regeling(bestand, over.id or "")
    if regeling is None or _fout(meldingen):
        return None, meldingen
    regeling = _vul_regeling(regeling, pad, over)
    bezwaar = store.bewaar_regeling(regeling, vervang=over.vervang)
    return (None if bezwaar else f"regelingen/{regeling.meta.id}/"), (*meldingen, *bezwaar)


def _besluit(bestand: Bestand, pad: Path, store: Store, over: _Gegevens) -> tuple[str | None, tuple[Melding, ...]]:
    besluit, meldingen = pipeline.lees_besluit(bestand, over.id or "")
    if besluit is None or _fout(meldingen):
        return None, meldingen
    besluit = _vul_besluit(besluit, pad, store, over)
    onbekend = [id for id in besluit.meta.regelingen if id not in store.regelingen]
    if onbekend:
        return None, (*meldingen, *store.regeling(onbekend[0])[1])
    meldingen = (*meldingen, *_vooruitblik(besluit))
    besluit, bezwaar = store.bewaar_besluit(besluit, bestand.inhoud, pad.suffix or ".txt", vervang=over.vervang)
    return (None if bezwaar else f"wijzigingen/{besluit.meta.id}/"), (*meldingen, *bezwaar)


def _vooruitblik(besluit: Besluit) -> tuple[Melding, ...]:
    """What stands in the way of executing the decision, and whether it changes anything in the work folder."""
    ontleed = pipeline.ontleed(besluit)
    bij_stappen = (m.bij(stap.naam) for stap in ontleed.stappen for m in stap.meldingen)
    blokkades = tuple(m for m in dict.fromkeys((*ontleed.meldingen, *bij_stappen)) if m.blokkeert)
    if besluit.meta.regelingen:
        return blokkades
    namen = (
        ", ".join(f"“{naam}”" for naam in dict.fromkeys(s.regeling for s in ontleed.stappen) if naam) or "geen regeling"
    )
    tekst = f"Het besluit noemt {namen}; dat is geen regeling in de werkmap, zodat het nergens op wordt toegepast."
    return (*blokkades, NIET_GEKOPPELD.melding(tekst, hulp="Importeer de regeling eerst, of geef --regeling NAAM."))


def _fout(meldingen: tuple[Melding, ...]) -> bool:
    return any(m.ernst == "fout" for m in meldingen)


def _vul_regeling(regeling: Regeling, pad: Path, over: _Gegevens) -> Regeling:
    meta, root = regeling.meta, regeling.root
    if over.autoriteit:
        root = geef_wids(zonder_wids(root), f"{over.autoriteit}_1")
    return Regeling(
        root=root,
        meta=replace(
            meta,
            id=over.id or naam_uit(meta.citeertitel or meta.titel or pad.stem),
            bekend=over.bekend or meta.bekend,
            bron=over.blad or meta.bron,
            autoriteit=over.autoriteit or meta.autoriteit,
            opmerkingen=(*meta.opmerkingen, *over.opmerkingen),
            fictief=over.fictief or meta.fictief or bool(_FICTIEF.search(meta.titel)),
        ),
    )


def _vul_besluit(besluit: Besluit, pad: Path, store: Store, over: _Gegevens) -> Besluit:
    meta = besluit.meta
    return replace(
        besluit,
        meta=replace(
            meta,
            id=over.id or naam_uit(meta.citeertitel or meta.titel or pad.stem),
            regelingen=over.regelingen or meta.regelingen or _gewijzigde_regelingen(besluit, store),
            bekend=over.bekend or meta.bekend,
            blad=over.blad or meta.blad,
            opmerkingen=(*meta.opmerkingen, *over.opmerkingen),
            fictief=over.fictief or meta.fictief or bool(_FICTIEF.search(meta.titel)),
        ),
    )


def _gewijzigde_regelingen(besluit: Besluit, store: Store) -> tuple[str, ...]:
    """The regulations of the store that the decision names as what it changes."""
    namen = {stap.regeling for stap in pipeline.ontleed(besluit).stappen if stap.regeling}
    gelezen = ((id, store.regeling(id)[0]) for id in store.regelingen)
    return tuple(id for id, regeling in gelezen if regeling and any(is_naam_van(naam, regeling.meta) for naam in namen))


def naam_uit(titel: str) -> str:
    """A name for the work folder from a title: small letters, digits and hyphens, at most 60 characters."""
    kaal = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:60].strip("-") or "zonder-titel"
