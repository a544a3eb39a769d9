"""Tokens → tokens for the grammar: rows of numbers joined, regulation names found, commas given their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from amend.parse import codes
from amend.parse.adres import vorm
from amend.parse.lexer_token import ONDER, Token, met_soort
from amend.parse.regelingnamen import HOOFD, namen
from amend.parse.verbinding import kommas, voegwoorden

__all__ = ["HOOFD", "bewerk"]

Tokens = list[Token]

_SCHAKEL: Final = frozenset({"KOMMA", "EN", "RESP"})


def bewerk(rij: Tokens) -> Tokens:
    """The tokens as the grammar wants them."""
    soorten = {token.soort for token in rij}
    for stap, nodig in _STAPPEN:
        if not nodig or not soorten.isdisjoint(nodig):
            rij = stap(rij)
    return rij


def _van_voorop(rij: Tokens) -> Tokens:
    """ "Van artikel 4 vervallen het derde en vierde lid": in that article."""
    return [met_soort(rij[0], "IN"), *rij[1:]] if rij and rij[0].soort == "VAN" else rij


def _alfabet_van(rij: Tokens) -> Tokens:
    """ "In de alfabetische rangschikking van artikel 1": in that article, by the alphabet."""
    return [
        met_soort(token, "IN") if i and token.soort == "VAN" and rij[i - 1].soort == "ALFA" else token
        for i, token in enumerate(rij)
    ]


def _dubbel_niveau(rij: Tokens) -> Tokens:
    """ "onder sub 1", "onder onderdeel a": one level noun."""
    uit: Tokens = []
    for i, token in enumerate(rij):
        volgt = rij[i + 1] if i + 1 < len(rij) else None
        if token.soort == "NIVEAU" and token.reeks == ONDER and volgt and volgt.soort == "NIVEAU":
            continue
        uit.append(token)
    return uit


def _herhaald(rij: Tokens) -> Tokens:
    """ "artikel 9 tot en met artikel 12", "het tweede tot en met het vierde lid": a noun said twice in a range."""
    uit: Tokens = []
    i = 0
    while i < len(rij):
        if rij[i].soort == "TM" and (weg := _zelfde_noemer(uit, rij, i)):
            uit, stap = weg
            uit.append(rij[i])
            i += stap
        else:
            uit.append(rij[i])
            i += 1
    return uit


def _zelfde_noemer(uit: Tokens, rij: Tokens, i: int) -> tuple[Tokens, int] | None:
    """The tokens before a range without the noun said twice, and how many tokens to pass."""
    verder = [token.soort for token in rij[i + 1 : i + 4]]
    det = 1 if verder[:1] == ["DET"] else 0
    if len(uit) < 2 or len(rij) < i + 3 + det:
        return None
    eerste, tweede = rij[i + 1 + det], rij[i + 2 + det]
    soorten = (uit[-2].soort, uit[-1].soort, eerste.soort, tweede.soort)
    if soorten == ("NIVEAU", "NRS", "NIVEAU", "NRS") and uit[-2].waarde == eerste.waarde:
        return uit, 2 + det
    if soorten == ("RANGS", "NIVEAU", "RANGS", "NIVEAU") and uit[-1].waarde == tweede.waarde:
        return uit[:-1], 1 + det
    return None


def _begrip_onder_nummer(rij: Tokens) -> Tokens:
    """F70: "de begripsbepalingen onder de nummers 1 en 3": the items of those numbers."""
    uit: Tokens = []
    for i, token in enumerate(rij):
        j = i + 1
        while j < len(rij) and (rij[j].soort == "DET" or (rij[j].soort, rij[j].waarde) == ("NIVEAU", "onderdeel")):
            j += 1
        if token.soort == "BEGRIP" and j < len(rij) and rij[j].soort == "NRS" and rij[j - 1].soort == "NIVEAU":
            continue
        if token.soort == "DET" and uit and uit[-1].soort == "NIVEAU" and uit[-1].waarde == "onderdeel":
            continue
        uit.append(token)
    return uit


def _eerste_zoveel(rij: Tokens) -> Tokens:
    """ "de eerste twee volzinnen": a range of numbers."""
    uit: Tokens = []
    for i, token in enumerate(rij):
        eerste = uit[-1] if uit else None
        noemer = i + 1 < len(rij) and rij[i + 1].is_meervoud
        if token.soort == "TEL" and noemer and eerste and eerste.soort == "RANGS" and eerste.reeks == (("1", ""),):
            uit[-1] = replace(eerste, reeks=(("1", token.waarde),), eind=token.eind)
        else:
            uit.append(token)
    return uit


def _tellen(rij: Tokens) -> Tokens:
    """ "worden 2 leden toegevoegd": a numeral, not a number."""
    uit = list(rij)
    for i in range(1, len(rij) - 1):
        vorige, token, volgt = rij[i - 1 : i + 2]
        los = vorige.soort in {"WERKW", "ER", "DOOR"} or (vorige.soort == "NRS" and volgt.is_meervoud)
        getal = token.soort == "NRS" and token.waarde.isdigit()
        if getal and los and volgt.soort in {"NIVEAU", "NIEUW", "BEGRIP"}:
            uit[i] = met_soort(token, "TEL")
    return uit


def _reeksen(soort: str) -> Callable[[Tokens], Tokens]:
    """Join "1, 2 en 4 tot en met 6" into one token of this kind."""

    def stap(rij: Tokens) -> Tokens:
        uit: Tokens = []
        i = 0
        while i < len(rij):
            token, i = rij[i], i + 1
            enkel = not (uit and uit[-1].soort == "NIVEAU" and uit[-1].is_meervoud)
            while token.soort == soort and (schakel := _schakel(rij, i, soort)):
                bereik, j = schakel
                if soort == "NRS" and enkel and rij[i].soort == "KOMMA" and not _gaat_verder(rij, j):
                    break
                if soort == "NRS" and enkel and not bereik and _sluit_buitenste(uit, rij, i):
                    break
                schrijffout = next((tussen.melding for tussen in rij[i:j] if tussen.melding), None)
                token = replace(_verleng(token, rij[j], bereik), melding=token.melding or schrijffout)
                i = j
                i += 1
            uit.append(token)
        return uit

    return stap


def _schakel(rij: Tokens, i: int, soort: str) -> tuple[bool, int] | None:
    """Whether a row goes on at ``i``: (is it a range, index of the next number)."""
    j = i
    while j < len(rij) and rij[j].soort in _SCHAKEL:
        j += 1
    bereik = j < len(rij) and rij[j].soort == "TM"
    if bereik and j > i:
        return None
    j += bereik
    if j == i:
        return None
    if j < len(rij) and rij[j].soort == "DET" and soort == "RANGS":
        j += 1
    if j < len(rij) and rij[j].soort == soort and _gelijke_vorm(soort, rij[i - 1], rij[j]):
        return bereik, j
    return None


def _streepjes(rij: Tokens) -> Tokens:
    """ "de artikelen 9-12", "9 – 12": a range, when a plural noun goes before one such pair."""
    uit: Tokens = []
    for i, token in enumerate(rij):
        delen = re.fullmatch(r"(\d+)[-–](\d+)", token.waarde) if token.soort == "NRS" else None
        meer = bool(uit) and uit[-1].soort == "NIVEAU" and uit[-1].is_meervoud
        los = i + 1 >= len(rij) or rij[i + 1].soort not in _SCHAKEL
        if delen and meer and los and int(delen[1]) < int(delen[2]):
            token = replace(token, reeks=((delen[1], delen[2]),), melding=codes.SCHRIJFWIJZE)
        uit.append(token)
    return uit


def _sluit_buitenste(uit: Tokens, rij: Tokens, i: int) -> bool:
    """ "de artikelen 4, 6 lid 2 en 11": the plural waits for its "en", and "lid" is singular: 11 is an article."""
    if rij[i].soort != "EN" or not uit or uit[-1].soort != "NIVEAU":
        return False
    j = len(uit) - 2
    while j > 0 and uit[j].soort == "KOMMA":
        j -= 1
    if j < 1 or uit[j].soort != "NRS" or len(uit[j].reeks) < 2:
        return False
    noemer = uit[j - 1]
    buiten = noemer.is_meervoud and noemer.waarde != uit[-1].waarde
    return buiten and not any(uit[j].start < t.start < uit[j].eind and t.soort == "EN" for t in rij)


def _gaat_verder(rij: Tokens, j: int) -> bool:
    """ "artikel 3, 5 en 7" is a list; "artikel 6, 3" may be a lid of which the noun is lost."""
    while j < len(rij) and rij[j].soort in {"NRS", "KOMMA", "TM"}:
        j += 1
    return j < len(rij) and rij[j].soort in {"EN", "RESP"} and j + 1 < len(rij) and rij[j + 1].soort == "NRS"


def _gelijke_vorm(soort: str, vorige: Token, volgende: Token) -> bool:
    """Letters do not continue a row of digits ("onderdeel I, onder 1, J")."""
    if soort == "RANGS" or vorige.soort in {"TM", "DET"}:
        return True
    return vorm(vorige.waarde) == vorm(volgende.waarde)


def _verleng(token: Token, ander: Token, bereik: bool) -> Token:
    if bereik:
        van = token.reeks[-1][0]
        reeks = (*token.reeks[:-1], (van, ander.reeks[0][0]))
    else:
        reeks = (*token.reeks, *ander.reeks)
    return replace(token, reeks=reeks, eind=ander.eind, melding=token.melding or ander.melding)


_STAPPEN: Final[tuple[tuple[Callable[[Tokens], Tokens], tuple[str, ...]], ...]] = (
    (_van_voorop, ("VAN",)),
    (_alfabet_van, ("ALFA",)),
    (_begrip_onder_nummer, ("BEGRIP", "DET")),
    (_dubbel_niveau, ("NIVEAU",)),
    (_herhaald, ("TM",)),
    (_eerste_zoveel, ("TEL",)),
    (_streepjes, ("NRS",)),
    (_tellen, ("NRS",)),
    (_reeksen("NRS"), ("NRS",)),
    (_reeksen("RANGS"), ("RANGS",)),
    (namen, ()),
    (kommas, ()),
    (voegwoorden, ("EN", "KOMMA")),
)
"""Each step with the kinds of which the sentence must have one; nothing is any sentence."""
