"""How what BWB records of an element is kept on a node; shared by reader and writer."""

from __future__ import annotations

from typing import Final

VOORVOEGSEL: Final = "bwb:"
"""Before the name of every attribute of BWB in ``Node.extra`` and of every block in ``RegelingMeta.overig``."""
META_DATA: Final = "bwb:meta-data"
"""The whole ``meta-data`` of an element, verbatim."""
STAM: Final = "bwb:stam-id"
"""The lineage of an element: the same in every toestand, also after renumbering."""
OMHULSEL: Final = "bwb:tekst"
"""In ``overig``: the element that held the text (wet-besluit, regeling, circulaire)."""


def stam_wid(autoriteit: str, stam: str) -> str:
    """The permanent identity of the element of this lineage."""
    return f"{autoriteit}_stam__{stam}"
