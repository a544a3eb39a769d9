"""Doelen: the parts of a decision, each with one entry into force and one first day of validity (regels.md 2.1-2.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from amend.history import codes
from amend.history.moment import dag_van, datum_tekst
from amend.model.address import Niveau, Plaats
from amend.model.besluit import BesluitMeta
from amend.model.clausules import (
    Inwerkingtreding,
    MaandNaBekendmaking,
    Moment,
    NaBekendmaking,
    NaderTeBepalen,
    OpDatum,
    Verval,
)
from amend.model.melding import Melding
from amend.model.stap import Keuze, OntleedBesluit, Stap

INSTELLING = "instelling"
"""The doel of a regulation's own founding decision."""


@dataclass(frozen=True, slots=True)
class Doel:
    """A part of a decision with its dates.

    ``bek`` published, ``jwv`` in force from, ``gv`` valid from (inclusive; before jwv only with retroactive effect).
    A date that is None is not known (pending). ``volgnummer`` is the printed order inside the decision.
    ``tot_bekend``: who knows what was published on that day no longer counts it (another decision changed it).
    """

    id: str
    besluit: str
    naam: str
    stappen: tuple[Stap, ...] = ()
    bek: date | None = None
    jwv: date | None = None
    gv: date | None = None
    vast: date | None = None
    blad: str = ""
    kenmerk: str = ""
    volgnummer: int = 0
    tot_bekend: date | None = None

    @property
    def terugwerkend(self) -> bool:
        """True when valid from a day before it enters into force."""
        return self.jwv is not None and self.gv is not None and self.gv < self.jwv

    @property
    def volgorde(self) -> tuple[object, ...]:
        """The order of execution: (jwv, gv), then A5.70: adoption, publication, number of the blad, printed order."""
        ver = date.max
        nummers = tuple(int(n) for n in re.findall(r"\d+", self.blad))
        return (
            self.jwv or ver,
            self.gv or ver,
            self.vast or ver,
            self.bek or ver,
            nummers,
            self.besluit,
            self.volgnummer,
        )


def doelen_van(ontleed: OntleedBesluit, keuzes: Sequence[Keuze] = ()) -> tuple[tuple[Doel, ...], tuple[Melding, ...]]:
    """The doelen of a parsed decision, and findings about its dates. A part without a known date has jwv None."""
    meta = ontleed.besluit.meta
    clausules = [c for c in ontleed.clausules if isinstance(c, Inwerkingtreding)]
    meldingen: list[Melding] = []
    if meta.bekend is None:
        tekst = f"Van het besluit “{meta.titel or meta.id}” is de datum van bekendmaking niet bekend."
        hulp = "Vul de datum in bij het importeren: amend importeer … --bekend JJJJ-MM-DD."
        meldingen.append(codes.GEEN_BEKENDMAKING.melding(tekst, hulp=hulp))
    if not any(not c.delen for c in clausules):
        onzeker = onbegrepen_slot(ontleed)
        clausules.append(_onzeker(onzeker, meldingen) if onzeker else _standaard(meta, meldingen))
    toegewezen = _verdeel(ontleed.stappen, clausules, meldingen)
    doelen: list[Doel] = []
    for clausule, stappen in toegewezen:
        jwv, gv = _data(clausule, meta, keuzes, meldingen)
        gewoon = tuple(stap for stap in stappen if not _ingang(stap))
        if gewoon or not stappen:
            doelen.append(_doel(meta, clausule, gewoon, jwv, gv, len(doelen)))
        for dag in sorted({_ingang(stap) for stap in stappen} - {""}):
            eigen = Inwerkingtreding(vanaf=_moment(dag), delen=tuple(_deel(s) for s in stappen if _ingang(s) == dag))
            jwv, gv = _data(eigen, meta, keuzes, meldingen)
            doelen.append(_doel(meta, eigen, tuple(s for s in stappen if _ingang(s) == dag), jwv, gv, len(doelen)))
    meldingen.extend(_verval(ontleed, meta))
    return tuple(doelen), tuple(m.bij(bestand=meta.id) for m in meldingen)


def los_doel(ontleed: OntleedBesluit) -> Doel:
    """All steps of a decision together, without dates: for applying it once, outside a history."""
    return Doel(ontleed.besluit.meta.id, ontleed.besluit.meta.id, "het besluit", ontleed.stappen)


def _standaard(meta: BesluitMeta, meldingen: list[Melding]) -> Inwerkingtreding:
    rijk = any(woord in (meta.bestuursorgaan or "").lower() for woord in ("minister", "koning", "staatssecretaris"))
    moment: Moment = MaandNaBekendmaking(2) if rijk else NaBekendmaking(8)
    regel = "de eerste dag van de tweede kalendermaand na" if rijk else "de achtste dag na"
    tekst = f"Het besluit regelt zijn inwerkingtreding niet; aangehouden is {regel} de bekendmaking."
    meldingen.append(
        codes.STANDAARD.melding(tekst, hulp="Ga na of deze wettelijke regel op dit besluit van toepassing is.")
    )
    return Inwerkingtreding(vanaf=moment)


