"""The page of one regulation: the timeline as picture and table, decisions, conflicts, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, Response

from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.web.vlak import Vlak, vlak
from amend.web.vraag import dag, historie, kast, pagina
from amend.write.kopregels import gegevens, waarschuwingen

blad = Blueprint("regeling", __name__)


@dataclass(frozen=True, slots=True)
class Besluitrij:
    """One part of a decision in the table."""

    doel: Doel
    deel: str
    stand: str


@dataclass(frozen=True, slots=True)
class Beeld:
    """All that the page shows."""

    vlak: Vlak
    versies: tuple[Versie, ...]
    besluiten: tuple[Besluitrij, ...]


@blad.get("/regelingen/<id>/")
def overzicht(id: str) -> Response:
    """The timeline and the table of one regulation, as known on a day."""
    gezocht, bekend = historie(id), dag("bekend")
    beeld = kast().onthoud(("beeld", id, bekend, date.today()), lambda: kast().rustig(lambda: _beeld(gezocht, bekend)))
    meta = gezocht.regeling.meta
    return pagina(
        "regeling.html",
        id=id,
        naam=gezocht.regeling.naam,
        historie=gezocht,
        beeld=beeld,
        bekend=bekend,
        gegevens=gegevens(gezocht.regeling),
        let_op=waarschuwingen(gezocht.regeling, None),
        intrekkingen=[
            (i, i.gv - timedelta(days=1) if i.gv else None)
            for i in (*gezocht.intrekkingen, *gezocht.bestaande_intrekkingen)
            if i in gezocht.intrekkingen or i.betreft(meta)
        ],
    )


def _beeld(gezocht: Geschiedenis, bekend: date) -> Beeld:
    return Beeld(
        vlak(gezocht, date.today()),
        gezocht.versies(bekend),
        tuple(
            Besluitrij(doel, "" if doel.naam == "het besluit" else doel.naam, stand_van(doel, bekend))
            for doel in gezocht.doelen
            if doel.id != INSTELLING
        ),
    )


def stand_van(doel: Doel, bekend: date) -> str:
    """How a part of a decision stands on a day of knowledge."""
    if doel.jwv is None:
        return "wacht op een datum"
    if doel.bek is None or doel.bek > bekend:
        return "nog niet bekendgemaakt"
    if doel.jwv > bekend:
        return "bekendgemaakt, nog niet in werking"
    return "in werking, met terugwerkende kracht" if doel.terugwerkend else "in werking"
