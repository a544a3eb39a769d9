"""Akoma Ntoso read back: every word, every number, the kind, place and identity of every element of the hierarchy."""

from __future__ import annotations

from amend.model.akn_namen import HIERARCHIE
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.tree import Node, Soort
from amend.read.akn import lees_akn
from amend.write.terug.stroom import stroom, verschil

_MERK = frozenset(HIERARCHIE) | {Soort.BIJLAGE, Soort.DIVISIE}
_ACHTER = (Soort.BIJLAGE, Soort.TOELICHTING)


def controleer_akn(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when the file does not hold the text exactly; the findings of reading when it cannot be read."""
    gelezen, meldingen = lees_akn(data)
    if gelezen is None:
        return meldingen
    return verschil(stroom(in_volgorde(regeling.root), merk), stroom((gelezen.root,), merk), "Akoma Ntoso")


def in_volgorde(root: Node) -> list[Node]:
    """The root alone, then the parts in the order of Akoma Ntoso: preamble, body, conclusions, annexes, notes."""
    voor = [kind for kind in root.kinderen if kind.soort is Soort.AANHEF]
    achter = [kind for soort in (Soort.SLUITING, *_ACHTER) for kind in root.kinderen if kind.soort is soort]
    lichaam = [kind for kind in root.kinderen if kind not in voor and kind not in achter]
    eigen = Node(Soort.AL, label=root.label, aanduiding=root.aanduiding, tekst=root.tekst)
    return [Node(Soort.AL, opschrift=root.opschrift), *voor, eigen, *lichaam, *achter]


def merk(node: Node, kring: tuple[Node, ...]) -> str:
    """Kind and identity of an element of the hierarchy."""
    if node.soort not in _MERK:
        return ""
    wid = node.wid if "".join(node.wid.split()) == node.wid else ""
    return f"‹{node.soort}{' ' + wid if wid else ''}›"
