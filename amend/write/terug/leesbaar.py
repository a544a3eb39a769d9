"""The forms for readers read back: a page, a Word document and plain text must hold every word, in order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from amend.model.identity import eids
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.tree import Node, Soort, Tekst, alle_nodes
from amend.read.xml_veilig import parse_xml
from amend.write.codes import VERSCHIL
from amend.write.terug.stroom import Teken, in_noot, plat, stroom, verschil, woorden, zonder_noottekens

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def controleer_html(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when a word, a note or an anchor of the page is not that of the text."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", no_network=True))
    main = root.find(".//main")
    if main is None:
        return (VERSCHIL.melding("De webpagina heeft geen tekst."),)
    for ref in list(main.iter("a")):
        houder = ref.getparent()
        if (ref.get("id") or "").startswith("noot-bij-") and houder is not None:
            ref.text = None
    intitule = main.find("p[@class='intitule']")
    if intitule is not None:
        main.remove(intitule)
    gelezen = woorden(_html_tekst(main))
    bedoeld = stroom(regeling.root.kinderen, noten=False)
    ankers = {str(el.get("id")) for el in main.iter() if el.get("id")}
    weg = next((eid for _, node, eid in eids(regeling.root) if node.soort is Soort.ARTIKEL and eid not in ankers), None)
    if weg is not None:
        return (VERSCHIL.melding(f"De webpagina heeft geen anker {weg}."),)
    noten = [woord for li in root.iterfind(".//section[@aria-label='Voetnoten']//li") for woord in woorden(_noot(li))]
    return verschil(bedoeld, gelezen, "HTML") or verschil(_noten(regeling), noten, "HTML")


def _noot(li: etree._Element) -> str:
    """The text of a footnote without the link back."""
    return _html_tekst(li).rstrip().removesuffix("↩")


def _html_tekst(element: etree._Element) -> str:
    """The text, with white space wherever a block, cell or line begins or ends."""
    delen = [element.text or ""]
    for kind in element:
        los = kind.tag not in ("strong", "em", "u", "s", "sup", "sub", "span", "a", "dfn")
        wit = " " if los else ""
        delen.append(f"{wit}{_html_tekst(kind)}{wit}{kind.tail or ''}")
    return "".join(delen)


def controleer_tekst(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when plain text does not end with every word of the regulation, and of its notes."""
    gelezen = [woord for woord in woorden(zonder_noottekens(data.decode())) if woord not in ("|", "/")]
    bedoeld = list(stroom(regeling.root.kinderen, noten=False))
    noten = _noten(regeling)
    if noten:
        bedoeld += [Teken("Voetnoten", ""), *noten]
    alles = [t for teken in bedoeld for t in _zonder(teken)]
    return verschil(alles, gelezen[len(gelezen) - len(alles) :] if alles else [], "tekst")


def _zonder(teken: Teken) -> Iterator[Teken]:
    for woord in woorden(zonder_noottekens(teken.tekst)):
        if woord not in ("|", "/"):
            yield Teken(woord, teken.plek)


def controleer_docx(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when a word or note of the Word document is not that of the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as pak:
        root, meldingen = parse_xml(pak.read("word/document.xml"))
    if root is None:
        return meldingen
    alineas = list(root.iter(f"{_W}p"))
    begin = next(n for n, p in enumerate(alineas) if p.find(f"{_W}bookmarkStart") is not None)
    regels = [_alinea(p) for p in alineas[begin + 1 :]]
    bedoeld = stroom((regeling.root,), noten=False)
    noten = _noten(regeling)
    aantal = _aantal_noten(regeling)
    romp, achter = (regels[: -aantal - 1], regels[-aantal:]) if aantal else (regels, [])
    gelezen = [woord for regel in romp for woord in woorden(regel)]
    bij_noten = [woord for regel in achter for woord in woorden(re.sub(r"^\[\d+\] ", "", regel))]
    return verschil(bedoeld, gelezen, "Word") or verschil(noten, bij_noten, "Word")


def _alinea(p: etree._Element) -> str:
    delen = []
    for run in p.iter(f"{_W}r"):
        tekst = "".join(
            str(el.text or "") if el.tag == f"{_W}t" else "\t"
            for el in run.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr")
        )
        boven = run.find(f".//{_W}vertAlign[@{_W}val='superscript']") is not None
        delen.append("" if boven and re.fullmatch(r"\[\d+\]", tekst) else tekst)
    return "".join(delen)


def _noten(regeling: Regeling) -> list[Teken]:
    """The words of the footnotes, in order."""
    return [Teken(woord, "voetnoot") for noot in _alle_noten(regeling.root) for woord in woorden(noot)]


def _aantal_noten(regeling: Regeling) -> int:
    return sum(1 for _ in _alle_noten(regeling.root))


def _alle_noten(root: Node) -> Iterator[str]:
    for node in alle_nodes(root):
        for tekst in (node.opschrift, node.tekst):
            yield from _noten_in(tekst)


def _noten_in(tekst: Tekst) -> Iterator[str]:
    groep: list[str] = []
    vorige: object = None
    for run in (*tekst, None):
        noot = next((m for m in run.marks if m.naam == "noot"), None) if run is not None and in_noot(run) else None
        if groep and noot != vorige:
            yield "".join(groep)
            groep = []
        if noot is not None and run is not None:
            groep.append(plat((run,)))
        vorige = noot
