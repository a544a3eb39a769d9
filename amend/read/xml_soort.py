"""What kind of XML a text is, from the name and namespace of its first element."""

from __future__ import annotations

import re
from typing import Final, Literal

Xmlsoort = Literal[
    "cvdr_xml",
    "besluit_xml",
    "bwb_xml",
    "bwb_gegevens",
    "stop_regeling",
    "stop_besluit",
    "akn_xml",
    "op_gegevens",
    "xml_anders",
]

_WORTEL: Final = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)[^>]*>?")
_STOP: Final = "standaarden.overheid.nl/"
_VAST: Final[dict[str, Xmlsoort]] = {
    "cvdr": "cvdr_xml",
    "toestand": "bwb_xml",
    "wetstechnische-informatie": "bwb_gegevens",
    "akomantoso": "akn_xml",
    "metadata_gegevens": "op_gegevens",
    "owms-metadata": "op_gegevens",
    "consolidaties": "stop_regeling",
    "aanleveringbesluit": "stop_besluit",
    "besluitklassiek": "stop_besluit",
    "besluitcompact": "stop_besluit",
    "regelingklassiek": "stop_regeling",
    "regelingcompact": "stop_regeling",
    "regelingvrijetekst": "stop_regeling",
    "regelingtijdelijkdeel": "stop_regeling",
}
_BESLUITEN: Final = frozenset(
    {
        *("officiele-publicatie", "gemeenteblad", "provincieblad", "staatsblad", "staatscourant", "waterschapsblad"),
        *("stb", "stcrt", "gmb", "prb", "wsb", "bgr", "besluit", "wijzig-artikel", "wijzigingsbesluit"),
    }
)
NAAM: Final[dict[str, str]] = {
    "cvdr_xml": "CVDR-XML",
    "besluit_xml": "XML van een officiële publicatie",
    "bwb_xml": "BWB-toestand",
    "bwb_gegevens": "wetstechnische informatie of manifest van het BWB",
    "stop_regeling": "STOP-regeling",
    "stop_besluit": "STOP-besluit",
    "akn_xml": "Akoma Ntoso",
    "op_gegevens": "metagegevens van een officiële publicatie",
    "xml_anders": "onbekende XML",
}
"""How a reader is told which kind of file it is."""


def xml_soort(begin: str) -> tuple[Xmlsoort, str]:
    """The kind, and the name of the first element ("" when there is none)."""
    wortel = _WORTEL.search(re.sub(r"<!--.*?-->", "", begin[:20_000], flags=re.DOTALL))
    naam = wortel[1] if wortel else ""
    klein = naam.lower()
    if klein in _VAST:
        return _VAST[klein], naam
    if klein == "work" and wortel is not None and "_latestItem" in wortel[0]:
        return "bwb_gegevens", naam
    return ("besluit_xml" if klein in _BESLUITEN else "xml_anders"), naam
