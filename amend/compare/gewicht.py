"""Editorial or substantive: a rule that a reader can check.

A change is *redactioneel* only when every part of it is provably of one of these kinds:

1. **nummer**: a renumbering, or another printed marker;
2. **verwijzing**: inside a reference ("artikel 13", "de artikelen 13, 14 en 15", "tweede lid") only numbers differ;
3. **leesteken**: only punctuation, white space, or layout marks differ;
4. **hoofdletter**: only capitals differ;
5. **spelling**: the same letters after removing accents, hyphens, apostrophes and spaces, or the same word but for the
   linking n ("pannekoek", "pannenkoek");
6. splitting or joining paragraphs without changing a word; metadata and kept attributes.

Everything else is *inhoudelijk*, with the first ground that fits: normwoord, bedrag, termijn, datum, bevoegd orgaan,
begripsbepaling, status, plaats, and otherwise "overig". Doubt is substantive.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from amend.compare.samen import Aspect, Knoop
from amend.compare.wijziging import Gewicht, Wijziging, Wijzigsoort
from amend.compare.woorden import Segment, tokens
from amend.model.kalender import MAANDNAAM
from amend.model.numbering import RANGWOORDEN

NORMWOORDEN: Final = frozenset(
    {
        "kan",
        "kunnen",
        "moet",
        "moeten",
        "mag",
        "mogen",
        "zal",
        "zullen",
        "dient",
        "dienen",
        "hoeft",
        "hoeven",
        "behoeft",
    }
    | {"niet", "geen", "nooit", "altijd", "nimmer", "steeds", "uitsluitend", "slechts", "alleen", "tenzij"}
    | {"mits", "indien", "behoudens", "minste", "hoogste", "minstens", "hooguit", "maximaal", "minimaal", "verplicht"}
    | {"verboden", "toegestaan", "bevoegd", "gehouden", "noch", "elk", "ieder", "alle", "enig"}
)
_EENHEID: Final = re.compile(
    r"\b(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|uren|werkdag|werkdagen|kwartaal|termijn)\b", re.I
)
_MAAND: Final = re.compile(rf"\b\d{{1,2}}\s(?:{MAANDNAAM})\b", re.I)
_BEDRAG: Final = re.compile(r"€|\beuro\b|\bEUR\b|%|‰|\bprocent\b", re.I)
_ORGAAN: Final = re.compile(
    r"\b(?:college|raad|gemeenteraad|burgemeester|wethouders?|secretaris|griffier|dagelijks bestuur|algemeen bestuur|"
    r"minister|staatssecretaris|gedeputeerde staten|provinciale staten|commissaris|directeur|manager|\w+directeur|"
    r"\w+manager|\w+secretaris|heffingsambtenaar|invorderingsambtenaar|rekenkamer|ombudsman|voorzitter|commissie|"
    r"controller|\w+controller|mandataris|bestuur)\b",
    re.I,
)
_RANG: Final = "|".join(sorted(RANGWOORDEN, key=len, reverse=True))
_NR: Final = r"(?:\d+(?:[:.]\d+)*[a-z]{0,2}|[IVXLC]+|[a-z]{1,2}|\d+[°º])"
_LIJST: Final = rf"{_NR}(?:(?:\s*,\s*|\s+(?:en|of|tot\s+en\s+met|tot|t/m)\s+){_NR})*"
VERWIJZING: Final = re.compile(
    rf"\b(?:artikel(?:en)?|lid|leden|hoofdstuk(?:ken)?|paragra(?:af|fen)|afdeling(?:en)?|titels?|bijlagen?|onderde(?:el|len)"
    rf"|onder|sub|volzin|punt(?:en)?)\s+{_LIJST}(?!\w)|\b(?:{_RANG})(?:\s*,\s*(?:{_RANG}))*"
    rf"(?:\s+(?:en|of|tot\s+en\s+met)\s+(?:{_RANG}))?\s+(?:lid|volzin|onderdeel|alinea)\b",
    re.IGNORECASE,
)
"""A reference inside running text: a kind with its numbers, or ordinals with lid."""

_VAST: Final = {
    Wijzigsoort.VERNUMMERD: (Gewicht.REDACTIONEEL, "nummer"),
    Wijzigsoort.METADATA: (Gewicht.REDACTIONEEL, "metadata"),
    Wijzigsoort.VERPLAATST: (Gewicht.INHOUDELIJK, "plaats"),
    Wijzigsoort.STATUS: (Gewicht.INHOUDELIJK, "status"),
}


def weeg(wijziging: Wijziging, index: Mapping[int, Knoop]) -> Wijziging:
    """The change with its weight and the ground for it; ``index`` finds places of the merged tree."""
    if wijziging.soort in _VAST:
        gewicht, grond = _VAST[wijziging.soort]
        return replace(wijziging, gewicht=gewicht, grond=wijziging.grond if wijziging.grond == "kenmerk" else grond)
    if wijziging.grond in ("opmaak", "zelfde woorden"):
        return replace(wijziging, gewicht=Gewicht.REDACTIONEEL)
    if wijziging.soort in (Wijzigsoort.INGEVOEGD, Wijzigsoort.VERWIJDERD):
        return replace(wijziging, grond="begripsbepaling" if _begrip(wijziging) else "element")
    verwijzend = _in_verwijzing(wijziging, index)
    gronden = [
        _redactioneel(oud, nieuw) or ("verwijzing" if n in verwijzend else "")
        for n, (oud, nieuw) in enumerate(wijziging.woorden)
    ]
    if all(gronden):
        soorten = list(dict.fromkeys(gronden))
        return replace(wijziging, gewicht=Gewicht.REDACTIONEEL, grond=", ".join(soorten) or "leesteken")
    rest = [paar for paar, grond in zip(wijziging.woorden, gronden, strict=True) if not grond]
    return replace(wijziging, grond=_grond(rest, begrip=_begrip(wijziging)))


def _begrip(wijziging: Wijziging) -> bool:
    return 'begrip "' in wijziging.plaats or bool(re.search(r"begrip|definitie", wijziging.onder, re.I))


def _grond(paren: Sequence[tuple[str, str]], *, begrip: bool) -> str:
    """Why a change is substantive: the first ground that fits the words that are on one side only."""
    verschil: Counter[str] = Counter()
    for oud, nieuw in paren:
        a, b = Counter(tokens(oud)), Counter(tokens(nieuw))
        verschil += (a - b) + (b - a)
    woorden = {token.lower() for token in verschil}
    if woorden & NORMWOORDEN or (len(verschil) <= 3 and woorden & {"en", "of"}):
        return "normwoord"
    tekst = " ".join(verschil)
    toetsen = (
        ("bedrag", bool(_BEDRAG.search(tekst))),
        ("termijn", bool(_EENHEID.search(tekst))),
        ("datum", bool(_MAAND.search(tekst))),
        ("begripsbepaling", begrip),
        ("bevoegd orgaan", bool(_ORGAAN.search(tekst))),
        ("bedrag", bool(re.search(r"\d,\d", tekst))),
    )
    return next((naam for naam, raak in toetsen if raak), "overig")


def _redactioneel(oud: str, nieuw: str) -> str:
    """The editorial kind of one replaced stretch; "" when it cannot be proven to be one."""
    if _letters(oud) == _letters(nieuw):
        return "leesteken"
    if _letters(oud).casefold() == _letters(nieuw).casefold():
        return "hoofdletter"
    if not oud or not nieuw or re.search(r"\d", oud + nieuw):
        return ""
    a, b = (_kaal(tekst) for tekst in (oud, nieuw))
    if a == b or (len(min(a, b, key=len)) > 4 and _zonder_tussen_n(a) == _zonder_tussen_n(b)):
        return "spelling"
    return ""


def _letters(tekst: str) -> str:
    return " ".join(token for token in tokens(tekst) if re.search(r"\w|[€%‰°+<>=≤≥]", token))


def _kaal(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in ontleed if teken.isalnum())


def _zonder_tussen_n(woord: str) -> str:
    return re.sub(r"(?<=\w{2}e)n(?=[^aeiou\W]\w{2})", "", woord)


def _in_verwijzing(wijziging: Wijziging, index: Mapping[int, Knoop]) -> set[int]:
    """Which of the word pairs stand inside a reference on both sides and differ in numbers only."""
    knopen = {knoop_id for knoop_id, aspect in wijziging.delen if aspect in (Aspect.TEKST, Aspect.OPSCHRIFT)}
    if len(wijziging.delen) != 1 or not knopen:
        return set()
    knoop = index[next(iter(knopen))]
    delen = (knoop.tekst if (knoop.id, Aspect.TEKST) in wijziging.delen else knoop.opschrift) or ()
    spannen = [
        [m.span() for m in VERWIJZING.finditer("".join(tekst(deel) for deel in delen))] for tekst in (_oud, _nieuw)
    ]
    uit, plek, n = set(), [0, 0], 0
    for deel in delen:
        lengte = [len(deel.oude_tekst), len(deel.nieuwe_tekst)]
        if not deel.gelijk:
            binnen = all(
                any(van <= plek[k] and plek[k] + lengte[k] <= tot for van, tot in spannen[k]) and lengte[k]
                for k in (0, 1)
            )
            if binnen and _soortwoorden(deel.oude_tekst) == _soortwoorden(deel.nieuwe_tekst):
                uit.add(n)
            n += 1
        plek = [plek[0] + lengte[0], plek[1] + lengte[1]]
    return uit


def _soortwoorden(tekst: str) -> list[str]:
    """The words of a stretch of a reference that are not numbers (they may not differ)."""
    woorden = [token.lower() for token in tokens(tekst) if token.isalpha()]
    return [w for w in woorden if w not in RANGWOORDEN and len(w) > 2 and w not in ("en", "of")]


def _oud(deel: Segment) -> str:
    return deel.oude_tekst


def _nieuw(deel: Segment) -> str:
    return deel.nieuwe_tekst
