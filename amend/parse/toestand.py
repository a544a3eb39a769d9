"""What a clause inherits from the one before it, and how relative addresses are resolved within a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from amend.model.address import DIEPTE, Niveau, Plaats, in_context
from amend.model.besluitdeel import is_besluitdeel
from amend.model.melding import Code
from amend.model.operations import Handeling
from amend.model.tree import INDELING
from amend.parse.adres import LOS, item_naast
from amend.parse.delen import Adressen, AfgekeurdError, Clause, Deel

_GENUMMERD: Final = frozenset({"artikel", "lid", "onderdeel", "volzin"})
_INDELING: Final = frozenset(soort.value for soort in INDELING)
Plaatsen = tuple[Plaats, ...]


@dataclass(slots=True)
class Toestand:
    """The running state of one reading."""

    context: Plaats = field(default_factory=Plaats)
    onderdeel: str | None = None
    omgeving: Plaatsen = ()
    regeling: str | None = None
    voorgesteld: bool = False
    ingang: str | None = None
    luidt: str | None = None
    besluitdeel: Plaats | None = None
    predicaat: str = ""
    locatie: Plaatsen = ()
    gezocht: int = 0
    wordt: bool = False
    richting: str | None = None
    kaal_doel: Plaatsen = ()
    object: Plaatsen = ()
    genoemd: Plaatsen = ()
    samen: tuple[Plaatsen, ...] = ()
    spanne: tuple[int, int] = (0, 0)
    hier: bool = False
    kaal_onderwerp: bool = False
    aan_slot: bool = False
    clausules: int = 0
    wacht: tuple[Clause, ...] = ()
    operaties: list[Handeling] = field(default_factory=list)
    opmerkingen: list[tuple[Code, tuple[int, int], str]] = field(default_factory=list)

    @property
    def rang(self) -> tuple[int, int, int]:
        """How plain the reading is: unequal lists, quotations taken for a heading, clauses; the lowest counts."""
        fouten = sum(code.code[0] == "E" for code, _, _ in self.opmerkingen)
        return (fouten, self.gezocht, self.clausules)

    def kopie(self) -> Toestand:
        """The same state, to go on with."""
        return replace(self, operaties=list(self.operaties), opmerkingen=list(self.opmerkingen))

    def sleutel(self) -> tuple[Any, ...]:
        """All that matters to what follows and to the result; equal keys are one reading."""
        return (
            *(self.predicaat, self.locatie, self.omgeving, self.regeling, self.voorgesteld, self.ingang, self.wordt),
            *(
                self.kaal_onderwerp,
                self.richting,
                self.kaal_doel,
                self.object,
                self.genoemd,
                self.samen,
                self.wacht,
                kern(self.operaties),
            ),
        )

    def plaatsen(self, adressen: Adressen, binnen: Plaatsen = ()) -> Plaatsen:
        """Resolved addresses: inside ``binnen`` where given, else beside what the sentence named before."""
        if adressen.los:
            raise AfgekeurdError("los nummer")
        self.regeling = adressen.regeling or self.regeling
        self.voorgesteld = self.voorgesteld or adressen.voorgesteld
        if adressen.voorgesteld and len(binnen) == 1 and is_besluitdeel(binnen[0]):
            self.besluitdeel = binnen[0]
            return adressen.plaatsen
        plaatsen = tuple(terug(plaats, binnen or self.omgeving, self.context) for plaats in adressen.plaatsen)
        basis = binnen or self.omgeving[:1]
        if not basis:
            return plaatsen
        if (not binnen or len(basis) > 1) and plaatsen[0] and _is_artikel(plaatsen[0]):
            basis = tuple(map(_zonder_indeling, basis))
        uit = tuple(dict.fromkeys(binnen_plaats(plaats, b) for b in basis for plaats in plaatsen))
        if self.hier and binnen and not all(_blijft_binnen(plaats, binnen) for plaats in uit):
            raise AfgekeurdError("een plaats buiten de plaats van de zin")
        return uit

    def gedeeld(self) -> dict[str, Any]:
        """The fields that every operation of this clause gets."""
        return {
            "onderdeel": self.onderdeel,
            "regeling": self.regeling,
            "voorgesteld": self.voorgesteld,
            "ingang": self.ingang,
            "luidt": self.luidt,
            "besluitdeel": self.besluitdeel or self._deel_uit_context(),
            "spanne": self.spanne,
        }

    def _deel_uit_context(self) -> Plaats | None:
        return self.context if self.voorgesteld and is_besluitdeel(self.context) else None

    def vol(self, plaatsen: Plaatsen) -> Plaatsen:
        """The addresses in the context that the sentence stands in."""
        echt = tuple(plaats for plaats in plaatsen if plaats)
        if echt and len(echt) < len(plaatsen):
            raise AfgekeurdError("een plaats in een lijst die nergens naar verwijst")
        return tuple(self.in_context(plaats) for plaats in echt) if echt else self._leeg()

    def _leeg(self) -> Plaatsen:
        return (self.context,) if self.context else ()

    def in_context(self, plaats: Plaats) -> Plaats:
        """One address in the context of the sentence."""
        if plaats.niveaus[:1] == (Niveau("regeling"),):
            return plaats
        return in_context(plaats, self.context)

    def merk(self, code: Code, deel: Deel | None, hulp: str = "") -> None:
        """Remember a warning about a constituent."""
        self.opmerkingen.append((code, (deel.start, deel.eind) if deel else self.spanne, hulp))


def _blijft_binnen(plaats: Plaats, binnen: Plaatsen) -> bool:
    """The outermost level of the place named in this clause is kept, or an item of the same kind stands beside it."""
    eerste = next((n for n in plaats.niveaus if n.soort != "regeling"), None)
    return eerste is None or any(
        eerste in buiten.niveaus or eerste.soort == buiten.niveaus[0].soort or buiten.niveaus[0].soort == "regeling"
        for buiten in binnen
        if buiten
    )


def is_absoluut(plaats: Plaats) -> bool:
    """True for a place that needs no context: it begins with an article, a division or an annex with its number."""
    eerste = plaats.niveaus[0] if plaats else None
    soorten = {"artikel", "bijlage", *_INDELING}
    return eerste is not None and eerste.soort in soorten and bool(eerste.nummer or eerste.citaat)


def _is_artikel(plaats: Plaats) -> bool:
    return plaats.niveaus[0].soort == "artikel"


def _zonder_indeling(plaats: Plaats) -> Plaats:
    """Numbers of articles are unique: a division named in an earlier clause says nothing about where they stand."""
    return Plaats(tuple(n for n in plaats.niveaus if n.soort not in _INDELING))


def kern(operaties: Sequence[Handeling]) -> tuple[tuple[object, ...], ...]:
    """What operations do, apart from how they are bundled: one entry per target, spans left out."""
    uit: list[tuple[object, ...]] = []
    for operatie in operaties:
        velden = tuple(
            (f.name, getattr(operatie, f.name)) for f in fields(operatie) if f.name not in {"doel", "spanne"}
        )
        doelen: Sequence[Plaats | None] = getattr(operatie, "doel", ()) or (None,)
        uit.extend((type(operatie).__name__, doel, velden) for doel in doelen)
    return tuple(uit)


def binnen_plaats(plaats: Plaats, buiten: Plaats) -> Plaats:
    """``plaats`` beside or inside ``buiten``: an item of the same style as one in ``buiten`` stands beside it."""
    if plaats and plaats.niveaus[0].soort == "kopje":
        return Plaats((*buiten.niveaus, *plaats.niveaus))
    if plaats and plaats.niveaus[0].soort == "onderdeel":
        naast = item_naast(buiten, plaats.niveaus[0])
        if naast is not None:
            return Plaats((*buiten.niveaus[:naast], *plaats.niveaus))
    return in_context(plaats, buiten)


def terug(plaats: Plaats, omgeving: Plaatsen, context: Plaats) -> Plaats:
    """ "het artikel", "dat lid": the level of that kind in the surroundings, or in the context that is inherited.

    A context without that level is no answer: "dit lid" below "artikel 9" names nothing.
    """
    eerste = plaats.niveaus[0] if plaats.niveaus else None
    if (
        eerste is None
        or eerste.nummer
        or eerste.citaat
        or eerste.soort not in {"artikel", "lid", "onderdeel", "volzin"}
    ):
        return plaats
    boven = [o for o in omgeving for n in o.niveaus if n.soort == eerste.soort]
    if boven:
        einde = next(i for i, n in enumerate(boven[0].niveaus) if n.soort == eerste.soort)
        return Plaats((*boven[0].niveaus[: einde + 1], *plaats.niveaus[1:]))
    if not context and not omgeving:
        return Plaats(plaats.niveaus[1:])
    einde = max((i for i, n in enumerate(context.niveaus) if n.soort == eerste.soort), default=-1)
    if einde < 0:
        raise AfgekeurdError(f"niet duidelijk welk {eerste.soort} is bedoeld")
    return Plaats((*context.niveaus[: einde + 1], *plaats.niveaus[1:]))


def los_naar(naar: Adressen, van: Plaatsen) -> Plaatsen:
    """Where elements are renumbered to: bare numbers take kind and parent of what is renumbered."""
    uit = []
    for plaats in naar.plaatsen:
        niveau = plaats.niveaus[0]
        if not niveau.nummer and not niveau.citaat and niveau.soort in _GENUMMERD:
            raise AfgekeurdError("vernummerd, maar waartoe?")
        if niveau.soort == LOS and van[0].laatste.soort == "lid" and not niveau.nummer[:1].isdigit():
            raise AfgekeurdError("een lid met een letter")
        if niveau.soort == LOS:
            uit.append(van[0].ouder.met(Niveau(van[0].laatste.soort, niveau.nummer, niveau.tot)))
        else:
            uit.append(binnen_plaats(plaats, van[0].ouder))
    return tuple(uit)


_SLOT: Final = re.compile(r"[.;]\s*$")


def zonder_slot(tekst: str) -> str:
    """Text after the own colon without the stop that closes the instruction (regels.md G8)."""
    return _SLOT.sub("", tekst.strip()).strip()


def is_zin(tekst: str) -> bool:
    """True for text that is a sentence of its own: a capital, several words, a stop."""
    kaal = tekst.strip()
    return kaal[:1].isupper() and kaal.endswith((".", "!", "?")) and len(kaal.split()) > 2


def diepte(plaats: Plaats) -> int:
    """How deep the innermost level stands."""
    return DIEPTE.get(plaats.laatste.soort, 99)


def diepte_boven(plaats: Plaats) -> int:
    """How deep the outermost level stands."""
    return DIEPTE.get(plaats.niveaus[0].soort, 99)
