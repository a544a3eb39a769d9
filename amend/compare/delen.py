"""Split and joined elements: one paragraph that became several neighbours with the same words, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from amend.compare.samen import Knoop, Relatie, Samen
from amend.compare.woorden import segmenten, woordparen, woordtokens
from amend.model.tree import ITEMS, Node, Soort, alle_nodes, platte_tekst, runs

_DEELBAAR: Final = ITEMS | {Soort.LID, Soort.AL}
_GELIJK: Final = 0.9
_MIN_WOORDEN: Final = 3
_MAX_BUREN: Final = 5


@dataclass(frozen=True, slots=True)
class Gedeeld:
    """``delen`` are the places that together hold the words; ``samen``: they were joined (else: split)."""

    delen: tuple[Knoop, ...]
    samen: bool
    woorden: tuple[tuple[str, str], ...] = ()
    nummer_blijft: bool = False


def zoek_gedeeld(samen: Samen) -> dict[int, Gedeeld]:
    """Per id of a paired place: how it was split or what was joined into it."""
    uit: dict[int, Gedeeld] = {}
    for ouder in samen.root.loop():
        if ouder.relatie is not Relatie.PAAR:
            continue
        rij = ouder.kinderen
        for n, knoop in enumerate(rij):
            if knoop.relatie is Relatie.PAAR and knoop.node.soort in _DEELBAAR:
                gedeeld = _gedeeld(rij, n, Relatie.BIJ) or _gedeeld(rij, n, Relatie.WEG)
                if gedeeld is not None:
                    uit[knoop.id] = gedeeld
    return uit


def _gedeeld(rij: Sequence[Knoop], n: int, relatie: Relatie) -> Gedeeld | None:
    knoop = rij[n]
    heel, rest = (knoop.oud, knoop.nieuw) if relatie is Relatie.BIJ else (knoop.nieuw, knoop.oud)
    if heel is None or rest is None:
        return None
    buren = [list(_buren(rij, n, stap, relatie, knoop.node.soort)) for stap in (-1, 1)]
    if not any(buren):
        return None
    woorden = _woorden(heel)
    eigen = _woorden(rest)
    if len(woorden) < 2 * _MIN_WOORDEN or len(eigen) < 1:
        return None
    beste: tuple[float, int, tuple[Knoop, ...]] | None = None
    for voor in range(len(buren[0]) + 1):
        for na in range(len(buren[1]) + 1):
            delen = (*reversed(buren[0][:voor]), knoop, *buren[1][:na])
            if len(delen) > 1 and all(len(_woorden(d.node)) >= _MIN_WOORDEN for d in delen if d is not knoop):
                maat = Indel.normalized_similarity(woorden, [w for d in delen for w in _woorden(_kant(d, relatie))])
                beste = max(beste or (0.0, 0, ()), (maat, -len(delen), delen), key=lambda keus: keus[:2])
    if beste is None or beste[0] < _GELIJK or beste[0] <= Indel.normalized_similarity(woorden, eigen) + 0.02:
        return None
    return _uitkomst(heel, beste[2], relatie)


def _uitkomst(heel: Node, delen: tuple[Knoop, ...], relatie: Relatie) -> Gedeeld:
    los = " ".join(_tekst(_kant(deel, relatie)) for deel in delen)
    oud, nieuw = (_tekst(heel), los) if relatie is Relatie.BIJ else (los, _tekst(heel))
    verschil = tuple(
        (o, n) for o, n in woordparen(segmenten(runs(oud), runs(nieuw))) if o.strip().lower() != n.strip().lower()
    )
    nummers = [_kant(deel, relatie).nummer for deel in delen]
    return Gedeeld(delen, relatie is Relatie.WEG, verschil, heel.nummer in nummers)


def _buren(rij: Sequence[Knoop], n: int, stap: int, relatie: Relatie, soort: Soort) -> Iterator[Knoop]:
    for k in range(1, _MAX_BUREN + 1):
        plek = n + stap * k
        if not 0 <= plek < len(rij) or rij[plek].relatie is not relatie or rij[plek].node.soort is not soort:
            return
        yield rij[plek]


def _kant(knoop: Knoop, relatie: Relatie) -> Node:
    """The side of a place that the several stand on: new when split, old when joined."""
    kant = knoop.nieuw if relatie is Relatie.BIJ else knoop.oud
    return kant or knoop.node


def _tekst(node: Node) -> str:
    return " ".join(filter(None, (platte_tekst(deel.tekst) for deel in alle_nodes(node))))


def _woorden(node: Node) -> list[str]:
    return [woord.lower() for woord in woordtokens(_tekst(node))]
