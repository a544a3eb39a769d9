"""The metadata of STOP: identification, metadata and validity of a regulation, as RegelingMeta.

Fields the model knows are read; every block is also kept whole in ``overig`` (``stop:<name>``), so that nothing is
lost. Days "tot" are exclusive in STOP, as ``uitwerkingtreding`` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from lxml import etree

from amend.model.regeling import RegelingMeta
from amend.model.tree import Node, alle_nodes, platte_tekst
from amend.read import codes_xml as codes
from amend.read.stop_namen import eerste, lokaal, waarde
from amend.read.xml_lezer import Lezer
from amend.read.xml_veilig import canoniek

BEWAARD: Final = "stop:"
"""Prefix in ``overig`` for a whole block of STOP metadata."""
WERK: Final = "stop:werk"
"""In ``overig``: the work (``/akn/nl/act/…``) that decisions on this regulation name."""
_SOORTEN: Final = {
    "gemeente": "Gemeente",
    "provincie": "Provincie",
    "waterschap": "Waterschap",
    "ministerie": "Ministerie",
}
_WID: Final = re.compile(r"([a-z]+\d+)_[^_]+__")


def bewaar(blokken: Iterable[etree._Element]) -> tuple[tuple[str, str], ...]:
    """Every block under its own name, verbatim."""
    return tuple((f"{BEWAARD}{lokaal(blok)}", canoniek(blok)) for blok in blokken if lokaal(blok))


def lees_regeling_meta(
    lezer: Lezer, blokken: list[etree._Element], boom: Node, wortel: etree._Element, id: str | None
) -> RegelingMeta:
    """The metadata in these blocks (siblings of the text and of its delivery)."""
    velden: dict[str, Any] = {"titel": platte_tekst(boom.opschrift)}
    for blok in blokken:
        _uit_blok(lezer, blok, velden)
    velden |= _uit_besluit(lezer, blokken, wortel.get("wordt") or "")
    velden.setdefault("autoriteit", autoriteit_van(boom))
    if id is not None:
        velden["id"] = id
    attributen = tuple(
        (f"{BEWAARD}@{sleutel}", str(wortel.get(sleutel)))
        for sleutel in ("componentnaam", "wordt")
        if wortel.get(sleutel)
    )
    werk = next(
        (w for blok in blokken if lokaal(blok) == "ExpressionIdentificatie" and (w := waarde(blok, "FRBRWork"))), ""
    )
    werk = werk or (wortel.get("wordt") or "").partition("/nld@")[0]
    kenmerken = ((f"{BEWAARD}model", lokaal(wortel)), *(((WERK, werk),) if werk else ()), *attributen)
    return RegelingMeta(**velden, overig=(*kenmerken, *bewaar(blokken)))


def autoriteit_van(boom: Node) -> str:
    """The code of the authority in the first permanent identity; the unknown one when there is none."""
    treffers = (_WID.match(node.wid) for node in alle_nodes(boom) if node.wid)
    return next((treffer[1] for treffer in treffers if treffer), "xx0000")


def _uit_blok(lezer: Lezer, blok: etree._Element, velden: dict[str, Any]) -> None:
    naam = lokaal(blok)
    if naam == "ConsolidatieIdentificatie":
        velden["id"] = waarde(blok, "FRBRWork").rpartition("/")[2]
    elif naam in ("RegelingMetadata", "RegelingVersieMetadata"):
        velden["titel"] = velden["titel"] or waarde(blok, "officieleTitel")
        if citeertitel := waarde(blok, "citeertitel"):
            velden["citeertitel"] = citeertitel
        neem_maker(blok, velden)
    elif naam == "Toestanden":
        _toestand(lezer, blok, velden)


def neem_maker(blok: etree._Element, velden: dict[str, Any]) -> None:
    """The authority from ``maker`` (``/tooi/id/gemeente/gm0297``)."""
    delen = waarde(blok, "maker", "eindverantwoordelijke").strip("/").split("/")
    if len(delen) == 4 and delen[:2] == ["tooi", "id"]:
        velden["autoriteit"] = delen[3]
        if delen[2] in _SOORTEN:
            velden["organisatietype"] = _SOORTEN[delen[2]]


def _toestand(lezer: Lezer, blok: etree._Element, velden: dict[str, Any]) -> None:
    """In force, valid and no longer in force of the only state; several states say nothing about this text."""
    toestanden = [kind for kind in blok if lokaal(kind) in ("BekendeToestand", "ToestandMetSamenloop")]
    if len(toestanden) != 1:
        return
    werkend, geldig = (eerste(toestanden[0], naam) for naam in ("juridischWerkendOp", "geldigOp"))
    velden["bekend"] = datum(lezer, eerste(blok, "bekendOp"))
    if werkend is not None:
        velden["inwerkingtreding"] = datum(lezer, eerste(werkend, "vanaf"))
        velden["uitwerkingtreding"] = datum(lezer, eerste(werkend, "tot"))
    vanaf = datum(lezer, eerste(geldig, "vanaf")) if geldig is not None else None
    in_werking = velden.get("inwerkingtreding")
    if vanaf and in_werking and vanaf < in_werking:
        velden["terugwerkend"] = vanaf


def _uit_besluit(lezer: Lezer, blokken: list[etree._Element], wordt: str) -> dict[str, Any]:
    """The days of a regulation that a decision founds: adopted and published, in force and valid from."""
    velden: dict[str, Any] = {}
    for blok in blokken:
        if lokaal(blok) == "Procedureverloop":
            velden |= lees_procedure(lezer, blok)
        elif lokaal(blok) == "ConsolidatieInformatie":
            stempels = [s for s in lees_tijdstempels(lezer, blok) if wordt in s.versies]
            jwv = next((s.datum for s in stempels if s.soort == "juridischWerkendVanaf"), None)
            gv = next((s.datum for s in stempels if s.soort == "geldigVanaf"), None)
            velden["inwerkingtreding"] = jwv
            velden["terugwerkend"] = gv if gv and jwv and gv < jwv else None
    return velden


def lees_procedure(lezer: Lezer, blok: etree._Element) -> dict[str, date | None]:
    """Published, and adopted (or else signed)."""
    dagen: dict[str, date | None] = {}
    for stap in blok.iter("{*}Procedurestap"):
        dagen[waarde(stap, "soortStap").rpartition("/")[2]] = datum(lezer, eerste(stap, "voltooidOp"))
    vastgesteld = dagen.get("stap_002") or dagen.get("stap_003")
    return {"bekend": datum(lezer, eerste(blok, "bekendOp")), "vastgesteld": vastgesteld}


@dataclass(frozen=True, slots=True)
class Stempel:
    """A date of a doel, with the parts of the decision and the versions of regulations that realise it."""

    doel: str
    soort: Literal["juridischWerkendVanaf", "geldigVanaf"]
    datum: date
    delen: tuple[str, ...]
    versies: tuple[str, ...]


def lees_tijdstempels(lezer: Lezer, blok: etree._Element) -> tuple[Stempel, ...]:
    """The dates of ConsolidatieInformatie."""
    delen: dict[str, list[str]] = {}
    versies: dict[str, list[str]] = {}
    for element in blok.iter("{*}BeoogdeRegeling", "{*}Intrekking"):
        for genoemd in element.iter("{*}doel"):
            doel = (genoemd.text or "").strip()
            delen.setdefault(doel, []).append(waarde(element, "eId").rpartition("#")[2])
            versies.setdefault(doel, []).append(waarde(element, "instrumentVersie"))
    uit: list[Stempel] = []
    for element in blok.iter("{*}Tijdstempel"):
        doel, soort = waarde(element, "doel"), _STEMPELS.get(waarde(element, "soortTijdstempel"))
        dag = datum(lezer, eerste(element, "datum"))
        if soort is not None and dag is not None:
            eids = tuple(dict.fromkeys(delen.get(doel, ())))
            uit.append(Stempel(doel, soort, dag, eids, tuple(versies.get(doel, ()))))
    return tuple(uit)


_STEMPELS: Final[dict[str, Literal["juridischWerkendVanaf", "geldigVanaf"]]] = {
    "juridischWerkendVanaf": "juridischWerkendVanaf",
    "geldigVanaf": "geldigVanaf",
}


def datum(lezer: Lezer, element: etree._Element | None) -> date | None:
    """The day in an element; what is no day is reported."""
    tekst = "" if element is None else "".join(str(deel) for deel in element.itertext()).strip()
    try:
        return date.fromisoformat(tekst[:10]) if tekst else None
    except ValueError:
        assert element is not None  # noqa: S101 - there is text, so there is an element
        lezer.meld(codes.DATUM, tekst, f"“{tekst}” is geen datum van de vorm jjjj-mm-dd.", element)
        return None
