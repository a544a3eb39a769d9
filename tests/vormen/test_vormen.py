"""Every instruction form F01-F113 and its variants, end to end, from text files that a jurist can read."""

from __future__ import annotations

import pytest

from tests.vormen.gevallen import Geval, alle, voer
from tests.vormen.tabel import DOEL, tabel


def _parameter(geval: Geval) -> object:
    merken = [pytest.mark.xfail(strict=True, reason=geval.gebrek)] if geval.gebrek else []
    return pytest.param(geval, id=f"{geval.vorm} {geval.naam or geval.titel}", marks=merken)


@pytest.mark.parametrize("geval", [_parameter(geval) for geval in alle()])
def test_vorm(geval: Geval) -> None:
    uit = voer(geval)
    assert uit.meldingen == "\n".join(sorted(geval.meldingen.splitlines()))
    assert uit.nieuwe_tekst == (geval.nieuwe_tekst or "")
    assert uit.gegevens == geval.gegevens
    assert geval.bepalingen is None or uit.bepalingen == geval.bepalingen


def test_tabel() -> None:
    assert DOEL.read_text(encoding="utf-8") == tabel(), "run: python -m tests.vormen.tabel"
