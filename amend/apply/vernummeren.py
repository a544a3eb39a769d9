"""Renumbering and relettering: one simultaneous mapping of numbers (F72-F77, rules G2, G3, G11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amend.apply import codes
from amend.apply.bind import bind
from amend.apply.doelwit import Deel
from amend.apply.kiezen import Sleutel, los, romeins, sorteersleutel, vervallen
from amend.apply.stubs import zelfde_nummer
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Plaats
from amend.model.numbering import nummer_van, reeks, uit_romeins
from amend.model.operations import Vernummer
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort, loop


@dataclass(frozen=True, slots=True)
class Zet:
    """One element and its new number."""

    pad: Pad
    nummer: str


def vernummer(werk: Werk, ops: Sequence[Vernummer]) -> None:
    """Execute renumberings that belong together as one mapping; nothing moves until all of it is certain."""
    zetten = [zet for op in ops for zet in _zetten(werk, op)]
    mee = frozenset(zet.pad for zet in zetten)
    for zet in zetten:
        _controleer_gelaagd(werk, zet, mee)
    _controleer_dubbel(werk, zetten)
    weg = _controleer_bezet(werk, zetten)
    werkend = [zet for zet in zetten if werk.node(zet.pad).nummer != zet.nummer]
    _voer_door(werk, werkend, weg)


def _zetten(werk: Werk, op: Vernummer) -> list[Zet]:
    van = [plek for plaats in op.van for plek in bind(werk, plaats)]
    naar = [nummer for plaats in op.naar for nummer in _nieuwe_nummers(werk, plaats)]
    streepjes = _worden_letters(op)
    if any(plek.deel is not Deel.ELEMENT or not (werk.node(plek.pad).nummer or streepjes) for plek in van):
        werk.weiger(codes.ADRES, "alleen een element met een nummer kan worden vernummerd.")
    for plaats in () if streepjes else op.van:
        _controleer_tussen(werk, plaats)
    if len(van) != len(naar) or not van:
        werk.weiger(
            codes.ONGELIJK,
            f"{_zeg_alle(op.van)} ({len(van)} elementen) kan niet worden vernummerd tot {_zeg_alle(op.naar)} "
            f"({len(naar)} nummers).",
            "Het aantal oude en nieuwe nummers moet gelijk zijn.",
        )
    _controleer_niveau(werk, op)
    return [Zet(plek.pad, _in_stijl(werk.node(plek.pad), nummer)) for plek, nummer in zip(van, naar, strict=True)]


def _worden_letters(op: Vernummer) -> bool:
    """F62: unnumbered items that get letters."""
    return all(p.laatste.soort == "streepje" for p in op.van) and all(p.laatste.soort == "onderdeel" for p in op.naar)


def _zeg_alle(plaatsen: Iterable[Plaats]) -> str:
    return " en ".join(zeg(plaats) for plaats in plaatsen)


def _nieuwe_nummers(werk: Werk, plaats: Plaats) -> tuple[str, ...]:
    if not plaats or not plaats.laatste.nummer:
        werk.weiger(codes.ADRES, "de instructie noemt geen nieuw nummer.")
    niveau = plaats.laatste
    if not niveau.tot:
        return (niveau.nummer,)
    als_romeins = niveau.soort != "onderdeel" and bool(uit_romeins(niveau.nummer) and uit_romeins(niveau.tot))
    als_romeins = als_romeins or (niveau.nummer == "i" and len(niveau.tot) > 1 and uit_romeins(niveau.tot) is not None)
    nummers = reeks(niveau.nummer, niveau.tot, romeins=als_romeins)
    if nummers is None:
        werk.weiger(
            codes.BEREIK, f"het bereik {zeg(plaats)} is niet uit te tellen.", "Noem de nieuwe nummers afzonderlijk."
        )
    return nummers


def _controleer_tussen(werk: Werk, plaats: Plaats) -> None:
    """G11/F73: elements with an added letter inside the range (16a) have no number of their own in the new range."""
    niveau = plaats.laatste
    if not niveau.tot:
        return
    nummers = [werk.node(plek.pad).nummer for plek in bind(werk, plaats)]
    als_romeins = romeins(nummers)
    gewoon = reeks(niveau.nummer, niveau.tot, romeins=als_romeins) or ()
    tussen = [nummer for nummer in nummers if nummer not in gewoon]
    if gewoon and tussen:
        werk.vraag(
            codes.TUSSENNUMMER,
            f"in het bereik {zeg(plaats)} staat ook {niveau.soort} {', '.join(tussen)}, zonder eigen nieuw nummer.",
            "“Uitvoeren” telt ook deze elementen mee, als de aantallen dan gelijk zijn.",
        )


def _controleer_niveau(werk: Werk, op: Vernummer) -> None:
    """A new number at another level or under another parent is a move, not a renumbering (F80a)."""
    if _worden_letters(op):
        return
    for van, naar in zip(op.van, op.naar, strict=False):
        zelfde_soort = van.laatste.soort == naar.laatste.soort
        zelfde_ouder = len(naar.niveaus) == 1 or _zonder_indeling(van.ouder) == _zonder_indeling(naar.ouder)
        if not zelfde_soort or not zelfde_ouder:
            werk.weiger(
                codes.NIVEAUWISSEL,
                f"{zeg(van)} zou {zeg(naar)} worden; dat is een verplaatsing naar een ander niveau of element.",
                "Vraag het bestuursorgaan om de volledige nieuwe tekst.",
            )


def _zonder_indeling(plaats: Plaats) -> tuple[tuple[str, str], ...]:
    namen = {str(soort) for soort in INDELING}
    heeft_artikel = any(n.soort == "artikel" for n in plaats.niveaus)
    return tuple(
        (n.soort, los(n.nummer))
        for n in plaats.niveaus
        if n.soort != "regeling" and not (heeft_artikel and n.soort in namen)
    )


def _controleer_gelaagd(werk: Werk, zet: Zet, mee: frozenset[Pad]) -> None:
    """F77: numbers that carry the old number of their division, unless they are renumbered in the same step (mee)."""
    node = werk.node(zet.pad)
    if node.soort not in INDELING or node.nummer == zet.nummer:
        return
    voorvoegsels = _eigen_voorvoegsels(werk, zet.pad)
    achter = (kind for pad, kind in loop(node, zet.pad) if pad not in mee and kind.soort in INDELING | {Soort.ARTIKEL})
    if any(kind.nummer.startswith(voorvoegsels) for kind in achter):
        werk.vraag(
            codes.GELAAGD_NUMMER,
            f"{beschrijf(node)} krijgt nummer {zet.nummer}, maar in dat element staan nummers als {voorvoegsels[0]}1.",
            "“Uitvoeren” vernummert alleen de indeling zelf.",
        )


def _eigen_voorvoegsels(werk: Werk, pad: Pad) -> tuple[str, ...]:
    """How numbers begin that hold the number of this division: "2.", unless that is the chapter's; "3.2."."""
    node = werk.node(pad)
    boven = [werk.node(pad[:d]) for d in range(1, len(pad))]
    samen = [f"{b.nummer}{t}{node.nummer}{t}" for b in boven[-1:] if b.nummer for t in ".:"]
    los_nummer = [f"{node.nummer}{t}" for t in ".:"] if all(b.nummer != node.nummer for b in boven) else []
    return (*los_nummer, *samen)


