"""Layouts in which decisions reach us: lines lost, sentences over lines, page numbers, old below new (fictive)."""

from __future__ import annotations

import pytest

from amend.model.address import Plaats
from amend.model.besluit import Besluit, WijzigArtikel
from amend.model.melding import Melding
from amend.model.operations import VervangTekst
from amend.model.stap import Woordsoort
from amend.model.tree import Soort, platte_tekst
from amend.parse.besluit import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.instructietaal import lijkt_instructie
from amend.read.regeling_tekst import lees_regeling_tekst
from tests.read.schets import schets, schets_instructie

KADER = "De raad van Dorp;\nbesluit:\nArtikel I\nDe Marktregeling wordt als volgt gewijzigd:\n"


def _lees(tekst: str) -> tuple[Besluit, tuple[Melding, ...]]:
    besluit, meldingen = lees_besluit_tekst(tekst, "x")
    assert besluit is not None
    return besluit, meldingen


def _schets(besluit: Besluit) -> str:
    uit = []
    for artikel in besluit.artikelen:
        if isinstance(artikel, WijzigArtikel):
            kop = f"{artikel.label} {artikel.aanduiding}".strip()
            uit.append(f"[{kop}] {artikel.zin.plat if artikel.zin else ''}".strip())
            uit += [schets(node) for node in artikel.payload]
            uit += [schets_instructie(deel) for deel in artikel.instructies]
        else:
            uit.append(schets(artikel.node))
    return "\n".join(uit)


def test_alles_op_een_regel() -> None:
    besluit, meldingen = _lees(
        "De raad van Dorp; gelezen het voorstel; besluit: Artikel I De Marktregeling wordt als volgt gewijzigd: "
        "A In artikel 2 wordt “dag” vervangen door: week. B Artikel 3 komt te luiden: Artikel 3 1. De markt duurt een "
        "dag. 2. Er zijn standplaatsen voor: a. vis; b. kaas. C Artikel 4 vervalt. Artikel II Dit besluit treedt in "
        "werking op 1 mei 2026. Aldus vastgesteld in de vergadering van 2 april 2026."
    )
    assert (
        _schets(besluit)
        == """\
[Artikel I] De Marktregeling wordt als volgt gewijzigd:
<A> In artikel 2 wordt “dag” vervangen door: week.
<B> Artikel 3 komt te luiden:
  | artikel: Artikel 3
  |   lid: 1.
  |     alinea: De markt duurt een dag.
  |   lid: 2.
  |     alinea: Er zijn standplaatsen voor:
  |     lijst
  |       onderdeel: a.
  |         alinea: vis;
  |       onderdeel: b.
  |         alinea: kaas.
<C> Artikel 4 vervalt.
artikel: Artikel II
  alinea: Dit besluit treedt in werking op 1 mei 2"""
    )
    assert [m.code for m in meldingen] == ["W136"]
    assert [platte_tekst(node.tekst) for node in besluit.sluiting] == [
        "Aldus vastgesteld in de vergadering van 2 april 2026."
    ]


def test_een_gewone_regel_wordt_niet_gesplitst() -> None:
    zin = (
        "In artikel 2 wordt “1. het college, 2. de raad” vervangen door “de burgemeester”, en in artikel 3 wordt na "
        "“artikel 4. Artikel 5” ingevoegd “a. en b.”."
    )
    besluit, meldingen = _lees(f"{KADER}A. {zin}\n")
    assert _schets(besluit).splitlines()[1:] == [f"<A.> {zin}"]
    assert not meldingen


def test_zin_over_meer_regels() -> None:
    besluit, _ = _lees(
        f"{KADER}A. In artikel 2 wordt\n“de oude\ntekst”\nvervangen door\n“de nieuwe tekst”.\n"
        'B. In artikel 3 wordt "een"\n   vervangen door "twee".\n'
    )
    assert _schets(besluit).splitlines()[1:] == [
        "<A.> In artikel 2 wordt “de oude tekst” vervangen door “de nieuwe tekst”.",
        '<B.> In artikel 3 wordt "een" vervangen door "twee".',
    ]


