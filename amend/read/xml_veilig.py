"""THE XML parser of the package: no DTD, no entities, no network, bounded in size and depth.

The bytes are decoded here, strictly, so that a wrong encoding is a finding with a place and never a silent change of
letters; lxml then only sees UTF-8. Source: OWASP XML external entity prevention; libxml2 limits.
"""

from __future__ import annotations

import codecs
import copy
import re
from typing import Final

from lxml import etree

from amend.model.melding import Melding, Plek
from amend.read import codes_xml as codes

MAX_BYTES: Final = 50 * 1024 * 1024
MAX_DIEPTE: Final = 200

_CODERINGEN: Final = frozenset({"utf-8", "utf-16", "iso8859-1", "iso8859-15", "cp1252", "ascii"})
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARATIE: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_KOPREGEL: Final = re.compile(r"\s*<\?xml\b[^>]*\?>")
_PROLOOG: Final = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_TE_DIEP: Final = "boolean(" + "/*" * (MAX_DIEPTE + 1) + ")"
_AFGEBROKEN: Final = frozenset({"ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END", "ERR_GT_REQUIRED"})
_ENTITEIT: Final = frozenset({"ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY", "ERR_ENTITY_LOOP"})

Uitkomst = tuple["etree._Element | None", tuple[Melding, ...]]


def parse_xml(data: bytes, bestand: str | None = None) -> Uitkomst:
    """The root element of ``data``, or None with one finding (E150-E155) that says what is wrong and where."""
    root, melding = _parse(data)
    return root, (melding.bij(bestand=bestand),) if melding else ()


def canoniek(element: etree._Element) -> str:
    """An element, comment or processing instruction as exclusive canonical XML, without its tail."""
    if not isinstance(element.tag, str):
        return etree.tostring(element, with_tail=False, encoding="unicode")
    los = copy.deepcopy(element)
    los.tail = None
    return etree.tostring(etree.ElementTree(los), method="c14n", exclusive=True, with_comments=True).decode()


def parse_fragment(xml: str) -> etree._Element | None:
    """The one element, comment or processing instruction that ``xml`` holds; None when it is anything else."""
    root, _ = parse_xml(f"<fragment>{xml}</fragment>".encode(errors="replace"))
    if root is None or len(root) != 1 or root.text or root[0].tail:
        return None
    return root[0]


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, dtd_validation=False, no_network=True, huge_tree=False, encoding="utf-8"
    )


def _parse(data: bytes) -> tuple[etree._Element | None, Melding | None]:
    if len(data) > MAX_BYTES:
        mib = MAX_BYTES // (1024 * 1024)
        return None, codes.TE_GROOT.melding(f"Het bestand is groter dan {mib} MB en is niet gelezen.")
    tekst, melding = _decodeer(data)
    if melding or (melding := _doctype(tekst)):
        return None, melding
    zonder_kopregel = _KOPREGEL.sub(lambda m: "\n" * m[0].count("\n"), tekst, count=1)
    parser = _parser()
    try:
        root = etree.fromstring(zonder_kopregel.encode(), parser)
    except etree.XMLSyntaxError as fout:
        laatste = parser.error_log.last_error
        return None, _syntaxfout(fout, laatste.type_name if laatste is not None else "ERR_DOCUMENT_EMPTY")
    if root.xpath(_TE_DIEP):
        return None, _te_diep(None)
    return root, None


def _decodeer(data: bytes) -> tuple[str, Melding | None]:
    codering = next((naam for bom, naam in _BOMS if data.startswith(bom)), "")
    if not codering:
        treffer = _DECLARATIE.match(data.lstrip()[:300])
        codering = treffer[1].decode() if treffer else "utf-8"
    try:
        naam = codecs.lookup(codering).name
    except LookupError:
        naam = ""
    if naam.removesuffix("-sig") not in _CODERINGEN:
        return "", codes.CODERING.melding(
            f"De tekencodering {codering} wordt niet gelezen; lever het bestand in UTF-8 aan."
        )
    try:
        return data.decode(codering), None
    except UnicodeDecodeError as fout:
        voor = data[: fout.start].decode(codering, errors="replace")
        plek = _plek(voor, len(voor))
        tekst = f"Op regel {plek.regel}, kolom {plek.kolom} staan bytes die niet in de tekencodering {codering} passen."
        return "", codes.CODERING.melding(tekst, plek, "Sla het bestand op in UTF-8, of herstel de opgegeven codering.")


def _doctype(tekst: str) -> Melding | None:
    positie = 0
    while treffer := _PROLOOG.match(tekst, positie):
        positie = treffer.end()
    if not tekst.startswith("<!DOCTYPE", positie):
        return None
    plek = _plek(tekst, positie)
    zin = f"Op regel {plek.regel} staat een DOCTYPE; een DTD en entiteiten worden niet verwerkt."
    return codes.DTD.melding(zin, plek, "Verwijder de DOCTYPE uit het bestand.")


def _plek(tekst: str, positie: int) -> Plek:
    return Plek(tekst.count("\n", 0, positie) + 1, positie - tekst.rfind("\n", 0, positie))


def _te_diep(plek: Plek | None) -> Melding:
    return codes.TE_DIEP.melding(f"Elementen zijn meer dan {MAX_DIEPTE} niveaus diep genest.", plek)


def _syntaxfout(fout: etree.XMLSyntaxError, soort: str) -> Melding:
    regel, kolom = fout.position
    plek = Plek(max(regel, 1), max(kolom, 1))
    bij = f"op regel {plek.regel}, kolom {plek.kolom}"
    if soort in _ENTITEIT:
        return codes.DTD.melding(f"Er staat een verwijzing naar een entiteit die niet bestaat {bij}.", plek)
    if "depth" in str(fout).lower():
        return _te_diep(plek)
    if soort in _AFGEBROKEN:
        return codes.AFGEBROKEN.melding(f"Het bestand houdt op voordat alle elementen gesloten zijn ({bij}).", plek)
    uitleg = _UITLEG.get(soort, "de XML klopt hier niet")
    return codes.GEEN_XML.melding(f"Het bestand is geen goed gevormde XML: {uitleg} ({bij}).", plek)


_UITLEG: Final = {
    "ERR_TAG_NAME_MISMATCH": "een element wordt gesloten met een andere naam dan waarmee het begon",
    "ERR_ATTRIBUTE_REDEFINED": "een attribuut staat er twee keer",
    "NS_ERR_UNDEFINED_NAMESPACE": "een voorvoegsel is niet gedeclareerd",
    "ERR_INVALID_CHAR": "er staat een teken dat niet in XML mag voorkomen",
    "ERR_LT_IN_ATTRIBUTE": "er staat een < in een attribuut",
    "ERR_NAME_REQUIRED": "er staat een < of & die geen element of teken begint",
    "ERR_ATTRIBUTE_NOT_STARTED": "de waarde van een attribuut staat niet tussen aanhalingstekens",
    "ERR_DOCUMENT_EMPTY": "er staat geen XML-element in",
    "ERR_START_TAG_REQUIRED": "er staat geen XML-element in",
    "ERR_EXTRA_CONTENT": "na het laatste element staat nog iets",
}
