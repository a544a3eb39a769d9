"""BWB toestand → Regeling: the consolidated national text, with source, effect and dates of every element.

The vocabulary is that of the official publications. What BWB records on an element (``bron``, ``effect``,
``inwerking``, ``stam-id`` …) is kept in ``Node.extra`` as ``bwb:<name>``, its ``meta-data`` (sources, JCI references,
retroactive annotations) verbatim as ``bwb:meta-data``. ``stam-id`` is lineage: it gives the permanent identity, so
that an article is the same one in every toestand. Source: toestand_0.36.xsd, formaten.md 3.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any, Final

from lxml import etree

from amend.model.bwb_velden import META_DATA, OMHULSEL, STAM, VOORVOEGSEL, stam_wid
from amend.model.identity import geef_wids
from amend.model.melding import Melding
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Node, Soort, alle_nodes, platte_tekst
from amend.model.vocabulaire import OP_DIALECT
from amend.read import codes_xml as codes
from amend.read.verlies import van_nodes, verlies, zonder_tags
from amend.read.xml_blokken import lees_node
from amend.read.xml_lezer import Lezer, lees_runs
from amend.read.xml_veilig import canoniek, parse_xml

_TEKSTEN: Final = ("wet-besluit", "regeling", "circulaire", "verdrag")
_LOS: Final = ("bwb-inputbestand", "bwb-wijzigingen", "redactionele-correcties")


def lees_bwb(data: bytes, id: str | None = None) -> tuple[Regeling | None, tuple[Melding, ...]]:
    """The regulation in a BWB toestand, with findings; None (and an E) when it is none or cannot be read."""
    root, meldingen = parse_xml(data)
    if root is None:
        return None, meldingen
    lezer = Lezer(OP_DIALECT, voorvoegsel=VOORVOEGSEL, bijlagen={"meta-data": META_DATA})
    wetgeving = lezer.kind(root, "wetgeving") if lezer.naam(root) == "toestand" else None
    if wetgeving is None:
        naam = etree.QName(root).localname
        return None, (codes.ANDER_SOORT.melding(f"Het bestand begint met <{naam}> en is dus geen BWB-toestand."),)
    tekst = lezer.kind(wetgeving, *_TEKSTEN)
    if tekst is None:
        return None, (codes.GEEN_TEKST.melding("In de toestand staat geen tekst van een wet, besluit of regeling."),)
    meta = _meta(lezer, root, wetgeving, tekst, id)
    (boom,) = lees_node(lezer, tekst, Soort.REGELING)
    intitule = lezer.kind(wetgeving, "intitule")
    boom = replace(boom, opschrift=() if intitule is None else _zonder_gegevens(lezer, intitule)[0])
    overig = (zonder_tags(waarde) for _, waarde in meta.overig if waarde.startswith("<"))
    bewaard = (*van_nodes((boom,)), meta.citeertitel or "", *overig)
    if melding := verlies((root,), bewaard):
        return None, (*lezer.meldingen, melding)
    return Regeling(meta, geef_wids(_met_stam(boom, meta.autoriteit), f"{meta.autoriteit}_1")), lezer.meldingen


def _zonder_gegevens(lezer: Lezer, element: etree._Element) -> tuple[Any, str]:
    """The runs of a line, and the line as XML with its attributes and data but without its text."""
    tekst = canoniek_kopie(element)
    for deel in lezer.kinderen(tekst, "meta-data"):
        _neem_weg(deel)
    runs = lees_runs(lezer, tekst)
    leeg = etree.Element(element.tag, dict(element.attrib))
    for deel in lezer.kinderen(element, "meta-data"):
        leeg.append(canoniek_kopie(deel))
    return runs, canoniek(leeg)


def canoniek_kopie(element: etree._Element) -> etree._Element:
    """A detached copy without tail."""
    kopie = etree.fromstring(canoniek(element), etree.XMLParser(resolve_entities=False, no_network=True))
    assert kopie is not None  # noqa: S101 - canonical XML of an element parses
    return kopie


def _neem_weg(deel: etree._Element) -> None:
    """Take an element out and keep the text after it."""
    ouder, vorige = deel.getparent(), deel.getprevious()
    assert ouder is not None  # noqa: S101 - it was found as a child
    if vorige is not None:
        vorige.tail = (vorige.tail or "") + (deel.tail or "")
    else:
        ouder.text = (ouder.text or "") + (deel.tail or "")
    ouder.remove(deel)


def _meta(
    lezer: Lezer, root: etree._Element, wetgeving: etree._Element, tekst: etree._Element, id: str | None
) -> RegelingMeta:
    bwb_id = root.get("bwb-id") or ""
    overig: list[tuple[str, str]] = [
        (f"{VOORVOEGSEL}toestand", _paren(root)),
        (f"{VOORVOEGSEL}wetgeving", _paren(wetgeving)),
    ]
    overig += [(f"{VOORVOEGSEL}{naam}", canoniek(el)) for naam in _LOS for el in lezer.kinderen(root, naam)]
    velden: dict[str, Any] = {"id": bwb_id if id is None else id, "autoriteit": bwb_id.lower() or "bwb"}
    for kind in wetgeving:
        naam = lezer.naam(kind)
        if naam in ("intitule", "citeertitel"):
            runs, leeg = _zonder_gegevens(lezer, kind)
            velden["titel" if naam == "intitule" else "citeertitel"] = platte_tekst(runs)
            overig.append((f"{VOORVOEGSEL}{naam}", leeg))
        elif kind is not tekst:
            overig.append((f"{VOORVOEGSEL}rest", canoniek(kind)))
    overig.append((OMHULSEL, lezer.naam(tekst)))
    in_werking = _datum(lezer, root, "inwerkingtreding")
    velden["inwerkingtreding"] = in_werking
    velden["vastgesteld"] = _eerste_datum(lezer, wetgeving, "ondertekening_bron")
    return RegelingMeta(**velden, overig=tuple(overig))


def _paren(element: etree._Element) -> str:
    return json.dumps([list(paar) for paar in element.attrib.items()], ensure_ascii=False)


def _datum(lezer: Lezer, element: etree._Element, naam: str) -> date | None:
    tekst = element.get(naam) or ""
    try:
        return date.fromisoformat(tekst) if tekst else None
    except ValueError:
        lezer.meld(codes.DATUM, tekst, f"“{tekst}” is geen datum van de vorm jjjj-mm-dd.", element)
        return None


def _eerste_datum(lezer: Lezer, wetgeving: etree._Element, naam: str) -> date | None:
    """The day on which the regulation was signed: that of the source of its title."""
    titel = lezer.kind(wetgeving, "intitule")
    if titel is None or titel.get("effect") != "nieuwe-regeling":
        return None
    return _datum(lezer, titel, naam)


def _met_stam(boom: Node, autoriteit: str) -> Node:
    """Identities from lineage: elements with a ``stam-id``, and what is in them by their place in it."""
    kinderen = tuple(_met_stam(kind, autoriteit) for kind in boom.kinderen)
    boom = replace(boom, kinderen=kinderen)
    stam = boom.attribuut(STAM)
    if stam is None or boom.soort is Soort.REGELING:
        return boom
    wid = stam_wid(autoriteit, stam)
    return replace(geef_wids(boom, wid), wid=wid)


def lees_effecten(regeling: Regeling) -> dict[str, dict[str, str]]:
    """Per identity what BWB records of the element: bron, effect, inwerking, status, label."""
    uit: dict[str, dict[str, str]] = {}
    for node in alle_nodes(regeling.root):
        gegevens = {k.removeprefix(VOORVOEGSEL): w for k, w in node.extra if k.startswith(VOORVOEGSEL)}
        if node.wid and "stam-id" in gegevens:
            gegevens.pop("meta-data", None)
            uit[node.wid] = gegevens
    return uit
