"""Small fictive texts for the shapes of regulations and decisions that the seeds do not show."""

from __future__ import annotations

import pytest

from amend.model.besluit import BesluitArtikel, Instructie, WijzigArtikel
from amend.model.melding import Melding
from amend.model.tree import Node, Soort, platte_tekst
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.read.regels import lees_regels
from amend.read.structuur import Waarin, bouw
from tests.read.schets import schets, schets_instructie


def _bouw(tekst: str, waarin: Waarin | None = None) -> tuple[str, tuple[Melding, ...]]:
    nodes, meldingen = bouw(lees_regels(tekst), waarin or Waarin())
    return schets(*nodes), meldingen


def _schets(tekst: str) -> str:
    return "\n".join(regel.rstrip() for regel in tekst.strip("\n").splitlines())


VORMEN = {
    "kop op de volgende regel": (
        "HOOFDSTUK 5A\n\nToezicht\n\nArtikel 5a.1\n\nToezichthouders\n\n1. Eerste lid.\n\n2. Tweede lid.\n",
        """
hoofdstuk: HOOFDSTUK 5A Toezicht
  artikel: Artikel 5a.1 Toezichthouders
    lid: 1.
      alinea: Eerste lid.
    lid: 2.
      alinea: Tweede lid.
""",
    ),
    "indeling op volgorde van niveau": (
        "Titel I Algemeen\nAfdeling 1.1 Begrippen\n§ 1.1.1 Nog kleiner\nArtikel 1:1\nTekst.\n"
        "Afdeling 1.2 Anders\nArtikel 1:2\nMeer.\n",
        """
titel: Titel I Algemeen
  afdeling: Afdeling 1.1 Begrippen
    paragraaf: § 1.1.1 Nog kleiner
      artikel: Artikel 1:1
        alinea: Tekst.
  afdeling: Afdeling 1.2 Anders
    artikel: Artikel 1:2
      alinea: Meer.
""",
    ),
    "tekst op de regel van de kop": (
        "Artikel 9a. De waar, die voorhanden is, moet voldoen aan de eisen van dit besluit.\n",
        """
artikel: Artikel 9a.
  alinea: De waar, die voorhanden is, moet voldoen
""",
    ),
    "verwijzing aan het begin is geen kop": (
        "Artikel 2 Toepassing\nArtikel 5 van de wet is van toepassing.\nArtikel 10 tot en met 13 gelden niet.\n",
        """
artikel: Artikel 2 Toepassing
  alinea: Artikel 5 van de wet is van toepassing.
  alinea: Artikel 10 tot en met 13 gelden niet.
""",
    ),
    "vier niveaus en i na h": (
        "Artikel 1 Lijst\nDe lijst bevat:\na. eerste:\n1°. graden;\n2°. graden;\nb. tweede;\nc. c;\nd. d;\n"
        "e. e;\nf. f;\ng. g;\nh. h;\n"
        "i. i is een letter;\nj. met romeinen:\ni. romeins;\nii. romeins;\nk. slot.\n",
        """
artikel: Artikel 1 Lijst
  alinea: De lijst bevat:
  lijst
    onderdeel: a.
      alinea: eerste:
      lijst
        onderdeel: 1°.
          alinea: graden;
        onderdeel: 2°.
          alinea: graden;
    onderdeel: b.
      alinea: tweede;
    onderdeel: c.
      alinea: c;
    onderdeel: d.
      alinea: d;
    onderdeel: e.
      alinea: e;
    onderdeel: f.
      alinea: f;
    onderdeel: g.
      alinea: g;
    onderdeel: h.
      alinea: h;
    onderdeel: i.
      alinea: i is een letter;
    onderdeel: j.
      alinea: met romeinen:
      lijst
        onderdeel: i.
          alinea: romeins;
        onderdeel: ii.
          alinea: romeins;
    onderdeel: k.
      alinea: slot.
""",
    ),
    "slot na de opsomming en tweede alinea in een onderdeel": (
        "Artikel 1\n1. Verboden is:\na. lopen;\n\nof kruipen;\n\nb. rennen,\n\nbehalve op zondag.\n2. Tweede.\n",
        """
artikel: Artikel 1
  lid: 1.
    alinea: Verboden is:
    lijst
      onderdeel: a.
        alinea: lopen;
        alinea: of kruipen;
      onderdeel: b.
        alinea: rennen,
    alinea: behalve op zondag.
  lid: 2.
    alinea: Tweede.
""",
    ),
    "begrippen zonder teken met opsomming": (
        "Artikel 1\nIn deze regeling wordt verstaan onder:\n\nhoud:\n\nde plaats, zijnde:\n\n"
        "a. een hof: klein;\n\nb. een tuin;\n\nwerk: arbeid: zwaar.\n",
        """
artikel: Artikel 1
  alinea: In deze regeling wordt verstaan onder:
  lijst
    begrip
      alinea: houd:
      alinea: de plaats, zijnde:
      lijst
        onderdeel: a.
          alinea: een hof: klein;
        onderdeel: b.
          alinea: een tuin;
    begrip
      alinea: werk: arbeid: zwaar.
""",
    ),
    "begrippen zonder aanhef, direct onder de kop": (
        "Artikel 1 Begrippen\nboom: houtachtig gewas;\nvellen: rooien of kappen.\n",
        """
artikel: Artikel 1 Begrippen
  alinea: boom: houtachtig gewas;
  alinea: vellen: rooien of kappen.
""",
    ),
    "een kop over twee regels": (
        "Artikel 1 Bevoegdheid van het college en\nde burgemeester\nHet college beslist.\n",
        """
artikel: Artikel 1 Bevoegdheid van het college en de burgemeester
  alinea: Het college beslist.
""",
    ),
    "vervallen en gereserveerd": (
        "Artikel 3\n[Vervallen]\nArtikel 4 (gereserveerd)\nArtikel 5\nTekst.\n",
        """
artikel: Artikel 3 (vervallen)
  alinea: [Vervallen]
artikel: Artikel 4 (gereserveerd) (gereserveerd)
artikel: Artikel 5
  alinea: Tekst.
""",
    ),
    "leden zonder punt": (
        "Artikel 2\n1 De raad stelt vast:\na. een;\nb. twee.\n2 Het college volgt.\n"
        "Artikel 3\n1 Mei is een feestdag.\n",
        """
artikel: Artikel 2
  lid: 1
    alinea: De raad stelt vast:
    lijst
      onderdeel: a.
        alinea: een;
      onderdeel: b.
        alinea: twee.
  lid: 2
    alinea: Het college volgt.
artikel: Artikel 3
  alinea: 1 Mei is een feestdag.
""",
    ),
    "twee merken op een regel": (
        "Artikel 1\n1. a. eerste;\nb. tweede.\n2. Slot.\n",
        """
artikel: Artikel 1
  lid: 1.
    lijst
      onderdeel: a.
        alinea: eerste;
      onderdeel: b.
        alinea: tweede.
  lid: 2.
    alinea: Slot.
""",
    ),
    "tabellen": (
        "Artikel 1 Tarieven\nDe tarieven zijn:\n\n| soort | bedrag |\n|---|---|\n| hond | € 10 |\n\n"
        "kat\t€ 5\nvis\t€ 1\n",
        """
artikel: Artikel 1 Tarieven
  alinea: De tarieven zijn:
  tabel
    rij
      cel
        alinea: soort
      cel
        alinea: bedrag
    rij
      cel
        alinea: hond
      cel
        alinea: € 10
    rij
      cel
        alinea: kat
      cel
        alinea: € 5
    rij
      cel
        alinea: vis
      cel
        alinea: € 1
""",
    ),
    "bijlage zonder nummer": (
        "Artikel 1\nTekst.\nBijlage behorende bij artikel 1\n1. Inleiding\n\nDit is een inleiding.\n\n"
        "2. Doel\n\nDit is het doel.\n",
        """
artikel: Artikel 1
  alinea: Tekst.
bijlage: Bijlage behorende bij artikel 1
  divisie: 1. Inleiding
    alinea: Dit is een inleiding.
  divisie: 2. Doel
    alinea: Dit is het doel.
""",
    ),
}


