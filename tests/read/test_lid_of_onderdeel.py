"""A number that follows both the last lid and the last item of a list above it (fictive texts)."""

from __future__ import annotations

from amend.model.tree import Soort, loop, platte_tekst
from amend.read.regeling_tekst import lees_regeling_tekst

AANHEF = "Testverordening (fictief)\n\nArtikel 1 Subsidie\n\n1. Eerste lid.\n2. Subsidie is er voor:\na. sport:\n"


def _lees(tekst: str) -> tuple[list[str], list[str], list[str]]:
    """The numbers of the leden, those of the numbered items, and the codes of the findings."""
    regeling, meldingen = lees_regeling_tekst(AANHEF + tekst, "t")
    assert regeling is not None
    nodes = [node for _, node in loop(regeling.root)]
    leden = [node.nummer for node in nodes if node.soort is Soort.LID]
    items = [node.nummer for node in nodes if node.soort is Soort.ONDERDEEL and node.nummer.isdigit()]
    assert "Slotwoord" in " ".join(platte_tekst(node.tekst) for node in nodes)
    return leden, items, [m.code for m in meldingen]


def test_na_de_punt_die_de_opsomming_sluit_volgt_een_lid() -> None:
    uit = _lees("1. voetbal;\n2. tennis.\n3. Slotwoord van het college.\n4. Vierde lid.\n")
    assert uit == (["1", "2", "3", "4"], ["1", "2"], [])


def test_na_een_puntkomma_gaat_de_opsomming_door() -> None:
    assert _lees("1. voetbal;\n2. tennis;\n3. Slotwoord.\n") == (["1", "2"], ["1", "2", "3"], [])


def test_een_letter_die_erna_komt_houdt_het_nummer_in_de_opsomming() -> None:
    uit = _lees("1. voetbal;\n2. tennis.\n3. Slotwoord.\nb. cultuur.\n")
    assert uit == (["1", "2"], ["1", "2", "3"], [])


def test_inspringen_beslist() -> None:
    uit = _lees("    1. Voetbal.\n    2. Tennis.\n3. Slotwoord van het college.\n")
    assert uit == (["1", "2", "3"], ["1", "2"], [])


def test_wat_niet_te_beslissen_is_wordt_gemeld() -> None:
    uit = _lees("1. Voetbal is sport.\n2. Tennis is sport.\n3. Slotwoord van het college.\n")
    assert uit == (["1", "2"], ["1", "2", "3"], ["W138"])
