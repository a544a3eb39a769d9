"""The header of a version as readers see it: for which days, known when, made by which decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class VersieKop:
    """What is printed above a consolidated text.

    ``geldig_tot_en_met`` None: until further notice. ``terugwerkend_vanaf``: first day that the text holds with
    retroactive effect. ``waarschuwingen`` are remarks to show, ``onvolledig`` the reasons why the text is incomplete.
    ``weergave`` says in words which question the text answers, ``koop`` is the header that overheid.nl prints.
    """

    titel: str = ""
    geldig_van: date | None = None
    geldig_tot_en_met: date | None = None
    terugwerkend_vanaf: date | None = None
    geldig_op: date | None = None
    bekend_op: date | None = None
    besluiten: tuple[str, ...] = ()
    waarschuwingen: tuple[str, ...] = ()
    onvolledig: tuple[str, ...] = ()
    weergave: str = ""
    koop: str = ""