@pytest.mark.parametrize("naam", VORMEN)
def test_structuur(naam: str) -> None:
    tekst, verwacht = VORMEN[naam]
    assert _bouw(tekst)[0] == _schets(verwacht)


@pytest.mark.parametrize(
    ("tekst", "waarin", "verwacht"),
    [
        ("c. nieuw onderdeel;", Waarin("payload", "onderdeel"), "lijst\n  onderdeel: c.\n    alinea: nieuw onderdeel;"),
        ("3. Nieuw lid.", Waarin("payload", "lid"), "lid: 3.\n  alinea: Nieuw lid."),
        ("2. tweede;", Waarin("payload", "onderdeel"), "lijst\n  onderdeel: 2.\n    alinea: tweede;"),
        ("huis: gebouw;", Waarin("payload", "begrip"), "lijst\n  begrip\n    alinea: huis: gebouw;"),
        (
            "9a. Vrij\nArtikel 7\nTekst.",
            Waarin("payload", "paragraaf"),
            "paragraaf: 9a. Vrij\n  artikel: Artikel 7\n    alinea: Tekst.",
        ),
        ("«Artikel 2 Taak\nTekst.", Waarin("payload", "artikel"), "artikel: Artikel 2 Taak\n  alinea: Tekst."),
    ],
)
def test_nieuwe_tekst(tekst: str, waarin: Waarin, verwacht: str) -> None:
    assert _bouw(tekst, waarin)[0] == verwacht


