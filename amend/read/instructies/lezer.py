"""The lines of one wijzig-artikel → a tree of instructions (an explicit stack, no recursion)."""

from __future__ import annotations

from amend.read.instructies.knoop import Knoop
from amend.read.instructies.labels import lees_label
from amend.read.instructies.ongelabeld import plaats_zonder_label
from amend.read.instructies.reeksen import plaats_label
from amend.read.instructies.stand import Stand
from amend.read.was_wordt import was_wordt


def lees_boom(stand: Stand) -> Knoop:
    """The tree of instructions; its root is the article itself."""
    plek = 0
    while plek < len(stand.regels):
        plek += _stap(stand, plek)
    return stand.wortel


def _stap(stand: Stand, plek: int) -> int:
    """Place one line; the number of lines used (a bare label takes its sentence along)."""
    if groep := was_wordt(stand.regels, plek):
        stand.huidig.tabellen.append(groep[0])
        return groep[1] - plek
    regel = stand.regels[plek]
    label = lees_label(stand, plek)
    if label is not None:
        knoop, gebruikt = label
        return gebruikt if plaats_label(stand, knoop) else plaats_zonder_label(stand, regel, plek)
    return plaats_zonder_label(stand, regel, plek)
