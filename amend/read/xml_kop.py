"""Headings and numbers: kop, lidnr, li/@nr, li.nr; headings that stand wholly in one element; repealed elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from amend.model.numbering import nummer_van
from amend.model.tree import INDELING, ITEMS, Mark, Node, Run, Soort, Status, Tekst, platte_tekst
from amend.model.witruimte import voeg_samen
from amend.read import codes_xml as codes
from amend.read.xml_lezer import Lezer, eigen, lees_runs, natuurlijk, oorsprong_van, plat

_HEEL: Final = re.compile(
    r"(?i:(?P<label>hoofdstuk|afdeling|paragraaf|artikel|titel|deel|boek|bijlage|§)\s*)?"
    r"(?P<nr>\d+(?:[.:]\d+)*[a-zA-Z]{0,2}|(?<=[a-z§] )[IVXLC]+[a-z]?)(?P<punt>[.:]?)(?:\s+|(?<=[.:])|$)(?P<titel>.*)"
)
_STATUS: Final = {"vervallen": Status.VERVALLEN, "gereserveerd": Status.GERESERVEERD}
_RENVOOI: Final = ("stop:weg", "stop:nieuw")
_KAN_VERVALLEN: Final = INDELING | ITEMS | {Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE, Soort.DIVISIE}


@dataclass(frozen=True, slots=True)
class Kop:
    """What stands before the content: printed kind, marker, bare number, heading; ``rest``: what has no name.

    ``extra``: for ``Node.extra``, what label and number were in a text with marked changes, and foreign attributes.
    """

    label: str = ""
    aanduiding: str = ""
    nummer: str = ""
    opschrift: Tekst = ()
    rest: tuple[etree._Element, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


def lees_kop(lezer: Lezer, element: etree._Element, soort: Soort | None = None) -> Kop:
    """The heading and number of an element, wherever its vocabulary keeps them."""
    kop = element if lezer.naam(element) == "artikelkop" else lezer.kind(element, "kop")
    oud: dict[str, str] = {}
    label, aanduiding = eigen(element, "label") or "", _los_nummer(lezer, element, soort, oud)
    opschrift: Tekst = ()
    rest: tuple[etree._Element, ...] = ()
    if kop is not None:
        delen = [lezer.kind(kop, naam) for naam in ("label", "nr", "titel")]
        titel = delen[2]
        label = _deel(lezer, delen[0], "label", oud) or label
        aanduiding = _deel(lezer, delen[1], "nummer", oud) or aanduiding
        opschrift = () if titel is None else lees_runs(lezer, titel, oorsprong_van(element))
        opschrift = _met_losse_tekst(lezer, kop, opschrift)
        rest = tuple(kind for kind in kop if not any(kind is deel for deel in delen))
    if not lezer.opslag and label and not aanduiding and not opschrift and (heel := _splits(label)):
        lezer.meld(codes.KOP_GESPLITST, "", f"De kop “{label}” stond in één element en is gesplitst.", element)
        label, aanduiding, opschrift = heel
    gegeven = eigen(element, "nummer")
    nummer = nummer_van(aanduiding) if gegeven is None else gegeven
    extra = tuple((f"stop:oud-{k}", w) for k, w in oud.items()) + _deelkenmerken(lezer, element, kop)
    return Kop(label, aanduiding, nummer, opschrift, rest, extra)


def _met_losse_tekst(lezer: Lezer, kop: etree._Element, opschrift: Tekst) -> Tekst:
    """Text that stands in the heading itself, in none of its parts, goes with the heading."""
    if lezer.opslag:
        return opschrift
    los = " ".join(" ".join(filter(None, (kop.text, *(kind.tail for kind in kop)))).split())
    if not los:
        return opschrift
    lezer.meld(
        codes.LOSSE_TEKST, "", "Tekst die in een kop niet in een eigen element stond, staat in het opschrift.", kop
    )
    return voeg_samen((*opschrift, *((Run(" "),) if opschrift else ()), Run(los)))


def _deelkenmerken(lezer: Lezer, element: etree._Element, kop: etree._Element | None) -> tuple[tuple[str, str], ...]:
    """The foreign attributes of the parts of a heading, as ``<prefix><part>@<attribute>``."""
    if not lezer.voorvoegsel:
        return ()
    delen = [
        *(lezer.kinderen(kop, "label", "nr", "titel") if kop is not None else ()),
        *lezer.kinderen(element, "lidnr"),
    ]
    return tuple(
        (f"{lezer.voorvoegsel}{lezer.naam(deel)}@{sleutel}", waarde)
        for deel in delen
        for sleutel, waarde in natuurlijk(deel)
    )


def _deel(lezer: Lezer, element: etree._Element | None, wat: str, oud: dict[str, str]) -> str:
    """The text of a part of the heading; where it is marked as changed the new text, and the old one in ``oud``."""
    if element is None or not any(lezer.naam(kind) in _RENVOOI for kind in element):
        return plat(lezer, element)
    delen = lees_runs(lezer, element)
    teksten = ["".join(r.tekst for r in delen if Mark(weg) not in r.marks).strip() for weg in _RENVOOI]
    oud[wat] = teksten[1]
    return teksten[0]


def _los_nummer(lezer: Lezer, element: etree._Element, soort: Soort | None, oud: dict[str, str]) -> str:
    if soort in ITEMS:
        nr = lezer.kind(element, "li.nr")
        if nr is not None:
            return _deel(lezer, nr, "nummer", oud)
        waarde = element.get("nr") or ""
        return waarde if lezer.opslag else " ".join(waarde.split())
    lidnr = lezer.kind(element, "lidnr")
    if lidnr is not None:
        return _deel(lezer, lidnr, "nummer", oud)
    return eigen(element, "aanduiding") or ""


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
