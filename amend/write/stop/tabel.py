"""Tables: CALS as STOP wants it. Every row fills the grid exactly (STOP0032-STOP0038)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from amend.model.tree import Node, Soort
from amend.model.vocabulaire import EXTRA_DEEL, EXTRA_TGROUP

_HORIZONTAAL: Final = frozenset({"left", "right", "center", "justify"})
_VERTICAAL: Final = frozenset({"top", "middle", "bottom"})
_BREEDTE: Final = re.compile(r"[0-9.]+(?:\*|mm|cm|pi|pt|in)")


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell in the grid: first column, columns and extra rows that it spans; ``node`` None: filled up."""

    node: Node | None
    kolom: int
    breed: int = 1
    meer: int = 0


@dataclass(frozen=True, slots=True)
class Raster:
    """A table as a grid: width, per column its width and alignment, the rows of head and body."""

    kolommen: int
    breedtes: tuple[str, ...]
    uitlijning: tuple[str, ...]
    kop: tuple[tuple[Node, tuple[Cel, ...]], ...]
    romp: tuple[tuple[Node, tuple[Cel, ...]], ...]
    aangevuld: bool


def raster(tabel: Node) -> Raster | None:
    """The grid of a table; None when it has no rows, or when its spans contradict each other."""
    kolommen = _kolommen(tabel)
    namen = [k.get("colname", "") for k in kolommen]
    rijen = [rij for rij in tabel.kinderen if rij.soort is Soort.RIJ]
    if len(rijen) != len(tabel.kinderen) or any(c.soort is not Soort.CEL for r in rijen for c in r.kinderen):
        return None
    kop = [rij for rij in rijen if rij.attribuut(EXTRA_DEEL) == "thead"]
    romp = [rij for rij in rijen if rij.attribuut(EXTRA_DEEL) not in ("thead", "tfoot")]
    romp += [rij for rij in rijen if rij.attribuut(EXTRA_DEEL) == "tfoot"]
    if not romp:
        kop, romp = [], kop
    delen = [_leg(deel, namen) for deel in (kop, romp)]
    breed = max((cel.kolom + cel.breed for deel in delen for rij in deel for cel in rij), default=0)
    breed = max(breed, len(kolommen))
    if not romp or breed == 0:
        return None
    gevuld = [_vul(deel, breed) for deel in delen]
    return Raster(
        breed,
        tuple(_waarde(k.get("colwidth", ""), _BREEDTE) for k in (*kolommen, *({},) * breed))[:breed],
        tuple(k.get("align", "") if k.get("align") in _HORIZONTAAL else "" for k in (*kolommen, *({},) * breed))[
            :breed
        ],
        tuple(zip(kop, gevuld[0][0], strict=True)),
        tuple(zip(romp, gevuld[1][0], strict=True)),
        gevuld[0][1] or gevuld[1][1],
    )


def _waarde(waarde: str, vorm: re.Pattern[str]) -> str:
    return waarde if vorm.fullmatch(waarde) else ""


def _kolommen(tabel: Node) -> list[dict[str, str]]:
    try:
        inhoud: Any = json.loads(tabel.attribuut(EXTRA_TGROUP) or "{}")
        return [dict(k[1]) for k in inhoud.get("kolommen", []) if k[0] == "colspec"]
    except (ValueError, AttributeError, IndexError, TypeError):
        return []


def _leg(rijen: Sequence[Node], namen: Sequence[str]) -> list[list[Cel]]:
    """Every cell at its column, where spanning cells of earlier rows leave room."""
    bezet: dict[int, int] = {}
    uit: list[list[Cel]] = []
    for nr, rij in enumerate(rijen):
        cellen: list[Cel] = []
        vrij = 0
        for node in rij.kinderen:
            vrij = _eerste_vrij(bezet, vrij, nr)
            genoemd = _index(namen, node.attribuut("namest") or node.attribuut("colname"))
            begin = genoemd if genoemd is not None and genoemd >= vrij and bezet.get(genoemd, -1) < nr else vrij
            eind = _index(namen, node.attribuut("nameend")) if node.attribuut("namest") else None
            breed = max(eind - begin + 1, 1) if eind is not None else 1
            breed = next((b for b in range(breed) if b and bezet.get(begin + b, -1) >= nr), breed)
            meer = node.attribuut("morerows") or "0"
            extra = min(int(meer), len(rijen) - 1 - nr) if meer.isascii() and meer.isdecimal() else 0
            cellen.append(Cel(node, begin, breed, extra))
            bezet.update(dict.fromkeys(range(begin, begin + breed), nr + extra))
            vrij = begin + breed
        uit.append(cellen)
    return uit


def _index(namen: Sequence[str], naam: str | None) -> int | None:
    return namen.index(naam) if naam and naam in namen else None


def _eerste_vrij(bezet: dict[int, int], vanaf: int, nr: int) -> int:
    while bezet.get(vanaf, -1) >= nr:
        vanaf += 1
    return vanaf


def _vul(rijen: Sequence[Sequence[Cel]], breed: int) -> tuple[list[tuple[Cel, ...]], bool]:
    """Rows with an empty cell wherever the grid has a hole; whether there was one."""
    bezet: dict[int, int] = {}
    uit: list[tuple[Cel, ...]] = []
    aangevuld = False
    for nr, rij in enumerate(rijen):
        gevuld = {k for cel in rij for k in range(cel.kolom, cel.kolom + cel.breed)}
        gaten = [k for k in range(breed) if k not in gevuld and bezet.get(k, -1) < nr]
        aangevuld = aangevuld or bool(gaten)
        uit.append(tuple(sorted((*rij, *(Cel(None, k) for k in gaten)), key=lambda cel: cel.kolom)))
        bezet.update({k: nr + cel.meer for cel in rij for k in range(cel.kolom, cel.kolom + cel.breed)})
    return uit, aangevuld


def verticaal(node: Node) -> str:
    """The vertical alignment of a row or cell, or ""."""
    waarde = node.attribuut("valign") or ""
    return waarde if waarde in _VERTICAAL else ""


def horizontaal(node: Node) -> str:
    """The horizontal alignment of a cell, or ""."""
    waarde = node.attribuut("align") or ""
    return waarde if waarde in _HORIZONTAAL else ""
