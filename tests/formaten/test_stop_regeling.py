# ruff: noqa: E501 - XML as it is delivered
"""STOP regulations: own small texts; the official examples are in test_voorbeelden."""

from __future__ import annotations

from amend.model.tree import Node, Soort, Status, loop, platte_tekst, zichtbare_tekst
from amend.read.cvdr import lees_cvdr
from amend.read.stop import lees_stop
from amend.write.cvdr import schrijf_cvdr

TEKST = 'xmlns="https://standaarden.overheid.nl/stop/imop/tekst/"'


def regeling(lichaam: str, rest: str = "") -> bytes:
    return (
        f'<RegelingKlassiek {TEKST} schemaversie="1.3.0"><RegelingOpschrift eId="longTitle" wId="longTitle">'
        f'<Al>Fictieve regeling</Al></RegelingOpschrift><Lichaam eId="body" wId="body">{lichaam}</Lichaam>{rest}'
        "</RegelingKlassiek>"
    ).encode()


def lees(data: bytes) -> tuple[Node, set[str]]:
    gelezen, meldingen = lees_stop(data, "fictief")
    assert gelezen is not None, meldingen
    assert lees_cvdr(schrijf_cvdr(gelezen))[0] == gelezen
    return gelezen.root, {m.code for m in meldingen}


ARTIKEL = """
<Artikel eId="art_3" wId="gm9999_1__art_4"><Kop><Label>Artikel</Label><Nummer>3</Nummer><Opschrift>Doel</Opschrift></Kop>
 <Lid eId="art_3__para_1" wId="gm9999_1__art_4__para_1"><LidNummer>1.</LidNummer><Inhoud>
  <Lijst eId="art_3__para_1__list_o_1" wId="gm9999_1__art_4__para_1__list_o_1" type="expliciet">
   <Lijstaanhef>Hier geldt:</Lijstaanhef>
   <Li eId="art_3__para_1__list_o_1__item_a" wId="w1"><LiNummer>a.</LiNummer><Al>een; en</Al></Li>
   <Li eId="art_3__para_1__list_o_1__item_b" wId="w2"><LiNummer>b.</LiNummer><Al><b>twee</b>.</Al></Li>
   <Lijstsluiting>alles samen.</Lijstsluiting>
  </Lijst></Inhoud></Lid></Artikel>
<Artikel eId="art_4" wId="gm9999_1__art_5"><Kop><Label>Artikel</Label><Nummer>4</Nummer></Kop><Vervallen/></Artikel>
<Artikel eId="art_5" wId="gm9999_1__art_6"><Kop><Label>Artikel</Label><Nummer>5</Nummer></Kop><Gereserveerd/></Artikel>
"""


def test_artikel_met_lid_en_lijst() -> None:
    root, meldingen = lees(regeling(ARTIKEL))
    artikel = root.kinderen[0]
    assert (artikel.wid, artikel.nummer, artikel.label, platte_tekst(artikel.opschrift)) == (
        *("gm9999_1__art_4", "3", "Artikel"),
        "Doel",
    )
    (lid,) = artikel.kinderen
    assert [(k.soort, platte_tekst(k.tekst)) for k in lid.kinderen] == [
        (Soort.AL, "Hier geldt:"),
        (Soort.LIJST, ""),
        (Soort.AL, "alles samen."),
    ]
    assert [(item.nummer, item.wid, zichtbare_tekst(item)) for item in lid.kinderen[1].kinderen] == [
        ("a", "w1", "a.\neen; en"),
        ("b", "w2", "b.\ntwee."),
    ]
    assert meldingen == set()


def test_vervallen_en_gereserveerd_zijn_een_toestand() -> None:
    root, _ = lees(regeling(ARTIKEL))
    assert [(a.nummer, a.status, a.kinderen == ()) for a in root.kinderen] == [
        ("3", Status.ACTIEF, False),
        ("4", Status.VERVALLEN, True),
        ("5", Status.GERESERVEERD, True),
    ]


def test_eid_blijft_alleen_als_hij_niet_volgt_uit_de_plaats() -> None:
    root, _ = lees(regeling(ARTIKEL.replace('eId="art_5"', 'eId="art_6"')))
    bewaard = {node.nummer: node.attribuut("stop:eId") for _, node in loop(root) if node.attribuut("stop:eId")}
    assert bewaard == {"5": "art_6"}


def test_bijlage_met_divisietekst_en_toelichting() -> None:
    rest = """<Bijlage eId="cmp_1" wId="g__cmp_1"><Kop><Label>Bijlage</Label><Nummer>1</Nummer></Kop>
      <Divisietekst eId="cmp_1__content_o_1" wId="g__c"><Inhoud><Begrippenlijst eId="cmp_1__content_o_1__list_o_1" wId="g__l">
        <Begrip eId="cmp_1__content_o_1__list_o_1__item_o_1" wId="g__i"><Term>fiets</Term><Definitie><Al>rijwiel.</Al></Definitie></Begrip>
      </Begrippenlijst></Inhoud></Divisietekst></Bijlage>
      <Toelichting eId="recital" wId="g__r"><AlgemeneToelichting eId="recital__genrecital" wId="g__rg">
      <Kop><Opschrift>Algemeen</Opschrift></Kop><Divisietekst eId="recital__genrecital__content_o_1" wId="g__t">
      <Inhoud><Al>Uitleg.</Al></Inhoud></Divisietekst></AlgemeneToelichting></Toelichting>"""
    root, _ = lees(regeling(ARTIKEL, rest))
    bijlage, toelichting = root.kinderen[-2:]
    assert (bijlage.soort, toelichting.soort) == (Soort.BIJLAGE, Soort.TOELICHTING)
    assert bijlage.kinderen[0].attribuut("stop:element") == "Divisietekst"
    (begrip,) = bijlage.kinderen[0].kinderen[0].kinderen
    assert (begrip.soort, zichtbare_tekst(begrip)) == (Soort.BEGRIP, "fiets rijwiel.")
    assert not [n for _, n in loop(root) if n.attribuut("stop:eId")]
    assert zichtbare_tekst(toelichting) == "Algemeen\nUitleg."


def test_onbekend_element_blijft_bewaard_en_wordt_gemeld() -> None:
    figuur = '<Figuur eId="art_1__img_o_1" wId="g__f"><Illustratie naam="kaart.png"/><Bijschrift>De kaart</Bijschrift></Figuur>'
    artikel = (
        f'<Artikel eId="art_1" wId="g__a"><Kop><Nummer>1</Nummer></Kop><Inhoud><Al>Zie:</Al>{figuur}</Inhoud></Artikel>'
    )
    root, meldingen = lees(regeling(artikel))
    (fragment,) = [n for _, n in loop(root) if n.soort is Soort.FRAGMENT]
    assert "De kaart" in fragment.xml
    assert meldingen == {"W160"}


def test_twee_teksten_worden_niet_geraden() -> None:
    een = regeling(ARTIKEL).decode()
    twee = f"<Consolidaties>{een}{een}</Consolidaties>"
    gelezen, (melding,) = lees_stop(twee.encode())
    assert gelezen is None
    assert (melding.code, melding.tekst) == ("E158", "Het bestand bevat 2 regelingteksten: 2 teksten.")


def test_verkeerde_naamruimte() -> None:
    gelezen, (melding,) = lees_stop(b'<RegelingKlassiek xmlns="urn:iets-anders"/>')
    assert gelezen is None
    assert melding.code == "E156"
    assert melding.tekst == "De naamruimte van <RegelingKlassiek> is “urn:iets-anders”; dat is niet die van STOP."
