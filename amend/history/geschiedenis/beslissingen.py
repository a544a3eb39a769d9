"""Executing a doel, and what a recorded choice does where two readings of the outcome are possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amend.apply.uitvoeren import Uitvoering, voer_uit
from amend.history import codes
from amend.history.doel import Doel
from amend.history.geschiedenis.opzet import keuzes_van
from amend.history.samenloop import Samenloop, beslist, keuze_voor, volgens_lezing
from amend.history.volgorde import bevinding, toets
from amend.model.melding import Melding
from amend.model.stap import Keuze, Stap, StapStatus, StapVerslag
from amend.model.tree import Node

Uitslag = tuple[Uitvoering, tuple[Samenloop, ...], tuple[Melding, ...]]
"""The outcome, the conflicts that stay open, and notes on the choices that settled the others."""


@dataclass(frozen=True, slots=True)
class Uitvoerder:
    """Executes doelen on a text, with the choices recorded for their decisions."""

    autoriteit: str
    keuzes: Sequence[tuple[str, Keuze]]

    def keuzes_van(self, doel: Doel) -> tuple[Keuze, ...]:
        """The choices recorded for the decision of a doel."""
        return keuzes_van(self.keuzes, doel.besluit)

    def voer_uit(self, root: Node, doel: Doel, stappen: Sequence[Stap] | None = None) -> Uitvoering:
        """Execute the steps of a doel, or ``stappen`` in their place."""
        versie = f"{self.autoriteit}_{doel.besluit}"
        uit_te_voeren = doel.stappen if stappen is None else stappen
        return voer_uit(root, uit_te_voeren, doel.besluit, versie, self.keuzes_van(doel))


def gelukt(verslag: StapVerslag) -> bool:
    """True for a step that was done, changed nothing, or was left out by a choice."""
    return verslag.status in (StapStatus.UITGEVOERD, StapStatus.GEEN, StapStatus.WEGGELATEN)


def volgens_keuze(uitvoerder: Uitvoerder, doel: Doel, uit: Uitvoering, gevonden: Samenloop | None) -> Uitslag:
    """The outcome after a recorded choice between the readings of a retroactive conflict."""
    if gevonden is None:
        return uit, (), ()
    onderdeel = gevonden.melding.onderdeel or "*"
    keuze = keuze_voor(uitvoerder.keuzes_van(doel), onderdeel, codes.TERUG_OVER_VERSIE)
    lezing = next((le for le in gevonden.lezingen if keuze and le.naam == keuze.keuze), None)
    if keuze is None or lezing is None:
        return uit, (gevonden,), ()
    verslag = tuple(volgens_lezing(v, gevonden, lezing, keuze) for v in uit.verslag)
    volledig = all(gelukt(v) for v in verslag)
    return replace(uit, root=lezing.root, verslag=verslag, volledig=volledig), (), (beslist(keuze, onderdeel),)


def op_zelfde_dag(uitvoerder: Uitvoerder, dag: Sequence[Doel], basis: Node, uit: Uitvoering) -> Uitslag:
    """Test the last doel of a day against each other decision of it; a recorded choice settles a difference.

    ``basis`` is the text before that day, ``uit`` the outcome in the order of the doelen.
    """
    *ervoor, ander = dag
    open_: list[Samenloop] = []
    noten: list[Melding] = []
    for een in ervoor:
        if een.besluit == ander.besluit:
            continue
        gevonden = bevinding(een, ander, toets(uitvoerder.voer_uit, basis, een, ander))
        if gevonden is None:
            continue
        keuze = keuze_voor(uitvoerder.keuzes_van(ander), "*", codes.ZELFDE_DAG) if gevonden.lezingen else None
        if keuze is None or keuze.keuze not in ("volgorde", "omgekeerd"):
            open_.append(gevonden)
            continue
        noten.append(beslist(keuze, "*"))
        if keuze.keuze == "omgekeerd":
            uit = _omgekeerd(uitvoerder, ervoor, ander, basis)
    return uit, tuple(open_), tuple(noten)


def _omgekeerd(uitvoerder: Uitvoerder, ervoor: Sequence[Doel], ander: Doel, basis: Node) -> Uitvoering:
    """The text with the last doel of a day executed before the others of that day."""
    uit = eerst = uitvoerder.voer_uit(basis, ander)
    for doel in ervoor:
        uit = uitvoerder.voer_uit(uit.root, doel)
    return replace(eerst, root=uit.root)
