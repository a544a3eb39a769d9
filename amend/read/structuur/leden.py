"""Numbered leden of an article, told apart from the items of a list."""

from __future__ import annotations

import re
from typing import Final

from amend.model.tree import Soort
from amend.read import codes
from amend.read.bouwsteen import Bouwsteen
from amend.read.koppen import kop_van
from amend.read.lijsten import Lijsten
from amend.read.merken import is_eerste, is_vervolg, stijlen
from amend.read.regels import Regel
from amend.read.structuur.stand import Stand

_LID_ZONDER_PUNT: Final = re.compile(r"(\d{1,2}[a-z]?)\s+(?=[A-ZÀ-Ý“‘\"«])")


def lid_zonder_punt(stand: Stand, plek: int) -> bool:
    """Split off the number of "1 De raad …" when the series proves that it is a lid (statutes print no dot)."""
    treffer = _LID_ZONDER_PUNT.match(stand.regels[plek].tekst)
    if treffer is None:
        return False
    if stand.lid is not None:
        past = stand.lid.aanduiding == stand.lid.nummer and is_vervolg(treffer[1], stand.lid.nummer, "n")
    else:
        past = not stand.houder.kinderen and (
            stand.waarin.verwacht == "lid" or _heeft_tweede_lid(stand, plek, treffer[1])
        )
    if past:
        regel = stand.regels[plek]
        stand.regels[plek] = regel.met_merk(treffer[1], treffer.end())
    return past


def _heeft_tweede_lid(stand: Stand, plek: int, nummer: str) -> bool:
    """True when "2 …" follows "1 …" before the next heading."""
    for regel in stand.regels[plek + 1 : plek + 60] if nummer == "1" else ():
        if not regel.merk and kop_van(regel.tekst):
            return False
        if not regel.merk and regel.tekst.startswith("2 ") and _LID_ZONDER_PUNT.match(regel.tekst):
            return True
    return False


def is_lid(stand: Stand, regel: Regel, plek: int) -> bool:
    """True when a line with a marker is the first or next lid of the article."""
    stijl = stijlen(regel.merk)[0]
    if not stand.leden_mogelijk or stijl[0] != "n":
        return False
    if stand.lid is None:
        return not stand.houder.kinderen and stand.waarin.verwacht != "onderdeel"
    if stijl != stand.lidstijl:
        return False
    index = stand.lijsten.vervolgt(regel)
    if is_vervolg(regel.nummer, stand.lid.nummer, "n"):
        return index is None or _lid_of_item(stand, index, regel, plek)
    return index is None and not is_eerste(regel.nummer, "n") and stand.lijsten.springt(regel) is None


def _lid_of_item(stand: Stand, index: int, regel: Regel, plek: int) -> bool:
    """True for lid: the number follows both the last lid and the last item of an open list.

    Indentation settles it; then whether the list has had its closing stop, unless a list around it goes on later.
    What settles nothing is read as an item and reported.
    """
    bij_lijst = abs(stand.lijsten.niveaus[index].inspring - regel.inspring)
    bij_lid = abs(stand.lid_inspring - regel.inspring)
    if bij_lid != bij_lijst:
        return bij_lid < bij_lijst
    af = stand.lijsten.is_af(index)
    if af is False or _gaat_verder(stand, index, plek):
        return False
    if af is None:
        zin = f"“{regel.heel[:40]}” kan lid {regel.nummer} zijn of een onderdeel van de opsomming erboven."
        hulp = "Gelezen als onderdeel. Laat het lid inspringen als de andere leden, of geef het onderdeel een “°”."
        stand.meldingen.append(codes.LID_OF_ITEM.melding(zin, regel.plek, hulp))
    return bool(af)


def _gaat_verder(stand: Stand, index: int, plek: int) -> bool:
    """True when a list around this one is continued below, before it could have begun anew."""
    buiten = stand.lijsten.niveaus[:index]
    for regel in stand.regels[plek + 1 : plek + 60]:
        if kop_van(regel.tekst) and not regel.merk:
            return False
        for niveau in buiten if regel.merk else ():
            if niveau.stijl in stijlen(regel.merk):
                return is_vervolg(regel.nummer, niveau.laatste, niveau.stijl)
    return False


def open_lid(stand: Stand, regel: Regel) -> None:
    """Add a lid; what follows belongs to it."""
    lid = stand.houder.bij(Bouwsteen(Soort.LID, nummer=regel.nummer, aanduiding=regel.merk, regel=regel.nr))
    if stand.lid is not None and not is_vervolg(regel.nummer, stand.lid.nummer, "n"):
        stand.meld_sprong(f"Na lid {stand.lid.nummer} volgt lid {regel.nummer}.", regel)
    if stand.lijsten.te_diep:
        stand.meld_diep()
    stand.lid, stand.lidstijl, stand.lid_inspring = lid, stijlen(regel.merk)[0], regel.inspring
    stand.lijsten = Lijsten(lid)
    if regel.tekst:
        lid.alinea(regel.tekst, regel.nr)
