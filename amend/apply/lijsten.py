"""Closing punctuation of list items: reported, never repaired (F03, F52, F67)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.apply import codes
from amend.apply.werk import Werk, beschrijf
from amend.model.operations import VervangLeesteken
from amend.model.tree import ITEMS, Node, Pad, platte_tekst

_NIET_LAATST: Final = re.compile(r"[;,:](?:\s*(?:en|of|en/of|dan wel))?\s*$|\b(?:en|of)\s*$")


_NUMMERREGEL: Final = re.compile(r"\d+(?:\.\d+)+\.?\s")


def eerste_tekst(node: Node) -> str:
    """The text of the first text block of the subtree."""
    while not platte_tekst(node.tekst).strip() and node.kinderen:
        node = node.kinderen[0]
    return platte_tekst(node.tekst)


def slottekst(node: Node) -> str:
    """The text of the last text block of the subtree."""
    while True:
        if platte_tekst(node.tekst).strip() or not node.kinderen:
            return platte_tekst(node.tekst).rstrip()
        node = node.kinderen[-1]


def controleer_slot(werk: Werk, pad: Pad) -> None:
    """Warn when the item at ``pad`` ends as a last item but is not, or the other way round."""
    if _regelt_leestekens(werk):
        return
    lijst = werk.node(pad[:-1])
    items = [kind for kind in lijst.kinderen if kind.soort in ITEMS]
    node = lijst.kinderen[pad[-1]]
    if "." in node.nummer or (not node.nummer and _NUMMERREGEL.match(eerste_tekst(node))):
        return  # lines of a tariff are sentences of their own
    einde = slottekst(node)
    if node is items[-1] and _NIET_LAATST.search(einde) and not _midden_in_opsomming(werk, pad):
        werk.meld(
            codes.SLOTLEESTEKEN, f"{beschrijf(node)} is het laatste van de opsomming maar eindigt op “{einde[-1]}”."
        )
    elif node is not items[-1] and einde.endswith("."):
        werk.meld(
            codes.SLOTLEESTEKEN, f"{beschrijf(node)} eindigt op een punt maar is niet het laatste van de opsomming."
        )
    elif node is not items[-1] and not _NIET_LAATST.search(einde) and _puntkommas(items, node):
        werk.meld(
            codes.SLOTLEESTEKEN, f"{beschrijf(node)} eindigt zonder leesteken; de andere onderdelen hebben dat wel."
        )


def _puntkommas(items: Sequence[Node], node: Node) -> bool:
    """True when every other item but the last ends as one that is not the last."""
    andere = [kind for kind in items[:-1] if kind is not node]
    return bool(andere) and all(_NIET_LAATST.search(slottekst(kind)) for kind in andere)


def _midden_in_opsomming(werk: Werk, pad: Pad) -> bool:
    """True when the list belongs to an item that itself is not the last: its last sub-item may end in ";"."""
    if len(pad) < 4:
        return False
    item, buiten = werk.node(pad[:-2]), werk.node(pad[:-3])
    return item.soort in ITEMS and buiten.kinderen[-1] is not item


def controleer_bij(werk: Werk, lijst_pad: Pad, nieuw: Sequence[Node]) -> None:
    """Warn about new items and the item before them."""
    kinderen = werk.node(lijst_pad).kinderen
    plekken = [i for i, kind in enumerate(kinderen) if any(kind is node for node in nieuw)]
    for i in range(max(min(plekken, default=0) - 1, 0), max(plekken, default=-1) + 1):
        controleer_slot(werk, (*lijst_pad, i))


def controleer_laatste(werk: Werk, lijst_pad: Pad) -> None:
    """Warn about the item that became the last one."""
    controleer_slot(werk, (*lijst_pad, len(werk.node(lijst_pad).kinderen) - 1))


def _regelt_leestekens(werk: Werk) -> bool:
    """True when the step itself says what happens to the punctuation."""
    return any(isinstance(op, VervangLeesteken) for op in werk.stap.bewerkingen)
