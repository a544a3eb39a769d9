# ruff: noqa: E501 - XML as it is delivered
"""BWB toestanden: an own small one; the official ones are in test_voorbeelden."""

from __future__ import annotations

from datetime import date

from amend.model.tree import Soort, Status, loop, platte_tekst
from amend.read.bwb import lees_bwb, lees_effecten
from amend.read.cvdr import lees_cvdr
from amend.write.bwb import schrijf_bwb
from amend.write.cvdr import schrijf_cvdr

FICTIEF = """<?xml version="1.0" encoding="UTF-8"?>
<!-- fictief -->
<toestand bwb-id="BWBR9999999" inwerkingtreding="2024-01-01"><bwb-inputbestand>x</bwb-inputbestand>
<wetgeving soort="wet" stam-id="1"><intitule stam-id="2" effect="nieuwe-regeling" ondertekening_bron="2020-03-01">Fictieve wet
<meta-data><brondata>vast</brondata></meta-data></intitule><citeertitel stam-id="3">Wet fictie</citeertitel>
<wet-besluit><aanhef><wij>Wij,</wij><considerans><considerans.al>Alzo;</considerans.al></considerans></aanhef><wettekst>
<artikel stam-id="10" bron="Stb.2023-1" effect="wijziging" inwerking="2024-01-01" status="goed"><kop><label>Artikel</label>
<nr status="officieel">1</nr><subtitel>(kort)</subtitel></kop><lid label-id="10L1"><lidnr status="officieel">1</lidnr><al>Een.</al>
<meta-data><jcis><jci verwijzing="jci1.3:c:BWBR9999999&amp;artikel=1"/></jcis></meta-data></lid>
<meta-data><brondata><terugwerkende-kracht-data><terugwerkende-kracht terugwerking="2023-07-01"><gegenereerde-tekst>Eén.</gegenereerde-tekst>
</terugwerkende-kracht></terugwerkende-kracht-data></brondata></meta-data></artikel>
<artikel stam-id="11" effect="vervallen" status="vervallen"><kop><label>Artikel</label><nr>2</nr></kop>
<al><redactie type="vervanging">Vervallen</redactie></al></artikel>
<artikel stam-id="12"><kop><nr>3</nr></kop><definitielijst><definitie-item><li.nr>a.</li.nr><term>fiets</term>
<definitie><al>: rijwiel</al></definitie></definitie-item></definitielijst></artikel></wettekst>
<wetsluiting><slotformulering><al>Lasten.</al></slotformulering><ondertekening>De <functie>minister</functie>,
<naam><achternaam>J.</achternaam></naam></ondertekening></wetsluiting></wet-besluit></wetgeving></toestand>"""


def test_bron_effect_en_datums_per_element() -> None:
    regeling, meldingen = lees_bwb(FICTIEF.encode())
    assert regeling is not None
    assert meldingen == ()
    meta = regeling.meta
    assert (meta.id, meta.titel, meta.citeertitel) == ("BWBR9999999", "Fictieve wet", "Wet fictie")
    assert (meta.inwerkingtreding, meta.vastgesteld) == (date(2024, 1, 1), date(2020, 3, 1))
    effecten = lees_effecten(regeling)
    assert effecten["bwbr9999999_stam__10"]["bron"] == "Stb.2023-1"
    assert {wid: e.get("effect") for wid, e in effecten.items()} == {
        "bwbr9999999_stam__10": "wijziging",
        "bwbr9999999_stam__11": "vervallen",
        "bwbr9999999_stam__12": None,
    }


def test_terugwerkende_kracht_staat_letterlijk_bij_het_artikel() -> None:
    regeling, _ = lees_bwb(FICTIEF.encode())
    assert regeling is not None
    (artikel, tweede, derde) = [n for _, n in loop(regeling.root) if n.soort is Soort.ARTIKEL]
    assert "<gegenereerde-tekst>Eén.</gegenereerde-tekst>" in (artikel.attribuut("bwb:meta-data") or "")
    assert tweede.status is Status.VERVALLEN
    (begrip,) = derde.kinderen[0].kinderen
    assert (begrip.soort, begrip.nummer, platte_tekst(begrip.kinderen[0].tekst)) == (
        Soort.BEGRIP,
        "a",
        "fiets : rijwiel",
    )


def test_schrijven_en_lezen_geeft_hetzelfde() -> None:
    regeling, _ = lees_bwb(FICTIEF.encode())
    assert regeling is not None
    geschreven = schrijf_bwb(regeling)
    assert lees_bwb(geschreven) == (regeling, ())
    assert '<redactie type="vervanging">Vervallen</redactie>' in geschreven.decode()
    assert '<nr status="officieel">1</nr>' in geschreven.decode()
    assert lees_cvdr(schrijf_cvdr(regeling)) == (regeling, ())


def test_een_ander_bestand_is_geen_toestand() -> None:
    regeling, (melding,) = lees_bwb(b"<wetstechnische-informatie/>")
    assert regeling is None
    assert melding.tekst == "Het bestand begint met <wetstechnische-informatie> en is dus geen BWB-toestand."
