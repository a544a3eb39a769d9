"""Accepting and rejecting all tracked changes of a docx, as ECMA-376 says, without a word processor."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def regels(data: bytes, *, aanvaard: bool) -> list[str]:
    """The paragraphs that are left after accepting (or rejecting) everything; empty ones left out."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")).find(f"{W}body")
    assert body is not None
    weg, blijft = ({"del", "moveFrom"}, {"ins", "moveTo"})
    if not aanvaard:
        weg, blijft = blijft, weg
    for rij in list(body.iter(f"{W}tr")):
        if any(rij.find(f"{W}trPr/{W}{naam}") is not None for naam in weg):
            rij.getparent().remove(rij)
    uit: list[str] = []
    open_ = ""
    for alinea in body.iter(f"{W}p"):
        open_ += _tekst(alinea, weg)
        if not any(alinea.find(f"{W}pPr/{W}rPr/{W}{naam}") is not None for naam in weg):
            uit.append(open_)
            open_ = ""
    uit.append(open_)
    return [regel for regel in (" ".join(tekst.split()) for tekst in uit) if regel]


def _tekst(alinea: Any, weg: set[str]) -> str:
    uit = []
    for deel in alinea.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
        houders = {etree.QName(ouder).localname for ouder in deel.iterancestors()}
        if not houders & weg and "pPr" not in houders:
            uit.append(deel.text or "" if deel.tag in (f"{W}t", f"{W}delText") else " ")
    return "".join(uit)
