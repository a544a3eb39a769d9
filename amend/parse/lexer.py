"""A sentence → tokens: quotations, numbers, dates, amounts, phrases of the lexicon, unknown words.

Every character of the sentence belongs to a token, to white space, or to a mark that is dropped on purpose
(asterisks of italics, the tag "(nieuw)"). Numbers in a row become one token (NRS, RANGS), so that "1, 2, 3 en 5"
costs the grammar as little as "1".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from amend.model.melding import Code
from amend.model.numbering import rang, telwoord
from amend.parse import codes
from amend.parse.citaten import lees_citaat
from amend.parse.lexicon import FRASEN, LANGSTE, MEERVOUD
from amend.parse.samenhang import GEEN_LETTER, naar_samenhang

Reeks = tuple[tuple[str, str], ...]
"""Numbers in order; each (from, to), ``to`` empty for a single number."""


ONDER: Final[Reeks] = (("onder", ""),)
"""What marks the noun "onder", which may stand before another noun ("onder sub 1")."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token: kind (what the grammar sees), value, span, numbers of a row, and a finding about its spelling."""

    soort: str
    waarde: str
    start: int
    eind: int
    reeks: Reeks = ()
    melding: Code | None = None

    @property
    def is_meervoud(self) -> bool:
        """True for a plural level noun."""
        return self.soort == "NIVEAU" and self.reeks == (("meervoud", ""),)


_MAANDEN: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DATUM: Final = re.compile(rf"(?:de\s+)?(\d{{1,2}})\s+({_MAANDEN})\s+(\d{{4}})\b", re.I)
_BEDRAG: Final = re.compile(
    r"(?:€|EUR|ƒ|f|NLG\.?)\s?\d(?:\d|\.(?=\d)|\s\d{3})*(?:,(?:\d+|[-–—]+))?(?:\s?%-?punt)?"
    r"(?:\s+miljoen)?(?:\s+\(x € 1\.000\))?"
    r"|\d+(?:[.,]\d+)*\s?%(?:-?punt)?"
)
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
_RANG: Final = re.compile(r"\d{1,3}\s?(?:e|de|ste|ᵉ)(?!\w)")
_WOORD: Final = re.compile(r"[^\W_][\w'’&/\-]*(?:\.(?=\w))?[\w'’&/\-]*", re.UNICODE)
_NIEUWTAG: Final = re.compile(r"\(\s*(?:nieuw|oud)\s*\)", re.I)
_INGANG: Final = re.compile(
    r"(?:met ingang van|met ingang|ingaande|per|vanaf)\s+(?:de\s+)?"
    rf"(\d{{1,2}}\s+(?:{_MAANDEN})\s+\d{{4}}|(?:de )?datum van herindeling)|"
    r"(?:met ingang van|op)\s+(?=het (?:tijdstip|moment) waarop)"
    r"(?P<tijdstip>het (?:tijdstip|moment) waarop [^.«“‘\"]{3,200}? in werking (?:treedt|treden))",
    re.I,
)
_KEREN: Final = re.compile(
    r"(?:voor\s+)?(?:de\s+)?(\w+)\s+(?:maal|keer)\b(?:\s+dat\b(?:\s+(?:dit|deze|dat|het)(?:\s+woord)?\s+voorkomt)?)?"
    r"|(tweemaal|driemaal|viermaal)\b",
    re.I,
)
_LEESTEKENS: Final = {",": "KOMMA", ";": "PUNTKOMMA", ":": "COLON", ".": "PUNT"}


@dataclass(slots=True)
class _Stand:
    """Where the lexer is; ``uit`` the tokens so far."""

    zin: str
    uit: list[Token]
    i: int = 0

    def vorige(self, terug: int = 1) -> str:
        """The kind of an earlier token."""
        return self.uit[-terug].soort if len(self.uit) >= terug else ""

    def zet(self, soort: str, waarde: str, eind: int, reeks: Reeks = (), melding: Code | None = None) -> None:
        """Append the token that ends at ``eind`` and move on."""
        self.uit.append(Token(soort, waarde, self.i, eind, reeks, melding))
        self.i = eind


