"""Old files tag leden as a flat numbered list, or type the numbers in the text; here they become leden and items.

A list of leden may have the lettered items as sibling lists; typed paragraphs ("1. De raad …", "a. de …") count the
same way. Nothing is done unless the numbers count 1, 2, 3 … (with 2a, 2b … between them) and there are two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from amend.model.numbering import nummer_van
from amend.model.tree import Node, Soort, platte_tekst, vervang_tekens

_GETYPT: Final = re.compile(r"(?P<merk>\d{1,2}[a-z]?\.|\d{1,2}[a-z]?\)|[a-z][.)])\s+(?=\S)")
_LID: Final = re.compile(r"(\d+)([a-z]*)")


def leden_uit_lijst(inhoud: tuple[Node, ...]) -> tuple[Node, ...] | None:
    """The leden that the content of an article stands for, or None when it is not such a list.

    It is one when the content begins with item "1" and the numbered items of the top level count on from there.
    Everything between two numbers belongs to the first of them.
    """
    if not inhoud or any(node.soort is Soort.LID for node in inhoud):
        return None
    if inhoud[0].soort is Soort.AL:
        inhoud = _uit_alineas(inhoud)
    if inhoud[0].soort is not Soort.LIJST:
        return None
    nummers = [item.nummer for node in inhoud if node.soort is Soort.LIJST for item in node.kinderen]
    if not nummers or nummers[0] != "1" or not _telt_door([n for n in nummers if _LID.fullmatch(n)]):
        return None
    leden: list[Node] = []
    for node in inhoud:
        _verdeel(node, leden)
    return tuple(leden)


def _telt_door(nummers: Sequence[str]) -> bool:
    """True for 1, 2, 2a, 3 …: no number twice, none skipped, at least two."""
    vorige, letter = 0, ""
    for nummer in nummers:
        treffer = _LID.fullmatch(nummer)
        if treffer is None:
            return False
        getal, nieuwe = int(treffer[1]), treffer[2]
        volgt = (getal == vorige + 1 and not nieuwe) or (
            getal == vorige and (len(nieuwe), nieuwe) > (len(letter), letter)
        )
        if not volgt:
            return False
        vorige, letter = getal, nieuwe
    return len(nummers) >= 2


def _uit_alineas(inhoud: tuple[Node, ...]) -> tuple[Node, ...]:
    """Paragraphs with typed numbers as lists; the content as it is when they do not count from 1."""
    merken = [_merk(node) for node in inhoud]
    cijfers = [nummer_van(merk) for merk in merken if merk and merk[0].isdigit()]
    if not merken[0] or not merken[0].startswith("1") or not _telt_door(cijfers):
        return inhoud
    uit: list[Node] = []
    verwacht = "a"
    for node, merk in zip(inhoud, merken, strict=True):
        letter = merk[0] if merk and merk[0].isalpha() else ""
        if merk and (merk[0].isdigit() or letter == verwacht):
            uit.append(Node(Soort.LIJST, kinderen=(_item(node, merk),)))
        else:
            uit.append(node)
        if merk:
            verwacht = chr(ord(letter) + 1) if letter == verwacht else "a" if merk[0].isdigit() else verwacht
    return tuple(_aaneen(uit))


def _merk(node: Node) -> str:
    """The number that a paragraph begins with, as typed; "" when there is none."""
    treffer = _GETYPT.match(platte_tekst(node.tekst)) if node.soort is Soort.AL and not node.kinderen else None
    return treffer["merk"] if treffer else ""


def _item(node: Node, merk: str) -> Node:
    treffer = _GETYPT.match(platte_tekst(node.tekst))
    eind = treffer.end() if treffer else 0
    kaal = replace(node, tekst=vervang_tekens(node.tekst, 0, eind, ()))
    return Node(Soort.ONDERDEEL, nummer=nummer_van(merk), aanduiding=merk, kinderen=(kaal,))


def _aaneen(nodes: Iterable[Node]) -> list[Node]:
    """Items that follow each other as one list, apart for numbers and for letters."""
    uit: list[Node] = []
    for node in nodes:
        vorige = uit[-1] if uit else None
        if (
            node.soort is Soort.LIJST
            and vorige is not None
            and vorige.soort is Soort.LIJST
            and _soortgelijk(vorige, node)
        ):
            uit[-1] = replace(vorige, kinderen=(*vorige.kinderen, *node.kinderen))
        else:
            uit.append(node)
    return uit


def _soortgelijk(een: Node, ander: Node) -> bool:
    return een.kinderen[-1].nummer[:1].isdigit() == ander.kinderen[0].nummer[:1].isdigit()


def _verdeel(node: Node, leden: list[Node]) -> None:
    if node.soort is not Soort.LIJST:
        _erbij(leden, node)
        return
    rest: list[Node] = []
    for item in node.kinderen:
        if _LID.fullmatch(item.nummer):
            _sluit(leden, rest)
            leden.append(replace(item, soort=Soort.LID))
        else:
            rest.append(item)
    _sluit(leden, rest)


def _sluit(leden: list[Node], rest: list[Node]) -> None:
    if rest:
        _erbij(leden, Node(Soort.LIJST, kinderen=tuple(rest)))
        rest.clear()


def _erbij(leden: list[Node], node: Node) -> None:
    leden[-1] = replace(leden[-1], kinderen=(*leden[-1].kinderen, node))
