"""What the parser says about a sentence that it does not read, or reads with a remark: span, reason, help."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from amend.model.melding import Code, Melding, Plek
from amend.model.operations import HANDELING, Handeling
from amend.parse import codes
from amend.parse.lexer_token import Token
from amend.parse.lexicon import FRASEN
from amend.parse.toestand import Toestand


def plek(start: int, eind: int) -> Plek:
    """A span of the sentence: line 1, columns from 1."""
    return Plek(1, start + 1, max(eind - start, 1))


def onverklaard(zin: str, rij: list[Token], index: int) -> Melding:
    """The words that fit nowhere: the run of unknown words, or the word where the reading stopped."""
    if (onzeker := _onzekere_plaats(zin)) is not None:
        return onzeker
    token = rij[index] if index < len(rij) else None
    onbekend = [t for t in rij if t.soort == "WOORD"]
    if token is None or (token.soort != "WOORD" and not onbekend):
        if token is None:
            eind = rij[-1].eind
            return codes.GEEN_OPDRACHT.melding(
                "De zin breekt af voordat er een volledige opdracht staat.", plek(rij[-1].start, eind), _hulp_algemeen()
            )
        return _woorden(zin, token.start, token.eind)
    eerste = token if token.soort == "WOORD" else onbekend[0]
    laatste = rij.index(eerste)
    while laatste + 1 < len(rij) and rij[laatste + 1].soort == "WOORD":
        laatste += 1
    return _woorden(zin, eerste.start, rij[laatste].eind)


def _woorden(zin: str, start: int, eind: int) -> Melding:
    woorden = zin[start:eind].strip()
    return codes.ONVERKLAARD.melding(
        f'Deze woorden passen in geen bekende formule: "{woorden}".',
        plek(start, eind),
        _bedoeld(woorden) or _hulp_algemeen(),
    )


_ONZEKER: Final = re.compile(
    r"\b(?:artikel(?:en)?|leden|lid|onderde(?:el|len)|onder|sub|hoofdstuk(?:ken)?|paragra(?:af|fen)|bijlagen?|volzin(?:nen)?)\s+"
    r"(?P<van>\d[\w.:]*|[a-z]{1,2})\s+(?P<woord>tot|of)\s+(?!en\s+met)(?:artikel\s+|lid\s+)?(?P<tot>\d[\w.:]*|[a-z]{1,2})\b"
    r"|[»”\"’'](?P<los>\s+(?:of|dan\s+wel)\s+)(?:(?:het|de)\s+\w+\s+)?[«“„\"‘']"
    r"|\b(?P<rang>\w+(?:ste|de))\s+(?P<woord2>tot|of)\s+(?!en\s+met)(?P<rang2>\w+(?:ste|de))\s+(?:lid|volzin|alinea)\b",
    re.IGNORECASE,
)
_VERNUMMERT: Final = re.compile(r"\b(?:vernummer|verletter|hernummer|omnummer)", re.IGNORECASE)


def _onzekere_plaats(zin: str) -> Melding | None:
    """ "Artikel 10 tot 13", "artikel 6 of 7": a place of which it is open what belongs to it."""
    treffer = _ONZEKER.search(zin)
    woord = (treffer["woord"] or treffer["woord2"] or "").lower() if treffer else ""
    if treffer is None or (woord == "tot" and _VERNUMMERT.search(zin)):
        return None
    waar = plek(treffer.start(), treffer.end())
    if woord == "tot":
        van, tot = treffer["van"] or treffer["rang"], treffer["tot"] or treffer["rang2"]
        tekst = f"“{treffer[0]}” zegt niet of {tot} meedoet."
        return codes.PLAATS_ONZEKER.melding(tekst, waar, f"Schrijf “{van} tot en met {tot}”, of noem de nummers.")
    if treffer["los"]:
        tekst = f"“{treffer['los'].strip()}” tussen twee teksten zegt niet welke van de twee wordt gewijzigd."
        return codes.PLAATS_ONZEKER.melding(tekst, waar, "Noem de woorden die wijzigen, of beide met “en”.")
    tekst = f"“{treffer[0]}” noemt twee plaatsen, maar niet welke van de twee wordt gewijzigd."
    return codes.PLAATS_ONZEKER.melding(tekst, waar, "Noem de plaats die wijzigt, of beide met “en”.")


_BEKEND: Final = sorted(woord for woord, frasen in FRASEN.items() if len(woord) > 3 and (woord,) in frasen)
"""Single words that the parser knows, long enough to be recognised with a slip of the pen."""


def _bedoeld(woorden: str) -> str | None:
    """ "Bedoelde u …?" for the first unknown word that is nearly a known one."""
    for woord in re.findall(r"\w{4,}", woorden)[:5]:
        treffer = process.extractOne(woord.lower(), _BEKEND, scorer=fuzz.ratio, score_cutoff=80)
        if treffer and treffer[0] != woord.lower():
            return f"Bedoelde u “{treffer[0]}” in plaats van “{woord}”?"
    return None


def _hulp_algemeen() -> str:
    return (
        "Schrijf de opdracht als in de Aanwijzingen voor de regelgeving, bijvoorbeeld: "
        'In artikel 3, tweede lid, wordt "a" vervangen door "b".'
    )


def geen_opdracht(zin: str, rij: Sequence[Token], afkeuring: str) -> Melding:
    """All words are known but make no instruction, and why."""
    if (onzeker := _onzekere_plaats(zin)) is not None:
        return onzeker
    tekst = "De woorden zijn bekend, maar vormen samen geen opdracht die zeker is uit te voeren"
    return codes.GEEN_OPDRACHT.melding(f"{tekst} ({afkeuring}).", plek(rij[0].start, rij[-1].eind), _hulp_algemeen())


def meerduidig(zin: str, lezingen: Sequence[Toestand]) -> Melding:
    """The question which of several readings is meant, each with what it does."""
    beschreven = [f"({n}) {'; '.join(map(omschrijf, lezing.operaties))}" for n, lezing in enumerate(lezingen[:4], 1)]
    return codes.MEERDUIDIG.melding(
        "De zin is op meer manieren te lezen: " + " of ".join(beschreven) + ".",
        plek(0, len(zin)),
        "Leg de keuze vast of herschrijf de zin.",
    )


_OOK: Final = ("regeling", "rang", "aantal", "welk", "richting", "met", "tot", "ingang")


def omschrijf(operatie: Handeling) -> str:
    """An operation in a few words, for messages."""
    delen = [HANDELING[type(operatie)]]
    for veld in (*("doel", "van", "naar", "na", "voor", "in_", "soort", "nummer", "oud", "nieuw"), *_OOK):
        waarde = getattr(operatie, veld, None)
        if waarde:
            tekst = ", ".join(map(str, waarde)) if isinstance(waarde, tuple) else str(waarde)
            delen.append(f"{veld.rstrip('_')} {tekst[:60]}")
    return " ".join(delen)


def opmerkingen(zin: str, toestand: Toestand) -> list[Melding]:
    """The remarks of a reading, with the words they are about."""
    uit = []
    for code, (start, eind), hulp in toestand.opmerkingen:
        start += len(zin[start:eind]) - len(zin[start:eind].lstrip(" :,"))
        uit.append(_opmerking(code, zin[start:eind].strip(), plek(start, eind), hulp))
    return uit


def _opmerking(code: Code, tekst: str, waar: Plek, hulp: str) -> Melding:
    kort = tekst if len(tekst) <= 80 else tekst[:77] + "…"
    return code.melding(f'{code.titel[:1].upper()}{code.titel[1:]}: "{kort}".', waar, hulp or None)
