"""Random regulations and decisions that are well built: what readers make and the store keeps."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel
from amend.model.numbering import nummer_van
from amend.model.regeling import Regeling
from amend.model.tree import Node, Soort
from tests.xml.strategie import besluitmetas, fragmenten, metas, omhuld, oorsprong, tabellen, teksten, zinnen

_wid = st.integers(0, 10**9).map("gm0000_1__x_{}".format)


@st.composite
def _node(draw: st.DrawFn, soort: Soort, *delen: st.SearchStrategy[Node], nummers: str = "1.|2|3a") -> Node:
    aanduiding = draw(st.sampled_from(nummers.split("|")))
    kinderen = tuple(draw(st.lists(st.one_of(*delen), max_size=3))) if delen else ()
    heeft_kop = soort not in (Soort.LID, Soort.LIJST, Soort.ONDERDEEL, Soort.STREEPJE, Soort.BEGRIP, Soort.AL)
    return Node(
        soort,
        wid=draw(_wid),
        nummer=nummer_van(aanduiding),
        aanduiding=aanduiding,
        label=draw(st.sampled_from(["", "Artikel"])) if heeft_kop else "",
        opschrift=draw(teksten()) if heeft_kop else (),
        kinderen=kinderen,
        oorsprong=draw(oorsprong),
    )


@st.composite
def _al(draw: st.DrawFn) -> Node:
    return Node(draw(st.sampled_from([Soort.AL, Soort.TUSSENKOP])), tekst=draw(teksten()), oorsprong=draw(oorsprong))


_al_ = _al()
_begrip = _node(Soort.BEGRIP, _al_, nummers="")
_begrippen = _node(Soort.LIJST, _begrip, nummers="")
_diep = _node(
    Soort.LIJST, _node(Soort.ONDERDEEL, _al_, nummers="1°.|2°.") | _node(Soort.STREEPJE, _al_, nummers="–"), nummers=""
)
_lijst = _node(Soort.LIJST, _node(Soort.ONDERDEEL, _al_, _diep, nummers="a.|b)|cc"), nummers="")
_blok = _al_ | _lijst | _begrippen | tabellen() | fragmenten()
_lid = _node(Soort.LID, _blok)
_artikel = _node(Soort.ARTIKEL, _lid) | _node(Soort.ARTIKEL, _blok)
_paragraaf = _node(Soort.PARAGRAAF, _artikel, _al_)
_hoofdstuk = _node(Soort.HOOFDSTUK, _paragraaf) | _node(Soort.HOOFDSTUK, _artikel)
_bijlage = _node(Soort.BIJLAGE, _blok, _node(Soort.DIVISIE, _blok))
_toelichting = _node(Soort.TOELICHTING, _blok, nummers="")


@st.composite
def nette_regelingen(draw: st.DrawFn) -> Regeling:
    aanhef = draw(st.lists(_node(Soort.AANHEF, omhuld(), nummers=""), max_size=1))
    lichaam = draw(st.lists(_hoofdstuk | _artikel, max_size=3))
    sluiting = draw(st.lists(_node(Soort.SLUITING, omhuld(), nummers=""), max_size=1))
    rest = (*draw(st.lists(_bijlage, max_size=1)), *draw(st.lists(_toelichting, max_size=1)))
    root = Node(Soort.REGELING, opschrift=draw(teksten()), kinderen=(*aanhef, *lichaam, *sluiting, *rest))
    return Regeling(replace(draw(metas), id="een-regeling"), root)


_payload = st.lists(_artikel | _lid | _lijst | _hoofdstuk | _bijlage | _al_, max_size=2).map(tuple)
_los = st.builds(Instructie, st.none() | zinnen, st.just("1."), st.just("1"), _payload)
_deel = st.builds(
    Instructie,
    st.none() | zinnen,
    st.just("A."),
    st.sampled_from(["A", "x"]),
    _payload,
    st.lists(_los, max_size=2).map(tuple),
)
_wijzig = st.builds(
    WijzigArtikel,
    label=st.just("Artikel"),
    aanduiding=st.just("I"),
    nummer=st.just("I"),
    opschrift=teksten(),
    zin=st.none() | zinnen,
    payload=_payload,
    instructies=st.lists(_deel, max_size=2).map(tuple),
    regel=st.integers(0, 99),
)
_ander = st.builds(BesluitArtikel, _artikel | _hoofdstuk, st.integers(0, 99))
nette_besluiten = st.builds(
    Besluit,
    besluitmetas,
    teksten(),
    st.lists(omhuld(), max_size=2).map(tuple),
    st.lists(_wijzig | _ander, max_size=2).map(tuple),
    st.lists(omhuld(), max_size=2).map(tuple),
    st.lists(_bijlage, max_size=1).map(tuple),
    st.lists(_toelichting | _al_, max_size=2).map(tuple),
)
