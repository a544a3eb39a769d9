"""An amending decision as plain text → :class:`Besluit`. Nothing is dropped, nothing is corrected.

Order of a decision: title, aanhef, articles, closing, annexes, explanatory note. The articles are Roman (Artikel I)
in a pure amending decision, Arabic otherwise, or absent. Source: aanwijzingen 6.6, 6.15; regels.md 4.1.

:mod:`lezen` is the whole; :mod:`begin`, :mod:`verdeling`, :mod:`eigen_artikel` and :mod:`einde` find the articles,
:mod:`artikel` reads one, :mod:`toets` looks for what stands in the wrong place.
"""

from amend.read.besluit_tekst.lezen import lees_besluit_tekst

__all__ = ["lees_besluit_tekst"]
