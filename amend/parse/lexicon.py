"""The words of amending sentences: phrase → (kind of token, value), from ``lexicon.txt`` beside this module.

A kind is what the grammar knows; the value is what the builder needs. A word that is not in the table is never
skipped; only a regulation name or a heading may contain it.
"""

from __future__ import annotations

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
LANGSTE: Final = max(len(frase) for tabel in FRASEN.values() for frase in tabel)
