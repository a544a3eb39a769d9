"""Names of regulations in a row of tokens: "de Verordening op de heffing van leges 2019" becomes one token."""

from __future__ import annotations

import re
from typing import Final

from amend.parse.lexer_token import Token

Tokens = list[Token]

HOOFD: Final = re.compile(
    r"wet\b|wetten\b|besluit|verordening|regeling|regels\b|reglement|statuut|wetboek|richtlijn|beleidsregel|overeenkomst|"
    r"verdrag|protocol|convenant|tarieventabel|voorwaarden|belastingplan|legger|programma|nota\b|visie\b|plan\b|code\b|"
    r"\bAPV\b|\bCAR\b|CAR[-/ ]|\bUWO\b|instructie|aanwijzing|voorschrift|tabel\b|lijst\b|voorstel van wet|begroting|"
    r"\bkeur\b|leidraad|circulaire|beschikking|statuten|beleidslijn",
    re.I,
)
_GEEN_BEGIN: Final = frozenset(
    [
        "indien",
        "als",
        "wanneer",
        "voor",
        "zover",
        "voorzover",
        "ingeval",
        "terwijl",
        "nadat",
        "omdat",
        "opdat",
        "zodat",
        "tenzij",
        "mits",
        "hoewel",
        "te",
        "ten",
        "met",
        "op",
        "bij",
        "tijdens",
        "gedurende",
        "zoals",
        "overwegende",
        "gelet",
        "gezien",
        "krachtens",
        "ingevolge",
        "onverminderd",
    ]
)
GEEN_NAAM: Final = frozenset(
    [
        "niet",
        "behalve",
        "uitsluitend",
        "gedeeltelijk",
        "eventueel",
        "mogelijk",
        "slechts",
        "alleen",
        "mits",
        "tenzij",
        "zover",
        "desgewenst",
    ]
)
"""Words that limit an instruction; they are never part of a name."""
_GEEN_EIND: Final = frozenset(
    [
        "KOMMA",
        "EN",
        "DET",
        "ER",
        "PUNT",
        "COLON",
        "PUNTKOMMA",
        "IN",
        "VAN",
        "DOOR",
        "TOT",
        "AAN",
        "NA",
        "OF",
        "BIJ",
        "MET",
    ]
)
"""A name does not end in one of these."""
_STOP: Final = frozenset(
    {"WERKW", "DUSDAT", "INGANG", "LUIDENDE", "OVERNUMMERING", "OVERVANGING", "TEKST", "BIJW", "ALFA", "DOORTOEVOEGING"}
)


def namen(rij: Tokens) -> Tokens:
    """The tokens with each name of a regulation as one token (NAAM)."""
    uit: Tokens = []
    i = 0
    while i < len(rij):
        eind = _naam_eind(rij, i) if _kan_beginnen(rij, i) else i
        eind = _eerste_naam(rij, i, eind)
        if eind > i:
            uit.append(Token("NAAM", "", rij[i].start, rij[eind - 1].eind))
            i = eind
        else:
            uit.append(rij[i])
            i += 1
    return uit


def _eerste_naam(rij: Tokens, i: int, eind: int) -> int:
    """ "de Verordening A en het Besluit B worden ingetrokken": with a plural verb two names; with a singular one."""
    werkwoord = next((t for t in rij[eind:] if t.soort == "WERKW"), None)
    if werkwoord is None or not werkwoord.reeks:
        return eind
    for j in range(i + 1, eind - 2):
        if rij[j].soort in {"EN", "KOMMA"} and rij[j + 1].soort == "DET" and _is_hoofd(rij[i:j]):
            volgende = next((k for k in range(j + 2, eind) if rij[k].soort in {"EN", "KOMMA"}), eind)
            if _is_hoofd(rij[j + 2 : volgende]):
                return j
    return eind


def _is_hoofd(naam: Tokens) -> bool:
    return bool(HOOFD.search(" ".join(t.waarde or "regeling" for t in naam if t.soort in {"WOORD", "REGELING"})))


def _kan_beginnen(rij: Tokens, i: int) -> bool:
    token = rij[i]
    vorige = rij[i - 1].soort if i else ""
    if token.soort == "CITAAT":
        return vorige == "DET" and i >= 2 and rij[i - 2].soort in {"VAN", "IN"} and bool(HOOFD.search(token.waarde))
    if token.soort == "REGELING":
        return vorige in {"DET", "GEHEEL", "", "VAN"}
    if token.soort == "IN":
        return vorige == "DET" and i >= 2 and rij[i - 2].soort in {"VAN", "IN"} and _bedoelde_eind(rij, i) > i
    if token.soort != "WOORD" or not token.waarde[0].isalpha() or token.waarde.lower() in _GEEN_BEGIN:
        return False
    if vorige in {"DET", "BIJGEVOEGD"}:
        return True
    hoofdletter = token.waarde[0].isupper()
    return hoofdletter and (vorige in {"NRS", "VAN", "IN", "KOMMA", "NIVEAU"} or bool(HOOFD.search(token.waarde)))


