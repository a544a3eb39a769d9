"""Headings and labels inside an annex, which has divisions of its own making."""

from __future__ import annotations

from amend.model.tree import Soort
from amend.read import codes
from amend.read.bijlagekoppen import REEKS, Bijlagekop, bijlagekop, is_kort, is_loskop
from amend.read.bouwsteen import Bouwsteen
from amend.read.koppen import kop_van
from amend.read.regels import plak
from amend.read.structuur.stand import Stand


def plaats_bijlagedeel(stand: Stand, plek: int) -> bool:
    """Place a heading inside an annex. False when the line is content."""
    if stand.houder.soort is Soort.ARTIKEL:
        return False
    if _in_namenlijst(stand, plek):
        stand.houder.alinea(stand.regels[plek].tekst, stand.regels[plek].nr)
        return True
    _plak_kort(stand, plek)
    kop = bijlagekop(stand.regels, plek, [stijl for stijl, _ in stand.divisies])
    if kop is None:
        return False
    if kop.stijl == "los" and _is_label(stand, plek):
        label = Bouwsteen(Soort.TUSSENKOP, regel=stand.regels[plek].nr)
        label.tekst = kop.opschrift
        stand.houder.bij(label)
        return True
    _divisie(stand, plek, kop)
    return True


def _in_namenlijst(stand: Stand, plek: int) -> bool:
    """True for a line of an annex that is only a list of names, four or more: "Oostdorp / Westdorp / …"."""
    if plek < stand.namen_tot:
        return True
    regels = stand.regels[plek:]
    if stand.houder.soort is not Soort.BIJLAGE or stand.houder.kinderen or len(regels) < REEKS:
        return False
    if any(regel.wit for regel in regels[1:]) or not all(is_kort(r) and is_loskop(r) for r in regels):
        return False
    if any(len(regel.tekst.split()) > 3 or regel.tekst.split()[-1].islower() for regel in regels):
        return False
    stand.namen_tot = len(stand.regels)
    return True


def _plak_kort(stand: Stand, plek: int) -> None:
    """Join the short lines of one label that was broken over lines ("Kernteam / Ontwikkeling en / …")."""
    while plek + 1 < len(stand.regels):
        eerste, tweede = stand.regels[plek], stand.regels[plek + 1]
        if not is_kort(eerste) and not (is_kort(tweede) and eerste.tekst.endswith(",") and len(eerste.tekst) < 45):
            return
        if tweede.wit or not is_kort(tweede) or kop_van(tweede.tekst) or eerste.merk:
            return
        stand.regels[plek : plek + 2] = [plak(eerste, tweede)]


def _is_label(stand: Stand, plek: int) -> bool:
    """True inside a run of labels (not its first line, not the heading that ends it)."""
    if plek < stand.labels_tot:
        return True
    eind = plek
    while eind < len(stand.regels) and is_loskop(stand.regels[eind]):
        _plak_kort(stand, eind)
        eind += 1
    if eind - plek >= REEKS and plek + 1 < len(stand.regels):
        stand.labels_tot = eind - 1
        zin = f"{eind - plek - 2} korte regels zonder tekst zijn bewaard als tussenkoppen (schema)."
        plekje = stand.regels[plek + 1].plek
        stand.meldingen.append(codes.LOSSE_LABELS.melding(zin, plekje, "Voeg het schema toe vanuit het origineel."))
    return False


def _divisie(stand: Stand, plek: int, kop: Bijlagekop) -> None:
    """Open the division of a heading, inside those whose headings have other styles and stand above it."""
    regel = stand.regels[plek]
    diepte = next((i for i, (stijl, _) in enumerate(stand.divisies) if stijl == kop.stijl), len(stand.divisies))
    del stand.divisies[diepte:]
    ouder = stand.divisies[-1][1] if stand.divisies else stand.ouder
    steen = ouder.bij(Bouwsteen(Soort.DIVISIE, nummer=kop.nummer, aanduiding=kop.aanduiding, regel=regel.nr))
    steen.opschrift = kop.opschrift
    stand.divisies.append((kop.stijl, steen))
    stand.open(steen, leden=False)
    if plek + 1 < len(stand.regels) and stand.regels[plek + 1].wit >= stand.gat:
        stand.meld_leeg(f"“{kop.opschrift}”", regel)
