"""Numbers of Dutch regulations: 3, 3a, 2:10a, IIa, aa, 1°, eerste…honderdste.

A *nummer* is the bare number as addresses use it (no closing dot or bracket, degree sign kept). Numbers are
compared as lists of tokens: 2:10 < 2:10a < 2:11, a1 < 1, 5 < 5A < 6, bis < ter < quater after the number.
Source: aanwijzingen 3.54, 3.59, 6.16, 6.18; regels.md 3.2.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_EENHEDEN: Final = [
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
]
_TIENTALLEN: Final = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_LATIJN: Final = {naam: n for n, naam in enumerate(("bis", "ter", "quater", "quinquies", "sexies", "septies"), 1)}
_ROMEINS: Final = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_WAARDEN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_DELEN: Final = re.compile(r"\d+|[a-z]+|[^0-9a-z]+", re.IGNORECASE)


def _telwoorden() -> dict[str, int]:
    woorden = {naam: n for n, naam in enumerate(_EENHEDEN)}
    for t, tiental in enumerate(_TIENTALLEN, 2):
        woorden[tiental] = 10 * t
        for e in range(1, 10):
            koppel = "ën" if _EENHEDEN[e].endswith("e") else "en"
            woorden[f"{_EENHEDEN[e]}{koppel}{tiental}"] = 10 * t + e
    return woorden | {"één": 1, "honderd": 100}


def _rangwoorden() -> dict[str, int]:
    rang = {}
    for woord, n in _telwoorden().items():
        onregelmatig = {1: "eerste", 3: "derde", 8: "achtste"}.get(n)
        rang[onregelmatig or woord + ("de" if n < 20 else "ste")] = n
    return {woord: n for woord, n in rang.items() if n}


TELWOORDEN: Final = _telwoorden()
RANGWOORDEN: Final = _rangwoorden()
_RANG_UIT: Final = {n: woord for woord, n in reversed(RANGWOORDEN.items())}


def telwoord(woord: str) -> int | None:
    """The value of a numeral ("twee", "één", "12"), or None."""
    return int(woord) if woord.isdecimal() else TELWOORDEN.get(woord.lower())


def rang(woord: str) -> int | None:
    """The value of an ordinal ("eerste", "2e", "3de", "twintigste"), or None."""
    cijfers = re.fullmatch(r"(\d{1,3})\s?(?:e|de|ste|ᵉ)", woord.lower())
    return int(cijfers[1]) if cijfers else RANGWOORDEN.get(woord.lower())


def rangwoord(n: int) -> str:
    """The ordinal word for 1 to 100 ("eerste"); beyond that "101e"."""
    return _RANG_UIT.get(n, f"{n}e")


def uit_romeins(tekst: str) -> int | None:
    """The value of a Roman numeral up to 100 (either case, not mixed), or None."""
    if tekst != tekst.upper() and tekst != tekst.lower():
        return None
    hoofd = tekst.upper()
    if hoofd != "C" and not _ROMEINS.match(hoofd):
        return None
    waarden = [_WAARDEN[teken] for teken in hoofd]
    return sum(-w if any(v > w for v in waarden[i + 1 : i + 2]) else w for i, w in enumerate(waarden))


def naar_romeins(n: int) -> str:
    """The Roman numeral (capitals) of 1 to 100."""
    uit = ""
    for waarde, teken in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")):
        uit, n = uit + teken * (n // waarde), n % waarde
    return uit + "I" * n


def nummer_van(aanduiding: str) -> str:
    """The bare number of a printed marker: "1." → "1", "a)" → "a", "(b)" → "b", "1º." → "1°", "–" → ""."""
    kaal = aanduiding.strip().strip("()[]").rstrip(".):;").strip()
    kaal = re.sub(r"(?<=\d)\s*[º°]|(?<=\d)o$", "°", kaal)
    return "" if re.fullmatch(r"[-–—•·*]*", kaal) else kaal


@lru_cache(maxsize=65536)
def sleutel(nummer: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key for numbers of one level; a leading letter sorts before any number (a1 < 1)."""
    delen: list[tuple[int, int, str]] = []
    for deel in _DELEN.findall(nummer):
        if deel.isdecimal():
            delen.append((2, int(deel), ""))
        elif deel.lower() in _LATIJN and delen:
            delen.append((1, _LATIJN[deel.lower()], ""))
        elif deel.isalpha():
            delen.append((1, len(deel), deel.lower()))
        elif deel not in (".", ":", "-", " ", "°"):
            delen.append((0, 0, deel))
    return tuple(delen)


def romeinse_sleutel(nummer: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key where Roman numerals count as numbers: I < II < IIa < V (divisions, amending articles)."""
    hoofd = re.match(r"[IVXLC]+|[ivxlc]+", nummer)
    if hoofd and (waarde := uit_romeins(hoofd[0])):
        return ((2, waarde, ""), *sleutel(nummer[hoofd.end() :]))
    return sleutel(nummer)


def _volgende_letter(letters: str) -> str:
    eerste, laatste = letters[:-1], letters[-1]
    if laatste in "zZ":
        begin = "a" if laatste == "z" else "A"
        return begin * 2 if not eerste else _volgende_letter(eerste) + (begin if len(set(letters)) > 1 else "")
    volgende = chr(ord(laatste) + 1)
    dubbel = len(letters) > 1 and set(letters) == {laatste}
    return volgende * len(letters) if dubbel and _verdubbelend(letters) else eerste + volgende


def _verdubbelend(letters: str) -> bool:
    return len(letters) > 1 and len(set(letters)) == 1


def volgende(nummer: str, *, romeins: bool = False) -> str | None:
    """The number after this one at its own level: 3→4, 3a→3b, c→d, z→aa, aa→bb, 2°→3°, 2:9→2:10, iii→iv.

    ``romeins`` says that a letter numeral is Roman here. None when there is no certain successor.
    """
    if romeins and (waarde := uit_romeins(nummer)):
        uit = naar_romeins(waarde + 1)
        return uit if nummer.isupper() else uit.lower()
    if treffer := re.fullmatch(r"(.*?)(\d+)(°?)", nummer):
        return f"{treffer[1]}{int(treffer[2]) + 1}{treffer[3]}"
    if treffer := re.fullmatch(r"(.*\d)?([a-z]{1,3}|[A-Z]{1,3})", nummer):
        return (treffer[1] or "") + _volgende_letter(treffer[2])
    return None


def reeks(van: str, tot: str, *, romeins: bool = False) -> tuple[str, ...] | None:
    """The plain successive numbers from ``van`` to ``tot`` inclusive, or None when that cannot be counted out.

    Elements with added letters that exist in between (10a) are the reader's concern, see rule G11.
    """
    if not romeins and len(van) == len(tot) == 1 and van.isalpha() and tot.isalpha():
        return tuple(map(chr, range(ord(van), ord(tot) + 1))) or None
    uit, huidig = [van], van
    while huidig != tot:
        opvolger = volgende(huidig, romeins=romeins)
        if opvolger is None or len(uit) >= 10_000:
            return None
        uit.append(huidig := opvolger)
    return tuple(uit)


def volgt_op(nummer: str, vorige: str) -> bool:
    """True when ``nummer`` is the direct successor of ``vorige``, reading letters or Roman numerals."""
    return nummer in (volgende(vorige), volgende(vorige, romeins=True))
