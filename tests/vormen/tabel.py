"""The table of instruction forms in docs/vormen.md, from the case files: ``python -m tests.vormen.tabel``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from tests.vormen.gevallen import Geval, alle

DOEL = Path(__file__).parents[2] / "docs" / "vormen.md"
KOP = """# Instruction forms

Made from `tests/vormen/` (`python -m tests.vormen.tabel`); do not edit. Per form: what happens to a plain instruction
of that form, the findings that stop a variant of it, and which variants are not handled as they should be yet.

| form | what | plain instruction | variants | refused in | not yet |
|---|---|---|---|---|---|
"""


def soort(geval: Geval) -> str:
    """Executed, recognised and refused (with the codes), or not yet."""
    if geval.gebrek:
        return "not yet"
    if geval.geweigerd:
        return f"refused: {', '.join(geval.geweigerd)}"
    return "executed" if geval.nieuwe_tekst else "no change of the text"


def rij(vorm: str, gevallen: Sequence[Geval]) -> str:
    """One row of the table."""
    codes = sorted({code for geval in gevallen if not geval.gebrek for code in geval.geweigerd})
    gebrek = [geval.naam or "plain instruction" for geval in gevallen if geval.gebrek]
    cellen = (vorm, gevallen[0].titel, soort(gevallen[0]), str(len(gevallen) - 1), ", ".join(codes), "; ".join(gebrek))
    return f"| {' | '.join(cellen)} |"


def tabel() -> str:
    """The whole page."""
    rijen = [rij(vorm, list(groep)) for vorm, groep in groupby(alle(), key=lambda geval: geval.vorm)]
    return KOP + "\n".join(sorted(rijen, key=_volgorde)) + "\n"


def _volgorde(rij: str) -> tuple[int, str]:
    vorm = rij.split()[1]
    return int(vorm[1:].rstrip("ab")), vorm


if __name__ == "__main__":
    DOEL.write_text(tabel(), encoding="utf-8")
