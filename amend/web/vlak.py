"""The timeline as a plane: days of validity to the right, days of knowledge downwards, one version in each cell.

Both axes are cut where the answer can change, so every cell has one version. A cell is retroactive when its text holds
for days before the decision that made it entered into force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis import Geschiedenis, Versie

MAXIMUM: Final = 14
"""How many columns and rows the picture shows; the last ones, which is what people look for."""


@dataclass(frozen=True, slots=True)
class Reeks:
    """One stretch of an axis: first day, last day (None: open)."""

    van: date
    tot_en_met: date | None
    vandaag: bool


@dataclass(frozen=True, slots=True)
class Vak:
    """One cell. ``nummer`` counts the different texts from 1; 0 is: no text (``reden`` says why)."""

    kolom: int
    rij: int
    nummer: int
    op: date
    bekend: date
    terugwerkend: bool
    toekomst: bool
    onvolledig: bool
    conflict: bool
    reden: str
    besluiten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vlak:
    """The whole picture. ``weggelaten`` columns and rows before the first ones shown."""

    kolommen: tuple[Reeks, ...]
    rijen: tuple[Reeks, ...]
    vakken: tuple[tuple[Vak, ...], ...]
    weggelaten: int

    @property
    def versies(self) -> list[Vak]:
        """Of every different text the first cell, in order of number."""
        uit: dict[int, Vak] = {}
        for rij in self.vakken:
            for vak in rij:
                uit.setdefault(vak.nummer, vak)
        return [uit[nummer] for nummer in sorted(uit) if nummer]


def vlak(historie: Geschiedenis, vandaag: date) -> Vlak:
    """The plane of a history."""
    dagen = historie.breekpunten()
    kennis = sorted({dag for doel in historie.doelen for dag in (doel.bek, doel.jwv) if dag and doel.bek})
    kolommen, rijen = _reeksen(dagen, vandaag), _reeksen(kennis, vandaag)
    weg = max(len(kolommen) - MAXIMUM, 0) + max(len(rijen) - MAXIMUM, 0)
    kolommen, rijen = kolommen[-MAXIMUM:], rijen[-MAXIMUM:]
    nummers: dict[tuple[str, ...], int] = {}
    vakken = []
    for r, rij in enumerate(rijen):
        versies = [historie.versie(kolom.van, rij.van) for kolom in kolommen]
        vakken.append(tuple(_vak(c, r, kolommen[c], rij, v, nummers, vandaag) for c, v in enumerate(versies)))
    return Vlak(kolommen, rijen, tuple(vakken), weg)


def _reeksen(dagen: list[date], vandaag: date) -> tuple[Reeks, ...]:
    einden = [dag - timedelta(days=1) for dag in dagen[1:]] + [None]
    return tuple(
        Reeks(van, tot, van <= vandaag and (tot is None or vandaag <= tot))
        for van, tot in zip(dagen, einden, strict=False)
    )


def _vak(
    c: int, r: int, kolom: Reeks, rij: Reeks, versie: Versie, nummers: dict[tuple[str, ...], int], vandaag: date
) -> Vak:
    nummer = 0
    if versie.regeling is not None:
        nummer = nummers.setdefault(tuple(doel.id for doel in versie.doelen), len(nummers) + 1)
    eigen = [doel for doel in versie.doelen if doel.id != INSTELLING]
    return Vak(
        kolom=c,
        rij=r,
        nummer=nummer,
        op=kolom.van,
        bekend=rij.van,
        terugwerkend=nummer > 0 and any(_voor_inwerking(doel, kolom.van) for doel in eigen),
        toekomst=kolom.van > vandaag,
        onvolledig=nummer > 0 and not versie.volledig,
        conflict=bool(versie.samenloop),
        reden=versie.reden,
        besluiten=tuple(dict.fromkeys(doel.besluit for doel in eigen)),
    )


def _voor_inwerking(doel: Doel, dag: date) -> bool:
    return doel.jwv is not None and dag < doel.jwv
