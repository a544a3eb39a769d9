"""Histories for the tests of the writers: a case of an instruction form as a decision on a regulation, with dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amend.history.geschiedenis import Geschiedenis
from amend.pipeline import ontleed
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from tests.vormen.gevallen import Geval, _keuze, alle, heel_besluit

BESLUIT = "wijziging"


def uitgevoerde_gevallen() -> list[Geval]:
    """The cases in which nothing is refused and the text changes."""
    return [g for g in alle() if not g.geweigerd and g.nieuwe_tekst and not g.gebrek]


def historie_van(geval: Geval) -> Geschiedenis | None:
    """The case as a history: the regulation of 2020, the decision published on 10 January 2024."""
    return historie(geval.regeling, heel_besluit(geval.besluit), geval.keuzes)


def historie(regeling_tekst: str, besluit_tekst: str, keuzes: str = "") -> Geschiedenis | None:
    """A history of one decision from two texts."""
    regeling, _ = lees_regeling_tekst(regeling_tekst, "testverordening")
    besluit, _ = lees_besluit_tekst(besluit_tekst, BESLUIT)
    if regeling is None or besluit is None:
        return None
    dagen = {"vastgesteld": date(2019, 12, 1), "bekend": date(2019, 12, 20), "inwerkingtreding": date(2020, 1, 1)}
    regeling = replace(regeling, meta=replace(regeling.meta, autoriteit="gm9999", **dagen))
    besluit = replace(besluit, meta=replace(besluit.meta, vastgesteld=date(2024, 1, 5), bekend=date(2024, 1, 10)))
    gekozen = tuple((BESLUIT, _keuze(regel)) for regel in keuzes.splitlines())
    return Geschiedenis(regeling, (ontleed(besluit),), gekozen)