def test_romeinse_onderdelen_en_deelletters() -> None:
    besluit, _ = _lees(
        "De raad van Dorp;\nbesluit:\nI. In artikel 1 van de Marktregeling vervalt “a”.\n"
        "II. Artikel 2 van die regeling wordt als volgt gewijzigd:\na. Onderdeel a wordt als volgt gewijzigd:\n"
        "i. “x” wordt vervangen door: y.\nii. “p” wordt vervangen door: q.\nb. Onderdeel b vervalt.\n"
        "III. Dit besluit treedt in werking op 1 mei 2026.\n"
    )
    assert _schets(besluit).splitlines()[1:8] == [
        "<I.> In artikel 1 van de Marktregeling vervalt “a”.",
        "<II.> Artikel 2 van die regeling wordt als volgt gewijzigd:",
        "  <a.> Onderdeel a wordt als volgt gewijzigd:",
        "    <i.> “x” wordt vervangen door: y.",
        "    <ii.> “p” wordt vervangen door: q.",
        "  <b.> Onderdeel b vervalt.",
        "artikel: III.",
    ]


def test_nieuwe_tekst_met_het_volgende_nummer() -> None:
    """The lid is numbered 4 below part 3: it is the new text of part 3."""
    besluit, _ = _lees(
        f"{KADER}A. Artikel 2 wordt als volgt gewijzigd:\n1. In het eerste lid vervalt “a”.\n"
        "2. Het tweede lid vervalt.\n3. Er wordt een lid toegevoegd, luidende:\n"
        "4. Bij besluit van het college kunnen nadere regels worden gesteld die worden vastgesteld na overleg.\n"
    )
    assert _schets(besluit).splitlines()[-3:] == [
        "  <3.> Er wordt een lid toegevoegd, luidende:",
        "    | lid: 4.",
        "    |   alinea: Bij besluit van het college kunnen nader",
    ]


def test_paginanummers_gaan_eruit_met_een_melding() -> None:
    regeling, meldingen = lees_regeling_tekst(
        "Marktregeling (fictief)\n\nArtikel 1\n\nDe markt is op\n\n- 2 -\n\nwoensdag.\n\nPagina 3 van 7\n\n"
        "Artikel 2\n\nEinde.\n",
        "x",
    )
    assert regeling is not None
    assert "- 2 -" not in schets(regeling.root)
    assert [m.code for m in meldingen if m.code == "W137"] == ["W137"]


def test_lid_in_woorden_op_een_eigen_regel() -> None:
    regeling, _ = lees_regeling_tekst(
        "Marktregeling (fictief)\n\nArtikel 1 Markt\n\nLid 1\n\nEerste tekst.\n\nLid 2\n\nTweede tekst.\n", "x"
    )
    assert regeling is not None
    leden = [(n.nummer, n.aanduiding) for n in regeling.root.kinderen[0].kinderen]
    assert leden == [("1", "Lid 1"), ("2", "Lid 2")]


def test_letters_met_tabs_zijn_een_opsomming() -> None:
    regeling, _ = lees_regeling_tekst(
        "Tarieven (fictief)\n\nArtikel 1 Tarief\n\nHet tarief is voor:\na.\t0 tot 500 m3:\t\t€\t195,00\n"
        "b.\tmeer dan 500 m3:\t\t€\t300,00\n",
        "x",
    )
    assert regeling is not None
    lijst = regeling.root.kinderen[0].kinderen[1]
    assert (lijst.soort, [item.nummer for item in lijst.kinderen]) == (Soort.LIJST, ["a", "b"])


