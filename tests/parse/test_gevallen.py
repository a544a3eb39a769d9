"""Sentences and what they mean, as files that a jurist can read: ``gevallen/*.txt``.

A case is a sentence, the operations it gives in order (JSON form, indented), and the codes of its findings ("! W221").
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from amend.parse.zin import ontleed_zin
from amend.write.json_form import als_json, regel

Geval = tuple[str, list[dict[str, Any]], list[str]]


def _lees() -> list[Geval]:
    gevallen: list[Geval] = []
    for bestand in sorted((Path(__file__).parent / "gevallen").glob("*.txt")):
        for tekst in bestand.read_text(encoding="utf-8").splitlines():
            if tekst.startswith("  ! "):
                gevallen[-1][2].append(tekst[4:])
            elif tekst.startswith("  {"):
                gevallen[-1][1].append(json.loads(tekst))
            elif tekst.strip() and not tekst.startswith("#"):
                gevallen.append((tekst, [], []))
    return gevallen


GEVALLEN = _lees()


@pytest.mark.parametrize(("zin", "operaties", "codes"), GEVALLEN, ids=[zin[:60] for zin, _, _ in GEVALLEN])
def test_geval(zin: str, operaties: list[dict[str, Any]], codes: list[str]) -> None:
    ontleding = ontleed_zin(zin)
    assert [als_json(op) for op in ontleding.operaties] == operaties
    assert sorted({melding.code for melding in ontleding.meldingen}) == codes


def test_acceptatie() -> None:
    (operatie,) = ontleed_zin('In artikel 3, tweede lid, wordt "a" vervangen door "b".').operaties
    verwacht = {"onderdeel": None, "handeling": "vervang_tekst", "doel": ["artikel 3/lid 2"], "oud": "a", "nieuw": "b"}
    assert json.loads(regel(operatie)) == verwacht
    assert als_json(operatie, zin=4) == {**verwacht, "zin": 4}
