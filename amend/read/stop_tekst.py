"""The text of a STOP regulation (RegelingKlassiek, RegelingCompact) or of a part of one → nodes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from amend.model.identity import eids
from amend.model.tree import Node, Pad, Run, Soort, Tekst
from amend.model.vocabulaire import DOORLAAT
from amend.read.stop_namen import lokaal
from amend.read.xml_blokken import lees_blokken, lees_node
from amend.read.xml_lezer import Lezer, lees_runs

_EID: Final = "stop:eId"


def lees_opschrift(lezer: Lezer, element: etree._Element | None) -> Tekst:
    """The title: the paragraphs of RegelingOpschrift, one after the other."""
    if element is None:
        return ()
    delen = [lees_runs(lezer, al) for al in element if lokaal(al) == "Al"]
    return tuple(run for i, deel in enumerate(delen) for run in ((Run(" "),) if i else ()) + deel)


def lees_regeling_boom(lezer: Lezer, element: etree._Element) -> Node:
    """The tree of a whole regulation. eIds that follow from the place are not kept."""
    opschrift: Tekst = ()
    kinderen: list[Node] = []
    for kind in element:
        if lokaal(kind) == "RegelingOpschrift":
            opschrift = lees_opschrift(lezer, kind)
        else:
            kinderen.extend(lees_node(lezer, kind))
    return zonder_bekende_eids(Node(Soort.REGELING, opschrift=opschrift, kinderen=tuple(kinderen)))


def lees_delen(lezer: Lezer, element: etree._Element) -> tuple[Node, ...]:
    """The nodes of one structure element of a mutation."""
    if lezer.naam(element) in DOORLAAT:
        return lees_blokken(lezer, element)
    return lees_node(lezer, element)


def zonder_bekende_eids(root: Node) -> Node:
    """The tree without the eIds that are what the rules make of the place; others stay as they are in the file."""
    verwacht = {pad: eid for pad, _, eid in eids(root)}
    return _schoon(root, (), verwacht)


def _schoon(node: Node, pad: Pad, verwacht: dict[Pad, str]) -> Node:
    extra = tuple(paar for paar in node.extra if paar[0] != _EID or _anders(paar[1], verwacht.get(pad)))
    kinderen = tuple(_schoon(kind, (*pad, i), verwacht) for i, kind in enumerate(node.kinderen))
    return replace(node, extra=extra, kinderen=kinderen)


def _anders(eid: str, verwacht: str | None) -> bool:
    return eid != verwacht
