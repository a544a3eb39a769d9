"""What goes wrong while a file is built: collected as findings, each with the place in the text it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from amend.model.melding import Code, Melding
from amend.model.tree import INDELING, Node, Soort, platte_tekst
from amend.write.codes import KAN_NIET, VORM_ANDERS

_HULP = "Kies een ander formaat of --model vrijetekst, of pas de tekst van de regeling aan."
_HULP_VRIJ = "Kies een ander formaat, of pas de tekst van de regeling aan."
_NAAM = {Soort.BEGRIP: "begrip", Soort.STREEPJE: "onderdeel", Soort.AL: "alinea"}


@dataclass(slots=True)
class Verslag:
    """The findings of one export, and where in the text the writer is. ``vrij``: the free model is chosen already."""

    formaat: str
    meldingen: list[Melding] = field(default_factory=list)
    pad: list[str] = field(default_factory=list)
    vrij: bool = False

    @property
    def geweigerd(self) -> bool:
        """True when something could not be written."""
        return any(m.blokkeert for m in self.meldingen)

    def weiger(self, reden: str, hulp: str | None = None) -> None:
        """Something cannot be written: ``reden`` says what, without the place."""
        self._meld(KAN_NIET, reden, hulp or (_HULP_VRIJ if self.vrij else _HULP))

    def anders(self, wat: str) -> None:
        """Something is written in another form; each kind of thing is said once."""
        if not any(m.code == VORM_ANDERS.code and m.tekst.endswith(wat) for m in self.meldingen):
            self._meld(VORM_ANDERS, wat)

    def meld(self, code: Code, tekst: str, hulp: str | None = None) -> None:
        """Any other finding, once."""
        melding = code.melding(tekst, hulp=hulp)
        if melding not in self.meldingen:
            self.meldingen.append(melding)

    def _meld(self, code: Code, tekst: str, hulp: str | None = None) -> None:
        plaats = ", ".join(self.pad)
        zin = f"{plaats[:1].upper()}{plaats[1:]}: {tekst}" if plaats else f"{tekst[:1].upper()}{tekst[1:]}"
        self.meld(code, f"{zin}", hulp)

    @contextmanager
    def bij(self, node: Node) -> Iterator[None]:
        """Name a node in the findings that are made inside."""
        naam = plaats(node)
        if naam:
            self.pad.append(naam)
        try:
            yield
        finally:
            if naam:
                self.pad.pop()


def plaats(node: Node) -> str:
    """How a reader names a node: "artikel 3", "lid 2", "bijlage 1"; "" for what has no name."""
    if node.soort in (Soort.AL, Soort.LIJST, Soort.REGELING, Soort.RIJ, Soort.CEL, Soort.FRAGMENT, Soort.TUSSENKOP):
        return ""
    nummer = node.nummer or node.aanduiding
    soort = _NAAM.get(node.soort, node.soort.value)
    if nummer:
        return f"{soort} {nummer}"
    kop = " ".join(platte_tekst(node.opschrift).split())
    return f"{soort} “{kop[:40]}”" if kop and node.soort in INDELING | {Soort.BIJLAGE, Soort.DIVISIE} else soort
