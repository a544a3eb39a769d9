"""Random regulations and decisions: every kind of node, marks, origins, tables, fragments, states."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from amend.model.besluit import (
    Besluit,
    BesluitArtikel,
    BesluitMeta,
    Instructie,
    Mutatie,
    Tijdstempel,
    WijzigArtikel,
    Zin,
)
from amend.model.numbering import nummer_van
from amend.model.regeling import OverzichtRegel, Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Oorsprong, Run, Soort, Status
from amend.model.witruimte import voeg_samen

_TEKENS = "abcXYZ éë€’«» \n\t0123456789.,;:&<>\"'[]()-–•°\u00a0\U0001f600"
tekens = st.text(st.sampled_from(_TEKENS), max_size=12)
woord = st.text(st.sampled_from("abcxyzé0189-&<\"'"), min_size=1, max_size=8)
datums = st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1))
oorsprong = st.none() | st.builds(Oorsprong, woord, st.sampled_from(["", "E", "A.2"]))
_MARKS = st.sampled_from(
    [
        Mark("vet"),
        Mark("cursief"),
        Mark("onderstreept"),
        Mark("sup"),
        Mark("extref", (("doc", "https://x.nl/?a=1&b=2"), ("struct", "CVDR"))),
        Mark("intref", (("doc", "#art"),)),
        Mark("noot", (("id", "n1"), ("type", "voet"), ("nr", "1"))),
        Mark("noot", (("id", "n2"),)),
        Mark("nadruk", (("type", "rom"),)),
        Mark("vreemd ding", (("een sleutel", "w"),)),
        Mark("al", (("x", "y"),)),
    ]
)
_FRAGMENT = st.sampled_from(["<!-- x -->", '<plaatje xmlns="urn:x" src="a.png"></plaatje>', "<?pi x?>", "geen <xml"])


@st.composite
def runs(draw: st.DrawFn) -> Run:
    marks = tuple(dict.fromkeys(draw(st.lists(_MARKS, max_size=2))))
    if sum(mark.naam == "noot" for mark in marks) > 1:
        marks = marks[:1]
    if draw(st.integers(0, 9)) == 0:
        fragment = Mark("fragment", (("xml", draw(_FRAGMENT)),))
        return Run(draw(st.sampled_from(["", "￼"])), (*marks, fragment), None)
    return Run(draw(tekens), marks, draw(oorsprong))


@st.composite
def teksten(draw: st.DrawFn) -> tuple[Run, ...]:
    """Canonical text: adjacent runs differ, empty runs carry something that no neighbour carries too."""
    uit = [run for run in draw(st.lists(runs(), max_size=4)) if run.tekst or _is_fragment(run)]
    return voeg_samen(tuple(uit))


def _is_fragment(run: Run) -> bool:
    return any(mark.naam == "fragment" for mark in run.marks)


_extra = st.lists(
    st.tuples(st.sampled_from(["status", "xlabel", "{urn:y}z", "een sleutel", "nr"]), tekens),
    max_size=2,
    unique_by=lambda paar: paar[0],
).map(tuple)
_aanduiding = st.sampled_from(["", "1.", "a.", "1°.", "3a", "II", " 2 .", "–", "b)"])


@st.composite
def _kenmerken(draw: st.DrawFn, node: Node) -> Node:
    aanduiding = draw(_aanduiding)
    return replace(
        node,
        wid=draw(st.just("") | woord),
        aanduiding=aanduiding,
        nummer=draw(st.just(nummer_van(aanduiding)) | woord),
        label=draw(st.sampled_from(["", "Artikel", "§"])),
        status=draw(st.sampled_from(Status)),
        oorsprong=draw(oorsprong),
        nummer_oorsprong=draw(oorsprong),
        extra=draw(_extra),
    )


@st.composite
def teksblokken(draw: st.DrawFn) -> Node:
    node = draw(_kenmerken(Node(draw(st.sampled_from([Soort.AL, Soort.AL, Soort.TUSSENKOP])))))
    return replace(node, tekst=draw(teksten()))


@st.composite
def fragmenten(draw: st.DrawFn) -> Node:
    node = Node(Soort.FRAGMENT, xml=draw(_FRAGMENT))
    return replace(node, wid=draw(st.just("") | woord), oorsprong=draw(oorsprong), extra=draw(_extra))


_TGROUP = '{"tgroup": {"cols": "2"}, "kolommen": [["colspec", {"colname": "c1"}]], "tbody": {"valign": "top"}}'


@st.composite
def tabellen(draw: st.DrawFn) -> Node:
    rijen = []
    for _ in range(draw(st.integers(0, 3))):
        cellen = tuple(
            replace(draw(_kenmerken(Node(Soort.CEL))), kinderen=tuple(draw(st.lists(teksblokken(), max_size=1))))
            for _ in range(draw(st.integers(0, 2)))
        )
        rij = replace(draw(_kenmerken(Node(Soort.RIJ))), kinderen=cellen)
        deel = draw(st.sampled_from(["", "", "thead", "tfoot"]))
        rijen.append(replace(rij, extra=((("amend:deel", deel),) if deel else ()) + rij.extra))
    tabel = replace(draw(_kenmerken(Node(Soort.TABEL))), kinderen=tuple(rijen), opschrift=draw(teksten()))
    groep = draw(st.sampled_from([(), (("amend:tgroup", _TGROUP),), (("amend:tgroup", "geen json"),)]))
    return replace(tabel, extra=groep + tabel.extra)


_HOUDERS = [s for s in Soort if s not in (Soort.REGELING, Soort.AL, Soort.TUSSENKOP, Soort.FRAGMENT)]
_HOUDERS = [s for s in _HOUDERS if s not in (Soort.TABEL, Soort.RIJ, Soort.CEL, Soort.AANHEF, Soort.SLUITING)]
_ITEMS = [Soort.ONDERDEEL, Soort.STREEPJE, Soort.BEGRIP]


@st.composite
def _houder(draw: st.DrawFn, kinderen: st.SearchStrategy[Node]) -> Node:
    node = draw(_kenmerken(Node(draw(st.sampled_from(_HOUDERS)))))
    return replace(
        node,
        kinderen=tuple(draw(st.lists(kinderen, max_size=3))),
        opschrift=draw(teksten()),
        tekst=draw(_soms(teksten())),
    )


def _soms(strategie: st.SearchStrategy[tuple[Run, ...]]) -> st.SearchStrategy[tuple[Run, ...]]:
    return st.integers(0, 5).flatmap(lambda n: strategie if n == 0 else st.just(()))


@st.composite
def omhuld(draw: st.DrawFn) -> Node:
    structuur = [
        (),
        (("amend:in", "preambule"),),
        (("amend:in", "ondertekening"), ("amend:element", "functie")),
        (("amend:in", "gegeven/dagtekening"), ("amend:element", "plaats")),
        (("amend:element", "slotformulering"),),
    ]
    extra = draw(st.sampled_from(structuur))
    blok = replace(draw(teksblokken()), soort=Soort.AL)
    return replace(blok, extra=extra + blok.extra)


@st.composite
def lijnen(draw: st.DrawFn, soort: Soort) -> Node:
    return replace(draw(_kenmerken(Node(soort))), kinderen=tuple(draw(st.lists(omhuld(), max_size=3))))


nodes = st.recursive(teksblokken() | fragmenten() | tabellen(), lambda kind: _houder(kind), max_leaves=12)


@st.composite
def ongewoon(draw: st.DrawFn) -> Node:
    """A text block with a heading and children: no regulation has it, but nothing may get lost."""
    blok = draw(teksblokken())
    return replace(blok, opschrift=draw(teksten()), kinderen=tuple(draw(st.lists(teksblokken(), max_size=2))))


_tekstje = st.none() | tekens
_overzicht = st.builds(OverzichtRegel, datums, datums, datums, woord | st.just(""), datums, tekens, tekens)
metas = st.builds(
    RegelingMeta,
    id=tekens,
    titel=tekens,
    citeertitel=_tekstje,
    organisatie=_tekstje,
    organisatietype=st.sampled_from([None, "Gemeente", "Regionaal samenwerkingsorgaan", "iets anders", ""]),
    vastgesteld_door=_tekstje,
    onderwerp=_tekstje,
    eigen_onderwerp=_tekstje,
    grondslag=st.lists(tekens, max_size=2).map(tuple),
    opmerkingen=st.lists(tekens, max_size=2).map(tuple),
    overzicht=st.lists(_overzicht, max_size=2).map(tuple),
    vastgesteld=datums,
    bekend=datums,
    inwerkingtreding=datums,
    terugwerkend=datums,
    uitwerkingtreding=datums,
    bron=_tekstje | st.just("gmb-2024-1"),
    kenmerk=_tekstje,
    sha256=_tekstje,
    autoriteit=woord,
    fictief=st.booleans(),
    onvolledig=st.lists(tekens, max_size=2, unique=True).map(tuple),
    overig=st.lists(st.tuples(tekens, tekens), max_size=2).map(tuple),
)


@st.composite
def regelingen(draw: st.DrawFn) -> Regeling:
    voor = draw(st.lists(lijnen(Soort.AANHEF), max_size=1))
    lichaam = draw(st.lists(nodes | ongewoon(), max_size=4))
    na = draw(st.lists(lijnen(Soort.SLUITING), max_size=1))
    rest = draw(st.lists(nodes, max_size=1))
    root = replace(draw(_kenmerken(Node(Soort.REGELING))), opschrift=draw(teksten()), tekst=draw(_soms(teksten())))
    return Regeling(draw(metas), replace(root, kinderen=(*voor, *lichaam, *na, *rest), status=Status.ACTIEF))


_bron = st.lists(st.tuples(st.integers(0, 99), st.integers(1, 999), st.integers(1, 99)), max_size=2).map(tuple)
zinnen = st.builds(Zin, teksten(), _bron)


mutaties = st.builds(
    Mutatie,
    st.sampled_from(["vervang", "voegtoe", "verwijder", "vervangkop", "vervangregeling"]),
    woord,
    st.sampled_from(["", "volgtOp", "komtVoor"]),
    st.booleans(),
)
_stempels = st.builds(
    Tijdstempel,
    tekens,
    st.sampled_from(["juridischWerkendVanaf", "geldigVanaf"]),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.lists(tekens, max_size=2).map(tuple),
)


@st.composite
def _instructie(draw: st.DrawFn, delen: st.SearchStrategy[tuple[Instructie, ...]]) -> Instructie:
    aanduiding = draw(_aanduiding | st.sampled_from(["A.", "B", "CC."]))
    return Instructie(
        zin=draw(st.none() | zinnen),
        aanduiding=aanduiding,
        nummer=draw(st.just(nummer_van(aanduiding)) | woord),
        payload=tuple(draw(st.lists(nodes, max_size=2))),
        instructies=draw(delen),
        mutatie=draw(st.none() | mutaties),
        label=draw(st.sampled_from(["", "", "Paragraaf"])),
        opschrift=draw(_soms(teksten())),
    )


def _reeks(strategie: st.SearchStrategy[Instructie]) -> st.SearchStrategy[tuple[Instructie, ...]]:
    return st.lists(strategie, max_size=2).map(tuple)


instructies = _instructie(_reeks(_instructie(_reeks(_instructie(st.just(()))))))


@st.composite
def wijzigartikelen(draw: st.DrawFn) -> WijzigArtikel:
    aanduiding = draw(_aanduiding)
    return WijzigArtikel(
        label=draw(st.sampled_from(["", "Artikel", "ARTIKEL"])),
        aanduiding=aanduiding,
        nummer=draw(st.just(nummer_van(aanduiding)) | woord),
        opschrift=draw(teksten()),
        zin=draw(st.none() | zinnen),
        payload=tuple(draw(st.lists(nodes, max_size=2))),
        instructies=tuple(draw(st.lists(instructies, max_size=3))),
        regel=draw(st.integers(0, 9999)),
        extra=draw(st.lists(st.tuples(tekens, tekens), max_size=2).map(tuple)),
    )


besluitmetas = st.builds(
    BesluitMeta,
    id=tekens,
    titel=tekens,
    citeertitel=_tekstje,
    regelingen=st.lists(tekens, max_size=2).map(tuple),
    bestuursorgaan=_tekstje,
    vastgesteld=datums,
    bekend=datums,
    blad=_tekstje,
    kenmerk=_tekstje,
    fictief=st.booleans(),
    opmerkingen=st.lists(tekens, max_size=2).map(tuple),
    bron=_tekstje,
    sha256=_tekstje,
    tijdstempels=st.lists(_stempels, max_size=2).map(tuple),
    overig=st.lists(st.tuples(tekens, tekens), max_size=2).map(tuple),
)
_andere = st.builds(BesluitArtikel, nodes, st.integers(0, 9999))
_bijlage = st.builds(lambda node: replace(node, soort=Soort.BIJLAGE), _houder(teksblokken()))
besluiten = st.builds(
    Besluit,
    besluitmetas,
    teksten(),
    st.lists(omhuld(), max_size=3).map(tuple),
    st.lists(wijzigartikelen() | _andere, max_size=3).map(tuple),
    st.lists(omhuld(), max_size=3).map(tuple),
    st.lists(_bijlage, max_size=2).map(tuple),
    st.lists(nodes, max_size=2).map(tuple),
)
