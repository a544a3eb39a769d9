"""The header of a version as readers see it: for which days, known when, made by which decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

LABELS: Final = (
    "Weergave",
    "Geldig",
    "Kop op overheid.nl",
    "Met terugwerkende kracht vanaf",
    "Tekst voor",
    "Zoals bekend op",
    "Verwerkte besluiten",
)
"""What the lines of the header are called, in the order in which they are written; the readers know them by it."""
KEUZE: Final = "Keuze"
"""Below those, one line for every recorded choice that the text rests on."""
LET_OP: Final = "Let op: "
"""Before every remark in the header."""
ONVOLLEDIG: Final = "LET OP: DEZE TEKST IS ONVOLLEDIG"
"""Above an incomplete text: alone between stars with a reason per line below it, or with the reason behind it."""
STERREN: Final = "*** "
FICTIEF: Final = "Dit is een fictieve tekst; hij geldt nergens."
STREEP_TITEL: Final = "="
STREEP_OPSCHRIFT: Final = "-"
"""The title of the page is underlined with the first, the intitulé of the regulation with the second."""
BLADWIJZER: Final = "tekst-van-de-regeling"
"""Name of the bookmark in a Word file before the running text."""


def streep(regel: str, teken: str) -> str:
    """The underlining of a line."""
    return teken * len(regel)


@dataclass(frozen=True, slots=True)
class VersieKop:
    """What is printed above a consolidated text.

    ``geldig_tot_en_met`` None: until further notice. ``terugwerkend_vanaf``: first day that the text holds with
    retroactive effect. ``waarschuwingen`` are remarks to show, ``onvolledig`` the reasons why the text is incomplete.
    ``keuzes`` are the recorded choices that the text rests on, in words.
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
    keuzes: tuple[str, ...] = ()
    weergave: str = ""
    koop: str = ""
