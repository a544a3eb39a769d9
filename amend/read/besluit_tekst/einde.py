"""Where the articles end: closing formula, signatures, annexes, explanatory note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.model.tree import Soort
from amend.read.besluit_tekst.deel import ROMEINS, Deel, artikelkop
from amend.read.besluit_tekst.eigen_artikel import is_eigen_artikel
from amend.read.instructietaal import lijkt_instructie
from amend.read.koppen import is_ondertekenaar, is_sluiting, is_toelichting, kop_van
from amend.read.regels import Regel
from amend.read.slotzin import is_slotzin

_VOORLETTER: Final = re.compile(r"[A-Z]\.")
_NAAM: Final = re.compile(
    r"(?:[A-Z]\.\s?)*(?:(?:van|de|den|der|het|ten|ter|te|’t|'t|el)\s+){0,3}[A-ZÀ-Þ][\w’'-]+(?:[ -][\w’'-]+){0,4}"
    r"(?:,\s+(?:secretaris|griffier|voorzitter|burgemeester|dijkgraaf|minister|staatssecretaris))?"
)
_TREEDT: Final = re.compile(r"\btre(?:edt|den) in werking\b|\baangehaald als\b", re.IGNORECASE)


def eindigt(regels: Sequence[Regel], plek: int, delen: Sequence[Deel]) -> bool:
    """True when the closing formula, an annex of the decision or the explanatory note starts here and no article."""
    regel = regels[plek]
    if _opent_bijlagen(regel, delen[-1]):
        return True
    if regel.merk:
        return False
    if _ondertekent(regels, plek, delen):
        return True
    if not (is_sluiting(regel.tekst) or is_toelichting(regel.tekst)):
        return False
    if not is_sluiting(regel.tekst) or not delen[0].kop:
        return True
    romeins = bool(ROMEINS.match(delen[0].kop.nummer))
    return not any(
        (kop := artikelkop(r)) is not None and is_eigen_artikel(kop, delen, romeins) and romeins for r in regels[plek:]
    )


def _ondertekent(regels: Sequence[Regel], plek: int, delen: Sequence[Deel]) -> bool:
    """True for "De griffier," below the closing provision, when nothing but signatures (and annexes) follows."""
    if not is_ondertekenaar(regels[plek].tekst) or not any(
        is_slotzin(r.tekst) or _TREEDT.search(r.tekst) for r in delen[-1].regels[-4:]
    ):
        return False
    for regel in regels[plek : plek + 40]:
        if kop_van(regel.tekst) or is_toelichting(regel.heel):
            kop = kop_van(regel.tekst)
            return kop is None or kop.soort is Soort.BIJLAGE
        if (regel.nummer and not _is_naam(regel)) or lijkt_instructie(regel.tekst):
            return False
    return True


def _is_naam(regel: Regel) -> bool:
    """True for "T. van den Berg-Laan" below a signature: initials, not the next part of the decision."""
    return bool(_VOORLETTER.fullmatch(regel.merk) and _NAAM.fullmatch(regel.tekst))


def _opent_bijlagen(regel: Regel, deel: Deel) -> bool:
    """True for "Bijlage 2 …" below the closing provision of a decision that is not signed (F89, F90)."""
    kop = kop_van(regel.tekst) if not regel.merk else None
    bijlage = kop is not None and kop.soort is Soort.BIJLAGE and not lijkt_instructie(regel.tekst)
    return bijlage and any(is_slotzin(r.tekst) for r in deel.regels)


def na_artikelen(regels: Sequence[Regel]) -> tuple[Sequence[Regel], Sequence[Regel], Sequence[Regel]]:
    """Closing, annexes and explanatory note."""
    toelichting = next((i for i, r in enumerate(regels) if is_toelichting(r.heel)), len(regels))
    bijlage = next(
        (i for i, r in enumerate(regels) if not r.merk and (k := kop_van(r.tekst)) and k.soort is Soort.BIJLAGE),
        len(regels),
    )
    slot = min(toelichting, bijlage)
    if bijlage > toelichting:
        return regels[:slot], (), regels[toelichting:]
    return regels[:slot], regels[bijlage:toelichting], regels[toelichting:]
