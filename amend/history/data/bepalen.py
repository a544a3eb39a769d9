"""Moments of all decisions → doelen with their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amend.history.data.doelen import data_van
from amend.history.data.gegevens import Bekend, Data
from amend.history.data.invulling import deel_in
from amend.history.data.stand import Rekenwerk
from amend.history.delen import per_datum
from amend.history.doel import Doel
from amend.history.namen import gewone_naam
from amend.history.standaard import STANDAARDEN, Standaard
from amend.model.melding import Melding
from amend.model.stap import Keuze, OntleedBesluit


def doelen_van(ontleed: OntleedBesluit, keuzes: Sequence[Keuze] = ()) -> tuple[tuple[Doel, ...], tuple[Melding, ...]]:
    """The doelen of one decision by itself, and findings about its dates. A part without a known date has jwv None."""
    uit = bepaal([per_datum(ontleed)], {ontleed.besluit.meta.id: tuple(keuzes)})[ontleed.besluit.meta.id]
    return uit.doelen, uit.meldingen


def bepaal(
    besluiten: Sequence[OntleedBesluit],
    keuzes: Mapping[str, Sequence[Keuze]],
    elders: Mapping[str, Bekend] | None = None,
    standaarden: Sequence[Standaard] = STANDAARDEN,
) -> dict[str, Data]:
    """The doelen of every decision. ``elders``: name of a regulation or decision outside this history → its dates."""
    werk = Rekenwerk(besluiten, keuzes, {gewone_naam(n): d for n, d in (elders or {}).items()}, standaarden)
    for ontleed in besluiten:
        deel_in(werk, ontleed)
    return {ontleed.besluit.meta.id: data_van(werk, ontleed) for ontleed in besluiten}
