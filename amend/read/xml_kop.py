"""Headings and numbers: kop, lidnr, li/@nr, li.nr; headings that stand wholly in one element; repealed elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from amend.model.numbering import nummer_van
from amend.model.tree import INDELING, ITEMS, Node, Run, Soort, Status, Tekst, platte_tekst
from amend.read import codes_xml as codes
from amend.read.xml_lezer import Lezer, eigen, lees_runs, oorsprong_van, plat

_HEEL: Final = re.compile(
    r"(?i:(?P<label>hoofdstuk|afdeling|paragraaf|artikel|titel|deel|boek|bijlage|§)\s*)?"
    r"(?P<nr>\d+(?:[.:]\d+)*[a-zA-Z]{0,2}|(?<=[a-z§] )[IVXLC]+[a-z]?)(?P<punt>[.:]?)(?:\s+|(?<=[.:])|$)(?P<titel>.*)"
)
_STATUS: Final = {"vervallen": Status.VERVALLEN, "gereserveerd": Status.GERESERVEERD}
_KAN_VERVALLEN: Final = INDELING | ITEMS | {Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE, Soort.DIVISIE}


@dataclass(frozen=True, slots=True)
class Kop:
    """What stands before the content: printed kind, marker, bare number, heading; ``rest``: what has no name."""

    label: str = ""
    aanduiding: str = ""
    nummer: str = ""
    opschrift: Tekst = ()
    rest: tuple[etree._Element, ...] = ()


def lees_kop(lezer: Lezer, element: etree._Element, soort: Soort | None = None) -> Kop:
    """The heading and number of an element, wherever its vocabulary keeps them."""
    kop = lezer.kind(element, "kop")
    label, aanduiding = eigen(element, "label") or "", _los_nummer(lezer, element, soort)
    opschrift: Tekst = ()
    rest: tuple[etree._Element, ...] = ()
    if kop is not None:
        titel = lezer.kind(kop, "titel")
        label = plat(lezer, lezer.kind(kop, "label")) or label
        aanduiding = plat(lezer, lezer.kind(kop, "nr")) or aanduiding
        opschrift = () if titel is None else lees_runs(lezer, titel, oorsprong_van(element))
        rest = tuple(kind for kind in kop if lezer.naam(kind) not in ("label", "nr", "titel"))
    if not lezer.opslag and label and not aanduiding and not opschrift and (heel := _splits(label)):
        lezer.meld(codes.KOP_GESPLITST, "", f"De kop “{label}” stond in één element en is gesplitst.", element)
        label, aanduiding, opschrift = heel
    gegeven = eigen(element, "nummer")
    return Kop(label, aanduiding, nummer_van(aanduiding) if gegeven is None else gegeven, opschrift, rest)


def _los_nummer(lezer: Lezer, element: etree._Element, soort: Soort | None) -> str:
    if soort in ITEMS:
        nr = lezer.kind(element, "li.nr")
        if nr is not None:
            return plat(lezer, nr)
        waarde = element.get("nr") or ""
        return waarde if lezer.opslag else " ".join(waarde.split())
    lidnr = lezer.kind(element, "lidnr")
    return plat(lezer, lidnr) if lidnr is not None else eigen(element, "aanduiding") or ""


def _splits(kop: str) -> tuple[str, str, Tekst] | None:
    treffer = _HEEL.fullmatch(kop)
    if not treffer or not (treffer["titel"] or treffer["label"]):
        return None
    titel = treffer["titel"].strip()
    return treffer["label"] or "", treffer["nr"] + treffer["punt"], (Run(titel),) if titel else ()


def status_uit_tekst(node: Node) -> Status:
    """VERVALLEN or GERESERVEERD when that word, in brackets or not, is all that an element holds."""
    if node.soort not in _KAN_VERVALLEN or node.status is not Status.ACTIEF:
        return Status.ACTIEF
    if node.kinderen:
        enige = node.kinderen[0]
        tekst = platte_tekst(enige.tekst) if len(node.kinderen) == 1 and enige.soort is Soort.AL else ""
    else:
        tekst = platte_tekst(node.opschrift)
    return _STATUS.get(tekst.strip("[]() .").lower(), Status.ACTIEF)
