"""Words that a scan or a copied PDF has broken: "ge lezen", "ais volgt", quotation marks without a space.

Only for a sentence that is not understood as it stands, and only outside quotations: two pieces become one word when
the amendment language knows the word and does not know both pieces; an i, l or 1 becomes another of these when that
makes exactly one word of the language.
"""

from __future__ import annotations

import re
from typing import Final

from amend.parse.citaten import lees_citaat, opent
from amend.parse.lexicon import WOORDEN

_STUK: Final = re.compile(r"[^\W\d_]{2,}")
_NAAD: Final = re.compile(r"-?\s+|­\s*")
_COLON: Final = re.compile(r":(?=\s+\S)")
_GELIJKEND: Final = "il1"
_KORTST: Final = 3
_AANEEN: Final = "spatie bij een aanhalingsteken"


def hersteld(zin: str) -> tuple[str, tuple[str, ...]]:
    """The sentence with its broken words whole, and those words; ("", ()) when there are none."""
    zin, nieuwe_tekst = _tot_dubbelepunt(zin)
    ruim = _met_spaties(zin)
    uit: list[str] = []
    woorden: list[str] = [_AANEEN] if ruim != zin else []
    i = begin = 0
    while i < len(ruim):
        citaat = lees_citaat(ruim, i) if opent(ruim, i) else None
        if citaat is not None:
            uit.extend((_heel(ruim[begin : citaat.start], woorden), ruim[citaat.start : citaat.eind]))
            begin = citaat.eind
        i = max(citaat.eind, i + 1) if citaat else i + 1
    uit.append(_heel(ruim[begin:], woorden))
    return ("".join((*uit, nieuwe_tekst)), tuple(woorden)) if woorden else ("", ())


def _tot_dubbelepunt(zin: str) -> tuple[str, str]:
    """The instruction, and the new text behind its colon, of which nothing is changed."""
    treffer = _COLON.search(zin)
    return (zin[: treffer.end()], zin[treffer.end() :]) if treffer else (zin, "")


def _met_spaties(zin: str) -> str:
    """A space outside each straight double quotation mark, when the marks are paired."""
    delen = zin.split('"')
    if len(delen) % 2 == 0:
        return zin
    buiten = [
        deel if i % 2 else _ruim(deel, eerste=i == 0, laatste=i == len(delen) - 1) for i, deel in enumerate(delen)
    ]
    return '"'.join(buiten)


def _ruim(deel: str, *, eerste: bool, laatste: bool) -> str:
    voor = "" if eerste or not deel[:1].isalpha() else " "
    na = "" if laatste or not deel[-1:].isalnum() else " "
    return f"{voor}{deel}{na}"


def _heel(tekst: str, woorden: list[str]) -> str:
    """The text with pieces joined; those joined are added to ``woorden``."""
    stukken = list(_STUK.finditer(tekst))
    uit, eind = "", 0
    i = 0
    while i < len(stukken):
        stuk = stukken[i]
        woord = _met_andere_letter(stuk[0])
        if woord != stuk[0]:
            woorden.append(stuk[0])
        uit += tekst[eind : stuk.start()] + woord
        eind = stuk.end()
        volgt = stukken[i + 1] if i + 1 < len(stukken) else None
        if volgt is not None and _hoort_bijeen(tekst, stuk, volgt):
            woorden.append(tekst[stuk.start() : volgt.end()])
            uit += volgt[0]
            eind = volgt.end()
            i += 1
        i += 1
    return uit + tekst[eind:]


def _met_andere_letter(stuk: str) -> str:
    """ "ais" is "als", "iid" is "lid": letters that look alike in print."""
    if stuk.lower() in WOORDEN or len(stuk) < _KORTST:
        return stuk
    plekken = [i for i, teken in enumerate(stuk) if teken in _GELIJKEND]
    varianten = {stuk[:i] + teken + stuk[i + 1 :] for i in plekken for teken in _GELIJKEND if teken != stuk[i]}
    bekend = [variant for variant in varianten if variant.lower() in WOORDEN]
    return bekend[0] if len(bekend) == 1 else stuk


def _hoort_bijeen(tekst: str, links: re.Match[str], rechts: re.Match[str]) -> bool:
    a, b = links[0].lower(), rechts[0].lower()
    naad = _NAAD.fullmatch(tekst, links.end(), rechts.start())
    return naad is not None and a + b in WOORDEN and not (a in WOORDEN and b in WOORDEN)
