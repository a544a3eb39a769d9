"""Printed markers at the start of a line: "1.", "a)", "(b)", "iv.", "1°.", "A.", "•", "–"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from amend.model.numbering import nummer_van, uit_romeins, volgende

_BOLLETJE: Final = re.compile(r"(?:[•▪◦·●○‣■□*\uf0b7]|[-–—−])(?=\s|$)")
_TELLER: Final = re.compile(
    r"""(?:
        \d{1,3}[a-z]{0,2}\s?[°º]\.?            # 1°. 1º
      | \d{1,3}[a-z]{0,2}[.)]                   # 1. 3a) 12.
      | \((?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivx]{1,5})\)\.?   # (1) (a) (iv)
      | (?:[ivx]{1,6}|[a-z]\d?|([a-z])\1{1,2}|[a-z]{2})[.)]  # a. aa. iv) n1.
      | 0?[A-Z]{1,3}[a-z]?\d?[.)]               # A. 0A. Aa. XIV.
    )(?=\s|$)""",
    re.VERBOSE,
)
_GEEN_TELLER: Final = re.compile(
    r"(?:nr|ca|mr|dr|bv|nl|jl|pp|vs|zg|ed|ir|st|dd|no|co|nv|art|red|drs|ing|mw|dhr|wo|zn|ad|mej|Mr|Dr|Ir|St|Nr|No)\.",
)
STREEPJES: Final = "-–—−"


class Merk(NamedTuple):
    """A split line: dropped decoration, marker as printed, where the text starts, and the text."""

    weg: str
    merk: str
    begin: int
    tekst: str


def splits(regel: str) -> Merk:
    """The marker at the start of ``regel`` (which has no leading white space) and the text after it.

    A dash or bullet directly before an enumerator is decoration and ends up in ``weg``; alone it is the marker.
    """
    bol = _BOLLETJE.match(regel)
    begin = _na_wit(regel, bol.end()) if bol else 0
    teller = _TELLER.match(regel, begin)
    if teller and not _GEEN_TELLER.fullmatch(teller[0]):
        eind = _na_wit(regel, teller.end())
        return Merk(bol[0] if bol else "", teller[0], eind, regel[eind:].rstrip())
    tweede = _BOLLETJE.match(regel, begin) if bol else None
    if bol and tweede:
        eind = _na_wit(regel, tweede.end())
        return Merk(bol[0], tweede[0], eind, regel[eind:].rstrip())
    return Merk("", bol[0] if bol else "", begin, regel[begin:].rstrip())


def _na_wit(regel: str, plek: int) -> int:
    return plek + len(regel[plek:]) - len(regel[plek:].lstrip())


@lru_cache(maxsize=4096)
def nummer(merk: str) -> str:
    """The bare number of a marker; "" for a dash or bullet."""
    return nummer_van(_LID.sub("", merk)) if any(teken.isalnum() for teken in merk) else ""


_LID: Final = re.compile(r"[Ll]id\s+(?=\d)")
_LIDREGEL: Final = re.compile(r"[Ll]id\s+\d{1,2}[a-z]?[.:]?")


def is_lidregel(regel: str) -> bool:
    """True for a line that is only the number of a lid in words: "Lid 2"."""
    return bool(_LIDREGEL.fullmatch(regel))


_VOORAF: Final = re.compile(r"a[A-Z]{1,2}")
"""A part inserted before the first: aA before A (aanwijzing 6.32)."""


@lru_cache(maxsize=4096)
def stijlen(merk: str) -> tuple[str, ...]:
    """The list styles that a marker can belong to, most likely first: n digits, d degree, a letters, r Roman, A, -."""
    kaal = nummer(merk)
    if not kaal:
        return (f"-{'-' if merk in STREEPJES else merk}",) if merk else ()
    haak = "(" if merk.startswith("(") else ")" if ")" in merk else ""
    if "°" in kaal:
        return ("d",)
    if kaal[0].isdigit():
        return ("A",) if any(teken.isupper() for teken in kaal) else (f"n{haak}",)
    if kaal[0].isupper() or _VOORAF.fullmatch(kaal):
        return ("A", "R") if uit_romeins(kaal) else ("A",)
    return (f"a{haak}", f"r{haak}") if re.fullmatch(r"[ivx]+", kaal) and uit_romeins(kaal) else (f"a{haak}",)


def is_eerste(kaal: str, stijl: str) -> bool:
    """True when ``kaal`` opens a series of this style."""
    eersten = {"n": ("1",), "d": ("1°",), "a": ("a",), "r": ("i",), "A": ("A", "0A", "aA"), "R": ("I",), "-": ("",)}
    return kaal in eersten[stijl[0]]


def is_vervolg(kaal: str, laatste: str, stijl: str) -> bool:
    """True when ``kaal`` directly follows ``laatste`` in a series of this style (3 → 4 or 3a; 3a → 3b or 4)."""
    if stijl.startswith("-"):
        return True
    if kaal == volgende(laatste, romeins=stijl[0] in "rR"):
        return True
    if stijl[0] in "nA":
        return kaal in {f"{laatste}a", f"{laatste}A"} or _na_toevoeging(kaal, laatste)
    return stijl[0] == "a" and kaal in {
        f"{laatste}1",
        "ab" if laatste == "aa" else laatste * 2 if laatste == "z" else "",
    }


def _na_toevoeging(kaal: str, laatste: str) -> bool:
    """3 after 2a, B after Aa, A after 0A: the plain number after an added one."""
    if laatste.startswith("0") or _VOORAF.fullmatch(laatste):
        return kaal == laatste[1:]
    stam = re.sub(r"(?<=\d)[a-z]+$|(?<=[A-Z])[a-z]+$", "", laatste)
    return stam != laatste and kaal == volgende(stam)
