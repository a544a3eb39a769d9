"""Headings: Artikel 3a Toezicht, HOOFDSTUK 5A, § 2.1, Bijlage I. Pure recognition of one line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from amend.model.numbering import rang
from amend.model.tree import Soort

_WOORD: Final = {
    "boek": Soort.BOEK,
    "deel": Soort.DEEL,
    "hoofdstuk": Soort.HOOFDSTUK,
    "titel": Soort.TITEL,
    "titeldeel": Soort.TITEL,
    "afdeling": Soort.AFDELING,
    "paragraaf": Soort.PARAGRAAF,
    "§": Soort.PARAGRAAF,
    "subparagraaf": Soort.SUBPARAGRAAF,
    "artikel": Soort.ARTIKEL,
    "art.": Soort.ARTIKEL,
    "bijlage": Soort.BIJLAGE,
    "bijlagen": Soort.BIJLAGE,
}
_CITAAT: Final = r"[«»„“”\"'‘’<]{0,2}\s*"
_NR: Final = (
    r"(?:[A-Za-z]?\d+[A-Za-z]{0,3}(?:[.:]\d+[A-Za-z]{0,3})*(?:\s(?:bis|ter|quater|quinquies))?"
    r"|[IVXLC]+(?:\.\d+)*[a-zA-Z]{0,2}|[A-Z]{1,2}(?:\.?\d+)?[a-z]?)"
)
_KOP: Final = re.compile(
    rf"(?P<voor>{_CITAAT}(?:\*\*|#+\s*)?)(?P<label>boek|deel|hoofdstuk|titel(?:deel)?|afdeling|(?:sub)?paragraaf|§|artikel|art\.)"
    rf"\s*(?<=[\s§])(?P<nr>(?-i:{_NR}))(?P<punt>[.:]?)(?:\s*\*\*)?(?:\s+(?P<rest>.*)|)$",
    re.IGNORECASE,
)
_RANGKOP: Final = re.compile(
    r"(?P<rang>\w+)\s+(?P<label>boek|deel|hoofdstuk|titel|afdeling|paragraaf)(?P<punt>[.:]?)(?:\s+(?P<rest>.*)|)$",
    re.IGNORECASE,
)
_BIJLAGE: Final = re.compile(
    rf"(?P<voor>{_CITAAT}(?:\*\*|#+\s*)?)(?P<label>bijlagen?)(?:\s+(?:nr\.?\s*)?(?P<nr>(?-i:{_NR})))?(?P<punt>\s?[.:]?)"
    r"(?:\s*\*\*)?(?:\s+(?P<rest>.*)|)$",
    re.IGNORECASE,
)
_PERSOONSVORM: Final = re.compile(
    r"\b(?:bevat|bevatten|is|zijn|wordt|worden|geldt|gelden|heeft|hebben|kan|kunnen|blijft|blijven|bestaat|bestaan"
    r"|maakt|maken|treedt|treden|vormt|vormen|regelt|geeft|luidt|vervalt|vervallen)\b"
)
_HOORT_BIJ: Final = r"(?:behorend|bij\b|als bedoeld|bedoeld|:|[-–—])"
_HERKOMST: Final = re.compile(r"\b(?:behorend|als bedoeld in|bedoeld in|horend)")
_TABELKOP: Final = re.compile(r"(?:tarieventabel|tarievenlijst|tarieven|legestabel|kostentabel|tabel)\b", re.IGNORECASE)
_ENIG: Final = re.compile(r"(?P<label>enig artikel)(?P<punt>[.:]?)(?:\s+(?P<rest>.*)|)$", re.IGNORECASE)
_LOOPT_DOOR: Final = re.compile(
    r"[,;)(]|(?:tot|en|of|van|wordt|worden|is|zijn|was|komt|komen|vervalt|vervallen|lid|leden|onder|onderdeel|bevat|geldt"
    r"|gelden|treedt|treden|heeft|hebben|kan|kunnen|mag|moet|blijft|blijven|luidt|luiden|juncto|jo\.?|t/m|sub|aanhef|als"
    r"|vast|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|die|dat|dient|dienen|regelt|te|ter|in)\b"
)
_WERKWOORD: Final = re.compile(
    r"\b(?:wordt|worden|komt|komen|vervalt|vervallen|luidt|luidende|luiden|vervangen|ingevoegd|toegevoegd|vernummerd)\b"
)
_INSTRUCTIE: Final = re.compile(
    r"\bkom(?:t|en)\b.*\bluiden|\b(?:[Ww]ordt|worden)\b.*\b(?:gewijzigd|vervangen|\w*gevoegd|vernummerd|verletterd|geschrapt)"
    r"|\bverval(?:t|len)\b|\bluidt\b"
)
_OPDRACHT: Final = re.compile(r"(?:komt|komen|vervalt|wordt|worden|luidt|luiden)\b")
_ZINSBEGIN: Final = re.compile(
    r"(?:De|Het|Een|In|Indien|Bij|Voor|Als|Op|Met|Ten|Onder|Er|Dit|Deze|Dat|Van|Aan)\b(?!.*:$)"
)


class Kop(NamedTuple):
    """A recognised heading. ``rest`` is body text that stands on the heading line (not a heading itself)."""

    soort: Soort
    label: str
    nummer: str
    aanduiding: str
    opschrift: str
    rest: str = ""


@lru_cache(maxsize=4096)
def kop_van(tekst: str) -> Kop | None:
    """The heading that the line is, or None when it is running text ("Artikel 10 tot en met 13 vervallen.")."""
    return _kop(_KOP.match(tekst)) or _bijlagekop(tekst) or _rangkop(tekst) or _enig(tekst)


def _kop(treffer: re.Match[str] | None) -> Kop | None:
    if treffer is None:
        return None
    soort = _WOORD[treffer["label"].lower()]
    if soort is not Soort.ARTIKEL and not re.match(r"\d|[IVXLC]+[a-zA-Z]?$|[A-Z]\d*$", treffer["nr"]):
        return None
    gesplitst = _splits_rest(treffer["rest"] or "", bool(treffer["punt"]))
    if gesplitst is None:
        return None
    return Kop(soort, treffer["label"], treffer["nr"], treffer["nr"] + treffer["punt"], *gesplitst)


def _noemt_herkomst(rest: str) -> bool:
    """True for "Tarieventabel behorende bij de Legesverordening": a name and what it belongs to, no sentence."""
    return rest[:1].isupper() and rest[-1] not in ".;" and bool(_HERKOMST.search(rest)) and not _INSTRUCTIE.search(rest)


def _bijlagekop(tekst: str) -> Kop | None:
    treffer = _BIJLAGE.match(tekst)
    if treffer is None and len(tekst) < 200 and _TABELKOP.match(tekst) and _noemt_herkomst(tekst):
        return Kop(Soort.BIJLAGE, "", "", "", tekst)
    if treffer is None:
        return None
    rest = treffer["rest"] or ""
    nummer = treffer["nr"] or ""
    if not treffer["punt"].strip() and _is_opdracht(rest):
        return None
    if rest and not nummer and not treffer["punt"] and not re.match(_HOORT_BIJ, rest) and not _noemt_herkomst(rest):
        return None
    los = re.match(_HOORT_BIJ, rest) or (not nummer and _noemt_herkomst(rest))
    if rest[-1:] == "." and _PERSOONSVORM.search(rest):
        return None  # "Bijlage I bij deze verordening bevat begripsbepalingen.": a sentence
    gesplitst = (rest, "") if los else _splits_rest(rest, True)
    if gesplitst is None or gesplitst[1]:
        return None
    return Kop(Soort.BIJLAGE, treffer["label"], nummer, nummer + treffer["punt"].strip(), gesplitst[0])


def _is_opdracht(rest: str) -> bool:
    """True for what follows "Bijlage 1" in an instruction: "vervalt.", "komt te luiden:", "en 2 vervallen."."""
    return bool(_OPDRACHT.match(rest)) or (rest[-1:] in (".", ":") and bool(_INSTRUCTIE.search(rest)))


def _rangkop(tekst: str) -> Kop | None:
    treffer = _RANGKOP.match(tekst)
    waarde = rang(treffer["rang"]) if treffer else None
    if treffer is None or waarde is None or not treffer["rang"][0].isupper():
        return None
    gesplitst = _splits_rest(treffer["rest"] or "", bool(treffer["punt"]))
    if gesplitst is None or gesplitst[1]:
        return None
    label = f"{treffer['rang']} {treffer['label']}{treffer['punt']}"
    return Kop(_WOORD[treffer["label"].lower()], label, str(waarde), "", gesplitst[0])


def _enig(tekst: str) -> Kop | None:
    treffer = _ENIG.match(tekst)
    gesplitst = _splits_rest(treffer["rest"] or "", bool(treffer["punt"])) if treffer else None
    return Kop(Soort.ARTIKEL, treffer["label"], "", "", *gesplitst) if treffer and gesplitst else None


def _splits_rest(rest: str, punt: bool) -> tuple[str, str] | None:
    """(heading, body text) of what follows the number; None when the line runs on and is no heading."""
    rest = rest.replace("**", "").strip()
    if not rest:
        return "", ""
    if re.match(r"(?:\d{1,2}|[a-z])[.)]\s", rest):
        return "", rest
    if re.fullmatch(r"\([^()]{2,200}\)", rest):
        return rest, ""  # the style of the environmental regulations: "Artikel 2.1 (aanwijzing wateren)"
    if (
        not punt
        and _LOOPT_DOOR.match(rest)
        and not re.fullmatch(r"\((?:vervallen|gereserveerd)\)\.?", rest, re.IGNORECASE)
    ):
        return None
    if _OPDRACHT.match(rest) and rest[-1] in ".:;" and _INSTRUCTIE.search(rest):
        return None  # "Artikel 1.1. wordt als volgt gewijzigd:"
    zin = rest[-1] in ".;:" and len(rest.split()) > 6
    if rest[0].islower() and not punt and (rest[-1] in ".;:" or len(rest.split()) > 14 or _WERKWOORD.search(rest)):
        return None
    if not punt and rest[-1] in ".:;" and _INSTRUCTIE.search(rest) and not (zin and _ZINSBEGIN.match(rest)):
        return None
    return ("", rest) if zin else (rest, "")


_TOELICHTING: Final = re.compile(
    r"(?:#+\s*|\*\*)?(?:(?:nota|memorie) van |algemene |artikelsgewijze |korte )?toelichting"
    r"(?:\s+(?:op|bij|behorend|algemeen|artikelsgewijs)\b[^.;]{0,160})?[:.]?(?:\*\*)?$",
    re.IGNORECASE,
)


def is_toelichting(tekst: str) -> bool:
    """True for the heading above an explanatory note."""
    return bool(_TOELICHTING.match(tekst))


_SLUITING: Final = re.compile(
    r"(?:Aldus\b|Vastgesteld\b|Gegeven te|Gedaan te|Lasten en bevelen|Besloten (?:in|te|door|tijdens)|Ondertekening$"
    r"|Deze? (?:regeling|besluit|beleidsregel) zal (?:met|in)\b|Dit besluit zal (?:met|in)\b"
    r"|[A-Z’'][\w’' .-]{2,40},\s+\d{1,2} [a-z]+ \d{4}[.,]?$)",
)


def is_sluiting(tekst: str) -> bool:
    """True for the line that opens the closing formula ("Aldus vastgesteld …", "Groningen, 21 februari 2023")."""
    return bool(_SLUITING.match(tekst))


_ONDERTEKENAAR: Final = re.compile(
    r"(?:[Dd]e |[Hh]et )?(?:(?:raads|provincie|gemeente)?(?:griffier|voorzitter|secretaris)|burgemeester|dijkgraaf"
    r"|commissaris van de [Kk]oning|(?:[Ss]taatss|S)ecretaris van [\w ,]{3,60}|[Mm]inister (?:van|voor) [\w ,]{3,60}"
    r"|[Gg]edeputeerde [Ss]taten\b[\w ]{0,30}|[Pp]rovinciale [Ss]taten\b[\w ]{0,30}|college van [\w &]{3,60}"
    r"|raad (?:van|voornoemd)[\w ’'-]{0,40}|algemeen bestuur[\w ’'-]{0,60}|dagelijks bestuur[\w ’'-]{0,60})[,.:]?"
    r"(?:\s+(?:de )?(?:griffier|voorzitter|secretaris|burgemeester),?)?$"
)


def is_ondertekenaar(tekst: str) -> bool:
    """True for a line that only names who signs: "De griffier,", "Gedeputeerde Staten voornoemd,"."""
    return len(tekst) < 120 and bool(_ONDERTEKENAAR.match(tekst))
