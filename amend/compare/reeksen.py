"""Renumberings that are one event, joined: "artikelen 16 tot en met 33 zijn 12 tot en met 29 geworden"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amend.compare.samen import Aspect, Knoop, Relatie, Samen
from amend.compare.wijziging import Wijziging, Wijzigsoort
from amend.model.numbering import sleutel, uit_romeins
from amend.model.tree import INDELING, Node, Oorsprong, Soort


@dataclass(frozen=True, slots=True)
class _Geval:
    nr: int
    soort: Soort
    scope: int
    verschuiving: object
    oorsprong: Oorsprong | None
    onderbreking: int


def met_reeksen(samen: Samen, wijzigingen: Sequence[Wijziging]) -> list[Wijziging]:
    """The changes, with an id in ``reeks`` for renumberings that belong together.

    Known origins decide: one instruction is one event. Without origin: neighbours of the same kind that shifted alike,
    with no element between that kept its number. Articles count through the divisions, other elements per parent.
    """
    per_id = {
        knoop_id: w.nr
        for w in wijzigingen
        if w.soort is Wijzigsoort.VERNUMMERD and w.plaats_oud != w.plaats_nieuw
        for knoop_id, aspect in w.delen
        if aspect is Aspect.NUMMER
    }
    if not per_id:
        return list(wijzigingen)
    reeks: dict[int, str] = {}
    ids: dict[object, str] = {}
    for geval in _gevallen(samen, per_id):
        groep: object = (geval.soort, geval.scope, geval.oorsprong)
        if geval.oorsprong is None:
            groep = (*(geval.soort, geval.scope, geval.verschuiving), geval.onderbreking)
        reeks[geval.nr] = ids.setdefault(groep, f"reeks-{len(ids) + 1}")
    return [replace(w, reeks=reeks[w.nr]) if w.nr in reeks else w for w in wijzigingen]


def _gevallen(samen: Samen, per_id: dict[int, int]) -> list[_Geval]:
    uit: list[_Geval] = []
    onderbreking: dict[tuple[Soort, int], int] = {}
    stapel = [(samen.root, 0, False)]
    while stapel:
        knoop, scope, verplaatst = stapel.pop()
        verplaatst = verplaatst or knoop.relatie is Relatie.NAAR
        node = knoop.node
        sleutel_ = (node.soort, 0 if node.soort is Soort.ARTIKEL else scope)
        if knoop.id in per_id and knoop.oud is not None and knoop.nieuw is not None:
            teller = onderbreking.get(sleutel_, 0)
            ver = verschuiving(knoop.oud, knoop.nieuw)
            uit.append(_Geval(per_id[knoop.id], *sleutel_, ver, _nieuwe_oorsprong(knoop), teller))
        elif _houdt_nummer(knoop) and not verplaatst:
            onderbreking[sleutel_] = onderbreking.get(sleutel_, 0) + 1
        kind_scope = scope if node.soort in INDELING or knoop.relatie is Relatie.NAAR else knoop.id
        blijft = verplaatst and knoop.relatie is Relatie.NAAR
        stapel.extend((kind, kind_scope, blijft) for kind in reversed(knoop.kinderen))
        if knoop.relatie is Relatie.GELIJK:
            _tel_artikelen(knoop, onderbreking)
    return uit


def _tel_artikelen(knoop: Knoop, onderbreking: dict[tuple[Soort, int], int]) -> None:
    """An unchanged division keeps the numbers of its articles."""
    if knoop.node.soort in INDELING:
        onderbreking[Soort.ARTIKEL, 0] = onderbreking.get((Soort.ARTIKEL, 0), 0) + 1


def _houdt_nummer(knoop: Knoop) -> bool:
    return bool(knoop.node.nummer) and knoop.relatie in (Relatie.GELIJK, Relatie.PAAR)


def _nieuwe_oorsprong(knoop: Knoop) -> Oorsprong | None:
    if knoop.oud is None or knoop.nieuw is None or knoop.oud.nummer_oorsprong == knoop.nieuw.nummer_oorsprong:
        return None
    return knoop.nieuw.nummer_oorsprong


def verschuiving(oud: Node, nieuw: Node) -> object:
    """By how much a number shifted, and at which of its parts: 14 → 15 is (0, 1), 2:10 → 2:11 is (1, 1)."""
    romeins = uit_romeins(oud.nummer), uit_romeins(nieuw.nummer)
    if oud.soort in INDELING and romeins[0] and romeins[1]:
        return 0, romeins[1] - romeins[0]
    a, b = sleutel(oud.nummer), sleutel(nieuw.nummer)
    for plek, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return plek, _afstand(x, y)
    return len(a) - len(b), "langer"


def _afstand(x: tuple[int, int, str], y: tuple[int, int, str]) -> object:
    if x[0] == y[0] == 2:
        return y[1] - x[1]
    if len(x[2]) == len(y[2]) == 1:
        return ord(y[2]) - ord(x[2])
    return (x, y)
