"""``amend controleer``: what is wrong or doubtful in a decision or a regulation; nothing is made or changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import msgspec

from amend import pipeline
from amend.apply.treffers import Treffer
from amend.cli.basis import Opdracht, json_optie, schrijf_uit, uitvoer_optie
from amend.cli.omschrijf import omschrijf
from amend.cli.toon import tabel, toon_meldingen
from amend.model.melding import Melding
from amend.model.operations import Kader
from amend.model.regeling import Regeling
from amend.model.stap import OntleedBesluit, Stap
from amend.read.bestand import Bestand
from amend.write.json_form import als_json as vorm

_BESLUIT = ("besluit_xml", "besluit_tekst")
_TREFFERS = 40


@click.command(cls=Opdracht)
@click.argument("bestanden", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--regeling",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Proef de besluiten op deze regeling: wat kan worden uitgevoerd, en wat raakt “telkens”?",
)
@json_optie
@uitvoer_optie
def controleer(bestanden: tuple[Path, ...], regeling: Path | None, als_json: bool, uitvoer: Path | None) -> int:
    """Zegt per onderdeel van een besluit wat het doet en of dat kan, en van een regeling wat niet klopt."""
    basis, meldingen = _basis(regeling)
    if regeling is not None and basis is None:
        toon_meldingen(meldingen)
        return 1
    keuringen = [_keur(pad, basis) for pad in bestanden]
    if als_json:
        schrijf_uit(b"\n".join(msgspec.json.encode(k) for k, _, _ in keuringen), uitvoer)
    else:
        schrijf_uit("\n\n".join(_tekst(k) for k, _, _ in keuringen).encode(), uitvoer)
    bronnen = {str(pad): tekst for pad, (_, _, tekst) in zip(bestanden, keuringen, strict=True)}
    alles = [m for _, bevonden, _ in keuringen for m in bevonden]
    toon_meldingen((*meldingen, *alles), bronnen)
    return int(any(m.ernst == "fout" for m in alles))


Keuring = tuple[dict[str, Any], tuple[Melding, ...], str]
"""What is printed, the findings, and the text of the file."""


def _basis(pad: Path | None) -> tuple[Regeling | None, tuple[Melding, ...]]:
    if pad is None:
        return None, ()
    bestand, meldingen = pipeline.open_bestand(pad)
    gelezen = pipeline.lees_regeling(bestand, pad.stem) if bestand is not None else (None, ())
    return gelezen[0], _in((*meldingen, *(m for m in gelezen[1] if m.blokkeert)), pad)


def _keur(pad: Path, basis: Regeling | None) -> Keuring:
    bestand, meldingen = pipeline.open_bestand(pad)
    if bestand is None:
        bevonden = _in(meldingen, pad)
        return _blad(pad, "onleesbaar", bevonden), bevonden, ""
    gekeurd, bij = _besluit(bestand, pad, basis) if bestand.soort in _BESLUIT else _regeling(bestand, pad)
    bevonden = _in(dict.fromkeys((*meldingen, *bij)), pad)
    return {**_blad(pad, gekeurd.pop("soort"), bevonden), **gekeurd}, bevonden, bestand.tekst


def _blad(pad: Path, soort: str, meldingen: Iterable[Melding]) -> dict[str, Any]:
    return {"bestand": str(pad), "soort": soort, "meldingen": [vorm(m) for m in meldingen]}


def _in(meldingen: Iterable[Melding], pad: Path) -> tuple[Melding, ...]:
    return tuple(m.bij(bestand=str(pad)) for m in meldingen)


def _regeling(bestand: Bestand, pad: Path) -> tuple[dict[str, Any], tuple[Melding, ...]]:
    regeling, meldingen = pipeline.lees_regeling(bestand, pad.stem)
    if regeling is None:
        return {"soort": "onleesbaar"}, meldingen
    return {"soort": "regeling", "titel": regeling.naam}, (*meldingen, *pipeline.keur_regeling(regeling))


def _besluit(bestand: Bestand, pad: Path, basis: Regeling | None) -> tuple[dict[str, Any], tuple[Melding, ...]]:
    besluit, meldingen = pipeline.lees_besluit(bestand, pad.stem)
    if besluit is None:
        return {"soort": "onleesbaar"}, meldingen
    ontleed = pipeline.ontleed(besluit)
    statussen, bij, raak = _proef(ontleed, basis)
    gekeurd = {
        "soort": "besluit",
        "titel": besluit.meta.titel,
        "onderdelen": [_onderdeel(stap, statussen.get(_sleutel(stap)), raak) for stap in _eigenlijk(ontleed.stappen)],
    }
    eigen = tuple(m.bij(stap.naam) for stap in ontleed.stappen for m in stap.meldingen)
    return gekeurd, (*meldingen, *ontleed.meldingen, *(bij or eigen), *pipeline.keur_slot(ontleed))


def _eigenlijk(stappen: Iterable[Stap]) -> Iterable[Stap]:
    return (s for s in stappen if not s.bewerkingen or not all(isinstance(op, Kader) for op in s.bewerkingen))


def _sleutel(stap: Stap) -> tuple[str, str, str]:
    return stap.artikel, stap.onderdeel, stap.zin.plat


def _proef(
    ontleed: OntleedBesluit, basis: Regeling | None
) -> tuple[dict[tuple[str, str, str], str], tuple[Melding, ...], dict[Any, tuple[Treffer, ...]]]:
    """Status per step, findings and the places of "telkens" after a trial on the regulation; empty without one."""
    if basis is None:
        return {}, (), {}
    uitkomst = pipeline.pas_toe(basis, ontleed)
    verslag = uitkomst.uitvoering.verslag
    statussen = {_sleutel(v.stap): v.status.value for v in verslag}
    meldingen = (*uitkomst.meldingen, *(m for v in verslag for m in v.meldingen))
    raak = {_sleutel(stap): plaatsen for stap, plaatsen in pipeline.treffers(basis, ontleed).items()}
    return statussen, meldingen, raak


def _onderdeel(stap: Stap, status: str | None, raak: dict[Any, tuple[Treffer, ...]]) -> dict[str, Any]:
    plek = stap.zin.plek(0, len(stap.zin.plat))
    blokkeert = any(m.blokkeert for m in stap.meldingen)
    gelezen = "niet begrepen" if not stap.bewerkingen else "te beslissen of te herstellen" if blokkeert else "gelezen"
    rij: dict[str, Any] = {
        "onderdeel": stap.naam,
        "regel": plek.regel if plek else None,
        "status": status or gelezen,
        "handelingen": [vorm(op) for op in stap.bewerkingen],
    }
    if _sleutel(stap) in raak:
        rij["treffers"] = [
            {"plaats": t.plaats, "oud": t.oud, "nieuw": t.nieuw} for t in raak[_sleutel(stap)][:_TREFFERS]
        ]
    return rij


def _tekst(keuring: dict[str, Any]) -> str:
    kop = f"{keuring['bestand']}: {keuring['soort']} {keuring.get('titel', '')}".strip()
    aantal = {
        ernst: sum(m["ernst"] == ernst for m in keuring["meldingen"]) for ernst in ("fout", "vraag", "waarschuwing")
    }
    regels = [kop, "  " + ", ".join(f"{n} × {ernst}" for ernst, n in aantal.items())]
    if rijen := [_rij(deel) for deel in keuring.get("onderdelen", ())]:
        regels += ["", tabel(("deel", "plaats", "status", "wat"), rijen)]
    for deel in keuring.get("onderdelen", ()):
        if "treffers" in deel:
            regels += ["", f"onderdeel {deel['onderdeel']}: “telkens” raakt {len(deel['treffers'])} keer een tekst"]
            regels += [f"  {t['plaats']}: {t['oud'][:100]}" for t in deel["treffers"]]
    return "\n".join(regels)


def _rij(deel: dict[str, Any]) -> tuple[str, str, str, str]:
    wat = "; ".join(f"{op['handeling'].replace('_', ' ')} {omschrijf(op)}" for op in deel["handelingen"]) or "–"
    return deel["onderdeel"], f"r. {deel['regel']}" if deel["regel"] else "", deel["status"], wat
