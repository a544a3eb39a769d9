"""What was handed in and is not stored yet: kept in the memory of this run, a bounded number, for a bounded time.

Nothing of it is on disk. The address of a concept is a random name that only who handed it in knows.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from amend.model.melding import Melding
from amend.model.stap import Keuze
from amend.opname import Gegevens, Opname, vul_aan

BEWAARTIJD: Final = 4 * 3600.0
RUST: Final = 15 * 60.0
"""Seconds after which a concept that nobody looked at gives way when the drawer is full."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One document under way. ``gelezen`` is as it was read; ``opname`` is that with what the person added."""

    teken: str
    naam: str
    vorm: str
    gelezen: Opname
    meldingen: tuple[Melding, ...]
    gegevens: Gegevens = field(default_factory=Gegevens)
    keuzes: tuple[Keuze, ...] = ()
    bevestigd: bool = False
    bron_tekst: str = ""
    laatst: float = field(default_factory=time.monotonic)

    @property
    def opname(self) -> Opname:
        """What would be stored."""
        return vul_aan(self.gelezen, self.gegevens)


class Vol(Exception):
    """There is no room for another concept."""


class Lade:
    """The concepts, by their random names."""

    def __init__(self, maximum: int) -> None:
        self._maximum = maximum
        self._inhoud: dict[str, Concept] = {}
        self._slot = threading.Lock()

    def leg(self, maak: Callable[[str], Concept]) -> Concept:
        """Put a new concept away. Raises Vol when the drawer is full of concepts that are in use."""
        nu = time.monotonic()
        with self._slot:
            self._ruim_op(nu)
            concept = maak(secrets.token_urlsafe(18))
            self._inhoud[concept.teken] = concept
        return concept

    def pak(self, teken: str) -> Concept | None:
        """The concept of this name, if it is still here."""
        with self._slot:
            concept = self._inhoud.get(teken)
            if concept is not None:
                concept = self._inhoud[teken] = replace(concept, laatst=time.monotonic())
        return concept

    def wijzig(self, teken: str, bewerk: Callable[[Concept], Concept]) -> Concept | None:
        """The concept after a change; None when it is not here any more."""
        with self._slot:
            concept = self._inhoud.get(teken)
            if concept is None:
                return None
            self._inhoud[teken] = replace(bewerk(concept), laatst=time.monotonic())
            return self._inhoud[teken]

    def weg(self, teken: str) -> Concept | None:
        """Take a concept out; what is taken out can be stored by nobody else."""
        with self._slot:
            return self._inhoud.pop(teken, None)

    def terug(self, concept: Concept) -> None:
        """Put a concept back that could not be stored."""
        with self._slot:
            self._inhoud[concept.teken] = concept

    def _ruim_op(self, nu: float) -> None:
        for teken in [t for t, c in self._inhoud.items() if nu - c.laatst > BEWAARTIJD]:
            del self._inhoud[teken]
        while len(self._inhoud) >= self._maximum:
            oudste = min(self._inhoud.values(), key=lambda c: c.laatst)
            if nu - oudste.laatst < RUST:
                raise Vol
            del self._inhoud[oudste.teken]
