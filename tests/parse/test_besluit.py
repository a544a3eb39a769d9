"""Whole decisions: how new text is spread over a place in two parts, and clauses that are not understood."""

from __future__ import annotations

import pytest

from amend.model.operations import Vervang
from amend.model.stap import OntleedBesluit
from amend.model.tree import platte_tekst
from amend.parse import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst

_BESLUIT = """Besluit tot wijziging van de Verordening Proef

De raad van de gemeente Waterdam;

besluit:

Artikel I

De Verordening Proef wordt als volgt gewijzigd:

{opdracht}

Artikel II

{slot}
"""
_DATUM = "Dit besluit treedt in werking op 1 januari 2026."


def _ontleed(opdracht: str = "A. Artikel 2 vervalt.", slot: str = _DATUM) -> OntleedBesluit:
    tekst = _BESLUIT.format(opdracht=opdracht, slot=slot)
    besluit, _ = lees_besluit_tekst(tekst, "proef")
    assert besluit is not None
    return ontleed_besluit(besluit)


def test_aanhef_en_onderdeel_krijgen_elk_hun_tekst() -> None:
    """The text of the lid goes to the aanhef, the item to the item."""
    nieuw = "Artikel 2:10, tweede lid, aanhef en onderdeel a, komt te luiden:\n\n2. Geweigerd wordt:\na. het eerste;"
    delen = [op for stap in _ontleed(nieuw).stappen for op in stap.bewerkingen if isinstance(op, Vervang)]
    assert [str(op.doel[0]) for op in delen] == ["artikel 2:10/lid 2/aanhef", "artikel 2:10/lid 2/onderdeel a"]
    assert platte_tekst(delen[0].inhoud[0].tekst) == "Geweigerd wordt:"
    assert [node.nummer for node in delen[1].inhoud] == ["a"]


@pytest.mark.parametrize(
    ("slot", "code", "tekst"),
    [
        ("Dit besluit treedt in werking op 31 februari 2026.", "E209", "De dag “31 februari 2026” bestaat niet."),
        ("Dit besluit treedt in werking zodra de maan vol is.", "E", 'Niet begrepen: "Dit besluit treedt in werking'),
        ("Dit besluit gaat in op het goede moment.", "E", 'Niet begrepen: "Dit besluit gaat in op het goede moment.".'),
        ("Dit besluit treedt onmiddellijk in werking.", "Q214", "Inwerkingtreding ligt na de bekendmaking"),
        (
            "Dit besluit wordt geacht in werking te zijn getreden met ingang van 1 januari 2025.",
            "Q213",
            "“Wordt geacht in werking te zijn getreden” is uitgesloten (aanwijzing 5.63).",
        ),
    ],
)
def test_onbegrepen_slotbepaling_blijft_niet_stil(slot: str, code: str, tekst: str) -> None:
    """The finding stands with the decision and names the sentence or the day."""
    meldingen = _ontleed(slot=slot).meldingen
    assert any(m.code.startswith(code) and tekst in m.tekst for m in meldingen), meldingen


def test_een_opdracht_na_de_ondertekening_is_een_fout_ook_zonder_label() -> None:
    tekst = (
        "Artikel I\n\nDe Testverordening (fictief) wordt als volgt gewijzigd:\n\nA\n\nArtikel 1 vervalt.\n\n"
        "Aldus vastgesteld op 3 maart 2024.\n\nDe griffier,\n\nArtikel 3 komt te vervallen.\n"
    )
    besluit, meldingen = lees_besluit_tekst(tekst, "t")
    assert besluit is not None
    assert [m.code for m in meldingen if m.blokkeert] == ["E135"]
    ontleed = ontleed_besluit(besluit)
    assert ("E207", 'Deze tekst hoort bij geen opdracht: "Artikel 3 komt te vervallen.".') in [
        (m.code, m.tekst) for m in ontleed.meldingen
    ]
