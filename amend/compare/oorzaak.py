"""Which instruction of which decision made a change: from the origin that the text itself carries.

What was taken away carries no origin. For that the steps between the two versions are looked at: when exactly one of
them has that place as its target (by its old or its new address; the narrowest target first), it is the cause; with
more than one, none is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from amend.compare.samen import Aspect, Knoop, Relatie, Samen
from amend.compare.wijziging import Oorzaak, Wijziging, Wijzigsoort
from amend.model.address import Niveau, Plaats
from amend.model.numbering import sleutel
from amend.model.operations import Kader, MetDoel, VoegToe
from amend.model.stap import Stap
from amend.model.tree import Node, Oorsprong, loop


@dataclass(frozen=True, slots=True)
class Herkomst:
    """What is known about instructions: per origin its cause, and the steps that only the new version has executed."""

    oorzaken: Mapping[Oorsprong, Oorzaak] = field(default_factory=dict)
    stappen: Sequence[tuple[Oorsprong, Stap]] = ()

    def van(self, oorsprong: Oorsprong | None) -> Oorzaak | None:
        """The cause that an origin stands for; decision and part alone when the sentence is not known."""
        if oorsprong is None:
            return None
        return self.oorzaken.get(oorsprong) or Oorzaak(oorsprong.besluit, oorsprong.onderdeel)


def met_oorzaken(samen: Samen, wijzigingen: Sequence[Wijziging], herkomst: Herkomst | None) -> list[Wijziging]:
    """The changes with their causes, where these are certain."""
    if herkomst is None:
        return list(wijzigingen)
    index = samen.index()
    return [replace(w, oorzaak=herkomst.van(_oorsprong(w, index) or _uit_stappen(w, herkomst))) for w in wijzigingen]


def _oorsprong(wijziging: Wijziging, index: Mapping[int, Knoop]) -> Oorsprong | None:
    for knoop_id, aspect in sorted(wijziging.delen):
        if gevonden := _van_deel(index[knoop_id], aspect):
            return gevonden
    return None


def _van_deel(knoop: Knoop, aspect: Aspect) -> Oorsprong | None:
    oud, nieuw = knoop.oud, knoop.nieuw
    match aspect:
        case Aspect.NUMMER if oud and nieuw and oud.nummer_oorsprong != nieuw.nummer_oorsprong:
            return nieuw.nummer_oorsprong
        case Aspect.PLEK if knoop.relatie is Relatie.BIJ and nieuw:
            return _eerste(nieuw)
        case Aspect.STATUS if oud and nieuw and oud.oorsprong != nieuw.oorsprong:
            return nieuw.oorsprong
        case Aspect.TEKST | Aspect.OPSCHRIFT:
            delen = (knoop.tekst if aspect is Aspect.TEKST else knoop.opschrift) or ()
            bekend = {s.run.oorsprong for deel in delen for s in deel.oud}
            nieuwe = [s.run.oorsprong for deel in delen if not deel.gelijk or deel.opmaak for s in deel.nieuw]
            return next((o for o in nieuwe if o is not None and o not in bekend), None)
        case _:
            return None


def _eerste(node: Node) -> Oorsprong | None:
    for _, deel in loop(node):
        for oorsprong in (deel.oorsprong, *(run.oorsprong for run in (*deel.opschrift, *deel.tekst))):
            if oorsprong is not None:
                return oorsprong
    return None


def _uit_stappen(wijziging: Wijziging, herkomst: Herkomst) -> Oorsprong | None:
    if wijziging.soort is Wijzigsoort.METADATA:
        return None
    plaatsen = [Plaats.lees(p) for p in (wijziging.plaats_oud, wijziging.plaats_nieuw) if p and _leesbaar(p)]
    raak: dict[Oorsprong, int] = {}
    for oorsprong, stap in herkomst.stappen:
        diepten = [len(doel.niveaus) for doel in _doelen(stap) if any(_omvat(doel, plaats) for plaats in plaatsen)]
        if diepten:
            raak[oorsprong] = max(diepten)
    beste = [oorsprong for oorsprong, diepte in raak.items() if diepte == max(raak.values())]
    return beste[0] if len(beste) == 1 else None


def _doelen(stap: Stap) -> Iterable[Plaats]:
    for bewerking in stap.bewerkingen:
        if isinstance(bewerking, MetDoel) and not isinstance(bewerking, Kader | VoegToe):
            yield from bewerking.doel


def _leesbaar(plaats: str) -> bool:
    try:
        Plaats.lees(plaats)
    except ValueError:
        return False
    return True


def _omvat(doel: Plaats, plaats: Plaats) -> bool:
    """True when ``plaats`` is the target or lies in it; divisions that only one of them names do not matter."""
    a, b = _kern(doel), _kern(plaats)
    return bool(a) and len(a) <= len(b) and all(_past(x, y) for x, y in zip(a, b, strict=False))


def _kern(plaats: Plaats) -> tuple[Niveau, ...]:
    niveaus = tuple(n for n in plaats.niveaus if n.soort not in ("regeling", "tekst", "opschrift"))
    artikel = next((i for i, n in enumerate(niveaus) if n.soort == "artikel"), 0)
    return niveaus[artikel:]


def _past(doel: Niveau, plek: Niveau) -> bool:
    if doel.soort != plek.soort or doel.citaat != plek.citaat:
        return False
    if doel.tot:
        return sleutel(doel.nummer) <= sleutel(plek.nummer) <= sleutel(doel.tot)
    return doel.nummer == plek.nummer
