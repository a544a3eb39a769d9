# ruff: noqa: E501 - XML as it is delivered
"""STOP decisions: exact changes become operations, executed by identity (own, fictive texts)."""

from __future__ import annotations

from datetime import date

import pytest

from amend.apply.uitvoeren import Uitvoering, voer_uit
from amend.model.clausules import Inwerkingtreding, OpDatum
from amend.model.operations import HANDELING
from amend.model.renvooi import nieuwe_tekst, oude_tekst
from amend.model.stap import Keuze, OntleedBesluit, StapStatus, Woordsoort
from amend.model.tree import Node, Oorsprong, Run, Soort, loop, zichtbare_tekst
from amend.parse.besluit import ontleed_besluit
from amend.pipeline import pas_toe
from amend.read.op_xml import lees_besluit_xml
from amend.read.schema import valideer
from amend.read.stop import lees_stop
from amend.read.stop_besluit import lees_stop_besluit
from amend.write.besluit_xml import schrijf_besluit_xml
from tests.formaten.test_stop_regeling import regeling

NS = 'xmlns="https://standaarden.overheid.nl/stop/imop/tekst/"'
BASIS = """
<Artikel eId="art_1" wId="g_1__art_1"><Kop><Label>Artikel</Label><Nummer>1</Nummer></Kop><Inhoud><Al>De termijn is twee weken.</Al></Inhoud></Artikel>
<Artikel eId="art_2" wId="g_1__art_2"><Kop><Label>Artikel</Label><Nummer>2</Nummer><Opschrift>Oud</Opschrift></Kop>
 <Lid eId="art_2__para_1" wId="g_1__art_2__para_1"><LidNummer>1.</LidNummer><Inhoud><Al>Een.</Al></Inhoud></Lid>
 <Lid eId="art_2__para_2" wId="g_1__art_2__para_2"><LidNummer>2.</LidNummer><Inhoud><Al>Twee.</Al></Inhoud></Lid>
 <Lid eId="art_2__para_3" wId="g_1__art_2__para_3"><LidNummer>3.</LidNummer><Inhoud><Al>Drie.</Al></Inhoud></Lid></Artikel>
<Artikel eId="art_3" wId="g_1__art_3"><Kop><Label>Artikel</Label><Nummer>3</Nummer></Kop><Inhoud><Al>Weg ermee.</Al></Inhoud></Artikel>
"""
VERNUMMER = """<VoegToe positie="komtVoor" context="g_1__art_1"><Nummer>A</Nummer><Wat>Voor artikel 1 komt een artikel.</Wat>
<Artikel eId="art_1" wId="g_2__art_1"><Kop><Label>Artikel</Label><Nummer>1</Nummer></Kop><Inhoud><Al>Nieuw.</Al></Inhoud></Artikel></VoegToe>
<Vervang wat="g_1__art_1"><Nummer>B</Nummer><Wat>Artikel 1 wordt artikel 1a.</Wat>
<Artikel eId="art_1a" wId="g_1__art_1"><Kop><Label>Artikel</Label><Nummer><VerwijderdeTekst>1</VerwijderdeTekst><NieuweTekst>1a</NieuweTekst></Nummer></Kop>
<Inhoud><Al>De termijn is <VerwijderdeTekst>twee</VerwijderdeTekst><NieuweTekst>vier</NieuweTekst> weken.</Al></Inhoud></Artikel></Vervang>"""
LID = """<Vervang wat="g_1__art_2"><Nummer>C</Nummer><Wat>Artikel 2, tweede lid, vervalt.</Wat>
<Artikel eId="art_2" wId="g_1__art_2"><Kop><Label>Artikel</Label><Nummer>2</Nummer><Opschrift>Oud</Opschrift></Kop>
 <Lid eId="art_2__para_1" wId="g_1__art_2__para_1"><LidNummer>1.</LidNummer><Inhoud><Al>Een.</Al></Inhoud></Lid>
 <Lid eId="art_2__para_2_inst2" wId="g_1__art_2__para_2" wijzigactie="verwijder"><LidNummer>2.</LidNummer><Inhoud><Al>Twee.</Al></Inhoud></Lid>
 <Lid eId="art_2__para_2" wId="g_1__art_2__para_3"><LidNummer><VerwijderdeTekst>3.</VerwijderdeTekst><NieuweTekst>2.</NieuweTekst></LidNummer><Inhoud><Al>Drie.</Al></Inhoud></Lid></Artikel></Vervang>"""
