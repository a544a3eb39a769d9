"""Amending decisions that are withdrawn: before they work nothing happens, afterwards nothing revives (A6.26)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amend.history import codes
from amend.history.data import heet
from amend.history.doel import Doel
from amend.history.slot import Intrekking
from amend.model.besluit import BesluitMeta
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding


def na_intrekking(
    doelen: Sequence[Doel], metas: Sequence[BesluitMeta], intrekkingen: Sequence[Intrekking]
) -> tuple[list[Doel], list[Melding]]:
    """The doelen as they count when decisions among them are withdrawn by name, and what that does."""
    meldingen: list[Melding] = []
    uit = list(doelen)
    for intrekking in intrekkingen:
        for meta in metas:
            if meta.id == intrekking.door or not heet(meta, intrekking.regeling):
                continue
            uit = [_toegepast(doel, intrekking, meldingen) if doel.besluit == meta.id else doel for doel in uit]
    return uit, list(dict.fromkeys(meldingen))


def _toegepast(doel: Doel, intrekking: Intrekking, meldingen: list[Melding]) -> Doel:
    if intrekking.jwv is None or intrekking.bek is None:
        return doel
    wanneer = f"{intrekking.door} trekt {doel.besluit} in per {datum_tekst(intrekking.jwv)}"
    if doel.jwv is not None and doel.jwv < intrekking.jwv:
        tekst = f"{wanneer}, maar dat werkt al sinds {datum_tekst(doel.jwv)}; de oude tekst herleeft niet."
        meldingen.append(codes.HERLEEFT_NIET.melding(tekst).bij(bestand=doel.besluit))
        return doel
    tekst = f"{wanneer}, voordat het in werking trad; de wijziging gaat niet door."
    meldingen.append(codes.GAAT_NIET_DOOR.melding(tekst).bij(bestand=doel.besluit))
    eerder = doel.tot_bekend is not None and doel.tot_bekend <= intrekking.bek
    return doel if eerder else replace(doel, tot_bekend=intrekking.bek)
