"""The JSON form of a regulation (docs/json-regeling.md) → Regeling, exactly."""

from __future__ import annotations

from typing import Any

import msgspec

from amend.model.json_vorm import FORMAAT, VERSIE
from amend.model.melding import Melding, definieer
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Oorsprong, Run, Soort, Status, Tekst

GEEN_VORM = definieer(
    "E171",
    "geen regeling in JSON",
    "Het bestand is geen JSON, of niet de vorm waarin amend een regeling in JSON schrijft, of van een andere versie.",
)


def lees_json(data: bytes) -> tuple[Regeling | None, tuple[Melding, ...]]:
    """The regulation; None and a finding when the bytes are not this form in this version."""
    try:
        inhoud: Any = msgspec.json.decode(data)
        if inhoud.get("formaat") != FORMAAT or inhoud.get("versie") != VERSIE:
            tekst = f"Het bestand is niet van de vorm {FORMAAT}, versie {VERSIE}."
            return None, (GEEN_VORM.melding(tekst),)
        meta = msgspec.convert(inhoud["meta"], RegelingMeta)
        return Regeling(meta, _node(inhoud["tekst"])), ()
    except (msgspec.DecodeError, ValueError, KeyError, AttributeError, TypeError, RecursionError) as fout:
        return None, (GEEN_VORM.melding(f"Het bestand is geen leesbare JSON van een regeling: {fout}."),)


def _node(obj: dict[str, Any]) -> Node:
    return Node(
        Soort(obj["soort"]),
        **{naam: str(obj.get(naam, "")) for naam in ("wid", "nummer", "label", "aanduiding", "xml")},
        opschrift=_tekst(obj.get("opschrift", [])),
        tekst=_tekst(obj.get("tekst", [])),
        kinderen=tuple(_node(kind) for kind in obj.get("kinderen", [])),
        status=Status(obj.get("status", "actief")),
        oorsprong=_oorsprong(obj.get("oorsprong")),
        nummer_oorsprong=_oorsprong(obj.get("nummer_oorsprong")),
        extra=tuple((str(k), str(w)) for k, w in obj.get("extra", [])),
    )


def _tekst(rij: list[dict[str, Any]]) -> Tekst:
    return tuple(Run(str(r["tekst"]), _marks(r.get("opmaak", [])), _oorsprong(r.get("oorsprong"))) for r in rij)


def _marks(rij: list[dict[str, Any]]) -> tuple[Mark, ...]:
    return tuple(Mark(str(m["naam"]), tuple((str(k), str(w)) for k, w in m.get("attributen", []))) for m in rij)


def _oorsprong(obj: dict[str, Any] | None) -> Oorsprong | None:
    return Oorsprong(str(obj["besluit"]), str(obj.get("onderdeel", ""))) if obj else None
