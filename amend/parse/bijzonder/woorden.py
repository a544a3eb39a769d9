"""Words that are replaced, said in another order: "Waar in artikel 6 staat «a», wordt gelezen «b»"."""

from __future__ import annotations

import re
from typing import Final

from amend.model.operations import VervangTekst
from amend.parse import codes
from amend.parse.bijzonder.vorm import Uitkomst, Zin, vorm

_CITAAT: Final = r"(?:“[^“”]+”|„[^„”“]+[”“]|«[^«»]+»|‘[^‘’]+’|\"[^\"]+\"|'[^']+')"
_NOEMER: Final = (
    r"(?:(?:het|de)\s+(?:woord(?:en)?|zins?snede|zinsdeel|passage|term(?:en)?|begrip|tekst|naam|benaming)\s+)?"
)
_STAAT: Final = (
    r"(?:staat|staan|stond|voorkomt|voorkomen|(?:wordt|worden)\s+(?:gesproken\s+(?:van|over)|vermeld|genoemd|gebruikt|gebezigd)|"
    r"sprake\s+is\s+van|is\s+(?:vermeld|opgenomen)|wordt\s+verwezen\s+naar)"
)
_MOET: Final = (
    r"\s*,?\s+(?:wordt|worden|dient|dienen|moet|moeten)\s+(?:(?:dit|deze|die|dat|daarvoor|hiervoor|daar|telkens|steeds|"
    r"(?:dat|dit)\s+woord|(?:die|deze)\s+(?:woorden|term|zinsnede))\s+){0,2}"
)
_GELEZEN: Final = (
    r"(?:(?:te\s+)?worden\s+)?(?:gelezen|vervangen\s+door|gewijzigd\s+in|veranderd\s+in)(?:\s+te\s+worden)?"
)
_NIEUW: Final = rf"{_NOEMER}(?P<nieuw>{_CITAAT})\s*[.;]?"
_LEES: Final = rf"(?:{_MOET}{_GELEZEN}|\s*,?\s+lees|\s*,?\s+leze\s+men)\s*:?\s+{_NIEUW}"
_LEES_NIEUW: Final = (
    rf"{_MOET}{_NOEMER}(?P<nieuw>{_CITAAT})\s+(?:(?:te\s+)?worden\s+)?gelezen(?:\s+te\s+worden)?\s*[.;]?"
)
_WAAR: Final = r"(?:(?P<telkens>overal|telkens|steeds|alle\s+keren)\s+)?(?:daar\s+)?(?:waar|(?<=telkens\s)wanneer)\s+"
_IN: Final = r"(?:(?P<in>(?:in|binnen)\s+[^:“„«‘\"]+?)\s+)?"
_STAAT_OUD: Final = rf"{_WAAR}{_IN}{_STAAT}\s*:?\s+{_NOEMER}(?P<oud>{_CITAAT})"
_OUD_STAAT: Final = rf"{_WAAR}{_IN}{_NOEMER}(?P<oud>{_CITAAT})\s+(?P<waar_na>(?:in\s+[^:“„«‘\"]+?\s+)?){_STAAT}"


@vorm(
    rf"{_STAAT_OUD}{_LEES}",
    rf"{_STAAT_OUD}{_LEES_NIEUW}",
    rf"{_OUD_STAAT}{_LEES}",
    rf"{_OUD_STAAT}{_LEES_NIEUW}",
    rf"(?P<in>in\s+[^:“„«‘\"]+?)\s+wordt,?\s+{_WAAR}{_NOEMER}(?P<oud>{_CITAAT})\s+{_STAAT}\s*,?\s+{_GELEZEN}\s*:?\s+{_NIEUW}",
    signalen=(r"\bwaar\s", r"telkens\s+wanneer\s"),
)
def waar_staat(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """ "Overal waar in deze verordening «a» staat, wordt dit vervangen door «b»": a replacement of words."""
    waar = (m["in"] or "", m.groupdict().get("waar_na") or "")
    if all(waar):
        return None
    plaats = re.sub(r"^binnen\s", "in ", (waar[0] or waar[1]).strip(), flags=re.I)
    telkens = "telkens " if m["telkens"] or re.search(r"\b(?:telkens|steeds)\b", _zonder_citaten(m[0])) else ""
    gewoon = f"{plaats} wordt {telkens}{m['oud']} vervangen door {m['nieuw']}.".strip()
    gelezen = zin.gewoon(gewoon[:1].upper() + gewoon[1:], VervangTekst)
    if gelezen is None:
        return None
    ops, meldingen = gelezen
    tekst = "“Waar … staat, wordt gelezen …” is gelezen als “wordt vervangen door” (aanwijzing 6.9)."
    return ops, (zin.melding(codes.UITGESLOTEN, tekst), *meldingen)


def _zonder_citaten(tekst: str) -> str:
    return re.sub(_CITAAT, "", tekst)


_REF: Final = (
    r"(?:artikel|(?:de\s+)?artikelen|hoofdstuk|paragraaf|afdeling|bijlage|onderdeel|lid)\s+[\w:.-]*\w"
    r"(?:\s+(?:en|of|tot\s+en\s+met)\s+\d(?:[\w:.-]*\w)?)?(?:,?\s+(?:\w+\s+lid|lid\s+\d+\w*|onder(?:deel)?\s+\w{1,3}))*,?"
)
_NAAR: Final = r"(?:(?:de|een)\s+)?verwijzing(?:en)?\s+naar\s+"


_DOOR: Final = (
    r"(?:(?P<ww>telkens\s+)?(?:vervangen\s+door|gewijzigd\s+in|veranderd\s+in)|"
    r"(?P<te>te\s+(?:wijzigen\s+in|vervangen\s+door)))\s+"
)


@vorm(
    rf"de\s+verwijzing(?:en)?\s+naar\s+(?P<oud>{_REF})\s+(?P<in>in\s+[^:“„«‘\"]+?),?\s+(?P<wordt>(?:wordt|worden)\s+)?{_DOOR}(?:{_NAAR})?(?P<nieuw>{_REF})\s*[.;]?",
    rf"de\s+verwijzing(?:en)?\s+(?P<in>in\s+[^:“„«‘\"]+?),?\s+naar\s+(?P<oud>{_REF})\s+(?P<wordt>(?:wordt|worden)\s+)?{_DOOR}(?:{_NAAR})?(?P<nieuw>{_REF})\s*[.;]?",
    rf"(?P<in>in\s+[^:“„«‘\"]+?),?\s+(?P<wordt>(?:wordt|worden)\s+)?(?P<keer>telkens\s+)?de\s+verwijzing(?:en)?\s+naar\s+(?P<oud>{_REF})\s+"
    rf"{_DOOR}(?:{_NAAR})?(?P<nieuw>{_REF})\s*[.;]?",
    signalen=(r"verwijzing",),
)
def verwijzing(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """ "De verwijzing naar artikel 7 in artikel 12 wordt gewijzigd in artikel 8": the words of the reference (W230)."""
    if bool(m["wordt"]) == bool(m["te"]):
        return None
    oud, nieuw = m["oud"].strip(" ,"), m["nieuw"].strip(" ,.")
    telkens = m["ww"] or m.groupdict().get("keer") or ""
    gelezen = zin.gewoon(f"{m['in']} wordt {telkens}«{oud}» vervangen door «{nieuw}».", VervangTekst)
    if gelezen is None:
        return None
    ops, meldingen = gelezen
    tekst = f'Aangehaalde tekst zonder aanhalingstekens: "{oud}", "{nieuw}".'
    return ops, (zin.melding(codes.ZONDER_AANHALING, tekst), *meldingen)
