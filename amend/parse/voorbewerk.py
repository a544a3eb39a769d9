"""Tokens → tokens for the grammar: rows of numbers joined, regulation names found, commas given their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from amend.parse import codes
from amend.parse.adres import vorm
from amend.parse.lexer import ONDER, Token, met_soort

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
_GEEN_NAAM: Final = frozenset(
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
    {"WERKW", "INGANG", "LUIDENDE", "OVERNUMMERING", "OVERVANGING", "TEKST", "BIJW", "ALFA", "DOORTOEVOEGING"}
)
_SCHAKEL: Final = frozenset({"KOMMA", "EN", "OF", "RESP"})


def bewerk(rij: Tokens) -> Tokens:
    """The tokens as the grammar wants them."""
    for stap in _STAPPEN:
        rij = stap(rij)
    return rij


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


def _gaat_verder(rij: Tokens, j: int) -> bool:
    """ "artikel 3, 5 en 7" is a list; "artikel 6, 3" may be a lid of which the noun is lost."""
    while j < len(rij) and rij[j].soort in {"NRS", "KOMMA", "TM"}:
        j += 1
    return j < len(rij) and rij[j].soort in {"EN", "OF", "RESP"} and j + 1 < len(rij) and rij[j + 1].soort == "NRS"


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


# --- regulation names ---------------------------------------------------------------------------------------------


def _namen(rij: Tokens) -> Tokens:
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
    volgt = rij[j + 1].soort if j + 1 < len(rij) else ""
    if token.soort in {"TEL", "VOLGENDE", "NIEUW"} and _element_volgt(rij, j):
        return True
    if token.soort == "COLON" and volgt not in {"WOORD", "DET"}:
        return True
    return token.soort == "KOMMA" and _plaats_volgt(rij, j + 1) and not _noemt_wijziging(rij[i:j])


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


def _noemt_wijziging(naam: Tokens) -> bool:
    return any(token.soort == "NIVEAU" or token.waarde.lower() in {"wijziging", "houdende", "tot"} for token in naam)


def _is_naam(naam: Tokens) -> bool:
    woorden = [token for token in naam if token.soort in {"WOORD", "REGELING", "BIJW"}]
    if any(token.waarde.lower() in _GEEN_NAAM for token in woorden):
        return False
    tekst = " ".join(token.waarde or "regeling" for token in woorden)
    return bool(HOOFD.search(tekst)) or any(t.waarde[:1].isupper() and len(t.waarde) > 2 for t in woorden)


# --- commas -------------------------------------------------------------------------------------------------------


def _eindigt_plaats(rij: Tokens) -> bool:
    if not rij:
        return False
    vorige = rij[-2].soort if len(rij) > 1 else ""
    if rij[-1].soort == "CITAAT" and len(rij) > 1:
        return rij[-2].soort == "NIVEAU" and rij[-2].waarde in {"rij", "kolom", "tabel", "bijlage"}
    return rij[-1].soort in {"NRS", "KAAL", "HAAKKOP"} or (
        rij[-1].soort == "NIVEAU" and vorige in {"RANGS", "VERVOLG", "DET"}
    )


def _begint_plaats(rij: Tokens, i: int, *, komma: bool) -> bool:
    if i >= len(rij):
        return False
    soort = rij[i].soort
    if soort == "RANGS":
        return i + 1 < len(rij) and rij[i + 1].soort in {"NIVEAU", "KAAL"}
    if komma and soort == "DET" and i + 1 < len(rij):
        return rij[i + 1].soort == "BEGRIP"
    return soort in {"NIVEAU", "KAAL"} or (komma and soort in {"NRS", "BEGRIP"})


def _kommas(rij: Tokens) -> Tokens:
    """A comma is a step to a deeper level (VERVOLG), a list of quotations (EN), a clause border (KOMMA), or nothing."""
    uit: Tokens = []
    werkwoord = False
    for i, token in enumerate(rij):
        werkwoord = werkwoord or token.soort == "WERKW"
        if token.soort == "KOMMA":
            if soort := _komma(rij, i, uit, werkwoord=werkwoord):
                uit.append(met_soort(token, soort))
            continue
        if _eindigt_plaats(uit) and _begint_plaats(rij, i, komma=False) and not _zelfde_niveau(uit, rij, i):
            uit.append(Token("VERVOLG", "", token.start, token.start))
        uit.append(token)
    return uit


def _zelfde_niveau(uit: Tokens, rij: Tokens, i: int) -> bool:
    """ "worden lid 3 en 4 lid 2 en 3": two places of one kind side by side; the second does not lie in the first."""
    eerste = uit[-1] if uit[-1].soort == "NIVEAU" else uit[-2] if len(uit) > 1 else None
    tweede = rij[i + 1] if rij[i].soort == "RANGS" and i + 1 < len(rij) else rij[i]
    zelfde = eerste is not None and eerste.soort == tweede.soort == "NIVEAU" and eerste.waarde == tweede.waarde
    return zelfde and tweede.waarde != "onderdeel"


def _nieuwe_zin(rij: Tokens, j: int) -> bool:
    """ "…, artikel 5 wordt vernummerd": a place with its own verb right behind it begins a clause."""
    while j < len(rij) and rij[j].soort in {"NIVEAU", "NRS", "RANGS", "KAAL"}:
        j += 1
    return j < len(rij) and rij[j].soort == "WERKW" and rij[j].waarde in {"wordt", "vervalt", "komt", "luidt"}


def _noemt_cel(token: Token) -> bool:
    """ "kolom «Bedrag», «50»": the first quotation names the column, the second is the text (F91)."""
    return token.soort == "NIVEAU" and token.waarde in {"rij", "kolom", "tabel"} and not token.is_meervoud


def _komma(rij: Tokens, i: int, uit: Tokens, *, werkwoord: bool) -> str:
    volgt = rij[i + 1].soort if i + 1 < len(rij) else ""
    vorige = uit[-1].soort if uit else ""
    if _eindigt_plaats(uit) and _begint_plaats(rij, i + 1, komma=True):
        return "KOMMA" if werkwoord and _nieuwe_zin(rij, i + 1) else "VERVOLG"
    if vorige == "NAAM" and volgt == "DET" and rij[i + 2 : i + 3] and rij[i + 2].soort == "NAAM":
        return "EN"
    if vorige == "CITAAT" and len(uit) > 1 and uit[-2].soort == "GESTELDEONDER":
        return ""
    if vorige == volgt and vorige in {"BEDRAG", "WOORD"}:
        return "EN"
    if vorige == "CITAAT" and volgt == "CITAAT" and len(uit) > 1 and _noemt_cel(uit[-2]):
        return ""
    if vorige == "CITAAT" and (
        volgt in {"CITAAT", "KWAL"} or (volgt == "DET" and rij[i + 2 : i + 3] and rij[i + 2].soort == "KWAL")
    ):
        return "EN"
    if werkwoord and volgt == "WERKW" and rij[i + 1].waarde in {"wordt", "vervalt", "komt"}:
        return "KOMMA"
    if werkwoord and volgt in {"DET", "NIVEAU", "IN", "AAN", "NA", "RANGS"} and vorige not in {"IN"}:
        return "KOMMA"
    return ""


# --- "en" ---------------------------------------------------------------------------------------------------------

_PLAATSDEEL: Final = frozenset(
    {"DET", "NRS", "RANGS", "NIVEAU", "KAAL", "VERVOLG", "VAN", "NAAM", "BIJ", "GESTELDE", "IN"}
)


def _voegwoorden(rij: Tokens) -> Tokens:
    """ "en" in a list (ENLIJST), between clauses (ENZIN), or open (EN): what can be seen at once need not be tried."""
    uit: Tokens = []
    werkwoord = False
    for i, token in enumerate(rij):
        werkwoord = werkwoord or token.soort == "WERKW"
        if token.soort in {"EN", "KOMMA"} and (soort := _voegwoord(rij, i, werkwoord=werkwoord)):
            token = met_soort(token, soort)
        uit.append(token)
    return uit


def _voegwoord(rij: Tokens, i: int, *, werkwoord: bool) -> str:
    volgt = rij[i + 1].soort if i + 1 < len(rij) else ""
    if volgt == "WERKW":
        return "ENZIN" if werkwoord else ""
    j = i + 1
    while j < len(rij) and rij[j].soort in _PLAATSDEEL:
        j += 1
    if rij[i].soort == "KOMMA":
        nieuw_werkwoord = j > i + 1 and j < len(rij) and rij[j].waarde in {"wordt", "vervalt", "komt"}
        return "ENZIN" if werkwoord and nieuw_werkwoord else ""
    vorige = rij[i - 1].soort if i else ""
    if vorige in {"CITAAT", "BEDRAG"}:
        return _tussen_citaten(rij, i)
    if not any(
        token.soort in {"NRS", "RANGS", "NIVEAU", "KAAL", "NAAM"} for token in rij[i + 1 : j]
    ) or not _eindigt_plaats(rij[:i]):
        return ""
    if not werkwoord or (
        j < len(rij) and rij[j].soort == "EN" and j + 1 < len(rij) and rij[j + 1].soort in _PLAATSDEEL
    ):
        return "ENLIJST"
    return ""


def _tussen_citaten(rij: Tokens, i: int) -> str:
    j = i + 1
    while j < len(rij) and rij[j].soort in {"DET", "KWAL", "RESP"}:
        j += 1
    if j >= len(rij) or rij[j].soort not in {"CITAAT", "BEDRAG"}:
        return ""
    na = rij[j + 1].soort if j + 1 < len(rij) else ""
    if na == "DOOR":
        return "ENZIN"
    return "ENLIJST" if na in {"", "PUNT", "EN"} and rij[i + 1].soort != "RESP" else ""


_STAPPEN: Final[tuple[Callable[[Tokens], Tokens], ...]] = (
    _begrip_onder_nummer,
    _dubbel_niveau,
    _herhaald,
    _eerste_zoveel,
    _streepjes,
    _tellen,
    _reeksen("NRS"),
    _reeksen("RANGS"),
    _namen,
    _kommas,
    _voegwoorden,
)
