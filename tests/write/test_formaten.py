"""Every export format holds the text exactly, or refuses with a sentence; a difference is never written."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Node, Run, Soort, alinea
from amend.read.json_regeling import lees_json
from amend.write.formaten import FORMATEN, Formaat, formaat
from amend.write.uitgave import Uitgave
from tests.write.realistisch import regelingen

LOS = [f for f in FORMATEN if f.naam not in ("stop-levering", "stop-wti")]
"""The formats that need no history."""


def regeling(*kinderen: Node, opschrift: str = "Verordening") -> Regeling:
    meta = RegelingMeta(id="proef", titel=opschrift, autoriteit="gm9999")
    return Regeling(meta, Node(Soort.REGELING, opschrift=(Run(opschrift),), kinderen=kinderen))


def artikel(nummer: str, *kinderen: Node, opschrift: str = "Kop") -> Node:
    opschrift_ = (Run(opschrift),) if opschrift else ()
    return Node(Soort.ARTIKEL, f"x_1__art_{nummer}", nummer, "Artikel", nummer, opschrift_, kinderen=kinderen)


@settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)
@given(regelingen())
def test_elk_formaat_leest_terug_als_de_tekst(geval: Regeling) -> None:
    for keuze in LOS:
        inhoud, meldingen = keuze.schrijf(geval, Uitgave())
        assert inhoud is not None, (keuze.naam, meldingen[0].tekst)


@pytest.mark.parametrize("keuze", [f for f in LOS if f.naam != "opslag"], ids=lambda f: f.naam)
def test_een_verloren_woord_is_een_fout(keuze: Formaat) -> None:
    """What was written of one text is not taken for another: E602, no bytes."""
    heel = regeling(artikel("1", alinea("De burgemeester beslist niet.")), opschrift="Proef")
    inhoud, _ = keuze.schrijf(heel, Uitgave())
    assert inhoud is not None
    zonder = regeling(artikel("1", alinea("De burgemeester beslist.")), opschrift="Proef")
    vals = replace(keuze, schrijver=lambda _, uitgave: (inhoud, ()))
    uit, meldingen = vals.schrijf(zonder, Uitgave())
    assert uit is None
    assert meldingen[0].code == "E602"
    assert "niet." in meldingen[0].tekst or keuze.naam == "tekst"


def test_stop_noemt_wat_het_niet_kan_bevatten() -> None:
    geval = regeling(artikel("1", Node(Soort.FRAGMENT, xml='<plaatje xmlns="urn:x" src="a.png"></plaatje>')))
    inhoud, meldingen = formaat("stop").schrijf(geval, Uitgave())
    assert inhoud is None
    assert [m.code for m in meldingen if m.blokkeert] == ["E601", "E601"]
    assert meldingen[0].tekst == "Artikel 1: het element “plaatje” kan STOP hier niet bevatten."


@pytest.mark.parametrize(
    ("kinderen", "tekst"),
    [
        ((artikel("1"),), "Artikel 1: heeft geen tekst; STOP eist tekst, of de status vervallen."),
        ((artikel("1", alinea("x")), Node(Soort.HOOFDSTUK, nummer="2", aanduiding="2", label="Hoofdstuk")), None),
        ((alinea("Los."), artikel("1", alinea("x"))), "Losse tekst kan in STOP niet direct in de regeling staan."),
        (
            (artikel("1", Node(Soort.LID, nummer="1", aanduiding="1.")),),
            "Artikel 1, lid 1: heeft geen tekst; STOP kent geen leeg lid.",
        ),
    ],
    ids=["leeg artikel", "artikel naast hoofdstuk", "losse tekst", "leeg lid"],
)
def test_stop_weigert_met_de_plaats(kinderen: tuple[Node, ...], tekst: str | None) -> None:
    inhoud, meldingen = formaat("stop").schrijf(regeling(*kinderen), Uitgave())
    assert inhoud is None
    assert tekst is None or meldingen[0].tekst == tekst
    if tekst is None:
        assert "(artikel en hoofdstuk) staat STOP op één niveau niet toe" in meldingen[0].tekst


def test_vrijetekst_bevat_wat_klassiek_niet_kan() -> None:
    geval = regeling(alinea("Los."), artikel("1", alinea("x"), opschrift=""), artikel("", alinea("y"), opschrift=""))
    inhoud, meldingen = formaat("stop").schrijf(geval, Uitgave(model="vrijetekst"))
    assert inhoud is not None
    assert b"<RegelingVrijetekst" in inhoud
    assert [m.code for m in meldingen] == ["N607"]


def test_compact_heeft_geen_aanhef() -> None:
    geval = regeling(Node(Soort.AANHEF, kinderen=(alinea("De raad;"),)), artikel("1", alinea("x")))
    inhoud, meldingen = formaat("stop").schrijf(geval, Uitgave(model="compact"))
    assert inhoud is None
    assert meldingen[0].tekst == "Een aanhef kan RegelingCompact niet bevatten; kies het model klassiek."


def test_een_onvolledige_tekst_wordt_niet_aangeleverd() -> None:
    geval = regeling(artikel("1", alinea("x")))
    geval = replace(geval, meta=replace(geval.meta, onvolledig=("onderdeel A (geweigerd)",)))
    for naam in ("stop", "akn"):
        inhoud, meldingen = formaat(naam).schrijf(geval, Uitgave())
        assert (inhoud, [m.code for m in meldingen]) == (None, ["E609"])
    html, _ = formaat("html").schrijf(geval, Uitgave())
    assert html is not None
    assert b"deze tekst is onvolledig" in html


def test_een_levering_vraagt_een_versie() -> None:
    inhoud, meldingen = formaat("stop-levering").schrijf(regeling(artikel("1", alinea("x"))), Uitgave())
    assert (inhoud, [m.code for m in meldingen]) == (None, ["E603"])


def test_onbekende_code_van_de_overheid_is_een_waarschuwing() -> None:
    geval = regeling(artikel("1", alinea("x")))
    geval = replace(geval, meta=replace(geval.meta, autoriteit="xx0000"))
    inhoud, meldingen = formaat("akn").schrijf(geval, Uitgave())
    assert inhoud is not None
    assert [m.code for m in meldingen if m.code == "W605"] == ["W605"]


def test_docx_zonder_uitbreiding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "amend.write.docx_regeling", raising=False)
    inhoud, meldingen = formaat("docx").schrijf(regeling(artikel("1", alinea("x"))), Uitgave())
    assert (inhoud, [m.code for m in meldingen]) == (None, ["E608"])
    assert meldingen[0].hulp == "Installeer haar: pip install 'amend[docx]'."


@pytest.mark.parametrize("data", [b"", b"{}", b'{"formaat": "amend-regeling", "versie": 2}', b"[1"])
def test_andere_json_is_geen_regeling(data: bytes) -> None:
    gelezen, meldingen = lees_json(data)
    assert gelezen is None
    assert meldingen[0].code == "E171"
