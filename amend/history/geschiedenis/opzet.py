"""What a history is made of: the regulation and the decisions on it → doelen, withdrawals and what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from amend.history.data import Bekend, Data, bepaal
from amend.history.doel import Doel, met_stappen, onbegrepen_slot
from amend.history.gekozen import onbekende_keuzes
from amend.history.ingetrokken import na_intrekking
from amend.history.namen import eigen_stappen
from amend.history.op_besluiten import Bron, verwerk
from amend.history.randen import intrekkingen_van, na_einde, voor_begin
from amend.history.rang import ander_orgaan
from amend.history.rectificatie import rectificaties, verwerk_rectificaties
from amend.history.samenloop import beslist
from amend.history.slot import Intrekking, slotbepalingen
from amend.history.standaard import Standaard
from amend.model.besluitdeel import op_besluit
from amend.model.melding import Melding
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.stap import Keuze, OntleedBesluit


@dataclass(slots=True)
class Opzet:
    """The parts of a history; ``doelen`` in the order of execution.

    ``belemmeringen``: why a decision cannot be given its place in time, and since when that is known (None: always).
    """

    doelen: tuple[Doel, ...] = ()
    intrekkingen: list[Intrekking] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    belemmeringen: list[tuple[date | None, str]] = field(default_factory=list)


def stel_op(
    regeling: Regeling,
    besluiten: Sequence[OntleedBesluit],
    keuzes: Sequence[tuple[str, Keuze]],
    bestaande_intrekkingen: Sequence[Intrekking],
    elders: Mapping[str, Bekend],
    standaarden: Sequence[Standaard],
) -> Opzet:
    """The doelen of a regulation and of the decisions on it, and everything that is found while making them."""
    slot = slotbepalingen(regeling)
    opzet = Opzet(intrekkingen=list(slot.intrekkingen), meldingen=list(slot.meldingen))
    per_besluit = {o.besluit.meta.id: keuzes_van(keuzes, o.besluit.meta.id) for o in besluiten}
    in_tijd, verbeterd, over_rectificaties = rectificaties(besluiten)
    data = verwerk_rectificaties(bepaal(in_tijd, per_besluit, elders, standaarden), verbeterd)
    _neem_op(opzet, over_rectificaties, besluiten)
    bronnen = [
        _bron(opzet, regeling.meta, ontleed, data[ontleed.besluit.meta.id], per_besluit[ontleed.besluit.meta.id])
        for ontleed in besluiten
    ]
    verwerkt, over_wijzigingen = verwerk(bronnen)
    _neem_op(opzet, over_wijzigingen, besluiten)
    van_besluiten, over_intrekken = na_intrekking(
        [doel for bron in verwerkt for doel in bron.doelen], [bron.meta for bron in verwerkt], opzet.intrekkingen
    )
    opzet.meldingen.extend(over_intrekken)
    doelen = [slot.instelling, *(doel for doel in van_besluiten if doel.stappen or "+" not in doel.id)]
    opzet.doelen = tuple(sorted(doelen, key=lambda doel: doel.volgorde))
    opzet.meldingen.extend(onbekende_keuzes(keuzes))
    opzet.meldingen.extend(voor_begin(slot.instelling, doelen))
    opzet.meldingen.extend(na_einde(doelen, (*bestaande_intrekkingen, *opzet.intrekkingen), regeling.meta))
    return opzet


def keuzes_van(keuzes: Sequence[tuple[str, Keuze]], besluit: str) -> tuple[Keuze, ...]:
    """The choices recorded for one decision."""
    return tuple(keuze for eigenaar, keuze in keuzes if eigenaar == besluit)


def _neem_op(opzet: Opzet, meldingen: Sequence[Melding], besluiten: Sequence[OntleedBesluit]) -> None:
    """Findings about changes of decisions; what is refused hinders from the publication of the changing decision on."""
    bekend = {ontleed.besluit.meta.id: ontleed.besluit.meta.bekend for ontleed in besluiten}
    opzet.meldingen.extend(meldingen)
    opzet.belemmeringen.extend(
        (bekend.get(m.bestand or ""), f"{m.bestand}: {m.tekst}") for m in meldingen if m.blokkeert
    )


def _bron(opzet: Opzet, over: RegelingMeta, ontleed: OntleedBesluit, data: Data, keuzes: tuple[Keuze, ...]) -> Bron:
    """One decision with the steps that are to be executed here; what is found about it goes into ``opzet``."""
    meta = ontleed.besluit.meta
    paren, over_namen = eigen_stappen(over, [stap for stap in ontleed.stappen if not op_besluit(stap)])
    open_slot, noten = _beslist_slot(onbegrepen_slot(ontleed), keuzes)
    opzet.belemmeringen.extend(
        (meta.bekend, f"{meta.id}: {m.tekst}") for m in (*data.meldingen, *over_namen, *open_slot) if m.blokkeert
    )
    over_besluiten = [(stap, stap) for stap in ontleed.stappen if op_besluit(stap)]
    uit_te_voeren = {id(stap): eigen for stap, eigen in (*paren, *over_besluiten)}
    delen = tuple(
        met_stappen(doel, tuple(uit_te_voeren[id(s)] for s in doel.stappen if id(s) in uit_te_voeren))
        for doel in data.doelen
    )
    bron = Bron(meta, delen, keuzes)
    opzet.meldingen.extend(data.meldingen)
    opzet.meldingen.extend(m.bij(bestand=meta.id) for m in (*over_namen, *open_slot, *noten))
    opzet.meldingen.extend(ander_orgaan(over, bron))
    opzet.intrekkingen.extend(intrekkingen_van(data.doelen))
    return bron


def _beslist_slot(
    meldingen: Sequence[Melding], keuzes: Sequence[Keuze]
) -> tuple[tuple[Melding, ...], tuple[Melding, ...]]:
    """The open questions about closing provisions, and the notes on those that a recorded choice settles."""
    gekozen = {k.code: k for k in keuzes if k.keuze == "uitvoeren" and k.onderdeel in ("*", "II", "III", "IV", "V")}
    open_ = tuple(m for m in meldingen if m.code[0] == "E" or m.code not in gekozen)
    noten = tuple(beslist(gekozen[m.code], m.onderdeel or "*") for m in meldingen if m not in open_)
    return open_, noten
