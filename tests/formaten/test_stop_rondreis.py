"""From prose to STOP and back: what amend writes as RegelingMutatie gives, executed by identity, the same text.

The decisions in wijzigingen/ are executed twice: by their sentences, and by the exact changes that amend writes for
them, read from the file as if it came from elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amend import pipeline
from amend.model.stap import StapStatus
from amend.model.tree import Node, Soort, zichtbare_tekst
from amend.read.stop import lees_stop
from amend.read.stop_besluit import lees_stop_besluit
from amend.store import Store
from amend.write.uitgave import Uitgave

REPO = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("regeling", "besluit", "voor", "na", "bekend"),
    [
        (
            "dordrecht-ambtelijke-organisatie",
            "dordrecht-tweede-wijziging",
            date(2022, 12, 31),
            date(2023, 10, 1),
            date(2023, 10, 1),
        ),
        ("sociaal-organisatieverordening", "sociaal-fictief-1", None, None, None),
    ],
)
def test_mutaties_geven_dezelfde_tekst_als_de_zinnen(
    regeling: str, besluit: str, voor: date | None, na: date | None, bekend: date | None
) -> None:
    historie, _ = pipeline.geschiedenis(Store(REPO), regeling)
    assert historie is not None
    if voor is None:
        doel = next(d for d in historie.doelen if d.besluit == besluit and d.jwv and d.gv)
        assert doel.gv is not None
        assert doel.jwv is not None
        voor, na, bekend = date.fromordinal(doel.gv.toordinal() - 1), doel.gv, doel.jwv
    assert na is not None
    assert bekend is not None
    oud, nieuw = (historie.versie(dag, bekend).regeling for dag in (voor, na))
    assert oud is not None
    assert nieuw is not None
    stop, meldingen = pipeline.exporteer(oud, "stop", Uitgave())
    assert stop is not None, meldingen
    data, meldingen = pipeline.exporteer_besluit(historie, besluit, "stop-besluit")
    assert data is not None, meldingen
    basis, _ = lees_stop(stop, regeling)
    gelezen, _ = lees_stop_besluit(data, besluit)
    assert basis is not None
    assert gelezen is not None
    ontleed = pipeline.ontleed(gelezen)
    assert [m for m in ontleed.meldingen if m.blokkeert] == []
    uit = pipeline.pas_toe(basis, ontleed)
    assert {v.status for v in uit.uitvoering.verslag} <= {StapStatus.UITGEVOERD, StapStatus.GEEN}
    verwacht, _ = pipeline.exporteer(nieuw, "stop", Uitgave())
    assert verwacht is not None
    doeltekst, _ = lees_stop(verwacht, regeling)
    assert doeltekst is not None
    assert _tekst(uit.regeling.root) == _tekst(doeltekst.root)
    assert _wids(uit.regeling.root) == _wids(doeltekst.root)


def _tekst(root: Node) -> list[str]:
    """Every word in order. (The heading of an annex without text may stand as a small heading below its number.)"""
    return zichtbare_tekst(replace(root, opschrift=())).split()


def _wids(root: Node) -> list[str]:
    """The identities of divisions, articles and leden, in order."""
    stapel, uit = [root], []
    while stapel:
        node = stapel.pop()
        if node.soort in (Soort.HOOFDSTUK, Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE):
            uit.append(node.wid)
        stapel.extend(reversed(node.kinderen))
    return uit