def tokens(zin: str, vanaf: int = 0) -> list[Token]:
    """The tokens of the sentence from character ``vanaf``."""
    stand = _Stand(zin.replace("\xa0", " ").replace("\u202f", " ").replace("\u2009", " "), [], vanaf)
    while stand.i < len(zin):
        teken = stand.zin[stand.i]
        if teken.isspace() or teken in "*_­":
            stand.i += 1
        elif not _eigen_tekst(stand):
            _token(stand, teken)
    return stand.uit


def _token(s: _Stand, teken: str) -> None:
    """The next token, by the first step that knows it."""
    for stap in _STAPPEN:
        if stap(s):
            return
    s.zet("WOORD", teken, s.i + 1)


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
_GEZEGDE: Final = frozenset({"WERKW", "LUIDENDE", "DOORTOEVOEGING"})


def _eigen_tekst(s: _Stand) -> bool:
    """Text after the sentence's own colon, up to the end or up to the next clause ("… en wordt «a» vervangen …")."""
    rest = s.zin[s.i :]
    if s.vorige() == "DOOR" and s.uit[-2:-1] and s.uit[-2].waarde == "vervangen":
        return _zonder_aanhaling(s, rest)
    if s.vorige() != "COLON" or s.vorige(2) == "WOORD" or not any(t.soort in _GEZEGDE for t in s.uit):
        return False
    if citaat := lees_citaat(s.zin, s.i):
        na = s.zin[citaat.eind :]
        if not na.strip(" .;,") or s.vorige(2) in {"KWAL", "AANDUIDING", "BEGRIP"} or _ZINSDEEL.search(na):
            return False
    verder = _VERDER.search(rest)
    eind = len(s.zin)
    if verder and _OPDRACHT.search(verder[0]) and any(t in verder[0] for t in "«“„‘\"':"):
        eind = s.i + verder.start()
    tekst = s.zin[s.i : eind].strip()
    s.zet("TEKST", tekst, eind, melding=codes.AANHALING_TOT_EIND if _LOS_SLOT.search(tekst) else None)
    return True


_AANHALING: Final = re.compile(r"[«»“”„‘:;\"´`]|(?:^|\s)['’]|['’](?=[\s.,;]|$)")


def _zonder_aanhaling(s: _Stand, rest: str) -> bool:
    """ "wordt «a» vervangen door nieuwe woorden.": unknown words to the end, without verb, are the new text."""
    woord = _WOORD.match(rest)
    if not woord or _frase(s.zin, s.i) or telwoord(woord[0]) is not None or rang(woord[0]) or _ZINSDEEL.search(rest):
        return False
    if not any(token.soort == "CITAAT" for token in s.uit) or _AANHALING.search(rest):
        return False
    s.zet("TEKST", rest.strip(), len(s.zin), melding=codes.ZONDER_AANHALING)
    return True


def _citaat(s: _Stand) -> bool:
    citaat = lees_citaat(s.zin, s.i)
    if citaat is None:
        return False
    melding = None if citaat.gesloten else codes.AANHALING_OPEN
    heel = s.vorige() == "COLON" and citaat.tekst.endswith((".", ";", ":"))
    if not citaat.gesloten and citaat.eind == len(s.zin) and not heel:
        melding = codes.AANHALING_TOT_EIND
    s.zet("CITAAT", citaat.tekst, citaat.eind, melding=melding)
    return True


def _getal(s: _Stand) -> bool:
    if treffer := _INGANG.match(s.zin, s.i):
        s.zet("INGANG", treffer[1] or treffer["tijdstip"], treffer.end())
    elif treffer := DATUM.match(s.zin, s.i):
        s.zet("DATUM", treffer[0], treffer.end())
    elif treffer := _BEDRAG.match(s.zin, s.i):
        s.zet("BEDRAG", treffer[0].strip(), treffer.end())
    elif (treffer := _RANG.match(s.zin, s.i)) and s.vorige() != "NIVEAU" and (n := rang(treffer[0])):
        s.zet("RANGS", str(n), treffer.end(), ((str(n), ""),))
    elif treffer := _NIEUWTAG.match(s.zin, s.i):
        s.i = treffer.end()
    else:
        return _nummer(s)
    return True


