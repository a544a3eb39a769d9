"""The two laws over random trees and random edits, and what renumbering and moving must look like."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from amend.compare.samen import gelijk
from amend.compare.vergelijk import vergelijk
from amend.compare.wetten import aanvaard_alles, verwerp_alles
from amend.compare.wijziging import Wijzigsoort
from amend.compare.woorden import segmenten, tokens, voeg
from amend.model.identity import geef_wids
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Oorsprong, Run, Soort, Status, loop, vervang_kinderen, wijzig

WOORDEN = (
    "het",
    "college",
    "kan",
    "regels",
    "stellen",
    "de",
    "raad",
    "€ 50,25",
    "1 januari 2023",
    "artikel 3",
    ",",
    ".",
)
OORSPRONG = st.sampled_from([None, Oorsprong("b1", "A"), Oorsprong("b2", "B")])
MERKEN = st.sampled_from([(), (), (Mark("vet"),), (Mark("fragment", (("xml", "<x/>"),)),)])


@st.composite
def runs_(draw: st.DrawFn) -> tuple[Run, ...]:
    """Runs, also empty ones (pictures) and equal neighbours."""
    uit = []
    for _ in range(draw(st.integers(0, 3))):
        tekst = " ".join(draw(st.lists(st.sampled_from(WOORDEN), max_size=5)))
        uit.append(Run(tekst, draw(MERKEN), draw(OORSPRONG)))
    return tuple(uit)


KINDEREN = {
    Soort.REGELING: (Soort.HOOFDSTUK, Soort.ARTIKEL, Soort.BIJLAGE),
    Soort.HOOFDSTUK: (Soort.ARTIKEL, Soort.AL),
    Soort.ARTIKEL: (Soort.LID, Soort.AL, Soort.LIJST),
    Soort.BIJLAGE: (Soort.AL, Soort.TABEL),
    Soort.LID: (Soort.AL, Soort.LIJST),
    Soort.LIJST: (Soort.ONDERDEEL, Soort.STREEPJE),
    Soort.ONDERDEEL: (Soort.AL, Soort.LIJST),
    Soort.STREEPJE: (Soort.AL,),
    Soort.TABEL: (Soort.RIJ,),
    Soort.RIJ: (Soort.CEL,),
    Soort.CEL: (Soort.AL,),
}


@st.composite
def boom(draw: st.DrawFn, soort: Soort = Soort.REGELING, diepte: int = 0) -> Node:
    """A random tree of the kinds that occur."""
    soorten = KINDEREN.get(soort, ())
    aantal = draw(st.integers(0, 4 - min(diepte, 3))) if soorten else 0
    kinderen = tuple(draw(boom(draw(st.sampled_from(soorten)), diepte + 1)) for _ in range(aantal))
    nummer = draw(st.sampled_from(["", "1", "2", "3", "3a", "a", "b"]))
    return Node(
        soort,
        nummer=nummer,
        label=draw(st.sampled_from(["", soort.value.capitalize()])),
        aanduiding=f"{nummer}." if nummer else "",
        opschrift=draw(runs_()) if soort in (Soort.ARTIKEL, Soort.HOOFDSTUK, Soort.BIJLAGE, Soort.REGELING) else (),
        tekst=draw(runs_()) if soort is Soort.AL else (),
        kinderen=kinderen,
        status=draw(st.sampled_from([Status.ACTIEF, Status.ACTIEF, Status.VERVALLEN])),
        extra=draw(st.sampled_from([(), (), (("k", "1"),)])),
    )


def regeling(root: Node, titel: str = "") -> Regeling:
    return Regeling(RegelingMeta(titel=titel, autoriteit="gm1"), root)


def controleer(oud: Node, nieuw: Node, *, identiteit: bool) -> None:
    a, b = regeling(oud, "oud"), regeling(nieuw, "nieuw")
    uit = vergelijk(a, b, identiteit=identiteit)
    assert uit.controle.goed
    aanvaard = aanvaard_alles(a, uit.samen, uit.wijzigingen)
    verworpen = verwerp_alles(b, uit.samen, uit.wijzigingen)
    assert aanvaard == b
    assert verworpen == a
    assert gelijk(aanvaard.root, nieuw)
    delen = [deel for w in uit.wijzigingen for deel in w.delen]
    assert len(delen) == len(set(delen)), "a difference in two changes"


@settings(max_examples=150, deadline=None)
@given(boom(), boom())
def test_wetten_voor_twee_vreemde_bomen(oud: Node, nieuw: Node) -> None:
    controleer(oud, nieuw, identiteit=False)


@st.composite
def bewerkt(draw: st.DrawFn) -> tuple[Node, Node]:
    """A tree with identities, and the same after a few random edits that share what they do not touch."""
    oud = geef_wids(draw(boom()), "gm1_1")
    nieuw = oud
    for _ in range(draw(st.integers(1, 5))):
        paden = [pad for pad, _ in loop(nieuw)]
        pad = draw(st.sampled_from(paden))
        nieuw = _bewerk(draw, nieuw, pad, paden)
    return oud, nieuw


def _bewerk(draw: st.DrawFn, root: Node, pad: tuple[int, ...], paden: list[tuple[int, ...]]) -> Node:
    keus = draw(st.integers(0, 6))
    if keus == 0:
        return wijzig(root, pad, lambda n: replace(n, tekst=draw(runs_()) if n.soort is Soort.AL else n.tekst))
    if keus == 1:
        nummer = draw(st.sampled_from(["7", "8a", "c"]))
        return wijzig(root, pad, lambda n: replace(n, nummer=nummer, nummer_oorsprong=Oorsprong("b3", "C")))
    if keus == 2 and pad:
        return vervang_kinderen(root, pad[:-1], pad[-1], pad[-1] + 1, ())
    if keus == 3:
        return vervang_kinderen(root, pad, 0, 0, [geef_wids(draw(boom(Soort.LID, 2)), "gm1_b4")])
    if keus == 4:
        return wijzig(root, pad, lambda n: replace(n, kinderen=n.kinderen[::-1]))
    if keus == 5 and pad:
        doel = draw(st.sampled_from(paden))
        if doel[: len(pad)] != pad and len(doel) > 0:
            return _verplaats(root, pad, doel)
    return wijzig(root, pad, lambda n: replace(n, status=Status.VERVALLEN, kinderen=()))


def _verplaats(root: Node, van: tuple[int, ...], naar: tuple[int, ...]) -> Node:
    node = root
    for i in van:
        node = node.kinderen[i]
    plus = vervang_kinderen(root, naar, 0, 0, [node])
    if van[: len(naar)] == naar:
        van = (*naar, van[len(naar)] + 1, *van[len(naar) + 1 :])
    return vervang_kinderen(plus, van[:-1], van[-1], van[-1] + 1, ())


@settings(max_examples=200, deadline=None)
@given(bewerkt())
def test_wetten_voor_versies_van_een_geschiedenis(paar: tuple[Node, Node]) -> None:
    controleer(*paar, identiteit=True)


@settings(max_examples=100, deadline=None)
@given(bewerkt())
def test_wetten_voor_dezelfde_versies_als_bestanden(paar: tuple[Node, Node]) -> None:
    controleer(*paar, identiteit=False)


@settings(max_examples=60, deadline=None)
@given(boom())
def test_gelijke_bomen_hebben_geen_wijzigingen(root: Node) -> None:
    assert vergelijk(regeling(root), regeling(replace(root))).wijzigingen == ()


@given(st.text(max_size=200))
def test_tokens_zijn_samen_de_tekst(tekst: str) -> None:
    assert "".join(tokens(tekst)) == tekst


@settings(max_examples=200, deadline=None)
@given(runs_(), runs_(), st.booleans())
def test_segmenten_zijn_samen_beide_teksten(oud: tuple[Run, ...], nieuw: tuple[Run, ...], identiteit: bool) -> None:
    delen = segmenten(oud, nieuw, identiteit=identiteit)
    assert voeg(stuk for deel in delen for stuk in deel.oud) == oud
    assert voeg(stuk for deel in delen for stuk in deel.nieuw) == nieuw


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 30), st.integers(1, 5))
def test_vernummeren_geeft_een_reeks_en_verder_niets(aantal: int, stap: int) -> None:
    artikelen = [_artikel(n) for n in range(1, aantal + 1)]
    root = geef_wids(Node(Soort.REGELING, kinderen=tuple(artikelen)), "gm1_1")
    vernummerd = tuple(
        replace(a, nummer=str(int(a.nummer) + stap), aanduiding=str(int(a.nummer) + stap)) for a in root.kinderen
    )
    for identiteit in (True, False):
        uit = vergelijk(regeling(root), regeling(replace(root, kinderen=vernummerd)), identiteit=identiteit)
        assert [w.soort for w in uit.wijzigingen] == [Wijzigsoort.VERNUMMERD] * aantal
        assert {w.reeks for w in uit.wijzigingen} == {"reeks-1"}


def _artikel(n: int) -> Node:
    tekst = f"Onderwerp nummer {n} regelt zaak {n * 7} voor de dienst."
    return Node(
        Soort.ARTIKEL,
        nummer=str(n),
        label="Artikel",
        aanduiding=str(n),
        kinderen=(Node(Soort.AL, tekst=(Run(tekst),)),),
    )
