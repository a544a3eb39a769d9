"""Numbers in a sentence: of elements (figures, letters, "ten tweede"), amounts, days, and how many times."""

from __future__ import annotations

import re
from typing import Final

from amend.model.kalender import MAANDNAAM
from amend.model.numbering import rang, telwoord
from amend.parse import codes
from amend.parse.lexer_token import Stand, Token
from amend.parse.lexicon import langste_frase
from amend.parse.samenhang import GEEN_LETTER

_DATUM: Final = re.compile(rf"(?:de\s+)?(\d{{1,2}})\s+({MAANDNAAM})\s+(\d{{4}})\b", re.I)
_BEDRAG: Final = re.compile(
    r"(?:€|EUR|ƒ|f|NLG\.?)\s?\d(?:\d|\.(?=\d)|\s\d{3})*(?:,(?:\d+|[-–—]+))?(?:\s?%-?punt)?"
    r"(?:\s+miljoen)?(?:\s+\(x € 1\.000\))?"
    r"|\d+(?:[.,]\d+)*\s?(?:%|procent(?:punt(?:en)?)?\b)(?:-?punt)?"
)
_RANG: Final = re.compile(r"\d{1,3}\s?(?:e|de|ste|ᵉ)(?!\w)")
_NIEUWTAG: Final = re.compile(r"\(\s*(?:nieuw|oud)\s*\)", re.I)
_INGANG: Final = re.compile(
    r"(?:met ingang van|met ingang|ingaande|per|vanaf)\s+(?:de\s+)?"
    rf"(\d{{1,2}}\s+(?:{MAANDNAAM})\s+\d{{4}}|(?:de )?datum van herindeling)|"
    r"(?:met ingang van|op)\s+(?=het (?:tijdstip|moment) waarop)"
    r"(?P<tijdstip>het (?:tijdstip|moment) waarop [^.«“‘\"]{3,200}? in werking (?:treedt|treden))",
    re.I,
)


def ingang(s: Stand) -> bool:
    """The day from which the change holds."""
    treffer = _INGANG.match(s.zin, s.i)
    if treffer is not None:
        s.zet("INGANG", treffer[1] or treffer["tijdstip"], treffer.end())
    return treffer is not None


def dag(s: Stand) -> bool:
    """A day of the calendar."""
    treffer = _DATUM.match(s.zin, s.i)
    if treffer is not None:
        s.zet("DATUM", treffer[0], treffer.end())
    return treffer is not None


def bedrag(s: Stand) -> bool:
    """An amount of money, a percentage."""
    treffer = _BEDRAG.match(s.zin, s.i)
    if treffer is not None:
        s.zet("BEDRAG", treffer[0].strip(), treffer.end())
    return treffer is not None


def rangnummer(s: Stand) -> bool:
    """An ordinal in figures: "3e", "1ste"."""
    treffer = _RANG.match(s.zin, s.i)
    if treffer is None or s.vorige() == "NIVEAU" or not (n := rang(treffer[0])):
        return False
    s.zet("RANGS", str(n), treffer.end(), ((str(n), ""),))
    return True


def nieuwtag(s: Stand) -> bool:
    """The tag "(nieuw)" or "(oud)", which says nothing."""
    treffer = _NIEUWTAG.match(s.zin, s.i)
    if treffer is not None:
        s.i = treffer.end()
    return treffer is not None


# --- numbers of elements ------------------------------------------------------------------------------------------

