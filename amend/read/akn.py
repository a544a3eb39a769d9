"""Akoma Ntoso 3.0 → Regeling: an act (or another document) with hierarchy, blocks and inline text.

Nothing is dropped: an element without a counterpart is kept verbatim and reported (W160).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from amend.model.akn_namen import AKN, HIERARCHIE, MARKS, TEKST, a
from amend.model.melding import Melding, Plek
from amend.model.numbering import nummer_van
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Run, Soort, Status, Tekst
from amend.model.vocabulaire import EXTRA_DEEL, amend_naam
from amend.model.witruimte import normaliseer
from amend.read import codes_xml as codes
from amend.read.xml_veilig import canoniek, parse_xml

_SOORT: Final = {naam: soort for soort, naam in HIERARCHIE.items()}
_MARK: Final = {element: mark for mark, element in MARKS.items()} | {"ins": "ins", "del": "del", "a": "extref"}
_SOORTEN: Final = {soort.value: soort for soort in Soort}
_KOP: Final = frozenset({"num", "heading", "subheading"})
_WIKKEL: Final = frozenset({"content", "intro", "wrapUp", "container", "mainBody"})
_STATUS: Final = {"removed": Status.VERVALLEN}


def lees_akn(data: bytes, id: str | None = None) -> tuple[Regeling | None, tuple[Melding, ...]]:
    """The regulation in an Akoma Ntoso file, with findings; None (and an E) when there is none."""
    root, meldingen = parse_xml(data)
    if root is None:
        return None, meldingen
    document = next((kind for kind in root if _naam(kind) in ("act", "bill", "doc", "statement")), None)
    if etree.QName(root).namespace != AKN or document is None:
        return None, (codes.GEEN_TEKST.melding("In het bestand staat geen document van Akoma Ntoso 3.0."),)
    lezer = _Lezer()
    boom = lezer.document(document)
    eigen = document.find(f".//{a('FRBRExpression')}/{a('FRBRalias')}")
    gevonden = id or (str(eigen.get("value")) if eigen is not None else "")
    titel = " ".join("".join(run.tekst for run in boom.opschrift).split())
    return Regeling(RegelingMeta(id=gevonden, titel=titel), boom), tuple(lezer.meldingen)


def _naam(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


class _Lezer:
    def __init__(self) -> None:
        self.meldingen: list[Melding] = []

    def document(self, document: etree._Element) -> Node:
        """The tree of a document."""
        opschrift: Tekst = ()
        kinderen: list[Node] = []
        for deel in document:
            match _naam(deel):
                case "preface":
                    eigen = [p for p in deel.iter(a("p")) if next(p.iterancestors(a("authorialNote")), None) is None]
                    opschrift = tuple(run for p in eigen for run in self.runs(p))
                case "preamble" | "conclusions":
                    soort = Soort.AANHEF if _naam(deel) == "preamble" else Soort.SLUITING
                    kinderen.extend(self._omslag(deel, soort))
                case "body" | "mainBody":
                    kinderen.extend(self.blokken(deel))
                case "attachments" | "components":
                    kinderen.extend(self._bijlage(kind) for kind in deel if _naam(kind))
                case _:
                    pass
        return Node(Soort.REGELING, opschrift=opschrift, kinderen=tuple(kinderen))

    def _omslag(self, deel: etree._Element, soort: Soort) -> Iterator[Node]:
        eigen = [kind for kind in deel if _naam(kind) == "container" and kind.get("name") == soort.value]
        if not eigen:
            yield Node(soort, kinderen=tuple(self.blokken(deel)))
        for container in eigen:
            yield self._node(container, soort)

    def _bijlage(self, element: etree._Element) -> Node:
        doc = next((kind for kind in element if _naam(kind) in ("doc", "act", "bill", "statement")), None)
        naam = doc.get("name") if doc is not None else ""
        soort = Soort.TOELICHTING if naam == Soort.TOELICHTING.value else Soort.BIJLAGE
        node = self._node(element, soort)
        if doc is None:
            return node
        inhoud = self.document(doc).kinderen
        return _zonder_eigen(replace(node, kinderen=inhoud))

    # ---- elements ----

    def blokken(self, ouder: etree._Element) -> Iterator[Node]:
        """The nodes of what stands in an element."""
        for kind in ouder:
            naam = _naam(kind)
            if naam in _KOP or naam in ("meta", "doc"):
                continue
            if naam in _WIKKEL or (naam == "hcontainer" and kind.get("name") in (TEKST, "leeg")):
                yield from self.blokken(kind)
            elif naam in _SOORT or naam == "hcontainer":
                yield self._node(kind, _SOORT.get(naam) or _SOORTEN.get(kind.get("name") or "") or Soort.DIVISIE)
            else:
                yield from self._blok(kind, naam)

    def _blok(self, element: etree._Element, naam: str) -> Iterator[Node]:
        if naam in ("p", "crossHeading", "block", "listIntroduction", "listWrapUp"):
            yield from self._p(element, naam)
        elif naam in ("blockList", "ul", "ol"):
            yield from self._lijst(element)
        elif naam == "table":
            yield self._tabel(element)
        elif naam == "blockContainer":
            soort = _SOORTEN.get(element.get(amend_naam("soort")) or "", Soort.AL)
            yield self._node(element, soort)
        elif naam == "foreign" and len(element) == 1:
            eigen = element[0].tag == amend_naam("fragment") and len(element[0]) == 1
            yield Node(Soort.FRAGMENT, xml=canoniek(element[0][0] if eigen else element[0]))
        else:
            self._onbekend(element, naam)
            yield Node(Soort.FRAGMENT, xml=canoniek(element))

    def _onbekend(self, element: etree._Element, naam: str) -> None:
        tekst = f"Het element <{naam or 'commentaar'}> heeft geen naam in het model en is letterlijk bewaard."
        self.meldingen.append(codes.FRAGMENT.melding(tekst, Plek(element.sourceline or 1, 1)))

    def _p(self, element: etree._Element, naam: str) -> Iterator[Node]:
        soort = element.get("class") or ""
        if soort in ("leeg", "status") and element.get("eId") is None:
            if soort == "status":
                yield Node(Soort.AL, extra=(("akn:status", "ja"),))
            return
        tekst = self.runs(element)
        if soort == "eigen":
            yield Node(Soort.AL, tekst=tekst, extra=(("akn:eigen", "ja"),))
        else:
            yield Node(Soort.TUSSENKOP if soort == "tussenkop" or naam == "crossHeading" else Soort.AL, tekst=tekst)

    def _node(self, element: etree._Element, soort: Soort) -> Node:
        label, aanduiding = self._nummer(element)
        kop = element.find(a("heading"))
        status = element.get(amend_naam("status"))
        node = Node(
            soort,
            wid=element.get("wId") or element.get("eId") or "",
            nummer=element.get(amend_naam("nummer")) or nummer_van(aanduiding),
            label=label,
            aanduiding=aanduiding,
            opschrift=self.runs(kop) if kop is not None else (),
            status=Status(status) if status else _STATUS.get(element.get("status") or "", Status.ACTIEF),
            kinderen=tuple(self.blokken(element)),
        )
        return _zonder_eigen(node)

    def _nummer(self, element: etree._Element) -> tuple[str, str]:
        """Printed label and number."""
        num = element.find(a("num"))
        tekst = " ".join("".join(str(deel) for deel in num.itertext()).split()) if num is not None else ""
        label = " ".join((element.get(amend_naam("label")) or "").split())
        return (label, tekst[len(label) :].strip()) if label and tekst.startswith(label) else ("", tekst)

    def _lijst(self, lijst: etree._Element) -> Iterator[Node]:
        items: list[Node] = []
        voor: list[Node] = []
        na: list[Node] = []
        for kind in lijst:
            naam = _naam(kind)
            if naam == "listIntroduction":
                voor.extend(self._p(kind, naam))
            elif naam == "listWrapUp":
                na.extend(self._p(kind, naam))
            else:
                gegeven = _SOORTEN.get(kind.get(amend_naam("soort")) or "")
                node = self._node(kind, gegeven or Soort.ONDERDEEL)
                genummerd = any(teken.isalnum() for teken in node.aanduiding)
                items.append(node if gegeven or genummerd else replace(node, soort=Soort.STREEPJE))
        yield from voor
        yield Node(Soort.LIJST, wid=lijst.get("wId") or "", kinderen=tuple(items))
        yield from na

    def _tabel(self, table: etree._Element) -> Node:
        caption = table.find(a("caption"))
        rijen = []
        for tr in table.iterchildren(a("tr")):
            kop = all(_naam(cel) == "th" for cel in tr)
            cellen = tuple(self._cel(cel) for cel in tr if _naam(cel))
            rijen.append(Node(Soort.RIJ, kinderen=cellen, extra=((EXTRA_DEEL, "thead"),) if kop else ()))
        opschrift = self.runs(caption) if caption is not None else ()
        return Node(Soort.TABEL, wid=table.get("wId") or "", opschrift=opschrift, kinderen=tuple(rijen))

    def _cel(self, cel: etree._Element) -> Node:
        maten = tuple((naam, str(cel.get(naam))) for naam in ("colspan", "rowspan") if cel.get(naam))
        return Node(Soort.CEL, kinderen=tuple(map(_gewoon, self.blokken(cel))), extra=maten)

    # ---- text ----

    def runs(self, element: etree._Element) -> Tekst:
        """The text of an element with its marks."""
        return normaliseer(tuple(self._runs(element, ())))

    def _runs(self, element: etree._Element, marks: tuple[Mark, ...]) -> Iterator[Run]:
        if element.text:
            yield Run(element.text, marks)
        for kind in element:
            if _naam(kind):
                yield from self._runs(kind, self._marks(kind, marks))
            if kind.tail:
                yield Run(kind.tail, marks)

    def _marks(self, element: etree._Element, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        naam = _naam(element)
        if naam == "p":
            return marks
        bewaard = element.get(amend_naam("attributen"))
        attributen = tuple((str(k), str(w)) for k, w in json.loads(bewaard)) if bewaard else ()
        if naam == "authorialNote":
            return (*marks, Mark("noot", attributen or (("nr", element.get("marker") or ""),)))
        if naam == "ref":
            return (*marks, Mark("extref", attributen or (("doc", element.get("href") or ""),)))
        if naam == "inline":
            return (*marks, Mark(element.get("name") or naam, attributen))
        return (*marks, Mark(_MARK.get(naam, naam), attributen))


def _zonder_eigen(node: Node) -> Node:
    """The own text of an element put back on it; the word for its state taken out."""
    eigen = next((kind for kind in node.kinderen if ("akn:eigen", "ja") in kind.extra), None)
    rest = tuple(kind for kind in node.kinderen if kind is not eigen and ("akn:status", "ja") not in kind.extra)
    return replace(node, tekst=eigen.tekst if eigen is not None else node.tekst, kinderen=rest)


def _gewoon(node: Node) -> Node:
    """A paragraph without the remark that it was an element's own text."""
    return replace(node, extra=tuple(paar for paar in node.extra if not paar[0].startswith("akn:")))
