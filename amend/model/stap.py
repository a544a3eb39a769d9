"""A decision after parsing: steps to execute in order, clauses, findings, and the account of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from amend.model.address import Plaats
from amend.model.besluit import Besluit, Zin
from amend.model.clausules import Clausule
from amend.model.melding import Melding
from amend.model.operations import Handeling


@dataclass(frozen=True, slots=True)
class Stap:
    """One instruction clause = one atomic step.

    ``artikel`` is the wijzig-artikel ("I"), ``onderdeel`` the label within it ("E", "A.2"). The operations have full
    addresses (inherited context merged in) and their payload. ``regeling`` is the regulation it speaks of, as named.
    ``nieuwe_stappen`` are the instructions that it gives a part of a decision (F97-F99), not executed by themselves.
    ``plaatsen`` is the inherited context: where an instruction that was not understood can only work.
    """

    artikel: str
    onderdeel: str
    zin: Zin
    bewerkingen: tuple[Handeling, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    regeling: str | None = None
    nieuwe_stappen: tuple[Stap, ...] = ()
    plaatsen: tuple[Plaats, ...] = ()

    @property
    def naam(self) -> str:
        """How messages name the step: "I.E", "E"; the article alone when it has no parts."""
        return self.onderdeel or self.artikel


class Woordsoort(StrEnum):
    """What a word of a decision is for (every word has exactly one)."""

    INSTRUCTIE = "instructie"
    NIEUWE_TEKST = "nieuwe tekst"
    INWERKINGTREDING = "inwerkingtreding en slotbepalingen"
    MOTIVERING = "opschrift, aanhef en motivering"
    ONDERTEKENING = "ondertekening"
    ONVERKLAARD = "onverklaard"


@dataclass(frozen=True, slots=True)
class OntleedBesluit:
    """A parsed decision. ``woorden`` counts the words of the document per purpose."""

    besluit: Besluit
    stappen: tuple[Stap, ...] = ()
    clausules: tuple[Clausule, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    woorden: tuple[tuple[Woordsoort, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Keuze:
    """A human choice that settles a question (reaction Q): which step, which code, what was chosen, why, who, when."""

    onderdeel: str
    code: str
    keuze: str
    reden: str
    wie: str
    wanneer: date

    @property
    def door(self) -> str:
        """Who chose it, when and why, as every note on it says."""
        return f"{self.wie}, {self.wanneer.isoformat()}: {self.reden}"


class StapStatus(StrEnum):
    """What became of a step."""

    UITGEVOERD = "uitgevoerd"
    GEWEIGERD = "geweigerd"
    WACHT = "niet uitgevoerd: hangt af van een geweigerde stap"
    GEEN = "geen wijziging van de tekst"
    WEGGELATEN = "weggelaten op grond van een keuze"


class Aard(StrEnum):
    """In what respect a step touched an element; ``WEG``: the element itself, with what was in it."""

    WEG = "weg"
    NUMMER = "nummer"
    PLEK = "plek"
    STATUS = "status"
    OPSCHRIFT = "opschrift"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True)
class Spoor:
    """That a step touched the element with this identity, and in what respect."""

    wid: str
    aard: Aard


@dataclass(frozen=True, slots=True)
class StapVerslag:
    """The outcome of one step.

    ``hangt_af_van`` names the refused step that it depends on. ``gebonden`` says for each address which identities
    it bound to (the innermost element with a wid), so that one instruction can be compared in two texts. ``sporen``
    are the elements that it touched.
    """

    stap: Stap
    status: StapStatus
    meldingen: tuple[Melding, ...] = field(default=())
    hangt_af_van: str | None = None
    gebonden: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    sporen: tuple[Spoor, ...] = field(default=())
