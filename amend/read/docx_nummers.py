"""The numbers that Word prints but does not store as text: written into the paragraphs, so that they are not lost.

Source: ECMA-376 part 1, 17.9 (numbering): abstract numberings, levels, formats, overrides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from amend.model.numbering import naar_romeins

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPSOMMING: Final = "-"


@dataclass(frozen=True, slots=True)
class _Niveau:
    """One level: how a number is written, the pattern around it ("%1."), the first number."""

    vorm: str
    patroon: str
    begin: int


@dataclass(slots=True)
class Nummering:
    """The numberings of a document, and how far each has counted."""

    niveaus: dict[str, dict[int, _Niveau]] = field(default_factory=dict)
    lijsten: dict[str, str] = field(default_factory=dict)
    opnieuw: dict[tuple[str, int], int] = field(default_factory=dict)
    stijlen: dict[str, tuple[str, int]] = field(default_factory=dict)
    _tellers: dict[str, dict[int, int]] = field(default_factory=dict)
    _begonnen: set[tuple[str, int]] = field(default_factory=set)

    def merk(self, lijst: str, niveau: int) -> str:
        """The marker of the next paragraph of this list at this level; "" when it has none."""
        soort = self.lijsten.get(lijst)
        vormen = self.niveaus.get(soort or "", {})
        eigen = vormen.get(niveau)
        if soort is None or eigen is None or eigen.vorm == "none":
            return ""
        if eigen.vorm == "bullet":
            return _OPSOMMING
        tellers = self._tellers.setdefault(soort, {})
        if (lijst, niveau) in self.opnieuw and (lijst, niveau) not in self._begonnen:
            tellers[niveau] = self.opnieuw[lijst, niveau]
        else:
            tellers[niveau] = tellers[niveau] + 1 if niveau in tellers else eigen.begin
        self._begonnen.add((lijst, niveau))
        for dieper in [n for n in tellers if n > niveau]:
            del tellers[dieper]
        return re.sub(r"%(\d)", lambda m: self._getal(vormen, tellers, int(m[1]) - 1), eigen.patroon).strip()

    @staticmethod
    def _getal(vormen: Mapping[int, _Niveau], tellers: Mapping[int, int], niveau: int) -> str:
        vorm = vormen.get(niveau)
        return _schrijf(tellers.get(niveau, vorm.begin), vorm.vorm) if vorm else ""


def lees_nummering(nummering: etree._Element | None, stijlen: etree._Element | None) -> Nummering:
    """numbering.xml and styles.xml → the numberings."""
    uit = Nummering()
    for abstract in nummering.findall(f"{W}abstractNum") if nummering is not None else ():
        niveaus = {_int(lvl.get(f"{W}ilvl")): _niveau(lvl) for lvl in abstract.findall(f"{W}lvl")}
        uit.niveaus[abstract.get(f"{W}abstractNumId", "")] = niveaus
    for num in nummering.findall(f"{W}num") if nummering is not None else ():
        lijst = num.get(f"{W}numId", "")
        uit.lijsten[lijst] = _waarde(num, "abstractNumId")
        for anders in num.findall(f"{W}lvlOverride"):
            begin = anders.find(f"{W}startOverride")
            if begin is not None:
                uit.opnieuw[lijst, _int(anders.get(f"{W}ilvl"))] = _int(begin.get(f"{W}val"), 1)
    if stijlen is not None:
        uit.stijlen = _stijlen(stijlen)
    return uit


def schrijf_nummers(document: etree._Element, nummering: Nummering) -> None:
    """Put the marker of every numbered paragraph in front of its text."""
    for alinea in document.iter(f"{W}p"):
        lijst, niveau = _van_alinea(alinea, nummering)
        merk = nummering.merk(lijst, niveau) if lijst and lijst != "0" else ""
        if merk and any(t.text for t in alinea.iter(f"{W}t")):
            _zet_voor(alinea, merk)


def _zet_voor(alinea: etree._Element, merk: str) -> None:
    run = etree.Element(f"{W}r")
    tekst = etree.SubElement(run, f"{W}t")
    tekst.text = f"{merk} "
    tekst.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    alinea.insert(1 if alinea.find(f"{W}pPr") is not None else 0, run)


def _van_alinea(alinea: etree._Element, nummering: Nummering) -> tuple[str, int]:
    eigenschappen = alinea.find(f"{W}pPr")
    if eigenschappen is None:
        return "", 0
    stijl = nummering.stijlen.get(_waarde(eigenschappen, "pStyle"), ("", 0))
    eigen = eigenschappen.find(f"{W}numPr")
    if eigen is None:
        return stijl
    niveau = eigen.find(f"{W}ilvl")
    lijst = _waarde(eigen, "numId") or stijl[0]
    return lijst, _int(niveau.get(f"{W}val")) if niveau is not None else stijl[1]


def _stijlen(stijlen: etree._Element) -> dict[str, tuple[str, int]]:
    """Style → list and level, inherited from what it is based on."""
    eigen: dict[str, tuple[str, int]] = {}
    basis: dict[str, str] = {}
    for stijl in stijlen.findall(f"{W}style"):
        naam = stijl.get(f"{W}styleId", "")
        basis[naam] = _waarde(stijl, "basedOn")
        nummer = stijl.find(f"{W}pPr/{W}numPr")
        if nummer is not None:
            eigen[naam] = (_waarde(nummer, "numId"), _int(_waarde(nummer, "ilvl")))
    uit: dict[str, tuple[str, int]] = {}
    for naam in basis:
        huidig, gezien = naam, set[str]()
        while huidig and huidig not in eigen and huidig not in gezien:
            gezien.add(huidig)
            huidig = basis.get(huidig, "")
        if huidig in eigen:
            uit[naam] = eigen[huidig]
    return uit


def _niveau(lvl: etree._Element) -> _Niveau:
    return _Niveau(_waarde(lvl, "numFmt") or "decimal", _waarde(lvl, "lvlText"), _int(_waarde(lvl, "start"), 1))


def _waarde(element: etree._Element, naam: str) -> str:
    kind = element.find(f"{W}{naam}")
    return kind.get(f"{W}val", "") if kind is not None else ""


def _int(tekst: str | None, anders: int = 0) -> int:
    return int(tekst) if tekst and re.fullmatch(r"\d{1,6}", tekst) else anders


def _schrijf(getal: int, vorm: str) -> str:
    if vorm in ("lowerLetter", "upperLetter") and getal > 0:
        letters = chr(ord("a") + (getal - 1) % 26) * ((getal - 1) // 26 + 1)
        return letters.upper() if vorm == "upperLetter" else letters
    if vorm in ("lowerRoman", "upperRoman") and 0 < getal < 4000:
        romeins = naar_romeins(getal)
        return romeins.upper() if vorm == "upperRoman" else romeins.lower()
    if vorm == "decimalZero":
        return f"{getal:02d}"
    return f"{getal}e" if vorm == "ordinal" else str(getal)