_NUMMER: Final = re.compile(
    r"\d+-\d+(?:\.\d+)+(?!\w)|(?:[A-Z]{1,2}[.]?\s?)?\d+(?:[.:]\d+)*(?:[.:-]?[A-Za-z]{1,3}\d?)?(?:[.:]\d+[a-z]?)*\s?(?:bis|ter|quater|quinquies)?(?![\w])\s?[°º]?"
    r"|\d+(?:[-–]\d+)+(?:\.\d+)*(?!\w)|\d+[°º]|[a-z]\d{1,3}(?:[.:]\d+)*[a-z]?(?!\w)"
)
_STREEP: Final = re.compile(r"(\d+)\s?[-–]\s?(\d+)(?![\w.:]*\w)")
_CURSIEF: Final = re.compile(r"(\d+)\*([a-z]{1,2})\*")
_GLUED: Final = re.compile(r"([A-Z]?\d+[a-z]?)(?=(?:lid|onderdeel|sub)\b)")
_LETTERS: Final = re.compile(
    r"(?:[IVXLC]+ (?:bis|ter|quater|quinquies)|"
    r"[a-z]{1,2}\d{0,2}|[A-Z]{1,4}[a-z]{0,2}\d?|[ivx]{1,5}|[IVXLC]+[a-zA-Z]?)(?![\w\-/])"
)
_TEN: Final = re.compile(r"ten\s+(\w+)\b|(?P<e>\d{1,2})e(?=\s*[,.;:]|\s+(?:wordt|worden|vervalt|komt)\b)", re.I)


def nummer(s: Stand) -> bool:
    """The number of an element, in figures or letters."""
    na_niveau = s.vorige() == "NIVEAU" or _in_reeks(s)
    if not (na_niveau or s.zin[s.i].isdigit()):
        return False
    if na_niveau and (treffer := _GLUED.match(s.zin, s.i)):
        s.zet("NRS", treffer[1], treffer.end(), ((treffer[1], ""),), codes.SCHRIJFWIJZE)
        return True
    if treffer := _CURSIEF.match(s.zin, s.i):
        s.zet("NRS", treffer[1] + treffer[2], treffer.end(), ((treffer[1] + treffer[2], ""),))
        return True
    if na_niveau and (treffer := _STREEP.match(s.zin, s.i)):
        waarde = f"{treffer[1]}-{treffer[2]}"
        s.zet("NRS", waarde, treffer.end(), ((waarde, ""),))
        return True
    treffer = _NUMMER.match(s.zin, s.i)
    if treffer:
        waarde = re.sub(r"\s+", "" if treffer[0][-1] in "°º" else " ", treffer[0].strip()).replace("º", "°")
        s.zet("NRS", waarde, _slot_nummer(s, treffer.end()), ((waarde, ""),))
        return True
    return na_niveau and _letter(s)


_KENMERK: Final = re.compile(r"(?:nummer|nr\.?|no\.?|kenmerk)\s+(?=[\w.-]*\d{3})[\w.-]+/[\w./-]*\w", re.I)


def kenmerk(s: Stand) -> bool:
    """The registration number of a decision ("nummer 2012/71a"): part of the name, no number of an element."""
    treffer = _KENMERK.match(s.zin, s.i)
    if treffer is None or (s.i and s.zin[s.i - 1].isalnum()):
        return False
    s.zet("WOORD", treffer[0], treffer.end())
    return True


def _letter(s: Stand) -> bool:
    treffer = _LETTERS.match(s.zin, s.i)
    if not treffer or treffer[0].lower() in GEEN_LETTER:
        return False
    if len(treffer[0]) > 1 and langste_frase(s.zin, s.i):
        return False
    if treffer[0] == "l" and s.uit and s.uit[-1].waarde in {"artikel", "lid"}:
        s.zet("NRS", "1", treffer.end(), (("1", ""),), codes.SCHRIJFWIJZE)
        return True
    s.zet("NRS", treffer[0], _slot_nummer(s, treffer.end()), ((treffer[0], ""),))
    return True


def _slot_nummer(s: Stand, eind: int) -> int:
    """Past the dot, bracket or degree sign that belongs to a number in mid-sentence ("sub a. wordt", "onder a),")."""
    rest = s.zin[eind:]
    if rest[:1] == ")" and s.zin.count("(", 0, eind) > s.zin.count(")", 0, eind):
        return eind
    if rest[:1] in ")°º" or (rest[:1] == "." and re.match(r"\.\s*(?:,|;|[a-z‘'\"“«<])", rest)):
        return eind + 1
    return eind


def _in_reeks(s: Stand) -> bool:
    """True where a number may stand that has no noun directly before it."""
    vorige = s.vorige()
    if vorige in {"OVERNUMMERING", "ONDERTOT"} or (vorige == "WERKW" and s.uit[-1].waarde == "vernummerd"):
        return True
    if vorige in {"TOT", "IN"} and any(token.soort == "OVERNUMMERING" for token in s.uit):
        return True
    if vorige == "TOT":
        return any(token.soort == "NRS" for token in s.uit)
    return vorige in {"KOMMA", "EN", "OF", "TM", "RESP", "DET"} and (
        s.vorige(2) == "NRS" or (s.vorige(2) in {"EN", "KOMMA", "TOT"} and s.vorige(3) in {"NRS", "WERKW"})
    )


def ten(s: Stand) -> bool:
    """ "onder a, ten tweede", "onder 3e": an item with a degree sign."""
    treffer = _TEN.match(s.zin, s.i)
    if treffer is None:
        return False
    if treffer["e"]:
        if s.vorige() != "NIVEAU" or s.zin[s.uit[-1].start : s.uit[-1].eind].strip().lower() not in {"onder", "sub"}:
            return False
        s.zet("NRS", f"{treffer['e']}°", treffer.end(), ((f"{treffer['e']}°", ""),), codes.SCHRIJFWIJZE)
        return True
    if (n := rang(treffer[1])) is None:
        return False
    s.uit.append(Token("NIVEAU", "onderdeel", s.i, s.i + 3))
    s.i += 3
    s.zet("NRS", f"{n}°", treffer.end(), ((f"{n}°", ""),))
    return True


# --- how many times -----------------------------------------------------------------------------------------------

KEREN: Final = re.compile(r"maal|keer", re.I)
"""A sentence without it says nowhere how many times."""
_KEREN: Final = re.compile(
    r"(?:voor\s+)?(?:de\s+)?(\w+)\s+(?:maal|keer)\b(?:\s+dat\b(?:\s+(?:dit|deze|dat|het)(?:\s+woord)?\s+voorkomt)?)?"
    r"|(tweemaal|driemaal|viermaal)\b",
    re.I,
)
_WAAR: Final = re.compile(
    r"(?:daar\s+)?(?:waar|als|zoals)\s+(?:dit|deze|dat|die|het|zij)(?:\s+(?:woord|woorden|term|zinsnede|passage))?\s+"
    r"(?:voor\s+)?de\s+(\w+)\s+(?:maal|keer)\s+(?:voorkomt|voorkomen|staat|staan)\s*,?",
    re.I,
)


_VOORKOMT: Final = re.compile(
    r"(?:voorkomt|voorkomen)(?:\s*,)?(?:\s+(?:dat|die|deze)\s+(?:woord|woorden|term|zinsnede|tekst)\b)?", re.I
)
"""What follows the words in "de tweede keer dat het woord «a» voorkomt, dat woord"."""


def maal(s: Stand) -> bool:
    """How many times, or which time: "tweemaal", "de derde keer", "waar dit de eerste maal voorkomt"."""
    na_keer = s.vorige() == "CITAAT" and any(t.soort == "BIJW" and t.waarde.startswith("rang") for t in s.uit)
    if na_keer and (treffer := _VOORKOMT.match(s.zin, s.i)):
        s.i = treffer.end()
        return True
    if not s.telt:
        return False
    if treffer := _WAAR.match(s.zin, s.i):
        laatste = treffer[1].lower() == "laatste"
        n = -1 if laatste else rang(treffer[1])
        if n:
            s.zet("BIJW", f"rang {n}", treffer.end())
        return bool(n)
    treffer = _KEREN.match(s.zin, s.i)
    if not treffer:
        return False
    woord = (treffer[1] or treffer[2].removesuffix("maal")).lower()
    if n := rang(woord):
        s.zet("BIJW", f"rang {n}", treffer.end())
    elif woord == "laatste":
        return False
    elif m := telwoord(woord):
        s.zet("BIJW", f"aantal {m}", treffer.end())
    else:
        return False
    return True
