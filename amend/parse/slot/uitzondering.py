"""What a clause excepts, limits itself to or adds a proviso to; each may have a clause of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amend.model.clausules import NaderTeBepalen, Overgang
from amend.parse import codes
from amend.parse.slot.onderwerp import lees_delen
from amend.parse.slot.stand import Deelzin, LeesDeelzin, Onderwerp, Stand, p
from amend.parse.slot.voegwoord import voegwoord
from amend.parse.toestand import binnen_plaats

_UITZONDERING: Final = p(
    r"(?:met\s+uitzondering\s+van|behoudens|behalve|uitgezonderd|met\s+uitsluiting\s+van)\s+(?:het\s+bepaalde\s+in\s+)?"
)
_RELATIEF: Final = p(
    r",?\s*(?:die|dat|waarvan|welke?(?:\s+(?:onderdelen|onderdeel|artikelen|artikel|leden|lid|bepaling(?:en)?)(?=\s))?)\s+"
)
_WAARVAN: Final = p(
    r",?\s*waarvan\s+(?:de\s+datum\s+van\s+|het\s+tijdstip\s+van\s+)?(?:de\s+)?inwerkingtreding\s+(?:nader\s+)?(?:(?:bij|door)\s+(?P<door>[^.;]+?)\s+)?"
    r"(?:nader\s+)?(?:wordt|zal\s+worden)\s+(?:bepaald|vastgesteld)"
)
_VOORBEHOUD: Final = p(
    r"(?:een\s+en\s+ander\s+)?(?:met\s+dien\s+verstande\s*,?\s+dat|waarbij|in\s+dier\s+voege\s+dat|onder\s+de\s+aantekening\s+dat)\s*"
)
_WAT: Final = p(
    r"(?:(?:voor\s+)?wat|voor)\s+(?=(?:de\s+)?(?:artikel|onderde|het\s+\w+\s+lid|lid))|(?:voor\s+)?wat\s+betreft\s+|ten\s+aanzien\s+van\s+|"
    r"voor\s?zover\s+(?:het\s+)?(?:betreft\s+|(?=(?:de\s+)?(?:artikel|onderde|lid)))"
)
_KLAAR: Final = p(r"(?=\s*[.;]?\s*$)")
_BETREFT: Final = p(r",?\s*betreft\s*,?")
_NIET: Final = p(
    r"niet\s+(?P<terug>terug\s?werk(?:t|en)|met\s+terugwerkende\s+kracht[^.;]*?)|niet\s+in\s*werking\s+(?:treedt|treden)"
)
_UITGEZONDERD: Final = p(r",?\s*uitgezonderd")
LATER_BEPAALD: Final = p(
    r"\b(?:kan|kunnen)\b[^.]*\b(?:bepalen|bepaald|terugwerken|worden\s+vastgesteld)|(?:dat|koninklijk)\s+besluit\s+(?:wordt\s+)?bepaald|"
    r"in\s+dat\s+besluit\s+bepaald\s+wordt"
)
"""What a later decision may say about the moment: no date by itself."""
_SIGNAAL: Final = p(
    r"\bin\s*werking\s+(?:treed|tred|is\b)|\btreedt\b|\btreden\b|terug\s?werk|\bwerkt\b|terug\s+tot|\bverval(?:t|len)\b"
)


def uitzondering(stand: Stand, deel: Deelzin, lees_deelzin: LeesDeelzin) -> bool:
    """ "met uitzondering van X[, dat in werking treedt …]": X waits for its own clause."""
    begin = stand.cursor.i
    komma = stand.cursor.tekst[:begin].rstrip()[-1:] == "," or stand.cursor.rest.startswith(",")
    if stand.cursor.neem(_UITZONDERING):
        onderwerp = lees_delen(stand)
        if onderwerp is None:
            return _zonder_deel(stand, begin)
    else:
        onderwerp = lees_delen(stand) if (deel.onderwerp is not None or deel.soort) else None
        if onderwerp is None or not stand.cursor.neem(_UITGEZONDERD):
            stand.cursor.i = begin
            return False
    if deel.onderwerp and deel.onderwerp.delen:
        plaatsen = tuple(binnen_plaats(plaats, deel.onderwerp.delen[0]) for plaats in onderwerp.delen)
    else:
        plaatsen = onderwerp.delen
    if deel.terug is not None or deel.soort == "terug":
        deel.behalve_terug = (*deel.behalve_terug, *plaatsen)
        if komma and deel.erft == "werking" and deel.onderwerp is None and stand.cursor.neem(_KLAAR):
            _waarvan_uitgezonderd(stand, begin)
            return True
    else:
        deel.behalve = (*deel.behalve, *plaatsen)
    return _relatief(stand, deel, replace(onderwerp, delen=plaatsen), lees_deelzin)


def _waarvan_uitgezonderd(stand: Stand, begin: int) -> None:
    """ "… treedt in werking op X en werkt terug tot en met Y, met uitzondering van artikel 5": of which of the two?"""
    eind = len(stand.cursor.tekst)
    wat = stand.cursor.tekst[begin:eind].strip(" ,.;")
    stand.merk(
        codes.MEERDUIDIG,
        f"De zin is op meer manieren te lezen: “{wat}” (1) geldt alleen voor de terugwerkende kracht of (2) geldt ook "
        "voor de inwerkingtreding. Gelezen als (1).",
        (begin, eind),
    )


def _zonder_deel(stand: Stand, begin: int) -> bool:
    """An exception that is no part of the decision ("met uitzondering van de toepassing van …"): a person decides."""
    rest = stand.cursor.neem(p(r"[^.;]+?(?=,?\s+terug\s+tot|,?\s+in\s*werking|\s*(?:\.(?:\s|$)|;|$))"))
    if rest is None or _SIGNAAL.search(rest[0]):
        stand.cursor.i = begin
        return False
    stand.merk(
        codes.BEPERKT, f"De uitzondering wijst geen onderdeel van het besluit aan: “{rest[0].strip()}”.", rest.span()
    )
    return True


def _relatief(stand: Stand, deel: Deelzin, onderwerp: Onderwerp, lees_deelzin: LeesDeelzin) -> bool:
    """The clause of the exception itself: "…, dat in werking treedt …", "…, waarvan de inwerkingtreding …"."""
    begin = stand.cursor.i
    if treffer := stand.cursor.neem(_WAARVAN):
        deel.na.append(Deelzin(onderwerp, "werking", partikel=True, moment=NaderTeBepalen(treffer["door"])))
        return True
    woord = stand.cursor.neem(_RELATIEF)
    if woord is None:
        return True
    bij = lees_deelzin(stand, onderwerp, deel)
    if bij is None:
        stand.cursor.i = begin
        return False
    if len(onderwerp.delen) > 1 and woord[0].strip(" ,").lower() == "dat":
        tekst = "De zin is op meer manieren te lezen: “dat” slaat (1) op al het uitgezonderde of (2) op het laatste. "
        stand.merk(codes.MEERDUIDIG, tekst + "Gelezen als (1).", woord.span())
    deel.na.append(bij)
    return _nog_een_uitzondering(stand, deel, lees_deelzin)


def _nog_een_uitzondering(stand: Stand, deel: Deelzin, lees_deelzin: LeesDeelzin) -> bool:
    """ "…, en onderdeel F, dat in werking treedt …" after an exception with its own clause."""
    begin = stand.cursor.i
    onderwerp = lees_delen(stand) if stand.cursor.neem(p(r",?\s*(?:en|alsmede|,)\s+")) else None
    volgt = onderwerp is not None and re.match(
        r"\s*,?\s*(?:die|dat|welke?|waarvan)\s", stand.cursor.tekst[stand.cursor.i :]
    )
    if onderwerp is None or not volgt:
        stand.cursor.i = begin
        return True
    ervoor = deel.behalve or deel.behalve_terug
    delen = tuple(binnen_plaats(plaats, ervoor[-1]) for plaats in onderwerp.delen)
    deel.behalve = (*deel.behalve, *delen)
    return _relatief(stand, deel, replace(onderwerp, delen=delen), lees_deelzin)


def voorbehoud(stand: Stand, deel: Deelzin, lees_deelzin: LeesDeelzin) -> bool:
    """ "met dien verstande dat …": clauses of their own, or a rule of application, never about time."""
    begin = stand.cursor.i
    if not stand.cursor.neem(_VOORBEHOUD):
        return False
    if stand.cursor.neem(p(r":?\s*$")) or _niet(stand, deel):
        return True
    begin_tekst, vorige = stand.cursor.i, deel
    while (bij := lees_deelzin(stand, None, vorige)) is not None:
        deel.na.append(bij)
        vorige = bij
        slot = stand.cursor.i
        if not voegwoord(stand):
            return True
    if deel.na and vorige is not deel:
        stand.cursor.i = slot
        return True
    stand.cursor.i = begin_tekst
    rest = stand.cursor.neem(p(r"(?P<tekst>[^;]*?)\s*(?=[.;]?\s*$|\.\s+(?-i:[A-Z]))"))
    if rest is None or not rest["tekst"] or (_SIGNAAL.search(rest["tekst"]) and not _later(deel, rest["tekst"])):
        stand.cursor.i = begin
        return False
    deel.noten.append(Overgang(tekst=rest["tekst"].strip()))
    return True


def _niet(stand: Stand, deel: Deelzin) -> bool:
    """ "… dat onderdeel B niet terugwerkt": an exception in other words."""
    begin = stand.cursor.i
    onderwerp = lees_delen(stand)
    treffer = stand.cursor.neem(_NIET) if onderwerp else None
    if onderwerp is None or treffer is None:
        stand.cursor.i = begin
        return False
    if treffer["terug"]:
        deel.behalve_terug = (*deel.behalve_terug, *onderwerp.delen)
    else:
        deel.behalve = (*deel.behalve, *onderwerp.delen)
    return True


def _later(deel: Deelzin, tekst: str) -> bool:
    """True for a rule about what the later decision that sets the moment may or must say."""
    return isinstance(deel.moment, NaderTeBepalen) and LATER_BEPAALD.search(tekst) is not None


def betreft(stand: Stand, deel: Deelzin) -> bool:
    """ "werkt wat artikel 3 betreft terug …", "voor artikel 3 op …": the clause speaks of those parts."""
    begin = stand.cursor.i
    if (deel.onderwerp is not None and deel.onderwerp.delen) or not stand.cursor.neem(_WAT):
        return False
    onderwerp = lees_delen(stand)
    stand.cursor.neem(_BETREFT)
    if onderwerp is None:
        stand.cursor.i = begin
        return False
    deel.onderwerp = onderwerp
    return True
