"""When a decision enters into force that does not say so: a setting per kind of body, with its source (A4.14)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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


def standaard_voor(bestuursorgaan: str | None, standaarden: Sequence[Standaard] = STANDAARDEN) -> Standaard:
    """The rule for the body that took the decision."""
    naam = bestuursorgaan or ""
    return next(s for s in (*standaarden, STANDAARDEN[-1]) if s.patroon.search(naam))


def ingesteld(instellingen: Mapping[str, Mapping[str, object]]) -> tuple[Standaard, ...]:
    """The rules with the settings of a work folder: per kind of body ``dagen`` after publication, and the ``bron``.

    Raises ValueError on a kind that is not known, or a setting without days or source.
    """
    soorten = [s.soort for s in STANDAARDEN]
    for soort in instellingen:
        if soort not in soorten:
            raise ValueError(f"“{soort}” is geen soort orgaan; kies uit {', '.join(soorten)}")
    return tuple(_ingesteld(s, instellingen[s.soort]) if s.soort in instellingen else s for s in STANDAARDEN)


def _ingesteld(standaard: Standaard, instelling: Mapping[str, object]) -> Standaard:
    dagen, bron = instelling.get("dagen"), instelling.get("bron")
    if not isinstance(dagen, int) or isinstance(dagen, bool) or not 1 <= dagen <= 366:
        raise ValueError(f"{standaard.soort}: “dagen” moet een aantal dagen van 1 tot en met 366 zijn")
    if not isinstance(bron, str) or not bron.strip():
        raise ValueError(f"{standaard.soort}: “bron” ontbreekt; noem de bepaling waarop de regel berust")
    regel = f"dag {dagen} na de bekendmaking"
    return replace(standaard, moment=NaBekendmaking(dagen), regel=regel, bron=bron.strip())
