"""A quote that is not there: say what stands nearest, and where in the regulation the words do stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from amend.apply import codes
from amend.apply.blokken import Blok
from amend.apply.werk import Weigering, Werk, beschrijf, zeg
from amend.apply.zoeken import ELLIPS, normaal, treffers
from amend.model.address import Plaats
from amend.model.tree import INDELING, Node, Pad, Soort, loop, platte_tekst

_DREMPEL: Final = 70.0
_GENOEMD: Final = INDELING | {Soort.ARTIKEL, Soort.LID, Soort.ONDERDEEL, Soort.BIJLAGE}


def niet_gevonden(werk: Werk, citaat: str, plaats: Plaats, velden: Sequence[Blok]) -> Weigering:
    """The refusal: the quoted words are not in the target. The help shows the nearest words and other places."""
    deelwoorden = sum(len(treffers(blok.zichtbaar, citaat)) for blok in velden)
    if deelwoorden:
        return werk.weigering(
            codes.CITAAT_VAKER,
            f"“{citaat}” staat in {zeg(plaats)} niet als heel woord, maar {deelwoorden} keer als deel van een woord.",
            "Haal de hele woorden aan.",
        )
    if (dubbel := _dubbel_eind(citaat, velden)) is not None:
        return werk.weigering(
            codes.CITAAT_VAKER,
            f"“{dubbel}”, een eind van de zinsnede “{citaat}”, staat vaker dan eenmaal in {zeg(plaats)}.",
            "Haal aan begin en eind meer woorden aan.",
        )
    if _over_grens(citaat, velden):
        return werk.weigering(
            codes.CITAAT_OVER_GRENS,
            f"“{citaat}” loopt in {zeg(plaats)} over meer dan één tekstblok.",
            "Vervang de hele elementen.",
        )
    hulp = [regel for regel in (_dichtbij(citaat, velden), _elders(werk, citaat)) if regel]
    return werk.weigering(codes.CITAAT_ONTBREEKT, f"“{citaat}” staat niet in {zeg(plaats)}.", " ".join(hulp) or None)


def _dubbel_eind(citaat: str, velden: Sequence[Blok]) -> str | None:
    """F22: the end of "A … B" that stands there more than once."""
    delen = ELLIPS.split(citaat.strip())
    if len(delen) != 2 or not all(delen):
        return None
    return next((deel for deel in delen if sum(len(treffers(blok.zichtbaar, deel)) for blok in velden) > 1), None)


def _over_grens(citaat: str, velden: Sequence[Blok]) -> bool:
    alles = " ".join(blok.zichtbaar.strip() for blok in velden)
    return len(velden) > 1 and bool(treffers(alles, citaat))


def _dichtbij(citaat: str, velden: Sequence[Blok]) -> str | None:
    fragment = bijna(citaat, [blok.zichtbaar for blok in velden], _DREMPEL)
    return f"Er staat wel: “{fragment}”." if fragment else None


def bijna(citaat: str, teksten: Sequence[str], drempel: float) -> str | None:
    """The words in the texts that look most like the quote, when they look enough like it."""
    gezocht = normaal(citaat)[0].strip()
    beste, fragment = drempel, None
    for zichtbaar in teksten:
        tekst = normaal(zichtbaar)[0]
        if len(tekst) < len(gezocht) // 2:
            continue
        ligging = fuzz.partial_ratio_alignment(gezocht, tekst, score_cutoff=beste)
        if ligging is not None and ligging.score > beste:
            beste, fragment = ligging.score, _hele_woorden(tekst, ligging.dest_start, ligging.dest_end)
    return fragment


def _hele_woorden(tekst: str, start: int, eind: int) -> str:
    while start > 0 and not tekst[start - 1].isspace():
        start -= 1
    while eind < len(tekst) and not tekst[eind].isspace():
        eind += 1
    return tekst[start:eind].strip()


def _elders(werk: Werk, citaat: str) -> str | None:
    """Where else the words stand. Only for the first refusals of a run: it reads the whole regulation."""
    if werk.zoekruimte <= 0 or not any(teken.isalnum() for teken in citaat):
        return None
    werk.zoekruimte -= 1
    plekken: list[str] = []
    for pad, node in loop(werk.root):
        if node.tekst and any(t.heel for t in treffers(platte_tekst(node.tekst), citaat)):
            plekken.append(noem(werk.root, pad))
            if len(plekken) == 3:
                break
    return f"De woorden staan wel in {'; '.join(dict.fromkeys(plekken))}." if plekken else None


def noem(root: Node, pad: Pad) -> str:
    """A place as a reader names it: "artikel 3, lid 2, onderdeel b"."""
    namen: list[str] = []
    node = root
    for index in pad:
        node = node.kinderen[index]
        if node.soort in _GENOEMD and node.nummer:
            if node.soort in (Soort.ARTIKEL, Soort.BIJLAGE):
                namen.clear()
            namen.append(beschrijf(node) if node.soort in INDELING else f"{node.soort.value} {node.nummer}")
    return ", ".join(namen) or "een ander deel van de regeling"
