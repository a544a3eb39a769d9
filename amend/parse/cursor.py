"""A cursor over a sentence: patterns are taken one after another, and at the end nothing may be left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_WIT: Final = re.compile(r"[\s*]*")


@dataclass(slots=True)
class Cursor:
    """Text and place in it."""

    tekst: str
    i: int = 0

    def neem(self, patroon: re.Pattern[str]) -> re.Match[str] | None:
        """The match at the cursor (after white space), which is then passed; None leaves the cursor where it is."""
        wit = _WIT.match(self.tekst, self.i)
        start = wit.end() if wit else self.i
        treffer = patroon.match(self.tekst, start)
        if treffer:
            self.i = treffer.end()
        return treffer

    @property
    def rest(self) -> str:
        """What is left."""
        return self.tekst[self.i :].strip(" *\n\t")
