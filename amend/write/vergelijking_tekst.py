"""A comparison → lines for a terminal: signs for what went and came, colour on top of them, lines that fit."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from amend.compare.wijziging import Gewicht, Vergelijking, Wijziging, Wijzigsoort
from amend.write.vergelijking_regels import (
    Groep,
    Regel,
    controleregels,
    door,
    groepen,
    per_onder,
    regels,
    samenvatting,
    zin,
)

_KLEUR: Final = {"oud": "\x1b[31;9m", "nieuw": "\x1b[32;4m", "kop": "\x1b[1m", "zacht": "\x1b[2m", "fout": "\x1b[31;1m"}
_UIT: Final = "\x1b[0m"
_TEKEN: Final = {"oud": ("[-", "-]"), "nieuw": ("{+", "+}"), "gelijk": ("", "")}
_VORM: Final = {
    Wijzigsoort.INGEVOEGD: "+",
    Wijzigsoort.VERWIJDERD: "-",
    Wijzigsoort.VERPLAATST: "»",
    Wijzigsoort.VERNUMMERD: "#",
}
_OMGEVING: Final = 8
_MAX_REGELS: Final = 12


def schrijf_tekst(
    vergelijking: Vergelijking, *, breedte: int = 100, kleur: bool = False, op_gewicht: bool = False
) -> str:
    """The report as text of at most ``breedte`` columns. Removed words stand in [-…-], new ones in {+…+}."""
    schrijver = _Schrijver(vergelijking, max(breedte, 40), kleur)
    return "\n".join(schrijver.alles(op_gewicht)) + "\n"


class _Schrijver:
    def __init__(self, vergelijking: Vergelijking, breedte: int, kleur: bool) -> None:
        self.vergelijking, self.breedte, self.kleur = vergelijking, breedte, kleur
        self.index = vergelijking.samen.index()

    def verf(self, tekst: str, soort: str) -> str:
        return f"{_KLEUR[soort]}{tekst}{_UIT}" if self.kleur and soort in _KLEUR and tekst else tekst

    def alles(self, op_gewicht: bool) -> Iterable[str]:
        v = self.vergelijking
        if v.van or v.tot:
            yield self.verf(f"{v.van} → {v.tot}", "kop")
        yield from textwrap.wrap(samenvatting(v), self.breedte)
        vorige: Gewicht | None = None
        for naam, lijst in per_onder(groepen(v, op_gewicht=op_gewicht)):
            if op_gewicht and lijst[0].eerste.gewicht is not vorige:
                vorige = lijst[0].eerste.gewicht
                yield from ("", self.verf(f"── {vorige.value} ──", "kop"))
            yield ""
            yield self.verf(naam, "kop")
            for groep in lijst:
                yield from self.groep(groep)
        yield ""
        for regel in controleregels(v):
            yield self.verf(regel, "zacht" if v.controle.goed else "fout")

    def groep(self, groep: Groep) -> Iterable[str]:
        w = groep.eerste
        grond = f" · {w.grond}" if w.grond and w.grond not in ("overig", "element") else ""
        kop = f"{_VORM.get(w.soort, '~')} {zin(groep)}  ({w.gewicht.value}{grond})"
        yield from self.vouw([("gelijk", kop)], "  ", "    ")
        if len(groep.wijzigingen) == 1 and w.soort is not Wijzigsoort.VERNUMMERD:
            yield from self.woorden(w)
        for oorzaak in w.oorzaken:
            yield from self.vouw([("gelijk", f"door {door(oorzaak)}")], "    ", "      ")
            if oorzaak.zin:
                yield from self.vouw([("gelijk", f"“{oorzaak.zin}”")], "    ", "      ")

    def woorden(self, w: Wijziging) -> Iterable[str]:
        alle = [
            deel for regel in regels(w, self.index, omgeving=_OMGEVING) for deel in self.vouw(regel, "      ", "      ")
        ]
        yield from alle[:_MAX_REGELS]
        if len(alle) > _MAX_REGELS:
            yield self.verf(f"      … en nog {len(alle) - _MAX_REGELS} regels", "zacht")

    def vouw(self, regel: Regel | Sequence[tuple[str, str]], eerste: str, volgende: str) -> list[str]:
        """The stretches as lines that fit; every piece of a broken stretch gets its own colour."""
        uit: list[str] = []
        huidig, lengte, leeg = eerste, len(eerste), True
        for soort, stuk in _stukken(regel):
            if stuk == "\n" or (lengte + len(stuk.rstrip()) > self.breedte and not leeg):
                uit.append(huidig.rstrip())
                huidig, lengte, leeg = volgende, len(volgende), True
                stuk = stuk.lstrip()
            huidig += self.verf(stuk, soort)
            lengte, leeg = lengte + len(stuk), leeg and not stuk.strip()
        return [*uit, huidig.rstrip()] if not leeg else uit


def _stukken(regel: Regel | Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for soort, tekst in regel:
        open_, dicht = _TEKEN[soort]
        kern = tekst.strip()
        voor, na = tekst[: len(tekst) - len(tekst.lstrip())], tekst[len(tekst.rstrip()) :] if kern else ""
        if voor:
            yield "gelijk", " "
        yield from ((soort, stuk) for stuk in re.findall(r"\n|[^\s]+[ \t]*|[ \t]+", f"{open_}{kern or tekst}{dicht}"))
        if na:
            yield "gelijk", " "
