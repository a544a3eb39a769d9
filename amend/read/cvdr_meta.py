"""The metadata of CVDR: owmskern, owmsmantel, cvdripm, and our own elements, → RegelingMeta."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxml import etree

from amend.model.cvdr_velden import (
    BETREFT,
    CONTAINERS,
    DATUMVELDEN,
    EIGEN_TEKST,
    GRONDSLAG,
    LETTERLIJK,
    PREFIXEN,
    TEKSTVELDEN,
    TOEVOEGING,
    VAST,
    VERWIJZING,
    clark,
    type_uit_schema,
    verwijzing_van,
)
from amend.model.overzicht import KOP, lees_overzicht
from amend.model.regeling import OverzichtRegel, RegelingMeta
from amend.model.vocabulaire import amend_naam
from amend.read import codes_xml as codes
from amend.read.xml_lezer import Lezer, eigen
from amend.read.xml_veilig import canoniek

_TEKST = {clark(naam): veld for _, naam, veld in TEKSTVELDEN}
_DATUM = {clark(naam): veld for _, naam, veld in DATUMVELDEN}
_VAST = {clark(naam): waarde for naam, waarde in VAST}
_LET_OP = " LET OP: deze tekst is onvolledig"
_BEKENDE_ATTRIBUTEN = {"scheme", "resourceIdentifier"}


def lees_meta(lezer: Lezer, root: etree._Element, id: str | None) -> RegelingMeta:
    """All metadata of the file; what the model has no field for goes into ``overig``."""
    verzameld = _Verzameling(lezer)
    meta = lezer.kind(root, "meta")
    for kind in root:
        if not isinstance(kind.tag, str):
            verzameld.commentaar("cvdr", kind)
    for container in meta if meta is not None else ():
        naam = lezer.naam(container)
        if naam in CONTAINERS:
            for element in container:
                verzameld.lees(naam, element)
        elif naam:
            verzameld.letterlijk("meta", container)
        else:
            verzameld.commentaar("meta", container)
    return verzameld.meta(id)


class _Verzameling:
    """Fields of the metadata as they are met."""

    def __init__(self, lezer: Lezer) -> None:
        self.lezer = lezer
        self.velden: dict[str, Any] = {}
        self.overig: list[tuple[str, str]] = []
        self.betreft = ""

    def meta(self, id: str | None) -> RegelingMeta:
        """The finished value. KOOP's file describes one version: its data are one row of the overview."""
        v = self.velden
        if self.betreft and not self.lezer.opslag and "overzicht" not in v:
            datums = (v.get("inwerkingtreding"), v.get("terugwerkend"), v.get("uitwerkingtreding"))
            bron, kenmerk = v.get("bron") or "", v.get("kenmerk") or ""
            v["overzicht"] = (OverzichtRegel(*datums, self.betreft, v.get("vastgesteld"), bron, kenmerk),)
        if id is not None:
            v["id"] = id
        return RegelingMeta(**v, overig=tuple(self.overig))

    def commentaar(self, container: str, element: etree._Element) -> None:
        """Keep a comment of a foreign file; those of our own are derived."""
        if not self.lezer.opslag and not (element.text or "").startswith(_LET_OP):
            self.letterlijk(container, element)

    def letterlijk(self, container: str, element: etree._Element) -> None:
        """Keep an element as it is."""
        self.overig.append((f"{LETTERLIJK}{container}", canoniek(element)))

    def bij(self, veld: str, waarde: Any) -> int:
        """Add a value to a field that holds several; the rank of the new one."""
        self.velden[veld] = (*self.velden.get(veld, ()), waarde)
        return len(self.velden[veld])

    def waarde(self, element: etree._Element) -> str:
        """The text of an element without layout."""
        return element.text or "" if self.lezer.opslag else " ".join((element.text or "").split())

    def lees(self, container: str, element: etree._Element) -> None:
        """One element of owmskern, owmsmantel or cvdripm."""
        if not isinstance(element.tag, str):
            self.commentaar(container, element)
        elif self.lezer.naam(element).startswith("amend:"):
            self.eigen(element)
        elif eigen(element, "redactioneel") is None:
            self.vreemd(container, element, element.tag)

    def vreemd(self, container: str, element: etree._Element, naam: str) -> None:
        """An element of the vocabulary."""
        if naam == clark(TOEVOEGING) and _platte_alineas(self.lezer, element):
            self.opmerkingen([self.waarde(al) for al in element if self.lezer.opslag or self.waarde(al)])
        elif len(element) or not set(element.attrib) <= _BEKENDE_ATTRIBUTEN:
            self.letterlijk(container, element)
        elif naam in _DATUM:
            self.datum(container, element, _DATUM[naam])
        elif naam == clark(GRONDSLAG):
            rang = self.bij("grondslag", self.waarde(element))
            self.verwijzing(element, f"grondslag[{rang}]", "")
        elif naam == clark(BETREFT):
            self.betreft = self.waarde(element)
        elif naam in _TEKST and _TEKST[naam] not in self.velden:
            self.tekst(element, _TEKST[naam])
        elif _VAST.get(naam) != element.text and not self.lezer.opslag:
            self.rest(container, element)

    def opmerkingen(self, zinnen: list[str]) -> None:
        """Remarks; the overview of changes below them, as we deliver it, is read into its rows."""
        grens = zinnen.index(KOP) if KOP in zinnen and not self.lezer.opslag else len(zinnen)
        rijen = lees_overzicht(zinnen[grens + 1 :])
        for zin in zinnen if rijen is None else zinnen[:grens]:
            self.bij("opmerkingen", zin)
        if rijen:
            self.velden["overzicht"] = rijen

    def tekst(self, element: etree._Element, veld: str) -> None:
        """A single text value."""
        waarde = self.waarde(element)
        if waarde or self.lezer.opslag:
            self.velden[veld] = waarde
        if veld == "organisatie" and element.get("scheme"):
            self.velden.setdefault("organisatietype", type_uit_schema(element.get("scheme") or ""))
        self.verwijzing(element, veld, verwijzing_van(waarde) if veld == "bron" else "")

    def verwijzing(self, element: etree._Element, veld: str, afgeleid: str) -> None:
        """Keep the address that an element refers to, unless it follows from the text."""
        verwijzing = element.get("resourceIdentifier")
        if verwijzing and not self.lezer.opslag and verwijzing != afgeleid:
            self.overig.append((f"{VERWIJZING}{veld}", verwijzing))

    def datum(self, container: str, element: etree._Element, veld: str) -> None:
        """A date; what is no date is kept and reported."""
        tekst = (element.text or "").strip()
        try:
            self.velden[veld] = date.fromisoformat(tekst[:10])
        except ValueError:
            if tekst:
                zin = f"“{tekst}” is geen datum van de vorm jjjj-mm-dd."
                self.lezer.meld(codes.DATUM, tekst, zin, element)
                self.rest(container, element)

    def rest(self, container: str, element: etree._Element) -> None:
        """An element that the model has no field for."""
        naam = etree.QName(element)
        prefix = next((p for p, uri in PREFIXEN.items() if uri == naam.namespace), None)
        if prefix is None or element.attrib:
            self.letterlijk(container, element)
        elif self.waarde(element):
            self.overig.append((f"{prefix}:{naam.localname}", self.waarde(element)))

    def eigen(self, element: etree._Element) -> None:
        """One of our own elements."""
        naam, tekst = etree.QName(element).localname, element.text or ""
        if naam == "overig":
            self.overig.append((element.get("naam") or "", tekst))
        elif naam == "onvolledig":
            self.bij("onvolledig", tekst)
        elif naam == "overzicht":
            self.bij("overzicht", _overzicht(element))
        elif naam == "bekend":
            self.velden["bekend"] = date.fromisoformat(tekst)
        elif naam == "fictief":
            self.velden["fictief"] = tekst == "ja"
        elif naam == "autoriteit" or naam in EIGEN_TEKST:
            self.velden[naam] = tekst


def _platte_alineas(lezer: Lezer, element: etree._Element) -> bool:
    los = (element.text or "") + "".join(kind.tail or "" for kind in element)
    return not los.strip() and all(lezer.naam(kind) == "al" and not len(kind) for kind in element)


def _overzicht(element: etree._Element) -> OverzichtRegel:
    waarden: dict[str, Any] = {}
    for kind in element:
        naam = kind.tag.removeprefix(amend_naam("")) if isinstance(kind.tag, str) else ""
        tekst = kind.text or ""
        waarden[naam] = tekst if naam in ("betreft", "bron", "kenmerk") else date.fromisoformat(tekst)
    return OverzichtRegel(**waarden)
