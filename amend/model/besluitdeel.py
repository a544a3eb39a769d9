"""Instructions on instructions: "Artikel I, onderdeel C, van het Wijzigingsbesluit X vervalt" (F97-F99)."""

from __future__ import annotations

import re
from typing import Final

from amend.model.address import Plaats
from amend.model.numbering import uit_romeins
from amend.model.operations import Handeling, MetDoel
from amend.model.stap import Stap

_WIJZIGINGSBESLUIT: Final = re.compile(r"wijzig|\btot\s+wijziging\b|voorstel\s+van\s+wet|aanpassing", re.I)


def is_besluitdeel(plaats: Plaats, naam: str | None = None) -> bool:
    """True for a part of a decision: a Roman article with a capital part, or the article of a decision so named."""
    eerste = plaats.niveaus[0] if plaats.niveaus else None
    if eerste is None or eerste.soort != "artikel" or not eerste.nummer.isupper() or not uit_romeins(eerste.nummer):
        return False
    tweede = plaats.niveaus[1] if len(plaats.niveaus) > 1 else None
    if tweede is not None and tweede.soort == "onderdeel" and re.match(r"[0a]?[A-Z]", tweede.nummer):
        return True
    return tweede is None and bool(_WIJZIGINGSBESLUIT.search(naam or ""))


def doel_van(op: Handeling) -> Plaats | None:
    """The one place that an operation names, if it has one."""
    return op.doel[0] if isinstance(op, MetDoel) and len(op.doel) == 1 else None


def deel_en_rest(op: Handeling, naam: str | None = None) -> tuple[Plaats, Plaats] | None:
    """The part of a decision that an operation changes, and the place within its new text; None for other places."""
    plaats = doel_van(op)
    if op.besluitdeel is not None:
        return op.besluitdeel, plaats or Plaats()
    if plaats is None or not is_besluitdeel(plaats, op.regeling or naam):
        return None
    return gesplitst(plaats)


def gesplitst(plaats: Plaats) -> tuple[Plaats, Plaats]:
    """An address as the part of a decision and the place within it."""
    n = 2 if len(plaats.niveaus) > 1 and plaats.niveaus[1].soort == "onderdeel" else 1
    return Plaats(plaats.niveaus[:n]), Plaats(plaats.niveaus[n:])


def op_besluit(stap: Stap) -> bool:
    """True when every operation of the step speaks of a part of a decision."""
    return bool(stap.bewerkingen) and all(deel_en_rest(op, stap.regeling) is not None for op in stap.bewerkingen)
