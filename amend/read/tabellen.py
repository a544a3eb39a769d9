"""Simple tables in plain text: "| a | b |" rows, or cells separated by tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amend.model.tree import Soort
from amend.read.bouwsteen import Bouwsteen
from amend.read.regels import Regel


def cellen(regel: Regel) -> list[str] | None:
    """The cells of a row, or None when the line is no row of a table."""
    tekst = regel.heel
    if tekst.startswith("|") and tekst.count("|") > 1:
        return [cel.strip() for cel in tekst.strip().strip("|").split("|")]
    return [cel.strip() for cel in tekst.split("\t")] if "\t" in tekst else None


def tabel_vanaf(regels: Sequence[Regel], begin: int) -> tuple[Bouwsteen, int] | None:
    """The table that starts at ``begin`` and the index after it; None when there is none (two rows at least)."""
    eind = begin
    while eind < len(regels) and cellen(regels[eind]) and (eind == begin or regels[eind].wit < 2):
        eind += 1
    if eind - begin < 2:
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
