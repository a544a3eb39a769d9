"""Word files for tests, made here: nothing of anybody else is in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from docx import Document
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(alineas: Iterable[str]) -> bytes:
    """A Word file with these paragraphs."""
    document = Document()
    for alinea in alineas:
        document.add_paragraph(alinea)
    return bewaar(document)


def alineas(tekst: str) -> list[str]:
    """The paragraphs of a text; lines that follow each other directly are lines of one paragraph (line breaks)."""
    return [deel.strip("\n") for deel in re.split(r"\n\s*\n", tekst) if deel.strip()]


def bewaar(document: object) -> bytes:
    """The bytes of a document."""
    uit = io.BytesIO()
    document.save(uit)  # type: ignore[attr-defined]
    return uit.getvalue()


def met_nummering(alineas: Iterable[tuple[str, int, int]], niveaus: str) -> bytes:
    """Paragraphs (text, list, level) numbered by Word; list 0 is none. ``niveaus`` are the w:lvl elements."""
    document = Document()
    nummering = document.part.numbering_part.element
    for kind in list(nummering):
        nummering.remove(kind)
    nummering.append(parse_xml(f'<w:abstractNum {W} w:abstractNumId="1">{niveaus}</w:abstractNum>'))
    for lijst in (1, 2):
        anders = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if lijst == 2 else ""
        nummering.append(parse_xml(f'<w:num {W} w:numId="{lijst}"><w:abstractNumId w:val="1"/>{anders}</w:num>'))
    for tekst, lijst, niveau in alineas:
        alinea = document.add_paragraph(tekst)
        if lijst:
            eigenschappen = alinea._p.get_or_add_pPr()
            eigenschappen.append(
                parse_xml(f'<w:numPr {W}><w:ilvl w:val="{niveau}"/><w:numId w:val="{lijst}"/></w:numPr>')
            )
    return bewaar(document)


def verbouw(inhoud: bytes, delen: dict[str, bytes]) -> bytes:
    """The same file with other parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            if naam not in delen:
                nieuw.writestr(naam, oud.read(naam))
        for naam, deel in delen.items():
            nieuw.writestr(naam, deel)
    return uit.getvalue()
