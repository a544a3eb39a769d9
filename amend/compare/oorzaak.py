"""Which instructions of which decisions made a change: from the origin of what was written and the traces of the steps.

What was written carries its origin. What was taken away carries none: there the steps that only the new version has
executed tell which of them touched that element in that respect. A change may have several causes; all are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from amend.compare.samen import Aspect, Knoop, Relatie, Samen
from amend.compare.tak import Tak
from amend.compare.wijziging import Oorzaak, Wijziging
from amend.model.stap import Aard, Spoor
from amend.model.tree import Oorsprong

_AARD: Final = {
    Aspect.NUMMER: Aard.NUMMER,
    Aspect.PLEK: Aard.PLEK,
    Aspect.STATUS: Aard.STATUS,
    Aspect.OPSCHRIFT: Aard.OPSCHRIFT,
    Aspect.TEKST: Aard.TEKST,
}


@dataclass(frozen=True, slots=True)
class Herkomst:
    """What is known about instructions: per origin its cause, and the traces of what only the new version executed."""

    oorzaken: Mapping[Oorsprong, Oorzaak] = field(default_factory=dict)
    sporen: Sequence[tuple[Oorsprong, tuple[Spoor, ...]]] = ()

    def van(self, oorsprong: Oorsprong) -> Oorzaak:
        """The cause that an origin stands for; decision and part alone when the sentence is not known."""
        return self.oorzaken.get(oorsprong) or Oorzaak(oorsprong.besluit, oorsprong.onderdeel)


def met_oorzaken(samen: Samen, wijzigingen: Sequence[Wijziging], herkomst: Herkomst | None) -> list[Wijziging]:
    """The changes with their causes, in the order of execution."""
    if herkomst is None:
        return list(wijzigingen)
    index = samen.index()
    per_spoor: dict[Spoor, list[Oorsprong]] = {}
    for oorsprong, sporen in herkomst.sporen:
        for spoor in sporen:
            per_spoor.setdefault(spoor, []).append(oorsprong)
    volgorde = {oorsprong: n for n, (oorsprong, _) in enumerate(herkomst.sporen)}

    def oorzaken(wijziging: Wijziging) -> tuple[Oorzaak, ...]:
        gevonden: dict[Oorsprong, None] = {}
        for knoop_id, aspect in sorted(wijziging.delen):
            knoop = index[knoop_id]
            geschreven = dict.fromkeys(_van_deel(knoop, aspect))
            gevonden |= geschreven
            if knoop.relatie is not Relatie.BIJ and (oud := samen.takken[knoop_id][0]) is not None:
                gevonden |= dict.fromkeys(_uit_sporen(oud, aspect, per_spoor, alleen=not geschreven))
        op_rij = sorted(gevonden, key=lambda o: volgorde.get(o, -1))
        return tuple(dict.fromkeys(herkomst.van(o) for o in op_rij))

    return [replace(w, oorzaken=oorzaken(w)) for w in wijzigingen]


def _van_deel(knoop: Knoop, aspect: Aspect) -> Iterator[Oorsprong]:
    """The origins that the new text itself carries."""
    oud, nieuw = knoop.oud, knoop.nieuw
    match aspect:
        case Aspect.NUMMER if oud and nieuw and oud.nummer_oorsprong != nieuw.nummer_oorsprong:
            yield from filter(None, (nieuw.nummer_oorsprong,))
        case Aspect.PLEK if knoop.relatie is Relatie.BIJ and nieuw:
            yield from _alle(knoop)
        case Aspect.STATUS if oud and nieuw and oud.oorsprong != nieuw.oorsprong:
            yield from filter(None, (nieuw.oorsprong,))
        case Aspect.TEKST | Aspect.OPSCHRIFT:
            delen = (knoop.tekst if aspect is Aspect.TEKST else knoop.opschrift) or ()
            bekend = {s.run.oorsprong for deel in delen for s in deel.oud}
            nieuwe = [s.run.oorsprong for deel in delen if not deel.gelijk or deel.opmaak for s in deel.nieuw]
            yield from (o for o in nieuwe if o is not None and o not in bekend)
        case _:
            pass


def _alle(knoop: Knoop) -> Iterator[Oorsprong]:
    """The origins in a new element; what moved into it was written before and is no part of this change."""
    stapel = [knoop]
    while stapel:
        hier = stapel.pop()
        if hier.relatie is Relatie.NAAR:
            continue
        node = hier.node
        yield from filter(None, (node.oorsprong, *(run.oorsprong for run in (*node.opschrift, *node.tekst))))
        stapel.extend(reversed(hier.kinderen))


def _uit_sporen(
    tak: Tak, aspect: Aspect, per_spoor: Mapping[Spoor, list[Oorsprong]], *, alleen: bool
) -> list[Oorsprong]:
    """The steps that touched this element in this respect, or took it away as a whole.

    Of one paragraph or cell among several in an element only that element is known to be touched: then a step is a
    cause only when nothing else is (``alleen``) and it is the only one.
    """
    aard = _AARD.get(aspect)
    houder = _houder(tak)
    if aard is None or houder is None:
        return []
    zelf = houder is tak
    aarden = (aard if zelf else Aard.TEKST, Aard.WEG)
    gevonden = list(dict.fromkeys(o for a in aarden for o in per_spoor.get(Spoor(houder.node.wid, a), ())))
    if zelf or _eigen_teksten(houder) == 1:
        return gevonden
    return gevonden if alleen and len(gevonden) == 1 else []


def _houder(tak: Tak) -> Tak | None:
    """The innermost element with an identity."""
    return next((hier for hier in reversed(tak.lijn()) if hier.node.wid), None)


def _eigen_teksten(houder: Tak) -> int:
    stapel, aantal = [houder.node], 0
    while stapel:
        node = stapel.pop()
        aantal += bool(node.tekst)
        stapel.extend(kind for kind in node.kinderen if not kind.wid)
    return aantal
