"""Operations, clauses and findings → the public JSON form that ``amend ontleed --json`` prints.

One object per line; keys that do not apply are absent, ``doel`` is always printed where an operation has targets.
The form is documented and versioned; the payload (``inhoud``) and spans are not part of it.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import msgspec

from amend.model.address import Plaats
from amend.model.clausules import (
    Citeertitel,
    Clausule,
    Geval,
    Grondslag,
    Inwerkingtreding,
    MaandNaBekendmaking,
    Met,
    Moment,
    NaBekendmaking,
    NaderTeBepalen,
    NaInwerkingtreding,
    OpDatum,
    Overgang,
    Verval,
)
from amend.model.melding import Melding
from amend.model.operations import HANDELING, Bewerking, Handeling, MetDoel, VervangOpschrift, Voorwaarde

Object = dict[str, Any]

_SLEUTELS: Final = (
    *("van", "naar", "na", "voor", "in_", "soort", "nummer", "aantal", "rang", "plaats", "oud", "nieuw", "telkens"),
    *("welk", "richting", "met", "tot", "basis", "terugwerkend", "regeling", "voorgesteld", "ingang"),
    *("einde", "luidt", "exclusief", "niet_in", "verbuigingen", "besluitdeel", "voorwaarde", "wid"),
)


def als_json(obj: Handeling | Clausule | Melding, zin: int | None = None) -> Object:
    """The JSON object of an operation, clause or finding; ``zin`` is the 1-based number of its input line."""
    if isinstance(obj, Melding):
        uit = _melding(obj)
    elif isinstance(obj, Bewerking):
        uit = _bewerking(obj)
    else:
        uit = _clausule(obj)
    return uit if zin is None else {**uit, "zin": zin}


def regel(obj: Handeling | Clausule | Melding, zin: int | None = None) -> bytes:
    """The object as one line of JSON, without line end."""
    return msgspec.json.encode(als_json(obj, zin))


def _bewerking(obj: Handeling) -> Object:
    uit: Object = {"onderdeel": obj.onderdeel, "handeling": HANDELING[type(obj)]}
    if isinstance(obj, MetDoel):
        uit["doel"] = [str(plaats) for plaats in obj.doel]
    if isinstance(obj, VervangOpschrift) and (oud := _oud_opschrift(obj)):
        uit["oud"] = oud
    for sleutel in _SLEUTELS:
        waarde = getattr(obj, sleutel, None)
        if waarde:
            uit[sleutel.rstrip("_")] = _waarde(waarde)
    return uit


def _oud_opschrift(obj: VervangOpschrift) -> str:
    """The present heading, where the place is pointed at by it."""
    return obj.doel[0].laatste.citaat if obj.doel and obj.doel[0] and obj.doel[0].laatste.soort == "opschrift" else ""


def _waarde(waarde: Any) -> Any:
    if isinstance(waarde, Plaats):
        return str(waarde)
    if isinstance(waarde, Voorwaarde):
        return {k: v for k, v in (("besluit", waarde.besluit), ("wanneer", waarde.wanneer), ("dan", waarde.dan)) if v}
    if isinstance(waarde, tuple):
        return [_waarde(deel) for deel in waarde]
    return waarde


def _melding(obj: Melding) -> Object:
    uit: Object = {"melding": obj.code, "ernst": obj.ernst, "tekst": obj.tekst}
    if obj.plek:
        uit |= {"regel": obj.plek.regel, "kolom": obj.plek.kolom, "lengte": obj.plek.lengte}
    extra = {"hulp": obj.hulp, "onderdeel": obj.onderdeel, "bestand": obj.bestand}
    return uit | {sleutel: waarde for sleutel, waarde in extra.items() if waarde}


def _clausule(obj: Clausule) -> Object:
    kop: Object = {"onderdeel": obj.onderdeel}
    match obj:
        case Inwerkingtreding():
            velden: Object = {
                "vanaf": _moment(obj.vanaf) if obj.vanaf else None,
                "terugwerkend": _datum(obj.terugwerkend),
                "terugwerkend_bij_bekendmaking_na": _datum(obj.terugwerkend_na),
                "besluit": obj.besluit,
                "delen": [str(plaats) for plaats in obj.delen],
                "behalve": [str(plaats) for plaats in obj.behalve],
            }
            naam = "inwerkingtreding"
        case Verval():
            per = obj.per
            velden = {
                "wat": obj.wat,
                "regeling": obj.regeling,
                "per": _datum(per.datum) if isinstance(per, OpDatum) else per and _moment(per),
            }
            naam = "verval"
        case Overgang():
            velden, naam = {"tekst": obj.tekst}, "overgang"
        case Citeertitel():
            velden, naam = {"titel": obj.titel}, "citeertitel"
        case Grondslag():
            velden = {"regeling": obj.regeling, "berust_op": obj.berust_op, "mede": obj.mede}
            naam = "grondslag"
    return {**kop, "handeling": naam, **{sleutel: waarde for sleutel, waarde in velden.items() if waarde}}


def _datum(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _moment(moment: Moment) -> Object:
    match moment:
        case OpDatum(datum):
            return {"soort": "datum", "datum": datum.isoformat()}
        case NaBekendmaking(dagen, maanden):
            delen = {"maanden": maanden, "dagen": dagen} if maanden else {"dagen": dagen}
            return {"soort": "na_bekendmaking", **{naam: n for naam, n in delen.items() if n}}
        case MaandNaBekendmaking(maand, dag):
            return {"soort": "maand_na_bekendmaking", "maand": maand, "dag": dag}
        case NaderTeBepalen(door):
            return {"soort": "nader_te_bepalen", **({"door": door} if door else {})}
        case Met(besluit, dagen, maanden):
            delen = {"maanden": maanden, "dagen": dagen}
            return {"soort": "met", "besluit": besluit, **{naam: n for naam, n in delen.items() if n}}
        case NaInwerkingtreding(jaren, maanden, dagen):
            delen = {"jaren": jaren, "maanden": maanden, "dagen": dagen}
            return {"soort": "na_inwerkingtreding", **{naam: n for naam, n in delen.items() if n}}
        case _:
            return {"soort": "voorwaardelijk", "gevallen": [_geval(geval) for geval in moment.gevallen]}


def _geval(geval: Geval) -> Object:
    grens = geval.tot_en_met
    tot = {"bekend_tot_en_met": grens.isoformat() if isinstance(grens, date) else _moment(grens)} if grens else {}
    return {**tot, "vanaf": _moment(geval.vanaf) if geval.vanaf else None}
