"""Who wrote what when whole elements are replaced: unchanged words keep the origin that they had.

Elements are matched by identity, text blocks in order; inside a block equal words keep theirs, the rest is of this
step.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import Indel

from amend.model.tree import Node, Oorsprong, Run, Tekst, alle_nodes, platte_tekst
from amend.model.witruimte import voeg_samen

_STUK: Final = re.compile(r"\w+|\s+|[^\w\s]")


def met_herkomst(oud: Node | None, nieuw: Node, oorsprong: Oorsprong) -> Node:
    """``nieuw`` with the origins of ``oud`` where nothing changed, and ``oorsprong`` where something did.

    ``oud`` None: everything is of this step.
    """
    bekend = {node.wid: node for node in alle_nodes(oud) if node.wid} if oud is not None else {}
    return _herkomst(oud, nieuw, oorsprong, bekend)


def _herkomst(oud: Node | None, nieuw: Node, oorsprong: Oorsprong, bekend: dict[str, Node]) -> Node:
    if oud is None or oud.soort is not nieuw.soort:
        oud = bekend.get(nieuw.wid) if nieuw.wid else None
    paren = _paren(oud, nieuw, bekend)
    kinderen = tuple(_herkomst(voor, kind, oorsprong, bekend) for voor, kind in paren)
    if oud is None:
        return replace(
            nieuw,
            kinderen=kinderen,
            oorsprong=oorsprong,
            nummer_oorsprong=oorsprong if nieuw.aanduiding else None,
            opschrift=tuple(replace(run, oorsprong=oorsprong) for run in nieuw.opschrift),
            tekst=tuple(replace(run, oorsprong=oorsprong) for run in nieuw.tekst),
        )
    zelfde_nummer = (oud.aanduiding, oud.label) == (nieuw.aanduiding, nieuw.label)
    return replace(
        nieuw,
        kinderen=kinderen,
        oorsprong=oud.oorsprong,
        nummer_oorsprong=oud.nummer_oorsprong if zelfde_nummer else oorsprong,
        opschrift=_tekst(oud.opschrift, nieuw.opschrift, oorsprong),
        tekst=_tekst(oud.tekst, nieuw.tekst, oorsprong),
    )


def _paren(oud: Node | None, nieuw: Node, bekend: dict[str, Node]) -> list[tuple[Node | None, Node]]:
    """Every new child with the old one that it continues: by identity, or else in order among those without one."""
    los = [kind for kind in oud.kinderen if not kind.wid] if oud is not None else []
    uit: list[tuple[Node | None, Node]] = []
    for kind in nieuw.kinderen:
        if kind.wid:
            uit.append((bekend.get(kind.wid), kind))
            continue
        gelijk = next(
            (voor for voor in los if voor.soort is kind.soort and platte_tekst(voor.tekst) == platte_tekst(kind.tekst)),
            None,
        )
        eerste = gelijk or next((voor for voor in los if voor.soort is kind.soort), None)
        if eerste is not None:
            los.remove(eerste)
        uit.append((eerste, kind))
    return uit


def _tekst(oud: Tekst, nieuw: Tekst, oorsprong: Oorsprong) -> Tekst:
    """The new runs; words that also stood in the old text, in that order, keep their origin."""
    a, b = _stukken(oud), _stukken(nieuw)
    uit: list[Run] = []
    for stap in Indel.opcodes([tekst for tekst, _ in a], [tekst for tekst, _ in b]):
        if stap.tag == "equal":
            paren = zip(a[stap.src_start : stap.src_end], b[stap.dest_start : stap.dest_end], strict=True)
            uit.extend(replace(run, tekst=tekst, oorsprong=was.oorsprong) for (_, was), (tekst, run) in paren)
        else:
            uit.extend(
                replace(run, tekst=tekst, oorsprong=oorsprong) for tekst, run in b[stap.dest_start : stap.dest_end]
            )
    return voeg_samen(tuple(uit))


def _stukken(tekst: Tekst) -> Sequence[tuple[str, Run]]:
    uit: list[tuple[str, Run]] = []
    for run in tekst:
        uit.extend((stuk, run) for stuk in _STUK.findall(run.tekst)) if run.tekst else uit.append(("", run))
    return uit
