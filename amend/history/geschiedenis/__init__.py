"""The history of one regulation: base, decisions, choices → the version for any question.

A version is a pure function of the base, the parsed decisions and the recorded choices. Versions share what they
share: the tree after a sequence of doelen is computed once and extended.

:mod:`opzet` makes the doelen, :mod:`verloop` the text after any sequence of them, :mod:`beslissingen` applies recorded
choices, :mod:`samenvatting` gathers reports, :mod:`einden` ends that the text sets itself; :mod:`geschiedenis` answers.
"""

from amend.history.geschiedenis.geschiedenis import Geschiedenis
from amend.history.geschiedenis.versie import Rond, Versie

__all__ = ["Geschiedenis", "Rond", "Versie"]
