"""The page of lokaleregelgeving.overheid.nl saved as text: its metadata block with labels glued to values.

Source: the fixed field list of KOOP (handleiding CVDR); regels.md 2.4 (glued dates) and 4.2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from amend.model.melding import Melding
from amend.model.regeling import OverzichtRegel, RegelingMeta
from amend.read import codes
from amend.read.datums import cijferdatums
from amend.read.regels import Regel

_LABELS: Final = {
    "Organisatietype": "organisatietype",
    "Organisatie": "organisatie",
    "Officiële naam regeling": "titel",
    "Citeertitel": "citeertitel",
    "Vastgesteld door": "vastgesteld_door",
    "Eigen onderwerp": "eigen_onderwerp",
    "Onderwerp": "onderwerp",
    "Externe bijlagen": "",
    "Externe bijlage": "",
    "Identificatienummer": "",
    "Datum ondertekening": "",
}
_OP_LENGTE: Final = sorted(_LABELS, key=len, reverse=True)
_KOPPEN: Final = (
    "Opmerkingen met betrekking tot de regeling",
    "Wettelijke grondslag(en) of bevoegdheid waarop de regeling is gebaseerd",
    "Wettelijke grondslag(en)",
    "Overzicht van in de tekst verwerkte wijzigingen",
    "Op deze regeling gebaseerde regelingen",
    "Regelgeving die op deze regeling is gebaseerd (gedelegeerde regelgeving)",
)
_KOLOMMEN: Final = (
    "Datum inwerkingtreding",
    "Terugwerkende kracht tot en met",
    "Terugwerkende kracht",
    "Datum uitwerkingtreding",
    "Betreft",
    "Datum ondertekening",
    "Bron bekendmaking",
    "Kenmerk voorstel",
)
_BRON: Final = re.compile(r"(?:gmb|prb|bgr|wsb|stcrt|stb|trb)-\d{4}-\d+|\S.*(?:blad|courant|krant).*", re.IGNORECASE)
BEGIN: Final = "Gegevens van de regeling"
EINDE: Final = "Tekst van de regeling"


@dataclass(slots=True)
class Paginadelen:
    """The page in parts: ``residu`` are lines of the site itself, ``meta`` the block, ``tekst`` the regulation."""

    residu: list[Regel] = field(default_factory=list)
    meta: list[Regel] = field(default_factory=list)
    tekst: list[Regel] = field(default_factory=list)


def verdeel(regels: Sequence[Regel]) -> Paginadelen | None:
    """The parts of the page, or None when this is not the page."""
    teksten = [regel.heel for regel in regels]
    if BEGIN not in teksten or EINDE not in teksten[teksten.index(BEGIN) :]:
        return None
    begin = teksten.index(BEGIN)
    eind = teksten.index(EINDE, begin)
    return Paginadelen(list(regels[:begin]), list(regels[begin + 1 : eind]), list(regels[eind + 1 :]))


def lees_meta(regels: Sequence[Regel], meta: RegelingMeta) -> tuple[RegelingMeta, tuple[Melding, ...]]:
    """The metadata of the block added to ``meta``. Labels without a value give None."""
    blokken: dict[str, list[Regel]] = {"": []}
    blok = ""
    for regel in regels:
        if regel.heel in _KOPPEN:
            blok = regel.heel
            blokken[blok] = []
        else:
            blokken[blok].append(regel)
    meta = _velden(blokken[""], meta)
    meta = replace(
        meta,
        opmerkingen=meta.opmerkingen + _waarden(blokken.get(_KOPPEN[0], [])),
        grondslag=tuple(w for kop in _KOPPEN[1:3] for w in _waarden(blokken.get(kop, []))),
        overig=meta.overig + tuple((kop, w) for kop in _KOPPEN[4:] for w in _waarden(blokken.get(kop, []))),
    )
    rijen, meldingen = _overzicht(blokken.get(_KOPPEN[3], []))
    eerste = rijen[-1] if rijen else OverzichtRegel()
    nieuwe = next((rij for rij in rijen if "nieuwe regeling" in rij.betreft.lower()), eerste)
    meta = replace(
        meta,
        overzicht=rijen,
        inwerkingtreding=nieuwe.inwerkingtreding,
        terugwerkend=nieuwe.terugwerkend,
        uitwerkingtreding=rijen[0].uitwerkingtreding if rijen else None,
        vastgesteld=nieuwe.ondertekening,
        bron=nieuwe.bron or meta.bron,
        kenmerk=nieuwe.kenmerk or None,
    )
    return meta, meldingen


def _waarden(regels: Sequence[Regel]) -> tuple[str, ...]:
    return tuple(regel.heel for regel in regels if regel.heel != "Geen")


def _velden(regels: Sequence[Regel], meta: RegelingMeta) -> RegelingMeta:
    velden: dict[str, str] = {}
    overig: list[tuple[str, str]] = []
    label = ""
    for regel in regels:
        gevonden = next((naam for naam in _OP_LENGTE if regel.heel.startswith(naam)), "")
        label = gevonden or label
        waarde = regel.heel[len(gevonden) :].lstrip(" :\t")
        if not waarde:
            continue
        veld = _LABELS.get(label, "")
        if not veld:
            overig.append((label, waarde))
        else:
            velden[veld] = f"{velden[veld]} {waarde}" if veld in velden else waarde
    return replace(
        meta,
        titel=velden.get("titel", meta.titel),
        citeertitel=velden.get("citeertitel"),
        organisatie=velden.get("organisatie"),
        organisatietype=velden.get("organisatietype"),
        vastgesteld_door=velden.get("vastgesteld_door"),
        onderwerp=velden.get("onderwerp"),
        eigen_onderwerp=velden.get("eigen_onderwerp"),
        overig=meta.overig + tuple(overig),
    )


def _overzicht(regels: Sequence[Regel]) -> tuple[tuple[OverzichtRegel, ...], tuple[Melding, ...]]:
    """Rows in the order of the page. A row begins with the glued dates and ends before the next one."""
    rijen: list[OverzichtRegel] = []
    meldingen: list[Melding] = []
    for regel in regels:
        dagen, rest = cijferdatums(regel.heel)
        if regel.heel in _KOLOMMEN:
            continue
        if dagen and (not rijen or rest or rijen[-1].ondertekening):
            rij, melding = _rij(regel, rest)
            rijen.append(rij)
            meldingen.extend(melding)
        elif rijen and dagen:
            rijen[-1] = replace(rijen[-1], ondertekening=dagen[0])
        elif rijen:
            rijen[-1] = _vul_aan(rijen[-1], regel.heel)
    return tuple(rijen), tuple(meldingen)


def _rij(regel: Regel, betreft: str) -> tuple[OverzichtRegel, list[Melding]]:
    """Dates in column order: a second date before the first is retroactive effect, after it the end (2.4)."""
    dagen, _ = cijferdatums(regel.heel)
    meldingen: list[Melding] = []
    rij = OverzichtRegel(inwerkingtreding=dagen[0], betreft=betreft)
    if len(dagen) == 2 and dagen[1] == dagen[0]:
        zin = f"De datum {dagen[0]:%d-%m-%Y} staat er twee keer; onzeker is of er terugwerkende kracht is."
        meldingen.append(codes.DATUM_ONZEKER.melding(zin, regel.plek, "Kijk op de webpagina in welke kolom hij staat."))
    elif len(dagen) >= 3:
        rij = replace(rij, terugwerkend=dagen[1], uitwerkingtreding=dagen[2])
    elif len(dagen) == 2 and dagen[1] < dagen[0]:
        rij = replace(rij, terugwerkend=dagen[1])
    elif len(dagen) == 2:
        rij = replace(rij, uitwerkingtreding=dagen[1])
    return rij, meldingen


def _vul_aan(rij: OverzichtRegel, waarde: str) -> OverzichtRegel:
    if not rij.betreft:
        return replace(rij, betreft=waarde)
    if not rij.bron and _BRON.fullmatch(waarde):
        return replace(rij, bron=waarde)
    return replace(rij, kenmerk=f"{rij.kenmerk} {waarde}".strip())
