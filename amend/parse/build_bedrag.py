"""Frames about amounts that are changed without quoting the old ones."""

from __future__ import annotations

from amend.model.operations import Handeling, VervangTekst, WijzigBedragen
from amend.parse.delen import AfgekeurdError, Deel, Rest
from amend.parse.toestand import Plaatsen, Toestand, zonder_slot

_WELK = {"bedragen": "bedrag", "tarieven": "tarief", "percentages": "percentage"}


def _doel(toestand: Toestand, deel: Deel) -> Plaatsen:
    plaatsen = toestand.plaatsen(deel.adres, toestand.locatie) if deel.adres else toestand.locatie
    return toestand.vol(plaatsen)


def _bedrag(toestand: Toestand, rest: Rest) -> tuple[Deel, Plaatsen, str]:
    deel = rest.een("bedrag")
    if deel is None:
        raise AfgekeurdError("geen bedrag")
    rest.negeer("bijwoord")
    return deel, _doel(toestand, deel), _WELK.get(deel.waarde, deel.waarde)


def verhoog(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Het tarief, genoemd in X, wordt verhoogd met € 1"; a quoted amount "verhoogd tot" another is a replacement."""
    if toestand.richting == "gesteld" and any(deel.rol == "bedrag" for deel in rest.delen):
        return _gesteld(toestand, rest)
    if any(deel.rol == "tekst" for deel in rest.delen):
        return _aangehaald_tot(toestand, rest)
    basis = rest.een("vanaf_bedrag")
    _, doel, welk = _bedrag(toestand, rest)
    met = rest.een("met")
    if met is None or not met.waarde:
        raise AfgekeurdError("verhoogd met wat?")
    met_, tot = (None, met.waarde) if met.resp else (met.waarde, None)
    gedeeld, van = toestand.gedeeld(), basis.teksten[0] if basis else None
    return [WijzigBedragen(doel=doel, welk=welk, richting=toestand.richting, met=met_, tot=tot, basis=van, **gedeeld)]


def _gesteld(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Het subsidieplafond in artikel 3 wordt gesteld op € 100.000"."""
    tekst = rest.een("tekst")
    _, doel, welk = _bedrag(toestand, rest)
    if tekst is None or tekst.waarde != "BEDRAG" or len(tekst.teksten) != 1:
        raise AfgekeurdError("gesteld op wat?")
    return [WijzigBedragen(doel=doel, welk=welk, richting="gesteld", tot=tekst.teksten[0], **toestand.gedeeld())]


def _aangehaald_tot(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "In artikel 3 wordt «€ 50» verhoogd tot € 55"."""
    oud, met = rest.een("tekst"), rest.een("met")
    rest.negeer("bijwoord")
    if oud is None or len(oud.teksten) != 1 or met is None or not met.waarde or not met.resp:
        raise AfgekeurdError("verhoogd tot wat?")
    doel = toestand.vol(toestand.locatie)
    return [VervangTekst(doel=doel, oud=oud.teksten[0], nieuw=met.waarde, **toestand.gedeeld())]


def vervang(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "De bedragen, genoemd in X, worden vervangen door onderscheidenlijk f 1 en f 2"."""
    _, doel, welk = _bedrag(toestand, rest)
    door = rest.een("door")
    rest.negeer("payload")
    if door is None or door.nieuw or door.adres:
        raise AfgekeurdError("bedragen vervangen door wat?")
    tot = "; ".join(zonder_slot(t) if door.eigen else t for t in door.teksten) or None
    return [WijzigBedragen(doel=doel, welk=welk, richting="gesteld", tot=tot, **toestand.gedeeld())]


def luid(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "De bedragen in artikel 8 komen te luiden:"."""
    _, doel, welk = _bedrag(toestand, rest)
    payload = rest.een("payload")
    tot = zonder_slot(payload.teksten[0]) if payload and payload.teksten else None
    return [WijzigBedragen(doel=doel, welk=welk, richting="gesteld", tot=tot, **toestand.gedeeld())]
