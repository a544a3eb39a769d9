"""The "Overzicht van in de tekst verwerkte wijzigingen": one row per doel, with KOOP's columns (regels.md 2.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from amend.history.doel import Doel
from amend.model.address import Niveau, Plaats
from amend.model.numbering import sleutel, volgt_op
from amend.model.operations import Handeling, Kader, MetDoel, TrekIn, Vernummer, VoegIn, VoegToe
from amend.model.regeling import OverzichtRegel, RegelingMeta
from amend.model.stap import StapStatus, StapVerslag

_NAAM = {"artikel": "art.", "bijlage": "bijlage"}
_HOOFD = ("artikel", "bijlage", "hoofdstuk", "afdeling", "paragraaf", "titel", "deel", "boek")


def overzichtsregel(doel: Doel, verslag: Sequence[StapVerslag] = ()) -> OverzichtRegel:
    """The row of one doel: dates, and what it changed, from the operations that were executed."""
    gedaan = [v.stap for v in verslag if v.status is StapStatus.UITGEVOERD] if verslag else doel.stappen
    return OverzichtRegel(
        inwerkingtreding=doel.jwv,
        terugwerkend=doel.gv if doel.terugwerkend else None,
        uitwerkingtreding=doel.tot,
        betreft=betreft(op for stap in gedaan for op in stap.bewerkingen),
        ondertekening=doel.vast,
        bron=doel.blad,
        kenmerk=doel.kenmerk,
    )


def betreft(bewerkingen: Iterable[Handeling]) -> str:
    """What operations touch, as the register writes it: "art. 1, 4, 10–29, bijlage 1–5, 7"."""
    geraakt: dict[str, list[tuple[str, str]]] = {}
    for bewerking in bewerkingen:
        for plaats in _plaatsen(bewerking):
            hoofd = _hoofd(plaats)
            if hoofd is not None:
                bereiken = geraakt.setdefault(hoofd.soort, [])
                bereiken.append((hoofd.nummer, hoofd.tot or hoofd.nummer))
    volgorde = sorted(geraakt, key=_HOOFD.index)
    return ", ".join(f"{_NAAM.get(soort, soort)} {_reeksen(geraakt[soort])}" for soort in volgorde)


def _plaatsen(bewerking: Handeling) -> tuple[Plaats, ...]:
    match bewerking:
        case Kader() | TrekIn():
            return ()
        case Vernummer():
            return bewerking.naar
        case VoegIn() | VoegToe():
            houder = (bewerking.in_,) if isinstance(bewerking, VoegIn) else bewerking.doel
            anker = bewerking.na or bewerking.voor if isinstance(bewerking, VoegIn) else None
            if bewerking.soort in _HOOFD:
                return tuple(Plaats((Niveau(bewerking.soort, nummer),)) for nummer in bewerking.nummer)
            return tuple(plaats for plaats in (anker, *houder) if plaats)[:1]
        case MetDoel():
            return bewerking.doel
        case _:
            return ()


def _hoofd(plaats: Plaats) -> Niveau | None:
    """The element by which a lawyer names the place: the article or annex, else the innermost division."""
    kandidaten = [n for n in plaats.niveaus if n.soort in _HOOFD and n.nummer]
    artikel = next((n for n in kandidaten if n.soort in ("artikel", "bijlage")), None)
    return artikel or (kandidaten[-1] if kandidaten else None)


def _reeksen(bereiken: list[tuple[str, str]]) -> str:
    """Sorted and joined: (1,1) (4,4) (10,13) (12,29) → "1, 4, 10–29"."""
    uit: list[tuple[str, str]] = []
    for van, tot in sorted(set(bereiken), key=lambda bereik: (sleutel(bereik[0]), sleutel(bereik[1]))):
        if uit and (sleutel(van) <= sleutel(uit[-1][1]) or volgt_op(van, uit[-1][1])):
            uit[-1] = (uit[-1][0], max(uit[-1][1], tot, key=sleutel))
        else:
            uit.append((van, tot))
    return ", ".join(_bereik(van, tot) for van, tot in uit)


def _bereik(van: str, tot: str) -> str:
    if van == tot:
        return van
    return f"{van}, {tot}" if volgt_op(tot, van) and not re.search(r"\D", van) else f"{van}–{tot}"


def meta_van_versie(
    meta: RegelingMeta, doelen: Sequence[Doel], rijen: Sequence[OverzichtRegel], tot: date | None
) -> RegelingMeta:
    """The metadata of a version: dates of its last doel, and the cumulative overview. ``tot``: first day it is over."""
    uit = meta.uitwerkingtreding or tot
    if len(doelen) < 2:
        return replace(meta, uitwerkingtreding=uit)
    laatste = doelen[-1]
    return replace(
        meta,
        inwerkingtreding=laatste.jwv,
        terugwerkend=laatste.gv if laatste.terugwerkend else None,
        uitwerkingtreding=uit,
        vastgesteld=laatste.vast or meta.vastgesteld,
        bron=laatste.blad or None,
        kenmerk=laatste.kenmerk or None,
        overzicht=(*meta.overzicht, *rijen),
    )
