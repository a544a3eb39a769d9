"""Exports are valid against the official schemas and rules, where those are at hand (../shared)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from amend import pipeline
from amend.history.geschiedenis import Geschiedenis
from amend.model.regeling import Regeling
from amend.store import Store
from amend.write.formaten import exporteer_besluit, formaat
from amend.write.uitgave import Uitgave
from amend.write.valideer import valideer
from tests.vormen.gevallen import Geval
from tests.write.realistisch import regelingen
from tests.write.verhaal import BESLUIT, historie_van, uitgevoerde_gevallen
from tests.write.verhaal import historie as verhaal_van

WORTEL = Path(__file__).parents[2]
SCHEMAS = WORTEL.parent / "shared" / "schemas"
pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="de officiële schema's staan niet in ../shared/schemas")
STOP = SCHEMAS / "stop-1.3.0"

VRAGEN = {
    "dordrecht-ambtelijke-organisatie": ("2022-06-01", "2023-01-01"),
    "sociaal-organisatieverordening": ("2024-03-01", "2025-06-01", "2026-01-01"),
}
BESLUITEN = {
    "dordrecht-tweede-wijziging": "dordrecht-ambtelijke-organisatie",
    "sociaal-fictief-1": "sociaal-organisatieverordening",
    "sociaal-fictief-2": "sociaal-organisatieverordening",
    "sociaal-fictief-3": "sociaal-organisatieverordening",
}
KAN_NIET_IN_STOP = {
    "F83 in een regeling zonder hoofdstukken": "E601",
    "F85 met keuze": "E604",
    "F85 de aanhef van de verordening": "E604",
    "F87 met keuze": "E604",
}
"""Cases of which STOP 1.3.0 cannot hold the change, and the code that says so."""
_histories: dict[str, Geschiedenis] = {}


def historie(id: str) -> Geschiedenis:
    if id not in _histories:
        gevonden, meldingen = pipeline.geschiedenis(Store(WORTEL), id)
        assert gevonden is not None, meldingen
        _histories[id] = gevonden
    return _histories[id]


@pytest.mark.parametrize("naam", ["stop", "stop-levering", "stop-wti", "akn"])
@pytest.mark.parametrize(("id", "dag"), [(id, dag) for id, dagen in VRAGEN.items() for dag in dagen])
def test_teksten_zijn_geldig(id: str, dag: str, naam: str) -> None:
    verhaal = historie(id)
    versie = verhaal.versie(date.fromisoformat(dag), date(2026, 11, 1))
    assert versie.regeling is not None
    inhoud, meldingen = formaat(naam).schrijf(versie.regeling, pipeline.uitgave(versie, verhaal))
    assert inhoud is not None, meldingen[0].tekst
    assert valideer(inhoud, SCHEMAS) == ()


@pytest.mark.parametrize("naam", ["stop-besluit", "akn"])
@pytest.mark.parametrize(("besluit", "id"), BESLUITEN.items())
def test_besluiten_zijn_geldig(besluit: str, id: str, naam: str) -> None:
    inhoud, meldingen = exporteer_besluit(historie(id), besluit, naam)
    assert inhoud is not None, meldingen[0].tekst
    terugwerkend = naam == "stop-besluit" and besluit in ("dordrecht-tweede-wijziging", "sociaal-fictief-2")
    assert [m.code for m in valideer(inhoud, SCHEMAS)] == (["N613"] if terugwerkend else [])


@pytest.mark.parametrize("slot", ["Dit is gewone tekst.", "Dit is gewone tekst.\n\nArtikel 1\nSpreekt voor zich."])
@pytest.mark.parametrize("naam", ["stop", "stop-levering"])
def test_een_toelichting_zonder_indeling_is_geldig(naam: str, slot: str) -> None:
    tekst = f"Verzonnen verordening\nDe raad;\n\nArtikel 1 Kop\nEen kade is een oever.\n\nToelichting\n{slot}\n"
    besluit = "Artikel I\nIn artikel 1 van de Verzonnen verordening wordt “oever” vervangen door “wal”.\n"
    verhaal = verhaal_van(tekst, f"{besluit}Artikel II\nDit besluit treedt in werking op 1 maart 2024.\n")
    assert verhaal is not None
    versie = verhaal.versie(date(2020, 2, 1), date(2026, 11, 1))
    assert versie.regeling is not None
    inhoud, meldingen = formaat(naam).schrijf(versie.regeling, pipeline.uitgave(versie, verhaal))
    assert inhoud is not None, meldingen[0].tekst
    assert not [m for m in valideer(inhoud, SCHEMAS) if m.blokkeert]


def test_renvooi_van_dordrecht() -> None:
    inhoud, _ = exporteer_besluit(
        historie("dordrecht-ambtelijke-organisatie"), "dordrecht-tweede-wijziging", "stop-besluit"
    )
    assert inhoud is not None
    tekst = inhoud.decode()
    assert '<Vervang wat="gm0505_1__art_16"><Nummer>F, G</Nummer>' in tekst
    assert "<Nummer><VerwijderdeTekst>33</VerwijderdeTekst><NieuweTekst>29</NieuweTekst></Nummer>" in tekst
    assert '<Verwijder wat="gm0505_1__art_15">' in tekst
    stempels = dict.fromkeys(
        (el.findtext("{*}soortTijdstempel"), el.findtext("{*}datum"))
        for el in etree.fromstring(inhoud).iter("{*}Tijdstempel")
    )
    assert list(stempels) == [("juridischWerkendVanaf", "2023-09-12"), ("geldigVanaf", "2023-01-01")]


@pytest.mark.parametrize("geval", uitgevoerde_gevallen()[::6], ids=lambda g: f"{g.vorm} {g.naam}".strip())
def test_elke_vorm_als_besluit(geval: Geval) -> None:
    """Written, read back, its mutation executed (by the writer's own check), and valid."""
    verhaal = historie_van(geval)
    assert verhaal is not None
    inhoud, meldingen = exporteer_besluit(verhaal, BESLUIT, "stop-besluit")
    verwacht = KAN_NIET_IN_STOP.get(f"{geval.vorm} {geval.naam}")
    assert [m.code for m in meldingen if m.blokkeert][:1] == ([verwacht] if verwacht else [])
    if inhoud is not None:
        assert [m.tekst for m in valideer(inhoud, STOP) if m.blokkeert] == []


@settings(
    max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)
@given(regelingen())
def test_verzonnen_regelingen_zijn_geldig(regeling: Regeling) -> None:
    for naam in ("stop", "akn"):
        inhoud, meldingen = formaat(naam).schrijf(regeling, Uitgave())
        assert inhoud is not None, meldingen[0].tekst
        assert [m.tekst for m in valideer(inhoud, SCHEMAS) if m.blokkeert] == []


# ---- what validation says --------------------------------------------------------------------------------------------

NS = 'xmlns="https://standaarden.overheid.nl/stop/imop/tekst/"'
GOED = (
    f'<RegelingKlassiek {NS}><RegelingOpschrift eId="longTitle" wId="longTitle"><Al>Titel</Al></RegelingOpschrift>'
    '<Lichaam eId="body" wId="body"><Artikel eId="art_1" wId="gm9999_1__art_1"><Kop><Label>Artikel</Label>'
    "<Nummer>1</Nummer></Kop><Inhoud><Al>Tekst.</Al></Inhoud></Artikel></Lichaam></RegelingKlassiek>"
)


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "tekst"),
    [
        (
            "<Al>Tekst.</Al>",
            "<Alinea>Tekst.</Alinea>",
            "E610",
            "Op regel 1: het element Alinea hoort hier niet; hier hoort:",
        ),
        (' wId="gm9999_1__art_1"', "", "E610", "Op regel 1: het element Artikel mist het attribuut wId."),
        ("<Al>Tekst.</Al>", "<Al> </Al>", "E611", "STOP0005: De alinea voor element Artikel"),
        ("__art_1", "__para_1", "E611", "STOP0023: De AKN-naamgeving voor wId"),
    ],
)
def test_bevindingen_in_het_nederlands(oud: str, nieuw: str, code: str, tekst: str) -> None:
    assert valideer(GOED.encode(), STOP) == ()
    meldingen = valideer(GOED.replace(oud, nieuw).encode(), STOP)
    assert meldingen[0].code == code
    assert meldingen[0].tekst.startswith(tekst)


def test_waarschuwing_van_een_bedrijfsregel() -> None:
    tabel = (
        '<table eId="art_1__table_o_1" wId="gm9999_1__art_1__table_o_1"><tgroup cols="1" align="left">'
        '<colspec colname="c1"/><tbody valign="top"><row><entry colname="c1"><Al>x</Al></entry></row></tbody>'
        "</tgroup></table>"
    )
    meldingen = valideer(GOED.replace("</Inhoud>", f"{tabel}</Inhoud>").encode(), STOP)
    assert [m.code for m in meldingen] == ["W612"]


def test_geen_schema_in_de_map(tmp_path: Path) -> None:
    meldingen = valideer(GOED.encode(), tmp_path)
    assert [m.code for m in meldingen] == ["E614"]


def test_zonder_saxonche(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from amend.write.valideer import schematron

    def weg(naam: str) -> object:
        raise ImportError(naam)

    monkeypatch.setattr(schematron, "import_module", weg)
    schematron._motor.cache_clear()
    meldingen = valideer(GOED.encode(), STOP)
    schematron._motor.cache_clear()
    assert [(m.code, m.hulp) for m in meldingen] == [
        ("E615", "Installeer de uitbreiding: pip install 'amend[validate]'.")
    ]
