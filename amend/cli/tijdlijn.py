"""``amend tijdlijn``: versions, their days, the decisions, withdrawals and what is pending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
import msgspec

from amend import pipeline
from amend.cli.basis import DATUM, Opdracht, Voortgang, json_optie, schrijf_uit, uitvoer_optie, werkmap_optie
from amend.cli.tijdlijn_vorm import als_objecten, als_tekst, dag_tekst, verschil_tekst
from amend.cli.toon import tabel, toon_meldingen
from amend.history.geschiedenis import Geschiedenis
from amend.history.verleden import veranderd_verleden
from amend.history.wat_als import WatAls, wat_als
from amend.model.melding import Melding
from amend.store import Store
from amend.write.json_form import als_json as melding_json


@dataclass(frozen=True, slots=True)
class _Vorm:
    """How the user wants the answer."""

    als_json: bool
    uitvoer: Path | None

    def geef(self, tekst: str, objecten: Iterable[Mapping[str, Any]]) -> None:
        """Write the text, or the objects one a line."""
        regels = b"\n".join(msgspec.json.encode(obj) for obj in objecten)
        schrijf_uit(regels if self.als_json else tekst.encode(), self.uitvoer)


@click.command(cls=Opdracht)
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
    tot, vorm = overig.pop("tot"), _Vorm(**overig)
    if tot is not None and sinds is None:
        raise click.UsageError("--tot hoort bij --sinds.")
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
        return _verleden(historie, sinds, tot or kennis, meldingen, vorm)
    if not aannames:
        return _overzicht(historie, kennis, meldingen, vorm)
    zonder, _ = pipeline.geschiedenis(store, id)
    verschil = wat_als(zonder, historie, kennis) if zonder is not None else None
    return _overzicht(historie, kennis, meldingen, vorm, (", ".join(stel), verschil))


def _aanname(tekst: str) -> tuple[str, date]:
    """ "besluit.bekend=2024-01-01" → id and day."""
    treffer = re.fullmatch(r"(?P<besluit>[a-z0-9-]+)\.bekend=(?P<dag>.+)", tekst)
    if treffer is None:
        raise click.UsageError(f"--stel: “{tekst}” moet zijn als besluit.bekend=2024-01-31.")
    return treffer["besluit"], DATUM.convert(treffer["dag"], None, None)


def _verleden(historie: Geschiedenis, sinds: date, tot: date, meldingen: tuple[Melding, ...], vorm: _Vorm) -> int:
    verschillen = veranderd_verleden(historie, sinds, tot)
    kop = f"{historie.regeling.naam}\nWat bekend werd na {sinds:%d-%m-%Y}, tot en met {tot:%d-%m-%Y}\n"
    rijen = [
        (dag_tekst(v.van), dag_tekst(v.tot_en_met, "nader bericht"), ", ".join(v.oorzaak), ", ".join(v.elementen))
        for v in verschillen
    ]
    tekst = tabel(("van", "t/m", "door", "anders"), rijen) if rijen else "Geen enkele dag heeft een andere tekst."
    vorm.geef(f"{kop}\n{tekst}\n", ({"soort": "verschil", **asdict(v)} for v in verschillen))
    toon_meldingen(meldingen)
    return 0


def _overzicht(
    historie: Geschiedenis,
    kennis: date,
    meldingen: tuple[Melding, ...],
    vorm: _Vorm,
    aanname: tuple[str, WatAls | None] | None = None,
) -> int:
    versies = historie.versies(kennis)
    meldingen = (*meldingen, *dict.fromkeys(m for versie in versies for m in versie.meldingen if m.blokkeert))
    objecten = [*als_objecten(historie, versies, kennis), *(melding_json(m) for m in meldingen)]
    tekst = als_tekst(historie, versies, kennis)
    if aanname is not None:
        wat, verschil = aanname
        uitleg = f"{verschil_tekst(verschil)}\n\n" if verschil else ""
        tekst = f"AANNAME: {wat}. Er wordt niets bewaard.\n\n{uitleg}{tekst}"
        objecten.insert(0, {"soort": "aanname", "stel": wat, **(asdict(verschil) if verschil else {})})
    vorm.geef(tekst, objecten)
    toon_meldingen(meldingen)
    return int(any(not versie.volledig for versie in versies) or any(m.ernst == "fout" for m in meldingen))
