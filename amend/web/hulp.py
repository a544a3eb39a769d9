"""Help: what the application does, the keys, and what every finding means."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from amend.model.melding import CODES
from amend.web.vraag import instellingen, pagina

blad = Blueprint("hulp", __name__)


@blad.get("/hulp")
def toon() -> Response:
    """How it works."""
    return pagina("hulp.html", adressen=sorted(instellingen().hosts))


@blad.get("/hulp/meldingen")
def meldingen() -> Response:
    """All findings."""
    return pagina("uitleg.html", codes=sorted(CODES.values(), key=lambda c: c.code), een=None)


@blad.get("/hulp/meldingen/<code>")
def melding(code: str) -> Response:
    """One finding."""
    if code not in CODES:
        abort(404)
    return pagina("uitleg.html", codes=[CODES[code]], een=CODES[code])
