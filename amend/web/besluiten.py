"""The decisions in the work folder: the list, one decision beside its effect, and settling its questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as Antwoord

from amend import pipeline
from amend.model.besluit import Besluit
from amend.model.melding import Melding
from amend.model.stap import Keuze, OntleedBesluit
from amend.store import Store
from amend.web.besluitbeeld import Beeld, beeld
from amend.web.gevolg import Gevolg, gevolg
from amend.web.namen import regelingnamen
from amend.web.veilig import als_bestand
from amend.web.vergelijken import Verslag, verslag_van
from amend.web.vraag import FouteInvoer, besluit_of_404, dag_uit, kast, pagina

blad = Blueprint("besluiten", __name__)

_LANG = 2000


@dataclass(frozen=True, slots=True)
class Tweeluik:
    """A decision on the left, its effect on the right."""

    beeld: Beeld
    gevolg: Gevolg | None
    verslag: Verslag | None


def tweeluik(ontleed: OntleedBesluit, regeling: str, keuzes: tuple[Keuze, ...]) -> Tweeluik:
    """Both sides for one regulation; without a readable regulation the left side only."""
    historie = kast().historie(regeling)[0] if regeling in kast().store.regelingen else None
    gevonden = kast().rustig(lambda: gevolg(historie, ontleed, keuzes)) if historie else None
    verslag = verslag_van(gevonden.vergelijking) if gevonden and gevonden.vergelijking else None
    links = beeld(ontleed, gevonden, keuzes, verslag.rijen if verslag else ())
    return Tweeluik(links, gevonden, verslag)


@blad.get("/besluiten/")
def lijst() -> Response:
    """All decisions."""
    return pagina("besluiten.html", rijen=kast().onthoud("besluiten", _rijen), regelingen=regelingnamen())


def _rijen() -> list[tuple[str, object | None]]:
    return [(id, b.meta if (b := kast().store.besluit(id)[0]) else None) for id in kast().store.besluiten]


@blad.get("/besluiten/<id>/")
def toon(id: str) -> Response:
    """One decision beside its effect on a regulation."""
    return _pagina(besluit_of_404(id))


def _pagina(id: str, status: int = 200, meldingen: tuple[Melding, ...] = (), fout: str = "") -> Response:
    besluit, bij_lezen = kast().store.besluit(id)
    keuzes, bij_keuzes = kast().store.keuzes(id)
    if besluit is None:
        return pagina("meldingen.html", 409, kop="Dit besluit is niet te lezen", meldingen=bij_lezen)
    regelingen = besluit.meta.regelingen
    regeling = request.args.get("regeling", "") or (regelingen[0] if regelingen else "")
    if regeling and regeling not in regelingen:
        abort(404)
    ontleed = kast().onthoud(("ontleed", id), lambda: pipeline.ontleed(besluit))
    luik = kast().onthoud(("tweeluik", id, regeling), lambda: tweeluik(ontleed, regeling, keuzes))
    return pagina(
        "besluit.html",
        status,
        id=id,
        meta=besluit.meta,
        luik=luik,
        regeling=regeling,
        regelingen=regelingnamen(),
        meldingen=(*meldingen, *bij_lezen, *bij_keuzes),
        fout=fout,
        keuzes=keuzes,
        stempel=kast().store.stempel_keuzes(id),
        stempel_besluit=kast().store.stempel_besluit(id),
        bron=kast().store.bron(id),
        actie=url_for("besluiten.kies", id=id, regeling=regeling),
        concept=None,
    )


@blad.post("/besluiten/<id>/keuze")
def kies(id: str) -> Antwoord:
    """Record an answer in keuzes.toml, or take one away."""
    besluit_of_404(id)
    gezien = request.form.get("stempel", "")
    try:
        if request.form.get("doe") == "weg":
            onderdeel, code = request.form.get("onderdeel", ""), request.form.get("code", "")
            bezwaar = kast().store.verwijder_keuze(id, onderdeel, code, gezien)
        else:
            bezwaar = kast().store.bewaar_keuze(id, keuze_uit_formulier(), gezien)
    except FouteInvoer as fout:
        return _pagina(id, 400, fout=str(fout))
    if bezwaar:
        return _pagina(id, 409, bezwaar)
    regeling = request.args.get("regeling") or None
    return redirect(url_for("besluiten.toon", id=id, regeling=regeling, _anchor=request.form.get("terug", "")), 303)


@blad.post("/besluiten/<id>/gegevens")
def vul_aan(id: str) -> Antwoord:
    """Fill in what was not known when the decision was stored; what is known is not changed here."""
    besluit_of_404(id)
    try:
        bekend = dag_uit(request.form.get("bekend", ""))
    except FouteInvoer as fout:
        return _pagina(id, 400, fout=str(fout))
    blad_, kenmerk = (" ".join(request.form.get(veld, "").split())[:300] or None for veld in ("blad", "kenmerk"))
    gekozen = tuple(r for r in dict.fromkeys(request.form.getlist("regeling")) if r in kast().store.regelingen)

    def bewerk(besluit: Besluit) -> Besluit:
        m = besluit.meta
        return replace(
            besluit,
            meta=replace(
                m,
                bekend=m.bekend or bekend,
                blad=m.blad or blad_,
                kenmerk=m.kenmerk or kenmerk,
                regelingen=m.regelingen or gekozen,
            ),
        )

    if bezwaar := Store(kast().store.werkmap).vul_besluit_aan(id, request.form.get("stempel", ""), bewerk):
        return _pagina(id, 409, bezwaar)
    return redirect(url_for("besluiten.toon", id=id), 303)


def keuze_uit_formulier() -> Keuze:
    """The answer in the form. Raises FouteInvoer when something is missing."""
    velden = {
        naam: " ".join(request.form.get(naam, "").split()) for naam in ("onderdeel", "code", "keuze", "reden", "wie")
    }
    namen = {"keuze": "een antwoord", "reden": "de reden", "wie": "uw naam"}
    mist = [uitleg for naam, uitleg in namen.items() if not velden[naam]]
    if mist:
        raise FouteInvoer(f"Vul nog in: {', '.join(mist)}. De keuze is niet bewaard.")
    if any(len(waarde) > _LANG for waarde in velden.values()):
        raise FouteInvoer(f"Een veld is langer dan {_LANG} tekens. De keuze is niet bewaard.")
    return Keuze(**velden, wanneer=date.today())


@blad.get("/besluiten/<id>/bron")
def bron(id: str) -> Antwoord:
    """The file as it was received."""
    pad = kast().store.bron(besluit_of_404(id))
    if pad is None:
        abort(404)
    return als_bestand(pad.read_bytes(), f"{id}-{pad.name}", "application/octet-stream")
