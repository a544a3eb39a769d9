"""A row of a was/wordt table (F93): new text given beside the old, in one run; put into the blocks it belongs to.

The old text is already known to be the present text. The new text is divided by the designations of the element
itself, in their order. It must show the same ones: a lid or item more or less is a question for a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from amend.apply import codes
from amend.apply.doelwit import Doelwit
from amend.apply.werk import Werk, zeg
from amend.model.numbering import volgende
from amend.model.tree import ITEMS, Node, Pad, Run, Soort, alle_nodes, loop, platte_tekst, runs


@dataclass(frozen=True, slots=True)
class _Blok:
    """A text block or heading with what is printed before it, and the number that would follow its own."""

    pad: Pad
    kop: bool
    voor: str
    volgend: str | None


def vervang_naast(werk: Werk, plek: Doelwit, nieuw: str) -> None:
    """Give the blocks of the element the new text; refuse when it cannot be divided with certainty."""
    element = werk.node(plek.pad)
    velden = _blokken(element, plek.pad)
    tekst = " ".join(nieuw.split())
    stukken = _verdeel(element, velden, tekst)
    if stukken is None:
        werk.weiger(
            codes.SOORT,
            f"de nieuwe tekst voor {zeg(plek.plaats)} heeft een andere indeling dan de oude.",
            f"Geef de hele nieuwe tekst: “{zeg(plek.plaats).capitalize()} komt te luiden:”.",
        )
    for blok, stuk in zip(velden, stukken, strict=True):
        node = werk.node(blok.pad)
        oud = platte_tekst(node.opschrift if blok.kop else node.tekst)
        if not stuk or " ".join(oud.split()) == stuk:
            continue
        if any(run.marks for run in (node.opschrift if blok.kop else node.tekst)):
            werk.meld(codes.OPGEMAAKT, f"in {zeg(plek.plaats)} had de oude tekst opmaak; de nieuwe heeft die niet.")
        inhoud: tuple[Run, ...] = runs(stuk, werk.oorsprong)
        werk.zet(blok.pad, replace(node, opschrift=inhoud) if blok.kop else replace(node, tekst=inhoud))


def _blokken(element: Node, pad: Pad) -> list[_Blok]:
    uit: list[_Blok] = []
    voor, volgend = "", None
    for plek, node in loop(element, pad):
        if node.aanduiding or node.label:
            voor = " ".join(filter(None, (voor, node.label, node.aanduiding)))
            volgend = volgende(node.nummer) if node.soort in ITEMS or node.soort is Soort.LID else None
        if node.opschrift:
            uit.append(_Blok(plek, True, voor, None))
            voor = ""
        if node.soort is Soort.AL:
            uit.append(_Blok(plek, False, voor, volgend))
            voor = ""
    return uit


def _verdeel(element: Node, velden: list[_Blok], tekst: str) -> list[str] | None:
    """The new text per block. Headings must be the same; blocks without a designation cannot follow each other."""
    if any(node.soort in (Soort.TABEL, Soort.FRAGMENT) for node in alle_nodes(element)):
        return None
    patroon = ""
    for i, blok in enumerate(velden):
        if blok.voor:
            eigen = r"\s*" + r"\s+".join(map(re.escape, blok.voor.split()))
            patroon += f"(?:{eigen})?" if i == 0 else eigen
        elif i and not velden[i - 1].kop:
            return None
        if blok.kop:
            node = _op(element, velden, blok)
            patroon += rf"(?:\s*({re.escape(' '.join(platte_tekst(node.opschrift).split()))}))?"
        else:
            patroon += r"\s*(\S.*?)"
    treffers = [m for m in [re.fullmatch(patroon + r"\s*", tekst, re.S)] if m]
    if not treffers:
        return None
    stukken = [(stuk or "").strip() for stuk in treffers[0].groups()]
    return None if any(_verbergt(blok, stuk) for blok, stuk in zip(velden, stukken, strict=True)) else stukken


def _op(element: Node, velden: list[_Blok], blok: _Blok) -> Node:
    basis = len(velden[0].pad) if velden[0].kop else len(min((v.pad for v in velden), key=len))
    node = element
    for index in blok.pad[basis:]:
        node = node.kinderen[index]
    return node


def _verbergt(blok: _Blok, stuk: str) -> bool:
    """True when a block would swallow the next lid or item ("… 3. Nieuw lid")."""
    if blok.kop:
        return False
    merk = re.escape(blok.volgend) if blok.volgend else r"(?:2|b)"
    return bool(re.search(rf"(?:^|[.;:,]\s+){merk}[.)°]\s", stuk))
