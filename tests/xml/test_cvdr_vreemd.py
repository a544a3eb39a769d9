"""Reading CVDR of others: what is interpreted, what is kept, and what is said about it (self-written files)."""

from __future__ import annotations

from amend.model.regeling import Regeling
from amend.model.tree import Node, Soort, Status, loop, platte_tekst, zichtbare_tekst
from amend.read.cvdr import lees_cvdr
from amend.write.cvdr import schrijf_cvdr

_NS = (
    'xmlns="http://standaarden.overheid.nl/cvdr/terms/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:overheid="http://standaarden.overheid.nl/owms/terms/" '
    'xmlns:overheidrg="http://standaarden.overheid.nl/cvdr/meta/"'
)


def lees(tekst: str, meta: str = "", sluiting: str = "") -> tuple[Regeling, set[str]]:
    data = (
        f"<cvdr {_NS}><meta>{meta}</meta><body><intitule>R</intitule><regeling><aanhef><preambule><al>De raad;</al>"
        f"</preambule></aanhef><regeling-tekst>{tekst}</regeling-tekst>{sluiting}</regeling></body></cvdr>"
    )
    regeling, meldingen = lees_cvdr(data.encode())
    assert regeling is not None
    assert lees_cvdr(schrijf_cvdr(regeling)) == (regeling, ())
    return regeling, {m.code for m in meldingen}


def artikel(tekst: str) -> tuple[Node, set[str]]:
    kop = "<kop><label>Artikel</label><nr>1</nr><titel>Kop</titel></kop>"
    regeling, codes = lees(f"<artikel>{kop}{tekst}</artikel>")
    return next(node for _, node in loop(regeling.root) if node.soort is Soort.ARTIKEL), codes


def test_platte_lijst_van_leden_wordt_leden() -> None:
    node, codes = artikel(
        '<lijst><li nr="1."><al>Een:</al></li></lijst><lijst><li nr="a."><al>x;</al></li></lijst>'
        '<lijst><li nr="2."><al>Twee.</al></li></lijst>'
    )
    assert [kind.soort for kind in node.kinderen] == [Soort.LID, Soort.LID]
    assert [kind.soort for kind in node.kinderen[0].kinderen] == [Soort.AL, Soort.LIJST]
    assert codes == {"W162"}


def test_gewone_genummerde_lijst_blijft_lijst() -> None:
    node, codes = artikel('<al>Aanhef:</al><lijst><li nr="1."><al>x</al></li><li nr="2."><al>y</al></li></lijst>')
    assert [kind.soort for kind in node.kinderen] == [Soort.AL, Soort.LIJST]
    assert codes == set()


def test_soorten_lijstonderdelen() -> None:
    node, _ = artikel(
        '<lijst><li nr="•"><al>x</al></li><li nr="a)"><al>y</al></li><li nr="1º."><al>z</al></li></lijst>'
    )
    items = node.kinderen[0].kinderen
    assert [(i.soort, i.nummer, i.aanduiding) for i in items] == [
        (Soort.STREEPJE, "", "•"),
        (Soort.ONDERDEEL, "a", "a)"),
        (Soort.ONDERDEEL, "1°", "1º."),
    ]


def test_onbekend_element_en_commentaar_blijven_op_hun_plaats() -> None:
    node, codes = artikel('<al>Voor.</al><figuur bron="a.png"><titel>T</titel></figuur><!-- let op --><al>Na.</al>')
    assert [kind.soort for kind in node.kinderen] == [Soort.AL, Soort.FRAGMENT, Soort.FRAGMENT, Soort.AL]
    assert node.kinderen[2].xml == "<!-- let op -->"
    assert codes == {"W160", "W161"}


def test_plaatje_in_tekst_is_een_fragment_en_de_tekst_blijft() -> None:
    node, codes = artikel('<al>Zie <plaatje src="a.png"/> en <vreemd>dit</vreemd>.</al>')
    (al,) = node.kinderen
    assert platte_tekst(al.tekst) == "Zie  en dit."
    assert [mark.naam for run in al.tekst for mark in run.marks] == ["fragment", "vreemd"]
    assert codes == {"W160"}


def test_witruimte_van_de_opmaak_valt_weg_en_harde_spatie_blijft() -> None:
    node, _ = artikel("<al>\n   Een <vet> twee</vet>\n   drie\u00a0 \u00a0.\n</al><al/><al>  </al>")
    assert [platte_tekst(kind.tekst) for kind in node.kinderen] == ["Een twee drie\u00a0 \u00a0."]


def test_lijst_in_alinea_wordt_gesplitst() -> None:
    node, codes = artikel('<al>Aanhef:<lijst><li nr="a."><al>x;</al></li></lijst>Slot.</al>')
    assert [kind.soort for kind in node.kinderen] == [Soort.AL, Soort.LIJST, Soort.AL]
    assert codes == set()


