"""The marks of new words: those of the old ones; where these differ, words that stay the same keep their own."""

from __future__ import annotations

import re

from amend.apply import codes
from amend.apply.werk import Werk
from amend.model.tree import Mark, Run, Tekst, platte_tekst

Spanne = tuple[int, int]


def opgemaakt(werk: Werk, runs: Tekst, oud: Spanne, nieuw: str, anker: Spanne) -> Tekst:
    """``nieuw`` as runs for the place of the characters ``oud``; ``anker`` is the quoted text beside an insertion."""
    if not nieuw:
        return ()
    start, eind = oud if oud[1] > oud[0] else anker
    stukken = _stukken(runs, start, eind)
    if len({marks for _, marks in stukken}) < 2 or oud[1] == oud[0]:
        return (Run(nieuw, _gemeen(werk, stukken), werk.oorsprong),)
    voor, na = _gelijk(platte_tekst(runs)[start:eind], nieuw)
    kern = nieuw[voor : len(nieuw) - na]
    midden = _stukken(runs, start + voor, eind - na)
    uit = [Run(tekst, marks, werk.oorsprong) for tekst, marks in _stukken(runs, start, start + voor)]
    if kern:
        uit.append(Run(kern, _gemeen(werk, midden or stukken), werk.oorsprong))
    uit += [Run(tekst, marks, werk.oorsprong) for tekst, marks in _stukken(runs, eind - na, eind)]
    return tuple(uit)


def _stukken(runs: Tekst, start: int, eind: int) -> list[tuple[str, tuple[Mark, ...]]]:
    """The characters ``start:eind`` by stretches of equal marks, notes left out."""
    uit: list[tuple[str, tuple[Mark, ...]]] = []
    plek = 0
    for run in runs:
        deel = run.tekst[max(start - plek, 0) : max(eind - plek, 0)]
        plek += len(run.tekst)
        if deel:
            uit.append((deel, tuple(mark for mark in run.marks if mark.naam != "noot")))
    return uit


def _gelijk(oud: str, nieuw: str) -> Spanne:
    """How many characters at the beginning and at the end are the same whole words."""
    voor = next((i for i, (a, b) in enumerate(zip(oud, nieuw, strict=False)) if a != b), min(len(oud), len(nieuw)))
    voor = _grens(oud, nieuw, voor)
    rest = min(len(oud), len(nieuw)) - voor
    na = next((i for i in range(rest) if oud[-1 - i] != nieuw[-1 - i]), rest)
    return voor, _grens(oud[::-1], nieuw[::-1], na)


def _grens(oud: str, nieuw: str, aantal: int) -> int:
    """The count shortened to a boundary between words in both texts."""
    while aantal and any(re.match(r"\w\w", t[aantal - 1 : aantal + 1]) for t in (oud, nieuw)):
        aantal -= 1
    return aantal


def _gemeen(werk: Werk, stukken: list[tuple[str, tuple[Mark, ...]]]) -> tuple[Mark, ...]:
    """The marks that all stretches have; said when they differ."""
    if not stukken:
        return ()
    eerste = stukken[0][1]
    if any(marks != eerste for _, marks in stukken):
        werk.meld(
            codes.OPGEMAAKT,
            "de oude woorden hadden verschillende opmaak; de nieuwe dragen alleen de gemeenschappelijke.",
        )
    return tuple(mark for mark in eerste if all(mark in marks for _, marks in stukken))
