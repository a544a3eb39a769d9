"""Replacements of words in one sentence are simultaneous: each is about the text before the sentence (F20, G2)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from amend.model.operations import Handeling, VervangTekst


def gelijktijdig(ops: Sequence[Handeling]) -> list[Handeling]:
    """The operations, with a replacement after those that seek the words that it brings in the same place.

    "«10» door «20» en «20» door «30»" begins with the last. Words that change places ("«a» door «b» en «b» door «a»")
    stay in their order.
    """
    uit: list[Handeling] = []
    open_ = list(ops)
    while open_:
        eerst = list(itertools.takewhile(lambda op: isinstance(op, VervangTekst), open_))
        vrij = next((op for op in eerst if not any(_brengt(op, ander) for ander in eerst if ander is not op)), open_[0])
        open_.remove(vrij)
        uit.append(vrij)
    return uit


def verwisseld(ops: Sequence[Handeling]) -> tuple[VervangTekst, VervangTekst] | None:
    """Two replacements of which each brings the words that the other seeks."""
    woorden = [op for op in ops if isinstance(op, VervangTekst)]
    for i, op in enumerate(woorden):
        for ander in woorden[i + 1 :]:
            if _brengt(op, ander) and _brengt(ander, op):
                return op, ander
    return None


def _brengt(op: Handeling, ander: Handeling) -> bool:
    """True when ``op`` puts words in a place where ``ander`` seeks them."""
    if not isinstance(op, VervangTekst) or not isinstance(ander, VervangTekst) or not ander.oud.strip():
        return False
    return op.doel == ander.doel and ander.oud.strip() in op.nieuw and ander.oud not in op.oud
