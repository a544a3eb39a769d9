"""Mutable building blocks: a tree under construction, and its conversion to immutable nodes."""

from __future__ import annotations

from amend.model.tree import Node, Soort, Status, runs


class Bouwsteen:
    """An element under construction. The fields are those of :class:`Node`, with plain text."""

    __slots__ = ("aanduiding", "kinderen", "label", "nummer", "opschrift", "regel", "soort", "status", "tekst")

    def __init__(
        self, soort: Soort, *, nummer: str = "", aanduiding: str = "", label: str = "", regel: int = 0
    ) -> None:
        self.soort = soort
        self.nummer = nummer
        self.aanduiding = aanduiding
        self.label = label
        self.opschrift = ""
        self.tekst = ""
        self.status = Status.ACTIEF
        self.regel = regel
        self.kinderen: list[Bouwsteen] = []

    def bij(self, kind: Bouwsteen) -> Bouwsteen:
        """Append a child and return it."""
        self.kinderen.append(kind)
        return kind

    def alinea(self, tekst: str, regel: int = 0) -> None:
        """Append a text block."""
        blok = Bouwsteen(Soort.AL, regel=regel)
        blok.tekst = tekst
        self.kinderen.append(blok)

    @property
    def laatste_tekst(self) -> str:
        """The text of the last text block directly in this element."""
        return next((kind.tekst for kind in reversed(self.kinderen) if kind.soort is Soort.AL), "")

    @property
    def heeft_tekst(self) -> bool:
        """True when a text block stands directly in this element."""
        return any(kind.soort is Soort.AL for kind in self.kinderen)


def bevries(wortel: Bouwsteen) -> Node:
    """The finished node (post-order, without recursion)."""
    volgorde: list[Bouwsteen] = []
    stapel = [wortel]
    while stapel:
        steen = stapel.pop()
        volgorde.append(steen)
        stapel.extend(steen.kinderen)
    klaar: dict[int, Node] = {}
    for steen in reversed(volgorde):
        klaar[id(steen)] = Node(
            steen.soort,
            nummer=steen.nummer,
            label=steen.label,
            aanduiding=steen.aanduiding,
            opschrift=runs(steen.opschrift),
            tekst=runs(steen.tekst),
            kinderen=tuple(klaar[id(kind)] for kind in steen.kinderen),
            status=steen.status,
        )
    return klaar[id(wortel)]
