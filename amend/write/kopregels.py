"""The lines above a text: for which days it holds, known when, made by what; and the warnings. Shared by the pages."""

from __future__ import annotations

from datetime import date
from typing import Final

from amend.model.kalender import datum_tekst
from amend.model.regeling import Regeling
from amend.model.versiekop import FICTIEF, KEUZE, LABELS, VersieKop

_NIETS: Final = frozenset({"", "geen", "n.v.t", "nvt"})
"""What the register shows where there is no remark."""


def kopregels(kop: VersieKop | None) -> tuple[tuple[str, str], ...]:
    """The version header as (label, value); empty without a header."""
    if kop is None:
        return ()
    waarden = (
        kop.weergave,
        _geldig(kop) if kop.geldig_van or kop.geldig_tot_en_met else "",
        kop.koop,
        datum_tekst(kop.terugwerkend_vanaf) if kop.terugwerkend_vanaf else "",
        datum_tekst(kop.geldig_op) if kop.geldig_op else "",
        datum_tekst(kop.bekend_op) if kop.bekend_op else "",
        "; ".join(kop.besluiten),
    )
    regels = [(naam, waarde) for naam, waarde in zip(LABELS, waarden, strict=True) if waarde]
    return (*regels, *((KEUZE, keuze) for keuze in kop.keuzes))


def _geldig(kop: VersieKop) -> str:
    van = f"van {datum_tekst(kop.geldig_van)}" if kop.geldig_van else ""
    tot = f"t/m {datum_tekst(kop.geldig_tot_en_met)}" if kop.geldig_tot_en_met else "tot nader bericht"
    return f"{van} {tot}".strip()


def gegevens(regeling: Regeling) -> tuple[tuple[str, str], ...]:
    """The metadata of the regulation as (label, value), only those that there are."""
    meta = regeling.meta
    velden = (
        ("Officiële naam", meta.titel),
        ("Citeertitel", meta.citeertitel),
        ("Organisatie", meta.organisatie),
        ("Organisatietype", meta.organisatietype),
        ("Vastgesteld door", meta.vastgesteld_door),
        ("Onderwerp", meta.onderwerp),
        ("Eigen onderwerp", meta.eigen_onderwerp),
        ("Grondslag", "; ".join(meta.grondslag)),
        ("Vastgesteld op", meta.vastgesteld),
        ("Bekendgemaakt op", meta.bekend),
        ("Inwerkingtreding", meta.inwerkingtreding),
        ("Terugwerkende kracht tot en met", meta.terugwerkend),
        ("Uitwerkingtreding", meta.uitwerkingtreding),
        ("Bron bekendmaking", meta.bron),
        ("Kenmerk voorstel", meta.kenmerk),
        ("Kenmerk", meta.id),
    )
    return tuple(
        (naam, datum_tekst(waarde) if isinstance(waarde, date) else waarde) for naam, waarde in velden if waarde
    )


def onvolledig(regeling: Regeling, kop: VersieKop | None) -> tuple[str, ...]:
    """Why the text is incomplete, from the header and the metadata, each reason once."""
    return tuple(dict.fromkeys((*(kop.onvolledig if kop else ()), *regeling.meta.onvolledig)))


def waarschuwingen(regeling: Regeling, kop: VersieKop | None) -> tuple[str, ...]:
    """What must be shown with the text: that it is invented, and the remarks."""
    fictief = (FICTIEF,) if regeling.meta.fictief else ()
    opmerkingen = (*(kop.waarschuwingen if kop else ()), *regeling.meta.opmerkingen)
    return tuple(dict.fromkeys((*fictief, *(zin for zin in opmerkingen if zin.lower().strip(" .") not in _NIETS))))


def titel_van(regeling: Regeling, kop: VersieKop | None) -> str:
    """The title of the page."""
    return (kop.titel if kop else "") or regeling.naam or "Regeling"
