"""A pdf → lines of plain text, with pdfium. Always to be confirmed by a person: a pdf has lines, no paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from amend.model.melding import Melding
from amend.read import codes_document as codes

MAX_BLADZIJDEN: Final = 2000
_RAND: Final = 2
"""How many lines at the top and the bottom of a page may be a running head or a page number."""
_PAGINANUMMER: Final = re.compile(r"(?:pagina|blz\.?|bladzijde|p\.)?\s*#+(?:\s*(?:van|/|-)\s*#+)?", re.IGNORECASE)

Meldingen = tuple[Melding, ...]


def lees_pdf(inhoud: bytes) -> tuple[str | None, Meldingen]:
    """The text of a pdf, or None with a finding (E140, E141, E146)."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(inhoud)
        aantal = len(document)
        if aantal > MAX_BLADZIJDEN:
            zin = f"De pdf heeft {aantal} bladzijden; hoogstens {MAX_BLADZIJDEN} worden gelezen."
            return None, (codes.TE_ZWAAR.melding(zin, hulp="Splits de pdf."),)
        bladzijden = [_regels(document[i].get_textpage().get_text_bounded()) for i in range(aantal)]
    except pypdfium2.PdfiumError:
        zin = "De pdf is niet te openen: hij is beschadigd of met een wachtwoord beveiligd."
        return None, (codes.GEEN_DOCUMENT.melding(zin, hulp="Maak een pdf zonder wachtwoord, of plak de tekst."),)
    if sum(len(regel) for bladzijde in bladzijden for regel in bladzijde) < 20:
        zin = f"In de pdf ({aantal} bladzijden) staat geen tekst."
        return None, (codes.GEEN_TEKST.melding(zin, hulp="Lever de tekst als Word-bestand of plak haar."),)
    return _tekst(bladzijden)


def _tekst(bladzijden: Sequence[list[str]]) -> tuple[str, Meldingen]:
    rand = _lopende_regels(bladzijden)
    weg: list[str] = []
    uit: list[str] = []
    for bladzijde in bladzijden:
        over = [r for i, r in enumerate(bladzijde) if not (_aan_de_rand(i, len(bladzijde)) and _vorm(r) in rand)]
        weg += [r for i, r in enumerate(bladzijde) if _aan_de_rand(i, len(bladzijde)) and _vorm(r) in rand]
        uit += over
    zin = f"De tekst komt uit een pdf van {len(bladzijden)} bladzijden en moet worden bevestigd."
    meldingen = [
        codes.PDF.melding(zin, hulp="Vergelijk de gelezen tekst met de pdf: alinea's, nummers, afbreekstreepjes.")
    ]
    if weg:
        per_vorm: dict[str, list[str]] = {}
        for regel in weg:
            per_vorm.setdefault(_vorm(regel), []).append(regel)
        stukken = "; ".join(f"“{regels[0][:60]}” ({len(regels)} keer)" for regels in per_vorm.values())
        meldingen.append(
            codes.WEGGELATEN.melding(f"Regels boven- of onderaan de bladzijden zijn niet gelezen: {stukken}.")
        )
    return "\n".join(uit) + "\n", tuple(meldingen)


def _regels(tekst: str) -> list[str]:
    """The lines of a page; a word that was broken at the end of a line keeps its hyphen."""
    heel = tekst.replace("\x02", "-").replace("\ufffe", "-").replace("\r\n", "\n").replace("\r", "\n")
    return [regel.strip() for regel in re.sub(r"[\x00-\x08\x0b-\x1f]", "", heel).split("\n") if regel.strip()]


def _aan_de_rand(plek: int, aantal: int) -> bool:
    return plek < _RAND or plek >= aantal - _RAND


def _vorm(regel: str) -> str:
    """The line with its numbers taken out, so that "Pagina 3" and "Pagina 4" are the same."""
    return re.sub(r"\d+", "#", " ".join(regel.split()))


def _lopende_regels(bladzijden: Sequence[list[str]]) -> set[str]:
    """Lines that stand at the edge of most pages, and page numbers that do so on every page."""
    if len(bladzijden) < 2:
        return set()
    telling: Counter[str] = Counter()
    for regels in bladzijden:
        telling.update({_vorm(r) for i, r in enumerate(regels) if _aan_de_rand(i, len(regels))})
    nodig = max(3, len(bladzijden) * 6 // 10)
    return {v for v, n in telling.items() if n >= nodig or (n == len(bladzijden) and _PAGINANUMMER.fullmatch(v))}
