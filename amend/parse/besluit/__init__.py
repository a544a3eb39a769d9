"""A decision → steps, clauses and findings. :mod:`ontleed` is the entry.

:mod:`wijzigartikel` walks over the amending articles, :mod:`instructie` makes the step of one instruction,
:mod:`context` says what its parts inherit, :mod:`slotartikel` reads the articles that amend nothing, and
:mod:`verslag` gathers what was found, with the account of all words.
"""

from amend.parse.besluit.ontleed import ontleed_besluit

__all__ = ["ontleed_besluit"]
