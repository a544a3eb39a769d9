"""Frames about words: replace, delete, punctuation (aanwijzingen 6.9, 6.15, 6.18)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from amend.model.address import Plaats
from amend.model.operations import Handeling, Ontnummer, VervangLeesteken, VervangTekst, Verwijder, VerwijderTekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.delen import AfgekeurdError, Deel, Leesteken, Rest
from amend.parse.fragment import lees_plaatsen
from amend.parse.lezen_delen import BEREIK_TOT, als_teken
from amend.parse.toestand import Plaatsen, Toestand, binnen_plaats, diepte, diepte_boven, zonder_slot


def bijwoorden(rest: Rest) -> dict[str, Any]:
    """``telkens``, ``aantal`` and ``rang`` from the adverbs."""
    uit: dict[str, Any] = {}
    for deel in rest.pak("bijwoord"):
        woord, _, getal = deel.waarde.partition(" ")
        uit[woord] = True if woord == "telkens" else int(getal)
    for deel in rest.delen:
        if deel.waarde.startswith("rang ") and deel.rol in {"tekst", "na", "voor"}:
            uit["rang"] = _rang(deel.waarde.removeprefix("rang "))
    return uit


def _rang(woord: str) -> int:
    if woord == "laatste":
        return -1
    if not woord.isdigit():
        raise AfgekeurdError("de hoeveelste keer?")
    return int(woord)


def doel_van(toestand: Toestand) -> Plaatsen:
    """Where the words stand: the place of the clause, or else what is inherited."""
    return toestand.vol(toestand.locatie)


def vervang(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """'wordt "a" vervangen door "b"', pairs of several."""
    bij = bijwoorden(rest)
    oud, door = _oud_en_door(toestand, rest)
    rest.negeer("payload")
    if oud is None or door is None:
        raise AfgekeurdError("vervangen zonder oud of door")
    if aan_het_slot(rest):
        bij["slot"] = True
        if als_teken(oud.teksten[0])[:1] in tuple(".,;:"):
            return [_leesteken_aan_slot(toestand, oud, door)]
    oude = oud.teksten or (oud.waarde,)
    if oud.waarde == "BEDRAG":
        toestand.merk(codes.ZONDER_AANHALING, oud)
    paren = _paren(toestand, oud, oude, door)
    doel = doel_van(toestand)
    bij |= _tot(oud)
    per_plaats = oud.resp and len(doel) == len(paren) > 1 and (door.resp or len({b for _, b in paren}) == 1)
    if per_plaats:
        return [
            VervangTekst(
                doel=(waar,),
                oud=a,
                nieuw=b,
                niet_in=_andere(doel, waar) if door.resp else (),
                **bij,
                **toestand.gedeeld(),
            )
            for waar, (a, b) in zip(doel, paren, strict=True)
        ]
    return [VervangTekst(doel=doel, oud=a, nieuw=b, **bij, **toestand.gedeeld()) for a, b in paren]


def _andere(doel: Plaatsen, waar: Plaats) -> Plaatsen:
    return tuple(plaats for plaats in doel if plaats != waar)


def _tot(oud: Deel) -> dict[str, Any]:
    """ "vanaf «a» tot «b»": the last words stay."""
    return {"exclusief": True} if oud.waarde == BEREIK_TOT else {}


def _leesteken_aan_slot(toestand: Toestand, oud: Deel, door: Deel) -> Handeling:
    """ "wordt aan het slot «; en» vervangen door een puntkomma"."""
    nieuwe = door.teksten or ((door.waarde,) if door.waarde and door.waarde != "aanhaling" else ())
    if len(oud.teksten) != 1 or len(nieuwe) != 1:
        raise AfgekeurdError("een leesteken als woorden")
    nieuw = als_teken(zonder_slot(nieuwe[0]) if door.eigen else nieuwe[0])
    return VervangLeesteken(doel=doel_van(toestand), oud=als_teken(oud.teksten[0]), nieuw=nieuw, **toestand.gedeeld())


def _oud_en_door(toestand: Toestand, rest: Rest) -> tuple[Deel | None, Deel | None]:
    """The old and the new words, also of "in plaats van «a» … «b»" and "het bedrag … van € 1 in € 2"."""
    if ipv := rest.een("ipv"):
        nieuw = rest.een("tekst") or next((d for d in rest.pak("payload") if d.teksten), None)
        return ipv, replace(nieuw, rol="door") if nieuw else None
    if vanaf := rest.een("vanaf_bedrag"):
        bedrag = rest.een("bedrag")
        if bedrag and bedrag.adres:
            toestand.locatie = toestand.omgeving = toestand.plaatsen(bedrag.adres, toestand.locatie)
        for deel in rest.pak("onderwerp"):
            if deel.adres is None:
                raise AfgekeurdError("gewijzigd van en in, maar waar?")
            toestand.locatie = toestand.omgeving = toestand.plaatsen(deel.adres, toestand.locatie)
        met = rest.een("met")
        door = replace(met, teksten=(met.waarde,)) if met and met.waarde and met.resp else rest.een("door")
        return replace(vanaf, waarde="BEDRAG"), door
    return rest.een("tekst", "aanduiding"), rest.een("door")


def aan_het_slot(rest: Rest) -> bool:
    """True when the words stand "aan het slot"; takes that constituent."""
    slot = [deel for deel in rest.delen if deel.rol == "aan" and deel.waarde == "slot" and deel.adres is None]
    rest.delen = [deel for deel in rest.delen if deel not in slot]
    return bool(slot)


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
    if len(nieuwe) == 1 and not (door.resp and len(oude) > 1):
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
    bij = bijwoorden(rest)
    if (na := next((d for d in rest.delen if d.rol == "na" and d.teksten), None)) is not None:
        return [_na_leesteken(toestand, rest, na)]
    oud = rest.een("tekst")
    eigen = rest.een("payload")
    if oud is None:
        if eigen is None or not eigen.teksten:
            raise AfgekeurdError("verval zonder tekst")
        if plaatsen := lees_plaatsen(re.sub(r"^(?:de|het)\s+", "", zonder_slot(eigen.teksten[0]), flags=re.I)):
            return [_verval_plaats(toestand, plaatsen)]
        toestand.merk(codes.ZONDER_AANHALING, eigen)
        teksten: tuple[str, ...] = (zonder_slot(eigen.teksten[0]),)
    else:
        teksten = oud.teksten
    bij |= _tot(oud) if oud else {}
    if aan_het_slot(rest):
        bij["slot"] = True
    doel = doel_van(toestand)
    return [VerwijderTekst(doel=doel, oud=tekst, **bij, **toestand.gedeeld()) for tekst in teksten]


def _verval_plaats(toestand: Toestand, plaatsen: Plaatsen) -> Handeling:
    """ "Vervallen: artikel 8, tweede lid, en artikel 9": elements, not words; inside a place only what lies in it."""
    buiten = toestand.locatie
    if not buiten:
        return Verwijder(doel=toestand.vol(plaatsen), **toestand.gedeeld())
    if len(buiten) > 1 or any(diepte_boven(plaats) <= diepte(buiten[0]) for plaats in plaatsen):
        raise AfgekeurdError("vervalt een plaats, of haar naam in de tekst?")
    binnen = tuple(binnen_plaats(plaats, buiten[0]) for plaats in plaatsen)
    return Verwijder(doel=toestand.vol(binnen), **toestand.gedeeld())


def _na_leesteken(toestand: Toestand, rest: Rest, na: Deel) -> Handeling:
    """ "vervalt na de puntkomma «en»": the mark with the words becomes the mark."""
    oud = rest.een("tekst")
    rest.pak("na")
    rest.negeer("payload")
    if oud is None or len(oud.teksten) != 1 or len(na.teksten[0]) != 1:
        raise AfgekeurdError("verval na woorden")
    velden = toestand.gedeeld()
    return VervangLeesteken(
        doel=doel_van(toestand), oud=f"{na.teksten[0]} {oud.teksten[0]}", nieuw=na.teksten[0], **velden
    )


def vervang_leesteken(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "wordt de punt aan het slot van onderdeel d vervangen door een puntkomma"."""
    deel, door = rest.een("leesteken"), rest.een("door")
    rest.negeer("payload")
    bij = bijwoorden(rest)
    aan_het_slot(rest)
    if deel is None or door is None:
        raise AfgekeurdError("leesteken zonder vervanging")
    nieuw = door.waarde if door.waarde != "aanhaling" else door.teksten[0]
    if door.eigen:
        nieuw = _woorden_voor_punt(toestand, door, deel.tekens[0][0].teken)
    nieuw = als_teken(nieuw)
    if not nieuw:
        raise AfgekeurdError("leesteken vervangen door niets")
    leesteken = deel.tekens[0][0]
    if leesteken.na or leesteken.voor:
        return [_teken_in_zin(toestand, leesteken, nieuw, bij)]
    if bij:
        raise AfgekeurdError("telkens een leesteken aan het slot")
    doel = toestand.plaatsen(leesteken.bij, toestand.locatie) if leesteken.bij else toestand.locatie
    oud = leesteken.teken
    return [VervangLeesteken(doel=toestand.vol(doel), oud=oud, nieuw=nieuw, **toestand.gedeeld())]


