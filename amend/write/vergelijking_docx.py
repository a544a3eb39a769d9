"""A comparison → a Word document with real tracked changes, and the was-wordt table as a Word table.

Accepting all changes in a word processor gives the new text, rejecting all the old. Needs the extra ``docx``.
Source: ECMA-376 part 1, 17.13.5 (ins, del, moveFrom, moveTo on runs, paragraph marks and rows).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from amend.compare.wijziging import Vergelijking, Wijziging
from amend.write.vergelijking_alineas import Alinea, Blok, Staat, Tabelrij, alineas
from amend.write.vergelijking_csv import KOPPEN, Rij, was_wordt
from amend.write.vergelijking_regels import controleregels, samenvatting

if TYPE_CHECKING:
    from docx.document import Document as Stuk
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MERK: Final = {"weg": "w:del", "bij": "w:ins", "van": "w:moveFrom", "naar": "w:moveTo"}
_ONLEESBAAR: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AUTEUR: Final = "amend"


def schrijf_docx(vergelijking: Vergelijking) -> bytes:
    """The new text with every change to the old one tracked. The author of a change is the decision that made it."""
    schrijver = _Schrijver(vergelijking)
    for blok in alineas(vergelijking.samen.root):
        schrijver.blok(blok)
    schrijver.sluit()
    return _bytes(schrijver.stuk)


def schrijf_was_wordt_docx(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> bytes:
    """The was-wordt table, on landscape pages, with the check of the laws under it."""
    stuk = Document()
    vlak = stuk.sections[0]
    vlak.orientation, vlak.page_width, vlak.page_height = WD_ORIENT.LANDSCAPE, vlak.page_height, vlak.page_width
    stuk.add_heading(f"Was-wordttabel: {_schoon(vergelijking.nieuw.naam)}", 1)
    stuk.add_paragraph(_schoon(f"Oud: {vergelijking.van}. Nieuw: {vergelijking.tot}."))
    stuk.add_paragraph(samenvatting(vergelijking))
    rijen = was_wordt(vergelijking, op_gewicht=op_gewicht)
    tabel = stuk.add_table(rows=1, cols=len(KOPPEN))
    tabel.style = "Table Grid"
    for cel, kop in zip(tabel.rows[0].cells, KOPPEN, strict=True):
        cel.paragraphs[0].add_run(kop).bold = True
    kop_rij = tabel.rows[0]._tr.get_or_add_trPr()
    kop_rij.append(OxmlElement("w:tblHeader"))
    for rij in rijen:
        _tabelrij(tabel, rij)
    for regel in controleregels(vergelijking):
        stuk.add_paragraph(regel)
    return _bytes(stuk)


def _tabelrij(tabel: Table, rij: Rij) -> None:
    nieuw: Any = tabel.add_row()  # type: ignore[no-untyped-call]
    cellen = nieuw.cells
    waarden = (rij.plaats, None, None, rij.wat, rij.gewicht, rij.door)
    for cel, waarde in zip(cellen, waarden, strict=True):
        if waarde is not None:
            cel.paragraphs[0].add_run(_schoon(waarde))
    for cel, lijnen, soort in ((cellen[1], rij.was, "oud"), (cellen[2], rij.wordt, "nieuw")):
        for n, regel in enumerate(lijnen):
            alinea = cel.paragraphs[0] if n == 0 else cel.add_paragraph()
            for stuk_soort, tekst in regel:
                run = alinea.add_run(_schoon(tekst))
                if stuk_soort == soort:
                    run.font.strike = soort == "oud"
                    run.underline = soort == "nieuw"


class _Schrijver:
    def __init__(self, vergelijking: Vergelijking) -> None:
        self.stuk: Stuk = Document()
        self.nummer = 0
        self.tabel: Table | None = None
        self.tabel_van = -1
        self.open_verplaatst: tuple[str, int] | None = None
        self.auteurs = _auteurs(vergelijking.wijzigingen)

    def blok(self, blok: Blok) -> None:
        if isinstance(blok, Tabelrij):
            self.verplaatst(None)
            self.rij(blok)
            return
        self.tabel_van = -1
        self.verplaatst((blok.staat, blok.knoop) if blok.staat in ("van", "naar") else None)
        stijl = f"Heading {min(blok.kop, 9)}" if blok.kop else None
        alinea = self.stuk.add_paragraph(style=stijl)
        if blok.diepte:
            alinea.paragraph_format.left_indent = Cm(0.75 * blok.diepte)
        self.vul(alinea, blok)

    def vul(self, alinea: Paragraph, blok: Alinea, *, einde: bool = True) -> None:
        """The stretches of a paragraph; ``einde``: its end is tracked too."""
        for staat, tekst in blok.stukken:
            self.stretch(alinea, staat, tekst, blok.knoop)
        if einde and blok.staat != "gelijk":
            ppr: Any = alinea._p.get_or_add_pPr()
            rpr = OxmlElement("w:rPr")
            rpr.append(self.merk(blok.staat, blok.knoop))
            ppr.append(rpr)

    def stretch(self, alinea: Paragraph, staat: Staat, tekst: str, knoop: int) -> None:
        run = alinea.add_run(_schoon(tekst))
        if staat == "gelijk":
            return
        houder = self.merk(staat, knoop)
        eigen: Any = run._r
        eigen.addprevious(houder)
        houder.append(eigen)
        if staat == "weg":
            for deel in run._r.findall(qn("w:t")):
                deel.tag = qn("w:delText")

    def merk(self, staat: Staat, knoop: int) -> Any:
        """An element that says: tracked, number, author."""
        self.nummer += 1
        element = OxmlElement(_MERK[staat])
        element.set(qn("w:id"), str(self.nummer))
        element.set(qn("w:author"), self.auteurs(knoop))
        return element

    def verplaatst(self, nieuw: tuple[str, int] | None) -> None:
        """Open and close the ranges that join the two places of a move."""
        if self.open_verplaatst == nieuw:
            return
        body = self.stuk.element.body
        if self.open_verplaatst:
            _voeg(body, self.grens(self.open_verplaatst, "End"))
        if nieuw:
            _voeg(body, self.grens(nieuw, "Start"))
        self.open_verplaatst = nieuw

    def grens(self, wat: tuple[str, int], kant: str) -> Any:
        staat, knoop = wat
        naam = "moveFrom" if staat == "van" else "moveTo"
        element = OxmlElement(f"w:{naam}Range{kant}")
        element.set(qn("w:id"), str(1_000_000 + 2 * knoop + (staat == "naar")))
        if kant == "Start":
            element.set(qn("w:author"), self.auteurs(knoop))
            element.set(qn("w:name"), f"verplaatst{knoop}")
        return element

    def rij(self, rij: Tabelrij) -> None:
        if self.tabel_van != rij.tabel or self.tabel is None:
            if self.tabel_van != -1:
                self.stuk.add_paragraph()
            self.tabel = self.stuk.add_table(rows=0, cols=max(len(rij.cellen), 1))
            self.tabel.style = "Table Grid"
            self.tabel_van = rij.tabel
        while len(self.tabel.columns) < len(rij.cellen):
            self.tabel.add_column(Cm(3))
        nieuw: Any = self.tabel.add_row()
        if rij.staat != "gelijk":
            nieuw._tr.get_or_add_trPr().append(self.merk(rij.staat, rij.knoop))
        for cel, inhoud in zip(nieuw.cells, rij.cellen, strict=False):
            for n, alinea in enumerate(inhoud):
                doel = cel.paragraphs[0] if n == 0 else cel.add_paragraph()
                self.vul(doel, alinea, einde=n < len(inhoud) - 1)

    def sluit(self) -> None:
        self.verplaatst(None)
        self.stuk.add_paragraph()


def _auteurs(wijzigingen: Iterable[Wijziging]) -> Callable[[int], str]:
    per_knoop = {
        nr: ", ".join(f"{o.besluit} {o.onderdeel}".strip() for o in w.oorzaken)
        for w in wijzigingen
        if w.oorzaken
        for nr, _ in w.delen
    }
    return lambda knoop: per_knoop.get(knoop, _AUTEUR)


def _voeg(body: Any, element: Any) -> None:
    """At the end of the body, before the section properties."""
    sectie = body.find(qn("w:sectPr"))
    if sectie is None:
        body.append(element)
    else:
        sectie.addprevious(element)


def _schoon(tekst: str) -> str:
    """Without the characters that XML does not know."""
    return _ONLEESBAAR.sub("", tekst)


def _bytes(stuk: Stuk) -> bytes:
    uit = io.BytesIO()
    stuk.save(uit)
    return uit.getvalue()
