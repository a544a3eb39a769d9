"""Instructions for a time: for a period, for a duration, and reading rules ("in plaats van «a» gelezen: b", F107)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from amend.model.melding import Melding
from amend.model.operations import Bewerking, VervangTekst
from amend.parse import codes_bijzonder as codes
from amend.parse.bijzonder.vorm import Uitkomst, Zin, patroon, vorm
from amend.parse.citaten import lees_citaat, opent
from amend.parse.momenten import DATUM, datum
from amend.parse.toestand import zonder_slot

_VAN, _TOT = DATUM.replace("?P<", "?P<van_"), DATUM.replace("?P<", "?P<tot_")
_PERIODE: Final = patroon(
    rf"\b(?:(?:voor|in|gedurende|over)\s+(?:de|het)\s+(?:periode|tijdvak)\s+(?:van(?:af)?\s+)?{_VAN}"
    rf"\s+tot(?P<mee>\s+en\s+met)?\s+{_TOT}|voor\s+(?:het\s+)?(?:kalender)?jaar\s+(?P<jaar>\d{{4}}))"
)
_DUUR: Final = patroon(
    r"\b(?:voor\s+de\s+duur|gedurende\s+een\s+periode|voor\s+een\s+periode)\s+van\s+(?P<duur>\w+\s+(?:jaar|jaren|maanden?|weken|dagen))\b"
)
_GELEZEN: Final = patroon(
    r"(?:wordt|worden)\s+in\s+(?P<waar>.+?),?\s+(?P<telkens>telkens\s+)?(?:in\s+plaats\s+van|voor)\s+(?=[«“„‘\"'])"
)


@vorm(
    r".*",
    signalen=(
        "in plaats van",
        "periode",
        r"\bduur\b",
        "het jaar",
    ),
)
def voor_een_tijd(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """An instruction that holds for a period ("voor de periode van … tot en met …") or for a duration."""
    buiten = _zonder_citaten(zin.tekst, zin.vanaf)
    periode, duur = _PERIODE.search(buiten, zin.vanaf), _DUUR.search(buiten, zin.vanaf)
    treffer = periode or duur
    if treffer is None or not re.search(r"\b(?:wordt|worden|komt|komen|luidt|luiden|vervalt|vervallen)\b", buiten):
        return None
    over = zin.zonder(*treffer.span())
    over = re.sub(r"^(\s*),", r"\1 ", over[zin.vanaf :]).rjust(len(over))
    ops, meldingen = _leesregel(zin, over) or zin.rest(over)
    bewerkingen = [op for op in ops if isinstance(op, Bewerking)]
    if not bewerkingen or len(bewerkingen) != len(ops):
        return None
    if periode is None:
        return tuple(bewerkingen), (*meldingen, _voor_de_duur(zin, treffer["duur"]))
    dagen = _dagen(periode)
    if dagen is None:
        return None
    van, einde = dagen
    uit = tuple(replace(op, ingang=van.isoformat(), einde=einde.isoformat()) for op in bewerkingen)
    laatste = einde - timedelta(days=1)
    tekst = f"Geldt alleen voor {_dag(van)} tot en met {_dag(laatste)}; voor andere dagen blijft de tekst zoals zij is."
    return uit, (*meldingen, zin.melding(codes.LEESREGEL, tekst))


def _voor_de_duur(zin: Zin, duur: str) -> Melding:
    tekst = f"De wijziging geldt voor de duur van {duur}; hoe de tekst daarna luidt, is niet geregeld."
    hulp = "Regel het herstel als eigen onderdeel met een datum (aanwijzing 5.73). “Uitvoeren” wijzigt zonder einde."
    return zin.melding(codes.DUUR, tekst, hulp)


def _dag(dag: date) -> str:
    return f"{dag.day:02}-{dag.month:02}-{dag.year}"


def _dagen(m: re.Match[str]) -> tuple[date, date] | None:
    """First day, and first day after the period."""
    if m["jaar"]:
        return date(int(m["jaar"]), 1, 1), date(int(m["jaar"]) + 1, 1, 1)
    van, tot = _datum(m, "van"), _datum(m, "tot")
    if van is None or tot is None or tot < van:
        return None
    return van, tot + timedelta(days=1) if m["mee"] else tot


def _datum(m: re.Match[str], naam: str) -> date | None:
    treffer = re.fullmatch(DATUM, f"{m[f'{naam}_dag']} {m[f'{naam}_maand']} {m[f'{naam}_jaar']}", re.I)
    return datum(treffer) if treffer else None


def _leesregel(zin: Zin, tekst: str) -> Uitkomst | None:
    """ "wordt in artikel 3 in plaats van «a» gelezen: b" as words that are read as others."""
    treffer = _GELEZEN.search(tekst, zin.vanaf)
    waar = zin.plaatsen(treffer["waar"]) if treffer else None
    oud = lees_citaat(tekst, treffer.end()) if treffer else None
    if treffer is None or waar is None or oud is None or tekst[zin.vanaf : treffer.start()].strip():
        return None
    slot = re.fullmatch(r"\s*,?\s*(?P<telkens>telkens\s+)?gelezen\s*:?\s*(?P<nieuw>.+)", tekst[oud.eind :], re.I | re.S)
    if slot is None:
        return None
    nieuw = slot["nieuw"].strip()
    citaat = lees_citaat(nieuw, 0)
    if citaat is not None and nieuw[citaat.eind :].strip(" ."):
        return None
    op = VervangTekst(
        doel=waar,
        oud=oud.tekst,
        nieuw=citaat.tekst if citaat else zonder_slot(nieuw),
        telkens=bool(treffer["telkens"] or slot["telkens"]),
        onderdeel=zin.onderdeel,
        spanne=zin.spanne,
    )
    return (op,), ()


def _zonder_citaten(tekst: str, vanaf: int) -> str:
    """The sentence with its quotations blanked out, of equal length."""
    uit, i = list(tekst), vanaf
    while i < len(tekst):
        citaat = lees_citaat(tekst, i) if opent(tekst, i) else None
        if citaat is not None:
            uit[citaat.start : citaat.eind] = " " * (citaat.eind - citaat.start)
        i = citaat.eind if citaat is not None else i + 1
    return "".join(uit)
