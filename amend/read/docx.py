"""A Word file → lines of plain text, with mammoth. Every character of the document must come back, or it is refused.

The file is bounded before it is unpacked; parts with a DTD are refused; numbers that Word makes are written out first.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from amend.model.melding import Melding
from amend.model.versiekop import BLADWIJZER, STREEP_OPSCHRIFT, STREEP_TITEL, streep
from amend.read import codes_document as codes
from amend.read.docx_nummers import W, lees_nummering, schrijf_nummers
from amend.read.html import lees_html
from amend.read.xml_veilig import parse_xml

MAX_DELEN: Final = 3000
MAX_UITGEPAKT: Final = 80 * 1024 * 1024
_DOCUMENT: Final = "word/document.xml"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEGE_NUMMERING: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?><w:numbering '
    b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)

Meldingen = tuple[Melding, ...]


def lees_docx(inhoud: bytes) -> tuple[str | None, Meldingen]:
    """The text of a Word file, or None with a finding (E140-E143)."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            if bezwaar := _te_zwaar(archief):
                return None, (bezwaar,)
            delen = {info.filename: archief.read(info) for info in archief.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as fout:
        return None, (_kapot(type(fout).__name__),)
    wortels, bezwaar = _xml_delen(delen)
    if bezwaar is not None:
        return None, (bezwaar,)
    return _lees(delen, wortels)


def _lees(delen: dict[str, bytes], wortels: dict[str, etree._Element]) -> tuple[str | None, Meldingen]:
    document = wortels[_DOCUMENT]
    _onderstreep_kop(document)
    schrijf_nummers(document, lees_nummering(wortels.get("word/numbering.xml"), wortels.get("word/styles.xml")))
    bron = Counter("".join("".join(_tekens(document)).split()))
    delen = {**delen, _DOCUMENT: etree.tostring(document, encoding="UTF-8", xml_declaration=True)}
    if "word/numbering.xml" in delen:
        delen["word/numbering.xml"] = _LEGE_NUMMERING
    html = _met_mammoth(delen)
    if html is None:
        return None, (_kapot("de inhoud klopt niet"),)
    tekst, meldingen = lees_html(f"<body>{html}</body>")
    mist = bron - Counter("".join(tekst.split()))
    if mist:
        aantal, tekens = sum(mist.values()), "".join(sorted(mist))[:20]
        zin = f"{aantal} tekens van het Word-bestand staan niet in de gelezen tekst ({tekens})."
        hulp = "Sla het bestand op als platte tekst, of plak de tekst."
        return None, (codes.WOORDEN_WEG.melding(zin, hulp=hulp),)
    return tekst, (*meldingen, *_over_document(document, delen))


def _onderstreep_kop(document: etree._Element) -> None:
    """A document that we wrote: its title and intitulé underlined, as in plain text, so that the header is known."""
    merk = next((m for m in document.iter(f"{W}bookmarkStart") if m.get(f"{W}name") == BLADWIJZER), None)
    body = document.find(f"{W}body")
    plek = merk.getparent() if merk is not None else None
    if body is None or plek is None or plek.getparent() is not body:
        return
    opschrift = plek.getnext()
    stijl = opschrift.find(f"{W}pPr/{W}pStyle") if opschrift is not None else None
    if opschrift is not None and stijl is not None and stijl.get(f"{W}val") == "Subtitle":
        opschrift.addnext(_alinea(streep(_alineatekst(opschrift), STREEP_OPSCHRIFT)))
    titel = body[0]
    titel.addnext(_alinea(streep(_alineatekst(titel), STREEP_TITEL)))


def _alineatekst(alinea: etree._Element) -> str:
    return " ".join("".join(_tekens(alinea)).split())


def _alinea(tekst: str) -> etree._Element:
    alinea = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(alinea, f"{W}r"), f"{W}t").text = tekst
    return alinea


