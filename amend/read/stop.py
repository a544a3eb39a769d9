"""STOP → Regeling: a loose text, a consolidated delivery (lvbbu:Consolidaties), or the new regulation in a decision.

The text may stand anywhere in the file; what surrounds it is metadata. A file with more than one text is refused: which
one is meant is for a person to say. Source: STOP 1.3 imop-tekst, LVBB uitlevering 1.0.4.
"""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from amend.model.identity import geef_wids
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.read import codes_xml as codes
from amend.read.stop_meta import lees_regeling_meta
from amend.read.stop_namen import REGELINGEN, TEKST, lokaal, stop_lezer, waarde
from amend.read.stop_tekst import lees_regeling_boom
from amend.read.stop_vorm import breng_in_vorm
from amend.read.verlies import van_nodes, verlies
from amend.read.xml_veilig import parse_xml


def lees_stop(data: bytes, id: str | None = None) -> tuple[Regeling | None, tuple[Melding, ...]]:
    """The regulation in a STOP file, with findings; None (and an E) when there is none or it cannot be read."""
    root, meldingen = parse_xml(data)
    if root is None:
        return None, meldingen
    teksten = [el for el in root.iter("{*}*") if lokaal(el) in REGELINGEN]
    if len(teksten) != 1 or etree.QName(teksten[0]).namespace != TEKST:
        return None, (_geen_of_meer(teksten),)
    tekst, lezer = teksten[0], stop_lezer()
    blokken = _rondom(tekst)
    origineel = copy.deepcopy(tekst)
    origineel.tail = None
    breng_in_vorm(tekst)
    try:
        boom = lees_regeling_boom(lezer, tekst)
    except ValueError as fout:
        return None, (*lezer.meldingen, codes.SCHEMA.melding(f"Een kenmerk in het bestand is onjuist: {fout}."))
    if melding := verlies((origineel,), van_nodes((boom,))):
        return None, (*lezer.meldingen, melding)
    meta = lees_regeling_meta(lezer, blokken, boom, tekst, id)
    return Regeling(meta, geef_wids(boom, f"{meta.autoriteit}_1")), lezer.meldingen


def _rondom(tekst: etree._Element) -> list[etree._Element]:
    """The metadata beside the text and beside what it is delivered in; for a text in a decision those of both."""
    houder = tekst.getparent()
    if houder is None:
        return []
    besluit = next((el for el in tekst.iterancestors() if lokaal(el) == "BesluitVersie"), None)
    if besluit is not None:
        return [*_versie_informatie(besluit, tekst.get("wordt") or ""), *besluit.iterchildren(*_VAN_BESLUIT)]
    if lokaal(houder) not in ("RegelingVersie", "RegelingVersieInformatie"):
        return []
    uit: list[etree._Element] = []
    element: etree._Element | None = houder
    while element is not None:
        uit[:0] = [
            kind
            for kind in element
            if lokaal(kind) and kind is not tekst and next(kind.iter(str(tekst.tag)), None) is None
        ]
        element = element.getparent()
    return uit


def _versie_informatie(besluit: etree._Element, wordt: str) -> list[etree._Element]:
    """The metadata of the regulation that the decision founds, beside the decision."""
    for blok in besluit.itersiblings():
        if lokaal(blok) == "RegelingVersieInformatie" and waarde(blok, "FRBRExpression") == wordt:
            return [kind for kind in blok if lokaal(kind)]
    return []


_VAN_BESLUIT: Final = ("{*}Procedureverloop", "{*}ConsolidatieInformatie")


def _geen_of_meer(teksten: list[etree._Element]) -> Melding:
    if not teksten:
        hulp = f"Verwacht wordt {', '.join(REGELINGEN[:2])} of lvbbu:Consolidaties met een tekst."
        return codes.GEEN_TEKST.melding("In het STOP-bestand staat geen regelingtekst.", hulp=hulp)
    if len(teksten) == 1:
        ns = etree.QName(teksten[0]).namespace or ""
        return codes.ANDER_SOORT.melding(
            f"De naamruimte van <{lokaal(teksten[0])}> is “{ns}”; dat is niet die van STOP."
        )
    namen = [waarde(ouder, "FRBRExpression") for el in teksten if (ouder := el.getparent()) is not None]
    welke = ", ".join(filter(None, namen)) or f"{len(teksten)} teksten"
    return codes.MEER_TEKSTEN.melding(
        f"Het bestand bevat {len(teksten)} regelingteksten: {welke}.", hulp="Lever een bestand met één tekst aan."
    )
