"""Regeling → BWB toestand, for a text that was read from one: with the source, effect and dates of every element.

A text that changed since is written as it is now; what BWB recorded on an element stays until a reader of BWB is told
otherwise, so this is a form to check and keep, not a delivery to the register.
"""

from __future__ import annotations

import json
from typing import Final

from lxml import etree

from amend.model.bwb_velden import META_DATA, OMHULSEL, VOORVOEGSEL
from amend.model.regeling import Regeling
from amend.model.tree import Run, Tekst
from amend.model.vocabulaire import OP_DIALECT
from amend.read.xml_veilig import parse_fragment
from amend.write.xml_blokken import schrijf_bijlagen, schrijf_kop, schrijf_lichaam
from amend.write.xml_bouw import Vorm, letterlijk, runs_in, serialiseer, sub_van, zet_eigenschappen

_VORM: Final = Vorm(OP_DIALECT, eigen=False, voorvoegsel=VOORVOEGSEL, bijlagen=frozenset({META_DATA}), definities=True)
_LICHAAM: Final = {"wet-besluit": "wettekst", "circulaire": "circulaire-tekst"}
_LOS: Final = ("bwb-inputbestand", "bwb-wijzigingen", "redactionele-correcties")


def schrijf_bwb(regeling: Regeling) -> bytes:
    """The toestand (UTF-8). ``lees_bwb`` gives the same regulation back."""
    overig = {naam: waarde for naam, waarde in regeling.meta.overig if naam.startswith(VOORVOEGSEL)}
    root = etree.Element("toestand")
    _zet_paren(root, overig.get(f"{VOORVOEGSEL}toestand", "[]"))
    for naam in _LOS:
        _voeg_bij(root, overig.get(f"{VOORVOEGSEL}{naam}", ""))
    wetgeving = sub_van(root, "wetgeving")
    _zet_paren(wetgeving, overig.get(f"{VOORVOEGSEL}wetgeving", "[]"))
    _regel(wetgeving, "intitule", overig, regeling.root.opschrift)
    _regel(wetgeving, "citeertitel", overig, (Run(regeling.meta.citeertitel),) if regeling.meta.citeertitel else ())
    omhulsel = overig.get(OMHULSEL, "regeling")
    tekst = sub_van(wetgeving, omhulsel)
    zet_eigenschappen(tekst, regeling.root, _VORM, regeling.root.extra)
    if regeling.root.label or regeling.root.aanduiding:
        schrijf_kop(tekst, regeling.root.label, regeling.root.aanduiding, (), _VORM)
    schrijf_lichaam(tekst, regeling.root.kinderen, _VORM, _LICHAAM.get(omhulsel, "regeling-tekst"))
    schrijf_bijlagen(tekst, regeling.root, _VORM)
    for naam, waarde in regeling.meta.overig:
        if naam == f"{VOORVOEGSEL}rest":
            _voeg_bij(wetgeving, waarde)
    _hernoem(tekst, omhulsel)
    return serialiseer(root)


def _zet_paren(element: etree._Element, waarde: str) -> None:
    for sleutel, tekst in json.loads(waarde):
        element.set(sleutel, tekst)


def _voeg_bij(ouder: etree._Element, xml: str) -> None:
    deel = parse_fragment(xml)
    if deel is not None:
        ouder.append(letterlijk(deel))


def _regel(wetgeving: etree._Element, naam: str, overig: dict[str, str], tekst: Tekst) -> None:
    """Title or citation title: its text before the data that were kept with it."""
    bewaard = parse_fragment(overig.get(f"{VOORVOEGSEL}{naam}", ""))
    if bewaard is None and not tekst:
        return
    element = sub_van(wetgeving, naam)
    runs_in(element, tekst, None, _VORM)
    if bewaard is not None:
        for sleutel, waarde in bewaard.attrib.items():
            element.set(sleutel, waarde)
        element.extend(letterlijk(deel) for deel in list(bewaard))


def _hernoem(tekst: etree._Element, omhulsel: str) -> None:
    """Names that depend on the kind of document, and subtitles back into their heading."""
    if omhulsel == "wet-besluit":
        for sluiting in tekst.findall("regeling-sluiting"):
            sluiting.tag = "wetsluiting"
    for element in list(tekst.iter("tussenkop")):
        kop = element.getprevious()
        if element.get("element") == "subtitel" and kop is not None and kop.tag == "kop":
            del element.attrib["element"]
            element.tag = "subtitel"
            kop.append(element)
