"""The result of a comparison: typed changes, each with its place, words, cause and weight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amend.compare.samen import Deel, Samen
from amend.model.regeling import Regeling


class Wijzigsoort(StrEnum):
    """The kinds of change of the public JSON form."""

    INGEVOEGD = "ingevoegd"
    VERWIJDERD = "verwijderd"
    VERPLAATST = "verplaatst"
    VERNUMMERD = "vernummerd"
    OPSCHRIFT = "opschrift"
    TEKST = "tekst"
    STATUS = "status"
    TABEL = "tabel"
    GESPLITST = "gesplitst"
    SAMENGEVOEGD = "samengevoegd"
    METADATA = "metadata"


class Gewicht(StrEnum):
    """Whether a change can touch what the text means."""

    REDACTIONEEL = "redactioneel"
    INHOUDELIJK = "inhoudelijk"


@dataclass(frozen=True, slots=True)
class Oorzaak:
    """What made the change: decision, part, the sentence of the instruction, and the dates of that part."""

    besluit: str
    onderdeel: str = ""
    zin: str = ""
    bekend: date | None = None
    in_werking: date | None = None
    geldig_vanaf: date | None = None


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change.

    ``nr`` counts in reading order from 1. ``reeks`` joins the renumberings of one event. ``woorden`` are (old, new)
    pairs; ``oorzaken`` are all the instructions that made it (none: not known); ``grond`` says why the weight is
    what it is; ``onder`` names the article, annex or other frame that a reader looks for. ``delen`` are the parts
    of the merged tree that it accounts for; ``veld`` is the metadata field.
    """

    nr: int
    soort: Wijzigsoort
    plaats_oud: str | None = None
    plaats_nieuw: str | None = None
    reeks: str | None = None
    woorden: tuple[tuple[str, str], ...] = ()
    oorzaken: tuple[Oorzaak, ...] = ()
    gewicht: Gewicht = Gewicht.INHOUDELIJK
    grond: str = "overig"
    veld: str = ""
    onder: str = ""
    delen: frozenset[Deel] = frozenset()

    @property
    def oorzaak(self) -> Oorzaak | None:
        """The first cause."""
        return self.oorzaken[0] if self.oorzaken else None

    @property
    def plaats(self) -> str:
        """The new place, or the old one where there is no new one."""
        return self.plaats_nieuw or self.plaats_oud or ""


@dataclass(frozen=True, slots=True)
class Controle:
    """Whether the two laws hold: accepting everything gives the new text, rejecting everything the old."""

    alles_aanvaard_is_nieuw: bool
    alles_verworpen_is_oud: bool

    @property
    def goed(self) -> bool:
        """True when both hold."""
        return self.alles_aanvaard_is_nieuw and self.alles_verworpen_is_oud


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two regulations, the merged tree, the changes, and the check of the laws.

    ``van``/``tot`` name the two versions as a reader knows them (a date, a file name).
    """

    oud: Regeling
    nieuw: Regeling
    samen: Samen
    wijzigingen: tuple[Wijziging, ...]
    controle: Controle
    van: str = ""
    tot: str = ""
