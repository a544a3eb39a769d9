"""One clause: its subject, verb, moment and additions in any order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from amend.parse.slot.bijzaak import intrekking, staart
from amend.parse.slot.gevallen import dagtekening_na, niet_eerder, of_later
from amend.parse.slot.onderwerp import lees_onderwerp
from amend.parse.slot.overig import titel_in_bijzin
from amend.parse.slot.stand import Deelzin, Lees, LeesDeelzin, Onderwerp, Stand, p
from amend.parse.slot.tijdstip import moment, periode, tegelijk, terug
from amend.parse.slot.uitzondering import betreft, uitzondering, voorbehoud
from amend.parse.slot.werkwoord import werkwoord
from amend.parse.toestand import binnen_plaats


def _onderwerp(stand: Stand, deel: Deelzin) -> bool:
    """The subject, once."""
    if deel.onderwerp is not None:
        return False
    deel.onderwerp = lees_onderwerp(stand)
    return deel.onderwerp is not None


def lees_deelzin(stand: Stand, gegeven: Onderwerp | None, vorige: Deelzin | None) -> Deelzin | None:
    """One clause at the cursor; what it leaves out (verb, subject) it takes from ``vorige``. None when it is none."""
    begin, aantal = stand.cursor.i, len(stand.meldingen)
    deel = Deelzin(onderwerp=gegeven, erft=vorige.soort if vorige else "")
    while _een(stand, deel):
        pass
    if _maak_af(deel, vorige, gegeven, stand.samen):
        return deel
    stand.cursor.i = begin
    del stand.meldingen[aantal:]
    return None


def _een(stand: Stand, deel: Deelzin) -> bool:
    begin = stand.cursor.i
    for lees in _DELEN:
        if lees(stand, deel):
            return True
        stand.cursor.i = begin
    if stand.cursor.neem(p(r",\s*")):
        for lees in _DELEN:
            if lees(stand, deel):
                return True
    stand.cursor.i = begin
    return False


def _maak_af(deel: Deelzin, vorige: Deelzin | None, gegeven: Onderwerp | None, samen: bool) -> bool:
    """Fill in what was left out; False when no clause results."""
    if vorige is not None:
        if not deel.soort and (deel.moment or deel.terug):
            deel.soort = "terug" if deel.moment is None else vorige.soort
            deel.partikel = vorige.partikel
            if deel.onderwerp is not None and vorige.onderwerp is not None and vorige.onderwerp.delen:
                naast = tuple(binnen_plaats(plaats, vorige.onderwerp.delen[-1]) for plaats in deel.onderwerp.delen)
                deel.onderwerp = replace(deel.onderwerp, delen=naast)
        if deel.onderwerp is None or (gegeven is None and _verwijst(deel.onderwerp)):
            deel.onderwerp = vorige.onderwerp
    if deel.soort in ("werking", "intrekking") and not deel.partikel:
        return False
    if deel.soort == "terug":
        return deel.terug is not None or deel.hoe == "dagtekening"
    zonder_dag = deel.soort == "intrekking" and (samen or bool(deel.noten) or deel.hoe == "opsomming")
    return bool(deel.soort) and (deel.moment is not None or deel.terug is not None or zonder_dag)


def _verwijst(onderwerp: Onderwerp) -> bool:
    return not (onderwerp.delen or onderwerp.naam or onderwerp.woord)


def _met_deelzin(lees: Callable[[Stand, Deelzin, LeesDeelzin], bool]) -> Lees:
    """A reader of a constituent that may hold a clause of its own."""
    return lambda stand, deel: lees(stand, deel, lees_deelzin)


_DELEN: Final[tuple[Lees, ...]] = (
    *(_met_deelzin(uitzondering), _met_deelzin(voorbehoud), _met_deelzin(of_later), niet_eerder, tegelijk),
    *(titel_in_bijzin, dagtekening_na, terug, intrekking, betreft, periode, werkwoord, moment, staart, _onderwerp),
)
"""What a clause is made of, in the order in which it is tried."""
