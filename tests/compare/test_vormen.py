"""Single kinds of change, each on a small regulation written for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amend.compare.vergelijk import vergelijk
from amend.compare.wijziging import Gewicht, Vergelijking, Wijzigsoort
from amend.compare.woorden import segmenten, tokens, woordparen
from amend.model.identity import geef_wids
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Mark, Node, Run, Soort, Status, alinea, runs


def artikel(nummer: str, *inhoud: Node | str, kop: str = "") -> Node:
    kinderen = tuple(alinea(deel) if isinstance(deel, str) else deel for deel in inhoud)
    return Node(
        Soort.ARTIKEL, nummer=nummer, label="Artikel", aanduiding=nummer, opschrift=runs(kop), kinderen=kinderen
    )


def lid(nummer: str, *inhoud: Node | str) -> Node:
    kinderen = tuple(alinea(deel) if isinstance(deel, str) else deel for deel in inhoud)
    return Node(Soort.LID, nummer=nummer, aanduiding=f"{nummer}.", kinderen=kinderen)


def lijst(**items: str) -> Node:
    kinderen = (Node(Soort.ONDERDEEL, nummer=n, aanduiding=f"{n}.", kinderen=(alinea(t),)) for n, t in items.items())
    return Node(Soort.LIJST, kinderen=tuple(kinderen))


def hoofdstuk(nummer: str, kop: str, *kinderen: Node) -> Node:
    return Node(
        Soort.HOOFDSTUK, nummer=nummer, label="Hoofdstuk", aanduiding=nummer, opschrift=runs(kop), kinderen=kinderen
    )


def regeling(*kinderen: Node, titel: str = "Proef") -> Regeling:
    root = geef_wids(Node(Soort.REGELING, kinderen=kinderen), "xx0000_1")
    return Regeling(RegelingMeta(id="proef", titel=titel), root)


def verschil(oud: Regeling, nieuw: Regeling) -> tuple[Vergelijking, list[tuple[str, str | None, str | None]]]:
    uit = vergelijk(oud, nieuw)
    assert uit.controle.goed
    return uit, [(w.soort.value, w.plaats_oud, w.plaats_nieuw) for w in uit.wijzigingen]


A = "Het college stelt nadere regels over de wijze van indienen van de aanvraag."
B = "De aanvrager ontvangt binnen acht weken een besluit op zijn aanvraag."
C = "De burgemeester houdt toezicht op de naleving van deze verordening."
D = "Deze verordening treedt in werking op de dag na die van bekendmaking."


def test_verplaatst_en_bewerkt_blijft_een_paar() -> None:
    oud = regeling(
        hoofdstuk("1", "Een", artikel("1", A), artikel("2", lid("1", B), lid("2", C))),
        hoofdstuk("2", "Twee", artikel("3", D)),
    )
    bewerkt = artikel("2", lid("1", B.replace("acht", "tien")), lid("2", C))
    nieuw = regeling(hoofdstuk("1", "Een", artikel("1", A)), hoofdstuk("2", "Twee", artikel("3", D), bewerkt))
    _, gevonden = verschil(oud, nieuw)
    assert gevonden == [
        ("verplaatst", "hoofdstuk 1/artikel 2", "hoofdstuk 2/artikel 2"),
        ("tekst", "artikel 2/lid 1", "artikel 2/lid 1"),
    ]


def test_gesplitst_en_samengevoegd_lid() -> None:
    heel = artikel("1", lid("1", A), lid("2", f"{B} {C}"), lid("3", D))
    delen = artikel("1", lid("1", A), lid("2", B), lid("3", C), lid("4", D))
    _, heen = verschil(regeling(heel), regeling(delen))
    assert heen == [
        ("gesplitst", "artikel 1/lid 2", "artikel 1/lid 2..3"),
        ("vernummerd", "artikel 1/lid 3", "artikel 1/lid 4"),
    ]
    _, terug = verschil(regeling(delen), regeling(heel))
    assert terug == [
        ("samengevoegd", "artikel 1/lid 2..3", "artikel 1/lid 2"),
        ("vernummerd", "artikel 1/lid 4", "artikel 1/lid 3"),
    ]


def test_drie_delen_en_een_woord_anders() -> None:
    heel = artikel("1", lid("1", f"{A} {B} {C}"))
    delen = artikel("1", lid("1", A), lid("2", B.replace("acht", "zes")), lid("3", C))
    uit, gevonden = verschil(regeling(heel), regeling(delen))
    assert gevonden == [("gesplitst", "artikel 1/lid 1", "artikel 1/lid 1..3")]
    assert uit.wijzigingen[0].woorden == (("acht", "zes"),)
    assert uit.wijzigingen[0].gewicht is Gewicht.INHOUDELIJK


def test_onderdelen_verletterd_door_invoeging() -> None:
    oud = regeling(artikel("1", A, lijst(a="de naam;", b="het adres;", c="de datum.")))
    nieuw = regeling(
        artikel("1", A, lijst(a="de naam;", b="het nummer van de vergunning;", c="het adres;", d="de datum."))
    )
    uit, gevonden = verschil(oud, nieuw)
    assert gevonden == [
        ("ingevoegd", None, "artikel 1/onderdeel b"),
        ("vernummerd", "artikel 1/onderdeel b", "artikel 1/onderdeel c"),
        ("vernummerd", "artikel 1/onderdeel c", "artikel 1/onderdeel d"),
    ]
    assert {w.reeks for w in uit.wijzigingen[1:]} == {"reeks-1"}


def test_opschrift_status_en_metadata() -> None:
    oud = regeling(artikel("1", A, kop="Regels"), artikel("2", B))
    basis = oud.root.kinderen
    vervallen = replace(basis[1], status=Status.VERVALLEN, kinderen=())
    root = replace(oud.root, kinderen=(replace(basis[0], opschrift=runs("Nadere regels")), vervallen))
    uit, gevonden = verschil(oud, Regeling(replace(oud.meta, titel="Proef II"), root))
    assert gevonden == [
        ("opschrift", "artikel 1", "artikel 1"),
        ("status", "artikel 2", "artikel 2"),
        ("metadata", None, None),
    ]
    assert uit.wijzigingen[2].veld == "titel"


def test_tabelcel() -> None:
    def tabel(bedrag: str) -> Node:
        rijen = (("Leges", "Bedrag"), ("Paspoort", bedrag))
        return Node(
            Soort.TABEL,
            kinderen=tuple(
                Node(Soort.RIJ, kinderen=tuple(Node(Soort.CEL, kinderen=(alinea(t),)) for t in rij)) for rij in rijen
            ),
        )

    uit, gevonden = verschil(
        regeling(artikel("1", A, tabel("€ 50,25"))), regeling(artikel("1", A, tabel("€ 1.050,30")))
    )
    assert gevonden == [("tabel", "artikel 1/tabel/rij 2/kolom 2", "artikel 1/tabel/rij 2/kolom 2")]
    assert uit.wijzigingen[0].woorden == (("€ 50,25", "€ 1.050,30"),)
    assert (uit.wijzigingen[0].gewicht, uit.wijzigingen[0].grond) == (Gewicht.INHOUDELIJK, "bedrag")


def test_tekst_wordt_eerste_lid() -> None:
    _, gevonden = verschil(regeling(artikel("1", A)), regeling(artikel("1", lid("1", A), lid("2", B))))
    assert gevonden == [("vernummerd", "artikel 1", "artikel 1/lid 1"), ("ingevoegd", None, "artikel 1/lid 2")]


def test_nieuw_hoofdstuk_om_artikelen_is_een_wijziging() -> None:
    oud = regeling(artikel("1", A), artikel("2", B), artikel("3", C))
    nieuw = regeling(hoofdstuk("1", "Algemeen", artikel("1", A), artikel("2", B)), artikel("3", C))
    assert verschil(oud, nieuw)[1] == [("ingevoegd", None, "hoofdstuk 1")]
    assert verschil(nieuw, oud)[1] == [("verwijderd", "hoofdstuk 1", None)]


def test_alleen_opmaak() -> None:
    oud = regeling(artikel("1", A))
    vet = Node(Soort.AL, tekst=(Run(A[:10], (Mark("vet"),)), Run(A[10:])))
    uit, gevonden = verschil(oud, regeling(artikel("1", vet)))
    assert gevonden == [("tekst", "artikel 1", "artikel 1")]
    assert (uit.wijzigingen[0].gewicht, uit.wijzigingen[0].grond) == (Gewicht.REDACTIONEEL, "opmaak")


@pytest.mark.parametrize(
    ("oud", "nieuw", "paren"),
    [
        ("Het tarief is € 50,25 per dag.", "Het tarief is € 50,75 per dag.", [("€ 50,25", "€ 50,75")]),
        ("artikel 2:10a geldt", "artikel 2:10b geldt", [("2:10a", "2:10b")]),
        ("op 1 januari 2023 geldt", "op 1 januari 2024 geldt", [("1 januari 2023", "1 januari 2024")]),
        ("de op- en afbouw van", "de op- en uitbouw van", [("afbouw", "uitbouw")]),
        ("ten hoogste 10% korting", "ten hoogste 12,5% korting", [("10%", "12,5%")]),
        ("Het college kan regels stellen.", "Het college stelt regels.", [("kan", "stelt"), ("stellen", "")]),
        ("De raad is bevoegd.", "De raad is bevoegd.", []),
    ],
)
def test_woorden_nooit_half(oud: str, nieuw: str, paren: list[tuple[str, str]]) -> None:
    assert list(woordparen(segmenten(runs(oud), runs(nieuw)))) == paren
    assert "".join(tokens(oud)) == oud


@pytest.mark.parametrize(
    ("oud", "nieuw", "gewicht", "grond"),
    [
        ("Het college kan regels stellen.", "Het college moet regels stellen.", "inhoudelijk", "normwoord"),
        ("De aanvraag is geldig.", "De aanvraag is niet geldig.", "inhoudelijk", "normwoord"),
        ("binnen acht weken beslist", "binnen acht dagen beslist", "inhoudelijk", "termijn"),
        ("Het college beslist hierover.", "De raad beslist hierover.", "inhoudelijk", "bevoegd orgaan"),
        ("geldt op 1 januari 2023 voor allen", "geldt op 1 juli 2023 voor allen", "inhoudelijk", "datum"),
        (
            "bedoeld in artikel 13, eerste lid, geldt",
            "bedoeld in artikel 14, eerste lid, geldt",
            "redactioneel",
            "verwijzing",
        ),
        ("het tweede lid is van toepassing", "het derde lid is van toepassing", "redactioneel", "verwijzing"),
        ("de naam, het adres en de datum", "de naam het adres en de datum", "redactioneel", "leesteken"),
        ("het Dagelijks bestuur vergadert vaak", "het dagelijks bestuur vergadert vaak", "redactioneel", "hoofdletter"),
        ("de coordinatie van het werk", "de coördinatie van het werk", "redactioneel", "spelling"),
        ("de pannekoek is op tijd klaar", "de pannenkoek is op tijd klaar", "redactioneel", "spelling"),
        ("het bedrag is 100 punten hoog", "het bedrag is 150 punten hoog", "inhoudelijk", "overig"),
    ],
)
def test_gewicht(oud: str, nieuw: str, gewicht: str, grond: str) -> None:
    uit, _ = verschil(regeling(artikel("1", oud)), regeling(artikel("1", nieuw)))
    (w,) = uit.wijzigingen
    assert (w.soort, w.gewicht.value, w.grond) == (Wijzigsoort.TEKST, gewicht, grond)