def _naam_eind(rij: Tokens, i: int) -> int:
    """Index past the name that starts at ``i``; ``i`` when there is none."""
    if rij[i].soort == "CITAAT":
        return i + 1
    if rij[i].soort == "IN":
        return _bedoelde_eind(rij, i)
    j = i + 1
    while j < len(rij) and not _stopt(rij, i, j):
        j += 1
    while j > i + 1 and rij[j - 1].soort in _GEEN_EIND:
        j -= 1
    return j if _is_naam(rij[i:j]) else i


def _bedoelde_eind(rij: Tokens, i: int) -> int:
    """ "de in artikel 1 bedoelde overeenkomst": index past it, or ``i``."""
    for j in range(i + 1, min(i + 12, len(rij) - 1)):
        if rij[j].soort == "GENOEMD":
            naam = rij[j + 1]
            return j + 2 if naam.soort in {"WOORD", "REGELING"} and HOOFD.search(naam.waarde or "regeling") else i
    return i


def _stopt(rij: Tokens, i: int, j: int) -> bool:
    token = rij[j]
    if _haken(rij, i, j) > 0:
        return False
    if token.soort == "WERKW" and token.waarde == "gesteld" and rij[j - 1].soort in {"KOMMA", "WOORD"}:
        return rij[j - 1].waarde not in {",", "zoals", "laatstelijk"}
    if token.soort in _STOP or token.soort == "CITAAT" or (token.soort == "PUNT" and j == len(rij) - 1):
        return True
    if token.soort == "PUNTKOMMA" or (rij[i].soort == "REGELING" and j == i + 1 and token.soort == "NIVEAU"):
        return True
    if token.soort in {"EN", "ENLIJST", "KOMMA"}:
        return _ander_deel_volgt(rij, i, j)
    volgt = rij[j + 1].soort if j + 1 < len(rij) else ""
    if token.soort == "GENOEMD" and volgt == "BEDRAGWOORD":
        return True
    if token.soort in {"TEL", "VOLGENDE", "NIEUW"} and _element_volgt(rij, j):
        return True
    return token.soort == "COLON" and volgt not in {"WOORD", "DET"}


def _ander_deel_volgt(rij: Tokens, i: int, j: int) -> bool:
    """True when what stands behind "en" or a comma is the next clause or place, not more of the name."""
    if _bepaling_volgt(rij, j + 1):
        return True
    komma = rij[j].soort == "KOMMA"
    volgt = _nummer_van_volgt(rij, j + 1) or (_plaats_volgt if komma else _onderwerp_volgt)(rij, j + 1)
    return volgt and not _noemt_wijziging(rij[i:j])


def _haken(rij: Tokens, i: int, j: int) -> int:
    woorden = [token.waarde for token in rij[i:j] if token.soort == "WOORD"]
    return woorden.count("(") - woorden.count(")")


def _element_volgt(rij: Tokens, j: int) -> bool:
    while j < len(rij) and rij[j].soort in {"TEL", "VOLGENDE", "NIEUW", "RANGS"}:
        j += 1
    return j < len(rij) and rij[j].soort in {"NIVEAU", "BEGRIP", "KWAL"}


def _plaats_volgt(rij: Tokens, j: int) -> bool:
    soorten = [token.soort for token in rij[j : j + 2]]
    return soorten in (["RANGS", "NIVEAU"], ["NIVEAU", "NRS"]) or soorten[:1] == ["KAAL"]


def _bepaling_volgt(rij: Tokens, j: int) -> bool:
    """ "(de Wet lokaal spoor,) en in artikel 2, tweede lid, wordt": the next clause, not the name."""
    if rij[j : j + 1] and rij[j].soort == "EN":
        j += 1
    soorten = [token.soort for token in rij[j : j + 4]]
    na = soorten[1:] if soorten[:1] and soorten[0] in {"IN", "AAN", "NA"} else []
    return (na[1:] if na[:1] == ["DET"] else na)[:2] == ["NIVEAU", "NRS"] and any(t.soort == "WERKW" for t in rij[j:])


def _onderwerp_volgt(rij: Tokens, j: int) -> bool:
    """ "(de Wet lokaal spoor) en artikel 1, eerste lid, vervallen": a subject with its verb."""
    noemer = j + 1 if rij[j : j + 1] and rij[j].soort == "DET" else j
    plaats = [token.soort for token in rij[noemer : noemer + 2]] == ["NIVEAU", "NRS"]
    return plaats and rij[noemer].waarde == "artikel" and any(t.soort == "WERKW" for t in rij[noemer:])


def _nummer_van_volgt(rij: Tokens, j: int) -> bool:
    """ "(de artikelen 3 van de Verordening A en) 5 van de Verordening B": a number of the next regulation."""
    return [token.soort for token in rij[j : j + 3]] == ["NRS", "VAN", "DET"]


def _noemt_wijziging(naam: Tokens) -> bool:
    return any(token.soort == "NIVEAU" or token.waarde.lower() in {"wijziging", "houdende", "tot"} for token in naam)


def _is_naam(naam: Tokens) -> bool:
    woorden = [token for token in naam if token.soort in {"WOORD", "REGELING", "BIJW"}]
    if any(token.waarde.lower() in GEEN_NAAM for token in woorden):
        return False
    tekst = " ".join(token.waarde or "regeling" for token in woorden)
    return bool(HOOFD.search(tekst)) or any(t.waarde[:1].isupper() and len(t.waarde) > 2 for t in woorden)
