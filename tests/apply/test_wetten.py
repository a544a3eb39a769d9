"""Laws that hold for every tree and instruction: atomic steps, sharing, bijective renumbering, linear cost."""

from __future__ import annotations

import sys
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from amend.apply.uitvoeren import FAMILIES, voer_uit
from amend.model.address import Niveau, Plaats
from amend.model.besluit import Zin
from amend.model.identity import geef_wids
from amend.model.operations import HANDELING, Handeling, Vernummer, VervangTekst, Verwijder, VoegIn
from amend.model.stap import Stap, StapStatus
from amend.model.tree import Mark, Node, Run, Soort, Status, loop, platte_tekst
from tests.apply.bouw import bouw
from tests.apply.test_raamwerk import artikel, raamwerk, stap

P = Plaats.lees


def test_elke_handeling_heeft_een_uitvoerder() -> None:
    assert set(FAMILIES) == set(HANDELING) - {Vernummer}


def test_artikel_4_blijft_hetzelfde_object_bij_een_wijziging_in_artikel_3() -> None:
    root = raamwerk()
    op = VervangTekst(doel=(P("artikel 3"),), oud="Tekst", nieuw="Woord")
    uit = voer_uit(root, [stap("A", op)], "b", "v")
    assert uit.root.kinderen[2] is not root.kinderen[2]
    assert all(a is b for i, (a, b) in enumerate(zip(root.kinderen, uit.root.kinderen, strict=True)) if i != 2)


_SCHUIF = st.tuples(st.integers(1, 20), st.integers(0, 12), st.integers(1, 40))


@given(_SCHUIF)
def test_vernummeren_is_een_bijectie(schuif: tuple[int, int, int]) -> None:
    van, lengte, naar = schuif
    root = geef_wids(Node(Soort.REGELING, kinderen=tuple(artikel(str(i)) for i in range(1, 34))), "gm_1")
    op = Vernummer(
        van=(Plaats((Niveau("artikel", str(van), str(van + lengte)),)),),
        naar=(Plaats((Niveau("artikel", str(naar), str(naar + lengte)),)),),
    )
    uit = voer_uit(root, [stap("A", op)], "b", "v")
    if uit.verslag[0].status is StapStatus.GEWEIGERD:
        assert uit.root is root
        return
    oud = {k.wid: k for k in root.kinderen}
    nieuw = {k.wid: k for k in uit.root.kinderen}
    assert oud.keys() == nieuw.keys()
    nummers = [k.nummer for k in uit.root.kinderen]
    assert len(set(nummers)) == len(nummers)
    assert nummers == sorted(nummers, key=int)
    for i in range(van, van + lengte + 1):
        assert nieuw[f"gm_1__art_{i}"].nummer == str(i - van + naar)
        assert nieuw[f"gm_1__art_{i}"].kinderen is oud[f"gm_1__art_{i}"].kinderen


@given(st.permutations(list("abcdef")))
def test_verletteren_door_elkaar(letters: list[str]) -> None:
    tekst = "Artikel 1\nAanhef:\n" + "\n".join(f"  {x}. item {x};" for x in "abcdef")
    root = geef_wids(bouw(tekst), "gm_1")
    op = Vernummer(
        van=tuple(P(f"artikel 1/onderdeel {x}") for x in "abcdef"),
        naar=tuple(P(f"artikel 1/onderdeel {x}") for x in letters),
    )
    uit = voer_uit(root, [stap("A", op)], "b", "v")
    items = uit.root.kinderen[0].kinderen[1].kinderen
    assert [k.aanduiding for k in items] == [f"{x}." for x in "abcdef"]
    assert {platte_tekst(k.kinderen[0].tekst): k.nummer for k in items} == {
        f"item {oud};": nieuw for oud, nieuw in zip("abcdef", letters, strict=True)
    }


_OPS: st.SearchStrategy[Handeling] = st.one_of(
    st.builds(lambda n: Verwijder(doel=(P(f"artikel {n}"),)), st.integers(1, 40)),
    st.builds(lambda n: VoegIn(na=P(f"artikel {n}"), inhoud=(artikel(f"{n}a"),)), st.integers(1, 40)),
    st.builds(lambda n: VervangTekst(doel=(P(f"artikel {n}"),), oud="Tekst", nieuw="Woord"), st.integers(1, 40)),
)


