"""The shape of new text: how many elements are announced, which numbers they have, which terms they define."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.address import Plaats
from amend.model.besluit import Zin
from amend.model.melding import Code, Melding
from amend.model.numbering import reeks
from amend.model.operations import Handeling, Vervang, VoegIn, VoegTekstToe, VoegToe
from amend.model.tree import ITEMS, Node, Soort, platte_tekst

Element = Vervang | VoegIn | VoegToe
KAAL: Final = frozenset({Soort.AL, Soort.LIJST, Soort.TABEL, Soort.TUSSENKOP, Soort.FRAGMENT})
GENUMMERD: Final = frozenset(
    {
        "artikel",
        "lid",
        "onderdeel",
        "hoofdstuk",
        "afdeling",
        "paragraaf",
        "titel",
        "deel",
        "boek",
        "bijlage",
        "subparagraaf",
    }
)


@dataclass(frozen=True, slots=True)
class Bron:
    """The instruction that the payload belongs to, for the place of findings."""

    zin: Zin
    onderdeel: str

    def melding(self, code: Code, tekst: str, hulp: str | None = None) -> Melding:
        """A finding about the whole instruction."""
        return code.melding(tekst, self.zin.plek(0, len(self.zin.plat)), hulp).bij(onderdeel=self.onderdeel)


def aangekondigd_aantal(op: Handeling) -> int | None:
    """How many elements the operation announces; None when it does not say."""
    if isinstance(op, Vervang):
        if op.aantal or op.nummer or op.meer:
            return op.aantal or len(op.nummer) or None
        nummers = doelnummers(op.doel)
        return len(nummers) if nummers else None
    if isinstance(op, VoegIn | VoegToe | VoegTekstToe):
        return op.aantal or (len(op.nummer) if isinstance(op, VoegIn | VoegToe) and op.nummer else None)
    return None


def doelnummers(doel: Sequence[Plaats]) -> tuple[str, ...] | None:
    """The numbers of the targets, ranges counted out where that is certain."""
    uit: list[str] = []
    for plaats in doel:
        laatste = plaats.laatste
        if laatste.soort not in GENUMMERD or laatste.nummer in {"", "laatste", "voorlaatste"} or laatste.geteld:
            return None
        geteld = reeks(laatste.nummer, laatste.tot) if laatste.tot else (laatste.nummer,)
        if geteld is None:
            return None
        uit.extend(geteld)
    return tuple(uit)


def in_vorm(portie: tuple[Node, ...], soort: str) -> tuple[Node, ...]:
    """The payload in the kind of its target: numbered lines are leden or onderdelen as the target says."""
    if soort == "lid" and len(portie) == 1 and portie[0].soort is Soort.LIJST:
        return tuple(replace(kind, soort=Soort.LID) for kind in portie[0].kinderen)
    if soort == "onderdeel":
        nodes = [kind for node in portie for kind in (node.kinderen if node.soort is Soort.LIJST else (node,))]
        return tuple(replace(n, soort=Soort.ONDERDEEL) if n.soort is Soort.LID else n for n in nodes)
    if soort == "begrip":
        return tuple(kind for node in portie for kind in (node.kinderen if node.soort is Soort.LIJST else (node,)))
    if soort == "rij":
        return tuple(kind for node in portie for kind in (node.kinderen if node.soort is Soort.TABEL else (node,)))
    return portie


def begint_met_nummer(node: Node, nummer: str) -> bool:
    """True for "2.1 Het tarief …": a line that is numbered in its text (tables of rates)."""
    return "." in nummer and re.match(rf"{re.escape(nummer)}\.?\s", platte_tekst(node.tekst)) is not None


def ingepakt(soort: str, nummer: str, nodes: tuple[Node, ...]) -> Node:
    """The element of this kind and number with ``nodes`` in it."""
    label = {"artikel": "Artikel", "bijlage": "Bijlage"}.get(soort, "")
    aanduiding = nummer if label else f"{nummer}."
    return Node(Soort(soort), nummer=nummer, label=label, aanduiding=aanduiding, kinderen=nodes)


def nummers_van(nodes: Sequence[Node], soort: str) -> tuple[str, ...]:
    """The numbers of the elements of this kind; for definitions their terms."""
    if soort == "begrip":
        return tuple(filter(None, (term_van(node) for node in nodes)))
    return tuple(node.nummer for node in nodes if node.soort == soort and node.nummer)


def term_van(node: Node) -> str:
    """The defined term of an item: the words before its colon."""
    if node.soort not in ITEMS and node.soort is not Soort.AL:
        return ""
    tekst = platte_tekst(node.tekst) or next((platte_tekst(k.tekst) for k in node.kinderen if k.tekst), "")
    term, dubbele_punt, _ = tekst.partition(":")
    return term.strip(' *"“”‘’') if dubbele_punt and len(term) < 120 else ""


def getoonde_soort(portie: Sequence[Node]) -> str:
    """ "Aan artikel 3 wordt toegevoegd:" and an element with its own designation: what kind it is; "" for text."""
    nodes = [kind for node in portie for kind in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    soorten = {node.soort.value for node in nodes}
    return soorten.pop() if len(soorten) == 1 and all(node.nummer for node in nodes) else ""
