"""The safety net of every XML reader: the letters and digits of a file against those of what was read from it.

A reader keeps what it does not know; should it ever miss something all the same, the file is refused and says what is
missing, instead of giving a text without it. Counting characters (not words) makes the check independent of mark-up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel
from amend.model.melding import Melding, Plek
from amend.model.tree import Node, Run, Status, alle_nodes
from amend.model.vocabulaire import AMEND
from amend.read import codes_xml as codes

_TAG: Final = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^>]*>", re.DOTALL)
_TEKSTEN: Final = "descendant-or-self::*/text()[not(ancestor::*[@amend:redactioneel])]"
_ENTITEIT: Final = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_STATUS: Final = {Status.VERVALLEN: "vervallen", Status.GERESERVEERD: "gereserveerd"}


def verlies(bron: Iterable[etree._Element], bewaard: Iterable[str]) -> Melding | None:
    """A finding when the elements hold letters or digits that are not in what was kept; None when all is there."""
    delen = [(element, _tekst_van(element)) for element in bron]
    weg = _telling(tekst for _, tekst in delen) - _telling(bewaard)
    if not weg:
        return None
    regel = min((element.sourceline or 1 for element, _ in delen), default=1)
    voorbeeld = "".join(sorted(weg.elements()))[:40]
    tekst = f"Van de tekst in het bestand konden {weg.total()} letters of cijfers niet worden geplaatst ({voorbeeld})."
    hulp = "Er is niets gelezen. Lever het bestand aan zoals het is gepubliceerd, of meld dit met het bestand."
    return codes.VERLIES.melding(tekst, Plek(regel, 1), hulp)


def _tekst_van(element: etree._Element) -> str:
    """The text of an element, but for what our own writer added for the reader (``amend:redactioneel``)."""
    teksten = element.xpath(_TEKSTEN, namespaces={"amend": AMEND})
    return " ".join(str(tekst) for tekst in teksten)


def _telling(teksten: Iterable[str]) -> Counter[str]:
    uit: Counter[str] = Counter()
    for tekst in teksten:
        uit.update(tekst.casefold())
    return Counter({teken: aantal for teken, aantal in uit.items() if teken.isalnum()})


def van_nodes(nodes: Iterable[Node]) -> Iterator[str]:
    """The texts of nodes: headings, numbers, runs, kept fragments, state."""
    for top in nodes:
        for node in alle_nodes(top):
            yield from (node.label, node.aanduiding, zonder_tags(node.xml))
            yield from (zonder_tags(waarde) for _, waarde in node.extra if waarde.startswith("<"))
            yield from (waarde for naam, waarde in node.extra if naam.startswith("stop:oud-"))
            yield from van_runs(node.opschrift)
            yield from van_runs(node.tekst)
            yield _STATUS.get(node.status, "")


def van_runs(tekst: Iterable[Run]) -> Iterator[str]:
    """The characters of runs, with the numbers of footnotes and kept inline fragments."""
    gezien = None
    for run in tekst:
        yield run.tekst
        for mark in run.marks:
            attributen = dict(mark.attributen)
            yield zonder_tags(attributen.get("xml", ""))
            if mark.naam == "noot" and mark is not gezien:
                yield attributen.get("nr", "")
                gezien = mark


def van_besluit(besluit: Besluit) -> Iterator[str]:
    """The texts of a decision."""
    yield from van_runs(besluit.intitule)
    yield from van_nodes((*besluit.aanhef, *besluit.sluiting, *besluit.bijlagen, *besluit.toelichting))
    for artikel in besluit.artikelen:
        if isinstance(artikel, BesluitArtikel):
            yield from van_nodes((artikel.node,))
        else:
            yield from _van_deel(artikel)


def _van_deel(deel: WijzigArtikel | Instructie) -> Iterator[str]:
    yield from (deel.label, deel.aanduiding)
    yield from van_runs(deel.opschrift)
    yield from van_runs(deel.zin.tekst if deel.zin else ())
    yield from van_nodes(deel.payload)
    for binnen in deel.instructies:
        yield from _van_deel(binnen)


def zonder_tags(xml: str) -> str:
    """The text of verbatim XML."""
    tekst = _TAG.sub(" ", xml)
    for naam, teken in _ENTITEIT.items():
        tekst = tekst.replace(naam, teken)
    return tekst
