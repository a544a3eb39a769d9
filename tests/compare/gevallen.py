"""The pairs that the comparison is tested on: the corpus beside the repository (where present), and Dordrecht."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from amend import pipeline
from amend.compare.vergelijk import vergelijk
from amend.compare.wijziging import Vergelijking
from amend.model.regeling import Regeling
from amend.read.cvdr import lees_cvdr

DATA = Path(__file__).parents[1] / "data"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "vergelijk"
PAREN = ("mix100", "mv")


def lees(naam: str) -> tuple[Regeling, Regeling]:
    """Old and new of a pair; skips the test where the corpus is absent."""
    if not (CORPUS / naam).is_dir():
        pytest.skip(f"corpus is absent: {CORPUS / naam}")
    oud, nieuw = (lees_cvdr((CORPUS / naam / bestand).read_bytes())[0] for bestand in ("a.xml", "b.xml"))
    assert oud is not None
    assert nieuw is not None
    return oud, nieuw


@lru_cache(maxsize=1)
def dordrecht() -> Vergelijking:
    """Dordrecht before and after the decision of 23 May 2023."""
    bestand, _ = pipeline.open_bestand(DATA / "raamwerk_dordrecht.txt")
    besluit, _ = pipeline.open_bestand(DATA / "seed_000.txt")
    assert bestand is not None
    assert besluit is not None
    oud, _ = pipeline.lees_regeling(bestand, "dordrecht")
    gelezen, _ = pipeline.lees_besluit(besluit, "tweede-wijziging")
    assert oud is not None
    assert gelezen is not None
    uitkomst = pipeline.pas_toe(oud, pipeline.ontleed(gelezen))
    return vergelijk(oud, uitkomst.regeling, identiteit=True)
