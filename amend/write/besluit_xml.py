"""Besluit → XML in the vocabulary of the official publications: the form in which decisions are kept.

Lossless: reading it gives the same value. ``wijzig-lid`` for parts with capital letters directly under an amending
article, ``wijziging`` for the others; a ``wijziging`` without number and instruction holds the payload of its parent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from amend.model.besluit import Besluit, BesluitArtikel, BesluitMeta, Instructie, Mutatie, WijzigArtikel, Zin
from amend.model.numbering import nummer_van
from amend.model.op_velden import DATUM, FICTIEF, OVERIG, REEKS, TEKST, TIJDSTEMPEL
from amend.model.tree import INDELING, Node, Soort
from amend.model.vocabulaire import AMEND, OP_DIALECT
from amend.write.xml_blokken import schrijf_blokken, schrijf_kop, schrijf_node, schrijf_omhuld
from amend.write.xml_bouw import Vorm, runs_in, schoon, serialiseer, sub_van, tekst_in, zet

_VORM: Final = Vorm(OP_DIALECT)
_HOOFDLETTERS: Final = re.compile(r"[A-Z]+")
_DIRECT: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.DIVISIE, Soort.TOELICHTING, Soort.REGELING}


def schrijf_besluit_xml(besluit: Besluit) -> bytes:
    """The decision as XML (UTF-8). Deterministic; ``lees_besluit_xml`` gives the same value back."""
    root = etree.Element("officiele-publicatie", nsmap={"amend": AMEND})
    zet(root, "opslag", "1")
    _meta(sub_van(root, "metadata"), besluit.meta)
    runs_in(sub_van(root, "intitule"), besluit.intitule, None, _VORM)
    regeling = sub_van(root, "regeling")
    if besluit.aanhef:
        schrijf_omhuld(sub_van(regeling, "aanhef"), besluit.aanhef, _VORM)
    lichaam = sub_van(regeling, "regeling-tekst")
    for artikel in besluit.artikelen:
        _artikel(lichaam, artikel)
    if besluit.sluiting:
        schrijf_omhuld(sub_van(regeling, "regeling-sluiting"), besluit.sluiting, _VORM)
    schrijf_blokken(regeling, besluit.bijlagen, _VORM)
    _toelichting(regeling, besluit.toelichting)
    return serialiseer(root)


def _meta(metadata: etree._Element, meta: BesluitMeta) -> None:
    for naam, veld in TEKST:
        if getattr(meta, veld) is not None:
            _gegeven(metadata, naam, getattr(meta, veld))
    for naam, veld in DATUM:
        if getattr(meta, veld) is not None:
            _gegeven(metadata, naam, getattr(meta, veld).isoformat())
    for naam, veld in REEKS:
        for waarde in getattr(meta, veld):
            _gegeven(metadata, naam, waarde)
    if meta.fictief:
        _gegeven(metadata, FICTIEF, "ja")
    for stempel in meta.tijdstempels:
        inhoud = [stempel.doel, stempel.soort, stempel.datum.isoformat(), *stempel.delen]
        _gegeven(metadata, TIJDSTEMPEL, json.dumps(inhoud, ensure_ascii=False))
    for naam, waarde in meta.overig:
        _gegeven(metadata, f"{OVERIG}{naam}", waarde)


def _gegeven(metadata: etree._Element, naam: str, waarde: str) -> None:
    element = sub_van(metadata, "meta")
    element.set("name", schoon(naam))
    element.set("content", schoon(waarde))


def _artikel(lichaam: etree._Element, artikel: WijzigArtikel | BesluitArtikel) -> None:
    if isinstance(artikel, WijzigArtikel):
        _wijzig_artikel(lichaam, artikel)
        return
    schrijf_node(lichaam, artikel.node, _VORM)
    zet(lichaam[-1], "regel", str(artikel.regel))


def _wijzig_artikel(lichaam: etree._Element, artikel: WijzigArtikel) -> None:
    element = sub_van(lichaam, "wijzig-artikel")
    zet(element, "regel", str(artikel.regel))
    if artikel.nummer != nummer_van(artikel.aanduiding):
        zet(element, "nummer", artikel.nummer)
    if artikel.extra:
        zet(element, "extra", json.dumps([list(paar) for paar in artikel.extra], ensure_ascii=False))
    schrijf_kop(element, artikel.label, artikel.aanduiding, artikel.opschrift, _VORM)
    _zin(element, artikel.zin)
    _payload(element, artikel.payload)
    for instructie in artikel.instructies:
        hoofdletter = _HOOFDLETTERS.fullmatch(instructie.nummer) is not None
        _instructie(element, instructie, "wijzig-lid" if hoofdletter else "wijziging")


def _instructie(ouder: etree._Element, instructie: Instructie, naam: str) -> None:
    element = sub_van(ouder, naam)
    if instructie.label or instructie.opschrift:
        schrijf_kop(element, instructie.label, instructie.aanduiding, instructie.opschrift, _VORM)
    elif instructie.aanduiding:
        tekst_in(sub_van(element, "lidnr" if naam == "wijzig-lid" else "nr"), instructie.aanduiding)
    if instructie.nummer != nummer_van(instructie.aanduiding):
        zet(element, "nummer", instructie.nummer)
    if naam == "wijziging" and not instructie.aanduiding and instructie.zin is None:
        zet(element, "instructie", "ja")
    _mutatie(element, instructie.mutatie)
    _zin(element, instructie.zin)
    _payload(element, instructie.payload)
    for deel in instructie.instructies:
        _instructie(element, deel, "wijziging")


def _mutatie(element: etree._Element, mutatie: Mutatie | None) -> None:
    if mutatie is None:
        return
    zet(element, "mutatie", mutatie.actie)
    zet(element, "wid", mutatie.wid)
    if mutatie.positie:
        zet(element, "positie", mutatie.positie)
    if mutatie.context:
        zet(element, "context", mutatie.context)
    if mutatie.revisie:
        zet(element, "revisie", "ja")


def _zin(ouder: etree._Element, zin: Zin | None) -> None:
    if zin is None:
        return
    wat = sub_van(ouder, "wat")
    runs_in(wat, zin.tekst, None, _VORM)
    if zin.bron:
        zet(wat, "bron", " ".join(f"{begin}:{regel}:{kolom}" for begin, regel, kolom in zin.bron))


def _payload(ouder: etree._Element, payload: Iterable[Node]) -> None:
    """The new text: whole articles and larger directly, parts of articles in an ``artikeltekst``."""
    houder: etree._Element | None = None
    tekst: etree._Element | None = None
    for node in payload:
        houder = sub_van(ouder, "wijziging") if houder is None else houder
        if node.soort in _DIRECT:
            tekst = None
            schrijf_node(houder, node, _VORM)
        else:
            tekst = sub_van(houder, "artikeltekst") if tekst is None else tekst
            schrijf_node(tekst, node, _VORM)


def _toelichting(regeling: etree._Element, toelichting: Iterable[Node]) -> None:
    los: etree._Element | None = None
    for node in toelichting:
        if node.soort is Soort.TOELICHTING:
            los = None
            schrijf_node(regeling, node, _VORM)
            continue
        if los is None:
            los = sub_van(regeling, "nota-toelichting")
            zet(los, "plat", "ja")
        schrijf_node(los, node, _VORM)
