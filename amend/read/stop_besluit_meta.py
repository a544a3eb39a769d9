"""The metadata of a STOP decision: title, authority, dates of the procedure, and the dates of its doelen."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Literal

from lxml import etree

from amend.model.besluit import Besluit, BesluitMeta, Tijdstempel
from amend.model.tree import platte_tekst
from amend.read.stop_meta import bewaar, datum, neem_maker
from amend.read.stop_namen import eerste, lokaal, waarde
from amend.read.xml_lezer import Lezer

_STAP: Final = {"stap_002": "vastgesteld", "stap_003": "ondertekend"}
_SOORTEN: Final[dict[str, Literal["juridischWerkendVanaf", "geldigVanaf"]]] = {
    "juridischWerkendVanaf": "juridischWerkendVanaf",
    "geldigVanaf": "geldigVanaf",
}


def lees_besluit_meta(
    lezer: Lezer, root: etree._Element, houder: etree._Element, besluit: Besluit, id: str | None
) -> BesluitMeta:
    """The metadata beside the text; every block is kept under its own name."""
    blokken = _blokken(root, houder)
    velden: dict[str, Any] = {"titel": platte_tekst(besluit.intitule)}
    for blok in blokken:
        naam = lokaal(blok)
        if naam == "BesluitMetadata":
            velden["titel"] = velden["titel"] or waarde(blok, "officieleTitel")
            velden["citeertitel"] = waarde(blok, "citeertitel") or None
            neem_maker(blok, velden)
            velden["bestuursorgaan"] = waarde(blok, "eindverantwoordelijke") or None
        elif naam == "Procedureverloop":
            velden |= _procedure(lezer, blok)
        elif naam == "ConsolidatieInformatie":
            velden["tijdstempels"] = _tijdstempels(lezer, blok)
        elif naam == "ExpressionIdentificatie" and "id" not in velden:
            velden["id"] = waarde(blok, "FRBRExpression")
    for veld in ("autoriteit", "organisatietype"):
        velden.pop(veld, None)
    if id is not None:
        velden["id"] = id
    return BesluitMeta(**velden, overig=bewaar(blokken))


def _blokken(root: etree._Element, houder: etree._Element) -> list[etree._Element]:
    """The blocks of metadata: beside the text, and beside the version of the decision."""
    uit: list[etree._Element] = []
    element: etree._Element | None = houder
    while element is not None and element is not root:
        ouder = element.getparent()
        uit[:0] = [kind for kind in (ouder if ouder is not None else ()) if kind is not element and lokaal(kind)]
        element = ouder
    return uit


def _procedure(lezer: Lezer, blok: etree._Element) -> dict[str, date | None]:
    """Published, and adopted (or else signed)."""
    dagen: dict[str, date | None] = {}
    for stap in blok.iter("{*}Procedurestap"):
        naam = _STAP.get(waarde(stap, "soortStap").rpartition("/")[2])
        if naam:
            dagen[naam] = datum(lezer, eerste(stap, "voltooidOp"))
    return {
        "bekend": datum(lezer, eerste(blok, "bekendOp")),
        "vastgesteld": dagen.get("vastgesteld") or dagen.get("ondertekend"),
    }


def _tijdstempels(lezer: Lezer, blok: etree._Element) -> tuple[Tijdstempel, ...]:
    """The dates per doel, with the parts of the decision that realise it."""
    delen: dict[str, list[str]] = {}
    for element in blok.iter("{*}BeoogdeRegeling", "{*}Intrekking"):
        for genoemd in element.iter("{*}doel"):
            eid = waarde(element, "eId").rpartition("#")[2]
            delen.setdefault((genoemd.text or "").strip(), []).append(eid)
    uit: list[Tijdstempel] = []
    for element in blok.iter("{*}Tijdstempel"):
        doel, soort = waarde(element, "doel"), _SOORTEN.get(waarde(element, "soortTijdstempel"))
        dag = datum(lezer, eerste(element, "datum"))
        if soort is not None and dag is not None:
            uit.append(Tijdstempel(doel, soort, dag, tuple(dict.fromkeys(delen.get(doel, ())))))
    return tuple(uit)
