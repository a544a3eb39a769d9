"""The merged tree: both versions in one, every difference marked. This is the edit script.

``projecteer`` reads a version out of it: what both share comes from the old tree, the rest from the accepted parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from amend.compare.tak import Tak
from amend.compare.uitlijnen import zwaarste_keten
from amend.compare.woorden import Segment, Stuk, segmenten, voeg
from amend.model.tree import Node, Tekst


class Relatie(StrEnum):
    """What a place of the merged tree is."""

    GELIJK = "gelijk"
    PAAR = "paar"
    WEG = "weg"
    BIJ = "bij"
    VAN = "van"
    """The old place of a moved element; ``naar`` is the id of its content."""
    NAAR = "naar"
    """The new place of a moved element; its only child is the content."""


class Aspect(StrEnum):
    """What of an element can differ."""

    PLEK = "plek"
    NUMMER = "nummer"
    OPSCHRIFT = "opschrift"
    TEKST = "tekst"
    STATUS = "status"
    KENMERK = "kenmerk"


Deel = tuple[int, Aspect]


@dataclass(frozen=True, slots=True)
class Knoop:
    """A place in the merged tree.

    ``oud``/``nieuw`` are the elements as they stand in the two trees. ``opschrift`` and ``tekst`` hold segments where
    the runs differ, None where they are the same.
    """

    id: int
    relatie: Relatie
    oud: Node | None = None
    nieuw: Node | None = None
    opschrift: tuple[Segment, ...] | None = None
    tekst: tuple[Segment, ...] | None = None
    kinderen: tuple[Knoop, ...] = ()
    naar: int = -1

    @property
    def node(self) -> Node:
        """The new element, or the old one where there is no new one."""
        node = self.nieuw or self.oud
        assert node is not None  # noqa: S101 - every place but a move's old one has an element
        return node

    def loop(self) -> Iterator[Knoop]:
        """This place and all below it, in reading order."""
        stapel = [self]
        while stapel:
            knoop = stapel.pop()
            yield knoop
            stapel.extend(reversed(knoop.kinderen))


@dataclass(frozen=True, slots=True)
class Samen:
    """The merged tree, and the branches behind each place (old, new)."""

    root: Knoop
    takken: dict[int, tuple[Tak | None, Tak | None]]

    def index(self) -> dict[int, Knoop]:
        """Every place by its id."""
        return {knoop.id: knoop for knoop in self.root.loop()}


class _Ontwerp:
    """A place before its children are known."""

    __slots__ = ("a", "b", "id", "kinderen", "naar", "relatie")

    def __init__(self, relatie: Relatie, a: Tak | None, b: Tak | None, nr: int) -> None:
        self.relatie, self.a, self.b, self.id = relatie, a, b, nr
        self.kinderen: list[_Ontwerp] = []
        self.naar = -1


def voeg_samen(oud: Tak, nieuw: Tak, *, identiteit: bool) -> Samen:
    """The merged tree of two paired trees."""
    bouw = _Bouw()
    root = bouw.maak(Relatie.PAAR, oud, nieuw)
    stapel, volgorde = [root], [root]
    while stapel:
        ontwerp = stapel.pop()
        bouw.vul(ontwerp)
        volgorde.extend(ontwerp.kinderen)
        stapel.extend(ontwerp.kinderen)
    for van, a in bouw.van:
        van.naar = bouw.inhoud[id(a)]
    klaar: dict[int, Knoop] = {}
    takken: dict[int, tuple[Tak | None, Tak | None]] = {}
    for ontwerp in reversed(volgorde):
        kinderen = tuple(klaar.pop(kind.id) for kind in ontwerp.kinderen)
        klaar[ontwerp.id] = _knoop(ontwerp, kinderen, identiteit)
        takken[ontwerp.id] = (ontwerp.a, ontwerp.b)
    return Samen(klaar[root.id], takken)


class _Bouw:
    def __init__(self) -> None:
        self.teller = 0
        self.inhoud: dict[int, int] = {}
        self.van: list[tuple[_Ontwerp, Tak]] = []

    def maak(self, relatie: Relatie, a: Tak | None, b: Tak | None) -> _Ontwerp:
        self.teller += 1
        if relatie is Relatie.PAAR and a is not None and a.gelijk:
            relatie = Relatie.GELIJK
        ontwerp = _Ontwerp(relatie, a, b, self.teller)
        if relatie is Relatie.VAN and a is not None:
            self.van.append((ontwerp, a))
        elif relatie in (Relatie.PAAR, Relatie.GELIJK) and a is not None:
            self.inhoud[id(a)] = ontwerp.id
        return ontwerp

    def vul(self, ontwerp: _Ontwerp) -> None:
        a, b = ontwerp.a, ontwerp.b
        match ontwerp.relatie:
            case Relatie.NAAR:
                ontwerp.kinderen = [self.maak(Relatie.PAAR, a, b)]
            case Relatie.PAAR if a is not None and b is not None:
                ontwerp.kinderen = self.kinderen(a, b)
            case Relatie.WEG if a is not None:
                ontwerp.kinderen = [self.oude(kind) for kind in a.kinderen]
            case Relatie.BIJ if b is not None:
                ontwerp.kinderen = [self.nieuwe(kind) for kind in b.kinderen]
            case _:
                pass

    def oude(self, a: Tak) -> _Ontwerp:
        return self.maak(Relatie.WEG if a.partner is None else Relatie.VAN, a, None)

    def nieuwe(self, b: Tak) -> _Ontwerp:
        return self.maak(Relatie.BIJ if b.partner is None else Relatie.NAAR, b.partner, b)

    def kinderen(self, a: Tak, b: Tak) -> list[_Ontwerp]:
        """The children of both in one order: what stays in place as the frame, old before new between."""
        blijft = [
            (k.index, k.partner.index, _gewicht(k.node)) for k in a.kinderen if k.partner and k.partner.ouder is b
        ]
        uit: list[_Ontwerp] = []
        i = j = 0
        for p, q in (*zwaarste_keten(blijft), (len(a.kinderen), len(b.kinderen))):
            uit.extend(self.oude(kind) for kind in a.kinderen[i:p])
            uit.extend(self.nieuwe(kind) for kind in b.kinderen[j:q])
            if p < len(a.kinderen):
                uit.append(self.maak(Relatie.PAAR, a.kinderen[p], b.kinderen[q]))
            i, j = p + 1, q + 1
        return uit


_ZWAAR: Final = 1000.0


def _gewicht(node: Node) -> float:
    """An element weighs one, and a little more when it holds more: so the fewest and smallest are called moved."""
    return 1.0 + min(len(node.kinderen) + sum(len(run.tekst) for run in node.tekst) / _ZWAAR, 100.0) / _ZWAAR


def _knoop(ontwerp: _Ontwerp, kinderen: tuple[Knoop, ...], identiteit: bool) -> Knoop:
    oud = ontwerp.a.node if ontwerp.a else None
    nieuw = ontwerp.b.node if ontwerp.b else None
    opschrift = tekst = None
    if ontwerp.relatie is Relatie.PAAR and oud is not None and nieuw is not None:
        opschrift = _segmenten(oud.opschrift, nieuw.opschrift, identiteit)
        tekst = _segmenten(oud.tekst, nieuw.tekst, identiteit)
    return Knoop(ontwerp.id, ontwerp.relatie, oud, nieuw, opschrift, tekst, kinderen, ontwerp.naar)


def _segmenten(oud: Tekst, nieuw: Tekst, identiteit: bool) -> tuple[Segment, ...] | None:
    return None if oud == nieuw else segmenten(oud, nieuw, identiteit=identiteit)


# ---- reading a version out of it -----------------------------------------------------------------------------------


def projecteer(samen: Samen, aanvaard: Callable[[Deel], bool], *, stil: bool) -> Node:
    """The tree in which the accepted parts are new and all others old.

    ``stil`` says the same of what no reader sees (identity, origin). Only what is shared and what is accepted is used:
    a difference that no change accounts for stays as it was.
    """
    index = samen.index()
    root = samen.root
    orde: list[tuple[Knoop, list[Knoop]]] = []
    stapel = [root]
    while stapel:
        knoop = stapel.pop()
        kinderen = [k for kind in knoop.kinderen if (k := _keus(knoop, kind, index, aanvaard)) is not None]
        orde.append((knoop, kinderen))
        stapel.extend(kinderen)
    klaar: dict[int, Node] = {}
    for knoop, kinderen in reversed(orde):
        klaar[knoop.id] = _node(knoop, tuple(klaar.pop(kind.id) for kind in kinderen), aanvaard, stil=stil)
    return klaar[root.id]


def _keus(ouder: Knoop, kind: Knoop, index: dict[int, Knoop], aanvaard: Callable[[Deel], bool]) -> Knoop | None:
    """The place that stands here in the version asked for, or None."""
    ja = aanvaard((kind.id, Aspect.PLEK))
    match kind.relatie:
        case Relatie.WEG:
            return kind if ouder.relatie is Relatie.WEG or not ja else None
        case Relatie.BIJ:
            return kind if ouder.relatie is Relatie.BIJ or ja else None
        case Relatie.VAN:
            return None if ja else index[kind.naar]
        case Relatie.NAAR:
            return kind.kinderen[0] if ja else None
        case _:
            return kind


def _node(knoop: Knoop, kinderen: tuple[Node, ...], aanvaard: Callable[[Deel], bool], *, stil: bool) -> Node:
    oud, nieuw = knoop.oud, knoop.nieuw
    if knoop.relatie is Relatie.GELIJK and oud is not None:
        return oud
    if oud is None or nieuw is None:
        return replace(knoop.node, kinderen=kinderen)
    nummer = nieuw if aanvaard((knoop.id, Aspect.NUMMER)) else oud
    zelfde = _nummer(oud) == _nummer(nieuw)
    kenmerk = nieuw if aanvaard((knoop.id, Aspect.KENMERK)) else oud
    onzichtbaar = nieuw if stil else oud
    return Node(
        soort=nummer.soort,
        wid=onzichtbaar.wid,
        nummer=nummer.nummer,
        label=nummer.label,
        aanduiding=nummer.aanduiding,
        opschrift=_tekst(oud.opschrift, knoop.opschrift, aanvaard((knoop.id, Aspect.OPSCHRIFT)), stil),
        tekst=_tekst(oud.tekst, knoop.tekst, aanvaard((knoop.id, Aspect.TEKST)), stil),
        kinderen=kinderen,
        status=(nieuw if aanvaard((knoop.id, Aspect.STATUS)) else oud).status,
        oorsprong=onzichtbaar.oorsprong,
        nummer_oorsprong=(onzichtbaar if zelfde else nummer).nummer_oorsprong,
        extra=kenmerk.extra,
        xml=kenmerk.xml,
    )


def _nummer(node: Node) -> tuple[str, ...]:
    return (node.soort, node.label, node.nummer, node.aanduiding)


def _tekst(oud: Tekst, delen: tuple[Segment, ...] | None, ja: bool, stil: bool) -> Tekst:
    if delen is None:
        return oud
    stukken: list[Stuk] = []
    for deel in delen:
        nieuw = ja if not deel.gelijk or deel.opmaak else stil
        stukken.extend(deel.nieuw if nieuw else deel.oud)
    return voeg(stukken)


def gelijk(a: Node, b: Node) -> bool:
    """True when two trees are equal in every field; shared subtrees cost nothing, depth is no limit."""
    stapel = [(a, b)]
    while stapel:
        x, y = stapel.pop()
        if x is y:
            continue
        if len(x.kinderen) != len(y.kinderen) or _velden(x) != _velden(y):
            return False
        stapel.extend(zip(x.kinderen, y.kinderen, strict=True))
    return True


def _velden(node: Node) -> tuple[object, ...]:
    return (
        *(node.soort, node.wid, node.nummer, node.label, node.aanduiding, node.opschrift, node.tekst, node.status),
        *(node.oorsprong, node.nummer_oorsprong, node.extra, node.xml),
    )
