"""Comparing two versions of one regulation on screen: list, running text, side by side; filters for the list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from flask import Blueprint, Response, request

from amend.compare.concordantie import Regel as Nummerregel
from amend.compare.concordantie import concordantie
from amend.compare.samen import Knoop
from amend.compare.versies import vergelijk_versies
from amend.compare.verwijzingen import Bevinding, verouderd
from amend.compare.wijziging import Gewicht, Oorzaak, Vergelijking, Wijzigsoort
from amend.history.geschiedenis import Geschiedenis
from amend.model.kalender import datum_tekst
from amend.web.namen import besluitnamen
from amend.web.vraag import Moment, dag, historie, kast, pagina, versie
from amend.write.vergelijking_html import doorlopend, lijnen, naast
from amend.write.vergelijking_regels import Groep, controleregels, groepen, regels, samenvatting, zin

blad = Blueprint("vergelijken", __name__)

_ISO: Final = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)\b")


@dataclass(frozen=True, slots=True)
class Rij:
    """One change (or series) in the list, ready to show."""

    nr: int
    zin: str
    onder: str
    gewicht: str
    grond: str
    woorden: str
    oorzaken: tuple[Oorzaak, ...]
    nrs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verslag:
    """A comparison ready to show."""

    van: str
    tot: str
    samenvatting: str
    rijen: tuple[Rij, ...]
    doorlopend: str
    naast: str
    controle: tuple[str, str]
    goed: bool
    nummers: tuple[Nummerregel, ...]
    verwijzingen: tuple[Bevinding, ...]

    @property
    def onder(self) -> list[str]:
        """The articles and other frames that changed."""
        return list(dict.fromkeys(rij.onder for rij in self.rijen))

    @property
    def besluiten(self) -> list[str]:
        """The decisions that made the changes."""
        return list(dict.fromkeys(o.besluit for rij in self.rijen for o in rij.oorzaken))


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is limited to; empty: everything."""

    artikel: str
    besluit: str
    gewicht: str

    def past(self, rij: Rij) -> bool:
        """True for a change that is shown."""
        return (
            (not self.artikel or rij.onder == self.artikel)
            and (not self.besluit or self.besluit in {o.besluit for o in rij.oorzaken})
            and (not self.gewicht or rij.gewicht == self.gewicht)
        )


@blad.get("/regelingen/<id>/vergelijk")
def versies(id: str) -> Response:
    """Two versions: (van, van_bekend) and (tot, tot_bekend)."""
    gezocht = historie(id)
    van, tot = momenten(gezocht)
    oud, nieuw = versie(id, van), versie(id, tot)
    zonder = next((v for v in (oud, nieuw) if v.regeling is None), None)
    verslag = None
    if zonder is None:
        verslag = kast().onthoud(("verslag", id, van, tot), lambda: _maak(id, van, tot))
    keuze = filter_uit_adres()
    return pagina(
        "vergelijk.html",
        id=id,
        naam=gezocht.regeling.naam,
        van=van,
        tot=tot,
        verslag=verslag,
        zonder=zonder,
        onvolledig=[v for v in (oud, nieuw) if v.regeling is not None and not v.volledig],
        keuze=keuze,
        rijen=[rij for rij in verslag.rijen if keuze.past(rij)] if verslag else [],
        gewichten=[g.value for g in Gewicht],
        titels=besluitnamen(),
    )


def filter_uit_adres() -> Filter:
    """The filter that the address asks for."""
    return Filter(*(request.args.get(naam, "")[:200] for naam in ("artikel", "besluit", "gewicht")))


def momenten(gezocht: Geschiedenis) -> tuple[Moment, Moment]:
    """Both moments; without a question: the day before the last change of the text, and today."""
    vandaag = date.today()
    begin = gezocht.breekpunten()
    laatste = [d for d in begin if d <= vandaag]
    eerder = laatste[-1] - timedelta(days=1) if len(laatste) > 1 else vandaag
    return (
        Moment(dag("van", eerder), dag("van_bekend", vandaag)),
        Moment(dag("tot", vandaag), dag("tot_bekend", vandaag)),
    )


def vergelijking_van(id: str, van: Moment, tot: Moment) -> Vergelijking | None:
    """The comparison of two versions of a regulation in the store; None when one of them has no text."""
    return kast().onthoud(("vergelijking", id, van, tot), lambda: vergelijk_versies(versie(id, van), versie(id, tot)))


def _maak(id: str, van: Moment, tot: Moment) -> Verslag | None:
    vergelijking = vergelijking_van(id, van, tot)
    return verslag_van(vergelijking) if vergelijking else None


def verslag_van(v: Vergelijking) -> Verslag:
    """A comparison for the screen."""
    index = v.samen.index()
    return Verslag(
        van=v.van,
        tot=v.tot,
        samenvatting=samenvatting(v),
        rijen=tuple(_rij(groep, _woorden(groep, index)) for groep in groepen(v)),
        doorlopend=doorlopend(v),
        naast=naast(v),
        controle=controleregels(v),
        goed=v.controle.goed,
        nummers=tuple(concordantie(v.samen)),
        verwijzingen=tuple(verouderd(v)),
    )


def _woorden(groep: Groep, index: dict[int, Knoop]) -> str:
    """The words of a change as HTML; days in metadata in words."""
    if not _met_woorden(groep):
        return ""
    html = lijnen(regels(groep.eerste, index, omgeving=12))
    if groep.eerste.soort is Wijzigsoort.METADATA:
        return _ISO.sub(lambda m: datum_tekst(date(int(m[1]), int(m[2]), int(m[3]))), html)
    return html


def _met_woorden(groep: Groep) -> bool:
    return len(groep.wijzigingen) == 1 and groep.eerste.soort is not Wijzigsoort.VERNUMMERD


def _rij(groep: Groep, woorden: str) -> Rij:
    w = groep.eerste
    return Rij(
        nr=w.nr,
        zin=zin(groep),
        onder=w.onder or "Gegevens van de regeling",
        gewicht=w.gewicht.value,
        grond=w.grond if w.grond not in ("overig", "element") else "",
        woorden=woorden,
        oorzaken=w.oorzaken,
        nrs=tuple(lid.nr for lid in groep.wijzigingen),
    )
