"""Findings about a whole decision: numbers skipped, and orders that stand where they are not executed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from amend.model.besluit import is_verdwaalde_opdracht
from amend.model.melding import Melding
from amend.model.numbering import volgende
from amend.model.tree import Soort
from amend.read import codes
from amend.read.besluit_meta import BESLUIT
from amend.read.besluit_tekst.deel import Deel, artikelkop
from amend.read.besluit_tekst.eigen_artikel import romeinse_waarde
from amend.read.instructietaal import is_hard, lijkt_instructie
from amend.read.regels import Regel


def overgeslagen(delen: Sequence[Deel]) -> list[Melding]:
    """W131 for a Roman article of the decision that skips numbers."""
    uit: list[Melding] = []
    koppen = [d for d in delen if d.kop is not None and d.regel is not None and d.kop.soort is Soort.ARTIKEL]
    for vorige, deel in itertools.pairwise(koppen):
        if (
            vorige.kop
            and deel.kop
            and deel.regel
            and romeinse_waarde(deel.kop.nummer) - romeinse_waarde(vorige.kop.nummer) > 1
        ):
            zin = f"Na artikel {vorige.kop.nummer} van het besluit volgt artikel {deel.kop.nummer}."
            uit.append(codes.LABEL_VOLGORDE.melding(zin, deel.regel.plek, "Controleer of er iets ontbreekt."))
    return uit


def verdwaald(aanhef: Sequence[Regel]) -> list[Melding]:
    """E134 for a line above the articles that instructs: it would be taken for motivation and not be executed."""
    hulp = "Zet de opdracht in een artikel of onderdeel van het besluit, op een eigen regel."
    return [
        codes.OPDRACHT_IN_AANHEF.melding(
            f"Boven de artikelen staat een opdracht: “{regel.heel[:80]}”.", regel.plek, hulp
        )
        for regel in aanhef
        if is_verdwaalde_opdracht(regel.heel)
    ]


_OUD: Final = re.compile(
    r"(?:huidige?|bestaande?|oude?|geldende?)\s+(?:artikel(?:en)?|tekst|bepaling(?:en)?)", re.IGNORECASE
)
_NIEUW: Final = re.compile(
    r"(?:nieuwe?|gewijzigde?|voorgestelde?)\s+(?:artikel(?:en)?|tekst|bepaling(?:en)?)", re.IGNORECASE
)


def zonder_kolommen(regels: Sequence[Regel]) -> list[Melding]:
    """E128 for "Huidig artikel" directly above "Nieuw artikel": the heads of a table whose columns are lost."""
    hulp = "Lever het besluit met de tabel aan (docx, HTML), of zet “Oude tekst:” en “Nieuwe tekst:” boven elk deel."
    return [
        codes.KOLOMMEN_WEG.melding(
            f"“{oud.heel}” en “{nieuw.heel}” staan onder elkaar: niet blijkt welke tekst oud is en welke nieuw.",
            oud.plek,
            hulp,
        )
        for oud, nieuw in itertools.pairwise(regels)
        if _OUD.fullmatch(oud.heel) and _NIEUW.fullmatch(nieuw.heel)
    ]


def na_ondertekening(slot: Sequence[Regel], toelichting: Sequence[Regel], delen: Sequence[Deel]) -> list[Melding]:
    """E135 for orders behind the signature, or behind an explanatory note in the middle: they are not executed."""
    na_slot = [
        r
        for r in slot
        if (r.nummer[:1].isupper() and is_hard(r.tekst))
        or is_verdwaalde_opdracht(r.heel)
        or artikelkop(r)
        or BESLUIT.match(r.heel)
    ]
    letters = [r.nummer for deel in delen for r in deel.regels if r.nummer[:1].isupper() and lijkt_instructie(r.tekst)]
    letters += [r.heel for deel in delen for r in deel.regels if re.fullmatch(r"[A-Z]", r.heel)]
    verder = volgende(letters[-1]) if letters and not slot else None
    eigen = [r.nummer or r.heel.strip(".") for r in toelichting]
    in_uitleg = (
        toelichting[eigen.index(verder)] if verder in eigen and "A" not in eigen[: eigen.index(verder)] else None
    )
    hulp = "Zet alle opdrachten vóór de ondertekening en de toelichting, en elk besluit in een eigen bestand."
    return [
        codes.NA_ONDERTEKENING.melding(f"Na {waar} staat nog een opdracht of besluit: “{r.heel[:80]}”.", r.plek, hulp)
        for waar, regel in (("de ondertekening", na_slot[:1]), ("de toelichting", [in_uitleg] if in_uitleg else []))
        for r in regel
    ]