def _ingang(stap: Stap) -> str:
    """The date of its own that an instruction names ("Met ingang van 1 januari 2026 vervalt artikel 6"), or ""."""
    return next((op.ingang for op in stap.bewerkingen if op.ingang), "")


def _moment(dag: str) -> Moment:
    try:
        return OpDatum(date.fromisoformat(dag))
    except ValueError:
        return NaderTeBepalen(dag)


def _deel(stap: Stap) -> Plaats:
    onderdeel = (Niveau("onderdeel", stap.onderdeel),) if stap.onderdeel else ()
    return Plaats((Niveau("artikel", stap.artikel or "I"), *onderdeel))


def onbegrepen_slot(ontleed: OntleedBesluit) -> tuple[Melding, ...]:
    """The errors and open questions of a decision that belong to no instruction: its closing provisions, loose text."""
    bij_stappen = {melding for stap in ontleed.stappen for melding in stap.meldingen}
    return tuple(m for m in ontleed.meldingen if m.blokkeert and m not in bij_stappen)


def _onzeker(waarom: Sequence[Melding], meldingen: list[Melding]) -> Inwerkingtreding:
    tekst = f"De inwerkingtreding van het besluit is niet zeker: {waarom[0].tekst}"
    meldingen.append(codes.SLOT_NIET_BEGREPEN.melding(tekst, waarom[0].plek, waarom[0].hulp))
    return Inwerkingtreding(vanaf=NaderTeBepalen())


def _doel(
    meta: BesluitMeta, clausule: Inwerkingtreding, stappen: tuple[Stap, ...], jwv: date | None, gv: date | None, nr: int
) -> Doel:
    naam = ", ".join(map(str, clausule.delen)) or "het besluit"
    return Doel(
        id=f"{meta.id}#{nr + 1}",
        besluit=meta.id,
        naam=naam,
        stappen=stappen,
        bek=meta.bekend,
        jwv=jwv,
        gv=gv,
        vast=meta.vastgesteld,
        blad=meta.blad or "",
        kenmerk=meta.kenmerk or "",
        volgnummer=nr,
    )


def _data(
    clausule: Inwerkingtreding, meta: BesluitMeta, keuzes: Sequence[Keuze], meldingen: list[Melding]
) -> tuple[date | None, date | None]:
    jwv = dag_van(clausule.vanaf, meta.bekend) if clausule.vanaf else None
    if jwv is None:
        if meta.bekend is not None and not any(m.code == codes.SLOT_NIET_BEGREPEN.code for m in meldingen):
            meldingen.append(codes.NADER_TE_BEPALEN.melding("De datum van inwerkingtreding staat nog niet vast."))
        return None, None
    jwv = _na_bekendmaking(jwv, clausule, meta, keuzes, meldingen)
    gv = clausule.terugwerkend or jwv
    if jwv and gv and gv > jwv:
        tekst = (
            f"Het besluit treedt in werking op {datum_tekst(jwv)} en werkt terug tot {datum_tekst(gv)}, een latere dag."
        )
        meldingen.append(codes.GV_NA_JWV.melding(tekst))
    if clausule.terugwerkend_tot and clausule.terugwerkend:
        dag = datum_tekst(clausule.terugwerkend)
        tekst = f"Het besluit werkt terug “tot {dag}”; gelezen is: tot en met {dag}."
        meldingen.append(codes.TOT.melding(tekst))
    return jwv, gv if jwv else None


def _na_bekendmaking(
    jwv: date, clausule: Inwerkingtreding, meta: BesluitMeta, keuzes: Sequence[Keuze], meldingen: list[Melding]
) -> date | None:
    bek = meta.bekend
    if bek is None or jwv > bek:
        return jwv
    voorstel = datum_tekst(_dag_erna(bek))
    if jwv == bek and not isinstance(clausule.vanaf, OpDatum):
        gekozen = any(k.code == codes.GELIJK.code and k.keuze == "dag-erna" for k in keuzes)
        tekst = f"Het besluit treedt in werking op de dag van bekendmaking ({datum_tekst(bek)}); voorstel: {voorstel}."
        meldingen.append(codes.GELIJK.melding(tekst, hulp="Leg de keuze “dag-erna” vast in keuzes.toml."))
        return _dag_erna(bek) if gekozen else None
    tekst = (
        f"Het besluit treedt in werking op {datum_tekst(jwv)}, maar is pas op {datum_tekst(bek)} bekendgemaakt "
        f"(aanwijzing 4.16)."
    )
    hulp = f"Bedoeld kan zijn: in werking op {voorstel} met terugwerkende kracht tot en met {datum_tekst(jwv)}."
    meldingen.append(codes.TE_VROEG.melding(tekst, hulp=hulp))
    return None


