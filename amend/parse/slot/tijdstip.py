"""When a clause takes effect: a moment, a period, a retroactive effect."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from amend.model.clausules import Met, OpDatum
from amend.parse import codes
from amend.parse.bekendmaking import EINDE
from amend.parse.momenten import DAG, datum, lees_moment
from amend.parse.slot.stand import Deelzin, Stand, Terug, p

_TERUG: Final = p(
    rf"(?:(?:en\s+)?(?:dit\s+)?(?:met\s+)?(?:een\s+)?terugwerkende\s+kracht\s+(?P<kracht>tot\s+en\s+met|tot\s+aan|tot|per|vanaf|met\s+ingang\s+van|op|van)|"
    rf"terug\s+(?P<mee>tot\s+en\s+met|tot\s+aan|tot))\s+{DAG}"
)
_TOT: Final = p(rf"(?P<mee>tot\s+en\s+met|tot)\s+{DAG}")
_TERUG_DAGTEKENING: Final = p(
    r"terug\s+tot(?:\s+en\s+met)?\s+(?:(?:de|het)\s+)?(?:(?:dag|datum|moment)\s+van\s+)?(?:de\s+)?"
    r"(?:(?:dagtekening|vaststelling|ondertekening)\s+van\s+(?:dit|het|deze|de)\s+[\w\-]+|"
    r"(?:tijdstip|dag|datum|moment)\s+waarop\s[^;]*?(?=\s*(?:\.(?:\s|$)|;|$)))"
)
_MET_KRACHT: Final = p(r"(?:en\s+)?met\s+terugwerkende\s+kracht(?=\s+(?:in\s*werking|vanaf|per|op|met))")
_PERIODE: Final = p(
    rf"(?:voor\s+(?:de\s+periode|het\s+tijdvak)\s+(?:van(?:af)?\s+)?|van(?:af)?\s+){DAG.replace('?P<', '?P<van_')}"
    r"\s+(?P<mee>tot\s+en\s+met|tot|t/m)\s+" + DAG.replace("?P<", "?P<tot_")
)
_RESPECTIEVELIJK: Final = p(
    rf"(?:,\s*)?(?:respectievelijk|onderscheidenlijk|resp\.)\s+(?:op\s+|met\s+ingang\s+van\s+|tot(?:\s+en\s+met)?\s+)?{DAG}"
)
_TEGELIJK: Final = p(rf"(?:gelijktijdig|tegelijk|tegelijkertijd)\s+in\s*werking\s+met\s+(?P<besluit>[^;]+?){EINDE}")


def moment(stand: Stand, deel: Deelzin) -> bool:
    """When: at most one moment per clause; "vervalt op" and "vervalt na" remember how it was said."""
    if deel.moment is not None:
        return _respectievelijk(stand, deel)
    begin = stand.cursor.i
    if deel.soort == "verval" and (laatste := stand.cursor.neem(_TOT)):
        dag = datum(laatste)
        deel.moment = OpDatum(dag + timedelta(days=int("met" in laatste["mee"]))) if dag else None
        return dag is not None
    na = deel.soort == "verval" and stand.cursor.neem(p(rf"na\s+(?={DAG})"))
    gevonden = lees_moment(stand.cursor)
    if gevonden is None:
        stand.cursor.i = begin
        return False
    deel.moment, deel.te_vroeg = gevonden
    if isinstance(deel.moment, OpDatum):
        kop = re.match(r"\s*(\w+)", stand.cursor.tekst[begin:])
        deel.hoe = "na" if na else kop[1].lower() if kop else ""
    return True


def _respectievelijk(stand: Stand, deel: Deelzin) -> bool:
    """ "… op 1 januari 2024 respectievelijk 1 juli 2024": a day for each part named."""
    treffer = stand.cursor.neem(_RESPECTIEVELIJK)
    dag = datum(treffer) if treffer else None
    if dag is None:
        return False
    deel.verder = (*deel.verder, dag)
    return True


def terug(stand: Stand, deel: Deelzin) -> bool:
    """ "terug tot en met …", "met terugwerkende kracht tot …"."""
    if deel.terug is not None:
        return _respectievelijk(stand, deel)
    treffer = stand.cursor.neem(_TERUG)
    if treffer is None and (deel.soort or deel.erft) == "terug":
        treffer = stand.cursor.neem(_TOT)
    if treffer is None:
        return _terug_bijzonder(stand, deel)
    dag = datum(treffer)
    if dag is None:
        return False
    groepen = treffer.groupdict()
    hoe = re.sub(r"\s+", " ", (groepen.get("kracht") or groepen.get("mee") or "").lower())
    deel.terug = Terug(dag, hoe in ("tot", "tot aan"), treffer.span(), stand.grens)
    return True


def _terug_bijzonder(stand: Stand, deel: Deelzin) -> bool:
    if treffer := stand.cursor.neem(_TERUG_DAGTEKENING):
        tekst = f"De eerste dag van de terugwerkende kracht is geen datum (“{treffer[0]}”); vul die in."
        stand.merk(codes.DAGTEKENING, tekst, treffer.span())
        deel.hoe = "dagtekening"
        return deel.soort == "terug"
    if stand.cursor.neem(_MET_KRACHT):
        deel.kracht = True
        return True
    return False


def periode(stand: Stand, deel: Deelzin) -> bool:
    """ "geldt voor de periode van … tot en met …": a first day and an end."""
    if deel.soort != "werking" or not (treffer := stand.cursor.neem(_PERIODE)):
        return False
    van, tot = (_dag(treffer, naam) for naam in ("van_", "tot_"))
    if van is None or tot is None:
        return False
    deel.moment = OpDatum(van)
    deel.einde = tot + timedelta(days=1) if treffer["mee"].lower() != "tot" else tot
    return True


def _dag(treffer: re.Match[str], voor: str) -> date | None:
    kaal = {naam[len(voor) :]: waarde for naam, waarde in treffer.groupdict().items() if naam.startswith(voor)}
    tekst = (
        f"{kaal['dag']} {kaal['maand']} {kaal['jaar']}"
        if kaal["dag"]
        else f"{kaal['dag_nr']}-{kaal['maand_nr']}-{kaal['jaar_nr']}"
    )
    gevonden = re.fullmatch(DAG, tekst, re.I)
    return datum(gevonden) if gevonden else None


def tegelijk(stand: Stand, deel: Deelzin) -> bool:
    """ "treedt gelijktijdig in werking met de Wet X"."""
    if deel.soort != "werking" or deel.partikel or not (treffer := stand.cursor.neem(_TEGELIJK)):
        return False
    deel.partikel, deel.moment = True, Met(treffer["besluit"])
    return True
