"""The closing provisions of the decision itself: "Dit besluit treedt in werking …" is never new text (regels.md G17).

A sentence about "deze verordening" may be a replaced last article of the regulation and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.model.tree import Soort
from amend.read.instructietaal import lijkt_instructie
from amend.read.koppen import kop_van
from amend.read.regels import Regel

_WIJZIGING: Final = (
    r"(?:dit wijzigingsbesluit|deze wijziging(?:en)?|deze wijzigings(?:verordening|regeling)"
    r"|(?:het|dit) besluit tot wijziging|deze (?:verordening|regeling|beleidsregels?) tot wijziging)"
)
_EIGEN: Final = rf"(?:dit (?:raads|college)?besluit|{_WIJZIGING})"
_WERKWOORD: Final = (
    r"(?:treedt|treden|werkt|werken|vervalt|vervallen|wordt aangehaald|kan worden aangehaald|zal in werking)"
)
_SLOTZIN: Final = re.compile(
    rf"(?:{_EIGEN}(?:\s(?:van|tot)\s[^.]{{0,120}}?)?\s{_WERKWOORD}\b"
    rf"|(?:te bepalen,? )?dat {_EIGEN}\s[^.]{{0,160}}?\b(?:in werking|werkt|terug|vervalt|aangehaald)\b"
    rf"|(?:Met|Op|Per|Onder|Tenzij|Behoudens|In afwijking)\b[^.]{{0,200}}?\b(?:treedt|werkt|vervalt)\s{_EIGEN}\b)",
    re.IGNORECASE,
)
_OVER_WIJZIGING: Final = re.compile(rf"(?:(?:te bepalen,? )?dat\b|.{{0,220}}?{_WIJZIGING})", re.IGNORECASE | re.DOTALL)
_SLOTKOP: Final = re.compile(
    r"(?:[#*]+\s*)?(?:(?:datum )?(?:van )?inwerkingtreding|slot(?:bepaling(?:en)?)?|citeertitel|overgangs\w+)"
    r"(?:\s+en\s+\w+)?[:.]?\**",
    re.IGNORECASE,
)
_DEELKOP: Final = re.compile(r"[IVX]{1,5}\.?|[A-Z]\.?|\d{1,2}\.?")


def is_slotzin(tekst: str) -> bool:
    """True for a sentence whose subject is the amending decision: it takes effect, lapses, is cited."""
    return bool(_SLOTZIN.match(tekst)) and not lijkt_instructie(tekst)


def opent_slot(regels: Sequence[Regel], plek: int, begin: int) -> bool:
    """True when the line is a provision of the decision, not of the new text that starts after ``begin``."""
    tekst = regels[plek].tekst
    if not is_slotzin(tekst):
        return False
    return bool(_OVER_WIJZIGING.match(tekst)) or not _enige_inhoud(regels, plek, begin)


def _enige_inhoud(regels: Sequence[Regel], plek: int, begin: int) -> bool:
    """True inside a new last article of an amended besluit: it would be nothing without this line, or its leden go on.

    A lid after ordinary leden counts only when the decision still has a provision of its own further on.
    """
    volgt = any(is_slotzin(regel.tekst) for regel in regels[plek + 1 : plek + 400])
    lid = regels[plek].nummer
    for regel in reversed(regels[max(begin, plek - 40) : plek]):
        if not regel.merk and (kop := kop_van(regel.tekst)):
            return kop.soort is Soort.ARTIKEL and lid in ("", "1")
        if regel.nummer.isdigit() and lid.isdigit() and int(regel.nummer) == int(lid) - 1:
            lid = regel.nummer
        elif not is_slotzin(regel.tekst) or lid:
            return False
        if not is_slotzin(regel.tekst) and not volgt:
            return False
    return False


def is_slotkop(regel: Regel) -> bool:
    """True for a line above a closing provision that only names it: "Inwerkingtreding", "II"."""
    return not regel.merk and bool(_SLOTKOP.fullmatch(regel.tekst))


def is_deelkop(regel: Regel) -> bool:
    """True for a part heading of the decision without the word Artikel: "II", "B."."""
    return bool(_DEELKOP.fullmatch(regel.heel))
