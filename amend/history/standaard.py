"""When a decision enters into force that does not say so: a setting per kind of body, with its source (A4.14)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from amend.model.clausules import MaandNaBekendmaking, NaBekendmaking


@dataclass(frozen=True, slots=True)
class Standaard:
    """The rule for one kind of body: when its decisions enter into force, in words, and where that rule comes from."""

    soort: str
    patroon: re.Pattern[str]
    moment: NaBekendmaking | MaandNaBekendmaking
    regel: str
    bron: str


def _rij(soort: str, patroon: str, moment: NaBekendmaking | MaandNaBekendmaking, regel: str, bron: str) -> Standaard:
    return Standaard(soort, re.compile(patroon, re.I), moment, regel, bron)


_ACHTSTE: Final = "de achtste dag na de bekendmaking"
STANDAARDEN: Final[Sequence[Standaard]] = (
    _rij(
        "Rijk",
        r"\bminister\b|\bkoning\b|staatssecretaris|wij willem-alexander|wij beatrix|\bminister-president\b",
        MaandNaBekendmaking(2),
        "de eerste dag van de tweede kalendermaand na de bekendmaking",
        "aanwijzing 4.14",
    ),
    _rij(
        "provincie",
        r"provinciale staten|gedeputeerde staten|commissaris van de koning",
        NaBekendmaking(8),
        _ACHTSTE,
        "instelling van het programma voor provincies, niet in een geraadpleegde bron gevonden",
    ),
    _rij(
        "waterschap",
        r"waterschap|dijkgraaf|heemraad|hoogheemraadschap|verenigde vergadering|hoofdingeland",
        NaBekendmaking(8),
        _ACHTSTE,
        "instelling van het programma voor waterschappen, niet in een geraadpleegde bron gevonden",
    ),
    _rij(
        "gemeente",
        r"",
        NaBekendmaking(8),
        _ACHTSTE,
        "artikel 142 (oud) van de Gemeentewet, instelling van het programma",
    ),
)
"""In order; the first whose words stand in the name of the body counts, the last is for every other body."""


def standaard_voor(bestuursorgaan: str | None) -> Standaard:
    """The rule for the body that took the decision."""
    naam = bestuursorgaan or ""
    return next(s for s in STANDAARDEN if s.patroon.search(naam))
