"""Frames about words: replace, delete, punctuation (aanwijzingen 6.9, 6.15, 6.18)."""

from __future__ import annotations

import re
from typing import Any

from amend.model.operations import Handeling, Ontnummer, VervangLeesteken, VervangTekst, VerwijderTekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.delen import AfgekeurdError, Deel, Rest
from amend.parse.lezen_delen import BEREIK_TOT, als_teken
from amend.parse.toestand import Plaatsen, Toestand, zonder_slot


def bijwoorden(rest: Rest) -> dict[str, Any]:
    """``telkens``, ``aantal`` and ``rang`` from the adverbs."""
    uit: dict[str, Any] = {}
    for deel in rest.pak("bijwoord"):
        woord, _, getal = deel.waarde.partition(" ")
        uit[woord] = True if woord == "telkens" else int(getal)
    return uit


def doel_van(toestand: Toestand) -> Plaatsen:
    """Where the words stand: the place of the clause, or else what is inherited."""
    return toestand.vol(toestand.locatie)


def vervang(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """'wordt "a" vervangen door "b"', pairs of several."""
    oud = rest.een("tekst", "aanduiding")
    door = rest.een("door")
    bij = bijwoorden(rest)
    rest.pak("payload")
    if oud is None or door is None:
        raise AfgekeurdError("vervangen zonder oud of door")
    oude = oud.teksten or (oud.waarde,)
    if oud.waarde == "BEDRAG":
        toestand.merk(codes.ZONDER_AANHALING, oud)
    paren = _paren(toestand, oud, oude, door)
    doel = doel_van(toestand)
    bij |= _tot(oud)
    return [VervangTekst(doel=doel, oud=a, nieuw=b, **bij, **toestand.gedeeld()) for a, b in paren]


def _tot(oud: Deel) -> dict[str, Any]:
    """ "vanaf «a» tot «b»": the last words stay."""
    return {"exclusief": True} if oud.waarde == BEREIK_TOT else {}


def _paren(toestand: Toestand, oud: Deel, oude: tuple[str, ...], door: Deel) -> list[tuple[str, str]]:
    if door.nieuw or door.adres:
        raise AfgekeurdError("woorden vervangen door een element")
    nieuwe = tuple(_eigen(toestand, oude, door, t) if door.eigen else t for t in door.teksten)
    if not nieuwe and door.waarde:
        nieuwe = (door.waarde,)
    if len(nieuwe) == 1 and len(oude) > 1 and (oud.resp or door.resp):
        nieuwe = tuple(re.split(r"\s*,?\s+(?:respectievelijk|onderscheidenlijk)\s+", nieuwe[0]))
    if not nieuwe:
        if len(oude) > 1:
            raise AfgekeurdError("meer dan een oude tekst zonder nieuwe tekst")
        return [(oude[0], "")]
    if len(nieuwe) == 1:
        return [(a, nieuwe[0]) for a in oude]
    if len(nieuwe) != len(oude):
        raise AfgekeurdError("ongelijk aantal oude en nieuwe teksten")
    return list(zip(oude, nieuwe, strict=True))


def _eigen(toestand: Toestand, oude: tuple[str, ...], door: Deel, tekst: str) -> str:
    """New words without quotation marks (F23): the stop closes the instruction, unless the old words end in one too."""
    if any(a.rstrip().endswith(".") for a in oude) and tekst.rstrip().endswith("."):
        toestand.merk(bijzonder.HELE_ZIN, door, "“Uitvoeren” als de nieuwe tekst zelf op een punt eindigt.")
        return tekst.strip()
    toestand.merk(codes.ZONDER_AANHALING, door)
    return zonder_slot(tekst)


def verwijder(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """'vervalt "a"', 'wordt "a" geschrapt', 'vervalt: a.'"""
    oud = rest.een("tekst")
    eigen = rest.een("payload")
    if oud is None:
        if eigen is None or not eigen.teksten:
            raise AfgekeurdError("verval zonder tekst")
        toestand.merk(codes.ZONDER_AANHALING, eigen)
        teksten: tuple[str, ...] = (zonder_slot(eigen.teksten[0]),)
    else:
        teksten = oud.teksten
    bij = bijwoorden(rest) | (_tot(oud) if oud else {})
    doel = doel_van(toestand)
    return [VerwijderTekst(doel=doel, oud=tekst, **bij, **toestand.gedeeld()) for tekst in teksten]


def vervang_leesteken(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "wordt de punt aan het slot van onderdeel d vervangen door een puntkomma"."""
    deel, door = rest.een("leesteken"), rest.een("door")
    rest.pak("bijwoord", "payload")
    if deel is None or door is None:
        raise AfgekeurdError("leesteken zonder vervanging")
    nieuw = door.waarde if door.waarde != "aanhaling" else door.teksten[0]
    if door.eigen:
        nieuw = zonder_slot(door.teksten[0])
    nieuw = als_teken(nieuw)
    if not nieuw:
        raise AfgekeurdError("leesteken vervangen door niets")
    leesteken = deel.tekens[0][0]
    doel = toestand.plaatsen(leesteken.bij, toestand.locatie) if leesteken.bij else toestand.locatie
    oud = leesteken.teken
    return [VervangLeesteken(doel=toestand.vol(doel), oud=oud, nieuw=nieuw, **toestand.gedeeld())]


def ontnummer(toestand: Toestand, deel: Deel) -> Handeling:
    """'de aanduiding "1." voor het eerste lid vervalt'."""
    doel = toestand.plaatsen(deel.adres, toestand.locatie) if deel.adres else toestand.locatie
    return Ontnummer(doel=toestand.vol(doel), **toestand.gedeeld())
