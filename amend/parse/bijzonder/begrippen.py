"""Definitions that are replaced without being named: "De volgende begrippen komen te luiden:" (F69)."""

from __future__ import annotations

import re
from typing import Final

from amend.model.address import Niveau
from amend.model.operations import Vervang
from amend.parse.bijzonder.vorm import Uitkomst, Zin, patroon, vorm

_BEGRIP: Final = (
    r"(?:de\s+)?(?:(?:volgende|onderstaande|navolgende)\s+)(?:(?:definities|begrippen|begripsbepalingen|begripsomschrijvingen|"
    r"omschrijvingen)(?:\s+en\s+(?:de\s+)?(?:daarbij\s+behorende\s+)?(?:definities|omschrijvingen))?)"
)
_DEFINITIE: Final = patroon(r"[•–-]?\s*(?P<term>[^:;•]{1,120}?)\s*:\s+(?P<tekst>[^•]+)")

_NOG_EEN: Final = re.compile(r";\s*\w[^:;]{0,80}:\s")


@vorm(
    rf"(?:in\s+(?P<waar>[^:“„«‘\"]+?)\s+)?(?:(?:worden|komen)\s+)?{_BEGRIP}(?:\s+(?:in|van)\s+(?P<bij>[^:“„«‘\"]+?))?\s+"
    r"(?:(?:worden\s+)?(?:aangepast|gewijzigd|herzien)(?:\s+en\s+(?:komen\s+te\s+luiden|luiden)|,?\s+en\s+wel)?(?:\s+als\s+volgt)?|"
    r"(?:komen\s+)?(?:als\s+volgt\s+)?te\s+luiden(?:\s+als\s+volgt)?|luiden(?:\s+als\s+volgt)?|worden\s+vervangen\s+door)\s*:\s*(?P<nieuw>.*)",
    signalen=(r"(?:volgende|onderstaande)\s+(?:definities|begrip|omschrijvingen)",),
)
def volgende_begrippen(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """Which definitions are meant, their new texts say: behind the colon, or below the sentence."""
    waar = m["waar"] or m["bij"]
    plaats = zin.plaats(waar) if waar else zin.context
    if plaats is None:
        return None
    if not m["nieuw"].strip():
        doel = plaats.met(Niveau("begrip"))
        return (Vervang(doel=(doel,), onderdeel=zin.onderdeel, spanne=zin.spanne),), ()
    definitie = _DEFINITIE.fullmatch(m["nieuw"].strip())
    if definitie is None or _NOG_EEN.search(definitie["tekst"]):
        return None  # two definitions on one line: where the first ends, is not certain
    doel = plaats.met(Niveau("begrip", citaat=definitie["term"].strip(' “”"‘’*')))
    nieuw = re.sub(r"^[•–-]\s*", "", m["nieuw"].strip())
    return (Vervang(doel=(doel,), nieuw=nieuw, onderdeel=zin.onderdeel, spanne=zin.spanne),), ()
