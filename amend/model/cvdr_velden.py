"""Which metadata field stands in which element of CVDR; shared by reader and writer.

Fields without a CVDR element are own elements (``amend:…``) under ``cvdripm``.
"""

from __future__ import annotations

from typing import Final

from amend.model.vocabulaire import DCTERMS, OVERHEID, OVERHEIDRG

PREFIXEN: Final = {"dcterms": DCTERMS, "overheid": OVERHEID, "overheidrg": OVERHEIDRG}

TEKSTVELDEN: Final = (
    ("owmskern", "dcterms:identifier", "id"),
    ("owmskern", "dcterms:title", "titel"),
    ("owmskern", "dcterms:creator", "organisatie"),
    ("owmsmantel", "dcterms:isFormatOf", "bron"),
    ("owmsmantel", "dcterms:alternative", "citeertitel"),
    ("owmsmantel", "overheid:isRatifiedBy", "vastgesteld_door"),
    ("owmsmantel", "dcterms:subject", "onderwerp"),
    ("cvdripm", "overheidrg:kenmerk", "kenmerk"),
    ("cvdripm", "overheidrg:onderwerp", "eigen_onderwerp"),
)
"""Container, element and field of the single text values."""

DATUMVELDEN: Final = (
    ("owmsmantel", "dcterms:issued", "vastgesteld"),
    ("cvdripm", "overheidrg:inwerkingtredingDatum", "inwerkingtreding"),
    ("cvdripm", "overheidrg:terugwerkendekrachtDatum", "terugwerkend"),
    ("cvdripm", "overheidrg:uitwerkingtredingDatum", "uitwerkingtreding"),
)
"""Container, element and field of the dates."""

EIGEN_TEKST: Final = ("organisatietype", "sha256")
GRONDSLAG: Final = "dcterms:source"
TOEVOEGING: Final = "overheidrg:redactioneleToevoeging"
BETREFT: Final = "overheidrg:betreft"
VAST: Final = (("dcterms:language", "nl"), ("dcterms:type", "regeling"))
"""Elements whose value is always the same."""

CONTAINERS: Final = ("owmskern", "owmsmantel", "cvdripm")
VERWIJZING: Final = "verwijzing:"
"""Prefix in ``RegelingMeta.overig`` for the resourceIdentifier of an element: ``verwijzing:<field>[n]``."""
LETTERLIJK: Final = "xml:"
"""Prefix in ``RegelingMeta.overig`` for verbatim XML and the container it stood in."""

_ORGANISATIES: Final = {
    "Regionaal samenwerkingsorgaan": "RegionaalSamenwerkingsorgaan",
    "Caribisch openbaar lichaam": "CaribischOpenbaarLichaam",
}


def clark(naam: str) -> str:
    """``dcterms:title`` → the qualified (Clark) name."""
    prefix, _, lokaal = naam.partition(":")
    return f"{{{PREFIXEN[prefix]}}}{lokaal}"


def schema_van(organisatietype: str) -> str:
    """The value list (scheme) of a kind of organisation: "Gemeente" → "overheid:Gemeente"."""
    return "overheid:" + _ORGANISATIES.get(organisatietype, organisatietype)


def type_uit_schema(schema: str) -> str:
    """The kind of organisation that a scheme stands for."""
    lijst = schema.removeprefix("overheid:")
    return next((naam for naam, waarde in _ORGANISATIES.items() if waarde == lijst), lijst)


def container_van(naam: str) -> str:
    """The container in which a further element (``prefix:name``) belongs."""
    if naam in ("dcterms:modified", "dcterms:spatial"):
        return "owmskern"
    return "cvdripm" if naam.startswith("overheidrg:") else "owmsmantel"


def verwijzing_van(bron: str) -> str:
    """The address of a publication (``gmb-2016-146361``) on the national site; "" when it is not one."""
    publicatie = bron.replace("-", "").isalnum() and bron.isascii() and "-" in bron
    return f"https://zoek.officielebekendmakingen.nl/{bron}" if publicatie else ""
