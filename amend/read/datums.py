"""Dutch dates in running text and in the glued columns of the site."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from amend.model.kalender import MAANDNAAM, maandnummer

DATUM: Final = re.compile(rf"\b(\d{{1,2}})\s+({MAANDNAAM})\s+(\d{{4}})\b", re.IGNORECASE)
_CIJFERS: Final = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(\d{4})")


def _datum(jaar: str, maand: int, dag: str) -> date | None:
    try:
        return date(int(jaar), maand, int(dag))
    except ValueError:
        return None


def datums_in(tekst: str) -> list[date]:
    """Every date written out in words ("23 mei 2023"), in order."""
    gevonden = (_datum(t[3], maandnummer(t[2]), t[1]) for t in DATUM.finditer(tekst))
    return [dag for dag in gevonden if dag]


def cijferdatums(tekst: str) -> tuple[list[date], str]:
    """The dd-mm-yyyy dates at the start of ``tekst`` (glued or spaced) and what follows them."""
    dagen: list[date] = []
    rest = tekst.strip()
    while treffer := _CIJFERS.match(rest):
        dag = _datum(treffer[3], int(treffer[2]), treffer[1])
        if dag is None:
            break
        dagen.append(dag)
        rest = rest[treffer.end() :].strip()
    return dagen, rest
