"""Headings: replace one (F81), or lift a division (F84)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from amend.apply import codes
from amend.apply.bind import bind_alle
from amend.apply.doelwit import Deel
from amend.apply.kiezen import los
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Plaats
from amend.model.operations import HefIndelingOp, Vervang, VervangOpschrift
from amend.model.tree import (
    INDELING,
    Node,
    Pad,
    Soort,
    Tekst,
    platte_tekst,
    runs,
    vervang_kinderen,
    vervang_tekens,
)


def vervang_opschrift(werk: Werk, op: VervangOpschrift) -> None:
    """Execute "Het opschrift van X komt te luiden"."""
    if not op.doel:
        # "De titel van de verordening komt te luiden" (F87): no place named is the regulation itself
        vervang_opschrift_op(werk, (), op.inhoud, op.nieuw, Plaats())
        return
    plekken = bind_alle(werk, op.doel)
    if len(plekken) != 1:
        werk.weiger(codes.ADRES, f"de instructie geeft één opschrift voor {len(plekken)} elementen.")
    if plekken[0].deel not in (Deel.ELEMENT, Deel.OPSCHRIFT):
        werk.weiger(codes.ADRES, f"{zeg(plekken[0].plaats)} heeft geen opschrift.")
    vervang_opschrift_op(werk, plekken[0].pad, op.inhoud, op.nieuw, plekken[0].plaats)


def vervang_opschrift_op(werk: Werk, pad: Pad, inhoud: Sequence[Node], nieuw: str | None, plaats: Plaats) -> None:
    """Give the element at ``pad`` the heading of the payload; number and body stay."""
    node = werk.node(pad)
    if node.soort is Soort.REGELING and (not plaats or plaats.laatste.soort == "regeling"):
        werk.vraag(
            codes.METATEKST, "het opschrift van de regeling zelf wordt niet gewijzigd.", "Kies of dit toch moet."
        )
    kop = _nieuwe_kop(werk, node, inhoud, nieuw, plaats)
    if not platte_tekst(kop).strip():
        werk.weiger(codes.PAYLOAD_ONTBREEKT, f"het nieuwe opschrift van {zeg(plaats)} ontbreekt.")
    kop = tuple(replace(run, oorsprong=werk.oorsprong) for run in kop)
    if node.soort is Soort.TUSSENKOP:
        werk.zet(pad, replace(node, tekst=kop))
        return
    if not node.opschrift and node.soort is not Soort.REGELING:
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plaats)} heeft geen opschrift dat kan worden vervangen.")
    werk.zet(pad, replace(node, opschrift=kop))


def _nieuwe_kop(werk: Werk, node: Node, inhoud: Sequence[Node], nieuw: str | None, plaats: Plaats) -> Tekst:
    if not inhoud:
        return _zonder_nummer(werk, node, runs((nieuw or "").strip()), plaats)
    ook_geheel = any(isinstance(op, Vervang) and plaats in op.doel for op in werk.stap.bewerkingen)
    if len(inhoud) != 1 or (inhoud[0].kinderen and not ook_geheel):
        werk.weiger(codes.AANTAL, f"de nieuwe tekst voor het opschrift van {zeg(plaats)} is meer dan een opschrift.")
    gegeven = inhoud[0]
    if gegeven.soort in (Soort.AL, Soort.TUSSENKOP):
        return _zonder_nummer(werk, node, gegeven.tekst, plaats)
    if gegeven.soort is not node.soort or (gegeven.nummer and los(gegeven.nummer) != los(node.nummer)):
        werk.weiger(
            codes.NUMMER,
            f"het nieuwe opschrift van {zeg(plaats)} noemt {beschrijf(gegeven)}.",
            "Het nummer in het nieuwe opschrift moet gelijk zijn aan dat in de instructie.",
        )
    return gegeven.opschrift


def _zonder_nummer(werk: Werk, node: Node, tekst: Tekst, plaats: Plaats) -> Tekst:
    """The heading without a repeated "Hoofdstuk 2"; another number there is refused."""
    if not node.nummer:
        return tekst
    woorden = {node.soort.value, node.label.casefold()} - {"", "§"}
    patroon = rf"\s*(?:(?:{'|'.join(map(re.escape, sorted(woorden)))})\s+|§\s*)([\w:.°-]*\w)(?:[.:]|\s+[–-])?(?:\s+|$)"
    treffer = re.match(patroon, platte_tekst(tekst), re.IGNORECASE)
    if treffer is None or not (treffer[1][0].isdigit() or los(treffer[1]) == los(node.nummer)):
        return tekst
    if los(treffer[1]) != los(node.nummer):
        werk.weiger(
            codes.NUMMER,
            f"het nieuwe opschrift van {zeg(plaats)} noemt nummer {treffer[1]}.",
            "Het nummer in het nieuwe opschrift moet gelijk zijn aan dat in de instructie.",
        )
    return vervang_tekens(tekst, 0, treffer.end(), ())


def verwijder_opschrift(werk: Werk, pad: Pad, plaats: Plaats) -> None:
    """ "Het opschrift van X vervalt": the heading goes; for a division that is a question (F84)."""
    node = werk.node(pad)
    if node.soort in INDELING:
        werk.vraag(
            codes.INDELING_OPHEFFEN,
            f"het opschrift van {zeg(plaats.ouder)} vervalt; onzeker is of de indeling zelf vervalt.",
            "“Uitvoeren” heft de indeling op en laat de artikelen staan.",
        )
        _hef_op(werk, pad)
        return
    werk.zet(pad, replace(node, opschrift=()))


def hef_indeling_op(werk: Werk, op: HefIndelingOp) -> None:
    """The designation of a division lapses; its articles move up to the parent."""
    plekken = bind_alle(werk, op.doel)
    if not plekken:
        werk.weiger(codes.ADRES, "de instructie noemt geen indeling.")
    for plek in reversed(plekken):
        if werk.node(plek.pad).soort not in INDELING or plek.deel not in (Deel.ELEMENT, Deel.OPSCHRIFT):
            werk.weiger(codes.SOORT, f"{zeg(plek.plaats)} is geen indeling (hoofdstuk, afdeling, paragraaf).")
        if _voorganger(werk, plek.pad) is not None:
            werk.vraag(
                codes.INDELING_OPHEFFEN,
                f"na het opheffen van {zeg(plek.plaats)} vallen de artikelen onder de voorafgaande indeling.",
                "Kies “uitvoeren” als dat de bedoeling is.",
            )
        _hef_op(werk, plek.pad)


def _voorganger(werk: Werk, pad: Pad) -> Pad | None:
    """The division of the same kind directly before: what the articles would fall under."""
    ouder = werk.node(pad[:-1])
    soort = ouder.kinderen[pad[-1]].soort
    vorige = pad[-1] - 1
    return (*pad[:-1], vorige) if vorige >= 0 and ouder.kinderen[vorige].soort is soort else None


def _hef_op(werk: Werk, pad: Pad) -> None:
    kinderen = werk.node(pad).kinderen
    voorganger = _voorganger(werk, pad)
    if voorganger is None:
        werk.vervang_kinderen(pad[:-1], pad[-1], pad[-1] + 1, kinderen)
        return
    werk.vervang_kinderen(pad[:-1], pad[-1], pad[-1] + 1, ())
    einde = len(werk.node(voorganger).kinderen)
    werk.root = vervang_kinderen(werk.root, voorganger, einde, einde, kinderen)
