"""The regulation as an immutable tree, and the pure edits on it.

A node is never changed: an edit returns a new root that shares every untouched subtree with the old one
(path copying). Identity is the ``wid``: given once, kept under renumbering and replacement, never derived
again from the number. Text is a tuple of runs; each run knows which instruction of which decision wrote it.
Source of the vocabulary: Aanwijzingen voor de regelgeving 3.53-3.62, STOP 1.3 (imop-tekst), CVDR.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

Pad = tuple[int, ...]
"""The way from the root to a node: the child index at each level. ``()`` is the root."""


class Soort(StrEnum):
    """The kind of a node. The value is the level name in addresses where the kind can be addressed."""

    REGELING = "regeling"
    AANHEF = "aanhef"
    BOEK = "boek"
    DEEL = "deel"
    TITEL = "titel"
    HOOFDSTUK = "hoofdstuk"
    AFDELING = "afdeling"
    PARAGRAAF = "paragraaf"
    SUBPARAGRAAF = "subparagraaf"
    ARTIKEL = "artikel"
    LID = "lid"
    LIJST = "lijst"
    ONDERDEEL = "onderdeel"
    STREEPJE = "streepje"
    BEGRIP = "begrip"
    AL = "alinea"
    TUSSENKOP = "tussenkop"
    TABEL = "tabel"
    RIJ = "rij"
    CEL = "cel"
    BIJLAGE = "bijlage"
    DIVISIE = "divisie"
    SLUITING = "sluiting"
    TOELICHTING = "toelichting"
    FRAGMENT = "fragment"

    __hash__ = str.__hash__  # the enum's own goes through Python code, and kinds are looked up everywhere


INDELING = frozenset(
    {
        Soort.BOEK,
        Soort.DEEL,
        Soort.TITEL,
        Soort.HOOFDSTUK,
        Soort.AFDELING,
        Soort.PARAGRAAF,
        Soort.SUBPARAGRAAF,
    }
)
"""The divisions above the article (aanwijzing 3.56)."""

ITEMS = frozenset({Soort.ONDERDEEL, Soort.STREEPJE, Soort.BEGRIP})
"""What a list holds: lettered or numbered items, unnumbered items, definitions."""

BUITENTEKST = frozenset({Soort.AANHEF, Soort.SLUITING, Soort.TOELICHTING, Soort.BIJLAGE})
"""Parts of a regulation outside its articles and divisions."""

DOORZICHTIG = frozenset({Soort.LIJST})
"""Kinds that an address passes through without naming them."""


class Status(StrEnum):
    """Whether an element is alive (STOP: Vervallen and Gereserveerd are shown, but hold nothing)."""

    ACTIEF = "actief"
    VERVALLEN = "vervallen"
    GERESERVEERD = "gereserveerd"


@dataclass(frozen=True, slots=True)
class Oorsprong:
    """Which instruction wrote something: id of the decision, label of the part ("E", "A.2"). None = base text."""

    besluit: str
    onderdeel: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark: vet, cursief, onderstreept, sup, sub, extref, noot, … with its attributes.

    ``naam == "fragment"`` is inline content the model has no name for; attribute ``xml`` holds it verbatim.
    """

    naam: str
    attributen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one set of marks (outermost first) and one origin."""

    tekst: str
    marks: tuple[Mark, ...] = ()
    oorsprong: Oorsprong | None = None


Tekst = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One element of a regulation.

    ``nummer`` is the number for comparing and addressing ("3", "10a", "a", "1°"), ``aanduiding`` the printed
    marker ("3.", "a)", "1°."; for articles and divisions the printed number), ``label`` the printed kind
    ("Artikel", "§"). ``opschrift`` is the heading, ``tekst`` the runs of a text block. ``oorsprong`` says which
    instruction made the element, ``nummer_oorsprong`` which one gave it its present number. ``extra`` keeps
    foreign attributes; ``xml`` keeps the verbatim XML of a FRAGMENT.
    """

    soort: Soort
    wid: str = ""
    nummer: str = ""
    label: str = ""
    aanduiding: str = ""
    opschrift: Tekst = ()
    tekst: Tekst = ()
    kinderen: tuple[Node, ...] = ()
    status: Status = Status.ACTIEF
    oorsprong: Oorsprong | None = None
    nummer_oorsprong: Oorsprong | None = None
    extra: tuple[tuple[str, str], ...] = ()
    xml: str = ""

    def attribuut(self, naam: str) -> str | None:
        """The value of a kept foreign attribute, or None."""
        return next((waarde for sleutel, waarde in self.extra if sleutel == naam), None)


def platte_tekst(tekst: Tekst) -> str:
    """The characters of a run tuple, without marks."""
    return "".join(run.tekst for run in tekst)


def runs(tekst: str, oorsprong: Oorsprong | None = None) -> Tekst:
    """Plain text as runs: one unmarked run, or none for the empty string."""
    return (Run(tekst, (), oorsprong),) if tekst else ()


def alinea(tekst: str, oorsprong: Oorsprong | None = None) -> Node:
    """A text block with plain text."""
    return Node(Soort.AL, tekst=runs(tekst, oorsprong), oorsprong=oorsprong)


