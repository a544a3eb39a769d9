"""Searching: in one text, and in all regulations as they hold on a day. All words must occur in one article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, request

from amend.model.identity import eids
from amend.model.regeling import Regeling
from amend.model.tree import INDELING, Soort, zichtbare_tekst
from amend.web.namen import regelingnamen
from amend.web.vraag import kast, moment, pagina, versie
from amend.write.html_blokken import kop_tekst

blad = Blueprint("zoeken", __name__)

_STUK: Final = frozenset({Soort.ARTIKEL, Soort.BIJLAGE, Soort.TOELICHTING, Soort.AANHEF, Soort.SLUITING})
_OMGEVING: Final = 90
_MEEST: Final = 200


@dataclass(frozen=True, slots=True)
class Treffer:
    """A place that was found: its anchor, its name, and the words around the first hit, cut at the hit."""

    anker: str
    naam: str
    voor: str
    raak: str
    na: str


@blad.get("/zoeken")
def overal() -> Response:
    """Search in all regulations."""
    zoek, wanneer = request.args.get("q", "")[:100], moment()
    gevonden: list[tuple[str, str, list[Treffer]]] = []
    if zoek.strip():
        for id, naam in regelingnamen().items():
            treffers = _in_regeling(id, zoek)
            if treffers or vouw(zoek) in vouw(naam):
                gevonden.append((id, naam, treffers))
    return pagina("zoeken.html", zoek=zoek, wanneer=wanneer, gevonden=gevonden)


def _in_regeling(id: str, zoek: str) -> list[Treffer]:
    if kast().historie(id)[0] is None:
        return []
    gevonden = versie(id, moment())
    return zoek_in(gevonden.regeling, zoek) if gevonden.regeling else []


def zoek_in(regeling: Regeling, zoek: str) -> list[Treffer]:
    """The articles, annexes and other parts that hold all the words."""
    woorden = vouw(zoek).split()[:10]
    uit = []
    for anker, naam, tekst in _stukken(regeling):
        plat = vouw(tekst)
        plekken = [plat.find(woord) for woord in woorden]
        if woorden and min(plekken) >= 0:
            uit.append(_treffer(anker, naam, tekst, min(plekken), woorden[plekken.index(min(plekken))]))
    return uit[:_MEEST]


def _stukken(regeling: Regeling) -> Iterator[tuple[str, str, str]]:
    for _, node, eid in eids(regeling.root):
        if node.soort in _STUK:
            yield eid, kop_tekst(node) or node.soort.value.capitalize(), zichtbare_tekst(node)
        elif node.soort in INDELING:
            yield eid, kop_tekst(node), kop_tekst(node)


def _treffer(anker: str, naam: str, tekst: str, plek: int, woord: str) -> Treffer:
    begin, eind = max(plek - _OMGEVING, 0), plek + len(woord)
    voor = ("…" if begin else "") + tekst[begin:plek]
    na = tekst[eind : eind + _OMGEVING] + ("…" if eind + _OMGEVING < len(tekst) else "")
    return Treffer(anker, naam, voor, tekst[plek:eind], na)


def vouw(tekst: str) -> str:
    """Small letters without accents, character for character (so that places stay the same)."""
    return "".join(_vouw_teken(teken) for teken in re.sub(r"\s", " ", tekst))


def _vouw_teken(teken: str) -> str:
    if teken.isascii():
        return teken.lower()
    kaal = unicodedata.normalize("NFKD", teken)[0].lower()
    return kaal if len(kaal) == 1 else teken
