"""A framework of articles 1-33 and annexes 1-15 under the operations of the decision that renumbers 16-33 to 12-29."""

from __future__ import annotations

import pytest

from amend.apply.uitvoeren import Uitvoering, voer_uit
from amend.model.address import Plaats
from amend.model.besluit import Zin
from amend.model.identity import geef_wids
from amend.model.operations import Handeling, Vernummer, Vervang, Verwijder, VoegIn
from amend.model.stap import Stap, StapStatus
from amend.model.tree import Node, Soort, alinea, runs

P = Plaats.lees


def artikel(nummer: str, tekst: str = "") -> Node:
    kop = runs(f"Opschrift {nummer}")
    inhoud = (alinea(tekst or f"Tekst van {nummer}."),)
    return Node(Soort.ARTIKEL, nummer=nummer, label="Artikel", aanduiding=nummer, opschrift=kop, kinderen=inhoud)


def bijlage(nummer: str, tekst: str = "") -> Node:
    inhoud = (alinea(tekst or f"Bijlage {nummer}."),)
    return Node(Soort.BIJLAGE, nummer=nummer, label="Bijlage", aanduiding=nummer, kinderen=inhoud)


def raamwerk(zonder: str = "") -> Node:
    artikelen = [artikel(str(i)) for i in range(1, 34) if str(i) != zonder]
    return geef_wids(Node(Soort.REGELING, kinderen=(*artikelen, *[bijlage(str(i)) for i in range(1, 16)])), "gm_1")


def stap(naam: str, *ops: Handeling) -> Stap:
    return Stap("I", naam, Zin.van(f"onderdeel {naam}"), ops)


STAPPEN = (
    stap("C", Verwijder(doel=(P("artikel 10..13"),))),
    stap("D", VoegIn(na=P("artikel 9"), soort="artikel", inhoud=(artikel("10", "Nieuw 10."),))),
    stap(
        "E",
        Vernummer(van=(P("artikel 14"),), naar=(P("artikel 11"),)),
        Vervang(doel=(P("artikel 11"),), inhoud=(artikel("11", "Nieuw 11."),)),
    ),
    stap(
        "F",
        Verwijder(doel=(P("artikel 15"),)),
        Vernummer(van=(P("artikel 16..33"),), naar=(P("artikel 12..29"),)),
    ),
    stap("G", Vervang(doel=(P("artikel 12"),), inhoud=(artikel("12", "Nieuw 12."),))),
    stap("O", Vervang(doel=(P("bijlage 1"), P("bijlage 3")), inhoud=(bijlage("1", "Nieuw."), bijlage("3", "Nieuw.")))),
)


def voer(root: Node) -> Uitvoering:
    return voer_uit(root, STAPPEN, "b1", "gm_2")


def artikelen(uit: Uitvoering) -> dict[str, str]:
    return {k.nummer: k.wid for k in uit.root.kinderen if k.soort is Soort.ARTIKEL and k.status.value == "actief"}


def statussen(uit: Uitvoering) -> dict[str, StapStatus]:
    return {v.stap.naam: v.status for v in uit.verslag}


def test_nummers_en_identiteiten() -> None:
    uit = voer(raamwerk())
    assert uit.volledig
    assert not uit.meldingen
    verwacht = {str(i): f"gm_1__art_{i}" for i in range(1, 10)}
    verwacht |= {"10": "gm_2__art_10", "11": "gm_1__art_14"}
    verwacht |= {str(i): f"gm_1__art_{i + 4}" for i in range(12, 30)}
    assert artikelen(uit) == verwacht
    assert [k.nummer for k in uit.root.kinderen if k.soort is Soort.ARTIKEL] == [str(i) for i in range(1, 30)]
    assert uit.root.kinderen[11].kinderen[0].tekst[0].tekst == "Nieuw 12."


def test_zonder_14_loopt_de_rest_door() -> None:
    uit = voer(raamwerk(zonder="14"))
    verwacht = dict.fromkeys("CDEFGO", StapStatus.UITGEVOERD) | {"E": StapStatus.GEWEIGERD}
    assert statussen(uit) == verwacht
    assert not uit.volledig
    geweigerd = next(v for v in uit.verslag if v.stap.naam == "E")
    assert [m.tekst for m in geweigerd.meldingen] == [
        "Onderdeel E: artikel 14 bestaat niet in de tekst zoals die nu luidt."
    ]
    assert artikelen(uit)["14"] == "gm_1__art_18"


@pytest.mark.parametrize("mist", ["33", "20", "16"])
def test_zonder_een_artikel_uit_de_reeks_wacht_wat_volgt(mist: str) -> None:
    uit = voer(raamwerk(zonder=mist))
    assert statussen(uit)["F"] is StapStatus.GEWEIGERD
    assert statussen(uit)["G"] is StapStatus.WACHT
    assert next(v for v in uit.verslag if v.stap.naam == "G").hangt_af_van == "F"
    assert statussen(uit)["O"] is StapStatus.UITGEVOERD
    assert artikelen(uit)["15"] == "gm_1__art_15"
    assert artikelen(uit)["17"] == "gm_1__art_17"


def test_tussengevoegd_artikel_is_een_vraag() -> None:
    root = raamwerk()
    index = next(i for i, k in enumerate(root.kinderen) if k.nummer == "17")
    met = Node(Soort.REGELING, kinderen=(*root.kinderen[:index], artikel("16a"), *root.kinderen[index:]))
    uit = voer(geef_wids(met, "gm_1"))
    assert [m.code for m in uit.meldingen] == ["Q309", "E351"]


def test_ongewijzigde_artikelen_zijn_hetzelfde_object() -> None:
    root = raamwerk()
    uit = voer(root)
    assert all(uit.root.kinderen[i] is root.kinderen[i] for i in range(9))
    assert uit.root.kinderen[-1] is root.kinderen[-1]


def test_oorsprong() -> None:
    uit = voer(raamwerk())
    per_nummer = {k.nummer: k for k in uit.root.kinderen if k.soort is Soort.ARTIKEL}
    assert per_nummer["10"].oorsprong is not None
    assert (per_nummer["10"].oorsprong.besluit, per_nummer["10"].oorsprong.onderdeel) == ("b1", "D")
    assert per_nummer["13"].oorsprong is None
    assert per_nummer["13"].nummer_oorsprong is not None
    assert per_nummer["13"].nummer_oorsprong.onderdeel == "F"
    assert per_nummer["12"].kinderen[0].tekst[0].oorsprong is not None
    assert per_nummer["12"].kinderen[0].tekst[0].oorsprong.onderdeel == "G"
