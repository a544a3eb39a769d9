"""A file that holds text in another form (Word, HTML, pdf) → the same file with its text taken out.

Word and pdf files are read in a process of their own, with limits. The bytes as received stay as they are.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from amend.model.melding import Melding
from amend.read import codes
from amend.read import codes_document as codes_doc
from amend.read.begrensd import Begrenzing, begrensd
from amend.read.bestand import MAXIMUM_TEKST, Bestand, soort_van
from amend.read.docx import lees_docx
from amend.read.html import lees_html
from amend.read.pdf import lees_pdf

SECONDEN: Final = 45.0
_LEZERS: Final[dict[str, tuple[str, Callable[[bytes], tuple[str | None, tuple[Melding, ...]]]]]] = {
    "docx": ("mammoth", lees_docx),
    "pdf": ("pypdfium2", lees_pdf),
}


def omgezet(bestand: Bestand) -> Bestand:
    """The file with its text; unchanged when it was text or XML already. ``vorm`` says what it was."""
    if bestand.soort == "html":
        tekst, meldingen = lees_html(bestand.tekst)
        return _met_tekst(bestand, tekst, meldingen)
    if bestand.soort not in _LEZERS:
        return bestand
    nodig, lezer = _LEZERS[bestand.soort]
    if importlib.util.find_spec(nodig) is None:
        zin = f"Om {bestand.soort} te lezen is {nodig} nodig."
        return _geweigerd(bestand, codes_doc.UITBREIDING.melding(zin, hulp="Installeer: pip install 'amend[import]'."))
    try:
        gelezen, meldingen = begrensd(lezer, bestand.inhoud, seconden=SECONDEN)
    except Begrenzing as grens:
        wat = {"tijd": "te veel tijd", "geheugen": "te veel geheugen"}.get(grens.waarom)
        zin = f"Het lezen van het bestand kostte {wat} en is gestopt." if wat else "Het bestand is niet te lezen."
        code = codes_doc.TE_ZWAAR if wat else codes_doc.GEEN_DOCUMENT
        return _geweigerd(bestand, code.melding(zin, hulp="Lever de tekst in een andere vorm aan."))
    if gelezen is None:
        return _geweigerd(bestand, *meldingen)
    return _met_tekst(bestand, gelezen, meldingen)


def _met_tekst(bestand: Bestand, tekst: str, meldingen: tuple[Melding, ...]) -> Bestand:
    if not tekst.strip():
        return _geweigerd(
            bestand, codes.LEEG.melding("In het bestand staat geen tekst.", None, "Kies een ander bestand.")
        )
    if len(tekst) > MAXIMUM_TEKST:
        return _geweigerd(
            bestand, codes.TE_GROOT.melding("De tekst in het bestand is groter dan 10 MB.", None, "Splits het.")
        )
    soort = soort_van(tekst)
    if soort not in ("regeling_tekst", "besluit_tekst"):
        soort = "onbekend"
    return replace(bestand, soort=soort, tekst=tekst, meldingen=(*bestand.meldingen, *meldingen), vorm=bestand.soort)


def _geweigerd(bestand: Bestand, *meldingen: Melding) -> Bestand:
    return replace(bestand, meldingen=(*bestand.meldingen, *meldingen))