@given(st.lists(st.lists(_OPS, min_size=1, max_size=3), max_size=8))
def test_een_stap_is_alles_of_niets(stappen: list[list[Handeling]]) -> None:
    root = raamwerk()
    uit = voer_uit(root, [Stap("I", f"S{i}", Zin.van("x"), tuple(ops)) for i, ops in enumerate(stappen)], "b", "v")
    gedaan = [s for s, v in zip(stappen, uit.verslag, strict=True) if v.status is StapStatus.UITGEVOERD]
    opnieuw = voer_uit(root, [Stap("I", f"R{i}", Zin.van("x"), tuple(ops)) for i, ops in enumerate(gedaan)], "b", "v")
    assert [(n.nummer, n.status, platte_tekst(n.tekst)) for _, n in loop(opnieuw.root)] == [
        (n.nummer, n.status, platte_tekst(n.tekst)) for _, n in loop(uit.root)
    ]
    wids = [n.wid for _, n in loop(uit.root) if n.wid]
    assert len(set(wids)) == len(wids)
    if not gedaan:
        assert uit.root is root


def test_herhaald_nummer_na_verval_is_een_nieuwe_identiteit() -> None:
    root = raamwerk()
    vervalt = stap("A", Verwijder(doel=(P("artikel 5"),)))
    weer = stap("B", VoegIn(na=P("artikel 4"), inhoud=(artikel("5"),)))
    half = voer_uit(root, [vervalt], "b", "gm_2").root
    assert half.kinderen[4].status is Status.VERVALLEN
    assert not half.kinderen[4].kinderen
    heel = voer_uit(half, [weer], "b", "gm_2").root
    assert heel.kinderen[4].wid == "gm_2__art_5"
    assert len(heel.kinderen) == len(root.kinderen)


def test_vervanging_houdt_identiteit_van_gelijke_nummers() -> None:
    root = geef_wids(bouw("Artikel 1\n1. Een:\n  a. x;\n  b. y.\n2. Twee."), "gm_1")
    nieuw = bouw("Artikel 1\n1. Eén:\n  a. x;\n  c. z.\n3. Drie.").kinderen
    from amend.model.operations import Vervang

    uit = voer_uit(root, [stap("A", Vervang(doel=(P("artikel 1"),), inhoud=nieuw))], "b", "gm_2").root
    wids = [n.wid for _, n in loop(uit) if n.wid]
    assert wids == [
        "gm_1__art_1",
        "gm_1__art_1__para_1",
        "gm_1__art_1__para_1__list_o_1",
        "gm_1__art_1__para_1__list_o_1__item_a",
        "gm_2__art_1__para_1__list_o_1__item_c",
        "gm_2__art_1__para_3",
    ]


def test_opmaak_en_afbeelding_blijven_staan() -> None:
    vet, beeld = (Mark("vet"),), Mark("fragment", (("xml", "<plaatje/>"),))
    al = Node(Soort.AL, tekst=(Run("De "), Run("raad", vet), Run("", (beeld,)), Run(" beslist.")))
    root = Node(Soort.REGELING, kinderen=(Node(Soort.ARTIKEL, nummer="1", kinderen=(al,)),))
    op = VervangTekst(doel=(P("artikel 1"),), oud="raad", nieuw="staten")
    nieuw = voer_uit(root, [stap("A", op)], "b", "v").root.kinderen[0].kinderen[0].tekst
    assert [(r.tekst, r.marks) for r in nieuw] == [("De ", ()), ("staten", vet), ("", (beeld,)), (" beslist.", ())]
    assert [r.oorsprong.onderdeel if r.oorsprong else None for r in nieuw] == [None, "A", None, None]
    over = VervangTekst(doel=(P("artikel 1"),), oud="raad beslist", nieuw="x")
    assert [m.code for m in voer_uit(root, [stap("A", over)], "b", "v").meldingen] == ["E325"]


def _aanroepen(artikelen: int) -> int:
    """How many functions are called to change every article of a regulation, one step each: a count, no seconds."""
    root = geef_wids(Node(Soort.REGELING, kinderen=tuple(artikel(str(i)) for i in range(1, artikelen + 1))), "gm_1")
    stappen = [
        stap(f"A{i}", VervangTekst(doel=(P(f"artikel {i}"),), oud="Tekst", nieuw="Woord"))
        for i in range(1, artikelen + 1)
    ]
    teller: Counter[str] = Counter()
    eerder = sys.getprofile()
    sys.setprofile(lambda _frame, soort, _arg: teller.update((soort,)))
    try:
        uit = voer_uit(root, stappen, "b", "v")
    finally:
        sys.setprofile(eerder)
    assert uit.volledig
    return teller["call"] + teller["c_call"]


def test_duizend_stappen_op_duizend_artikelen() -> None:
    """Twice as many articles, each with its step: twice the work (a step that visits every node gives four times)."""
    assert _aanroepen(1000) < 2.3 * _aanroepen(500)
