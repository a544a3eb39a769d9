"""What the work folder gives, remembered until a file in it changes.

The state of the folder is the names, sizes and times of its files. A history is built once per state of the folder;
regulations and decisions are read again only when their own files changed.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from amend import pipeline
from amend.history.geschiedenis import Geschiedenis
from amend.model.besluit import Besluit
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.store import Store

T = TypeVar("T")
Meldingen = tuple[Melding, ...]
Stempel = tuple[tuple[str, int, int], ...]

_BEWAAR: Final = 96
"""How many made things (pages, comparisons) are remembered."""


@dataclass(frozen=True, slots=True)
class LezendeStore(Store):
    """A store that remembers what it read, per file as it was."""

    gelezen: dict[tuple[str, str], tuple[Stempel, Any]] = field(default_factory=dict, compare=False)

    def regeling(self, id: str) -> tuple[Regeling | None, Meldingen]:
        """The stored regulation."""
        return self._een("regeling", id, self.pad_regeling(id).parent, lambda: Store(self.werkmap).regeling(id))

    def besluit(self, id: str) -> tuple[Besluit | None, Meldingen]:
        """The stored decision."""
        return self._een("besluit", id, self.pad_besluit(id), lambda: Store(self.werkmap).besluit(id))

    def _een(self, soort: str, id: str, map_: Path, lees: Callable[[], T]) -> T:
        if id not in (self.regelingen if soort == "regeling" else self.besluiten):
            return lees()
        stempel = stempel_van(map_)
        bekend = self.gelezen.get((soort, id))
        if bekend is not None and bekend[0] == stempel:
            uit: T = bekend[1]
            return uit
        uit = lees()
        self.gelezen[soort, id] = (stempel, uit)
        return uit


def stempel_van(map_: Path) -> Stempel:
    """Name, size and time of every file in a folder of the store."""
    uit = []
    for pad in sorted(map_.glob("*")):
        try:
            stand = pad.stat()
        except FileNotFoundError:
            continue
        uit.append((pad.name, stand.st_size, stand.st_mtime_ns))
    return tuple(uit)


class Kast:
    """Histories and what is made from them, for one work folder. Safe to use from several threads."""

    def __init__(self, werkmap: Path) -> None:
        self.store = LezendeStore(werkmap)
        self._slot = threading.RLock()
        self._gemaakt: OrderedDict[Hashable, Any] = OrderedDict()

    def stand(self) -> str:
        """The state of the work folder as a checksum."""
        som = hashlib.sha256()
        for soort, namen in (("regelingen", self.store.regelingen), ("wijzigingen", self.store.besluiten)):
            for naam in namen:
                som.update(repr((naam, stempel_van(self.store.werkmap / soort / naam))).encode())
        return som.hexdigest()

    def onthoud(self, sleutel: Hashable, maak: Callable[[], T]) -> T:
        """What ``maak`` gives for this key in this state of the folder, made once."""
        heel = (self.stand(), sleutel)
        if heel in self._gemaakt:
            uit: T = self._gemaakt[heel]
            return uit
        with self._slot:
            if heel in self._gemaakt:
                return self._gemaakt[heel]  # type: ignore[no-any-return]
            uit = maak()
            if self.stand() == heel[0]:
                self._gemaakt[heel] = uit
                while len(self._gemaakt) > _BEWAAR:
                    self._gemaakt.popitem(last=False)
        return uit

    def historie(self, id: str) -> tuple[Geschiedenis | None, Meldingen]:
        """The history of a stored regulation; None when it cannot be read. A change during reading: read again."""

        def maak() -> tuple[Geschiedenis | None, Meldingen]:
            for _ in range(5):
                voor = self.stand()
                uit = pipeline.geschiedenis(self.store, id)
                if self.stand() == voor:
                    break
            return uit

        return self.onthoud(("historie", id), maak)

    def rustig(self, doe: Callable[[], T]) -> T:
        """Do something with a history while nobody else does (a history extends itself while it answers)."""
        with self._slot:
            return doe()
