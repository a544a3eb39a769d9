"""Quotations in a sentence: where one opens and closes, in every style, nested, with apostrophes left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SLUIT: Final = {
    "«": "»",
    "“": "”",
    "„": "”",
    "‘": "’",
    "<<": ">>",
    '"': '"',
    "'": "'",
    "’": "’",
    "”": "”",
    "‚": "’",
    "`": "'",
    "´": "´",
    ",,": "''",
    "''": "''",
}
OPENERS: Final = "".join(sorted({teken[0] for teken in _SLUIT}))
"""The characters that a quotation may begin with."""
_ANDERS: Final = {
    "“": '”"“',
    "„": '”“"',
    "‘": "’'",
    "«": "»",
    "’": "’'",
    "'": "'’",
    '"': '"”',
    "”": '”"',
    "‚": "’‘",
    "`": "'’´`",
    "´": "´`",
    ",,": "”",
}
_SLOT_KOMMAS: Final = re.compile(r"''|’’|´´|``|[”\"]|,,")
_APOSTROF: Final = re.compile(r"['’](?:s|t|n|m|tje|ll|re)(?=[\s\-]|$)")
_WERKWOORD: Final = re.compile(
    r"[,;]?\s+(?:telkens\s+|steeds\s+)?(?:vervangen door|wordt|worden|ingevoegd|toegevoegd|vervalt|geschrapt)\b"
)


@dataclass(frozen=True, slots=True)
class Citaat:
    """A quotation: its span with the marks, the text between them, whether the closing mark was there."""

    start: int
    eind: int
    tekst: str
    gesloten: bool = True


def opent(zin: str, i: int) -> str:
    """The opening mark at ``i``, or "" when no quotation opens there."""
    if zin.startswith("<<", i):
        return "<<"
    if zin.startswith(",,", i) and zin[i + 2 : i + 3].strip(" ,"):
        return ",,"
    if zin.startswith("''", i) and zin[i + 2 : i + 3].strip(" '.,;:"):
        return "''"
    teken = zin[i]
    if teken not in _SLUIT:
        return ""
    if teken in "«“„‘‚":
        return teken
    vorige = zin[i - 1] if i else " "
    volgende = zin[i + 1 : i + 2]
    if _APOSTROF.match(zin, i) or not volgende or volgende.isspace():
        return ""
    return teken if vorige.isspace() or vorige in "([:;,.*" else ""


def lees_citaat(zin: str, i: int) -> Citaat | None:
    """The quotation that opens at ``i``, or None."""
    teken = opent(zin, i)
    if not teken:
        return None
    begin = i + len(teken)
    eind = _sluiting(zin, begin, teken)
    if eind is not None:
        return Citaat(i, eind[1], zin[begin : eind[0]].strip())
    herstel = _WERKWOORD.search(zin, begin)
    rest = len(zin)
    if herstel and _heropent(zin, herstel.end(), teken):
        return Citaat(i, herstel.start(), zin[begin : herstel.start()].strip(), gesloten=False)
    return Citaat(i, rest, zin[begin:].strip(), gesloten=False)


def _heropent(zin: str, vanaf: int, teken: str) -> bool:
    return teken in zin[vanaf:] or ":" in zin[vanaf:]


def _sluiting(zin: str, begin: int, teken: str) -> tuple[int, int] | None:
    """Start and end of the closing mark, or None."""
    if teken == "<<":
        plek = zin.find(">>", begin)
        return (plek, plek + 2) if plek >= 0 else None
    if teken == "''":
        plek = zin.find("''", begin)
        return (plek, plek + 2) if plek >= 0 else None
    if teken == ",,":
        slot = _SLOT_KOMMAS.search(zin, begin)
        return slot.span() if slot else None
    diepte, j, gelijk = 0, begin, _SLUIT[teken] == teken
    while j < len(zin):
        c = zin[j]
        if gelijk or c in _ANDERS[teken]:
            if c in _ANDERS[teken] and _kan_sluiten(zin, j):
                if diepte == 0:
                    return j, j + 1
                diepte -= 1
            elif gelijk and c == teken and opent(zin, j):
                diepte += 1
        elif c == teken:
            diepte += 1
        j += 1
    return None


def _kan_sluiten(zin: str, j: int) -> bool:
    volgende = zin[j + 1 : j + 2]
    if zin[j] in "’'" and volgende.isalnum():
        return False
    if zin[j] in "’'" and zin[j - 1].isspace() and _APOSTROF.match(zin, j):
        return False
    return zin[j] not in "\"'’" or not (zin[j - 1].isspace() and volgende.isalnum())
