"""A RegelingMutatie executed on the old text gives the new text, for every kind of change."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from amend.compare.koppel import koppel
from amend.compare.samen import voeg_samen
from amend.history.doel import Doel
from amend.history.geschiedenis import Geschiedenis, Rond
from amend.model.regeling import Regeling
from amend.model.tree import Node
from amend.write.stop.besluit import Werk
from amend.write.stop.eenheden import schrijf_mutatie
from amend.write.stop.mutatie import mutatie_van
from amend.write.stop.namen import TEKST, t
from amend.write.stop.plek import Verslag
from amend.write.stop.regeling import bouw_regeling, versie_van
from amend.write.terug.besluit import mutatie_klopt
from tests.write.realistisch import regelingen
from tests.write.wijzigen import wijzigingen


def mutatie(regeling: Regeling, na: Node) -> tuple[etree._Element | None, Werk]:
    """The RegelingMutatie between two trees; None when STOP cannot hold one of them or the change."""
    verslag = Verslag("STOP")
    a, b = koppel(regeling.root, na, identiteit=True)
    uit = mutatie_van(voeg_samen(a, b, identiteit=True).root, f"{versie_van(regeling)}__body")
    werk = Werk(
        Doel("x", "wijziging", "x", bek=date(2024, 1, 1)), Rond((), regeling.root, na, (), volledig=True), uit, "I"
    )
    oud, nieuw = bouw_regeling(regeling, verslag), bouw_regeling(Regeling(regeling.meta, na), verslag)
    if verslag.geweigerd or uit.kan_niet or not uit.delen:
        return None, werk
    houder = etree.Element(t("RegelingMutatie"), nsmap={None: TEKST})
    schrijf_mutatie(houder, uit.delen, (oud, nieuw), [("", ())] * len(uit.delen), verslag)
    return (None if verslag.geweigerd else houder), werk


@settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)
@given(st.data())
def test_uitgevoerd_is_de_mutatie_de_nieuwe_tekst(data: st.DataObject) -> None:
    regeling = data.draw(regelingen())
    na = data.draw(wijzigingen(regeling.root))
    houder, werk = mutatie(regeling, na)
    if houder is not None:
        assert mutatie_klopt(werk, houder, Geschiedenis(regeling)) == ()
