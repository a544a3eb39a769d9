# ruff: noqa: E501 - XML as it is delivered
"""CVDR as really published, in own fictive files: each variant gives the structure that instructions need."""

from __future__ import annotations

import re

import pytest

from amend.apply.uitvoeren import voer_uit
from amend.model.besluit import Zin
from amend.model.operations import Bewerking
from amend.model.regeling import Regeling
from amend.model.stap import Stap
from amend.model.tree import Soort, loop, platte_tekst, zichtbare_tekst
from amend.parse.zin import ontleed_zin
from amend.read.cvdr import lees_cvdr
from amend.read.op_regeling import lees_op_regeling
from amend.write.cvdr import schrijf_cvdr

NS = 'xmlns="http://standaarden.overheid.nl/cvdr/terms/"'


def lees(tekst: str, aanhef: str = "<preambule><al>De raad;</al></preambule>") -> tuple[Regeling, set[str]]:
    data = (
        f"<cvdr {NS}><meta/><body><intitule>Fictieve verordening</intitule><regeling><aanhef>{aanhef}</aanhef>"
        f"<regeling-tekst>{tekst}</regeling-tekst></regeling></body></cvdr>"
    ).encode()
    regeling, meldingen = lees_cvdr(data, "fictief")
    assert regeling is not None
    assert lees_cvdr(schrijf_cvdr(regeling)) == (regeling, ())
    gewoon = schrijf_cvdr(regeling, met_identiteit=False)
    assert _tekens(gewoon) == _tekens(data)
    opnieuw = lees_cvdr(gewoon, "fictief")[0]
    assert opnieuw is not None
    assert opnieuw.root == regeling.root
    return regeling, {m.code for m in meldingen}


def _tekens(data: bytes) -> str:
    """All characters of the text in order, with the numbers of items where a reader sees them."""
    body = data.decode().partition("<body>")[2]
    body = re.sub(r'<li nr="([^"]*)"[^>]*>', r"\1", body)
    return "".join(re.sub(r"<[^>]*>", "", body).split())


def voer(regeling: Regeling, zin: str) -> str:
    """What executing one sentence gives; fails when it is refused."""
    ontleding = ontleed_zin(zin)
    ops = tuple(op for op in ontleding.operaties if isinstance(op, Bewerking))
    uit = voer_uit(regeling.root, (Stap("I", "A", Zin.van(zin), ops, ontleding.meldingen),), "b", "gm_b")
    assert uit.volledig, uit.meldingen
    return zichtbare_tekst(uit.root)


def kop(nr: str) -> str:
    return f"<kop><label>Artikel</label><nr>{nr}</nr></kop>"


LEDEN = {
    "leden met lidnr": "<lid><lidnr>1.</lidnr><al>Een.</al></lid><lid><lidnr>2.</lidnr><al>Twee:</al>"
    '<lijst><li nr="a."><al>kat;</al></li><li nr="b."><al>hond.</al></li></lijst></lid>',
    "vlakke lijst": '<lijst><li nr="1."><al>Een.</al></li><li nr="2."><al>Twee:</al>'
    '<lijst><li nr="a."><al>kat;</al></li><li nr="b."><al>hond.</al></li></lijst></li></lijst>',
    "lijst met zusterlijsten": '<lijst><li nr="1."><al>Een.</al></li></lijst><lijst><li nr="2."><al>Twee:</al></li>'
    '</lijst><lijst><li nr="a."><al>kat;</al></li><li nr="b."><al>hond.</al></li></lijst>',
    "alles in een lijst": '<lijst><li nr="1."><al>Een.</al></li><li nr="2."><al>Twee:</al></li>'
    '<li nr="a."><al>kat;</al></li><li nr="b."><al>hond.</al></li></lijst>',
    "getypte nummers": "<al>1. Een.</al><al>2. Twee:</al><al>a. kat;</al><al>b. hond.</al>",
    "getypt met haakjes": "<al>1) Een.</al><al>2) Twee:</al><al>a) kat;</al><al>b) hond.</al>",
    "nummer zonder punt": '<lijst><li nr="1"><al>Een.</al></li><li nr="2"><al>Twee:</al></li></lijst>'
    '<lijst><li nr="a"><al>kat;</al></li><li nr="b"><al>hond.</al></li></lijst>',
}


