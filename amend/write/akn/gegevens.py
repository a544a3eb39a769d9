"""The meta of an Akoma Ntoso document: FRBR identification, life of the text, times, changes, references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from amend.model.akn_namen import a
from amend.write.xml_bouw import schoon, sub_van

REDACTIE = "#amend"


@dataclass(frozen=True, slots=True)
class Frbr:
    """Identification of one document. ``naam`` of the component: "!main", "!bijlage_1"."""

    work: str
    expressie: str
    gemaakt: date
    uitgegeven: date
    auteur: str
    bij: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """A day in the life of the text. ``soort``: generation, amendment or repeal; ``bron``: eId of a reference."""

    id: str
    dag: date
    soort: str
    bron: str


@dataclass(frozen=True, slots=True)
class Tekstwijziging:
    """One textualMod. ``soort``: insertion, substitution, repeal, renumbering."""

    soort: str
    bron: str
    doel: str


@dataclass(slots=True)
class Gegevens:
    """Everything in meta."""

    frbr: Frbr
    gebeurtenissen: list[Gebeurtenis] = field(default_factory=list)
    tijden: list[tuple[str, tuple[tuple[str, str, str], ...]]] = field(default_factory=list)
    """Temporal groups: eId, and per interval (start event, end event or "", concept)."""
    actief: list[Tekstwijziging] = field(default_factory=list)
    passief: list[Tekstwijziging] = field(default_factory=list)
    verwijzingen: list[tuple[str, str, str, str]] = field(default_factory=list)
    """References: element, eId, href, text shown."""


def schrijf_gegevens(ouder: etree._Element, g: Gegevens, component: str = "!main") -> None:
    """The whole meta element; a component (annex) has only its identification."""
    meta = sub_van(ouder, a("meta"))
    _identificatie(meta, g.frbr, component)
    if component != "!main":
        return
    if g.gebeurtenissen:
        leven = _met_bron(meta, "lifecycle")
        for gebeurtenis in g.gebeurtenissen:
            element = sub_van(leven, a("eventRef"))
            element.set("eId", gebeurtenis.id)
            element.set("date", gebeurtenis.dag.isoformat())
            element.set("type", gebeurtenis.soort)
            element.set("source", f"#{gebeurtenis.bron}")
    _analyse(meta, g)
    if g.tijden:
        tijden = _met_bron(meta, "temporalData")
        for eid, intervallen in g.tijden:
            groep = sub_van(tijden, a("temporalGroup"))
            groep.set("eId", eid)
            for start, eind, begrip in intervallen:
                interval = sub_van(groep, a("timeInterval"))
                interval.set("start", f"#{start}")
                if eind:
                    interval.set("end", f"#{eind}")
                interval.set("refersTo", f"#{begrip}")
    _verwijzingen(meta, g.verwijzingen)


def _met_bron(meta: etree._Element, naam: str) -> etree._Element:
    element = sub_van(meta, a(naam))
    element.set("source", REDACTIE)
    return element


def _identificatie(meta: etree._Element, frbr: Frbr, component: str) -> None:
    houder = _met_bron(meta, "identification")
    for naam, uri, dag, auteur in (
        ("FRBRWork", frbr.work, frbr.gemaakt, frbr.auteur),
        ("FRBRExpression", frbr.expressie, frbr.uitgegeven, frbr.auteur),
        ("FRBRManifestation", f"{frbr.expressie}.akn", frbr.uitgegeven, REDACTIE),
    ):
        element = sub_van(houder, a(naam))
        _waarde(element, "FRBRthis", f"{uri}/{component}")
        _waarde(element, "FRBRuri", uri)
        for soort, waarde in frbr.bij if naam == "FRBRExpression" else ():
            alias = _waarde(element, "FRBRalias", waarde)
            alias.set("name", soort)
        datum = sub_van(element, a("FRBRdate"))
        datum.set("date", dag.isoformat())
        datum.set("name", "Generation")
        sub_van(element, a("FRBRauthor")).set("href", auteur)
        if naam == "FRBRWork":
            _waarde(element, "FRBRcountry", "nl")
        elif naam == "FRBRExpression":
            sub_van(element, a("FRBRlanguage")).set("language", "nld")


def _waarde(ouder: etree._Element, naam: str, waarde: str) -> etree._Element:
    element = sub_van(ouder, a(naam))
    element.set("value", schoon(waarde))
    return element


def _analyse(meta: etree._Element, g: Gegevens) -> None:
    if not g.actief and not g.passief:
        return
    analyse = _met_bron(meta, "analysis")
    for naam, voor, rij in (("activeModifications", "amod", g.actief), ("passiveModifications", "pmod", g.passief)):
        if rij:
            houder = sub_van(analyse, a(naam))
            for n, wijziging in enumerate(rij, 1):
                element = sub_van(houder, a("textualMod"))
                element.set("type", wijziging.soort)
                element.set("eId", f"{voor}_{n}")
                sub_van(element, a("source")).set("href", wijziging.bron)
                sub_van(element, a("destination")).set("href", wijziging.doel)


def _verwijzingen(meta: etree._Element, rij: Iterable[tuple[str, str, str, str]]) -> None:
    houder = _met_bron(meta, "references")
    for naam, eid, href, tekst in rij:
        element = sub_van(houder, a(naam))
        element.set("eId", eid)
        element.set("href", href)
        element.set("showAs", schoon(tekst) or eid)
