"""What the walk over a decision has found so far, and the account of all its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from amend.model.besluit import Besluit
from amend.model.clausules import Clausule
from amend.model.melding import Melding, Plek
from amend.model.stap import Stap, Woordsoort
from amend.model.tree import Node, zichtbare_tekst
from amend.parse import codes


@dataclass(slots=True)
class Verslag:
    """What has been found so far."""

    besluit: Besluit
    stappen: list[Stap] = field(default_factory=list)
    clausules: list[Clausule] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    woorden: Counter[Woordsoort] = field(default_factory=Counter)

    def tel(self, soort: Woordsoort, *teksten: str) -> None:
        """Count words for a purpose."""
        self.woorden[soort] += sum(len(tekst.split()) for tekst in teksten)

    def onverklaard(self, nodes: Sequence[Node], plek: Plek | None, onderdeel: str, hulp: str | None = None) -> None:
        """Report text that belongs to no instruction."""
        tekst = " ".join(" ".join(map(zichtbare_tekst, nodes)).split())
        self.tel(Woordsoort.ONVERKLAARD, tekst)
        melding = codes.ONVERKLAARDE_TEKST.melding(f'Deze tekst hoort bij geen opdracht: "{kort(tekst)}".', plek, hulp)
        self.meldingen.append(melding.bij(onderdeel=onderdeel))


def bronregel(regel: int) -> Plek | None:
    """The place of a line of the source; None when it is not known."""
    return Plek(regel, 1) if regel else None


def kort(tekst: str) -> str:
    """The first words of a text, for a message."""
    return tekst if len(tekst) <= 80 else tekst[:77] + "…"
