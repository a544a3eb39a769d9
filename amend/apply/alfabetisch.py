"""Definitions in alphabetical order (F47): each new one on its own place, the list itself is never sorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amend.apply import codes
from amend.apply.begrip import alfabet, norm, term_van
from amend.apply.bind import bind_element
from amend.apply.bind_lijst import items, leden
from amend.apply.lijsten import controleer_bij
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Plaats
from amend.model.tree import ITEMS, Node, Pad, Soort

_Plek = tuple[Pad, Node]


def voeg_alfabetisch_in(werk: Werk, houder: Plaats | None, nodes: Sequence[Node], aantal: int | None) -> None:
    """Insert definitions before the first greater term of the container's list."""
    if not houder:
        werk.weiger(codes.ADRES, "de instructie noemt niet in welk artikel de begrippen komen.")
    nieuw = [item for node in nodes for item in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    if aantal is not None and aantal != len(nieuw):
        werk.weiger(
            codes.AANTAL, f"de instructie kondigt {aantal} begrippen aan, maar de nieuwe tekst bevat er {len(nieuw)}."
        )
    pad = bind_element(werk, houder)
    for node in nieuw:
        _voeg_in(werk, pad, houder, node)


def _voeg_in(werk: Werk, houder: Pad, plaats: Plaats, node: Node) -> None:
    term = term_van(node)
    if term is None:
        werk.weiger(
            codes.SOORT,
            f"de nieuwe tekst voor {zeg(plaats)} is geen begripsomschrijving: een term met dubbele punt ontbreekt.",
        )
    lijst = _lijst(werk, houder, plaats)
    if any(norm(oud) == norm(term) for oud, _ in lijst):
        werk.weiger(codes.BEZET, f"het begrip “{term}” bestaat al in {zeg(plaats)}.", "Vervang het bestaande begrip.")
    sleutels = [alfabet(oud) for oud, _ in lijst]
    if sleutels != sorted(sleutels):
        werk.meld(
            codes.ALFABET,
            f"de begrippen in {zeg(plaats)} staan niet op alfabet; “{term}” staat vóór het eerste latere begrip.",
        )
    groter = next((i for i, sleutel in enumerate(sleutels) if sleutel > alfabet(term)), None)
    buur = lijst[groter][1] if groter is not None else lijst[-1][1]
    positie = buur[0][-1] + (groter is None)
    nieuw = _in_stijl(werk, node, buur[1])
    werk.vervang_kinderen(buur[0][:-1], positie, positie, (nieuw,))
    if nieuw.soort in ITEMS:
        controleer_bij(werk, buur[0][:-1], (nieuw,))


def _in_stijl(werk: Werk, node: Node, buur: Node) -> Node:
    """The definition in the form of its neighbours: definition item, dash item or plain text block."""
    if buur.nummer or node.nummer:
        werk.weiger(
            codes.GEEN_LIJST,
            f"{beschrijf(buur)} heeft een letter of nummer; alfabetisch invoegen vraagt begrippen zonder letter.",
            "Noem het onderdeel waarna wordt ingevoegd.",
        )
    if node.soort is buur.soort:
        return replace(node, aanduiding=buur.aanduiding) if node.soort in ITEMS else node
    if buur.soort is Soort.AL:
        if len(node.kinderen) == 1 and node.kinderen[0].soort is Soort.AL:
            return node.kinderen[0]
        werk.weiger(codes.SOORT, "de nieuwe begripsomschrijving is meer dan één tekstblok, de bestaande zijn dat niet.")
    if node.soort is Soort.AL:
        return Node(buur.soort, aanduiding=buur.aanduiding, kinderen=(node,), oorsprong=werk.oorsprong)
    return replace(node, soort=buur.soort, aanduiding=buur.aanduiding)


def _lijst(werk: Werk, houder: Pad, plaats: Plaats) -> list[tuple[str, _Plek]]:
    """The definitions of the container, with their terms: one list, or text blocks of the form "term: text"."""
    node = werk.node(houder)
    kandidaten = [k for lid_pad, lid in (leden(node, houder) or [(houder, node)]) if (k := _begrippen(lid, lid_pad))]
    if len(kandidaten) != 1 or len({pad[:-1] for _, (pad, _) in kandidaten[0]}) != 1:
        werk.weiger(
            codes.GEEN_LIJST,
            f"in {zeg(plaats)} is geen lijst met begrippen eenduidig aan te wijzen.",
            "Noem het lid of het onderdeel waarna wordt ingevoegd.",
        )
    return kandidaten[0]


def _begrippen(node: Node, pad: Pad) -> list[tuple[str, _Plek]]:
    uit_lijst = [(term, k) for k in items(node, pad) if (term := term_van(k[1]))]
    if uit_lijst:
        return uit_lijst
    blokken = [((*pad, i), kind) for i, kind in enumerate(node.kinderen) if kind.soort is Soort.AL]
    begrippen = [(term, k) for k in blokken if (term := term_van(k[1]))]
    return [b for b in begrippen if not b[1][1].tekst[-1].tekst.rstrip().endswith(":")]