def test_letter_i_in_een_reeks_letters() -> None:
    besluit, _ = _lees(
        f"{KADER}A. Aan artikel 1 worden drie onderdelen toegevoegd, luidende:\ni. markt: plein;\nj. kraam: tafel;\n"
        "k. dag: etmaal.\n"
    )
    assert [regel for regel in _schets(besluit).splitlines() if "onderdeel:" in regel] == [
        f"  |   onderdeel: {letter}." for letter in "ijk"
    ]


def test_hoofdstukken_van_het_besluit_zelf() -> None:
    besluit, _ = _lees(
        "Wet (fictief)\n\nHoofdstuk 1 Algemeen\n\nEnig artikel\n\nDe Marktwet wordt als volgt gewijzigd:\n\nA\n\n"
        "Artikel 3 vervalt.\n\nHoofdstuk 2 Bijzonder\n\nArtikel 1\n\nArtikel 4 van de Kraamwet vervalt.\n\n"
        "Artikel 2\n\nArtikel 5 van de Viswet vervalt.\n"
    )
    assert _schets(besluit).splitlines() == [
        "hoofdstuk: Hoofdstuk 1 Algemeen",
        "[Enig artikel] De Marktwet wordt als volgt gewijzigd:",
        "<A> Artikel 3 vervalt.",
        "hoofdstuk: Hoofdstuk 2 Bijzonder",
        "[Artikel 1] Artikel 4 van de Kraamwet vervalt.",
        "[Artikel 2] Artikel 5 van de Viswet vervalt.",
    ]


def test_een_overgeslagen_romeins_artikel() -> None:
    besluit, meldingen = _lees(
        "Wet (fictief)\nArtikel I\nIn de Marktwet vervalt artikel 3.\nArtikel IV\nDeze wet treedt in werking op "
        "1 mei 2026.\n"
    )
    assert len(besluit.artikelen) == 2
    assert [m.code for m in meldingen] == ["W131"]


def test_een_opdracht_boven_de_artikelen() -> None:
    besluit, meldingen = _lees(
        "Wijziging Marktregeling\nDe raad van Dorp;\noverwegende dat artikel 3 wordt vervangen door een nieuw;\n"
        "Artikel 9 van de Kraamregeling komt te luiden: Gesloten.\nbesluit:\nArtikel I\n"
        "De Marktregeling wordt als volgt gewijzigd:\nA. Artikel 3 vervalt.\n"
    )
    assert [(m.code, m.plek and m.plek.regel) for m in meldingen] == [("E134", 4)]
    woorden = dict(ontleed_besluit(besluit).woorden)
    assert woorden[Woordsoort.ONVERKLAARD] == len(
        ["Artikel", "9", "van", "de", "Kraamregeling", "komt", "te", "luiden:", "Gesloten."]
    )


def test_een_vervallen_onderdeel_van_het_besluit() -> None:
    besluit, _ = _lees(f"{KADER}A\n\nVervallen.\n\nB\n\nArtikel 3 vervalt.\n")
    uit = ontleed_besluit(besluit)
    assert [m.code for m in uit.meldingen] == ["N243"]
    assert [stap.onderdeel for stap in uit.stappen if stap.onderdeel] == ["B"]


def test_kale_artikelregel_is_de_context() -> None:
    besluit, _ = _lees(
        f"{KADER}Artikel 4 Termijn\nHet tweede lid vervalt.\nArtikel 5\nOnderdeel b komt te luiden:\nb. kaas;\n"
    )
    uit = ontleed_besluit(besluit)
    assert [str(op.doel[0]) for stap in uit.stappen for op in stap.bewerkingen][1:] == [
        "artikel 4",
        "artikel 4/lid 2",
        "artikel 5",
        "artikel 5/onderdeel b",
    ]


