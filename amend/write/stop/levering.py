"""The consolidated delivery: all states as known on a day with the text of one, and the justification per element.

Source: LVBB uitlevering 1.0.4 (Consolidaties, WettechnischeInformatie), imop-consolidatie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from lxml import etree

from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.model.cvdr_velden import verwijzing_van
from amend.model.regeling import Regeling
from amend.model.tree import INDELING, Node, Soort, Status, alle_nodes
from amend.write.codes import AANGEVULD, GEEN_VERSIE
from amend.write.stop.eenheden import stop_wid
from amend.write.stop.kenmerken import Kenmerken, bill, kenmerken
from amend.write.stop.modules import identificatie, versie_metadata
from amend.write.stop.namen import CONS, DATA, LVBBU
from amend.write.stop.plek import Verslag
from amend.write.stop.regeling import bouw_regeling
from amend.write.uitgave import Uitgave
from amend.write.xml_bouw import sub_van

VERSIE: Final = "1.0.4"
_EENHEID: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.TOELICHTING}
_BLADEN: Final = {
    "gmb": "Gemeenteblad",
    "prb": "Provinciaal blad",
    "wsb": "Waterschapsblad",
    "bgr": "Blad gemeenschappelijke regeling",
    "stb": "Staatsblad",
    "stcrt": "Staatscourant",
}


def schrijf_levering(regeling: Regeling, uitgave: Uitgave) -> tuple[etree._Element | None, Verslag]:
    """lvbbu:Consolidaties: every state as known on the day asked for, and the text of the state asked for."""
    verslag = Verslag("STOP")
    versie, historie = uitgave.versie, uitgave.historie
    if versie is None or historie is None:
        verslag.meld(GEEN_VERSIE, "Een levering beschrijft een versie van een regeling in de werkmap.")
        return None, verslag
    kenmerk = kenmerken(historie, verslag)
    root = _root("Consolidaties")
    consolidatie = _u(root, "Consolidatie")
    _identificatie(consolidatie, kenmerk)
    toestanden = _c(consolidatie, "Toestanden")
    _c(toestanden, "bekendOp", versie.bekend_op.isoformat())
    _c(toestanden, "ontvangenOp", versie.bekend_op.isoformat())
    for toestand in historie.versies(versie.bekend_op):
        _toestand(toestanden, toestand, kenmerk)
    houder = _u(consolidatie, "RegelingVersie")
    houder.set("schemaversie", VERSIE)
    identificatie(houder, kenmerk.work, kenmerk.expressie_van(versie.doelen), "019")
    versie_metadata(houder, kenmerk.volgnummer(versie.doelen[-1]))
    houder.append(bouw_regeling(regeling, verslag, uitgave.model, levering=True))
    return root, verslag


def _root(naam: str) -> etree._Element:
    root: etree._Element = etree.Element(f"{{{LVBBU}}}{naam}", nsmap={"lvbbu": LVBBU, "cons": CONS, "data": DATA})
    root.set("schemaversie", VERSIE)
    return root


def _u(ouder: etree._Element, naam: str) -> etree._Element:
    return sub_van(ouder, f"{{{LVBBU}}}{naam}")


def _c(ouder: etree._Element, naam: str, waarde: str = "") -> etree._Element:
    element = sub_van(ouder, f"{{{CONS}}}{naam}")
    if waarde:
        element.text = waarde
    return element


def _identificatie(ouder: etree._Element, kenmerk: Kenmerken) -> None:
    element = _c(ouder, "ConsolidatieIdentificatie")
    _c(element, "FRBRWork", kenmerk.consolidatie)
    _c(element, "soortWork", "/join/id/stop/work_006")
    work = _c(_c(element, "isConsolidatieVan"), "WorkIdentificatie")
    _c(work, "FRBRWork", kenmerk.work)
    _c(work, "soortWork", "/join/id/stop/work_019")


def _toestand(ouder: etree._Element, versie: Versie, kenmerk: Kenmerken) -> None:
    """One state: what is realised in it, in force since when, valid in which days; its text where that is certain."""
    assert versie.van is not None  # noqa: S101 - versions of a history begin on a day
    werkend = max((doel.jwv for doel in versie.doelen if doel.jwv), default=versie.van)
    element = _c(ouder, "BekendeToestand" if versie.volledig else "ToestandMetSamenloop")
    _c(element, "FRBRExpression", kenmerk.toestand(versie.van, werkend))
    doelen = _c(element, "gerealiseerdeDoelen")
    for doel in versie.doelen:
        _c(doelen, "doel", kenmerk.doel(doel))
    periode = _c(_c(element, "geldigheid"), "Geldigheidsperiode")
    tot = versie.tot_en_met + timedelta(days=1) if versie.tot_en_met else None
    _periode(_c(periode, "juridischWerkendOp"), werkend, tot if tot and tot > werkend else None)
    _periode(_c(periode, "geldigOp"), versie.van, tot)
    if versie.volledig:
        _c(element, "instrumentVersie", kenmerk.expressie_van(versie.doelen))
    else:
        _c(element, "samenloopstatus", "nogNietOntvangen")


def _periode(ouder: etree._Element, vanaf: date, tot: date | None) -> None:
    periode = _c(ouder, "Periode")
    _c(periode, "vanaf", vanaf.isoformat())
    if tot is not None:
        _c(periode, "tot", tot.isoformat())


# ---- justification ---------------------------------------------------------------------------------------------------


def schrijf_verantwoording(regeling: Regeling, uitgave: Uitgave) -> tuple[etree._Element | None, Verslag]:
    """lvbbu:WettechnischeInformatie: which doel made or changed each element, and where that was published."""
    verslag = Verslag("STOP")
    versie, historie = uitgave.versie, uitgave.historie
    if versie is None or historie is None:
        verslag.meld(GEEN_VERSIE, "De juridische verantwoording beschrijft een versie van een regeling in de werkmap.")
        return None, verslag
    kenmerk = kenmerken(historie, verslag)
    root = _root("WettechnischeInformatie")
    del root.attrib["schemaversie"]
    _identificatie(root, kenmerk)
    geheel = _c(root, "JuridischeVerantwoording")
    _c(geheel, "bekendOp", versie.bekend_op.isoformat())
    instrument = _c(_c(geheel, "VerantwoordingInstrument"), "heeftVerantwoording")
    for doel in versie.doelen:
        _verantwoording(instrument, doel, _soort(doel), kenmerk, verslag)
    for node in (node for node in alle_nodes(regeling.root) if node.soort in _EENHEID and node.wid):
        element = _c(geheel, "VerantwoordingElement")
        _c(element, "wId", stop_wid(node))
        heeft = _c(element, "heeftVerantwoording")
        for doel, soort in _geschiedenis(node, versie.doelen):
            _verantwoording(heeft, doel, soort, kenmerk, verslag)
    return root, verslag


def _soort(doel: Doel) -> str:
    return "instelling" if doel.id == INSTELLING else "wijziging"


def _geschiedenis(node: Node, doelen: Iterable[Doel]) -> Iterator[tuple[Doel, str]]:
    """The doelen that made and changed an element, in order."""
    rij = list(doelen)
    maker = next(
        (d for d in rij if node.oorsprong and _van(d, node.oorsprong.besluit, node.oorsprong.onderdeel)), rij[0]
    )
    yield maker, "beeindiging" if node.status is Status.VERVALLEN and maker is not rij[0] else "instelling"
    for doel in rij[1:]:
        if doel is not maker and any(_van(doel, besluit, deel) for besluit, deel in _sporen(node)):
            weg = node.status is Status.VERVALLEN and doel is rij[-1]
            yield doel, "beeindiging" if weg else "wijziging"


def _van(doel: Doel, besluit: str, onderdeel: str) -> bool:
    namen = {stap.naam for stap in doel.stappen}
    return doel.besluit == besluit and (not onderdeel or not namen or onderdeel in namen)


def _sporen(node: Node) -> set[tuple[str, str]]:
    """(decision, part) of everything written in an element, down to (not into) the next article or annex."""
    uit: set[tuple[str, str]] = set()
    stapel = [node]
    while stapel:
        deel = stapel.pop()
        runs = (run.oorsprong for run in (*deel.opschrift, *deel.tekst))
        uit.update((o.besluit, o.onderdeel) for o in (deel.oorsprong, deel.nummer_oorsprong, *runs) if o is not None)
        stapel.extend(kind for kind in deel.kinderen if kind.soort not in _EENHEID)
    return uit


def _verantwoording(ouder: etree._Element, doel: Doel, soort: str, kenmerk: Kenmerken, verslag: Verslag) -> None:
    element = _c(ouder, "Verantwoording")
    _c(element, "doel", kenmerk.doel(doel))
    _c(element, "soortWijziging", soort)
    if doel.jwv:
        _c(element, "juridischWerkendVanaf", doel.jwv.isoformat())
    if doel.gv and doel.terugwerkend:
        _c(element, "geldigVanaf", doel.gv.isoformat())
    _bron(_c(_c(element, "gepubliceerdIn"), "JuridischeBronpublicatie"), doel, kenmerk, verslag)


def _bron(element: etree._Element, doel: Doel, kenmerk: Kenmerken, verslag: Verslag) -> None:
    meta = kenmerk.historie.regeling.meta
    blad = (meta.bron or "") if doel.id == INSTELLING else doel.blad
    url = verwijzing_van(blad)
    _c(element, "url", url or _work(doel, kenmerk.historie, kenmerk))
    if url:
        _c(element, "publicatieIdentifier", blad)
    naam = _BLADEN.get(blad.split("-")[0].lower())
    if naam is None:
        naam = {"gm": "Gemeenteblad", "pv": "Provinciaal blad", "ws": "Waterschapsblad"}.get(
            kenmerk.gezag.code[:2], "Staatscourant"
        )
        tekst = f"Van {doel.besluit} is niet bekend in welk blad het staat; aangehouden is {naam}."
        verslag.meld(AANGEVULD, tekst, "Vul het blad in bij het importeren.")
    _c(element, "publicatienaam", naam)
    _c(element, "soortGepubliceerdWork", "/join/id/stop/work_003")
    if doel.vast:
        _c(element, "ondertekendOp", doel.vast.isoformat())
    dag = doel.bek or doel.jwv
    _c(element, "gepubliceerdOp", dag.isoformat() if dag else f"{kenmerk.jaar}-01-01")


def _work(doel: Doel, historie: Geschiedenis, kenmerk: Kenmerken) -> str:
    ontleed = next((o for o in historie.besluiten if o.besluit.meta.id == doel.besluit), None)
    return bill(kenmerk.gezag, ontleed.besluit.meta)[0] if ontleed else kenmerk.work
