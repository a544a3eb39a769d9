"""Whole fictive decisions in many layouts on one fictive regulation: ``*.txt`` beside this file, read and executed.

A file is the decision as it would reach us, then ``=== stappen`` (part, operation), ``=== nieuwe tekst`` (what
changed, as in tests/vormen/README.md), ``=== bepalingen`` (closing clauses) and ``=== meldingen``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amend.cli.omschrijf import omschrijf
from amend.model.melding import Melding
from amend.model.stap import OntleedBesluit, Woordsoort
from amend.pipeline import ontleed, pas_toe
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.write.json_form import als_json
from tests.vormen.gevallen import verschil

MAP = Path(__file__).parent
SECTIES = ("stappen", "nieuwe tekst", "bepalingen", "meldingen")


@dataclass(frozen=True)
class Geval:
    """A decision and what is expected of it, per section."""

    naam: str
    besluit: str
    verwacht: dict[str, str]


def alle() -> list[Geval]:
    """The cases of this folder."""
    return [_lees(pad) for pad in sorted(MAP.glob("[0-9]*.txt"))]


def _lees(pad: Path) -> Geval:
    besluit, *delen = re.split(r"^=== ", pad.read_text(encoding="utf-8"), flags=re.M)
    secties = {kop.strip(): tekst.strip("\n") for kop, _, tekst in (deel.partition("\n") for deel in delen)}
    return Geval(pad.stem, besluit, {sectie: secties.get(sectie, "") for sectie in SECTIES})


def voer(besluit_tekst: str) -> tuple[dict[str, str], OntleedBesluit]:
    """What the program makes of the decision, per section."""
    regeling, _ = lees_regeling_tekst((MAP / "regeling.txt").read_text(encoding="utf-8"), "evenementen")
    besluit, bij_lezen = lees_besluit_tekst(besluit_tekst, "besluit")
    assert regeling is not None
    assert besluit is not None
    ontleed_ = ontleed(besluit)
    uitkomst = pas_toe(regeling, ontleed_)
    verslag = [melding for v in uitkomst.uitvoering.verslag for melding in v.meldingen]
    uit = {
        "stappen": "\n".join(_stappen(ontleed_)),
        "nieuwe tekst": verschil(regeling, uitkomst.regeling),
        "bepalingen": "\n".join(f"{c['handeling']}: {omschrijf(c)}" for c in map(als_json, ontleed_.clausules)),
        "meldingen": _meldingen([*bij_lezen, *ontleed_.meldingen, *uitkomst.meldingen, *verslag]),
    }
    return uit, ontleed_


def _stappen(ontleed_: OntleedBesluit) -> Iterator[str]:
    for stap in ontleed_.stappen:
        for op in map(als_json, stap.bewerkingen):
            yield f"{stap.naam}: {op['handeling']} {omschrijf(op)}"
        if not stap.bewerkingen:
            yield f"{stap.naam}: niet begrepen"


def _meldingen(meldingen: list[Melding]) -> str:
    return "\n".join(sorted({f"{m.code} {' '.join(m.tekst.split())}" for m in meldingen}))


def onverklaard(ontleed_: OntleedBesluit) -> int:
    """How many words have no explanation."""
    return dict(ontleed_.woorden)[Woordsoort.ONVERKLAARD]
