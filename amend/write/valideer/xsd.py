"""XSD: finding the schema of a file in a folder, compiling it without network, and its complaints in Dutch."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from amend.model.melding import Melding, Plek
from amend.write.valideer import codes

if TYPE_CHECKING:  # names that only the stubs have
    from lxml.etree._docloader import _InputDocument

SCHEMA_VAN: Final = {
    "https://standaarden.overheid.nl/stop/imop/tekst/": "imop-tekst.xsd",
    "https://standaarden.overheid.nl/stop/imop/data/": "imop-data.xsd",
    "https://standaarden.overheid.nl/stop/imop/consolidatie/": "imop-consolidatie.xsd",
    "https://standaarden.overheid.nl/lvbb/stop/aanlevering/": "lvbb-stop-aanlevering.xsd",
    "https://standaarden.overheid.nl/lvbb/stop/uitlevering/": "lvbb-stop-uitlevering.xsd",
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0": "akomantoso30.xsd",
}
"""The schema file of each namespace of a root element."""

_MAX: Final = 20
_ELEMENT: Final = re.compile(r"Element '(?:\{[^}]*\})?([^']+)'")
_UITLEG: Final = (
    (
        re.compile(r"This element is not expected\. Expected is (?:one of )?\( ?(.+?) ?\)"),
        "hoort hier niet; hier hoort: {0}",
    ),
    (re.compile(r"This element is not expected"), "hoort hier niet"),
    (
        re.compile(r"Missing child element\(s\)\. Expected is (?:one of )?\( ?(.+?) ?\)"),
        "is niet volledig; er ontbreekt: {0}",
    ),
    (re.compile(r"The attribute '([^']+)' is required but missing"), "mist het attribuut {0}"),
    (re.compile(r"The attribute '([^']+)' is not allowed"), "heeft een attribuut dat niet mag: {0}"),
    (re.compile(r"'(.*)' is not a valid value"), "heeft een ongeldige waarde: “{0}”"),
    (re.compile(r"Character content (?:other than whitespace )?is not allowed"), "mag hier geen tekst bevatten"),
    (re.compile(r"No matching global declaration"), "kent het schema niet als document"),
)


class _Lokaal(etree.Resolver):
    """Finds every imported schema in the folder, by the end of its address; nothing comes from the network."""

    def __init__(self, bestanden: tuple[Path, ...]) -> None:
        super().__init__()
        self.bestanden = bestanden

    def resolve(self, system_url: str | None, public_id: str | None, context: object, /) -> _InputDocument | None:
        """The local file whose path ends most like the address."""
        if system_url is None or Path(system_url).is_file():
            return None
        delen = system_url.split("/")
        passend = [pad for pad in self.bestanden if pad.name == delen[-1]]
        if not passend:
            return self.resolve_empty(context)
        return self.resolve_filename(str(max(passend, key=lambda pad: _gelijk_einde(pad.parts, delen))), context)


def _gelijk_einde(een: tuple[str, ...], ander: list[str]) -> tuple[int, int]:
    """How many names from the end are equal, and how many occur anywhere."""
    paren = list(zip(reversed(een), reversed(ander), strict=False))
    gelijk = next((i for i, (a, b) in enumerate(paren) if a != b), len(paren))
    return gelijk, len(set(een) & set(ander))


def zoek(map_: Path, root: etree._Element) -> Path | None:
    """The schema file for this root element; of several sets the one whose version the file names."""
    naam = SCHEMA_VAN.get(etree.QName(root).namespace or "")
    passend = sorted(map_.rglob(naam)) if naam else []
    versie = root.get("schemaversie") or ""
    genoemd = [pad for pad in passend if versie and any(versie in deel for deel in pad.parts)]
    return next(iter(genoemd or passend), None)


@lru_cache(maxsize=8)
def schema(pad: Path, map_: Path) -> etree.XMLSchema | str:
    """The compiled schema, or why it does not compile."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)
    parser.resolvers.add(_Lokaal(_bestanden(_stam(pad, map_))))
    try:
        return etree.XMLSchema(etree.parse(str(pad), parser))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError) as fout:
        return str(fout)


def _stam(pad: Path, map_: Path) -> Path:
    """The folder of the set that the schema belongs to: the one just below the user's folder, or that folder."""
    delen = pad.relative_to(map_).parts
    binnen = map_ / delen[0] if len(delen) > 1 else map_
    verwant = any((binnen.parent / naam).is_dir() for naam in ("stop", "lvbb", "extern"))
    return map_ if verwant else binnen


@lru_cache(maxsize=8)
def _bestanden(map_: Path) -> tuple[Path, ...]:
    return tuple(sorted(map_.rglob("*.xsd")))


def valideer_xsd(root: etree._Element, map_: Path) -> tuple[Melding, ...]:
    """The complaints of the official schema, each with line and element."""
    pad = zoek(map_, root)
    if pad is None:
        soort = etree.QName(root).localname
        tekst = f"In {map_} staat geen schema voor een bestand van het soort {soort}."
        return (codes.GEEN_SCHEMA.melding(tekst, hulp="Geef met --schemas de map waarin de officiële XSD's staan."),)
    gebouwd = schema(pad, map_)
    if isinstance(gebouwd, str):
        tekst = f"Het schema {pad.name} is niet te gebruiken: {gebouwd}."
        return (codes.GEEN_SCHEMA.melding(tekst, hulp="Geef de volledige map met schema's, met alle onderdelen."),)
    if gebouwd.validate(root):
        return ()
    return tuple(dict.fromkeys(_melding(fout) for fout in list(gebouwd.error_log)[:_MAX]))


def _melding(fout: etree._LogEntry) -> Melding:
    bericht = re.sub(r"\{[^}]*\}", "", fout.message or "")
    element = _ELEMENT.search(bericht)
    uitleg = next((zin.format(*m.groups()) for vorm, zin in _UITLEG if (m := vorm.search(bericht))), "")
    wie = f"het element {element[1]}" if element else "het bestand"
    zin = f"{wie} {uitleg}" if uitleg else f"het schema meldt: “{bericht}”"
    regel = max(fout.line, 1)
    return codes.XSD.melding(f"Op regel {regel}: {zin}.", Plek(regel, 1))
