"""Whether a heading is an article or chapter of the decision itself, or new text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.model.numbering import uit_romeins
from amend.model.tree import INDELING, Soort
from amend.read.besluit_tekst.deel import ROMEINS, Deel, artikelkop
from amend.read.instructietaal import genoemde_nummers, is_kader, kondigt_aan, lijkt_instructie
from amend.read.koppen import Kop, kop_van
from amend.read.merken import is_vervolg
from amend.read.regels import Regel

_GAT: Final = 5
"""How many Roman numbers of the decision's own articles may be missing (an excerpt, a slip); W131 says so."""


def is_eigen_artikel(kop: Kop, delen: Sequence[Deel], romeins: bool) -> bool:
    """True when the heading is the next article of the decision, not the heading of new text."""
    vorige = next((d.kop.nummer for d in reversed(delen) if d.kop and d.kop.soort is Soort.ARTIKEL), "")
    if delen[-1].kop is not None and delen[-1].kop.soort in INDELING and not delen[-1].regels:
        return True
    if romeins:
        if not ROMEINS.match(kop.nummer):
            return False
        slaat_over = 0 < romeinse_waarde(kop.nummer) - romeinse_waarde(vorige) <= _GAT and not _aangekondigd(
            kop, delen[-1].regels
        )
        return _volgt_romeins(kop.nummer, vorige) or slaat_over
    if not vorige and delen[0].kop is None:
        return kop.nummer in ("1", "2", "I", "II") and not _aangekondigd(kop, delen[-1].regels)
    if not is_vervolg(kop.nummer, vorige, "A" if vorige.isalpha() else "n"):
        return False
    return not _aangekondigd(kop, delen[-1].regels)


def romeinse_waarde(nummer: str) -> int:
    """The value of a Roman number, a letter behind it left out; 0 when it is none."""
    return uit_romeins(re.sub(r"[a-z]+$", "", nummer)) or 0


def _volgt_romeins(nummer: str, vorige: str) -> bool:
    kaal = re.sub(r"[a-z]+$|(?<=[IVXL])[A-H]$", "", vorige)
    if nummer.startswith(vorige) and re.fullmatch(r"[a-zA-Z]", nummer[len(vorige) :]) and nummer[-1] not in "IVXL":
        return True
    return is_vervolg(nummer, vorige, "R") or is_vervolg(nummer, kaal, "R") or not vorige


def _aangekondigd(kop: Kop, regels: Sequence[Regel]) -> bool:
    """True when the last instruction above the heading announces an article of this number, or just any new text."""
    for afstand, regel in enumerate(reversed(regels)):
        gezien = artikelkop(regel)
        if gezien is not None and gezien.nummer == kop.nummer:
            return False
        if lijkt_instructie(regel.tekst):
            direct = afstand == 0 and kondigt_aan(regel.tekst) and not is_kader(regel.tekst)
            return direct or (kondigt_aan(regel.tekst) and kop.nummer in genoemde_nummers(regel.tekst))
    return False


def is_tussenkop(regels: Sequence[Regel], plek: int, begin: int, delen: Sequence[Deel], romeins: bool) -> bool:
    """A chapter heading of the decision itself: directly before one of its own articles.

    Where the articles are not Roman, the decision must have begun with such a heading, and this one must be the next.
    """
    kop = kop_van(regels[plek].tekst) if not regels[plek].merk else None
    volgende = artikelkop(regels[plek + 1]) if plek + 1 < len(regels) else None
    if kop is None or kop.soort not in INDELING or volgende is None:
        return False
    if romeins:
        return bool(ROMEINS.match(volgende.nummer))
    eigen = [d.kop for d in delen if d.kop is not None and d.kop.soort is kop.soort]
    if not eigen:
        return plek == begin
    stijl = "R" if ROMEINS.match(kop.nummer) else "n"
    vorige = next((d.kop.nummer for d in reversed(delen) if d.kop and d.kop.soort is Soort.ARTIKEL), "")
    opvolgend = volgende.nummer in ("", "1") or is_vervolg(volgende.nummer, vorige, "n")
    return is_vervolg(kop.nummer, eigen[-1].nummer, stijl) and opvolgend