WEG = """<Verwijder wat="g_1__art_3"><Nummer>D</Nummer><Wat>Artikel 3 vervalt.</Wat>
<Artikel eId="art_3" wId="g_1__art_3"><Kop><Label>Artikel</Label><Nummer>3</Nummer></Kop><Inhoud><Al>Weg ermee.</Al></Inhoud></Artikel></Verwijder>"""
KOP = """<VervangKop wat="g_1__art_2"><Nummer>E</Nummer><Wat>Nieuw opschrift.</Wat><Kop><Label>Artikel</Label><Nummer>2</Nummer>
<Opschrift><VerwijderdeTekst>Oud</VerwijderdeTekst><NieuweTekst>Jong</NieuweTekst></Opschrift></Kop></VervangKop>"""
VERVALLEN = """<Vervang wat="g_1__art_3"><Artikel eId="art_3" wId="g_1__art_3"><Kop><Label>Artikel</Label><Nummer>3</Nummer></Kop>
<Vervallen wijzigactie="voegtoe"/><Inhoud wijzigactie="verwijder"><Al>Weg ermee.</Al></Inhoud></Artikel></Vervang>"""


def besluit(mutaties: str, slot: str = "", data: str = "") -> OntleedBesluit:
    xml = f"""<AanleveringBesluit><BesluitVersie>{data}<BesluitCompact {NS}><RegelingOpschrift eId="longTitle" wId="longTitle"><Al>Fictief besluit</Al></RegelingOpschrift>
    <Lichaam eId="body" wId="body"><WijzigArtikel eId="art_I" wId="b__art_I"><Kop><Label>Artikel</Label><Nummer>I</Nummer></Kop>
    <Wat>De regeling wordt gewijzigd zoals in <IntRef ref="cmp_A" scope="WijzigBijlage">bijlage A</IntRef> staat.</Wat></WijzigArtikel>{slot}</Lichaam>
    <WijzigBijlage eId="cmp_A" wId="b__cmp_A"><Kop><Label>Bijlage</Label><Nummer>A</Nummer></Kop>
    <RegelingMutatie componentnaam="m" was="/akn/nl/act/gm9999/2020/X/nld@1" wordt="/akn/nl/act/gm9999/2020/X/nld@2">{mutaties}</RegelingMutatie>
    </WijzigBijlage></BesluitCompact></BesluitVersie></AanleveringBesluit>"""
    gelezen, meldingen = lees_stop_besluit(xml.encode(), "b")
    assert gelezen is not None, meldingen
    bewaard = schrijf_besluit_xml(gelezen)
    assert valideer(bewaard, "besluit") == ()
    assert lees_besluit_xml(bewaard) == (gelezen, ())
    return ontleed_besluit(gelezen)


def basis() -> Node:
    gelezen, _ = lees_stop(regeling(BASIS), "x")
    assert gelezen is not None
    return gelezen.root


def voer(mutaties: str, keuzes: tuple[Keuze, ...] = (), root: Node | None = None) -> Uitvoering:
    return voer_uit(root or basis(), besluit(mutaties).stappen, "b", "gm9999_b", keuzes)


def artikelen(root: Node) -> list[tuple[str, str, str]]:
    return [
        (node.nummer, node.wid, " ".join(zichtbare_tekst(node).split("\n")[1:]))
        for _, node in loop(root)
        if node.soort is Soort.ARTIKEL
    ]


