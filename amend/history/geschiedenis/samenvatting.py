"""What a sequence of doelen gives together: reports, conflicts, findings, metadata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from amend.history.doel import Doel
from amend.history.gegevens import met_grondslag
from amend.history.geschiedenis.verloop import Stand
from amend.history.overzicht import meta_van_versie
from amend.history.samenloop import Samenloop
from amend.model.clausules import Grondslag
from amend.model.melding import Melding
from amend.model.regeling import RegelingMeta
from amend.model.stap import StapVerslag

_BEWAARD: Final = 64
"""How many of those are kept: they are long, and made in a millisecond."""


@dataclass(frozen=True, slots=True)
class Samen:
    """What a sequence of doelen gives together; ``stand`` keeps the tree alive to which it belongs."""

    stand: Stand
    verslag: tuple[tuple[Doel, StapVerslag], ...]
    samenloop: tuple[Samenloop, ...]
    meldingen: tuple[Melding, ...]
    onvolledig: tuple[str, ...]
    meta: RegelingMeta


@dataclass(slots=True)
class Samenvatter:
    """Makes them, and keeps those of the last sequences that were asked. ``grondslagen``: new bases, by decision."""

    grondslagen: Sequence[tuple[str, Grondslag]]
    _bewaard: dict[int, Samen] = field(default_factory=dict)

    def van(self, stand: Stand, gekozen: Sequence[Doel]) -> Samen:
        """The summary of the sequence that led to ``stand``."""
        sleutel = id(stand)
        if sleutel not in self._bewaard:
            if len(self._bewaard) >= _BEWAARD:
                self._bewaard.pop(next(iter(self._bewaard)))
            self._bewaard[sleutel] = self._vat_samen(stand, gekozen)
        return self._bewaard[sleutel]

    def _vat_samen(self, stand: Stand, gekozen: Sequence[Doel]) -> Samen:
        keten = stand.keten()
        verslag = tuple(rij for deel in keten for rij in deel.verslag)
        meta = meta_van_versie(stand.meta, gekozen, [deel.rij for deel in keten if deel.rij is not None], None)
        if self.grondslagen:
            werkend = {doel.besluit for doel in gekozen}
            meta = met_grondslag(meta, [c for besluit, c in self.grondslagen if besluit in werkend])
        meldingen = (*(m for _, v in verslag for m in v.meldingen), *(s.melding for s in stand.alle_samenloop))
        return Samen(stand, verslag, stand.alle_samenloop, meldingen, stand.onvolledig, meta)
