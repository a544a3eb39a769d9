"""Hostile and broken XML: one clear Dutch finding, quickly, and never a guess."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from amend.model.melding import Melding
from amend.read.cvdr import lees_cvdr
from amend.read.op_xml import lees_besluit_xml
from amend.read.schema import valideer
from amend.read.xml_veilig import MAX_BYTES, MAX_DIEPTE, parse_xml

LACH = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
]>
<cvdr x="&c;">&c;</cvdr>"""


def enige(data: bytes) -> Melding:
    begin = time.monotonic()
    root, (melding,) = parse_xml(data, "b.xml")
    assert time.monotonic() - begin < 5
    assert root is None
    assert melding.bestand == "b.xml"
    return melding


def test_billion_laughs() -> None:
    melding = enige(LACH)
    assert melding.code == "E151"
    assert melding.tekst == "Op regel 2 staat een DOCTYPE; een DTD en entiteiten worden niet verwerkt."
    assert melding.plek is not None
    assert melding.plek.regel == 2


def test_externe_dtd_en_bestand_worden_niet_gelezen(tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("GEHEIM")
    data = f'<!-- c --><!DOCTYPE a SYSTEM "http://example.invalid/a.dtd" [<!ENTITY x SYSTEM "{geheim}">]><a>&x;</a>'
    melding = enige(data.encode())
    assert melding.code == "E151"
    assert "GEHEIM" not in melding.tekst


def test_doctype_in_utf16_blijft_geen_doctype() -> None:
    assert enige('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")).code == "E151"


def test_onbekende_entiteit() -> None:
    assert enige(b"<a>\n&nbsp;</a>").code == "E151"


def test_tienduizend_niveaus() -> None:
    assert enige(b"<a>" * 10_000 + b"</a>" * 10_000).code == "E152"


def test_diepte_grens() -> None:
    def genest(n: int) -> bytes:
        return b"<a>" * n + b"</a>" * n

    assert parse_xml(genest(MAX_DIEPTE))[1] == ()
    assert enige(genest(MAX_DIEPTE + 1)).code == "E152"


def test_te_groot() -> None:
    melding = enige(b" " * (MAX_BYTES + 1))
    assert melding.tekst == "Het bestand is groter dan 50 MB en is niet gelezen."


@pytest.mark.parametrize(
    ("data", "code", "regel", "kolom"),
    [
        (b'<?xml version="1.0" encoding="utf-8"?>\n<a>caf\xe9</a>', "E154", 2, 7),
        (b'<?xml version="1.0" encoding="us-ascii"?><a>\xc3\xa9</a>', "E154", 1, 45),
        (b"<a>\n<b>\n</a>", "E150", 3, 5),
        (b"<a>\n<b", "E155", 2, 3),
        (b"<a><b></b>", "E155", 1, 11),
        (b"", "E150", 1, 1),
        (b"tekst", "E150", 1, 1),
        (b"<a x='1' x='2'/>", "E150", 1, 15),
        (b"<a><p:b/></a>", "E150", 1, 8),
        (b"<a>\x01</a>", "E150", 1, 4),
    ],
)
def test_kapotte_xml(data: bytes, code: str, regel: int, kolom: int) -> None:
    melding = enige(data)
    assert (melding.code, melding.plek and (melding.plek.regel, melding.plek.kolom)) == (code, (regel, kolom))


def test_onbekende_codering() -> None:
    melding = enige(b'<?xml version="1.0" encoding="ebcdic-nl"?><a/>')
    assert melding.tekst == "De tekencodering ebcdic-nl wordt niet gelezen; lever het bestand in UTF-8 aan."


@pytest.mark.parametrize("codering", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_andere_coderingen_worden_juist_gelezen(codering: str) -> None:
    root, meldingen = parse_xml(f'<?xml version="1.0" encoding="{codering}"?>\n<a>é</a>'.encode(codering))
    assert meldingen == ()
    assert root is not None
    assert root.text == "é"


def test_verkeerde_naamruimte() -> None:
    regeling, (melding,) = lees_cvdr(b'<cvdr xmlns="urn:iets"><body/></cvdr>')
    assert regeling is None
    assert melding.code == "E156"
    assert melding.tekst == "De naamruimte van <cvdr> is “urn:iets”; dat is niet die van CVDR."


def test_ander_soort_bestand() -> None:
    assert lees_cvdr(b"<html/>")[1][0].tekst == "Het bestand begint met <html> en is dus geen CVDR."
    assert lees_besluit_xml(b"<cvdr/>")[1][0].code == "E156"


def test_zonder_regeling() -> None:
    data = b'<cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/"><body/></cvdr>'
    assert lees_cvdr(data)[1][0].tekst == "In het bestand staat geen element <regeling>."
    assert lees_besluit_xml(b"<officiele-publicatie/>")[1][0].code == "E157"


def test_verkeerd_eigen_kenmerk_is_een_melding() -> None:
    data = (
        b'<cvdr xmlns="http://standaarden.overheid.nl/cvdr/terms/" xmlns:amend="urn:amend:opslag:1" amend:opslag="1">'
        b'<body><regeling><regeling-tekst><artikel amend:status="weg"/></regeling-tekst></regeling></body></cvdr>'
    )
    regeling, meldingen = lees_cvdr(data)
    assert regeling is None
    assert meldingen[-1].code == "E170"


@pytest.mark.parametrize("data", [LACH, b"<a>", b"\xff\xfe", b"<a>\xff</a>"])
def test_schema_op_kapotte_xml(data: bytes) -> None:
    assert valideer(data, "regeling")[0].code in {"E150", "E151", "E154", "E155"}
