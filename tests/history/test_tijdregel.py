"""The rule equals the small model beside the rules of the field, on random histories and on its scenario."""

from __future__ import annotations

import contextlib
import io
import runpy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.history.doel import Doel
from amend.history.geldend import geldend

MODEL = Path(__file__).resolve().parents[3] / "shared" / "tijdregel.py"
pytestmark = pytest.mark.skipif(not MODEL.is_file(), reason="het model van de tijdregel staat niet naast de werkmap")
BEGIN = date(2024, 2, 20)


def model() -> dict[str, Any]:
    """The names of the model; what it prints is not shown."""
    with contextlib.redirect_stdout(io.StringIO()):
        return runpy.run_path(str(MODEL))


NAMEN = model() if MODEL.is_file() else {}
dagen = st.integers(min_value=0, max_value=14).map(lambda n: BEGIN + timedelta(days=n))


@given(st.lists(st.tuples(dagen, dagen, dagen), max_size=8), dagen, dagen, st.none() | dagen)
def test_gelijk_aan_het_model(rijen: list[tuple[date, date, date]], d: date, k: date, j: date | None) -> None:
    """Same doelen in the same order, for any published/in force/valid and any D, K and J (leap day included)."""
    onze = [
        Doel(f"{i:02}", f"{i:02}", "", bek=bek, jwv=jwv, gv=gv, volgnummer=i) for i, (bek, jwv, gv) in enumerate(rijen)
    ]
    van_model = [
        NAMEN["D"](f"{i:02}", jwv.isoformat(), gv.isoformat(), bek.isoformat())
        for i, (bek, jwv, gv) in enumerate(rijen)
    ]
    tot = (j or max(k, d)).isoformat()
    verwacht = NAMEN["visible"](van_model, d.isoformat(), tot, k.isoformat())
    gevonden = geldend(onze, d, k, j)
    assert {doel.id for doel in gevonden} == {doel.n for doel in verwacht}
    assert [(doel.jwv, doel.gv) for doel in gevonden] == [
        (date.fromisoformat(doel.jwv), date.fromisoformat(doel.gv)) for doel in verwacht
    ]


def test_scenario_terugwerkende_kracht_van_stop() -> None:
    """Every state of the official scenario, as the model holds it."""
    doelen = [
        Doel(d.n, d.n, "", bek=date.fromisoformat(d.b), jwv=date.fromisoformat(d.jwv), gv=date.fromisoformat(d.gv))
        for d in NAMEN["stop"]
    ]
    assert len(NAMEN["exp"]) == 4
    for (jwv, gv), verwacht in NAMEN["exp"].items():
        gevonden = geldend(doelen, date.fromisoformat(gv), date.max, date.fromisoformat(jwv))
        assert [doel.id for doel in gevonden] == verwacht
