"""White space in text: what an XML file may add for layout, and what belongs to the text.

Readers collapse white space (space, tab, line end; not the no-break space) to one space and strip it at both ends of
a block and of a footnote; a block that needs other white space says ``xml:space="preserve"``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amend.model.tree import Mark, Run, Tekst

_WIT: Final = " \t\r\n"
_REEKS: Final = re.compile(r"[ \t\r\n]+")


def normaliseer(tekst: Tekst) -> Tekst:
    """The runs with layout white space collapsed; each footnote is stripped on its own. Idempotent."""
    if len(tekst) == 1 and not tekst[0].marks:
        kaal = _REEKS.sub(" ", tekst[0].tekst).strip(_WIT)
        return () if not kaal else tekst if kaal == tekst[0].tekst else (replace(tekst[0], tekst=kaal),)
    uit = list(tekst)
    for stroom in _stromen(tekst):
        _normaliseer_stroom(uit, stroom)
    return voeg_samen(tuple(run for run, oud in zip(uit, tekst, strict=True) if run.tekst or not oud.tekst))


def voeg_samen(tekst: Tekst) -> Tekst:
    """Adjacent equal runs joined; empty runs dropped unless their marks carry something themselves."""
    uit: list[Run] = []
    for run in tekst:
        if not run.tekst and not any(mark.attributen for mark in run.marks):
            continue
        vorige = uit[-1] if uit else None
        if vorige and run.tekst and _gelijk(vorige, run):
            uit[-1] = replace(vorige, tekst=vorige.tekst + run.tekst)
        else:
            uit.append(run)
    return tuple(uit)


def _gelijk(een: Run, ander: Run) -> bool:
    fragment = any(mark.naam == "fragment" for mark in een.marks)
    return bool(een.tekst) and een.marks == ander.marks and een.oorsprong == ander.oorsprong and not fragment


def _noot(run: Run) -> Mark | None:
    return next((mark for mark in run.marks if mark.naam == "noot"), None)


def _stromen(tekst: Tekst) -> list[list[int]]:
    hoofd: list[int] = []
    noten: list[list[int]] = []
    vorige: Mark | None = None
    for i, run in enumerate(tekst):
        noot = _noot(run)
        if noot is None:
            hoofd.append(i)
        elif noten and noot == vorige:
            noten[-1].append(i)
        else:
            noten.append([i])
        vorige = noot
    return [hoofd, *noten]


def _plaatje(run: Run) -> bool:
    """True for a fragment that a reader sees (a picture, not a comment): it stands between the spaces around it."""
    if run.tekst:
        return False
    fragment = next((mark for mark in run.marks if mark.naam == "fragment"), None)
    xml = dict(fragment.attributen).get("xml", "") if fragment else ""
    return xml.startswith("<") and not xml.startswith(("<!", "<?"))


def _normaliseer_stroom(uit: list[Run], stroom: list[int]) -> None:
    na_wit = True
    for i in stroom:
        if _plaatje(uit[i]):
            na_wit = False
            continue
        tekst = _REEKS.sub(" ", uit[i].tekst)
        if na_wit and tekst.startswith(" "):
            tekst = tekst[1:]
        na_wit = tekst.endswith(" ") if tekst else na_wit
        uit[i] = replace(uit[i], tekst=tekst)
    for i in reversed(stroom):
        if _plaatje(uit[i]):
            break
        uit[i] = replace(uit[i], tekst=uit[i].tekst.rstrip(_WIT))
        if uit[i].tekst:
            break