def test_artikelnummer_onzeker() -> None:
    schets_, meldingen = _bouw("Artikel 2 2 Taken\nTekst.")
    assert schets_.startswith("artikel: Artikel 2 2 Taken")
    assert [melding.code for melding in meldingen] == ["Q113"]


def test_tienduizend_niveaus() -> None:
    merken = ("a.", "i.", "1.", "1°.", "a)", "(a)", "1)", "(1)")
    regels = "\n".join(f"{merken[n % 8]} dieper:" for n in range(10_000))
    nodes, meldingen = bouw(lees_regels("Artikel 1 Diep\nAanhef:\n" + regels), Waarin())
    assert any(melding.code == "E110" for melding in meldingen)
    assert schets(*nodes).count("dieper:") == 10_000


# -- decisions --------------------------------------------------------------------------------


def _instructies(artikel: WijzigArtikel | BesluitArtikel) -> str:
    assert isinstance(artikel, WijzigArtikel)
    return schets_instructie(Instructie(artikel.zin, artikel.nummer, "", artikel.payload, artikel.instructies))


def _besluit(tekst: str) -> tuple[list[str], tuple[Melding, ...]]:
    besluit, meldingen = lees_besluit_tekst(tekst, "x")
    assert besluit is not None
    uit = [schets(a.node) if isinstance(a, BesluitArtikel) else _instructies(a) for a in besluit.artikelen]
    return uit, meldingen


def test_labels_los_op_een_regel() -> None:
    uit, _ = _besluit(
        "Wet van 3 mei 2024 tot wijziging\n\nARTIKEL I\n\nDe Parkwet wordt als volgt gewijzigd:\n\n0A\n\n"
        "Artikel 1 vervalt.\n\nA\n\n"
        "Artikel 3 wordt als volgt gewijzigd:\n\n1. Het tweede lid komt te luiden:\n\n"
        "2. De aanvraag wordt toegevoegd.\n\n"
        "2. Er wordt een lid toegevoegd, luidende:\n\n5. Nieuw.\n\nAa\n\n"
        "Na artikel 4 wordt een artikel ingevoegd, luidende:\n\n"
        "Artikel 4a\n\nTekst.\n\nB\n\nArtikel 5 vervalt.\n\nARTIKEL II\n\n"
        "Deze wet treedt in werking op 1 januari 2025.\n"
    )
    assert uit[0] == _schets(
        """
<I> De Parkwet wordt als volgt gewijzigd:
  <0A> Artikel 1 vervalt.
  <A> Artikel 3 wordt als volgt gewijzigd:
    <1.> Het tweede lid komt te luiden:
      | lid: 2.
      |   alinea: De aanvraag wordt toegevoegd.
    <2.> Er wordt een lid toegevoegd, luidende:
      | lid: 5.
      |   alinea: Nieuw.
  <Aa> Na artikel 4 wordt een artikel ingevoegd, luidende:
    | artikel: Artikel 4a
    |   alinea: Tekst.
  <B> Artikel 5 vervalt.
"""
    )
    assert uit[1].startswith("artikel: ARTIKEL II")


