"""STOP text brought into the structure that the common reader knows, before it is read.

What STOP keeps in elements of its own and the model keeps as properties is moved: the introduction of a list stands
before it, Vervallen and Gereserveerd are a state, texts of an annex are divisions that say what they were.
The kept names are keys ``stop:…`` in ``Node.extra``; the writer of STOP uses the same.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from amend.model.tree import Status
from amend.model.vocabulaire import amend_naam
from amend.read.stop_namen import lokaal, t

_DIVISIES: Final = ("Divisietekst", "InleidendeTekst", "AlgemeneToelichting")
_TOELICHTINGEN: Final = ("ArtikelgewijzeToelichting", "Motivering")
_STATUS: Final = {"Vervallen": Status.VERVALLEN, "Gereserveerd": Status.GERESERVEERD}
_MET_STATUS: Final = frozenset(
    {"Boek", "Deel", "Titel", "Hoofdstuk", "Afdeling", "Paragraaf", "Subparagraaf", "Artikel", "Bijlage", "Divisie"}
)
_VERWIJZINGEN: Final = ("ExtRef", "IntRef", "ExtIoRef", "IntIoRef")
_IN_LIJST: Final = ("Lijstaanhef", "Lijstsluiting")


def breng_in_vorm(root: etree._Element) -> None:
    """Change the parsed tree in place; every character of text stays where a reader would look for it."""
    for element in list(root.iter(t("*"))):
        naam = lokaal(element)
        if naam in _DIVISIES:
            _wordt(element, "Divisie")
        elif naam in _TOELICHTINGEN:
            _toelichting(element)
        elif naam in _IN_LIJST:
            _uit_lijst(element)
        elif naam in _STATUS:
            _status(element)
        elif naam in ("Inhoud", "Groep"):
            _houder(element)
        elif naam in _VERWIJZINGEN:
            _verwijzing(element)
    for lijst in root.iter(t("Lijst")):
        _lijsttype(lijst)


def _verwijzing(element: etree._Element) -> None:
    """The attributes of a reference in a fixed order, without the eId that follows from its place."""
    attributen = sorted((str(k), str(w)) for k, w in element.attrib.items() if k != "eId")
    element.attrib.clear()
    for sleutel, waarde in attributen:
        element.set(sleutel, waarde)


def _wordt(element: etree._Element, naam: str) -> None:
    element.set("element", lokaal(element))
    element.tag = t(naam)


def _toelichting(element: etree._Element) -> None:
    ouder = element.getparent()
    in_toelichting = ouder is not None and lokaal(ouder) == "Toelichting"
    _wordt(element, "Divisie" if in_toelichting else "Toelichting")


def _uit_lijst(element: etree._Element) -> None:
    """The introduction or closing of a list becomes a paragraph before or after it."""
    lijst = element.getparent()
    if lijst is None or lokaal(lijst) != "Lijst":
        return
    staart, element.tail = element.tail or "", None
    vorige = element.getprevious()
    if vorige is not None:
        vorige.tail = (vorige.tail or "") + staart
    else:
        lijst.text = (lijst.text or "") + staart
    if lokaal(element) == "Lijstaanhef":
        lijst.addprevious(element)
    else:
        lijst.addnext(element)
    _wordt(element, "Al")


def _status(element: etree._Element) -> None:
    """Vervallen or Gereserveerd becomes the state of its parent; in a mutation with what it was or becomes."""
    ouder = element.getparent()
    if ouder is None or lokaal(ouder) not in _MET_STATUS or len(element) or (element.text or "").strip():
        return
    status, actie = _STATUS[lokaal(element)], element.get("wijzigactie")
    if actie == "verwijder":
        ouder.set("oud-status", lokaal(element))
    else:
        ouder.set(amend_naam("status"), status.value)
        if actie == "voegtoe":
            ouder.set("nieuw-status", lokaal(element))
    _verwijder(element)


def _verwijder(element: etree._Element) -> None:
    ouder = element.getparent()
    if ouder is None:
        return
    if element.tail and element.tail.strip():
        vorige = element.getprevious()
        if vorige is not None:
            vorige.tail = (vorige.tail or "") + element.tail
        else:
            ouder.text = (ouder.text or "") + element.tail
    ouder.remove(element)


def _houder(element: etree._Element) -> None:
    """What is said of a wrapper holds for what it wraps."""
    acties = {sleutel: waarde for sleutel, waarde in element.attrib.items() if sleutel == "wijzigactie"}
    for kind in element.iterchildren(t("*")):
        for sleutel, waarde in acties.items():
            kind.set(sleutel, kind.get(sleutel) or waarde)
        if lokaal(element) == "Groep":
            kind.set("groep", kind.get("groep") or "ja")
    if lokaal(element) == "Groep":
        element.tag = t("Inhoud")


def _lijsttype(lijst: etree._Element) -> None:
    """The type of a list is only kept when it does not follow from its items."""
    genummerd = any(lokaal(kind) == "LiNummer" for li in lijst.iterchildren(t("Li")) for kind in li)
    if lijst.get("type") == ("expliciet" if genummerd else "ongemarkeerd"):
        del lijst.attrib["type"]
