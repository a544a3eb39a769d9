"""Which blocks of text a step changed: old and new tree side by side, shared subtrees skipped."""

from __future__ import annotations

from dataclasses import dataclass

from amend.model.tree import Node, Soort, platte_tekst

_GENOEMD = frozenset({Soort.BIJLAGE, Soort.ARTIKEL, Soort.LID, Soort.ONDERDEEL})


@dataclass(frozen=True, slots=True)
class Treffer:
    """One changed text: where it stands ("artikel 3, lid 2"), and its words before and after."""

    plaats: str
    oud: str
    nieuw: str


def geraakte_tekst(oud: Node, nieuw: Node) -> tuple[Treffer, ...]:
    """The changed texts in reading order. Elements that came or went as a whole are not looked into."""
    uit: list[Treffer] = []
    stapel: list[tuple[Node, Node, tuple[str, ...]]] = [(oud, nieuw, ())]
    while stapel:
        a, b, plaats = stapel.pop()
        if a is b:
            continue
        if a.soort in _GENOEMD:
            plaats = (*plaats, f"{a.soort.value} {a.nummer}".strip())
        for voor, na in ((a.opschrift, b.opschrift), (a.tekst, b.tekst)):
            if platte_tekst(voor) != platte_tekst(na):
                uit.append(Treffer(", ".join(plaats), platte_tekst(voor), platte_tekst(na)))
        if len(a.kinderen) == len(b.kinderen):
            stapel.extend((x, y, plaats) for x, y in reversed(list(zip(a.kinderen, b.kinderen, strict=True))))
    return tuple(uit)
