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
from amend.write.formaten import exporteer_besluit
from amend.write.stop.besluit import Werk
from amend.write.stop.eenheden import schrijf_mutatie
from amend.write.stop.mutatie import mutatie_van
from amend.write.stop.namen import TEKST, t
from amend.write.stop.plek import Verslag
from amend.write.stop.regeling import bouw_regeling, versie_van
from amend.write.terug.besluit import mutatie_klopt
from tests.write.realistisch import regelingen
from tests.write.verhaal import BESLUIT, historie, historie_van, uitgevoerde_gevallen
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


REGELING = """Testverordening

Artikel 1 Termijn

1. Het college beslist binnen acht weken.
2. De raad wordt gehoord.

Artikel 2 Slot

Slottekst.
"""
KOP = "Besluit tot wijziging van de Testverordening\n\nDe raad van Voorbeeldstad;\n\nbesluit:\n\n"
OPDRACHT = 'In artikel 1, eerste lid, van de Testverordening wordt "acht" vervangen door "tien".\n\n'


def besluit(tekst: str) -> tuple[str, list[tuple[str, str]]]:
    """The written decision, and the findings that say something about it."""
    verhaal = historie(REGELING, tekst)
    assert verhaal is not None
    inhoud, meldingen = exporteer_besluit(verhaal, BESLUIT, "stop-besluit")
    return (inhoud or b"").decode(), [(m.code, m.tekst) for m in meldingen]


def test_renvooi_in_een_lid() -> None:
    tekst, _ = besluit(f"{KOP}Artikel I\n\n{OPDRACHT}Artikel II\n\nDit besluit treedt in werking op 1 maart 2024.\n")
    renvooi = "<VerwijderdeTekst>acht</VerwijderdeTekst><NieuweTekst>tien</NieuweTekst>"
    assert f"<Al>Het college beslist binnen {renvooi} weken.</Al>" in tekst
    assert "<datum>2024-03-01</datum><eId>!wijzigingsregeling#art_II</eId>" in tekst


def test_zonder_artikel_over_inwerkingtreding_geen_tijdstempel() -> None:
    tekst, meldingen = besluit(f"{KOP}Artikel I\n\n{OPDRACHT}")
    assert "<Tijdstempel" not in tekst
    zin = "Het besluit heeft geen artikel over zijn inwerkingtreding; de datum (2024-01-18) staat er niet in."
    assert ("W616", zin) in meldingen


def test_een_besluit_zonder_koppen_krijgt_ze() -> None:
    tekst, meldingen = besluit(f"{KOP}{OPDRACHT}Dit besluit treedt in werking op 1 maart 2024.\n")
    toegevoegd = [zin for code, zin in meldingen if code == "W606" and "artikelkop" in zin]
    assert [zin.rpartition(" is ")[2] for zin in toegevoegd] == ["“Artikel I”.", "“Artikel II”."]
    assert "<eId>!wijzigingsregeling#art_II</eId>" in tekst


def test_de_aanhef_heeft_geen_mutatie() -> None:
    geval = next(g for g in uitgevoerde_gevallen() if g.vorm == "F85" and g.naam == "de aanhef van de verordening")
    verhaal = historie_van(geval)
    assert verhaal is not None
    inhoud, meldingen = exporteer_besluit(verhaal, BESLUIT, "stop-besluit")
    assert inhoud is None
    zin = "Het besluit wijzigt de aanhef; daarvoor kent STOP 1.3.0 geen mutatie."
    assert (meldingen[0].code, meldingen[0].tekst) == ("E604", zin)
