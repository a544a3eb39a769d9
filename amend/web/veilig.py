"""The guard: which requests are answered, and which rules every answer carries.

A request must name a known host. A request that changes something must come from a page of this application: the
Origin (or else the browser's Sec-Fetch-Site) must agree, and the form must carry a token that belongs to the cookie.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import Final

from flask import Flask, Response, abort, g, request

from amend.web.instellingen import Instellingen

KOEKJE: Final = "amend-formulier"
VELD: Final = "formulier"
_WAARDE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_LEZEN: Final = frozenset({"GET", "HEAD"})
_REGELS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def beveilig(app: Flask, instellingen: Instellingen) -> None:
    """Put the guard before and after every request of the application."""

    @app.before_request
    def voor() -> None:
        _keur(instellingen)

    @app.after_request
    def na(antwoord: Response) -> Response:
        return _bekleed(antwoord)

    def formulierteken() -> str:
        """The token for a form on this page; the cookie goes along with the answer."""
        g.formulier_gebruikt = True
        return _teken(instellingen, g.koekje)

    app.jinja_env.globals["formulierteken"] = formulierteken


def _keur(instellingen: Instellingen) -> None:
    """Refuse what this application may not answer; remember the cookie of who asks."""
    if request.headers.get("Host", "").lower() not in instellingen.hosts:
        abort(421)
    wijzigt = request.method not in _LEZEN
    if wijzigt:
        _zelfde_oorsprong()
    waarde = request.cookies.get(KOEKJE, "")
    g.koekje = waarde if _WAARDE.fullmatch(waarde) else secrets.token_urlsafe(32)
    g.nieuw_koekje = g.koekje != waarde
    if wijzigt:
        gegeven = request.form.get(VELD, "")
        if g.nieuw_koekje or not hmac.compare_digest(gegeven.encode(), _teken(instellingen, g.koekje).encode()):
            abort(403, "Het formulier is verlopen of komt niet van deze toepassing.")


def _bekleed(antwoord: Response) -> Response:
    """The rules that every answer carries."""
    for naam, waarde in _REGELS.items():
        antwoord.headers.setdefault(naam, waarde)
    if not request.path.startswith("/static/"):
        antwoord.headers["Cache-Control"] = "no-store"
    if getattr(g, "formulier_gebruikt", False) and g.nieuw_koekje:
        antwoord.set_cookie(KOEKJE, g.koekje, httponly=True, samesite="Strict", path="/")
    return antwoord


def _teken(instellingen: Instellingen, koekje: str) -> str:
    return hmac.new(instellingen.geheim, koekje.encode(), hashlib.sha256).hexdigest()


def _zelfde_oorsprong() -> None:
    """Refuse a change that another site asks for."""
    herkomst = request.headers.get("Origin")
    if herkomst is not None:
        if herkomst.lower() != f"{request.scheme}://{request.headers['Host'].lower()}":
            abort(403, "Deze wijziging werd gevraagd vanaf een andere website.")
    elif request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403, "Deze wijziging werd gevraagd vanaf een andere website.")


def als_bestand(inhoud: bytes, naam: str, media: str) -> Response:
    """Bytes as a file to keep: never shown in the browser as a page of this application."""
    veilig = re.sub(r"[^A-Za-z0-9._-]+", "-", naam).lstrip(".-") or "bestand"
    antwoord = Response(inhoud, content_type=media)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{veilig}"'
    antwoord.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord
