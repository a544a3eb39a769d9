"""Texts in a sentence: quotations, and new text that stands behind a colon or without quotation marks."""

from __future__ import annotations

import re
from typing import Final

from amend.model.numbering import rang, telwoord
from amend.parse import codes
from amend.parse.citaten import lees_citaat
from amend.parse.lexer_token import WOORD, Stand
from amend.parse.lexicon import langste_frase

_ZINSDEEL: Final = re.compile(
    r"\b(?:wordt|worden|vervangen|vervalt|vervallen|ingevoegd|toegevoegd|geschrapt|komt|komen)\b"
)
_VERDER: Final = re.compile(r"[,;]?\s+en\s+(?:wordt|worden|vervalt|vervallen|komt|komen)\s.+", re.S)
_OPDRACHT: Final = re.compile(
    r"(?:vervangen door|ingevoegd|toegevoegd|geschrapt|vernummerd tot|verletterd tot|te luiden|te vervallen)|"
    r"^[,;]?\s+en\s+(?:vervalt|vervallen)"
)
_LOS_SLOT: Final = re.compile(r"^(?:[^“„]*”|[^«]*»|[^\"]*\")\s*[.;]?$", re.S)
"""A text that ends in a closing mark which nothing opened."""
_LOS_CIJFER: Final = re.compile(r"\W*\d{1,3}\W*")
_GEZEGDE: Final = frozenset({"WERKW", "LUIDENDE", "DOORTOEVOEGING"})
_AANHALING: Final = re.compile(r"[«»“”„‘:;\"´`]|(?:^|\s)['’]|['’](?=[\s.,;]|$)")


def eigen_tekst(s: Stand) -> bool:
    """Text after the sentence's own colon, up to the end or up to the next clause ("… en wordt «a» vervangen …")."""
    if s.vorige() not in {"DOOR", "COLON"}:
        return False
    rest = s.zin[s.i :]
    if s.vorige() == "DOOR":
        return len(s.uit) > 1 and s.uit[-2].waarde == "vervangen" and _zonder_aanhaling(s, rest)
    if s.vorige(2) == "WOORD" or not any(t.soort in _GEZEGDE for t in s.uit):
        return False
    if citaat := lees_citaat(s.zin, s.i):
        na = s.zin[citaat.eind :]
        if not na.strip(" .;,") or s.vorige(2) in {"KWAL", "AANDUIDING", "BEGRIP"} or _ZINSDEEL.search(na):
            return False
        if na[:1].isalnum() or _LOS_CIJFER.fullmatch(na):
            return False  # “… ingevoegd: "of verlengen"7”: what sticks to the closing mark is no text
    verder = _VERDER.search(rest)
    eind = len(s.zin)
    if verder and _OPDRACHT.search(verder[0]) and any(t in verder[0] for t in "«“„‘\"':"):
        eind = s.i + verder.start()
    tekst = s.zin[s.i : eind].strip()
    s.zet("TEKST", tekst, eind, melding=codes.AANHALING_TOT_EIND if _LOS_SLOT.search(tekst) else None)
    return True


def _zonder_aanhaling(s: Stand, rest: str) -> bool:
    """ "wordt «a» vervangen door nieuwe woorden.": unknown words to the end, without verb, are the new text."""
    woord = WOORD.match(rest)
    if (
        not woord
        or langste_frase(s.zin, s.i)
        or telwoord(woord[0]) is not None
        or rang(woord[0])
        or _ZINSDEEL.search(rest)
    ):
        return False
    if not any(token.soort == "CITAAT" for token in s.uit) or _AANHALING.search(rest):
        return False
    s.zet("TEKST", rest.strip(), len(s.zin), melding=codes.ZONDER_AANHALING)
    return True


def citaat(s: Stand) -> bool:
    """A quotation, with a finding when its closing mark is missing."""
    citaat = lees_citaat(s.zin, s.i)
    if citaat is None:
        return False
    melding = None if citaat.gesloten else codes.AANHALING_OPEN
    heel = s.vorige() == "COLON" and citaat.tekst.endswith((".", ";", ":"))
    if not citaat.gesloten and citaat.eind == len(s.zin) and not heel:
        melding = codes.AANHALING_TOT_EIND
    s.zet("CITAAT", citaat.tekst, citaat.eind, melding=melding)
    return True
