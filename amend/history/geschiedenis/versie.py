"""The answers of a history: a version of the text, and the text around one doel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amend.history.doel import Doel
from amend.history.samenloop import Samenloop
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.stap import Keuze, StapVerslag
from amend.model.tree import Node


@dataclass(frozen=True, slots=True)
class Versie:
    """The answer to "what is valid on D, as known on K".

    ``regeling`` is None when nothing is valid then (``reden`` says why). ``verslag`` holds the report of every step
    executed; ``volledig`` is False when a step was refused. ``van``/``tot_en_met`` bound the days with this answer
    (for the same K); ``tot_en_met`` None: until further notice.
    """

    geldig_op: date
    bekend_op: date
    regeling: Regeling | None
    doelen: tuple[Doel, ...] = ()
    verslag: tuple[tuple[Doel, StapVerslag], ...] = ()
    meldingen: tuple[Melding, ...] = ()
    samenloop: tuple[Samenloop, ...] = ()
    volledig: bool = True
    van: date | None = None
    tot_en_met: date | None = None
    reden: str = ""
    keuzes: tuple[tuple[str, Keuze], ...] = ()
    """The recorded choices that the text rests on, each with its decision."""


@dataclass(frozen=True, slots=True)
class Rond:
    """The text around one doel: the doelen before it, the tree before and after, the report of its steps."""

    ervoor: tuple[Doel, ...]
    voor: Node
    na: Node
    verslag: tuple[StapVerslag, ...]
    volledig: bool
