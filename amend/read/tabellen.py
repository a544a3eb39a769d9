"""Simple tables in plain text: "| a | b |" rows, or cells separated by tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.model.tree import Soort
from amend.read.bouwsteen import Bouwsteen
from amend.read.merken import is_eerste, is_vervolg, stijlen
from amend.read.regels import Regel, regel_na

_OMLIJND: Final = re.compile(r"\|.*\|.*\|")


def cellen(regel: Regel) -> list[str] | None:
    """The cells of a row, or None when the line is no row of a table."""
    tekst = regel.heel
    if tekst.startswith("|") and tekst.count("|") > 1:
        return [cel.strip() for cel in tekst.strip().strip("|").split("|")]
    return [cel.strip() for cel in tekst.split("\t")] if "\t" in tekst else None


def _is_opsomming(regels: Sequence[Regel], begin: int) -> bool:
    """True when the rows carry the labels of one list ("a. tot 500 m3:<tab>€ 195"): items, with tabs inside."""
    eerste, vorige = regels[begin], regels[begin - 1] if begin else None
    hierna = regel_na(regels, begin)
    if not eerste.nummer or "|" in eerste.tekst[:1]:
        return False
    stijl = stijlen(eerste.merk)[0]
    verder = hierna is not None and bool(hierna.nummer) and is_vervolg(hierna.nummer, eerste.nummer, stijl)
    terug = vorige is not None and bool(vorige.nummer) and is_vervolg(eerste.nummer, vorige.nummer, stijl)
    return (verder and is_eerste(eerste.nummer, stijl)) or terug


def tabel_vanaf(regels: Sequence[Regel], begin: int, *, rij_verwacht: bool = False) -> tuple[Bouwsteen, int] | None:
    """The table that starts at ``begin`` and the index after it; None when there is none.

    A table has two rows at least, or one between bars on both sides ("| a | b |"), or one where the instruction
    announces a row (``rij_verwacht``).
    """
    if _is_opsomming(regels, begin):
        return None
    eind = begin
    while eind < len(regels) and cellen(regels[eind]) and (eind == begin or regels[eind].wit < 2):
        eind += 1
    if eind == begin or (eind - begin < 2 and not rij_verwacht and not _OMLIJND.fullmatch(regels[begin].heel)):
        return None
    tabel = Bouwsteen(Soort.TABEL, regel=regels[begin].nr)
    for regel in regels[begin:eind]:
        waarden = cellen(regel) or []
        if all(re.fullmatch(r":?-*:?", waarde) for waarde in waarden):
            continue
        rij = tabel.bij(Bouwsteen(Soort.RIJ, regel=regel.nr))
        for waarde in waarden:
            cel = rij.bij(Bouwsteen(Soort.CEL, regel=regel.nr))
            if waarde:
                cel.alinea(waarde, regel.nr)
    return tabel, eind
