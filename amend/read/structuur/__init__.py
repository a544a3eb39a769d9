"""The structure builder: lines → articles, leden, lists, definitions, divisions, annexes, tables.

:mod:`bouwer` passes over the lines once; :mod:`koppen` places what a heading opens, :mod:`bijlagen` the headings inside
an annex, :mod:`leden` numbered leden and :mod:`inhoud` the rest, all in one :mod:`stand`.
"""

from amend.read.structuur.bouwer import bouw
from amend.read.structuur.stand import Waarin

__all__ = ["Waarin", "bouw"]
