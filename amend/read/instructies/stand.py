"""The state of reading the lines of a wijzig-artikel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from amend.model.melding import Melding
from amend.read import codes
from amend.read.instructies.knoop import Knoop
from amend.read.instructies.voltooien import voltooi
from amend.read.instructietaal import lijkt_instructie
from amend.read.regels import Regel

_MAX_DIEPTE: Final = 12


class Stand:
    """The lines of one wijzig-artikel, the open instructions (outermost first) and the findings."""

    def __init__(self, regels: Sequence[Regel]) -> None:
        self.regels = voltooi(regels)
        self.wortel = Knoop()
        self.stapel = [self.wortel]
        self.meldingen: list[Melding] = []
        self.laatste = max((i for i, regel in enumerate(self.regels) if lijkt_instructie(regel.tekst)), default=-1)

    @property
    def huidig(self) -> Knoop:
        """The instruction that is being read."""
        return self.stapel[-1]

    def hang(self, knoop: Knoop) -> None:
        """Add an instruction below the current one and make it the current one."""
        if len(self.stapel) > _MAX_DIEPTE:
            self.te_diep(knoop)
        self.huidig.kinderen.append(knoop)
        self.stapel.append(knoop)

    def te_diep(self, knoop: Knoop) -> None:
        """Bound the nesting: deeper parts stand beside each other (E110, once)."""
        del self.stapel[_MAX_DIEPTE:]
        if not any(melding.code == codes.TE_DIEP.code for melding in self.meldingen):
            zin = "De onderdelen van het besluit zijn te diep genest; de diepste staan naast elkaar."
            plekje = knoop.zin.plek if knoop.zin else None
            self.meldingen.append(codes.TE_DIEP.melding(zin, plekje, "Vereenvoudig de indeling in de bron."))
