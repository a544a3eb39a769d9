"""The pedigree of a passage: which instruction of which decision wrote it, since when, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flask import Blueprint, Response, abort, request

from amend.compare.oorzaak import Herkomst
from amend.compare.samen import Knoop, Relatie
from amend.compare.versies import herkomst, vergelijk_versies
from amend.compare.wijziging import Oorzaak, Vergelijking
from amend.history.doel import Doel
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.model.identity import eids
from amend.model.tree import Node, Oorsprong, Soort, platte_tekst
from amend.web.namen import besluitnamen
from amend.web.vraag import historie, kast, moment, pagina, versie
from amend.write.html_blokken import kop_tekst
from amend.write.vergelijking_html_boom import Boom

blad = Blueprint("herkomst", __name__)


@dataclass(frozen=True, slots=True)
class Stap:
    """What one part of a decision did to the passage: its instructions, and the passage with the changes in it."""

    doel: Doel
    oorzaken: tuple[Oorzaak, ...]
    wijzigingen: str
    eerst: str


@dataclass(frozen=True, slots=True)
class Bron:
    """Who wrote a stretch: the cause, and what stood in this paragraph before (None: nothing)."""

    oorzaak: Oorzaak
    eerst: str | None


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph of the passage. ``stukken`` are (text, written by the n-th source; -1: the base text)."""

    anker: str
    nummer: str
    stukken: tuple[tuple[str, int], ...]
    bronnen: tuple[Bron, ...]


@blad.get("/regelingen/<id>/herkomst")
def toon(id: str) -> Response:
    """The pedigree of the element that the address names by its eId."""
    wanneer, deel = moment(), request.args.get("deel", "")[:300]
    gezocht, gevonden = historie(id), versie(id, wanneer)
    node = _zoek(gevonden, deel)
    if node is None:
        abort(404)
    standen = kast().onthoud(
        ("standen", id, tuple(d.id for d in gevonden.doelen)),
        lambda: kast().rustig(lambda: _vergeleken(gezocht, gevonden)),
    )
    return pagina(
        "herkomst.html",
        id=id,
        naam=gezocht.regeling.naam,
        wanneer=wanneer,
        deel=deel,
        kop=kop_tekst(node) or " ".join(filter(None, (node.soort.value, node.aanduiding))),
        alineas=list(_alineas(node, deel, standen)),
        stappen=list(_stappen(node, standen)),
        titels=besluitnamen(),
        begin=gezocht.regeling.meta,
    )


def _zoek(gevonden: Versie, deel: str) -> Node | None:
    if gevonden.regeling is None:
        return None
    return next((node for _, node, eid in eids(gevonden.regeling.root) if eid == deel), None)


Standen = tuple[tuple[Doel, Vergelijking, Herkomst], ...]


def _vergeleken(gezocht: Geschiedenis, gevonden: Versie) -> Standen:
    """Every doel of the version with the comparison of the text before and after it."""
    standen = gezocht.tussenstanden(gevonden)
    uit = []
    for voor, na in pairwise(standen):
        vergelijking = vergelijk_versies(voor, na)
        if vergelijking is not None:
            uit.append((na.doelen[-1], vergelijking, herkomst(voor, na)))
    return tuple(uit)


def _stappen(node: Node, standen: Standen) -> Iterator[Stap]:
    """What touched the passage, latest first."""
    for doel, vergelijking, _ in reversed(standen):
        knoop = _knoop(vergelijking, node.wid)
        if knoop is None:
            continue
        binnen = {k.id for k in knoop.loop()}
        raak = [w for w in vergelijking.wijzigingen if any(nr in binnen for nr, _ in w.delen)]
        if raak:
            oorzaken = tuple(dict.fromkeys(o for w in raak for o in w.oorzaken))
            eerst = Boom(vergelijking, "oud", niveau=4).schrijf(knoop) if knoop.oud is not None else ""
            yield Stap(doel, oorzaken, Boom(vergelijking, "samen", niveau=4).schrijf(knoop), eerst)


def _knoop(vergelijking: Vergelijking, wid: str) -> Knoop | None:
    """The place of an element in a comparison; None when it was not touched."""
    for knoop in vergelijking.samen.root.loop():
        if knoop.nieuw is not None and knoop.nieuw.wid == wid:
            return knoop
    return None


def _alineas(node: Node, anker: str, standen: Standen) -> Iterator[Alinea]:
    """The paragraphs of the passage with who wrote each stretch."""
    oorzaken = {oorsprong: o for _, _, h in standen for oorsprong, o in h.oorzaken.items()}
    vroeger = [(d, {id(k.nieuw): k for k in v.samen.root.loop() if k.nieuw is not None}) for d, v, _ in standen]
    for nummer, deel in _blokken(node):
        stukken: list[tuple[str, int]] = []
        bronnen: list[Oorsprong] = []
        for run in (*deel.opschrift, *deel.tekst):
            if run.oorsprong is not None and run.oorsprong not in bronnen:
                bronnen.append(run.oorsprong)
            stukken.append((run.tekst, bronnen.index(run.oorsprong) if run.oorsprong is not None else -1))
        uit = tuple(
            Bron(oorzaken.get(b) or Oorzaak(b.besluit, b.onderdeel), _eerst(deel, b.besluit, vroeger)) for b in bronnen
        )
        yield Alinea(anker, nummer, _samen(stukken), uit)


def _eerst(deel: Node, besluit: str, vroeger: Sequence[tuple[Doel, dict[int, Knoop]]]) -> str | None:
    """What stood in this paragraph before the decision first touched it; None: nothing."""
    eerst: str | None = None
    for doel, knopen in reversed(vroeger):
        knoop = knopen.get(id(deel))
        if knoop is None or knoop.relatie is Relatie.GELIJK:
            continue
        oud = knoop.oud
        if doel.besluit == besluit:
            eerst = _tekst(oud) if oud is not None else None
        if oud is None:
            break
        deel = oud
    return eerst


def _tekst(node: Node) -> str:
    return " ".join(filter(None, (platte_tekst(node.opschrift), platte_tekst(node.tekst))))


def _blokken(node: Node) -> Iterator[tuple[str, Node]]:
    """Every element of the passage with text of its own, with the printed numbers that lead to it."""
    stapel: list[tuple[tuple[str, ...], Node]] = [((), node)]
    while stapel:
        nummers, deel = stapel.pop()
        eigen = " ".join(filter(None, (deel.label, deel.aanduiding)))
        if eigen and deel is not node:
            nummers = (*nummers, eigen)
        if (deel.tekst or deel.opschrift) and deel.soort is not Soort.FRAGMENT:
            yield " ".join(nummers), deel
        stapel.extend((nummers, kind) for kind in reversed(deel.kinderen))


def _samen(stukken: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Neighbouring stretches of one source as one."""
    uit: list[tuple[str, int]] = []
    for tekst, bron in stukken:
        if uit and uit[-1][1] == bron:
            uit[-1] = (uit[-1][0] + tekst, bron)
        elif tekst:
            uit.append((tekst, bron))
    return tuple(uit)
