"""The schemas: what the store writes is valid, what it does not write is not, and both schemas say the same of text."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from amend.model.besluit import Besluit
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Node, Run, Soort
from amend.read.schema import valideer
from amend.write.besluit_xml import schrijf_besluit_xml
from amend.write.cvdr import schrijf_cvdr
from tests.xml.net import nette_besluiten, nette_regelingen

_rustig = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
WORTEL = Path(__file__).resolve().parents[2]
OPGESLAGEN = sorted(WORTEL.glob("regelingen/*/regeling.xml")) + sorted(WORTEL.glob("wijzigingen/*/besluit.xml"))


@_rustig
@given(nette_regelingen())
def test_geschreven_regeling_is_geldig(regeling: Regeling) -> None:
    assert valideer(schrijf_cvdr(regeling), "regeling") == ()


@_rustig
@given(nette_besluiten)
def test_geschreven_besluit_is_geldig(besluit: Besluit) -> None:
    assert valideer(schrijf_besluit_xml(besluit), "besluit") == ()


@pytest.mark.skipif(not OPGESLAGEN, reason="de werkmap is leeg")
def test_de_werkmap_is_geldig() -> None:
    for pad in OPGESLAGEN:
        soort = "regeling" if pad.name == "regeling.xml" else "besluit"
        assert valideer(pad.read_bytes(), soort) == (), pad  # type: ignore[arg-type]


def voorbeeld() -> bytes:
    artikel = Node(
        Soort.ARTIKEL,
        wid="gm0_1__art_1",
        label="Artikel",
        aanduiding="1",
        nummer="1",
        kinderen=(Node(Soort.LID, wid="gm0_1__art_1__para_1", nummer="1", aanduiding="1.", kinderen=(_al("Tekst."),)),),
    )
    return schrijf_cvdr(Regeling(RegelingMeta(id="r", titel="R"), Node(Soort.REGELING, kinderen=(artikel,))))


def _al(tekst: str) -> Node:
    return Node(Soort.AL, tekst=(Run(tekst),))


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel"),
    [
        ("<lidnr>", "<li.nr>", 27),
        ("<al>Tekst.</al>", "<artikel/>", 28),
        ("<al>Tekst.</al>", "<al><lid/></al>", 28),
        ("<al>Tekst.</al>", "Losse tekst", 26),
        ('amend:wid="gm0_1__art_1"', 'amend:vreemd="x"', 21),
        ('amend:wid="gm0_1__art_1"', 'amend:status="weg"', 21),
        ("<amend:fictief>nee", "<amend:fictief>misschien", 14),
        ("<dcterms:language>nl", "<dcterms:language>fr", 7),
        ("<dcterms:title>R</dcterms:title>", "", 4),
    ],
)
def test_fout_bestand(oud: str, nieuw: str, regel: int) -> None:
    data = voorbeeld().decode()
    assert valideer(data.encode(), "regeling") == ()
    kapot = data.replace(oud, nieuw, 1).replace("</lidnr>", "</li.nr>" if "li.nr" in nieuw else "</lidnr>")
    assert kapot != data
    meldingen = valideer(kapot.encode(), "regeling")
    assert meldingen
    assert all(m.code == "E170" and m.tekst.endswith(".") for m in meldingen)
    assert min(m.plek.regel for m in meldingen if m.plek) <= regel + 1


def test_gewone_cvdr_is_niet_de_vorm_van_de_werkmap() -> None:
    data = b'<cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/"/>'
    (melding,) = valideer(data, "regeling")
    assert melding.tekst == "Het bestand is niet van de vorm waarin amend bewaart: het kenmerk amend:opslag ontbreekt."
    assert valideer(voorbeeld(), "besluit")


def test_beide_schemas_zeggen_hetzelfde_over_tekst() -> None:
    def bepalingen(soort: str) -> dict[str, bytes]:
        root = etree.fromstring(files("amend").joinpath("schemas", f"{soort}.rng").read_bytes())
        kaal = "{http://relaxng.org/ns/structure/1.0}define"
        return {
            str(d.get("name")): b" ".join(etree.tostring(k, method="c14n", exclusive=True) for k in d)
            for d in root.iter(kaal)
        }

    regeling, besluit = bepalingen("regeling"), bepalingen("besluit")
    gedeeld = set(regeling) & set(besluit)
    assert {"al", "inline", "lijst", "tabel", "artikel", "vrij", "lijnen"} <= gedeeld
    assert {naam for naam in gedeeld if regeling[naam] != besluit[naam]} == set()
