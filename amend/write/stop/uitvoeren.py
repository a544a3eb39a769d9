"""Executing a RegelingMutatie on a STOP text, element by element: what a receiver does with the delivery.

Works on the XML alone, by wId, without anything of the model: so it can prove what the writer made.
"""

from __future__ import annotations

import copy

from lxml import etree

from amend.write.stop.namen import naam, t

_EIGEN = frozenset({"Nummer", "Wat"})


def voer_mutatie_uit(tekst: etree._Element, mutatie: etree._Element) -> list[str]:
    """Change ``tekst`` in place; what could not be done, as Dutch phrases."""
    bezwaren: list[str] = []
    for deel in mutatie:
        bezwaren.extend(_deel(tekst, deel))
    return bezwaren


def _deel(tekst: etree._Element, deel: etree._Element) -> list[str]:
    soort = naam(deel)
    inhoud = [schoon_van_renvooi(copy.deepcopy(kind)) for kind in deel if naam(kind) and naam(kind) not in _EIGEN]
    doel = _zoek(tekst, deel.get("wat") or "") if deel.get("wat") else None
    if soort != "VoegToe" and doel is None:
        return [f"{soort}: {deel.get('wat')} bestaat niet"]
    if soort == "Verwijder" and doel is not None:
        _weg(doel)
    elif soort == "VervangKop" and doel is not None:
        doel.replace(doel[0], inhoud[0])
    elif soort == "Vervang" and doel is not None and not deel.get("context"):
        for nieuw in reversed(inhoud):
            doel.addnext(nieuw)
        _weg(doel)
    else:
        if doel is not None:
            _weg(doel)
        return _voeg(tekst, deel, inhoud)
    return []


def _voeg(tekst: etree._Element, deel: etree._Element, inhoud: list[etree._Element]) -> list[str]:
    context = _zoek(tekst, deel.get("context") or "")
    if context is None:
        return [f"{naam(deel)}: {deel.get('context')} bestaat niet"]
    if deel.get("positie") == "komtVoor":
        for nieuw in inhoud:
            context.addprevious(nieuw)
    else:
        for nieuw in reversed(inhoud):
            context.addnext(nieuw)
    return []


def _zoek(tekst: etree._Element, wid: str) -> etree._Element | None:
    return next((el for el in tekst.iter() if el.get("wId") == wid), None)


def _weg(element: etree._Element) -> None:
    ouder = element.getparent()
    if ouder is not None:
        ouder.remove(element)


def schoon_van_renvooi(element: etree._Element) -> etree._Element:
    """The element as it reads after the change: what is removed taken out, what is new no longer marked."""
    for kind in list(element):
        if not naam(kind):
            continue
        if kind.tag == t("VerwijderdeTekst") or kind.get("wijzigactie") == "verwijder":
            _haal_uit(kind)
        else:
            schoon_van_renvooi(kind)
            if kind.tag == t("NieuweTekst"):
                _pak_uit(kind)
    element.attrib.pop("wijzigactie", "")
    return element


def _haal_uit(kind: etree._Element) -> None:
    """Remove an element but not the text behind it."""
    ouder = kind.getparent()
    if ouder is not None:
        _voeg_tekst(kind, kind.tail or "")
        ouder.remove(kind)


def _pak_uit(kind: etree._Element) -> None:
    """Replace an element by its content."""
    ouder = kind.getparent()
    if ouder is None:
        return
    _voeg_tekst(kind, kind.text or "")
    plek = ouder.index(kind)
    for deel in list(kind):
        ouder.insert(plek, deel)
        plek += 1
    if kind.tail:
        vorige = ouder[plek - 1] if plek else None
        if vorige is None:
            ouder.text = (ouder.text or "") + kind.tail
        else:
            vorige.tail = (vorige.tail or "") + kind.tail
    kind.tail = None
    ouder.remove(kind)


def _voeg_tekst(kind: etree._Element, tekst: str) -> None:
    """Add text right before an element."""
    vorige, ouder = kind.getprevious(), kind.getparent()
    if vorige is not None:
        vorige.tail = (vorige.tail or "") + tekst
    elif ouder is not None:
        ouder.text = (ouder.text or "") + tekst
