"""Headings: the element that each opens, its number and title, and its place among the open divisions."""

from __future__ import annotations

import re
from typing import Final

from amend.model.tree import INDELING, Soort, Status
from amend.read import codes
from amend.read.bouwsteen import Bouwsteen
from amend.read.koppen import Kop, kop_van
from amend.read.merken import splits
from amend.read.regels import Regel, regel_na
from amend.read.structuur.stand import Stand

_LEEG: Final = re.compile(
    r"[\[(]?\s*(vervallen|gereserveerd)\b[^a-z]{0,3}(?:per [\d\w -]+|met ingang van [\d\w -]+)?[\])]?[.;]?$", re.I
)


_VERWIJST: Final = re.compile(
    r"(?:behorende? )?bij artikel [IVX\d]+[A-Z]?(?:,? (?:onder )?(?:onderdeel|onderdelen)? ?[A-Z]{1,2}\d?)?"
    r"(?:,? van (?:de|het|dit|deze) [^.;:]{3,150})?"
)


_BIJLAGE_MET_NAAM: Final = re.compile(r"(Bijlage)\s+([A-Z][^\n.;:]{1,98}[^\s.;:,])")
"""An annex with a name and no number ("Bijlage Deelnemers"): a heading only where an annex is announced."""


def aangekondigde_kop(stand: Stand, plek: int) -> Kop | None:
    """ "9a. Vrijstelling" as the heading of an announced division that is printed without its kind."""
    if plek == 0 and stand.waarin.verwacht == "artikel" and stand.regels[0].heel in stand.waarin.nummers:
        return Kop(Soort.ARTIKEL, "", stand.regels[0].heel, stand.regels[0].heel, "")
    if plek == 0 and stand.waarin.verwacht == "bijlage":
        naam = _BIJLAGE_MET_NAAM.fullmatch(stand.regels[0].heel)
        return Kop(Soort.BIJLAGE, naam[1], "", "", naam[2]) if naam else None
    if plek or stand.waarin.verwacht not in {soort.value for soort in INDELING} or len(stand.regels) < 2:
        return None
    if not stand.regels[0].merk:
        return None
    regel = stand.regels[0]
    return Kop(Soort(stand.waarin.verwacht), "", regel.nummer, regel.merk, regel.tekst)


def plaats_kop(stand: Stand, plek: int, kop: Kop) -> int:
    """Open the element of a heading; the index of the next line to place."""
    regel = stand.regels[plek]
    nummer, aanduiding, opschrift = _nummer_van(stand, kop, regel)
    steen = Bouwsteen(kop.soort, nummer=nummer, aanduiding=aanduiding, label=kop.label, regel=regel.nr)
    steen.opschrift = opschrift
    _hang(stand, steen)
    volgende = plek + 1
    if not opschrift and not kop.rest and _is_opschrift(stand, volgende, kop.soort):
        steen.opschrift = stand.regels[volgende].tekst
        volgende += 1
    stand.open(steen, leden=kop.soort is Soort.ARTIKEL)
    if kop.rest:
        stand.regels.insert(volgende, _achter_kop(regel, kop))
    if opschrift[:1] == "[" and _LEEG.match(opschrift):
        steen.opschrift = ""
        steen.alinea(opschrift, regel.nr)  # a stub: "Artikel 2 [Vervallen per 01-01-2010]"
    _zet_status(stand, steen, volgende)
    if kop.soort is Soort.BIJLAGE:
        _bijlage_zonder_inhoud(stand, volgende, regel, steen)
    return volgende


def _achter_kop(regel: Regel, kop: Kop) -> Regel:
    """The text behind the heading on the same line, as a line of its own."""
    rest = regel.staart(len(regel.tekst) - len(kop.rest))
    merk = splits(rest.tekst)
    return rest.met_merk(merk.merk, merk.begin) if merk.merk else rest


