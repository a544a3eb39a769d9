"""Every official example that is a regulation or a decision: recognised, read, kept, written back, without loss.

The files stand beside the repository and are never copied into it; without them these tests are skipped.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from amend import pipeline
from amend.apply.uitvoeren import voer_uit
from amend.compare.vergelijk import vergelijk
from amend.compare.wijziging import Wijziging, Wijzigsoort
from amend.model.besluit import WijzigArtikel
from amend.model.identity import eids
from amend.model.regeling import Regeling
from amend.model.renvooi import nieuwe_tekst
from amend.model.tree import Node, Soort, loop, zichtbare_tekst
from amend.model.vocabulaire import EXTRA_TGROUP
from amend.parse.besluit import ontleed_besluit
from amend.read.bestand import herken, lees_bestand
from amend.read.bwb import lees_bwb, lees_effecten
from amend.read.cvdr import lees_cvdr
from amend.read.lezers import BESLUIT, HEEFT_EIGEN_ID, IS_REGELING, REGELING
from amend.read.op_xml import lees_besluit_xml
from amend.read.schema import valideer
from amend.read.stop import lees_stop
from amend.read.stop_besluit import lees_stop_besluit
from amend.store import Store
from amend.write.besluit_xml import schrijf_besluit_xml
from amend.write.bwb import schrijf_bwb
from amend.write.cvdr import schrijf_cvdr
from amend.write.formaten import formaat
from amend.write.uitgave import Uitgave
from tests.xml.voorbeelden import GEDEELD, nodig

pytestmark = nodig

MAP = GEDEELD / "voorbeelden"
ALLE = sorted(pad for pad in MAP.rglob("*") if pad.suffix.lower() in (".xml", ".wti")) if MAP.is_dir() else []
SOORT = {pad: lees_bestand(pad).soort for pad in ALLE}
REGELINGEN = [pad for pad in ALLE if SOORT[pad] in IS_REGELING]
BESLUITEN = [pad for pad in ALLE if SOORT[pad] in BESLUIT]
TOESTANDEN = sorted(MAP.glob("bwb/BWBR0002458/*/xml/*.xml"))


def naam(pad: Path) -> str:
    return str(pad.relative_to(MAP))


def woorden(data: bytes, *, ook_kenmerken: bool = False) -> Counter[str]:
    """The words of all text; with the values of attributes, in which our own form keeps metadata and foreign XML."""
    root = etree.fromstring(data)
    stukken = [str(tekst) for tekst in root.xpath("//text()")]
    if ook_kenmerken:
        stukken += [str(waarde) for waarde in root.xpath("//@*")]
    return Counter(re.findall(r"\w+", re.sub(r"\\u00[0-9a-f]{2}|\\[nt]", " ", " ".join(stukken))))


def test_elke_soort_wordt_herkend() -> None:
    mappen = {naam(pad).split("/")[0]: set() for pad in ALLE}
    for pad in ALLE:
        mappen[naam(pad).split("/")[0]].add(SOORT[pad])
    assert mappen["cvdr"] == {"cvdr_xml"}
    assert mappen["bwb"] == {"bwb_xml", "bwb_gegevens"}
    assert mappen["op"] == {"besluit_xml", "op_gegevens"}
    assert mappen["stop"] == {"stop_regeling", "stop_besluit"}
    assert mappen["akn"] == {"akn_xml"}
    assert (len(REGELINGEN), len(BESLUITEN)) == (22, 20)


@pytest.mark.parametrize("pad", REGELINGEN, ids=naam)
def test_regeling_zonder_verlies(pad: Path) -> None:
    data = pad.read_bytes()
    regeling, meldingen = REGELING[SOORT[pad]](data, None if SOORT[pad] in HEEFT_EIGEN_ID else "voorbeeld")
    assert regeling is not None
    assert not [m for m in meldingen if m.blokkeert]
    bewaard = schrijf_cvdr(regeling)
    assert valideer(bewaard, "regeling") == ()
    assert lees_cvdr(bewaard) == (regeling, ())
    weg = woorden(data) - woorden(bewaard, ook_kenmerken=True)
    assert not weg


@pytest.mark.parametrize("pad", BESLUITEN, ids=naam)
def test_besluit_zonder_verlies(pad: Path) -> None:
    data = pad.read_bytes()
    besluit, meldingen = BESLUIT[SOORT[pad]](data, None)
    assert besluit is not None
    assert not [m for m in meldingen if m.blokkeert]
    bewaard = schrijf_besluit_xml(besluit)
    assert valideer(bewaard, "besluit") == ()
    assert lees_besluit_xml(bewaard) == (besluit, ())
    weg = woorden(data) - woorden(bewaard, ook_kenmerken=True)
    assert not weg


@pytest.mark.parametrize("pad", [p for p in REGELINGEN if SOORT[p] == "bwb_xml"], ids=naam)
def test_toestand_in_eigen_vorm(pad: Path) -> None:
    data = pad.read_bytes()
    regeling, _ = lees_bwb(data)
    assert regeling is not None
    geschreven = schrijf_bwb(regeling)
    assert lees_bwb(geschreven)[0] == regeling
    assert woorden(geschreven) == woorden(data)


# ---- BWB: what the register says has changed ------------------------------------------------------------------------


def _artikelen_in(root: Node, soort: Soort = Soort.ARTIKEL) -> dict[str, str]:
    return {node.wid: node.nummer for _, node in loop(root) if node.soort is soort}


def _gewijzigde_artikelen(wijziging: Wijziging, nieuw: Regeling) -> set[str]:
    """The numbers of the articles that a change touches; all articles of an inserted division."""
    delen = wijziging.plaats.split("/")
    artikel = next((deel.removeprefix("artikel ") for deel in delen if deel.startswith("artikel ")), None)
    if artikel is not None:
        return {artikel}
    if wijziging.soort is not Wijzigsoort.INGEVOEGD:
        return set()
    soort, _, nummer = delen[-1].partition(" ")
    houders = [node for _, node in loop(nieuw.root) if (node.soort.value, node.nummer) == (soort, nummer)]
    return {nr for houder in houders for nr in _artikelen_in(houder).values()}


@pytest.mark.parametrize(("van", "tot"), list(pairwise(TOESTANDEN)), ids=lambda pad: pad.stem[-12:])
def test_gewijzigde_artikelen_zijn_die_van_het_register(van: Path, tot: Path) -> None:
    oud, nieuw = (lees_bwb(pad.read_bytes())[0] for pad in (van, tot))
    assert oud is not None
    assert nieuw is not None
    assert oud.meta.inwerkingtreding
    assert nieuw.meta.inwerkingtreding
    effecten, nummers = lees_effecten(nieuw), _artikelen_in(nieuw.root)
    volgens_register = {
        nummers[wid]
        for wid, gegevens in effecten.items()
        if wid in nummers
        and oud.meta.inwerkingtreding < date.fromisoformat(gegevens["inwerking"]) <= nieuw.meta.inwerkingtreding
    }
    vergelijking = vergelijk(oud, nieuw)
    gevonden = {nr for w in vergelijking.wijzigingen for nr in _gewijzigde_artikelen(w, nieuw)}
    assert gevonden == volgens_register
    assert vergelijking.controle.goed
    assert volgens_register


# ---- STOP: executing the official mutations -------------------------------------------------------------------------


def _omgevingsplan() -> Node:
    regeling, _ = lees_stop(next(MAP.glob("stop/valid-1.3.0/opdracht_0_*")).read_bytes())
    assert regeling is not None
    return regeling.root


def test_hernummering_van_opdracht_2() -> None:
    besluit, _ = lees_stop_besluit(next(MAP.glob("stop/valid-1.3.0/opdracht_2_*")).read_bytes(), "opdracht-2")
    assert besluit is not None
    basis = _omgevingsplan()
    uit = voer_uit(basis, ontleed_besluit(besluit).stappen, "opdracht-2", "gm0297_x")
    assert uit.volledig
    op_wid = {node.wid: node for _, node in loop(uit.root) if node.wid}
    eid = {node.wid: e for _, node, e in eids(uit.root)}
    # 2.5 becomes 2.6: another eId, the same wId; the old 2.6 is gone, a new 2.5 stands before it
    assert op_wid["gm0297_1__chp_2__subchp_2.2__art_2.5"].nummer == "2.6"
    assert eid["gm0297_1__chp_2__subchp_2.2__art_2.5"] == "chp_2__subchp_2.2__art_2.6"
    assert eid["gm0297_2__chp_2__subchp_2.2__art_2.5"] == "chp_2__subchp_2.2__art_2.5"
    assert "gm0297_1__chp_2__subchp_2.2__art_2.6" not in op_wid
    leden = [k for k in op_wid["gm0297_1__chp_2__subchp_2.2__art_2.7"].kinderen if k.soort is Soort.LID]
    assert [(lid.nummer, lid.wid.rpartition("__")[2]) for lid in leden] == [("1", "para_1"), ("2", "para_3")]
    # what the decision gives is what stands there, to the letter
    for artikel in besluit.artikelen:
        for deel in artikel.instructies if isinstance(artikel, WijzigArtikel) else ():
            for node in (n for p in deel.payload for n in nieuwe_tekst(p)):
                if deel.mutatie is not None and deel.mutatie.actie != "verwijder":
                    assert zichtbare_tekst(op_wid[node.wid]) == zichtbare_tekst(node)
    # nothing else changed
    geraakt = {op.wid for stap in ontleed_besluit(besluit).stappen for op in stap.bewerkingen if op.wid}
    for _, node in loop(basis):
        if node.soort is Soort.ARTIKEL and node.wid not in geraakt:
            assert zichtbare_tekst(op_wid[node.wid]) == zichtbare_tekst(node)


@pytest.mark.parametrize("pad", sorted(MAP.glob("stop/valid-1.3.0/opdracht_[34]*")), ids=naam)
def test_besluit_op_een_andere_versie_wordt_niet_stil_uitgevoerd(pad: Path) -> None:
    """The base of these decisions is another version than the one at hand: what differs is asked, the rest is done."""
    besluit, _ = lees_stop_besluit(pad.read_bytes(), "b")
    assert besluit is not None
    uit = voer_uit(_omgevingsplan(), ontleed_besluit(besluit).stappen, "b", "gm0297_x")
    assert {m.code for m in uit.meldingen if m.blokkeert} <= {"Q360", "E360"}
    assert not uit.volledig


def test_alle_bestanden_zijn_regeling_besluit_of_uitgelegd() -> None:
    for pad in ALLE:
        if SOORT[pad] in ("bwb_gegevens", "op_gegevens"):
            bestand = herken(pad.read_bytes())
            for lees in (pipeline.lees_regeling, pipeline.lees_besluit):
                waarde, (melding,) = lees(bestand, "x")
                assert waarde is None
                assert melding.code == "E520"
                assert melding.hulp


# ---- STOP: the text written in STOP again ----------------------------------------------------------------------------


def _zonder_commentaar(node: Node) -> Node:
    """Without comments (no text of the regulation) and the names of table columns (given by the writer)."""
    blijft = tuple(
        _zonder_commentaar(kind)
        for kind in node.kinderen
        if not (kind.soort is Soort.FRAGMENT and kind.xml.startswith("<!--"))
    )
    runs = tuple(r for r in node.tekst if not any(w.startswith("<!--") for m in r.marks for _, w in m.attributen))
    extra = tuple(paar for paar in node.extra if paar[0] not in ("stop:eId", "stop:colname", EXTRA_TGROUP))
    return replace(node, kinderen=blijft, tekst=runs, extra=extra)


@pytest.mark.parametrize(
    "pad",
    [*(p for p in REGELINGEN if SOORT[p] == "stop_regeling"), *sorted(MAP.glob("stop/valid-1.3.0/opdracht_0_*"))],
    ids=naam,
)
def test_stop_regeling_in_eigen_vorm(pad: Path) -> None:
    regeling, _ = lees_stop(pad.read_bytes(), "voorbeeld")
    assert regeling is not None
    data, meldingen = formaat("stop").schrijf(regeling, Uitgave())
    assert data is not None, meldingen
    terug, _ = lees_stop(data, "voorbeeld")
    assert terug is not None
    assert _zonder_commentaar(terug.root) == _zonder_commentaar(regeling.root)


def test_wat_amend_voor_opdracht_2_schrijft_geeft_dezelfde_tekst(tmp_path: Path) -> None:
    """Official mutation → operations → the mutation that amend writes for them → the same text with the same wIds."""
    store = Store(tmp_path)
    regeling, _ = lees_stop(next(MAP.glob("stop/valid-1.3.0/opdracht_0_*")).read_bytes(), "plan")
    pad = next(MAP.glob("stop/valid-1.3.0/opdracht_2_*"))
    besluit, _ = lees_stop_besluit(pad.read_bytes(), "opdracht-2")
    assert regeling is not None
    assert besluit is not None
    regeling = replace(regeling, meta=replace(regeling.meta, inwerkingtreding=date(2020, 2, 25)))
    besluit = replace(besluit, meta=replace(besluit.meta, regelingen=("plan",)))
    assert store.bewaar_regeling(regeling) == ()
    assert store.bewaar_besluit(besluit, pad.read_bytes(), ".xml")[1] == ()
    historie, _ = pipeline.geschiedenis(store, "plan")
    assert historie is not None
    data, meldingen = pipeline.exporteer_besluit(historie, "opdracht-2", "stop-besluit")
    assert data is not None, meldingen
    geschreven, _ = lees_stop_besluit(data, "opdracht-2")
    assert geschreven is not None
    wortels = [
        _zonder_commentaar(voer_uit(regeling.root, ontleed_besluit(b).stappen, "opdracht-2", "gm0297_x").root)
        for b in (besluit, geschreven)
    ]
    assert [(n.wid, n.nummer, zichtbare_tekst(n)) for _, n in loop(wortels[0])] == [
        (n.wid, n.nummer, zichtbare_tekst(n)) for _, n in loop(wortels[1])
    ]
