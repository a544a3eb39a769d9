"""The text after any sequence of doelen: computed once, shared and extended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from amend.apply.uitvoeren import Uitvoering
from amend.history.citaat_versies import met_versies
from amend.history.doel import Doel
from amend.history.gegevens import met_titels
from amend.history.geldend import telt_mee
from amend.history.geschiedenis.beslissingen import Uitslag, Uitvoerder, gelukt, op_zelfde_dag, volgens_keuze
from amend.history.herstel import herstelt
from amend.history.overzicht import overzichtsregel
from amend.history.randen import kruist
from amend.history.samenloop import Samenloop, anders_gebonden, terug_over_versie
from amend.history.tijdelijk import Einde, Tijdelijk
from amend.history.volgorde import groep, zelfde_dagen
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.regeling import OverzichtRegel, Regeling, RegelingMeta
from amend.model.stap import StapVerslag
from amend.model.tree import Node

T = TypeVar("T")


@dataclass(slots=True)
class Stand:
    """The tree after a sequence of doelen, the sequence before it, and what was computed further.

    ``verslag``, ``samenloop`` and ``rij`` are of the last doel; ``meta`` (titles), ``onvolledig`` (why the text is
    incomplete) and ``alle_samenloop`` of the whole sequence, shared with the one before where nothing was added.
    ``einden``: the ends that the text sets itself, once they have been read.
    """

    root: Node
    verslag: tuple[tuple[Doel, StapVerslag], ...] = ()
    volledig: bool = True
    samenloop: tuple[Samenloop, ...] = ()
    rij: OverzichtRegel | None = None
    meta: RegelingMeta = field(default_factory=RegelingMeta)
    onvolledig: tuple[str, ...] = ()
    alle_samenloop: tuple[Samenloop, ...] = ()
    vorige: Stand | None = None
    verder: dict[str, Stand] = field(default_factory=dict)
    einden: tuple[Einde, ...] | None = None

    def keten(self) -> list[Stand]:
        """From the base to this one."""
        uit: list[Stand] = []
        stand: Stand | None = self
        while stand is not None:
            uit.append(stand)
            stand = stand.vorige
        return uit[::-1]


@dataclass(slots=True)
class Verloop:
    """The texts of one regulation, by the doelen that made them."""

    regeling: Regeling
    doelen: tuple[Doel, ...]
    uitvoerder: Uitvoerder
    tijdelijk: Tijdelijk = field(default_factory=Tijdelijk)
    begin: Stand = field(init=False)
    _bekendgemaakt: dict[str, Uitvoering] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.begin = Stand(self.regeling.root, meta=self.regeling.meta)

    def stand(self, doelen: Sequence[Doel]) -> Stand:
        """The tree after these doelen, continuing from the longest sequence that was computed before."""
        stand = self.begin
        for n, doel in enumerate(doelen[1:], 2):
            volgende = stand.verder.get(doel.id)
            if volgende is None:
                volgende = stand.verder[doel.id] = self._verder(stand, doelen[:n])
            stand = volgende
        return stand

    def bekend_bij_bekendmaking(self, doel: Doel) -> tuple[Doel, ...]:
        """The doelen before this one in the text in force at its entry into force, as known on its publication."""
        if doel.bek is None or doel.jwv is None:
            return ()
        dag = max(doel.jwv, doel.gv or doel.jwv)
        ervoor = self.doelen[: self.doelen.index(doel)]
        return telt_mee(ervoor, dag, doel.bek, dag)

    def _verder(self, stand: Stand, doelen: Sequence[Doel]) -> Stand:
        """The tree after the last of ``doelen``, given the tree after the others."""
        doel, ervoor = doelen[-1], doelen[:-1]
        uit, samenloop, noten = self._op_tekst(stand, doelen)
        noten = (*noten, *kruist(doel, ervoor))
        if not stand.volledig:
            noten = (*noten, *herstelt(doel, uit.verslag, [paar for s in stand.keten() for paar in s.verslag]))
        verslag = self._verslag(stand, doelen, uit, noten)
        self.tijdelijk.lees(uit.root)
        open_vraag = any(s.melding.blokkeert for s in samenloop)
        return Stand(
            uit.root,
            verslag,
            stand.volledig and uit.volledig and not open_vraag,
            samenloop,
            overzichtsregel(doel, [v for _, v in verslag]),
            met_titels(stand.meta, stand.root, uit.root),
            _met(stand.onvolledig, _waarom(verslag, samenloop)),
            _met(stand.alle_samenloop, samenloop),
            stand,
        )

    def _op_tekst(self, stand: Stand, doelen: Sequence[Doel]) -> Uitslag:
        """Execute the last doel, and settle what the other decisions of the time make doubtful."""
        doel, ervoor = doelen[-1], doelen[:-1]
        uit, samenloop, noten = self._tegen_bekendmaking(stand, doel, ervoor)
        if len(ervoor) > 1 and any(zelfde_dagen(eerder, doel) for eerder in ervoor[groep(doelen) :]):
            begin = groep(doelen)
            basis = self.stand(doelen[:begin]).root
            uit, zelfde, extra = op_zelfde_dag(self.uitvoerder, doelen[begin:], basis, uit)
            samenloop, noten = (*samenloop, *zelfde), (*noten, *extra)
        return uit, samenloop, noten

    def _tegen_bekendmaking(self, stand: Stand, doel: Doel, ervoor: Sequence[Doel]) -> Uitslag:
        """Execute a doel, held against the text as it was known on its publication when that is another one."""
        uit = self.uitvoerder.voer_uit(stand.root, doel)
        verwacht = self.bekend_bij_bekendmaking(doel)
        if _zelfde(verwacht, ervoor):
            return uit, (), ()
        toen = self._uitvoering_bij_bekendmaking(doel, verwacht)
        stappen, noten = anders_gebonden(doel, toen, uit, self.uitvoerder.keuzes_van(doel), stand.root)
        if stappen != doel.stappen:
            uit = self.uitvoerder.voer_uit(stand.root, doel, stappen)
        hier = {d.id for d in ervoor}
        gemist = [d for d in verwacht if d.id not in hier]
        gevonden = terug_over_versie(doel, gemist, toen, uit, self.stand(verwacht).root) if gemist else None
        uit, samenloop, extra = volgens_keuze(self.uitvoerder, doel, uit, gevonden)
        return uit, samenloop, (*noten, *extra)

    def _uitvoering_bij_bekendmaking(self, doel: Doel, verwacht: Sequence[Doel]) -> Uitvoering:
        if doel.id not in self._bekendgemaakt:
            self._bekendgemaakt[doel.id] = self.uitvoerder.voer_uit(self.stand(verwacht).root, doel)
        return self._bekendgemaakt[doel.id]

    def _verslag(
        self, stand: Stand, doelen: Sequence[Doel], uit: Uitvoering, noten: Sequence[Melding]
    ) -> tuple[tuple[Doel, StapVerslag], ...]:
        """The report of every step of the last doel; the notes stand with the last one."""
        doel = doelen[-1]
        andere = self._andere_versies(stand, doelen) if not uit.volledig else ()
        verslag = [(doel, met_versies(_bij_besluit(v, doel.besluit), andere)) for v in uit.verslag]
        if noten and verslag:
            laatste = verslag[-1][1]
            eigen = tuple(m.bij(bestand=doel.besluit) for m in noten)
            verslag[-1] = (doel, replace(laatste, meldingen=(*laatste.meldingen, *eigen)))
        return tuple(verslag)

    def _andere_versies(self, stand: Stand, doelen: Sequence[Doel]) -> tuple[tuple[str, Node], ...]:
        """The text as known on publication, when that is another one, and the earlier texts, latest first."""
        ervoor, verwacht = doelen[:-1], self.bekend_bij_bekendmaking(doelen[-1])
        uit: list[tuple[str, Node]] = []
        if verwacht and not _zelfde(verwacht, ervoor):
            uit.append(("zoals die bij de bekendmaking van dit besluit bekend was", self.stand(verwacht).root))
        keten = stand.keten()
        for eerder, doel in zip(reversed(keten[:-1]), reversed(ervoor), strict=False):
            dag = f" (in werking {datum_tekst(doel.jwv)})" if doel.jwv else ""
            uit.append((f"van vóór besluit {doel.besluit}{dag}", eerder.root))
        return tuple(uit)


def _zelfde(een: Sequence[Doel], ander: Sequence[Doel]) -> bool:
    return [doel.id for doel in een] == [doel.id for doel in ander]


def _met(eerder: tuple[T, ...], nieuw: tuple[T, ...]) -> tuple[T, ...]:
    """The same tuple when nothing is added: a thousand versions without trouble share it."""
    return (*eerder, *nieuw) if nieuw else eerder


def _waarom(verslag: Sequence[tuple[Doel, StapVerslag]], samenloop: Sequence[Samenloop]) -> tuple[str, ...]:
    """Why a text is incomplete: steps that were not done, open questions."""
    geweigerd = (f"{doel.besluit}, onderdeel {v.stap.naam}" for doel, v in verslag if not gelukt(v))
    vragen = (f"{s.melding.code}: {s.melding.tekst}" for s in samenloop if s.melding.blokkeert)
    return (*geweigerd, *vragen)


def _bij_besluit(verslag: StapVerslag, besluit: str) -> StapVerslag:
    return replace(verslag, meldingen=tuple(m.bij(bestand=besluit) for m in verslag.meldingen))
