"""Two versions of an element → one element in which every change is marked (renvooi).

The result is an ordinary node: new and removed words have marks (NieuweTekst, VerwijderdeTekst), new and removed parts
a ``stop:wijzigactie``, changed numbers their old value. Taking out what is removed gives the new version exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from amend.compare.samen import Knoop, Relatie
from amend.compare.woorden import Segment, voeg
from amend.model.tree import ITEMS, Mark, Node, Run, Soort, Status, Tekst, alle_nodes
from amend.write.stop.blokken import ACTIE
from amend.write.stop.inline import NIEUW, WEG
from amend.write.stop.structuur import STATUS_WEG

_ZELF: Final = frozenset({Soort.AL, Soort.TUSSENKOP, Soort.TABEL, Soort.CEL, Soort.LIJST, Soort.RIJ})
"""Kinds whose number and heading are printed as part of their text."""
_STATUS: Final = {Status.VERVALLEN: "Vervallen", Status.GERESERVEERD: "Gereserveerd"}


def met_renvooi(knoop: Knoop) -> Node:
    """The marked form of a pair (same identity before and after)."""
    oud, nieuw = knoop.oud, knoop.nieuw
    if oud is None or nieuw is None or knoop.relatie is Relatie.GELIJK:
        return knoop.node
    extra = dict(nieuw.extra)
    extra.update(_nummer(oud, nieuw))
    if oud.status is not nieuw.status:
        if oud.status in _STATUS:
            extra[STATUS_WEG] = _STATUS[oud.status]
        if nieuw.status in _STATUS:
            extra["stop:nieuw-status"] = _STATUS[nieuw.status]
    node = replace(
        nieuw,
        extra=tuple(extra.items()),
        opschrift=nieuw.opschrift if knoop.opschrift is None else _gemarkeerd(knoop.opschrift),
        tekst=nieuw.tekst if knoop.tekst is None else _gemarkeerd(knoop.tekst),
        kinderen=tuple(deel for kind in knoop.kinderen for deel in _kind(kind)),
    )
    return _artikel(node, knoop) if nieuw.soort is Soort.ARTIKEL else node


def met_actie(node: Node, actie: str) -> Node:
    """The node as a new or removed part."""
    return replace(node, extra=(*(paar for paar in node.extra if paar[0] != ACTIE), (ACTIE, actie)))


def als_weg(node: Node) -> Node:
    """The node as a removed part."""
    return met_actie(node, "verwijder")


def als_bij(node: Node) -> Node:
    """The node as a new part."""
    return met_actie(node, "voegtoe")


def _kind(kind: Knoop) -> Iterator[Node]:
    match kind.relatie:
        case Relatie.GELIJK:
            yield kind.node
        case Relatie.WEG | Relatie.VAN:
            yield als_weg(kind.node)
        case Relatie.BIJ:
            yield als_bij(kind.node)
        case Relatie.NAAR:
            inhoud = kind.kinderen[0]
            if inhoud.nieuw is not None:
                yield als_bij(inhoud.nieuw)
        case _:
            yield from _paar(kind)


def _paar(kind: Knoop) -> Iterator[Node]:
    oud, nieuw = kind.oud, kind.nieuw
    if oud is None or nieuw is None:
        return
    if gelijk_zichtbaar(oud, nieuw):
        yield nieuw
    elif _in_zijn_geheel(kind, oud, nieuw):
        yield als_weg(oud)
        yield als_bij(nieuw)
    else:
        yield met_renvooi(kind)


def _in_zijn_geheel(kind: Knoop, oud: Node, nieuw: Node) -> bool:
    """True when the change cannot be marked inside the element: then the old is removed and the new added."""
    if oud.soort is not nieuw.soort and not (oud.soort in ITEMS and nieuw.soort in ITEMS):
        return True
    if oud.soort in _ZELF and (oud.label, oud.aanduiding) != (nieuw.label, nieuw.aanduiding):
        return True
    if oud.soort is Soort.TABEL:
        rijen = [rij for rij in kind.kinderen if rij.relatie is Relatie.PAAR]
        cellen = any(cel.relatie not in (Relatie.PAAR, Relatie.GELIJK) for rij in rijen for cel in rij.kinderen)
        return oud.extra != nieuw.extra or cellen or any(_spant(rij.node) for rij in kind.kinderen)
    if oud.soort in (Soort.RIJ, Soort.CEL, Soort.FRAGMENT):
        return oud.extra != nieuw.extra or oud.xml != nieuw.xml
    leeg = not nieuw.kinderen and not nieuw.tekst and (oud.kinderen or oud.tekst)
    return (
        bool(leeg)
        or (oud.soort is Soort.LIJST and _soort_lijst(oud) != _soort_lijst(nieuw))
        or oud.status is not nieuw.status
    )


def _spant(rij: Node) -> bool:
    return any(cel.attribuut("morerows") for cel in rij.kinderen)


def _soort_lijst(lijst: Node) -> set[bool]:
    return {bool(item.aanduiding or item.label) for item in lijst.kinderen}


def _nummer(oud: Node, nieuw: Node) -> dict[str, str]:
    if oud.soort in ITEMS or oud.soort is Soort.LID:
        een, ander = (" ".join(filter(None, (n.label, n.aanduiding))) for n in (oud, nieuw))
        return {"stop:oud-nummer": een} if een != ander else {}
    uit = {}
    if oud.label != nieuw.label:
        uit["stop:oud-label"] = oud.label
    if oud.aanduiding != nieuw.aanduiding:
        uit["stop:oud-nummer"] = oud.aanduiding
    return uit


def _gemarkeerd(segmenten: Iterable[Segment]) -> Tekst:
    uit: list[Run] = []
    for deel in segmenten:
        if deel.gelijk and not deel.opmaak:
            uit.extend(voeg(deel.nieuw))
            continue
        oud, nieuw = voeg(deel.oud), voeg(deel.nieuw)
        voor, achter = _wit_gedeeld(deel.oude_tekst, deel.nieuwe_tekst)
        uit.extend(_stuk(nieuw, 0, voor))
        uit.extend(_met(_stuk(oud, voor, len(deel.oude_tekst) - achter, midden=True), WEG))
        uit.extend(_met(_stuk(nieuw, voor, len(deel.nieuwe_tekst) - achter, midden=True), NIEUW))
        uit.extend(_stuk(nieuw, len(deel.nieuwe_tekst) - achter, len(deel.nieuwe_tekst)))
    return tuple(uit)


def _wit_gedeeld(oud: str, nieuw: str) -> tuple[int, int]:
    """How much white space both begin with, and end with: that did not change and is not marked."""
    kort = min(len(oud), len(nieuw))
    voor = next((i for i in range(kort) if oud[i] != nieuw[i] or not oud[i].isspace()), kort)
    rest = kort - voor
    achter = next((i for i in range(rest) if oud[-1 - i] != nieuw[-1 - i] or not oud[-1 - i].isspace()), rest)
    return voor, achter


def _stuk(tekst: Tekst, van: int, tot: int, *, midden: bool = False) -> Tekst:
    """The runs of characters ``van:tot``; runs without characters belong to the middle."""
    uit: list[Run] = []
    plek = 0
    for run in tekst:
        deel = run.tekst[max(van - plek, 0) : max(tot - plek, 0)]
        plek += len(run.tekst)
        if deel or (midden and not run.tekst):
            uit.append(replace(run, tekst=deel))
    return tuple(uit)


def _met(tekst: Tekst, mark: Mark) -> Iterator[Run]:
    return (replace(run, marks=(mark, *run.marks)) for run in tekst)


def gelijk_zichtbaar(oud: Node, nieuw: Node) -> bool:
    """True when a reader sees no difference: only identity or origin changed."""
    a, b = list(alle_nodes(oud)), list(alle_nodes(nieuw))
    return len(a) == len(b) and all(_beeld(x) == _beeld(y) for x, y in zip(a, b, strict=True))


def _beeld(node: Node) -> tuple[object, ...]:
    return (
        *(node.soort, node.label, node.aanduiding, node.status, node.extra, node.xml, len(node.kinderen)),
        *(_kaal(node.opschrift), _kaal(node.tekst)),
    )


def _kaal(tekst: Tekst) -> list[tuple[str, tuple[Mark, ...]]]:
    uit: list[tuple[str, tuple[Mark, ...]]] = []
    for run in tekst:
        if uit and uit[-1][1] == run.marks and run.tekst:
            uit[-1] = (uit[-1][0] + run.tekst, run.marks)
        else:
            uit.append((run.tekst, run.marks))
    return uit


# ---- an article that changes between text and leden ------------------------------------------------------------------


def _artikel(node: Node, knoop: Knoop) -> Node:
    """STOP lets an article have a removed Inhoud beside new leden, or the reverse; never text and leden alive."""
    oud, nieuw = knoop.oud, knoop.nieuw
    if oud is None or nieuw is None:
        return node
    had, heeft = (any(kind.soort is Soort.LID for kind in n.kinderen) for n in (oud, nieuw))
    leeg = not (oud.kinderen or oud.tekst) or not (nieuw.kinderen or nieuw.tekst)
    if had == heeft and not leeg:
        return node
    weg, bij = _delen(oud, "verwijder"), _delen(nieuw, "voegtoe")
    return replace(node, tekst=(), kinderen=(*weg, *bij))


def _delen(node: Node, actie: str) -> Sequence[Node]:
    """The content of an article, all new or all removed: leden each, other text as one (a DIVISIE)."""
    eigen = (Node(Soort.AL, tekst=node.tekst),) if node.tekst else ()
    kinderen = (*eigen, *node.kinderen)
    if not kinderen:
        return ()
    if any(kind.soort is Soort.LID for kind in kinderen):
        return [met_actie(kind, actie) for kind in kinderen]
    return [Node(Soort.DIVISIE, kinderen=tuple(kinderen), extra=(("stop:inhoud", "ja"), (ACTIE, actie)))]
