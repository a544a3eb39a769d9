"""The label that a line begins with: "A", "1.", "Onderdeel B", "B In artikel 3 …"."""

from __future__ import annotations

import re
from typing import Final

from amend.read.instructies.knoop import Knoop
from amend.read.instructies.stand import Stand
from amend.read.instructietaal import heeft_opdrachtwoord, is_hard, lijkt_instructie
from amend.read.koppen import kop_van
from amend.read.merken import stijlen
from amend.read.regels import Regel, regel_na
from amend.read.was_wordt import was_wordt

_LABELREGEL: Final = re.compile(r"(?:Onderdeel\s+)?([0a]?[A-Z]{1,3}[a-z]{0,2}\d?)\s?[.:]?$")
_LABEL_ZONDER_PUNT: Final = re.compile(r"(0?[A-Z]{1,2}[a-z]?)\s+(?=\S)")
_LABEL_LOS: Final = re.compile(r"([A-Z]{1,2})\s\.\s+(?=\S)|(\d{4}(?=\.)|\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=\S)")
"""A label that no list uses as its marker: "B ." (a slip), "1.2" and "1000." (elsewhere a year)."""


def lees_label(stand: Stand, plek: int) -> tuple[Knoop, int] | None:
    """The label that the line begins with, as a new instruction, and how many lines it takes."""
    regel = stand.regels[plek]
    if regel.merk:
        zin = Regel(regel.tekst, regel.bron, inspring=regel.inspring) if regel.tekst else None
        series = stijlen(regel.merk)
        volgende = regel_na(stand.regels, plek)
        if series[0] == "A" and zin and volgende and _is_titel(stand, zin, volgende):
            return Knoop("A", regel.nummer, regel.merk, None, series, opschrift=zin.tekst), 1
        return Knoop("A" if series[0] == "R" else series[0], regel.nummer, regel.merk, zin, series), 1
    alleen = _LABELREGEL.fullmatch(regel.tekst)
    if alleen:
        volgende = regel_na(stand.regels, plek)
        series = stijlen(f"{alleen[1]}.")
        if volgende is None or volgende.merk or kop_van(volgende.tekst) or was_wordt(stand.regels, plek + 1):
            return Knoop("A", alleen[1], regel.tekst, None, series), 1
        return Knoop("A", alleen[1], regel.tekst, volgende, series), 2
    return _label_in_tekst(stand, regel)


def _is_titel(stand: Stand, zin: Regel, volgende: Regel) -> bool:
    """True for "A. Tarief" above the instruction of part A: a heading of the part, no sentence."""
    kort = len(zin.tekst.split()) <= 8 and zin.tekst[-1] not in ".:;," and not heeft_opdrachtwoord(zin.tekst)
    return kort and not stand.huidig.wacht and not volgende.merk and is_hard(volgende.tekst)


def _label_in_tekst(stand: Stand, regel: Regel) -> tuple[Knoop, int] | None:
    """A label that is printed as the first word of the sentence: "B In artikel 3 …", "B . Artikel 4 …"."""
    los = _LABEL_ZONDER_PUNT.match(regel.tekst)
    if los and lijkt_instructie(regel.tekst[los.end() :]) and los[1] not in ("In", "Er", "De", "Na", "Op"):
        return Knoop("A", los[1], los[1], regel.staart(los.end())), 1
    los = _LABEL_LOS.match(regel.tekst)
    if los and lijkt_instructie(regel.tekst[los.end() :]):
        nummer = los[1] or los[2]
        return Knoop("A" if los[1] else "n", nummer, los[0].rstrip(), regel.staart(los.end())), 1
    return None
