"""Words whose sense depends on what follows: "punt 3" is a place, "de punt" a mark; "het nummer «4a»" quotes."""

from __future__ import annotations

import re
from typing import Final

GEEN_LETTER: Final = frozenset(
    [
        *("in", "na", "de", "en", "of", "op", "om", "is", "er", "te", "bij", "tot", "van", "door", "het", "een"),
        *("met", "als", "uit", "dat", "die", "aan", "per", "sub", "en/of"),
    ]
)
"""Short words that are never the letter of an item."""
_VOLGT_NR: Final = re.compile(r"\s*(?:\*|_)?(?:\d|[a-zA-Z]{1,2}\d?[).,;°]?(?=\s|$|[,;.:)])|[IVX]+\b)")
_TITEL_VAN: Final = re.compile(r"\s+van\s+(?:hoofdstuk|paragraaf|artikel|afdeling|bijlage|de|het)\b")
_MET_TEKST: Final = re.compile(r"\s+(?:ingevoegd|toegevoegd)\s*(?:,?\s*(?:luiden|die\s+luid)|:)")
"""A mark has no text of its own: "een punt toegevoegd, luidende:" is an item."""
_OPGENOMEN: Final = re.compile(r"\s+(?:tabel|bedrag|tarie|perc|in\b)")


def naar_samenhang(tekst: str, rest: str, soort: str, waarde: str) -> tuple[str, str]:
    """Kind and value of the word ``tekst`` that is followed by ``rest``, given what the lexicon says."""
    woord = tekst.strip().lower()
    eigen = _WOORDEN.get(woord)
    if eigen:
        return eigen(_Volgt(rest), soort, waarde)
    if waarde == "lijst" and not _Volgt(rest).nummer:
        return "WOORD", tekst.strip()
    if soort == "BEDRAGWOORD":
        return ("KWAL", "") if _Volgt(rest).citaat else (soort, woord)
    return soort, waarde


class _Volgt:
    """What follows a word."""

    def __init__(self, rest: str) -> None:
        self.rest = rest

    @property
    def nummer(self) -> bool:
        """A number or letter follows."""
        treffer = _VOLGT_NR.match(self.rest)
        return treffer is not None and treffer[0].strip(" .,;)*_").lower() not in GEEN_LETTER

    @property
    def citaat(self) -> bool:
        """A quotation follows."""
        na = self.rest.lstrip(" :*")[:1]
        return na != "" and na in "«“„‘\"'’<"


Uitkomst = tuple[str, str]


def _punt(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    return ("NIVEAU", "onderdeel") if volgt.nummer or _MET_TEKST.match(volgt.rest) else (soort, waarde)


def _letter(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    los = re.match(r"\s+(?:ingevoegd|toegevoegd)\b", volgt.rest)
    return ("NIVEAU", "onderdeel") if (volgt.nummer or los) and not volgt.citaat else ("KWAL", "")


def _aanduiding(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    return "AANDUIDING", ""


def _tekst(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    return ("KWAL", "") if volgt.citaat or volgt.rest.lstrip().startswith(":") else ("TEKSTKAAL", "")


def _zin(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    return ("KWAL", "") if volgt.citaat else (soort, waarde)


def _titel(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    return ("KAAL", "opschrift") if _TITEL_VAN.match(volgt.rest) else (soort, waarde)


def _percentage(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    return ("KWAL", "") if volgt.citaat else ("BEDRAGWOORD", "percentage")


def _opgenomen(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    return (soort, waarde) if _OPGENOMEN.match(volgt.rest) else ("WERKW", "ingevoegd")


def _in_te_voegen(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    """ "het in te voegen artikel 12a" against "na artikel 6 in te voegen: …"."""
    naam = re.match(r"\s+(?:artikel|lid|onderdeel|artikelen|leden|onderdelen)\b", volgt.rest)
    return ("VOORGESTELD", "") if naam else (soort, waarde)


_ALLE: Final = re.compile(
    r"\s+(?:(?:in|van|onder|uit)\s[^.;:“«]*?\s(?:genoemde|vermelde|opgenomen|bedoelde)\s+)?(?:bedragen|tarieven|percentages)\b(?!\s*[“„«‘\"'])"
)


def _alle(volgt: _Volgt, soort: str, waarde: str) -> Uitkomst:
    """ "alle bedragen in hoofdstuk 4"; of other things "all of them" says more than an article does."""
    return (soort, waarde) if _ALLE.match(volgt.rest) else ("WOORD", "alle")


_WOORDEN: Final = {
    "alle": _alle,
    "in te voegen": _in_te_voegen,
    "punt": _punt,
    "punten": _punt,
    **dict.fromkeys(("letter", "letters", "nummer", "nummers", "cijfer", "cijfers"), _letter),
    **dict.fromkeys(("aanduiding", "aanduidingen", "nummering"), _aanduiding),
    "tekst": _tekst,
    "titel": _titel,
    **dict.fromkeys(("zin", "volzin", "zinnen", "volzinnen"), _zin),
    "percentage": _percentage,
    "percentages": _percentage,
    "opgenomen": _opgenomen,
}
