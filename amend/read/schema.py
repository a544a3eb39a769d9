"""Whether a file has the form in which the store keeps things (RELAX NG in ``amend/schemas``)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Final, Literal

from lxml import etree

from amend.model.melding import Melding, Plek
from amend.model.vocabulaire import amend_naam
from amend.read import codes_xml as codes
from amend.read.xml_veilig import parse_xml

_MAX: Final = 20
_NAAM: Final = re.compile(r"(?:element|Element|attribute|got) ([\w.:\-{}/]+)")
_UITLEG: Final = {
    "RELAXNG_ERR_ELEMWRONG": "<{0}> hoort hier niet of heeft een verkeerde inhoud",
    "RELAXNG_ERR_EXTRACONTENT": "<{0}> hoort hier niet",
    "RELAXNG_ERR_ELEMEXTRANS": "<{0}> staat in een andere naamruimte dan hier hoort",
    "RELAXNG_ERR_ELEMNAME": "hier hoort een ander element dan <{0}>",
    "RELAXNG_ERR_ATTRVALID": "een attribuut van <{0}> is onbekend of heeft een verkeerde waarde",
    "RELAXNG_ERR_INVALIDATTR": "het attribuut {0} is onbekend of heeft een verkeerde waarde",
    "RELAXNG_ERR_CONTENTVALID": "de inhoud van <{0}> klopt niet",
    "RELAXNG_ERR_DATATYPE": "<{0}> heeft een verkeerde waarde",
    "RELAXNG_ERR_VALUE": "<{0}> heeft een verkeerde waarde",
    "RELAXNG_ERR_VALELEM": "<{0}> heeft een verkeerde waarde",
    "RELAXNG_ERR_NOELEM": "er ontbreekt een element in <{0}>",
    "RELAXNG_ERR_INTERSEQ": "de elementen in <{0}> ontbreken of staan er te vaak",
    "RELAXNG_ERR_INTEREXTRA": "<{0}> hoort hier niet of staat er te vaak",
}
_VAAG: Final = frozenset({"RELAXNG_ERR_INTERNODATA", "RELAXNG_ERR_LISTEXTRA"})

Soort = Literal["regeling", "besluit"]


def valideer(data: bytes | etree._Element, soort: Soort) -> tuple[Melding, ...]:
    """Findings (E170 with line; E150-E155 for no XML) when ``data`` is not a stored regulation or decision."""
    if isinstance(data, bytes):
        root, meldingen = parse_xml(data)
        if root is None:
            return meldingen
    else:
        root = data
    if root.get(amend_naam("opslag")) is None:
        tekst = "Het bestand is niet van de vorm waarin amend bewaart: het kenmerk amend:opslag ontbreekt."
        return (codes.SCHEMA.melding(tekst, Plek(root.sourceline or 1, 1), "Lees het in met amend importeer."),)
    schema = _schema(soort)
    if schema.validate(root):
        return ()
    meldingen = tuple(dict.fromkeys(_melding(fout) for fout in schema.error_log if fout.type_name not in _VAAG))
    return meldingen[:_MAX] or (codes.SCHEMA.melding(f"Het bestand heeft niet de vorm van een bewaarde {soort}."),)


@lru_cache(maxsize=2)
def _schema(soort: Soort) -> etree.RelaxNG:
    with as_file(files("amend").joinpath("schemas", f"{soort}.rng")) as pad:
        return etree.RelaxNG(etree.parse(pad))


def _melding(fout: etree._LogEntry) -> Melding:
    treffer = _NAAM.search(fout.message or "")
    naam = treffer[1] if treffer else "dit element"
    uitleg = _UITLEG.get(fout.type_name, "<{0}> klopt hier niet").format(naam)
    regel = max(fout.line, 1)
    hulp = "Lees een bestand van elders in met amend importeer; pas een bewaard bestand niet buiten dit schema aan."
    return codes.SCHEMA.melding(
        f"Op regel {regel} voldoet het bestand niet aan het schema: {uitleg}.", Plek(regel, 1), hulp
    )
