"""The was-wordt table as rows, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import NamedTuple

from amend.compare.samen import Aspect, Knoop
from amend.compare.wijziging import Vergelijking, Wijziging, Wijzigsoort
from amend.model.tree import zichtbare_tekst
from amend.write.vergelijking_regels import Groep, Regel, door, groepen, opsomming, regels, zin


class Rij(NamedTuple):
    """One row of the table: place, was, wordt, what happened, why. ``was``/``wordt`` are lines of stretches."""

    plaats: str
    was: tuple[Regel, ...]
    wordt: tuple[Regel, ...]
    wat: str
    gewicht: str
    door: str


KOPPEN = ("Plaats", "Was", "Wordt", "Wijziging", "Gewicht", "Door")


def was_wordt(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> list[Rij]:
    """The rows of the was-wordt table; a series of renumberings is one row."""
    index = vergelijking.samen.index()
    return [_rij(groep, index) for groep in groepen(vergelijking, op_gewicht=op_gewicht)]


def _rij(groep: Groep, index: dict[int, Knoop]) -> Rij:
    w = groep.eerste
    if w.soort in (Wijzigsoort.VERNUMMERD, Wijzigsoort.VERPLAATST):
        was, wordt = (_plaatsen(groep, kant) for kant in (0, 1))
    elif w.soort in (Wijzigsoort.GESPLITST, Wijzigsoort.SAMENGEVOEGD):
        was, wordt = (_teksten(w, index, kant) for kant in ("oud", "nieuw"))
    else:
        lijnen = regels(w, index)
        was, wordt = _kant(lijnen, "oud"), _kant(lijnen, "nieuw")
    return Rij(w.plaats or w.veld, was, wordt, zin(groep), w.gewicht.value, _door(w))


def _plaatsen(groep: Groep, kant: int) -> tuple[Regel, ...]:
    plaatsen = [(w.plaats_oud, w.plaats_nieuw)[kant] or "" for w in groep.wijzigingen]
    return ((("oud" if kant == 0 else "nieuw", opsomming(plaatsen)),),)


def _teksten(w: Wijziging, index: dict[int, Knoop], kant: str) -> tuple[Regel, ...]:
    """The whole texts of what was split or joined, on one side."""
    knopen = [index[nr] for nr, aspect in sorted(w.delen) if aspect in (Aspect.TEKST, Aspect.PLEK)]
    nodes = [knoop.oud if kant == "oud" else knoop.nieuw for knoop in knopen]
    return tuple(((("gelijk", " ".join(zichtbare_tekst(node).split("\n")))),) for node in nodes if node is not None)


def _door(w: Wijziging) -> str:
    return "; ".join(door(o) + (f": {o.zin}" if o.zin else "") for o in w.oorzaken)


def _kant(lijnen: Iterable[Regel], soort: str) -> tuple[Regel, ...]:
    kanten = (tuple(stuk for stuk in regel if stuk[0] in ("gelijk", soort)) for regel in lijnen)
    return tuple(regel for regel in kanten if any(tekst.strip() for _, tekst in regel))


def plat(lijnen: Iterable[Regel]) -> str:
    """The lines without their kinds."""
    return "\n".join("".join(tekst for _, tekst in regel) for regel in lijnen)


def schrijf_csv(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> bytes:
    """The table as CSV (UTF-8 with mark, semicolons: opens at once in a Dutch spreadsheet).

    A value that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    for rij in was_wordt(vergelijking, op_gewicht=op_gewicht):
        waarden = (rij.plaats, plat(rij.was), plat(rij.wordt), rij.wat, rij.gewicht, rij.door)
        schrijver.writerow([veilig(waarde) for waarde in waarden])
    return uit.getvalue().encode("utf-8-sig")


def veilig(waarde: str) -> str:
    """The value, marked as text where a spreadsheet would take it for a formula."""
    return f"'{waarde}" if waarde[:1] in ("=", "+", "-", "@", "\t") else waarde
