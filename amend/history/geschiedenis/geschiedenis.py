"""The history of one regulation: base, decisions, choices → the version for any question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from amend.history.data import Bekend
from amend.history.delen import per_datum
from amend.history.doel import INSTELLING, Doel
from amend.history.gekozen import rust_op
from amend.history.geldend import geldt_vanaf, telt_mee
from amend.history.geschiedenis.beslissingen import Uitvoerder
from amend.history.geschiedenis.einden import alle_einden, einden_van, zonder_vervallen
from amend.history.geschiedenis.opzet import stel_op
from amend.history.geschiedenis.samenvatting import Samenvatter
from amend.history.geschiedenis.verloop import Verloop
from amend.history.geschiedenis.versie import Rond, Versie
from amend.history.grenzen import Grenzen
from amend.history.randen import einde_tekst, nog_niet
from amend.history.slot import Intrekking
from amend.history.standaard import STANDAARDEN, Standaard
from amend.history.tijdelijk import Einde
from amend.model.clausules import Grondslag
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.stap import Keuze, OntleedBesluit, StapVerslag


@dataclass(slots=True)
class Geschiedenis:
    """All that is known about one regulation. ``bestaande_intrekkingen`` come from other documents of the store."""

    regeling: Regeling
    besluiten: Sequence[OntleedBesluit] = ()
    keuzes: Sequence[tuple[str, Keuze]] = ()
    bestaande_intrekkingen: Sequence[Intrekking] = ()
    elders: Mapping[str, Bekend] = field(default_factory=dict)
    """Name of a regulation or decision outside this history → (published on, in force from)."""
    standaarden: Sequence[Standaard] = STANDAARDEN
    doelen: tuple[Doel, ...] = field(init=False, default=())
    intrekkingen: tuple[Intrekking, ...] = field(init=False, default=())
    """Withdrawals by this regulation's own closing provisions and by the decisions on it."""
    meldingen: tuple[Melding, ...] = field(init=False, default=())
    belemmeringen: tuple[tuple[date | None, str], ...] = field(init=False, default=())
    """Decisions that cannot be given their place in time: since when that is known (None: always), and why."""
    _verloop: Verloop = field(init=False)
    _samenvatter: Samenvatter = field(init=False)
    _grenzen: Grenzen = field(init=False)

    def __post_init__(self) -> None:
        self.besluiten = [per_datum(ontleed) for ontleed in self.besluiten]
        opzet = stel_op(
            self.regeling, self.besluiten, self.keuzes, self.bestaande_intrekkingen, self.elders, self.standaarden
        )
        self.doelen, self.intrekkingen = opzet.doelen, tuple(opzet.intrekkingen)
        self.meldingen, self.belemmeringen = tuple(opzet.meldingen), tuple(opzet.belemmeringen)
        self._verloop = Verloop(self.regeling, self.doelen, Uitvoerder(self.regeling.meta.autoriteit, self.keuzes))
        self._samenvatter = Samenvatter(
            [(o.besluit.meta.id, c) for o in self.besluiten for c in o.clausules if isinstance(c, Grondslag)]
        )
        self._grenzen = Grenzen(self.doelen)

    # --- versions ---------------------------------------------------------------------------------------------------

    def versie(
        self,
        geldig_op: date,
        bekend_op: date,
        in_werking_op: date | None = None,
        *,
        ontvangen_op: date | None = None,
    ) -> Versie:
        """The version valid on D as known on K (J defaults to max(K, D)).

        With ``ontvangen_op`` only what the register had received by then counts, where that day is known.
        """
        gekozen = telt_mee(self.doelen, geldig_op, bekend_op, in_werking_op)
        if ontvangen_op is not None:
            gekozen = tuple(doel for doel in gekozen if doel.ont is None or doel.ont <= ontvangen_op)
        van, tot_en_met = self._geldigheid(geldig_op, bekend_op, in_werking_op)
        basis = Versie(geldig_op, bekend_op, None, gekozen, van=van, tot_en_met=tot_en_met)
        if weg := self.ingetrokken(geldig_op, bekend_op, in_werking_op):
            return replace(basis, reden=f"De regeling is ingetrokken door {weg.door}: zij gold tot {einde_tekst(weg)}.")
        if not gekozen or gekozen[0].id != INSTELLING:
            instelling = next(doel for doel in self.doelen if doel.id == INSTELLING)
            return replace(basis, reden=nog_niet(instelling, geldig_op, bekend_op))
        einden = einden_van(self._verloop, self._verloop.stand(gekozen), gekozen)
        basis = _tussen_einden(basis, einden)
        if heel := next((einde for einde in einden if einde.dag <= geldig_op and einde.plaats is None), None):
            reden = f"De regeling is vervallen per {datum_tekst(heel.dag)} ({heel.bron}: “{heel.tekst}”)."
            return replace(basis, van=heel.dag, reden=reden)
        return self._met_tekst(basis, einden)

    def _met_tekst(self, basis: Versie, einden: Sequence[Einde]) -> Versie:
        """The version with its text, and why it is incomplete when it is."""
        gekozen, geldig_op = basis.doelen, basis.geldig_op
        stand = self._verloop.stand(gekozen)
        samen = self._samenvatter.van(stand, gekozen)
        voorbij = [einde for einde in einden if einde.dag <= geldig_op]
        root, van_einden = zonder_vervallen(stand.root, voorbij, self.regeling.meta)
        zonder_plek = tuple(w for sinds, w in self.belemmeringen if sinds is None or sinds <= basis.bekend_op)
        twijfel = tuple(einde.vraag for einde in einden if einde.twijfel == geldig_op)
        onvolledig = (*samen.onvolledig, *zonder_plek, *twijfel, *(m.tekst for m in van_einden if m.blokkeert))
        na_afloop = basis.tot_en_met + timedelta(days=1) if basis.tot_en_met else None
        meta = replace(
            samen.meta,
            uitwerkingtreding=samen.meta.uitwerkingtreding or na_afloop,
            onvolledig=(*samen.meta.onvolledig, *onvolledig),
        )
        return replace(
            basis,
            regeling=Regeling(meta, root),
            verslag=samen.verslag,
            volledig=stand.volledig and not onvolledig,
            meldingen=(*samen.meldingen, *van_einden),
            samenloop=samen.samenloop,
            keuzes=rust_op(self.keuzes, gekozen, (*samen.meldingen, *self.meldingen)),
        )

    def versies(self, bekend_op: date) -> tuple[Versie, ...]:
        """One version per interval of validity, as known on K, oldest first; days without a valid text left out."""
        uit = (self.versie(dag, bekend_op) for dag in self.breekpunten())
        return tuple(v for v in uit if v.regeling is not None and v.van == v.geldig_op)

    def tussenstanden(self, versie: Versie) -> tuple[Versie, ...]:
        """The text after the base and after each doel of a version, oldest first; empty when there is no text.

        Two that follow each other differ by what one doel did: the pedigree of a passage is read off there.
        """
        if versie.regeling is None:
            return ()
        uit: list[Versie] = []
        verslag: tuple[tuple[Doel, StapVerslag], ...] = ()
        for n, stand in enumerate(self._verloop.stand(versie.doelen).keten(), 1):
            verslag = (*verslag, *stand.verslag)
            regeling = Regeling(self.regeling.meta, stand.root)
            uit.append(Versie(versie.geldig_op, versie.bekend_op, regeling, versie.doelen[:n], verslag))
        return tuple(uit)

    def rond(self, doel: Doel) -> Rond | None:
        """The text before and after one doel, as known on its publication; None when that is not known.

        A doel whose day is not fixed yet is put on the text in force on its publication.
        """
        ervoor = self._verloop.bekend_bij_bekendmaking(doel)
        if doel.jwv is None and doel.bek is not None:
            ervoor = telt_mee([d for d in self.doelen if d.id != doel.id], doel.bek, doel.bek, doel.bek)
        if not ervoor or ervoor[0].id != INSTELLING:
            return None
        stand = self._verloop.stand((*ervoor, doel))
        verslag = tuple(v for eigenaar, v in stand.verslag if eigenaar is doel)
        return Rond(ervoor, self._verloop.stand(ervoor).root, stand.root, verslag, stand.volledig)

    # --- ends and limits --------------------------------------------------------------------------------------------

    def ingetrokken(self, geldig_op: date, bekend_op: date, in_werking_op: date | None = None) -> Intrekking | None:
        """The withdrawal that ends this regulation for the question, if any."""
        return next((i for i in self._eigen_intrekkingen() if i.geldt(geldig_op, bekend_op, in_werking_op)), None)

    def uitwerking(self, bekend_op: date) -> date | None:
        """The first day on which the regulation is no longer in force, as known on a day; None when there is none."""
        dagen = [i.jwv for i in self._eigen_intrekkingen() if i.bek and i.jwv and i.bek <= bekend_op]
        gekozen = telt_mee(self.doelen, date.max, bekend_op)
        if gekozen and gekozen[0].id == INSTELLING:
            einden = einden_van(self._verloop, self._verloop.stand(gekozen), gekozen)
            dagen += [einde.dag for einde in einden if einde.plaats is None]
        return min(dagen, default=None)

    def breekpunten(self) -> list[date]:
        """The days on which the valid text can change, whatever is known, oldest first."""
        dagen = {dag for doel in self.doelen for dag in (doel.gv, doel.jwv, doel.tot) if dag}
        dagen |= {dag for i in self._eigen_intrekkingen() for dag in (i.gv, i.jwv) if dag}
        gewoon = [doel for doel in self.doelen if doel.tot_bekend is None and doel.jwv is not None]
        dagen |= {dag for einde in alle_einden(self._verloop, gewoon) for dag in (einde.dag, einde.twijfel) if dag}
        return sorted(dagen)

    def _eigen_intrekkingen(self) -> Iterator[Intrekking]:
        """The withdrawals of this regulation, by whatever document."""
        alle = (*self.bestaande_intrekkingen, *self.intrekkingen)
        return (intrekking for intrekking in alle if intrekking.betreft(self.regeling.meta))

    def _geldigheid(self, dag: date, bekend_op: date, in_werking_op: date | None) -> tuple[date | None, date | None]:
        """The days around ``dag`` with the same answer: first, and last (None: until further notice)."""
        ook = [geldt_vanaf(i.bek, i.jwv, i.gv, bekend_op, in_werking_op) for i in self._eigen_intrekkingen()]
        van, volgende = self._grenzen.rond(dag, bekend_op, in_werking_op, ook)
        return van, volgende - timedelta(days=1) if volgende else None


def _tussen_einden(versie: Versie, einden: Sequence[Einde]) -> Versie:
    """The version, with the days of its answer bounded by the ends that its text sets itself."""
    voorbij = [einde.dag for einde in einden if einde.dag <= versie.geldig_op]
    volgend = min((einde.dag for einde in einden if einde.dag > versie.geldig_op), default=None)
    tot_en_met = min(filter(None, (versie.tot_en_met, volgend and volgend - timedelta(days=1))), default=None)
    return replace(versie, van=max((d for d in (versie.van, *voorbij) if d), default=None), tot_en_met=tot_en_met)