def _dag_erna(dag: date) -> date:
    return date.fromordinal(dag.toordinal() + 1)


def _verval(ontleed: OntleedBesluit, meta: BesluitMeta) -> list[Melding]:
    uit = []
    for clausule in ontleed.clausules:
        if isinstance(clausule, Verval) and clausule.wat == "besluit" and ontleed.stappen and clausule.per:
            dag = dag_van(clausule.per, meta.bekend)
            wanneer = f" per {datum_tekst(dag)}" if dag else ""
            uit.append(
                codes.VERVAL_BESLUIT.melding(f"Het besluit vervalt{wanneer}; de gewijzigde tekst blijft gelden.")
            )
    return uit


# ---- which steps belong to which clause ----------------------------------------------------------------------------


def _verdeel(
    stappen: Sequence[Stap], clausules: Sequence[Inwerkingtreding], meldingen: list[Melding]
) -> list[tuple[Inwerkingtreding, tuple[Stap, ...]]]:
    """Each clause with its steps: named parts first, excepted parts wait, the general clause takes the rest."""
    bijzonder = [c for c in clausules if c.delen]
    algemeen = [c for c in clausules if not c.delen]
    if len(algemeen) > 1:
        meldingen.append(codes.TWEE_MOMENTEN.melding("Het besluit bepaalt zijn inwerkingtreding twee keer."))
    toewijzing = _wijs_toe(stappen, bijzonder, meldingen)
    behalve = tuple(deel for c in algemeen for deel in c.behalve)
    over = [i for i in range(len(stappen)) if i not in toewijzing]
    wacht = [i for i in over if any(valt_onder(stappen[i], deel, stappen) for deel in behalve)]
    rest = [i for i in over if i not in wacht]
    groepen: list[tuple[Inwerkingtreding, list[int]]] = []
    if rest or not bijzonder:
        groepen.append((algemeen[0], rest))
    for nr, clausule in enumerate(bijzonder):
        groepen.append((_eigen_terugwerking(clausule, algemeen), [i for i, n in toewijzing.items() if n == nr]))
    groepen.append((Inwerkingtreding(vanaf=NaderTeBepalen(), delen=behalve), wacht))
    return [
        (c, tuple(stappen[i] for i in eigen)) for c, eigen in groepen if eigen or (c is algemeen[0] and not bijzonder)
    ]


def _wijs_toe(
    stappen: Sequence[Stap], bijzonder: Sequence[Inwerkingtreding], meldingen: list[Melding]
) -> dict[int, int]:
    """Index of the step → index of the clause that names it."""
    per_stap: dict[int, int] = {}
    for nr, deel in ((nr, deel) for nr, clausule in enumerate(bijzonder) for deel in clausule.delen):
        raak = [i for i, stap in enumerate(stappen) if valt_onder(stap, deel, stappen)]
        if not raak and "onderdeel" in str(deel):
            tekst = f"De inwerkingtredingsbepaling noemt {deel}, maar het besluit heeft dat niet."
            meldingen.append(codes.GEEN_DEEL.melding(tekst))
        for i in raak:
            if per_stap.setdefault(i, nr) != nr:
                tekst = f"Onderdeel {stappen[i].naam} heeft twee momenten van inwerkingtreding."
                meldingen.append(codes.TWEE_MOMENTEN.melding(tekst))
    return per_stap


def _eigen_terugwerking(clausule: Inwerkingtreding, algemeen: Sequence[Inwerkingtreding]) -> Inwerkingtreding:
    """A clause that only gives retroactive effect to a part takes the moment of the general clause (A5.63)."""
    if clausule.vanaf is None and algemeen:
        return replace(clausule, vanaf=algemeen[0].vanaf)
    return clausule


def valt_onder(stap: Stap, deel: Plaats, stappen: Sequence[Stap]) -> bool:
    """True when the step lies in this part of the decision ("artikel I/onderdeel B..D")."""
    for niveau in deel.niveaus:
        if niveau.soort == "artikel" and not _in_bereik(stap.artikel, niveau, [s.artikel for s in stappen]):
            return False
        if niveau.soort == "onderdeel":
            labels = [s.onderdeel.split(".")[0] for s in stappen if s.artikel == stap.artikel]
            if not _in_bereik(stap.onderdeel.split(".")[0], niveau, labels):
                return False
    return True


def _in_bereik(label: str, niveau: Niveau, volgorde: Sequence[str]) -> bool:
    if not niveau.tot:
        return label == niveau.nummer
    if niveau.nummer not in volgorde or niveau.tot not in volgorde or label not in volgorde:
        return False
    laatste = len(volgorde) - 1 - list(reversed(volgorde)).index(niveau.tot)
    return volgorde.index(niveau.nummer) <= volgorde.index(label) <= laatste
