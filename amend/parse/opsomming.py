"""Several instructions printed on one line: "… wordt als volgt gewijzigd: 1. In het … 2. Het derde lid …"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from amend.model.numbering import volgende

_BEGIN: Final = re.compile(
    r"(?<=[.;:,”\"’»])\s*(?P<label>[a-z]|\d{1,2})[.)]\s*(?=(?:In|Het|De|Aan|Na|Voor|Onder|Er|Artikel|Artikelen|Onderdeel|Lid)\s)"
)


@dataclass(frozen=True, slots=True)
class Deelzin:
    """One part: its label ("" for what stands before the first) and its span in the line."""

    label: str
    start: int
    eind: int


def deelzinnen(zin: str, eerste_label: str | None, is_opdracht: Callable[[str], bool]) -> list[Deelzin]:
    """The parts of the line; one part when it is a single instruction.

    A part begins at a label that follows the one before; what stands there must be an instruction by itself, so a
    numbered line of new text is not mistaken for one.
    """
    verwacht = {volgende(eerste_label)} if eerste_label else {"1", "a"}
    kandidaten = list(_BEGIN.finditer(zin))
    grenzen: list[tuple[int, int, str]] = []
    for i, kandidaat in enumerate(kandidaten):
        if kandidaat["label"] not in verwacht:
            continue
        eind = next((k.start() for k in kandidaten[i + 1 :] if k["label"] == volgende(kandidaat["label"])), len(zin))
        if is_opdracht(zin[kandidaat.end() : eind]):
            grenzen.append((kandidaat.start(), kandidaat.end(), kandidaat["label"]))
            verwacht = {volgende(kandidaat["label"])}
    if not grenzen:
        return [Deelzin("", 0, len(zin))]
    einden = [start for start, _, _ in grenzen[1:]] + [len(zin)]
    kop = Deelzin(eerste_label or "", 0, grenzen[0][0])
    return [kop, *(Deelzin(label, begin, eind) for (_, begin, label), eind in zip(grenzen, einden, strict=True))]
