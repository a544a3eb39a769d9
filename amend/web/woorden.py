"""How the pages say things: days, states and kinds in plain Dutch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from amend.model.kalender import datum_tekst
from amend.model.melding import CODES, Melding

ERNST: Final = {"fout": "Fout", "vraag": "Vraag", "waarschuwing": "Let op", "opmerking": "Opmerking"}
STAAT: Final = {
    "uitgevoerd": ("✓", "Uitgevoerd"),
    "waarschuwing": ("!", "Uitgevoerd, let op"),
    "vraag": ("?", "Vraag aan u"),
    "geweigerd": ("✕", "Geweigerd"),
    "wacht": ("…", "Niet uitgevoerd"),
    "onverklaard": ("✕", "Niet verklaard"),
    "geen": ("–", "Geen wijziging van de tekst"),
    "weggelaten": ("–", "Weggelaten door een keuze"),
    "elders": ("→", "Gaat over een andere regeling"),
    "wacht-datum": ("…", "Wacht op een datum"),
    "gelezen": ("✓", "Gelezen"),
}
"""Sign and words for the state of an instruction; the sign is never the only difference."""

UITLEG_STAAT: Final = {
    "uitgevoerd": "De opdracht is precies zo uitgevoerd.",
    "waarschuwing": "De opdracht is uitgevoerd; er is iets wat u moet nagaan.",
    "vraag": "De opdracht is op meer manieren te lezen. U kiest, met een reden.",
    "geweigerd": "De opdracht kan niet worden uitgevoerd op deze tekst. De tekst is niet gewijzigd.",
    "wacht": "De opdracht hangt af van een andere die niet is uitgevoerd.",
    "onverklaard": "Deze tekst is niet als opdracht begrepen.",
    "geen": "De opdracht verandert niets aan de tekst, of leidt andere opdrachten in.",
    "weggelaten": "Een vastgelegde keuze laat de opdracht buiten de tekst.",
    "elders": "De opdracht wijzigt een andere regeling.",
    "wacht-datum": "De dag van inwerkingtreding is nog niet bekend.",
    "gelezen": "De tekst is gelezen; zij verandert zelf niets.",
}


_HULP: Final = {
    "E401": "Vul de dag van bekendmaking in op de pagina van het besluit.",
    "E502": "Kies een andere naam.",
    "W505": "Neem het besluit opnieuw op vanuit het ontvangen bestand.",
    "Q421": "Kies een van de lezingen, met uw reden.",
}
"""What to do on a page, where the help of the finding speaks of the command line."""


def hulp(melding: Melding) -> str:
    """What the reader can do about a finding, on these pages."""
    return _HULP.get(melding.code, melding.hulp or "")


def dag(waarde: date | None, anders: str = "onbekend") -> str:
    """A day in words: "1 januari 2023"."""
    return datum_tekst(waarde) if waarde else anders


def tijdvak(van: date | None, tot_en_met: date | None) -> str:
    """From … up to and including …."""
    eind = f"tot en met {datum_tekst(tot_en_met)}" if tot_en_met else "tot nader bericht"
    return f"{datum_tekst(van) if van else 'onbekend'} {eind}"


def ernst(waarde: str) -> str:
    """The severity of a finding as a heading."""
    return ERNST[waarde]


def codetitel(code: str) -> str:
    """The title of a finding code."""
    return CODES[code].titel if code in CODES else code


def aantal(n: int, een: str, meer: str) -> str:
    """A number with its noun."""
    return f"{n} {een if n == 1 else meer}"


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "dag": dag,
    "hulp": hulp,
    "tijdvak": tijdvak,
    "ernst": ernst,
    "codetitel": codetitel,
    "aantal": aantal,
}
