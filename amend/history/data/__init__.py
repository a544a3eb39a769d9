"""Moments of all decisions → dates, as far as they are known, and since when (regels.md 2.2, 2.3).

A moment may hang on another decision: on one that fixes it later ("op een nader te bepalen tijdstip"), or on the entry
into force of another one. Such a date is known only from the publication of that other decision on; before, the part
waits. So a part has one or more stretches of knowledge, each with its date; a circle is a finding.

:mod:`invulling` gives each part its clause, :mod:`vensters` finds the days and since when they are known, :mod:`doelen`
makes doelen of them; :mod:`bepalen` is the whole.
"""

from amend.history.data.bepalen import bepaal, doelen_van
from amend.history.data.gegevens import Bekend, Data, heet
from amend.history.data.vragen import bepaalt_datum_van, wacht_op_ander

__all__ = ["Bekend", "Data", "bepaal", "bepaalt_datum_van", "doelen_van", "heet", "wacht_op_ander"]
