"""START HERE: the work folder → the application. One blueprint per page; nothing is kept outside the work folder."""

from __future__ import annotations

import logging
from datetime import date

from flask import Flask, Response, redirect, request, url_for
from werkzeug.exceptions import HTTPException

from amend.web import (
    besluiten,
    bestanden,
    concept,
    herkomst,
    hulp,
    invoer,
    meenemen,
    regeling,
    regelingen,
    tekst,
    vergelijken,
    zoeken,
)
from amend.web.concepten import Lade
from amend.web.instellingen import Instellingen
from amend.web.kast import Kast
from amend.web.veilig import beveilig
from amend.web.vraag import FouteInvoer, Onleesbaar, pagina
from amend.web.woorden import FILTERS, STAAT, UITLEG_STAAT

_FOUTEN = {
    400: ("Dat kan niet zo", "Er klopt iets niet in wat u invulde of in het adres van de pagina."),
    403: ("Dat mag niet", "Ga terug, laad de pagina opnieuw en probeer het nog eens."),
    404: ("Deze pagina is er niet", "Misschien is de regeling of het besluit er niet (meer), of klopt het adres niet."),
    405: ("Dat kan niet zo", "Deze pagina kan alleen worden gelezen."),
    410: ("Dit is niet meer bewaard", "Wat u had ingeleverd is niet meer bewaard. Lever het opnieuw in."),
    413: ("Dat is te groot", "Het bestand of de tekst is te groot."),
    421: ("Onbekend adres", "Deze toepassing is alleen te bereiken op het adres dat bij het starten is genoemd."),
    500: ("Er ging iets mis", "Dat ligt aan dit programma, niet aan u. Er is niets bewaard."),
    503: ("Het is nu te druk", "Wacht even en probeer het opnieuw. Er is niets bewaard."),
}


def maak_app(instellingen: Instellingen) -> Flask:
    """The application over one work folder."""
    app = Flask("amend.web")
    app.config.update(
        MAX_CONTENT_LENGTH=instellingen.max_bestand,
        MAX_FORM_MEMORY_SIZE=min(instellingen.max_bestand, 10 * 1024 * 1024),
        MAX_FORM_PARTS=60,
    )
    app.extensions["amend"] = Kast(instellingen.werkmap)
    app.extensions["amend-instellingen"] = instellingen
    app.extensions["amend-concepten"] = Lade(instellingen.max_concepten)
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        STAAT=STAAT, UITLEG_STAAT=UITLEG_STAAT, vandaag=date.today, maximum=instellingen.max_bestand // (1024 * 1024)
    )
    beveilig(app, instellingen)
    for module in (
        *(regelingen, regeling, tekst, herkomst, zoeken, vergelijken),
        *(bestanden, meenemen, invoer, concept, besluiten, hulp),
    ):
        app.register_blueprint(module.blad)
    app.add_url_rule("/favicon.ico", "favicon", lambda: redirect(url_for("static", filename="amend.svg")))
    _foutpaginas(app)
    return app


def _foutpaginas(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def fout(gevonden: HTTPException) -> Response:
        code = gevonden.code or 500
        kop, uitleg = _FOUTEN.get(code, _FOUTEN[400])
        eigen = gevonden.description or ""
        extra = eigen if eigen and eigen != type(gevonden).description else ""
        return pagina("fout.html", code, kop=kop, uitleg=uitleg, extra=extra)

    @app.errorhandler(FouteInvoer)
    def invoerfout(gevonden: FouteInvoer) -> Response:
        kop, uitleg = _FOUTEN[400]
        return pagina("fout.html", 400, kop=kop, uitleg=uitleg, extra=str(gevonden))

    @app.errorhandler(Onleesbaar)
    def onleesbaar(gevonden: Onleesbaar) -> Response:
        return pagina("onleesbaar.html", 409, id=gevonden.id, meldingen=gevonden.meldingen)

    @app.errorhandler(Exception)
    def eigen_fout(gevonden: Exception) -> Response:
        logging.getLogger("amend.web").error("fout bij %s", request.path, exc_info=gevonden)
        kop, uitleg = _FOUTEN[500]
        return pagina("fout.html", 500, kop=kop, uitleg=uitleg, extra="")
