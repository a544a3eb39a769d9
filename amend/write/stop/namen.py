"""Names of STOP: namespaces, the element of each kind, the AKN abbreviation of each element (STOP0022, STOP0023)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from amend.model.tree import Soort
from amend.read.stop_namen import CONS as CONS
from amend.read.stop_namen import DATA as DATA
from amend.read.stop_namen import LVBBA as LVBBA
from amend.read.stop_namen import LVBBU as LVBBU
from amend.read.stop_namen import TEKST as TEKST
from amend.read.stop_namen import t as t

SCHEMAVERSIE: Final = "1.3.0"

ELEMENT: Final[dict[Soort, str]] = {
    Soort.BOEK: "Boek",
    Soort.DEEL: "Deel",
    Soort.TITEL: "Titel",
    Soort.HOOFDSTUK: "Hoofdstuk",
    Soort.AFDELING: "Afdeling",
    Soort.PARAGRAAF: "Paragraaf",
    Soort.SUBPARAGRAAF: "Subparagraaf",
    Soort.ARTIKEL: "Artikel",
    Soort.LID: "Lid",
    Soort.BIJLAGE: "Bijlage",
}
"""The element of the kinds that STOP has too."""

BINNEN: Final[dict[Soort, frozenset[Soort]]] = {
    Soort.REGELING: frozenset(
        {Soort.BOEK, Soort.DEEL, Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.AFDELING, Soort.TITEL, Soort.ARTIKEL}
    ),
    Soort.BOEK: frozenset({Soort.DEEL, Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.AFDELING, Soort.TITEL, Soort.ARTIKEL}),
    Soort.DEEL: frozenset({Soort.BOEK, Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.AFDELING, Soort.TITEL, Soort.ARTIKEL}),
    Soort.HOOFDSTUK: frozenset({Soort.BOEK, Soort.DEEL, Soort.PARAGRAAF, Soort.AFDELING, Soort.TITEL, Soort.ARTIKEL}),
    Soort.AFDELING: frozenset({Soort.BOEK, Soort.DEEL, Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.TITEL, Soort.ARTIKEL}),
    Soort.TITEL: frozenset({Soort.BOEK, Soort.DEEL, Soort.HOOFDSTUK, Soort.PARAGRAAF, Soort.AFDELING, Soort.ARTIKEL}),
    Soort.PARAGRAAF: frozenset({Soort.SUBPARAGRAAF, Soort.ARTIKEL}),
    Soort.SUBPARAGRAAF: frozenset({Soort.ARTIKEL}),
}
"""What a division may hold; all children of one division are of one kind (imop-tekst)."""

AKN: Final[dict[str, str]] = {
    "RegelingOpschrift": "longTitle",
    "Aanhef": "formula_1",
    "Lichaam": "body",
    "Sluiting": "formula_2",
    "Boek": "book",
    "Deel": "part",
    "Titel": "title",
    "Hoofdstuk": "chp",
    "Afdeling": "subchp",
    "Paragraaf": "subsec",
    "Subparagraaf": "subsec",
    "Subsubparagraaf": "subsec",
    "Artikel": "art",
    "WijzigArtikel": "art",
    "Lid": "para",
    "WijzigLid": "para",
    "Lijst": "list",
    "Begrippenlijst": "list",
    "Li": "item",
    "Begrip": "item",
    "table": "table",
    "Figuur": "img",
    "Formule": "math",
    "Citaat": "cit",
    "Bijlage": "cmp",
    "Divisie": "div",
    "Divisietekst": "content",
    "InleidendeTekst": "intro",
    "Toelichting": "recital",
    "AlgemeneToelichting": "genrecital",
    "ArtikelgewijzeToelichting": "artrecital",
    "Motivering": "acc",
    "Kadertekst": "recital",
    "ExtIoRef": "ref",
    "IntIoRef": "ref",
}
"""The abbreviation with which the last part of eId and wId of an element begins."""

VAST: Final = frozenset({"RegelingOpschrift", "Aanhef", "Lichaam", "Sluiting"})
"""Elements whose eId has no number."""


def d(lokaal: str) -> str:
    """The qualified name of an element of imop-data."""
    return f"{{{DATA}}}{lokaal}"


def naam(element: etree._Element) -> str:
    """The local name; "" for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
