"""What a writer may know beside the text: the header of the version, the version itself, and its history.

A writer that only prints text needs none of it; the official formats carry dates and identities of a version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amend.history.geschiedenis import Geschiedenis, Versie
from amend.model.versiekop import VersieKop


@dataclass(frozen=True, slots=True)
class Uitgave:
    """The context of one export. All absent: a text outside the store, of which no dates are known.

    ``model`` is the STOP model of the text: with aanhef and sluiting (klassiek), without (compact), or with divisions
    for everything (vrijetekst), for texts whose structure the others do not allow.
    """

    kop: VersieKop | None = None
    versie: Versie | None = None
    historie: Geschiedenis | None = None
    model: Literal["klassiek", "compact", "vrijetekst"] = "klassiek"