def test_mutaties_worden_handelingen_met_een_leesbaar_adres() -> None:
    ontleed = besluit(VERNUMMER + LID + WEG + KOP)
    ops = [(s.naam, HANDELING[type(op)], op.wid) for s in ontleed.stappen for op in s.bewerkingen]
    assert ops == [
        ("I", "kader", None),
        ("A", "voeg_in", "g_1__art_1"),
        ("B", "vervang", "g_1__art_1"),
        ("C", "vervang", "g_1__art_2"),
        ("D", "verwijder", "g_1__art_3"),
        ("E", "vervang_opschrift", "g_1__art_2"),
    ]
    adressen = [str(p) for s in ontleed.stappen for op in s.bewerkingen for p in getattr(op, "doel", ())]
    assert adressen == ["artikel 1", "artikel 2", "artikel 3", "artikel 2"]
    assert {stap.regeling for stap in ontleed.stappen} == {"/akn/nl/act/gm9999/2020/X"}
    assert dict(ontleed.woorden)[Woordsoort.ONVERKLAARD] == 0


def test_vernummeren_verandert_het_nummer_en_niet_de_identiteit() -> None:
    uit = voer(VERNUMMER)
    assert uit.volledig
    assert artikelen(uit.root)[:2] == [
        ("1", "g_2__art_1", "Nieuw."),
        ("1a", "g_1__art_1", "De termijn is vier weken."),
    ]


def test_alleen_nieuwe_woorden_zijn_van_het_besluit() -> None:
    uit = voer(VERNUMMER)
    al = uit.root.kinderen[1].kinderen[0]
    assert al.tekst == (
        Run("De termijn is "),
        Run("vier", (), Oorsprong("b", "B")),
        Run(" weken."),
    )
    assert uit.root.kinderen[1].nummer_oorsprong == Oorsprong("b", "B")
    assert uit.root.kinderen[0].oorsprong == Oorsprong("b", "A")


def test_lid_vervalt_en_volgend_lid_houdt_zijn_identiteit() -> None:
    uit = voer(LID)
    artikel = uit.root.kinderen[1]
    assert [(lid.nummer, lid.aanduiding, lid.wid) for lid in artikel.kinderen] == [
        ("1", "1.", "g_1__art_2__para_1"),
        ("2", "2.", "g_1__art_2__para_3"),
    ]


def test_verwijderen_kop_en_vervallen() -> None:
    uit = voer(WEG + KOP)
    assert [nummer for nummer, _, _ in artikelen(uit.root)] == ["1", "2"]
    assert zichtbare_tekst(uit.root.kinderen[1]).startswith("Artikel 2 Jong\n1.\nEen.")
    vervallen = voer(VERVALLEN).root.kinderen[2]
    assert (vervallen.status.value, vervallen.kinderen, vervallen.wid) == ("vervallen", (), "g_1__art_3")


@pytest.mark.parametrize(
    ("mutatie", "code", "tekst"),
    [
        (
            WEG.replace('wat="g_1__art_3"', 'wat="g_1__art_9"'),
            "E360",
            "Onderdeel D: het element met wId g_1__art_9 staat niet in de tekst zoals die nu luidt.",
        ),
        (
            VERNUMMER.replace('wId="g_2__art_1"', 'wId="g_1__art_2"'),
            "E361",
            "Onderdeel A: de identiteit g_1__art_2 is al in gebruik; een wId wordt nooit opnieuw gebruikt.",
        ),
        (
            LID.replace('wat="g_1__art_2"', 'wat="g_1__art_1"'),
            "E361",
            "Onderdeel C: de mutatie wijzigt artikel 1 met wId g_1__art_1, maar geeft artikel 2 (Oud) met wId g_1__art_2.",
        ),
        (
            WEG.replace("Weg ermee.", "Iets anders."),
            "Q360",
            "Onderdeel D: het besluit toont als oude tekst van artikel 3 “Artikel 3 Iets anders.”, maar nu staat er “Artikel 3 Weg ermee.”.",
        ),
    ],
)
def test_wat_niet_klopt_wordt_niet_uitgevoerd(mutatie: str, code: str, tekst: str) -> None:
    if code == "E361" and "Onderdeel C" in tekst:
        mutatie = mutatie.replace("<VerwijderdeTekst>3.</VerwijderdeTekst><NieuweTekst>2.</NieuweTekst>", "2.").replace(
            ' wijzigactie="verwijder"', ""
        )
    uit = voer(mutatie)
    geweigerd = [v for v in uit.verslag if v.status is StapStatus.GEWEIGERD]
    assert (geweigerd[0].meldingen[-1].code, geweigerd[0].meldingen[-1].tekst) == (code, tekst)


