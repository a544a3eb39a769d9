"""Addresses: a place in a regulation as text, ``artikel 3/lid 2/onderdeel b``, and back.

The grammar is the public one of the machine form: levels from outer to inner joined by "/", each a kind with a
number; a range as ``artikel 10..13``; ``begrip "X"`` for a definition; ``onderdeel #11`` for a counted item;
levels without a number: aanhef, slot, opschrift, tekst, intitule, regeling, tabel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

ZONDER_NUMMER: Final = frozenset(
    {"aanhef", "slot", "opschrift", "tekst", "intitule", "regeling", "tabel", "kop", "bijlage", "figuur"}
)
_NIVEAU: Final = re.compile(
    r'(?P<soort>[a-zë]+)(?:\s+(?:"(?P<citaat>(?:[^"\\]|\\.)*)"|#(?P<rang>\d+)|(?P<nummer>[^/"]+?)))?\s*(?:/|$)'
)


@dataclass(frozen=True, slots=True)
class Niveau:
    """One level: kind and number; ``tot`` ends a range; ``citaat`` names by text; ``geteld`` counts items.

    ``woord`` is the noun as written ("onder", "sub"), ``kop`` the heading that the sentence claims for the element
    ("artikel 3 (Duur)"); they are no part of the address itself.
    """

    soort: str
    nummer: str = ""
    tot: str = ""
    citaat: str = ""
    geteld: bool = False
    woord: str = field(default="", compare=False, repr=False)
    kop: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        if self.citaat:
            tekst = self.citaat.replace("\\", "\\\\").replace('"', '\\"')
            return f'{self.soort} "{tekst}"'
        if not self.nummer:
            return self.soort
        bereik = f"{self.nummer}..{self.tot}" if self.tot else self.nummer
        return f"{self.soort} {'#' if self.geteld else ''}{bereik}"


@dataclass(frozen=True, slots=True)
class Plaats:
    """An address: levels from outer to inner. No levels: the inherited context itself."""

    niveaus: tuple[Niveau, ...] = ()

    def __str__(self) -> str:
        return "/".join(map(str, self.niveaus))

    def __bool__(self) -> bool:
        return bool(self.niveaus)

    @property
    def laatste(self) -> Niveau:
        """The innermost level. Raises IndexError on the empty address."""
        return self.niveaus[-1]

    @property
    def ouder(self) -> Plaats:
        """The address without its innermost level."""
        return Plaats(self.niveaus[:-1])

    def met(self, *niveaus: Niveau) -> Plaats:
        """The address one or more levels deeper."""
        return Plaats((*self.niveaus, *niveaus))

    @staticmethod
    def lees(tekst: str) -> Plaats:
        """The address written in ``tekst``. Raises ValueError when it is not one."""
        niveaus, positie, tekst = [], 0, tekst.strip()
        while positie < len(tekst):
            treffer = _NIVEAU.match(tekst, positie)
            if not treffer:
                raise ValueError(f"geen adres: {tekst[positie:]!r}")
            niveaus.append(_niveau(treffer))
            positie = treffer.end()
        return Plaats(tuple(niveaus))


def _niveau(treffer: re.Match[str]) -> Niveau:
    soort = treffer["soort"]
    if treffer["citaat"] is not None:
        return Niveau(soort, citaat=re.sub(r"\\(.)", r"\1", treffer["citaat"]))
    if treffer["rang"]:
        return Niveau(soort, treffer["rang"], geteld=True)
    van, _, tot = (treffer["nummer"] or "").partition("..")
    if not van and soort not in ZONDER_NUMMER:
        raise ValueError(f"geen adres: {soort!r} zonder nummer")
    return Niveau(soort, van, tot)


_VOLGORDE: Final = (
    ("regeling",),
    ("boek",),
    ("deel",),
    ("titel",),
    ("hoofdstuk",),
    ("afdeling",),
    ("paragraaf",),
    ("subparagraaf",),
    ("artikel", "bijlage", "intitule"),
    ("divisie", "kopje"),
    ("lid", "tekst"),
    ("onderdeel", "streepje", "begrip", "aanhef", "slot"),
    ("tabel", "figuur"),
    ("rij",),
    ("kolom",),
    ("alinea", "zinsnede"),
    ("volzin",),
    ("opschrift",),
)
DIEPTE: Final = {soort: diepte for diepte, soorten in enumerate(_VOLGORDE) for soort in soorten}
"""How deep a level kind stands; items nest, so equal depth may follow equal depth for onderdeel only."""


def in_context(relatief: Plaats, context: Plaats) -> Plaats:
    """``relatief`` seen from ``context``: the outer levels it does not name itself are inherited.

    "lid 3" in the context "artikel 8" is "artikel 8/lid 3"; "artikel 9" in that context stays "artikel 9";
    "onderdeel 2°" in the context "artikel 8/onderdeel b" is nested below it, "lid 2" in that context is not. An annex
    holds divisions and articles of its own: "hoofdstuk 4" in the context "bijlage 1" lies in that annex.
    """
    if not relatief or not context:
        return relatief or context
    diepte = DIEPTE.get(relatief.niveaus[0].soort, 99)
    boven = [n for n in context.niveaus if n.soort != "regeling" and _boven(n, relatief.niveaus[0], diepte)]
    return Plaats((*boven, *relatief.niveaus))


def _boven(outer: Niveau, inner: Niveau, diepte: int) -> bool:
    eigen = DIEPTE.get(outer.soort, 99)
    if eigen < diepte or (outer.soort == "bijlage" and inner.soort != "bijlage" and inner.soort != "regeling"):
        return True
    return inner.soort in ("onderdeel", "streepje", "aanhef", "slot") and outer.soort in (
        "onderdeel",
        "begrip",
        "streepje",
    )
