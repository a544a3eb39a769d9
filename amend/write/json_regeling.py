"""Regeling → JSON: the tree and the metadata, exactly, in a documented and versioned form (docs/json-regeling.md)."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from amend.model.identity import eids
from amend.model.json_vorm import FORMAAT, VERSIE
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Oorsprong, Run, Status, Tekst
from amend.model.versiekop import VersieKop

Object = dict[str, Any]
_TEKSTVELDEN: Final = ("wid", "nummer", "label", "aanduiding", "xml")


def schrijf_json(regeling: Regeling, *, kop: VersieKop | None = None) -> bytes:
    """One JSON object. Keys that do not apply are absent; equal values give equal bytes."""
    plaatsen = {id(node): eid for _, node, eid in eids(regeling.root)}
    uit: Object = {"formaat": FORMAAT, "versie": VERSIE}
    if kop is not None:
        uit["kop"] = _zonder_standaard(msgspec.to_builtins(kop), msgspec.to_builtins(VersieKop()))
    uit["meta"] = _zonder_standaard(msgspec.to_builtins(regeling.meta), msgspec.to_builtins(RegelingMeta()))
    uit["tekst"] = _node(regeling.root, plaatsen)
    return msgspec.json.format(msgspec.json.encode(uit), indent=1) + b"\n"


def _zonder_standaard(velden: Object, standaard: Object) -> Object:
    """The fields that say something: those that are not as they are without being given."""
    return {naam: waarde for naam, waarde in velden.items() if waarde != standaard[naam]}


def _node(node: Node, plaatsen: dict[int, str]) -> Object:
    uit: Object = {"soort": node.soort.value}
    if id(node) in plaatsen:
        uit["eId"] = plaatsen[id(node)]
    uit.update({naam: waarde for naam in _TEKSTVELDEN if (waarde := getattr(node, naam))})
    if node.status is not Status.ACTIEF:
        uit["status"] = node.status.value
    for naam, oorsprong in (("oorsprong", node.oorsprong), ("nummer_oorsprong", node.nummer_oorsprong)):
        if oorsprong is not None:
            uit[naam] = _oorsprong(oorsprong)
    if node.extra:
        uit["extra"] = [list(paar) for paar in node.extra]
    for naam, tekst in (("opschrift", node.opschrift), ("tekst", node.tekst)):
        if tekst:
            uit[naam] = _tekst(tekst)
    if node.kinderen:
        uit["kinderen"] = [_node(kind, plaatsen) for kind in node.kinderen]
    return uit


def _tekst(tekst: Tekst) -> list[Object]:
    return [_run(run) for run in tekst]


def _run(run: Run) -> Object:
    uit: Object = {"tekst": run.tekst}
    if run.marks:
        uit["opmaak"] = [_mark(mark) for mark in run.marks]
    if run.oorsprong is not None:
        uit["oorsprong"] = _oorsprong(run.oorsprong)
    return uit


def _mark(mark: Mark) -> Object:
    uit: Object = {"naam": mark.naam}
    if mark.attributen:
        uit["attributen"] = [list(paar) for paar in mark.attributen]
    return uit


def _oorsprong(oorsprong: Oorsprong) -> Object:
    return {"besluit": oorsprong.besluit} | ({"onderdeel": oorsprong.onderdeel} if oorsprong.onderdeel else {})