def test_oude_en_nieuwe_tekst_onder_elkaar() -> None:
    besluit, _ = _lees(
        f"{KADER}Artikel 4, eerste lid\nOude tekst:\nDrie dagen.\nNieuwe tekst:\nVier dagen.\nArtikel 5\nWas:\nEen.\n"
        "Wordt:\nTwee.\nArtikel II\nDit besluit treedt in werking op 1 mei 2026.\n"
    )
    ops = [op for stap in ontleed_besluit(besluit).stappen for op in stap.bewerkingen]
    assert [(str(op.doel[0]), getattr(op, "luidt", ""), getattr(op, "nieuw", "")) for op in ops] == [
        ("artikel 4/lid 1", "Drie dagen.", "Vier dagen."),
        ("artikel 5", "Een.", "Twee."),
    ]


def test_opdracht_na_de_ondertekening_blijft_niet_stil() -> None:
    _, meldingen = _lees(
        f"{KADER}A. Artikel 3 vervalt.\nAldus vastgesteld in de vergadering van 3 mei 2026.\nde griffier,\n"
        "B. Artikel 5 vervalt.\n"
    )
    assert [(m.code, m.plek and m.plek.regel) for m in meldingen] == [("E135", 8)]


def test_toelichting_tussen_de_onderdelen_blijft_niet_stil() -> None:
    _, meldingen = _lees(f"{KADER}A\n\nArtikel 3 vervalt.\n\nToelichting:\n\nUitleg.\n\nB\n\nArtikel 5 vervalt.\n")
    assert [m.code for m in meldingen] == ["E135"]


def test_toelichting_per_onderdeel_achteraan_is_gewoon() -> None:
    _, meldingen = _lees(
        f"{KADER}A\n\nArtikel 3 vervalt.\n\nToelichting\n\nA\n\nArtikel 3 vervalt.\n\nB\n\nArtikel 5 vervalt niet.\n"
    )
    assert not meldingen


def test_knipmerk_in_de_nieuwe_tekst() -> None:
    besluit, _ = _lees(f"{KADER}A. Artikel 3 komt te luiden:\nArtikel 3\nDe markt duurt [...]\n")
    assert [m.code for stap in ontleed_besluit(besluit).stappen for m in stap.meldingen] == ["E244"]


@pytest.mark.parametrize(
    "opdracht",
    ["In artikel 3 wordt een nieuw [...]", "In artikel 3 wordt “dag” vervangen door “week (…) maand”."],
)
def test_knipmerk_in_de_opdracht(opdracht: str) -> None:
    besluit, _ = _lees(f"{KADER}A. {opdracht}\n")
    assert [m.tekst for stap in ontleed_besluit(besluit).stappen for m in stap.meldingen] == [
        "De opdracht is niet volledig: er staat een knipmerk ([...] of (…))."
    ]


def test_oude_en_nieuwe_woorden_op_eigen_regels() -> None:
    besluit, _ = _lees(
        "Gedeputeerde staten van Zeeland;\nbesluiten:\nArtikel I Wijziging\n"
        "Artikel 2 ‘Plafond’ van de Subsidieregeling stranden 2025:\n‘Het plafond is € 20.000’.\n"
        "Wordt gewijzigd in:\n‘Het plafond is € 30.000’.\nArtikel II\nDit besluit treedt in werking op 1 mei 2026.\n"
    )
    stap = ontleed_besluit(besluit).stappen[0]
    assert stap.bewerkingen == (
        VervangTekst(
            doel=(Plaats.lees("artikel 2"),),
            oud="Het plafond is € 20.000",
            nieuw="Het plafond is € 30.000",
            regeling="Subsidieregeling stranden 2025",
            spanne=stap.bewerkingen[0].spanne,
        ),
    )


def test_naam_die_in_een_ander_artikel_doorloopt() -> None:
    besluit, _ = _lees(
        "De raad van Dorp;\nbesluit:\nArtikel I\nIn artikel 3 van de Marktverordening en in artikel 5 van de "
        "Kraamverordening wordt “a” vervangen door “b”.\n"
    )
    (stap,) = ontleed_besluit(besluit).stappen
    assert any(m.blokkeert for m in stap.meldingen)


