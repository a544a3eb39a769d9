"""Where the articles of a decision begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amend.model.tree import INDELING
from amend.read.besluit_meta import BESLUIT, titel_van
from amend.read.besluit_tekst.deel import ROMEINS, artikelkop
from amend.read.instructietaal import lijkt_instructie
from amend.read.koppen import kop_van
from amend.read.regels import Regel


def begin_van_artikelen(regels: Sequence[Regel]) -> int:
    """The index of the first line of the articles (or of the first instruction when there are no articles)."""
    besloten = next((i for i, r in enumerate(regels) if BESLUIT.match(r.heel)), -1)
    for i, regel in enumerate(regels):
        kop = artikelkop(regel)
        if kop is not None and (ROMEINS.match(kop.nummer) or kop.nummer in ("1", "A", "")):
            return _met_indeling(regels, i)
        if i > besloten and _is_eerste_instructie(regels, i):
            return _met_label(regels, i)
    return besloten + 1 if besloten >= 0 else titel_van(regels)[1]


def _is_eerste_instructie(regels: Sequence[Regel], plek: int) -> bool:
    """True for an instruction outside articles; a frame directly above "Artikel I" is part of the aanhef."""
    if regels[plek].tekst.startswith(("#", "<")) or not lijkt_instructie(regels[plek].tekst):
        return False
    volgende = artikelkop(regels[plek + 1]) if plek + 1 < len(regels) else None
    return volgende is None or not ROMEINS.match(volgende.nummer)


def _met_indeling(regels: Sequence[Regel], plek: int) -> int:
    """The chapter heading above the first article belongs to the articles."""
    kop = kop_van(regels[plek - 1].tekst) if plek else None
    return plek - 1 if kop is not None and kop.soort in INDELING else plek


def _met_label(regels: Sequence[Regel], plek: int) -> int:
    """A label alone on the line above the first instruction belongs to it."""
    return plek - 1 if plek and re.fullmatch(r"[0a]?[A-Z]{1,2}\.?", regels[plek - 1].heel) else plek
