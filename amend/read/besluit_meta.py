"""Metadata of a decision from its own words: title, enacting body, date of adoption, citation title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from amend.model.besluit import BesluitMeta
from amend.read.datums import datums_in
from amend.read.regels import Regel

ORGAAN: Final = re.compile(
    r"(?:(?:Het|De)\s+)?(?:college van (?:burgemeester en wethouders|gedeputeerde staten|B&W|B en W|dijkgraaf)[^;:,]*"
    r"|(?:gemeente)?raad (?:van|der) [^;:]*|(?:gemeente)?raad\b[^;:]{0,40}"
    r"|provinciale staten[^;:]*|gedeputeerde staten[^;:]*"
    r"|(?:Minister|Staatssecretaris) (?:van|voor) [^;:]*|(?:dagelijks|algemeen) bestuur[^;:]*|burgemeester van [^;:]*"
    r"|commissaris van de koning[^;:]*|Wij Willem-Alexander[^;:]*|Wij Beatrix[^;:]*|verenigde vergadering[^;:]*"
    r"|hoofdingeland[^;:]*|bestuur van [^;:]*)[;:,.]?$",
    re.IGNORECASE,
)
BESLUIT: Final = re.compile(
    r"(?:(?:hebben|heeft)\s+(?:goedgevonden|besloten)|b\s*e\s*s\s*l\s*u\s*i\s*t(?:\s*e\s*n)?\b)",
    re.IGNORECASE,
)
_AANGEHAALD: Final = re.compile(
    r"aangehaald (?:als|onder de naam|met de titel)\s*:?\s*[“\"‘'«„]?(?P<titel>[^”\"»“„]+?)[”\"’'»]?\s*\.?$"
)
_VASTGESTELD: Final = re.compile(r"\b(?:vastgesteld|besloten|vergadering|gegeven|gedaan)\b", re.IGNORECASE)


def titel_van(regels: Sequence[Regel]) -> tuple[int, int]:
    """Where the title begins and ends: the first lines before the enacting body (after comment lines with #)."""
    begin = next((i for i, regel in enumerate(regels) if not regel.tekst.startswith(("#", "<"))), 0)
    aantal = begin
    for regel in regels[begin : begin + 4]:
        if regel.merk or ORGAAN.match(regel.tekst) or BESLUIT.match(regel.tekst):
            break
        if re.match(r"(?:gelet|gezien|gelezen|overwegende|vast te stellen)\b", regel.tekst, re.IGNORECASE):
            break
        aantal += 1
        if regels[aantal : aantal + 1] and regels[aantal].wit:
            break
    return begin, aantal


def lees_meta(
    id: str, titel: str, aanhef: Sequence[Regel], slot: Sequence[Regel], alles: Sequence[Regel]
) -> BesluitMeta:
    """The metadata that the text itself gives; what it does not say stays None."""
    orgaan = next(
        (
            t[0].rstrip(";:,.")
            for r in aanhef
            if len(r.tekst) < 120 and (t := ORGAAN.match(r.tekst)) and " bekend" not in r.tekst
        ),
        None,
    )
    citeertitel = next((t["titel"].strip() for r in alles if (t := _AANGEHAALD.search(r.tekst))), None)
    return BesluitMeta(
        id=id,
        titel=titel,
        citeertitel=citeertitel,
        bestuursorgaan=orgaan,
        vastgesteld=_vastgesteld(titel, slot),
    )


def _vastgesteld(titel: str, slot: Sequence[Regel]) -> date | None:
    for regel in slot:
        dagen = datums_in(regel.tekst)
        if dagen and (_VASTGESTELD.search(regel.tekst) or regel is slot[0]):
            return dagen[-1]
    dagen = [dag for regel in slot[:4] for dag in datums_in(regel.tekst)] or datums_in(titel)
    return dagen[0] if dagen else None
