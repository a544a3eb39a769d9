"""Every finding code of the parser is provoked, and long or strange input stays fast and is refused."""

from __future__ import annotations

import time

import pytest

from amend.model.address import Plaats
from amend.model.besluit import Besluit, BesluitArtikel, BesluitMeta, Instructie, WijzigArtikel, Zin
from amend.model.stap import OntleedBesluit, Woordsoort
from amend.model.tree import Node, Soort, alinea, runs
from amend.parse import codes
from amend.parse.besluit import ontleed_besluit
from amend.parse.zin import ontleed_zin

_ZINNEN = {
    "E200": "Artikel 5 wordt herschreven.",
    "E201": "Artikel 4 wordt vernummerd.",
    "E202": "Artikel 4 vervalt. " * 2000,
    "E208": "De artikelen 3 en 4 worden vernummerd tot 5.",
    "Q211": "Onder vernummering van het tweede tot het vijfde lid wordt een lid toegevoegd, luidende:",
    "Q212": "Dit besluit vervalt op 31 december 2026.",
    "Q213": "Dit besluit wordt geacht in werking te zijn getreden met ingang van 1 januari 2020.",
    "Q214": "Dit besluit treedt onmiddellijk in werking.",
    "Q215": "Dit besluit werkt terug tot en met 1 januari 2024, met uitzondering van artikel I, onderdeel B, "
    "voor zover het betreft het tweede lid.",
    "Q219": "Dit besluit treedt in werking op de dag na de bekendmaking en werkt terug tot en met "
    "de dagtekening van dit besluit.",
    "W220": "Artikel 10 tot en met 13 vervallen.",
    "W221": "Artikel 23, lid 1 komt te luiden:",
    "W222": "Na artikel 9 wordt een artikel ingevoegd.",
    "W223": "Artikel 11 wordt geschrapt.",
    "W224": "Na artikel 6 wordt een artikel toegevoegd, luidende:",
    "W225": "Artikel 5 wordt vervangen door “Artikel 5. Nieuw”.",
    "W226": "Dit besluit treedt in werking op de dag na de bekendmaking en werkt terug tot 1 januari 2023.",
    "W227": "Artikel 12 komt te luiden.",
    "W228": "De artikelen 3 tôt en met 5 vervallen.",
    "W229": "In artikel 3 wordt ‘oude woorden vervangen door ‘nieuwe woorden’.",
    "E236": "In artikel 3 wordt “oude woorden” vervangen door “nieuwe woorden.",
    "W230": "In artikel 3 wordt € 50 vervangen door € 60.",
    "W233": "Deze verordening treedt met terugwerkende kracht in werking per 1 januari 2023.",
    "W234": "Dit besluit treedt in werking met ingang van 1 januari 2024 en vervalt met ingang van 1 januari 2026.",
    "W235": "Artikel 2 ‘Plafond’ van de Subsidieregeling X vervalt.",
}


@pytest.mark.parametrize("code", sorted(_ZINNEN))
def test_code_van_een_zin(code: str) -> None:
    assert code in {melding.code for melding in ontleed_zin(_ZINNEN[code]).meldingen}


def _artikel(nummer: str, *leden: str) -> Node:
    return Node(Soort.ARTIKEL, nummer=nummer, label="Artikel", aanduiding=nummer, kinderen=tuple(map(alinea, leden)))


def _besluit(
    zin: str, *payload: Node, slot: str = "Dit besluit treedt in werking op 1 januari 2024."
) -> OntleedBesluit:
    instructie = Instructie(Zin.van(zin, 3, 4), "A.", "A", payload)
    wijzig = WijzigArtikel(
        "Artikel", "I", "I", runs("Wijziging van de Verordening X"), instructies=(instructie,), regel=2
    )
    return ontleed_besluit(Besluit(BesluitMeta(), artikelen=(wijzig, BesluitArtikel(_artikel("II", slot), 9))))


def _codes(ontleed: OntleedBesluit) -> set[str]:
    gevonden = [melding for stap in ontleed.stappen for melding in stap.meldingen]
    return {melding.code for melding in (*gevonden, *ontleed.meldingen)}


