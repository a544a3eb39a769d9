"""The verbs of closing clauses: entry into force, retroactive effect, expiry, withdrawal, in either word order."""

from __future__ import annotations

import re
from typing import Final

from amend.parse import codes
from amend.parse.slot.stand import Deelzin, Stand, p

_WERKWOORDEN: Final[tuple[tuple[str, bool, re.Pattern[str]], ...]] = (
    ("geacht", True, p(r"(?:wordt|worden)\s+geacht\s+(?:in\s*werking\s+te\s+zijn\s+getreden|te\s+zijn\s+ingegaan)")),
    ("geacht", False, p(r"(?:wordt|worden)\s+geacht(?=\s[^.;]*\b(?:te\s+zijn\s+getreden|te\s+zijn\s+ingegaan))")),
    ("terug", True, p(r"wordt\s+terugwerkende\s+kracht\s+(?:verleend|toegekend)(?=\s+tot)")),
    ("werking", True, p(r"(?:is|zijn)\s+geldig(?=\s+(?:van|vanaf|voor|met|per))")),
    (
        "werking",
        True,
        p(
            r"in\s*werking\s+(?:(?:zal|zullen)\s+treden|(?:te\s+)?treed?t|treden|te\s+treden|is\s+getreden|zijn\s+getreden)"
        ),
    ),
    ("werking", False, p(r"(?:treedt|treden|(?:zal|zullen)(?=[^.;]*\bin\s*werking\s+treden))(?=\s|,)")),
    ("werking", True, p(r"(?:wordt|worden)\s+van\s+kracht|van\s+kracht\s+(?:wordt|worden)")),
    ("werking", True, p(r"(?:krijgt|krijgen)\s+(?:rechts)?(?:kracht|werking)(?=\s|$|[.,;])")),
    (
        "werking",
        True,
        p(r"(?:is|zijn)\s+van\s+kracht(?=\s+(?:met\s+ingang|vanaf|per|op)\s)|in\s*werking\s+te\s+laten\s+treden"),
    ),
    ("werking", True, p(r"een\s+en\s+ander(?=\s+(?:met\s+ingang|vanaf|per)\s)")),
    ("werking", True, p(r"ingaat|ingaan(?=\s|$|[.,;])")),
    ("werking", False, p(r"gaat|gaan(?=[^.;]*\bin(?:\s|$|[.,;]))")),
    ("werking", True, p(r"(?:geldt|gelden)(?=\s+(?:met\s+ingang|vanaf|per|voor\s+(?:de\s+periode|het\s+tijdvak))\s)")),
    ("terug", True, p(r"terug\s?(?:werkt|werken)")),
    ("terug", True, p(r"(?:werkt|werken)(?=[^;]*\bterug\s+tot\b)")),
    ("terug", True, p(r"(?:heeft|hebben|krijgt|krijgen)(?=[^;]*\bterugwerkende\s+kracht\b)")),
    (
        "verval",
        True,
        p(
            r"(?:geldt|gelden|(?:is|zijn)\s+geldig)(?=\s+tot(?:\s+en\s+met)?\s+(?:\d{1,2}\s+[a-z]+\s+\d{4}|\d{1,2}-\d{1,2}-\d{4}))"
        ),
    ),
    ("verval", True, p(r"(?:blijft|blijven)\s+(?:van\s+kracht|geldig|gelden)(?=\s+tot\b)")),
    (
        "verval",
        True,
        p(
            r"(?:eindigt|eindigen|(?:verliest|verliezen)\s+(?:zijn|haar|hun)\s+(?:rechts)?(?:werking|kracht|geldigheid))"
        ),
    ),
    ("werking", True, p(r"(?:heeft|hebben)\s+werking(?=\s+van(?:af)?\s+\d)")),
    ("verval", True, p(r"(?:vervalt|(?:zal|zullen|komt|komen)\s+(?:te\s+)?vervallen|te\s+vervallen|vervallen)")),
    ("intrekking", True, p(r"ingetrokken\s+(?:worden|wordt)\s*:?")),
    ("intrekking", False, p(r"(?:wordt|worden)(?=[^.;]*\bingetrokken\b)")),
)
_PARTIKEL: Final = {
    "werking": p(r"in\s*werking(?:\s+treden)?(?=\s|$|[.,;:])|in(?=\s+(?:op|met|per|vanaf|en)\s|\s*(?:$|[.,;]))"),
    "intrekking": p(r"ingetrokken"),
    "geacht": p(r"in\s*werking\s+te\s+zijn\s+getreden|te\s+zijn\s+ingegaan"),
}


def werkwoord(stand: Stand, deel: Deelzin) -> bool:
    """The verb, or the particle that completes it ("in werking")."""
    partikel = _PARTIKEL.get(deel.soort)
    if partikel is not None and not deel.partikel and (treffer := stand.cursor.neem(partikel)):
        deel.partikel = True
        _schrijfwijze(stand, treffer)
        return True
    if deel.soort:
        return False
    for soort, heel, patroon in _WERKWOORDEN:
        if treffer := stand.cursor.neem(patroon):
            deel.soort, deel.partikel, deel.werkwoord = soort, heel, treffer.span()
            _schrijfwijze(stand, treffer)
            if treffer[0].lower().startswith("ingetrokken"):
                deel.hoe = "opsomming"
            if treffer[0].lower().startswith(("geldt", "gelden", "is geldig", "zijn geldig")):
                tekst = "“Geldt vanaf” is gelezen als “treedt in werking met ingang van”."
                if soort == "verval":
                    tekst = "“Geldt tot” is gelezen als “vervalt met ingang van” de dag waarop het niet meer geldt."
                stand.merk(codes.UITGESLOTEN, tekst, treffer.span())
            return True
    return False


def _schrijfwijze(stand: Stand, treffer: re.Match[str]) -> None:
    if "inwerking" in treffer[0].lower():
        stand.merk(codes.SCHRIJFWIJZE, "“inwerking” is gelezen als “in werking”.", treffer.span())
