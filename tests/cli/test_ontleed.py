"""``amend ontleed``: sentences and decisions."""

from __future__ import annotations

import json

from tests.cli.hulp import DATA, amend

ZIN = 'In artikel 3, tweede lid, wordt "a" vervangen door "b".'


def rijen(tekst: str) -> list[dict[str, object]]:
    return [json.loads(regel) for regel in tekst.splitlines()]


def test_zin_als_json() -> None:
    uitkomst = amend("ontleed", "--zin", ZIN, "--json")
    assert uitkomst.status == 0
    (op,) = rijen(uitkomst.uit)
    assert op.pop("telkens", False) is False
    assert op == {
        "onderdeel": None,
        "handeling": "vervang_tekst",
        "doel": ["artikel 3/lid 2"],
        "oud": "a",
        "nieuw": "b",
    }


def test_zinnen_van_standaardinvoer_dragen_hun_regelnummer() -> None:
    uitkomst = amend(
        "ontleed", "--zin", "-", "--json", invoer=f"{ZIN}\n\nDit is geen instructie.\nArtikel 4 vervalt.\n"
    )
    assert uitkomst.status == 1
    per_zin = [(rij["zin"], rij.get("handeling")) for rij in rijen(uitkomst.uit)]
    assert (1, "vervang_tekst") in per_zin
    assert (4, "verwijder") in per_zin
    assert {zin for zin, _ in per_zin} == {1, 3, 4}
    (onbegrepen,) = [rij for rij in rijen(uitkomst.uit) if rij["zin"] == 3]
    (melding,) = onbegrepen["meldingen"]  # type: ignore[misc]
    assert melding["ernst"] == "fout"


def test_context_wordt_geerfd() -> None:
    uitkomst = amend("ontleed", "--zin", "Het derde lid vervalt.", "--context", "artikel 8", "--json")
    (op,) = rijen(uitkomst.uit)
    assert (op["handeling"], op["doel"]) == ("verwijder", ["artikel 8/lid 3"])


def test_onmogelijk_adres_is_verkeerd_gebruik() -> None:
    uitkomst = amend("ontleed", "--zin", "Het derde lid vervalt.", "--context", "???")
    assert (uitkomst.status, uitkomst.uit) == (2, "")
    assert "--context: “???” is geen adres; schrijf bijvoorbeeld 'artikel 8/lid 2'." in uitkomst.fout


def test_het_besluit_van_dordrecht_is_geheel_begrepen() -> None:
    uitkomst = amend("ontleed", DATA / "seed_000.txt")
    assert uitkomst.status == 0, uitkomst.fout
    assert "onverklaard                               0    0.0 %" in uitkomst.uit
    assert "artikel 16..33 → artikel 12..29" in uitkomst.uit
    uitkomst = amend("ontleed", DATA / "seed_000.txt", "--json")
    alle = rijen(uitkomst.uit)
    assert [rij["onderdeel"] for rij in alle if rij.get("handeling") == "verwijder"] == ["C", "F"]
    (datum,) = [rij for rij in alle if rij.get("handeling") == "inwerkingtreding"]
    assert datum["vanaf"] == {"soort": "na_bekendmaking", "dagen": 1}
    assert datum["terugwerkend"] == "2023-01-01"


def test_besluit_van_standaardinvoer() -> None:
    uitkomst = amend("ontleed", "-", invoer=(DATA / "sociaal_fictief_2.txt").read_text("utf-8"))
    assert uitkomst.status == 0, uitkomst.fout
    assert "Algemeen Mandaatbesluit GR Sociaal" in " ".join(uitkomst.uit.split())


def test_geen_bestand_en_geen_zin() -> None:
    assert amend("ontleed").status == 2


ONBEGREPEN = """Fictief besluit

De raad;

besluit:

Artikel I

De Verordening Voorbeeld wordt als volgt gewijzigd:

A. Artikel 2 wordt enigszins aangepast aan de praktijk.

B. Artikel 4 vervalt.

Artikel II

Dit besluit treedt in werking met ingang van 1 januari 2026.
"""


def test_wat_niet_is_begrepen_wordt_gezegd() -> None:
    uitkomst = amend("ontleed", "-", invoer=ONBEGREPEN)
    assert uitkomst.status == 1
    assert "niet begrepen" in uitkomst.uit
    assert "fout E2" in uitkomst.fout
    fouten = [
        rij for rij in rijen(amend("ontleed", "-", "--json", invoer=ONBEGREPEN).uit) if rij.get("ernst") == "fout"
    ]
    assert [fout["onderdeel"] for fout in fouten] == ["A"]


def test_lege_zin_en_ontbrekend_bestand_zijn_verkeerd_gebruik() -> None:
    assert amend("ontleed", "--zin", "").status == 2
    uitkomst = amend("ontleed", "bestaat-niet.txt")
    assert uitkomst.status == 2
    assert "“bestaat-niet.txt” bestaat niet." in uitkomst.fout
