"""Two versions of one history → their comparison, with the instruction that caused each change."""

from __future__ import annotations

from amend.compare.oorzaak import Herkomst
from amend.compare.vergelijk import vergelijk
from amend.compare.wijziging import Oorzaak, Vergelijking
from amend.history.geschiedenis import Versie
from amend.model.kalender import datum_tekst
from amend.model.stap import Spoor
from amend.model.tree import Oorsprong


def vergelijk_versies(oud: Versie, nieuw: Versie) -> Vergelijking | None:
    """The comparison of two versions of one history; None when one of them has no text."""
    if oud.regeling is None or nieuw.regeling is None:
        return None
    return vergelijk(
        oud.regeling,
        nieuw.regeling,
        identiteit=True,
        herkomst=herkomst(oud, nieuw),
        van=naam_van_versie(oud),
        tot=naam_van_versie(nieuw),
    )


def herkomst(oud: Versie, nieuw: Versie) -> Herkomst:
    """What is known about the instructions that made the two versions: sentence and dates per origin."""
    oorzaken: dict[Oorsprong, Oorzaak] = {}
    sporen: list[tuple[Oorsprong, tuple[Spoor, ...]]] = []
    eerder = {doel.id for doel in oud.doelen}
    for doel, verslag in (*oud.verslag, *nieuw.verslag):
        oorsprong = Oorsprong(doel.besluit, verslag.stap.naam)
        zin = " ".join(verslag.stap.zin.plat.split())
        oorzaken[oorsprong] = Oorzaak(doel.besluit, verslag.stap.naam, zin, doel.bek, doel.jwv, doel.gv)
        if doel.id not in eerder:
            sporen.append((oorsprong, verslag.sporen))
    return Herkomst(oorzaken, sporen)


def naam_van_versie(versie: Versie) -> str:
    """How a report names a version."""
    return f"geldig op {datum_tekst(versie.geldig_op)}, bekend op {datum_tekst(versie.bekend_op)}"
