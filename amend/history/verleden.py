"""What changed about the past: for two moments of knowledge, the days whose text differs, what differs, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from amend.history.geschiedenis import Geschiedenis, Versie
from amend.history.samenloop import inhoud
from amend.model.tree import Node, Soort, platte_tekst


@dataclass(frozen=True, slots=True)
class Verschil:
    """Days ``van`` … ``tot_en_met`` (None: until further notice) whose text differs between two moments of knowledge.

    ``elementen`` names the articles and annexes that differ; ``oorzaak`` the decisions that count now and did not, or
    the other way round.
    """

    van: date
    tot_en_met: date | None
    elementen: tuple[str, ...]
    oorzaak: tuple[str, ...]


def veranderd_verleden(historie: Geschiedenis, sinds: date, tot: date) -> tuple[Verschil, ...]:
    """Every interval of validity whose text is another as known on ``tot`` than as known on ``sinds``."""
    dagen = historie.breekpunten()
    uit: list[Verschil] = []
    for i, dag in enumerate(dagen):
        toen, nu = historie.versie(dag, sinds), historie.versie(dag, tot)
        elementen = _verschil(toen, nu)
        if not elementen:
            continue
        eind = dagen[i + 1] - timedelta(days=1) if i + 1 < len(dagen) else None
        verschil = Verschil(dag, eind, elementen, _oorzaak(toen, nu))
        vorige = uit[-1] if uit else None
        aansluitend = vorige and vorige.tot_en_met and vorige.tot_en_met + timedelta(days=1) == dag
        if vorige and aansluitend and (vorige.elementen, vorige.oorzaak) == (elementen, verschil.oorzaak):
            uit[-1] = Verschil(vorige.van, eind, elementen, vorige.oorzaak)
        else:
            uit.append(verschil)
    return tuple(uit)


def _oorzaak(toen: Versie, nu: Versie) -> tuple[str, ...]:
    eerst = [] if toen.regeling is None else [d.id for d in toen.doelen]
    daarna = [] if nu.regeling is None else [d.id for d in nu.doelen]
    besluit = {d.id: d.besluit for d in (*toen.doelen, *nu.doelen)}
    anders = [id for id in (*eerst, *daarna) if (id in eerst) != (id in daarna)]
    return tuple(dict.fromkeys(besluit[id] for id in anders)) or ("intrekking",)


def _verschil(toen: Versie, nu: Versie) -> tuple[str, ...]:
    if toen.regeling is None or nu.regeling is None:
        return () if toen.regeling is nu.regeling else ("de hele regeling",)
    if toen.regeling.root is nu.regeling.root:
        return ()
    eerst, daarna = _elementen(toen.regeling.root), _elementen(nu.regeling.root)
    namen = dict.fromkeys((*eerst, *daarna))
    return tuple(naam for naam in namen if not _gelijk(eerst.get(naam), daarna.get(naam)))


def _gelijk(een: Node | None, ander: Node | None) -> bool:
    return een is ander or (een is not None and ander is not None and inhoud(een) == inhoud(ander))


def _elementen(root: Node) -> dict[str, Node]:
    """Name → article, annex or heading line of a division, in reading order."""
    uit: dict[str, Node] = {}
    stapel = list(reversed(root.kinderen))
    while stapel:
        node = stapel.pop()
        naam = f"{node.soort.value} {node.nummer}".strip()
        if node.soort in (Soort.ARTIKEL, Soort.BIJLAGE) or not node.kinderen or node.soort is Soort.AANHEF:
            uit.setdefault(naam, node)
        else:
            uit.setdefault(naam, Node(node.soort, label=platte_tekst(node.opschrift), aanduiding=node.aanduiding))
            stapel.extend(reversed(node.kinderen))
    return uit
