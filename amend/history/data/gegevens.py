"""What is said about dates: when something is known, and the doelen of one decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amend.history.doel import Doel
from amend.history.namen import gewone_naam
from amend.model.besluit import BesluitMeta
from amend.model.clausules import Inwerkingtreding, Met, Moment, Voorwaardelijk
from amend.model.melding import Melding

Bekend = tuple[date | None, date | None]
"""Published on, in force from."""


@dataclass(frozen=True, slots=True)
class Venster:
    """A stretch of knowledge: from ``sinds`` (publication) on, the part enters into force on ``jwv``.

    ``door``: the decision that fixed it, when that is another one; ``terug``: the retroactive effect that it gave.
    """

    sinds: date | None
    jwv: date | None
    door: str = ""
    terug: Inwerkingtreding | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """The doelen of one decision and the findings about its dates."""

    doelen: tuple[Doel, ...]
    meldingen: tuple[Melding, ...]


def heet(meta: BesluitMeta, naam: str) -> bool:
    """True when ``naam`` is a title of this decision, or its name in the work folder."""
    gezocht = gewone_naam(naam)
    eigen = {gewone_naam(n) for n in (meta.titel, meta.citeertitel or "") if n}
    return bool(gezocht) and (gezocht in eigen or gezocht == meta.id)


def besluiten_in(moment: Moment | None) -> list[str]:
    """The decisions on whose entry into force a moment hangs."""
    if isinstance(moment, Met):
        return [moment.besluit]
    if isinstance(moment, Voorwaardelijk):
        delen = [d for g in moment.gevallen for d in (g.tot_en_met, g.vanaf)]
        return [d.besluit for d in delen if isinstance(d, Met)]
    return []


def iso_dag(tekst: str) -> date | None:
    """The day in ISO form; None when the text is none."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None
