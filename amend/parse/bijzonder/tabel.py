"""The table of the fixed forms, in the order in which they are tried, and the entry that tries them."""

from __future__ import annotations

from typing import Final

from amend.model.address import Plaats
from amend.model.signaal import Signaal
from amend.parse.bijzonder import (
    aanvulling,
    begrippen,
    inleiding,
    plaatsen,
    regelingen,
    tijdelijk,
    was_wordt,
    woorden,
    zonder_gevolg,
)
from amend.parse.bijzonder.vorm import Ontleed, Uitkomst, Vorm, Zin

_VORMEN: Final[tuple[Vorm, ...]] = (
    plaatsen.tekst_genummerd,
    zonder_gevolg.samenvoegen,
    plaatsen.volgende_vervallen,
    plaatsen.wisselen,
    plaatsen.wordt_onderdeel,
    plaatsen.onderbrengen,
    zonder_gevolg.inhoudsopgave,
    zonder_gevolg.nummering_opnieuw,
    zonder_gevolg.rechter,
    zonder_gevolg.rectificatie,
    zonder_gevolg.grondslag,
    regelingen.intrekkingen,
    aanvulling.was_wordt_tabel,
    inleiding.elders_geregeld,
    was_wordt.oud_en_nieuw,
    was_wordt.citaat_voorop,
    inleiding.van_naar,
    woorden.waar_staat,
    woorden.verwijzing,
    regelingen.hele_regeling,
    plaatsen.kop_vervalt,
    regelingen.met_uitzondering,
    plaatsen.beeld,
    plaatsen.streepjes,
    aanvulling.voorwaarde,
    aanvulling.wetsvoorstel,
    begrippen.volgende_begrippen,
    aanvulling.verbuigingen,
    inleiding.met_motief,
    tijdelijk.voor_een_tijd,
)
_LANGSTE: Final = 5000
_SIGNAAL: Final = Signaal(*(signaal for vorm in _VORMEN for signaal in vorm.signalen))


def lees_bijzonder(zin: str, vanaf: int, context: Plaats, onderdeel: str | None, ontleed: Ontleed) -> Uitkomst | None:
    """The operations or clauses of a sentence in one of the fixed forms; None when it is none of them."""
    eigen = Zin(zin, vanaf, context, onderdeel, ontleed)
    kern = zin[vanaf:].strip()
    if len(kern) > _LANGSTE or not _SIGNAAL.in_(kern):
        return None
    for vorm in _VORMEN:
        if (uit := vorm.probeer(eigen, kern)) is not None:
            return uit
    return None
