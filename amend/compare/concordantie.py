"""The concordance: which number an element had in the old version and has in the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from amend.compare.lijkt import GENUMMERD, MET_KOP
from amend.compare.plaats import plaats_van
from amend.compare.samen import Knoop, Relatie, Samen
from amend.compare.tak import Tak
from amend.model.tree import INDELING, Soort, Status


class Lot(StrEnum):
    """What became of a number."""

    GELIJK = "ongewijzigd"
    VERNUMMERD = "vernummerd"
    VERPLAATST = "verplaatst"
    NIEUW = "nieuw"
    WEG = "vervallen"


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: old address, new address, and what became of it. A missing side is None."""

    oud: str | None
    nieuw: str | None
    lot: Lot


def concordantie(samen: Samen) -> tuple[Regel, ...]:
    """Articles, divisions and annexes all; leden and items only where their number or their existence changed."""
    uit: list[Regel] = []
    for a, b, verplaatst in _paren(samen):
        kop = (a or b).node.soort in MET_KOP if a or b else False  # type: ignore[union-attr]
        oud, nieuw = (plaats_van(tak) if tak else None for tak in (a, b))
        lot = _lot(a, b, verplaatst)
        if kop or (lot is not Lot.GELIJK and _eigen(a, b)):
            uit.append(Regel(oud, nieuw, lot))
    return tuple(uit)


def _lot(a: Tak | None, b: Tak | None, verplaatst: bool) -> Lot:
    if a is None:
        return Lot.NIEUW
    if b is None or (b.node.status is Status.VERVALLEN and a.node.status is not Status.VERVALLEN):
        return Lot.WEG
    if a.node.nummer != b.node.nummer:
        return Lot.VERNUMMERD
    return Lot.VERPLAATST if verplaatst else Lot.GELIJK


def _eigen(a: Tak | None, b: Tak | None) -> bool:
    """True for a numbered element whose own number changed, or that came or went inside an element that stayed."""
    tak = a or b
    return tak is not None and tak.node.soort in GENUMMERD and bool(tak.node.nummer)


def _paren(samen: Samen) -> Iterator[tuple[Tak | None, Tak | None, bool]]:
    stapel: list[tuple[Knoop, bool]] = [(samen.root, False)]
    while stapel:
        knoop, verplaatst = stapel.pop()
        a, b = samen.takken[knoop.id]
        if knoop.relatie is Relatie.GELIJK and a is not None and b is not None:
            for x, y in zip(_met_kop(a), _met_kop(b), strict=True):
                yield x, y, verplaatst and x is a
            continue
        if knoop.relatie is Relatie.PAAR and _telt(knoop):
            yield a, b, verplaatst
        elif knoop.relatie is Relatie.WEG and _telt(knoop):
            yield a, None, False
        elif knoop.relatie is Relatie.BIJ and _telt(knoop):
            yield None, b, False
        if knoop.relatie in (Relatie.WEG, Relatie.BIJ) and knoop.node.soort not in INDELING:
            continue
        stapel.extend((kind, knoop.relatie is Relatie.NAAR) for kind in reversed(knoop.kinderen))


def _telt(knoop: Knoop) -> bool:
    return knoop.node.soort in MET_KOP | GENUMMERD


def _met_kop(tak: Tak) -> Iterator[Tak]:
    """The branch and the divisions, annexes and articles below it; articles are not entered."""
    stapel = [tak]
    while stapel:
        huidig = stapel.pop()
        if huidig.node.soort in MET_KOP:
            yield huidig
        if huidig.node.soort is not Soort.ARTIKEL:
            stapel.extend(reversed(huidig.kinderen))
