"""A document that was handed in: look at it, complete what is known about it, settle questions, then store it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as Antwoord

from amend import opname, pipeline
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.opname import Gegevens
from amend.store import is_naam
from amend.web.besluiten import Tweeluik, keuze_uit_formulier, tweeluik
from amend.web.concepten import Concept
from amend.web.invoer import lade
from amend.web.namen import regelingnamen
from amend.web.veilig import VELD
from amend.web.vraag import FouteInvoer, dag_uit, kast, pagina
from amend.write.html_blokken import Blokken

blad = Blueprint("concept", __name__)


def _pak(teken: str) -> Concept:
    concept = lade().pak(teken)
    if concept is None:
        abort(410)
    return concept


@blad.get("/concept/<teken>/")
def toon(teken: str) -> Response:
    """The concept: a decision beside its effect, or a regulation as it was read."""
    return _pagina(_pak(teken))


def _pagina(concept: Concept, status: int = 200, fout: str = "") -> Response:
    stuk = concept.opname
    algemeen = {
        "concept": concept,
        "gegevens": concept.gegevens,
        "fout": fout,
        "regelingen": regelingnamen(),
        "stempel": "",
        "bron": None,
        "mist": list(_mist(concept)),
    }
    if stuk.regeling is not None:
        tekst = _als_tekst(stuk.regeling)
        return pagina(
            "concept_regeling.html",
            status,
            meta=stuk.regeling.meta,
            tekst=tekst,
            meldingen=concept.meldingen,
            **algemeen,
        )
    assert stuk.besluit is not None  # noqa: S101 - one of the two is always there
    meta = stuk.besluit.meta
    regeling = request.args.get("regeling", "")
    if regeling not in meta.regelingen:
        regeling = meta.regelingen[0] if meta.regelingen else ""
    luik: Tweeluik = tweeluik(pipeline.ontleed(stuk.besluit), regeling, concept.keuzes)
    return pagina(
        "concept_besluit.html",
        status,
        id=meta.id,
        meta=meta,
        luik=luik,
        regeling=regeling,
        keuzes=concept.keuzes,
        meldingen=_eigen(concept, luik),
        actie=url_for("concept.kies", teken=concept.teken, regeling=regeling),
        **algemeen,
    )


def _eigen(concept: Concept, luik: Tweeluik) -> tuple[Melding, ...]:
    """What was found while reading the file; what is said at an instruction is not said twice."""
    elders = {m.tekst for deel in luik.beeld.delen for m in (*deel.meldingen, *(v.melding for v in deel.vragen))}
    elders |= {m.tekst for m in (*luik.beeld.los_meldingen, *(v.melding for v in luik.beeld.los))}
    return tuple(m for m in concept.meldingen if m.tekst not in elders and m.code != opname.NIET_GEKOPPELD.code)


def _als_tekst(regeling: Regeling) -> str:
    blokken = Blokken(regeling.root)
    blokken.ankers = {}
    return blokken.kinderen(regeling.root, (), 3)


def _mist(concept: Concept) -> Iterator[str]:
    """What is still needed, in words."""
    stuk = concept.opname
    if stuk.besluit is not None:
        meta = stuk.besluit.meta
        if meta.bekend is None:
            yield "de dag van bekendmaking"
        if not meta.regelingen:
            yield "de regeling die het besluit wijzigt"
    elif stuk.regeling is not None and stuk.regeling.meta.bekend is None:
        yield "de dag van bekendmaking"
    if concept.vorm == "pdf" and not concept.bevestigd:
        yield "uw bevestiging dat de tekst overeenkomt met de pdf"


@blad.post("/concept/<teken>/gegevens")
def vul_in(teken: str) -> Antwoord:
    """Take over what the person knows about the document."""
    concept = _pak(teken)
    try:
        nieuw = _bijgewerkt(concept)
    except FouteInvoer as fout:
        return _pagina(concept, 400, fout=str(fout))
    if lade().wijzig(teken, lambda c: replace(c, gegevens=nieuw.gegevens, bevestigd=nieuw.bevestigd)) is None:
        abort(410)
    return redirect(url_for("concept.toon", teken=teken), 303)


def _bijgewerkt(concept: Concept) -> Concept:
    """The concept with the fields of the form, when they came along. Raises FouteInvoer."""
    if not set(request.form) - {VELD}:
        return concept
    return replace(concept, gegevens=_gegevens(), bevestigd=request.form.get("bevestigd") == "ja")


def _gegevens() -> Gegevens:
    """The fields of the form. Raises FouteInvoer."""
    naam = request.form.get("id", "").strip()
    if naam and not is_naam(naam):
        raise FouteInvoer(f"“{naam[:60]}” kan geen naam zijn. Gebruik kleine letters, cijfers en koppeltekens.")
    gekozen = tuple(dict.fromkeys(request.form.getlist("regeling")))
    if any(id not in kast().store.regelingen for id in gekozen if id):
        raise FouteInvoer("Die regeling staat niet in de werkmap.")
    velden = {
        veld: " ".join(request.form.get(veld, "").split())[:300] or None for veld in ("blad", "kenmerk", "autoriteit")
    }
    if velden["autoriteit"] and not velden["autoriteit"].isalnum():
        raise FouteInvoer("De code van de organisatie bestaat uit letters en cijfers, bijvoorbeeld gm0505.")
    return Gegevens(
        id=naam or None,
        regelingen=tuple(filter(None, gekozen)),
        bekend=dag_uit(request.form.get("bekend", "")),
        fictief=request.form.get("fictief") == "ja",
        blad=velden["blad"],
        kenmerk=velden["kenmerk"],
        autoriteit=velden["autoriteit"],
    )


@blad.post("/concept/<teken>/keuze")
def kies(teken: str) -> Antwoord:
    """Settle a question in the concept; it is written with the decision."""
    concept = _pak(teken)
    try:
        if request.form.get("doe") == "weg":
            weg = (request.form.get("onderdeel", ""), request.form.get("code", ""))
            over = tuple(k for k in concept.keuzes if (k.onderdeel, k.code) != weg)
        else:
            keuze = keuze_uit_formulier()
            anders = (k for k in concept.keuzes if (k.onderdeel, k.code) != (keuze.onderdeel, keuze.code))
            over = (*anders, keuze)
    except FouteInvoer as fout:
        return _pagina(concept, 400, fout=str(fout))
    if lade().wijzig(teken, lambda c: replace(c, keuzes=over)) is None:
        abort(410)
    regeling = request.args.get("regeling") or None
    return redirect(url_for("concept.toon", teken=teken, regeling=regeling, _anchor=request.form.get("terug", "")), 303)


@blad.post("/concept/<teken>/bewaar")
def bewaar(teken: str) -> Antwoord:
    """Store it, at once and whole; or say why not, and keep the concept."""
    concept = lade().weg(teken)
    if concept is None:
        abort(410)
    try:
        concept = _bijgewerkt(concept)
    except FouteInvoer as fout:
        lade().terug(concept)
        return _pagina(concept, 400, fout=str(fout))
    if concept.vorm == "pdf" and not concept.bevestigd:
        lade().terug(concept)
        return _pagina(concept, 400, fout="Bevestig eerst dat de tekst overeenkomt met de pdf.")
    stuk = concept.opname
    try:
        waar, bezwaar = opname.bewaar(kast().store, stuk, keuzes=concept.keuzes)
    except BaseException:
        lade().terug(concept)
        raise
    if waar is None:
        lade().terug(concept)
        return pagina("niet_bewaard.html", 409, meldingen=bezwaar, teken=teken)
    if stuk.besluit is not None:
        return redirect(url_for("besluiten.toon", id=stuk.besluit.meta.id), 303)
    assert stuk.regeling is not None  # noqa: S101 - one of the two is always there
    return redirect(url_for("regeling.overzicht", id=stuk.regeling.meta.id), 303)


@blad.post("/concept/<teken>/weg")
def gooi_weg(teken: str) -> Antwoord:
    """Throw the concept away."""
    lade().weg(teken)
    return redirect(url_for("invoer.formulier"), 303)
