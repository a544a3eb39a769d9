"""One case per instruction form and per refusal, as text files that a jurist can read."""

from __future__ import annotations

import pytest

from tests.apply.gevallen import Geval, alle, verschil, verslag, voer


@pytest.mark.parametrize("geval", alle(), ids=lambda g: f"{g.bestand}: {g.naam}")
def test_geval(geval: Geval) -> None:
    uit = voer(geval)
    assert verslag(uit) == geval.verslag
    assert verschil(geval, uit) == geval.na
