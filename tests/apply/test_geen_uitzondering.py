"""Whatever an instruction says, it is executed or refused: nothing is raised, and a refusal changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from amend.apply.uitvoeren import voer_uit
from amend.model import operations as o
from amend.model.address import Plaats
from amend.model.identity import geef_wids
from amend.model.stap import StapStatus
from amend.model.tree import loop
from tests.apply.bouw import bouw, payload
from tests.apply.test_raamwerk import stap

REGELING = geef_wids(
    bouw(
        """
Hoofdstuk 1 | Algemeen
Artikel 1 | Begrippen
In deze regeling wordt verstaan onder:
  - afval: wat wordt weggegooid;
  - raad: de gemeenteraad.
Paragraaf 1.1 | Doel
Artikel 2 | Doel
1. Het college verstrekt subsidie aan:
  a. verenigingen;
  b. stichtingen, te weten:
    i. sport;
    ii. cultuur;
  c. anderen.
 Dit is het slot. En nog een zin.
2. Het college stelt regels. Zij gelden enz. De raad beslist.
3. Slot.
Hoofdstuk 2 | Slot
Artikel 2a
Eerste alinea.
Tweede alinea.
Artikel 3 [vervallen]
Artikel 4 | Titel
Deze regeling heet: Regeling.
Bijlage I | Tarieven
# Kopje
[tabel Tarieven]
| Soort | Bedrag
| Sport | 10
Bijlage II
"""
    ),
    "gm_1",
)
_NIVEAUS = """
regeling; hoofdstuk 1; hoofdstuk 2; hoofdstuk 1..2; paragraaf 1.1; artikel 1; artikel 2; artikel 3;
artikel 2a; artikel 4; artikel 1..4; artikel 2..2a; artikel laatste; bijlage I; bijlage II; lid 1; lid 2;
lid 2..3; lid laatste; onderdeel a; onderdeel b; onderdeel a..c; onderdeel ii; onderdeel #2; streepje 1;
streepje 1..2; begrip "raad"; aanhef; slot; tekst; opschrift; volzin 1; volzin 2; volzin laatste; alinea
1; alinea laatste; tabel; rij 1; rij "Sport"; kolom 2; opschrift "Doel"; kopje "Kopje"; intitule; bijlage
I..II; boek 1; onderdeel 1..9; lid 9..1
""".replace("\n", " ").split(";")
_plaats = st.lists(st.sampled_from(_NIVEAUS), min_size=1, max_size=3).map(
    lambda n: Plaats.lees("/".join(map(str.strip, n)))
)
_plaatsen = st.lists(_plaats, max_size=2).map(tuple)
_woord = st.sampled_from(["de raad", "college", "Het", "a", ";", ".", "Slot", "10", "x", "", "Het college … regels"])
_inhoud = st.sampled_from(
    [
        (),
        payload("Artikel 2 | Doel\n1. Nieuw."),
        payload("Artikel 2\nNieuw.\nArtikel 9\nNegen."),
        payload("Artikel 1\n1. Een.\n2. Twee.")[0].kinderen,
        payload("4. Vier."),
        payload("X:\n  a. een;\n  b. twee.")[1:],
        payload("X\n  - wet: de wet;")[1:],
        payload("Losse tekst. Nog een zin."),
        payload("Hoofdstuk 2 | Slot"),
        payload("Bijlage I | Nieuw\n[tabel]\n| a | b"),
        payload("[tabel]\n| Muziek | 3"),
    ]
)
_soort = st.sampled_from(
    ["", "artikel", "lid", "onderdeel", "volzin", "begrip", "rij", "alinea", "hoofdstuk", "bijlage"]
)
_aantal = st.sampled_from([None, 1, 2])
_optie = st.none() | _plaats
_nummers = st.sampled_from([(), ("1",), ("4",), ("2", "9"), ("a",)])
_alfabet = st.sampled_from([None, "alfabetisch"])
_OPS = st.one_of(
    st.builds(o.Vervang, doel=_plaatsen, inhoud=_inhoud, aantal=_aantal, nummer=_nummers, nieuw=st.none() | _woord),
    st.builds(o.VervangOpschrift, doel=_plaatsen, nieuw=_woord),
    st.builds(
        o.VoegIn, na=_optie, voor=_optie, in_=_optie, soort=_soort, inhoud=_inhoud, aantal=_aantal, plaats=_alfabet
    ),
    st.builds(o.VoegToe, doel=_plaatsen, soort=_soort, inhoud=_inhoud, aantal=_aantal, plaats=_alfabet),
    st.builds(o.Verwijder, doel=_plaatsen),
    st.builds(o.Vernummer, van=_plaatsen, naar=_plaatsen),
    st.builds(o.Verplaats, doel=_plaatsen, na=_optie, voor=_optie, naar=_optie),
    st.builds(o.VervangTekst, doel=_plaatsen, oud=_woord, nieuw=_woord, telkens=st.booleans(), rang=_aantal),
    st.builds(o.VoegTekstIn, doel=_plaatsen, na=st.none() | _woord, voor=st.none() | _woord, nieuw=_woord),
    st.builds(o.VoegTekstToe, doel=_plaatsen, nieuw=_woord, soort=st.sampled_from(["", "volzin"])),
    st.builds(o.VerwijderTekst, doel=_plaatsen, oud=_woord, telkens=st.booleans()),
    st.builds(o.VervangLeesteken, doel=_plaatsen, oud=_woord, nieuw=_woord),
    st.builds(o.NummerTekst, doel=_plaatsen, nummer=st.sampled_from(["1", "a"])),
    st.builds(o.Ontnummer, doel=_plaatsen),
    st.builds(o.HefIndelingOp, doel=_plaatsen),
    st.builds(o.VervangRegeling, inhoud=_inhoud),
    st.builds(o.WijzigBedragen, doel=_plaatsen),
    st.builds(o.Kader, doel=_plaatsen),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_OPS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=4))
def test_uitvoeren_of_weigeren(stappen: list[tuple[o.Handeling, ...]]) -> None:
    uit = voer_uit(REGELING, [stap(f"S{i}", *ops) for i, ops in enumerate(stappen)], "b", "gm_2")
    assert len(uit.verslag) == len(stappen)
    if all(v.status is not StapStatus.UITGEVOERD for v in uit.verslag):
        assert uit.root is REGELING
    wids = [n.wid for _, n in loop(uit.root) if n.wid]
    assert len(set(wids)) == len(wids)
    for v in uit.verslag:
        if v.status in (StapStatus.GEWEIGERD, StapStatus.WACHT):
            assert any(m.blokkeert for m in v.meldingen)
        assert all(m.tekst.startswith("Onderdeel S") for m in v.meldingen)
