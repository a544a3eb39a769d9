"""What amend writes above a text is known when it is read back: never a provision, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from amend import pipeline
from amend.model.regeling import OverzichtRegel, Regeling
from amend.model.tree import platte_tekst
from amend.model.versiekop import VersieKop
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.write.formaten import formaat
from amend.write.uitgave import Uitgave

FICTIEF = """Verordening van de raad van Verzonnendam houdende regels over de kade (Kadeverordening)
De raad van de gemeente Verzonnendam;
besluit vast te stellen de volgende verordening:

Hoofdstuk 1 Algemeen

Artikel 1 Begrippen
In deze verordening wordt verstaan onder:
a. kade: oever waaraan schepen liggen;
b. schip: vaartuig.

Artikel 2 Ligplaats
1. Het is verboden zonder vergunning een schip aan de kade te leggen.
2. Het college kan de vergunning weigeren.
"""
KOP = VersieKop(
    titel="Kadeverordening",
    geldig_van=date(2024, 1, 1),
    terugwerkend_vanaf=date(2023, 12, 1),
    geldig_op=date(2024, 2, 1),
    bekend_op=date(2024, 3, 1),
    besluiten=("kade-w1", "kade-w2"),
    waarschuwingen=("De bijlage is niet beschikbaar.",),
    weergave="Geldend op 1 februari 2024, zoals bekend op 1 maart 2024",
    koop="Geldend van 01-01-2024 t/m heden",
)


def bron() -> Regeling:
    regeling, _ = lees_regeling_tekst(FICTIEF, "kade")
    assert regeling is not None
    return regeling


def terug(naam: str, regeling: Regeling, kop: VersieKop | None) -> Regeling:
    inhoud, _ = formaat(naam).schrijf(regeling, Uitgave(kop=kop))
    assert inhoud is not None
    bestand, meldingen = pipeline.open_bytes(inhoud)
    assert bestand is not None, meldingen
    gelezen, meldingen = pipeline.lees_regeling(bestand, "kade")
    assert gelezen is not None, meldingen
    return gelezen


@pytest.mark.parametrize("naam", ["tekst", "docx", "cvdr"])
@pytest.mark.parametrize("kop", [None, KOP], ids=["zonder kop", "met kop"])
def test_eigen_uitvoer_is_dezelfde_regeling(naam: str, kop: VersieKop | None) -> None:
    gelezen = terug(naam, bron(), kop)
    assert gelezen.root == bron().root
    if kop is not None and naam != "cvdr":
        assert gelezen.meta.opmerkingen == kop.waarschuwingen
        assert ("versiekop", "Verwerkte besluiten: kade-w1; kade-w2") in gelezen.meta.overig


@pytest.mark.parametrize("naam", ["tekst", "docx", "cvdr"])
def test_een_onvolledige_tekst_blijft_onvolledig(naam: str) -> None:
    redenen = ("onderdeel A (geweigerd)", "onderdeel B (wacht)")
    half = Regeling(replace(bron().meta, onvolledig=redenen), bron().root)
    gelezen = terug(naam, half, KOP)
    assert gelezen.meta.onvolledig == redenen
    assert gelezen.root == bron().root


def test_een_titel_als_opschrift_wordt_geen_aanhef() -> None:
    regeling, _ = lees_regeling_tekst(FICTIEF.replace(" (Kadeverordening)", ""), "kade")
    assert regeling is not None
    assert terug("tekst", regeling, None).root == regeling.root


def test_het_overzicht_in_cvdr_wordt_geen_opmerking() -> None:
    rijen = (
        OverzichtRegel(date(2022, 1, 1), betreft="nieuwe regeling", bron="gmb-2021-1"),
        OverzichtRegel(date(2024, 1, 1), date(2023, 1, 1), None, "art. 1; bijlage 2", date(2023, 12, 1), kenmerk="7"),
    )
    vol = Regeling(replace(bron().meta, overzicht=rijen, opmerkingen=("Een opmerking.",)), bron().root)
    meta = terug("cvdr", vol, None).meta
    assert meta.overzicht == rijen
    assert meta.opmerkingen == ("Een opmerking.",)


def test_een_gewone_regel_met_zo_n_woord_blijft_tekst() -> None:
    regeling, _ = lees_regeling_tekst(
        FICTIEF.replace("De raad van de gemeente", "Geldig: de raad van de gemeente"), "k"
    )
    assert regeling is not None
    assert "Geldig: de raad" in "".join(platte_tekst(n.tekst) for n in regeling.root.kinderen[0].kinderen)
