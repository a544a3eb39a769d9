"""Nodes → Akoma Ntoso: hierarchy, blocks and inline text. The counterpart of :mod:`amend.read.akn`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final
from urllib.parse import quote

from lxml import etree

from amend.model.akn_namen import HIERARCHIE, MARKS, TEKST, a
from amend.model.identity import eids
from amend.model.numbering import nummer_van
from amend.model.tree import ITEMS, Mark, Node, Run, Soort, Status, Tekst
from amend.model.vocabulaire import amend_naam
from amend.read.xml_veilig import parse_fragment
from amend.write.stop.tabel import raster
from amend.write.xml_bouw import schoon, sub_van, zet

_HIER: Final = frozenset(HIERARCHIE) | {Soort.DIVISIE}
STATUS: Final = {Status.VERVALLEN: "[Vervallen]", Status.GERESERVEERD: "[Gereserveerd]"}
_AKN_STATUS: Final = {Status.VERVALLEN: "removed", Status.GERESERVEERD: "undefined"}


class Schrijver:
    """Writes the nodes of one document; knows their eIds and gives every footnote one."""

    def __init__(self, root: Node | None = None) -> None:
        self.eid = {id(node): eid for _, node, eid in eids(root)} if root is not None else {}
        self._noten = 0
        self._los = 0

    # ---- structure ----

    def hierarchie(self, ouder: etree._Element, nodes: Sequence[Node]) -> None:
        """Elements with a heading, and loose text among them in containers of its own."""
        for is_hier, deel in groupby(nodes, key=lambda node: node.soort in _HIER):
            if is_hier:
                for node in deel:
                    self.element(ouder, node)
            else:
                houder = sub_van(ouder, a("hcontainer"))
                houder.set("name", TEKST)
                self.blokken(sub_van(houder, a("content")), deel)

    def element(self, ouder: etree._Element, node: Node) -> etree._Element:
        """One element of the hierarchy."""
        naam = HIERARCHIE.get(node.soort, "hcontainer")
        element = sub_van(ouder, a(naam))
        if naam == "hcontainer":
            element.set("name", node.soort.value)
        self.kenmerken(element, node)
        self.kop(element, node)
        if any(kind.soort in _HIER for kind in node.kinderen):
            self._los_tekst(element, node)
            self.hierarchie(element, node.kinderen)
        else:
            inhoud = sub_van(element, a("content"))
            self._eigen(inhoud, node)
            self.blokken(inhoud, node.kinderen)
        return element

    def _los_tekst(self, element: etree._Element, node: Node) -> None:
        if node.tekst or node.status is not Status.ACTIEF:
            self._eigen(sub_van(element, a("intro")), node)

    def _eigen(self, houder: etree._Element, node: Node) -> None:
        """The own text of an element, and the word for its state where it holds nothing."""
        if node.tekst:
            p = sub_van(houder, a("p"))
            p.set("class", "eigen")
            self.runs(p, node.tekst)
        if node.status is not Status.ACTIEF:
            p = sub_van(houder, a("p"))
            p.set("class", "status")
            p.text = STATUS[node.status]

    def kenmerken(self, element: etree._Element, node: Node) -> None:
        """Identity, state, and exact values that the elements do not show."""
        if id(node) in self.eid:
            element.set("eId", self.eid[id(node)])
        if node.wid and "".join(node.wid.split()) == node.wid:
            element.set("wId", schoon(node.wid))
        if node.status is not Status.ACTIEF:
            element.set("status", _AKN_STATUS[node.status])
            zet(element, "status", node.status)
        if node.label:
            zet(element, "label", node.label)
        if node.nummer != nummer_van(node.aanduiding):
            zet(element, "nummer", node.nummer)

    def kop(self, element: etree._Element, node: Node) -> None:
        """Number (with the printed label) and heading."""
        nummer = " ".join(filter(None, (node.label, node.aanduiding)))
        if nummer:
            sub_van(element, a("num")).text = schoon(nummer)
        if node.opschrift:
            self.runs(sub_van(element, a("heading")), node.opschrift)

    # ---- blocks ----

    def blokken(self, ouder: etree._Element, nodes: Iterable[Node]) -> None:
        """Blocks; what is no block of Akoma Ntoso is a blockContainer-like ``block`` with its kind as name."""
        for node in nodes:
            if node.soort is Soort.LIJST:
                self._lijst(ouder, node)
            elif node.soort is Soort.TABEL:
                self._tabel(ouder, node)
            elif node.soort is Soort.FRAGMENT:
                self._fragment(ouder, node)
            elif _is_alinea(node):
                self._al(ouder, node)
            else:
                self._houder(ouder, "blockContainer", node)

    def _al(self, ouder: etree._Element, node: Node) -> None:
        p = sub_van(ouder, a("p"))
        if node.soort is Soort.TUSSENKOP:
            p.set("class", "tussenkop")
        voor = " ".join(filter(None, (node.label, node.aanduiding)))
        self.runs(p, (Run(f"{voor} "), *node.tekst) if voor else node.tekst)

    def _houder(self, ouder: etree._Element, naam: str, node: Node) -> None:
        """An element that holds a heading and blocks, never empty."""
        houder = sub_van(ouder, a(naam))
        zet(houder, "soort", node.soort)
        self.kenmerken(houder, node)
        self.kop(houder, node)
        vast = len(houder)
        self._eigen(houder, node)
        self.blokken(houder, node.kinderen)
        if len(houder) == vast:
            sub_van(houder, a("p")).set("class", "leeg")

    def _lijst(self, ouder: etree._Element, lijst: Node) -> None:
        """A list of items; anything else in a list stands between two lists."""
        if lijst.label or lijst.aanduiding or lijst.opschrift or lijst.tekst:
            kop = Node(Soort.AL, "", "", lijst.label, lijst.aanduiding, lijst.opschrift, lijst.tekst)
            self._houder(ouder, "blockContainer", kop)
        eerste = True
        for is_item, deel in groupby(lijst.kinderen, key=lambda node: node.soort in ITEMS):
            if not is_item:
                self.blokken(ouder, deel)
                continue
            element = sub_van(ouder, a("blockList"))
            if eerste:
                self.kenmerken(element, lijst)
            eerste = False
            for item in deel:
                self._houder(element, "item", item)

    def _tabel(self, ouder: etree._Element, node: Node) -> None:
        rooster = raster(node)
        if rooster is None or any(not cellen for _, cellen in (*rooster.kop, *rooster.romp)):
            self._houder(ouder, "blockContainer", node)
            return
        table = sub_van(ouder, a("table"))
        self.kenmerken(table, node)
        titel = _regel(node)
        if titel:
            self.runs(sub_van(table, a("caption")), titel)
        for cel_naam, rijen in (("th", rooster.kop), ("td", rooster.romp)):
            for _, cellen in rijen:
                tr = sub_van(table, a("tr"))
                for cel in cellen:
                    td = sub_van(tr, a(cel_naam))
                    if cel.breed > 1:
                        td.set("colspan", str(cel.breed))
                    if cel.meer:
                        td.set("rowspan", str(cel.meer + 1))
                    if cel.node is not None:
                        self._cel(td, cel.node)

    def _cel(self, td: etree._Element, node: Node) -> None:
        kop = _regel(node)
        if kop:
            self._eigen(td, Node(Soort.AL, tekst=kop))
        self._eigen(td, node)
        self.blokken(td, node.kinderen)

    def _fragment(self, ouder: etree._Element, node: Node) -> None:
        deel = parse_fragment(node.xml)
        if deel is not None and not isinstance(deel.tag, str):
            ouder.append(deel)
        elif deel is not None:
            sub_van(sub_van(ouder, a("foreign")), amend_naam("fragment")).append(deel)
        else:
            p = sub_van(ouder, a("p"))
            p.set("class", "fragment")
            p.text = schoon(node.xml)

    # ---- text ----

    def runs(self, element: etree._Element, tekst: Tekst) -> None:
        """Runs with their marks; neighbours with the same marks share elements."""
        stapel: list[tuple[Mark, etree._Element]] = []
        for run in tekst:
            marks = tuple(mark for mark in run.marks if mark.naam != "noot.al")
            gelijk = 0
            while gelijk < min(len(stapel), len(marks)) and stapel[gelijk][0] == marks[gelijk]:
                gelijk += 1
            del stapel[gelijk:]
            for mark in marks[gelijk:]:
                stapel.append((mark, self._open(stapel[-1][1] if stapel else element, mark)))
            top = stapel[-1][1] if stapel else element
            if len(top):
                top[-1].tail = (top[-1].tail or "") + schoon(run.tekst)
            else:
                top.text = (top.text or "") + schoon(run.tekst)
            if marks and marks[-1].naam == "fragment":
                stapel.clear()

    def _open(self, top: etree._Element, mark: Mark) -> etree._Element:
        attributen = dict(mark.attributen)
        if mark.naam == "noot":
            self._noten += 1
            noot = sub_van(top, a("authorialNote"))
            noot.set("eId", f"noot_{self._noten}")
            noot.set("placement", "bottom")
            noot.set("marker", schoon(attributen.get("nr") or str(self._noten)))
            _bewaar(noot, mark)
            return sub_van(noot, a("p"))
        if mark.naam == "extref" and attributen.get("doc"):
            element = sub_van(top, a("ref"))
            self._los += 1
            element.set("eId", f"ref_{self._los}")
            element.set("href", quote(schoon(attributen["doc"]), safe="/:?&=#;,.@!$'()*+~%-_"))
        elif mark.naam in MARKS and not mark.attributen:
            return sub_van(top, a(MARKS[mark.naam]))
        else:
            element = sub_van(top, a("inline"))
            element.set("name", schoon(mark.naam))
        _bewaar(element, mark)
        return element


def _is_alinea(node: Node) -> bool:
    bijzonder = node.kinderen or node.opschrift or node.status is not Status.ACTIEF
    return node.soort in (Soort.AL, Soort.TUSSENKOP) and not bijzonder


def _bewaar(element: etree._Element, mark: Mark) -> None:
    """The attributes of a mark, so that it can be read back exactly."""
    if mark.attributen:
        zet(element, "attributen", json.dumps([list(paar) for paar in mark.attributen], ensure_ascii=False))


def _regel(node: Node) -> Tekst:
    voor = " ".join(filter(None, (node.label, node.aanduiding)))
    if not voor:
        return node.opschrift
    return (Run(f"{voor} "), *node.opschrift) if node.opschrift else (Run(voor),)
