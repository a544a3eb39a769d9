"""A signal says the same as its patterns joined with "|"."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from amend.model.signaal import Signaal, stam

ZINNEN = [
    json.loads(regel)["zin"] for regel in (Path(__file__).parent / "zinnen.jsonl").read_text("utf-8").splitlines()
]
PATRONEN = ("gewijzigd in", r"in\s*werking", r"\bkop\b", "verval(?:t|len)", r"gaa[tn]\s[^.]*\bin\b", "artikel", "lid")


@pytest.mark.parametrize(
    ("patroon", "stuk"),
    [
        (r"in\s*werking", "werking"),
        ("Verval(?:t|len)", "verval"),
        (r"gaa[tn]\s[^.]*\bin\b", "gaa"),
        (r"wordt\s+(?:een\s+)?(?:artikel|onderdeel)", "wordt"),
        ("beleidsregels?", "beleidsregel"),
        ("gewijzigd in", "gewijzigd in"),
    ],
)
def test_het_stuk_dat_er_altijd_staat(patroon: str, stuk: str) -> None:
    assert stam(patroon) == stuk


@pytest.mark.parametrize("patroon", [r"\d+", "(?:a|b)", "vervalt|vervallen", "[a-z]+"])
def test_zonder_vast_stuk_wordt_het_patroon_altijd_geprobeerd(patroon: str) -> None:
    assert not stam(patroon)
    assert Signaal(patroon).in_("a1 vervalt")


def test_een_signaal_vindt_wat_de_patronen_samen_vinden() -> None:
    signaal, samen = Signaal(*PATRONEN), re.compile("|".join(PATRONEN), re.IGNORECASE)
    for zin in [*ZINNEN, *map(str.upper, ZINNEN)]:
        gevonden, verwacht = signaal.zoek(zin), samen.search(zin)
        assert (gevonden and gevonden.span()) == (verwacht and verwacht.span())
        assert signaal.in_(zin) == bool(verwacht)
