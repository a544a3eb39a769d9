"""Names of STOP (imop-tekst 1.3): namespaces, and under which of our own names each element is read."""

from __future__ import annotations

from typing import Final

from lxml import etree

from amend.model.vocabulaire import INLINE, Dialect
from amend.read.xml_lezer import Lezer

TEKST: Final = "https://standaarden.overheid.nl/stop/imop/tekst/"
DATA: Final = "https://standaarden.overheid.nl/stop/imop/data/"
CONS: Final = "https://standaarden.overheid.nl/stop/imop/consolidatie/"
LVBBA: Final = "https://standaarden.overheid.nl/lvbb/stop/aanlevering/"
LVBBU: Final = "https://standaarden.overheid.nl/lvbb/stop/uitlevering/"

REGELINGEN: Final = ("RegelingKlassiek", "RegelingCompact", "RegelingVrijetekst", "RegelingTijdelijkdeel")
BESLUITEN: Final = ("BesluitCompact", "BesluitKlassiek")

_STOP: Final = Dialect(TEKST, li_nr_element=True, nadruk=False)
_NAMEN: Final = {
    **{
        naam: naam.lower()
        for naam in ("Al", "Lid", "Lijst", "Li", "Kop", "Label", "Artikel", "Boek", "Deel", "Hoofdstuk")
    },
    **{naam: naam.lower() for naam in ("Afdeling", "Paragraaf", "Subparagraaf", "Bijlage", "Divisie", "Tussenkop")},
    **{naam: naam.lower() for naam in ("Aanhef", "Considerans", "Afkondiging", "Slotformulering", "Dagtekening")},
    **{naam: naam.lower() for naam in ("Ondertekening", "Term", "Definitie", "Noot", "Wat")},
    "LidNummer": "lidnr",
    "LiNummer": "li.nr",
    "Nummer": "nr",
    "Opschrift": "titel",
    "Titel": "titeldeel",
    "Begrippenlijst": "definitielijst",
    "Begrip": "definitie-item",
    "Inhoud": "artikeltekst",
    "Lichaam": "regeling-tekst",
    "Sluiting": "regeling-sluiting",
    "Toelichting": "nota-toelichting",
    "ExtRef": "extref",
    "IntRef": "intref",
    "NootNummer": "noot.nr",
    "b": "vet",
    "i": "cursief",
    "u": "onderstreept",
    "NieuweTekst": "stop:nieuw",
    "VerwijderdeTekst": "stop:weg",
}
"""The STOP element and the name under which our own vocabulary has the same thing."""

_INLINE: Final = INLINE | {"stop:nieuw", "stop:weg", "ExtIoRef", "IntIoRef", "strong", "abbr", "Nootref"}


def stop_lezer() -> Lezer:
    """A reader that takes STOP elements for their counterparts; attributes are kept as ``stop:<name>``."""
    return Lezer(_STOP, namen=_NAMEN, voorvoegsel="stop:", wid="wId", bekend=_INLINE)


def lokaal(element: etree._Element) -> str:
    """The local name; "" for a comment or processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def t(naam: str) -> str:
    """The qualified name of an element of imop-tekst."""
    return f"{{{TEKST}}}{naam}"


def eerste(element: etree._Element, *namen: str) -> etree._Element | None:
    """The first descendant with one of these local names, in any namespace."""
    return next((deel for deel in element.iter("{*}*") if lokaal(deel) in namen), None)


def waarde(element: etree._Element, *namen: str) -> str:
    """The text of the first descendant with one of these local names, without layout; "" when there is none."""
    deel = eerste(element, *namen)
    return "" if deel is None else " ".join("".join(str(stuk) for stuk in deel.itertext()).split())
