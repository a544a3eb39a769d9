"""The order of the divisions of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from amend.model.tree import INDELING, Soort
from amend.read.koppen import kop_van
from amend.read.regels import Regel

_RANG: Final = {soort: rang for rang, soort in enumerate(s for s in Soort if s in INDELING)}


def rangorde(regels: Sequence[Regel]) -> dict[Soort, int]:
    """The order of the divisions: a titel stands above the chapters (BW), or below them where a chapter comes first."""
    rang = dict(_RANG)
    for regel in regels:
        kop = kop_van(regel.tekst) if not regel.merk and regel.tekst[:1].isupper() else None
        if kop is not None and kop.soort is Soort.TITEL:
            break
        if kop is not None and kop.soort is Soort.HOOFDSTUK:
            rang[Soort.TITEL], rang[Soort.HOOFDSTUK] = _RANG[Soort.HOOFDSTUK], _RANG[Soort.TITEL]
            break
    return rang
