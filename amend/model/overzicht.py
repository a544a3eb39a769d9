"""The overview of changes as lines of an editorial note in CVDR: written and read back by the same definition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from amend.model.regeling import OverzichtRegel

KOP: Final = "Overzicht van in de tekst verwerkte wijzigingen:"
_DATUMS: Final = {
    "inwerkingtreding": "inwerkingtreding",
    "terugwerkend": "terugwerkende kracht tot en met",
    "uitwerkingtreding": "uitwerkingtreding",
    "ondertekening": "ondertekening",
}
_ORDE: Final = (
    *("inwerkingtreding", "terugwerkend", "uitwerkingtreding", "betreft", "ondertekening", "bron", "kenmerk"),
)
_DAG: Final = "[0-9]{2}-[0-9]{2}-[0-9]{4}"


def _groep(veld: str) -> str:
    return f"(?:(?:^|; ){_DATUMS.get(veld, veld)}: (?P<{veld}>{_DAG if veld in _DATUMS else '.+?'}))?"


_REGEL: Final = re.compile("".join(map(_groep, _ORDE)) + r"\.")


def overzichtregel(regel: OverzichtRegel) -> str:
    """One row as a line: what there is, with its name."""
    delen = ((veld, getattr(regel, veld)) for veld in _ORDE)
    return "; ".join(f"{_DATUMS.get(veld, veld)}: {_waarde(waarde)}" for veld, waarde in delen if waarde) + "."


def lees_overzicht(regels: Sequence[str]) -> tuple[OverzichtRegel, ...] | None:
    """The rows in the lines below the heading; None when a line was not written by :func:`overzichtregel`."""
    rijen = [_lees(regel) for regel in regels]
    goed = [rij for rij in rijen if rij is not None]
    return tuple(goed) if len(goed) == len(rijen) else None


def _lees(regel: str) -> OverzichtRegel | None:
    treffer = _REGEL.fullmatch(regel)
    if treffer is None:
        return None
    waarden = {veld: waarde for veld, waarde in treffer.groupdict().items() if waarde}
    try:
        dagen = {veld: datetime.strptime(waarden.pop(veld), "%d-%m-%Y").date() for veld in _DATUMS if veld in waarden}
    except ValueError:
        return None
    rij = OverzichtRegel(**waarden, **dagen)  # type: ignore[arg-type]
    return rij if overzichtregel(rij) == regel else None


def _waarde(waarde: date | str) -> str:
    return waarde.strftime("%d-%m-%Y") if isinstance(waarde, date) else waarde
