"""Words without quotation marks: "wordt het woord vergunning vervangen door ontheffing" (F23, W230).

Tried only when the sentence is not understood as it stands. The words must be shut in between the fixed words of one
instruction; then they get their marks and the ordinary parser reads the sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amend.model.operations import Bewerking
from amend.parse import codes
from amend.parse.bijzonder.vorm import Uitkomst, Zin, patroon

_NOEMER: Final = (
    r"(?:(?:het|de)\s+(?:woord(?:en)?|zins?snede|zinsdeel|passage|tekst|term(?:en)?|getal(?:len)?|jaartal|datum|naam|benaming|"
    r"functienaam|aanduiding|woordgroep|tekstgedeelte)\s+)"
)
_WOORDEN: Final = r"[^«»“”„‘’\"';:()]{1,160}?"
_AANGEHAALD: Final = r"[«“„‘\"'][^«»“”„\"]{1,200}?[»”’\"']"
_VERVANG: Final = patroon(
    rf"(?P<voor>in\s.+?\s(?:wordt|worden)\s+(?:telkens\s+)?{_NOEMER}?)(?P<oud>{_AANGEHAALD}|{_WOORDEN})"
    rf"(?P<midden>\s+(?:telkens\s+)?(?:vervangen\s+door|gewijzigd\s+in|veranderd\s+in)\s*:?\s+{_NOEMER}?)"
    rf"(?P<nieuw>{_AANGEHAALD}|{_WOORDEN})(?P<na>\s*[.;]?)"
)
_VOEG_IN: Final = patroon(
    rf"(?P<voor>in\s.+?\s(?:wordt|worden),?\s(?:.+?\s)??(?:na|achter|voor)\s+{_NOEMER}?)(?P<oud>{_AANGEHAALD}|{_WOORDEN})"
    rf"(?P<midden>,?\s+(?:ingevoegd|toegevoegd)\s*:?\s+{_NOEMER}?)(?P<nieuw>{_AANGEHAALD}|{_WOORDEN})(?P<na>\s*[.;]?)"
)
_VERVALT: Final = patroon(
    rf"(?P<voor>in\s.+?\s(?:vervalt|vervallen)\s+{_NOEMER})(?P<oud>{_WOORDEN})(?P<midden>)(?P<nieuw>)(?P<na>\s*[.;]?)",
)
_SCHRAP: Final = patroon(
    rf"(?P<voor>in\s.+?\s(?:wordt|worden)\s+{_NOEMER})(?P<oud>{_WOORDEN})(?P<midden>)(?P<nieuw>)"
    r"(?P<na>\s+(?:geschrapt|verwijderd|weggelaten|doorgehaald)\s*[.;]?)",
)
_VORMEN: Final = (_VERVANG, _VOEG_IN, _VERVALT, _SCHRAP)
_BEDRAG: Final = re.compile(r"(?:€|EUR|f|ƒ)?\s?\d[\d.,]*(?:[-–—]+)?(?:\s?%)?")
_BEPERKT: Final = (
    r"niet|behalve|uitsluitend|gedeeltelijk|eventueel|mogelijk|slechts|alleen|mits|tenzij|zover|desgewenst|zo\s+nodig"
)
_GEEN_BEGIN: Final = re.compile(
    rf"(?:de|het|een|zijn|haar|hun|indien|als|wanneer|ook|tevens|dan|er|{_BEPERKT})\b", re.I
)
_BEPERKING: Final = re.compile(rf"\S\s+(?:{_BEPERKT})\b|\b(?:{_BEPERKT})\s+\S", re.I)
"""A limiting word among others may limit the instruction; by itself it may be the text ("vervalt het woord alleen")."""
_TAAL: Final = re.compile(
    r"\b(?:artikel(?:en)?|lid|leden|onderdelen|onderdeel|volzin(?:nen)?|alinea|opschrift|hoofdstuk(?:ken)?|paragraaf|bijlagen?|"
    r"wordt|worden|vervalt|vervallen|vervangen|gewijzigd|ingevoegd|toegevoegd|geschrapt|luiden|vernummerd|verletterd|telkens|"
    r"respectievelijk|onderscheidenlijk|na|voor|(?:het|de)\s+bedrag(?:en)?|tabel|kolom|rij|punt|komma|puntkomma|volgende|aanhef|slot)\b",
    re.IGNORECASE,
)
"""Words of the amendment language: a text that holds one is not certainly a text."""


def lees_zonder_aanhaling(zin: Zin) -> Uitkomst | None:
    """The operations of a sentence whose old or new words lack their marks; None when that is not certain."""
    kern = zin.tekst[zin.vanaf :].strip()
    for vorm in _VORMEN:
        treffer = vorm.fullmatch(kern)
        if treffer is not None and (gelezen := _met_merken(zin, treffer)) is not None:
            return gelezen
    return None


def _met_merken(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    oud, nieuw = m["oud"].strip(), m["nieuw"].strip()
    kaal = [tekst for tekst in (oud, nieuw) if tekst and not re.fullmatch(_AANGEHAALD, tekst, re.DOTALL)]
    if not kaal or any(_TAAL.search(tekst) or _BEPERKING.search(tekst) for tekst in kaal):
        return None
    if _BEDRAG.match(oud) and nieuw and not _BEDRAG.fullmatch(nieuw):
        return None  # an amount, and a word more
    genoemd = re.search(rf"{_NOEMER}$", m["voor"], re.IGNORECASE)
    if oud in kaal and _GEEN_BEGIN.match(oud) and not genoemd:
        return None  # "wordt de directeur vervangen door …" may be a rule, "wordt niet …" a limit
    gemerkt = m["voor"] + _merk(oud, kaal) + m["midden"] + _merk(nieuw, kaal) + m["na"]
    ops, meldingen = zin.ontleed(gemerkt, 0, zin.context, zin.onderdeel)
    uit = tuple(replace(op, spanne=zin.spanne) for op in ops if isinstance(op, Bewerking))
    if len(uit) != 1 or len(uit) != len(ops):
        return None
    woorden = ", ".join(f'"{tekst}"' for tekst in kaal)
    waarschuwing = zin.melding(codes.ZONDER_AANHALING, f"Aangehaalde tekst zonder aanhalingstekens: {woorden}.")
    over = (replace(melding, plek=waarschuwing.plek) for melding in meldingen if melding.code != waarschuwing.code)
    return uit, (waarschuwing, *over)


def _merk(tekst: str, kaal: list[str]) -> str:
    return f"«{tekst}»" if tekst in kaal else tekst