def _nummer(s: _Stand) -> bool:
    na_niveau = s.vorige() == "NIVEAU" or _in_reeks(s)
    if s.zin[s.i].isupper() and not na_niveau:
        return False
    if na_niveau and (treffer := _GLUED.match(s.zin, s.i)):
        s.zet("NRS", treffer[1], treffer.end(), ((treffer[1], ""),), codes.SCHRIJFWIJZE)
        return True
    if treffer := _CURSIEF.match(s.zin, s.i):
        s.zet("NRS", treffer[1] + treffer[2], treffer.end(), ((treffer[1] + treffer[2], ""),))
        return True
    if na_niveau and (treffer := _STREEP.match(s.zin, s.i)):
        nummer = f"{treffer[1]}-{treffer[2]}"
        s.zet("NRS", nummer, treffer.end(), ((nummer, ""),))
        return True
    treffer = _NUMMER.match(s.zin, s.i)
    if treffer and (treffer[0][0].isdigit() or na_niveau):
        nummer = re.sub(r"\s+", "" if treffer[0][-1] in "°º" else " ", treffer[0].strip()).replace("º", "°")
        s.zet("NRS", nummer, _slot_nummer(s, treffer.end()), ((nummer, ""),))
        return True
    return na_niveau and _letter(s)


_BIJVOEGSEL: Final = re.compile(
    r",?\s*(?:die|dat|welke|zoals(?:\s+deze|\s+die|\s+dat)?)\s+(?:(?:is|zijn)\s+)?(?:als\s+bijlage(?:\s+\w+)?\s+)?"
    r"(?:(?:is\s+|zijn\s+)?opgenomen\s+in\s+(?:de\s+)?bijlage(?:\s+\w+)?\s+)?(?:bij|van)\s+(?:dit|deze)\s+"
    r"(?:wijzigings)?(?:besluit|verordening|regeling|wet)(?:\s+(?:is|zijn))?(?:\s+(?:gevoegd|opgenomen|behoort|behoren|"
    r"vastgesteld))?(?=\s*(?:[.;]|$))",
    re.I,
)


def _bijvoegsel(s: _Stand) -> bool:
    """ "… zoals opgenomen in de bijlage bij dit besluit": where the new text stands."""
    treffer = _BIJVOEGSEL.match(s.zin, s.i)
    if treffer is None or not any(token.soort == "NIVEAU" for token in s.uit):
        return False
    s.zet("BIJVOEGSEL", treffer[0].strip(" ,"), treffer.end())
    return True


_TEN: Final = re.compile(r"ten\s+(\w+)\b|(?P<e>\d{1,2})e(?=\s*[,.;:]|\s+(?:wordt|worden|vervalt|komt)\b)", re.I)


def _ten(s: _Stand) -> bool:
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


def _letter(s: _Stand) -> bool:
    treffer = _LETTERS.match(s.zin, s.i)
    if not treffer or treffer[0].lower() in GEEN_LETTER:
        return False
    if len(treffer[0]) > 1 and _frase(s.zin, s.i):
        return False
    if treffer[0] == "l" and s.uit and s.uit[-1].waarde == "artikel":
        s.zet("NRS", "1", treffer.end(), (("1", ""),), codes.SCHRIJFWIJZE)
        return True
    s.zet("NRS", treffer[0], _slot_nummer(s, treffer.end()), ((treffer[0], ""),))
    return True


def _slot_nummer(s: _Stand, eind: int) -> int:
    """Past the dot, bracket or degree sign that belongs to a number in mid-sentence ("sub a. wordt", "onder a),")."""
    rest = s.zin[eind:]
    if rest[:1] == ")" and s.zin.count("(", 0, eind) > s.zin.count(")", 0, eind):
        return eind
    if rest[:1] in ")°º" or (rest[:1] == "." and re.match(r"\.\s*(?:,|;|[a-z‘'\"“«<])", rest)):
        return eind + 1
    return eind


