"""The metadata of an official publication (``metadata/meta``) → BesluitMeta."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from lxml import etree

from amend.model.besluit import BesluitMeta, Tijdstempel
from amend.model.op_velden import DATUM, FICTIEF, JAARGANG, NUMMER, OVERIG, REEKS, TEKST, TIJDSTEMPEL, UITGEGEVEN
from amend.read import codes_xml as codes
from amend.read.xml_lezer import Lezer


def lees_op_meta(lezer: Lezer, root: etree._Element, id: str | None) -> BesluitMeta:
    """The metadata; what the model has no field for is kept by its name in ``overig``."""
    gegevens = _gegevens(lezer, root)
    velden: dict[str, Any] = {}
    for naam, veld in TEKST:
        waarde = next((w for w, _ in gegevens.get(naam, ()) if w or lezer.opslag), None)
        if waarde is not None:
            velden[veld] = waarde
    for naam, veld in DATUM:
        velden[veld] = _datum(lezer, gegevens.get(naam, ()))
    for naam, veld in REEKS:
        velden[veld] = tuple(waarde for waarde, _ in gegevens.get(naam, ()))
    velden["fictief"] = any(waarde == "ja" for waarde, _ in gegevens.get(FICTIEF, ()))
    if not lezer.opslag:
        velden["bekend"] = velden["bekend"] or _datum(lezer, gegevens.get(UITGEGEVEN, ()))
        velden["blad"] = _blad(velden.get("blad"), gegevens)
    velden["tijdstempels"] = tuple(_tijdstempel(waarde) for waarde, _ in gegevens.get(TIJDSTEMPEL, ()))
    velden["overig"] = _overig(lezer, gegevens)
    if id is not None:
        velden["id"] = id
    return BesluitMeta(**velden)


_BEKEND: Final = frozenset(
    {FICTIEF, JAARGANG, NUMMER, UITGEGEVEN, TIJDSTEMPEL, *(naam for naam, _ in (*TEKST, *DATUM, *REEKS))}
)


def _tijdstempel(waarde: str) -> Tijdstempel:
    doel, soort, dag, *delen = json.loads(waarde)
    if soort not in ("juridischWerkendVanaf", "geldigVanaf"):
        raise ValueError(f"tijdstempel {soort!r}")
    return Tijdstempel(doel, soort, date.fromisoformat(dag), tuple(delen))


def _overig(lezer: Lezer, gegevens: _Gegevens) -> tuple[tuple[str, str], ...]:
    """What the model has no field for: kept by name; in our own form under the names that it was kept by."""
    if lezer.opslag:
        namen = [naam for naam in gegevens if naam.startswith(OVERIG)]
        paren = [(el, naam.removeprefix(OVERIG), w) for naam in namen for w, el in gegevens[naam]]
    else:
        paren = [(el, naam, w) for naam, rij in gegevens.items() if naam not in _BEKEND for w, el in rij]
        paren += [(el, naam, w) for naam in (JAARGANG, NUMMER, UITGEGEVEN) for w, el in gegevens.get(naam, ())]
        paren += [(el, naam, w) for naam, _ in (*TEKST, *DATUM) for w, el in gegevens.get(naam, ())[1:] if w]
    return tuple((naam, waarde) for _, naam, waarde in sorted(paren, key=_rang))


def _rang(paar: tuple[etree._Element, str, str]) -> int:
    ouder = paar[0].getparent()
    return 0 if ouder is None else ouder.index(paar[0])


_Gegevens = dict[str, list[tuple[str, etree._Element]]]


def _gegevens(lezer: Lezer, root: etree._Element) -> _Gegevens:
    uit: _Gegevens = {}
    metadata = lezer.kind(root, "metadata")
    for element in lezer.kinderen(metadata, "meta") if metadata is not None else ():
        waarde = element.get("content") or ""
        uit.setdefault(element.get("name") or "", []).append((waarde if lezer.opslag else waarde.strip(), element))
    return uit


def _datum(lezer: Lezer, waarden: Any) -> date | None:
    for waarde, element in waarden:
        try:
            return date.fromisoformat(waarde[:10])
        except ValueError:
            if waarde:
                tekst = f"“{waarde}” is geen datum van de vorm jjjj-mm-dd."
                lezer.meld(codes.DATUM, waarde, tekst, element)
    return None


def _blad(naam: str | None, gegevens: _Gegevens) -> str | None:
    """The publication as it is cited: "Staatsblad 2025, 263"."""
    jaar, nummer = (next((w for w, _ in gegevens.get(n, ()) if w), "") for n in (JAARGANG, NUMMER))
    return f"{naam} {jaar}, {nummer}" if naam and jaar and nummer else naam
