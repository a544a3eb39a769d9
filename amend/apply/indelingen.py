"""A new division in the midst of existing articles (F83): the articles after its heading come under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from amend.apply import codes
from amend.apply.stubs import maak_vrij
from amend.apply.werk import Werk, beschrijf
from amend.model.tree import INDELING, Node, Pad, Soort

_RANG: Final = (
    *(Soort.BOEK, Soort.DEEL, Soort.TITEL, Soort.HOOFDSTUK, Soort.AFDELING, Soort.PARAGRAAF, Soort.SUBPARAGRAAF),
    Soort.ARTIKEL,
)


def alleen_kop(nodes: Sequence[Node]) -> bool:
    """True when the payload is one division heading without articles."""
    return len(nodes) == 1 and nodes[0].soort in INDELING and not nodes[0].kinderen


def deel_in(werk: Werk, anker: Pad, kop: Node) -> None:
    """Put a division heading after the article at ``anker``; what follows, up to the next heading, comes under it."""
    ouder = anker[:-1]
    houder = werk.node(ouder)
    if houder.soort in INDELING and _rang(houder.soort) > _rang(kop.soort):
        werk.weiger(
            codes.INDELING_NIEUW,
            f"{beschrijf(werk.node(anker))} staat in {beschrijf(houder)}; daarin kan geen {kop.soort.value} beginnen.",
            f"Noem als plaats een {kop.soort.value}.",
        )
    splitst = houder.soort is kop.soort
    eronder = _eronder(houder, anker[-1], kop)
    namen = [f"{k.soort.value} {k.nummer}" for k in eronder if k.nummer]
    gevolg = " en ".join(dict.fromkeys((namen[0], namen[-1]))) if namen else "geen artikel"
    werk.vraag(
        codes.INDELING_NIEUW,
        f"na {beschrijf(werk.node(anker))} begint {beschrijf(kop)}; daaronder komt {gevolg}"
        f"{f' ({len(namen)} elementen)' if len(namen) > 2 else ''}.",
        f"“Uitvoeren” zet wat volgt tot de volgende kop onder {beschrijf(kop)}.",
    )
    naast = ouder if splitst else anker
    ouder = (*ouder[:-1], ouder[-1] - maak_vrij(werk, naast, kop.soort, kop.nummer)) if splitst else ouder
    if not splitst:
        anker = (*ouder, anker[-1] - maak_vrij(werk, anker, kop.soort, kop.nummer))
    begin = anker[-1] + 1
    nieuw = replace(kop, kinderen=eronder)
    if splitst:
        werk.vervang_kinderen(ouder, begin, begin + len(eronder), ())
        werk.vervang_kinderen(ouder[:-1], ouder[-1] + 1, ouder[-1] + 1, (nieuw,))
    else:
        werk.vervang_kinderen(ouder, begin, begin + len(eronder), (nieuw,))


def _eronder(houder: Node, anker: int, kop: Node) -> tuple[Node, ...]:
    """What comes under the new heading: up to a division of its rank or higher, or the end of the body."""
    na = houder.kinderen[anker + 1 :]
    return tuple(takewhile(lambda kind: kind.soort in _RANG and _rang(kind.soort) > _rang(kop.soort), na))


def _rang(soort: Soort) -> int:
    return _RANG.index(soort)
