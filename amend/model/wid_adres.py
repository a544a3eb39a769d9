"""From the identities of STOP to addresses that a person can read: ``…__chp_2__art_2.5`` is hoofdstuk 2/artikel 2.5."""

from __future__ import annotations

import re
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.model.identity import REF
from amend.model.tree import ITEMS, Soort

_MEER: Final[tuple[tuple[str, Soort], ...]] = (
    *((ref, soort) for soort, ref in reversed(REF.items()) if soort not in (Soort.STREEPJE, Soort.BEGRIP, Soort.LIJST)),
    *(("content", Soort.DIVISIE), ("genrecital", Soort.DIVISIE), ("artrecital", Soort.TOELICHTING)),
)
_SOORT: Final[dict[str, Soort]] = dict(_MEER)
_DEEL: Final = re.compile(r"(?P<ref>[a-zA-Z]+)_(?P<o>o_)?(?P<nr>[^_]+)(?:_inst\d+)?")
_ADRESSEERBAAR: Final = frozenset(
    {Soort.BOEK, Soort.DEEL, Soort.TITEL, Soort.HOOFDSTUK, Soort.AFDELING, Soort.PARAGRAAF, Soort.SUBPARAGRAAF}
    | {Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE, Soort.DIVISIE}
    | ITEMS
)


def soort_van_wid(id: str) -> Soort | None:
    """The kind of the element that an eId or wId names; None when it names no element of a regulation."""
    treffer = _DEEL.fullmatch(id.split("__")[-1])
    return _SOORT.get(treffer["ref"]) if treffer else None


def plaats_van_id(id: str, laatste: str = "") -> Plaats:
    """The address in an eId or wId; ``laatste``: the number of the innermost level, where that is another one."""
    niveaus: list[Niveau] = []
    for deel in id.split("__"):
        treffer = _DEEL.fullmatch(deel)
        soort = _SOORT.get(treffer["ref"]) if treffer else None
        if treffer is not None and soort in _ADRESSEERBAAR:
            assert soort is not None  # noqa: S101 - it is in the set
            niveaus.append(Niveau(soort.value, treffer["nr"], geteld=bool(treffer["o"])))
    if laatste and niveaus:
        niveaus[-1] = Niveau(niveaus[-1].soort, laatste)
    return Plaats(tuple(niveaus))
