"""Kinds of tokens → all parses, cached: instructions repeat, so most sequences are parsed once.

Lark reads ``grammar.lark`` and turns it into plain rules; a chart over those rules keeps every parse, packed: a node
stands for one rule over one stretch of the sentence, with all ways to fill it. Nothing is parsed twice, and clauses
that begin at the same word share their parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Final

from lark import Lark

Kinderen = tuple["Knoop | int", ...]
"""Nodes, and indexes of tokens."""


@dataclass(eq=False, slots=True)
class Knoop:
    """A rule over the tokens from ``start`` to ``eind``; each alternative is one way to fill it."""

    regel: str
    start: int
    eind: int
    alternatieven: list[Kinderen] = field(default_factory=list)


_Vorm = tuple[str, ...]
"""Symbols one after another: kinds of tokens, and names of rules."""
_PerSoort = dict[str, tuple[_Vorm, ...]]
"""Ways to write something, by each kind of token that they may begin with."""


@dataclass(frozen=True, slots=True)
class _Regel:
    """The ways to write a symbol: plain expansions, and those that go on after the symbol itself (repetition)."""

    naam: str
    vlak: bool
    enkel: bool
    begin: _PerSoort
    verder: _PerSoort


@lru_cache(maxsize=1)
def _regels() -> dict[str, _Regel]:
    tekst = files("amend.parse").joinpath("grammar.lark").read_text(encoding="utf-8")
    lark = Lark(tekst, parser="earley", lexer="basic", start=["clausule", "adres"], maybe_placeholders=False)
    vormen: dict[str, list[_Vorm]] = {}
    enkel: set[str] = set()
    for regel in lark.rules:
        naam = str(regel.origin.name)
        vormen.setdefault(naam, []).append(tuple(str(symbool.name) for symbool in regel.expansion))
        if regel.options and regel.options.expand1:
            enkel.add(naam)
    eerste = _eerste_soorten(vormen)
    return {
        naam: _Regel(
            naam,
            naam.startswith("_"),
            naam in enkel,
            _per_soort([vorm for vorm in rij if vorm[:1] != (naam,)], eerste),
            _per_soort([vorm[1:] for vorm in rij if vorm[:1] == (naam,)], eerste),
        )
        for naam, rij in vormen.items()
    }


def _eerste_soorten(vormen: dict[str, list[_Vorm]]) -> dict[str, set[str]]:
    """Per rule the kinds of token that it may begin with (no rule is empty)."""
    eerste: dict[str, set[str]] = {naam: set() for naam in vormen}
    groeit = True
    while groeit:
        groeit = False
        for naam, rij in vormen.items():
            nieuw = {soort for vorm in rij for soort in eerste.get(vorm[0], {vorm[0]})} - eerste[naam]
            eerste[naam] |= nieuw
            groeit = groeit or bool(nieuw)
    return eerste


def _per_soort(vormen: list[_Vorm], eerste: dict[str, set[str]]) -> _PerSoort:
    uit: dict[str, tuple[_Vorm, ...]] = {}
    for vorm in vormen:
        for soort in eerste.get(vorm[0], {vorm[0]}):
            uit[soort] = (*uit.get(soort, ()), vorm)
    return uit


class Kaart:
    """The parses of one row of kinds; ``ver`` is the furthest token that was looked at and did not fit."""

    def __init__(self, soorten: tuple[str, ...]) -> None:
        self.soorten = soorten
        self.ver = 0
        self._regels = _regels()
        self._gelezen: dict[tuple[str, int], dict[int, list[Kinderen]]] = {}
        self._knopen: dict[tuple[str, int], dict[int, Knoop]] = {}

    def lees(self, regel: str, start: int) -> dict[int, Knoop]:
        """The node of every stretch from ``start`` that the rule can fill, by its end."""
        sleutel = (regel, start)
        if sleutel not in self._knopen:
            self._knopen[sleutel] = {
                eind: Knoop(regel, start, eind, vormen) for eind, vormen in self._vormen(regel, start).items()
            }
        return self._knopen[sleutel]

    def _vormen(self, naam: str, start: int) -> dict[int, list[Kinderen]]:
        """Ways to fill the rule from ``start``, by end."""
        sleutel = (naam, start)
        if sleutel in self._gelezen:
            return self._gelezen[sleutel]
        regel = self._regels[naam]
        uit: dict[int, list[Kinderen]] = {}
        nieuw = [deel for vorm in self._hier(regel.begin, start) for deel in self._rij(vorm, start, ())]
        while nieuw:
            for eind, kinderen in nieuw:
                rij = uit.setdefault(eind, [])
                if kinderen not in rij:
                    rij.append(kinderen)
            nieuw = [
                deel
                for eind, kinderen in nieuw
                for vorm in self._hier(regel.verder, eind)
                for deel in self._rij(vorm, eind, kinderen)
            ]
        self._gelezen[sleutel] = uit
        return uit

    def _hier(self, vormen: _PerSoort, plek: int) -> tuple[_Vorm, ...]:
        """Those ways to write something that may begin with the token at ``plek``."""
        gevonden = vormen.get(self.soorten[plek], ()) if plek < len(self.soorten) else ()
        if vormen and not gevonden:
            self.ver = max(self.ver, plek)
        return gevonden

    def _rij(self, vorm: tuple[str, ...], start: int, voor: Kinderen) -> list[tuple[int, Kinderen]]:
        """Ways to write the symbols one after another."""
        open_ = [(start, voor)]
        for symbool in vorm:
            open_ = [uit for plek, kinderen in open_ for uit in self._symbool(symbool, plek, kinderen)]
            if not open_:
                break
        return open_

    def _symbool(self, symbool: str, plek: int, voor: Kinderen) -> list[tuple[int, Kinderen]]:
        regel = self._regels.get(symbool)
        if regel is None:
            if plek < len(self.soorten) and self.soorten[plek] == symbool:
                return [(plek + 1, (*voor, plek))]
            self.ver = max(self.ver, plek)
            return []
        if regel.vlak:
            return [(eind, voor + v) for eind, vormen in self._vormen(symbool, plek).items() for v in vormen]
        if regel.enkel:
            return self._enkel(symbool, plek, voor)
        return [(eind, (*voor, knoop)) for eind, knoop in self.lees(symbool, plek).items()]

    def _enkel(self, symbool: str, plek: int, voor: Kinderen) -> list[tuple[int, Kinderen]]:
        """A rule that gives way to its only child."""
        uit: list[tuple[int, Kinderen]] = []
        for eind, vormen in self._vormen(symbool, plek).items():
            uit += [(eind, voor + vorm) for vorm in vormen if len(vorm) == 1]
            if any(len(vorm) > 1 for vorm in vormen):
                uit.append((eind, (*voor, self.lees(symbool, plek)[eind])))
        return uit


_MAX: Final = 4096


@lru_cache(maxsize=_MAX)
def kaart(soorten: tuple[str, ...]) -> Kaart:
    """The chart of these kinds; it is filled as far as it is asked."""
    return Kaart(soorten)