def test_wijziging_van_een_toelichting() -> None:
    besluit, _ = _lees(
        "De raad van Dorp;\nbesluit:\nArtikel I\nDe toelichting bij de Marktverordening wordt als volgt gewijzigd:\n"
        "A. In artikel 3 wordt “a” vervangen door “b”.\n"
    )
    uit = ontleed_besluit(besluit)
    assert (uit.stappen, [m.code for m in uit.meldingen]) == ((), ["N246"])


def test_titels_in_hoofdstukken_en_andersom() -> None:
    tekst = "Regeling (fictief)\n\n{} 1 Een\n\n{} 1.1 Twee\n\nArtikel 1\n\nEen.\n\n{} 2 Drie\n\nArtikel 2\n\nTwee.\n"
    for hoog, laag in (("Hoofdstuk", "Titel"), ("Titel", "Hoofdstuk")):
        regeling, _ = lees_regeling_tekst(tekst.format(hoog, laag, hoog), "x")
        assert regeling is not None
        assert [node.label for node in regeling.root.kinderen] == [hoog, hoog]


def test_opschrift_tussen_haakjes_en_een_zin_die_met_bijlage_begint() -> None:
    regeling, _ = lees_regeling_tekst(
        "Regeling (fictief)\n\nArtikel 2.1 (aanwijzing wateren)\n\nBijlage I bij deze regeling bevat kaarten.\n\n"
        "Artikel 2.2 (oevers)\n\nTwee.\n",
        "x",
    )
    assert regeling is not None
    assert [platte_tekst(node.opschrift) for node in regeling.root.kinderen] == ["(aanwijzing wateren)", "(oevers)"]


def test_titel_achter_de_letter_en_kop_achter_de_opdracht() -> None:
    besluit, _ = _lees(
        f"{KADER}A. Tarief\nIn artikel 3 vervalt “a”.\nB. Hulp\nArtikel 4, tweede lid, komt te luiden:\n2. Twee.\n"
        "Na artikel 4 wordt een artikel ingevoegd, luidende: Artikel 4a Hulp\n1. De politie helpt.\n2. Gratis.\n"
    )
    assert _schets(besluit).splitlines()[1:9] == [
        "<A.> -",
        "  <> In artikel 3 vervalt “a”.",
        "<B.> -",
        "  <> Artikel 4, tweede lid, komt te luiden:",
        "    | lid: 2.",
        "    |   alinea: Twee.",
        "  <> Na artikel 4 wordt een artikel ingevoegd, luidende:",
        "    | artikel: Artikel 4a Hulp",
    ]


def test_onderdelen_met_een_punt_in_het_nummer() -> None:
    besluit, _ = _lees(
        f"{KADER}1.1 In artikel 3 vervalt “a”.\n1.2 Artikel 4 komt te luiden:\nArtikel 4\nVier.\n1.3 Artikel 5\n"
    )
    artikel = besluit.artikelen[0]
    assert isinstance(artikel, WijzigArtikel)
    assert [deel.nummer for deel in artikel.instructies] == ["1.1", "1.2"]


def test_oude_en_nieuwe_tekst_onder_een_letter() -> None:
    besluit, _ = _lees(
        f"{KADER}Onderdeel A\nArtikel 4, eerste lid:\nOude tekst:\nDrie.\nNieuwe tekst:\nVier.\nOnderdeel B\n"
        "Artikel 5 vervalt.\n"
    )
    stappen = [
        (stap.onderdeel, str(op.doel[0])) for stap in ontleed_besluit(besluit).stappen for op in stap.bewerkingen
    ]
    assert stappen[1:] == [("A", "artikel 4/lid 1"), ("B", "artikel 5")]