def loop(node: Node, pad: Pad = ()) -> Iterator[tuple[Pad, Node]]:
    """Every node of the subtree in reading order, with its path (iterative: safe for deep trees)."""
    stapel = [(pad, node)]
    while stapel:
        plek, huidig = stapel.pop()
        yield plek, huidig
        if huidig.kinderen:
            laatste = len(huidig.kinderen) - 1
            stapel.extend(((*plek, laatste - i), kind) for i, kind in enumerate(reversed(huidig.kinderen)))


def alle_nodes(node: Node) -> Iterator[Node]:
    """Every node of the subtree in reading order, for who does not need the paths."""
    stapel = [node]
    while stapel:
        huidig = stapel.pop()
        yield huidig
        stapel.extend(reversed(huidig.kinderen))


def op_pad(root: Node, pad: Pad) -> Node:
    """The node at ``pad``. Raises IndexError when there is none."""
    for index in pad:
        root = root.kinderen[index]
    return root


def voorouders(root: Node, pad: Pad) -> list[Node]:
    """The nodes from the root down to, and including, the node at ``pad``."""
    lijn = [root]
    for index in pad:
        lijn.append(lijn[-1].kinderen[index])
    return lijn


def wijzig(root: Node, pad: Pad, bewerk: Callable[[Node], Node]) -> Node:
    """A new root in which the node at ``pad`` is ``bewerk(node)``; all other subtrees are shared."""
    lijn = voorouders(root, pad)
    nieuw = bewerk(lijn[-1])
    for ouder, index in zip(reversed(lijn[:-1]), reversed(pad), strict=True):
        kinderen = ouder.kinderen
        nieuw = replace(ouder, kinderen=(*kinderen[:index], nieuw, *kinderen[index + 1 :]))
    return nieuw


def zet(root: Node, pad: Pad, node: Node) -> Node:
    """A new root with ``node`` at ``pad``."""
    return wijzig(root, pad, lambda _: node)


def vervang_kinderen(root: Node, pad: Pad, start: int, eind: int, nieuw: Iterable[Node]) -> Node:
    """A new root in which children ``start:eind`` of the node at ``pad`` are ``nieuw`` (insert when start == eind)."""
    invoeging = tuple(nieuw)

    def bewerk(ouder: Node) -> Node:
        return replace(ouder, kinderen=(*ouder.kinderen[:start], *invoeging, *ouder.kinderen[eind:]))

    return wijzig(root, pad, bewerk)


def verwijder(root: Node, pad: Pad) -> Node:
    """A new root without the node at ``pad`` (which may not be the root)."""
    return vervang_kinderen(root, pad[:-1], pad[-1], pad[-1] + 1, ())


def zoek_wid(root: Node, wid: str) -> Pad | None:
    """The path of the node with this identity, or None."""
    return next((pad for pad, node in loop(root) if node.wid == wid), None)


def vervang_tekens(tekst: Tekst, start: int, eind: int, nieuw: Tekst) -> Tekst:
    """Runs in which characters ``start:eind`` are ``nieuw``; adjacent equal runs are joined.

    Runs without characters (an inline fragment such as a picture) stay, except strictly inside ``start:eind``.
    """
    voor = _snij(tekst, 0, start, leeg=lambda plek: plek <= start)
    na = _snij(tekst, eind, len(platte_tekst(tekst)), leeg=lambda plek: plek >= eind and plek > start)
    return _voeg_samen((*voor, *nieuw, *na))


def marks_op(tekst: Tekst, positie: int) -> tuple[Mark, ...]:
    """The marks that hold for the character at ``positie`` (of the last run when past the end)."""
    for run in tekst:
        if positie < len(run.tekst):
            return run.marks
        positie -= len(run.tekst)
    return tekst[-1].marks if tekst else ()


def _snij(tekst: Tekst, start: int, eind: int, leeg: Callable[[int], bool]) -> Tekst:
    uit, plek = [], 0
    for run in tekst:
        deel = run.tekst[max(start - plek, 0) : max(eind - plek, 0)]
        plek += len(run.tekst)
        if deel or (not run.tekst and leeg(plek)):
            uit.append(replace(run, tekst=deel))
    return tuple(uit)


def _voeg_samen(tekst: Tekst) -> Tekst:
    uit: list[Run] = []
    for run in tekst:
        if uit and uit[-1].marks == run.marks and uit[-1].oorsprong == run.oorsprong and not _los(run):
            uit[-1] = replace(uit[-1], tekst=uit[-1].tekst + run.tekst)
        else:
            uit.append(run)
    return tuple(uit)


def _los(run: Run) -> bool:
    return any(mark.naam == "fragment" for mark in run.marks)


def met_oorsprong(node: Node, oorsprong: Oorsprong) -> Node:
    """The subtree with every element and run marked as written by ``oorsprong``."""
    return replace(
        node,
        oorsprong=oorsprong,
        nummer_oorsprong=oorsprong if node.aanduiding else None,
        opschrift=tuple(replace(run, oorsprong=oorsprong) for run in node.opschrift),
        tekst=tuple(replace(run, oorsprong=oorsprong) for run in node.tekst),
        kinderen=tuple(met_oorsprong(kind, oorsprong) for kind in node.kinderen),
    )


def zichtbare_tekst(node: Node) -> str:
    """All text of the subtree as a reader sees it, one line per heading, marker or text block."""
    regels: list[str] = []
    for deel in alle_nodes(node):
        kop = " ".join(filter(None, (deel.label, deel.aanduiding, platte_tekst(deel.opschrift))))
        regels.extend(filter(None, (kop, platte_tekst(deel.tekst))))
    return "\n".join(regels)
