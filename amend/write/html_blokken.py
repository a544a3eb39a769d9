"""Nodes → HTML: sections with headings and anchors, leden, lists with their printed markers, tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Final

from amend.model.identity import eids
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort, Status, platte_tekst
from amend.model.vocabulaire import EXTRA_DEEL, EXTRA_TGROUP
from amend.write.html_tekst import Noten, fragment_tekst, tekst_html

IN_INHOUD: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.TOELICHTING}
"""The kinds that the table of contents lists."""

_SECTIES: Final = IN_INHOUD | {Soort.DIVISIE, Soort.AANHEF, Soort.SLUITING}
_STATUS: Final = {Status.VERVALLEN: "[Vervallen]", Status.GERESERVEERD: "[Gereserveerd]"}


def kop_tekst(node: Node) -> str:
    """The heading of an element as plain text: "Artikel 1 Begripsbepalingen"."""
    opschrift = "".join(run.tekst for run in node.opschrift if not any(m.naam == "noot" for m in run.marks))
    return " ".join(filter(None, (node.label, node.aanduiding, opschrift.strip())))


class Blokken:
    """Turns the nodes of one regulation into HTML; gathers the footnotes on the way."""

    def __init__(self, root: Node) -> None:
        self.ankers: Mapping[Pad, str] = {pad: eid for pad, _, eid in eids(root)}
        self.root = root
        self.noten = Noten()

    def alles(self) -> str:
        """The whole content of the regulation."""
        return self.kinderen(self.root, (), 2)

    def inhoud(self, node: Node | None = None, pad: Pad = ()) -> str:
        """The table of contents as nested lists; "" when there is nothing to list."""
        regels = []
        for i, kind in enumerate((node or self.root).kinderen):
            plek = (*pad, i)
            if kind.soort in IN_INHOUD and (naam := kop_tekst(kind)):
                status = f" {_STATUS[kind.status]}" if kind.status in _STATUS else ""
                anker = f'<a href="#{escape(self.ankers[plek])}">{escape(naam)}</a>{status}'
                regels.append(f"<li>{anker}{self.inhoud(kind, plek)}</li>")
        return f"<ol>{''.join(regels)}</ol>" if regels else ""

    def kinderen(self, node: Node, pad: Pad, niveau: int) -> str:
        """The children of a node."""
        return "".join(self.node(kind, (*pad, i), niveau) for i, kind in enumerate(node.kinderen))

    def node(self, node: Node, pad: Pad, niveau: int) -> str:
        """One node; ``niveau`` is the level of a heading here."""
        if node.soort in _SECTIES:
            return self.sectie(node, pad, niveau)
        if node.soort is Soort.LIJST:
            return f'<ul class="lijst" role="list"{self.anker(pad)}>{self.kinderen(node, pad, niveau)}</ul>\n'
        if node.soort in ITEMS:
            return f"<li{self.anker(pad)}>{self.genummerd(node, pad, niveau)}</li>"
        if node.soort is Soort.LID:
            return f'<div class="lid"{self.anker(pad)}>{self.genummerd(node, pad, niveau)}</div>\n'
        if node.soort is Soort.TABEL:
            return self.tabel(node, pad, niveau)
        if node.soort is Soort.FRAGMENT:
            tekst = fragment_tekst(node.xml)
            return f'<p class="fragment">{escape(tekst)}</p>\n' if tekst else ""
        return self.blok(node, pad, niveau)

    def anker(self, pad: Pad) -> str:
        """The id attribute of an element that has an eId."""
        return f' id="{escape(self.ankers[pad])}"' if pad in self.ankers else ""

    def blok(self, node: Node, pad: Pad, niveau: int) -> str:
        """A paragraph or an intermediate heading."""
        voor = escape(" ".join(filter(None, (node.label, node.aanduiding))))
        inhoud = " ".join(filter(None, (voor, tekst_html(node.opschrift, self.noten), self.tekst(node))))
        h = f"h{min(niveau, 6)}"
        element = f"<{h}>{inhoud}</{h}>\n" if node.soort is Soort.TUSSENKOP else f"<p>{inhoud}</p>\n"
        return (element if inhoud else "") + self.kinderen(node, pad, niveau)

    def tekst(self, node: Node) -> str:
        """The text of a node."""
        return tekst_html(node.tekst, self.noten)

    def sectie(self, node: Node, pad: Pad, niveau: int) -> str:
        """An element with a heading."""
        delen = (escape(node.label), escape(node.aanduiding), tekst_html(node.opschrift, self.noten))
        naam, h = " ".join(filter(None, delen)), f"h{min(niveau, 6)}"
        kop = f"<{h}>{naam}</{h}>\n" if naam else ""
        los = f"<p>{self.tekst(node)}</p>\n" if node.tekst else ""
        binnen = kop + los + self.status(node) + self.kinderen(node, pad, niveau + 1)
        return f'<section class="{node.soort}"{self.anker(pad)}>\n{binnen}</section>\n'

    def status(self, node: Node) -> str:
        """The word that stands in the place of what is repealed or reserved."""
        return f'<p class="status">{_STATUS[node.status]}</p>\n' if node.status in _STATUS else ""

    def genummerd(self, node: Node, pad: Pad, niveau: int) -> str:
        """A marker and, beside it, the content."""
        nummer = escape(" ".join(filter(None, (node.label, node.aanduiding))))
        kop = f"<p><strong>{tekst_html(node.opschrift, self.noten)}</strong></p>" if node.opschrift else ""
        los = f"<p>{self.tekst(node)}</p>" if node.tekst else ""
        binnen = kop + los + self.status(node) + self.kinderen(node, pad, niveau)
        return f'<span class="nr">{nummer}</span><div>{binnen}</div>'

    def tabel(self, node: Node, pad: Pad, niveau: int) -> str:
        """A table that can be scrolled sideways by keyboard."""
        kolommen = _kolommen(node)
        delen = []
        rijen = list(enumerate(node.kinderen))
        for deel, groep in groupby(rijen, key=lambda rij: rij[1].attribuut(EXTRA_DEEL) or "tbody"):
            binnen = "".join(self.rij(rij, (*pad, i), niveau, deel, kolommen) for i, rij in groep)
            delen.append(f"<{deel}>{binnen}</{deel}>")
        voor = escape(" ".join(filter(None, (node.label, node.aanduiding))))
        titel = " ".join(filter(None, (voor, tekst_html(node.opschrift, self.noten))))
        bijschrift = f"<caption>{titel}</caption>" if titel else ""
        naam = escape(f"Tabel {platte_tekst(node.opschrift)}".strip())
        houder = f'<div class="tabelhouder" role="group" tabindex="0" aria-label="{naam}"{self.anker(pad)}>'
        return f"{houder}<table>{bijschrift}{''.join(delen)}</table></div>\n"

    def rij(self, rij: Node, pad: Pad, niveau: int, deel: str, kolommen: list[str]) -> str:
        """A row; in the head of a table its cells are column headings."""
        if rij.soort is not Soort.RIJ:
            return f"<tr><td>{self.node(rij, pad, niveau)}</td></tr>"
        element, bij = ("th", ' scope="col"') if deel == "thead" else ("td", "")
        cellen = []
        for i, cel in enumerate(rij.kinderen):
            binnen = self.tekst(cel) + self.kinderen(cel, (*pad, i), niveau)
            cellen.append(f"<{element}{bij}{_overspanning(cel, kolommen)}>{binnen}</{element}>")
        return f"<tr>{''.join(cellen)}</tr>\n"


def _kolommen(tabel: Node) -> list[str]:
    try:
        inhoud = json.loads(tabel.attribuut(EXTRA_TGROUP) or "{}")
        return [kolom[1].get("colname", "") for kolom in inhoud.get("kolommen", []) if kolom[0] == "colspec"]
    except (ValueError, AttributeError, IndexError, TypeError):
        return []


def _overspanning(cel: Node, kolommen: list[str]) -> str:
    """colspan and rowspan from the CALS attributes namest, nameend and morerows."""
    uit = ""
    begin, eind = cel.attribuut("namest") or "", cel.attribuut("nameend") or ""
    if begin in kolommen and eind in kolommen and kolommen.index(eind) > kolommen.index(begin):
        uit += f' colspan="{kolommen.index(eind) - kolommen.index(begin) + 1}"'
    meer = cel.attribuut("morerows") or "0"
    if meer.isdecimal() and 0 < int(meer) < 1000:
        uit += f' rowspan="{int(meer) + 1}"'
    return uit
