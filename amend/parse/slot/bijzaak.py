"""What stands in a clause and sets no day: a withdrawal, a condition, a note, words about the publication."""

from __future__ import annotations

from typing import Final

from amend.model.clausules import Overgang
from amend.model.operations import TrekIn
from amend.parse import codes
from amend.parse.bekendmaking import EINDE
from amend.parse.slot.stand import Deelzin, Stand, p

_INTREKKING: Final = p(
    rf"(?:en\s+)?onder\s+(?:gelijktijdige\s+)?intrekking\s+van\s+(?:de|het)\s+(?P<naam>[^;]+?)(?:,?\s+vastgesteld\s+[^;.]*?)?{EINDE}"
)
_NOOT: Final = p(
    r"(?:heeft|hebben)\s+betrekking\s+op\s[^.;]*?(?=\s+en\s+(?:treedt|treden|vervalt|vervallen)\b)|"
    r"(?:(?:en|dan\s+wel)\s+)?(?:is|zijn)\s+(?:(?:zij|het|deze)\s+)?"
    r"(?:(?:met\s+ingang\s+van|vanaf|op|per)\s+(?:die|deze|dezelfde)\s+(?:dag|datum)\s+)?"
    r"(?:voor\s+het\s+eerst\s+|mede\s+|eerst\s+|uitsluitend\s+)?van\s+toepassing\s+(?:op|voor|met)\s[^.;]+|"
    r"(?:(?:en|dan\s+wel)\s+)?(?:(?:vindt|vinden)\s+(?:zij\s+)?)?voor\s+het\s+eerst\s+toepassing(?:\s+(?:vindt|vinden))?\s[^.;]*|"
    r"(?:(?:maar|doch)\s+)?(?:(?:zij|het|deze)\s+)?(?:blijft|blijven)\s(?!van\s+kracht\s+tot\b)[^.;]*?\bvan\s+(?:toepassing|kracht)[^.;]*"
)
_VOORWAARDE: Final = p(r"onder\s+voorbehoud\s+van\s[^.;,]*|(?:tenzij|mits)\s[^.;]*?(?=\s*[.;]|\s*$)")
_GEEN_GEVOLG: Final = p(r"van\s+rechtswege|voor\s?zover\s+(?:nodig|vereist|van\s+toepassing)")
_STAART: Final = p(
    r"(?:en\s+)?(?:wordt|zal)\s+(?:worden\s+)?(?:afgekondigd|bekend\s?gemaakt|gepubliceerd|geplaatst)(?:\s+worden)?\s+in\s[^.,;]+?(?=\s+en\s+(?:treedt|werkt)|\s*[.,;]|\s*$)(?:\s+en(?=\s+(?:treedt|werkt)))?|"
    r"(?:en\s+)?(?:wordt|zal)\s+in\s+(?:de|het)\s[^.,;]*?\s(?:worden\s+)?(?:geplaatst|bekend\s?gemaakt|gepubliceerd)|"
    r"ten\s+behoeve\s+van\s[^.,;]+?(?=\s+en\s|[.;]|$)|aan(?=\s+(?:dit|deze)\s)|"
    r"in\s+(?:de\s+openbare\s+lichamen\s+)?Bonaire,\s+Sint\s+Eustatius\s+en\s+Saba|"
    r"nadat\s[^.;]+?(?:,?(?=\s+en\s+werk)|(?=\.\s*$|\s*$))|die\s+zal\s+worden\s+gepubliceerd\s+in\s[^,]*,|"
    r"in\s+afwijking\s+van\s+(?:het\s+\w+\s+lid|artikel\s+[^,;.]+|lid\s+\d+)|tevens|overigens|voor\s+het\s+overige|:(?=\s+(?:de|het)\s)|dan(?=\s)|evenwel|echter|eerst|pas|ook|aldus|"
    r"(?:om\s+)?\d{1,2}[.:]\d{2}\s+uur"
)


def intrekking(stand: Stand, deel: Deelzin) -> bool:
    """ "onder gelijktijdige intrekking van de Verordening X"; "en is van toepassing op het jaar 2008" (a note)."""
    if treffer := stand.cursor.neem(_VOORWAARDE):
        tekst = f"Of dit doorgaat, hangt van een voorwaarde af: “{treffer[0].strip()}”."
        stand.merk(codes.VOORWAARDE, tekst, treffer.span())
        return True
    if treffer := stand.cursor.neem(_GEEN_GEVOLG):
        tekst = f"“{treffer[0]}” heeft geen gevolg voor de datum."
        stand.merk(codes.UITGESLOTEN, tekst, treffer.span())
        return True
    if treffer := stand.cursor.neem(_NOOT):
        deel.noten.append(Overgang(tekst=treffer[0].strip()))
        stand.cursor.neem(p(r"en\s+(?=vervalt|treedt)"))
        return True
    treffer = stand.cursor.neem(_INTREKKING)
    if treffer is None:
        return False
    deel.noten.append(TrekIn(regeling=treffer["naam"].strip(" ,")))
    return True


def staart(stand: Stand, deel: Deelzin) -> bool:
    """Words without effect on a date: where it is published, to what it first applies."""
    return stand.cursor.neem(_STAART) is not None
