"""Headings inside annexes, where nothing says "Artikel": loose lines, "A. Finance", "1) Planning".

The stated rule: a short line without closing punctuation and without a finite verb is a heading (DIVISIE). In a run
of four or more such lines with nothing between them, the first is the heading of a chart and the rest up to the last
are its labels (TUSSENKOP). "A." before a short line, and "1)" or "1." before a short line that is followed by
running text, are numbered headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from amend.read.koppen import kop_van
from amend.read.merken import is_eerste, stijlen
from amend.read.regels import Regel, regel_na

_WERKWOORD: Final = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|voert|voeren|bestaat|geeft|geven|omvat|luidt|moet|moeten|zal"
    r"|zullen|mag|mogen|blijft|geldt|gelden|vervalt|vervallen|komt|komen|verricht|werkt)\b"
)
REEKS: Final = 4


class Bijlagekop(NamedTuple):
    """A heading inside an annex: its style ("los", "A", "n)") and what is printed."""

    stijl: str
    nummer: str
    aanduiding: str
    opschrift: str


def is_kort(regel: Regel) -> bool:
    """True for a line that can be a part of a heading: short, no marker, no closing punctuation."""
    return not regel.merk and bool(regel.tekst) and len(regel.tekst) <= 45 and regel.tekst[-1] not in ".:;,!?"


def is_loskop(regel: Regel) -> bool:
    """True for a line that looks like an unnumbered heading."""
    tekst = regel.tekst
    if regel.merk or not tekst or len(tekst) > 110 or len(tekst.split()) > 14 or tekst[-1] in ".:;,!?":
        return False
    if tekst[0] in "|[" or not (tekst[0].isupper() or tekst[0] in "*#“‘«" or (tekst[0].isdigit() and " " in tekst)):
        return False
    return not _WERKWOORD.search(tekst) and not kop_van(tekst)


def bijlagekop(regels: Sequence[Regel], plek: int, open_stijlen: Sequence[str]) -> Bijlagekop | None:
    """The heading at ``plek``, or None. ``open_stijlen`` are the numbered styles already used as headings here."""
    regel = regels[plek]
    hierna = regel_na(regels, plek)
    if hierna is None or not regel.tekst:
        return None
    if is_loskop(regel):
        return Bijlagekop("los", "", "", regel.tekst)
    stijl = stijlen(regel.merk)[0] if regel.merk else ""
    if regel.weg or stijl not in ("A", "n)", "n") or not _kort_opschrift(regel.tekst, stijl):
        return None
    if stijl == "A":
        return Bijlagekop("A", regel.nummer, regel.merk, regel.tekst)
    if stijl in open_stijlen or is_eerste(regel.nummer, stijl):
        return Bijlagekop(stijl, regel.nummer, regel.merk, regel.tekst) if _opent_tekst(stijl, hierna) else None
    return None


def _kort_opschrift(tekst: str, stijl: str) -> bool:
    if len(tekst) > 110 or len(tekst.split()) > 14 or _WERKWOORD.search(tekst):
        return False
    return tekst[0].isupper() and (stijl == "A" or tekst[-1] not in ".:;,")


def _opent_tekst(stijl: str, hierna: Regel) -> bool:
    if hierna.merk:
        return stijl == "n)" and stijlen(hierna.merk)[0] != stijl
    return bool(hierna.tekst) and hierna.tekst[-1] in ".:;" and not kop_van(hierna.tekst)
