"""CALS tables: table/tgroup/thead/tbody/row/entry → TABEL, RIJ, CEL; everything else of CALS is kept in ``extra``."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lxml import etree

from amend.model.numbering import nummer_van
from amend.model.tree import Node, Soort, Status
from amend.model.vocabulaire import EXTRA_DEEL, EXTRA_TGROUP
from amend.read.xml_lezer import Lezer, eigen, lees_runs, natuurlijk, oorsprong_van, paren

Blokken = Callable[[Lezer, etree._Element], tuple[Node, ...]]
_DELEN = ("thead", "tbody", "tfoot")
_KOLOM = ("colspec", "spanspec")


def lees_tabel(lezer: Lezer, element: etree._Element, blokken: Blokken) -> Node | None:
    """The table, or None when it is not one CALS group of rows (then it is kept verbatim)."""
    groepen = lezer.kinderen(element, "tgroup")
    if len(groepen) != 1 or not _begrepen(lezer, element, groepen[0]):
        return None
    groep, titel = groepen[0], lezer.kind(element, "title")
    kenmerken = {} if eigen(groep, "afgeleid") else _kenmerken(lezer, groep)
    extra = ((EXTRA_TGROUP, json.dumps(kenmerken, ensure_ascii=False)),) if kenmerken else ()
    aanduiding, nummer, gegeven = eigen(element, "aanduiding") or "", eigen(element, "nummer"), eigen(element, "extra")
    oorsprong = oorsprong_van(element)
    return Node(
        Soort.TABEL,
        wid=lezer.wid_van(element),
        label=eigen(element, "label") or "",
        aanduiding=aanduiding,
        nummer=nummer_van(aanduiding) if nummer is None else nummer,
        opschrift=() if titel is None else lees_runs(lezer, titel, oorsprong),
        tekst=_tekst(lezer, element),
        kinderen=tuple(rij for deel in groep for rij in _rijen(lezer, deel, blokken)),
        status=Status(eigen(element, "status") or Status.ACTIEF),
        oorsprong=oorsprong,
        nummer_oorsprong=oorsprong_van(element, "nummer-"),
        extra=extra + (lezer.kenmerken(element) if gegeven is None else paren(gegeven)),
    )


def _tekst(lezer: Lezer, element: etree._Element) -> Any:
    tekst = lezer.kind(element, "amend:tekst")
    return () if tekst is None else lees_runs(lezer, tekst, oorsprong_van(element))


def _begrepen(lezer: Lezer, element: etree._Element, groep: etree._Element) -> bool:
    buiten = {lezer.naam(kind) for kind in element} <= {"title", "tgroup", "amend:tekst"}
    binnen = {lezer.naam(kind) for kind in groep} <= {*_DELEN, *_KOLOM}
    delen = lezer.kinderen(groep, *_DELEN)
    kolommen_in_deel = any(lezer.kinderen(deel, *_KOLOM) for deel in delen)
    los = (element.text or "") + "".join(kind.tail or "" for kind in element)
    return buiten and binnen and not kolommen_in_deel and not los.strip()


def _kenmerken(lezer: Lezer, groep: etree._Element) -> dict[str, Any]:
    kolommen = [[lezer.naam(kind), dict(natuurlijk(kind))] for kind in lezer.kinderen(groep, *_KOLOM)]
    kenmerken: dict[str, Any] = {"tgroup": dict(natuurlijk(groep)), "kolommen": kolommen}
    for naam in _DELEN:
        deel = lezer.kind(groep, naam)
        kenmerken[naam] = {} if deel is None else dict(natuurlijk(deel))
    return {naam: waarde for naam, waarde in kenmerken.items() if waarde}


def _rijen(lezer: Lezer, deel: etree._Element, blokken: Blokken) -> tuple[Node, ...]:
    naam = lezer.naam(deel)
    if naam not in _DELEN:
        return ()
    rijen = blokken(lezer, deel)
    if naam == "tbody":
        return rijen
    return tuple(_in_deel(rij, naam) for rij in rijen)


def _in_deel(rij: Node, naam: str) -> Node:
    return replace(rij, extra=((EXTRA_DEEL, naam), *rij.extra))
