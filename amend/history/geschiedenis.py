"""The history of one regulation: base, decisions, choices → the version for any question.

A version is a pure function of the base, the parsed decisions and the recorded choices. Versions share what they
share: the tree after a sequence of doelen is computed once and extended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final, TypeVar

from amend.apply.uitvoeren import Uitvoering, voer_uit
from amend.history import codes
from amend.history.citaat_versies import met_versies
from amend.history.data import Bekend, bepaal
from amend.history.delen import per_datum
from amend.history.doel import INSTELLING, Doel, met_stappen, onbegrepen_slot
from amend.history.gegevens import met_grondslag, met_titels
from amend.history.gekozen import onbekende_keuzes, rust_op
from amend.history.geldend import geldt_vanaf, telt_mee
from amend.history.grenzen import Grenzen
from amend.history.herstel import herstelt
from amend.history.ingetrokken import na_intrekking
from amend.history.namen import eigen_stappen
from amend.history.op_besluiten import Bron, verwerk
from amend.history.overzicht import meta_van_versie, overzichtsregel
from amend.history.randen import einde_tekst, intrekkingen_van, kruist, na_einde, nog_niet, voor_begin
from amend.history.rang import ander_orgaan
from amend.history.rectificatie import rectificaties, verwerk_rectificaties
from amend.history.samenloop import Samenloop, anders_gebonden, beslist, keuze_voor, terug_over_versie, volgens_lezing
from amend.history.slot import Intrekking, slotbepalingen
from amend.history.standaard import STANDAARDEN, Standaard
from amend.history.tijdelijk import Einde, Tijdelijk
from amend.history.volgorde import bevinding, groep, toets, zelfde_dagen
from amend.model.besluitdeel import op_besluit
from amend.model.clausules import Grondslag
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.regeling import OverzichtRegel, Regeling, RegelingMeta
from amend.model.stap import Keuze, OntleedBesluit, Stap, StapStatus, StapVerslag
from amend.model.tree import Node, Soort


@dataclass(frozen=True, slots=True)
class Versie:
    """The answer to "what is valid on D, as known on K".

    ``regeling`` is None when nothing is valid then (``reden`` says why). ``verslag`` holds the report of every step
    executed; ``volledig`` is False when a step was refused. ``van``/``tot_en_met`` bound the days with this answer
    (for the same K); ``tot_en_met`` None: until further notice.
    """

    geldig_op: date
    bekend_op: date
    regeling: Regeling | None
    doelen: tuple[Doel, ...] = ()
    verslag: tuple[tuple[Doel, StapVerslag], ...] = ()
    meldingen: tuple[Melding, ...] = ()
    samenloop: tuple[Samenloop, ...] = ()
    volledig: bool = True
    van: date | None = None
    tot_en_met: date | None = None
    reden: str = ""
    keuzes: tuple[tuple[str, Keuze], ...] = ()
    """The recorded choices that the text rests on, each with its decision."""


@dataclass(frozen=True, slots=True)
class Rond:
    """The text around one doel: the doelen before it, the tree before and after, the report of its steps."""

    ervoor: tuple[Doel, ...]
    voor: Node
    na: Node
    verslag: tuple[StapVerslag, ...]
    volledig: bool


@dataclass(slots=True)
class _Stand:
    """The tree after a sequence of doelen, the sequence before it, and what was computed further.

    ``verslag``, ``samenloop`` and ``rij`` are of the last doel; ``meta`` (titles), ``onvolledig`` (why the text is
    incomplete) and ``alle_samenloop`` of the whole sequence, shared with the one before where nothing was added.
    """

    root: Node
    verslag: tuple[tuple[Doel, StapVerslag], ...] = ()
    volledig: bool = True
    samenloop: tuple[Samenloop, ...] = ()
    rij: OverzichtRegel | None = None
    meta: RegelingMeta = field(default_factory=RegelingMeta)
    onvolledig: tuple[str, ...] = ()
    alle_samenloop: tuple[Samenloop, ...] = ()
    vorige: _Stand | None = None
    verder: dict[str, _Stand] = field(default_factory=dict)
    einden: tuple[Einde, ...] | None = None

    def keten(self) -> list[_Stand]:
        """From the base to this one."""
        uit: list[_Stand] = []
        stand: _Stand | None = self
        while stand is not None:
            uit.append(stand)
            stand = stand.vorige
        return uit[::-1]


@dataclass(frozen=True, slots=True)
class _Samen:
    """What a sequence of doelen gives together; ``stand`` keeps the tree alive to which it belongs."""

    stand: _Stand
    verslag: tuple[tuple[Doel, StapVerslag], ...]
    samenloop: tuple[Samenloop, ...]
    meldingen: tuple[Melding, ...]
    onvolledig: tuple[str, ...]
    meta: RegelingMeta


T = TypeVar("T")
_BEWAARD: Final = 64
"""How many of those are kept: they are long, and made in a millisecond."""


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
    _begin: _Stand = field(init=False)
    _bekendgemaakt: dict[str, Uitvoering] = field(init=False, default_factory=dict)
    _samen: dict[int, _Samen] = field(init=False, default_factory=dict)
    _grenzen: Grenzen = field(init=False)
    _grondslagen: list[tuple[str, Grondslag]] = field(init=False)
    _tijdelijk: Tijdelijk = field(init=False, default_factory=Tijdelijk)

    def __post_init__(self) -> None:
        self.besluiten = [per_datum(ontleed) for ontleed in self.besluiten]
        slot = slotbepalingen(self.regeling)
        doelen, meldingen, intrekkingen = [slot.instelling], list(slot.meldingen), list(slot.intrekkingen)
        belemmeringen: list[tuple[date | None, str]] = []
        bronnen: list[Bron] = []
        keuzes = {o.besluit.meta.id: self._keuzes_van(o.besluit.meta.id) for o in self.besluiten}
        besluiten, verbeterd, over_rectificaties = rectificaties(self.besluiten)
        data = verwerk_rectificaties(bepaal(besluiten, keuzes, self.elders, self.standaarden), verbeterd)
        meldingen.extend(over_rectificaties)
        belemmeringen.extend(_belemmeringen(over_rectificaties, self.besluiten))
        for ontleed in self.besluiten:
            eigen, over_data = data[ontleed.besluit.meta.id].doelen, data[ontleed.besluit.meta.id].meldingen
            meldingen.extend(over_data)
            meta = ontleed.besluit.meta
            over_besluiten = [stap for stap in ontleed.stappen if op_besluit(stap)]
            gewoon = [stap for stap in ontleed.stappen if not op_besluit(stap)]
            paren, over_namen = eigen_stappen(self.regeling.meta, gewoon)
            open_slot, noten = _beslist_slot(onbegrepen_slot(ontleed), self._keuzes_van(meta.id))
            blokkades = [m for m in (*over_data, *over_namen, *open_slot) if m.blokkeert]
            belemmeringen.extend((meta.bekend, f"{meta.id}: {m.tekst}") for m in blokkades)
            meldingen.extend(m.bij(bestand=meta.id) for m in (*over_namen, *open_slot, *noten))
            uit_te_voeren = {id(stap): eigen for stap, eigen in (*paren, *((s, s) for s in over_besluiten))}
            delen = tuple(
                met_stappen(doel, tuple(uit_te_voeren[id(s)] for s in doel.stappen if id(s) in uit_te_voeren))
                for doel in eigen
            )
            bronnen.append(Bron(meta, delen, self._keuzes_van(meta.id)))
            meldingen.extend(ander_orgaan(self.regeling.meta, bronnen[-1]))
            intrekkingen.extend(intrekkingen_van(eigen))
        verwerkt, over_wijzigingen = verwerk(bronnen)
        meldingen.extend(over_wijzigingen)
        belemmeringen.extend(_belemmeringen(over_wijzigingen, self.besluiten))
        van_besluiten, over_intrekken = na_intrekking(
            [doel for bron in verwerkt for doel in bron.doelen], [bron.meta for bron in verwerkt], intrekkingen
        )
        doelen.extend(doel for doel in van_besluiten if doel.stappen or "+" not in doel.id)
        meldingen.extend(over_intrekken)
        self.doelen = tuple(sorted(doelen, key=lambda doel: doel.volgorde))
        self._begin = _Stand(self.regeling.root, meta=self.regeling.meta)
        self._grenzen = Grenzen(self.doelen)
        self._grondslagen = [
            (o.besluit.meta.id, c) for o in self.besluiten for c in o.clausules if isinstance(c, Grondslag)
        ]
        self.intrekkingen = tuple(intrekkingen)
        self.belemmeringen = tuple(belemmeringen)
        alle = (*self.bestaande_intrekkingen, *intrekkingen)
        na_het_einde = na_einde(doelen, alle, self.regeling.meta)
        meldingen.extend(onbekende_keuzes(self.keuzes))
        self.meldingen = (*meldingen, *voor_begin(slot.instelling, doelen), *na_het_einde)

    def _keuzes_van(self, besluit: str) -> tuple[Keuze, ...]:
        return tuple(keuze for eigenaar, keuze in self.keuzes if eigenaar == besluit)

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
        stand = self._stand(gekozen)
        samen = self._samengevat(stand, gekozen)
        einden = self._einden(stand, gekozen)
        voorbij = [einde for einde in einden if einde.dag <= geldig_op]
        volgend = min((einde.dag for einde in einden if einde.dag > geldig_op), default=None)
        tot_en_met = min(filter(None, (tot_en_met, volgend and volgend - timedelta(days=1))), default=None)
        van = max((d for d in (van, *(einde.dag for einde in voorbij)) if d), default=None)
        basis = replace(basis, van=van, tot_en_met=tot_en_met)
        if heel := next((einde for einde in voorbij if einde.plaats is None), None):
            reden = f"De regeling is vervallen per {datum_tekst(heel.dag)} ({heel.bron}: “{heel.tekst}”)."
            return replace(basis, van=heel.dag, reden=reden)
        root, van_einden = self._zonder_vervallen(stand.root, voorbij)
        zonder_plek = tuple(waarom for sinds, waarom in self.belemmeringen if sinds is None or sinds <= bekend_op)
        twijfel = tuple(einde.vraag for einde in einden if einde.twijfel == geldig_op)
        onvolledig = (*samen.onvolledig, *zonder_plek, *twijfel, *(m.tekst for m in van_einden if m.blokkeert))
        uit = samen.meta.uitwerkingtreding or (tot_en_met + timedelta(days=1) if tot_en_met else None)
        meta = replace(samen.meta, uitwerkingtreding=uit, onvolledig=(*samen.meta.onvolledig, *onvolledig))
        return replace(
            basis,
            regeling=Regeling(meta, root),
            verslag=samen.verslag,
            volledig=stand.volledig and not onvolledig,
            meldingen=(*samen.meldingen, *van_einden),
            samenloop=samen.samenloop,
            keuzes=rust_op(self.keuzes, gekozen, (*samen.meldingen, *self.meldingen)),
        )

    def _samengevat(self, stand: _Stand, gekozen: tuple[Doel, ...]) -> _Samen:
        """What a sequence of doelen gives together, kept for the last sequences that were asked."""
        sleutel = id(stand)
        if sleutel not in self._samen:
            if len(self._samen) >= _BEWAARD:
                self._samen.pop(next(iter(self._samen)))
            self._samen[sleutel] = self._vat_samen(stand, gekozen)
        return self._samen[sleutel]

    def _vat_samen(self, stand: _Stand, gekozen: tuple[Doel, ...]) -> _Samen:
        keten = stand.keten()
        verslag = tuple(rij for deel in keten for rij in deel.verslag)
        meta = meta_van_versie(stand.meta, gekozen, [deel.rij for deel in keten if deel.rij is not None], None)
        if self._grondslagen:
            werkend = {doel.besluit for doel in gekozen}
            meta = met_grondslag(meta, [c for besluit, c in self._grondslagen if besluit in werkend])
        meldingen = (*(m for _, v in verslag for m in v.meldingen), *(s.melding for s in stand.alle_samenloop))
        return _Samen(stand, verslag, stand.alle_samenloop, meldingen, stand.onvolledig, meta)

    def _einden(self, stand: _Stand, gekozen: Sequence[Doel]) -> tuple[Einde, ...]:
        """The days on which this text itself says that it, or a provision of it, lapses."""
        if stand.einden is None:
            stand.einden = self._tijdelijk.einden(stand.root, gekozen)
        return stand.einden

    def _zonder_vervallen(self, root: Node, voorbij: Sequence[Einde]) -> tuple[Node, tuple[Melding, ...]]:
        """The text without the provisions that have lapsed by their own words."""
        meldingen: list[Melding] = []
        for einde in voorbij:
            uit = voer_uit(root, [einde.stap()], self.regeling.meta.id, f"{self.regeling.meta.autoriteit}_{einde.bron}")
            root = uit.root
            meldingen.extend(m.bij(bestand=einde.bron) for v in uit.verslag for m in v.meldingen if m.blokkeert)
            tekst = f"{einde.plaats} is vervallen per {datum_tekst(einde.dag)}: “{einde.tekst}”"
            meldingen.append(codes.VERVALLEN_DOOR_TEKST.melding(tekst).bij(bestand=einde.bron))
        return root, tuple(meldingen)

    def ingetrokken(self, geldig_op: date, bekend_op: date, in_werking_op: date | None = None) -> Intrekking | None:
        """The withdrawal that ends this regulation for the question, if any."""
        alle = (*self.bestaande_intrekkingen, *self.intrekkingen)
        return next(
            (i for i in alle if i.betreft(self.regeling.meta) and i.geldt(geldig_op, bekend_op, in_werking_op)), None
        )

    def uitwerking(self, bekend_op: date) -> date | None:
        """The first day on which the regulation is no longer in force, as known on a day; None when there is none."""
        alle = (*self.bestaande_intrekkingen, *self.intrekkingen)
        dagen = [i.jwv for i in alle if i.betreft(self.regeling.meta) and i.bek and i.jwv and i.bek <= bekend_op]
        gekozen = telt_mee(self.doelen, date.max, bekend_op)
        if gekozen and gekozen[0].id == INSTELLING:
            dagen += [einde.dag for einde in self._einden(self._stand(gekozen), gekozen) if einde.plaats is None]
        return min(dagen, default=None)

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
        for n, stand in enumerate(self._stand(versie.doelen).keten(), 1):
            verslag = (*verslag, *stand.verslag)
            regeling = Regeling(self.regeling.meta, stand.root)
            uit.append(Versie(versie.geldig_op, versie.bekend_op, regeling, versie.doelen[:n], verslag))
        return tuple(uit)

    def _stand(self, doelen: tuple[Doel, ...]) -> _Stand:
        """The tree after these doelen, continuing from the longest sequence that was computed before."""
        stand = self._begin
        for n, doel in enumerate(doelen[1:], 2):
            volgende = stand.verder.get(doel.id)
            if volgende is None:
                volgende = stand.verder[doel.id] = self._verder(stand, doelen[:n])
            stand = volgende
        return stand

    def _verder(self, stand: _Stand, doelen: tuple[Doel, ...]) -> _Stand:
        """The tree after the last of ``doelen``, given the tree after the others."""
        doel, ervoor = doelen[-1], doelen[:-1]
        uit = self._voer_uit(stand.root, doel, doel.stappen)
        verwacht = self._bekend_bij_bekendmaking(doel)
        samenloop: list[Samenloop] = []
        noten: tuple[Melding, ...] = ()
        if [d.id for d in verwacht] != [d.id for d in ervoor]:
            toen = self._uitvoering_bij_bekendmaking(doel, verwacht)
            stappen, noten = anders_gebonden(doel, toen, uit, self._keuzes_van(doel.besluit), stand.root)
            if stappen != doel.stappen:
                uit = self._voer_uit(stand.root, doel, stappen)
            gemist = [d for d in verwacht if d.id not in {e.id for e in ervoor}]
            gevonden = terug_over_versie(doel, gemist, toen, uit, self._stand(verwacht).root) if gemist else None
            uit, extra = self._beslis(doel, uit, gevonden)
            samenloop.extend([gevonden] if gevonden and not extra else [])
            noten = (*noten, *extra)
        if len(ervoor) > 1 and any(zelfde_dagen(eerder, doel) for eerder in ervoor[groep(doelen) :]):
            uit, zelfde, extra = self._zelfde_dag(doelen, uit)
            samenloop.extend(zelfde)
            noten = (*noten, *extra)
        noten = (*noten, *kruist(doel, ervoor))
        if not stand.volledig:
            noten = (*noten, *herstelt(doel, uit.verslag, [paar for s in stand.keten() for paar in s.verslag]))
        andere = self._andere_versies(stand, ervoor, verwacht) if not uit.volledig else ()
        verslag = [(doel, met_versies(_bij_besluit(v, doel.besluit), andere)) for v in uit.verslag]
        if noten and verslag:
            laatste = verslag[-1][1]
            noten = tuple(m.bij(bestand=doel.besluit) for m in noten)
            verslag[-1] = (doel, replace(laatste, meldingen=(*laatste.meldingen, *noten)))
        open_vraag = any(s.melding.blokkeert for s in samenloop)
        volledig = stand.volledig and uit.volledig and not open_vraag
        self._tijdelijk.lees(uit.root)
        return _Stand(
            uit.root,
            tuple(verslag),
            volledig,
            tuple(samenloop),
            overzichtsregel(doel, [v for _, v in verslag]),
            met_titels(stand.meta, stand.root, uit.root),
            _met(stand.onvolledig, _waarom(verslag, samenloop)),
            _met(stand.alle_samenloop, tuple(samenloop)),
            stand,
        )

    def _andere_versies(
        self, stand: _Stand, ervoor: Sequence[Doel], verwacht: tuple[Doel, ...]
    ) -> tuple[tuple[str, Node], ...]:
        """The text as known on publication, when that is another one, and the earlier texts, latest first."""
        uit: list[tuple[str, Node]] = []
        if verwacht and [d.id for d in verwacht] != [d.id for d in ervoor]:
            uit.append(("zoals die bij de bekendmaking van dit besluit bekend was", self._stand(verwacht).root))
        keten = stand.keten()
        for eerder, doel in zip(reversed(keten[:-1]), reversed(ervoor), strict=False):
            dag = f" (in werking {datum_tekst(doel.jwv)})" if doel.jwv else ""
            uit.append((f"van vóór besluit {doel.besluit}{dag}", eerder.root))
        return tuple(uit)

    def _voer_uit(self, root: Node, doel: Doel, stappen: Sequence[Stap]) -> Uitvoering:
        versie = f"{self.regeling.meta.autoriteit}_{doel.besluit}"
        return voer_uit(root, stappen, doel.besluit, versie, self._keuzes_van(doel.besluit))

    def _bekend_bij_bekendmaking(self, doel: Doel) -> tuple[Doel, ...]:
        """The doelen before this one in the text in force at its entry into force, as known on its publication."""
        if doel.bek is None or doel.jwv is None:
            return ()
        dag = max(doel.jwv, doel.gv or doel.jwv)
        ervoor = self.doelen[: self.doelen.index(doel)]
        return telt_mee(ervoor, dag, doel.bek, dag)

    def rond(self, doel: Doel) -> Rond | None:
        """The text before and after one doel, as known on its publication; None when that is not known.

        A doel whose day is not fixed yet is put on the text in force on its publication.
        """
        ervoor = self._bekend_bij_bekendmaking(doel)
        if doel.jwv is None and doel.bek is not None:
            ervoor = telt_mee([d for d in self.doelen if d.id != doel.id], doel.bek, doel.bek, doel.bek)
        if not ervoor or ervoor[0].id != INSTELLING:
            return None
        stand = self._stand((*ervoor, doel))
        verslag = tuple(v for eigenaar, v in stand.verslag if eigenaar is doel)
        return Rond(ervoor, self._stand(ervoor).root, stand.root, verslag, stand.volledig)

    def _uitvoering_bij_bekendmaking(self, doel: Doel, verwacht: tuple[Doel, ...]) -> Uitvoering:
        if doel.id not in self._bekendgemaakt:
            self._bekendgemaakt[doel.id] = self._voer_uit(self._stand(verwacht).root, doel, doel.stappen)
        return self._bekendgemaakt[doel.id]

    def _beslis(
        self, doel: Doel, uit: Uitvoering, gevonden: Samenloop | None
    ) -> tuple[Uitvoering, tuple[Melding, ...]]:
        """The outcome after a recorded choice between the readings of a retroactive conflict, and its note."""
        if gevonden is None or not gevonden.lezingen:
            return uit, ()
        onderdeel = gevonden.melding.onderdeel or "*"
        keuze = keuze_voor(self._keuzes_van(doel.besluit), onderdeel, codes.TERUG_OVER_VERSIE)
        lezing = next((le for le in gevonden.lezingen if keuze and le.naam == keuze.keuze), None)
        if keuze is None or lezing is None:
            return uit, ()
        verslag = tuple(volgens_lezing(v, gevonden, lezing, keuze) for v in uit.verslag)
        volledig = all(_gelukt(v) for v in verslag)
        return replace(uit, root=lezing.root, verslag=verslag, volledig=volledig), (beslist(keuze, onderdeel),)

    def _zelfde_dag(
        self, doelen: tuple[Doel, ...], uit: Uitvoering
    ) -> tuple[Uitvoering, list[Samenloop], tuple[Melding, ...]]:
        """Test the last doel against each other decision of its day; a recorded choice settles a difference."""
        ander, begin = doelen[-1], groep(doelen)
        basis = self._stand(doelen[:begin]).root
        open_: list[Samenloop] = []
        noten: list[Melding] = []
        for een in doelen[begin:-1]:
            if een.besluit == ander.besluit:
                continue
            gevonden = bevinding(
                een, ander, toets(lambda root, d: self._voer_uit(root, d, d.stappen), basis, een, ander)
            )
            if gevonden is None:
                continue
            keuze = keuze_voor(self._keuzes_van(ander.besluit), "*", codes.ZELFDE_DAG) if gevonden.lezingen else None
            if keuze is None or keuze.keuze not in ("volgorde", "omgekeerd"):
                open_.append(gevonden)
                continue
            noten.append(beslist(keuze, "*"))
            if keuze.keuze == "omgekeerd":
                uit = self._omgekeerd(doelen[begin:-1], ander, basis)
        return uit, open_, tuple(noten)

    def _omgekeerd(self, ervoor: Sequence[Doel], ander: Doel, basis: Node) -> Uitvoering:
        """The text with the last doel of a day executed before the others of that day."""
        uit = eerst = self._voer_uit(basis, ander, ander.stappen)
        for doel in ervoor:
            uit = self._voer_uit(uit.root, doel, doel.stappen)
        return replace(eerst, root=uit.root)

    def breekpunten(self) -> list[date]:
        """The days on which the valid text can change, whatever is known, oldest first."""
        dagen = {dag for doel in self.doelen for dag in (doel.gv, doel.jwv, doel.tot) if dag}
        alle = (*self.bestaande_intrekkingen, *self.intrekkingen)
        dagen |= {dag for i in alle if i.betreft(self.regeling.meta) for dag in (i.gv, i.jwv) if dag}
        gewoon = [doel for doel in self.doelen if doel.tot_bekend is None and doel.jwv is not None]
        dagen |= {dag for einde in self._alle_einden(gewoon) for dag in (einde.dag, einde.twijfel) if dag}
        return sorted(dagen)

    def _alle_einden(self, doelen: Sequence[Doel]) -> list[Einde]:
        """The ends in the base text, in what decisions write, and in the last text."""
        uit = list(self._tijdelijk.einden(self.regeling.root, doelen))
        for doel in doelen:
            for node in (n for stap in doel.stappen for op in stap.bewerkingen for n in getattr(op, "inhoud", ())):
                uit.extend(self._tijdelijk.einden(Node(Soort.REGELING, kinderen=(node,)), (doel,)))
        if doelen and doelen[0].id == INSTELLING:
            uit.extend(self._einden(self._stand(tuple(doelen)), doelen))
        return uit

    def _geldigheid(self, dag: date, bekend_op: date, in_werking_op: date | None) -> tuple[date | None, date | None]:
        """The days around ``dag`` with the same answer: first, and last (None: until further notice)."""
        eigen = (i for i in (*self.bestaande_intrekkingen, *self.intrekkingen) if i.betreft(self.regeling.meta))
        ook = [geldt_vanaf(i.bek, i.jwv, i.gv, bekend_op, in_werking_op) for i in eigen]
        van, volgende = self._grenzen.rond(dag, bekend_op, in_werking_op, ook)
        return van, volgende - timedelta(days=1) if volgende else None


def _met(eerder: tuple[T, ...], nieuw: tuple[T, ...]) -> tuple[T, ...]:
    """The same tuple when nothing is added: a thousand versions without trouble share it."""
    return (*eerder, *nieuw) if nieuw else eerder


def _waarom(verslag: Sequence[tuple[Doel, StapVerslag]], samenloop: Sequence[Samenloop]) -> tuple[str, ...]:
    """Why a text is incomplete: steps that were not done, open questions."""
    geweigerd = (f"{doel.besluit}, onderdeel {v.stap.naam}" for doel, v in verslag if not _gelukt(v))
    vragen = (f"{s.melding.code}: {s.melding.tekst}" for s in samenloop if s.melding.blokkeert)
    return (*geweigerd, *vragen)


def _belemmeringen(meldingen: Sequence[Melding], besluiten: Sequence[OntleedBesluit]) -> list[tuple[date | None, str]]:
    """The refused changes of decisions, with the day on which the decision that makes them was published."""
    bekend = {ontleed.besluit.meta.id: ontleed.besluit.meta.bekend for ontleed in besluiten}
    return [(bekend.get(m.bestand or ""), f"{m.bestand}: {m.tekst}") for m in meldingen if m.blokkeert]


def _beslist_slot(
    meldingen: Sequence[Melding], keuzes: Sequence[Keuze]
) -> tuple[tuple[Melding, ...], tuple[Melding, ...]]:
    """The open questions about closing provisions, and the notes on those that a recorded choice settles."""
    gekozen = {k.code: k for k in keuzes if k.keuze == "uitvoeren" and k.onderdeel in ("*", "II", "III", "IV", "V")}
    open_ = tuple(m for m in meldingen if m.code[0] == "E" or m.code not in gekozen)
    noten = tuple(beslist(gekozen[m.code], m.onderdeel or "*") for m in meldingen if m not in open_)
    return open_, noten


def _bij_besluit(verslag: StapVerslag, besluit: str) -> StapVerslag:
    return replace(verslag, meldingen=tuple(m.bij(bestand=besluit) for m in verslag.meldingen))


def _gelukt(verslag: StapVerslag) -> bool:
    return verslag.status in (StapStatus.UITGEVOERD, StapStatus.GEEN, StapStatus.WEGGELATEN)
