"""Executing an exact change (STOP RegelingMutatie): bound by permanent identity, with the identities it brings.

Nothing is interpreted: the element with this wId is replaced, removed, given another heading or neighbour. What the
decision shows as the old text must be the text that stands there; words that are not marked as new keep their origin.
Source: STOP 1.3 tekstmutaties; STOP0020, STOP0077.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from amend.apply import codes
from amend.apply.herkomst import met_herkomst
from amend.apply.payload import zelfde_tekst
from amend.apply.werk import Werk, beschrijf
from amend.model.operations import Handeling, Vervang, VervangOpschrift, VervangRegeling, Verwijder, VoegIn
from amend.model.renvooi import heeft_renvooi, nieuwe_tekst, oude_tekst
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort, Status, alle_nodes, loop, verwijder, zichtbare_tekst

_NAAST = INDELING | {Soort.ARTIKEL, Soort.DIVISIE, Soort.BIJLAGE, Soort.TOELICHTING, Soort.FRAGMENT}
"""Kinds that may stand beside each other in a body or an annex."""


def voer_mutatie_uit(werk: Werk, op: Handeling) -> None:
    """Execute one exact change, or refuse the step."""
    match op:
        case Vervang():
            _vervang(werk, op)
        case VervangOpschrift():
            _vervang_kop(werk, op)
        case Verwijder():
            _verwijder(werk, op)
        case VoegIn():
            _voeg_in(werk, op)
        case VervangRegeling():
            _vervang_regeling(werk, op)
        case _:
            werk.weiger(codes.WID_ONJUIST, "deze handeling kan niet op een identiteit werken.")


def _bind(werk: Werk, op: Handeling) -> Pad:
    """The path of the one element with this identity."""
    paden = [pad for pad, node in loop(werk.root) if node.wid == op.wid]
    if len(paden) != 1:
        hoe = "niet" if not paden else f"{len(paden)} keer"
        werk.weiger(
            codes.WID_ONTBREEKT,
            f"het element met wId {op.wid} staat {hoe} in de tekst zoals die nu luidt.",
            "Pas het besluit toe op de versie waarvoor het is gemaakt, ingelezen uit STOP.",
        )
    adres = next(map(str, getattr(op, "doel", ())), str(getattr(op, "na", None) or getattr(op, "voor", None) or ""))
    werk.gebonden[adres] = (op.wid or "",)
    return paden[0]


def _vervang(werk: Werk, op: Vervang) -> None:
    pad = _bind(werk, op)
    oud = werk.node(pad)
    _controleer_oud(werk, op.inhoud, oud)
    nieuw = _enige(werk, _nieuw(werk, op.inhoud), oud)
    _controleer_wids(werk, (nieuw,), pad)
    werk.zet(pad, met_herkomst(oud, nieuw, werk.oorsprong))
    if op.naast is not None:
        _verplaats(werk, op, pad)


def _verplaats(werk: Werk, op: Vervang, pad: Pad) -> None:
    """The element moves beside another, which is looked for in the text without it."""
    node = werk.node(pad)
    zonder = verwijder(werk.root, pad)
    ankers = [plek for plek, kind in loop(zonder) if kind.wid == op.naast and plek]
    if len(ankers) != 1:
        tekst = f"het element met wId {op.naast}, waarnaast {beschrijf(node)} komt, staat niet precies één keer in de"
        tekst += " tekst."
        werk.weiger(codes.WID_ONTBREEKT, tekst, "Pas het besluit toe op de versie waarvoor het is gemaakt.")
    plek = ankers[0]
    positie = plek[-1] + (0 if op.ervoor else 1)
    werk.root = zonder
    werk.vervang_kinderen(plek[:-1], positie, positie, (node,))


def _vervang_kop(werk: Werk, op: VervangOpschrift) -> None:
    """VervangKop: label, number and heading; the content and the state stay."""
    pad = _bind(werk, op)
    oud = werk.node(pad)
    kaal = replace(oud, kinderen=(), tekst=(), extra=(), status=oud.status)
    gegeven = tuple(replace(node, soort=oud.soort, wid=oud.wid, status=oud.status) for node in op.inhoud)
    _controleer_oud(werk, gegeven, kaal)
    nieuw = met_herkomst(kaal, _enige(werk, _nieuw(werk, gegeven), oud), werk.oorsprong)
    velden = {naam: getattr(nieuw, naam) for naam in ("label", "aanduiding", "nummer", "opschrift", "nummer_oorsprong")}
    werk.vervang_kinderen(pad[:-1], pad[-1], pad[-1] + 1, (replace(oud, **velden),))


def _verwijder(werk: Werk, op: Verwijder) -> None:
    pad = _bind(werk, op)
    _controleer_oud(werk, op.inhoud, werk.node(pad), hele=True)
    werk.root = verwijder(werk.root, pad)


def _voeg_in(werk: Werk, op: VoegIn) -> None:
    pad = _bind(werk, op)
    nieuw = _nieuw(werk, op.inhoud, alles=True)
    anker = werk.node(pad)
    if not nieuw or not pad or (op.na is None) == (op.voor is None):
        werk.weiger(codes.WID_ONJUIST, "de mutatie zegt niet wat waar wordt toegevoegd.")
    for node in nieuw:
        if node.soort is not anker.soort and not {node.soort, anker.soort} <= _NAAST and not _items(node, anker):
            werk.weiger(codes.WID_ONJUIST, f"{beschrijf(node)} kan niet naast {beschrijf(anker)} staan.")
    _controleer_wids(werk, nieuw, None)
    positie = pad[-1] + (1 if op.na is not None else 0)
    werk.vervang_kinderen(pad[:-1], positie, positie, nieuw)


def _items(een: Node, ander: Node) -> bool:
    return {een.soort, ander.soort} <= ITEMS


def _vervang_regeling(werk: Werk, op: VervangRegeling) -> None:
    nieuw = _nieuw(werk, op.inhoud)
    if len(nieuw) != 1 or nieuw[0].soort is not Soort.REGELING or not nieuw[0].kinderen:
        werk.weiger(codes.WID_ONJUIST, "de mutatie vervangt de regeling, maar geeft niet precies één nieuwe regeling.")
    _controleer_wids(werk, nieuw, ())
    werk.root = met_herkomst(werk.root, replace(nieuw[0], wid=werk.root.wid, extra=werk.root.extra), werk.oorsprong)


def _nieuw(werk: Werk, inhoud: Iterable[Node], *, alles: bool = False) -> tuple[Node, ...]:
    """The payload after the change. ``alles``: it is new as a whole, also where it is not marked."""
    oorsprong = werk.oorsprong
    nodes = tuple(deel for node in inhoud for deel in nieuwe_tekst(node, oorsprong))
    return tuple(met_herkomst(None, node, oorsprong) for node in nodes) if alles else nodes


def _enige(werk: Werk, nieuw: Sequence[Node], oud: Node) -> Node:
    if len(nieuw) != 1:
        werk.weiger(codes.WID_ONJUIST, f"de nieuwe tekst van {beschrijf(oud)} bestaat niet uit precies één element.")
    if nieuw[0].wid != oud.wid or nieuw[0].soort is not oud.soort:
        werk.weiger(
            codes.WID_ONJUIST,
            f"de mutatie wijzigt {beschrijf(oud)} met wId {oud.wid}, maar geeft {beschrijf(nieuw[0])} met wId "
            f"{nieuw[0].wid or '(geen)'}.",
            "Vraag het bestuursorgaan om een verbeterde aanlevering.",
        )
    return nieuw[0]


def _controleer_wids(werk: Werk, nieuw: Iterable[Node], plek: Pad | None) -> None:
    """Identities are given once: none may occur twice in the payload or elsewhere in the text."""
    eigen = [node.wid for top in nieuw for node in alle_nodes(top) if node.wid]
    elders = {node.wid for pad, node in loop(werk.root) if node.wid and (plek is None or pad[: len(plek)] != plek)}
    dubbel = sorted({wid for wid in eigen if eigen.count(wid) > 1 or wid in elders} if eigen else ())
    if dubbel:
        werk.weiger(
            codes.WID_ONJUIST,
            f"de identiteit {dubbel[0]} is al in gebruik; een wId wordt nooit opnieuw gebruikt.",
            "Vraag het bestuursorgaan om een verbeterde aanlevering.",
        )


def _controleer_oud(werk: Werk, inhoud: Sequence[Node], huidig: Node, *, hele: bool = False) -> None:
    """What the decision shows as the old text must be the present text: otherwise a person must choose."""
    if not inhoud or not (hele or any(map(heeft_renvooi, inhoud))):
        return
    getoond = tuple(deel for node in inhoud for deel in oude_tekst(node))
    if len(getoond) == 1 and zelfde_tekst(getoond[0], huidig):
        return
    toont, staat = _per_wid(getoond), _per_wid((huidig,))
    if toont == staat:
        return
    toont, staat = _per_wid(map(_kaal, getoond)), _per_wid((_kaal(huidig),))
    if toont == staat:
        tekst = f"de nummers in {beschrijf(huidig)} staan in de oude tekst van het besluit anders gedrukt dan nu."
        werk.meld(codes.NUMMER_ANDERS_GEDRUKT, tekst)
        return
    wid = next(wid for wid in (*toont, *staat) if toont.get(wid) != staat.get(wid))
    wel, nu = toont.get(wid, []), staat.get(wid, [])
    plek = next((i for i, (a, b) in enumerate(zip(wel, nu, strict=False)) if a != b), min(len(wel), len(nu)))
    werk.vraag(
        codes.OUDE_TEKST_ANDERS,
        f"het besluit toont als oude tekst van {beschrijf(huidig)} “{_rond(wel, plek)}”, maar nu staat er "
        f"“{_rond(nu, plek)}”.",
        "“Uitvoeren” zet de nieuwe tekst van het besluit ervoor in de plaats.",
    )


def _per_wid(nodes: Iterable[Node]) -> dict[str, list[str]]:
    """Per identity the words of the element itself. Removed elements have no fixed place in a text with changes."""
    uit: dict[str, list[str]] = {}
    stapel = [(node, node.wid) for node in reversed(tuple(nodes))]
    while stapel:
        node, wid = stapel.pop()
        eigen = zichtbare_tekst(replace(node, kinderen=())).split()
        eigen += [node.status.value] if node.status is not Status.ACTIEF else []
        uit.setdefault(wid, []).extend(eigen)
        stapel.extend((kind, kind.wid or wid) for kind in reversed(node.kinderen))
    return uit


def _kaal(node: Node) -> Node:
    """The subtree with bare numbers for printed markers."""
    return replace(node, aanduiding=node.nummer, kinderen=tuple(map(_kaal, node.kinderen)))


def _rond(woorden: Sequence[str], plek: int) -> str:
    stuk = woorden[max(plek - 3, 0) : plek + 4]
    return " ".join(stuk) or "niets"
