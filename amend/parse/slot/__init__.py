"""Closing clauses: sentences about time, not about text. :mod:`zin` is the entry.

:mod:`onderwerp` reads what a clause speaks of, :mod:`werkwoord` verbs, :mod:`bepalingen` moments and additions in any
order, :mod:`voorwaarde` conditions on the day of publication, :mod:`bouw` makes typed clauses, :mod:`overig` reads
what gives no date.
"""

from amend.parse.slot.zin import ontleed_clausule

__all__ = ["ontleed_clausule"]
