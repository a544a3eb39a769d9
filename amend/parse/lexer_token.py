"""A token, and where the lexer stands while it makes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from amend.model.melding import Code

Reeks = tuple[tuple[str, str], ...]
"""Numbers in order; each (from, to), ``to`` empty for a single number."""
ONDER: Final[Reeks] = (("onder", ""),)
"""What marks the noun "onder", which may stand before another noun ("onder sub 1")."""
WOORD: Final = re.compile(r"[^\W_][\w'’&/\-]*(?:\.(?=\w))?[\w'’&/\-]*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: kind (what the grammar sees), value, span, numbers of a row, and a finding about its spelling."""

    soort: str
    waarde: str
    start: int
    eind: int
    reeks: Reeks = ()
    melding: Code | None = None

    @property
    def is_meervoud(self) -> bool:
        """True for a plural level noun."""
        return self.soort == "NIVEAU" and self.reeks == (("meervoud", ""),)


def met_soort(token: Token, soort: str, waarde: str | None = None) -> Token:
    """The same token with another kind."""
    return replace(token, soort=soort, waarde=token.waarde if waarde is None else waarde)


@dataclass(slots=True)
class Stand:
    """Where the lexer is; ``uit`` the tokens so far, ``telt`` whether the sentence may say how many times."""

    zin: str
    uit: list[Token]
    i: int = 0
    telt: bool = True

    def vorige(self, terug: int = 1) -> str:
        """The kind of an earlier token."""
        return self.uit[-terug].soort if len(self.uit) >= terug else ""

    def zet(self, soort: str, waarde: str, eind: int, reeks: Reeks = (), melding: Code | None = None) -> None:
        """Append the token that ends at ``eind`` and move on."""
        self.uit.append(Token(soort, waarde, self.i, eind, reeks, melding))
        self.i = eind
