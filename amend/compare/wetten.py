"""The two laws, checked on every result by carrying the changes out, never by handing back the input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amend.compare.meta import zet_velden
from amend.compare.samen import Samen, gelijk, projecteer
from amend.compare.wijziging import Controle, Wijziging, Wijzigsoort
from amend.model.regeling import Regeling


def aanvaard_alles(oud: Regeling, samen: Samen, wijzigingen: Sequence[Wijziging]) -> Regeling:
    """The old regulation with every listed change carried out."""
    delen = {deel for wijziging in wijzigingen for deel in wijziging.delen}
    velden = [w.veld for w in wijzigingen if w.soort is Wijzigsoort.METADATA and not w.delen]
    root = projecteer(samen, delen.__contains__, stil=True)
    return replace(oud, meta=zet_velden(oud.meta, velden, wijzigingen), root=root)


def verwerp_alles(nieuw: Regeling, samen: Samen, wijzigingen: Sequence[Wijziging]) -> Regeling:
    """The new regulation with every listed change undone."""
    velden = [w.veld for w in wijzigingen if w.soort is Wijzigsoort.METADATA and not w.delen]
    root = projecteer(samen, lambda _: False, stil=False)
    return replace(nieuw, meta=zet_velden(nieuw.meta, velden, wijzigingen, terug=True), root=root)


def controleer(oud: Regeling, nieuw: Regeling, samen: Samen, wijzigingen: Sequence[Wijziging]) -> Controle:
    """Whether accepting everything gives the new regulation and rejecting everything the old, field by field."""
    aanvaard = aanvaard_alles(oud, samen, wijzigingen)
    verworpen = verwerp_alles(nieuw, samen, wijzigingen)
    return Controle(
        aanvaard.meta == nieuw.meta and gelijk(aanvaard.root, nieuw.root),
        verworpen.meta == oud.meta and gelijk(verworpen.root, oud.root),
    )
