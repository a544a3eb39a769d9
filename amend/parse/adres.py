"""Steps of an address as printed → full addresses (regels.md 1.0, address grammar)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from amend.model.address import DIEPTE, Niveau, Plaats
from amend.model.tree import INDELING
from amend.parse.delen import AfgekeurdError

_ITEMS: Final = frozenset({"onderdeel", "streepje", "begrip", "aanhef", "slot"})
_INDELING: Final = frozenset(soort.value for soort in INDELING)
LOS: Final = "?"
"""The kind of a bare number: it takes the kind of the level it stands beside."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: alternatives at one level (a list or a range); ``schakel`` is how it is joined to the one before."""

    niveaus: tuple[Niveau, ...]
    schakel: str = ""


def combineer(groepen: Sequence[Sequence[Stap]]) -> tuple[Plaats, ...]:
    """Addresses of "inner van outer van outermost"; each group is a row of steps."""
    buiten: tuple[Plaats, ...] = (Plaats(),)
    for groep in reversed(groepen):
        binnen = _groep(groep)
        if len(buiten) > 1 and len(binnen) > 1:
            raise AfgekeurdError("twee lijsten rond 'van'")
        buiten = tuple(Plaats((*b.niveaus, *p.niveaus)) for b in buiten for p in binnen)
    return buiten


def _groep(stappen: Sequence[Stap]) -> tuple[Plaats, ...]:
    uit: list[Plaats] = []
    for stap in stappen:
        if not uit:
            uit = [Plaats((niveau,)) for niveau in stap.niveaus]
            continue
        ouder, dieper = _ouder(uit[-1], stap)
        if dieper:
            uit.pop()
        soort = stap.niveaus[0].soort
        niveaus = stap.niveaus if soort != LOS else tuple(_met_soort(n, uit, ouder) for n in stap.niveaus)
        uit.extend(ouder.met(niveau) for niveau in niveaus)
    return tuple(uit)


def _met_soort(niveau: Niveau, eerder: Sequence[Plaats], ouder: Plaats) -> Niveau:
    soort = eerder[-1].niveaus[len(ouder.niveaus)].soort
    return Niveau(soort, niveau.nummer, niveau.tot)


def _ouder(vorige: Plaats, stap: Stap) -> tuple[Plaats, bool]:
    """The address above this step, and whether it lies below the previous address."""
    nieuw = stap.niveaus[0]
    if nieuw.soort == LOS:
        gelijk = [i for i, n in enumerate(vorige.niveaus) if vorm(n.nummer) == vorm(nieuw.nummer)]
        return Plaats(vorige.niveaus[: gelijk[0] if gelijk else 0]), False
    for i, niveau in enumerate(vorige.niveaus):
        if niveau.soort == nieuw.soort and vorm(niveau.nummer) == vorm(nieuw.nummer) and not niveau.citaat:
            return Plaats(vorige.niveaus[:i]), False
    diepte = DIEPTE.get(nieuw.soort, 99)
    if _nest(vorige.laatste, nieuw, diepte, stap.schakel):
        return vorige, True
    if DIEPTE.get(vorige.laatste.soort, 99) < diepte:
        raise AfgekeurdError("een dieper niveau na 'en'")
    return Plaats(tuple(n for n in vorige.niveaus if DIEPTE.get(n.soort, 99) < diepte)), False


def _nest(vorige: Niveau, nieuw: Niveau, diepte: int, schakel: str) -> bool:
    if schakel == "EN":
        return False
    if vorige.soort in _ITEMS and nieuw.soort in _ITEMS and vorige.soort not in {"aanhef", "slot"}:
        return True
    if vorige.soort in _INDELING and nieuw.soort in _INDELING:
        return True
    return DIEPTE.get(vorige.soort, 99) < diepte


def vorm(nummer: str) -> str:
    """The style of a number: "1" digit, "a" small letters, "A" capitals, "°" degree."""
    if nummer.endswith("°"):
        return "°"
    kaal = re.sub(r"(?<=\d)[a-z]+$", "", nummer)
    if kaal[:1].isdigit() or any(teken.isdigit() for teken in kaal):
        return "1"
    return "A" if nummer[:1].isupper() else "a"
