"""Numbers that are free or taken, and the stubs that repealed elements leave (G7, F64)."""

from __future__ import annotations

from typing import Final

from amend.apply import codes
from amend.apply.kiezen import los, vervallen
from amend.apply.werk import Werk
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort, Status

MET_STUB: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE}
"""Kinds that leave a numbered stub when they are repealed; everything else is removed."""


def stub(werk: Werk, node: Node) -> Node:
    """What is shown of a repealed element: its number, nothing else."""
    return Node(
        node.soort,
        wid=node.wid,
        nummer=node.nummer,
        label=node.label,
        aanduiding=node.aanduiding,
        status=Status.VERVALLEN,
        oorsprong=werk.oorsprong,
        nummer_oorsprong=node.nummer_oorsprong,
        extra=node.extra,
    )


def laat_vervallen(werk: Werk, pad: Pad) -> None:
    """Repeal the element at ``pad``: a stub for articles, divisions and annexes with a number, else removal."""
    node = werk.node(pad)
    if node.soort in MET_STUB and node.nummer:
        werk.zet(pad, stub(werk, node))
        return
    werk.verwijder(pad)
    ouder = werk.node(pad[:-1])
    if ouder.soort is Soort.LIJST and not ouder.kinderen:
        werk.verwijder(pad[:-1])


def zelfde_nummer(werk: Werk, naast: Pad, soort: Soort, nummer: str) -> list[Pad]:
    """The elements that already have this number at the level of the element at ``naast`` (stubs included)."""
    if not nummer:
        return []
    if soort is Soort.ARTIKEL or soort is Soort.BIJLAGE:
        return werk.register.vind(werk.root, _bereik(werk, naast, soort), soort, nummer)
    ouder_pad = naast[:-1]
    lijstgenoten = soort in ITEMS and werk.node(ouder_pad).soort is Soort.LIJST
    ouders = [ouder_pad]
    if lijstgenoten:
        groot = werk.node(ouder_pad[:-1])
        ouders = [(*ouder_pad[:-1], i) for i, kind in enumerate(groot.kinderen) if kind.soort is Soort.LIJST]
    return [
        (*ouder, i)
        for ouder in ouders
        for i, kind in enumerate(werk.node(ouder).kinderen)
        if kind.nummer == nummer and (kind.soort is soort or (soort in ITEMS and kind.soort in ITEMS))
    ]


def _bereik(werk: Werk, naast: Pad, soort: Soort) -> Pad:
    """Where numbers of this kind are unique: the body or the annex; the division when its numbers start anew."""
    romp = _romp(werk, naast)
    buur = werk.node(naast)
    if buur.soort is soort and buur.nummer and len(werk.register.vind(werk.root, romp, soort, buur.nummer)) > 1:
        return naast[:-1]
    return romp


def _romp(werk: Werk, pad: Pad) -> Pad:
    """Where article numbers are unique: the annex that holds the path, else the whole body."""
    for diepte in range(1, len(pad)):
        if werk.node(pad[:diepte]).soort is Soort.BIJLAGE:
            return pad[:diepte]
    return ()


def maak_vrij(werk: Werk, naast: Pad, soort: Soort, nummer: str, *, hulp: str | None = None) -> int:
    """Make a number free for a new element: a stub gives way, a living element is a refusal.

    Returns how many stubs before ``naast`` in the same parent were removed (how far the position shifts).
    """
    bezet = zelfde_nummer(werk, naast, soort, nummer)
    if any(not vervallen(werk.node(pad)) for pad in bezet):
        werk.weiger(
            codes.BEZET,
            f"{soort.value} {nummer} bestaat al en verschuift niet.",
            hulp or f"Vernummer of verwijder eerst {soort.value} {nummer}, of geef een ander nummer.",
        )
    for pad in reversed(bezet):
        werk.verwijder(pad)
    return sum(pad[:-1] == naast[:-1] and pad[-1] < naast[-1] for pad in bezet)


def bestaat(nummer: str, nummers: list[str]) -> bool:
    """True when the number is among ``nummers``, in whatever case or spacing."""
    return any(los(nummer) == los(ander) for ander in nummers)
