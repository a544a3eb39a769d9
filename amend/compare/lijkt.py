"""How well two elements of one stretch fit as old and new form of the same element."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Final

from amend.compare.vingers import Vingers
from amend.model.tree import INDELING, ITEMS, Node, Soort, platte_tekst

MET_KOP: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.DIVISIE, Soort.TOELICHTING}
GENUMMERD: Final = ITEMS | {Soort.LID}
_TEKST: Final = frozenset({Soort.AL, Soort.TUSSENKOP})
_OMHULSEL: Final = frozenset({Soort.LIJST, Soort.TABEL, Soort.RIJ, Soort.CEL})
_ENIG: Final = frozenset({Soort.AANHEF, Soort.SLUITING, Soort.REGELING})


def verenigbaar(a: Node, b: Node) -> bool:
    """True when one can be the other's new form: the same kind, or both items, both text, both with the same label."""
    if a.soort is b.soort:
        return True
    groepen = (ITEMS, _TEKST)
    if any(a.soort in groep and b.soort in groep for groep in groepen):
        return True
    return a.soort in MET_KOP and b.soort in MET_KOP and bool(a.label) and a.label.lower() == b.label.lower()


def zelfde_nummer(a: Node, b: Node) -> bool:
    """True when both have the same number and label."""
    return bool(a.nummer) and a.nummer == b.nummer and a.label.lower() == b.label.lower()


def zelfde_kop(a: Node, b: Node) -> bool:
    """True when both have the same heading."""
    kop = platte_tekst(a.opschrift).strip().lower()
    return bool(kop) and kop == platte_tekst(b.opschrift).strip().lower()


def score(vingers: Vingers, a: Node, b: Node, *, enig: bool) -> float:
    """Weight of the pair, 0 when it is none. ``enig``: each is the only one of its kind in its parent."""
    if not verenigbaar(a, b):
        return 0.0
    if a.soort is Soort.FRAGMENT:
        return 1.0 if a.xml == b.xml else 0.0
    maat = vingers.gelijkenis(a, b)
    if a.soort in _OMHULSEL:
        maat = max(maat, _gedeelde_kinderen(vingers, a, b))
    if maat < _drempel(a, b, enig=enig):
        return 0.0
    nummer = 0.1 + 0.35 * maat if zelfde_nummer(a, b) else 0.0
    return 0.05 + maat + nummer + (0.2 if zelfde_kop(a, b) else 0.0)


def _gedeelde_kinderen(vingers: Vingers, a: Node, b: Node) -> float:
    """The share of the children of the smaller of two lists or tables that stand in both."""
    if not a.kinderen or not b.kinderen:
        return 0.0
    x, y = (Counter(vingers.romp(kind) for kind in node.kinderen) for node in (a, b))
    return sum((x & y).values()) / min(len(a.kinderen), len(b.kinderen))


def _drempel(a: Node, b: Node, *, enig: bool) -> float:
    if a.soort in _ENIG or (enig and a.soort not in MET_KOP) or (a.status is not b.status and zelfde_nummer(a, b)):
        return 0.0
    if a.soort in MET_KOP:
        return _drempel_kop(a, b)
    if a.soort in GENUMMERD:
        return 0.0 if zelfde_nummer(a, b) else 0.5
    return 0.3 if a.soort in _OMHULSEL else 0.5


def _drempel_kop(a: Node, b: Node) -> float:
    nummer, kop = zelfde_nummer(a, b), zelfde_kop(a, b)
    if kop:
        return 0.0 if nummer else 0.1
    return 0.2 if nummer else 0.45


_ZELDZAAM: Final = 4
_KANDIDATEN: Final = 6


def kandidaten(vingers: Vingers, a: Sequence[Node], b: Sequence[Node]) -> list[tuple[int, int]]:
    """Index pairs of elements that share a number, a heading or rare pairs of words; a few per element of ``a``."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for j, node in enumerate(b):
        for sleutel in _kenmerken(vingers, node):
            index[sleutel].append(j)
    uit: list[tuple[int, int]] = []
    for i, node in enumerate(a):
        stemmen: Counter[int] = Counter()
        for sleutel in _kenmerken(vingers, node):
            raak = index.get(sleutel, ())
            if len(raak) <= _ZELDZAAM:
                stemmen.update(raak)
        uit.extend((i, j) for j, _ in stemmen.most_common(_KANDIDATEN))
    return uit


def _kenmerken(vingers: Vingers, node: Node) -> list[Hashable]:
    woorden = vingers.woorden(node)
    kop = platte_tekst(node.opschrift)
    alle: list[Hashable] = [("nr", node.soort, node.nummer), ("kop", kop), *pairwise(woorden), *woorden[:1]]
    return list(dict.fromkeys(alle))