def test_een_vraag_kan_worden_beslist() -> None:
    keuze = Keuze("D", "Q360", "uitvoeren", "nagevraagd", "J. Jurist", date(2024, 1, 1))
    uit = voer(WEG.replace("Weg ermee.", "Iets anders."), (keuze,))
    assert uit.volledig
    assert [nummer for nummer, _, _ in artikelen(uit.root)] == ["1", "2"]


def test_nummers_anders_gedrukt_is_een_waarschuwing() -> None:
    uit = voer(LID.replace("<LidNummer>1.</LidNummer>", "<LidNummer>1</LidNummer>"))
    assert [m.code for m in uit.meldingen] == ["W360"]
    assert uit.root.kinderen[1].kinderen[0].aanduiding == "1"


def test_oud_en_nieuw_uit_een_tekst_met_renvooi() -> None:
    ontleed = besluit(LID)
    (payload,) = ontleed.stappen[1].bewerkingen[0].inhoud  # type: ignore[union-attr]
    (oud,), (nieuw,) = oude_tekst(payload), nieuwe_tekst(payload)
    assert [lid.aanduiding for lid in oud.kinderen] == ["1.", "2.", "3."]
    assert [lid.aanduiding for lid in nieuw.kinderen] == ["1.", "2."]


SLOT = '<Artikel eId="art_II" wId="b__art_II"><Kop><Nummer>II</Nummer></Kop><Inhoud><Al>Dit besluit treedt in werking met ingang van 1 juli 2024.</Al></Inhoud></Artikel>'


def data(jwv: str, gv: str = "") -> str:
    doel = "/join/id/proces/gm9999/2024/X"
    stempel = "<Tijdstempel><doel>{d}</doel><soortTijdstempel>{s}</soortTijdstempel><datum>{w}</datum><eId>art_II</eId></Tijdstempel>"
    stempels = stempel.format(d=doel, s="juridischWerkendVanaf", w=jwv)
    stempels += stempel.format(d=doel, s="geldigVanaf", w=gv) if gv else ""
    return f"""<BesluitMetadata><maker>/tooi/id/gemeente/gm9999</maker></BesluitMetadata><Procedureverloop><bekendOp>2024-06-01</bekendOp>
    <procedurestappen><Procedurestap><soortStap>/join/id/stop/procedure/stap_002</soortStap><voltooidOp>2024-05-01</voltooidOp></Procedurestap></procedurestappen></Procedureverloop>
    <ConsolidatieInformatie><BeoogdeRegelgeving><BeoogdeRegeling><doelen><doel>{doel}</doel></doelen><eId>art_I</eId></BeoogdeRegeling></BeoogdeRegelgeving>
    <Tijdstempels>{stempels}</Tijdstempels></ConsolidatieInformatie>"""


def test_tijdstempels_zonder_slotbepaling_zijn_de_inwerkingtreding() -> None:
    ontleed = besluit(WEG, "", data("2024-07-01", "2024-01-01"))
    (clausule,) = ontleed.clausules
    assert isinstance(clausule, Inwerkingtreding)
    assert (clausule.vanaf, clausule.terugwerkend) == (OpDatum(date(2024, 7, 1)), date(2024, 1, 1))
    meta = ontleed.besluit.meta
    assert (meta.bekend, meta.vastgesteld) == (date(2024, 6, 1), date(2024, 5, 1))
    assert [naam for naam, _ in meta.overig] == [
        "stop:BesluitMetadata",
        "stop:Procedureverloop",
        "stop:ConsolidatieInformatie",
    ]