def test_losse_tekst_in_lid() -> None:
    node, codes = artikel("<lid><lidnr>1.</lidnr>Zonder alinea.</lid>")
    assert zichtbare_tekst(node).endswith("Zonder alinea.")
    assert codes == {"W164"}


def test_vervallen_artikelen() -> None:
    regeling, _ = lees(
        "<artikel><kop><label>Artikel</label><nr>1</nr><titel>[Vervallen]</titel></kop></artikel>"
        "<artikel><kop><label>Artikel</label><nr>2</nr></kop><al>(vervallen)</al></artikel>"
        "<artikel><kop><label>Artikel 3 Doel</label></kop><al>Gereserveerd</al></artikel>"
    )
    artikelen = [node for _, node in loop(regeling.root) if node.soort is Soort.ARTIKEL]
    assert [node.status for node in artikelen] == [Status.VERVALLEN, Status.VERVALLEN, Status.GERESERVEERD]
    assert [(node.label, node.nummer, platte_tekst(node.opschrift)) for node in artikelen] == [
        ("Artikel", "1", ""),
        ("Artikel", "2", ""),
        ("Artikel", "3", "Doel"),
    ]
    assert schrijf_cvdr(regeling, met_identiteit=False).decode().count("<al>[Vervallen]</al>") == 2


def test_twee_tabelgroepen_blijven_letterlijk() -> None:
    rij = "<tbody><row><entry><al>x</al></entry></row></tbody>"
    node, codes = artikel(f'<table><tgroup cols="1">{rij}</tgroup><tgroup cols="1">{rij}</tgroup></table>')
    assert [kind.soort for kind in node.kinderen] == [Soort.FRAGMENT]
    assert codes == {"W160"}


def test_voetnoot() -> None:
    node, _ = artikel(
        '<al>Woord<noot id="n" type="voet"><noot.nr>1</noot.nr><noot.al>\n Zie <vet>x</vet>.</noot.al></noot>.</al>'
    )
    tekst = node.kinderen[0].tekst
    assert platte_tekst(tekst) == "WoordZie x.."
    assert tekst[1].marks[0].attributen == (("id", "n"), ("type", "voet"), ("nr", "1"))


def test_ondertekening_behoudt_haar_vorm() -> None:
    sluiting = (
        "<regeling-sluiting><slotformulering><al>Aldus.</al></slotformulering>"
        "<ondertekening><functie>De griffier,</functie></ondertekening>"
        "<ondertekening><functie>De voorzitter,</functie></ondertekening></regeling-sluiting>"
    )
    regeling, _ = lees("<artikel><kop><label/></kop><al>x</al></artikel>", sluiting=sluiting)
    gewoon = schrijf_cvdr(regeling, met_identiteit=False).decode()
    assert "".join(regel.strip() for regel in gewoon.splitlines()).count(sluiting) == 1


def test_metagegevens() -> None:
    meta = (
        "<owmskern><dcterms:identifier>CVDR1_1</dcterms:identifier><dcterms:title>T</dcterms:title>"
        '<dcterms:creator scheme="overheid:RegionaalSamenwerkingsorgaan">Sociaal</dcterms:creator></owmskern>'
        '<owmsmantel><dcterms:source resourceIdentifier="1.0:c:X">Wet</dcterms:source></owmsmantel>'
        "<cvdripm><overheidrg:inwerkingtredingDatum>2024-02-07</overheidrg:inwerkingtredingDatum>"
        "<overheidrg:terugwerkendekrachtDatum>2023-09-01</overheidrg:terugwerkendekrachtDatum>"
        "<overheidrg:uitwerkingtredingDatum>ooit</overheidrg:uitwerkingtredingDatum>"
        "<overheidrg:redactioneleToevoeging><al>Let op.</al></overheidrg:redactioneleToevoeging></cvdripm>"
    )
    regeling, codes = lees("<artikel><kop><label/></kop><al>x</al></artikel>", meta)
    gelezen = regeling.meta
    assert (gelezen.id, gelezen.organisatietype, gelezen.grondslag) == (
        "CVDR1_1",
        "Regionaal samenwerkingsorgaan",
        ("Wet",),
    )
    assert (str(gelezen.inwerkingtreding), str(gelezen.terugwerkend)) == ("2024-02-07", "2023-09-01")
    assert gelezen.opmerkingen == ("Let op.",)
    assert ("overheidrg:uitwerkingtredingDatum", "ooit") in gelezen.overig
    assert codes == {"W165"}
    assert 'resourceIdentifier="1.0:c:X"' in schrijf_cvdr(regeling, met_identiteit=False).decode()


def test_elk_element_krijgt_een_identiteit() -> None:
    regeling, _ = lees(
        "<artikel><kop><label>Artikel</label><nr>1</nr></kop><lid><lidnr>1.</lidnr><al>x</al></lid></artikel>"
    )
    assert [node.wid for _, node in loop(regeling.root) if node.soort in (Soort.ARTIKEL, Soort.LID)] == [
        "xx0000_1__art_1",
        "xx0000_1__art_1__para_1",
    ]
