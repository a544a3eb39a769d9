"""The inside of a wijzig-artikel: labels, instruction sentences and their new text, as a tree of instructions.

The boundary between instruction and new text is decided by the series of the labels (A → B, 1 → 2), by what the
previous instruction announced, and by how the line reads; never by its words alone. What is neither is kept as an
instruction of its own, so that the parser reports it. Source: aanwijzing 6.15; regels.md G14, 4.1.

:mod:`voltooien` puts lines together, :mod:`labels` reads what a line begins with, :mod:`reeksen` and :mod:`ongelabeld`
decide what it is, :mod:`bouw` makes the typed instructions.
"""

from amend.read.instructies.bouw import lees_instructies

__all__ = ["lees_instructies"]
