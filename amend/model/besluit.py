"""A decision (besluit) as read: verbatim text in the structure of the official publications.

Every word of the document has its place: title, aanhef, wijzig-artikelen (Artikel I, with their instructions and
payloads), other articles (Artikel II, III), closing, annexes that belong to the decision itself, explanatory text.
Source: the vocabulary of officiële publicaties (wijzig-artikel, wijzig-lid, wat, wijziging); aanwijzing 6.15.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from amend.model.melding import Plek
from amend.model.tree import Node, Run, Tekst, platte_tekst

_OPDRACHT: Final = re.compile(
    r"\b(?:komt|komen)(?: als volgt)? te luiden\b|\b(?:wordt|worden) (?:als volgt gewijzigd|gewijzigd als volgt)"
    r"|\b(?:wordt|worden)\b[^.]{0,400}\b(?:vervangen door|ingevoegd|toegevoegd)\b|\bverval(?:t|len)\.$"
    r"|\bwaarna (?:deze|dit|die|dat) komt te luiden",
    re.IGNORECASE,
)
_OVERWEGING: Final = re.compile(
    r"\W*(?:#|<|overwegende|gelet|gelezen|gezien|gehoord|dat\b|besluit van|wet van|regeling van|verordening (?:tot|van)"
    r"|nota van|memorie|onderwerp|betreft)",
    re.IGNORECASE,
)


def is_verdwaalde_opdracht(tekst: str) -> bool:
    """True when text outside the articles and the explanatory note commands a change (it is not a consideration)."""
    return bool(_OPDRACHT.search(tekst[:4000])) and not _OVERWEGING.match(tekst)


@dataclass(frozen=True, slots=True)
class Zin:
    """Text of an instruction with its place in the source: (offset in the text, line, column) per source line."""

    tekst: Tekst
    bron: tuple[tuple[int, int, int], ...] = ()

    @property
    def plat(self) -> str:
        """The characters."""
        return platte_tekst(self.tekst)

    def plek(self, start: int, eind: int) -> Plek | None:
        """The source span of characters ``start:eind``; None when the source is not known."""
        vorige = [b for b in self.bron if b[0] <= start]
        if not vorige:
            return None
        begin, regel, kolom = vorige[-1]
        return Plek(regel, kolom + start - begin, max(eind - start, 1))

    @staticmethod
    def van(tekst: str, regel: int = 1, kolom: int = 1) -> Zin:
        """A sentence from plain text that stands on one source line."""
        return Zin((Run(tekst),), ((0, regel, kolom),))


Actie = Literal["vervang", "voegtoe", "verwijder", "vervangkop", "vervangregeling"]


@dataclass(frozen=True, slots=True)
class Mutatie:
    """What a STOP RegelingMutatie does, in its own exact terms; the payload holds the text with its marked changes.

    ``wid`` is the permanent identity of what changes (STOP ``wat``), or of what the new text stands beside
    (``context``, with ``positie`` volgtOp or komtVoor). ``revisie``: a correction without marked changes. ``context``
    is where an element that is replaced moves to (with ``positie``); empty when it stays.
    """

    actie: Actie
    wid: str = ""
    positie: str = ""
    revisie: bool = False
    context: str = ""


@dataclass(frozen=True, slots=True)
class Instructie:
    """One part of a wijzig-artikel: printed label ("A.", "1."), instruction, payload, nested parts.

    ``nummer`` is the bare label ("A", "1", "" when unlabelled), ``regel`` the source line of new text without a
    sentence. ``soort``: wijzig-lid (capital letters) or wijziging.
    ``mutatie``: the change in the exact terms of STOP; then the sentence only announces it. ``label`` and ``opschrift``
    are those of a part with a heading (wijzig-divisie, wijzig-lid-groep).
    """

    zin: Zin | None
    aanduiding: str = ""
    nummer: str = ""
    payload: tuple[Node, ...] = ()
    instructies: tuple[Instructie, ...] = ()
    mutatie: Mutatie | None = None
    label: str = ""
    opschrift: Tekst = ()
    regel: int = 0


@dataclass(frozen=True, slots=True)
class WijzigArtikel:
    """An article of a decision that changes one regulation: "Artikel I", heading, instructions.

    ``extra`` keeps what a STOP file says of it: identities, the versions ``stop:was`` and ``stop:wordt``,
    ``stop:bijlage`` (the annex that holds the changes), ``stop:bij`` (the article that this annex belongs to).
    """

    label: str = ""
    aanduiding: str = ""
    nummer: str = ""
    opschrift: Tekst = ()
    zin: Zin | None = None
    payload: tuple[Node, ...] = ()
    instructies: tuple[Instructie, ...] = ()
    regel: int = 0
    extra: tuple[tuple[str, str], ...] = ()

    def kenmerk(self, naam: str) -> str:
        """A value of ``extra``, or ""."""
        return dict(self.extra).get(naam, "")


@dataclass(frozen=True, slots=True)
class BesluitArtikel:
    """Any other article of a decision (commencement, citation title, transitional law)."""

    node: Node
    regel: int = 0


@dataclass(frozen=True, slots=True)
class Tijdstempel:
    """A date that STOP attaches to a doel of a decision: in force from, or valid from.

    ``delen`` are the eIds of the parts of the decision that realise this doel.
    """

    doel: str
    soort: Literal["juridischWerkendVanaf", "geldigVanaf"]
    datum: date
    delen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BesluitMeta:
    """What is known about a decision beside its text.

    ``bekend`` is the day of publication (None: not known), ``vastgesteld`` the day it was adopted. ``versie`` is the
    prefix of the wids of what it creates. ``opmerkingen`` are remarks to be shown (inferred dates and the like).
    ``overig`` keeps what an imported file had beside these fields, as (name, value).
    """

    id: str = ""
    titel: str = ""
    citeertitel: str | None = None
    regelingen: tuple[str, ...] = ()
    bestuursorgaan: str | None = None
    vastgesteld: date | None = None
    bekend: date | None = None
    blad: str | None = None
    kenmerk: str | None = None
    fictief: bool = False
    opmerkingen: tuple[str, ...] = ()
    bron: str | None = None
    sha256: str | None = None
    tijdstempels: tuple[Tijdstempel, ...] = ()
    overig: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision: metadata and the whole text, in order."""

    meta: BesluitMeta
    intitule: Tekst = ()
    aanhef: tuple[Node, ...] = ()
    artikelen: tuple[WijzigArtikel | BesluitArtikel, ...] = ()
    sluiting: tuple[Node, ...] = ()
    bijlagen: tuple[Node, ...] = ()
    toelichting: tuple[Node, ...] = field(default=())
