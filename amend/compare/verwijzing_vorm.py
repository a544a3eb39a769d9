"""References in running text: "artikel 5, tweede lid", "de artikelen 13, 14 en 15", "het eerste lid", "bijlage 2".

Recognised are the forms of Dutch regulations; each gives its parts with their place in the text, and whether it speaks
of this regulation, of another one by name, or of external law.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from amend.model.numbering import RANGWOORDEN

_RANG: Final = "|".join(sorted(RANGWOORDEN, key=len, reverse=True))
_NR: Final = r"(?:\d+(?:[:.]\d+)*[a-z]{0,2}\b|(?-i:[IVXLC]+)[a-z]?\b)"
_LETTER: Final = r"(?:\d+(?:°|º)?|[a-z]{1,2})\b[°º]?"
_EN: Final = r"(?:\s*,\s*|\s*,?\s+(?:en|of|tot\s+en\s+met|t/m|tot)\s+)"


def _lijst(wat: str) -> str:
    return rf"{wat}(?:{_EN}{wat})*"


_LID: Final = (
    rf"(?:(?:het\s+)?(?P<@rang>{_lijst(f'(?:{_RANG})')})\s+(?:lid|leden)\b"
    rf"|(?:lid|leden)\s+(?P<@lid>{_lijst(_NR)}))"
)
_ONDERDEEL: Final = rf"(?:onderde(?:el|len)|onder|sub)\s+(?P<@ond>{_lijst(_LETTER)})(?![\w-])"
_SOORTEN: Final = {
    "artikel": "artikel",
    "artikelen": "artikel",
    "bijlage": "bijlage",
    "bijlagen": "bijlage",
    "hoofdstuk": "hoofdstuk",
    "hoofdstukken": "hoofdstuk",
    "afdeling": "afdeling",
    "paragraaf": "paragraaf",
    "titel": "titel",
}
_KOP: Final = rf"(?P<soort>{'|'.join(sorted(_SOORTEN, key=len, reverse=True))})\s+(?P<nummers>{_lijst(_NR)})"
_VORM: Final = re.compile(
    rf"\b(?:{_KOP}(?:\s*,?\s+{_LID.replace('@', 'a')})?(?:\s*,?\s+(?:aanhef\s+en\s+)?{_ONDERDEEL.replace('@', 'a')})?"
    rf"|{_LID.replace('@', 'b')}(?:\s*,?\s+(?:aanhef\s+en\s+)?{_ONDERDEEL.replace('@', 'b')})?"
    rf"|{_ONDERDEEL.replace('@', 'c')}(?=\s+(?:bedoelde|genoemde|vermelde|omschreven))"
    rf"|onderde(?:el|len)\s+(?P<dond>{_lijst(_LETTER)})(?![\w-]))",
    re.IGNORECASE,
)
_EIGEN: Final = re.compile(
    r"\s*,?\s*van\s+(?:deze|dit)\s+(?:verordening|regeling|besluit|regels|reglement|statuut|beleidsregels?)", re.I
)
_VAN: Final = re.compile(r"\s*,?\s*van\s+(?:de|het|een|die|dat|diens)\s+(?P<naam>[^.;:]{2,160})", re.I)
_DIRECT: Final = re.compile(
    r"\s*,?\s*(?:van\s+)?(?P<naam>(?-i:[A-Z][A-Za-z]*(?:wet|[A-Z])[A-Za-z]*|Wet\s|[A-Z]{2,}\b))"
)
_ERVOOR: Final = re.compile(r"(?:\b[A-Z]\w*wet|\bWet\b[^.;]{0,60}|\bAwb|\bAVG)\s*,\s*$")
_SCHAKEL: Final = re.compile(r"\s*,?\s*(?:(?:en|of|juncto|jo\.?|alsmede|respectievelijk)\s+)?(?:de\s+|het\s+)?", re.I)
_GEEN_EIGEN_WERK: Final = re.compile(r"^(?:lid|leden|artikel|hoofdstuk|bijlage)\b", re.I)


@dataclass(frozen=True, slots=True)
class Nummer:
    """One number of a reference: its value and its place in the text. ``tot`` closes a range that ``n - 1`` opens."""

    waarde: str
    start: int
    eind: int
    tot: bool = False


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """One reference.

    ``soort`` is artikel, bijlage, hoofdstuk, …, or "" for one inside the own article ("het eerste lid").
    ``naam`` is the work it names; None: this regulation. ``start``/``eind`` are its place in the text.
    """

    soort: str
    nummers: tuple[Nummer, ...]
    leden: tuple[Nummer, ...]
    onderdelen: tuple[Nummer, ...]
    start: int
    eind: int
    naam: str | None = None


def verwijzingen_in(tekst: str) -> list[Verwijzing]:
    """The references in a text, in order. In "artikel 1 en artikel 2 van de Wet x" both are of that law."""
    uit: list[Verwijzing] = []
    for treffer in reversed(list(_VORM.finditer(tekst))):
        naam = _naam(tekst, treffer)
        if naam is None and uit and _SCHAKEL.fullmatch(tekst[treffer.end() : uit[-1].start]):
            naam = uit[-1].naam
        uit.append(_verwijzing(treffer, naam))
    return uit[::-1]


def _verwijzing(treffer: re.Match[str], naam: str | None) -> Verwijzing:
    soort = _SOORTEN.get((treffer["soort"] or "").lower(), "")
    p = "a" if soort else "b"
    leden = _nummers(treffer, f"{p}rang") or _nummers(treffer, f"{p}lid")
    onderdelen = _nummers(treffer, f"{p}ond") or _nummers(treffer, "cond") or _nummers(treffer, "dond")
    return Verwijzing(soort, _nummers(treffer, "nummers"), leden, onderdelen, treffer.start(), treffer.end(), naam)


def _nummers(treffer: re.Match[str], groep: str) -> tuple[Nummer, ...]:
    tekst = treffer[groep]
    if not tekst:
        return ()
    uit: list[Nummer] = []
    begin = treffer.start(groep)
    for deel in re.finditer(rf"(?P<tot>tot\s+en\s+met|t/m|tot)\s+|(?:{_RANG})|{_NR}|{_LETTER}", tekst, re.IGNORECASE):
        if deel["tot"]:
            continue
        waarde = deel[0]
        if waarde.lower() in ("en", "of"):
            continue
        bereik = bool(re.search(r"(?:tot\s+en\s+met|t/m|tot)\s+$", tekst[: deel.start()], re.IGNORECASE))
        rang = RANGWOORDEN.get(waarde.lower())
        uit.append(Nummer(str(rang) if rang else waarde, begin + deel.start(), begin + deel.end(), bereik))
    return tuple(uit)


def _naam(tekst: str, treffer: re.Match[str]) -> str | None:
    """The work that a reference names; None when it is this regulation."""
    na = tekst[treffer.end() :]
    if _EIGEN.match(na):
        return None
    if _ERVOOR.search(tekst[: treffer.start()]):
        return "externe regelgeving"
    for vorm in (_VAN, _DIRECT):
        if (
            (raak := vorm.match(na))
            and not _GEEN_EIGEN_WERK.match(raak["naam"])
            and _is_werk(raak["naam"], vorm is _DIRECT)
        ):
            return " ".join(raak["naam"].split())
    return None


_WERK: Final = re.compile(
    r"\b\w*(?:wet|wetboek|verordening|regeling|besluit|richtlijn|verdrag|statuut|reglement|regels|grondwet|awb|avg)\b",
    re.I,
)


def _is_werk(naam: str, direct: bool) -> bool:
    """True when the words after the reference name a work, not some other thing ("van de gemeente")."""
    begin = " ".join(naam.split()[:9])
    return direct or bool(_WERK.search(begin)) or bool(re.match(r"[A-Z]{2,}|[A-Z]\w+wet", naam))


def vervang(tekst: str, verwijzing: Verwijzing, nieuw: Sequence[tuple[Nummer, str]]) -> str:
    """The words of the reference with other numbers in the places of the old ones."""
    uit = tekst[verwijzing.start : verwijzing.eind]
    for nummer, waarde in sorted(nieuw, key=lambda paar: -paar[0].start):
        begin = nummer.start - verwijzing.start
        uit = uit[:begin] + waarde + uit[nummer.eind - verwijzing.start :]
    return uit
