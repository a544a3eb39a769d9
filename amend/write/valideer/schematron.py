"""Schematron of STOP: the compiled stylesheets of the folder, run with saxonche; each is compiled once a process."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from amend.model.melding import Code, Melding
from amend.read.xml_veilig import parse_xml
from amend.write.valideer import codes

_SVRL: Final = "{http://purl.oclc.org/dsdl/svrl}"
_MAX: Final = 50
STOP1029: Final = "STOP1029"
ALLEEN_AANLEVERING: Final = frozenset({"BHKV1006"})
"""Rules that look for the wrapper of a delivery, and so always complain about a text by itself."""


def valideer_schematron(data: bytes, map_: Path, *, aanlevering: bool) -> tuple[Melding, ...]:
    """The findings of every compiled Schematron below the folder. ``aanlevering``: the file is a whole delivery."""
    bladen = tuple(sorted(map_.rglob("*.sch.xslt")))
    if not bladen:
        tekst = f"In {map_} staan geen gecompileerde Schematron-regels (*.sch.xslt); die zijn niet gecontroleerd."
        return (codes.GEEN_SCHEMA.melding(tekst, hulp="Geef met --schemas de map waarin ook schematron-xslt staat."),)
    try:
        motor = _motor(bladen)
    except ImportError:
        tekst = "De Schematron-regels zijn niet gecontroleerd: saxonche is niet geïnstalleerd."
        return (codes.GEEN_SAXON.melding(tekst, hulp="Installeer de uitbreiding: pip install 'amend[validate]'."),)
    proc, stijlen = motor
    knoop = proc.parse_xml(xml_text=data.decode())
    uit: list[Melding] = []
    for stijl in stijlen:
        uit.extend(_meldingen(stijl.transform_to_string(xdm_node=knoop), aanlevering=aanlevering))
    return tuple(dict.fromkeys(uit))[:_MAX]


@lru_cache(maxsize=4)
def _motor(bladen: tuple[Path, ...]) -> tuple[Any, list[Any]]:
    """The processor and the compiled stylesheets. Raises ImportError without saxonche."""
    proc = import_module("saxonche").PySaxonProcessor(license=False)
    return proc, [proc.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(p.resolve())) for p in bladen]


def _meldingen(svrl: str, *, aanlevering: bool) -> list[Melding]:
    root, _ = parse_xml(svrl.encode())
    if root is None:
        return []
    uit = []
    for element in root.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report"):
        tekst = " ".join("".join(element.itertext()).split())
        regel = element.get("id") or ""
        for bevinding in _bevindingen(tekst) or [{"code": regel, "melding": tekst}]:
            code = str(bevinding.get("code") or regel)
            if aanlevering or code not in ALLEEN_AANLEVERING:
                uit.append(_melding(code, str(bevinding.get("melding") or tekst), element.get("role") or "fout"))
    return uit


def _bevindingen(tekst: str) -> list[dict[str, Any]]:
    """The JSON objects that STOP rules write as their message."""
    try:
        return list(json.loads(f"[{tekst.rstrip().rstrip(',')}]"))
    except (ValueError, TypeError):
        gevonden = re.search(r'"melding": "(.*?)", "ernst"', tekst)
        return [{"melding": gevonden[1]}] if gevonden else []


def _melding(regel: str, tekst: str, rol: str) -> Melding:
    if regel == STOP1029:
        zin = "Regel STOP1029 slaat aan op terugwerkende kracht (juridischWerkendVanaf en geldigVanaf bij één doel)."
        return codes.BEKENDE_FOUT.melding(f"{zin} Dit is een bekende fout in STOP 1.3.0, niet in het bestand.")
    code: Code = codes.SCHEMATRON if rol == "fout" else codes.ONTRADEN
    return code.melding(f"{regel}: {tekst}" if regel else tekst)
