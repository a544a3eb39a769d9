"""Days as Dutch readers write them: the names of the months, in order and as a pattern."""

from __future__ import annotations

from datetime import date
from typing import Final

MAANDEN: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
MAANDNAAM: Final = "|".join(MAANDEN)
"""A pattern for the name of a month."""


def maandnummer(naam: str) -> int:
    """The number of a month, from its name in any case; ValueError when it is none."""
    return MAANDEN.index(naam.lower()) + 1


def datum_tekst(dag: date) -> str:
    """A day as a Dutch reader writes it: "1 januari 2023"."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
