"""Every code has a case that provokes it: the cases of the rarer ones, and the check that none is without.

A code counts as provoked when a test names it: as expected finding in a data file, or in an assertion.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import amend
from amend.history.geschiedenis import Geschiedenis
from amend.model.besluit import Besluit
from amend.model.clausules import Inwerkingtreding, NaBekendmaking
from amend.model.melding import CODES
from amend.model.stap import Keuze, OntleedBesluit
from amend.model.tree import Mark, Run, Soort, loop, op_pad, zet
from amend.pipeline import lees_besluit, ontleed, open_bytes, pas_toe, schrijf
from amend.read import xml_veilig
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.store import Store, is_naam
from tests.history.verhaal import besluit, historie, keuze, regeling

TESTS = Path(__file__).parent
PAKKETTEN = ("parse", "apply", "history", "read/codes.py", "store.py", "pipeline.py")
"""Where a code must have a case: what reads, understands and executes. File formats have their official examples."""
ZONDER_GEVAL: dict[str, str] = {}
"""Codes that no quick case can provoke, with the reason."""


def test_elke_code_heeft_een_geval() -> None:
    for module in pkgutil.walk_packages(amend.__path__, "amend."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    genoemd: set[str] = set()
    for pad in TESTS.rglob("*"):
        if pad.suffix in (".py", ".txt", ".toml", ".json", ".jsonl", ".md"):
            genoemd |= set(re.findall(r"\b[EQWN]\d{3}\b", pad.read_text(encoding="utf-8", errors="replace")))
    namen = _namen()
    for pad in TESTS.rglob("*.py"):
        tekst = pad.read_text(encoding="utf-8")
        genoemd |= {namen[naam] for naam in re.findall(r"\bcodes\w*\.([A-Z][A-Z_]+)\b", tekst) if naam in namen}
    nodig = {code for code in _gedefinieerd() if code in CODES}
    assert len(nodig) > 150
    assert sorted(nodig - genoemd - set(ZONDER_GEVAL)) == []
    assert set(ZONDER_GEVAL) <= set(CODES)


def _gedefinieerd() -> set[str]:
    """The codes that the packages which need a case define."""
    map_ = TESTS.parent / "amend"
    bestanden = [pad for naam in PAKKETTEN for pad in ([map_ / naam] if "." in naam else (map_ / naam).rglob("*.py"))]
    tekst = "".join(pad.read_text(encoding="utf-8") for pad in bestanden)
    return set(re.findall(r'(?:_code|definieer)\(\s*"([EQWN]\d{3})"', tekst))


def _namen() -> dict[str, str]:
    """Constant → code, for tests that name the constant."""
    bron = "".join(pad.read_text(encoding="utf-8") for pad in (TESTS.parent / "amend").rglob("*.py"))
    vorm = r'^([A-Z][A-Z_]+)(?:: Final)? = (?:_code|definieer)\(\s*"([EQWN]\d{3})"'
    return dict(re.findall(vorm, bron, flags=re.M))


# ---- reading ---------------------------------------------------------------------------------------------------------


def _besluit(tekst: str) -> tuple[Besluit, set[str]]:
    gelezen, meldingen = lees_besluit_tekst(tekst, "proef")
    assert gelezen is not None
    return gelezen, {m.code for m in meldingen}


def _ontleed(instructies: str) -> OntleedBesluit:
    kop = "Fictief besluit\n\nDe raad;\n\nbesluit:\n\nArtikel I\n\nDe Proefregeling wordt als volgt gewijzigd:\n\n"
    return ontleed(_besluit(kop + instructies)[0])


def test_e134_opdracht_boven_de_artikelen() -> None:
    tekst = (
        "Fictief besluit\n\nDe raad;\n\nIn artikel 3 van de Proefregeling wordt “a” vervangen door “b”.\n\nbesluit:\n\n"
        "Artikel I\n\nDe Proefregeling wordt als volgt gewijzigd:\n\nA\n\nArtikel 2 vervalt.\n"
    )
    assert "E134" in _besluit(tekst)[1]


def test_e153_xml_groter_dan_toegelaten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_veilig, "MAX_BYTES", 10)
    root, meldingen = xml_veilig.parse_xml(b"<regeling>te veel</regeling>")
    assert root is None
    assert [m.code for m in meldingen] == ["E153"]


def test_e520_regeling_waar_een_besluit_nodig_is() -> None:
    bestand, _ = open_bytes(schrijf(BASIS, "cvdr"))
    assert bestand is not None
    assert {m.code for m in lees_besluit(bestand, "x")[1]} == {"E520"}


def test_n126_datum_van_bekendmaking_afgeleid() -> None:
    tekst = (
        "Gegevens van de regeling\nOrganisatieDorp\nOverzicht van in de tekst verwerkte wijzigingen\n"
        "Datum inwerkingtreding\n01-02-2024nieuwe regeling\n03-01-2024\nTekst van de regeling\nMarktverordening\n"
        "Artikel 1\nDeze verordening treedt in werking op de dag na de bekendmaking.\n"
    )
    gelezen, meldingen = lees_regeling_tekst(tekst, "proefregeling")
    assert gelezen is not None
    assert gelezen.meta.bekend == date(2024, 1, 31)
    assert "N126" in {m.code for m in meldingen}


def test_w136_tekst_zonder_regeleinden() -> None:
    tekst = (
        "Fictief besluit\n\nDe raad;\n\nbesluit:\n\nArtikel I De Proefregeling wordt als volgt gewijzigd: A. Artikel 2 "
        "vervalt. B. Artikel 3 vervalt. Artikel II Dit besluit treedt in werking met ingang van 1 januari 2030.\n"
    )
    assert "W136" in _besluit(tekst)[1]


# ---- parsing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zin", "code"),
    [
        ("In de Verordening leges en bijlage 2 vervalt artikel 3.", "E245"),
        (
            "In artikel 2 van de Legesverordening en in artikel 4 van de Marktverordening vervalt “a”.",
            "E201",
        ),
    ],
)
def test_e245_naam_van_de_regeling_loopt_niet_door(zin: str, code: str) -> None:
    assert code in {m.code for stap in _ontleed(f"A\n\n{zin}\n").stappen for m in stap.meldingen}


def test_e218_onderdeel_onder_een_onbegrepen_kader() -> None:
    uit = _ontleed("A\n\nArtikel 2 wordt grondig herschreven als volgt gewijzigd:\n\n1. Het eerste lid vervalt.\n")
    assert "E218" in {m.code for stap in uit.stappen for m in stap.meldingen}


def test_q217_aanhaling_die_niet_bij_een_element_hoort() -> None:
    """ "dat luidt" without a quotation that can be compared: a person must look."""
    uit = _ontleed("A\n\nArtikel 2, dat luidt, wordt vernummerd tot artikel 4.\n")
    assert {m.code for stap in uit.stappen for m in stap.meldingen} >= {"Q217"}


def test_n243_onderdeel_van_het_besluit_is_vervallen() -> None:
    uit = _ontleed("A\n\nArtikel 2 vervalt.\n\nB\n\n[Vervallen]\n")
    assert "N243" in {m.code for m in uit.meldingen}


# ---- executing -------------------------------------------------------------------------------------------------------

PROEF = (
    "Proefregeling\n\nArtikel 1 Soorten\n\nEerste alinea:\n\na. een;\nb. twee.\n\nTweede alinea.\n\n"
    "Artikel 2 Leden\n\n1. Enig lid.\n\nArtikel 3 Slot\n\nEinde van de tekst.\n"
)


def _voer(instructies: str, keuzes: tuple[Keuze, ...] = ()) -> set[str]:
    gelezen, _ = lees_regeling_tekst(PROEF, "proefregeling")
    assert gelezen is not None
    uit = pas_toe(gelezen, _ontleed(instructies), keuzes)
    return {m.code for m in uit.uitvoering.meldingen}


def test_e350_een_beantwoorde_vraag_zonder_handeling() -> None:
    ja = Keuze("A", "Q261", "uitvoeren", "zo beslist", "A. Jurist", date(2024, 1, 2))
    opdracht = "A\n\nArtikel 3 wordt vernietigd.\n\nB\n\nArtikel 2 vervalt.\n"
    assert _voer(opdracht) >= {"Q261"}
    assert _voer(opdracht, (ja,)) >= {"E350"}


def test_q318_alinea_na_een_opsomming() -> None:
    assert "Q318" in _voer("A\n\nIn artikel 1 wordt de tweede alinea vervangen door:\n\nNieuw.\n")


def test_w318_er_blijft_niets_over() -> None:
    assert "W318" in _voer("A\n\nArtikel 2, eerste lid, vervalt.\n")


def test_w320_woorden_met_verschillende_opmaak() -> None:
    gelezen, _ = lees_regeling_tekst(PROEF, "proefregeling")
    assert gelezen is not None
    pad = next(p for p, n in loop(gelezen.root) if n.soort is Soort.AL and "Einde" in "".join(r.tekst for r in n.tekst))
    runs = (Run("Einde ", (Mark("vet"),)), Run("van de tekst."))
    root = zet(gelezen.root, pad, replace(op_pad(gelezen.root, pad), tekst=runs))
    uit = pas_toe(
        replace(gelezen, root=root), _ontleed("A\n\nIn artikel 3 wordt “Einde van” vervangen door “Slot aan”.\n")
    )
    assert "W320" in {m.code for m in uit.uitvoering.meldingen}
    nieuw = op_pad(uit.regeling.root, pad).tekst
    assert [(run.tekst, run.marks) for run in nieuw] == [("Slot aan", ()), (" de tekst.", ())]


# ---- time ------------------------------------------------------------------------------------------------------------

OP_MEI = "Dit besluit treedt in werking op 1 mei 2023."
BASIS = regeling(
    "Tariefregeling (fictief)\n\nArtikel 1\n\nHet tarief is 50 euro.\n\nArtikel 2\n\nTwee.\n",
    "2022-12-20",
    "2023-01-01",
)
VIJFTIG = "A. In artikel 1 wordt “50” vervangen door “60”."


def _historie(instructies: str, slot: str, bek: str = "2023-03-10") -> Geschiedenis:
    return historie(BASIS, besluit("w1", instructies, slot, bek))


def test_n453_een_later_besluit_herstelt_een_opdracht() -> None:
    eerste = besluit("w1", "A\n\nIn artikel 2 wordt “zzz” vervangen door “a”.", OP_MEI, "2023-03-01")
    tweede = besluit(
        "w2", "A\n\nArtikel 2 vervalt.\n\nB\n\nArtikel 1 vervalt.", OP_MEI.replace("mei", "juli"), "2023-04-01"
    )
    dag = date(2023, 8, 1)
    noten = [
        m for _, v in historie(BASIS, eerste, tweede).versie(dag, dag).verslag for m in v.meldingen if m.code == "N453"
    ]
    assert [(m.bestand, m.onderdeel) for m in noten] == [("w2", "A")]


@pytest.mark.parametrize(("orgaan", "verwacht"), [("gemeenteraad", False), ("college van B en W", True), ("", False)])
def test_w452_een_ander_bestuursorgaan(orgaan: str, verwacht: bool) -> None:
    basis = replace(BASIS, meta=replace(BASIS.meta, vastgesteld_door=orgaan))
    wijziging = besluit("w1", "A\n\nArtikel 2 vervalt.", OP_MEI, "2023-03-01")
    assert ("W452" in {m.code for m in historie(basis, wijziging).meldingen}) == verwacht
    assert ("W452" in {m.code for m in pas_toe(basis, wijziging).meldingen}) == verwacht


def _codes(h: Geschiedenis) -> set[str]:
    return {m.code for m in h.meldingen}


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        ("Dit besluit treedt in werking met ingang van 1 april 2023, met uitzondering van artikel I, onderdeel Q, dat "
         "in werking treedt met ingang van 1 mei 2023.", "E403"),
        ("Artikel I, onderdeel A, treedt in werking met ingang van 1 april 2023. Artikel I, onderdeel A, treedt in "
         "werking met ingang van 1 mei 2023.", "E404"),
        ("Dit besluit treedt in werking met ingang van 1 april 2023 en werkt terug tot en met 1 juni 2023.", "W409"),
        ("Dit besluit treedt in werking met ingang van 1 april 2023 en werkt terug tot en met 1 juni 2022.", "W410"),
        ("Dit besluit treedt in werking met ingang van 1 april 2023 en vervalt met ingang van 1 januari 2024.", "W414"),
    ],
)  # fmt: skip
def test_bepalingen_over_de_tijd(slot: str, code: str) -> None:
    assert code in _codes(_historie(VIJFTIG, slot))


def test_q405_in_werking_op_de_dag_van_bekendmaking() -> None:
    """Such a moment comes from data, not from a sentence: the parser asks Q214 and proposes the day after."""
    gelezen = besluit("w1", VIJFTIG, "Dit besluit treedt in werking op de dag na de bekendmaking.", "2023-03-10")
    zelf = replace(gelezen, clausules=(Inwerkingtreding(vanaf=NaBekendmaking(0)),))
    assert "Q405" in _codes(historie(BASIS, zelf))
    na = historie(BASIS, zelf, keuzes=(keuze("w1", "*", "Q405", "dag-erna"),))
    assert [doel.jwv for doel in na.doelen[1:]] == [date(2023, 3, 11)]


def test_n436_vervallen_volgens_de_eigen_tekst() -> None:
    basis = regeling(
        "Tariefregeling (fictief)\n\nArtikel 1\n\nEen.\n\nArtikel 2\n\nTwee.\n\nArtikel 3\n\n"
        "Artikel 2 vervalt met ingang van 1 januari 2026.\n",
        "2022-12-20",
        "2023-01-01",
    )
    versie = historie(basis).versie(date(2026, 2, 1), date(2026, 2, 1))
    assert "N436" in {m.code for m in versie.meldingen}


EERSTE = besluit("w1", VIJFTIG, "Dit besluit treedt in werking met ingang van 1 juli 2023.", "2023-03-10")


def test_w422_toen_niet_uitvoerbaar_nu_wel() -> None:
    """The decision was published before the text that it quotes was known."""
    tweede = besluit(
        "w2",
        "A. In artikel 1 wordt “60” vervangen door “70”.",
        "Dit besluit treedt in werking met ingang van 1 september 2023.",
        "2023-03-01",
    )
    versie = historie(BASIS, EERSTE, tweede).versie(date(2023, 10, 1), date(2023, 10, 1))
    assert "W422" in {m.code for m in versie.meldingen}


def test_w425_terugwerkend_zonder_verschil() -> None:
    tweede = besluit(
        "w2",
        "A. In artikel 2 wordt “Twee” vervangen door “2”.",
        "Dit besluit treedt in werking met ingang van 1 september 2023 en werkt terug tot en met 1 februari 2023.",
        "2023-08-01",
    )
    versie = historie(BASIS, EERSTE, tweede).versie(date(2023, 3, 1), date(2023, 10, 1))
    assert "W425" in {m.code for m in versie.meldingen}


# ---- the work folder -------------------------------------------------------------------------------------------------


def test_e503_ongeldige_naam(tmp_path: Path) -> None:
    assert not is_naam("../buiten")
    slecht = replace(BASIS, meta=replace(BASIS.meta, id="../buiten"))
    assert [m.code for m in Store(tmp_path).bewaar_regeling(slecht)] == ["E503"]
    assert list(tmp_path.iterdir()) == []


def test_e504_onleesbare_keuzes(tmp_path: Path) -> None:
    (tmp_path / "wijzigingen" / "w1").mkdir(parents=True)
    (tmp_path / "wijzigingen" / "w1" / "keuzes.toml").write_text("[[keuze]\n", encoding="utf-8")
    keuzes, meldingen = Store(tmp_path).keuzes("w1")
    assert keuzes == ()
    assert [m.code for m in meldingen] == ["E504"]


def test_w505_bron_is_veranderd(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.bewaar_besluit(EERSTE.besluit, b"zoals ontvangen", ".txt")[1] == ()
    next((tmp_path / "wijzigingen" / "w1").glob("bron.*")).write_bytes(b"anders")
    assert "W505" in {m.code for m in store.besluit("w1")[1]}
