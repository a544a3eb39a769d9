"""No word is lost: the words of a document and of what was read differ only where the data file says so."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from tests.read.woorden import woorden_van_besluit, woorden_van_regeling, woorden_van_tekst

HIER = Path(__file__).parent
DATA = HIER.parent / "data"
LOS = r"[^\W\d_]+|\d+"
CORPUS = HIER.parents[2] / "shared" / "corpus"


def _verwacht(naam: str) -> Counter[tuple[str, str]]:
    rijen = [r.split("\t") for r in (HIER / "verschillen.tsv").read_text(encoding="utf-8").splitlines() if r[0] != "#"]
    assert all(rij[4] for rij in rijen), "elk verschil heeft een reden"
    return Counter({(bron, gelezen): int(n) for bestand, n, bron, gelezen, _ in rijen if bestand == naam})


def _gelezen(naam: str, tekst: str) -> list[str]:
    if naam == "seed_002":
        regeling, _ = lees_regeling_tekst(tekst, "x")
        assert regeling is not None
        return woorden_van_regeling(regeling)
    besluit, _ = lees_besluit_tekst(tekst, "x")
    assert besluit is not None
    return woorden_van_besluit(besluit)


@pytest.mark.parametrize("naam", ["seed_000", "seed_002"])
def test_verschillen_van_de_bron(naam: str) -> None:
    tekst = (DATA / f"{naam}.txt").read_text(encoding="utf-8")
    bron, gelezen = woorden_van_tekst(tekst), _gelezen(naam, tekst)
    stappen = SequenceMatcher(None, bron, gelezen, autojunk=False).get_opcodes()
    verschillen = Counter((" ".join(bron[a:b]), " ".join(gelezen[c:d])) for op, a, b, c, d in stappen if op != "equal")
    assert verschillen == _verwacht(naam)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the folder shared/corpus is not beside this checkout")
def test_woorden_van_echte_besluiten() -> None:
    """In real decisions only marks may go, never a word (a number glued to a word counts apart)."""
    for pad in (*sorted(CORPUS.glob("besluiten/*.txt")), *sorted(CORPUS.glob("drietallen/*/besluit.txt"))):
        tekst = pad.read_text(encoding="utf-8")
        besluit, _ = lees_besluit_tekst(tekst, "x")
        assert besluit is not None, pad.name
        gelezen = " ".join(woorden_van_besluit(besluit))
        assert Counter(re.findall(LOS, tekst)) == Counter(re.findall(LOS, gelezen)), pad.name
