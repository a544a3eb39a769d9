"""Patterns for the publication of a decision: "de datum van uitgifte van het Staatsblad waarin het wordt geplaatst".

Used in moments ("de dag na …") and in conditions ("Indien … wordt uitgegeven na …"). Source: aanwijzing 4.22.
"""

from __future__ import annotations

from typing import Final

_DEELWOORD: Final = (
    r"(?:bekend\s?gemaakt|gepubliceerd|geplaatst|opgenomen|afgekondigd|uitgegeven|verschenen|openbaar\s+gemaakt|"
    r"vermeld|verplaatst)"
)
GROEP: Final = (
    rf"(?:(?:wordt|worden|is|zijn|zal|zullen)\s+(?:worden\s+)?{_DEELWOORD}|"
    rf"{_DEELWOORD}\s+(?:wordt|worden|is|zijn|zal\s+worden|zullen\s+worden)|"
    r"bekend\s+(?:is|zijn|wordt|worden)\s+gemaakt|verschijnt|verschijnen|(?:heeft|hebben)\s+plaatsgevonden|plaatsvindt|"
    r"plaats\s+vindt|geschiedt)"
)
"""The verb group that ends "waarin zij …": "wordt geplaatst", "bekend is gemaakt"."""

SOORT: Final = (
    r"(?:bekendmaking|publicatie|publikatie|uitgifte|uitgave|plaatsing|dagtekening|afkondiging|verschijnen|"
    r"verschijning|openbaarmaking)"
)
EINDE: Final = (
    r"(?=\s*(?:\.(?:\s|$)|[;)]|$|,)|\s+(?:en|of|doch|maar|dan\s+wel|alsmede|met|waarin|waarbij|terug|in\s*werking|treedt|"
    r"treden|vervalt|vervallen|werkt|werken|onder|tenzij|indien|voor\s+zover)\b)"
)
"""Where a phrase may end: punctuation, or a word that begins the next part of the sentence."""

_BEZIT: Final = r"(?:(?:de|het|haar|harer|zijn|zijner|hun|dit|deze)\s+)?"
_VAN_DIT: Final = r"(?:\s+(?:ervan|daarvan|hiervan)|\s+van\s+(?:dit|deze|het|de)\s+[\w\-]+)?"
_WAARIN: Final = (
    rf"(?:\s*,?\s+(?:waarin|waarmee)\s(?:[^.;]*?{GROEP}|mededeling\s+(?:wordt|is)\s+gedaan\s+van\s[^.;]*?)"
    r"(?:\s*\([^)]*\))?)?"
)
_PLEK: Final = (
    r"(?:\s+(?:van|in|op|via|door)\s+(?!\d|werking\b)[\w.\-/:]+(?:\s+(?!waarin\b|treedt\b|treden\b)[\w.\-/:]+){0,7}?)"
)
_BLAD: Final = rf"{_VAN_DIT}{_PLEK}{{0,3}}?(?:\s*\([^)]*\))?{_WAARIN}{EINDE}"
_NAAMWOORD: Final = (
    rf"(?:die[n]?\s+(?:van\s+)?)?{_BEZIT}(?:(?:dag|datum|dagtekening|moment|tijdstip)\s+van\s+{_BEZIT})?{SOORT}{_BLAD}"
)
_BIJZIN: Final = (
    r"(?:(?:die|de\s+(?:dag|datum|maand)|het\s+(?:tijdstip|moment))\s+)?(?:waarop|waarin)\s"
    rf"[^.;]*?{GROEP}{_PLEK}{{0,2}}?{EINDE}"
)
_BLADDAG: Final = (
    r"(?:de\s+)?(?:dag|datum|dagtekening)\s+van\s+(?:de|het|dat|die)\s+(?:[\w\-]+\s+){0,2}?[\w\-]*(?:courant|blad)\b"
    rf"{_WAARIN}{EINDE}"
)
UITGIFTE: Final = rf"(?:{_NAAMWOORD}|{_BIJZIN}|{_BLADDAG})"
"""The day of publication, after "na" or "van"."""
