"""New text: the nodes that a decision gives, made fit for the place where they go, and the identities they inherit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from amend.apply import codes
from amend.apply.begrip import norm, term_van
from amend.apply.kiezen import los
from amend.apply.werk import Werk, zeg
from amend.model.address import Plaats
from amend.model.identity import zonder_wids
from amend.model.numbering import nummer_van
from amend.model.tree import (
    INDELING,
    ITEMS,
    Mark,
    Node,
    Soort,
    Tekst,
    alinea,
    alle_nodes,
    met_oorsprong,
    platte_tekst,
    vervang_tekens,
)

INHOUD: Final = frozenset({Soort.AL, Soort.LIJST, Soort.TABEL, Soort.TUSSENKOP, Soort.FRAGMENT})
"""Kinds that stand inside an element and carry no designation of their own."""
_AANDUIDING: Final = re.compile(
    r"\s*[•·]?\s*((?:\d{1,3}[a-z]?|[a-z]{1,2}\d?|[ivx]+|[A-Z]{1,2}))(?:[.)]|[°º]\.?)\s+(?=\S)"
)
_ARTIKELKOP: Final = re.compile(r"\s*art(?:ikel|\.)\s+(\S+?)[.:]?\s+(?=\S)", re.IGNORECASE)


def nieuwe(werk: Werk, inhoud: Sequence[Node], nieuw: str | None) -> tuple[Node, ...]:
    """The payload as fresh nodes: no identity yet, written by this step. Refuses when there is none."""
    nodes = tuple(inhoud) or ((alinea(nieuw.strip()),) if nieuw and nieuw.strip() else ())
    if not nodes:
        werk.weiger(
            codes.PAYLOAD_ONTBREEKT,
            "de instructie kondigt nieuwe tekst aan, maar die ontbreekt.",
            "Vul de nieuwe tekst in het besluit aan.",
        )
    nodes = (*nodes[:-1], _zonder_slotpunt(werk, nodes[-1]))
    return tuple(met_oorsprong(zonder_wids(node), werk.oorsprong) for node in nodes)


def _zonder_slotpunt(werk: Werk, node: Node) -> Node:
    """G8: ";." at the very end of the payload: the stop closes the instruction."""
    if node.kinderen:
        return replace(node, kinderen=(*node.kinderen[:-1], _zonder_slotpunt(werk, node.kinderen[-1])))
    tekst = platte_tekst(node.tekst).rstrip()
    if node.soort is not Soort.AL or not tekst.endswith((";.", ",.")):
        return node
    werk.meld(codes.SLOTPUNT, f"de punt na “{tekst[-2]}” aan het slot van de nieuwe tekst hoort bij de instructie.")
    return replace(node, tekst=vervang_tekens(node.tekst, len(tekst) - 1, len(tekst), ()))


def als_elementen(werk: Werk, nodes: Sequence[Node], soort: Soort, plaats: Plaats, nummer: str = "") -> list[Node]:
    """The payload as elements of ``soort``. Text without a designation becomes element ``nummer``, if that is known."""
    nodes = _zonder_omhulsel(nodes, soort, plaats)
    if soort in ITEMS:
        nodes = [item for node in nodes for item in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    elif soort is Soort.LID:
        nodes = _lijst_als_leden(nodes)
    if all(_past(node, soort) for node in nodes):
        return [_als_soort(node, soort) for node in nodes]
    if nummer and (all(node.soort in INHOUD for node in nodes) or (soort is Soort.ARTIKEL and _alle_leden(nodes))):
        return [_met_nummer(werk, nodes, soort, nummer, plaats)]
    ander = next(node for node in nodes if not _past(node, soort))
    raise werk.weigering(
        codes.SOORT,
        f"de nieuwe tekst voor {zeg(plaats)} is geen {soort.value} maar een {ander.soort.value}.",
        "Controleer de aanduiding waarmee de nieuwe tekst begint.",
    )


def _alle_leden(nodes: Sequence[Node]) -> bool:
    """Leden 1, 2, … and nothing else: all there is below the heading of an article."""
    nummers = [node.nummer for node in nodes if node.soort is Soort.LID]
    return len(nodes) > 1 and nummers == [str(i) for i in range(1, len(nodes) + 1)]


def _zonder_omhulsel(nodes: Sequence[Node], soort: Soort, plaats: Plaats) -> Sequence[Node]:
    """A payload that repeats the elements above the target ("Artikel 23" above the new lid) without them."""
    boven = {(n.soort, los(n.nummer)) for n in plaats.niveaus if n.soort != soort.value}
    while len(nodes) == 1 and nodes[0].soort is not soort and (nodes[0].soort.value, los(nodes[0].nummer)) in boven:
        nodes = nodes[0].kinderen
    return nodes


def als_alineas(nodes: Sequence[Node]) -> list[Node]:
    """Definition items of one text block as that text block, where the surrounding ones are plain text blocks."""
    uit: list[Node] = []
    for node in (k for n in nodes for k in (n.kinderen if n.soort is Soort.LIJST else (n,))):
        los_blok = node.soort in ITEMS and not node.nummer and len(node.kinderen) == 1
        uit.append(node.kinderen[0] if los_blok else node)
    return uit if all(node.soort is Soort.AL for node in uit) else list(nodes)


def _lijst_als_leden(nodes: Sequence[Node]) -> Sequence[Node]:
    """A payload that was read as one numbered list ("1. …", "2. …") although leden are announced."""
    if len(nodes) == 1 and nodes[0].soort is Soort.LIJST and all(k.nummer[:1].isdigit() for k in nodes[0].kinderen):
        return nodes[0].kinderen
    return nodes


def _past(node: Node, soort: Soort) -> bool:
    if node.soort is soort:
        return True
    if soort in ITEMS:
        return node.soort in ITEMS or node.soort is Soort.LID
    return soort is Soort.LID and node.soort is Soort.ONDERDEEL


def _als_soort(node: Node, soort: Soort) -> Node:
    if node.soort is soort:
        return node
    if soort is Soort.BEGRIP and node.nummer:
        return replace(node, soort=Soort.ONDERDEEL)
    if soort is Soort.ONDERDEEL and not node.nummer:
        return node
    return replace(node, soort=soort)


def _met_nummer(werk: Werk, nodes: Sequence[Node], soort: Soort, nummer: str, plaats: Plaats) -> Node:
    """Text whose designation was not read apart: take it off when it is printed, warn when it is not."""
    eerste = nodes[0]
    patroon = _ARTIKELKOP if soort is Soort.ARTIKEL else _AANDUIDING
    treffer = patroon.match(platte_tekst(eerste.tekst)) if eerste.soort is Soort.AL else None
    if treffer is None or soort not in (Soort.ARTIKEL, Soort.LID, Soort.ONDERDEEL):
        werk.meld(codes.NUMMER_NIET_GENOEMD, f"de nieuwe tekst voor {zeg(plaats)} noemt haar nummer niet.")
        return Node(soort, nummer=nummer, kinderen=tuple(nodes), oorsprong=werk.oorsprong)
    gelezen = nummer_van(treffer[0].strip(" •·")) if soort is not Soort.ARTIKEL else treffer[1]
    if los(gelezen) != los(nummer):
        werk.weiger(
            codes.NUMMER,
            f"de nieuwe tekst voor {zeg(plaats)} begint met “{treffer[0].strip()}”.",
            "Het nummer in de nieuwe tekst moet gelijk zijn aan dat in de instructie.",
        )
    kaal = replace(eerste, tekst=vervang_tekens(eerste.tekst, 0, treffer.end(), ()))
    aanduiding = "" if soort is Soort.ARTIKEL else treffer[0].strip(" •·")
    return Node(soort, nummer=nummer, aanduiding=aanduiding, kinderen=(kaal, *nodes[1:]), oorsprong=werk.oorsprong)


def erf(oud: Node, nieuw: Node) -> Node:
    """``nieuw`` in the place of ``oud``: same identity; inner elements of equal kind and number keep theirs (G13)."""
    artikelen = _artikelen(oud) if oud.soort in INDELING else {}
    return _erf(oud, nieuw, artikelen)


def _artikelen(node: Node) -> dict[str, Node]:
    gevonden = [kind for kind in alle_nodes(node) if kind.soort is Soort.ARTIKEL and kind.nummer]
    aantal = Counter(kind.nummer for kind in gevonden)
    return {kind.nummer: kind for kind in gevonden if aantal[kind.nummer] == 1}


def _erf(oud: Node, nieuw: Node, artikelen: dict[str, Node]) -> Node:
    bekend = dict(_sleutels(oud))
    kinderen = []
    for sleutel, kind in _sleutels(nieuw, alles=True):
        voorganger = (
            artikelen.get(kind.nummer) if artikelen and kind.soort is Soort.ARTIKEL else bekend.pop(sleutel, None)
        )
        if voorganger is not None:
            kinderen.append(_erf(voorganger, kind, artikelen))
        else:
            kinderen.append(_met_artikelen(kind, artikelen) if artikelen else kind)
    zelfde = nieuw.nummer == oud.nummer
    return replace(
        nieuw,
        wid=oud.wid,
        kinderen=tuple(kinderen),
        extra=nieuw.extra or oud.extra,
        nummer_oorsprong=oud.nummer_oorsprong if zelfde else nieuw.nummer_oorsprong,
    )


def _met_artikelen(node: Node, artikelen: dict[str, Node]) -> Node:
    """A new division among the replaced ones: the articles in it keep their identity by number."""
    if node.soort is Soort.ARTIKEL:
        return _erf(artikelen[node.nummer], node, {}) if node.nummer in artikelen else node
    if node.soort not in INDELING:
        return node
    return replace(node, kinderen=tuple(_met_artikelen(kind, artikelen) for kind in node.kinderen))


def _sleutels(node: Node, *, alles: bool = False) -> Iterator[tuple[tuple[str, str], Node]]:
    """The children with the key by which old and new are matched; unmatched kinds get a key that matches nothing."""
    tel: Counter[Soort] = Counter()
    for i, kind in enumerate(node.kinderen):
        tel[kind.soort] += 1
        if kind.nummer:
            yield (kind.soort.value, kind.nummer), kind
        elif kind.soort in (Soort.LIJST, Soort.TABEL):
            yield (kind.soort.value, f"#{tel[kind.soort]}"), kind
        elif kind.soort is Soort.BEGRIP and (term := term_van(kind)):
            yield (kind.soort.value, norm(term)), kind
        elif alles:
            yield ("", str(i)), kind


def zelfde_tekst(een: Node, ander: Node) -> bool:
    """True when a reader sees no difference (origins, identities and foreign attributes apart)."""
    return (
        zelfde_eigen_tekst(een, ander)
        and len(een.kinderen) == len(ander.kinderen)
        and all(map(zelfde_tekst, een.kinderen, ander.kinderen))
    )


def zelfde_eigen_tekst(een: Node, ander: Node) -> bool:
    """True when a reader sees no difference in what the two hold themselves, their children apart."""
    if (een.soort, een.nummer, een.label, een.aanduiding, een.status, een.xml) != (
        *(ander.soort, ander.nummer, ander.label, ander.aanduiding, ander.status, ander.xml),
    ):
        return False
    return zicht(een.opschrift) == zicht(ander.opschrift) and zicht(een.tekst) == zicht(ander.tekst)


def zicht(tekst: Tekst) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """The text by its marks; where a run begins and who wrote it do not matter."""
    uit: list[tuple[str, tuple[Mark, ...]]] = []
    for run in tekst:
        if uit and uit[-1][1] == run.marks:
            uit[-1] = (uit[-1][0] + run.tekst, run.marks)
        else:
            uit.append((run.tekst, run.marks))
    return tuple(uit)
