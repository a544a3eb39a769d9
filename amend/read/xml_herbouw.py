"""A tree as read → the same tree with articles where a file has them as plain lines (aanhef, or under a chapter)."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from amend.model.tree import INDELING, Node, Soort, alle_nodes
from amend.read import codes_xml as codes
from amend.read.xml_blokken import duid
from amend.read.xml_lezer import Lezer
from amend.read.xml_pseudo import Herbouw, heeft_artikelen, herbouw

_TEKST = "Artikelen stonden als gewone regels in de tekst; de indeling is daaruit afgeleid."


def met_indeling(lezer: Lezer, boom: Node, element: etree._Element) -> Node:
    """The regulation with its structure; reports what was derived, and a text part without any article."""
    echt = any(node.soort is Soort.ARTIKEL for node in alle_nodes(boom))
    boom = _indelingen(lezer, boom, element, echt)
    if not any(node.soort is Soort.ARTIKEL for node in alle_nodes(boom)):
        boom = _uit_aanhef(lezer, boom, element)
    if not any(node.soort is Soort.ARTIKEL for node in alle_nodes(boom)):
        tekst = "In het tekstdeel van het bestand staan geen artikelen; mogelijk staat de regeling in de aanhef."
        lezer.meld(codes.GEEN_LICHAAM, "", tekst, element)
    return boom


def _indelingen(lezer: Lezer, node: Node, element: etree._Element, echt: bool) -> Node:
    """Every division without articles, rebuilt from its lines; ``echt``: the file has marked articles elsewhere."""
    if node.soort not in INDELING and node.soort is not Soort.REGELING:
        return node
    kinderen = tuple(_indelingen(lezer, kind, element, echt) for kind in node.kinderen)
    node = node if kinderen == node.kinderen else replace(node, kinderen=kinderen)
    if heeft_artikelen(node) or any(kind.soort in INDELING for kind in node.kinderen):
        return node
    los = [kind for kind in node.kinderen if kind.soort not in (Soort.AANHEF, Soort.SLUITING, Soort.TOELICHTING)]
    heel = len(los) == len(node.kinderen) or node.soort is Soort.REGELING
    gevonden = herbouw(los, alleen_opgemaakt=echt) if heel else None
    if gevonden is None:
        return node
    lezer.meld(codes.INDELING_AFGELEID, "", _TEKST, element)
    voor = [kind for kind in node.kinderen if kind.soort is Soort.AANHEF]
    na = [kind for kind in node.kinderen if kind.soort in (Soort.SLUITING, Soort.TOELICHTING)]
    midden = (*gevonden.voor, *_geduid(lezer, gevonden, element), *gevonden.slot)
    return replace(node, kinderen=(*voor, *midden, *na))


def _uit_aanhef(lezer: Lezer, boom: Node, element: etree._Element) -> Node:
    """The whole text stood in the aanhef: what follows the first heading is the body, the closing formula its end."""
    uit: list[Node] = []
    for kind in boom.kinderen:
        gevonden = herbouw(kind.kinderen) if kind.soort is Soort.AANHEF else None
        if gevonden is None:
            uit.append(kind)
            continue
        lezer.meld(codes.INDELING_AFGELEID, "", _TEKST, element)
        uit.append(replace(kind, kinderen=gevonden.voor))
        uit.extend(_geduid(lezer, gevonden, element))
        if gevonden.slot:
            uit.append(Node(Soort.SLUITING, kinderen=gevonden.slot))
    return replace(boom, kinderen=tuple(uit))


def _geduid(lezer: Lezer, gevonden: Herbouw, element: etree._Element) -> tuple[Node, ...]:
    return tuple(_duid(lezer, node, element) for node in gevonden.lichaam)


def _duid(lezer: Lezer, node: Node, element: etree._Element) -> Node:
    kinderen = tuple(_duid(lezer, kind, element) for kind in node.kinderen)
    return duid(lezer, replace(node, kinderen=kinderen), element)
