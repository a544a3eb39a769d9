"""Conditional commencement: "Indien het Staatsblad … wordt uitgegeven na 30 juni 2024, treedt zij …" (A4.22)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from amend.model.clausules import EnkelMoment, Geval, Inwerkingtreding, Met, Voorwaardelijk
from amend.parse.bekendmaking import GROEP
from amend.parse.momenten import DAG, datum
from amend.parse.slot.stand import Stand, p

_DAN: Final = r"(?=,?\s*(?:dan\s+)?(?:treedt|treden|werkt|werken|vervalt|gaat)\b)"
_GROEP: Final = rf"(?:{GROEP}|plaatsvindt|geschiedt|uitgegeven\s+wordt)"
_NA: Final = (
    r"(?P<hoe>op\s+of\s+na|na|later\s+dan|niet\s+(?:uiterlijk\s+)?(?:voor|vóór|op)|"
    r"uiterlijk\s+op|op\s+of\s+voor|voor|vóór)"
)
_INDIEN: Final = p(
    rf"(?:indien|als|wanneer|zo|mocht|wordt|vindt)\s(?=[^.]*?(?:uitgegeven|"
    r"uitgifte|geplaatst|bekend\s?gemaakt|bekend\s+is\s+gemaakt|bekendmaking|publicatie|gepubliceerd|"
    r"plaatsing|afgekondigd|verschijnt))"
    rf"[^.]*?\s{_NA}\s+(?:{DAG}|het\s+tijdstip\s+waarop\s+(?P<besluit>[^.,]+?)\s+"
    r"in\s*werking\s+(?:treedt|is\s+getreden|treden|zijn\s+getreden))"
    rf"(?:\s*,?\s*(?:of\s+na\s+die\s+datum\s*)?{_GROEP})*{_DAN}\s*,?\s*(?:dan\s+)?"
)


def voorwaarde(stand: Stand, hoofdzin: Callable[[Stand], bool]) -> bool:
    """A leading condition on the day of publication, and the clause that then holds instead of the one before."""
    treffer = stand.cursor.neem(_INDIEN)
    if treffer is None:
        return False
    grens, omgekeerd = _grens(treffer.groupdict(), datum(treffer) if not treffer["besluit"] else None)
    if grens is None:
        return False
    stand.grens = grens if isinstance(grens, date) and not omgekeerd else None
    if not hoofdzin(stand):
        return False
    plek = next((i for i, c in enumerate(stand.uit) if isinstance(c, Inwerkingtreding)), None)
    nieuw = stand.uit[plek] if plek is not None else None
    if not isinstance(nieuw, Inwerkingtreding) or plek is None:
        return False
    if nieuw.vanaf is None:  # only the retroactive effect depends on it
        stand.uit[plek] = replace(nieuw, terugwerkend_na=grens if isinstance(grens, date) else None)
        return isinstance(grens, date) and not omgekeerd
    samen = _twee_gevallen(stand, nieuw, grens, omgekeerd)
    if samen is not None:
        stand.uit[plek] = samen
    return samen is not None


def _twee_gevallen(
    stand: Stand, nieuw: Inwerkingtreding, grens: date | Met, omgekeerd: bool
) -> Inwerkingtreding | None:
    """One clause from the two sentences: the moment of the one before up to ``grens``, that of this one after it."""
    if not isinstance(nieuw.vanaf, EnkelMoment):
        return None
    vorige = _vorige(stand, nieuw)
    eerst = vorige.vanaf if vorige else None
    if vorige is not None and not isinstance(eerst, EnkelMoment):
        return None
    anders = eerst if isinstance(eerst, EnkelMoment) else None
    gevallen = (
        (Geval(grens, nieuw.vanaf), Geval(None, anders))
        if omgekeerd
        else (Geval(grens, anders), Geval(None, nieuw.vanaf))
    )
    if vorige is not None:
        stand.eerder.remove(vorige)
        nieuw = replace(nieuw, delen=vorige.delen, besluit=vorige.besluit, behalve=(*vorige.behalve, *nieuw.behalve))
    return replace(nieuw, vanaf=Voorwaardelijk(gevallen), terugwerkend_na=None)


def _grens(groepen: dict[str, str | None], dag: date | None) -> tuple[date | Met | None, bool]:
    """The last day of publication of the first case, and whether the condition speaks of that first case."""
    hoe = " ".join((groepen["hoe"] or "").lower().split())
    if groepen.get("besluit"):
        return Met(groepen["besluit"] or ""), False
    if dag is None:
        return None, False
    vorige_dag = dag - timedelta(days=1)
    if hoe == "op of na" or hoe in ("niet voor", "niet vóór"):
        return vorige_dag, False
    if hoe in ("voor", "vóór"):
        return vorige_dag, True
    return dag, hoe in ("uiterlijk op", "op of voor")


def _vorige(stand: Stand, nieuw: Inwerkingtreding) -> Inwerkingtreding | None:
    """The clause of the sentence before, about the same parts."""
    kandidaten = [c for c in stand.eerder if isinstance(c, Inwerkingtreding) and c.vanaf is not None]
    if not kandidaten:
        return None
    zelfde = [c for c in kandidaten if c.delen == nieuw.delen]
    if zelfde:
        return zelfde[-1]
    return None if nieuw.delen else kandidaten[-1]
