"""Two instructions in one sentence do what they do apart, or are refused: nothing is lost, doubled or moved."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, Final

from amend.model.operations import Bewerking
from amend.parse.toestand import kern
from amend.parse.zin import ontleed_zin

_VOOROP: Final = re.compile(r"(?:In artikel|Artikel|Na artikel|Aan artikel|In de artikelen|De artikelen) \d")
_VERBINDING: Final = (" en ", ", en ", "; ")
_AANTAL: Final = 600


def _zinnen() -> list[str]:
    """Self-written sentences that name their place in full, in no annex, and hold no colon."""
    regels = Path(__file__).with_name("zinnen.jsonl").read_text(encoding="utf-8").splitlines()
    uit = []
    for rij in (json.loads(regel) for regel in regels if regel.strip()):
        zin = rij["zin"]
        gewoon = "verwacht" in rij and "code" not in rij and "context" not in rij and len(zin) < 140
        if gewoon and _VOOROP.match(zin) and zin.endswith(".") and ":" not in zin and "bijlage" not in zin.lower():
            uit.append(zin)
    return [zin for zin in uit if all(isinstance(op, Bewerking) for op in ontleed_zin(zin).operaties)]


def _wat(zin: str) -> tuple[Any, ...]:
    """What a sentence does; the regulation is left out, for the second instruction inherits it."""
    operaties = [op for op in ontleed_zin(zin).operaties if isinstance(op, Bewerking)]
    return kern([replace(op, spanne=(0, 0), regeling=None) for op in operaties])  # type: ignore[type-var]


def _dubbelzinnig(eerste: str, tweede: str) -> bool:
    """ "vervallen het tweede lid, en artikel 1, onder i, en onderdeel e vervallen": which verb has the middle?"""
    return bool(re.search(r"vervallen (?:het|de) ", eerste)) and tweede.endswith("vervallen.")


def test_twee_opdrachten_in_een_zin_doen_wat_zij_apart_doen() -> None:
    zinnen, kies = _zinnen(), Random(7)  # noqa: S311 - not for secrets
    anders, uitgevoerd = [], 0
    for _ in range(_AANTAL):
        eerste, tweede = kies.sample(zinnen, 2)
        samen = f"{eerste[:-1]}{kies.choice(_VERBINDING)}{tweede[0].lower()}{tweede[1:]}"
        gelezen = _wat(samen)
        if not gelezen or _dubbelzinnig(eerste, tweede):
            continue
        uitgevoerd += 1
        apart = _wat(eerste) + _wat(tweede)
        if sorted(map(repr, gelezen)) != sorted(map(repr, apart)):  # a repeal goes before what takes its number
            anders.append(samen)
    assert anders == []
    assert uitgevoerd > _AANTAL * 3 // 4
