"""The working state of one step: the tree so far, the findings, and how a refusal leaves the step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from amend.apply import codes
from amend.apply.register import HOUDERS, Register
from amend.model.address import Plaats
from amend.model.melding import Code, Melding
from amend.model.operations import TrekIn
from amend.model.stap import Keuze, Stap
from amend.model.tree import Node, Oorsprong, Pad, Soort, op_pad, platte_tekst, vervang_kinderen, zet


class Weigering(Exception):
    """A step cannot be executed. Never leaves this package: the executor turns it into a report."""

    def __init__(self, melding: Melding) -> None:
        super().__init__(melding.tekst)
        self.melding = melding


@dataclass(slots=True)
class Werk:
    """One step under way. ``root`` is the tree so far; it is only taken over when the whole step succeeds."""

    root: Node
    stap: Stap
    oorsprong: Oorsprong
    register: Register = field(default_factory=Register)
    beslist: Mapping[str, Keuze] = field(default_factory=dict)
    meldingen: list[Melding] = field(default_factory=list)
    teruggetrokken: list[TrekIn] = field(default_factory=list)
    spanne: tuple[int, int] = (0, 0)
    zoekruimte: int = 25
    geteld_gewijzigd: set[Pad] = field(default_factory=set)
    zinnen_gewijzigd: dict[Pad, int] = field(default_factory=dict)
    """Per text block from which character on this step changed the count of its sentences."""
    laatste_gewijzigd: set[Pad] = field(default_factory=set)
    """The text blocks of which this step made another sentence the last."""
    slottekens: dict[Pad, str] = field(default_factory=dict)
    """Per text block the closing mark that this step replaced: what is appended after the new mark ends in it (F30)."""
    geschreven: bool = False
    gebonden: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def melding(self, code: Code, tekst: str, hulp: str | None = None) -> Melding:
        """A finding that names the step and points at the words of the operation."""
        begin, eind = self.spanne if self.spanne[1] else (0, len(self.stap.zin.plat))
        naam = f"Onderdeel {self.stap.onderdeel}" if self.stap.onderdeel else f"Artikel {self.stap.artikel}"
        return code.melding(f"{naam}: {tekst}", self.stap.zin.plek(begin, eind), hulp).bij(self.stap.naam)

    def weigering(self, code: Code, tekst: str, hulp: str | None = None) -> Weigering:
        """The refusal of the step, to be raised."""
        return Weigering(self.melding(code, tekst, hulp))

    def weiger(self, code: Code, tekst: str, hulp: str | None = None) -> NoReturn:
        """Refuse the step."""
        raise self.weigering(code, tekst, hulp)

    def meld(self, code: Code, tekst: str, hulp: str | None = None) -> None:
        """Add a warning or a note."""
        self.meldingen.append(self.melding(code, tekst, hulp))

    def vraag(self, code: Code, tekst: str, hulp: str | None = None) -> None:
        """Ask a person: refuse the step, unless the question was answered with "uitvoeren"."""
        keuze = self.beslist.get(code.code)
        if keuze is None or keuze.keuze != "uitvoeren":
            self.weiger(code, tekst, hulp)
        tekst = f"{tekst.rstrip('.')} ({code.code}); uitgevoerd op grond van een keuze ({keuze.door})."
        self.meld(codes.BESLIST, tekst)

    def node(self, pad: Pad) -> Node:
        """The node at ``pad`` in the tree so far."""
        return op_pad(self.root, pad)

    def zet(self, pad: Pad, node: Node) -> None:
        """Put ``node`` at ``pad``."""
        oud = self.node(pad)
        nieuw = zet(self.root, pad, node)
        if oud.soort is node.soort and oud.nummer == node.nummer and node.soort not in HOUDERS:
            self.register.neem_over(self.root, nieuw, pad)
        self.root = nieuw

    def vervang_kinderen(self, pad: Pad, start: int, eind: int, nieuw: Iterable[Node]) -> None:
        """Children ``start:eind`` of the node at ``pad`` become ``nieuw``."""
        root = vervang_kinderen(self.root, pad, start, eind, nieuw)
        if self.node(pad).soort not in HOUDERS:
            self.register.neem_over(self.root, root, pad)
        self.root = root

    def verwijder(self, pad: Pad) -> None:
        """The node at ``pad`` goes."""
        self.vervang_kinderen(pad[:-1], pad[-1], pad[-1] + 1, ())


def zeg(plaats: Plaats) -> str:
    """An address as a Dutch phrase: "artikel 3, lid 2, onderdelen a tot en met c"."""
    return ", ".join(_zeg_niveau(str(n)) for n in plaats.niveaus) or "de regeling"


def _zeg_niveau(niveau: str) -> str:
    if niveau == "regeling":
        return "de regeling"
    return niveau.replace("..", " tot en met ").replace(" #", " nummer ")


def beschrijf(node: Node) -> str:
    """A node as a Dutch phrase: "hoofdstuk 6 (Toezicht)"."""
    soort = "onderdeel" if node.soort in (Soort.STREEPJE, Soort.BEGRIP) else node.soort.value
    kop = platte_tekst(node.opschrift)
    naam = f"{soort} {node.nummer}".strip()
    if not node.nummer and node.kinderen and not kop:
        kop = platte_tekst(node.kinderen[0].tekst)[:30].rstrip()
    return f"{naam} ({kop})" if kop else naam
