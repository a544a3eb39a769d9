"""One file against everything the folder has for its kind."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import etree

from amend.model.melding import Melding
from amend.read.xml_veilig import parse_xml
from amend.write.valideer.schematron import valideer_schematron
from amend.write.valideer.xsd import SCHEMA_VAN, valideer_xsd, zoek

_SCHEMATRON: Final = ("/stop/imop/", "/lvbb/stop/aanlevering/")


def valideer(data: bytes, schemas: Path) -> tuple[Melding, ...]:
    """Findings of the XSD and, for STOP 1.3.0, of the Schematron in the folder; empty for a valid file."""
    root, meldingen = parse_xml(data)
    if root is None:
        return meldingen
    map_ = schemas.resolve()
    bij_xsd = valideer_xsd(root, map_)
    ruimte = etree.QName(root).namespace or ""
    if bij_xsd or not any(deel in ruimte for deel in _SCHEMATRON):
        return bij_xsd
    aanlevering = "aanlevering" in ruimte and "Besluit" in etree.QName(root).localname
    return valideer_schematron(data, _stam(map_, root), aanlevering=aanlevering)


def heeft_schema(data: bytes) -> bool:
    """True for a kind of file that has an official schema."""
    root, _ = parse_xml(data)
    return root is not None and (etree.QName(root).namespace or "") in SCHEMA_VAN


def _stam(map_: Path, root: etree._Element) -> Path:
    """The part of the folder with the set that the schema came from, when that has Schematron of its own."""
    pad = zoek(map_, root)
    for ouder in pad.parents if pad else ():
        if ouder == map_ or map_ not in ouder.parents:
            break
        if any(ouder.rglob("*.sch.xslt")):
            return ouder
    return map_