def test_tijdstempel_en_tekst_moeten_gelijk_zijn() -> None:
    assert not besluit(WEG, SLOT, data("2024-07-01")).meldingen
    (melding,) = besluit(WEG, SLOT, data("2025-07-01")).meldingen
    assert melding.code == "Q290"
    assert melding.tekst == (
        "De inwerkingtreding volgens de tekst (2024-07-01) is niet die van de tijdstempels (2025-07-01)."
    )


def test_de_bijlage_met_wijzigingen_ontbreekt() -> None:
    xml = f"""<BesluitCompact {NS}><Lichaam><WijzigArtikel eId="art_I" wId="w"><Kop><Nummer>I</Nummer></Kop>
    <Wat>Zie <IntRef ref="cmp_B" scope="WijzigBijlage">bijlage B</IntRef>.</Wat></WijzigArtikel></Lichaam></BesluitCompact>"""
    gelezen, _ = lees_stop_besluit(xml.encode())
    assert gelezen is not None
    (melding,) = ontleed_besluit(gelezen).meldingen
    assert (melding.code, melding.tekst) == (
        "E290",
        "Artikel I verwijst naar bijlage cmp_B, maar die staat niet in het bestand.",
    )


def test_een_nieuwe_regeling_is_een_vaststelling() -> None:
    xml = f"""<BesluitCompact {NS}><Lichaam><WijzigArtikel eId="art_I" wId="w"><Kop><Nummer>I</Nummer></Kop>
    <Wat>De regeling in <IntRef ref="cmp_A" scope="WijzigBijlage">bijlage A</IntRef> wordt vastgesteld.</Wat></WijzigArtikel></Lichaam>
    <WijzigBijlage eId="cmp_A" wId="b__cmp_A"><Kop><Nummer>A</Nummer></Kop><RegelingCompact><Lichaam>{BASIS}</Lichaam></RegelingCompact></WijzigBijlage></BesluitCompact>"""
    gelezen, _ = lees_stop_besluit(xml.encode())
    assert gelezen is not None
    ontleed = ontleed_besluit(gelezen)
    assert [m.code for m in ontleed.meldingen] == ["N290"]
    assert ontleed.stappen == ()
    nieuw, _ = lees_stop(xml.encode())
    assert nieuw is not None
    assert len(artikelen(nieuw.root)) == 3


def test_wijziginstructies_zijn_zinnen() -> None:
    xml = f"""<BesluitKlassiek {NS}><RegelingKlassiek><Lichaam><WijzigArtikel eId="art_I" wId="w"><Kop><Label>Artikel</Label><Nummer>I</Nummer></Kop>
    <Wat>De Fictieve regeling wordt als volgt gewijzigd:</Wat><WijzigInstructies><Instructie><Nummer>A</Nummer><Wat>Artikel 1 komt te luiden:</Wat>
    <Artikel eId="art_1" wId="g_1__art_1"><Kop><Label>Artikel</Label><Nummer>1</Nummer></Kop><Inhoud><Al>Anders.</Al></Inhoud></Artikel></Instructie>
    </WijzigInstructies></WijzigArtikel></Lichaam></RegelingKlassiek></BesluitKlassiek>"""
    gelezen, _ = lees_stop_besluit(xml.encode())
    assert gelezen is not None
    ontleed = ontleed_besluit(gelezen)
    assert [m for m in ontleed.meldingen if m.blokkeert] == []
    uit = voer_uit(basis(), ontleed.stappen, "b", "gm9999_b")
    assert artikelen(uit.root)[0] == ("1", "g_1__art_1", "Anders.")


def test_een_ander_werk_wordt_gemeld_maar_de_identiteit_beslist() -> None:
    gelezen, _ = lees_stop(regeling(BASIS), "x")
    assert gelezen is not None
    uit = pas_toe(gelezen, besluit(WEG))
    assert [m.code for m in uit.meldingen] == ["W413"]
    assert [nummer for nummer, _, _ in artikelen(uit.regeling.root)] == ["1", "2"]
    ander, _ = lees_stop(regeling(BASIS.replace("g_1__", "anders_1__")), "x")
    assert ander is not None
    assert [m.code for m in pas_toe(ander, besluit(WEG)).uitvoering.meldingen] == ["E360"]
