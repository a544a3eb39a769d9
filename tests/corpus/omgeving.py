"""The surroundings of a labelled sentence: its new text, where the corpus has it.

Some labels state a number that stands only in the new text below the sentence ("Na artikel 138 wordt een artikel
ingevoegd, luidende:"). The corpus gives that text in ``instructies.jsonl`` (key ``payload``) or in the decision
itself (``besluiten/``); the sentence is then read as in a decision.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from amend import pipeline
from amend.model.stap import Stap
from amend.write.json_form import als_json

Object = dict[str, Any]


@dataclass(frozen=True)
class Omgeving:
    """The corpus as the place where a sentence comes from."""

    map_: Path

    @cached_property
    def _nieuwe_teksten(self) -> dict[tuple[str, str], str]:
        with (self.map_ / "instructies.jsonl").open(encoding="utf-8") as invoer:
            rijen = [json.loads(regel) for regel in invoer]
        return {(_bron(rij), rij["text"]): rij["payload"] for rij in rijen if rij.get("payload")}

    def operaties(self, rij: Object) -> tuple[Object, ...]:
        """The operations of the sentence of a row, read with the new text below it; () when the corpus lacks it.

        Addresses are relative to the sentence: what the row names as ``parent`` is left out.
        """
        for stap in self._stappen(rij):
            if " ".join(stap.zin.plat.split()) == " ".join(rij["text"].split()):
                return tuple(_zonder_ouder(als_json(op), rij.get("parent") or "") for op in stap.bewerkingen)
        return ()

    def _stappen(self, rij: Object) -> Iterator[Stap]:
        nieuw = self._nieuwe_teksten.get((_bron(rij), rij["text"]))
        if nieuw is not None:
            yield from _ontleed(f"Artikel I\n{rij['text']}\n{nieuw}\n".encode())
        for bestand in sorted((self.map_ / "besluiten").glob("*.txt")):
            if _bron(rij).startswith(bestand.stem):
                yield from _ontleed(bestand.read_bytes())


def _bron(rij: Object) -> str:
    return str(rij["id"]).partition(":")[2]


def _ontleed(inhoud: bytes) -> tuple[Stap, ...]:
    bestand, _ = pipeline.open_bytes(inhoud)
    besluit, _ = pipeline.lees_besluit(bestand, "corpus") if bestand else (None, ())
    return pipeline.ontleed(besluit).stappen if besluit else ()


def _zonder_ouder(op: Object, ouder: str) -> Object:
    return {sleutel: _relatief(waarde, ouder) for sleutel, waarde in op.items()}


def _relatief(waarde: Any, ouder: str) -> Any:
    if not ouder:
        return waarde
    if isinstance(waarde, list):
        return [_relatief(deel, ouder) for deel in waarde if deel != ouder]
    return waarde.removeprefix(f"{ouder}/") if isinstance(waarde, str) else waarde
