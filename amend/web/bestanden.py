"""Comparing two files that are not in the work folder: read, shown, and forgotten."""

from __future__ import annotations

from flask import Blueprint, Response, request

from amend import pipeline
from amend.compare.vergelijk import vergelijk
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.read.begrensd import Begrenzing, begrensd
from amend.web.namen import besluitnamen
from amend.web.vergelijken import Verslag, filter_uit_adres, verslag_van
from amend.web.vraag import instellingen, pagina

blad = Blueprint("bestanden", __name__)

_Gelezen = tuple[Regeling | None, tuple[Melding, ...]]


@blad.get("/vergelijk-bestanden")
def formulier() -> Response:
    """The form."""
    return pagina("vergelijk_bestanden.html", meldingen=(), fout="")


@blad.post("/vergelijk-bestanden")
def toon() -> Response:
    """The report on both files."""
    bestanden = [request.files.get(naam) for naam in ("oud", "nieuw")]
    if any(b is None or not b.filename for b in bestanden):
        return pagina("vergelijk_bestanden.html", 400, meldingen=(), fout="Kies twee bestanden.")
    namen = [(b.filename or "")[-80:] for b in bestanden if b is not None]
    inhoud = [b.read() for b in bestanden if b is not None]
    try:
        verslag, meldingen = begrensd(_vergelijk, inhoud, namen, seconden=instellingen().leestijd)
    except Begrenzing:
        fout = "De bestanden lezen en vergelijken duurde te lang. Probeer kleinere bestanden."
        return pagina("vergelijk_bestanden.html", 422, meldingen=(), fout=fout)
    if verslag is None:
        return pagina("vergelijk_bestanden.html", 422, meldingen=meldingen, fout="")
    return pagina(
        "vergelijk_bestanden_verslag.html",
        verslag=verslag,
        rijen=verslag.rijen,
        keuze=filter_uit_adres(),
        titels=besluitnamen(),
        meldingen=meldingen,
    )


def _vergelijk(inhoud: list[bytes], namen: list[str]) -> tuple[Verslag | None, tuple[Melding, ...]]:
    oud, nieuw = (_lees(bytes_, naam) for bytes_, naam in zip(inhoud, namen, strict=True))
    meldingen = (*oud[1], *nieuw[1])
    if oud[0] is None or nieuw[0] is None:
        return None, meldingen
    return verslag_van(vergelijk(oud[0], nieuw[0], van=namen[0], tot=namen[1])), meldingen


def _lees(inhoud: bytes, naam: str) -> _Gelezen:
    bestand, meldingen = pipeline.open_bytes(inhoud)
    if bestand is None:
        return None, tuple(m.bij(bestand=naam) for m in meldingen)
    regeling, bij_lezen = pipeline.lees_regeling(bestand, "")
    ernstig = [m for m in (*meldingen, *bij_lezen) if m.ernst == "fout" or regeling is None]
    return regeling, tuple(m.bij(bestand=naam) for m in ernstig)
