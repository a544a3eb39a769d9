"""When is a regulation meant by a name? Comparison of titles as decisions write them."""

from __future__ import annotations

import re

from amend.model.regeling import RegelingMeta

_LIDWOORD = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)
_STAART = re.compile(r",?\s+zoals\s+(?:vastgesteld|laatstelijk|gewijzigd).*$|\s*\([^)]*\)\s*$", re.IGNORECASE)


def gewone_naam(naam: str) -> str:
    """A title for comparison: no leading article, no quotes, no "zoals vastgesteld op …", folded case and space."""
    kaal = re.sub(r"[“”„‟\"'‘’«»]", "", naam)
    kaal = _LIDWOORD.sub("", re.sub(r"\s+", " ", kaal.replace("\N{NO-BREAK SPACE}", " ")).strip())
    return _STAART.sub("", kaal).strip(" .:;,").casefold()


def is_naam_van(naam: str, meta: RegelingMeta) -> bool:
    """True when ``naam`` is the title or the citation title of the regulation."""
    gezocht = gewone_naam(naam)
    return bool(gezocht) and gezocht in {gewone_naam(eigen) for eigen in (meta.titel, meta.citeertitel or "") if eigen}
