"""Regeling → Word document of the running text: heading styles, printed numbers, tables, notes at the end.

Needs python-docx (the extra ``docx``); raises ImportError without it. Numbers stand in the text as they are printed:
automatic numbering of a word processor would change them.
"""

from __future__ import annotations

import io
from typing import Any, Final

import docx
from docx.shared import Cm

from amend.model.regeling import Regeling
from amend.model.tree import INDELING, ITEMS, Node, Run, Soort, Status, Tekst, platte_tekst
from amend.model.versiekop import BLADWIJZER, LET_OP, ONVOLLEDIG, VersieKop
from amend.write.html_tekst import fragment_tekst
from amend.write.kopregels import kopregels, onvolledig, titel_van, waarschuwingen
from amend.write.stop.tabel import raster

_STATUS: Final = {Status.VERVALLEN: "[Vervallen]", Status.GERESERVEERD: "[Gereserveerd]"}
_GEKOPT: Final = INDELING | {
    Soort.ARTIKEL,
    Soort.BIJLAGE,
    Soort.DIVISIE,
    Soort.TOELICHTING,
    Soort.AANHEF,
    Soort.SLUITING,
}


def schrijf_docx(regeling: Regeling, *, kop: VersieKop | None = None) -> bytes:
    """The document. What the version is stands above the text; an incomplete text says so first."""
    schrijver = _Schrijver(docx.Document())
    schrijver.voorblad(regeling, kop)
    schrijver.regel(regeling.root.opschrift, stijl="Subtitle")
    eigen = Node(Soort.AL, label=regeling.root.label, aanduiding=regeling.root.aanduiding, tekst=regeling.root.tekst)
    for node in (eigen, *regeling.root.kinderen):
        schrijver.node(node, 1, 0)
    schrijver.noten()
    uit = io.BytesIO()
    schrijver.document.save(uit)
    return uit.getvalue()


