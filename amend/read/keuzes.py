"""The entries of keuzes.toml → choices; what is wrong in them is said in Dutch (docs/choices.md)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from amend.model.stap import Keuze

_VELDEN: Final = {
    "onderdeel": "het onderdeel dat de melding noemt, of “*” voor het besluit als geheel",
    "code": "de code van de vraag, bijvoorbeeld “Q421”",
    "keuze": "wat gekozen is, bijvoorbeeld “uitvoeren”",
    "reden": "de reden van de keuze",
    "wie": "de naam van wie koos",
}
_WANNEER: Final = "de dag van de keuze als JJJJ-MM-DD, bijvoorbeeld 2024-05-01"


class OnjuisteKeuze(Exception):
    """A choice that cannot be used; ``str`` says in Dutch which one, which field, and what is expected."""


def lees_keuzes(rijen: object) -> tuple[Keuze, ...]:
    """The entries under "[[keuze]]" as choices. Raises OnjuisteKeuze at the first that is wrong."""
    if not isinstance(rijen, list):
        raise OnjuisteKeuze("de keuzes staan niet onder [[keuze]] (met dubbele haken)")
    return tuple(_keuze(nummer, rij) for nummer, rij in enumerate(rijen, 1))


def _keuze(nummer: int, rij: object) -> Keuze:
    if not isinstance(rij, dict):
        raise OnjuisteKeuze(f"keuze {nummer} is geen rij velden onder [[keuze]]")
    velden = {naam: _tekst(nummer, rij, naam) for naam in _VELDEN}
    return Keuze(**velden, wanneer=_dag(nummer, rij))


def _tekst(nummer: int, rij: dict[str, object], naam: str) -> str:
    waarde = rij.get(naam)
    if waarde is None:
        raise OnjuisteKeuze(f"in keuze {nummer} ontbreekt het veld “{naam}”; verwacht wordt {_VELDEN[naam]}")
    if not isinstance(waarde, str) or not waarde.strip():
        raise OnjuisteKeuze(f"in keuze {nummer} is het veld “{naam}” geen tekst; verwacht wordt {_VELDEN[naam]}")
    return waarde


def _dag(nummer: int, rij: dict[str, object]) -> date:
    waarde = rij.get("wanneer")
    if waarde is None:
        raise OnjuisteKeuze(f"in keuze {nummer} ontbreekt het veld “wanneer”; verwacht wordt {_WANNEER}")
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, date):
        return waarde
    try:
        return date.fromisoformat(str(waarde))
    except ValueError:
        tekst = f"in keuze {nummer} is het veld “wanneer” geen dag (“{waarde}”); verwacht wordt {_WANNEER}"
        raise OnjuisteKeuze(tekst) from None
