"""A regulation: its metadata (KOOP's fields) and its tree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amend.model.tree import Node


@dataclass(frozen=True, slots=True)
class OverzichtRegel:
    """One row of the "Overzicht van in de tekst verwerkte wijzigingen" (columns of KOOP)."""

    inwerkingtreding: date | None = None
    terugwerkend: date | None = None
    uitwerkingtreding: date | None = None
    betreft: str = ""
    ondertekening: date | None = None
    bron: str = ""
    kenmerk: str = ""


@dataclass(frozen=True, slots=True)
class RegelingMeta:
    """What is known about a regulation beside its text.

    ``inwerkingtreding``/``terugwerkend``/``bekend`` are those of the founding decision; ``uitwerkingtreding`` the
    first day no longer in force. ``versie`` is "<authority>_<n>", the prefix of the wids of the base text.
    ``opmerkingen`` are remarks that must be shown (text not available, dates inferred); ``overig`` keeps what an
    imported file had beside these fields, as (name, value).
    """

    id: str = ""
    titel: str = ""
    citeertitel: str | None = None
    organisatie: str | None = None
    organisatietype: str | None = None
    vastgesteld_door: str | None = None
    onderwerp: str | None = None
    eigen_onderwerp: str | None = None
    grondslag: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    overzicht: tuple[OverzichtRegel, ...] = ()
    vastgesteld: date | None = None
    bekend: date | None = None
    inwerkingtreding: date | None = None
    terugwerkend: date | None = None
    uitwerkingtreding: date | None = None
    bron: str | None = None
    kenmerk: str | None = None
    sha256: str | None = None
    autoriteit: str = "xx0000"
    fictief: bool = False
    onvolledig: tuple[str, ...] = ()
    overig: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Regeling:
    """Metadata, intitulé (opschrift of the regulation) and tree. The root node has kind REGELING."""

    meta: RegelingMeta
    root: Node

    @property
    def naam(self) -> str:
        """The citation title, or else the title."""
        return self.meta.citeertitel or self.meta.titel
