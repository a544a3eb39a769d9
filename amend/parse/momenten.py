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
from amend.model.kalender import MAANDNAAM, maandnummer
from amend.model.numbering import rang, telwoord
from amend.parse.bekendmaking import EINDE, UITGIFTE
from amend.parse.cursor import Cursor

DATUM: Final = rf"(?:de\s+)?(?P<dag>\d{{1,2}})(?:e)?\s+(?P<maand>{MAANDNAAM})\s+(?P<jaar>\d{{4}})"
"""A day in words."""
DAG: Final = rf"(?:{DATUM}|(?P<dag_nr>\d{{1,2}})[-/](?P<maand_nr>\d{{1,2}})[-/](?P<jaar_nr>\d{{4}}))"
"""A day in words or figures."""

_NA: Final = r"(?:na|,?\s*volgende?\s+op|,?\s*die\s+volgt\s+op)"
_EENHEID: Final = r"(?P<eenheid>jaar|jaren|maand|maanden|dag|dagen|weken|week)"
_DAG_NA: Final = re.compile(rf"(?:(?:de|het|den)\s+)?(?:(?P<rang>\w+)\s+)?dag\s*{_NA}\s+{UITGIFTE}", re.I)
_DAGEN: Final = re.compile(
    rf"(?:de\s+dag\s+die\s+)?(?P<n>\w+)\s+{_EENHEID}\s+(?:ligt\s+)?na\s+{UITGIFTE}|(?P<daags>daags)\s+na\s+{UITGIFTE}",
    re.I,
)
_MAAND: Final = re.compile(
    r"(?:de\s+)?(?P<dag>\w+)\s+(?:dag\s+)?van\s+de\s+(?:(?P<rang>\w+)\s+)?(?:kalender)?maand\s*,?\s+"
    rf"(?:volgende?\s+op|die\s+volgt\s+op|na)\s+(?:(?:die|de\s+maand)\s+(?:van\s+(?:de\s+)?)?)?{UITGIFTE}",
    re.I,
)
_BEPALEN: Final = r"(?:te\s+bepalen|bepaald|vast\s+te\s+stellen|aan\s+te\s+wijzen|bekend\s+te\s+maken)"
_TE_BEPALEN: Final = re.compile(
    rf"(?:een|nader)\s+(?:nader\s+|later\s+)?(?:(?:bij|door)\s+(?P<door>[^.;]+?)\s+)?(?:nader\s+|later\s+)?{_BEPALEN}\s+(?:tijdstip|datum|moment|dag)"
    r"(?:,?\s+(?:dat|die|welk|welke)\s.*?(?:vastgesteld|gesteld|bepaald|kan\s+(?:zijn|liggen|verschillen)))?"
    r"(?:\s+en\s+waarbij\s.*?\bkan\s+(?:terugwerken|worden)\s[^;]*?(?=\.\s*$|;|$)|"
    r"(?:,?\s+en|,)\s+(?:dat\s+)?(?:voor|bij|de)\s.*?(?:vastgesteld|gesteld|terugwerken(?:\s+tot\s+en\s+met\s+een\s.*?tijdstip)?|tijdstip))*|"
    rf"een\s+(?:nader\s+)?(?:tijdstip|datum|moment)\s*,?\s+(?:(?:dat|die)\s+)?(?:(?:bij|door)\s+(?P<wie>[^.;,]+?)\s+)?(?:nader\s+)?"
    rf"(?:{_BEPALEN}|(?:wordt|zal\s+worden)\s+(?:bepaald|vastgesteld))(?:\s+(?:bij|door)\s+(?P<wie_na>[^.;,]+?){EINDE})?",
    re.I | re.S,
)
_TREEDT: Final = r"(?:in\s*werking\s+(?:treedt|treden|is\s+getreden|zijn\s+getreden)|(?:van\s+kracht\s+wordt|ingaat))"
_EINDE_NAAM: Final = (
    r"(?=\s*(?:\.(?:\s|$)|;|$)|\s*,?\s+(?:en|of)\s+(?:werk|verval|wordt|treed|heeft|hebben|is\b)|"
    r"\s*,\s*(?:met\s|waarbij|werk|tenzij|die\s|dat\s|treed|verval|wordt)|\s+met\s+(?:terugwerkende|dien|uitzondering)|"
    r"\s+(?:in\s*werking|treedt|treden|vervalt|vervallen|wordt|worden)\b)"
)
_NA_EEN: Final = rf"(?:(?:(?P<n>\w+)\s+{_EENHEID}|(?P<een>(?:(?:de|een)\s+)?dag))\s+na\s+)?"
_MET: Final = re.compile(
    rf"{_NA_EEN}(?:het|hetzelfde|de|dezelfde)\s+(?:tijdstip|moment|datum|dag)\s+(?:waarop|dat|als(?:\s+waarop)?)\s+"
    rf"(?P<besluit>[^;]+?)\s+{_TREEDT}|"
    rf"{_NA_EEN.replace('?P<', '?P<b_')}"
    r"(?:(?:het|hetzelfde|de|dezelfde)\s+(?:tijdstip|moment|datum|dag)\s+(?:van|als)\s+)?(?:de\s+)?inwerkingtreding\s+van\s+"
    rf"(?P<ander>[^;]+?){_EINDE_NAAM}|"
    r"(?P<eigen>(?:de|het)\s+(?:tijdstip|moment|datum|dag)\s+van\s+(?:de\s+|haar\s+|zijn\s+)?inwerkingtreding)"
    r"(?=\s+(?:vervalt|vervallen|wordt|worden|treedt|treden)\b|\s*[.,;]|\s*$)|"
    rf"(?:hetzelfde|dezelfde)\s+(?:tijdstip|moment|datum|dag)\s+als\s+(?P<als>[^;]+?){_EINDE_NAAM}",
    re.I,
)
_TEGELIJK: Final = re.compile(
    rf"(?:(?:gelijktijdig|tegelijk|tegelijkertijd)\s+met|(?:met|bij)(?=\s+de\s+inwerkingtreding\s))\s+(?:(?:de|het)\s+(?:moment\s+van\s+)?inwerkingtreding\s+van\s+)?(?P<besluit>[^;]+?){_EINDE_NAAM}",
    re.I,
)
VERWIJST: Final = re.compile(
    r"(?P<wat>(?:de|het|die)\s+in\s+(?:(?:het|de)\s+[\w\s]+?\s+lid|lid\s+\d+|artikel\s+[\w:.]+(?:,\s*\w+\s+lid,?)?|onderdeel\s+\w+)\s+"
    r"(?:genoemde|bedoelde|vermelde|opgenomen)\s+(?:datum|dag|tijdstip)(?:\s+van\s+ingang(?:\s+van\s+(?:de\s+)?heffing)?)?|"
    r"(?:de\s+)?(?:datum|dag|het\s+tijdstip)\s+van\s+ingang\s+van\s+(?:de\s+)?heffing)",
    re.I,
)
_NU: Final = re.compile(
    rf"(?:onmiddellijk|terstond|direct|meteen|dadelijk)\b(?:\s+na\s+{UITGIFTE})?|onmiddellijke\s+ingang|heden|na\s+{UITGIFTE}|"
    rf"{UITGIFTE}",
    re.I,
)
_TERMIJN: Final = re.compile(
    rf"(?P<n>\w+)\s+{_EENHEID}\s+na(?:dat)?\s+(?:(?:(?:de|het)\s+)?(?:(?:datum|tijdstip|dag|moment)\s+van\s+)?(?:de\s+|zijn\s+|haar\s+|hun\s+)?"
    r"(?:inwerkingtreding|inwerktreding)(?:\s+(?:ervan|daarvan|hiervan|van\s+(?:dit|deze)\s+[\w\-]+))?(?!\s+van\b)|"
    rf"(?:(?:de|het)\s+(?:datum|tijdstip|dag|moment)\s+waarop\s+)?(?:zij|het|deze(?:\s+[\w\-]+)?|dit\s+[\w\-]+)\s+{_TREEDT})",
    re.I,
)
_JAAR: Final = re.compile(r"het\s+(?:kalender|belasting|begrotings)?jaar\s+(?P<jaar>\d{4})(?!\d|/)", re.I)
_FEIT: Final = re.compile(
    r"(?:\w+\s+(?:jaar|jaren|maand|maanden|dagen|weken|week)\s+na\s+)?(?:de|het)\s+(?:datum|dag|tijdstip|moment)\s+"
    rf"(?:{_NA}\s+(?:die|de\s+(?:datum|dag))\s*,?\s+)?(?:waarop|dat)\s[^.;]+?(?=\s*(?:\.(?:\s|$)|;|$))",
    re.I,
)
_VOORZETSEL: Final = re.compile(
    r"(?:met\s+ingang\s+van|met\s+ingang\s+per|met\s+ingang|ingaande(?:\s+per)?|met(?=\s+onmiddellijke\s+ingang)|m\.i\.v\.|op|per|vanaf)\s+",
    re.I,
)

