"""Whole decisions in the layouts in which they reach us, from text to text; the layout may not matter."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.besluiten.gevallen import Geval, alle, onverklaard, voer

GEVALLEN = alle()
LETTERS = next(geval for geval in GEVALLEN if geval.naam == "01_raad_letters")
OPMAAK: dict[str, Callable[[str], str]] = {
    "Windows-regeleinden": lambda tekst: tekst.replace("\n", "\r\n"),
    "zonder witregels": lambda tekst: re.sub(r"\n{2,}", "\n", tekst),
    "dubbele witregels": lambda tekst: tekst.replace("\n\n", "\n\n\n\n"),
    "ingesprongen": lambda tekst: re.sub(r"^", "    ", tekst, flags=re.M),
    "letters met punt": lambda tekst: re.sub(r"^([A-C])$\n\n", r"\1. ", tekst, flags=re.M),
    "onderdeel voor de letter": lambda tekst: re.sub(r"^([A-C])$", r"Onderdeel \1", tekst, flags=re.M),
    "bolletjes voor de nummers": lambda tekst: re.sub(r"^(\d\.) ", r" • \1 ", tekst, flags=re.M),
    "harde spaties": lambda tekst: tekst.replace("Artikel ", "Artikel\u00a0").replace("artikel ", "artikel\u00a0"),
}


def test_er_zijn_er_genoeg() -> None:
    assert len(GEVALLEN) >= 15


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_besluit(geval: Geval) -> None:
    assert "(fictief)" in geval.besluit or geval.naam.startswith("05")
    uit, _ = voer(geval.besluit)
    for sectie, verwacht in geval.verwacht.items():
        assert uit[sectie].strip() == verwacht.strip(), sectie


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_elk_woord_is_verklaard(geval: Geval) -> None:
    """Only the part that is not understood on purpose has words without explanation."""
    niet_begrepen = {"12_fouten_en_goed": len(["Artikel", "9", "wordt", "herzien."])}
    assert onverklaard(voer(geval.besluit)[1]) == niet_begrepen.get(geval.naam, 0)


@pytest.mark.parametrize("opmaak", OPMAAK)
def test_de_opmaak_maakt_niet_uit(opmaak: str) -> None:
    uit, _ = voer(OPMAAK[opmaak](LETTERS.besluit))
    for sectie in ("stappen", "nieuwe tekst", "bepalingen"):
        assert uit[sectie].replace("\u00a0", " ").strip() == LETTERS.verwacht[sectie].strip(), sectie
