"""The data modules of STOP: identification, metadata, procedure, consolidation information."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxml import etree

from amend.history.doel import Doel
from amend.model.besluit import BesluitMeta
from amend.model.regeling import RegelingMeta
from amend.write.codes import AANGEVULD
from amend.write.stop.kenmerken import ONDERWERP, SOORT_REGELING, Gezag, Kenmerken, gezag
from amend.write.stop.namen import DATA, d
from amend.write.stop.plek import Verslag
from amend.write.xml_bouw import schoon, sub_van

_DEFINITIEF = "/join/id/stop/proceduretype_definitief"


def module(ouder: etree._Element, naam: str) -> etree._Element:
    """A new module: an element of imop-data that declares its namespace."""
    element: etree._Element = etree.SubElement(ouder, d(naam), nsmap={None: DATA})
    return element


def veld(ouder: etree._Element, naam: str, waarde: str = "") -> etree._Element:
    """A field in a module."""
    element = sub_van(ouder, d(naam))
    if waarde:
        element.text = schoon(waarde)
    return element


def identificatie(ouder: etree._Element, work: str, expressie: str, soort: str) -> None:
    """ExpressionIdentificatie. ``soort``: 003 decision, 019 regulation."""
    element = module(ouder, "ExpressionIdentificatie")
    veld(element, "FRBRWork", work)
    veld(element, "FRBRExpression", expressie)
    veld(element, "soortWork", f"/join/id/stop/work_{soort}")


def besluit_metadata(ouder: etree._Element, meta: BesluitMeta, van: Gezag, titel: str, verslag: Verslag) -> None:
    """BesluitMetadata; values of lists that are not known are standard ones, and said so."""
    element = module(ouder, "BesluitMetadata")
    _gezag(element, van)
    veld(element, "officieleTitel", titel)
    _citeertitel(element, meta.citeertitel)
    veld(veld(element, "onderwerpen"), "onderwerp", ONDERWERP)
    veld(element, "soortProcedure", _DEFINITIEF)
    verslag.meld(
        AANGEVULD, f"Het onderwerp in de metagegevens is de standaardwaarde {ONDERWERP}.", "Kies een onderwerp."
    )


def regeling_metadata(ouder: etree._Element, meta: RegelingMeta, titel: str, verslag: Verslag) -> None:
    """RegelingMetadata of a regulation."""
    element = module(ouder, "RegelingMetadata")
    _gezag(element, gezag(meta, verslag))
    veld(element, "officieleTitel", titel)
    _citeertitel(element, meta.citeertitel)
    veld(veld(element, "onderwerpen"), "onderwerp", ONDERWERP)
    veld(element, "soortRegeling", SOORT_REGELING)
    verslag.meld(
        AANGEVULD,
        f"Onderwerp ({ONDERWERP}) en soort regeling ({SOORT_REGELING}) zijn standaardwaarden.",
        "Kies de juiste.",
    )


def _gezag(element: etree._Element, van: Gezag) -> None:
    veld(element, "soortBestuursorgaan", van.orgaan)
    veld(element, "eindverantwoordelijke", van.organisatie)
    veld(element, "maker", van.organisatie)


def _citeertitel(element: etree._Element, titel: str | None) -> None:
    if titel:
        houder = veld(veld(element, "heeftCiteertitelInformatie"), "CiteertitelInformatie")
        veld(houder, "citeertitel", titel)
        veld(houder, "isOfficieel", "true")


def versie_metadata(ouder: etree._Element, nummer: int) -> None:
    """RegelingVersieMetadata."""
    veld(module(ouder, "RegelingVersieMetadata"), "versienummer", str(nummer))


def procedureverloop(ouder: etree._Element, meta: BesluitMeta, bekend: date, verslag: Verslag) -> None:
    """Procedureverloop: adoption and signature, both on the day of adoption."""
    dag = meta.vastgesteld
    if dag is None:
        dag = bekend
        tekst = (
            f"De dag van vaststelling is niet bekend; in het procedureverloop staat de dag van bekendmaking ({dag})."
        )
        verslag.meld(AANGEVULD, tekst, "Vul de dag van vaststelling en ondertekening in.")
    element = module(ouder, "Procedureverloop")
    veld(element, "bekendOp", bekend.isoformat())
    stappen = veld(element, "procedurestappen")
    for nummer in ("002", "003"):
        stap = veld(stappen, "Procedurestap")
        veld(stap, "soortStap", f"/join/id/stop/procedure/stap_{nummer}")
        veld(stap, "voltooidOp", dag.isoformat())


def consolidatie_informatie(
    ouder: etree._Element, kenmerken: Kenmerken, doelen: Iterable[tuple[Doel, str, str]]
) -> None:
    """ConsolidatieInformatie. Each doel with the eId of its mutation and the eId of its commencement clause."""
    element = module(ouder, "ConsolidatieInformatie")
    rij = list(doelen)
    beoogd = veld(element, "BeoogdeRegelgeving")
    for doel, bij_mutatie, _ in rij:
        regeling = veld(beoogd, "BeoogdeRegeling")
        veld(veld(regeling, "doelen"), "doel", kenmerken.doel(doel))
        veld(regeling, "instrumentVersie", kenmerken.expressie(doel))
        veld(regeling, "eId", bij_mutatie)
    stempels = [
        (doel, soort, dag, eid)
        for doel, _, eid in rij
        for soort, dag in (("juridischWerkendVanaf", doel.jwv), ("geldigVanaf", doel.gv if doel.terugwerkend else None))
        if dag is not None and eid
    ]
    if stempels:
        houder = veld(element, "Tijdstempels")
        for doel, soort, dag, eid in stempels:
            stempel = veld(houder, "Tijdstempel")
            veld(stempel, "doel", kenmerken.doel(doel))
            veld(stempel, "soortTijdstempel", soort)
            veld(stempel, "datum", dag.isoformat())
            veld(stempel, "eId", eid)
