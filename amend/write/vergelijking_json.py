"""A comparison → the public JSON form: one object with the changes and the check of the laws."""

from __future__ import annotations

from typing import Any

import msgspec

from amend.compare.wijziging import Oorzaak, Vergelijking, Wijziging

Object = dict[str, Any]


def als_object(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> Object:
    """The comparison as plain values. ``op_gewicht``: substantive changes first."""
    wijzigingen = list(vergelijking.wijzigingen)
    if op_gewicht:
        wijzigingen.sort(key=lambda w: w.gewicht.value)
    controle = vergelijking.controle
    return {
        "van": vergelijking.van or vergelijking.oud.meta.id,
        "tot": vergelijking.tot or vergelijking.nieuw.meta.id,
        "wijzigingen": [_wijziging(w) for w in wijzigingen],
        "controle": {
            "alles_aanvaard_is_nieuw": controle.alles_aanvaard_is_nieuw,
            "alles_verworpen_is_oud": controle.alles_verworpen_is_oud,
        },
    }


def schrijf_json(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> bytes:
    """The comparison as JSON, one line."""
    return msgspec.json.encode(als_object(vergelijking, op_gewicht=op_gewicht))


def _wijziging(w: Wijziging) -> Object:
    uit: Object = {
        "soort": w.soort.value,
        "plaats_oud": w.plaats_oud,
        "plaats_nieuw": w.plaats_nieuw,
        "woorden": [[str(oud), str(nieuw)] for oud, nieuw in w.woorden],
        "gewicht": w.gewicht.value,
        "grond": w.grond,
    }
    if w.reeks:
        uit["reeks"] = w.reeks
    if w.veld:
        uit["veld"] = w.veld
    if w.oorzaak:
        uit["oorzaak"] = _oorzaak(w.oorzaak)
    if len(w.oorzaken) > 1:
        uit["oorzaken"] = [_oorzaak(oorzaak) for oorzaak in w.oorzaken]
    return uit


def _oorzaak(oorzaak: Oorzaak) -> Object:
    uit: Object = {"besluit": oorzaak.besluit, "onderdeel": oorzaak.onderdeel, "zin": oorzaak.zin}
    data = {
        "bekend": oorzaak.bekend,
        "in_werking": oorzaak.in_werking,
        "geldig_vanaf": oorzaak.geldig_vanaf,
    }
    return uit | {naam: dag.isoformat() for naam, dag in data.items() if dag}
