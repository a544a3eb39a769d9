"""Replaced words keep the marks of what stays the same, character-exact."""

from __future__ import annotations

import pytest

from amend.model.tree import Mark, Run, Soort, loop, op_pad, platte_tekst
from amend.pipeline import ontleed, pas_toe
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.cvdr import lees_cvdr
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.write.cvdr import schrijf_cvdr

KOP = "Fictief besluit\n\nDe raad;\n\nbesluit:\n\nArtikel I\n\nDe Proefregeling wordt als volgt gewijzigd:\n\nA\n\n"


def voer(tekst: str, opdracht: str) -> tuple[list[tuple[str, tuple[str, ...]]], set[str]]:
    """The runs of article 1 (text, names of its marks) after the instruction, and the codes of the findings."""
    regeling, _ = lees_regeling_tekst("Proefregeling\n\nArtikel 1\n\nPLEK\n", "proefregeling")
    assert regeling is not None
    gelezen, _ = lees_cvdr(schrijf_cvdr(regeling).replace(b"PLEK", tekst.encode()), "proefregeling")
    assert gelezen is not None
    besluit, _ = lees_besluit_tekst(KOP + opdracht + "\n", "proef")
    assert besluit is not None
    uit = pas_toe(gelezen, ontleed(besluit))
    pad = next(p for p, n in loop(uit.regeling.root) if n.soort is Soort.AL)
    runs = op_pad(uit.regeling.root, pad).tekst
    return _samen(runs), {m.code for m in uit.uitvoering.meldingen}


def _samen(runs: tuple[Run, ...]) -> list[tuple[str, tuple[str, ...]]]:
    uit: list[tuple[str, tuple[str, ...]]] = []
    for run in runs:
        namen = tuple(mark.naam for mark in run.marks)
        if uit and uit[-1][1] == namen:
            uit[-1] = (uit[-1][0] + run.tekst, namen)
        else:
            uit.append((run.tekst, namen))
    return uit


VET = "<nadruk type='vet'>burgemeester</nadruk>"


@pytest.mark.parametrize(
    ("tekst", "opdracht", "verwacht", "codes"),
    [
        (
            f"het college van {VET} beslist.",
            "In artikel 1 wordt “het college van burgemeester” vervangen door “het bestuur van burgemeester”.",
            [("het bestuur van ", ()), ("burgemeester", ("nadruk",)), (" beslist.", ())],
            set(),
        ),
        (
            "de oppervlakte is 10 m<sup>2</sup> per woning.",
            "In artikel 1 wordt “10 m2” vervangen door “12 m2”.",
            [("de oppervlakte is 12 m", ()), ("2", ("sup",)), (" per woning.", ())],
            set(),
        ),
        (
            f"het college van {VET} beslist.",
            "In artikel 1 wordt “burgemeester” vervangen door “wethouder”.",
            [("het college van ", ()), ("wethouder", ("nadruk",)), (" beslist.", ())],
            set(),
        ),
        (
            f"het college van {VET} beslist.",
            "In artikel 1 wordt “van burgemeester” vervangen door “en wethouder”.",
            [("het college en wethouder beslist.", ())],
            {"W320"},
        ),
        (
            f"het college van {VET} beslist.",
            "In artikel 1 vervalt “van burgemeester”.",
            [("het college beslist.", ())],
            set(),
        ),
        (
            "de gemeen\u00adte en\u00a0de provincie.",
            "In artikel 1 wordt “gemeente en de” vervangen door “stad en de”.",
            [("de stad en de provincie.", ())],
            {"W307"},
        ),
    ],
)
def test_opmaak(tekst: str, opdracht: str, verwacht: list[tuple[str, tuple[str, ...]]], codes: set[str]) -> None:
    runs, gevonden = voer(tekst, opdracht)
    assert runs == verwacht
    assert gevonden == codes


def test_platte_tekst_is_die_van_de_opdracht() -> None:
    """Marks never change characters."""
    assert platte_tekst((Run("a", (Mark("vet"),)), Run("b"))) == "ab"
