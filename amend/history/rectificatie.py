"""Rectifications (F100): the corrected text of a decision, known from its own publication on.

Its moments are those of the decision that it corrects, as if that had been published so; who did not know of the
rectification yet saw the decision as it was first published. Both stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amend.history import codes
from amend.history.data import Data
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.stap import OntleedBesluit

VELD = "rectificeert"
"""The field of a decision's metadata that names the decision whose corrected text it is."""


@dataclass(frozen=True, slots=True)
class Rectificatie:
    """The corrected text, what it corrects, and since when it is known."""

    door: str
    van: str
    bekend: date


def rectificaties(
    besluiten: Sequence[OntleedBesluit],
) -> tuple[tuple[OntleedBesluit, ...], tuple[Rectificatie, ...], tuple[Melding, ...]]:
    """The decisions as their moments must be computed, the rectifications among them, and findings."""
    metas = {o.besluit.meta.id: o.besluit.meta for o in besluiten}
    uit: list[OntleedBesluit] = []
    gevonden: list[Rectificatie] = []
    meldingen: list[Melding] = []
    for ontleed in besluiten:
        meta = ontleed.besluit.meta
        van = dict(meta.overig).get(VELD)
        eerste = metas.get(van or "")
        if van is None or meta.bekend is None:
            uit.append(ontleed)
        elif eerste is None or eerste.id == meta.id or eerste.bekend is None or eerste.bekend > meta.bekend:
            tekst = f"{meta.id} rectificeert “{van}”, maar dat is hier niet een eerder bekendgemaakt besluit."
            hulp = "Importeer het oorspronkelijke besluit, met zijn dag van bekendmaking."
            meldingen.append(codes.RECTIFICATIE_ZONDER.melding(tekst, hulp=hulp).bij(bestand=meta.id))
            uit.append(ontleed)
        else:
            gevonden.append(Rectificatie(meta.id, eerste.id, meta.bekend))
            uit.append(replace(ontleed, besluit=replace(ontleed.besluit, meta=replace(meta, bekend=eerste.bekend))))
    return tuple(uit), tuple(gevonden), tuple(meldingen)


def verwerk_rectificaties(data: Mapping[str, Data], gevonden: Sequence[Rectificatie]) -> dict[str, Data]:
    """The doelen with the stretches of knowledge that the rectifications make."""
    uit = dict(data)
    for r in gevonden:
        oud, nieuw = uit[r.van], uit[r.door]
        sinds = datum_tekst(r.bekend)
        tekst = f"{r.van} is gerectificeerd door {r.door}, bekend sinds {sinds}; daarvoor telde de eerste tekst."
        melding = codes.GERECTIFICEERD.melding(tekst).bij(bestand=r.van)
        eerder = tuple(
            doel if doel.tot_bekend and doel.tot_bekend <= r.bekend else replace(doel, tot_bekend=r.bekend)
            for doel in oud.doelen
        )
        later = tuple(replace(doel, bek=max(doel.bek, r.bekend) if doel.bek else None) for doel in nieuw.doelen)
        uit[r.van] = Data(eerder, (*oud.meldingen, melding))
        uit[r.door] = Data(later, nieuw.meldingen)
    return uit