def test_zonder_labels() -> None:
    uit, _ = _besluit(
        "Artikel I\nDe Marktverordening wordt als volgt gewijzigd:\nArtikel 1 wordt als volgt gewijzigd:\n"
        "Het vijfde gedachtestreepje komt te luiden:\n- kraam: tafel met dak;\nIn het tweede lid vervalt “x”.\n"
        "Artikel 2, tweede lid, komt te luiden:\n2. Het is verboden.\nArtikel 3 vervalt.\n"
    )
    assert uit[0] == _schets(
        """
<I> De Marktverordening wordt als volgt gewijzigd:
  <> Artikel 1 wordt als volgt gewijzigd:
    <> Het vijfde gedachtestreepje komt te luiden:
      | lijst
      |   streepje: -
      |     alinea: kraam: tafel met dak;
    <> In het tweede lid vervalt “x”.
  <> Artikel 2, tweede lid, komt te luiden:
    | lid: 2.
    |   alinea: Het is verboden.
  <> Artikel 3 vervalt.
"""
    )


def test_arabische_artikelen_en_aangekondigd_artikel_2() -> None:
    uit, _ = _besluit(
        "Besluit wijziging\nDe raad van Dorp;\nbesluit:\nArtikel 1 Wijziging\n"
        "De Havenverordening wordt als volgt gewijzigd:\n"
        "A. Artikel 2 komt te luiden:\nArtikel 2 Ligplaats\nNieuwe tekst.\nB. Artikel 7 vervalt.\n"
        "Artikel 2 Inwerkingtreding\nDit besluit treedt in werking op 1 mei 2025.\n"
        "Aldus vastgesteld in de vergadering van 3 april 2025.\n"
    )
    assert len(uit) == 2
    assert "    | artikel: Artikel 2 Ligplaats" in uit[0]
    assert uit[1].splitlines()[0] == "artikel: Artikel 2 Inwerkingtreding"


def test_zonder_artikelen_direct_na_besluit() -> None:
    besluit, _ = lees_besluit_tekst(
        "Wijziging Beleidsregel\n\nHet college;\n\nbesluit:\n\nDe Beleidsregel terrassen wordt als volgt gewijzigd:\n\n"
        "A\nIn artikel 1 wordt “a” vervangen door “b”.\n\nB\nArtikel 2 vervalt.\n\nDorp, 3 mei 2024\n\nde secretaris\n",
        "x",
    )
    assert besluit is not None
    (artikel,) = besluit.artikelen
    assert _instructies(artikel) == _schets(
        """
<> De Beleidsregel terrassen wordt als volgt gewijzigd:
  <A> In artikel 1 wordt “a” vervangen door “b”.
  <B> Artikel 2 vervalt.
"""
    )
    assert [platte_tekst(al.tekst) for al in besluit.sluiting] == ["Dorp, 3 mei 2024", "de secretaris"]
    assert str(besluit.meta.vastgesteld) == "2024-05-03"


def test_onverklaarde_tekst_blijft_als_instructie() -> None:
    uit, _ = _besluit(
        "Artikel I\nDe X wordt als volgt gewijzigd:\nA. Artikel 1 vervalt.\nZomaar een zin.\nB. Artikel 2 vervalt.\n"
    )
    assert "<> Zomaar een zin." in uit[0]
    assert "  <B.> Artikel 2 vervalt." in uit[0]


def test_payload_zonder_instructie() -> None:
    uit, _ = _besluit(
        "Artikel I\nDe X wordt als volgt gewijzigd:\nA\nIn artikel 1 vervalt “a”.\nB\nArtikel 2.4 Normen\nTekst.\n"
    )
    assert "  <B> -\n" in uit[0]
    assert "| artikel: Artikel 2.4 Normen" in uit[0]


def test_letters_springen() -> None:
    _, meldingen = _besluit(
        "Artikel I\nDe X wordt als volgt gewijzigd:\nA. Artikel 1 vervalt.\nC. Artikel 2 vervalt.\n"
    )
    assert [melding.tekst for melding in meldingen if melding.code == "W131"] == ["Na onderdeel A volgt onderdeel C."]


def test_bijlage_en_toelichting_na_de_ondertekening() -> None:
    besluit, _ = lees_besluit_tekst(
        "Artikel I\nDe X wordt als volgt gewijzigd:\n"
        "A. Bijlage 1 wordt vervangen door de bijlage bij dit besluit.\nArtikel II\n"
        "Dit besluit treedt in werking op 1 mei 2025.\nAldus vastgesteld op 3 april 2025.\nde voorzitter\n"
        "Bijlage 1 Kaart\nDe kaart is blauw.\nToelichting\nDe wijziging is klein.\n",
        "x",
    )
    assert besluit is not None
    assert schets(*besluit.bijlagen) == "bijlage: Bijlage 1 Kaart\n  alinea: De kaart is blauw."
    assert len(besluit.sluiting) == 2
    assert besluit.toelichting


