"""The closing provisions of a regulation itself: its commencement, and what it withdraws (aanwijzingen 4.14, 6.23)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from amend.history import codes
from amend.history.doel import INSTELLING, Doel
from amend.history.moment import dag_van
from amend.history.namen import is_naam_van
from amend.model.clausules import Bepaling, Inwerkingtreding
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.operations import Bewerking, TrekIn
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Soort, alle_nodes, platte_tekst
from amend.parse.zin import ontleed_zin

_SLOTBEPALING = re.compile(
    r"in\s*werking\b|\bwerkt\b.*\bterug\b|\bingetrokken\b|\bintrekking\b|\baangehaald\b|\bcitaat|\bvervalt met ingang",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Intrekking:
    """A regulation withdrawn by name: by which document, from when in law (jwv) and for which days (gv)."""

    regeling: str
    door: str
    bek: date | None
    jwv: date | None
    gv: date | None
    terugwerkend_tot: bool = False

    def geldt(self, geldig_op: date, bekend_op: date, in_werking_op: date | None = None) -> bool:
        """True when the withdrawal counts for this question: the same rule as for any doel."""
        if self.bek is None or self.jwv is None or self.gv is None:
            return False
        return (
            self.bek <= bekend_op and self.jwv <= (in_werking_op or max(bekend_op, geldig_op)) and self.gv <= geldig_op
        )

    def betreft(self, meta: RegelingMeta) -> bool:
        """True when this regulation is the one that is withdrawn."""
        return is_naam_van(self.regeling, meta)


@dataclass(frozen=True, slots=True)
class Slot:
    """What the closing provisions say: the founding doel, withdrawals, findings."""

    instelling: Doel
    intrekkingen: tuple[Intrekking, ...]
    meldingen: tuple[Melding, ...]


def slotbepalingen(regeling: Regeling) -> Slot:
    """The founding doel of a regulation, from its metadata, checked against its own commencement clause."""
    bepalingen = _ontleed_slot(regeling)
    meta = regeling.meta
    meldingen: list[Melding] = []
    clausule = next((b for b in bepalingen if isinstance(b, Inwerkingtreding)), None)
    jwv, gv = meta.inwerkingtreding, meta.terugwerkend
    if clausule is not None:
        jwv, gv = _vergelijk(clausule, meta, meldingen)
    bek = meta.bekend
    if bek is None and jwv is not None:
        bek = date.fromordinal(jwv.toordinal() - 1)
    doel = Doel(
        INSTELLING,
        meta.id,
        "de regeling zelf",
        bek=bek,
        jwv=jwv,
        gv=gv or jwv,
        vast=meta.vastgesteld,
        blad=meta.bron or "",
    )
    intrekkingen = tuple(_intrekking(b, doel, meldingen) for b in bepalingen if isinstance(b, TrekIn))
    return Slot(doel, intrekkingen, tuple(m.bij(bestand=meta.id) for m in meldingen))


def _ontleed_slot(regeling: Regeling) -> list[Bewerking | Bepaling]:
    uit: list[Bewerking | Bepaling] = []
    for node in alle_nodes(regeling.root):
        tekst = platte_tekst(node.tekst)
        if node.soort == Soort.AL and len(tekst) < 1000 and _SLOTBEPALING.search(tekst):
            uit.extend(op for op in ontleed_zin(tekst).operaties if isinstance(op, TrekIn | Inwerkingtreding))
    return uit


def _vergelijk(
    clausule: Inwerkingtreding, meta: RegelingMeta, meldingen: list[Melding]
) -> tuple[date | None, date | None]:
    jwv = dag_van(clausule.vanaf, meta.bekend) if clausule.vanaf else None
    for naam, uit_tekst, uit_gegevens in (
        ("inwerkingtreding", jwv, meta.inwerkingtreding),
        ("terugwerkende kracht", clausule.terugwerkend, meta.terugwerkend),
    ):
        if uit_tekst and uit_gegevens and uit_tekst != uit_gegevens:
            tekst = (
                f"De {naam} is volgens de slotbepaling {datum_tekst(uit_tekst)} en volgens de gegevens van de regeling "
                f"{datum_tekst(uit_gegevens)}; aangehouden zijn de gegevens."
            )
            meldingen.append(codes.ANDERE_DATUM.melding(tekst))
    return meta.inwerkingtreding or jwv, meta.terugwerkend or clausule.terugwerkend


def _intrekking(op: TrekIn, doel: Doel, meldingen: list[Melding]) -> Intrekking:
    gv = date.fromisoformat(op.terugwerkend) if op.terugwerkend else doel.jwv
    naam = op.regeling or ""
    if op.terugwerkend_tot and gv:
        tekst = (
            f"De intrekking van “{naam}” werkt terug “tot {datum_tekst(gv)}”; gelezen is: die regeling gold voor het "
            f"laatst op {datum_tekst(date.fromordinal(gv.toordinal() - 1))}."
        )
        meldingen.append(codes.TOT.melding(tekst))
    if gv and doel.gv and gv != doel.gv:
        meldingen.append(_gat_of_overlap(naam, gv, doel.gv))
    return Intrekking(naam, doel.besluit, doel.bek, doel.jwv, gv, op.terugwerkend_tot)


def _gat_of_overlap(naam: str, einde: date, begin: date) -> Melding:
    dagen = abs((begin - einde).days)
    wat = f"geldt {dagen} dagen geen van beide" if begin > einde else f"gelden {dagen} dagen beide"
    tekst = f"“{naam}” geldt tot {datum_tekst(einde)} en de opvolger vanaf {datum_tekst(begin)}: er {wat} regelingen."
    return codes.GAT_OF_OVERLAP.melding(tekst)
