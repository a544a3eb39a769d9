"""One pass over the lines with an explicit stack of open elements, so no input can exhaust the call stack.
Source of the rules: aanwijzingen 3.53-3.62; regels.md 3.1, 3.2 and the noise listed in 4.1, 4.2.
"""

from __future__ import annotations

from collections.abc import Sequence

from amend.model.melding import Melding
from amend.model.tree import Node
from amend.read.bouwsteen import bevries
from amend.read.koppen import kop_van
from amend.read.lijsten import Lijsten
from amend.read.regels import Regel
from amend.read.structuur.bijlagen import plaats_bijlagedeel
from amend.read.structuur.inhoud import plaats_inhoud
from amend.read.structuur.koppen import aangekondigde_kop, plaats_kop
from amend.read.structuur.leden import lid_zonder_punt
from amend.read.structuur.stand import Stand, Waarin
from amend.read.tabellen import tabel_vanaf


def bouw(regels: Sequence[Regel], waarin: Waarin) -> tuple[tuple[Node, ...], tuple[Melding, ...]]:
    """The elements that the lines form, in order, and what is doubtful about them. Nothing is dropped.

    A payload of loose leden gives LID nodes, one of loose items a LIJST with the items.
    """
    stand = Stand(list(regels), waarin)
    plek = 0
    while plek < len(stand.regels):
        plek = _stap(stand, plek)
    if stand.lijsten.te_diep:
        stand.meld_diep()
    return bevries(stand.wortel).kinderen, tuple(stand.meldingen)


def _stap(stand: Stand, plek: int) -> int:
    """Place the line at ``plek``; the index of the next line to place."""
    regel = stand.regels[plek]
    if stand.tarieven.neem(plek, stand.houder):
        stand.lijsten = Lijsten(stand.tarieven.post or stand.houder)
        return plek + 1
    tabel = tabel_vanaf(stand.regels, plek, rij_verwacht=stand.waarin.verwacht == "rij")
    if tabel is not None:
        stand.lijsten.binnenste.bij(tabel[0])
        return tabel[1]
    if stand.leden_mogelijk and not regel.merk and lid_zonder_punt(stand, plek):
        return plek
    kop = (kop_van(regel.tekst) if not regel.merk else None) or aangekondigde_kop(stand, plek)
    if kop is not None:
        return plaats_kop(stand, plek, kop)
    if stand.bijlage and plaats_bijlagedeel(stand, plek):
        return plek + 1
    plaats_inhoud(stand, plek)
    return plek + 1