def _in_stijl(node: Node, nummer: str) -> str:
    """The new number with the degree sign of the old one."""
    return f"{nummer}°" if node.nummer.endswith("°") and nummer.isdecimal() else nummer


def _controleer_dubbel(werk: Werk, zetten: Sequence[Zet]) -> None:
    paden = [zet.pad for zet in zetten]
    if len(set(paden)) != len(paden):
        werk.weiger(codes.ONGELIJK, "hetzelfde element wordt twee keer vernummerd.")
    doelen: set[tuple[Pad, str]] = set()
    for zet in zetten:
        node = werk.node(zet.pad)
        sleutel = (() if node.soort in (Soort.ARTIKEL, Soort.BIJLAGE) else zet.pad[:-1], zet.nummer)
        if sleutel in doelen:
            werk.weiger(codes.BEZET, f"twee elementen zouden {node.soort.value} {zet.nummer} worden.")
        doelen.add(sleutel)


def _controleer_bezet(werk: Werk, zetten: Sequence[Zet]) -> list[Pad]:
    """The stubs that give way; a living element that does not move itself is a refusal."""
    bewegend = {zet.pad for zet in zetten}
    weg: set[Pad] = set()
    for zet in zetten:
        node = werk.node(zet.pad)
        for pad in zelfde_nummer(werk, zet.pad, node.soort, zet.nummer):
            if pad in bewegend:
                continue
            if not vervallen(werk.node(pad)):
                werk.weiger(
                    codes.BEZET,
                    f"{beschrijf(node)} kan niet {node.soort.value} {zet.nummer} worden: "
                    "dat nummer is bezet en verschuift niet.",
                    f"Laat {node.soort.value} {zet.nummer} eerst vervallen of vernummer het mee.",
                )
            weg.add(pad)
    return sorted(weg)


def _voer_door(werk: Werk, zetten: Sequence[Zet], weg: Sequence[Pad]) -> None:
    """Per parent: give the numbers, drop the stubs that gave way, and restore the order where it broke."""
    per_ouder: dict[Pad, dict[int, str]] = defaultdict(dict)
    for zet in zetten:
        per_ouder[zet.pad[:-1]][zet.pad[-1]] = zet.nummer
    weg_per_ouder: dict[Pad, set[int]] = defaultdict(set)
    for pad in weg:
        weg_per_ouder[pad[:-1]].add(pad[-1])
    _controleer_indelingen(werk, zetten, set(weg))
    for ouder in sorted(per_ouder.keys() | weg_per_ouder.keys(), key=len, reverse=True):
        kinderen = _vernieuw(werk, ouder, per_ouder.get(ouder, {}), weg_per_ouder.get(ouder, set()))
        werk.zet(ouder, replace(werk.node(ouder), kinderen=tuple(kinderen)))


