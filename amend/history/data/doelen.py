"""The parts with their days → doelen: in force after publication, valid from, until; and findings about these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from amend.history import codes
from amend.history.data.gegevens import Data, Venster, iso_dag
from amend.history.data.stand import Rekenwerk
from amend.history.data.vensters import vensters_van
from amend.history.delen import Deel
from amend.history.doel import Doel
from amend.history.moment import dag_van
from amend.model.besluit import BesluitMeta
from amend.model.clausules import Inwerkingtreding, OpDatum, Verval, Voorwaardelijk
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.stap import OntleedBesluit


def data_van(werk: Rekenwerk, ontleed: OntleedBesluit) -> Data:
    """The doelen of a decision, and the findings about its dates."""
    meta = ontleed.besluit.meta
    id = meta.id
    doelen: list[Doel] = []
    for deel in werk.delen[id]:
        if not deel.stappen and deel.vanaf is None and not deel.elders:
            continue
        doelen.extend(_doelen_van_deel(werk, deel, meta, len(doelen)))
    _wachtend(werk, doelen, meta)
    over_einde = _verval(ontleed, meta, doelen)
    werk.meldingen[id].extend(over_einde)
    if any(m.code == codes.EINDE_VOOR_BEGIN.code for m in over_einde):
        doelen = [replace(doel, jwv=None, gv=None) for doel in doelen]
    return Data(tuple(doelen), tuple(m.bij(bestand=id) for m in dict.fromkeys(werk.meldingen[id])))


def _doelen_van_deel(werk: Rekenwerk, deel: Deel, meta: BesluitMeta, nr: int) -> list[Doel]:
    rij = vensters_van(werk, deel)
    uit: list[Doel] = []
    for venster, volgende in zip(rij, (*rij[1:], None), strict=True):
        if volgende is not None and venster.jwv is None:
            continue  # nothing was known yet; the next stretch says the same and more
        doel = _doel(werk, deel, meta, venster, nr + len(uit))
        uit.append(replace(doel, tot_bekend=volgende.sinds) if volgende else doel)
    return uit


def _doel(werk: Rekenwerk, deel: Deel, meta: BesluitMeta, venster: Venster, nr: int) -> Doel:
    jwv = _na_bekendmaking(werk, venster, deel, meta)
    gv = _geldig_vanaf(werk, jwv, venster.terug or deel.terug, deel, meta)
    tot = None
    if deel.einde and jwv is not None:
        begin, tot = iso_dag(deel.ingang), iso_dag(deel.einde)
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
        ont=iso_dag(dict(meta.overig).get("ontvangen", "")),
    )


def _na_bekendmaking(werk: Rekenwerk, venster: Venster, deel: Deel, meta: BesluitMeta) -> date | None:
    """The day in force, when it lies after publication; else a finding with a proposal."""
    bek, jwv = meta.bekend, venster.jwv
    if bek is None or jwv is None or jwv > bek or venster.door:
        return jwv
    voorstel = date.fromordinal(bek.toordinal() + 1)
    moment = deel.vanaf.vanaf if deel.vanaf else None
    if jwv == bek and not isinstance(moment, OpDatum):
        gekozen = any(k.code == codes.GELIJK.code and k.keuze == "dag-erna" for k in werk.keuzes.get(meta.id, ()))
        dag, erna = datum_tekst(bek), datum_tekst(voorstel)
        tekst = f"Het besluit treedt in werking op de dag van bekendmaking ({dag}); voorstel: {erna}."
        werk.meld(meta.id, codes.GELIJK.melding(tekst, hulp="Leg de keuze “dag-erna” vast in keuzes.toml."))
        return voorstel if gekozen else None
    tekst = (
        f"Het besluit treedt in werking op {datum_tekst(jwv)}, maar is pas op {datum_tekst(bek)} bekendgemaakt "
        f"(aanwijzing 4.16)."
    )
    erna, terug = datum_tekst(voorstel), datum_tekst(jwv)
    hulp = f"Bedoeld kan zijn: in werking op {erna} met terugwerkende kracht tot en met {terug}."
    werk.meld(meta.id, codes.TE_VROEG.melding(tekst, hulp=hulp))
    return None


def _geldig_vanaf(
    werk: Rekenwerk, jwv: date | None, terug: Inwerkingtreding | None, deel: Deel, meta: BesluitMeta
) -> date | None:
    """The first day of validity: that of the retroactive effect, else the entry into force."""
    if jwv is None or terug is None or terug.terugwerkend is None:
        return jwv
    if deel.twijfel and terug is deel.terug and not _ook_terug(werk, deel, meta):
        return jwv
    voorwaardelijk = deel.vanaf is not None and isinstance(deel.vanaf.vanaf, Voorwaardelijk)
    if terug.terugwerkend_na is not None and meta.bekend is not None and meta.bekend <= terug.terugwerkend_na:
        return jwv
    if terug.terugwerkend_tot:
        dag = datum_tekst(terug.terugwerkend)
        werk.meld(meta.id, codes.TOT.melding(f"Het besluit werkt terug “tot {dag}”; gelezen is: tot en met {dag}."))
    if terug.terugwerkend > jwv:
        if voorwaardelijk:
            return jwv
        tekst = (
            f"Het besluit treedt in werking op {datum_tekst(jwv)} en werkt terug tot en met "
            f"{datum_tekst(terug.terugwerkend)}, "
            f"een latere dag."
        )
        werk.meld(meta.id, codes.GV_NA_JWV.melding(tekst))
    return terug.terugwerkend


def _ook_terug(werk: Rekenwerk, deel: Deel, meta: BesluitMeta) -> bool:
    """Whether a part with a moment of its own works back with the rest: a person says so, else a question."""
    keuze = next((k for k in werk.keuzes.get(meta.id, ()) if k.code == codes.OOK_TERUG.code), None)
    if keuze is not None and keuze.keuze in ("wel", "niet"):
        return keuze.keuze == "wel"
    tekst = (
        f"Het besluit werkt terug en {deel.naam} heeft een eigen dag van inwerkingtreding; niet blijkt of ook dat "
        f"deel terugwerkt. Aangehouden is van niet."
    )
    werk.meld(meta.id, codes.OOK_TERUG.melding(tekst, hulp="Leg de keuze “wel” of “niet” vast in keuzes.toml."))
    return False


def _wachtend(werk: Rekenwerk, doelen: Sequence[Doel], meta: BesluitMeta) -> None:
    """A note when a part still waits for its date, unless another finding says why."""
    fout = {codes.TE_VROEG.code, codes.GELIJK.code, codes.KRING.code, codes.TE_LAAT_BEPAALD.code}
    if meta.bekend is None or meta.id in werk.onzeker or any(m.code in fout for m in werk.meldingen[meta.id]):
        return
    if any(doel.jwv is None for doel in doelen):
        werk.meld(meta.id, codes.NADER_TE_BEPALEN.melding("De datum van inwerkingtreding staat nog niet vast."))


def _verval(ontleed: OntleedBesluit, meta: BesluitMeta, doelen: Sequence[Doel]) -> list[Melding]:
    """What the end of an amending decision does: nothing to the text (aanwijzing 6.26); and an end before its begin."""
    uit = []
    jwv = min((d.jwv for d in doelen if d.jwv), default=None)
    for clausule in ontleed.clausules:
        if not isinstance(clausule, Verval) or not clausule.per:
            continue
        dag = dag_van(clausule.per, meta.bekend, jwv)
        if clausule.wat not in ("besluit", "regeling"):
            uit.append(_verval_wacht(clausule.wat, dag))
            continue
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


def _verval_wacht(wat: str, dag: date | None) -> Melding:
    """A lapse at a moment that the executor does not work out: when it is, where that is known."""
    if dag is None:
        tekst = f"Het verval van “{wat}” wacht op een datum die nog niet vaststaat; het is niet verwerkt."
        return codes.VERVAL_WACHT.melding(tekst)
    tekst = f"“{wat}” vervalt per {datum_tekst(dag)}; dat verval is niet verwerkt, ook niet in latere versies."
    hulp = f"Neem het op als eigen besluit of onderdeel: “… vervalt met ingang van {datum_tekst(dag)}”."
    return codes.VERVAL_WACHT.melding(tekst, hulp=hulp)
