"""Word, HTML and pdf files → the same lines as the plain text; what is heavy, hostile or unreadable is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from amend import pipeline
from amend.model.stap import OntleedBesluit, Stap
from amend.read import omzetten
from amend.read.begrensd import Begrenzing, begrensd
from amend.read.bestand import Bestand
from amend.read.docx import lees_docx
from amend.read.html import lees_html
from amend.read.pdf import _tekst, lees_pdf
from tests.read.docx_maken import W, alineas, bewaar, docx, met_nummering, verbouw

pytest.importorskip("mammoth", reason="mammoth is not installed (extra import)")
pytest.importorskip("docx", reason="python-docx is not installed (extra docx)")

DATA = Path(__file__).parents[1] / "data"
BESLUIT = (
    "Besluit tot wijziging van de Proefverordening (fictief)",
    "Artikel I",
    "De Proefverordening wordt als volgt gewijzigd:",
    "A. Artikel 2 komt te luiden:",
    "Artikel 2 Begrip",
    "Het college stelt regels.",
    "B. Artikel 3 vervalt.",
    "Artikel II",
    "Dit besluit treedt in werking op de dag na die van de bekendmaking.",
)


@pytest.mark.parametrize("bron", ["seed_000", "sociaal_fictief_1", "sociaal_fictief_2", "sociaal_fictief_3"])
def test_word_bestand_geeft_hetzelfde_besluit_als_de_tekst(bron: str) -> None:
    tekst = (DATA / f"{bron}.txt").read_text("utf-8")
    bestand, meldingen = pipeline.open_bytes(docx(alineas(tekst)))
    assert bestand is not None
    assert (bestand.soort, bestand.vorm, meldingen) == ("besluit_tekst", "docx", ())
    uit_docx, uit_tekst = _ontleed(bestand), _ontleed(pipeline.open_bytes(tekst.encode())[0])
    assert uit_docx.woorden == uit_tekst.woorden
    assert [_kern(stap) for stap in uit_docx.stappen] == [_kern(stap) for stap in uit_tekst.stappen]


def _ontleed(bestand: Bestand | None) -> OntleedBesluit:
    besluit = pipeline.lees_besluit(bestand, "x")[0] if bestand else None
    assert besluit is not None
    return pipeline.ontleed(besluit)


def _kern(stap: Stap) -> object:
    """What a step says, without the places in its source."""
    return stap.naam, stap.zin.plat, [getattr(op, "inhoud", ()) for op in stap.bewerkingen]


def test_nummers_die_word_zelf_maakt_staan_in_de_tekst() -> None:
    niveaus = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>'
        '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    )
    genummerd = [
        ("Artikel 1", 0, 0),
        ("eerste lid", 1, 0),
        ("met a", 1, 1),
        ("met b", 1, 1),
        ("diep", 1, 2),
        ("punt", 1, 3),
        ("tweede lid", 1, 0),
        ("weer a", 1, 1),
        ("opnieuw", 2, 0),
        ("verder", 2, 0),
    ]
    tekst, meldingen = lees_docx(met_nummering(genummerd, niveaus))
    assert meldingen == ()
    assert tekst is not None
    assert tekst.split("\n\n") == [
        "Artikel 1",
        "1. eerste lid",
        "a) met a",
        "b) met b",
        "1.III diep",
        "- punt",
        "2. tweede lid",
        "a) weer a",
        "1. opnieuw",
        "2. verder\n",
    ]


def test_tabel_kop_en_afbeelding_in_word() -> None:
    from docx import Document

    document = Document()
    document.add_heading("Bijlage 1", 1)
    tabel = document.add_table(rows=2, cols=2)
    for cel, tekst in zip((c for rij in tabel.rows for c in rij.cells), ("Kop", "Bedrag", "a", "€ 5"), strict=True):
        cel.text = tekst
    document.sections[0].header.paragraphs[0].text = "Raadsstuk 12"
    tekst, meldingen = lees_docx(bewaar(document))
    assert tekst is not None
    assert tekst.split("\n") == ["Bijlage 1", "", "| Kop | Bedrag |", "| a | € 5 |", ""]
    assert [m.code for m in meldingen] == ["N144"]
    assert "“Raadsstuk 12”" in meldingen[0].tekst


def test_bijgehouden_wijzigingen_worden_gemeld() -> None:
    basis = docx(["Artikel 1", "blijft"])
    xml = (
        f'<w:document {W}><w:body><w:p><w:r><w:t>Artikel 1</w:t></w:r></w:p><w:p><w:ins w:id="1"><w:r>'
        '<w:t>nieuw</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>oud</w:delText></w:r></w:del></w:p>'
        "</w:body></w:document>"
    )
    tekst, meldingen = lees_docx(verbouw(basis, {"word/document.xml": xml.encode()}))
    assert tekst == "Artikel 1\n\nnieuw\n"
    assert [m.code for m in meldingen] == ["W142"]


def test_tekst_die_mammoth_niet_ziet_wordt_niet_stil_weggelaten() -> None:
    xml = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>Artikel 1</w:t></w:r></w:p><w:onbekend><w:p><w:r>"
        "<w:t>verdwaald</w:t></w:r></w:p></w:onbekend></w:body></w:document>"
    )
    tekst, (melding,) = lees_docx(verbouw(docx(["x"]), {"word/document.xml": xml.encode()}))
    assert tekst is None
    assert melding.code == "E143"
    assert melding.tekst.startswith("9 tekens van het Word-bestand staan niet in de gelezen tekst")


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [(b"PK\x03\x04 geen zip", "E140"), (verbouw(docx(["x"]), {"word/rommel.xml": b"<a>"}), "E155")],
)
def test_kapot_word_bestand(inhoud: bytes, code: str) -> None:
    tekst, (melding,) = lees_docx(inhoud)
    assert tekst is None
    assert melding.code == code


def test_zipbom_wordt_niet_uitgepakt() -> None:
    bom = verbouw(docx(["x"]), {"word/media/nul.bin": b"\0" * (90 * 1024 * 1024)})
    assert len(bom) < 200_000
    tekst, (melding,) = lees_docx(bom)
    assert tekst is None
    assert melding.code == "E141"
    assert melding.tekst.startswith("Het Word-bestand is uitgepakt 90 MB in ")


@pytest.mark.parametrize("deel", ["word/document.xml", "word/styles.xml", "word/footnotes.xml"])
def test_entiteiten_in_een_word_bestand(deel: str) -> None:
    kwaad = (
        f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r>'
        "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    tekst, (melding,) = lees_docx(verbouw(docx(["x"]), {deel: kwaad.encode()}))
    assert tekst is None
    assert "DOCTYPE" in melding.tekst


def test_html_van_een_site() -> None:
    bron = """<!DOCTYPE html><html><head><title>t</title><script>alert(1)</script></head><body><nav>Home | Zoek</nav>
    <main><h2>Artikel 1</h2><p>Het college&nbsp;stelt <b>regels</b>:</p><ol type="a"><li>een;</li><li>twee:
    <ol type="i"><li>klein;</li></ol></li></ol><ul><li>1. al genummerd</li><li>los</li></ul>
    <table><tr><th>A</th><th>B</th></tr><tr><td>1<br>2</td><td>x|y</td></tr></table></main>
    <footer>Colofon</footer></body></html>"""
    tekst, (melding,) = lees_html(bron)
    assert tekst.split("\n") == [
        "Artikel 1",
        "",
        "Het college\u00a0stelt regels:",
        "",
        "a. een;",
        "b. twee:",
        "  i. klein;",
        "1. al genummerd",
        "- los",
        "",
        "| A | B |",
        "1 2\tx|y",
        "",
    ]
    assert melding.tekst == "Niet gelezen, omdat het buiten de tekst van de pagina staat: “Home | Zoek”; “Colofon”."


def test_diep_geneste_html_verliest_niets() -> None:
    tekst, _ = lees_html("<body>" + "<div>" * 220 + "bodem" + "</div>" * 220 + "</body>")
    assert "bodem" in tekst


def test_html_is_een_besluit() -> None:
    bron = f"<!DOCTYPE html><html><body>{''.join(f'<p>{regel}</p>' for regel in BESLUIT)}</body></html>"
    bestand, _ = pipeline.open_bytes(bron.encode())
    assert bestand is not None
    assert (bestand.soort, bestand.vorm, bestand.inhoud) == ("besluit_tekst", "html", bron.encode())
    besluit, _ = pipeline.lees_besluit(bestand, "x")
    assert besluit is not None
    assert [s.naam for s in pipeline.ontleed(besluit).stappen] == ["I", "A", "B"]


# ---- pdf ------------------------------------------------------------


def pdf(bladzijden: list[list[str]]) -> bytes:
    """A pdf with these lines on its pages, made by hand."""
    delen = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kinderen = []
    for regels in bladzijden:
        tekst = "".join(f"({regel}) Tj 0 -16 Td " for regel in regels)
        stroom = f"BT /F1 11 Tf 60 800 Td {tekst}ET".encode("latin-1")
        delen.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stroom), stroom))
        inhoud = len(delen)
        delen.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % inhoud
        )
        kinderen.append(len(delen))
    kids = " ".join(f"{nr} 0 R" for nr in kinderen)
    delen[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(kinderen)}>>".encode()
    uit, plekken = b"%PDF-1.4\n", []
    for nr, deel in enumerate(delen, 1):
        plekken.append(len(uit))
        uit += b"%d 0 obj\n%s\nendobj\n" % (nr, deel)
    kruis = b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    return uit + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(delen) + 1,
        kruis,
        len(delen) + 1,
        len(uit),
    )


def test_pdf_is_altijd_te_bevestigen() -> None:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra import)")
    bladen = [["Raadsstuk", *BESLUIT[:4], "Pagina 1"], ["Raadsstuk", *BESLUIT[4:7], "Pagina 2"]]
    bladen.append(["Raadsstuk", *BESLUIT[7:], "Pagina 3"])
    bestand, meldingen = pipeline.open_bytes(pdf(bladen))
    assert bestand is not None
    assert (bestand.soort, bestand.vorm) == ("besluit_tekst", "pdf")
    assert bestand.tekst.splitlines() == list(BESLUIT)
    assert [m.code for m in meldingen] == ["W145", "N144"]
    assert "“Raadsstuk” (3 keer); “Pagina 1” (3 keer)" in meldingen[1].tekst


def test_pdf_van_plaatjes_en_kapotte_pdf() -> None:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra import)")
    assert [m.code for m in lees_pdf(pdf([[], []]))[1]] == ["E146"]
    assert [m.code for m in lees_pdf(b"%PDF-1.4 rommel")[1]] == ["E140"]
    assert pipeline.open_bytes(b"%PDF-1.4 rommel")[0] is None


def test_een_artikel_bovenaan_elke_bladzijde_blijft_staan() -> None:
    tekst, _ = _tekst([["Artikel 1", "a", "b", "c", "d"], ["Artikel 2", "e", "f", "g", "h"]])
    assert tekst.split() == ["Artikel", "1", *"abcd", "Artikel", "2", *"efgh"]


# ---- limits ------------------------------------------------------------


def _vreet() -> int:
    return len([b"x" * 1024 * 1024 for _ in range(4000)])


@pytest.mark.parametrize(
    ("functie", "argumenten", "seconden", "waarom"), [(time.sleep, (30,), 2, "tijd"), (_vreet, (), 60, "geheugen")]
)
def test_werk_dat_te_lang_of_te_zwaar_is_wordt_gestopt(
    functie: object, argumenten: tuple[int, ...], seconden: int, waarom: str
) -> None:
    with pytest.raises(Begrenzing) as grens:
        begrensd(functie, *argumenten, seconden=seconden, megabytes=1024)  # type: ignore[arg-type]
    assert grens.value.waarom == waarom


def test_begrensd_werk_dat_te_lang_duurt_is_een_melding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(omzetten, "SECONDEN", 0.0)
    bestand, meldingen = pipeline.open_bytes(docx(["Artikel 1"]))
    assert bestand is None
    assert [(m.code, m.tekst) for m in meldingen] == [
        ("E141", "Het lezen van het bestand kostte te veel tijd en is gestopt.")
    ]


def test_zonder_uitbreiding_zegt_de_lezer_wat_nodig_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(omzetten.importlib.util, "find_spec", lambda naam: None)
    _, meldingen = pipeline.open_bytes(docx(["Artikel 1"]))
    assert [(m.code, m.hulp) for m in meldingen] == [("E147", "Installeer: pip install 'amend[import]'.")]
