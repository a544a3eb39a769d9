"""What an address binds to: an element, or a part of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from amend.model.address import Plaats
from amend.model.tree import Pad


class Deel(StrEnum):
    """Which part of the node at the path is meant."""

    ELEMENT = "element"
    OPSCHRIFT = "opschrift"
    BLOKKEN = "blokken"
    TEKENS = "tekens"
    KOLOM = "kolom"


@dataclass(frozen=True, slots=True)
class Doelwit:
    """A place in a tree. ``van``/``tot``: children (BLOKKEN), characters (TEKENS) or the column (KOLOM)."""

    pad: Pad
    deel: Deel = Deel.ELEMENT
    van: int = 0
    tot: int = 0
    plaats: Plaats = field(default=Plaats())
