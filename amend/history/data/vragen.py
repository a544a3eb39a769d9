"""What a decision has to do with the dates of others."""

from __future__ import annotations

from collections.abc import Sequence

from amend.history.data.gegevens import besluiten_in, heet
from amend.model.besluit import BesluitMeta
from amend.model.clausules import Clausule, Inwerkingtreding, Met, NaderTeBepalen
from amend.model.stap import OntleedBesluit


def wacht_op_ander(clausule: Clausule) -> bool:
    """True when the date of a clause hangs on another document."""
    moment = clausule.vanaf if isinstance(clausule, Inwerkingtreding) else None
    behalve = isinstance(clausule, Inwerkingtreding) and bool(clausule.behalve)
    return isinstance(moment, NaderTeBepalen | Met) or bool(besluiten_in(moment)) or behalve


def bepaalt_datum_van(ontleed: OntleedBesluit, metas: Sequence[BesluitMeta]) -> bool:
    """True when a decision fixes the entry into force of one of these decisions."""
    namen = [c.besluit for c in ontleed.clausules if isinstance(c, Inwerkingtreding) and c.besluit]
    return any(heet(meta, naam) for naam in namen for meta in metas if meta.id != ontleed.besluit.meta.id)
