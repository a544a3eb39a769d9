"""Handing in: a file or pasted text becomes a concept. Nothing is stored here."""

from __future__ import annotations

import re
import threading
from typing import Final

from flask import Blueprint, Response, abort, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as Antwoord

from amend.model.melding import Melding
from amend.opname import TE_ZWAAR, lees_bytes
from amend.read.begrensd import Begrenzing, begrensd
from amend.web.concepten import Concept, Lade, Vol
from amend.web.vraag import instellingen, kast, pagina

blad = Blueprint("invoer", __name__)

_PLAATSEN: Final = threading.BoundedSemaphore(2)
"""How many files are read at one time; the others wait, or are refused."""


def lade() -> Lade:
    """The concepts of this application."""
    uit: Lade = current_app.extensions["amend-concepten"]
    return uit


@blad.get("/toevoegen")
def formulier() -> Response:
    """The form."""
    return pagina("invoer.html", meldingen=(), tekst="", als="")


@blad.post("/toevoegen")
def lever_in() -> Antwoord:
    """Read what was handed in, in a process of its own."""
    tekst, als = request.form.get("tekst", ""), request.form.get("als", "")
    bestand = request.files.get("bestand")
    if bestand is not None and bestand.filename:
        inhoud, naam = bestand.read(), bestand.filename[-150:]
    else:
        inhoud, naam = tekst.replace("\r\n", "\n").encode(), f"{_eerste_regel(tekst)}.txt"
    if not inhoud.strip():
        return pagina(
            "invoer.html", 400, meldingen=(), fout="Kies een bestand of plak een tekst.", tekst=tekst, als=als
        )
    concept, meldingen = _lees(inhoud, naam, als if als in ("regeling", "besluit") else None)
    if concept is None:
        return pagina("invoer.html", 422, meldingen=meldingen, tekst=tekst, als=als, naam=naam)
    return redirect(url_for("concept.toon", teken=concept.teken), 303)


def _eerste_regel(tekst: str) -> str:
    """What pasted text is called when it has no title of its own."""
    return next((re.sub(r"[\\/.]", " ", regel)[:80] for regel in tekst.split("\n") if regel.strip()), "geplakte tekst")


def _lees(inhoud: bytes, naam: str, als: str | None) -> tuple[Concept | None, tuple[Melding, ...]]:
    tijd = instellingen().leestijd
    if not _PLAATSEN.acquire(timeout=tijd):
        abort(503)
    try:
        bestand, opname, meldingen = begrensd(lees_bytes, inhoud, naam, kast().store.werkmap, als, seconden=tijd)
    except Begrenzing as grens:
        wat = {"tijd": "te veel tijd", "geheugen": "te veel geheugen"}.get(grens.waarom, "te veel moeite")
        tekst = f"“{naam}” lezen kostte {wat}; het lezen is gestopt. Er is niets bewaard."
        return None, (TE_ZWAAR.melding(tekst, hulp="Splits het bestand, of plak de tekst."),)
    finally:
        _PLAATSEN.release()
    if bestand is None or opname is None:
        return None, meldingen
    vorm = bestand.vorm or bestand.soort
    try:
        concept = lade().leg(
            lambda teken: Concept(teken, naam, vorm, opname, meldingen, bron_tekst=bestand.tekst[:200_000])
        )
    except Vol:
        abort(503, "Er wachten al te veel stukken om bewaard te worden. Bewaar er eerst een, of gooi er een weg.")
    return concept, meldingen
