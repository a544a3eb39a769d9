"""Clauses of a decision that change no text: commencement, expiry, transitional rules, citation title.

Source: aanwijzingen 4.14-4.25, 5.63-5.74a; regels.md 2.2. Dates that depend on the publication stay rules here;
:mod:`amend.history` turns them into days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amend.model.address import Plaats


@dataclass(frozen=True, slots=True)
class OpDatum:
    """A fixed day."""

    datum: date


@dataclass(frozen=True, slots=True)
class NaBekendmaking:
    """So many months (same day, or the last of a shorter month) and days after publication; 1 is the day after."""

    dagen: int
    maanden: int = 0


@dataclass(frozen=True, slots=True)
class MaandNaBekendmaking:
    """Day ``dag`` of the ``maand``-th calendar month after publication."""

    maand: int
    dag: int = 1


@dataclass(frozen=True, slots=True)
class NaderTeBepalen:
    """A moment that another decision sets; pending until then."""

    door: str | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """The moment at which another decision (or this one: "" ) enters into force, or so long after; moves with it."""

    besluit: str = ""
    dagen: int = 0
    maanden: int = 0


@dataclass(frozen=True, slots=True)
class NaInwerkingtreding:
    """So many years, months and days after the own entry into force (expiry clauses)."""

    jaren: int = 0
    maanden: int = 0
    dagen: int = 0


EnkelMoment = OpDatum | NaBekendmaking | MaandNaBekendmaking | Met | NaderTeBepalen
"""A moment that depends on no condition: what one case of a conditional moment may give."""


@dataclass(frozen=True, slots=True)
class Geval:
    """One case of a conditional moment: if published no later than ``tot_en_met`` (None: otherwise), then ``vanaf``.

    The limit may be the entry into force of another decision; ``vanaf`` None: the clause does not say.
    """

    tot_en_met: date | Met | None
    vanaf: EnkelMoment | None


@dataclass(frozen=True, slots=True)
class Voorwaardelijk:
    """A moment that depends on the publication date; cases in order, the first that fits counts."""

    gevallen: tuple[Geval, ...]


Moment = EnkelMoment | NaInwerkingtreding | Voorwaardelijk


@dataclass(frozen=True, slots=True, kw_only=True)
class Bepaling:
    """What every clause shares: label of the article it stands in and span in the sentence."""

    onderdeel: str | None = None
    spanne: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inwerkingtreding(Bepaling):
    """Entry into force. ``terugwerkend``: first day of validity, inclusive. ``delen`` empty = the whole decision.

    ``terugwerkend_tot`` says that the clause reads "terug tot" without "en met" (regels.md 2.2: W).
    ``terugwerkend_na`` limits the retroactive effect to publication after that day. ``besluit`` names another decision
    whose entry into force this clause fixes (aanwijzing 4.21: "op een bij besluit te bepalen tijdstip").
    """

    vanaf: Moment | None = None
    terugwerkend: date | None = None
    terugwerkend_tot: bool = False
    terugwerkend_na: date | None = None
    besluit: str | None = None
    delen: tuple[Plaats, ...] = ()
    behalve: tuple[Plaats, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verval(Bepaling):
    """Expiry: ``wat`` is "besluit", "regeling" or an address; ``per`` the first day that it no longer applies.

    ``regeling`` names another regulation in which the address lies.
    """

    wat: str = "besluit"
    regeling: str | None = None
    per: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgang(Bepaling):
    """A transitional or applicability rule: no change of the text, kept as a note."""

    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citeertitel(Bepaling):
    """The citation title that the decision gives itself."""

    titel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslag(Bepaling):
    """A new basis for a regulation (aanwijzing 6.8): metadata, no text. ``mede``: beside the bases it has."""

    regeling: str | None = None
    berust_op: str = ""
    mede: bool = False


Clausule = Inwerkingtreding | Verval | Overgang | Citeertitel | Grondslag