def _nummer_van(stand: Stand, kop: Kop, regel: Regel) -> tuple[str, str, str]:
    """Number, printed number and heading; "Artikel 2 2 Taken" is 22 only when 22 is announced (regels.md 3.2)."""
    los = re.match(r"(\d{1,2}[a-z]?)(?:\s+|$)", kop.opschrift)
    if kop.soort is not Soort.ARTIKEL or not los or not kop.nummer.isdigit():
        return kop.nummer, kop.aanduiding, kop.opschrift
    samen = kop.nummer + los[1]
    if samen in stand.waarin.nummers:
        zin = f"“{kop.label} {kop.nummer} {los[1]}” is gelezen als {kop.label.lower()} {samen}."
        stand.meldingen.append(codes.NUMMER_GESPLITST.melding(zin, regel.plek, "Controleer het nummer."))
        return samen, samen, kop.opschrift[los.end() :]
    if kop.nummer not in stand.waarin.nummers:
        zin = f"“{kop.label} {kop.nummer} {los[1]}”: onzeker of het nummer {kop.nummer} of {samen} is."
        stand.meldingen.append(codes.NUMMER_ONZEKER.melding(zin, regel.plek, "Verbeter het nummer in de bron."))
    return kop.nummer, kop.aanduiding, kop.opschrift


def _hang(stand: Stand, steen: Bouwsteen) -> None:
    """Give an element with a heading its place among the open divisions."""
    if stand.lijsten.te_diep:
        stand.meld_diep()
    if steen.soort is Soort.BIJLAGE:
        stand.indeling, stand.divisies, stand.bijlage = [], [], True
        stand.basis = stand.wortel.bij(steen)
        return
    if steen.soort is Soort.ARTIKEL:
        stand.ouder.bij(steen)
        return
    while stand.indeling and stand.rang[stand.indeling[-1].soort] >= stand.rang[steen.soort]:
        stand.indeling.pop()
    stand.ouder.bij(steen)
    stand.indeling.append(steen)


def _is_opschrift(stand: Stand, plek: int, soort: Soort) -> bool:
    """True when the line after a bare "Artikel 1" or "Hoofdstuk 2" is its heading."""
    if plek >= len(stand.regels):
        return False
    regel = stand.regels[plek]
    tekst = regel.tekst
    if regel.merk or not tekst or tekst[-1] in ".:;," or len(tekst) > 200 or kop_van(tekst) or _LEEG.match(tekst):
        return False
    if tekst[0] == "[" and tekst[-1] == "]":
        return False  # a remark in the place of text: "[tekst niet beschikbaar]", "[kaart]"
    if soort is not Soort.ARTIKEL:
        return len(tekst.split()) <= 25 and not (soort is Soort.BIJLAGE and tekst.startswith("|"))
    hierna = regel_na(stand.regels, plek)
    return not tekst[0].islower() and hierna is not None and (bool(hierna.merk) or kop_van(hierna.tekst) is None)


def _zet_status(stand: Stand, steen: Bouwsteen, plek: int) -> None:
    """Mark an element whose whole content says that it has lapsed or is reserved."""
    teksten = [tekst for tekst in (steen.opschrift, steen.laatste_tekst) if tekst]
    if plek < len(stand.regels) and not stand.regels[plek].merk:
        teksten.append(stand.regels[plek].tekst)
    treffer = next((t for tekst in teksten if (t := _LEEG.match(tekst))), None)
    if treffer and steen.soort is not Soort.BIJLAGE:
        steen.status = Status.VERVALLEN if treffer[1].lower() == "vervallen" else Status.GERESERVEERD


def _bijlage_zonder_inhoud(stand: Stand, plek: int, regel: Regel, steen: Bouwsteen) -> None:
    """Warn when an annex is only a heading."""
    kop = kop_van(stand.regels[plek].tekst) if plek < len(stand.regels) and not stand.regels[plek].merk else None
    if kop is not None and kop.soort is Soort.BIJLAGE and not steen.nummer and _VERWIJST.fullmatch(steen.opschrift):
        return  # "Bijlage bij artikel I, onderdeel G" above "Bijlage II": where the annex belongs
    if plek >= len(stand.regels) or (kop is not None and kop.soort is Soort.BIJLAGE):
        stand.meld_leeg(" ".join(filter(None, (steen.label.lower(), steen.nummer))), regel)