_VOOR_DATUM: Final = re.compile(r"de(?=\s+\d)|(?:maan|dins|woens|donder|vrij|zater|zon)dag,?(?=\s+\d)", re.I)


def datum(treffer: re.Match[str]) -> date | None:
    """The day of a match of DATUM or DAG; None when it does not exist."""
    groepen = treffer.groupdict()
    try:
        if groepen.get("dag_nr"):
            return date(int(groepen["jaar_nr"]), int(groepen["maand_nr"]), int(groepen["dag_nr"]))
        return date(int(treffer["jaar"]), maandnummer(treffer["maand"]), int(treffer["dag"]))
    except ValueError:
        return None


def als_dag(tekst: str) -> str:
    """ "1 januari 2030" as an ISO day; another moment as it is written."""
    treffer = re.fullmatch(DATUM, tekst, re.I)
    dag = datum(treffer) if treffer else None
    return dag.isoformat() if dag else tekst


def lees_moment(cursor: Cursor, *, met_voorzetsel: bool = False) -> tuple[Moment, bool] | None:
    """The moment at the cursor, and whether it lies too early (on the day of publication); None when there is none."""
    begin = cursor.i
    if treffer := cursor.neem(_TEGELIJK):
        return Met(treffer["besluit"]), False
    voorzetsel = cursor.neem(_VOORZETSEL)
    cursor.neem(_VOOR_DATUM)
    for patroon, maak in () if met_voorzetsel and not voorzetsel else _PATRONEN:
        plek = cursor.i
        treffer = cursor.neem(patroon)
        if treffer and (moment := maak(treffer)):
            return moment, patroon is _NU
        cursor.i = plek
    cursor.i = begin
    return None


