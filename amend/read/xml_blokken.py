"""The text of a regulation or decision: XML elements → nodes, for both vocabularies.

The counterpart is :mod:`amend.write.xml_blokken`; what they share stands in :mod:`amend.model.vocabulaire`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from amend.model.tree import ITEMS, Node, Run, Soort, Status, Tekst, platte_tekst
from amend.model.vocabulaire import (
    DOORLAAT,
    EXTRA_ELEMENT,
    EXTRA_IN,
    EXTRA_STATUS,
    OMHULSELS,
    REGELS,
    SOORT,
    SUBTITEL,
    TEKSTBLOK,
    is_blok,
)
from amend.model.witruimte import normaliseer
from amend.read import codes_xml as codes
from amend.read.xml_kop import Kop, lees_kop, status_uit_tekst
from amend.read.xml_leden import leden_uit_lijst
from amend.read.xml_lezer import Lezer, eigen, inline_kind, lees_runs, oorsprong_van, paren
from amend.read.xml_tabel import lees_tabel
from amend.read.xml_veilig import canoniek

_GELEZEN: Final = frozenset({"kop", "lidnr", "li.nr"})
_EXTRA_HOUDERS: Final = frozenset({"wet-besluit", "circulaire", "RegelingKlassiek", "RegelingCompact"})
_SLUITEND: Final = frozenset({Soort.AANHEF, Soort.SLUITING})


def lees_blokken(lezer: Lezer, ouder: etree._Element) -> tuple[Node, ...]:
    """The content of a container as nodes; loose text becomes a paragraph; headings and numbers are skipped."""
    uit: list[Node] = []
    los: list[Run] = [Run(ouder.text)] if ouder.text else []
    for kind in ouder:
        if _overslaan(lezer, kind, ouder):
            pass
        elif _inline(lezer, kind, los):
            los.extend(inline_kind(lezer, kind, (), None))
        else:
            _spoel(lezer, los, uit, ouder)
            uit.extend(lees_node(lezer, kind))
        if kind.tail:
            los.append(Run(kind.tail))
    _spoel(lezer, los, uit, ouder)
    return tuple(uit)


def _overslaan(lezer: Lezer, kind: etree._Element, ouder: etree._Element) -> bool:
    """True for what is read elsewhere: heading and number of an element, its kept data, what a writer added."""
    naam = lezer.naam(kind)
    if naam in lezer.bijlagen or naam == "amend:tekst" or eigen(kind, "redactioneel") is not None:
        return True
    return naam in _GELEZEN and lezer.kind(ouder, naam) is kind and _leest(lezer, ouder, naam)


def _leest(lezer: Lezer, ouder: etree._Element, naam: str) -> bool:
    """True when an element reads this first child as its own heading or number."""
    houder = lezer.naam(ouder)
    if houder in ("li", "definitie-item"):
        return naam in ("kop", "li.nr")
    soort = SOORT.get(houder)
    leest = (soort is not None and soort not in TEKSTBLOK) or houder in _EXTRA_HOUDERS or lezer.opslag
    return naam in ("kop", "lidnr") and leest


def _inline(lezer: Lezer, kind: etree._Element, los: list[Run]) -> bool:
    naam = lezer.naam(kind)
    if naam in lezer.bekend:
        return True
    return bool("".join(run.tekst for run in los).strip()) and not is_blok(naam) and not naam.startswith("amend:")


def _spoel(lezer: Lezer, los: list[Run], uit: list[Node], ouder: etree._Element) -> None:
    tekst = normaliseer(tuple(los)) if any(run.marks or run.tekst.strip() for run in los) else ()
    los.clear()
    if tekst and lezer.naam(ouder) != "al":
        lezer.meld(codes.LOSSE_TEKST, "", "Tekst die niet in een alinea stond, is als alinea gelezen.", ouder)
    if tekst:
        uit.append(Node(Soort.AL, tekst=tekst))


def lees_node(lezer: Lezer, element: etree._Element, soort: Soort | None = None) -> tuple[Node, ...]:
    """The node (or nodes: a wrapper gives its content) that an element stands for."""
    naam = lezer.naam(element)
    if naam == "amend:fragment":
        return (_bewaard_fragment(lezer, element),)
    if naam in DOORLAAT:
        return lees_blokken(lezer, element)
    soort = soort or SOORT.get(naam)
    if naam == "li" and soort not in ITEMS - {Soort.ONDERDEEL}:
        soort = _itemsoort(lezer, element)
    if soort is Soort.TABEL:
        node = lees_tabel(lezer, element, lees_blokken)
        return (node,) if node else (_fragment(lezer, element),)
    if soort is None:
        return (_fragment(lezer, element),)
    if soort in TEKSTBLOK and lezer.kind(element, "amend:tekst") is None:
        return _tekstblok(lezer, element, soort)
    return (_houder(lezer, element, soort),)


def _fragment(lezer: Lezer, element: etree._Element) -> Node:
    lezer.meld_fragment(element)
    return Node(Soort.FRAGMENT, xml=canoniek(element))


def _bewaard_fragment(lezer: Lezer, element: etree._Element) -> Node:
    xml = element.text or "" if eigen(element, "vorm") == "tekst" else "".join(canoniek(deel) for deel in element)
    return replace(_eigenschappen(lezer, element, Node(Soort.FRAGMENT)), xml=xml)


def _itemsoort(lezer: Lezer, element: etree._Element) -> Soort:
    if gegeven := eigen(element, "soort"):
        return Soort(gegeven)
    ouder = element.getparent()
    if ouder is not None and eigen(ouder, "soort") == "begrippen":
        return Soort.BEGRIP
    kop = lees_kop(lezer, element, Soort.ONDERDEEL)
    return Soort.ONDERDEEL if kop.nummer else Soort.STREEPJE


def _eigenschappen(lezer: Lezer, element: etree._Element, node: Node, *verbruikt: str) -> Node:
    json = eigen(element, "extra")
    return replace(
        node,
        wid=lezer.wid_van(element),
        status=Status(eigen(element, "status") or Status.ACTIEF),
        oorsprong=oorsprong_van(element),
        nummer_oorsprong=oorsprong_van(element, "nummer-"),
        extra=node.extra + (paren(json) if json is not None else lezer.kenmerken(element, *verbruikt)),
    )


def _tekstblok(lezer: Lezer, element: etree._Element, soort: Soort) -> tuple[Node, ...]:
    kop = lees_kop(lezer, element, soort)
    basis = _eigenschappen(lezer, element, Node(soort, nummer=kop.nummer, label=kop.label, aanduiding=kop.aanduiding))
    if lezer.opslag or not any(is_blok(lezer.naam(kind)) for kind in element):
        node = replace(basis, tekst=lees_runs(lezer, element, basis.oorsprong))
        return (node,) if lezer.opslag or node.tekst else ()
    return tuple(replace(deel, oorsprong=basis.oorsprong) for deel in lees_blokken(lezer, element))


def _houder(lezer: Lezer, element: etree._Element, soort: Soort) -> Node:
    node = _eigenschappen(lezer, element, Node(soort), "nr" if soort in ITEMS else "")
    kop = lees_kop(lezer, element, soort)
    tekst = lezer.kind(element, "amend:tekst")
    node = replace(
        node,
        nummer=kop.nummer,
        label=kop.label,
        aanduiding=kop.aanduiding,
        opschrift=kop.opschrift,
        extra=node.extra + kop.extra,
        tekst=() if tekst is None else lees_runs(lezer, tekst, node.oorsprong),
        kinderen=_inhoud(lezer, element, soort, kop),
    )
    return node if lezer.opslag else duid(lezer, node, element)


def _inhoud(lezer: Lezer, element: etree._Element, soort: Soort, kop: Kop) -> tuple[Node, ...]:
    if soort in _SLUITEND:
        return lees_omhuld(lezer, element)
    if soort is Soort.BEGRIP and lezer.naam(element) == "definitie-item":
        return _definitie(lezer, element)
    rest = tuple(_koprest(lezer, deel) for deel in kop.rest)
    return rest if lezer.naam(element) == "artikelkop" else (*rest, *lees_blokken(lezer, element))


def _koprest(lezer: Lezer, element: etree._Element) -> Node:
    """What else stands in a heading: a subtitle is a small heading below it."""
    if lezer.naam(element) == "subtitel" and not element.attrib:
        return Node(Soort.TUSSENKOP, tekst=lees_runs(lezer, element), extra=(SUBTITEL,))
    return _fragment(lezer, element)


def _definitie(lezer: Lezer, element: etree._Element) -> tuple[Node, ...]:
    """A definition with its term: the term becomes the marked beginning of the first paragraph."""
    term, definitie = lezer.kind(element, "term"), lezer.kind(element, "definitie")
    inhoud = lees_blokken(lezer, definitie) if definitie is not None else ()
    gelezen = (term, definitie)
    rest = tuple(
        node
        for kind in element
        if not any(kind is deel for deel in gelezen) and not _overslaan(lezer, kind, element)
        for node in lees_node(lezer, kind)
    )
    if term is None:
        return inhoud + rest
    aanhef = normaliseer(tuple(inline_kind(lezer, term, (), None)))
    if inhoud and inhoud[0].soort is Soort.AL:
        eerste = replace(inhoud[0], tekst=normaliseer((*aanhef, Run(" "), *inhoud[0].tekst)))
        return (eerste, *inhoud[1:], *rest)
    return (Node(Soort.AL, tekst=aanhef), *inhoud, *rest)


def lees_omhuld(lezer: Lezer, element: etree._Element, pad: tuple[str, ...] = ()) -> tuple[Node, ...]:
    """The lines of an aanhef or sluiting; the wrappers they stand in are kept on each line."""
    uit: list[Node] = []
    volg: dict[str, int] = {}
    for kind in element:
        naam = lezer.naam(kind)
        if _overslaan(lezer, kind, element):
            continue
        if naam in OMHULSELS and not _is_regel(lezer, kind):
            volg[naam] = volg.get(naam, 0) + 1
            rang = eigen(kind, "volg") or str(volg[naam])
            deel = naam if rang == "1" else f"{naam}[{rang}]"
            uit.extend(lees_omhuld(lezer, kind, (*pad, deel)))
        elif naam in REGELS:
            uit.extend(_merk(node, pad, naam) for node in lees_node(lezer, kind, Soort.AL))
        else:
            uit.extend(_merk(node, pad, "") for node in lees_node(lezer, kind))
    return tuple(uit)


def _is_regel(lezer: Lezer, element: etree._Element) -> bool:
    """True when an element that may wrap lines holds text itself."""
    if lezer.opslag or lezer.naam(element) not in REGELS:
        return eigen(element, "soort") == Soort.AL
    los = (element.text or "") + "".join(kind.tail or "" for kind in element)
    return bool(los.strip()) or not len(element) or any(lezer.naam(kind) in lezer.bekend for kind in element)


def _merk(node: Node, pad: tuple[str, ...], naam: str) -> Node:
    kenmerken = ((EXTRA_IN, "/".join(pad)),) if pad else ()
    if naam:
        kenmerken = (*kenmerken, (EXTRA_ELEMENT, naam))
    return replace(node, extra=kenmerken + node.extra) if kenmerken else node


def duid(lezer: Lezer, node: Node, element: etree._Element) -> Node:
    """What only a foreign file needs: repealed elements recognised, leden that were tagged as a list."""
    if node.soort is Soort.ARTIKEL and (leden := leden_uit_lijst(node.kinderen)):
        tekst = "Leden stonden als genummerde lijst; zij zijn als leden gelezen."
        lezer.meld(codes.LEDEN_UIT_LIJST, "", tekst, element)
        node = replace(node, kinderen=leden)
    status = status_uit_tekst(node)
    if status is Status.ACTIEF:
        return node
    woorden = _statustekst(lezer, node, element)
    opschrift = _opschrift_zonder_status(node.opschrift)
    return replace(node, status=status, kinderen=(), opschrift=opschrift, extra=node.extra + woorden)


def _statustekst(lezer: Lezer, node: Node, element: etree._Element) -> tuple[tuple[str, str], ...]:
    """The paragraph that said that the element is repealed, where the vocabulary has no fixed words for it."""
    al = lezer.kind(element, "al") if node.kinderen and lezer.voorvoegsel else None
    if al is None:
        return ()
    return ((EXTRA_STATUS, canoniek(al)),)


def _opschrift_zonder_status(opschrift: Tekst) -> Tekst:
    return () if platte_tekst(opschrift).strip("[]() .").lower() in ("vervallen", "gereserveerd") else opschrift
