"""The words of amending sentences: phrase → (kind of token, value), from ``lexicon.txt`` beside this module.

A kind is what the grammar knows; the value is what the builder needs. A word that is not in the table is never
skipped; only a regulation name or a heading may contain it.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

Regel = tuple[str, str]


def _lees() -> dict[Regel, list[str]]:
    """The entries of the file: (kind, value) → phrases."""
    tekst = files("amend.parse").joinpath("lexicon.txt").read_text(encoding="utf-8")
    regels: list[str] = []
    for regel in tekst.splitlines():
        if regel.startswith(" "):
            regels[-1] += regel
        elif regel and not regel.startswith("#"):
            regels.append(regel)
    uit: dict[Regel, list[str]] = {}
    for regel in regels:
        kop, _, frasen = regel.partition(" = ")
        soort, _, waarde = kop.partition(" ")
        uit.setdefault((soort, waarde), []).extend(" ".join(frase.split()) for frase in frasen.split("|"))
    return uit


def _per_woord(regels: dict[Regel, list[str]]) -> dict[str, dict[tuple[str, ...], Regel]]:
    uit: dict[str, dict[tuple[str, ...], Regel]] = {}
    for regel, frasen in regels.items():
        for frase in frasen:
            woorden = tuple(frase.split())
            uit.setdefault(woorden[0], {}).setdefault(woorden, regel)
    return uit


_REGELS: Final = _lees()
MEERVOUD: Final = frozenset(_REGELS.pop(("MEERVOUD", "")))
"""Plural level nouns."""
FRASEN: Final = _per_woord(_REGELS)
"""First word → phrase → (kind, value)."""
WOORDEN: Final = frozenset(woord for tabel in FRASEN.values() for frase in tabel for woord in frase)
"""Every word of the phrases."""
_LANGSTE: Final = max(len(frase) for tabel in FRASEN.values() for frase in tabel)


def langste_frase(zin: str, i: int) -> tuple[int, str, str] | None:
    """End, kind and value of the longest lexicon phrase at ``i``."""
    woorden: list[str] = []
    beste: tuple[int, str, str] | None = None
    plek, tabel = i, None
    for treffer in re.finditer(r"\s*(\(?[§]?[\w'’&/\-]*[.)]?)", zin[i : i + 160]):
        woord = treffer[1].lower().replace("tôt", "tot")
        if not woord or treffer.start() != plek - i or len(woorden) > _LANGSTE:
            break
        plek = i + treffer.end()
        if tabel is None:
            tabel = FRASEN.get(woord) or FRASEN.get(woord.rstrip(".)"))
            if tabel is None:
                return None
        regel = tabel.get((*woorden, woord))
        kaal = woord.rstrip(".)")
        if regel:
            beste = (plek, *regel)
        elif kaal != woord and (regel := tabel.get((*woorden, kaal))):
            return (plek - (len(woord) - len(kaal)), *regel)
        woorden.append(woord)
        if kaal != woord:
            break
    return beste
