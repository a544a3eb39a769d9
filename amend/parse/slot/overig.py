"""Closing provisions that give no date: citation title, transitional rules, words about the publication itself."""

from __future__ import annotations

import re
from typing import Final

from amend.model.clausules import Citeertitel, Inwerkingtreding, NaderTeBepalen, Overgang
from amend.parse.citaten import lees_citaat
from amend.parse.cursor import Cursor
from amend.parse.slot.onderwerp import lees_onderwerp
from amend.parse.slot.stand import Onderwerp, Stand, p
from amend.parse.slot.uitzondering import LATER_BEPAALD

_AANGEHAALD: Final = p(
    r"(?:(?:wordt|kan|zal|worden)\s+(?:worden\s+)?(?:aangehaald|geciteerd|afgekort)(?:\s+worden)?\s+(?:als|onder\s+de\s+(?:naam|titel))|"
    r"de\s+citeertitel\s+(?:van\s+(?:dit|deze)\s+[\w\-]+\s+)?(?:luidt|is))\s*:?"
)
_ONDERWERP: Final = p(r"(?:(?:de|het|deze|dit)\s+(?:[\w\-]+\s+){1,4}?|zij\s+|het\s+)(?=(?:wordt|kan|zal|worden)\s)")
_TITEL: Final = p(r"(?P<titel>.+?)(?=\s+en\s+(?:treedt|werkt)|\s*[.;]?\s*$)")
_VORM: Final = (
    r"(?:(?:is|zijn|blijft|blijven|vindt|vinden|wordt|worden)\s(?:[^.]*\s)?(?:van\s+(?:overeenkomstige\s+)?toepassing|van\s+kracht)|"
    r"(?:blijft|blijven)\s[^.]*\b(?:toepassing|gelden|geldig|gehandhaafd|geldigheid|in\s+stand)|(?:voor\s+het\s+eerst\s+)?toepassing\s+(?:vindt|vinden)|"
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
    plek = len(cursor.tekst) - len(cursor.tekst[cursor.i :].lstrip())
    citaat = lees_citaat(cursor.tekst, plek) if plek < len(cursor.tekst) else None
    if citaat:
        cursor.i, titel = citaat.eind, citaat.tekst
    else:
        treffer = cursor.neem(_TITEL)
        titel = treffer["titel"] if treffer else ""
    if not titel:
        cursor.i = begin
        return False
    stand.uit.append(Citeertitel(titel=titel.rstrip(".")))
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
    if len(tekst) > _MAX_OVERGANG or _GEEN_OVERGANG.search(tekst[stand.cursor.i :]):
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
