"""The element names of the XML forms: one table, shared by every reader and writer so that they cannot drift.

Two vocabularies: CVDR (regulations) and that of the official publications (decisions). What the model has and the
vocabularies lack goes into attributes and elements of the namespace :data:`AMEND`.
Source: real CVDR files, op-xsd 2014-05-15, docs/architecture.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from amend.model.tree import INDELING, ITEMS, Node, Soort

AMEND: Final = "urn:amend:opslag:1"
CVDR: Final = "http://standaarden.overheid.nl/cvdr/terms/"
DCTERMS: Final = "http://purl.org/dc/terms/"
OVERHEID: Final = "http://standaarden.overheid.nl/owms/terms/"
OVERHEIDRG: Final = "http://standaarden.overheid.nl/cvdr/meta/"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XML_SPACE: Final = f"{{{XML}}}space"

NCNAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
"""Names that are written as XML names as they are (a safe part of NCName)."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a vocabulary differs: namespace, where a list number stands, how emphasis is written."""

    ns: str
    li_nr_element: bool
    nadruk: bool

    def naam(self, lokaal: str) -> str:
        """The qualified (Clark) name of an element of this vocabulary."""
        return f"{{{self.ns}}}{lokaal}" if self.ns else lokaal


CVDR_DIALECT: Final = Dialect(CVDR, li_nr_element=False, nadruk=False)
OP_DIALECT: Final = Dialect("", li_nr_element=True, nadruk=True)


def amend_naam(lokaal: str) -> str:
    """The qualified name of an own element or attribute."""
    return f"{{{AMEND}}}{lokaal}"


ELEMENT: Final[dict[Soort, str]] = {
    Soort.REGELING: "regeling",
    Soort.AANHEF: "aanhef",
    Soort.BOEK: "boek",
    Soort.DEEL: "deel",
    Soort.TITEL: "titeldeel",
    Soort.HOOFDSTUK: "hoofdstuk",
    Soort.AFDELING: "afdeling",
    Soort.PARAGRAAF: "paragraaf",
    Soort.SUBPARAGRAAF: "subparagraaf",
    Soort.ARTIKEL: "artikel",
    Soort.LID: "lid",
    Soort.LIJST: "lijst",
    Soort.ONDERDEEL: "li",
    Soort.STREEPJE: "li",
    Soort.BEGRIP: "li",
    Soort.AL: "al",
    Soort.TUSSENKOP: "tussenkop",
    Soort.TABEL: "table",
    Soort.RIJ: "row",
    Soort.CEL: "entry",
    Soort.BIJLAGE: "bijlage",
    Soort.DIVISIE: "divisie",
    Soort.SLUITING: "regeling-sluiting",
    Soort.TOELICHTING: "nota-toelichting",
}
"""The element each kind is written as (FRAGMENT is verbatim XML)."""

SYNONIEMEN: Final[dict[str, Soort]] = {
    "sub-paragraaf": Soort.SUBPARAGRAAF,
    "wetsluiting": Soort.SLUITING,
    "besluit-sluiting": Soort.SLUITING,
    "toelichting": Soort.TOELICHTING,
    "artikelkop": Soort.ARTIKEL,
    "definitielijst": Soort.LIJST,
    "definitie-item": Soort.BEGRIP,
}
"""Other names under which official files have the same things; read, never written."""

SOORT: Final[dict[str, Soort]] = (
    {naam: soort for soort, naam in ELEMENT.items() if soort not in ITEMS} | {"li": Soort.ONDERDEEL} | SYNONIEMEN
)
"""The kind an element is read as (``li`` is decided by its number and its list)."""

DOORLAAT: Final = frozenset(
    {
        "regeling-tekst",
        "structuurtekst",
        "wettekst",
        "besluit-tekst",
        "artikeltekst",
        "divisietekst",
        "circulaire-tekst",
    }
    | {"zakelijke-mededeling-tekst", "tekst"}
)
"""Wrappers without meaning of their own: read through, written back where the vocabulary demands them."""

TEKSTBLOK: Final = frozenset({Soort.AL, Soort.TUSSENKOP})
"""The kinds whose element holds text directly."""

KOP_VERPLICHT: Final = INDELING | {Soort.ARTIKEL}
"""The kinds whose element always has a kop."""

OMHULSELS: Final = frozenset(
    {"preambule", "considerans", "context", "afkondiging", "slotformulering", "ondertekening", "ondertekenaar"}
    | {"gegeven", "dagtekening", "naam", "uitgifte"}
)
"""Wrappers inside aanhef and sluiting; kept on the block as :data:`EXTRA_IN`."""

REGELS: Final = frozenset(
    {
        "wij",
        "considerans.al",
        "functie",
        "voornaam",
        "achternaam",
        "plaats",
        "datum",
        "koning",
        "ondertekening",
        "label",
        "organisatie",
        "wie",
    }
    | {"slotformulering", "preambule", "afkondiging", "naam", "ondertekenaar"}
)
"""Text lines inside aanhef and sluiting under another name than al; kept as :data:`EXTRA_ELEMENT`."""

EXTRA_ELEMENT: Final = "amend:element"
EXTRA_IN: Final = "amend:in"
EXTRA_TGROUP: Final = "amend:tgroup"
EXTRA_DEEL: Final = "amend:deel"
"""Keys in ``Node.extra`` for structure (not attributes): line name, wrappers, CALS group, thead/tbody/tfoot."""

EXTRA_STATUS: Final = "amend:statustekst"
"""Key for the words by which a foreign file said that an element is repealed, where they are not "[Vervallen]"."""

SUBTITEL: Final = ("bwb:element", "subtitel")
"""In ``Node.extra`` of a small heading that stood in the heading of its parent."""

INLINE: Final = frozenset(
    {"vet", "cursief", "onderstreept", "sup", "sub", "inf", "extref", "intref", "noot", "nadruk", "term", "redactie"}
    | {"doorgehaald", "kapitaal", "klein", "afkorting", "citaat", "noot.al", "dossierref", "b", "i", "u"}
)
"""Inline elements read as marks without a warning."""

NADRUK: Final[dict[str, str]] = {"vet": "vet", "cur": "cursief", "ondlijn": "onderstreept"}
"""``nadruk/@type`` of the official publications and the mark it stands for."""

_GEEN_MARK: Final = frozenset({*SOORT, *DOORLAAT, *OMHULSELS, "kop", "lidnr", "li.nr", "noot.nr", "wat", "wijziging"})


def mark_element(naam: str) -> bool:
    """True when a mark of this name can be written as an element of its own name."""
    return naam in INLINE or (bool(NCNAME.fullmatch(naam)) and naam not in _GEEN_MARK)


def is_blok(naam: str) -> bool:
    """True when an element of this name is a block or a structure, never inline."""
    return naam in SOORT or naam in DOORLAAT


def is_tekst_in_indeling(node: Node) -> bool:
    """True for content that the vocabulary wants in a ``structuurtekst`` when it stands under a division."""
    return node.soort in (Soort.LIJST, Soort.TABEL, Soort.LID, *TEKSTBLOK, *ITEMS, Soort.RIJ, Soort.CEL)
