"""Text with marked changes (renvooi): one tree that holds the old and the new text, and the two that it stands for.

New words carry the mark ``stop:nieuw``, removed words ``stop:weg``; elements say it with ``stop:wijzigactie``
(voegtoe, verwijder, nieuweContainer, verwijderContainer), a changed number or label with ``stop:oud-nummer`` and
``stop:oud-label``, a changed state with ``stop:oud-status`` and ``stop:nieuw-status``.
Source: STOP 1.3 tekstmutaties (NieuweTekst, VerwijderdeTekst, wijzigactie).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from amend.model.numbering import nummer_van
from amend.model.tree import Mark, Node, Oorsprong, Run, Status, Tekst, alle_nodes
from amend.model.witruimte import normaliseer

NIEUW: Final = "stop:nieuw"
WEG: Final = "stop:weg"
ACTIE: Final = "stop:wijzigactie"
_OUD: Final = "stop:oud-"
_NIEUWE_STATUS: Final = "stop:nieuw-status"
_STATUS: Final = {"Vervallen": Status.VERVALLEN, "Gereserveerd": Status.GERESERVEERD}
_EIGEN: Final = (ACTIE, _NIEUWE_STATUS, "stop:eId", "stop:groep")


def heeft_renvooi(node: Node) -> bool:
    """True when anything in the subtree is marked as changed."""
    return any(
        any(naam in (ACTIE, _NIEUWE_STATUS) or naam.startswith(_OUD) for naam, _ in deel.extra)
        or any(mark.naam in (NIEUW, WEG) for run in (*deel.opschrift, *deel.tekst) for mark in run.marks)
        for deel in alle_nodes(node)
    )


def nieuwe_tekst(node: Node, oorsprong: Oorsprong | None = None) -> tuple[Node, ...]:
    """The subtree after the change (none when it is removed, its children when only the container is).

    What is marked as new carries ``oorsprong``.
    """
    return tuple(_nieuw(node, oorsprong, None))


def oude_tekst(node: Node) -> tuple[Node, ...]:
    """The subtree before the change (none when it is new, its children when only the container is)."""
    return tuple(_oud(node))


def _nieuw(node: Node, oorsprong: Oorsprong | None, geerfd: Oorsprong | None) -> Iterator[Node]:
    actie = node.attribuut(ACTIE)
    if actie == "verwijder":
        return
    van = oorsprong if actie == "voegtoe" else geerfd
    kinderen = tuple(deel for kind in node.kinderen for deel in _nieuw(kind, oorsprong, van))
    if actie == "verwijderContainer":
        yield from kinderen
        return
    eigen = oorsprong if actie == "nieuweContainer" else van
    hernummerd = any(naam == f"{_OUD}nummer" for naam, _ in node.extra)
    yield replace(
        node,
        kinderen=kinderen,
        opschrift=_runs(node.opschrift, WEG, oorsprong, van),
        tekst=_runs(node.tekst, WEG, oorsprong, van),
        oorsprong=eigen,
        nummer_oorsprong=oorsprong if hernummerd else eigen if node.aanduiding else None,
        extra=_zonder(node),
    )


def _oud(node: Node) -> Iterator[Node]:
    actie = node.attribuut(ACTIE)
    if actie == "voegtoe":
        return
    kinderen = tuple(deel for kind in node.kinderen for deel in _oud(kind))
    if actie == "nieuweContainer":
        yield from kinderen
        return
    aanduiding = node.attribuut(f"{_OUD}nummer")
    label = node.attribuut(f"{_OUD}label")
    status = _STATUS.get(node.attribuut(f"{_OUD}status") or "")
    if status is None:
        status = Status.ACTIEF if node.attribuut(_NIEUWE_STATUS) else node.status
    yield replace(
        node,
        label=node.label if label is None else label,
        aanduiding=node.aanduiding if aanduiding is None else aanduiding,
        nummer=node.nummer if aanduiding is None else nummer_van(aanduiding),
        status=status,
        kinderen=kinderen,
        opschrift=_runs(node.opschrift, NIEUW, None, None),
        tekst=_runs(node.tekst, NIEUW, None, None),
        extra=_zonder(node),
    )


def _runs(tekst: Tekst, weg: str, oorsprong: Oorsprong | None, geerfd: Oorsprong | None) -> Tekst:
    """The runs without those marked ``weg``; the others without the marks of a change."""
    uit: list[Run] = []
    for run in tekst:
        namen = {mark.naam for mark in run.marks}
        if weg in namen:
            continue
        marks = tuple(mark for mark in run.marks if mark.naam not in (NIEUW, WEG))
        uit.append(Run(run.tekst, marks, oorsprong if NIEUW in namen else geerfd))
    return normaliseer(tuple(uit))


def _zonder(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple((n, w) for n, w in node.extra if n not in _EIGEN and not n.startswith(_OUD))


MARK_NIEUW: Final = Mark(NIEUW)
MARK_WEG: Final = Mark(WEG)
