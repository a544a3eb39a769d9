"""The titles by which people know decisions and regulations."""

from __future__ import annotations

from collections.abc import Mapping

from amend.web.vraag import kast


def besluitnamen() -> Mapping[str, str]:
    """Name in the work folder → title, for every decision that can be read."""

    def maak() -> Mapping[str, str]:
        uit = {}
        for id in kast().store.besluiten:
            besluit, _ = kast().store.besluit(id)
            uit[id] = (besluit.meta.citeertitel or besluit.meta.titel) if besluit else id
        return {id: naam or id for id, naam in uit.items()}

    return kast().onthoud("besluitnamen", maak)


def regelingnamen() -> Mapping[str, str]:
    """Name in the work folder → citation title, for every regulation that can be read."""

    def maak() -> Mapping[str, str]:
        uit = {}
        for id in kast().store.regelingen:
            regeling, _ = kast().store.regeling(id)
            uit[id] = regeling.naam if regeling else id
        return {id: naam or id for id, naam in uit.items()}

    return kast().onthoud("regelingnamen", maak)
