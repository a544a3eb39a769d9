"""Terms of definitions: what a definition defines, compared without case, quotes and leading lidwoord (F13, F47)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from amend.model.tree import Node, Soort, platte_tekst

_AANHALING: Final = "\"'“”„‘’‚«»‹›"
_LIDWOORD: Final = re.compile(r"^(?:de|het|een|’t|'t)\s+", re.IGNORECASE)
_SCHEIDING: Final = re.compile(r"\s*:|\s+[–—-]\s")


def norm(term: str) -> str:
    """A term for comparison: no case, quotes, soft hyphens, closing colon or leading lidwoord."""
    kaal = "".join(teken for teken in term if teken not in _AANHALING and teken != "\u00ad")
    kaal = " ".join(kaal.replace("\u00a0", " ").split()).rstrip(":;., ").strip()
    return _LIDWOORD.sub("", kaal).casefold()


def alfabet(term: str) -> str:
    """A term for sorting: as :func:`norm`, without diacritics."""
    return "".join(t for t in unicodedata.normalize("NFD", norm(term)) if not unicodedata.combining(t))


def eerste_blok(node: Node) -> Node | None:
    """The first text block in the subtree that has text."""
    stapel = [node]
    while stapel:
        huidig = stapel.pop()
        if platte_tekst(huidig.tekst).strip():
            return huidig
        stapel.extend(reversed(huidig.kinderen))
    return None


def term_van(node: Node) -> str | None:
    """The term that this item or text block defines, or None when it does not look like a definition."""
    if node.opschrift and node.soort is Soort.BEGRIP:
        return platte_tekst(node.opschrift)
    blok = eerste_blok(node)
    if blok is None:
        return None
    tekst = platte_tekst(blok.tekst)
    treffer = _SCHEIDING.search(tekst)
    if treffer:
        return tekst[: treffer.start()]
    if node.soort is Soort.BEGRIP and blok.tekst[0].marks and len(blok.tekst) > 1:
        return blok.tekst[0].tekst
    return None


def is_begrip(node: Node, gezocht: str) -> bool:
    """True when this item or text block defines ``gezocht`` (also when the term itself holds a dash or colon)."""
    term = term_van(node)
    if term is not None and norm(term) == norm(gezocht):
        return True
    blok = eerste_blok(node)
    if blok is None or not norm(gezocht):
        return False
    tekst = platte_tekst(blok.tekst)
    for treffer in _SCHEIDING.finditer(tekst):
        if norm(tekst[: treffer.start()]) == norm(gezocht):
            return True
    gemarkeerd = blok.tekst[0].tekst if blok.tekst[0].marks and len(blok.tekst) > 1 else ""
    return bool(gemarkeerd) and norm(gemarkeerd) == norm(gezocht)