def _teken_in_zin(toestand: Toestand, teken: Leesteken, nieuw: str, bij: dict[str, Any]) -> Handeling:
    """ "de komma na «verzoek»": the words with the mark, and without it or with another."""
    if teken.na:
        oud, wordt = teken.na + teken.teken, teken.na + nieuw
    else:
        oud, wordt = f"{teken.teken} {teken.voor}", f"{nieuw} {teken.voor}"
    return VervangTekst(doel=doel_van(toestand), oud=oud, nieuw=wordt.strip(), **bij, **toestand.gedeeld())


def verwijder_leesteken(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "vervalt de komma na «verzoek»", "de puntkomma aan het slot van onderdeel b vervalt"."""
    deel = rest.een("leesteken")
    rest.negeer("payload")
    bij = bijwoorden(rest)
    slot = aan_het_slot(rest)
    if deel is None:
        raise AfgekeurdError("geen leesteken")
    leesteken = deel.tekens[0][0]
    if leesteken.na or leesteken.voor:
        return [_teken_in_zin(toestand, leesteken, "", bij)]
    if bij or (leesteken.bij is None and not slot and not deel.waarde):
        raise AfgekeurdError("welk leesteken?")
    doel = toestand.plaatsen(leesteken.bij, toestand.locatie) if leesteken.bij else toestand.locatie
    return [VervangLeesteken(doel=toestand.vol(doel), oud=leesteken.teken, nieuw="", **toestand.gedeeld())]


def _woorden_voor_punt(toestand: Toestand, door: Deel, oud: str) -> str:
    """ "De punt … wordt vervangen door: , tenzij …." : words that take the place of the closing stop end in one."""
    tekst = door.teksten[0].strip()
    if oud == "." and tekst.endswith(".") and any(teken.isalpha() for teken in als_teken(tekst)):
        toestand.merk(codes.ZONDER_AANHALING, door)
        return tekst
    return zonder_slot(tekst)


def ontnummer(toestand: Toestand, deel: Deel) -> Handeling:
    """'de aanduiding "1." voor het eerste lid vervalt'."""
    doel = toestand.plaatsen(deel.adres, toestand.locatie) if deel.adres else toestand.locatie
    toestand.omgeving = doel
    return Ontnummer(doel=toestand.vol(doel), **toestand.gedeeld())
