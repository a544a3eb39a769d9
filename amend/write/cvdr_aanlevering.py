"""The metadata of a version completed for delivery as CVDR: what the register always has, and the overview of changes.

Only what follows from what is known is filled in; a field that real files always have and that is not known is there,
empty or as "Onbekend". The overview is an editorial note: the register makes its own table from all versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from amend.model.overzicht import KOP, overzichtregel
from amend.model.regeling import RegelingMeta
from amend.model.versiekop import VersieKop
from amend.write.uitgave import Uitgave

_PLAATSELIJK: Final = frozenset({"Gemeente", "Provincie", "Waterschap"})
_RECHTEN: Final = "De tekst in dit document is vrij van auteursrecht en databankrecht"


def aanlevermeta(meta: RegelingMeta, uitgave: Uitgave) -> RegelingMeta:
    """The metadata as they are delivered."""
    return replace(
        meta,
        bron=meta.bron or "",
        kenmerk=meta.kenmerk or "Onbekend",
        opmerkingen=(*meta.opmerkingen, *keuzenoten(uitgave.kop), *_overzicht(meta)),
        overig=(*meta.overig, *_bij(meta, uitgave)),
    )


def keuzenoten(kop: VersieKop | None) -> tuple[str, ...]:
    """The choices that a version rests on, as editorial notes."""
    return tuple(f"Keuze: {keuze}." for keuze in kop.keuzes) if kop is not None else ()


def _bij(meta: RegelingMeta, uitgave: Uitgave) -> Iterator[tuple[str, str]]:
    """The further elements of owmskern and owmsmantel that are not there yet."""
    bekend = {naam for naam, _ in meta.overig}
    gewijzigd = _gewijzigd(meta, uitgave)
    nieuw = {
        "dcterms:modified": gewijzigd.isoformat() if gewijzigd else "",
        "dcterms:spatial": (meta.organisatie or "") if meta.organisatietype in _PLAATSELIJK else "",
        "dcterms:rights": _RECHTEN,
    }
    yield from ((naam, waarde) for naam, waarde in nieuw.items() if waarde and naam not in bekend)


def _gewijzigd(meta: RegelingMeta, uitgave: Uitgave) -> date | None:
    """The day on which the text last changed in the register: the publication of the last decision in it."""
    doelen = uitgave.versie.doelen if uitgave.versie is not None else ()
    return max((doel.bek for doel in doelen if doel.bek), default=meta.bekend or meta.inwerkingtreding)


def _overzicht(meta: RegelingMeta) -> Iterator[str]:
    if meta.overzicht:
        yield KOP
        yield from map(overzichtregel, meta.overzicht)
