"""eId and wId on finished STOP elements, by the rules of agAKN.

eId is the path by position; ``body`` is never a prefix. wId is what the model has; an element that STOP needs and
the model lacks (a Divisietekst, a list around leden) gets one from its parent and its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from amend.write.stop.namen import AKN, TEKST, VAST, naam, t

_WEG = t("VerwijderdeTekst")
_NUMMER = {"Lid": "LidNummer", "WijzigLid": "LidNummer", "Li": "LiNummer", "Begrip": "LiNummer"}


def zet_eids(root: etree._Element) -> None:
    """Give every AKN element below (and including) ``root`` its eId, and its wId where it has none."""
    _zet(root, "")


def zet_eids_onder(element: etree._Element, eid: str) -> None:
    """Give everything below an element that has its eId already the eIds that follow from it."""
    _zet(element, eid)


def zet_wids(root: etree._Element, versie: str) -> None:
    """Give every AKN element without wId one: ``<wId of its parent>__<own part of eId>``; make all wIds unique.

    Where two elements would have the same one, what stays in the text has it, and what a mutation removes another.
    """
    rij = [element for element in root.iter(f"{{{TEKST}}}*") if element.get("eId") is not None]
    for element in rij:
        if element.get("wId") is None:
            element.set("wId", _nieuw(element, versie))
    bezet: set[str] = set()
    for element in sorted(rij, key=_verdwijnt):
        wid = kandidaat = element.get("wId") or ""
        n = 1
        while kandidaat in bezet:
            n += 1
            kandidaat = f"{wid}_inst{n}"
        bezet.add(kandidaat)
        element.set("wId", kandidaat)


def _verdwijnt(element: etree._Element) -> bool:
    kring = (element, *element.iterancestors())
    return any(naam(el) == "Verwijder" or el.get("wijzigactie") == "verwijder" for el in kring)


def _nieuw(element: etree._Element, versie: str) -> str:
    eigen = (element.get("eId") or "").rpartition("__")[2]
    ouder = element.getparent()
    while ouder is not None and (ouder.get("wId") is None or naam(ouder) == "Lichaam"):
        ouder = ouder.getparent()
    return f"{ouder.get('wId')}__{eigen}" if ouder is not None and ouder.get("wId") else f"{versie}__{eigen}"


def _zet(element: etree._Element, prefix: str) -> None:
    tellers: Counter[str] = Counter()
    gezien: Counter[str] = Counter()
    rij = list(_eigen(element))
    for kind in sorted(rij, key=lambda k: k.get("wijzigactie") == "verwijder"):
        deel = _deel(kind, AKN[naam(kind)], tellers)
        gezien[deel] += 1
        if gezien[deel] > 1:
            deel = f"{deel}_inst{gezien[deel]}"
        kind.set("eId", f"{prefix}__{deel}" if prefix else deel)
    for kind in rij:
        _zet(kind, "" if naam(kind) == "Lichaam" else kind.get("eId") or "")


def _eigen(element: etree._Element) -> Iterator[etree._Element]:
    """The nearest AKN elements below an element, in reading order."""
    for kind in element:
        if naam(kind) in AKN:
            yield kind
        else:
            yield from _eigen(kind)


def _deel(element: etree._Element, ref: str, tellers: Counter[str]) -> str:
    soort = naam(element)
    if soort in VAST or soort in ("Toelichting", "AlgemeneToelichting", "ArtikelgewijzeToelichting"):
        return ref
    nummer = "" if soort in ("Lijst", "Begrippenlijst", "table") else _nummer(element)
    if nummer:
        return f"{ref}_{nummer}"
    tellers[ref] += 1
    return f"{ref}_o_{tellers[ref]}"


def _nummer(element: etree._Element) -> str:
    """The number for the eId: the printed number (the new one where it changed) without foreign characters."""
    soort = naam(element)
    bron = element.find(t(_NUMMER[soort])) if soort in _NUMMER else element.find(f"{t('Kop')}/{t('Nummer')}")
    if bron is None:
        return ""
    kaal = re.sub(r"[^0-9A-Za-z.\-]", ".", "".join(geldige_tekst(bron).split()))
    return re.sub(r"\.{2,}", ".", kaal).strip(".") if re.search(r"[0-9A-Za-z]", kaal) else ""


def geldige_tekst(element: etree._Element) -> str:
    """The text without what a mutation removes."""
    delen = [element.text or ""]
    for kind in element:
        if kind.tag != _WEG and isinstance(kind.tag, str):
            delen.append(geldige_tekst(kind))
        delen.append(kind.tail or "")
    return "".join(delen)
