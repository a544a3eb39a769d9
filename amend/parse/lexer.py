"""A sentence → tokens: quotations, numbers, dates, amounts, phrases of the lexicon, unknown words.

Every character of the sentence belongs to a token, to white space, or to a mark that is dropped on purpose
(asterisks of italics, the tag "(nieuw)"). Numbers in a row become one token (NRS, RANGS), so that "1, 2, 3 en 5"
costs the grammar as little as "1".

:mod:`lexer_token` says what a token is; :mod:`lexer_teksten`, :mod:`lexer_nummers` and :mod:`lexer_woorden` hold the
steps, each of which makes the next token or leaves it to the step after it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from amend.parse.citaten import OPENERS
from amend.parse.lexer_nummers import KEREN, bedrag, dag, ingang, kenmerk, maal, nieuwtag, nummer, rangnummer, ten
from amend.parse.lexer_teksten import citaat, eigen_tekst
from amend.parse.lexer_token import Stand, Token
from amend.parse.lexer_woorden import bijvoegsel, haakkop, woord

_LEESTEKENS: Final = {",": "KOMMA", ";": "PUNTKOMMA", ":": "COLON", ".": "PUNT"}


def tokens(zin: str, vanaf: int = 0) -> list[Token]:
    """The tokens of the sentence from character ``vanaf``."""
    zin = zin.replace("\xa0", " ").replace("\u202f", " ").replace("\u2009", " ")
    stand = Stand(zin, [], vanaf, telt=KEREN.search(zin) is not None)
    while stand.i < len(zin):
        teken = stand.zin[stand.i]
        if teken.isspace() or teken in "*_­":
            stand.i += 1
        elif not eigen_tekst(stand):
            _token(stand, teken)
    return stand.uit


def _token(s: Stand, teken: str) -> None:
    """The next token, by the first step that knows it."""
    for stap in _stappen(teken):
        if stap(s):
            return
    s.zet("WOORD", teken, s.i + 1)


def _leesteken(s: Stand) -> bool:
    soort = _LEESTEKENS.get(s.zin[s.i])
    if soort is None:
        return False
    s.zet(soort, s.zin[s.i], s.i + 1)
    return True


_STAPPEN: Final[tuple[tuple[Callable[[Stand], bool], str], ...]] = (
    (haakkop, "("),
    (bijvoegsel, ",dwz"),
    (citaat, OPENERS),
    (maal, ""),
    (ten, "t0"),
    (ingang, "mipvo"),
    (dag, "d0"),
    (bedrag, "€eƒfn0"),
    (rangnummer, "0"),
    (nieuwtag, "("),
    (kenmerk, "nk"),
    (nummer, ""),
    (woord, ""),
    (_leesteken, "".join(_LEESTEKENS)),
)
"""Each step with the characters that its tokens begin with, in small letters; 0 is any digit, nothing is anything."""


@lru_cache(maxsize=1024)
def _stappen(teken: str) -> tuple[Callable[[Stand], bool], ...]:
    """The steps that may make a token that begins with this character."""
    eerste = "0" if teken.isdecimal() else teken.lower()
    return tuple(stap for stap, begin in _STAPPEN if not begin or eerste in begin)
