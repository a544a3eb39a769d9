"""Ends that a regulation sets in its own words: "Deze regeling vervalt …", "Artikel 6 vervalt …" (A5.71).

They are read from the text as it stands, so an amendment of the day moves the end, and one that is repealed is gone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from amend.history.doel import Doel
from amend.history.moment import dag_van
from amend.model.address import Niveau, Plaats, in_context
from amend.model.besluit import Zin
from amend.model.clausules import Moment, Verval
from amend.model.kalender import datum_tekst
from amend.model.operations import Verwijder
from amend.model.stap import Stap
from amend.model.tree import Node, Soort, platte_tekst
from amend.parse import codes
from amend.parse.slot import ontleed_clausule

_VERVALT: Final = re.compile(r"\bvervall?(?:t|en)\b|\bgeldig\b|\bgeldt\s+voor\b", re.I)
_EIGEN: Final = ("besluit", "regeling")
_LANGSTE: Final = 600


@dataclass(frozen=True, slots=True)
class Einde:
    """An end by the text's own words: from ``dag`` on ``plaats`` (None: the regulation) no longer applies.

    ``twijfel``: the day of which the words ("vervalt op …") leave open whether it still counts; ``vraag`` says so.
    ``bron`` is the decision or regulation that wrote the words.
    """

    plaats: Plaats | None
    dag: date
    tekst: str
    bron: str
    twijfel: date | None = None

    @property
    def vraag(self) -> str:
        """The question about the doubtful day."""
        dag = datum_tekst(self.twijfel) if self.twijfel else "die dag"
        return f"niet blijkt of de tekst op {dag} nog geldt (“{self.tekst}”)"

    def stap(self) -> Stap:
        """The repeal as an instruction."""
        doel = (self.plaats,) if self.plaats else ()
        return Stap("", str(self.plaats), Zin.van(self.tekst), (Verwijder(doel=doel),))


@dataclass(frozen=True, slots=True)
class _Bepaling:
    """A provision about an end, before its day is worked out."""

    plaats: Plaats | None
    per: Moment
    tekst: str
    besluit: str | None
    twijfel: bool


@dataclass(slots=True)
class Tijdelijk:
    """Reads ends from trees; an element that several versions share is read once."""

    _gelezen: dict[int, tuple[Node, tuple[_Bepaling, ...]]] = field(default_factory=dict)

    def einden(self, root: Node, doelen: Sequence[Doel]) -> tuple[Einde, ...]:
        """The ends in a tree, with the entry into force of the decision that wrote each (for "drie jaar na …")."""
        uit = []
        for bepaling in self.lees(root):
            eerste = doelen[0] if doelen else None
            schrijver = next((d for d in doelen if d.besluit == bepaling.besluit), eerste)
            doel = schrijver if bepaling.plaats else eerste
            dag = dag_van(bepaling.per, doel.bek if doel else None, doel.jwv if doel else None)
            if dag is None:
                continue
            bron = schrijver.besluit if schrijver else ""
            einde = dag + timedelta(days=1) if bepaling.twijfel else dag
            uit.append(Einde(bepaling.plaats, einde, bepaling.tekst, bron, dag if bepaling.twijfel else None))
        return tuple(dict.fromkeys(uit))

    def lees(self, root: Node) -> list[_Bepaling]:
        """The provisions about an end in a tree; what was read before in another version is not read again."""
        return [bepaling for kind in root.kinderen for bepaling in self._deel(kind)]

    def _deel(self, node: Node) -> tuple[_Bepaling, ...]:
        bekend = self._gelezen.get(id(node))
        if bekend is None:
            gevonden = _lees(node) if node.soort is Soort.ARTIKEL else [b for k in node.kinderen for b in self._deel(k)]
            bekend = self._gelezen[id(node)] = (node, tuple(gevonden))
        return bekend[1]


def _lees(artikel: Node) -> list[_Bepaling]:
    uit: list[_Bepaling] = []
    stapel: list[tuple[Node, Plaats]] = [(artikel, Plaats((Niveau("artikel", artikel.nummer),)))]
    while stapel:
        node, plaats = stapel.pop()
        if node.soort is Soort.LID and node.nummer:
            plaats = Plaats((*plaats.niveaus, Niveau("lid", node.nummer)))
        if node.tekst and (tekst := platte_tekst(node.tekst)) and len(tekst) < _LANGSTE and _VERVALT.search(tekst):
            uit.extend(_van_tekst(tekst.strip(), node, plaats))
        stapel.extend((kind, plaats) for kind in reversed(node.kinderen))
    return uit


def _van_tekst(tekst: str, node: Node, plaats: Plaats) -> list[_Bepaling]:
    gelezen = ontleed_clausule(tekst)
    if gelezen is None:
        return []
    clausules, meldingen = gelezen
    twijfel = any(m.code == codes.SLOT_OF_ZIN.code for m in meldingen)
    schrijvers = [run.oorsprong.besluit for run in node.tekst if run.oorsprong and "werking" in run.tekst]
    heel = all(run.oorsprong for run in node.tekst)
    besluit = (
        schrijvers[0] if schrijvers else node.tekst[0].oorsprong.besluit if heel and node.tekst[0].oorsprong else None
    )
    return [
        _Bepaling(_plaats(c.wat, plaats), c.per, tekst, besluit, twijfel)
        for c in clausules
        if isinstance(c, Verval) and c.per is not None and c.regeling is None and _bekend(c.wat)
    ]


def _bekend(wat: str) -> bool:
    return (
        wat in _EIGEN
        or re.match(r"(?:artikel|lid|onderdeel|hoofdstuk|paragraaf|afdeling|titel|bijlage)\s", wat) is not None
    )


def _plaats(wat: str, context: Plaats) -> Plaats | None:
    return None if wat in _EIGEN else in_context(Plaats.lees(wat), context)