def test_regeling_alleen_in_de_kop_van_het_artikel() -> None:
    besluit, _ = _lees(
        "De raad van Dorp;\nbesluit:\nArtikel I Verordening dieren\nA. Artikel 5 vervalt.\n"
        "Artikel II Verordening planten\nA. Artikel 6 vervalt.\n"
    )
    assert [stap.regeling for stap in ontleed_besluit(besluit).stappen] == ["Verordening dieren", "Verordening planten"]


def test_regels_van_een_tarieventabel_zijn_onderdelen() -> None:
    regeling, _ = lees_regeling_tekst(
        "Legesverordening (fictief)\n\nArtikel 1 Feit\n\nEr zijn leges.\n\nTarieventabel behorende bij de "
        "Legesverordening\n\nTitel 1 Dienst\n\nHoofdstuk 1 Stand\n\n1.1\tHet tarief:\n1.1.1\top maandag\t€ 20,00\n"
        "1.1.2\top zaterdag\t€ 40,00\n1.2\tvoor een boekje\t€ 5,00\n",
        "x",
    )
    assert regeling is not None
    bijlage = regeling.root.kinderen[-1]
    assert platte_tekst(bijlage.opschrift) == "Tarieventabel behorende bij de Legesverordening"
    lijst = bijlage.kinderen[0].kinderen[0].kinderen[0]
    assert [item.nummer for item in lijst.kinderen] == ["1.1", "1.1.1", "1.1.2", "1.2"]


def test_kolommen_van_oud_en_nieuw_verloren() -> None:
    _, meldingen = _lees(
        f"{KADER}Huidig artikel\nNieuw artikel\nArtikel 3 Duur\nDe markt duurt een dag.\nArtikel 3 Duur\n"
        "De markt duurt een week.\n"
    )
    assert [m.tekst for m in meldingen if m.code == "E128"] == [
        "“Huidig artikel” en “Nieuw artikel” staan onder elkaar: niet blijkt welke tekst oud is en welke nieuw."
    ]


def test_naam_van_het_blad_achter_de_nieuwe_woorden() -> None:
    besluit, _ = _lees(f"{KADER}A. In artikel 3 wordt «dag» vervangen door: week. Staatsblad\n")
    assert [m.tekst for stap in ontleed_besluit(besluit).stappen for m in stap.meldingen if m.code == "E248"] == [
        "De nieuwe tekst eindigt met “Staatsblad”; dat is waarschijnlijk de kop of voet van een bladzijde."
    ]


def test_wijzigingen_van_een_andere_wet_onder_een_eigen_zin() -> None:
    besluit, _ = _lees(
        "Wet tot afwijking\nIn de Marktwet worden de volgende veranderingen gebracht:\nArtikel 3 vervalt.\n"
        "Met afwijking van artikel 2 worden in de wet van 3 mei 1913 (Staatsblad no. 9), tot regeling van de kramen, "
        "de volgende veranderingen gebracht:\nArtikel 4 vervalt.\n"
    )
    stappen = ontleed_besluit(besluit).stappen
    assert [s.zin.plat[:12] for s in stappen if not s.bewerkingen] == ["Met afwijkin", "Artikel 4 ve"]
    assert [m.code for m in stappen[-1].meldingen] == ["E218"]


def test_tweede_regeling_zonder_eigen_artikel() -> None:
    besluit, _ = _lees(
        "De raad;\nbesluit:\nArtikel I\nDe Marktwet wordt als volgt gewijzigd:\nArtikel 3 vervalt.\nDe Kieswet wordt "
        "als volgt gewijzigd:\nArtikel 4 vervalt.\nArtikel 5 vervalt.\n"
    )
    assert [stap.regeling for stap in ontleed_besluit(besluit).stappen] == ["Marktwet"] * 2 + ["Kieswet"] * 3


def test_in_rekening_gebracht_is_geen_opdracht() -> None:
    assert not lijkt_instructie("De kosten die in rekening worden gebracht:")
    assert lijkt_instructie("In de Kieswet worden de volgende wijzigingen gebracht:")
