"""One sentence, its operations: every line of zinnen.jsonl (self-written) in the public machine form.

A line: ``zin``, ``context`` (an address, may be absent), ``verwacht`` (operations without ``onderdeel``) or ``code``
(the code of the finding that blocks, with the words it must contain in ``tekst``).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from amend.model.address import Plaats
from amend.parse.zin import ontleed_zin
from amend.write.json_form import als_json

_GEVALLEN = [
    json.loads(regel)
    for regel in Path(__file__).with_name("zinnen.jsonl").read_text(encoding="utf-8").splitlines()
    if regel.strip()
]


def _vorm(zin: str, context: str) -> tuple[list[dict[str, Any]], list[tuple[str, str]]]:
    ontleding = ontleed_zin(zin, Plaats.lees(context) if context else Plaats())
    objecten = [als_json(deel) for deel in ontleding.operaties]
    for object_ in objecten:
        object_.pop("onderdeel", None)
    return objecten, [(melding.code, melding.tekst) for melding in ontleding.meldingen]


@pytest.mark.parametrize("geval", _GEVALLEN, ids=lambda geval: geval["zin"][:70])
def test_zin(geval: dict[str, Any]) -> None:
    """The operations are exactly those expected, or the sentence is refused with the code and words expected."""
    objecten, meldingen = _vorm(geval["zin"], geval.get("context", ""))
    assert objecten == geval.get("verwacht", [])
    if "code" in geval:
        assert any(code == geval["code"] and geval.get("tekst", "") in tekst for code, tekst in meldingen), meldingen
    else:
        assert not [m for m in meldingen if m[0][0] in "EQ"]