def _dag(treffer: re.Match[str]) -> Moment | None:
    n = rang(treffer["rang"]) if treffer["rang"] else 1
    return NaBekendmaking(n) if n else None


def _dagen(treffer: re.Match[str]) -> Moment | None:
    n = telwoord(treffer["n"]) if treffer["n"] else 1
    if n is None:
        return None
    jaren, maanden, dagen = _duur(n, treffer["eenheid"] or "dag")
    return NaBekendmaking(dagen, 12 * jaren + maanden)


def _duur(n: int, eenheid: str) -> tuple[int, int, int]:
    """Years, months, days."""
    kop = eenheid.lower()[:2]
    return {"ja": (n, 0, 0), "ma": (0, n, 0), "we": (0, 0, 7 * n)}.get(kop, (0, 0, n))


def _maand(treffer: re.Match[str]) -> Moment | None:
    dag = rang(treffer["dag"])
    maand = rang(treffer["rang"]) if treffer["rang"] else 1
    return MaandNaBekendmaking(maand, dag) if dag and maand else None


def _termijn(treffer: re.Match[str]) -> Moment | None:
    n = telwoord(treffer["n"])
    return NaInwerkingtreding(*_duur(n, treffer["eenheid"])) if n else None


def _met(treffer: re.Match[str]) -> Moment | None:
    if treffer["eigen"]:
        return Met()
    besluit = treffer["besluit"] or treffer["ander"] or treffer["als"]
    een, woord, eenheid = (treffer[a] or treffer[f"b_{a}"] for a in ("een", "n", "eenheid"))
    if not (een or woord):
        return Met(besluit)
    n = 1 if een or woord.lower() in ("de", "een") else telwoord(woord)
    if n is None:
        return None
    jaren, maanden, dagen = _duur(n, eenheid or "dag")
    return Met(besluit, dagen, 12 * jaren + maanden)


def _op_datum(treffer: re.Match[str]) -> Moment | None:
    dag = datum(treffer)
    return OpDatum(dag) if dag else None


_PATRONEN: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment | None]], ...]] = (
    (re.compile(DAG, re.I), _op_datum),
    (_MAAND, _maand),
    (_TERMIJN, _termijn),
    (_DAGEN, _dagen),
    (_DAG_NA, _dag),
    (_TE_BEPALEN, lambda m: NaderTeBepalen(m["door"] or m["wie"] or m["wie_na"])),
    (VERWIJST, lambda m: NaderTeBepalen(m["wat"])),
    (_MET, _met),
    (_JAAR, lambda m: OpDatum(date(int(m["jaar"]), 1, 1))),
    (_NU, lambda m: NaBekendmaking(1)),
    (_FEIT, lambda m: NaderTeBepalen(m[0])),
)
