"""How ``amend tijdlijn`` shows a history: tables for people, one JSON object a line for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from amend.cli.toon import tabel
from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.history.slot import Intrekking
from amend.history.wat_als import WatAls
from amend.history.weergave import koopdagen, koopkop, toekomst
from amend.model.regeling import OverzichtRegel

_BESLUITEN = ("bekend", "in werking", "geldig vanaf", "stand", "besluit")
_OVERZICHT = (
    *("datum inwerkingtreding", "terugwerkende kracht t/m", "datum uitwerkingtreding", "betreft"),
    *("ondertekening", "bron bekendmaking", "kenmerk"),
)


def als_tekst(historie: Geschiedenis, versies: Sequence[Versie], kennis: date) -> str:
    """Versions, decisions, withdrawals, conflicts, the overview of changes and what overheid.nl prints."""
    delen = [f"{historie.regeling.naam}", f"Zoals bekend op {kennis:%d-%m-%Y}.", "", "Versies (geldigheid)"]
    delen.append(tabel(("van", "t/m", "toestand", "door"), [_versie_rij(versie) for versie in versies]))
    delen += ["", "Besluiten", tabel(_BESLUITEN, [_doel_rij(doel, kennis) for doel in historie.doelen])]
    intrekkingen = _intrekkingen(historie)
    if intrekkingen:
        rijen = [_intrekking_rij(i) for i in intrekkingen]
        delen += ["", "Intrekkingen", tabel(("per", "gold t/m", "door", "regeling"), rijen)]
    conflicten = [
        (dag_tekst(v.van), dag_tekst(v.tot_en_met, "nader bericht"), s.melding.code, s.melding.tekst)
        for v in versies
        for s in v.samenloop
    ]
    if conflicten:
        delen += ["", "Samenloop", tabel(("van", "t/m", "melding", "wat"), conflicten)]
    delen += _overzicht(versies)
    delen += ["", "Op overheid.nl", *(koopkop(historie, dag, kennis) for dag in koopdagen(historie, kennis))]
    delen += list(filter(None, [toekomst(historie, kennis)]))
    delen += [f"\nOpmerking: {opmerking}" for opmerking in historie.regeling.meta.opmerkingen]
    return "\n".join(delen)


def _overzicht(versies: Sequence[Versie]) -> list[str]:
    regelingen = [versie.regeling for versie in versies if versie.regeling is not None]
    if not regelingen:
        return []
    rijen = [tuple(_overzicht_rij(rij).values()) for rij in regelingen[-1].meta.overzicht]
    kop = "Overzicht van in de tekst verwerkte wijzigingen"
    return ["", kop, tabel(_OVERZICHT, [tuple(_cel(waarde) for waarde in rij) for rij in rijen])]


def _cel(waarde: object) -> str:
    return f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else str(waarde or "–")


def _overzicht_rij(rij: OverzichtRegel) -> dict[str, Any]:
    """A row with KOOP's columns, in its order."""
    return {
        "datum_inwerkingtreding": rij.inwerkingtreding,
        "terugwerkende_kracht_tot_en_met": rij.terugwerkend,
        "datum_uitwerkingtreding": rij.uitwerkingtreding,
        "betreft": rij.betreft,
        "ondertekening": rij.ondertekening,
        "bron_bekendmaking": rij.bron,
        "kenmerk": rij.kenmerk,
    }


def _intrekkingen(historie: Geschiedenis) -> list[Intrekking]:
    eigen = [i for i in historie.bestaande_intrekkingen if i.betreft(historie.regeling.meta)]
    return [*historie.intrekkingen, *eigen]


def _versie_rij(versie: Versie) -> tuple[str, ...]:
    door = [f"{doel.besluit}{_deel(doel)}" for doel in versie.doelen if doel.id != INSTELLING]
    stand = "volledig" if versie.volledig else "ONVOLLEDIG"
    tot = dag_tekst(versie.tot_en_met, "nader bericht")
    return (dag_tekst(versie.van), tot, stand, " + ".join(door) or "de regeling zelf")


def _deel(doel: Doel) -> str:
    return "" if doel.naam in ("het besluit", "de regeling zelf") else f" ({doel.naam})"


def _doel_rij(doel: Doel, kennis: date) -> tuple[str, ...]:
    door = f", bepaald door {doel.door}" if doel.door else ""
    naam = f"{doel.besluit}{_deel(doel)}{door}"
    return (dag_tekst(doel.bek), dag_tekst(doel.jwv), dag_tekst(doel.gv), _stand(doel, kennis), naam)


