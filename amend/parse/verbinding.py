"""Commas and "en" given their meaning: a step to a deeper place, a list, the border of a clause, or nothing."""

from __future__ import annotations

from typing import Final

from amend.parse.lexer_token import Token, met_soort

Tokens = list[Token]


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


def kommas(rij: Tokens) -> Tokens:
    """A comma is a step to a deeper level (VERVOLG), a list of quotations (EN), a clause border (KOMMA), or nothing."""
    uit: Tokens = []
    werkwoord = False
    for i, token in enumerate(rij):
        werkwoord = werkwoord or token.soort == "WERKW"
        if token.soort == "KOMMA" and i and rij[i - 1].soort == "KOMMA":
            uit.append(met_soort(token, "DUBBELE_KOMMA"))  # something is lost between the two; no rule has this kind
            continue
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


def _ook_tot(rij: Tokens, j: int, uit: Tokens) -> bool:
    """ "artikel 16 wordt vernummerd tot artikel 18, artikel 17 tot artikel 19": the next pair, without its verb."""
    while j < len(rij) and rij[j].soort in {"DET", "NIVEAU", "NRS", "RANGS", "EN"}:
        j += 1
    tot = j < len(rij) and rij[j].soort == "TOT"
    return tot and any(token.soort == "TOT" for token in uit)


def _plaats_zonder_werkwoord(uit: Tokens) -> bool:
    """ "… en (in) artikel 20, tweede lid, wordt": the comma lies in or behind a place, and its verb follows."""
    grens = max((i + 1 for i, t in enumerate(uit) if t.soort in {"EN", "KOMMA", "PUNTKOMMA", "PUNT"}), default=0)
    deel = uit[grens:]
    return grens > 0 and bool(deel) and not any(t.soort in {"WERKW", "CITAAT"} for t in deel)


def _noemt_cel(token: Token) -> bool:
    """ "kolom «Bedrag», «50»": the first quotation names the column, the second is the text (F91)."""
    return token.soort == "NIVEAU" and token.waarde in {"rij", "kolom", "tabel"} and not token.is_meervoud


def _komma(rij: Tokens, i: int, uit: Tokens, *, werkwoord: bool) -> str:
    volgt = rij[i + 1].soort if i + 1 < len(rij) else ""
    vorige = uit[-1].soort if uit else ""
    if _eindigt_plaats(uit) and _begint_plaats(rij, i + 1, komma=True):
        nieuw = werkwoord and (_nieuwe_zin(rij, i + 1) or _ook_tot(rij, i + 1, uit))
        return "KOMMA" if nieuw and not _plaats_zonder_werkwoord(uit) else "VERVOLG"
    if vorige == "NAAM" and volgt == "DET" and rij[i + 2 : i + 3] and rij[i + 2].soort == "NAAM":
        return "EN"
    if vorige == "CITAAT" and len(uit) > 1 and uit[-2].soort == "GESTELDEONDER":
        return ""
    if vorige == "RANGS":
        return "KOMMA"
    if vorige == volgt and vorige in {"BEDRAG", "WOORD"}:
        return "EN"
    if vorige == "CITAAT" and volgt == "CITAAT" and len(uit) > 1 and _noemt_cel(uit[-2]):
        return ""
    if vorige == "CITAAT" and (
        volgt in {"CITAAT", "KWAL"} or (volgt == "DET" and rij[i + 2 : i + 3] and rij[i + 2].soort == "KWAL")
    ):
        return "EN"
    if werkwoord and volgt == "WERKW" and rij[i + 1].waarde in {"wordt", "vervalt", "komt"}:
        return "" if _plaats_zonder_werkwoord(uit) else "KOMMA"
    if werkwoord and volgt in {"DET", "NIVEAU", "IN", "AAN", "NA", "RANGS"} and vorige not in {"IN"}:
        return "KOMMA"
    return ""


# --- "en" ---------------------------------------------------------------------------------------------------------

_PLAATSDEEL: Final = frozenset(
    {"DET", "NRS", "RANGS", "NIVEAU", "KAAL", "VERVOLG", "VAN", "NAAM", "BIJ", "GESTELDE", "IN"}
)


def voegwoorden(rij: Tokens) -> Tokens:
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
