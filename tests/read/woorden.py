"""The words of a decision or regulation in reading order: headings, markers, texts, metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel
from amend.model.regeling import OverzichtRegel, Regeling
from amend.model.tree import Node, loop, platte_tekst


def woorden_van_tekst(tekst: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", tekst)


def _samen(delen: Iterable[str]) -> list[str]:
    return [woord for deel in delen for woord in woorden_van_tekst(deel)]


def delen_van_node(node: Node) -> Iterator[str]:
    for _, deel in loop(node):
        yield from (deel.label, deel.aanduiding, platte_tekst(deel.opschrift), platte_tekst(deel.tekst))


def _delen_van_instructie(instructie: Instructie) -> Iterator[str]:
    yield instructie.aanduiding
    yield instructie.zin.plat if instructie.zin else ""
    for node in instructie.payload:
        yield from delen_van_node(node)
    for kind in instructie.instructies:
        yield from _delen_van_instructie(kind)


def _delen_van_artikel(artikel: WijzigArtikel | BesluitArtikel) -> Iterator[str]:
    if isinstance(artikel, BesluitArtikel):
        yield from delen_van_node(artikel.node)
        return
    yield from (artikel.label, artikel.aanduiding, platte_tekst(artikel.opschrift))
    yield from _delen_van_instructie(Instructie(artikel.zin, "", "", artikel.payload, artikel.instructies))


def woorden_van_besluit(besluit: Besluit) -> list[str]:
    delen = [platte_tekst(besluit.intitule)]
    for node in besluit.aanhef:
        delen += delen_van_node(node)
    for artikel in besluit.artikelen:
        delen += _delen_van_artikel(artikel)
    for node in (*besluit.sluiting, *besluit.bijlagen, *besluit.toelichting):
        delen += delen_van_node(node)
    return _samen(delen)


def _rij(rij: OverzichtRegel) -> Iterator[str]:
    for dag in (rij.inwerkingtreding, rij.terugwerkend, rij.uitwerkingtreding):
        yield f"{dag:%d-%m-%Y}" if dag else ""
    yield rij.betreft
    yield f"{rij.ondertekening:%d-%m-%Y}" if rij.ondertekening else ""
    yield from (rij.bron, rij.kenmerk)


def woorden_van_regeling(regeling: Regeling) -> list[str]:
    meta = regeling.meta
    delen = [waarde for naam, waarde in meta.overig if naam == "pagina"]
    velden = (meta.organisatie, meta.organisatietype, meta.titel, meta.citeertitel, meta.vastgesteld_door)
    delen += [veld or "" for veld in (*velden, meta.onderwerp, meta.eigen_onderwerp)]
    delen += meta.grondslag
    for rij in meta.overzicht:
        delen += _rij(rij)
    delen += delen_van_node(regeling.root)
    return _samen(delen)
