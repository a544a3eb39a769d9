"""Samenloop: what a decision meant when it was published against what it meets when it is executed (regels.md 2.6).

Every step is bound twice: on the text that could be known on publication and on the text on which it is executed.
Where both texts are the same set of decisions there is nothing to compare. Nothing is chosen here: a difference is a
question with its readings, settled only by a recorded choice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from amend.apply.uitvoeren import Uitvoering
from amend.history import codes
from amend.history.doel import Doel
from amend.model.address import Niveau, Plaats
from amend.model.kalender import datum_tekst
from amend.model.melding import Code, Melding
from amend.model.operations import Handeling, MetDoel, Vervang, VoegIn
from amend.model.stap import Keuze, Stap, StapStatus, StapVerslag
from amend.model.tree import Node, Soort, alle_nodes, loop, platte_tekst, zet, zoek_wid


@dataclass(frozen=True, slots=True)
class Lezing:
    """One way to read the text: its name for a choice, what it is, the tree."""

    naam: str
    uitleg: str
    root: Node
    voert_uit: frozenset[str] = frozenset()
    """Which of the stranded steps this reading does contain."""


@dataclass(frozen=True, slots=True)
class Samenloop:
    """A conflict for the versions that hold these doelen; ``gestrand``: steps that only succeed on the other text."""

    melding: Melding
    doelen: tuple[str, ...]
    lezingen: tuple[Lezing, ...] = ()
    gestrand: tuple[str, ...] = ()


def keuze_voor(keuzes: Sequence[Keuze], onderdeel: str, code: Code) -> Keuze | None:
    """The recorded choice for a question about a step (or about the whole decision: "*")."""
    return next((k for k in keuzes if k.code == code.code and k.onderdeel in (onderdeel, "*")), None)


def beslist(keuze: Keuze, onderdeel: str) -> Melding:
    """The note that keeps a choice visible."""
    tekst = f"{keuze.code} is beslist met “{keuze.keuze}” ({keuze.door})."
    return codes.KEUZE_TIJD.melding(tekst).bij(onderdeel)


# ---- an earlier decision that meets a later one ------------------------------------------------------------------


def anders_gebonden(
    doel: Doel, toen: Uitvoering, nu: Uitvoering, keuzes: Sequence[Keuze], oud: Node
) -> tuple[tuple[Stap, ...], tuple[Melding, ...]]:
    """The steps as they must be executed now: held by a Q, or readdressed by a recorded choice; and the notes."""
    stappen, noten = [], []
    for bij_bekendmaking, bij_uitvoering in zip(toen.verslag, nu.verslag, strict=True):
        stap = bij_uitvoering.stap
        verschil = _verschil(bij_bekendmaking, bij_uitvoering)
        if verschil:
            keuze = keuze_voor(keuzes, stap.naam, codes.ANDERE_BINDING)
            if keuze and keuze.keuze in ("letter", "bedoeling"):
                noten.append(beslist(keuze, stap.naam))
                stap = _herlees(stap, verschil, oud) if keuze.keuze == "bedoeling" else stap
            else:
                stap = replace(stap, meldingen=(*stap.meldingen, _anders(doel, stap, verschil, oud)))
        elif _toen_geweigerd(bij_bekendmaking, bij_uitvoering):
            tekst = f"Onderdeel {stap.naam} was bij de bekendmaking niet uitvoerbaar, nu wel."
            noten.append(codes.TOEN_NIET_UITVOERBAAR.melding(tekst).bij(stap.naam))
        stappen.append(stap)
    return tuple(stappen), tuple(noten)


def _toen_geweigerd(toen: StapVerslag, nu: StapVerslag) -> bool:
    return toen.status is StapStatus.GEWEIGERD and nu.status is StapStatus.UITGEVOERD


def _verschil(toen: StapVerslag, nu: StapVerslag) -> dict[str, tuple[str, str]]:
    """Address → (wid then, wid now) for single elements that are not the same."""
    if StapStatus.UITGEVOERD not in (toen.status, nu.status) or toen.status is not StapStatus.UITGEVOERD:
        return {}
    eerst, daarna = dict(toen.gebonden), dict(nu.gebonden)
    return {
        adres: (eerst[adres][0], daarna[adres][0])
        for adres in eerst
        if adres in daarna
        and len(eerst[adres]) == len(daarna[adres]) == 1
        and _ander(eerst[adres][0], daarna[adres][0])
    }


def _ander(toen: str, nu: str) -> bool:
    return bool(toen or nu) and toen != nu


def _anders(doel: Doel, stap: Stap, verschil: dict[str, tuple[str, str]], root: Node) -> Melding:
    adres, (toen, _) = next(iter(verschil.items()))
    pad = zoek_wid(root, toen) if toen else None
    nu = f"Die bepaling is nu {adres_van(root, toen)}." if pad is not None else "Die bepaling bestaat niet meer."
    tekst = (
        f"Onderdeel {stap.naam} van {doel.besluit} wijzigt {adres}; dat nummer wees bij de bekendmaking een andere "
        f"bepaling aan dan nu. {nu}"
    )
    hulp = "Kies “letter”, “bedoeling” of “overslaan” in keuzes.toml, met de reden."
    return codes.ANDERE_BINDING.melding(tekst, stap.zin.plek(0, len(stap.zin.plat)), hulp).bij(stap.naam)


def _herlees(stap: Stap, verschil: dict[str, tuple[str, str]], root: Node) -> Stap:
    """The step with its addresses pointing at the elements that were meant on publication."""
    nieuw = {adres: adres_van(root, toen) for adres, (toen, _) in verschil.items()}
    return replace(stap, bewerkingen=tuple(_verwijs(op, nieuw) for op in stap.bewerkingen))


def _verwijs(op: Handeling, nieuw: dict[str, Plaats | None]) -> Handeling:
    def om(plaats: Plaats) -> Plaats:
        return nieuw.get(str(plaats)) or plaats

    if isinstance(op, Vervang):
        inhoud = tuple(_hernummer(node, op.doel, om) for node in op.inhoud)
        return replace(op, doel=tuple(map(om, op.doel)), inhoud=inhoud, nummer=tuple(n.nummer for n in inhoud))
    if isinstance(op, MetDoel):
        return replace(op, doel=tuple(map(om, op.doel)))
    if isinstance(op, VoegIn):
        return replace(op, na=op.na and om(op.na), voor=op.voor and om(op.voor), in_=op.in_ and om(op.in_))
    return op


def _hernummer(node: Node, doel: Sequence[Plaats], om: Callable[[Plaats], Plaats]) -> Node:
    """The new text of an element under the number that the element bears now."""
    for plaats in doel:
        oud, nieuw = plaats.laatste.nummer, om(plaats).laatste.nummer
        if node.nummer == oud and nieuw != oud:
            return replace(node, nummer=nieuw, aanduiding=node.aanduiding.replace(oud, nieuw, 1))
    return node


def adres_van(root: Node, wid: str) -> Plaats | None:
    """The address of the element with this identity, from the article or annex inward; None when it is not there."""
    pad = zoek_wid(root, wid) if wid else None
    if pad is None:
        return None
    niveaus: list[Niveau] = []
    node = root
    for index in pad:
        node = node.kinderen[index]
        if node.soort in (Soort.ARTIKEL, Soort.BIJLAGE):
            niveaus.clear()
        if node.soort is not Soort.LIJST and node.nummer:
            niveaus.append(Niveau(node.soort.value, node.nummer))
    return Plaats(tuple(niveaus))


# ---- retroactive effect across an intermediate version ------------------------------------------------------------


def terug_over_versie(
    doel: Doel, gemist: Sequence[Doel], toen: Uitvoering, nu: Uitvoering, basis_toen: Node
) -> Samenloop | None:
    """The conflict when a retroactive doel is executed on a text without changes that it was written on."""
    gestrand = [
        n.stap.naam
        for t, n in zip(toen.verslag, nu.verslag, strict=True)
        if t.status is StapStatus.UITGEVOERD and n.status is not StapStatus.UITGEVOERD
    ]
    tussen = ", ".join(dict.fromkeys(d.besluit for d in gemist))
    sinds = datum_tekst(doel.gv) if doel.gv else "een eerdere dag"
    ids = (doel.id, *(d.id for d in gemist))
    if not gestrand:
        tekst = f"Besluit {doel.besluit} werkt terug tot en met {sinds}, voor de wijziging door {tussen}; alles lukt."
        return Samenloop(codes.TERUG_ZONDER_VERSCHIL.melding(tekst).bij(bestand=doel.besluit), ids)
    tekst = (
        f"Besluit {doel.besluit} werkt terug tot en met {sinds}, voor de wijziging door {tussen}; op de tekst zonder "
        f"die wijziging is onderdeel {', '.join(gestrand)} niet uitvoerbaar. Er is voor deze dagen geen "
        f"vastgestelde tekst."
    )
    hulp = "Bekijk beide met amend consolideer … --lezing 1 en --lezing 2; leg de keuze vast in keuzes.toml."
    lezingen = (
        Lezing("lezing-1", f"zonder {tussen}, met wat uitvoerbaar is", nu.root),
        Lezing(
            "lezing-2",
            f"zoals {doel.besluit} de artikelen maakte, overigens zonder {tussen}",
            _meng(nu.root, basis_toen, toen.root),
            frozenset(v.stap.naam for v in toen.verslag if v.stap.naam in gestrand and _mee(v, nu.root, toen.root)),
        ),
    )
    melding = codes.TERUG_OVER_VERSIE.melding(tekst, hulp=hulp).bij(gestrand[0], doel.besluit)
    return Samenloop(melding, ids, lezingen, tuple(gestrand))


def _mee(verslag: StapVerslag, nu: Node, toen: Node) -> bool:
    """True when all that the step touched lies in articles or annexes that both texts have: reading 2 copies these."""
    wids = [wid for _, gebonden in verslag.gebonden for wid in gebonden]
    beide = {node.wid for node in _hoofdelementen(nu)} & {node.wid for node in _hoofdelementen(toen)}
    binnen = {n.wid for node in _hoofdelementen(toen) if node.wid in beide for n in alle_nodes(node) if n.wid}
    return bool(wids) and binnen.issuperset(wids)


def volgens_lezing(verslag: StapVerslag, gevonden: Samenloop, lezing: Lezing, keuze: Keuze) -> StapVerslag:
    """The report of a step under the chosen reading: a stranded one is in it or left out, and a W names the choice."""
    naam = verslag.stap.naam
    if naam not in gevonden.gestrand or verslag.status is StapStatus.GEEN:
        return verslag
    mee = naam in lezing.voert_uit
    wat = "uitgevoerd zoals op de latere tekst" if mee else "weggelaten"
    tekst = f"Onderdeel {naam} is {wat}: voor {keuze.code} is “{keuze.keuze}” gekozen, {lezing.uitleg} ({keuze.door})."
    melding = codes.LEZING_GEKOZEN.melding(tekst, verslag.stap.zin.plek(0, len(verslag.stap.zin.plat))).bij(naam)
    gewoon = tuple(m for m in verslag.meldingen if not m.blokkeert)
    status = StapStatus.UITGEVOERD if mee else StapStatus.WEGGELATEN
    return replace(verslag, status=status, meldingen=(*gewoon, melding), hangt_af_van=None)


def _meng(nu: Node, basis_toen: Node, toen: Node) -> Node:
    """``nu``, in which every article or annex that the decision changed on the other text is as it made it there."""
    ervoor = {node.wid: node for node in _hoofdelementen(basis_toen)}
    for node in _hoofdelementen(toen):
        pad = zoek_wid(nu, node.wid) if node.wid in ervoor and node is not ervoor[node.wid] else None
        if pad is not None:
            nu = zet(nu, pad, node)
    return nu


def _hoofdelementen(root: Node) -> list[Node]:
    return [node for node in alle_nodes(root) if node.soort in (Soort.ARTIKEL, Soort.BIJLAGE) and node.wid]


def inhoud(root: Node) -> list[tuple[object, ...]]:
    """What a reader sees of a tree: kinds, numbers, headings, texts and states, without identities and origins."""
    return [
        (len(pad), n.soort, n.label, n.aanduiding, platte_tekst(n.opschrift), platte_tekst(n.tekst), n.status)
        for pad, n in loop(root)
    ]
