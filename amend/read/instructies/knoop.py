"""An instruction under construction."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from amend.read.bouwsteen import Bouwsteen
from amend.read.instructietaal import is_kader, kondigt_aan
from amend.read.regels import Regel

_BESLUITDEEL: Final = re.compile(
    r"\bartikel\s+[IVXLC]+[a-z]?,?\s+onderdeel\s+[A-Z]{1,2}[a-z]?\s*,?(?:\s+van\s+[^:«“]{3,200}?,?)?\s+(?:te\s+luiden|"
    r"komt\s+te\s+luiden|wordt\s+vervangen\s+door)\s*:?\s*$",
    re.I,
)


@dataclass(slots=True)
class Knoop:
    """An instruction under construction. ``stijl`` is the style of its label ("" when it has none).

    ``series`` are the styles of series that the label can stand in (i. is a letter and a Roman number); ``naam`` says
    that it only names the article that its parts change.
    """

    stijl: str = ""
    nummer: str = ""
    aanduiding: str = ""
    zin: Regel | None = None
    series: tuple[str, ...] = ()
    naam: bool = False
    opschrift: str = ""
    payload: list[Regel] = field(default_factory=list)
    tabellen: list[Bouwsteen] = field(default_factory=list)
    kinderen: list[Knoop] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """The sentence."""
        return self.zin.tekst if self.zin else ""

    @property
    def kader(self) -> bool:
        """True when it waits for parts: a frame sentence, or a label without a sentence."""
        return not self.payload and (self.zin is None or self.naam or is_kader(self.tekst))

    @property
    def wijzigt_opdracht(self) -> bool:
        """True when its new text is an instruction: "komt artikel I, onderdeel A, te luiden:" (F97-F99)."""
        return not self.payload and self.zin is not None and bool(_BESLUITDEEL.search(self.tekst))

    @property
    def wacht(self) -> bool:
        """True when its new text has been announced and has not come yet."""
        return self.zin is not None and not self.payload and kondigt_aan(self.tekst)
