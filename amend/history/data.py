"""Moments of all decisions → dates, as far as they are known, and since when (regels.md 2.2, 2.3).

A moment may hang on another decision: on one that fixes it later ("op een nader te bepalen tijdstip"), or on the entry
into force of another one. Such a date is known only from the publication of that other decision on; before, the part
waits. So a part has one or more stretches of knowledge, each with its date; a circle is a finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

from amend.history import codes
from amend.history.delen import Deel, Elders, per_datum, verdeel
from amend.history.doel import Doel, onbegrepen_slot, valt_onder
from amend.history.moment import Wanneer, dag_van
from amend.history.namen import gewone_naam, is_algemeen
from amend.history.standaard import STANDAARDEN, Standaard, standaard_voor
from amend.model.address import Plaats
from amend.model.besluit import BesluitMeta
from amend.model.clausules import (
    Clausule,
    Inwerkingtreding,
    Met,
    Moment,
    NaderTeBepalen,
    OpDatum,
    Verval,
    Voorwaardelijk,
)
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.stap import Keuze, OntleedBesluit, Stap
from amend.parse.cursor import Cursor
from amend.parse.fragment import lees_plaatsen
from amend.parse.momenten import lees_moment

Bekend = tuple[date | None, date | None]
"""Published on, in force from."""


@dataclass(frozen=True, slots=True)
class Venster:
    """A stretch of knowledge: from ``sinds`` (publication) on, the part enters into force on ``jwv``.

    ``door``: the decision that fixed it, when that is another one; ``terug``: the retroactive effect that it gave.
    """

    sinds: date | None
    jwv: date | None
    door: str = ""
    terug: Inwerkingtreding | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """The doelen of one decision and the findings about its dates."""

    doelen: tuple[Doel, ...]
    meldingen: tuple[Melding, ...]


def doelen_van(ontleed: OntleedBesluit, keuzes: Sequence[Keuze] = ()) -> tuple[tuple[Doel, ...], tuple[Melding, ...]]:
    """The doelen of one decision by itself, and findings about its dates. A part without a known date has jwv None."""
    uit = bepaal([per_datum(ontleed)], {ontleed.besluit.meta.id: tuple(keuzes)})[ontleed.besluit.meta.id]
    return uit.doelen, uit.meldingen


def bepaal(
    besluiten: Sequence[OntleedBesluit],
    keuzes: Mapping[str, Sequence[Keuze]],
    elders: Mapping[str, Bekend] | None = None,
    standaarden: Sequence[Standaard] = STANDAARDEN,
) -> dict[str, Data]:
    """The doelen of every decision. ``elders``: name of a regulation or decision outside this history → its dates."""
    rekenwerk = _Rekenwerk(besluiten, keuzes, {gewone_naam(n): d for n, d in (elders or {}).items()}, standaarden)
    return {ontleed.besluit.meta.id: rekenwerk.data(ontleed) for ontleed in besluiten}


@dataclass(slots=True)
class _Rekenwerk:
    """The decisions with their parts, while dates are being found."""

    besluiten: Sequence[OntleedBesluit]
    keuzes: Mapping[str, Sequence[Keuze]]
    elders: Mapping[str, Bekend]
    standaarden: Sequence[Standaard]
    delen: dict[str, tuple[Deel, ...]] = field(default_factory=dict)
    meldingen: dict[str, list[Melding]] = field(default_factory=dict)
    onzeker: set[str] = field(default_factory=set)
    _metas: dict[str, BesluitMeta] = field(default_factory=dict)
    _over_anderen: list[Elders] = field(default_factory=list)
    _klaar: dict[int, tuple[Venster, ...]] = field(default_factory=dict)
    _bezig: list[Deel] = field(default_factory=list)

    def __post_init__(self) -> None:
        for ontleed in self.besluiten:
            self.meldingen[ontleed.besluit.meta.id] = []
            self._metas[ontleed.besluit.meta.id] = ontleed.besluit.meta
            self._over_anderen.extend(
                Elders(ontleed.besluit.meta, c)
                for c in ontleed.clausules
                if isinstance(c, Inwerkingtreding) and c.besluit and not is_algemeen(c.besluit)
            )
        for ontleed in self.besluiten:
            self._deel_in(ontleed)

    def meta(self, id: str) -> BesluitMeta:
        """The metadata of a decision."""
        return self._metas[id]

    # --- parts ------------------------------------------------------------------------------------------------------

    def _deel_in(self, ontleed: OntleedBesluit) -> None:
        meta, meldingen = ontleed.besluit.meta, self.meldingen[ontleed.besluit.meta.id]
        if meta.bekend is None:
            tekst = f"Van het besluit “{meta.titel or meta.id}” is de datum van bekendmaking niet bekend."
            hulp = "Vul de datum in bij het importeren: amend importeer … --bekend JJJJ-MM-DD."
            meldingen.append(codes.GEEN_BEKENDMAKING.melding(tekst, hulp=hulp))
        eigen = [c for c in ontleed.clausules if isinstance(c, Inwerkingtreding) and self._eigen(c, meta)]
        delen, over_delen = verdeel(ontleed, eigen, self._van_anderen(meta))
        meldingen.extend(over_delen)
        if any(deel.vanaf is None and not deel.ingang and not _uitgezonderd(deel, eigen, ontleed) for deel in delen):
            invul = self._invulling(ontleed)
            delen = tuple(
                deel if deel.vanaf or deel.ingang or _uitgezonderd(deel, eigen, ontleed) else replace(deel, vanaf=invul)
                for deel in delen
            )
        self.delen[meta.id] = delen

    def _eigen(self, clausule: Inwerkingtreding, meta: BesluitMeta) -> bool:
        """True for a clause about the decision itself; a name that no decision bears is a question."""
        naam = clausule.besluit
        if naam is None or is_algemeen(naam) or heet(meta, naam):
            return True
        if not any(heet(o.besluit.meta, naam) for o in self.besluiten):
            tekst = f"De inwerkingtredingsbepaling spreekt van “{naam}”; een besluit met die naam is hier niet bekend."
            hulp = "Importeer dat besluit, of verbeter de naam of citeertitel van dit besluit."
            self.meldingen[meta.id].append(codes.ANDER_BESLUIT.melding(tekst, hulp=hulp))
            self.onzeker.add(meta.id)
        return False

    def _van_anderen(self, meta: BesluitMeta) -> list[Elders]:
        """The clauses of other decisions that fix a moment for this one, in order of publication."""
        uit = [e for e in self._over_anderen if e.door.id != meta.id and heet(meta, e.clausule.besluit or "")]
        return sorted(uit, key=lambda e: (e.door.bekend or date.max, e.door.id))

    def _invulling(self, ontleed: OntleedBesluit) -> Inwerkingtreding | None:
        """What holds for parts about which the decision says nothing: the default rule, or nothing while in doubt."""
        waarom = onbegrepen_slot(ontleed)
        if waarom:
            return self._onzeker(waarom, ontleed.besluit.meta)
        if ontleed.besluit.meta.id in self.onzeker:
            return Inwerkingtreding(vanaf=NaderTeBepalen())
        return self._standaard(ontleed.besluit.meta, ontleed)

    def _standaard(self, meta: BesluitMeta, ontleed: OntleedBesluit) -> Inwerkingtreding | None:
        if not ontleed.stappen and any(isinstance(c, Inwerkingtreding) for c in ontleed.clausules):
            return None  # a decision that only fixes the moments of others
        regel = standaard_voor(meta.bestuursorgaan, self.standaarden)
        tekst = f"Het besluit regelt zijn inwerkingtreding niet; aangehouden is {regel.regel} ({regel.bron})."
        hulp = "Ga na of deze wettelijke regel op dit besluit van toepassing is."
        self.meldingen[meta.id].append(codes.STANDAARD.melding(tekst, hulp=hulp))
        return Inwerkingtreding(vanaf=regel.moment)

    def _onzeker(self, waarom: Sequence[Melding], meta: BesluitMeta) -> Inwerkingtreding:
        tekst = f"De inwerkingtreding van het besluit is niet zeker: {waarom[0].tekst}"
        melding = codes.SLOT_NIET_BEGREPEN.melding(tekst, waarom[0].plek, waarom[0].hulp)
        self.meldingen[meta.id].append(melding)
        self.onzeker.add(meta.id)
        return Inwerkingtreding(vanaf=NaderTeBepalen())

    # --- dates ------------------------------------------------------------------------------------------------------

    def vensters(self, deel: Deel) -> tuple[Venster, ...]:
        """What is known of the entry into force of a part, and since when; a circle gives a finding and no date."""
        if id(deel) in self._klaar:
            return self._klaar[id(deel)]
        if any(deel is bezig for bezig in self._bezig):
            kring = [d.besluit for d in self._bezig[self._bezig.index(deel) :]] + [deel.besluit]
            tekst = f"De inwerkingtreding hangt in een kring af van zichzelf: {' → '.join(kring)}."
            hulp = "Leg voor een van deze besluiten een datum vast."
            for besluit in dict.fromkeys(kring):
                self.meld(besluit, codes.KRING.melding(tekst, hulp=hulp))
            return (Venster(self.meta(deel.besluit).bekend, None),)
        self._bezig.append(deel)
        uit = self._bereken(deel)
        self._bezig.pop()
        self._klaar[id(deel)] = uit
        return uit

    def meld(self, besluit: str, melding: Melding) -> None:
        """Add a finding once."""
        if melding not in self.meldingen[besluit]:
            self.meldingen[besluit].append(melding)

    def _bereken(self, deel: Deel) -> tuple[Venster, ...]:
        meta = self.meta(deel.besluit)
        moment = (
            _eigen_moment(deel.ingang) if deel.ingang and not deel.einde else deel.vanaf.vanaf if deel.vanaf else None
        )
        uit = [Venster(sinds, jwv) for sinds, jwv in self._op_kennis(moment, meta)]
        for ander in deel.elders:
            venster = self._venster_van(ander, uit[-1], meta)
            if venster is not None:
                uit.append(venster)
        return tuple(uit)

    def _op_kennis(self, moment: Moment | None, meta: BesluitMeta) -> list[tuple[date | None, date | None]]:
        """(published, day) for a moment: more than once when it hangs on a date that became known later."""
        bronnen = [naam for naam in _namen(moment) if naam]
        if moment is None:
            return [(meta.bekend, None)]
        if not bronnen:
            return [(meta.bekend, dag_van(moment, meta.bekend))]
        per_bron = {naam: self._vensters_van(naam, meta) for naam in bronnen}
        dagen = {max(s, meta.bekend) for rij in per_bron.values() for s, _ in rij if s and meta.bekend}
        uit: list[tuple[date | None, date | None]] = []
        for sinds in (*sorted(dagen),) or (meta.bekend,):
            dag = dag_van(moment, meta.bekend, None, _op(per_bron, sinds))
            if not uit or uit[-1][1] != dag:
                uit.append((sinds, dag))
        if uit[0][0] != meta.bekend and meta.bekend is not None:
            uit.insert(0, (meta.bekend, None))
        return uit

    def _vensters_van(self, naam: str, meta: BesluitMeta) -> list[tuple[date | None, date | None]]:
        """The entry into force of what a name stands for: a decision here, a part of it, or one elsewhere."""
        plaats, kern = _deel_en_naam(naam)
        if is_algemeen(kern) or heet(meta, kern):
            eigen: str | None = meta.id
        else:
            eigen = next((o.besluit.meta.id for o in self.besluiten if heet(o.besluit.meta, kern)), None)
        if (eigen is not None and eigen in self.delen) or eigen == meta.id:
            delen = self.delen.get(eigen or "", ())
            gekozen = [d for d in delen if plaats is None or _bevat(d, plaats)] or list(delen)
            return [(v.sinds, v.jwv) for v in self.vensters(gekozen[0])] if gekozen else []
        bekend = self.elders.get(gewone_naam(kern))
        return [bekend] if bekend else []

    def _venster_van(self, ander: Elders, vorige: Venster, meta: BesluitMeta) -> Venster | None:
        """What another decision fixes for this part; None (and a finding) when that cannot be."""
        bek = ander.door.bekend
        if bek is None:
            return None
        if vorige.jwv is not None and vorige.jwv <= bek:
            tekst = (
                f"“{ander.door.titel or ander.door.id}” bepaalt opnieuw wanneer {meta.id} in werking treedt, maar "
                f"dat is "
                f"al in werking sinds {datum_tekst(vorige.jwv)}."
            )
            self.meld(meta.id, codes.AL_IN_WERKING.melding(tekst))
            return None
        moment = ander.clausule.vanaf
        dag = self._op_kennis(moment, ander.door)[-1][1] if moment else None
        if dag is not None and dag <= bek:
            tekst = (
                f"“{ander.door.titel or ander.door.id}” bepaalt de inwerkingtreding op {datum_tekst(dag)}, maar is "
                f"zelf pas "
                f"bekendgemaakt op {datum_tekst(bek)} (aanwijzing 4.16, tweede lid)."
            )
            self.meld(meta.id, codes.TE_LAAT_BEPAALD.melding(tekst))
            return Venster(max(bek, vorige.sinds or bek), None, ander.door.id)
        if dag is not None and vorige.jwv is not None:
            van, naar = datum_tekst(vorige.jwv), datum_tekst(dag)
            tekst = f"De inwerkingtreding is door {ander.door.id} verschoven van {van} naar {naar}."
            self.meld(meta.id, codes.VERSCHOVEN.melding(tekst))
        terug = ander.clausule if ander.clausule.terugwerkend else None
        return Venster(max(bek, meta.bekend or bek), dag, ander.door.id, terug)

    # --- doelen -----------------------------------------------------------------------------------------------------

    def data(self, ontleed: OntleedBesluit) -> Data:
        """The doelen of a decision, and the findings about its dates."""
        meta = ontleed.besluit.meta
        id = meta.id
        doelen: list[Doel] = []
        for deel in self.delen[id]:
            if not deel.stappen and deel.vanaf is None and not deel.elders:
                continue
            doelen.extend(self._doelen(deel, meta, len(doelen)))
        self._wachtend(doelen, meta)
        over_einde = _verval(ontleed, meta, doelen)
        self.meldingen[id].extend(over_einde)
        if any(m.code == codes.EINDE_VOOR_BEGIN.code for m in over_einde):
            doelen = [replace(doel, jwv=None, gv=None) for doel in doelen]
        return Data(tuple(doelen), tuple(m.bij(bestand=id) for m in dict.fromkeys(self.meldingen[id])))

    def _doelen(self, deel: Deel, meta: BesluitMeta, nr: int) -> list[Doel]:
        rij = self.vensters(deel)
        uit: list[Doel] = []
        for venster, volgende in zip(rij, (*rij[1:], None), strict=True):
            if volgende is not None and venster.jwv is None:
                continue  # nothing was known yet; the next stretch says the same and more
            doel = self._doel(deel, meta, venster, nr + len(uit))
            uit.append(replace(doel, tot_bekend=volgende.sinds) if volgende else doel)
        return uit

    def _doel(self, deel: Deel, meta: BesluitMeta, venster: Venster, nr: int) -> Doel:
        jwv = self._na_bekendmaking(venster, deel, meta)
        gv = self._geldig(jwv, venster.terug or deel.terug, deel, meta)
        tot = None
        if deel.einde and jwv is not None:
            begin, tot = _iso(deel.ingang), _iso(deel.einde)
            if begin is not None and tot is not None:
                jwv, gv = max(jwv, begin), begin
        return Doel(
            id=f"{meta.id}#{nr + 1}",
            besluit=meta.id,
            naam=deel.naam,
            stappen=deel.stappen,
            bek=venster.sinds if meta.bekend else None,
            jwv=jwv,
            gv=gv,
            vast=meta.vastgesteld,
            blad=meta.blad or "",
            kenmerk=meta.kenmerk or "",
            volgnummer=nr,
            tot=tot,
            door=venster.door,
            ont=_iso(dict(meta.overig).get("ontvangen", "")),
        )

    def _na_bekendmaking(self, venster: Venster, deel: Deel, meta: BesluitMeta) -> date | None:
        """The day in force, when it lies after publication; else a finding with a proposal."""
        bek, jwv = meta.bekend, venster.jwv
        if bek is None or jwv is None or jwv > bek or venster.door:
            return jwv
        voorstel = date.fromordinal(bek.toordinal() + 1)
        moment = deel.vanaf.vanaf if deel.vanaf else None
        if jwv == bek and not isinstance(moment, OpDatum):
            gekozen = any(k.code == codes.GELIJK.code and k.keuze == "dag-erna" for k in self.keuzes.get(meta.id, ()))
            dag, erna = datum_tekst(bek), datum_tekst(voorstel)
            tekst = f"Het besluit treedt in werking op de dag van bekendmaking ({dag}); voorstel: {erna}."
            self.meld(meta.id, codes.GELIJK.melding(tekst, hulp="Leg de keuze “dag-erna” vast in keuzes.toml."))
            return voorstel if gekozen else None
        tekst = (
            f"Het besluit treedt in werking op {datum_tekst(jwv)}, maar is pas op {datum_tekst(bek)} bekendgemaakt "
            f"(aanwijzing 4.16)."
        )
        erna, terug = datum_tekst(voorstel), datum_tekst(jwv)
        hulp = f"Bedoeld kan zijn: in werking op {erna} met terugwerkende kracht tot en met {terug}."
        self.meld(meta.id, codes.TE_VROEG.melding(tekst, hulp=hulp))
        return None

    def _geldig(self, jwv: date | None, terug: Inwerkingtreding | None, deel: Deel, meta: BesluitMeta) -> date | None:
        """The first day of validity: that of the retroactive effect, else the entry into force."""
        if jwv is None or terug is None or terug.terugwerkend is None:
            return jwv
        if deel.twijfel and terug is deel.terug and not self._ook_terug(deel, meta):
            return jwv
        voorwaardelijk = deel.vanaf is not None and isinstance(deel.vanaf.vanaf, Voorwaardelijk)
        if terug.terugwerkend_na is not None and meta.bekend is not None and meta.bekend <= terug.terugwerkend_na:
            return jwv
        if terug.terugwerkend_tot:
            dag = datum_tekst(terug.terugwerkend)
            self.meld(meta.id, codes.TOT.melding(f"Het besluit werkt terug “tot {dag}”; gelezen is: tot en met {dag}."))
        if terug.terugwerkend > jwv:
            if voorwaardelijk:
                return jwv
            tekst = (
                f"Het besluit treedt in werking op {datum_tekst(jwv)} en werkt terug tot en met "
                f"{datum_tekst(terug.terugwerkend)}, "
                f"een latere dag."
            )
            self.meld(meta.id, codes.GV_NA_JWV.melding(tekst))
        return terug.terugwerkend

    def _ook_terug(self, deel: Deel, meta: BesluitMeta) -> bool:
        """Whether a part with a moment of its own works back with the rest: a person says so, else a question."""
        keuze = next((k for k in self.keuzes.get(meta.id, ()) if k.code == codes.OOK_TERUG.code), None)
        if keuze is not None and keuze.keuze in ("wel", "niet"):
            return keuze.keuze == "wel"
        tekst = (
            f"Het besluit werkt terug en {deel.naam} heeft een eigen dag van inwerkingtreding; niet blijkt of ook dat "
            f"deel terugwerkt. Aangehouden is van niet."
        )
        self.meld(meta.id, codes.OOK_TERUG.melding(tekst, hulp="Leg de keuze “wel” of “niet” vast in keuzes.toml."))
        return False

    def _wachtend(self, doelen: Sequence[Doel], meta: BesluitMeta) -> None:
        """A note when a part still waits for its date, unless another finding says why."""
        fout = {codes.TE_VROEG.code, codes.GELIJK.code, codes.KRING.code, codes.TE_LAAT_BEPAALD.code}
        if meta.bekend is None or meta.id in self.onzeker or any(m.code in fout for m in self.meldingen[meta.id]):
            return
        if any(doel.jwv is None for doel in doelen):
            self.meld(meta.id, codes.NADER_TE_BEPALEN.melding("De datum van inwerkingtreding staat nog niet vast."))


def wacht_op_ander(clausule: Clausule) -> bool:
    """True when the date of a clause hangs on another document."""
    moment = clausule.vanaf if isinstance(clausule, Inwerkingtreding) else None
    return isinstance(moment, NaderTeBepalen | Met) or bool(_namen(moment)) or _heeft_behalve(clausule)


def _heeft_behalve(clausule: Clausule) -> bool:
    return isinstance(clausule, Inwerkingtreding) and bool(clausule.behalve)


def bepaalt_datum_van(ontleed: OntleedBesluit, metas: Sequence[BesluitMeta]) -> bool:
    """True when a decision fixes the entry into force of one of these decisions."""
    namen = [c.besluit for c in ontleed.clausules if isinstance(c, Inwerkingtreding) and c.besluit]
    return any(heet(meta, naam) for naam in namen for meta in metas if meta.id != ontleed.besluit.meta.id)


# --- small questions --------------------------------------------------------------------------------------------------


def heet(meta: BesluitMeta, naam: str) -> bool:
    """True when ``naam`` is a title of this decision, or its name in the work folder."""
    gezocht = gewone_naam(naam)
    eigen = {gewone_naam(n) for n in (meta.titel, meta.citeertitel or "") if n}
    return bool(gezocht) and (gezocht in eigen or gezocht == meta.id)


def _uitgezonderd(deel: Deel, clausules: Sequence[Inwerkingtreding], ontleed: OntleedBesluit) -> bool:
    """True when a general clause leaves the part out: it waits, the default rule does not apply."""
    behalve = [p for c in clausules if c.vanaf is not None for p in c.behalve]
    return any(valt_onder(stap, plaats, ontleed.stappen) for stap in deel.stappen for plaats in behalve)


def _namen(moment: Moment | None) -> list[str]:
    """The decisions on whose entry into force a moment hangs."""
    if isinstance(moment, Met):
        return [moment.besluit]
    if isinstance(moment, Voorwaardelijk):
        delen = [d for g in moment.gevallen for d in (g.tot_en_met, g.vanaf)]
        return [d.besluit for d in delen if isinstance(d, Met)]
    return []


def _op(per_bron: Mapping[str, Sequence[Bekend]], sinds: date | None) -> Wanneer:
    """When the named decisions enter into force, as far as known on a day."""

    def wanneer(naam: str) -> date | None:
        bekend = [jwv for s, jwv in per_bron.get(naam, ()) if s is not None and sinds is not None and s <= sinds]
        return bekend[-1] if bekend else None

    return wanneer


def _deel_en_naam(naam: str) -> tuple[Plaats | None, str]:
    """ "artikel I, onderdeel P, van de Wet X" → the place and "Wet X"."""
    voor, van, na = naam.partition(" van ")
    deel = bool(van) and voor.lower().lstrip().startswith(("artikel", "onderdeel"))
    plaatsen = lees_plaatsen(voor.rstrip(",")) if deel else None
    return (plaatsen[0], na) if plaatsen else (None, naam)


def _bevat(deel: Deel, plaats: Plaats) -> bool:
    return any(valt_onder(stap, plaats, deel.stappen) for stap in deel.stappen)


def _eigen_moment(tekst: str) -> Moment:
    """The day that an instruction names itself, as an ISO day or in words ("het tijdstip waarop …")."""
    dag = _iso(tekst)
    if dag is not None:
        return OpDatum(dag)
    gevonden = lees_moment(Cursor(tekst))
    return gevonden[0] if gevonden else NaderTeBepalen(tekst)


def _iso(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def met_stappen(doel: Doel, stappen: tuple[Stap, ...]) -> Doel:
    """The doel with these steps; those for a period are executed plainly, since the doel itself ends with it."""
    return replace(doel, stappen=tuple(map(_zonder_periode, stappen)) if doel.tot else stappen)


def _zonder_periode(stap: Stap) -> Stap:
    bewerkingen = tuple(replace(cast(Any, op), einde=None) if op.einde else op for op in stap.bewerkingen)
    return replace(stap, bewerkingen=bewerkingen)


def _verval(ontleed: OntleedBesluit, meta: BesluitMeta, doelen: Sequence[Doel]) -> list[Melding]:
    """What the end of an amending decision does: nothing to the text (aanwijzing 6.26); and an end before its begin."""
    uit = []
    jwv = min((d.jwv for d in doelen if d.jwv), default=None)
    for clausule in ontleed.clausules:
        if not isinstance(clausule, Verval) or not clausule.per:
            continue
        if clausule.wat not in ("besluit", "regeling"):
            tekst = f"Het verval van “{clausule.wat}” wacht op een datum die nog niet vaststaat; het is niet verwerkt."
            uit.append(codes.VERVAL_WACHT.melding(tekst))
            continue
        dag = dag_van(clausule.per, meta.bekend, jwv)
        if dag and jwv and dag <= jwv:
            tekst = (
                f"Het besluit treedt in werking op {datum_tekst(jwv)} en vervalt per {datum_tekst(dag)}, niet later."
            )
            uit.append(codes.EINDE_VOOR_BEGIN.melding(tekst, hulp="Ga na welke van beide data juist is."))
        elif ontleed.stappen:
            wanneer = f" per {datum_tekst(dag)}" if dag else ""
            uit.append(
                codes.VERVAL_BESLUIT.melding(f"Het besluit vervalt{wanneer}; de gewijzigde tekst blijft gelden.")
            )
    return uit
