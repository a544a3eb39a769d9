"""What a request asks: names, days and numbers from the address or the form, checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import Response, abort, current_app, make_response, render_template, request

from amend.history.geschiedenis import Geschiedenis, Versie
from amend.history.weergave import Weergave, in_weergave
from amend.model.kalender import MAANDEN, maandnummer
from amend.model.melding import Melding
from amend.store import is_naam
from amend.web.instellingen import Instellingen
from amend.web.kast import Kast

_CIJFERS: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WOORDEN: Final = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})")


class FouteInvoer(Exception):
    """Something in the address or form cannot be read; ``str`` is a Dutch sentence for the user."""


def kast() -> Kast:
    """What this application knows of its work folder."""
    uit: Kast = current_app.extensions["amend"]
    return uit


def instellingen() -> Instellingen:
    """How this application was started."""
    uit: Instellingen = current_app.extensions["amend-instellingen"]
    return uit


def dag_uit(tekst: str) -> date | None:
    """A day as people write it: 2023-01-01, 1-1-2023, 1 januari 2023; None for an empty field.

    Raises FouteInvoer for anything else.
    """
    kaal = " ".join(tekst.lower().split())[:40]
    if not kaal:
        return None
    try:
        if treffer := _CIJFERS.fullmatch(kaal):
            return date(int(treffer[3]), int(treffer[2]), int(treffer[1]))
        if (treffer := _WOORDEN.fullmatch(kaal)) and treffer[2] in MAANDEN:
            return date(int(treffer[3]), maandnummer(treffer[2]), int(treffer[1]))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", kaal):
            return date.fromisoformat(kaal)
    except ValueError:
        pass
    raise FouteInvoer(f"“{tekst[:40]}” is geen dag. Schrijf een dag als 1-1-2023 of 1 januari 2023.")


def dag(naam: str, anders: date | None = None) -> date:
    """The day in this field of the address; ``anders`` (or today) when it is empty."""
    return dag_uit(request.args.get(naam, "")) or anders or date.today()


@dataclass(frozen=True, slots=True)
class Moment:
    """The question: valid on, known on, and which of the three questions (see ``history/weergave.py``)."""

    op: date
    bekend: date
    weergave: Weergave = Weergave.GELDEND

    @property
    def als_adres(self) -> dict[str, str]:
        """The fields for a link."""
        uit = {"op": self.op.isoformat(), "bekend": self.bekend.isoformat()}
        return uit if self.weergave is Weergave.GELDEND else {**uit, "weergave": self.weergave.value}


def moment() -> Moment:
    """The moment that the address asks for: today, unless it says otherwise."""
    gevraagd = request.args.get("weergave", "")
    weergave = next((w for w in Weergave if w.value == gevraagd), Weergave.GELDEND)
    op = dag("op")
    return Moment(op, op if weergave is Weergave.REGISTER else dag("bekend"), weergave)


def regeling_of_404(id: str) -> str:
    """The name of a regulation that exists; otherwise there is no such page."""
    if not is_naam(id) or id not in kast().store.regelingen:
        abort(404)
    return id


def besluit_of_404(id: str) -> str:
    """The name of a decision that exists; otherwise there is no such page."""
    if not is_naam(id) or id not in kast().store.besluiten:
        abort(404)
    return id


class Onleesbaar(Exception):
    """A regulation of the store cannot be read: no text can be given."""

    def __init__(self, id: str, meldingen: tuple[Melding, ...]) -> None:
        super().__init__(id)
        self.id = id
        self.meldingen = meldingen


def historie(id: str) -> Geschiedenis:
    """The history of an existing regulation. Raises Onleesbaar when a file of it cannot be read."""
    gevonden, meldingen = kast().historie(regeling_of_404(id))
    if gevonden is None:
        raise Onleesbaar(id, meldingen)
    return gevonden


def versie(id: str, wanneer: Moment) -> Versie:
    """The version of a regulation for a moment."""
    gezocht = historie(id)
    return kast().onthoud(
        ("versie", id, wanneer),
        lambda: kast().rustig(lambda: in_weergave(gezocht, wanneer.weergave, wanneer.op, wanneer.bekend)),
    )


def pagina(sjabloon: str, status: int = 200, /, **waarden: object) -> Response:
    """A page from its template."""
    return make_response(render_template(sjabloon, **waarden), status)
