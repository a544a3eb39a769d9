"""Which reader reads which kind of XML: one table for regulations, one for decisions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from amend.model.besluit import Besluit
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.read.akn import lees_akn
from amend.read.bestand import Bestand, Bestandssoort
from amend.read.bwb import lees_bwb
from amend.read.cvdr import lees_cvdr
from amend.read.op_regeling import lees_op_regeling
from amend.read.op_xml import lees_besluit_xml
from amend.read.stop import lees_stop
from amend.read.stop_besluit import lees_stop_besluit
from amend.read.xml_soort import NAAM
from amend.read.xml_veilig import parse_xml

Regelinglezer = Callable[[bytes, str | None], tuple[Regeling | None, tuple[Melding, ...]]]
Besluitlezer = Callable[[bytes, str | None], tuple[Besluit | None, tuple[Melding, ...]]]

REGELING: Final[dict[Bestandssoort, Regelinglezer]] = {
    "cvdr_xml": lees_cvdr,
    "bwb_xml": lees_bwb,
    "stop_regeling": lees_stop,
    "stop_besluit": lees_stop,
    "akn_xml": lees_akn,
    "besluit_xml": lees_op_regeling,
}
BESLUIT: Final[dict[Bestandssoort, Besluitlezer]] = {
    "besluit_xml": lees_besluit_xml,
    "stop_besluit": lees_stop_besluit,
}
IS_REGELING: Final[frozenset[Bestandssoort]] = frozenset(
    {"cvdr_xml", "bwb_xml", "stop_regeling", "akn_xml", "regeling_tekst"}
)
"""Kinds of file that are a regulation, when the user does not say what they are."""
HEEFT_EIGEN_ID: Final[frozenset[Bestandssoort]] = frozenset({"cvdr_xml", "bwb_xml"})
"""Kinds of file that carry the identifier of the regulation."""

_GEGEVENS: Final[dict[str, str]] = {
    "bwb_gegevens": "De wetstechnische informatie en het manifest zeggen welke toestanden er zijn; de tekst staat in "
    "het bestand van de toestand (BWBR…_jjjj-mm-dd_n.xml). Lever dat aan.",
    "op_gegevens": "Dit bestand beschrijft een publicatie; de tekst staat in de XML van de publicatie zelf. "
    "Lever die aan.",
}


def verkeerd_bestand(bestand: Bestand, nodig: str) -> tuple[Melding | None, str, str]:
    """(why the XML cannot be read at all, the kind of file in Dutch, what to do) for a file of the wrong kind."""
    soort = NAAM.get(bestand.soort, bestand.soort)
    if bestand.soort in NAAM:
        gebroken = next((m for m in parse_xml(bestand.inhoud)[1] if m.blokkeert), None)
        if gebroken is not None:
            return gebroken, soort, ""
    hulp = _GEGEVENS.get(
        bestand.soort,
        f"Lever {nodig} aan als tekst (UTF-8), Word (docx), pdf, HTML, "
        "CVDR-XML, BWB-toestand, STOP, Akoma Ntoso of XML van een officiële publicatie.",
    )
    return None, soort, hulp
