"""A place by itself ("artikel I, onderdelen B en C") → addresses."""

from __future__ import annotations

from functools import lru_cache

from amend.model.address import Plaats
from amend.parse.delen import Adressen, TeVeelError
from amend.parse.grammatica import kaart
from amend.parse.lexer import tokens
from amend.parse.lezen import Lezer
from amend.parse.voorbewerk import bewerk


@lru_cache(maxsize=1024)
def lees_plaatsen(tekst: str) -> tuple[Plaats, ...] | None:
    """The addresses named by ``tekst``, or None when it is not (only) a place."""
    rij = bewerk(tokens(tekst.strip().rstrip(",")))
    if not rij or len(rij) > 200:
        return None
    knoop = kaart(tuple(token.soort for token in rij)).lees("adres", 0).get(len(rij))
    if knoop is None:
        return None
    try:
        lezingen: list[Adressen] = Lezer(tekst.strip().rstrip(","), rij).lees(knoop)
    except TeVeelError:
        return None
    return min(lezingen, key=lambda lezing: len(lezing.plaatsen)).plaatsen if lezingen else None
