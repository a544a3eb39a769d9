"""HTML → lines of plain text: a line per paragraph, list items with their printed markers, rows of tables.

Also reads what mammoth makes of a Word file. Scripts, styles and what lies outside the main part of a page (menus,
headers, footers) are no text; what is left out is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from amend.model.melding import Melding
from amend.model.numbering import naar_romeins
from amend.read import codes_document as codes

_BLOK: Final = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|html|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_GEEN_TEKST: Final = frozenset(["head", "iframe", "noscript", "object", "script", "style", "svg", "template"])
_BUITEN: Final = frozenset(["aside", "button", "footer", "form", "header", "nav"])
_KOPPEN: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_MERK: Final = re.compile(r"\s*(?:[-–•*]|(?:\d+[a-z]{0,2}|[a-zA-Z]{1,2}|[ivxIVX]+)(?:[.)]|°|º))(?:\s|$)")
_MAX_DIEPTE: Final = 150


@dataclass(slots=True)
class _Schrijver:
    """The lines so far. ``regel`` is the line under way."""

    regels: list[str] = field(default_factory=list)
    regel: list[str] = field(default_factory=list)
    inspring: int = 0
    merk: str = ""
    beelden: int = 0
    los: bool = False

    def alinea(self) -> None:
        """End the line under way; what follows is another paragraph, never the rest of this one."""
        self.sluit()
        self.los = True

    def tekst(self, tekst: str | None) -> None:
        """Add running text."""
        if tekst:
            self.regel.append(tekst)

    def sluit(self) -> None:
        """End the line under way."""
        tekst = re.sub(r"[ \t\r\n\f]+", " ", "".join(self.regel)).strip()
        self.regel = []
        if not tekst:
            return
        if self.merk and not _MERK.match(tekst):
            tekst = f"{self.merk} {tekst}"
        self.merk = ""
        if self.los and self.regels and self.regels[-1]:
            self.regels.append("")
        self.los = False
        self.regels.append("  " * self.inspring + tekst)

    def wit(self) -> None:
        """A blank line, once."""
        self.sluit()
        if self.regels and self.regels[-1]:
            self.regels.append("")


def lees_html(bron: str) -> tuple[str, tuple[Melding, ...]]:
    """The text of a page, and findings about what was left out."""
    root = _boom(bron)
    if root is None:
        return "", ()
    hoofd = _hoofddeel(root)
    weg = list(_weggelaten(root, hoofd))
    schrijver = _Schrijver()
    _loop(hoofd, schrijver, 0)
    schrijver.sluit()
    meldingen = []
    if weg:
        stukken = "; ".join(f"“{stuk if len(stuk) <= 60 else stuk[:57] + '…'}”" for stuk in weg[:8])
        meer = " en meer" if len(weg) > 8 else ""
        tekst = f"Niet gelezen, omdat het buiten de tekst van de pagina staat: {stukken}{meer}."
        meldingen.append(codes.WEGGELATEN.melding(tekst, hulp="Ga na of er niets bij hoort."))
    if schrijver.beelden:
        tekst = f"Er staan {schrijver.beelden} afbeelding(en) in het bestand; in de tekst staat daar [afbeelding]."
        meldingen.append(codes.NOOT_OF_BEELD.melding(tekst, hulp="Bekijk de afbeeldingen in het origineel."))
    return "\n".join(schrijver.regels).strip() + "\n", tuple(meldingen)


def _boom(bron: str) -> etree._Element | None:
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        return etree.fromstring(bron.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _hoofddeel(root: etree._Element) -> etree._Element:
    """The main part of the page, when it says which that is."""
    for naam in ("main", "article"):
        gevonden = root.findall(f".//{naam}")
        if len(gevonden) == 1 and "".join(gevonden[0].itertext()).strip():
            return gevonden[0]
    body = root.find(".//body")
    return root if body is None else body


def _weggelaten(root: etree._Element, hoofd: etree._Element) -> Iterator[str]:
    """The texts of the body that are not read, a piece per block."""
    body = root.find(".//body")
    stapel = [root if body is None else body]
    while stapel:
        element = stapel.pop()
        if element is hoofd and element is not body:
            continue
        if not isinstance(element.tag, str) or element.tag in _GEEN_TEKST:
            continue
        if (hoofd is not body and hoofd not in element.iterdescendants()) or element.tag in _BUITEN:
            stuk = " ".join("".join(element.itertext()).split())
            if stuk:
                yield stuk
            continue
        stapel.extend(reversed(element))


def _loop(element: etree._Element, uit: _Schrijver, diepte: int) -> None:
    if not isinstance(element.tag, str) or element.tag in _GEEN_TEKST:
        return
    if diepte > _MAX_DIEPTE:
        uit.tekst(" ".join(element.itertext()))
        return
    naam = element.tag
    if naam in _BUITEN and diepte:
        return
    if naam == "br":
        uit.sluit()
    elif naam == "img":
        uit.beelden += 1
        uit.tekst("[afbeelding]")
    elif naam == "table":
        _tabel(element, uit, diepte)
    elif naam in ("ol", "ul"):
        _lijst(element, uit, diepte)
    else:
        _gewoon(element, uit, diepte)


def _gewoon(element: etree._Element, uit: _Schrijver, diepte: int) -> None:
    blok = _BLOK.fullmatch(str(element.tag)) is not None
    if element.tag in _KOPPEN:
        uit.wit()
    elif blok:
        uit.alinea()
    _inhoud(element, uit, diepte)
    if blok:
        uit.alinea()


def _inhoud(element: etree._Element, uit: _Schrijver, diepte: int) -> None:
    uit.tekst(element.text)
    for kind in element:
        _loop(kind, uit, diepte + 1)
        uit.tekst(kind.tail)


def _lijst(lijst: etree._Element, uit: _Schrijver, diepte: int) -> None:
    """Items with the marker that a browser prints, unless the item prints one itself."""
    uit.sluit()
    soort = lijst.get("type", "1") if lijst.tag == "ol" else "-"
    nummer = _getal(lijst.get("start"), 1)
    uit.inspring += 1 if lijst.getparent() is not None and _in_lijst(lijst) else 0
    ingesprongen = _in_lijst(lijst)
    for kind in lijst:
        if kind.tag == "li":
            nummer = _getal(kind.get("value"), nummer)
            uit.sluit()
            uit.merk = _merk(soort, nummer)
            _inhoud(kind, uit, diepte + 1)
            uit.sluit()
            uit.merk = ""
            nummer += 1
        else:
            _loop(kind, uit, diepte + 1)
        uit.tekst(kind.tail)
    uit.sluit()
    uit.inspring -= 1 if ingesprongen else 0


def _in_lijst(element: etree._Element) -> bool:
    return any(ouder.tag == "li" for ouder in element.iterancestors())


def _getal(tekst: str | None, anders: int) -> int:
    return int(tekst) if tekst and re.fullmatch(r"\d{1,5}", tekst) else anders


def _merk(soort: str, nummer: int) -> str:
    if soort == "-":
        return "-"
    if soort in ("a", "A"):
        letters = chr(ord("a") + (nummer - 1) % 26) * ((nummer - 1) // 26 + 1)
        return f"{letters.upper() if soort == 'A' else letters}."
    if soort in ("i", "I"):
        romeins = naar_romeins(nummer)
        return f"{romeins.upper() if soort == 'I' else romeins.lower()}."
    return f"{nummer}."


def _tabel(tabel: etree._Element, uit: _Schrijver, diepte: int) -> None:
    """Rows between bars; a table of one column is no table but a frame around text."""
    uit.wit()
    rijen = [rij for rij in tabel.iter("tr") if _dichtste(rij, "table") is tabel]
    for bijschrift in tabel.findall("caption"):
        _gewoon(bijschrift, uit, diepte + 1)
    breed = max((len(rij.findall("td")) + len(rij.findall("th")) for rij in rijen), default=0)
    for rij in rijen:
        cellen = [cel for cel in rij if cel.tag in ("td", "th")]
        if breed <= 1:
            for cel in cellen:
                _gewoon(cel, uit, diepte + 1)
            continue
        teksten = [_cel(cel, uit, diepte) for cel in cellen]
        teksten += [""] * (breed - len(teksten))
        if any("|" in tekst for tekst in teksten):
            uit.regels.append("\t".join(teksten))
        else:
            uit.regels.append(f"| {' | '.join(teksten)} |")
    uit.wit()


def _cel(cel: etree._Element, uit: _Schrijver, diepte: int) -> str:
    binnen = _Schrijver()
    _inhoud(cel, binnen, diepte + 1)
    binnen.sluit()
    uit.beelden += binnen.beelden
    return " ".join(regel.strip() for regel in binnen.regels if regel.strip())


def _dichtste(element: etree._Element, naam: str) -> etree._Element | None:
    return next((ouder for ouder in element.iterancestors() if ouder.tag == naam), None)
