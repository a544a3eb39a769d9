"""Building XML: attributes of nodes, text with its marks, fragments, and deterministic indentation."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from amend.model.numbering import nummer_van
from amend.model.tree import Mark, Node, Oorsprong, Run, Soort, Status, Tekst
from amend.model.vocabulaire import NADRUK, NCNAME, OMHULSELS, REGELS, XML_SPACE, Dialect, amend_naam, mark_element
from amend.model.witruimte import normaliseer
from amend.read.xml_veilig import canoniek, parse_fragment

_ONGELDIG: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLARK: Final = re.compile(r"(?:\{[^{}\s]+\})?" + NCNAME.pattern)
_BEZET: Final = frozenset({"nr", "xmlns", XML_SPACE})
_NADRUK_TYPE: Final = {mark: soort for soort, mark in NADRUK.items()}


def sub_van(ouder: etree._Element, naam: str) -> etree._Element:
    """A new last child with a qualified name."""
    element: etree._Element = etree.SubElement(ouder, naam)
    return element


@dataclass(frozen=True, slots=True)
class Vorm:
    """How to write: which vocabulary, and with or without our own attributes (identity, origin).

    Only without: ``voorvoegsel`` are the keys of ``Node.extra`` that are attributes in this vocabulary, ``bijlagen``
    those that hold a whole element that closes the node; ``definities``: definitions have elements of their own.
    """

    dialect: Dialect
    eigen: bool = True
    voorvoegsel: str = ""
    bijlagen: frozenset[str] = frozenset()
    definities: bool = False

    def sub(self, ouder: etree._Element, naam: str) -> etree._Element:
        """A new last child of this vocabulary."""
        return sub_van(ouder, self.dialect.naam(naam))


def schoon(tekst: str) -> str:
    """The text with characters that XML cannot hold shown as U+FFFD."""
    return _ONGELDIG.sub("\ufffd", tekst)


def zet(element: etree._Element, naam: str, waarde: str) -> None:
    """Set an own (amend) attribute."""
    element.set(amend_naam(naam), schoon(waarde))


def zet_oorsprong(element: etree._Element, oorsprong: Oorsprong | None, voorvoegsel: str = "") -> None:
    """Write an origin into own attributes; nothing for base text."""
    if oorsprong:
        zet(element, f"{voorvoegsel}besluit", oorsprong.besluit)
        if oorsprong.onderdeel:
            zet(element, f"{voorvoegsel}onderdeel", oorsprong.onderdeel)


def zet_eigenschappen(element: etree._Element, node: Node, vorm: Vorm, extra: tuple[tuple[str, str], ...]) -> None:
    """Identity, state, origin, number where it cannot be taken from the marker, and the foreign attributes."""
    gewoon = natuurlijk(extra)
    if gewoon or not vorm.eigen:
        for sleutel, waarde in extra:
            if vorm.voorvoegsel and sleutel not in vorm.bijlagen:
                sleutel = sleutel.removeprefix(vorm.voorvoegsel)
            if _attribuut_kan(sleutel):
                element.set(sleutel, schoon(waarde))
    if not vorm.eigen:
        return
    if not gewoon:
        zet(element, "extra", json.dumps([list(paar) for paar in extra], ensure_ascii=False))
    if node.wid:
        zet(element, "wid", node.wid)
    if node.nummer != nummer_van(node.aanduiding):
        zet(element, "nummer", node.nummer)
    if node.status is not Status.ACTIEF:
        zet(element, "status", node.status)
    zet_oorsprong(element, node.oorsprong)
    zet_oorsprong(element, node.nummer_oorsprong, "nummer-")


def zet_deelkenmerken(element: etree._Element, naam: str, node: Node | None, vorm: Vorm) -> None:
    """The foreign attributes of a part of a heading (``bwb:nr@status``)."""
    if node is None or vorm.eigen or not vorm.voorvoegsel:
        return
    begin = f"{vorm.voorvoegsel}{naam}@"
    for sleutel, waarde in node.extra:
        if sleutel.startswith(begin) and _attribuut_kan(sleutel.removeprefix(begin)):
            element.set(sleutel.removeprefix(begin), schoon(waarde))


def _attribuut_kan(sleutel: str) -> bool:
    return bool(_CLARK.fullmatch(sleutel)) and sleutel not in _BEZET and not sleutel.startswith(amend_naam(""))


def natuurlijk(extra: tuple[tuple[str, str], ...]) -> bool:
    """True when the pairs can be attributes as they are."""
    return len(dict(extra)) == len(extra) and all(_attribuut_kan(k) and schoon(w) == w for k, w in extra)


def tekst_in(element: etree._Element, tekst: str) -> None:
    """Plain text as the whole content; white space that a reader would collapse is preserved by attribute."""
    element.text = schoon(tekst)
    if tekst and normaliseer((Run(tekst),)) != (Run(tekst),):
        element.set(XML_SPACE, "preserve")


def runs_in(element: etree._Element, tekst: Tekst, standaard: Oorsprong | None, vorm: Vorm) -> None:
    """Runs with their marks and origins as the whole content of a mixed element."""
    if vorm.eigen and normaliseer(tekst) != tekst:
        element.set(XML_SPACE, "preserve")
    stapel: list[tuple[Mark, etree._Element]] = []
    for run in tekst:
        fragment = next((i for i, mark in enumerate(run.marks) if mark.naam == "fragment"), None)
        marks = run.marks[:fragment]
        gelijk = _gelijk_begin([mark for mark, _ in stapel], marks)
        del stapel[gelijk:]
        for i in range(gelijk, len(marks)):
            top = stapel[-1][1] if stapel else element
            stapel.append((marks[i], _open(top, marks[i], marks[i + 1 : i + 2], vorm)))
        top = stapel[-1][1] if stapel else element
        if fragment is not None:
            zet_fragment(
                _houder_van(top, run, standaard, vorm),
                dict(run.marks[fragment].attributen).get("xml", ""),
                run.tekst,
                vorm,
            )
            stapel.clear()
        else:
            _schrijf_run(top, run, standaard, vorm)


def _gelijk_begin(open_: list[Mark], marks: tuple[Mark, ...]) -> int:
    paren = list(zip(open_, marks, strict=False))
    return next((i for i, (een, ander) in enumerate(paren) if een != ander), len(paren))


def _schrijf_run(top: etree._Element, run: Run, standaard: Oorsprong | None, vorm: Vorm) -> None:
    top = _houder_van(top, run, standaard, vorm)
    if len(top):
        top[-1].tail = (top[-1].tail or "") + schoon(run.tekst)
    else:
        top.text = (top.text or "") + schoon(run.tekst)


def _houder_van(top: etree._Element, run: Run, standaard: Oorsprong | None, vorm: Vorm) -> etree._Element:
    """Where a run is written: in a wrapper that names its origin when that is not the origin of the element."""
    if not vorm.eigen or run.oorsprong == standaard:
        return top
    van = sub_van(top, amend_naam("van"))
    zet_oorsprong(van, run.oorsprong)
    return van


def _open(top: etree._Element, mark: Mark, volgende: tuple[Mark, ...], vorm: Vorm) -> etree._Element:
    if vorm.dialect.nadruk and mark.naam in _NADRUK_TYPE and not mark.attributen:
        element = vorm.sub(top, "nadruk")
        element.set("type", _NADRUK_TYPE[mark.naam])
        return element
    regel = not vorm.eigen and mark.naam in REGELS
    if not (mark_element(mark.naam) or regel) or not natuurlijk(_zonder_nr(mark)):
        if not vorm.eigen:
            return vorm.sub(top, "nadruk")
        element = sub_van(top, amend_naam("mark"))
        zet(element, "naam", mark.naam)
        zet(element, "attributen", json.dumps([list(paar) for paar in mark.attributen], ensure_ascii=False))
        return element
    element = vorm.sub(top, mark.naam)
    for sleutel, waarde in _zonder_nr(mark):
        element.set(sleutel, schoon(waarde))
    return _in_noot(element, mark, volgende, vorm) if mark.naam == "noot" else element


def _zonder_nr(mark: Mark) -> tuple[tuple[str, str], ...]:
    """The attributes; of a footnote without its closing number, which is an element."""
    heeft_nr = mark.naam == "noot" and mark.attributen[-1:] and mark.attributen[-1][0] == "nr"
    return mark.attributen[:-1] if heeft_nr else mark.attributen


def _in_noot(element: etree._Element, mark: Mark, volgende: tuple[Mark, ...], vorm: Vorm) -> etree._Element:
    if len(_zonder_nr(mark)) < len(mark.attributen):
        tekst_in(vorm.sub(element, "noot.nr"), mark.attributen[-1][1])
    if volgende and volgende[0].naam == "noot.al":
        return element
    return vorm.sub(element, "noot.al")


_LETTERLIJK: Final = amend_naam("letterlijk")


def letterlijk(deel: etree._Element) -> etree._Element:
    """Mark a verbatim element so that it is not indented; the mark is taken off when the document is written."""
    if isinstance(deel.tag, str):
        deel.set(_LETTERLIJK, "ja")
    return deel


def zet_fragment(ouder: etree._Element, xml: str, tekst: str, vorm: Vorm) -> etree._Element | None:
    """A verbatim fragment as last child: wrapped in our form; in plain form bare, its text when it is not XML."""
    deel = parse_fragment(xml)
    if not vorm.eigen:
        if deel is not None:
            ouder.append(letterlijk(deel))
            return None
        _schrijf_run(ouder, Run(tekst or xml), None, vorm)
        return None
    houder = sub_van(ouder, amend_naam("fragment"))
    if tekst:
        zet(houder, "tekst", tekst)
    if deel is not None and canoniek(deel) == xml and not _zonder_naamruimte(deel, vorm):
        houder.append(deel)
    else:
        zet(houder, "vorm", "tekst")
        houder.text = schoon(xml)
    return houder


def _zonder_naamruimte(deel: etree._Element, vorm: Vorm) -> bool:
    """True when an element without a namespace would get that of the vocabulary around it."""
    if not vorm.dialect.ns:
        return False
    return any(isinstance(el.tag, str) and not el.tag.startswith("{") for el in deel.iter())


_GEMENGD: Final = (
    frozenset({"al", "tussenkop", "titel", "label", "nr", "lidnr", "li.nr", "title", "wat", "intitule", "subtitel"})
    | frozenset({"fragment", "tekst", "van", "mark"})
    | (REGELS - OMHULSELS)
)


def inspringen(element: etree._Element, diepte: int = 0) -> None:
    """Indent the block elements below ``element``; elements with text of their own are left alone."""
    if not len(element) or not _is_houder(element):
        return
    element.text = "\n" + "  " * (diepte + 1)
    for kind in element:
        kind.tail = element.text
        inspringen(kind, diepte + 1)
    element[-1].tail = "\n" + "  " * diepte


def _is_houder(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or etree.QName(element).localname in _GEMENGD:
        return False
    if element.get(_LETTERLIJK) or element.get(XML_SPACE) or element.get(amend_naam("soort")) == Soort.AL:
        return False
    return not ((element.text or "") + "".join(kind.tail or "" for kind in element)).strip()


def serialiseer(root: etree._Element) -> bytes:
    """The whole document: declaration, indentation, a closing line end. Equal trees give equal bytes."""
    inspringen(root)
    for deel in root.iter("{*}*"):
        deel.attrib.pop(_LETTERLIJK, None)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["amend"] if root.get(amend_naam("opslag")) else [])
    inhoud = etree.tostring(root.getroottree(), encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{inhoud}\n'.encode()
