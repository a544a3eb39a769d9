"""A fixed form: its patterns, the words that give it away, and what it makes of a sentence.

A form stands in one place: ``@vorm`` above the function that reads it. The order in which forms are tried is in
:mod:`tabel`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from amend.model.address import Niveau, Plaats, in_context
from amend.model.clausules import Clausule
from amend.model.melding import Code, Melding, Plek
from amend.model.operations import Handeling
from amend.parse.fragment import lees_plaatsen

Uitkomst = tuple[tuple[Handeling | Clausule, ...], tuple[Melding, ...]]
Ontleed = Callable[[str, int, Plaats, str | None], Uitkomst]
"""The ordinary parser: sentence, first character, context, label of the part."""


@dataclass(frozen=True, slots=True)
class Zin:
    """The sentence at hand, and how the rest of it is read."""

    tekst: str
    vanaf: int
    context: Plaats
    onderdeel: str | None
    ontleed: Ontleed

    @property
    def spanne(self) -> tuple[int, int]:
        """The whole sentence, without its label."""
        return self.vanaf, len(self.tekst)

    def melding(self, code: Code, tekst: str, hulp: str | None = None) -> Melding:
        """A finding about the whole sentence."""
        return code.melding(tekst, self.plek, hulp)

    @property
    def plek(self) -> Plek:
        """Where the sentence stands, without its label."""
        return Plek(1, self.vanaf + 1, max(len(self.tekst) - self.vanaf, 1))

    def gewoon(self, tekst: str, *soorten: type[Handeling]) -> Uitkomst | None:
        """What ``tekst``, the sentence in ordinary words, says; None unless it is ``soorten`` only."""
        ops, meldingen = self.ontleed(tekst, 0, self.context, self.onderdeel)
        if not ops or not all(isinstance(op, soorten) for op in ops):
            return None
        uit = tuple(replace(op, spanne=self.spanne) for op in ops)
        return uit, tuple(replace(melding, plek=self.plek) for melding in meldingen)

    def plaatsen(self, tekst: str) -> tuple[Plaats, ...] | None:
        """The places named, in the context of the sentence; None when they cannot be read."""
        gevonden = lees_plaatsen(zonder_lidwoord(tekst.strip(" ,")))
        if not gevonden:
            return None
        return tuple(p if p == Plaats((Niveau("regeling"),)) else in_context(p, self.context) for p in gevonden)

    def plaats(self, tekst: str) -> Plaats | None:
        """The only place named; None when it cannot be read, or is not the only one."""
        plaatsen = self.plaatsen(tekst)
        return plaatsen[0] if plaatsen and len(plaatsen) == 1 else None

    def alleen(self, deel: str) -> str:
        """The sentence from ``deel`` on, with all before it blanked out."""
        begin = self.tekst.index(deel, self.vanaf)
        return " " * begin + self.tekst[begin:]

    def zonder(self, begin: int, eind: int) -> str:
        """The sentence with the characters from ``begin`` to ``eind`` blanked out."""
        return self.tekst[:begin] + " " * (eind - begin) + self.tekst[eind:]

    def rest(self, tekst: str) -> Uitkomst:
        """What the ordinary parser makes of ``tekst`` (of equal length, parts blanked out)."""
        return self.ontleed(tekst, self.vanaf, self.context, self.onderdeel)


Lees = Callable[[Zin, re.Match[str]], Uitkomst | None]


@dataclass(frozen=True, slots=True)
class Vorm:
    """A form; ``signalen`` are patterns one of which stands in its sentences, and in few others."""

    patronen: tuple[re.Pattern[str], ...]
    signalen: tuple[str, ...]
    lees: Lees

    def probeer(self, zin: Zin, kern: str) -> Uitkomst | None:
        """What the sentence says, if ``kern`` (its text without label) has this form; else None."""
        for patroon in self.patronen:
            treffer = patroon.fullmatch(kern)
            uit = self.lees(zin, treffer) if treffer else None
            if uit is not None:
                return uit
        return None


def vorm(*patronen: str, signalen: tuple[str, ...]) -> Callable[[Lees], Vorm]:
    """Make a form of the function that reads it; the sentence must match one of ``patronen`` as a whole."""

    def maak(lees: Lees) -> Vorm:
        return Vorm(tuple(patroon(tekst) for tekst in patronen), signalen, lees)

    return maak


def patroon(tekst: str) -> re.Pattern[str]:
    """A pattern that ignores case and reads past line ends."""
    return re.compile(tekst, re.IGNORECASE | re.DOTALL)


def zonder_lidwoord(tekst: str) -> str:
    """A name without its article."""
    return re.sub(r"^(?:de|het)\s+", "", tekst, flags=re.I)
