"""Three questions that are never mixed (regels.md 2.3), and the header that the sites print (2.4).

What is valid on D as known on K; what the register showed on D (the knowledge of that day); what KOOP shows for D:
versions keyed on entry into force, with retroactive effect as an annotation.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from amend.history.doel import Doel
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.model.kalender import datum_tekst


class Weergave(StrEnum):
    """Which of the three questions is asked."""

    GELDEND = "geldend"
    REGISTER = "register"
    KOOP = "koop"


def in_weergave(
    historie: Geschiedenis, weergave: Weergave, geldig_op: date, bekend_op: date, in_werking_op: date | None = None
) -> Versie:
    """The version that answers the question; J is given only with the first."""
    if weergave is Weergave.REGISTER:
        return historie.versie(geldig_op, geldig_op, geldig_op, ontvangen_op=geldig_op)
    if weergave is Weergave.KOOP:
        return historie.versie(geldig_op, bekend_op, geldig_op)
    return historie.versie(geldig_op, bekend_op, in_werking_op)


def opschrift(weergave: Weergave, geldig_op: date, bekend_op: date, in_werking_op: date | None = None) -> str:
    """What the text is, in one line: it stands above every text so that the three are not confused."""
    dag, kennis = datum_tekst(geldig_op), datum_tekst(bekend_op)
    if weergave is Weergave.REGISTER:
        return f"Wat er op {dag} in de bank stond, met de kennis van die dag"
    if weergave is Weergave.KOOP:
        return f"Zoals overheid.nl de tekst voor {dag} toont (in werking op die dag), met de kennis van {kennis}"
    werking = f", voor zover in werking op {datum_tekst(in_werking_op)}" if in_werking_op else ""
    return f"Geldend op {dag}, zoals bekend op {kennis}{werking}"


def koopkop(historie: Geschiedenis, dag: date, kennis: date) -> str:
    """The header of lokaleregelgeving.overheid.nl above the version shown for a day; "" when there is none."""
    bekend = [doel for doel in historie.doelen if _bekend(doel, kennis)]
    begin_dagen = sorted({doel.jwv for doel in bekend if doel.jwv})
    begin = max((d for d in begin_dagen if d <= dag), default=None)
    if begin is None:
        return ""
    uit = historie.uitwerking(kennis)
    volgende = min((d for d in (*begin_dagen, *([uit] if uit else [])) if d > begin), default=None)
    terug = min((d.gv for d in bekend if d.jwv == begin and d.gv and d.gv < begin), default=None)
    tk = f" met terugwerkende kracht vanaf {_dmj(terug)}" if terug else ""
    if begin > kennis:
        return f"Dit is een toekomstige tekst! Geldend vanaf {_dmj(begin)}{tk}"
    eind = _dmj(volgende - timedelta(days=1)) if volgende else "heden"
    weg = f"Regeling vervallen per {_dmj(uit)} · " if uit and uit <= kennis else ""
    return f"{weg}Geldend van {_dmj(begin)} t/m {eind}{tk}"


def toekomst(historie: Geschiedenis, kennis: date) -> str:
    """What wetten.overheid.nl says of changes to come: how many, from when, and which have no date yet."""
    bekend = [doel for doel in historie.doelen if doel.bek and _bekend(doel, kennis)]
    dagen = sorted({doel.jwv for doel in bekend if doel.jwv and doel.jwv > kennis})
    wacht = [doel.bek for doel in bekend if doel.jwv is None and doel.stappen and doel.bek]
    zinnen = []
    if dagen:
        meer = "Meerdere toekomstige wijzigingen; eerste op" if len(dagen) > 1 else "Toekomstige wijziging op"
        zinnen.append(f"{meer} {_dmj(dagen[0])}.")
    if wacht:
        zinnen.append(f"Wijziging(en) op nader te bepalen datum(s); laatste bekendgemaakt in {max(wacht).year}.")
    return " ".join(zinnen)


def koopdagen(historie: Geschiedenis, kennis: date) -> tuple[date, ...]:
    """The first days of the versions that KOOP shows: entry into force of what is known."""
    return tuple(sorted({doel.jwv for doel in historie.doelen if doel.jwv and _bekend(doel, kennis)}))


def _bekend(doel: Doel, kennis: date) -> bool:
    op_tijd = doel.bek is not None and doel.bek <= kennis
    return op_tijd and (doel.tot_bekend is None or kennis < doel.tot_bekend)


def _dmj(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"
