"""Which instruction a change is attributed to: all that made it, and none that did not."""

from __future__ import annotations

from amend import pipeline
from amend.apply.sporen import sporen
from amend.compare.oorzaak import Herkomst
from amend.compare.vergelijk import vergelijk
from amend.model.tree import Oorsprong
from tests.compare.gevallen import DATA

GEVAL = DATA.parent / "compare" / "oorzaak"


def test_elke_wijziging_heeft_haar_eigen_oorzaken() -> None:
    regeling_, _ = pipeline.open_bestand(GEVAL / "regeling.txt")
    besluit_, _ = pipeline.open_bestand(GEVAL / "besluit.txt")
    assert regeling_ is not None
    assert besluit_ is not None
    oud, _ = pipeline.lees_regeling(regeling_, "proef")
    besluit, _ = pipeline.lees_besluit(besluit_, "wijziging")
    assert oud is not None
    assert besluit is not None
    assert sporen(oud.root, oud.root) == ()
    toepassing = pipeline.pas_toe(oud, pipeline.ontleed(besluit))
    stappen = [(Oorsprong("wijziging", v.stap.naam), v.sporen) for v in toepassing.uitvoering.verslag]
    uit = vergelijk(oud, toepassing.regeling, identiteit=True, herkomst=Herkomst({}, stappen))
    gevonden = {
        (w.plaats_oud, w.soort.value): "".join(o.onderdeel for o in w.oorzaken) for w in uit.wijzigingen if not w.veld
    }
    assert gevonden == {
        ("artikel 1/onderdeel b", "verwijderd"): "A",
        ("artikel 2/lid 1", "tekst"): "B",
        ("artikel 2/lid 2", "tekst"): "CD",
        # only its number went: the first paragraph itself was not repealed
        ("artikel 3/lid 1", "vernummerd"): "E",
        ("artikel 3/lid 2", "verwijderd"): "E",
    }
