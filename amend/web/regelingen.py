"""The first page: the regulations of the work folder, or what to do first when there are none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as Antwoord

from amend.history.geschiedenis import Geschiedenis
from amend.store import BESTAAT_AL
from amend.voorbeelden import VOORBEELDEN, bestanden
from amend.web.vraag import kast, pagina

blad = Blueprint("regelingen", __name__)


@dataclass(frozen=True, slots=True)
class Kaart:
    """What the list says about one regulation."""

    id: str
    naam: str
    stand: str
    besluiten: int
    wacht: int
    conflicten: int
    fictief: bool
    leesbaar: bool = True


@blad.get("/")
def lijst() -> Response:
    """All regulations, with how they stand today."""
    kaarten = kast().onthoud(("kaarten", date.today()), _kaarten)
    aanwezig = {kaart.id for kaart in kaarten}
    voorbeelden = [v for v in VOORBEELDEN if v.regeling not in aanwezig]
    return pagina("regelingen.html", kaarten=kaarten, voorbeelden=voorbeelden)


@blad.post("/voorbeelden")
def neem_voorbeeld_op() -> Antwoord:
    """Put one of the examples in the work folder."""
    gekozen = next((v for v in VOORBEELDEN if v.regeling == request.form.get("voorbeeld", "")), None)
    if gekozen is None:
        abort(404)
    meldingen = kast().store.bewaar_nieuw(bestanden(gekozen))
    if meldingen and meldingen[0].code != BESTAAT_AL.code:
        return pagina("meldingen.html", 409, kop="Het voorbeeld is niet opgenomen", meldingen=meldingen)
    return redirect(url_for("regeling.overzicht", id=gekozen.regeling), 303)


def _kaarten() -> list[Kaart]:
    uit = []
    for id in kast().store.regelingen:
        historie, _ = kast().historie(id)
        uit.append(_kaart(id, historie) if historie else Kaart(id, id, "niet te lezen", 0, 0, 0, False, False))
    return uit


def _kaart(id: str, historie: Geschiedenis) -> Kaart:
    vandaag = date.today()
    versie = kast().rustig(lambda: historie.versie(vandaag, vandaag))
    if versie.regeling is None:
        stand = versie.reden
    elif versie.volledig:
        stand = "geldt vandaag"
    else:
        stand = "geldt vandaag, maar de tekst is onvolledig"
    wacht = {d.besluit for d in historie.doelen if d.jwv is None or d.jwv > vandaag}
    return Kaart(
        id,
        historie.regeling.naam or id,
        stand,
        len(historie.besluiten),
        len(wacht & {b.besluit.meta.id for b in historie.besluiten}),
        len(versie.samenloop),
        historie.regeling.meta.fictief,
    )
