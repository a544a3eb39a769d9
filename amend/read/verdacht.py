"""Words that look like typing or scanning errors: reported, never changed (regels.md part 5, question 18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from amend.model.melding import Melding
from amend.model.tree import Node, Pad, Soort, loop, platte_tekst
from amend.read import codes

_VERDACHT: Final = (
    (re.compile(r"\b(?:[a-z]+\d[a-z]{2,}|[10][a-z]{3,}(?<!ste))\b(?![-/])"), "een cijfer in een woord"),
    (re.compile(r"\b[a-zà-ÿ]{2,}[A-Z][a-zà-ÿ]+\b"), "een hoofdletter midden in een woord"),
    (re.compile(r"\b(de|het|een|van|en|in|op|te|voor|met|dat|is|wordt|zijn) \1\b", re.IGNORECASE), "een woord dubbel"),
    (re.compile(r",,|;;|\.\.(?!\.)(?<!\.\.\.)|,\.|:;| [,;](?=\s)"), "een leesteken dubbel of los"),
    (re.compile(r"\b[A-Za-zà-ÿ]{3,}- (?!(?:en|of|dan|tot|c\.q)\b)[a-zà-ÿ]{3,}"), "een afgebroken woord"),
    (re.compile(r"\b(?:artike1|artikei|artikeI|iid|Iid|1id|ariikel|lid lid|onderdee1)\b"), "een leesfout"),
)
_EENHEID: Final = re.compile(r"(?:m|cm|km|dm|mm|ha|co|h)\d|[a-z]\d+$|\d+[a-z]{1,3}$", re.IGNORECASE)
_MAXIMUM: Final = 200


def verdachte_woorden(root: Node) -> list[Melding]:
    """A note for every suspected error, with its place in the regulation; at most two hundred."""
    uit: list[Melding] = []
    for pad, node in loop(root):
        for woord, reden, zin in _in(platte_tekst(node.tekst)):
            tekst = f"{_waar(root, pad)}: “{woord}” ({reden}) in “{zin}”."
            uit.append(codes.VERDACHT.melding(tekst, None, "Vergelijk met het origineel; de tekst is niet aangepast."))
            if len(uit) == _MAXIMUM:
                return uit
    return uit


def _in(tekst: str) -> Iterator[tuple[str, str, str]]:
    for patroon, reden in _VERDACHT:
        for treffer in patroon.finditer(tekst):
            if not _EENHEID.fullmatch(treffer[0]):
                begin = max(treffer.start() - 20, 0)
                yield treffer[0], reden, tekst[begin : treffer.end() + 20].strip()
    for open_, dicht in ("()", "[]"):
        if tekst.count(open_) > tekst.count(dicht):
            yield open_, "een haakje dat niet sluit", tekst[:50].strip()


def _waar(root: Node, pad: Pad) -> str:
    """The article, annex or division that the path lies in, as a reader names it."""
    delen: list[str] = []
    node = root
    for index in pad:
        node = node.kinderen[index]
        if node.soort in (Soort.ARTIKEL, Soort.BIJLAGE, Soort.LID):
            delen.append(f"{node.soort.value} {node.nummer}".strip())
    return ", ".join(delen).capitalize() or "De tekst"
