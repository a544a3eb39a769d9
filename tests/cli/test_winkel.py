"""``importeer``, ``consolideer`` and ``tijdlijn`` on a work folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.hulp import DATA, REPO, amend, inhoud


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """A work folder with the Sociaal regulation only."""
    bron = REPO / "regelingen" / "sociaal-organisatieverordening"
    shutil.copytree(bron, tmp_path / "regelingen" / bron.name)
    return tmp_path


BESLUIT = DATA / "sociaal_fictief_2.txt"


def test_van_besluit_naar_tekst(werkmap: Path) -> None:
    gelezen = amend("importeer", BESLUIT, "--id", "w2", "--bekend", "2025-02-20", "--werkmap", werkmap)
    assert gelezen.status == 0, gelezen.fout
    assert "wijzigingen/w2/" in gelezen.uit
    assert sorted(inhoud(werkmap / "wijzigingen" / "w2")) == ["besluit.xml", "bron.txt"]
    assert (werkmap / "wijzigingen" / "w2" / "bron.txt").read_bytes() == BESLUIT.read_bytes()
    vraag = ("consolideer", "sociaal-organisatieverordening", "--werkmap", werkmap, "--op", "2025-01-15", "--bekend-op")
    ervoor, erna = amend(*vraag, "2025-02-20"), amend(*vraag, "2025-02-21")
    assert (ervoor.status, erna.status) == (0, 0)
    assert "Mandaatbesluit GR Sociaal 2025" not in ervoor.uit
    assert "Mandaatbesluit GR Sociaal 2025" in erna.uit
    assert "Geldend van 1 januari 2025 tot nader bericht, zoals bekend op 21 februari 2025." in erna.fout


def test_bestaande_naam_wordt_niet_overschreven(werkmap: Path) -> None:
    amend("importeer", BESLUIT, "--id", "w2", "--werkmap", werkmap)
    ervoor = inhoud(werkmap)
    uitkomst = amend("importeer", DATA / "sociaal_fictief_3.txt", "--id", "w2", "--werkmap", werkmap)
    assert uitkomst.status == 1
    assert "“w2” staat al in de werkmap." in uitkomst.fout
    assert inhoud(werkmap) == ervoor


@pytest.mark.parametrize("naam", ["../buiten", "A", "w/2", ".."])
def test_onmogelijke_naam(werkmap: Path, naam: str) -> None:
    ervoor = inhoud(werkmap.parent)
    uitkomst = amend("importeer", BESLUIT, "--id", naam, "--werkmap", werkmap)
    assert uitkomst.status == 1
    assert "kan geen naam in de werkmap zijn" in uitkomst.fout
    assert inhoud(werkmap.parent) == ervoor


def test_zonder_bekendmaking_telt_een_besluit_niet_mee(werkmap: Path) -> None:
    amend("importeer", BESLUIT, "--id", "w2", "--werkmap", werkmap)
    vraag = ("consolideer", "sociaal-organisatieverordening", "--op", "2025-06-01", "--werkmap", werkmap)
    uitkomst = amend(*vraag)
    assert (uitkomst.status, uitkomst.uit) == (1, "")
    assert "E401" in uitkomst.fout
    assert "Vul de datum in bij het importeren: amend importeer … --bekend JJJJ-MM-DD." in uitkomst.fout
    uitkomst = amend(*vraag, "--gedeeltelijk")
    assert uitkomst.status == 1
    assert "onvolledig" in uitkomst.uit.lower()
    assert "Mandaatbesluit GR Sociaal 2025" not in uitkomst.uit


def test_onleesbaar_besluit_geeft_geen_versie_zonder_dat_besluit(werkmap: Path) -> None:
    amend("importeer", BESLUIT, "--id", "w2", "--bekend", "2025-02-20", "--werkmap", werkmap)
    xml = werkmap / "wijzigingen" / "w2" / "besluit.xml"
    xml.write_bytes(xml.read_bytes()[:-40])
    uitkomst = amend("consolideer", "sociaal-organisatieverordening", "--op", "2025-06-01", "--werkmap", werkmap)
    assert (uitkomst.status, uitkomst.uit) == (1, "")
    assert "fout E" in uitkomst.fout


def test_tijdlijn_van_sociaal() -> None:
    uitkomst = amend("tijdlijn", "sociaal-organisatieverordening", "--bekend-op", "2024-03-01")
    assert uitkomst.status == 0, uitkomst.fout
    assert "06-02-2024  07-02-2024  01-09-2023    terugwerkend" in uitkomst.uit
    assert "07-02-2024  31-08-2023" in uitkomst.uit
    assert "Organisatieverordening Openbaar Lichaam Drechtsteden" in " ".join(uitkomst.uit.split())
    assert "werkt terug “tot 1 september 2023”; gelezen is" in uitkomst.fout


def test_tijdlijn_als_json() -> None:
    uitkomst = amend("tijdlijn", "dordrecht-ambtelijke-organisatie", "--bekend-op", "2023-10-01", "--json")
    rijen = [json.loads(regel) for regel in uitkomst.uit.splitlines()]
    versies = [(r["van"], r["tot_en_met"]) for r in rijen if r.get("soort") == "versie"]
    assert versies == [("2022-01-01", "2022-12-31"), ("2023-01-01", None)]
    (doel,) = [r for r in rijen if r.get("besluit") == "dordrecht-tweede-wijziging"]
    assert (doel["bekend"], doel["in_werking"], doel["geldig_vanaf"]) == ("2023-09-11", "2023-09-12", "2023-01-01")


@pytest.mark.parametrize(
    ("argumenten", "status", "zin"),
    [
        (("consolideer", "bestaat-niet", "--op", "2023-01-01"), 1, "Er is geen regeling “bestaat-niet” in de werkmap."),
        (("consolideer", "sociaal-organisatieverordening"), 2, "--op ontbreekt."),
        (("consolideer", "x", "--op", "2023-02-31"), 2, "“2023-02-31” is geen bestaande dag"),
        (
            ("consolideer", "x", "--op", "2023-01-01", "--formaat", "pdf"),
            2,
            "“pdf” kan niet; kies uit tekst, cvdr, html.",
        ),
        (("tijdlijn", "sociaal-organisatieverordening", "--zonder"), 2, "De optie --zonder bestaat niet."),
        (("consolidatie",), 2, "De opdracht consolidatie bestaat niet."),
        (("importeer", "bestaat-niet.txt"), 2, "“bestaat-niet.txt” bestaat niet."),
        (("consolideer", "sociaal-organisatieverordening", "--op", "2020-01-01"), 1, "De regeling geldt pas vanaf"),
    ],
)
def test_verkeerd_gebruik(argumenten: tuple[str, ...], status: int, zin: str) -> None:
    uitkomst = amend(*argumenten)
    assert (uitkomst.status, uitkomst.uit) == (status, "")
    assert zin in uitkomst.fout


def test_uitvoer_naar_bestand_is_heel_of_niet(tmp_path: Path) -> None:
    doel = tmp_path / "tekst.xml"
    vraag = ("consolideer", "dordrecht-ambtelijke-organisatie", "--op", "2023-01-01", "--formaat", "cvdr", "-o", doel)
    assert amend(*vraag).status == 0
    assert doel.read_bytes().startswith(b"<?xml")
    assert [pad.name for pad in tmp_path.iterdir()] == ["tekst.xml"]
    geweigerd = amend(*vraag[:3], "2019-01-01", *vraag[4:6], "-o", tmp_path / "niets.xml")
    assert geweigerd.status == 1
    assert [pad.name for pad in tmp_path.iterdir()] == ["tekst.xml"]


def test_wat_is_er_over_het_verleden_veranderd() -> None:
    vraag = ("tijdlijn", "sociaal-organisatieverordening", "--sinds", "2025-02-20", "--tot", "2025-02-21")
    uitkomst = amend(*vraag)
    assert uitkomst.status == 0
    assert "01-01-2025  20-02-2025  sociaal-fictief-2  artikel 5, artikel 17" in uitkomst.uit
    (rij,) = [json.loads(regel) for regel in amend(*vraag, "--json").uit.splitlines()]
    assert (rij["van"], rij["tot_en_met"], rij["elementen"]) == (
        "2025-01-01",
        "2025-02-20",
        ["artikel 5", "artikel 17"],
    )
    niets = amend(*vraag[:2], "--sinds", "2025-02-21", "--tot", "2025-02-22")
    assert "Geen enkele dag heeft een andere tekst." in niets.uit


def test_wat_als_de_bekendmaking_later_is() -> None:
    ervoor = inhoud(REPO / "wijzigingen")
    stel = ("tijdlijn", "sociaal-organisatieverordening", "--stel")
    uitkomst = amend(*stel, "sociaal-fictief-2.bekend=2025-08-01")
    assert "AANNAME: sociaal-fictief-2.bekend=2025-08-01. Er wordt niets bewaard." in uitkomst.uit
    assert "01-08-2025  02-08-2025  01-01-2025    terugwerkend  sociaal-fictief-2" in uitkomst.uit
    assert inhoud(REPO / "wijzigingen") == ervoor
    assert amend(*stel, "onbekend.bekend=2025-08-01").status == 2
    assert amend(*stel, "sociaal-fictief-2=2025").status == 2


def test_dezelfde_invoer_geeft_dezelfde_controlesom() -> None:
    vraag = ("consolideer", "dordrecht-ambtelijke-organisatie", "--op")
    sommen = {amend(*vraag, dag).fout.split("sha256 ")[1][:64] for dag in ("2023-01-01", "2024-06-01")}
    anders = amend(*vraag, "2022-06-01").fout.split("sha256 ")[1][:64]
    assert len(sommen) == 1
    assert anders not in sommen


def test_bedorven_besluit_in_de_werkmap_wordt_niet_overgeslagen(werkmap: Path) -> None:
    map_ = werkmap / "wijzigingen" / "kapot"
    map_.mkdir(parents=True)
    (map_ / "besluit.xml").write_text("<x/>", "utf-8")
    uitkomst = amend("consolideer", "sociaal-organisatieverordening", "--op", "2025-06-01", "--werkmap", werkmap)
    assert (uitkomst.status, uitkomst.uit) == (1, "")
    assert "kapot" in uitkomst.fout


@pytest.mark.parametrize("regeling", ["bestaat-niet", "../buiten"])
def test_importeren_op_een_onbekende_regeling(werkmap: Path, regeling: str) -> None:
    ervoor = inhoud(werkmap)
    uitkomst = amend("importeer", BESLUIT, "--id", "w2", "--regeling", regeling, "--werkmap", werkmap)
    assert uitkomst.status == 1
    assert f"Er is geen regeling “{regeling}” in de werkmap." in uitkomst.fout
    assert inhoud(werkmap) == ervoor


def test_importeren_zonder_regeling_in_de_werkmap_waarschuwt(tmp_path: Path) -> None:
    uitkomst = amend("importeer", BESLUIT, "--id", "w2", "--werkmap", tmp_path)
    assert uitkomst.status == 0
    assert "W506" in uitkomst.fout
    assert "“Organisatieverordening Openbaar Lichaam Sociaal”" in uitkomst.fout


def test_uitvoer_naar_een_map_die_er_niet_is(tmp_path: Path) -> None:
    vraag = ("consolideer", "sociaal-organisatieverordening", "--op", "2024-06-01", "-o", tmp_path / "weg" / "x.txt")
    uitkomst = amend(*vraag)
    assert uitkomst.status == 2
    assert "bestaat niet." in uitkomst.fout
    assert list(tmp_path.iterdir()) == []


def test_uitvoer_volgt_een_koppeling(tmp_path: Path) -> None:
    doel, koppeling = tmp_path / "doel.txt", tmp_path / "koppeling.txt"
    doel.write_text("oud", "utf-8")
    koppeling.symlink_to(doel)
    assert amend("consolideer", "sociaal-organisatieverordening", "--op", "2024-06-01", "-o", koppeling).status == 0
    assert koppeling.is_symlink()
    assert "Artikel 18" in doel.read_text("utf-8")


def test_een_keuze_in_keuzes_toml_beslist_een_vraag(werkmap: Path) -> None:
    besluit = werkmap / "besluit.txt"
    tekst = BESLUIT.read_text("utf-8").replace(
        "op de dag na de bekendmaking en werkt terug", "onmiddellijk en werkt terug"
    )
    besluit.write_text(tekst, "utf-8")
    amend("importeer", besluit, "--id", "w2", "--bekend", "2025-02-20", "--werkmap", werkmap)
    vraag = ("consolideer", "sociaal-organisatieverordening", "--op", "2025-06-01", "--werkmap", werkmap)
    zonder = amend(*vraag)
    assert (zonder.status, zonder.uit) == (1, "")
    keuze = '[[keuze]]\nonderdeel = "II"\ncode = "Q214"\nkeuze = "uitvoeren"\nreden = "de dag erna"\n'
    keuzes = werkmap / "wijzigingen" / "w2" / "keuzes.toml"
    keuzes.write_text(keuze + 'wie = "A. Jurist"\nwanneer = 2025-03-01\n', "utf-8")
    met = amend(*vraag)
    assert met.status == 0, met.fout
    assert "Mandaatbesluit GR Sociaal 2025" in met.uit
    keuzes.write_text(keuze, "utf-8")
    kapot = amend(*vraag)
    assert (kapot.status, kapot.uit) == (1, "")
    assert "keuzes.toml van w2 is niet leesbaar" in kapot.fout


def test_importeren_zonder_of_met_onmogelijke_dag_van_bekendmaking(werkmap: Path) -> None:
    zonder = amend("importeer", BESLUIT, "--id", "w2", "--werkmap", werkmap)
    assert zonder.status == 0
    assert "waarschuwing W515" in zonder.fout
    assert "--bekend JJJJ-MM-DD" in zonder.fout
    vroeg = amend("importeer", BESLUIT, "--id", "w3", "--bekend", "1999-01-01", "--werkmap", werkmap)
    assert "waarschuwing W517" in vroeg.fout


def test_aangenomen_bekendmaking_van_een_regeling_wordt_gezegd(werkmap: Path, tmp_path: Path) -> None:
    tekst = "Verzonnen verordening\n\nArtikel 1\n\nEen.\n\nArtikel 2\n\n"
    bron = tmp_path / "fictief.txt"
    bron.write_text(f"{tekst}Deze verordening treedt in werking met ingang van 1 januari 2022.\n", "utf-8")
    gelezen = amend("importeer", bron, "--als", "regeling", "--id", "basis", "--werkmap", werkmap)
    assert gelezen.status == 0
    assert "N516" in gelezen.fout
    assert "aangenomen is de dag voor de inwerkingtreding: 31 december 2021." in gelezen.fout


@pytest.mark.parametrize(
    ("regels", "zin"),
    [
        ('wanneer = "gisteren"', "in keuze 1 is het veld “wanneer” geen dag (“gisteren”); verwacht wordt de dag"),
        ("", "in keuze 1 ontbreekt het veld “wanneer”; verwacht wordt de dag van de keuze als JJJJ-MM-DD"),
    ],
)
def test_een_onjuiste_keuze_wordt_aangewezen(werkmap: Path, regels: str, zin: str) -> None:
    amend("importeer", BESLUIT, "--id", "w2", "--bekend", "2025-02-20", "--werkmap", werkmap)
    velden = 'onderdeel = "A"\ncode = "Q314"\nkeuze = "uitvoeren"\nreden = "r"\nwie = "w"\n'
    (werkmap / "wijzigingen" / "w2" / "keuzes.toml").write_text(f"[[keuze]]\n{velden}{regels}\n", "utf-8")
    uitkomst = amend("consolideer", "sociaal-organisatieverordening", "--op", "2025-06-01", "--werkmap", werkmap)
    assert uitkomst.status == 1
    assert zin in " ".join(uitkomst.fout.split())
    assert "isoformat" not in uitkomst.fout
