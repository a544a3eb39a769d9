"""Several instructions printed on one line: "… wordt als volgt gewijzigd: 1. In het … 2. Het derde lid …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from amend.model.numbering import volgende

_BEGIN: Final = re.compile(
    r"(?<=[.;:,”\"’»])\s*(?P<label>[a-z]|\d{1,2})[.)]\s*"
    r"(?=(?i:In|Het|De|Aan|Na|Voor|Onder|Er|Artikel|Artikelen|Onderdeel|Lid)\s)"
)
_KADER: Final = re.compile(
    r"(?P<kop>[^“«„‘\":]*?\b(?:wordt|worden)\b[^“«„‘\":]*?)\s(?:als\s+volgt\s+gewijzigd|gewijzigd\s+als\s+volgt|"
    r"(?:zodanig\s+)?gewijzigd,?(?:\s+in\s+die\s+zin|\s+in\s+dier\s+voege)?(?=,?\s+dat\b)|in\s+die\s+zin\s+gewijzigd)"
    r"(?:\s*:\s*|,?\s+dat\s+)(?=\S)",
    re.I,
)
_TE_WIJZIGEN: Final = re.compile(
    r"(?:te\s+wijzigen\s+(?P<kop>[^“«„‘\":]+?)|(?P<voorop>(?:de|het)\s[^“«„‘\":]+?)\s+te\s+wijzigen),?\s+"
    r"(?:in\s+die\s+zin|in\s+dier\s+voege|zodanig|aldus),?\s+dat\s+(?=\S)",
    re.I,
)
_GELIJMD: Final = re.compile(
    r"(?<=[.;])\s+(?:[A-Z]{1,2}|[a-z]|\d{1,2})[.)]?\s+(?=(?:In|Het|De|Aan|Na|Voor|Onder|Er|Artikel|Artikelen|Onderdeel|Lid)\s)"
)


_EN_VERDER: Final = re.compile(r"[.;]\s+en\s+(?P<verder>(?:vervalt|vervallen|wordt|worden|komt|komen)\s)")


@dataclass(frozen=True, slots=True)
class Deelzin:
    """One part: its label ("" for what stands before the first) and its span in the line."""

    label: str
    start: int
    eind: int


def kader_en_opdracht(zin: str, vanaf: int) -> tuple[str, int] | None:
    """ "Artikel 9 wordt als volgt gewijzigd: in lid 1 …", "… gewijzigd, in die zin dat …": the frame, and where the
    instruction begins; None for other sentences."""
    if treffer := _TE_WIJZIGEN.match(zin, vanaf):
        return f"{zin[:vanaf]}{treffer['kop'] or treffer['voorop']} wordt als volgt gewijzigd:", treffer.end()
    treffer = _KADER.match(zin, vanaf)
    return (f"{zin[:vanaf]}{treffer['kop']} als volgt gewijzigd:", treffer.end()) if treffer else None


_KALE_PLAATS: Final = re.compile(r"(?P<kop>[^“«„‘\";]{3,90}?)\s*:\s+(?=[^\W\d])")


def plaats_en_opdracht(zin: str, vanaf: int) -> tuple[str, tuple[int, int], int] | None:
    """ "Artikel 7: het tweede lid vervalt.": the place as a frame, where it stands, where the instruction begins."""
    treffer = _KALE_PLAATS.match(zin, vanaf)
    if treffer is None or re.search(r"\b(?:wordt|worden|vervalt|vervallen|komt|komen|luid)", treffer["kop"], re.I):
        return None
    return f"{zin[:vanaf]}{treffer['kop']} wordt als volgt gewijzigd:", treffer.span("kop"), treffer.end()


def aangelijmd(tekst: str) -> Iterator[str]:
    """What may be the next part of the decision, printed on the line of a new text ("… mondeling. B Artikel 10 …")."""
    if treffer := _EN_VERDER.search(tekst):
        yield tekst[treffer.start("verder") :]
    for treffer in _GELIJMD.finditer(tekst):
        yield tekst[treffer.end() :]


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
