"""Identity: computed eIds (STOP rules) and permanent wIds.

eId = path by position: ``<parent>__<ref>_<number>``; unnumbered ``_o_1``; a duplicate gets ``_inst2``; the body is
never a prefix. wId = ``<authority>_<version of birth>__<eId at birth>``: given once, never changed, never reused.
Source: STOP 1.3 agAKN, rules STOP0013, STOP0020-0023.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from operator import is_not

from amend.model.tree import INDELING, Node, Pad, Soort, alle_nodes

REF: dict[Soort, str] = {
    Soort.AANHEF: "formula_1",
    Soort.SLUITING: "formula_2",
    Soort.BOEK: "book",
    Soort.DEEL: "part",
    Soort.TITEL: "title",
    Soort.HOOFDSTUK: "chp",
    Soort.AFDELING: "subchp",
    Soort.PARAGRAAF: "subsec",
    Soort.SUBPARAGRAAF: "subsec",
    Soort.ARTIKEL: "art",
    Soort.LID: "para",
    Soort.LIJST: "list",
    Soort.ONDERDEEL: "item",
    Soort.STREEPJE: "item",
    Soort.BEGRIP: "item",
    Soort.TABEL: "table",
    Soort.BIJLAGE: "cmp",
    Soort.DIVISIE: "div",
    Soort.TOELICHTING: "recital",
}

REF_STOP: dict[str, str] = {
    "Divisietekst": "content",
    "InleidendeTekst": "intro",
    "AlgemeneToelichting": "genrecital",
    "ArtikelgewijzeToelichting": "artrecital",
    "Motivering": "acc",
}
"""The abbreviation of elements that STOP tells apart and the model does not (kept as :data:`EXTRA_STOP`)."""
EXTRA_STOP = "stop:element"
_ENIG = frozenset({"recital", "genrecital", "artrecital"})
"""Occur once: their eId has no number."""

_DOORLOPEND = INDELING | {Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE, Soort.DIVISIE, Soort.ONDERDEEL}


def _nummerdeel(node: Node) -> str:
    kaal = re.sub(r"[^0-9A-Za-z.\-]", ".", node.nummer.replace(" ", ""))
    return kaal.strip(".")


def eids(root: Node) -> Iterator[tuple[Pad, Node, str]]:
    """Path, node and computed eId of every node that has one, in reading order."""
    yield from _eids(root, (), "")


def _eids(node: Node, pad: Pad, prefix: str) -> Iterator[tuple[Pad, Node, str]]:
    for i, kind, eid in _benoemd(node, prefix):
        yield (*pad, i), kind, eid
        yield from _eids(kind, (*pad, i), eid)


def _benoemd(node: Node, prefix: str) -> Iterator[tuple[int, Node, str]]:
    """Index, child and computed eId of the children that have one."""
    ongenummerd: Counter[str] = Counter()
    gezien: Counter[str] = Counter()
    for i, kind in enumerate(node.kinderen):
        ref = REF.get(kind.soort)
        if ref is None:
            continue
        ref = REF_STOP.get(kind.attribuut(EXTRA_STOP) or "", ref) if kind.extra else ref
        nr = _nummerdeel(kind)
        if ref.startswith("formula") or (ref in _ENIG and not nr):
            deel = ref
        elif nr and kind.soort in _DOORLOPEND:
            deel = f"{ref}_{nr}"
        else:
            ongenummerd[ref] += 1
            deel = f"{ref}_o_{ongenummerd[ref]}"
        gezien[deel] += 1
        if gezien[deel] > 1:
            deel = f"{deel}_inst{gezien[deel]}"
        yield i, kind, f"{prefix}__{deel}" if prefix else deel


def geef_wids(root: Node, versie: str, vorige: Node | None = None) -> Node:
    """The tree in which every node without a wid has one: ``<versie>__<eId now>``, made unique.

    ``versie`` is "<authority>_<n>" (for instance "gm0505_1"); nodes that have a wid keep it. ``vorige`` is a tree in
    which every node has one already: what the new tree shares with it is not looked at.
    """
    if vorige is not None and not _zonder_wid(root, vorige):
        return root
    return _met_wids(root, "", versie, {node.wid for node in alle_nodes(root) if node.wid})


def _met_wids(node: Node, prefix: str, versie: str, bestaand: set[str]) -> Node:
    """The node with a wid for all below it; ``bestaand`` are those in use, and grows."""
    kinderen = list(node.kinderen)
    for i, kind, eid in _benoemd(node, prefix):
        wid = kind.wid or _nieuw_wid(f"{versie}__{eid}", bestaand)
        nieuw = _met_wids(kind, eid, versie, bestaand) if kind.kinderen else kind
        kinderen[i] = nieuw if wid == nieuw.wid else replace(nieuw, wid=wid)
    anders = any(map(is_not, kinderen, node.kinderen))
    return replace(node, kinderen=tuple(kinderen)) if anders else node


def _nieuw_wid(wens: str, bestaand: set[str]) -> str:
    wid, n = wens, 1
    while wid in bestaand:
        n += 1
        wid = f"{wens}_inst{n}"
    bestaand.add(wid)
    return wid


def _zonder_wid(root: Node, vorige: Node) -> bool:
    """True when a part of the tree that is not shared with ``vorige`` has a node that needs a wid."""
    stapel = [(root, vorige)]
    while stapel:
        node, oud = stapel.pop()
        gedeeld = set(map(id, oud.kinderen))
        op_wid = {kind.wid: kind for kind in oud.kinderen if kind.wid}
        for kind in node.kinderen:
            if id(kind) in gedeeld:
                continue
            if not kind.wid and kind.soort in REF:
                return True
            stapel.append((kind, op_wid.get(kind.wid, _LEEG)))
    return False


_LEEG = Node(Soort.LIJST)


def zonder_wids(node: Node) -> Node:
    """The subtree with all identities taken off (a payload that gets new ones, or a comparison of texts)."""
    return replace(node, wid="", kinderen=tuple(zonder_wids(kind) for kind in node.kinderen))
