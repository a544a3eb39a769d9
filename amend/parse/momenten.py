"""Moments in closing clauses: "met ingang van de dag na de datum van uitgifte van het Staatsblad waarin …" and so on.

Each pattern reads one moment from the cursor; nothing is skipped. Source: regels.md 2.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from amend.model.clausules import (
    MaandNaBekendmaking,
    Met,
    Moment,
    NaBekendmaking,
    NaderTeBepalen,
    NaInwerkingtreding,
    OpDatum,
)
from amend.model.numbering import rang, telwoord
from amend.parse.cursor import Cursor

MAANDEN: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
DATUM: Final = rf"(?:de\s+)?(?P<dag>\d{{1,2}})(?:e)?\s+(?P<maand>{'|'.join(MAANDEN)})\s+(?P<jaar>\d{{4}})"
_EINDE: Final = (
    r"(?=\s*(?:,?\s*(?:en|en\s+dat)\s+(?:werk|verval|wordt|kan|is\b|terugwerk)|"
    r",\s*(?:werkt|werken|met\s|dan\s|treedt|tenzij|in welk|nadat)"
    r"|\s+met\s+(?:terugwerkende|dien|uitzondering)|[.;]|$|,?\s+(?:treedt|dan treedt|in\s*werking\b)))"
)
_BRON: Final = (
    r"(?:bekendmaking|publicatie|publikatie|uitgifte|plaatsing|dagtekening|afkondiging|verschijnen|verschijning)"
)
_BLAD: Final = (
    r"(?:\s+(?:ervan|daarvan|hiervan))?(?:\s+van\s+(?:dit|deze|het|de)\s+(?:besluit|verordening|regeling))?"
    r"(?:\s+(?:van|in)\s+(?!werking\b)(?:(?:de|het|dit|dat|een|haar|zijn)\s+)?[A-Za-z][\w\-]*(?:\s+(?!waarin|en\b|met\b|treedt)[\w\-]+){0,4}?)?"
    rf"(?:\s*,?\s+waarin\s.*?)?{_EINDE}"
)
_DAG: Final = re.compile(
    r"(?:(?:de|het)\s+)?(?:(?P<rang>\w+)\s+)?dag\s+na\s+(?:die\s+van\s+)?(?:de\s+|het\s+)?"
    rf"(?:(?:dag|datum|dagtekening)\s+van\s+(?:de\s+)?|haar\s+|zijn\s+)?{_BRON}{_BLAD}",
    re.I,
)
_DAGEN: Final = re.compile(
    rf"(?P<n>\w+)\s+(?P<eenheid>dagen|weken|week)\s+na\s+(?:(?:de\s+|haar\s+|zijn\s+)|(?:de\s+)?(?:dag|datum)\s+van\s+(?:de\s+)?)?{_BRON}{_BLAD}|"
    rf"(?P<daags>daags)\s+na\s+(?:de\s+|haar\s+|zijn\s+)?{_BRON}{_BLAD}|"
    r"(?P<waarop>(?:de\s+)?dag\s+na\s+(?:die|de\s+dag|de\s+datum)\s+waarop\s+(?:zij|het|deze|dit)\s[^.,]*?"
    r"(?:is|wordt)\s+(?:bekendgemaakt|gepubliceerd|geplaatst|uitgegeven))",
    re.I,
)
_MAAND: Final = re.compile(
    r"(?:de\s+)?(?P<dag>\w+)\s+dag\s+van\s+de\s+(?:(?P<rang>\w+)\s+)?(?:kalender)?maand\s+(?:(?P<volgend>volgende?\s+op|die\s+volgt\s+op)|na)\s+"
    rf"(?:die\s+)?(?:waarin\s+|de\s+)?(?:(?:dag|datum|maand)\s+van\s+(?:de\s+)?)?{_BRON}{_BLAD}",
    re.I,
)
_TE_BEPALEN: Final = re.compile(
    r"een\s+(?:nader\s+)?(?:(?P<wijze>bij|door)\s+(?P<door>.+?)\s+)?(?:nader\s+)?(?:te\s+bepalen|bepaald|vast\s+te\s+stellen)\s+(?:tijdstip|datum|moment)"
    r"(?:,?\s+(?:dat|die|welk|welke)\s.*?(?:vastgesteld|gesteld|bepaald))?"
    r"(?:(?:,?\s+en|,)\s+(?:dat\s+)?(?:voor|bij|waarbij|de)\s.*?(?:vastgesteld|gesteld|terugwerken(?:\s+tot\s+en\s+met\s+een\s.*?tijdstip)?|tijdstip))*",
    re.I | re.S,
)
_TIJDSTIP: Final = re.compile(
    r"(?:het|hetzelfde)\s+(?:tijdstip|moment)\s+(?:waarop|dat)\s+(?P<besluit>.+?)\s+in\s*werking\s+(?:treedt|treden|is\s+getreden)|"
    r"de\s+(?:datum|dag)\s+(?:waarop|dat|van\s+inwerkingtreding\s+van)\s+(?P<ander>.+?)(?:\s+in\s*werking\s+(?:treedt|treden))?"
    + _EINDE,
    re.I,
)
VERWIJST: Final = re.compile(
    r"(?P<wat>(?:de|het)\s+in\s+(?:het\s+\w+\s+lid|lid\s+\d+|artikel\s+\w+)\s+(?:genoemde|bedoelde|vermelde)\s+(?:datum|dag|tijdstip)(?:\s+van\s+ingang(?:\s+van\s+de\s+heffing)?)?)",
    re.I,
)
_NU: Final = re.compile(
    rf"(?:onmiddellijk|terstond|direct|meteen)(?:\s+na\s+(?:de\s+|haar\s+|zijn\s+)?{_BRON})?|na\s+(?:de\s+)?{_BRON}{_BLAD}|"
    rf"(?:de\s+)?(?:dag|datum)\s+van\s+(?:de\s+|haar\s+|zijn\s+)?(?:{_BRON}|Staatscourant){_BLAD}",
    re.I,
)
_TERMIJN: Final = re.compile(
    r"(?P<n>\w+)\s+(?P<eenheid>jaar|jaren|maand|maanden|dag|dagen|weken|week)\s+na\s+(?:(?:de|het)\s+)?(?:(?:datum|tijdstip|dag|moment)\s+van\s+)?"
    r"(?:de\s+|zijn\s+|haar\s+)?(?:inwerkingtreding|inwerktreding)(?:\s+(?:ervan|daarvan|hiervan))?",
    re.I,
)
_BESLUIT: Final = re.compile(r"(?:de\s+inwerkingtreding\s+van\s+)?(.+?)" + _EINDE, re.I)
_VOORZETSEL: Final = re.compile(
    r"(?:met\s+ingang\s+van|met\s+ingang|ingaande|op|per|vanaf|gelijktijdig\s+met|tegelijk\s+met)\s+", re.I
)


def datum(treffer: re.Match[str]) -> date | None:
    """The day of a match of DATUM; None when it does not exist."""
    try:
        return date(int(treffer["jaar"]), MAANDEN.index(treffer["maand"].lower()) + 1, int(treffer["dag"]))
    except ValueError:
        return None


def lees_moment(cursor: Cursor) -> tuple[Moment, bool] | None:
    """The moment at the cursor, and whether it lies too early (on the day of publication); None when there is none."""
    begin = cursor.i
    voorzetsel = cursor.neem(_VOORZETSEL)
    cursor.neem(re.compile(r"de(?=\s+\d)"))
    for patroon, maak in _PATRONEN:
        treffer = cursor.neem(patroon)
        if treffer and (moment := maak(treffer)):
            return moment, patroon is _NU
        if treffer:
            break
    gelijktijdig = voorzetsel is not None and voorzetsel[0].lower().startswith(("gelijktijdig", "tegelijk"))
    if gelijktijdig and (treffer := cursor.neem(_BESLUIT)):
        return Met(treffer[1]), False
    cursor.i = begin
    return None


def _dag(treffer: re.Match[str]) -> Moment | None:
    n = rang(treffer["rang"]) if treffer["rang"] and treffer["rang"].lower() not in {"de", "het"} else 1
    return NaBekendmaking(n) if n else None


def _dagen(treffer: re.Match[str]) -> Moment | None:
    n = telwoord(treffer["n"]) if treffer["n"] else 1
    if n and (treffer["eenheid"] or "").lower().startswith("we"):
        n *= 7
    return NaBekendmaking(n) if n else None


def _maand(treffer: re.Match[str]) -> Moment | None:
    dag = rang(treffer["dag"])
    maand = rang(treffer["rang"]) if treffer["rang"] else 1
    return MaandNaBekendmaking(maand, dag) if dag and maand else None


def _termijn(treffer: re.Match[str]) -> Moment | None:
    n = telwoord(treffer["n"])
    if n is None:
        return None
    eenheid = treffer["eenheid"].lower()
    if eenheid.startswith("jaar") or eenheid == "jaren":
        return NaInwerkingtreding(jaren=n)
    if eenheid.startswith("maand"):
        return NaInwerkingtreding(maanden=n)
    return NaInwerkingtreding(dagen=n * (7 if eenheid.startswith("we") else 1))


def _op_datum(treffer: re.Match[str]) -> Moment | None:
    dag = datum(treffer)
    return OpDatum(dag) if dag else None


_PATRONEN: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment | None]], ...]] = (
    (re.compile(DATUM, re.I), _op_datum),
    (_MAAND, _maand),
    (_DAGEN, _dagen),
    (_DAG, _dag),
    (_TE_BEPALEN, lambda m: NaderTeBepalen(m["door"])),
    (_TERMIJN, _termijn),
    (VERWIJST, lambda m: NaderTeBepalen(m["wat"])),
    (_NU, lambda m: NaBekendmaking(1)),
    (_TIJDSTIP, lambda m: Met(m["besluit"] or m["ander"])),
)