@pytest.mark.parametrize("vorm", LEDEN)
def test_tweede_lid_onderdeel_b_bindt(vorm: str) -> None:
    regeling, _ = lees(f"<artikel>{kop('3')}{LEDEN[vorm]}</artikel>")
    tekst = voer(regeling, "In artikel 3, tweede lid, onderdeel b, wordt “hond” vervangen door “paard”.")
    assert "paard." in tekst
    assert "kat;" in tekst
    (artikel,) = [node for _, node in loop(regeling.root) if node.soort is Soort.ARTIKEL]
    assert [kind.soort for kind in artikel.kinderen] == [Soort.LID, Soort.LID]


def test_lid_met_letter_is_een_lid() -> None:
    lijst = "".join(f'<li nr="{nr}."><al>Lid {nr}.</al></li>' for nr in ("1", "1a", "2"))
    regeling, codes = lees(f"<artikel>{kop('1')}<lijst>{lijst}</lijst></artikel>")
    artikel = regeling.root.kinderen[1]
    assert [(lid.soort, lid.nummer) for lid in artikel.kinderen] == [
        (Soort.LID, "1"),
        (Soort.LID, "1a"),
        (Soort.LID, "2"),
    ]
    assert codes == {"W162"}


@pytest.mark.parametrize(
    "inhoud",
    [
        '<al>De raad:</al><lijst><li nr="1."><al>een;</al></li><li nr="2."><al>twee.</al></li></lijst>',
        '<lijst><li nr="1."><al>een;</al></li><li nr="3."><al>drie.</al></li></lijst>',
        "<al>1. Enig lid.</al>",
        "<al>In 2020 gold dit.</al><al>2. Later niet.</al>",
    ],
)
def test_wat_geen_leden_zijn_blijft_wat_het_was(inhoud: str) -> None:
    regeling, _ = lees(f"<artikel>{kop('1')}{inhoud}</artikel>")
    assert not [node for _, node in loop(regeling.root) if node.soort is Soort.LID]


AANHEF = (
    "<preambule><al>De raad;</al><al>besluit:</al><al><vet>Hoofdstuk 1 Algemeen</vet></al>"
    "<al><vet>Artikel 1. Begrippen</vet></al><al>Een fiets is een rijwiel.</al>"
    "<al><vet>B. Overig</vet></al><al><vet>Artikel 2 <cursief>Termijn</cursief></vet></al>"
    "<al>1. De termijn is twee weken.</al><al>2. Er is geen uitstel.</al><al>Aldus vastgesteld op 1 mei 2010.</al>"
    "<al>De griffier,</al></preambule>"
)


def test_alles_in_de_aanhef() -> None:
    regeling, codes = lees("", AANHEF)
    assert codes == {"W169", "W162"}
    assert [kind.soort for kind in regeling.root.kinderen] == [Soort.AANHEF, Soort.HOOFDSTUK, Soort.SLUITING]
    hoofdstuk = regeling.root.kinderen[1]
    assert [(k.soort, k.nummer, platte_tekst(k.opschrift or k.tekst)) for k in hoofdstuk.kinderen] == [
        (Soort.ARTIKEL, "1", "Begrippen"),
        (Soort.TUSSENKOP, "", "B. Overig"),
        (Soort.ARTIKEL, "2", "Termijn"),
    ]
    assert "vier weken" in voer(regeling, "In artikel 2, eerste lid, wordt “twee” vervangen door “vier”.")


