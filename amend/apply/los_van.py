"""Whether a step gives the same text with and without a refused change of words in the same place.

A change of words neither makes, moves nor numbers an element, so a step on whole elements stands apart from it. Two
changes of words stand apart when what the one takes away or brings shares no word with what the other looks for: then
the hits of the other are the same before and after. Where that is not sure, the step waits.
"""

from __future__ import annotations

import re
from typing import Final

from amend.model.operations import (
    Handeling,
    HefIndelingOp,
    NummerTekst,
    Ontnummer,
    Vernummer,
    Verplaats,
    Vervang,
    VervangLeesteken,
    VervangOpschrift,
    VervangTekst,
    Verwijder,
    VerwijderTekst,
    VoegIn,
    VoegTekstIn,
    VoegTekstToe,
    VoegToe,
)

_HEEL: Final = (
    *(Vervang, Verwijder, Vernummer, Verplaats, VervangOpschrift, VoegIn, VoegToe),
    *(NummerTekst, Ontnummer, HefIndelingOp),
)
_WOORD: Final = re.compile(r"\w+")
_ZINSEINDE: Final = re.compile(r"[.!?;:][\"'”’»)\]]*(?:\s|$)")
_TEKEN_AAN_SLOT: Final = re.compile(r"[.,;:]\s*$|^\s*$")


def staat_los(op: Handeling, geweigerd: tuple[Handeling, ...], *, in_zin: bool) -> bool:
    """True when ``op`` has the same effect whether or not the ``geweigerd`` changes of words are made first.

    ``in_zin``: the place of ``op`` is a sentence or another counted part of a text.
    """
    if not geweigerd or op.luidt or any(ander.luidt for ander in geweigerd):
        return False
    return all(_los(op, ander, in_zin=in_zin) for ander in geweigerd)


def _los(op: Handeling, ander: Handeling, *, in_zin: bool) -> bool:
    if not isinstance(ander, VervangTekst | VoegTekstIn | VerwijderTekst):
        return False
    weg, erbij = _gewijzigd(ander)
    if in_zin and any(_ZINSEINDE.search(tekst) for tekst in (weg, erbij)):
        return False
    if isinstance(op, _HEEL):
        return not (in_zin or (isinstance(op, VoegIn | VoegToe) and op.plaats == "alfabetisch"))
    if isinstance(op, VervangLeesteken | VoegTekstToe):
        return not (in_zin or ander.rang or any(_TEKEN_AAN_SLOT.search(tekst) for tekst in _gewijzigd(ander)))
    if not isinstance(op, VervangTekst | VoegTekstIn | VerwijderTekst):
        return False
    gezocht = _gezocht(op)
    if not _WOORD.search(gezocht) or (not erbij.strip() and len(gezocht.split()) > 1):
        return False
    return not _deelt_woord(gezocht, f"{weg} {erbij}")


def _gewijzigd(op: VervangTekst | VoegTekstIn | VerwijderTekst) -> tuple[str, str]:
    """The words a change takes away or looks at, and the words it brings."""
    if isinstance(op, VoegTekstIn):
        return f"{op.na or ''} {op.voor or ''}".strip(), op.nieuw
    return op.oud, op.nieuw if isinstance(op, VervangTekst) else ""


def _gezocht(op: VervangTekst | VoegTekstIn | VerwijderTekst) -> str:
    if isinstance(op, VoegTekstIn):
        return f"{op.na or ''} {op.voor or ''}".strip()
    return op.oud


def _deelt_woord(een: str, ander: str) -> bool:
    een, ander = een.lower(), ander.lower()
    return any(w in ander for w in _WOORD.findall(een)) or any(w in een for w in _WOORD.findall(ander))
