"""Two trees of one history → the parts of a RegelingMutatie, in an order in which they can be executed one by one.

Units are what STOP can replace: articles, divisions, annexes, the note. A unit that stays is a Vervang (VervangKop for
a division of which only the heading changes), a moved one a Vervang with a new place, a new one a VoegToe, a removed
one a Verwijder. What moves into a new container is removed first and comes along with it; what moves out of a removed
one is removed with it first, and comes back at its new place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from amend.compare.samen import Knoop, Relatie
from amend.model.tree import INDELING, Node, Soort, alle_nodes
from amend.write.stop.regeling import is_vrij
from amend.write.stop.renvooi import gelijk_zichtbaar, met_renvooi

Actie = Literal["VoegToe", "Vervang", "VervangKop", "Verwijder"]
EENHEID: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.TOELICHTING}


@dataclass(slots=True)
class Deel:
    """One part of a mutation. ``wat`` is the identity it is about; ``positie``/``context`` where it comes to stand.

    ``raakt`` are the identities that it touches (old and new), by which the instructions find it.
    """

    actie: Actie
    node: Node
    wat: str
    positie: str = ""
    context: str = ""
    ouder: Node | None = None
    raakt: frozenset[str] = frozenset()
    oorsprong: frozenset[tuple[str, str]] = frozenset()


@dataclass(slots=True)
class Mutatie:
    """The parts of a mutation, and what STOP cannot change by one (a Dutch phrase each)."""

    eerst: list[Deel] = field(default_factory=list)
    midden: list[Deel] = field(default_factory=list)
    laatst: list[Deel] = field(default_factory=list)
    kan_niet: list[str] = field(default_factory=list)

    @property
    def delen(self) -> tuple[Deel, ...]:
        """All parts, in order of execution."""
        return (*self.eerst, *self.midden, *self.laatst)


def mutatie_van(samen: Knoop, lichaam_wid: str) -> Mutatie:
    """The mutation that turns the old tree of a merged tree into the new one."""
    uit = Mutatie()
    if any(node is not None and is_vrij(node) for node in (samen.oud, samen.nieuw)):
        uit.kan_niet.append("een tekst zonder artikelen")
        return uit
    if samen.opschrift is not None and _anders(samen):
        uit.kan_niet.append("het opschrift van de regeling")
    uit_weg = {
        k.naar for weg in samen.loop() if weg.relatie is Relatie.WEG for k in weg.loop() if k.relatie is Relatie.VAN
    }
    _Loop(uit, lichaam_wid, uit_weg).kinderen(samen)
    return uit


def _anders(samen: Knoop) -> bool:
    return any(not deel.gelijk or deel.opmaak for deel in samen.opschrift or ())


class _Loop:
    def __init__(self, uit: Mutatie, lichaam_wid: str, uit_weg: set[int]) -> None:
        self.uit = uit
        self.uit_weg = uit_weg
        """What moves out of something that is removed (ids of places)."""
        self.lichaam_wid = lichaam_wid

    def kinderen(self, ouder: Knoop) -> None:
        """The units among the children of a division (or of the whole)."""
        vorige = ""
        rij = ouder.kinderen
        for i, kind in enumerate(rij):
            if kind.node.soort not in EENHEID:
                self._vast(kind)
                continue
            if kind.relatie is Relatie.BIJ:
                self._bij(kind, self._plek(rij, i, vorige), ouder)
            elif kind.relatie is Relatie.NAAR:
                self._verplaatst(kind, self._plek(rij, i, vorige), ouder)
            elif kind.relatie is Relatie.WEG:
                self._weg(kind, ouder)
            elif kind.relatie is Relatie.PAAR:
                self._paar(kind, ouder)
            if kind.relatie not in (Relatie.WEG, Relatie.VAN):
                vorige = kind.node.wid

    def _plek(self, rij: tuple[Knoop, ...], i: int, vorige: str) -> tuple[str, str]:
        """Behind the previous sibling, before the next that stays, or beside one that is removed afterwards."""
        soort = rij[i].node.soort
        if vorige and (soort is not Soort.BIJLAGE or any(k.node.wid == vorige and k.node.soort is soort for k in rij)):
            return "volgtOp", vorige
        blijft = (k for k in rij[i + 1 :] if k.relatie in (Relatie.PAAR, Relatie.GELIJK) and k.node.soort in EENHEID)
        volgende = next((k.node.wid for k in blijft if k.node.wid), "")
        if volgende and soort is not Soort.BIJLAGE:
            return "komtVoor", volgende
        if soort in (Soort.BIJLAGE, Soort.TOELICHTING):
            return self._achteraan(rij, soort)
        weg = next((k.node.wid for k in rij if k.relatie is Relatie.WEG and k.node.soort in EENHEID), "")
        return ("volgtOp", weg) if weg else ("", "")

    def _achteraan(self, rij: tuple[Knoop, ...], soort: Soort) -> tuple[str, str]:
        """A first annex or note: before what stays of its kind, else behind the closing or the body."""
        zelfde = [k for k in rij if k.node.soort is soort and k.relatie in (Relatie.PAAR, Relatie.GELIJK)]
        if zelfde:
            return "komtVoor", zelfde[0].node.wid
        sluiting = next((k.node.wid for k in rij if k.node.soort is Soort.SLUITING and k.node.wid), "")
        return "volgtOp", sluiting or self.lichaam_wid

    def _vast(self, kind: Knoop) -> None:
        """Aanhef, closing and loose text: STOP has no mutation of them."""
        if kind.relatie is Relatie.GELIJK:
            return
        oud, nieuw = kind.oud, kind.nieuw
        if oud is not None and nieuw is not None and gelijk_zichtbaar(oud, nieuw):
            return
        naam = {Soort.AANHEF: "de aanhef", Soort.SLUITING: "de sluiting"}.get(kind.node.soort, "losse tekst")
        if naam not in self.uit.kan_niet:
            self.uit.kan_niet.append(naam)

    def _bij(self, kind: Knoop, plek: tuple[str, str], ouder: Knoop) -> None:
        self._eerst_weg(kind)
        if not plek[1]:
            self.uit.kan_niet.append(f"een {kind.node.soort.value} in een deel dat nog leeg was")
            return
        node = kind.node
        self.uit.midden.append(self._deel("VoegToe", node, (node,), ouder, plek))

    def _eerst_weg(self, kind: Knoop) -> None:
        """What moves into a new container is removed at its old place, for it comes back with the container."""
        for deel in kind.loop():
            if deel.relatie is Relatie.NAAR and deel.kinderen[0].oud is not None:
                oud = deel.kinderen[0].oud
                if oud.soort in EENHEID:
                    self.uit.eerst.append(self._deel("Verwijder", oud, (oud,), None))

    def _weg(self, kind: Knoop, ouder: Knoop) -> None:
        assert kind.oud is not None  # noqa: S101 - a removed place has an old element
        leeg = any(k.relatie is Relatie.VAN and k.node.soort in EENHEID for k in kind.loop())
        (self.uit.eerst if leeg else self.uit.laatst).append(self._deel("Verwijder", kind.oud, (kind.oud,), ouder))

    def _verplaatst(self, kind: Knoop, plek: tuple[str, str], ouder: Knoop) -> None:
        inhoud = kind.kinderen[0]
        oud, nieuw = inhoud.oud, inhoud.nieuw
        if oud is None or nieuw is None:
            return
        uit_weg = inhoud.id in self.uit_weg
        if uit_weg or not plek[1] or oud.soort is not nieuw.soort:
            if not uit_weg:
                self.uit.eerst.append(self._deel("Verwijder", oud, (oud,), None))
            if plek[1]:
                self.uit.midden.append(self._deel("VoegToe", nieuw, (nieuw,), ouder, plek))
            else:
                self.uit.kan_niet.append(f"een {nieuw.soort.value} in een deel dat nog leeg was")
            return
        self.uit.midden.append(self._deel("Vervang", met_renvooi(inhoud), (oud, nieuw), ouder, plek))

    def _paar(self, kind: Knoop, ouder: Knoop) -> None:
        oud, nieuw = kind.oud, kind.nieuw
        if oud is None or nieuw is None or gelijk_zichtbaar(oud, nieuw):
            return
        if oud.soort is not nieuw.soort:
            self.uit.laatst.append(self._deel("Verwijder", oud, (oud,), ouder))
            self.uit.midden.append(self._deel("VoegToe", nieuw, (nieuw,), ouder, ("volgtOp", oud.wid)))
        elif nieuw.soort not in INDELING or oud.status is not nieuw.status:
            self.uit.midden.append(self._deel("Vervang", met_renvooi(kind), (oud, nieuw), ouder))
        else:
            if _kop(oud) != _kop(nieuw):
                self.uit.midden.append(self._deel("VervangKop", met_renvooi(kind), (), ouder, eigen=(oud, nieuw)))
            self.kinderen(kind)

    def _deel(
        self,
        actie: Actie,
        node: Node,
        bron: Iterable[Node],
        ouder: Knoop | None,
        plek: tuple[str, str] = ("", ""),
        eigen: tuple[Node, ...] = (),
    ) -> Deel:
        raakt = frozenset({n.wid for n in (*_alle(bron), *eigen) if n.wid})
        oorsprong = frozenset(_oorsprongen(node if not eigen else eigen[-1], diep=not eigen))
        houder = (ouder.nieuw or ouder.oud) if ouder is not None else None
        return Deel(actie, node, node.wid, plek[0], plek[1], houder, raakt, oorsprong)


def _kop(node: Node) -> tuple[object, ...]:
    return (node.label, node.aanduiding, tuple((run.tekst, run.marks) for run in node.opschrift))


def _alle(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield from alle_nodes(node)


def _oorsprongen(node: Node, *, diep: bool) -> Iterator[tuple[str, str]]:
    """(decision, part) of everything that has an origin in (or below) a node."""
    for deel in alle_nodes(node) if diep else (node,):
        runs = (run.oorsprong for run in (*deel.opschrift, *deel.tekst))
        for oorsprong in (deel.oorsprong, deel.nummer_oorsprong, *runs):
            if oorsprong is not None:
                yield oorsprong.besluit, oorsprong.onderdeel
