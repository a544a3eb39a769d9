"""Words in a sentence: phrases of the lexicon, number words, headings in brackets, words that are not known."""

from __future__ import annotations

import re
from typing import Final

from amend.model.numbering import rang, telwoord
from amend.model.tree import INDELING
from amend.parse import codes
from amend.parse.lexer_token import ONDER, WOORD, Reeks, Stand
from amend.parse.lexicon import MEERVOUD, langste_frase
from amend.parse.samenhang import naar_samenhang

_VEEL: Final = frozenset({"worden", "komen", "vervallen", "luiden", "dienen", "zullen", "moeten"})
_VOOR_UIT: Final = frozenset(["", "WERKW", "EN", "BIJW", "ER"])
"""Behind these, "uit artikel 3 wordt … geschrapt" names the place of the clause."""
_BIJVOEGSEL: Final = re.compile(
    r",?\s*(?:die|dat|welke|overeenkomstig|conform|zoals(?:\s+deze|\s+die|\s+dat)?)\s+(?:de\s+bijlage\s+)?(?:(?:is|zijn)\s+)?(?:als\s+bijlage(?:\s+\w+)?\s+)?"
    r"(?:(?:is\s+|zijn\s+)?opgenomen\s+in\s+(?:de\s+)?bijlage(?:\s+\w+)?\s+)?(?:bij|van)\s+(?:dit|deze)\s+"
    r"(?:wijzigings)?(?:besluit|verordening|regeling|wet)(?:\s+(?:is|zijn))?(?:\s+(?:gevoegd|opgenomen|behoort|behoren|"
    r"vastgesteld))?(?=\s*(?:[.;]|$))",
    re.I,
)
_HAAKKOP: Final = re.compile(
    r"\((?!(?:nieuw|oud|vervallen|gereserveerd)\b)([A-Za-z][^()«“„\"\d]{2,120})\)", re.IGNORECASE
)
_HAAKINHOUD: Final = re.compile(
    r"\(\s*(?:de\s+)?(artikel(?:en)?\s+\d[\w.:]*(?:(?:\s*,\s*|\s+en\s+|\s+tot\s+en\s+met\s+|\s+t/m\s+)(?:artikel\s+)?\d[\w.:]*)*)\s*\)",
    re.I,
)
_INDELING: Final = frozenset(soort.value for soort in INDELING)


def woord(s: Stand) -> bool:
    """A phrase of the lexicon, a number word, or an unknown word."""
    gevonden = langste_frase(s.zin, s.i)
    treffer = WOORD.match(s.zin, s.i)
    if gevonden:
        eind, soort, waarde = gevonden
        tekst = s.zin[s.i : eind].lower()
        if not (waarde == "volzin" and s.vorige() == "RANGS"):
            soort, waarde = naar_samenhang(s.zin[s.i : eind], s.zin[eind:], soort, waarde)
        if tekst == "uit" and s.vorige() in _VOOR_UIT:
            soort = "IN"
        veel = (soort == "NIVEAU" and tekst in MEERVOUD) or (soort == "WERKW" and tekst.split()[0] in _VEEL)
        meervoud: Reeks = (("meervoud", ""),) if veel else ()
        s.zet(soort, waarde, eind, meervoud, codes.SCHRIJFWIJZE if "tôt" in tekst or "lui d" in tekst else None)
        return True
    if treffer is None:
        return False
    tekst = treffer[0]
    if tekst == "ln":
        s.zet("IN", "", treffer.end(), melding=codes.SCHRIJFWIJZE)
        return True
    if (n := rang(tekst)) or tekst.lower() in {"laatste", "voorlaatste"}:
        nummer = str(n) if n else tekst.lower()
        s.zet("RANGS", nummer, treffer.end(), ((nummer, ""),))
    elif tekst.lower() == "onder":
        s.zet("NIVEAU", "onderdeel", treffer.end(), ONDER)
    elif telwoord(tekst) is not None:
        s.zet("TEL", str(telwoord(tekst)), treffer.end())
    else:
        s.zet("WOORD", tekst, treffer.end())
    return True


def bijvoegsel(s: Stand) -> bool:
    """ "… zoals opgenomen in de bijlage bij dit besluit": where the new text stands."""
    treffer = _BIJVOEGSEL.match(s.zin, s.i)
    if treffer is None or not any(token.soort == "NIVEAU" for token in s.uit):
        return False
    s.zet("BIJVOEGSEL", treffer[0].strip(" ,"), treffer.end())
    return True


def haakkop(s: Stand) -> bool:
    """ "Artikel 3 (Duur)", "hoofdstuk 2 (artikelen 5 tot en met 9)": what stands in brackets behind a number."""
    noemer = s.uit[-2] if s.vorige() == "NRS" and s.vorige(2) == "NIVEAU" else None
    treffer = _HAAKINHOUD.match(s.zin, s.i) if noemer and noemer.waarde in _INDELING else None
    treffer = treffer or _HAAKKOP.match(s.zin, s.i)
    if noemer is None or treffer is None or noemer.waarde in {"lid", "onderdeel", "volzin", "rij", "kolom"}:
        return False
    s.zet("HAAKKOP", treffer[1], treffer.end())
    return True
