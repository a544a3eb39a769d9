"""F101: an instruction that could not be executed, and a later decision that changes the same place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amend.history import codes
from amend.history.doel import Doel
from amend.model.melding import Melding
from amend.model.operations import Kader
from amend.model.stap import Stap, StapStatus, StapVerslag


def herstelt(doel: Doel, verslag: Sequence[StapVerslag], eerder: Iterable[tuple[Doel, StapVerslag]]) -> list[Melding]:
    """A note for every place of a refused instruction in ``eerder`` that a step in ``verslag`` changed."""
    geweigerd: dict[tuple[str, str], tuple[str, str]] = {}
    for ander, van in eerder:
        if van.status is StapStatus.GEWEIGERD and ander.besluit != doel.besluit:
            geweigerd.update((plek, (ander.besluit, van.stap.onderdeel)) for plek in _plekken(van.stap))
    uit = []
    for nu in verslag if geweigerd else ():
        for plek in _plekken(nu.stap) if nu.status is StapStatus.UITGEVOERD else ():
            besluit, onderdeel = geweigerd.get(plek, ("", ""))
            if besluit:
                tekst = (
                    f"{' '.join(plek)} wordt hier gewijzigd; onderdeel {onderdeel or '–'} van {besluit} over dezelfde "
                    "bepaling is niet uitgevoerd. Mogelijk herstelt dit besluit die opdracht."
                )
                uit.append(codes.HERSTELT.melding(tekst).bij(onderdeel=nu.stap.onderdeel, bestand=doel.besluit))
    return list(dict.fromkeys(uit))


def _plekken(stap: Stap) -> set[tuple[str, str]]:
    """The articles, annexes and divisions that the step is about: the first level of its addresses."""
    doelen = [plaats for op in stap.bewerkingen if not isinstance(op, Kader) for plaats in getattr(op, "doel", ())]
    eerste = [niveau for plaats in (*doelen, *stap.plaatsen) for niveau in plaats.niveaus[:1]]
    return {(n.soort, n.nummer) for n in eerste if n.nummer}
