"""The tree of instructions as typed instructions with their new text."""

from __future__ import annotations

from collections.abc import Sequence

from amend.model.besluit import Instructie
from amend.model.melding import Melding
from amend.model.tree import Node, runs
from amend.read.aanhaling import zonder_aanhaling
from amend.read.bouwsteen import bevries
from amend.read.instructies.knoop import Knoop
from amend.read.instructies.lezer import lees_boom
from amend.read.instructies.stand import Stand
from amend.read.instructietaal import aangekondigd, genoemde_nummers, is_kader, lijkt_instructie
from amend.read.kop_boven import koppen_boven
from amend.read.koppen import kop_van
from amend.read.regels import Regel
from amend.read.structuur import Waarin, bouw


def lees_instructies(regels: Sequence[Regel]) -> tuple[Instructie, tuple[Melding, ...]]:
    """The lines of a wijzig-artikel as one :class:`Instructie` (the article itself) with its parts."""
    stand = Stand(regels)
    wortel = lees_boom(stand)
    los = wortel.zin is not None and not is_kader(wortel.tekst) and not wortel.wijzigt_opdracht
    if wortel.kinderen and los and lijkt_instructie(wortel.tekst):
        wortel.kinderen.insert(0, Knoop(zin=wortel.zin, payload=wortel.payload))
        wortel.zin, wortel.payload = None, []
    instructie, meldingen = _maak(wortel)
    return instructie, (*stand.meldingen, *meldingen)


def _maak(wortel: Knoop) -> tuple[Instructie, list[Melding]]:
    """The tree below ``wortel`` as typed instructions, parts before the whole (no recursion)."""
    meldingen: list[Melding] = []
    payloads: dict[int, tuple[Node, ...]] = {}
    volgorde = _van_boven_naar_onder(wortel)
    for knoop in volgorde:
        payloads[id(knoop)], gemeld = _nieuwe_tekst(knoop)
        meldingen += gemeld
    klaar: dict[int, Instructie] = {}
    for knoop in reversed(volgorde):
        klaar[id(knoop)] = Instructie(
            zin=knoop.zin.zin() if knoop.zin else None,
            aanduiding=knoop.aanduiding,
            nummer=knoop.nummer,
            payload=payloads[id(knoop)],
            instructies=tuple(klaar[id(kind)] for kind in knoop.kinderen),
            opschrift=runs(knoop.opschrift),
            regel=_eerste_regel(knoop),
        )
    return klaar[id(wortel)], meldingen


def _van_boven_naar_onder(wortel: Knoop) -> list[Knoop]:
    """The instructions in the order of the text, each before its parts."""
    volgorde: list[Knoop] = []
    stapel = [wortel]
    while stapel:
        knoop = stapel.pop()
        volgorde.append(knoop)
        stapel.extend(reversed(knoop.kinderen))
    return volgorde


def _nieuwe_tekst(knoop: Knoop) -> tuple[tuple[Node, ...], list[Melding]]:
    """The elements that the new text of one instruction forms, without the quotation marks around it."""
    knoop.payload, vooraf = zonder_aanhaling(knoop.payload)
    waarin = _waarin(knoop)
    regels, over_koppen = koppen_boven(knoop.payload, 0)
    nodes, gemeld = bouw(regels, waarin)
    meldingen = [melding.bij(onderdeel=knoop.nummer or None) for melding in (*vooraf, *over_koppen, *gemeld)]
    return (*nodes, *map(bevries, knoop.tabellen)), meldingen


def _eerste_regel(knoop: Knoop) -> int:
    """The source line of new text without a sentence; 0 when there is a sentence."""
    if knoop.zin is not None:
        return 0
    return knoop.payload[0].nr if knoop.payload else knoop.tabellen[0].regel if knoop.tabellen else 0


def _waarin(knoop: Knoop) -> Waarin:
    """What the sentence announces as new text."""
    soort = aangekondigd(knoop.tekst)
    if soort == "bijlage" and not any(kop_van(regel.tekst) for regel in knoop.payload[:1]):
        return Waarin("bijlage", soort)
    return Waarin("payload", soort, genoemde_nummers(knoop.tekst))
