"""Closing provisions that give no date: citation title, transitional rules, words about the publication itself."""

from __future__ import annotations

import re
from typing import Final

from amend.model.clausules import Citeertitel, Inwerkingtreding, NaderTeBepalen, Overgang
from amend.parse.citaten import lees_citaat
from amend.parse.cursor import Cursor
from amend.parse.slot.onderwerp import lees_onderwerp
from amend.parse.slot.stand import BEPERKING, Deelzin, Onderwerp, Stand, p
from amend.parse.slot.uitzondering import LATER_BEPAALD

_AANGEHAALD: Final = p(
    r"(?:(?:wordt|kan|zal|worden)\s+(?:worden\s+)?(?:aangehaald|geciteerd|afgekort)(?:\s+worden)?\s+(?:als|onder\s+de\s+(?:naam|titel))|"
    r"de\s+citeertitel\s+(?:van\s+(?:dit|deze)\s+[\w\-]+\s+)?(?:luidt|is))\s*:?"
)
_ONDERWERP: Final = p(
    rf"(?:(?:de|het|deze|dit)\s+(?:(?!{BEPERKING})[\w\-]+\s+){{1,4}}?|zij\s+|het\s+)(?=(?:wordt|kan|zal|worden)\s)"
)
_TITEL: Final = p(r"(?P<titel>.+?)(?=,?\s+en\s+(?:treedt|werkt|vervalt)\s|,\s+(?:treedt|werkt|vervalt)\s|\s*[.;]?\s*$)")
_GEEN_TITEL: Final = p(rf"{BEPERKING}|.*[“„«]|.*\s[\"‘]")
_BIJZIN: Final = p(
    r",?\s*(?:die|dat|welke?)\s+(?:(?:wordt|(?:kan|zal|moet)\s+worden)\s+(?:aangehaald|geciteerd)|(?:aangehaald|geciteerd)\s+(?:wordt|kan\s+worden)|"
    r"aan\s+te\s+halen\s+is)\s+(?:als|onder\s+de\s+(?:naam|titel))\s*:?|,\s*aan\s+te\s+halen\s+als\s*:?"
)
_TITEL_BIJZIN: Final = p(r"(?P<titel>[^,;]+?)(?=\s*,\s+(?:treedt|werkt|vervalt)\s)")
_VORM: Final = (
    r"(?:(?:is|zijn|blijft|blijven|vindt|vinden|wordt|worden)\s(?:[^.]*\s)?(?:van\s+(?:overeenkomstige\s+)?toepassing|van\s+kracht)|"
    r"(?:blijft|blijven)\s[^.]*\b(?:toepassing|gelden|geldig|gehandhaafd|geldigheid|in\s+stand)|(?:voor\s+het\s+eerst\s+)?toepassing\s+(?:vindt|vinden)|(?:vindt|vinden)\s+voor\s+het\s+eerst\s+toepassing|"
    r"(?:wordt|worden)\s[^.]*\b(?:afgehandeld|behandeld|afgedaan|beslist|beoordeeld|getoetst|toegepast|aangemerkt\s+als|gelijkgesteld|voortgezet|geacht\s+te\s+zijn)|"
    r"(?:geldt|gelden)\s+als\s|(?:behoudt|behouden)\s|"
    r"datum\s+van\s+ingang\s+van\s+(?:de\s+)?heffing\s+is|heeft\s+betrekking\s+op|(?:kan|kunnen)\s[^.]*\bbepa(?:ald|len))"
)
_OVERGANG: Final = p(rf".*\b{_VORM}.*")
_GEEN_OVERGANG: Final = p(
    r"in\s*werking\s+(?:treed|tred)|(?:treedt|treden)\s+in\s*werking|werkt\s[^.]*terug|terug\s?werk|vervangen|luiden?\b|toegevoegd|"
    r"ingevoegd|geschrapt|vernummerd|gelezen|gewijzigd|:\s|\bgaat\s+in\b|"
    r"\bvervalt\b|(?<!die )(?:wordt|worden)\s+ingetrokken"
)
_ZOALS: Final = p(
    r",\s+zoals\s+(?:(?:dat|die|dit|deze)\s+(?:artikel(?:lid)?\s+|lid\s+|bepaling\s+)?"
    r"(?:komt\s+te\s+luiden|komen\s+te\s+luiden|luidt|luiden|luidde|luidden)\s+(?:na|op|vóór|voor|met\s+ingang\s+van|tot|vanaf)\s[^,:;]+|"
    r"(?:(?:dat|die|dit|deze)\s+)?(?:(?:is|zijn)\s+)?gewijzigd\s+(?:bij|door)\s+(?:dit|deze)\s+\w+),"
)
"""Which text of a provision a rule speaks of: says nothing about what changes."""
_BLIJFT_TOT: Final = p(
    r"^(?!\s*(?:dit|deze)\s)(.*\b(?:blijft|blijven)\s+van\s+kracht)\s+"
    r"(?:totdat|tot(?:\s+en\s+met)?\s+(?:het\s+(?:tijdstip|moment)|de\s+(?:dag|datum))\s+waarop)\s+(?:deze|dit)\s+\w+\s+in\s*werking\s+treedt"
)
"""How long what is of force stays so: until this decision replaces it."""
_PUBLICATIE: Final = p(
    r"(?:de|dit|deze|het|in|een)\s[^.]*?(?:(?:wordt|zal|worden|zullen)\s+(?:met\s[^.]*\s)?in\s+(?:de|het)\s[\w\s]+?(?:worden\s+)?"
    r"(?:geplaatst|gepubliceerd|bekendgemaakt)(?:\s+worden)?|"
    r"(?:wordt|worden)\s+(?:op\s[^.]*?\s)?(?:bekend\s?gemaakt|gepubliceerd)[^.]*|"
    r"is\s+belast\s+met\s+de\s+uitvoering[^.]*|wordt\s+zo\s+nodig\s+toepassing\s+gegeven\s+aan\s[^.]*|bekendmaking[^.]*geschiedt[^.]*|"
    r"zal\s[^.]*worden\s+geplaatst|heeft\s[^.]*\bvastgesteld)\s*\.?$"
)
_MAX_OVERGANG: Final = 1500