@pytest.mark.parametrize(
    ("code", "zin", "payload"),
    [
        ("E203", "Na artikel 9 worden twee artikelen ingevoegd, luidende:", (_artikel("9a", "Tekst."),)),
        ("E204", "Artikel 8 komt te luiden:", (_artikel("9", "Tekst."),)),
        ("E205", "Artikel 8 komt te luiden:", ()),
        ("E206", "Artikel 8 vervalt.", (_artikel("8", "Tekst."),)),
        ("W231", "Artikel 8A komt te luiden:", (_artikel("8a", "Tekst."),)),
        ("W232", "Artikel 8, tweede lid, komt te luiden:", (alinea("Nieuwe tekst."),)),
        ("N242", "Artikel 8 vervalt.", ()),
    ],
)
def test_code_van_een_besluit(code: str, zin: str, payload: tuple[Node, ...]) -> None:
    assert code in _codes(_besluit(zin, *payload))


def test_slotartikelen() -> None:
    assert "N241" in _codes(_besluit("Artikel 8 vervalt.", slot="Dit besluit wordt aangehaald als: Besluit Y."))
    assert "N240" in _codes(
        _besluit("Artikel 8 vervalt.", slot="Op oude aanvragen blijft de verordening van toepassing.")
    )
    assert "E201" in _codes(_besluit("Artikel 8 vervalt.", slot="Dit besluit treedt ergens in werking."))


def test_payload_zonder_instructie() -> None:
    los = Instructie(None, "B.", "B", (_artikel("3", "Tekst."),))
    ontleed = ontleed_besluit(
        Besluit(BesluitMeta(), artikelen=(WijzigArtikel("Artikel", "I", "I", instructies=(los,)),))
    )
    assert "E207" in _codes(ontleed)
    assert dict(ontleed.woorden)[Woordsoort.ONVERKLAARD] > 0


def test_meerduidig() -> None:
    """Two readings that do different things give a question with both, and no operation."""
    ontleding = ontleed_zin('Artikel 3 "a" vervalt.')
    assert not ontleding.operaties
    (melding,) = ontleding.meldingen
    assert melding.code == codes.MEERDUIDIG.code
    assert "(1)" in melding.tekst
    assert "(2)" in melding.tekst


def test_besluit_draagt_plaats_en_inhoud() -> None:
    ontleed = _besluit("Artikel 8 wordt herschreven.")
    (stap,) = ontleed.stappen
    assert stap.bewerkingen == ()
    plek = stap.meldingen[0].plek
    assert plek is not None
    assert (plek.regel, plek.kolom) == (3, 20)
    assert stap.regeling == "Verordening X"


def test_context_en_geneste_delen() -> None:
    delen = (Instructie(Zin.van("In het derde lid wordt «a» vervangen door «b»."), "1.", "1"),)
    kader = Instructie(Zin.van("Artikel 8 wordt als volgt gewijzigd:"), "A.", "A", (), delen)
    wijzig = WijzigArtikel(
        "Artikel", "I", "I", zin=Zin.van("De Verordening X wordt als volgt gewijzigd:"), instructies=(kader,)
    )
    stappen = ontleed_besluit(Besluit(BesluitMeta(), artikelen=(wijzig,))).stappen
    assert [stap.naam for stap in stappen] == ["I", "A", "A.1"]
    assert stappen[-1].bewerkingen[0].doel == (Plaats.lees("artikel 8/lid 3"),)  # type: ignore[union-attr]
    assert stappen[-1].regeling == "Verordening X"


@pytest.mark.parametrize(
    "zin",
    [
        " en ".join(f"artikel {n}" for n in range(1, 60)) + " vervallen.",
        "In artikel 3 vervallen " + ", ".join(f'"w{n}"' for n in range(80)) + ' en "x".',
        'In artikel 3 wordt "a" vervangen door "b"' + "".join(f', "c{n}" door "d{n}"' for n in range(30)) + ".",
        "en " * 300,
        '"' * 5000,
        "De " + "Wet van de " * 300 + "X wordt als volgt gewijzigd:",
    ],
    ids=["artikelen", "citaten", "paren", "voegwoorden", "aanhalingstekens", "naam"],
)
def test_lange_zin_blijft_snel(zin: str) -> None:
    begin = time.process_time()
    ontleed_zin(zin)
    assert time.process_time() - begin < 10
