"""Closing clauses: sentences about time, not about text. :mod:`zin` is the entry.

:mod:`deelzin` gathers one clause from constituents in any order: :mod:`onderwerp` reads what it speaks of,
:mod:`werkwoord` verbs, :mod:`tijdstip` moments, :mod:`gevallen` moments in two cases, :mod:`uitzondering` exceptions
and provisos, :mod:`bijzaak` what sets no day. :mod:`voorwaarde` reads conditions on the day of publication that open a
sentence, :mod:`bouw` makes typed clauses, :mod:`overig` reads sentences that give no date.
"""

from amend.parse.slot.zin import ontleed_clausule

__all__ = ["ontleed_clausule"]
