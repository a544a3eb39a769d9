"""The state of reading closing clauses: the sentence, what was found, and the clause that is being gathered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from amend.model.address import Plaats
from amend.model.clausules import Clausule, Moment
from amend.model.melding import Melding, Plek
from amend.model.operations import TrekIn
from amend.parse import codes
from amend.parse.cursor import Cursor

Deel = Clausule | TrekIn


BEPERKING = r"(?:niet|behalve|uitsluitend|gedeeltelijk|slechts|alleen|mogelijk|eventueel|desgewenst|tenzij|mits)\b"
"""Words that limit what is said; no subject and no title begins with one."""


def p(patroon: str) -> re.Pattern[str]:
    """A pattern over a sentence: any case, across line ends."""
    return re.compile(patroon, re.I | re.S)


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """What a clause speaks of: the decision (``delen`` empty) or parts of it; of another decision when ``naam`` is set.

    ``woord`` is the noun used ("besluit", "verordening"), empty for a pronoun.
    """

    delen: tuple[Plaats, ...] = ()
    naam: str | None = None
    woord: str = ""


@dataclass(frozen=True, slots=True)
class Terug:
    """Retroactive effect: first day; whether it reads "tot" alone; only when published after ``na``."""

    dag: date
    tot: bool
    plek: tuple[int, int]
    na: date | None = None


@dataclass(slots=True)
class Deelzin:
    """One clause: subject, verb, moment and additions in any order, as Dutch allows them.

    ``soort`` is what the verb says: "werking", "terug", "verval", "intrekking", "geacht". ``na`` are clauses that
    belong to its exceptions and provisos; ``erft`` is the verb of the clause before, for what leaves its own out;
    ``verder`` the days after "respectievelijk".
    """

    onderwerp: Onderwerp | None = None
    soort: str = ""
    partikel: bool = False
    moment: Moment | None = None
    te_vroeg: bool = False
    terug: Terug | None = None
    kracht: bool = False
    behalve: tuple[Plaats, ...] = ()
    behalve_terug: tuple[Plaats, ...] = ()
    einde: date | None = None
    verder: tuple[date, ...] = ()
    hoe: str = ""
    erft: str = ""
    werkwoord: tuple[int, int] = (0, 0)
    na: list[Deelzin] = field(default_factory=list)
    noten: list[Deel] = field(default_factory=list)


@dataclass(slots=True)
class Stand:
    """A sentence being read; ``uit`` what it says so far, ``eerder`` what the sentences before it said.

    ``grens`` is the last day of publication that a condition names; ``samen``: there are more sentences.
    """

    cursor: Cursor
    onderdeel: str | None
    eerder: list[Deel]
    uit: list[Deel] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    basis: int = 0
    grens: date | None = None
    samen: bool = False

    def merk(self, code: codes.Code, tekst: str, plek: tuple[int, int]) -> None:
        """Remember a finding about a stretch of the sentence."""
        begin, eind = plek
        melding = code.melding(tekst, Plek(1, self.basis + begin + 1, max(eind - begin, 1)))
        if melding not in self.meldingen:
            self.meldingen.append(melding)


Lees = Callable[[Stand, Deelzin], bool]
"""A reader of one constituent: True when it took something from the sentence into the clause."""

LeesDeelzin = Callable[[Stand, Onderwerp | None, Deelzin | None], Deelzin | None]
"""The reader of a whole clause (:func:`deelzin.lees_deelzin`), for constituents that hold a clause of their own."""
