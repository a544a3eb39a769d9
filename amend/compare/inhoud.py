"""What a place of the merged tree holds: which of its parts differ, whether anything was kept, its old and new text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from amend.compare.lijkt import GENUMMERD, MET_KOP
from amend.compare.plaats import naam_van
from amend.compare.samen import Aspect, Deel, Knoop, Relatie
from amend.compare.wijziging import Wijziging
from amend.model.tree import Node, Status, alle_nodes, platte_tekst, zichtbare_tekst

_LANG: Final = 2000


def kop_van(node: Node) -> tuple[str, str, str, str]:
    """Kind, label, printed number and number: what together is the number of an element."""
    return (node.soort, node.label, node.aanduiding or node.nummer, node.nummer)


def stand(node: Node) -> str:
    """The state of an element, or its text when it is alive."""
    tekst = " ".join(zichtbare_tekst(node).split())
    return node.status.value if node.status is not Status.ACTIEF else tekst[:_LANG]


def heel(knoop: Knoop) -> tuple[str, str]:
    """The word pair of a new or removed text block."""
    tekst = platte_tekst(knoop.node.tekst)
    return ("", tekst) if knoop.relatie is Relatie.BIJ else (tekst, "")


def eigen_delen(knoop: Knoop, *, plek: bool) -> Iterable[Deel]:
    """The parts of this place that differ visibly."""
    if knoop.relatie in (Relatie.BIJ, Relatie.WEG) and plek:
        yield knoop.id, Aspect.PLEK
    if knoop.relatie is Relatie.PAAR and knoop.oud is not None and knoop.nieuw is not None:
        if kop_van(knoop.oud) != kop_van(knoop.nieuw):
            yield knoop.id, Aspect.NUMMER
        for aspect, delen in ((Aspect.OPSCHRIFT, knoop.opschrift), (Aspect.TEKST, knoop.tekst)):
            if delen is not None and any(not deel.gelijk or deel.opmaak for deel in delen):
                yield knoop.id, aspect


def binnen(knoop: Knoop) -> Iterable[Knoop]:
    """This place and those below it, without the content of what moved here."""
    stapel = [knoop]
    while stapel:
        k = stapel.pop()
        yield k
        stapel.extend(kind for kind in reversed(k.kinderen) if kind.relatie is not Relatie.NAAR)


def vervangen(knoop: Knoop) -> bool:
    """True for a paired element that was given wholly other content: nothing below it was kept or moved."""
    if knoop.node.soort not in MET_KOP | GENUMMERD or not knoop.kinderen:
        return False
    delen = list(binnen(knoop))[1:]
    relaties = {deel.relatie for deel in delen}
    if relaties & {Relatie.BIJ, Relatie.WEG} and any(_niets_gelijk(deel) and deel.node.tekst for deel in delen):
        relaties |= {Relatie.BIJ, Relatie.WEG}
    if not relaties >= {Relatie.BIJ, Relatie.WEG} and not (relaties == {Relatie.BIJ} and _nieuwe_inhoud(knoop)):
        return False
    los = all(deel.relatie in (Relatie.BIJ, Relatie.WEG) or _niets_gelijk(deel) for deel in delen)
    return los and not any(kind.relatie is Relatie.NAAR for deel in (knoop, *delen) for kind in deel.kinderen)


def _nieuwe_inhoud(knoop: Knoop) -> bool:
    """True when an element that was only a heading got content, under another heading."""
    return not (knoop.oud and knoop.oud.kinderen) and knoop.opschrift is not None


def _niets_gelijk(knoop: Knoop) -> bool:
    if knoop.relatie is not Relatie.PAAR:
        return False
    tekst = knoop.tekst
    return not knoop.node.tekst or (
        tekst is not None and not any(deel.gelijk and deel.oude_tekst.strip() for deel in tekst)
    )


def tekst_van(knoop: Knoop, *, nieuw: bool) -> str:
    """The old or the new text below a place, one line per heading or block."""
    node = knoop.nieuw if nieuw else knoop.oud
    if node is None:
        return ""
    regels = [
        regel
        for kind in node.kinderen
        for deel in alle_nodes(kind)
        for regel in (naam_van(deel), platte_tekst(deel.tekst))
    ]
    return "\n".join(filter(None, regels))


def naar_in(knoop: Knoop) -> list[Knoop]:
    """Moved elements inside a new or removed element, at any depth of new or removed."""
    uit, stapel = [], list(knoop.kinderen)
    while stapel:
        kind = stapel.pop()
        if kind.relatie is Relatie.NAAR:
            uit.append(kind)
        elif kind.relatie in (Relatie.BIJ, Relatie.WEG):
            stapel.extend(kind.kinderen)
    return uit[::-1]


def enkel(knoop: Knoop) -> bool:
    """True when a new element holds nothing but what was there before, or a removed one nothing but what remains."""
    blijft = Relatie.NAAR if knoop.relatie is Relatie.BIJ else Relatie.VAN
    return all(kind.relatie is blijft for kind in knoop.kinderen)


def zichtbare_tekst_zonder(knoop: Knoop) -> str:
    """The text of a new or removed element without what moved into or out of it."""
    regels: list[str] = []
    stapel = [knoop]
    while stapel:
        k = stapel.pop()
        if k.relatie in (Relatie.BIJ, Relatie.WEG):
            regels.extend(filter(None, (naam_van(k.node), platte_tekst(k.node.tekst))))
            stapel.extend(reversed(k.kinderen))
    return "\n".join(regels)


def met_bereik(wijziging: Wijziging, knoop: Knoop) -> Wijziging:
    """A list has no address of its own: name its items."""
    nummers = [kind.node.nummer for kind in knoop.kinderen if kind.relatie is knoop.relatie and kind.node.nummer]
    soort = "onderdeel" if nummers else "streepje"
    nummers = nummers or [str(n) for n, _ in enumerate(knoop.kinderen, 1)]
    if not nummers:
        return wijziging
    laatste = f"..{nummers[-1]}" if len(nummers) > 1 else ""
    veld = "plaats_nieuw" if knoop.relatie is Relatie.BIJ else "plaats_oud"
    basis = getattr(wijziging, veld) or ""
    adres = f"{basis}/{soort} {nummers[0]}{laatste}".removeprefix("/")
    return replace(wijziging, plaats_nieuw=adres) if veld == "plaats_nieuw" else replace(wijziging, plaats_oud=adres)


def van_tot(plaatsen: list[str]) -> str:
    """``artikel 3/lid 2`` and ``artikel 3/lid 2a`` → ``artikel 3/lid 2..2a``."""
    eerste, laatste = plaatsen[0], plaatsen[-1]
    nummer = laatste.rsplit(" ", 1)[-1]
    return eerste if eerste == laatste else f"{eerste}..{nummer}"