def _stand(doel: Doel, kennis: date) -> str:
    if doel.jwv is None:
        return "wacht op datum"
    if doel.bek is None or doel.bek > kennis:
        return "nog niet bekend"
    if doel.tot_bekend is not None and doel.tot_bekend <= kennis:
        return "achterhaald"
    if doel.jwv > kennis:
        return "toekomstig"
    return "terugwerkend" if doel.terugwerkend else "in werking"


def _intrekking_rij(intrekking: Intrekking) -> tuple[str, ...]:
    laatste = intrekking.gv - timedelta(days=1) if intrekking.gv else None
    return (dag_tekst(intrekking.jwv), dag_tekst(laatste), intrekking.door, intrekking.regeling)


def dag_tekst(dag: date | None, anders: str = "onbekend") -> str:
    """A day as 31-01-2024."""
    return f"{dag:%d-%m-%Y}" if dag else anders


def als_objecten(historie: Geschiedenis, versies: Sequence[Versie], kennis: date) -> list[dict[str, Any]]:
    """The same for programs: one object per version, part, withdrawal, and row of the overview."""
    uit: list[dict[str, Any]] = [_versie_object(historie, versie, kennis) for versie in versies]
    uit += [_doel_object(doel) for doel in historie.doelen]
    uit += [
        {"soort": "intrekking", "regeling": i.regeling, "door": i.door, "in_werking": i.jwv, "geldig_vanaf": i.gv}
        for i in _intrekkingen(historie)
    ]
    if versies and versies[-1].regeling is not None:
        uit += [{"soort": "overzicht", **_overzicht_rij(rij)} for rij in versies[-1].regeling.meta.overzicht]
    koppen = ((dag, koopkop(historie, dag, kennis)) for dag in koopdagen(historie, kennis))
    uit += [{"soort": "koop", "vanaf": dag, "kop": kop} for dag, kop in koppen]
    zin = toekomst(historie, kennis)
    return [*uit, {"soort": "toekomst", "tekst": zin}] if zin else uit


def _versie_object(historie: Geschiedenis, versie: Versie, kennis: date) -> dict[str, Any]:
    rijen = versie.regeling.meta.overzicht if versie.regeling else ()
    return {
        "soort": "versie",
        "van": versie.van,
        "tot_en_met": versie.tot_en_met,
        "bekend_op": kennis,
        "volledig": versie.volledig,
        "doelen": [doel.id for doel in versie.doelen],
        "samenloop": [{"melding": s.melding.code, "tekst": s.melding.tekst} for s in versie.samenloop],
        "overzicht": [_overzicht_rij(rij) for rij in rijen],
    }


def _doel_object(doel: Doel) -> dict[str, Any]:
    return {
        "soort": "doel",
        "id": doel.id,
        "besluit": doel.besluit,
        "deel": doel.naam,
        "bekend": doel.bek,
        "bekend_tot": doel.tot_bekend,
        "in_werking": doel.jwv,
        "geldig_vanaf": doel.gv,
        "geldig_tot": doel.tot,
        "terugwerkend": doel.terugwerkend,
        "bepaald_door": doel.door or None,
    }


def verschil_tekst(verschil: WatAls) -> str:
    """What a supposition changes, for people."""
    koppen = ("besluit", "bekend", "in werking", "geldig vanaf")
    rijen = [
        (f"{v.besluit} ({v.deel})", *(_van_naar(een, ander) for een, ander in zip(v.eerst, v.daarna, strict=True)))
        for v in verschil.verschoven
    ]
    delen = ["Wat daardoor verandert", tabel(koppen, rijen) if rijen else "Geen enkele datum verandert."]
    if verschil.volgorde:
        eerst, daarna = verschil.volgorde
        delen += ["", f"Volgorde was: {', '.join(eerst)}", f"Volgorde wordt: {', '.join(daarna)}"]
    delen += [f"Nieuw: {melding}" for melding in verschil.nieuwe_meldingen]
    delen += [f"Vervalt: {melding}" for melding in verschil.vervallen_meldingen]
    return "\n".join(delen)


def _van_naar(eerst: date | None, daarna: date | None) -> str:
    return dag_tekst(eerst) if eerst == daarna else f"{dag_tekst(eerst)} → {dag_tekst(daarna)}"