def _vernieuw(werk: Werk, ouder: Pad, nummers: dict[int, str], weg: set[int]) -> list[Node]:
    kinderen: list[Node] = []
    bewogen: list[Node] = []
    for i, kind in enumerate(werk.node(ouder).kinderen):
        if i in weg:
            continue
        if i in nummers:
            kind = met_nummer(werk, kind, nummers[i])
            bewogen.append(kind)
        kinderen.append(kind)
    return _herstel_volgorde(kinderen, bewogen) if bewogen else kinderen


def met_nummer(werk: Werk, node: Node, nummer: str) -> Node:
    """The element with another number; its printed marker keeps its style ("2." → "3.", "(b)" → "(c)")."""
    oud = node.aanduiding
    if not node.nummer and node.soort in ITEMS:
        return replace(
            node, soort=Soort.ONDERDEEL, nummer=nummer, aanduiding=f"{nummer}.", nummer_oorsprong=werk.oorsprong
        )
    if node.nummer and node.nummer in oud:
        aanduiding = oud.replace(node.nummer, nummer, 1)
    elif oud and nummer_van(oud).rstrip("°") == node.nummer.rstrip("°"):
        aanduiding = oud.replace(node.nummer.rstrip("°"), nummer.rstrip("°"), 1)
    else:
        staart = oud[len(oud.rstrip(".):")) :]
        aanduiding = f"{nummer}{staart}" if oud else ""
    return replace(node, nummer=nummer, aanduiding=aanduiding, nummer_oorsprong=werk.oorsprong)


def _gelijksoortig(node: Node, soort: Soort) -> bool:
    return bool(node.nummer) and (node.soort is soort or (node.soort in ITEMS and soort in ITEMS))


def _herstel_volgorde(kinderen: list[Node], bewogen: Sequence[Node]) -> list[Node]:
    """Move renumbered elements whose new number breaks the order to after the highest lower number."""
    soort = bewogen[0].soort
    als_romeins = romeins(
        sorted((k.nummer for k in kinderen if _gelijksoortig(k, soort)), key=lambda n: (n.lower() != "i", n))
    )

    def sleutel(node: Node) -> Sleutel:
        return sorteersleutel(node.nummer, als_romeins=als_romeins)

    rij = [(k, sleutel(k)) for k in kinderen if _gelijksoortig(k, soort)]
    if all(a[1] < b[1] for a, b in pairwise(rij)):
        return kinderen
    ids = {id(node) for node in bewogen}
    fout = _misplaatst(rij, ids)
    over = [k for k in kinderen if id(k) not in fout]
    for node in sorted((k for k, _ in rij if id(k) in fout), key=sleutel):
        lager = [i for i, k in enumerate(over) if _gelijksoortig(k, soort) and sleutel(k) < sleutel(node)]
        hoger = [i for i, k in enumerate(over) if _gelijksoortig(k, soort)]
        plek = max(lager, key=lambda i: sleutel(over[i])) + 1 if lager else (hoger[0] if hoger else 0)
        over.insert(plek, node)
    return over


def _misplaatst(rij: Sequence[tuple[Node, Sleutel]], bewogen: set[int]) -> set[int]:
    """The renumbered elements that stand on the wrong side of another element."""
    fout: set[int] = set()
    hoogste: Sleutel = ()
    for node, sleutel in rij:
        if id(node) in bewogen and sleutel < hoogste:
            fout.add(id(node))
        hoogste = max(hoogste, sleutel)
    laagste: Sleutel | None = None
    for node, sleutel in reversed(rij):
        if id(node) in bewogen and laagste is not None and sleutel > laagste:
            fout.add(id(node))
        laagste = sleutel if laagste is None else min(laagste, sleutel)
    return fout


def _controleer_indelingen(werk: Werk, zetten: Sequence[Zet], weg: set[Pad]) -> None:
    """Ask when a renumbered article would, by its number, belong in another division."""
    artikelen = [zet for zet in zetten if werk.node(zet.pad).soort is Soort.ARTIKEL]
    if not artikelen or all(len(zet.pad) == 1 for zet in artikelen):
        return
    nieuw = {zet.pad: zet.nummer for zet in artikelen}
    rij = [
        (pad, sorteersleutel(nieuw.get(pad, node.nummer), als_romeins=False))
        for pad, node in werk.register.reeks(werk.root, (), Soort.ARTIKEL)
        if pad not in weg and not vervallen(node)
    ]
    for zet in artikelen:
        eigen = sorteersleutel(zet.nummer, als_romeins=False)
        ander = any(pad[:-1] != zet.pad[:-1] and ((pad < zet.pad) != (sleutel < eigen)) for pad, sleutel in rij)
        if ander:
            werk.vraag(
                codes.ANDERE_INDELING,
                f"artikel {werk.node(zet.pad).nummer} past met nummer {zet.nummer} niet meer in zijn indeling.",
                "“Uitvoeren” laat het artikel in zijn indeling staan en geeft het alleen het nieuwe nummer.",
            )
            return
