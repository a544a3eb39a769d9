"""Two decisions on one day: on what ground the order rests (A5.70), and whether it makes a difference (2.6).

The order is tested, not assumed: both are executed in either order on the text before that day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from amend.apply.uitvoeren import Uitvoering
from amend.history import codes
from amend.history.doel import Doel
from amend.history.samenloop import Lezing, Samenloop, inhoud
from amend.model.kalender import datum_tekst
from amend.model.tree import Node

Voer = Callable[[Node, Doel], Uitvoering]
"""Tree × doel → outcome."""


@dataclass(frozen=True, slots=True)
class Toets:
    """Both orders of two doelen on one tree: the outcomes of the first and of the second in each."""

    gewoon: tuple[Uitvoering, Uitvoering]
    omgekeerd: tuple[Uitvoering, Uitvoering]

    @property
    def wortel(self) -> Node:
        """The text in the order that was kept."""
        return self.gewoon[1].root

    @property
    def andersom(self) -> Node:
        """The text in the other order."""
        return self.omgekeerd[1].root


def zelfde_dagen(een: Doel, ander: Doel) -> bool:
    """True for parts of two decisions with the same dates."""
    return (een.jwv, een.gv) == (ander.jwv, ander.gv) and een.besluit != ander.besluit


def toets(voer: Voer, basis: Node, een: Doel, ander: Doel) -> Toets:
    """Execute both, in either order."""
    eerst = voer(basis, een)
    tweede = voer(basis, ander)
    return Toets((eerst, voer(eerst.root, ander)), (tweede, voer(tweede.root, een)))


def grond(een: Doel, ander: Doel) -> str:
    """The ground of aanwijzing 5.70 on which ``een`` comes first, in words; says so when there is none."""
    stappen = (
        (een.vast, ander.vast, "vastgesteld"),
        (een.bek, ander.bek, "bekendgemaakt"),
    )
    onbekend = ""
    for eerst, daarna, wat in stappen:
        if eerst is None or daarna is None:
            wie = een if eerst is None else ander
            onbekend = f"; van {wie.besluit} is niet bekend wanneer het is {wat}"
        elif eerst != daarna:
            return f"eerder {wat}: {datum_tekst(eerst)} tegen {datum_tekst(daarna)}{onbekend}"
    if een.blad and ander.blad and een.blad != ander.blad:
        return f"lager nummer in het blad: {een.blad} tegen {ander.blad}{onbekend}"
    return f"geen grond beslist: zelfde dagen en geen nummer in het blad{onbekend}"


def bevinding(een: Doel, ander: Doel, uitslag: Toets) -> Samenloop | None:
    """What the test says of the order ``een``, ``ander``; None when neither order can be executed."""
    gewoon = all(u.volledig for u in uitslag.gewoon)
    omgekeerd = all(u.volledig for u in uitslag.omgekeerd)
    ids = (een.id, ander.id)
    begin = (
        f"{een.besluit} en {ander.besluit} treden op {datum_tekst(een.jwv) if een.jwv else 'dezelfde dag'} in werking"
    )
    volgorde = f"eerst {een.besluit}, dan {ander.besluit} (aanwijzing 5.70; {grond(een, ander)})"
    if gewoon and not omgekeerd:
        tekst = f"{begin}; alleen in deze volgorde uitvoerbaar: {volgorde}."
        return Samenloop(codes.ZELFDE_DAG_GELIJK.melding(tekst), ids)
    if omgekeerd and not gewoon:
        tekst = f"{begin}; aangehouden is {volgorde}, maar alleen de omgekeerde volgorde is geheel uitvoerbaar."
        return _vraag(tekst, een, ander, uitslag)
    if not gewoon:
        return None
    if inhoud(uitslag.wortel) != inhoud(uitslag.andersom):
        tekst = f"{begin} en de tekst hangt af van de volgorde; aangehouden is {volgorde}."
        return _vraag(tekst, een, ander, uitslag)
    if _geraakt(uitslag.gewoon[0]) & _geraakt(uitslag.omgekeerd[0]):
        tekst = f"{begin} en wijzigen dezelfde bepaling; de volgorde maakt geen verschil. Aangehouden is {volgorde}."
        return Samenloop(codes.ZELFDE_DAG_ZELFDE_DOEL.melding(tekst).bij(bestand=ander.besluit), ids)
    tekst = f"{begin}; de volgorde maakt geen verschil."
    return Samenloop(codes.ZELFDE_DAG_GELIJK.melding(tekst), ids)


def _vraag(tekst: str, een: Doel, ander: Doel, uitslag: Toets) -> Samenloop:
    lezingen = (
        Lezing("volgorde", f"eerst {een.besluit}, dan {ander.besluit}", uitslag.wortel),
        Lezing("omgekeerd", f"eerst {ander.besluit}, dan {een.besluit}", uitslag.andersom),
    )
    melding = codes.ZELFDE_DAG.melding(tekst, hulp="Leg de keuze “volgorde” of “omgekeerd” vast, met de reden.")
    return Samenloop(melding.bij("*", ander.besluit), (een.id, ander.id), lezingen)


def _geraakt(uit: Uitvoering) -> set[str]:
    """The identities that the instructions bound to."""
    return {wid for verslag in uit.verslag for _, wids in verslag.gebonden for wid in wids if wid}


def groep(doelen: Sequence[Doel]) -> int:
    """Where the run of parts with the same dates as the last one begins."""
    begin = len(doelen) - 1
    while begin > 1 and (doelen[begin - 1].jwv, doelen[begin - 1].gv) == (doelen[-1].jwv, doelen[-1].gv):
        begin -= 1
    return begin
