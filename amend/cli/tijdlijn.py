"""``amend tijdlijn``: versions, their days, the decisions, withdrawals and what is pending."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
import msgspec

from amend import pipeline
from amend.cli.basis import DATUM, Opdracht, Voortgang, json_optie, schrijf_uit, uitvoer_optie, werkmap_optie
from amend.cli.toon import tabel, toon_meldingen
from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.history.slot import Intrekking
from amend.history.verleden import veranderd_verleden
from amend.model.melding import Melding
from amend.store import Store
from amend.write.json_form import als_json as melding_json


@click.command(cls=Opdracht, short_help="Toon de versies van een regeling en waar zij vandaan komen.")
@click.argument("id", metavar="NAAM")
@click.option("--bekend-op", type=DATUM, metavar="DATUM", help="Zoals op deze dag bekend was (standaard: vandaag).")
@click.option("--sinds", type=DATUM, metavar="DATUM", help="Toon wat er sinds deze dag over het verleden is veranderd.")
@click.option(
    "--tot", type=DATUM, metavar="DATUM", help="Met --sinds: tot deze dag (standaard: --bekend-op of vandaag)."
)
@click.option(
    "--stel", multiple=True, metavar="BESLUIT.bekend=DATUM", help="Reken met een andere dag van bekendmaking."
)
@json_optie
@uitvoer_optie
@werkmap_optie
def tijdlijn(
    id: str, bekend_op: date | None, stel: tuple[str, ...], werkmap: Path, sinds: date | None, **overig: Any
) -> int:
    """Toont van regeling NAAM de versies met hun dagen, de besluiten, de intrekkingen en wat nog wacht."""
    aannames = dict(_aanname(tekst) for tekst in stel)
    store = Store(werkmap)
    for besluit in aannames.keys() - set(store.besluiten):
        raise click.UsageError(f"--stel: er is geen besluit “{besluit}” in de werkmap.")
    historie, meldingen = pipeline.geschiedenis(store, id, Voortgang(), aannames)
    if historie is None:
        toon_meldingen(meldingen)
        return 1
    kennis = bekend_op or date.today()
    if sinds is not None:
        return _verleden(historie, sinds, overig["tot"] or kennis, meldingen, overig["als_json"], overig["uitvoer"])
    if aannames:
        click.echo(f"AANNAME: {', '.join(stel)}. Er wordt niets bewaard.\n")
    return _overzicht(historie, kennis, meldingen, overig["als_json"], overig["uitvoer"])


def _aanname(tekst: str) -> tuple[str, date]:
    """ "besluit.bekend=2024-01-01" → id and day."""
    treffer = re.fullmatch(r"(?P<besluit>[a-z0-9-]+)\.bekend=(?P<dag>.+)", tekst)
    if treffer is None:
        raise click.UsageError(f"--stel: “{tekst}” moet zijn als besluit.bekend=2024-01-31.")
    return treffer["besluit"], DATUM.convert(treffer["dag"], None, None)


def _verleden(
    historie: Geschiedenis, sinds: date, tot: date, meldingen: tuple[Melding, ...], als_json: bool, uitvoer: Path | None
) -> int:
    verschillen = veranderd_verleden(historie, sinds, tot)
    if als_json:
        rijen = [{"soort": "verschil", **asdict(verschil)} for verschil in verschillen]
        schrijf_uit(b"\n".join(msgspec.json.encode(rij) for rij in rijen), uitvoer)
    else:
        kop = f"{historie.regeling.naam}\nWat bekend werd na {sinds:%d-%m-%Y}, tot en met {tot:%d-%m-%Y}\n"
        tabelrijen = [
            (_dag(v.van), _dag(v.tot_en_met, "nader bericht"), ", ".join(v.oorzaak), ", ".join(v.elementen))
            for v in verschillen
        ]
        tekst = (
            tabel(("van", "t/m", "door", "anders"), tabelrijen)
            if tabelrijen
            else "Geen enkele dag heeft een andere tekst."
        )
        schrijf_uit(f"{kop}\n{tekst}\n".encode(), uitvoer)
    toon_meldingen(meldingen)
    return 0


def _overzicht(
    historie: Geschiedenis, kennis: date, meldingen: tuple[Melding, ...], als_json: bool, uitvoer: Path | None
) -> int:
    versies = historie.versies(kennis)
    meldingen = (*meldingen, *dict.fromkeys(m for versie in versies for m in versie.meldingen if m.blokkeert))
    if als_json:
        regels = _json(historie, versies, kennis) + [melding_json(m) for m in meldingen]
        schrijf_uit(b"\n".join(msgspec.json.encode(rij) for rij in regels), uitvoer)
    else:
        schrijf_uit(_tekst(historie, versies, kennis).encode(), uitvoer)
    toon_meldingen(meldingen)
    return int(any(not versie.volledig for versie in versies) or any(m.ernst == "fout" for m in meldingen))


def _tekst(historie: Geschiedenis, versies: Sequence[Versie], kennis: date) -> str:
    delen = [f"{historie.regeling.naam}", f"Zoals bekend op {kennis:%d-%m-%Y}.", "", "Versies (geldigheid)"]
    delen.append(tabel(("van", "t/m", "toestand", "door"), [_versie_rij(versie) for versie in versies]))
    delen += ["", "Besluiten", tabel(_KOLOMMEN, [_doel_rij(doel, kennis) for doel in _op_volgorde(historie)])]
    if historie.intrekkingen or historie.bestaande_intrekkingen:
        rijen = [_intrekking_rij(i) for i in (*historie.intrekkingen, *_eigen(historie))]
        delen += ["", "Intrekkingen", tabel(("per", "gold t/m", "door", "regeling"), rijen)]
    conflicten = [(versie, s) for versie in versies for s in versie.samenloop]
    if conflicten:
        rijen = [
            (_dag(v.van), _dag(v.tot_en_met, "nader bericht"), s.melding.code, s.melding.tekst) for v, s in conflicten
        ]
        delen += ["", "Samenloop", tabel(("van", "t/m", "melding", "wat"), rijen)]
    delen += [f"\nOpmerking: {opmerking}" for opmerking in historie.regeling.meta.opmerkingen]
    return "\n".join(delen)


_KOLOMMEN = ("bekend", "in werking", "geldig vanaf", "stand", "besluit")


def _op_volgorde(historie: Geschiedenis) -> list[Doel]:
    return sorted(historie.doelen, key=lambda doel: doel.volgorde)


def _eigen(historie: Geschiedenis) -> list[Intrekking]:
    return [i for i in historie.bestaande_intrekkingen if i.betreft(historie.regeling.meta)]


def _versie_rij(versie: Versie) -> tuple[str, ...]:
    door = [f"{doel.besluit}{_deel(doel)}" for doel in versie.doelen if doel.id != INSTELLING]
    stand = "volledig" if versie.volledig else "ONVOLLEDIG"
    return (_dag(versie.van), _dag(versie.tot_en_met, "nader bericht"), stand, " + ".join(door) or "de regeling zelf")


def _deel(doel: Doel) -> str:
    return "" if doel.naam in ("het besluit", "de regeling zelf") else f" ({doel.naam})"


def _doel_rij(doel: Doel, kennis: date) -> tuple[str, ...]:
    if doel.jwv is None:
        stand = "wacht op datum"
    elif doel.bek is None or doel.bek > kennis:
        stand = "nog niet bekend"
    elif doel.jwv > kennis:
        stand = "toekomstig"
    else:
        stand = "terugwerkend" if doel.terugwerkend else "in werking"
    return (_dag(doel.bek), _dag(doel.jwv), _dag(doel.gv), stand, f"{doel.besluit}{_deel(doel)}")


def _intrekking_rij(intrekking: Intrekking) -> tuple[str, ...]:
    laatste = intrekking.gv - timedelta(days=1) if intrekking.gv else None
    return (_dag(intrekking.jwv), _dag(laatste), intrekking.door, intrekking.regeling)


def _dag(dag: date | None, anders: str = "onbekend") -> str:
    return f"{dag:%d-%m-%Y}" if dag else anders


def _json(historie: Geschiedenis, versies: Sequence[Versie], kennis: date) -> list[dict[str, Any]]:
    uit: list[dict[str, Any]] = [
        {
            "soort": "versie",
            "van": versie.van,
            "tot_en_met": versie.tot_en_met,
            "bekend_op": kennis,
            "volledig": versie.volledig,
            "doelen": [doel.id for doel in versie.doelen],
        }
        for versie in versies
    ]
    uit += [
        {
            "soort": "doel",
            "id": doel.id,
            "besluit": doel.besluit,
            "deel": doel.naam,
            "bekend": doel.bek,
            "in_werking": doel.jwv,
            "geldig_vanaf": doel.gv,
            "terugwerkend": doel.terugwerkend,
        }
        for doel in _op_volgorde(historie)
    ]
    uit += [
        {"soort": "intrekking", "regeling": i.regeling, "door": i.door, "in_werking": i.jwv, "geldig_vanaf": i.gv}
        for i in historie.intrekkingen
    ]
    return uit
