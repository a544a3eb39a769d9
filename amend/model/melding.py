"""A finding (melding): what is wrong or doubtful, where, and what to do about it.

Findings are values that travel with results; they are never raised. Every code is declared once, in the
``codes.py`` of the package that issues it, with :func:`definieer`; ``docs/meldingen.md`` is generated from
:data:`CODES`. The first letter of a code is the reaction class of the field: E stop, Q a person must choose,
W done with a warning, N note.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

Ernst = Literal["fout", "vraag", "waarschuwing", "opmerking"]

_ERNST: Final[dict[str, Ernst]] = {"E": "fout", "Q": "vraag", "W": "waarschuwing", "N": "opmerking"}


@dataclass(frozen=True, slots=True)
class Plek:
    """A span in a source text: 1-based line and column, length in characters."""

    regel: int
    kolom: int
    lengte: int = 1


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: stable code, short title, explanation for docs/meldingen.md (all Dutch)."""

    code: str
    titel: str
    uitleg: str

    @property
    def ernst(self) -> Ernst:
        """The severity, from the first letter of the code."""
        return _ERNST[self.code[0]]

    def melding(self, tekst: str, plek: Plek | None = None, hulp: str | None = None) -> Melding:
        """A finding of this kind: one Dutch sentence, the span it is about, and what to do."""
        return Melding(self.code, tekst, plek, hulp)


CODES: Final[dict[str, Code]] = {}


def definieer(code: str, titel: str, uitleg: str) -> Code:
    """Declare a finding code. Raises ValueError when the code is malformed or already declared."""
    if code[:1] not in _ERNST or not code[1:].isdigit() or len(code) != 4:
        raise ValueError(f"finding code {code!r} is not E, Q, W or N with three digits")
    if code in CODES:
        raise ValueError(f"finding code {code} is declared twice")
    CODES[code] = Code(code, titel, uitleg)
    return CODES[code]


@dataclass(frozen=True, slots=True)
class Melding:
    """One finding. ``onderdeel`` names the step of the decision it belongs to ("E", "A.2"), if any."""

    code: str
    tekst: str
    plek: Plek | None = None
    hulp: str | None = None
    onderdeel: str | None = None
    bestand: str | None = None

    @property
    def ernst(self) -> Ernst:
        """The severity, from the first letter of the code."""
        return _ERNST[self.code[0]]

    @property
    def blokkeert(self) -> bool:
        """True when the step it is about may not be executed: an error, or an unsettled question."""
        return self.code[0] in "EQ"

    def bij(self, onderdeel: str | None = None, bestand: str | None = None) -> Melding:
        """The same finding, placed in a step and a file where it did not name one yet."""
        return replace(self, onderdeel=self.onderdeel or onderdeel, bestand=self.bestand or bestand)
