"""Moments in two cases: the day that holds when the decision is published later than foreseen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from amend.model.clausules import EnkelMoment, Geval, NaBekendmaking, OpDatum, Voorwaardelijk
from amend.model.numbering import telwoord
from amend.parse.bekendmaking import EINDE, GROEP, UITGIFTE
from amend.parse.momenten import DAG, datum, lees_moment
from amend.parse.slot.stand import Deelzin, LeesDeelzin, Stand, p
from amend.parse.slot.voegwoord import voegwoord

_BLAD_NA: Final = rf"(?:[^.;]*?(?:{GROEP}|uitgegeven|bekendmaking|publicatie|plaatsing|uitgifte)[^.;]*?)"
_OF_LATER: Final = p(
    r"(?:of|dan\s+wel|dan)?\s*,?\s*(?:indien|als|wanneer|zo)\s+(?:[^.;,]*?)"
    r"(?:bekendmaking|publicatie|plaatsing|uitgifte|uitgegeven|geplaatst|bekendgemaakt|gepubliceerd)"
    rf"[^.;,]*?(?:later|na\s+(?:die|deze)\s+(?:datum|dag)|na\s+{DAG}|nadien)"
    rf"(?:\s+(?:dan\s+die\s+datum\s+)?(?:plaatsvindt|geschiedt|plaats\s+vindt|valt|ligt|is|{GROEP}))?\s*,\s*"
    r"(?=(?:op|met\s+ingang|de)\s)"
)
_TENZIJ: Final = p(
    rf"tenzij\s{_BLAD_NA}(?P<of>op\s+of\s+na|na|later\s+dan)\s+{DAG}[^.;,]*?,\s*in\s+(?:welk|dat)\s+geval\s+"
)
_DAGTEKENING_NA: Final = p(
    rf"indien\s+(?:de\s+dagtekening|de\s+datum|de\s+bekendmaking|het|de)\s[^.;]*?\s(?:na)\s+{DAG}"
    rf"(?:\s+(?:{GROEP}|is\s+gelegen|ligt|plaatsvindt))?(?=\s*,)"
)
_NIET_EERDER: Final = p(
    rf"(?:(?:maar|doch|en|echter)\s+)?(?:niet\s+eerder\s+dan|op\s+zijn\s+vroegst|op\s+z'n\s+vroegst)\s+"
    rf"(?:op\s+|met\s+ingang\s+van\s+)?{DAG}"
)
_TERMIJN_LATER: Final = p(
    rf"of\s+zo\s?veel\s+(?:eerder|later)\s+als\s+(?:de\s+termijn\s+van\s+)?(?P<n>\w+)\s+(?P<eenheid>dagen|weken)\s+na\s+"
    rf"{UITGIFTE.replace(EINDE, '')}[^.;]*?\s(?:is|zijn)\s+verstreken"
)


def of_later(stand: Stand, deel: Deelzin, lees_deelzin: LeesDeelzin) -> bool:
    """ "… of, indien de bekendmaking later plaatsvindt, op …", "tenzij … na …, in welk geval …"."""
    if not isinstance(deel.moment, OpDatum):
        return False
    begin, dag = stand.cursor.i, deel.moment.datum
    if treffer := stand.cursor.neem(_OF_LATER):
        gelezen = _ander_moment(stand, deel, dag, treffer)
    elif treffer := stand.cursor.neem(_TENZIJ):
        gelezen = _andere_deelzin(stand, deel, treffer, lees_deelzin)
    elif treffer := stand.cursor.neem(_TERMIJN_LATER):
        return _na_termijn(deel, dag, treffer)
    else:
        gelezen = False
    if not gelezen:
        stand.cursor.i = begin
    return gelezen


def _ander_moment(stand: Stand, deel: Deelzin, dag: date, treffer: re.Match[str]) -> bool:
    """The moment that holds when the decision is published after the day named, or after ``dag`` itself."""
    grens = datum(treffer) if treffer["dag"] or treffer["dag_nr"] else dag - timedelta(days=1)
    gevonden = lees_moment(stand.cursor)
    return gevonden is not None and grens is not None and _voorwaardelijk(deel, grens, gevonden[0])


def _andere_deelzin(stand: Stand, deel: Deelzin, treffer: re.Match[str], lees_deelzin: LeesDeelzin) -> bool:
    """The clause that holds when the decision is published after the day named."""
    grens = datum(treffer)
    if grens and treffer["of"].lower().startswith("op"):
        grens -= timedelta(days=1)
    stand.grens = grens
    bij = lees_deelzin(stand, None, deel)
    if bij is None or not grens or not bij.moment or not _voorwaardelijk(deel, grens, bij.moment):
        return False
    _terug_van_tweede(stand, deel, bij, lees_deelzin)
    return True


def _terug_van_tweede(stand: Stand, deel: Deelzin, bij: Deelzin, lees_deelzin: LeesDeelzin) -> None:
    """The retroactive effect that only the second case has."""
    deel.terug = bij.terug
    begin = stand.cursor.i
    if deel.terug is None and voegwoord(stand):
        verder = lees_deelzin(stand, None, bij)
        if verder is not None and verder.soort == "terug":
            deel.terug = verder.terug
        else:
            stand.cursor.i = begin


def _na_termijn(deel: Deelzin, dag: date, treffer: re.Match[str]) -> bool:
    n = telwoord(treffer["n"])
    if n is None:
        return False
    dagen = n * (7 if treffer["eenheid"].lower() == "weken" else 1) + 1
    return _voorwaardelijk(deel, dag - timedelta(days=dagen), NaBekendmaking(dagen))


def _voorwaardelijk(deel: Deelzin, grens: date, anders: object) -> bool:
    """Make the moment one of two cases: the moment read so far up to ``grens``, ``anders`` when published later."""
    if not isinstance(anders, EnkelMoment) or not isinstance(deel.moment, EnkelMoment):
        return False
    deel.moment = Voorwaardelijk((Geval(grens, deel.moment), Geval(None, anders)))
    return True


def niet_eerder(stand: Stand, deel: Deelzin) -> bool:
    """ "op de dag na bekendmaking, maar niet eerder dan 1 januari 2025": the later of the two."""
    na = deel.moment
    if not isinstance(na, NaBekendmaking) or na.maanden or not (treffer := stand.cursor.neem(_NIET_EERDER)):
        return False
    dag = datum(treffer)
    if dag is None:
        return False
    grens = dag - timedelta(days=na.dagen)
    deel.moment = Voorwaardelijk((Geval(grens, OpDatum(dag)), Geval(None, na)))
    return True


def dagtekening_na(stand: Stand, deel: Deelzin) -> bool:
    """ "werkt, indien de dagtekening … na 31 december 2013 is gelegen, terug …": only when published later."""
    if deel.soort != "terug" or not (treffer := stand.cursor.neem(_DAGTEKENING_NA)):
        return False
    stand.grens = datum(treffer)
    return stand.grens is not None
