"""Kinds of tokens → parse trees, cached: instructions repeat, so most sequences are parsed once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedEOF, UnexpectedInput, UnexpectedToken
from lark.lexer import Lexer

Boom = Tree[Token]


class _Soorten(Lexer):
    """A lexer for text that is already a row of kinds: the value of a token is its index in the sentence."""

    def __init__(self, _conf: Any) -> None:
        pass

    def lex(self, data: str) -> Iterator[Token]:  # type: ignore[override]
        """One token per kind."""
        for index, soort in enumerate(str(data).split()):
            yield Token(soort, str(index), start_pos=index)


@lru_cache(maxsize=1)
def _lark() -> Lark:
    tekst = files("amend.parse").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(
        tekst,
        parser="earley",
        lexer=_Soorten,
        ambiguity="explicit",
        start=["start", "adressen"],
        maybe_placeholders=False,
    )


@lru_cache(maxsize=4096)
def parseer(soorten: tuple[str, ...], begin: str = "start") -> Boom | int:
    """The tree of all readings of these kinds; or the index of the first token that fits nowhere."""
    try:
        return _lark().parse(" ".join(soorten), start=begin)
    except UnexpectedEOF:
        return len(soorten)
    except UnexpectedToken as fout:
        return int(fout.token) if fout.token.isdigit() else len(soorten)
    except UnexpectedInput as fout:
        return fout.pos_in_stream or 0