def _te_zwaar(archief: zipfile.ZipFile) -> Melding | None:
    """The declared sizes bound what can be unpacked: the unpacker stops at them."""
    delen = archief.infolist()
    groot = sum(info.file_size for info in delen)
    if len(delen) <= MAX_DELEN and groot <= MAX_UITGEPAKT:
        return None
    zin = f"Het Word-bestand is uitgepakt {groot // (1024 * 1024)} MB in {len(delen)} delen; dat is te veel."
    return codes.TE_ZWAAR.melding(zin, hulp="Verwijder afbeeldingen, of lever de tekst los aan.")


def _kapot(waarom: str) -> Melding:
    zin = f"Het Word-bestand is niet te openen ({waarom})."
    return codes.GEEN_DOCUMENT.melding(zin, hulp="Open het in Word, sla het opnieuw op als docx en probeer het weer.")


def _xml_delen(delen: dict[str, bytes]) -> tuple[dict[str, etree._Element], Melding | None]:
    """Every part that is XML, read by the safe parser; a part with a DTD or entities refuses the whole file."""
    wortels: dict[str, etree._Element] = {}
    for naam, inhoud in delen.items():
        if not naam.endswith((".xml", ".rels", ".vml")):
            continue
        root, fouten = parse_xml(inhoud, naam)
        if root is None:
            return {}, fouten[0]
        wortels[naam] = root
    return (wortels, None) if _DOCUMENT in wortels else ({}, _kapot("er is geen document in"))


def _met_mammoth(delen: dict[str, bytes]) -> str | None:
    import mammoth

    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w") as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    doos.seek(0)
    try:
        uitkomst = mammoth.convert_to_html(doos, convert_image=mammoth.images.img_element(_geen_beeld))
    except Exception:  # noqa: BLE001 - whatever a strange file does to another program: it is not read
        return None
    html: str = uitkomst.value
    return html


def _geen_beeld(_beeld: Any) -> dict[str, str]:
    return {"src": ""}


def _tekens(document: etree._Element) -> Iterator[str]:
    """The characters that a reader sees: not what is deleted, and of alternatives the one that is read."""
    stapel = [document]
    while stapel:
        element = stapel.pop()
        if element.tag in (f"{W}del", f"{W}moveFrom", f"{W}instrText"):
            continue
        if element.tag == f"{_MC}AlternateContent" and element.find(f"{_MC}Fallback") is not None:
            stapel.extend(element.findall(f"{_MC}Fallback"))
            continue
        if element.tag == f"{W}t":
            yield element.text or ""
        stapel.extend(reversed(element))


def _over_document(document: etree._Element, delen: dict[str, bytes]) -> Iterator[Melding]:
    gewijzigd = [f"{W}{naam}" for naam in ("ins", "del", "moveFrom", "moveTo")]
    aantal = sum(1 for _ in document.iter(*gewijzigd))
    if aantal:
        zin = f"In het Word-bestand staan {aantal} bijgehouden wijzigingen; zij zijn gelezen als aanvaard."
        yield codes.BIJGEHOUDEN.melding(zin, hulp="Aanvaard of verwerp ze in Word, en lever het bestand opnieuw in.")
    if any(True for _ in document.iter(f"{W}footnoteReference", f"{W}endnoteReference")):
        zin = "Het Word-bestand heeft voetnoten; zij staan onderaan de gelezen tekst, met [1] in de tekst."
        yield codes.NOOT_OF_BEELD.melding(zin, hulp="Controleer of de noten bij de tekst horen.")
    rand = sorted(naam for naam in delen if naam.startswith(("word/header", "word/footer")) and naam.endswith(".xml"))
    stukken = [stuk for naam in rand if (stuk := _randtekst(delen[naam]))]
    if stukken:
        zin = f"Kop- en voetteksten zijn niet gelezen: {'; '.join(f'“{stuk[:60]}”' for stuk in stukken[:6])}."
        yield codes.WEGGELATEN.melding(zin, hulp="Ga na of er niets bij hoort.")


def _randtekst(inhoud: bytes) -> str:
    root, _ = parse_xml(inhoud)
    return " ".join("".join(_tekens(root)).split()) if root is not None else ""