def test_vette_koppen_onder_een_hoofdstuk() -> None:
    tekst = (
        "<hoofdstuk><kop><label>1.Parkeren</label></kop><structuurtekst><al><vet>Artikel 1</vet></al><al>Een.</al>"
        "<al><vet>Artikel 2</vet></al><al>Zie artikel 1.</al></structuurtekst></hoofdstuk>"
    )
    regeling, codes = lees(tekst)
    hoofdstuk = regeling.root.kinderen[1]
    assert (hoofdstuk.nummer, platte_tekst(hoofdstuk.opschrift)) == ("1", "Parkeren")
    assert [(k.soort, k.nummer) for k in hoofdstuk.kinderen] == [(Soort.ARTIKEL, "1"), (Soort.ARTIKEL, "2")]
    assert codes == {"N163", "W169"}


def test_een_verwijzing_is_geen_kop() -> None:
    regeling, codes = lees(
        "<structuurtekst><al>Artikel 1 van de wet geldt.</al><al>Artikel 2 niet.</al></structuurtekst>"
    )
    assert not [node for _, node in loop(regeling.root) if node.soort is Soort.ARTIKEL]
    assert codes == {"W166"}


def test_bijlage_toelichting_plaatje_en_geneste_tabel() -> None:
    rij = "<row><entry><al>a</al></entry><entry><al>b</al></entry></row>"
    binnen = f'<table><tgroup cols="2"><tbody>{rij}</tbody></tgroup></table>'
    tekst = (
        f"<artikel>{kop('1')}<al>Zie de bijlage.</al></artikel></regeling-tekst><bijlage><kop><label>Bijlage</label><nr>1</nr>"
        f'<titel>Kaart</titel></kop><al><plaatje><illustratie naam="k.png"/></plaatje></al><table><tgroup cols="1"><tbody><row><entry>{binnen}'
        "</entry></row></tbody></tgroup></table></bijlage><nota-toelichting><al>Toelichting een.</al></nota-toelichting>"
        "<nota-toelichting><al>Toelichting twee.</al></nota-toelichting><regeling-tekst>"
    )
    data = f"<cvdr {NS}><meta/><body><intitule>F</intitule><regeling><regeling-tekst>{tekst}</regeling-tekst></regeling></body></cvdr>"
    data = data.replace("<regeling-tekst></regeling-tekst>", "")
    regeling, meldingen = lees_cvdr(data.encode(), "f")
    assert regeling is not None
    soorten = [kind.soort for kind in regeling.root.kinderen]
    assert soorten == [Soort.ARTIKEL, Soort.BIJLAGE, Soort.TOELICHTING, Soort.TOELICHTING]
    assert len([n for _, n in loop(regeling.root) if n.soort is Soort.TABEL]) == 2
    assert {m.code for m in meldingen} == {"W160"}
    assert lees_cvdr(schrijf_cvdr(regeling)) == (regeling, ())
    assert _tekens(schrijf_cvdr(regeling, met_identiteit=False)) == _tekens(data.encode())


def test_regeling_uit_een_publicatie_met_alles_in_de_aanhef() -> None:
    data = (
        "<officiele-publicatie><metadata/><bladgemeenschappelijkeregeling><kop><titel>Mandaatregeling fictie</titel></kop>"
        "<regeling><aanhef><preambule><al>Het bestuur besluit:</al><al><nadruk type='vet'>Artikel 1. Wie</nadruk></al><al>Jan.</al>"
        "<al><nadruk type='vet'>Artikel 2. Wat</nadruk></al><al>Alles.</al></preambule></aanhef><regeling-tekst/></regeling>"
        "</bladgemeenschappelijkeregeling></officiele-publicatie>"
    )
    regeling, meldingen = lees_op_regeling(data.encode(), "m")
    assert regeling is not None
    assert regeling.meta.titel == "Mandaatregeling fictie"
    assert {m.code for m in meldingen} == {"W169"}
    assert "Piet." in voer(regeling, "In artikel 1 wordt “Jan” vervangen door “Piet”.")
    assert [node.nummer for _, node in loop(regeling.root) if node.soort is Soort.ARTIKEL] == ["1", "2"]
