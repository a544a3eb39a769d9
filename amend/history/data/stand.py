"""The decisions with their parts, while dates are being found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from amend.history.data.gegevens import Bekend, Venster
from amend.history.delen import Deel, Elders
from amend.history.namen import is_algemeen
from amend.history.standaard import Standaard
from amend.model.besluit import BesluitMeta
from amend.model.clausules import Inwerkingtreding
from amend.model.melding import Melding
from amend.model.stap import Keuze, OntleedBesluit


@dataclass(slots=True)
class Rekenwerk:
    """The decisions with their parts, while dates are being found.

    ``over_anderen``: the clauses of decisions about the entry into force of others; ``onzeker``: the decisions of which
    it is in doubt; ``klaar`` and ``bezig``: the parts whose stretches of knowledge are found, or being found.
    """

    besluiten: Sequence[OntleedBesluit]
    keuzes: Mapping[str, Sequence[Keuze]]
    elders: Mapping[str, Bekend]
    standaarden: Sequence[Standaard]
    delen: dict[str, tuple[Deel, ...]] = field(default_factory=dict)
    meldingen: dict[str, list[Melding]] = field(default_factory=dict)
    onzeker: set[str] = field(default_factory=set)
    metas: dict[str, BesluitMeta] = field(default_factory=dict)
    over_anderen: list[Elders] = field(default_factory=list)
    klaar: dict[int, tuple[Venster, ...]] = field(default_factory=dict)
    bezig: list[Deel] = field(default_factory=list)

    def __post_init__(self) -> None:
        for ontleed in self.besluiten:
            self.meldingen[ontleed.besluit.meta.id] = []
            self.metas[ontleed.besluit.meta.id] = ontleed.besluit.meta
            self.over_anderen.extend(
                Elders(ontleed.besluit.meta, c)
                for c in ontleed.clausules
                if isinstance(c, Inwerkingtreding) and c.besluit and not is_algemeen(c.besluit)
            )

    def meta(self, id: str) -> BesluitMeta:
        """The metadata of a decision."""
        return self.metas[id]

    def meld(self, besluit: str, melding: Melding) -> None:
        """Add a finding once."""
        if melding not in self.meldingen[besluit]:
            self.meldingen[besluit].append(melding)
