"""Runs → HTML: marks as elements, footnotes gathered, and who wrote a run as data for readers and programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import groupby
from typing import Final

from amend.model.tree import Mark, Oorsprong, Run, Tekst

_ELEMENT: Final = {
    "vet": "strong",
    "cursief": "em",
    "onderstreept": "u",
    "sup": "sup",
    "sub": "sub",
    "inf": "sub",
    "term": "dfn",
    "doorgehaald": "s",
    "b": "strong",
    "i": "em",
    "u": "u",
}
_XML: Final = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^>]*>", re.DOTALL)


@dataclass(slots=True)
class Noten:
    """The footnotes of a page, as HTML, in order."""

    lijst: list[str] = field(default_factory=list)

    def bij(self, inhoud: str) -> str:
        """Add a footnote; the reference to it."""
        self.lijst.append(inhoud)
        n = len(self.lijst)
        return f'<sup><a id="noot-bij-{n}" href="#noot-{n}" aria-label="voetnoot {n}">{n}</a></sup>'


def tekst_html(tekst: Tekst, noten: Noten) -> str:
    """A text as HTML, all characters escaped."""
    uit: list[str] = []
    for noot, deel in groupby(tekst, key=_noot):
        if noot is None:
            uit.extend(_stukken(tuple(deel)))
        else:
            uit.append(noten.bij("".join(_stukken(tuple(deel)))))
    return "".join(uit)


def herkomst(oorsprong: Oorsprong) -> str:
    """Who wrote something, in words."""
    return f"{oorsprong.besluit}, onderdeel {oorsprong.onderdeel}" if oorsprong.onderdeel else oorsprong.besluit


def fragment_tekst(xml: str) -> str:
    """The characters of a verbatim fragment; a word that says so when it has none but is an element."""
    tekst = unescape(_XML.sub("", xml)).strip()
    if tekst or not re.match(r"<[^!?]", xml):
        return tekst
    return "[afbeelding]" if re.match(r"<[^>]*(?:plaatje|illustratie|img|figuur)", xml) else "[onbekend element]"


def _noot(run: Run) -> Mark | None:
    return next((mark for mark in run.marks if mark.naam == "noot"), None)


def _stukken(tekst: Tekst) -> Iterator[str]:
    for oorsprong, deel in groupby(tekst, key=lambda run: run.oorsprong):
        inhoud = "".join(_run(run) for run in deel)
        if oorsprong is None or not inhoud:
            yield inhoud
            continue
        zin = escape(f"Tekst van {herkomst(oorsprong)}", quote=True)
        kenmerken = f'data-besluit="{escape(oorsprong.besluit)}" data-onderdeel="{escape(oorsprong.onderdeel)}"'
        yield f'<span class="herkomst" tabindex="0" title="{zin}" {kenmerken}>{inhoud}</span>'


def _run(run: Run) -> str:
    html = escape(run.tekst)
    for mark in reversed(run.marks):
        html = _mark(mark, html)
    return html


def _mark(mark: Mark, html: str) -> str:
    attributen = dict(mark.attributen)
    if mark.naam == "fragment":
        tekst = escape(fragment_tekst(attributen.get("xml", "")))
        return f'{html}<span class="fragment">{tekst}</span>' if tekst else html
    if mark.naam in ("noot", "noot.al"):
        return html
    if mark.naam == "extref" and re.match(r"https?://", attributen.get("doc", "")):
        return f'<a href="{escape(attributen["doc"])}" rel="noreferrer">{html}</a>'
    if mark.naam in _ELEMENT:
        return f"<{_ELEMENT[mark.naam]}>{html}</{_ELEMENT[mark.naam]}>"
    return f'<span data-opmaak="{escape(mark.naam)}">{html}</span>'
