"""A text as a stream of words and marks, in reading order: what must be equal in the model and in a file read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from amend.model.melding import Melding
from amend.model.tree import Node, Run, Soort, Status, Tekst
from amend.write.codes import VERSCHIL
from amend.write.html_tekst import fragment_tekst
from amend.write.stop.plek import plaats

STATUS: Final = {Status.VERVALLEN: "[Vervallen]", Status.GERESERVEERD: "[Gereserveerd]"}
Merk = Callable[[Node, tuple[Node, ...]], str]
"""What a format must carry of an element beside its words; "" for nothing. Gets the element and those around it."""


class Teken(NamedTuple):
    """A word or a mark, and where it stands."""

    tekst: str
    plek: str


def geen_merk(node: Node, kring: tuple[Node, ...]) -> str:
    """Only the words count."""
    return ""


def stroom(nodes: Iterable[Node], merk: Merk = geen_merk, *, noten: bool = True) -> list[Teken]:
    """The stream of these nodes. ``noten=False`` leaves footnotes out (see :func:`noten_van`)."""
    uit: list[Teken] = []
    stapel: list[tuple[Node, tuple[Node, ...]]] = [(node, ()) for node in reversed(list(nodes))]
    while stapel:
        node, kring = stapel.pop()
        plek = ", ".join(filter(None, map(plaats, (*kring, node))))
        if teken := merk(node, kring):
            uit.append(Teken(teken, plek))
        uit.extend(Teken(woord, plek) for deel in _delen(node, noten) for woord in woorden(deel))
        stapel.extend((kind, (*kring, node)) for kind in reversed(node.kinderen))
    return uit


def _delen(node: Node, noten: bool) -> Iterator[str]:
    if node.soort is Soort.FRAGMENT:
        yield fragment_tekst(node.xml)
        return
    yield node.label
    yield node.aanduiding
    yield plat(node.opschrift, noten=noten)
    yield plat(node.tekst, noten=noten)
    yield STATUS.get(node.status, "")


def plat(tekst: Tekst, *, noten: bool = True) -> str:
    """The characters of runs as a reader sees them."""
    return "".join(_run(run) for run in tekst if noten or not in_noot(run))


def in_noot(run: Run) -> bool:
    """True for the text of a footnote."""
    return any(mark.naam == "noot" for mark in run.marks)


def _run(run: Run) -> str:
    fragment = next((dict(mark.attributen).get("xml", "") for mark in run.marks if mark.naam == "fragment"), None)
    return run.tekst if fragment is None else run.tekst.strip("\ufffc") or fragment_tekst(fragment)


def woorden(tekst: str) -> list[str]:
    """The words; white space of any kind only separates."""
    return tekst.split()


def verschil(bedoeld: Sequence[Teken], gelezen: Sequence[str | Teken], formaat: str) -> tuple[Melding, ...]:
    """A finding for the first place where what was read back is not what was meant; empty when all is equal."""
    terug = [teken.tekst if isinstance(teken, Teken) else teken for teken in gelezen]
    paren = zip(bedoeld, terug, strict=False)
    n = next((i for i, (een, ander) in enumerate(paren) if een.tekst != ander), min(len(bedoeld), len(terug)))
    if n == len(bedoeld) == len(terug):
        return ()
    plek = bedoeld[min(n, len(bedoeld) - 1)].plek if bedoeld else ""
    wel = " ".join(teken.tekst for teken in bedoeld[max(n - 3, 0) : n + 4])
    niet = " ".join(terug[max(n - 3, 0) : n + 4])
    waar = f" bij {plek}" if plek else ""
    tekst = f"Het {formaat}-bestand wijkt{waar} af van de tekst: “{niet}” in plaats van “{wel}”."
    return (VERSCHIL.melding(tekst, hulp="Er is niets geschreven. Kies een ander formaat en meld dit verschil."),)


_NOOTTEKEN: Final = re.compile(r"\[\d+\]")


def zonder_noottekens(tekst: str) -> str:
    """Plain text without the references to its footnotes."""
    return _NOOTTEKEN.sub("", tekst)