# -- regulations --------------------------------------------------------------------------------


def test_kale_regeling() -> None:
    regeling, meldingen = lees_regeling_tekst(
        "Marktverordening Dorp\nDe raad van Dorp;\nbesluit:\nArtikel 1 Markt\nEr is een markt.\nArtikel 2 Slot\n"
        "Deze verordening wordt aangehaald als: Marktverordening.\nAldus vastgesteld op 4 mei 2020.\n"
        "Toelichting\nKort.\n",
        "markt",
    )
    assert regeling is not None
    assert [node.soort for node in regeling.root.kinderen] == [
        *(Soort.AANHEF, Soort.ARTIKEL, Soort.ARTIKEL, Soort.SLUITING, Soort.TOELICHTING)
    ]
    assert (regeling.naam, str(regeling.meta.vastgesteld)) == ("Marktverordening", "2020-05-04")
    assert not meldingen


@pytest.mark.parametrize(
    ("rij", "codes"),
    [
        ("01-02-202401-02-2024nieuwe regeling", ["Q124"]),
        ("01-02-202401-01-202401-06-2024nieuwe regeling", []),
        ("01-02-202401-06-2024nieuwe regeling", []),
    ],
)
def test_aaneengeschreven_datums(rij: str, codes: list[str]) -> None:
    regeling, meldingen = lees_regeling_tekst(
        "Gegevens van de regeling\nOrganisatieDorp\nOverzicht van in de tekst verwerkte wijzigingen\n"
        "Datum inwerkingtreding\n"
        f"{rij}\n03-01-2024\ngmb-2024-1\nTekst van de regeling\nMarktverordening\nArtikel 1\nTekst.\n",
        "x",
    )
    assert regeling is not None
    assert [melding.code for melding in meldingen] == codes
    (regel,) = regeling.meta.overzicht
    assert str(regel.inwerkingtreding) == "2024-02-01"
    if not codes:
        assert str(regel.uitwerkingtreding) == "2024-06-01"


@pytest.mark.parametrize("lees", [lees_besluit_tekst, lees_regeling_tekst])
def test_leeg(lees: object) -> None:
    waarde, meldingen = lees("\n \u00a0\n", "x")  # type: ignore[operator]
    assert waarde is None
    assert [melding.code for melding in meldingen] == ["E102"]


def test_geen_artikelen_en_geen_wijziging() -> None:
    assert [m.code for m in lees_regeling_tekst("Zomaar wat tekst.", "x")[1]] == ["E104"]
    assert [m.code for m in lees_besluit_tekst("Zomaar wat tekst.", "x")[1]] == ["E130"]


def test_sprong_in_nummering() -> None:
    assert [m.code for m in _bouw("Artikel 1\n1. Een.\n3. Drie.\n")[1]] == ["W117"]


def _node(tekst: str) -> Node:
    return bouw(lees_regels(tekst), Waarin())[0][0]


def test_afgebroken_regels_worden_gehecht() -> None:
    node = _node("Artikel 10 Overleggen over strategische\nbeleid\nDe raad stelt vast dat er\noverleg is.\n")
    assert platte_tekst(node.opschrift) == "Overleggen over strategische beleid"
    assert platte_tekst(node.kinderen[0].tekst) == "De raad stelt vast dat er overleg is."


def test_ontbrekende_artikelen_als_reeks() -> None:
    nummers = (1, 3, 6, 10)
    tekst = "Proefverordening\n" + "".join(f"Artikel {nr} Kop\nEen tekst.\n" for nr in nummers)
    _, meldingen = lees_regeling_tekst(tekst, "proef")
    assert [m.tekst for m in meldingen if m.code == "W120"] == [
        "Artikel 2 ontbreekt in de doorlopende nummering van de artikelen.",
        "De artikelen 4 en 5 ontbreken in de doorlopende nummering van de artikelen.",
        "De artikelen 7 tot en met 9 ontbreken in de doorlopende nummering van de artikelen.",
    ]
