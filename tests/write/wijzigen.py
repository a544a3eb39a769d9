"""Random changes to a regulation, as the executor makes them: identities stay, new parts get new ones."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from amend.model.identity import geef_wids, zonder_wids
from amend.model.tree import (
    INDELING,
    ITEMS,
    Node,
    Oorsprong,
    Pad,
    Run,
    Soort,
    Status,
    loop,
    op_pad,
    vervang_kinderen,
    zet,
)
from amend.model.tree import verwijder as haal_weg

DOOR = Oorsprong("wijziging", "A")
_WEG = INDELING | ITEMS | {Soort.ARTIKEL, Soort.LID, Soort.AL, Soort.BIJLAGE, Soort.TABEL, Soort.RIJ, Soort.TUSSENKOP}
_NIEUW = (*INDELING, *ITEMS, Soort.ARTIKEL, Soort.LID, Soort.AL, Soort.RIJ, Soort.BIJLAGE)


@st.composite
def wijzigingen(draw: st.DrawFn, root: Node) -> Node:
    """The tree after one to five changes."""
    for _ in range(draw(st.integers(1, 5))):
        doen = draw(st.sampled_from([_tekst, _tekst, _verwijder, _nieuw, _nummer, _verplaats, _verval]))
        root = doen(draw, root)
    return geef_wids(root, "gm9999_wijziging")


def _kies(draw: st.DrawFn, root: Node, soorten: tuple[Soort, ...] | frozenset[Soort]) -> Pad | None:
    paden = [pad for pad, node in loop(root) if pad and node.soort in soorten and not _vast(root, pad)]
    return draw(st.sampled_from(paden)) if paden else None


def _vast(root: Node, pad: Pad) -> bool:
    """Aanhef and closing: STOP has no mutation of them."""
    return root.kinderen[pad[0]].soort in (Soort.AANHEF, Soort.SLUITING)


def _tekst(draw: st.DrawFn, root: Node) -> Node:
    pad = _kies(draw, root, (Soort.AL, Soort.ARTIKEL, Soort.HOOFDSTUK, Soort.BIJLAGE))
    if pad is None:
        return root
    node = op_pad(root, pad)
    nieuw = Run(draw(st.sampled_from([" en meer", "; of", " € 13,75", "x"])), (), DOOR)
    if node.soort is Soort.AL:
        return zet(root, pad, replace(node, tekst=(*node.tekst[: draw(st.integers(0, len(node.tekst)))], nieuw)))
    return zet(root, pad, replace(node, opschrift=(nieuw, *node.opschrift[1:])))


def _verwijder(draw: st.DrawFn, root: Node) -> Node:
    pad = _kies(draw, root, _WEG)
    if pad is None or len(op_pad(root, pad[:-1]).kinderen) < 2:
        return root
    return haal_weg(root, pad)


def _nieuw(draw: st.DrawFn, root: Node) -> Node:
    pad = _kies(draw, root, _NIEUW)
    if pad is None:
        return root
    node = replace(zonder_wids(op_pad(root, pad)), oorsprong=DOOR, status=op_pad(root, pad).status)
    if node.aanduiding:
        node = replace(node, nummer=f"{node.nummer}z", aanduiding=f"{node.nummer}z.", nummer_oorsprong=DOOR)
    return vervang_kinderen(root, pad[:-1], pad[-1] + 1, pad[-1] + 1, (node,))


def _nummer(draw: st.DrawFn, root: Node) -> Node:
    pad = _kies(draw, root, (Soort.ARTIKEL, Soort.LID, Soort.ONDERDEEL, Soort.HOOFDSTUK, Soort.PARAGRAAF))
    if pad is None:
        return root
    node = op_pad(root, pad)
    return (
        zet(root, pad, replace(node, nummer="99", aanduiding="99", nummer_oorsprong=DOOR)) if node.aanduiding else root
    )


def _verplaats(draw: st.DrawFn, root: Node) -> Node:
    pad = _kies(draw, root, (Soort.ARTIKEL, Soort.LID, Soort.ONDERDEEL, Soort.HOOFDSTUK, Soort.AL))
    if pad is None:
        return root
    node, ouder = op_pad(root, pad), op_pad(root, pad[:-1])
    zelfde = [i for i, kind in enumerate(ouder.kinderen) if kind.soort is node.soort]
    naar = draw(st.sampled_from(zelfde))
    return vervang_kinderen(haal_weg(root, pad), pad[:-1], naar, naar, (node,))


def _verval(draw: st.DrawFn, root: Node) -> Node:
    pad = _kies(draw, root, (Soort.ARTIKEL,))
    if pad is None:
        return root
    node = op_pad(root, pad)
    return zet(root, pad, replace(node, status=Status.VERVALLEN, kinderen=(), tekst=(), oorsprong=DOOR))
