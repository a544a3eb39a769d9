"""Nodes → XML elements, for both vocabularies. The counterpart of :mod:`amend.read.xml_blokken`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from typing import Any, Final

from lxml import etree

from amend.model.tree import INDELING, ITEMS, Mark, Node, Run, Soort, Status, Tekst
from amend.model.vocabulaire import (
    ELEMENT,
    EXTRA_DEEL,
    EXTRA_ELEMENT,
    EXTRA_IN,
    EXTRA_STATUS,
    EXTRA_TGROUP,
    KOP_VERPLICHT,
    OMHULSELS,
    REGELS,
    TEKSTBLOK,
    amend_naam,
    is_tekst_in_indeling,
)
from amend.read.xml_veilig import parse_fragment
from amend.write.xml_bouw import (
    Vorm,
    letterlijk,
    natuurlijk,
    runs_in,
    sub_van,
    tekst_in,
    zet,
    zet_deelkenmerken,
    zet_eigenschappen,
    zet_fragment,
)

STATUS_TEKST: Final = {Status.VERVALLEN: "[Vervallen]", Status.GERESERVEERD: "[Gereserveerd]"}
_TOONT_STATUS: Final = INDELING | ITEMS | {Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE, Soort.DIVISIE}
_LOS_NUMMER: Final = TEKSTBLOK | {Soort.TABEL, Soort.RIJ, Soort.CEL}
_TGROUP: Final = ("tgroup", "kolommen", "thead", "tbody", "tfoot")
_SEGMENT: Final = re.compile(r"([a-z.]+)(?:\[(\d+)\])?")
_TERM: Final = Mark("term")
_Extra = tuple[tuple[str, str], ...]


def schrijf_blokken(ouder: etree._Element, nodes: Iterable[Node], vorm: Vorm) -> None:
    """Write nodes as the last children of an element."""
    for node in nodes:
        schrijf_node(ouder, node, vorm)


def schrijf_node(ouder: etree._Element, node: Node, vorm: Vorm, naam: str = "", standaard: Soort | None = None) -> None:
    """Write one node. ``naam``: another element name than that of the kind; ``standaard``: kind its list implies."""
    if node.soort is Soort.FRAGMENT:
        houder = zet_fragment(ouder, node.xml, "", vorm)
        if houder is not None:
            zet_eigenschappen(houder, node, vorm, node.extra)
        return
    element = vorm.sub(ouder, naam or ELEMENT[node.soort])
    structuur, rest = _structuur(node) if naam or node.soort in (Soort.TABEL, Soort.RIJ) else ({}, node.extra)
    zet_eigenschappen(element, node, vorm, rest)
    if vorm.eigen and (naam in OMHULSELS or _soort_nodig(node, standaard)):
        zet(element, "soort", node.soort)
    if node.soort in TEKSTBLOK and not node.kinderen and not node.opschrift:
        _tekstblok(element, node, vorm)
        return
    _kop(element, node, vorm)
    _losse_tekst(element, node, vorm)
    _inhoud(element, node, vorm, structuur)
    schrijf_bijlagen(element, node, vorm)


def schrijf_bijlagen(element: etree._Element, node: Node, vorm: Vorm) -> None:
    """What the vocabulary keeps in a closing element of the node (the meta-data of BWB)."""
    for sleutel, waarde in node.extra if vorm.bijlagen else ():
        deel = parse_fragment(waarde) if sleutel in vorm.bijlagen else None
        if deel is not None:
            element.append(letterlijk(deel))


def _soort_nodig(node: Node, standaard: Soort | None) -> bool:
    if node.soort not in ITEMS:
        return False
    return node.soort is not (standaard or (Soort.ONDERDEEL if node.nummer else Soort.STREEPJE))


def _tekstblok(element: etree._Element, node: Node, vorm: Vorm) -> None:
    voor = " ".join(filter(None, (node.label, node.aanduiding)))
    if vorm.eigen:
        _zet_los_nummer(element, node)
        runs_in(element, node.tekst, node.oorsprong, vorm)
    else:
        runs_in(element, (Run(f"{voor} "), *node.tekst) if voor else node.tekst, node.oorsprong, vorm)


def _zet_los_nummer(element: etree._Element, node: Node) -> None:
    if node.label:
        zet(element, "label", node.label)
    if node.aanduiding:
        zet(element, "aanduiding", node.aanduiding)


def _kop(element: etree._Element, node: Node, vorm: Vorm) -> None:
    """The number and heading, where the vocabulary wants them."""
    if node.soort in ITEMS or node.soort is Soort.LID:
        _nummer(element, node, vorm)
        if node.opschrift:
            runs_in(vorm.sub(vorm.sub(element, "kop"), "titel"), node.opschrift, node.oorsprong, vorm)
    elif node.soort in _LOS_NUMMER:
        _los(element, node, vorm)
    elif node.soort in KOP_VERPLICHT or node.label or node.aanduiding or node.opschrift:
        schrijf_kop(element, node.label, node.aanduiding, node.opschrift, vorm, node)


def _los(element: etree._Element, node: Node, vorm: Vorm) -> None:
    if vorm.eigen:
        _zet_los_nummer(element, node)
    opschrift = node.opschrift
    if not vorm.eigen and (voor := " ".join(filter(None, (node.label, node.aanduiding)))):
        opschrift = (Run(f"{voor} " if opschrift else voor), *opschrift)
    if opschrift:
        titel = vorm.sub(element, "title") if node.soort is Soort.TABEL else vorm.sub(vorm.sub(element, "kop"), "titel")
        runs_in(titel, opschrift, node.oorsprong, vorm)


def _nummer(element: etree._Element, node: Node, vorm: Vorm) -> None:
    if vorm.eigen and node.label:
        zet(element, "label", node.label)
    aanduiding = node.aanduiding if vorm.eigen else " ".join(filter(None, (node.label, node.aanduiding)))
    if node.soort is Soort.LID:
        if aanduiding:
            lidnr = vorm.sub(element, "lidnr")
            tekst_in(lidnr, aanduiding)
            zet_deelkenmerken(lidnr, "lidnr", node, vorm)
    elif vorm.dialect.li_nr_element or tekst_nodig(aanduiding):
        if aanduiding:
            tekst_in(vorm.sub(element, "li.nr"), aanduiding)
    else:
        element.set("nr", aanduiding)


def tekst_nodig(aanduiding: str) -> bool:
    """True when a marker cannot stand in an attribute (XML changes line ends there)."""
    return aanduiding != " ".join(aanduiding.split()) or not aanduiding.isprintable()


def schrijf_kop(
    element: etree._Element, label: str, aanduiding: str, opschrift: Tekst, vorm: Vorm, node: Node | None = None
) -> None:
    """A kop with label, number and heading, those that there are; an empty label when there are none."""
    kop = vorm.sub(element, "kop")
    if label or not (aanduiding or opschrift):
        tekst_in(vorm.sub(kop, "label"), label)
    if aanduiding:
        tekst_in(vorm.sub(kop, "nr"), aanduiding)
    if opschrift:
        runs_in(vorm.sub(kop, "titel"), opschrift, node.oorsprong if node else None, vorm)
    for deel in kop:
        zet_deelkenmerken(deel, str(etree.QName(deel).localname), node, vorm)


def _losse_tekst(element: etree._Element, node: Node, vorm: Vorm) -> None:
    if node.tekst or node.soort in TEKSTBLOK:
        houder = sub_van(element, amend_naam("tekst")) if vorm.eigen else vorm.sub(element, "al")
        runs_in(houder, node.tekst, node.oorsprong, vorm)


def _inhoud(element: etree._Element, node: Node, vorm: Vorm, structuur: dict[str, str]) -> None:
    if node.status is not Status.ACTIEF and node.soort in _TOONT_STATUS and not node.kinderen and not node.tekst:
        _statustekst(element, node, vorm)
    elif node.soort is Soort.TABEL:
        _tabel(element, node, vorm, structuur)
    elif node.soort in (Soort.AANHEF, Soort.SLUITING):
        schrijf_omhuld(element, node.kinderen, vorm)
    elif node.soort is Soort.LIJST:
        _lijst(element, node, vorm)
    elif node.soort in INDELING:
        _indeling(element, node.kinderen, vorm)
    else:
        schrijf_blokken(element, node.kinderen, vorm)


def _statustekst(element: etree._Element, node: Node, vorm: Vorm) -> None:
    eigen = parse_fragment(node.attribuut(EXTRA_STATUS) or "") if not vorm.eigen else None
    if eigen is not None and eigen.tag == vorm.dialect.naam("al"):
        element.append(eigen)
        return
    houder = vorm.sub(element, "structuurtekst") if node.soort in INDELING else element
    al = vorm.sub(houder, "al")
    al.text = STATUS_TEKST[node.status]
    if vorm.eigen:
        zet(al, "redactioneel", "status")


def _lijst(element: etree._Element, node: Node, vorm: Vorm) -> None:
    begrippen = bool(node.kinderen) and all(kind.soort is Soort.BEGRIP for kind in node.kinderen)
    if begrippen and vorm.eigen:
        zet(element, "soort", "begrippen")
    if begrippen and vorm.definities:
        element.tag = vorm.dialect.naam("definitielijst")
        for kind in node.kinderen:
            _definitie(element, kind, vorm)
        return
    for kind in node.kinderen:
        schrijf_node(element, kind, vorm, standaard=Soort.BEGRIP if begrippen else None)


def _definitie(lijst: etree._Element, node: Node, vorm: Vorm) -> None:
    """A definition: its number, the term (the marked beginning of its first paragraph), and what it says."""
    element = vorm.sub(lijst, "definitie-item")
    zet_eigenschappen(element, node, vorm, node.extra)
    _nummer(element, node, vorm)
    kinderen = list(node.kinderen)
    tekst = kinderen[0].tekst if kinderen and kinderen[0].soort is Soort.AL else ()
    term = tuple(takewhile(lambda run: run.marks[:1] == (_TERM,), tekst))
    if term:
        runs_in(element, tekst[: len(term)], None, vorm)
        eerste = replace(kinderen[0], tekst=zonder_begin(tekst[len(term) :]))
        kinderen[:1] = [eerste] if eerste.tekst or eerste.extra else []
    schrijf_blokken(vorm.sub(element, "definitie"), kinderen, vorm)
    schrijf_bijlagen(element, node, vorm)


def zonder_begin(tekst: Tekst) -> Tekst:
    """Runs without the space they begin with."""
    if not tekst or not tekst[0].tekst.startswith(" "):
        return tekst
    eerste = replace(tekst[0], tekst=tekst[0].tekst[1:])
    return ((eerste,) if eerste.tekst or eerste.marks else ()) + tekst[1:]


def _indeling(element: etree._Element, kinderen: Iterable[Node], vorm: Vorm) -> None:
    """The content of a division: text stands in a structuurtekst, elements beside it."""
    tekst: etree._Element | None = None
    for kind in kinderen:
        if is_tekst_in_indeling(kind):
            tekst = vorm.sub(element, "structuurtekst") if tekst is None else tekst
            schrijf_node(tekst, kind, vorm)
        elif kind.soort is Soort.FRAGMENT and tekst is not None:
            schrijf_node(tekst, kind, vorm)
        else:
            tekst = None
            schrijf_node(element, kind, vorm)


def schrijf_lichaam(
    element: etree._Element, kinderen: Iterable[Node], vorm: Vorm, naam: str = "regeling-tekst"
) -> None:
    """The content of a regulation: its body in ``regeling-tekst``, the rest beside it, in the given order."""
    lichaam: list[Node] = []
    geschreven = False
    for kind in kinderen:
        if kind.soort not in (Soort.AANHEF, Soort.SLUITING, Soort.BIJLAGE, Soort.TOELICHTING):
            lichaam.append(kind)
            continue
        if lichaam or (kind.soort is not Soort.AANHEF and not geschreven):
            _indeling(vorm.sub(element, naam), lichaam, vorm)
            lichaam, geschreven = [], True
        schrijf_node(element, kind, vorm)
    if lichaam or not geschreven:
        _indeling(vorm.sub(element, naam), lichaam, vorm)


def schrijf_omhuld(element: etree._Element, nodes: Iterable[Node], vorm: Vorm) -> None:
    """The lines of an aanhef or sluiting, in the wrappers that they came in."""
    open_: list[tuple[str, etree._Element]] = []
    for node in nodes:
        structuur, _ = _structuur(node)
        pad = structuur[EXTRA_IN].split("/") if EXTRA_IN in structuur else []
        gelijk = 0
        while gelijk < min(len(open_), len(pad)) and open_[gelijk][0] == pad[gelijk]:
            gelijk += 1
        del open_[gelijk:]
        for deel in pad[gelijk:]:
            open_.append((deel, _omhulsel(open_[-1][1] if open_ else element, deel, vorm)))
        _schrijf_regel(open_[-1][1] if open_ else element, node, structuur, vorm)


def _omhulsel(ouder: etree._Element, deel: str, vorm: Vorm) -> etree._Element:
    """A wrapper; says its rank (``ondertekening[2]``) where that is not the one a reader counts."""
    naam, volg = deel.removesuffix("]").partition("[")[::2]
    element = vorm.sub(ouder, naam)
    geteld = sum(kind.get(amend_naam("soort")) is None for kind in ouder.iterchildren(str(element.tag)))
    if vorm.eigen and geteld != int(volg or 1):
        zet(element, "volg", volg or "1")
    return element


def _schrijf_regel(ouder: etree._Element, node: Node, structuur: dict[str, str], vorm: Vorm) -> None:
    if structuur:
        schrijf_node(ouder, node, vorm, structuur.get(EXTRA_ELEMENT) or ELEMENT.get(node.soort, ""))
    else:
        schrijf_node(ouder, node, vorm)


def _structuur(node: Node) -> tuple[dict[str, str], _Extra]:
    """The structural part of ``extra`` when it can be written as structure, and the rest."""
    sleutels = tuple(dict(node.extra))
    if node.soort is Soort.TABEL:
        kan = sleutels[:1] == (EXTRA_TGROUP,) and _tgroup(node.extra[0][1]) is not None
        return ({EXTRA_TGROUP: node.extra[0][1]}, node.extra[1:]) if kan else ({}, node.extra)
    if node.soort is Soort.RIJ:
        kan = sleutels[:1] == (EXTRA_DEEL,) and node.extra[0][1] in ("thead", "tfoot")
        return ({EXTRA_DEEL: node.extra[0][1]}, node.extra[1:]) if kan else ({}, node.extra)
    aantal = len([sleutel for sleutel in sleutels if sleutel in (EXTRA_IN, EXTRA_ELEMENT)])
    kop, rest = dict(node.extra[:aantal]), node.extra[aantal:]
    if len(kop) != aantal or tuple(kop) != tuple(k for k in (EXTRA_IN, EXTRA_ELEMENT) if k in kop):
        return {}, node.extra
    pad = [_SEGMENT.fullmatch(deel) for deel in kop[EXTRA_IN].split("/")] if EXTRA_IN in kop else []
    pad_kan = all(deel and deel[1] in OMHULSELS for deel in pad)
    naam_kan = EXTRA_ELEMENT not in kop or (kop[EXTRA_ELEMENT] in REGELS and node.soort is Soort.AL)
    return (kop, rest) if pad_kan and naam_kan else ({}, node.extra)


def _tgroup(waarde: str) -> dict[str, Any] | None:
    """The kept CALS group, or None when it cannot be written back exactly."""
    try:
        inhoud = json.loads(waarde)
    except ValueError:
        return None
    if not isinstance(inhoud, dict) or not inhoud or json.dumps(inhoud, ensure_ascii=False) != waarde:
        return None
    if list(inhoud) != [naam for naam in _TGROUP if inhoud.get(naam)]:
        return None
    attributen = [waarde for sleutel, waarde in inhoud.items() if sleutel != "kolommen"]
    attributen += [kolom[1] for kolom in inhoud.get("kolommen", [])]
    return inhoud if all(natuurlijk(tuple(deel.items())) for deel in attributen) else None


def _tabel(element: etree._Element, node: Node, vorm: Vorm, structuur: dict[str, str]) -> None:
    inhoud = _tgroup(structuur[EXTRA_TGROUP]) if structuur else None
    groep = vorm.sub(element, "tgroup")
    if inhoud is None:
        breedte = max((len(rij.kinderen) for rij in node.kinderen), default=0)
        groep.set("cols", str(breedte))
        if vorm.eigen:
            zet(groep, "afgeleid", "ja")
    for sleutel, waarde in (inhoud or {}).get("tgroup", {}).items():
        groep.set(sleutel, waarde)
    for naam, attributen in (inhoud or {}).get("kolommen", []):
        kolom = vorm.sub(groep, naam)
        for sleutel, waarde in attributen.items():
            kolom.set(sleutel, waarde)
    _rijen(groep, node, vorm, inhoud or {})


def _rijen(groep: etree._Element, node: Node, vorm: Vorm, inhoud: dict[str, Any]) -> None:
    huidig, deel = "", groep
    for rij in node.kinderen:
        naam = _structuur(rij)[0].get(EXTRA_DEEL, "tbody") if rij.soort is Soort.RIJ else huidig or "tbody"
        if naam != huidig:
            huidig, deel = naam, _deel(groep, naam, vorm, inhoud)
        schrijf_node(deel, rij, vorm)
    for naam in _TGROUP[2:]:
        if naam in inhoud and groep.find(vorm.dialect.naam(naam)) is None:
            _deel(groep, naam, vorm, inhoud)


def _deel(groep: etree._Element, naam: str, vorm: Vorm, inhoud: dict[str, Any]) -> etree._Element:
    deel = vorm.sub(groep, naam)
    for sleutel, waarde in inhoud.get(naam, {}).items():
        deel.set(sleutel, waarde)
    return deel
