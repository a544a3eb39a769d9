"""The text blocks of a place: where quoted words are looked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from amend.apply.doelwit import Deel, Doelwit
from amend.apply.kiezen import vervallen
from amend.apply.werk import Werk
from amend.model.tree import Node, Pad, Soort, Tekst, platte_tekst

BUITEN = frozenset({Soort.AANHEF, Soort.SLUITING, Soort.TOELICHTING})
"""Parts of the root that an instruction about the whole regulation does not touch (A6.7)."""


@dataclass(frozen=True, slots=True)
class Blok:
    """A stretch of text in a node: its body text or its heading; ``van``/``tot`` limit the search."""

    pad: Pad
    kop: bool
    tekst: str
    van: int
    tot: int

    @property
    def zichtbaar(self) -> str:
        """The characters in which is searched."""
        return self.tekst[self.van : self.tot]


def blokken(werk: Werk, plek: Doelwit) -> list[Blok]:
    """The text blocks of a place in reading order, headings not included unless the heading is the place."""
    node = werk.node(plek.pad)
    if plek.deel is Deel.OPSCHRIFT:
        return [_kop(plek.pad, node)]
    if plek.deel is Deel.TEKENS:
        return [Blok(plek.pad, False, platte_tekst(node.tekst), plek.van, plek.tot)]
    if plek.deel is Deel.BLOKKEN:
        paden = [(*plek.pad, i) for i in range(plek.van, plek.tot)]
    elif plek.deel is Deel.KOLOM:
        paden = [(*plek.pad, i, plek.van) for i, kind in enumerate(node.kinderen) if kind.soort is Soort.RIJ]
    else:
        paden = [plek.pad]
    return [blok for pad in paden for blok in _lijf(werk.node(pad), pad, plek)]


def _lijf(node: Node, pad: Pad, plek: Doelwit) -> list[Blok]:
    uit: list[Blok] = []
    hele_regeling = node.soort is Soort.REGELING
    stapel = [(pad, node)]
    while stapel:
        hier, huidig = stapel.pop()
        if vervallen(huidig) or (hele_regeling and huidig.soort in BUITEN):
            continue
        is_kop = huidig.soort is Soort.TUSSENKOP
        if hele_regeling and hier and huidig.opschrift:
            uit.append(_kop(hier, huidig))
        if huidig.tekst and (not is_kop or hele_regeling or hier == plek.pad):
            tekst = platte_tekst(huidig.tekst)
            uit.append(Blok(hier, False, tekst, 0, len(tekst)))
        laatste = len(huidig.kinderen) - 1
        stapel.extend(((*hier, laatste - i), kind) for i, kind in enumerate(reversed(huidig.kinderen)))
    return uit


def _kop(pad: Pad, node: Node) -> Blok:
    if node.soort is Soort.TUSSENKOP:
        tekst = platte_tekst(node.tekst)
        return Blok(pad, False, tekst, 0, len(tekst))
    tekst = platte_tekst(node.opschrift)
    return Blok(pad, True, tekst, 0, len(tekst))


def koppen(werk: Werk, plek: Doelwit) -> list[Blok]:
    """The heading of the place itself, for a quote that stands in no body text."""
    if plek.deel is not Deel.ELEMENT or not plek.pad:
        return []
    node = werk.node(plek.pad)
    return [_kop(plek.pad, node)] if node.opschrift else []


def runs_van(node: Node, kop: bool) -> Tekst:
    """The runs of the body text or of the heading."""
    return node.opschrift if kop else node.tekst


def met_runs(node: Node, kop: bool, tekst: Tekst) -> Node:
    """The node with other runs in its body text or heading."""
    return replace(node, opschrift=tekst) if kop else replace(node, tekst=tekst)
