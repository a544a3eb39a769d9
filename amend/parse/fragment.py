"""A place by itself ("artikel I, onderdelen B en C") → addresses."""

from __future__ import annotations

from functools import lru_cache

from amend.model.address import Plaats
from amend.parse.grammatica import parseer
from amend.parse.lexer import tokens
from amend.parse.lezen import Lezer
from amend.parse.voorbewerk import bewerk


@lru_cache(maxsize=1024)
def lees_plaatsen(tekst: str) -> tuple[Plaats, ...] | None:
    """The addresses named by ``tekst``, or None when it is not (only) a place."""
    rij = bewerk(tokens(tekst.strip().rstrip(",")))
    if not rij or len(rij) > 200:
        return None
    boom = parseer(tuple(token.soort for token in rij), "adressen")
    if isinstance(boom, int):
        return None
    lezingen = Lezer(tekst.strip().rstrip(","), rij).lees_adressen(boom)
    return lezingen[0] if lezingen else None