def citeertitel(stand: Stand, *, met_onderwerp: bool = True) -> bool:
    """ "Deze regeling wordt aangehaald als: X"."""
    cursor, begin = stand.cursor, stand.cursor.i
    if met_onderwerp:
        cursor.neem(_ONDERWERP)
    if not cursor.neem(_AANGEHAALD):
        cursor.i = begin
        return False
    titel = _titel(cursor, _TITEL)
    if not titel:
        cursor.i = begin
        return False
    stand.uit.append(Citeertitel(titel=titel))
    return True


def _titel(cursor: Cursor, zonder_merken: re.Pattern[str]) -> str:
    """The title at the cursor, between quotation marks or not; empty when there is none."""
    plek = len(cursor.tekst) - len(cursor.tekst[cursor.i :].lstrip())
    citaat = lees_citaat(cursor.tekst, plek) if plek < len(cursor.tekst) else None
    if citaat:
        cursor.i = citaat.eind
        return citaat.tekst.rstrip(".")
    treffer = cursor.neem(zonder_merken)
    titel = treffer["titel"].strip(" ,").rstrip(".") if treffer else ""
    return "" if _GEEN_TITEL.match(titel) else titel


def titel_in_bijzin(stand: Stand, deel: Deelzin) -> bool:
    """ "Deze verordening, die wordt aangehaald als «X», treedt in werking …"."""
    cursor, begin = stand.cursor, stand.cursor.i
    onderwerp = deel.onderwerp
    if onderwerp is None or onderwerp.delen or onderwerp.naam or deel.soort or not cursor.neem(_BIJZIN):
        return False
    titel = _titel(cursor, _TITEL_BIJZIN)
    if not titel or not cursor.neem(p(r",(?=\s)")):
        cursor.i = begin
        return False
    deel.noten.append(Citeertitel(titel=titel))
    return True


_NADER: Final = (
    p(
        r"(?:de\s+(?:datum|dag)\s+van\s+|het\s+(?:tijdstip|moment)\s+van\s+)?(?:de\s+)?inwerkingtreding(?:\s+van\s+(?P<wat>[^.;]+?))?,?\s+(?:wordt|zal)\s+"
        r"(?:nader\s+)?(?:(?:bij|door)\s+(?P<door>[^.;]+?)\s+)?(?:nader\s+)?(?:worden\s+)?(?:bepaald|vastgesteld)"
    ),
    p(
        r"(?P<door>[^.;]{3,80}?)\s+(?:bepaalt|bepalen|stelt|stellen)\s+(?:(?:de\s+(?:datum|dag)|het\s+(?:tijdstip|moment))\s+van\s+(?:de\s+)?inwerkingtreding"
        r"(?:\s+van\s+(?P<wat>[^.;]+?))?|wanneer\s+(?P<wie>[^.;]+?)\s+in\s*werking\s+(?:treedt|treden))(?:\s+vast)?(?=\s*[.;]|\s*$)"
    ),
)


def nader_bepaald(stand: Stand) -> bool:
    """ "Het college bepaalt het tijdstip van inwerkingtreding van …": pending."""
    for patroon in _NADER:
        begin = stand.cursor.i
        treffer = stand.cursor.neem(patroon)
        if treffer is None:
            continue
        wat = treffer["wat"] or treffer.groupdict().get("wie") or ""
        onderwerp = lees_onderwerp(Stand(Cursor(f"{wat} wordt"), None, [])) if wat else Onderwerp()
        if onderwerp is not None:
            moment = NaderTeBepalen((treffer["door"] or "").strip() or None)
            stand.uit.append(Inwerkingtreding(vanaf=moment, delen=onderwerp.delen, besluit=onderwerp.naam))
            return True
        stand.cursor.i = begin
    return False


def overgang(stand: Stand) -> bool:
    """A transitional or applicability rule: kept as a note."""
    tekst = stand.cursor.tekst
    kern = _BLIJFT_TOT.sub(r"\1", _ZOALS.sub(",", tekst[stand.cursor.i :]))
    if len(tekst) > _MAX_OVERGANG or _GEEN_OVERGANG.search(kern):
        return False
    treffer = stand.cursor.neem(_OVERGANG)
    if not treffer:
        return False
    stand.uit.append(Overgang(tekst=treffer[0].strip()))
    return True


def publicatie(stand: Stand) -> bool:
    """ "Dit besluit zal in de Staatscourant worden geplaatst": no legal effect on the text."""
    if not stand.eerder and not re.search(
        r"\b(?:bekend\s?gemaakt|geplaatst|gepubliceerd|geschiedt|vastgesteld)\b", stand.cursor.tekst
    ):
        return False
    return stand.cursor.neem(_PUBLICATIE) is not None


def later_besluit(stand: Stand) -> bool:
    """After a pending moment: what the decision that sets it may say."""
    wacht = any(isinstance(c, Inwerkingtreding) and isinstance(c.vanaf, NaderTeBepalen) for c in stand.eerder)
    tekst = stand.cursor.rest
    if not wacht or not LATER_BEPAALD.search(tekst):
        return False
    stand.cursor.i = len(stand.cursor.tekst)
    stand.uit.append(Overgang(tekst=tekst))
    return True
