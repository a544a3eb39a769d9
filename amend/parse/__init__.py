"""Sentences of a decision → typed operations and clauses.

The way of a sentence: :mod:`citaten` and :mod:`lexer` cut it into tokens with kinds (phrases in :mod:`lexicon`),
:mod:`grammatica` parses the kinds (``grammar.lark``, Earley, all readings), :mod:`lezen` turns a tree into
constituents (:mod:`delen`, :mod:`adres`), :mod:`build` fits the constituents of every clause to the frame of its verb
and makes operations. :mod:`slot` reads commencement and other closing clauses. :mod:`zin` is the entry for one
sentence, :mod:`besluit` for a whole decision.
"""

from amend.parse.besluit import ontleed_besluit
from amend.parse.zin import Ontleding, ontleed_zin

__all__ = ["Ontleding", "ontleed_besluit", "ontleed_zin"]