def _in_reeks(s: _Stand) -> bool:
    if s.vorige() == "WERKW" and s.uit[-1].waarde == "vernummerd":
        return True
    if s.vorige() == "OVERNUMMERING":
        return True
    if s.vorige() in {"TOT", "IN"} and any(token.soort == "OVERNUMMERING" for token in s.uit):
        return True
    if s.vorige() == "TOT":
        return any(token.soort == "NRS" for token in s.uit)
    return s.vorige() in {"KOMMA", "EN", "OF", "TM", "RESP", "DET"} and (
        s.vorige(2) == "NRS" or (s.vorige(2) in {"EN", "KOMMA", "TOT"} and s.vorige(3) in {"NRS", "WERKW"})
    )


def _frase(zin: str, i: int) -> tuple[int, str, str] | None:
    """End, kind and value of the longest lexicon phrase at ``i``."""
    woorden: list[str] = []
    beste: tuple[int, str, str] | None = None
    plek, tabel = i, None
    for treffer in re.finditer(r"\s*(\(?[§]?[\w'’&/\-]*[.)]?)", zin[i : i + 160]):
        woord = treffer[1].lower().replace("tôt", "tot")
        if not woord or treffer.start() != plek - i or len(woorden) > LANGSTE:
            break
        plek = i + treffer.end()
        if tabel is None:
            tabel = FRASEN.get(woord) or FRASEN.get(woord.rstrip(".)"))
            if tabel is None:
                return None
        regel = tabel.get((*woorden, woord))
        kaal = woord.rstrip(".)")
        if regel:
            beste = (plek, *regel)
        elif kaal != woord and (regel := tabel.get((*woorden, kaal))):
            return (plek - (len(woord) - len(kaal)), *regel)
        woorden.append(woord)
        if kaal != woord:
            break
    return beste


_VEEL: Final = frozenset({"worden", "komen", "vervallen", "luiden", "dienen", "zullen", "moeten"})


def _woord(s: _Stand) -> bool:
    gevonden = _frase(s.zin, s.i)
    treffer = _WOORD.match(s.zin, s.i)
    if gevonden:
        eind, soort, waarde = gevonden
        tekst = s.zin[s.i : eind].lower()
        if not (waarde == "volzin" and s.vorige() == "RANGS"):
            soort, waarde = naar_samenhang(s.zin[s.i : eind], s.zin[eind:], soort, waarde)
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


def _leesteken(s: _Stand) -> bool:
    soort = _LEESTEKENS.get(s.zin[s.i])
    if soort is None:
        return False
    s.zet(soort, s.zin[s.i], s.i + 1)
    return True


_WAAR: Final = re.compile(
    r"(?:daar\s+)?(?:waar|als|zoals)\s+(?:dit|deze|dat|die|het|zij)(?:\s+(?:woord|woorden|term|zinsnede|passage))?\s+"
    r"(?:voor\s+)?de\s+(\w+)\s+(?:maal|keer)\s+(?:voorkomt|voorkomen|staat|staan)\s*,?",
    re.I,
)


def _maal(s: _Stand) -> bool:
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


_HAAKKOP: Final = re.compile(r"\(([A-Z][^()«“„\"]{1,120})\)")


def _haakkop(s: _Stand) -> bool:
    """ "Artikel 3 (Duur)": the heading in brackets behind the number."""
    noemer = s.uit[-2] if s.vorige() == "NRS" and s.vorige(2) == "NIVEAU" else None
    treffer = _HAAKKOP.match(s.zin, s.i)
    if noemer is None or treffer is None or noemer.waarde in {"lid", "onderdeel", "volzin", "rij", "kolom"}:
        return False
    s.zet("HAAKKOP", treffer[1], treffer.end())
    return True


_STAPPEN: Final = (_haakkop, _bijvoegsel, _citaat, _maal, _ten, _getal, _woord, _leesteken)


def met_soort(token: Token, soort: str, waarde: str | None = None) -> Token:
    """The same token with another kind."""
    return replace(token, soort=soort, waarde=token.waarde if waarde is None else waarde)
