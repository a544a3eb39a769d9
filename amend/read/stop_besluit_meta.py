"""The metadata of a STOP decision: title, authority, dates of the procedure, and the dates of its doelen."""

from __future__ import annotations

from typing import Any

from lxml import etree

from amend.model.besluit import Besluit, BesluitMeta, Tijdstempel
from amend.model.tree import platte_tekst
from amend.read.stop_meta import bewaar, lees_procedure, lees_tijdstempels, neem_maker
from amend.read.stop_namen import lokaal, waarde
from amend.read.xml_lezer import Lezer


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
            velden |= lees_procedure(lezer, blok)
        elif naam == "ConsolidatieInformatie":
            velden["tijdstempels"] = tuple(
                Tijdstempel(s.doel, s.soort, s.datum, s.delen) for s in lees_tijdstempels(lezer, blok)
            )
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
