"""The state of building: what the lines are part of, which elements are open, what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amend.model.melding import Melding
from amend.model.tree import Soort
from amend.read import codes
from amend.read.bijlagekoppen import is_loskop
from amend.read.bouwsteen import Bouwsteen
from amend.read.koppen import kop_van
from amend.read.lijsten import Lijsten
from amend.read.regels import Regel
from amend.read.structuur.rang import rangorde
from amend.read.tarieven import Tarieven


@dataclass(frozen=True, slots=True)
class Waarin:
    """What the lines are part of, and what is expected there.

    ``plaats``: a whole regulation, the new text of an instruction (payload), or an annex. For a payload ``verwacht``
    is the kind of element that the instruction announces ("lid", "onderdeel", "artikel", "begrip", …) and ``nummers``
    are the article numbers it names.
    """

    plaats: Literal["regeling", "payload", "bijlage"] = "regeling"
    verwacht: str = ""
    nummers: tuple[str, ...] = ()


class Stand:
    """A text while its structure is being built: the lines, the open elements and the findings."""

    def __init__(self, regels: list[Regel], waarin: Waarin) -> None:
        self.regels = regels
        self.waarin = waarin
        self.wortel = Bouwsteen(Soort.REGELING)
        self.rang = rangorde(regels)
        self.tarieven = Tarieven(self.regels, nieuw=waarin.plaats == "payload" and waarin.verwacht == "onderdeel")
        self.indeling: list[Bouwsteen] = []
        self.divisies: list[tuple[str, Bouwsteen]] = []
        self.basis = self.wortel
        self.bijlage = waarin.plaats == "bijlage"
        self.bolletjes = any(regel.weg == "•" for regel in regels)
        self.gat = 5 if self.bolletjes else 3
        self.labels_tot = 0
        self.namen_tot = 0
        self.sprongen = 0
        self.meldingen: list[Melding] = []
        self.lid: Bouwsteen | None = None
        self.lidstijl = ""
        self.lid_inspring = 0
        self.open(self.wortel, leden=waarin.plaats == "payload" and waarin.verwacht in ("", "lid", "artikel"))

    def open(self, houder: Bouwsteen, *, leden: bool) -> None:
        """Start a new container for text."""
        self.houder, self.leden_mogelijk = houder, leden
        self.lid = None
        los = houder is self.wortel and self.waarin.plaats == "payload" and self.waarin.verwacht == "onderdeel"
        self.lijsten = Lijsten(houder, losse_items=los)

    @property
    def ouder(self) -> Bouwsteen:
        """The innermost open division, or what holds the divisions."""
        return self.indeling[-1] if self.indeling else self.basis

    def volgend_merk(self, plek: int) -> Regel | None:
        """The next line with a marker, unless a heading comes first (looked for nearby only).

        After "i." it is the line with "ii" or "j" that says which series this is.
        """
        if self.regels[plek].nummer == "i":
            for regel in self.regels[plek + 1 : plek + 60]:
                if regel.nummer in ("ii", "j"):
                    return regel
        for regel in self.regels[plek + 1 : plek + 9]:
            if regel.merk:
                return regel
            if kop_van(regel.tekst) or (self.bijlage and is_loskop(regel)):
                return None
        return None

    def meld_sprong(self, zin: str, regel: Regel) -> None:
        """Report a jump in a series, at most fifty times per text."""
        self.sprongen += 1
        if self.sprongen <= 50:
            self.meldingen.append(codes.NUMMER_SPRINGT.melding(zin, regel.plek, "Controleer of er iets ontbreekt."))

    def meld_leeg(self, naam: str, regel: Regel) -> None:
        """Warn that something that is no text stood here (a figure is lost in text)."""
        zin = f"{naam}: inhoud ontbreekt (afbeelding)."
        self.meldingen.append(codes.INHOUD_ONTBREEKT.melding(zin, regel.plek, "Voeg de afbeelding of tekst toe."))

    def meld_diep(self) -> None:
        """Report once that the lists in the current element are nested too deep."""
        regel = Regel("", ((0, self.houder.regel or 1, 1),))
        zin = "Opsommingen zijn te diep genest; de diepste onderdelen staan naast elkaar."
        self.meldingen.append(codes.TE_DIEP.melding(zin, regel.plek, "Vereenvoudig de opsomming in de bron."))
        self.lijsten.te_diep = False
