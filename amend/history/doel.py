"""Doelen: the parts of a decision, each with one entry into force and one first day of validity (regels.md 2.1-2.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from amend.history import codes
from amend.model.address import Niveau, Plaats
from amend.model.clausules import Inwerkingtreding
from amend.model.melding import Melding
from amend.model.stap import OntleedBesluit, Stap

INSTELLING = "instelling"
"""The doel of a regulation's own founding decision."""


@dataclass(frozen=True, slots=True)
class Doel:
    """A part of a decision with its dates.

    ``bek`` published, ``jwv`` in force from, ``gv`` valid from (inclusive; before jwv only with retroactive effect).
    A date that is None is not known (pending). ``volgnummer`` is the printed order inside the decision.
    ``tot_bekend``: who knows what was published on that day no longer counts it (another decision changed it).
    ``tot``: first day of validity on which it no longer holds (a reading rule for a period). ``door``: the
    other decision that fixed its entry into force. ``ont``: the register had received it (None: not recorded).
    """

    id: str
    besluit: str
    naam: str
    stappen: tuple[Stap, ...] = ()
    bek: date | None = None
    jwv: date | None = None
    gv: date | None = None
    vast: date | None = None
    blad: str = ""
    kenmerk: str = ""
    volgnummer: int = 0
    tot_bekend: date | None = None
    tot: date | None = None
    door: str = ""
    ont: date | None = None

    @property
    def terugwerkend(self) -> bool:
        """True when valid from a day before it enters into force."""
        return self.jwv is not None and self.gv is not None and self.gv < self.jwv

    @property
    def volgorde(self) -> tuple[object, ...]:
        """The order of execution: (jwv, gv), then A5.70: adoption, publication, number of the blad, printed order."""
        ver = date.max
        nummers = tuple(int(n) for n in re.findall(r"\d+", self.blad))
        return (
            self.jwv or ver,
            self.gv or ver,
            self.vast or ver,
            self.bek or ver,
            nummers,
            self.besluit,
            self.volgnummer,
        )


def los_doel(ontleed: OntleedBesluit) -> Doel:
    """All steps of a decision together, without dates: for applying it once, outside a history."""
    return Doel(ontleed.besluit.meta.id, ontleed.besluit.meta.id, "het besluit", ontleed.stappen)


def zonder_slot(ontleed: OntleedBesluit) -> tuple[Melding, ...]:
    """A warning on a decision that changes something and has no clause about its entry into force."""
    geregeld = any(isinstance(clausule, Inwerkingtreding) for clausule in ontleed.clausules)
    if geregeld or not ontleed.stappen or ontleed.besluit.meta.tijdstempels or onbegrepen_slot(ontleed):
        return ()
    tekst = "Het besluit regelt zijn inwerkingtreding niet: er is geen bepaling over gevonden."
    hulp = "Ga na of de tekst volledig is; zonder bepaling geldt de wettelijke regel voor het orgaan."
    return (codes.STANDAARD.melding(tekst, hulp=hulp),)


def onbegrepen_slot(ontleed: OntleedBesluit) -> tuple[Melding, ...]:
    """The errors and open questions of a decision that belong to no instruction: its closing provisions, loose text."""
    bij_stappen = {melding for stap in ontleed.stappen for melding in stap.meldingen}
    return tuple(m for m in ontleed.meldingen if m.blokkeert and m not in bij_stappen)


def valt_onder(stap: Stap, deel: Plaats, stappen: Sequence[Stap]) -> bool:
    """True when the step lies in this part of the decision ("artikel I/onderdeel B..D", "onderdeel D/onderdeel 3")."""
    diepte = 0
    for niveau in deel.niveaus:
        if niveau.soort == "artikel":
            if not _in_bereik(stap.artikel, niveau, [s.artikel for s in stappen]):
                return False
        elif niveau.soort == "onderdeel":
            eigen = _label(stap, diepte)
            labels = [_label(s, diepte) for s in stappen if s.artikel == stap.artikel]
            if not _in_bereik(eigen, niveau, labels):
                return False
            diepte += 1
        else:
            return False
    return bool(deel.niveaus)


def _label(stap: Stap, diepte: int) -> str:
    labels = stap.onderdeel.split(".")
    return labels[diepte] if diepte < len(labels) else ""


def _in_bereik(label: str, niveau: Niveau, volgorde: Sequence[str]) -> bool:
    if not niveau.tot:
        return label == niveau.nummer
    if niveau.nummer not in volgorde or niveau.tot not in volgorde or label not in volgorde:
        return False
    laatste = len(volgorde) - 1 - list(reversed(volgorde)).index(niveau.tot)
    return volgorde.index(niveau.nummer) <= volgorde.index(label) <= laatste


def met_stappen(doel: Doel, stappen: tuple[Stap, ...]) -> Doel:
    """The doel with these steps; those for a period are executed plainly, since the doel itself ends with it."""
    return replace(doel, stappen=tuple(map(_zonder_periode, stappen)) if doel.tot else stappen)


def _zonder_periode(stap: Stap) -> Stap:
    bewerkingen = tuple(replace(cast(Any, op), einde=None) if op.einde else op for op in stap.bewerkingen)
    return replace(stap, bewerkingen=bewerkingen)
