"""Old and new text below each other (F93): "Artikel 3, eerste lid / Oude tekst: / … / Nieuwe tekst: / …".

Each group becomes a table of two rows, as when the texts stand side by side; the parser reads both alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.model.tree import Soort
from amend.read.bouwsteen import Bouwsteen
from amend.read.instructietaal import is_sterk
from amend.read.merken import stijlen
from amend.read.regels import Regel

_OUD: Final = re.compile(r"(?:(?:de )?(?:oude|huidige|bestaande|geldende) tekst|was|oud)\s*:?", re.IGNORECASE)
_NIEUW: Final = re.compile(r"(?:(?:de )?(?:nieuwe|gewijzigde|voorgestelde) tekst|wordt|nieuw)\s*:?", re.IGNORECASE)
_PLAATS: Final = re.compile(r"(?:artikel|art\.|bijlage)\s[\w.:]+[^.;]{0,80}$", re.IGNORECASE)
_LETTER: Final = re.compile(r"(?:Onderdeel\s)?[A-Z]{1,2}[.:]?")
_MAXIMUM: Final = 400


def was_wordt(regels: Sequence[Regel], plek: int) -> tuple[Bouwsteen, int] | None:
    """The group that starts at ``plek`` as a table, and the index after it; None when there is none."""
    begin = plek if _is(_OUD, regels, plek) else plek + 1
    if not _is(_OUD, regels, begin) or (begin > plek and not _PLAATS.match(regels[plek].heel)):
        return None
    midden = next((i for i in range(begin + 1, min(len(regels), begin + _MAXIMUM)) if _is(_NIEUW, regels, i)), None)
    if midden is None:
        return None
    eind = midden + 1
    while eind < len(regels) and not _houdt_op(regels, eind):
        eind += 1
    tabel = Bouwsteen(Soort.TABEL, regel=regels[plek].nr)
    _rij(tabel, (), regels[begin : begin + 1], regels[midden : midden + 1])
    _rij(tabel, regels[plek:begin], regels[begin + 1 : midden], regels[midden + 1 : eind])
    return tabel, eind


def _is(kop: re.Pattern[str], regels: Sequence[Regel], plek: int) -> bool:
    return plek < len(regels) and not regels[plek].merk and bool(kop.fullmatch(regels[plek].tekst))


def _houdt_op(regels: Sequence[Regel], plek: int) -> bool:
    """True where the new text ends: the next group, a capital label, or an instruction."""
    regel = regels[plek]
    if _is(_OUD, regels, plek) or (_is(_OUD, regels, plek + 1) and bool(_PLAATS.match(regel.heel))):
        return True
    return (
        is_sterk(regel.tekst)
        or (not regel.merk and bool(_LETTER.fullmatch(regel.tekst)))
        or (bool(regel.merk) and stijlen(regel.merk)[0] == "A")
    )


def _rij(tabel: Bouwsteen, *cellen: Sequence[Regel]) -> None:
    rij = tabel.bij(Bouwsteen(Soort.RIJ))
    for inhoud in cellen:
        cel = rij.bij(Bouwsteen(Soort.CEL))
        for regel in inhoud:
            cel.alinea(regel.heel, regel.nr)
