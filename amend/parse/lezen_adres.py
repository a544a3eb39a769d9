"""The parts of a place ("artikel 3, eerste lid, van de Marktverordening") → addresses with what is said beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from amend.model.address import Niveau, Plaats
from amend.model.tree import INDELING
from amend.parse.adres import Stap, combineer
from amend.parse.delen import Adressen, AfgekeurdError
from amend.parse.lexer_token import Token
from amend.parse.voorbewerk import HOOFD

Kinderen = tuple[Any, ...]
Groep = list[Stap]
MET_KOP: Final = frozenset({"artikel", "bijlage", *(soort.value for soort in INDELING)})
"""The levels that have a heading."""
VEEL: Final = "(meer)"
"""The noun of a plural without numbers ("de artikelen"); only the articles of a named regulation are a place."""
_ALGEMEEN: Final = frozenset(
    ["", "verordening", "regeling", "besluit", "wet", "beleidsregel", "beleidsregels", "regels", "reglement"]
) | {"nadere regels"}
"""Names that say no more than "the regulation at hand"."""


def lees_adres(kinderen: Kinderen, letterlijk: Callable[[Token], str]) -> Adressen:
    """The addresses of a place: its groups joined by "van", a regulation named before, behind or at the end."""
    soorten = {kind.soort for kind in kinderen if isinstance(kind, Token)}
    groepen: list[Groep] = [kind for kind in kinderen if isinstance(kind, list)]
    if soorten & {"IN", "BEHORENDE"} and "VOORGESTELD" not in soorten:
        return _binnen_genoemd(kinderen)
    if len(groepen) > 1 and groepen[0][0].niveaus[0].soort == "bijlage" and groepen[1][0].niveaus[0].soort == "artikel":
        groepen = [groepen[0], *(groep for groep in groepen if _is_naam(groep))]
    if any(_is_naam(groep) and len(groep) > 1 for groep in groepen):
        raise AfgekeurdError("naam van een regeling in een lijst van plaatsen")
    voorgesteld = "VOORGESTELD" in soorten or _heeft(groepen, "VOORGESTELD")
    if len(groepen) == 1 and _is_naam(groepen[0]):
        return _regeling(groepen[0][0].niveaus[0].citaat, voorgesteld)
    regeling, kop = _namen(kinderen, groepen, letterlijk)
    if not all(groepen) or any(_is_naam(groep) for groep in groepen):
        raise AfgekeurdError("naam van een regeling midden in een plaats")
    if regeling and len(groepen) == 1 and groepen[0][0].niveaus == (Niveau("artikel"),):
        return _regeling(regeling, voorgesteld)
    plaatsen, regeling = _plaatsen(groepen, regeling)
    if kop:
        plaatsen = _met_kop(plaatsen, kop)
    return Adressen(
        plaatsen,
        regeling,
        voorgesteld,
        "METOPSCHRIFT" in soorten,
        koppen=sum(stap.schakel == "KOP" for groep in groepen for stap in groep),
        gesteld=_heeft(groepen, "GESTELDE"),
        kop=kop,
    )


def _namen(kinderen: Kinderen, groepen: list[Groep], letterlijk: Callable[[Token], str]) -> tuple[str | None, str]:
    """The regulation named, and words behind a number that are its heading; takes the name out of the groups."""
    regeling: str | None = None
    kop = ""
    if voorop := next((kind for kind in kinderen if isinstance(kind, Token) and kind.soort == "NAAM"), None):
        regeling = letterlijk(voorop)
        if not HOOFD.search(regeling):
            raise AfgekeurdError("geen naam van een regeling")
    for naam in (kind[1:] for kind in kinderen if isinstance(kind, str)):
        regeling, kop = (naam, kop) if HOOFD.search(naam) else (regeling, naam)
    if len(groepen) > 1 and _is_naam(groepen[-1]):
        regeling = groepen.pop()[0].niveaus[0].citaat
    return (None if regeling is None or regeling.lower() in _ALGEMEEN - {"wet"} else regeling), kop


def _plaatsen(groepen: list[Groep], regeling: str | None) -> tuple[tuple[Plaats, ...], str | None]:
    """The addresses; a table of rates is an annex, not a regulation."""
    if any(niveau.woord == VEEL for groep in groepen for stap in groep for niveau in stap.niveaus):
        raise AfgekeurdError("welke, dat staat er niet bij")
    plaatsen = combineer(groepen)
    if regeling and (tabel := _tabel_van(regeling)):
        bijlage, regeling = Niveau("bijlage", citaat=tabel[0]), tabel[1]
        return tuple(Plaats((bijlage, *plaats.niveaus)) for plaats in plaatsen), regeling
    if regeling and regeling.lower().endswith("tabel"):
        bijlage = Niveau("bijlage", citaat=regeling)
        return tuple(Plaats((bijlage, *plaats.niveaus)) for plaats in plaatsen), None
    return plaatsen, regeling


def _met_kop(plaatsen: tuple[Plaats, ...], kop: str) -> tuple[Plaats, ...]:
    """The heading claimed behind the number ("artikel 12 Hoofdwegennet") on the level that it belongs to."""
    if len(plaatsen) != 1 or plaatsen[0].laatste.soort not in MET_KOP:
        raise AfgekeurdError("woorden achter een plaats die geen opschrift heeft")
    return (plaatsen[0].ouder.met(replace(plaatsen[0].laatste, kop=kop)),)


def _binnen_genoemd(kinderen: Kinderen) -> Adressen:
    """ "de in artikel 7, eerste lid, opgenomen tabel": the place inside the place."""
    buiten: Adressen = next(kind for kind in kinderen if isinstance(kind, Adressen))
    groep: Groep = next(kind for kind in kinderen if isinstance(kind, list))
    if any(isinstance(kind, Token) and kind.soort == "BEHORENDE" for kind in kinderen) and _is_naam(groep):
        tabel = _regeling(groep[0].niveaus[0].citaat, voorgesteld=False)
        return replace(tabel, regeling=buiten.regeling)
    soort = groep[0].niveaus[0].soort
    if soort not in {"tabel", "bijlage", "onderdeel"} or _is_naam(groep):
        raise AfgekeurdError("genoemde plaats in een plaats")
    binnen = combineer([groep])
    if soort == "bijlage":
        return Adressen(binnen, buiten.regeling)
    if len(buiten.plaatsen) > 1 and len(binnen) > 1:
        raise AfgekeurdError("twee lijsten in een plaats")
    plaatsen = tuple(Plaats((*b.niveaus, *p.niveaus)) for b in buiten.plaatsen for p in binnen)
    return Adressen(plaatsen, buiten.regeling, buiten.voorgesteld)


def _heeft(groepen: list[Groep], schakel: str) -> bool:
    return any(stap.schakel == schakel for groep in groepen for stap in groep)


def _is_naam(groep: Groep) -> bool:
    return bool(groep) and groep[0].schakel == "NAAM"


_TABEL_VAN: Final = re.compile(
    r"(?P<tabel>\w*(?:tabel|tarievenlijst)),?\s+(?:als\s+)?(?:behorende?\s+(?:bij|tot)|horende\s+bij|bij|van)\s+(?:de|het)\s+(?P<naam>.+)",
    re.I,
)


def _tabel_van(naam: str) -> tuple[str, str] | None:
    """ "tarieventabel behorende bij de Legesverordening": the annex, and the regulation it belongs to."""
    treffer = _TABEL_VAN.fullmatch(naam)
    return (treffer["tabel"], treffer["naam"].strip(" ,")) if treffer else None


def _regeling(naam: str, voorgesteld: bool) -> Adressen:
    laag = naam.lower()
    if tabel := _tabel_van(naam):
        return Adressen((Plaats((Niveau("bijlage", citaat=tabel[0]),)),), tabel[1])
    if laag.endswith("tabel") or laag.startswith("tabel"):
        return Adressen((Plaats((Niveau("bijlage", citaat=naam),)),))
    eigen = naam if laag not in _ALGEMEEN else None
    return Adressen((Plaats((Niveau("regeling"),)),), eigen, voorgesteld)
