"""Regulations as they are really made: divisions, articles, leden, nested lists, definitions, tables, annexes, notes.

Invented texts with the odd habits of real ones: empty headings, unnumbered leden, text beside leden, ragged tables,
special characters, repealed and reserved elements, headings with nothing below them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from amend.model.identity import geef_wids
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Run, Soort, Status, Tekst
from amend.model.witruimte import normaliseer

_WOORDEN = [
    "het college",
    "de raad",
    "beslist",
    "binnen acht weken",
    "€ 12,50",
    "A&B",
    "<10%",
    "artikel 3",
    "“x”",
    "é…",
]
_MARKS = [
    Mark("vet"),
    Mark("cursief"),
    Mark("sup"),
    Mark("extref", (("doc", "jci1.3:c:BWBR0005416&artikel=147"), ("struct", "BWB"))),
    Mark("noot", (("id", "n1"), ("nr", "1"))),
    Mark("kapitaal"),
]


def _run(woorden: list[str], mark: Mark | None) -> Run:
    return Run(" ".join(woorden), (mark,) if mark else ())


@st.composite
def zinnen(draw: st.DrawFn) -> Tekst:
    delen = [_run(draw(st.lists(st.sampled_from(_WOORDEN), min_size=1, max_size=3)), None)]
    if draw(st.integers(0, 3)) == 0:
        delen.append(Run(" "))
        delen.append(
            _run(draw(st.lists(st.sampled_from(_WOORDEN), min_size=1, max_size=2)), draw(st.sampled_from(_MARKS)))
        )
        delen.append(Run("."))
    return normaliseer(tuple(delen))


koppen = st.just(()) | zinnen()
als = zinnen().map(lambda tekst: Node(Soort.AL, tekst=tekst))
tussenkoppen = zinnen().map(lambda tekst: Node(Soort.TUSSENKOP, tekst=tekst))


def _nummers(n: int, vorm: int) -> list[tuple[str, str]]:
    """(number, printed marker) of n items."""
    if vorm == 0:
        return [(c, f"{c}.") for c in "abcdefgh"[:n]]
    if vorm == 1:
        return [(f"{i}°", f"{i}°.") for i in range(1, n + 1)]
    if vorm == 2:
        return [("", "-")] * n
    return [("", "")] * n


@st.composite
def lijsten(draw: st.DrawFn, diep: int = 2) -> Node:
    n, vorm = draw(st.integers(1, 3)), draw(st.integers(0, 4))
    soort = {0: Soort.ONDERDEEL, 1: Soort.ONDERDEEL, 4: Soort.BEGRIP}.get(vorm, Soort.STREEPJE)
    items = []
    for nummer, aanduiding in _nummers(n, vorm):
        kinderen: list[Node] = [draw(als)]
        if diep and draw(st.integers(0, 3)) == 0:
            kinderen.append(draw(lijsten(diep - 1)))
        items.append(Node(soort, nummer=nummer, aanduiding=aanduiding, kinderen=tuple(kinderen)))
    return Node(Soort.LIJST, kinderen=tuple(items))


@st.composite
def tabellen(draw: st.DrawFn) -> Node:
    breed = draw(st.integers(1, 3))
    rijen = []
    for nr in range(draw(st.integers(1, 3))):
        breedte = max(1, breed - (draw(st.integers(0, 4)) == 0))
        cellen = tuple(
            Node(Soort.CEL, kinderen=(draw(als),) if draw(st.integers(0, 5)) else ()) for _ in range(breedte)
        )
        deel = (("amend:deel", "thead"),) if nr == 0 and draw(st.booleans()) else ()
        rijen.append(Node(Soort.RIJ, kinderen=cellen, extra=deel))
    return Node(Soort.TABEL, opschrift=draw(koppen), kinderen=tuple(rijen))


blokken = st.one_of(als, als, lijsten(), lijsten(), tabellen(), tussenkoppen)
_inhoud = st.lists(blokken, max_size=3).flatmap(lambda rest: als.map(lambda al: (al, *rest)))


@st.composite
def artikelen(draw: st.DrawFn, nummer: str) -> Node:
    basis = Node(Soort.ARTIKEL, nummer=nummer, aanduiding=nummer, label="Artikel", opschrift=draw(koppen))
    vorm = draw(st.integers(0, 11))
    if vorm == 0:
        return replace(basis, status=draw(st.sampled_from([Status.VERVALLEN, Status.GERESERVEERD])))
    if vorm <= 4:
        return replace(basis, kinderen=draw(_inhoud))
    leden = [
        Node(Soort.LID, nummer=str(i), aanduiding=f"{i}.", kinderen=draw(_inhoud))
        for i in range(1, draw(st.integers(1, 4)) + 1)
    ]
    if vorm == 5:
        leden = [replace(lid, nummer="", aanduiding="") for lid in leden]
    if vorm == 6:
        leden[-1] = replace(leden[-1], kinderen=(), status=Status.VERVALLEN)
    voor = (draw(als),) if vorm == 7 else ()
    return replace(basis, kinderen=(*voor, *leden))


def _reeks(draw: st.DrawFn, begin: int, hoogste: int) -> tuple[Node, ...]:
    nummers = [str(begin + i) for i in range(draw(st.integers(1, hoogste)))]
    if draw(st.integers(0, 3)) == 0:
        nummers.append(f"{nummers[-1]}a")
    return tuple(draw(artikelen(nummer)) for nummer in nummers)


@st.composite
def hoofdstukken(draw: st.DrawFn, nr: int) -> Node:
    begin = 10 * nr
    hoofdstuk = Node(Soort.HOOFDSTUK, nummer=str(nr), aanduiding=str(nr), label="Hoofdstuk", opschrift=draw(koppen))
    vorm = draw(st.integers(0, 5))
    if vorm == 0:
        return replace(hoofdstuk, status=Status.VERVALLEN)
    if vorm > 2:
        return replace(hoofdstuk, kinderen=_reeks(draw, begin, 3))
    paragrafen = tuple(
        Node(
            *(Soort.PARAGRAAF, "", f"{nr}.{p}", "§", f"{nr}.{p}", draw(koppen)),
            kinderen=_reeks(draw, begin + 5 * p, 2),
        )
        for p in range(1, draw(st.integers(1, 2)) + 1)
    )
    return replace(hoofdstuk, kinderen=paragrafen)


@st.composite
def bijlagen(draw: st.DrawFn, nr: int) -> Node:
    bijlage = Node(Soort.BIJLAGE, nummer=str(nr), aanduiding=str(nr), label="Bijlage", opschrift=draw(zinnen()))
    vorm = draw(st.integers(0, 4))
    if vorm == 0:
        return bijlage
    if vorm <= 2:
        return replace(bijlage, kinderen=draw(_inhoud))
    delen = (
        Node(Soort.DIVISIE, opschrift=draw(zinnen()), kinderen=draw(_inhoud)),
        Node(Soort.DIVISIE, opschrift=draw(zinnen())),
        draw(artikelen("1")),
    )
    return replace(bijlage, kinderen=delen[: draw(st.integers(1, 3))])


_plat = als | lijsten()


@st.composite
def regelingen(draw: st.DrawFn) -> Regeling:
    delen: list[Node] = []
    if draw(st.booleans()):
        delen.append(Node(Soort.AANHEF, kinderen=tuple(draw(st.lists(_plat, min_size=1, max_size=3)))))
    if draw(st.booleans()):
        delen.extend(_reeks(draw, 1, 4))
    else:
        delen.extend(draw(hoofdstukken(nr)) for nr in range(1, draw(st.integers(1, 3)) + 1))
    if draw(st.booleans()):
        delen.append(Node(Soort.SLUITING, kinderen=tuple(draw(st.lists(als, min_size=1, max_size=2)))))
    delen.extend(draw(bijlagen(nr)) for nr in range(1, draw(st.integers(0, 2)) + 1))
    if draw(st.integers(0, 3)) == 0:
        delen.append(Node(Soort.TOELICHTING, opschrift=draw(koppen), kinderen=draw(_inhoud)))
    root = Node(Soort.REGELING, opschrift=draw(koppen), kinderen=tuple(delen))
    meta = RegelingMeta(
        *("verzonnen-regeling", "Verzonnen regeling", "Verzonnen regeling 2020", "Voorbeeldstad", "Gemeente"),
        vastgesteld_door="gemeenteraad",
        grondslag=("Gemeentewet, artikel 149",),
        vastgesteld=date(2020, 1, 9),
        bekend=date(2020, 1, 20),
        inwerkingtreding=date(2020, 2, 1),
        bron="gmb-2020-1",
        autoriteit="gm9999",
        fictief=True,
    )
    return Regeling(meta, geef_wids(root, "gm9999_1"))
