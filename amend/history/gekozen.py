"""Which recorded choices a version rests on, and which say something that no question asks (docs/choices.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from amend.apply.codes import ONBEKENDE_KEUZE
from amend.history.antwoorden import antwoorden
from amend.history.doel import Doel
from amend.model.melding import Melding
from amend.model.stap import Keuze

_OVER_DATA: Final = frozenset({"Q213", "Q214", "Q244", "Q405", "Q435"})
"""Questions about days: they are settled before there is a version, for every version with the decision."""

Eigen = tuple[str, Keuze]


def rust_op(keuzes: Sequence[Eigen], doelen: Sequence[Doel], meldingen: Iterable[Melding]) -> tuple[Eigen, ...]:
    """The choices of the decisions in a version that settled something in it: a note says so, or they are on days."""
    besluiten = {besluit for doel in doelen for besluit in (doel.besluit, doel.door)}
    eigen = [(besluit, keuze) for besluit, keuze in keuzes if besluit in besluiten]
    if not eigen:
        return ()
    noten = [m.tekst for m in meldingen if not m.blokkeert]
    return tuple(
        (besluit, keuze)
        for besluit, keuze in eigen
        if _bekend(keuze)
        and (keuze.code in _OVER_DATA or any(keuze.code in noot and keuze.door in noot for noot in noten))
    )


def in_woorden(besluit: str, keuze: Keuze) -> str:
    """A choice as a reader sees it: the question, what was chosen, who, when and why."""
    deel = "het besluit als geheel" if keuze.onderdeel == "*" else f"onderdeel {keuze.onderdeel}"
    dag = f"{keuze.wanneer:%d-%m-%Y}"
    return (
        f"{besluit}, {deel}: {keuze.code} beslist met “{keuze.keuze}” door {keuze.wie} op {dag}; reden: {keuze.reden}"
    )


def onbekende_keuzes(keuzes: Sequence[Eigen]) -> tuple[Melding, ...]:
    """A finding for every choice about time or order with a value that its question does not know."""
    return tuple(
        _onbekend(keuze).bij(keuze.onderdeel, besluit)
        for besluit, keuze in keuzes
        if keuze.code.startswith("Q4") and not _bekend(keuze)
    )


def _bekend(keuze: Keuze) -> bool:
    return keuze.keuze in [waarde for waarde, _ in antwoorden(keuze.code)]


def _onbekend(keuze: Keuze) -> Melding:
    waarden = ", ".join(f"“{waarde}”" for waarde, _ in antwoorden(keuze.code))
    hulp = f"Kies uit {waarden}." if waarden else f"{keuze.code} kan niet met een keuze worden beslist."
    return ONBEKENDE_KEUZE.melding(f"De keuze “{keuze.keuze}” bij {keuze.code} is onbekend.", hulp=hulp)
