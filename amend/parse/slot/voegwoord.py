"""What joins two clauses of one sentence."""

from __future__ import annotations

from typing import Final

from amend.parse.slot.stand import Stand, p

_VOEGWOORD: Final = p(
    r",?\s*(?:en|alsmede|maar|doch|dan\s+wel)\s+|,\s+(?=(?:werk|treed|tred|verval|heeft|hebben)\w*\b|(?:de\s+|het\s+)?(?:artikel|onderde|bijlage|lid\b|leden\b))"
)


def voegwoord(stand: Stand) -> bool:
    """ "en", or a comma before a verb: another clause follows."""
    return stand.cursor.neem(_VOEGWOORD) is not None
