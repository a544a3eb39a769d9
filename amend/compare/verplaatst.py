"""Moved elements: what stands alone on both sides after the alignment, paired wherever it stands.

In one history by identity alone. Between files by equal content that occurs once on both sides and is long enough to
be no accident, then by high similarity (moved and edited).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from amend.compare.lijkt import GENUMMERD, MET_KOP, kandidaten, verenigbaar, zelfde_kop, zelfde_nummer
from amend.compare.tak import Tak
from amend.compare.vingers import Vingers
from amend.model.tree import Soort

_WOORDEN: Final = 5
_WOORDEN_DIEP: Final = 10
"""Inside an element that is new or gone itself, more words are needed to speak of a move."""
_BEWERKT: Final = 0.7


class Werk(Protocol):
    """What is needed of a pairing in the making."""

    oud: Tak
    nieuw: Tak
    identiteit: bool
    vingers: Vingers

    def paar(self, a: Tak, b: Tak) -> None:
        """Make two branches counterparts."""


def zoek_verplaatst(werk: Werk) -> bool:
    """Pair what can be paired; False when nothing was."""
    oud, nieuw = list(_alleen(werk.oud)), list(_alleen(werk.nieuw))
    if not oud or not nieuw:
        return False
    if werk.identiteit:
        gevonden = _op_identiteit(werk, oud, nieuw)
        return _op_inhoud(werk, oud, nieuw) or gevonden
    return _op_inhoud(werk, oud, nieuw) or _op_gelijkenis(werk, oud, nieuw)


def _op_identiteit(werk: Werk, oud: Sequence[Tak], nieuw: Sequence[Tak]) -> bool:
    op_wid = {tak.node.wid: tak for tak in oud if tak.node.wid}
    paren = [(op_wid[b.node.wid], b) for b in nieuw if b.node.wid in op_wid]
    return _paar_vrije(werk, paren)


def _op_inhoud(werk: Werk, oud: Sequence[Tak], nieuw: Sequence[Tak]) -> bool:
    """Equal content, largest first."""
    a, b = _enige(werk, oud), _enige(werk, nieuw)
    paren = [(a[romp], b[romp]) for romp in a.keys() & b.keys() if verenigbaar(a[romp].node, b[romp].node)]
    paren = [paar for paar in paren if _genoeg(werk, *paar)]
    return _paar_vrije(werk, sorted(paren, key=lambda p: (-len(werk.vingers.woorden(p[0].node)), len(p[0].lijn()))))


def _enige(werk: Werk, takken: Sequence[Tak]) -> dict[int, Tak]:
    """Per content the one branch that has it."""
    per_romp: dict[int, list[Tak]] = defaultdict(list)
    for tak in takken:
        if not (werk.identiteit and tak.node.wid):
            per_romp[werk.vingers.romp(tak.node)].append(tak)
    return {romp: lijst[0] for romp, lijst in per_romp.items() if len(lijst) == 1}


def _genoeg(werk: Werk, a: Tak, b: Tak) -> bool:
    aantal = len(werk.vingers.woorden(a.node))
    if a.node is b.node or _omhuld(a, b) or _omhuld(b, a):
        return aantal > 0
    if a.node.soort in MET_KOP and (zelfde_nummer(a.node, b.node) or zelfde_kop(a.node, b.node)):
        return True
    diep = any(tak.ouder is not None and tak.ouder.partner is None for tak in (a, b))
    return aantal >= (_WOORDEN_DIEP if diep else _WOORDEN)


def _op_gelijkenis(werk: Werk, oud: Sequence[Tak], nieuw: Sequence[Tak]) -> bool:
    """Moved and edited, most words in common first."""
    x, y = ([tak for tak in takken if _verplaatsbaar(werk, tak)] for takken in (oud, nieuw))
    paren: list[tuple[float, Tak, Tak]] = []
    for i, j in kandidaten(werk.vingers, [tak.node for tak in x], [tak.node for tak in y]):
        a, b = x[i], y[j]
        maat = werk.vingers.gelijkenis(a.node, b.node) if verenigbaar(a.node, b.node) else 0.0
        if maat >= _BEWERKT:
            paren.append((-maat * len(werk.vingers.woorden(a.node)), a, b))
    return _paar_vrije(werk, [(a, b) for _, a, b in sorted(paren, key=lambda p: p[0])])


def _verplaatsbaar(werk: Werk, tak: Tak) -> bool:
    soort = tak.node.soort
    kan = soort in MET_KOP or soort in GENUMMERD or soort is Soort.AL
    return kan and len(werk.vingers.woorden(tak.node)) >= _WOORDEN_DIEP


def _paar_vrije(werk: Werk, paren: Sequence[tuple[Tak, Tak]]) -> bool:
    raak = False
    for a, b in paren:
        if a.partner is None and b.partner is None:
            werk.paar(a, b)
            raak = True
    return raak


def _alleen(root: Tak) -> Iterable[Tak]:
    """Every branch without counterpart, outer ones first; equal subtrees are not entered."""
    stapel = [root]
    while stapel:
        tak = stapel.pop()
        if tak.partner is None:
            yield tak
        if not tak.gelijk:
            stapel.extend(reversed(tak.kinderen))


def _omhuld(a: Tak, b: Tak) -> bool:
    """True when ``b`` stands in a new element that was put around ``a`` where ``a`` stood."""
    return b.ouder is not None and b.ouder.ouder is not None and b.ouder.ouder.partner is a.ouder is not None