class _Schrijver:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.plek = document
        self.voetnoten: list[Tekst] = []

    def voorblad(self, regeling: Regeling, kop: VersieKop | None) -> None:
        """Title, warnings and the header of the version; a bookmark says where the text begins."""
        titel = titel_van(regeling, kop)
        self.document.core_properties.title = _schoon(titel)
        self.document.core_properties.language = "nl-NL"
        self.document.add_paragraph(_schoon(titel), style="Title")
        for reden in onvolledig(regeling, kop):
            self.document.add_paragraph(_schoon(f"{ONVOLLEDIG}: {reden}"), style="Intense Quote")
        for naam, waarde in kopregels(kop):
            self.document.add_paragraph(_schoon(f"{naam}: {waarde}"), style="No Spacing")
        for zin in waarschuwingen(regeling, kop):
            self.document.add_paragraph(_schoon(f"{LET_OP}{zin}"), style="Quote")
        begin = self.document.add_paragraph()
        begin.paragraph_format.page_break_before = False
        merk = begin._p.makeelement(_w("bookmarkStart"), {_w("id"): "1", _w("name"): BLADWIJZER})
        begin._p.append(merk)
        begin._p.append(begin._p.makeelement(_w("bookmarkEnd"), {_w("id"): "1"}))

    def node(self, node: Node, niveau: int, diep: int) -> None:
        """One node; ``niveau`` is the heading level, ``diep`` the depth of lists."""
        if node.soort in _GEKOPT:
            self.regel(self._kop(node), stijl=f"Heading {min(niveau, 9)}")
            self.regel(node.tekst)
            self._kinderen(node, niveau + 1, diep)
        elif node.soort is Soort.TABEL:
            self._tabel(node, niveau, diep)
        elif node.soort in ITEMS or node.soort is Soort.LID:
            self._genummerd(node, niveau, diep)
        elif node.soort is Soort.FRAGMENT:
            self.regel((Run(fragment_tekst(node.xml)),), diep=diep)
        else:
            stijl = "Heading 6" if node.soort is Soort.TUSSENKOP and diep == 0 else ""
            self.regel((*self._kop(node), *_ervoor(node), *node.tekst), stijl=stijl, diep=diep)
            self._kinderen(node, niveau, diep)

    def _kinderen(self, node: Node, niveau: int, diep: int) -> None:
        for kind in node.kinderen:
            self.node(kind, niveau, diep)

    def _kop(self, node: Node) -> Tekst:
        delen = [Run(" ".join(filter(None, (node.label, node.aanduiding))))]
        if platte_tekst(node.opschrift).strip():
            delen.extend((Run(" "), *node.opschrift))
        if node.status in _STATUS:
            delen.append(Run(f" {_STATUS[node.status]}"))
        return tuple(run for run in delen if run.tekst or run.marks)

    def _genummerd(self, node: Node, niveau: int, diep: int) -> None:
        """The printed number hangs in front of the first line; what follows is indented below it."""
        diep += node.soort in ITEMS
        kop = self._kop(node)
        eerste = node.kinderen[0] if node.kinderen else None
        gewoon = eerste is not None and eerste.soort is Soort.AL and not (eerste.kinderen or eerste.opschrift)
        if (
            gewoon
            and eerste is not None
            and not (node.tekst or eerste.label or eerste.aanduiding or eerste.status in _STATUS)
        ):
            self.regel((*kop, Run("\t"), *eerste.tekst) if kop else eerste.tekst, diep=diep, hangend=bool(kop))
            rest = node.kinderen[1:]
        else:
            self.regel((*kop, Run("\t"), *node.tekst) if kop else node.tekst, diep=diep, hangend=bool(kop))
            rest = node.kinderen
        for kind in rest:
            self.node(kind, niveau, diep)

    def regel(self, tekst: Tekst, *, stijl: str = "", diep: int = 0, hangend: bool = False) -> None:
        """A paragraph; nothing for an empty text."""
        if not platte_tekst(tekst).strip() and not any(m.naam == "fragment" for run in tekst for m in run.marks):
            return
        alinea = self.plek.add_paragraph(style=stijl or ("List Paragraph" if diep or hangend else None))
        if not stijl and (diep or hangend):
            alinea.paragraph_format.left_indent = Cm(0.75 * (diep + hangend))
            alinea.paragraph_format.first_line_indent = Cm(-0.75 if hangend else 0)
        self._runs(alinea, tekst)

    def _runs(self, alinea: Any, tekst: Tekst) -> None:
        vorige: object = None
        for run in tekst:
            noot = next((mark for mark in run.marks if mark.naam == "noot"), None)
            if noot is None:
                _schrijf(alinea, run)
            elif noot == vorige:
                self.voetnoten[-1] = (*self.voetnoten[-1], run)
            else:
                self.voetnoten.append((run,))
                alinea.add_run(f"[{len(self.voetnoten)}]").font.superscript = True
            vorige = noot

    def _tabel(self, node: Node, niveau: int, diep: int) -> None:
        rooster = raster(node)
        self.regel(self._kop(node), stijl="Caption")
        if rooster is None:
            self._kinderen(node, niveau, diep)
            return
        rijen = (*rooster.kop, *rooster.romp)
        tabel = self.plek.add_table(rows=len(rijen), cols=rooster.kolommen)
        tabel.style = "Table Grid"
        buiten = self.plek
        for r, (_, cellen) in enumerate(rijen):
            grens = len(rijen) if r >= len(rooster.kop) else len(rooster.kop)
            for cel in cellen:
                vak = tabel.cell(r, cel.kolom)
                ander = tabel.cell(min(r + cel.meer, grens - 1), cel.kolom + cel.breed - 1)
                self.plek = vak.merge(ander) if cel.breed > 1 or cel.meer else vak
                if cel.node is not None:
                    self.regel((*self._kop(cel.node), *_ervoor(cel.node), *cel.node.tekst))
                    self._kinderen(cel.node, niveau, 0)
                eerste = self.plek.paragraphs[0]
                if len(self.plek.paragraphs) > 1 and not eerste.text:
                    eerste._p.getparent().remove(eerste._p)
        self.plek = buiten

    def noten(self) -> None:
        """The footnotes, at the end."""
        if self.voetnoten:
            self.document.add_paragraph("Voetnoten", style="Heading 1")
        for n, noot in enumerate(self.voetnoten, 1):
            alinea = self.document.add_paragraph(style="List Paragraph")
            alinea.add_run(f"[{n}] ")
            for run in noot:
                _schrijf(alinea, run)


def _ervoor(node: Node) -> Tekst:
    return (Run(" "),) if node.tekst and (node.label or node.aanduiding or node.opschrift) else ()


def _schrijf(alinea: Any, run: Run) -> None:
    namen = {mark.naam for mark in run.marks}
    fragment = next((dict(m.attributen).get("xml", "") for m in run.marks if m.naam == "fragment"), None)
    tekst = run.tekst if fragment is None else run.tekst.strip("\ufffc") or fragment_tekst(fragment)
    deel = alinea.add_run(_schoon(tekst))
    deel.bold = True if namen & {"vet", "b"} else None
    deel.italic = True if namen & {"cursief", "i"} else None
    deel.underline = True if namen & {"onderstreept", "u"} else None
    deel.font.superscript = True if "sup" in namen else None
    deel.font.subscript = True if namen & {"sub", "inf"} else None
    deel.font.strike = True if "doorgehaald" in namen else None


def _schoon(tekst: str) -> str:
    return "".join(c if c in "\t\n" or c >= " " else "\ufffd" for c in tekst)


def _w(naam: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{naam}"
