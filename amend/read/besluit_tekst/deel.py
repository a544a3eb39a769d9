"""An article of the decision under construction."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from amend.model.tree import Soort
from amend.read.instructietaal import lijkt_instructie
from amend.read.koppen import Kop, kop_van
from amend.read.regels import Regel

ROMEINS: Final = re.compile(r"[IVXL]+[a-zA-Z]{0,2}$")


@dataclass(slots=True)
class Deel:
    """An article of the decision: its heading and the lines below it.

    ``nummer`` and ``opschrift`` are for a closing provision without the word Artikel ("II", "Inwerkingtreding").
    """

    kop: Kop | None
    regel: Regel | None
    regels: list[Regel] = field(default_factory=list)
    nummer: str = ""
    opschrift: str = ""
    nagezien: int = 0

    @property
    def nr(self) -> int:
        """The source line on which it begins; 0 when it is empty."""
        return self.regel.nr if self.regel else (self.regels[0].nr if self.regels else 0)


def artikelkop(regel: Regel) -> Kop | None:
    """The heading of an article, when the line is one."""
    kop = kop_van(regel.tekst) if not regel.merk else None
    return kop if kop is not None and kop.soort is Soort.ARTIKEL else None


def wijzigt_regeling(deel: Deel) -> bool:
    """True when the article changes a regulation: an instruction or frame opens it, or labelled instructions follow."""
    if deel.kop is not None and deel.kop.rest:
        return lijkt_instructie(deel.kop.rest)
    regels = deel.regels
    if any(lijkt_instructie(regel.tekst) for regel in regels[:2]):
        return True
    gelabeld = [
        r
        for i, r in enumerate(regels)
        if (r.merk[:1].isupper() and lijkt_instructie(r.tekst))
        or (re.fullmatch(r"[0a]?[A-Z]{1,2}", r.heel) and i + 1 < len(regels) and lijkt_instructie(regels[i + 1].tekst))
    ]
    return bool(gelabeld)
