"""References to consolidated regulations: JCI 1.3 (``jci1.3:c:BWBR0005416&artikel=147&z=2024-01-01&g=2024-01-01``).

``g`` is the day of validity, ``z`` the day on which the register was looked at: the two days of a version.
Source: Juriconnect, standaard voor identificatie van en verwijzing naar wet- en regelgeving 1.3.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_OUD: Final = re.compile(r"1\.[0-3]:([cvu]:BWB.*)")


def als_jci(verwijzing: str) -> str:
    """A reference in the older notation (``1.0:c:BWBR…``) as JCI 1.3; anything else as it is."""
    oud = _OUD.fullmatch(verwijzing)
    return f"jci1.3:{oud[1]}" if oud else verwijzing


def met_moment(verwijzing: str, geldig_op: date | None, gezien_op: date | None) -> str:
    """A JCI reference with the days of the version it stands in, where it names no days of its own."""
    if not verwijzing.startswith("jci1"):
        return verwijzing
    for sleutel, dag in (("z", gezien_op), ("g", geldig_op)):
        if dag is not None and not re.search(rf"&{sleutel}=", verwijzing):
            verwijzing += f"&{sleutel}={dag.isoformat()}"
    return verwijzing
