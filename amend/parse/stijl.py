"""Warnings about wording that is understood but not what the Aanwijzingen prescribe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from amend.model.melding import Melding, Plek
from amend.model.signaal import Signaal
from amend.parse import codes
from amend.parse.lexer_token import Token

_AFWIJKEND: Final = Signaal(
    "wordt geschrapt",
    "worden geschrapt",
    "geschrapt",
    "verwijderd",
    "weggelaten",
    "doorgehaald",
    "dient te luiden",
    "dienen te luiden",
    "wordt gewijzigd en komt(?: als volgt)? te luiden",
    "gelezen als volgt",
    "als volgt gelezen",
    "als volgt te luiden",
    "wijzigen in",
    "gelezen als",
    "te lezen als",
    "komt te vervallen",
    "komen te vervallen",
    "gewijzigd in",
    "aangepast",
    "wordt gewijzigd en luidt als volgt",
)


def meldingen(zin: str, rij: Sequence[Token]) -> list[Melding]:
    """The warnings about spelling and form that the tokens show."""
    uit: list[Melding] = []
    for i, token in enumerate(rij):
        if token.melding:
            titel = token.melding.titel
            woord = zin[token.start : token.eind].strip()[:60]
            uit.append(token.melding.melding(f'{titel[:1].upper()}{titel[1:]}: "{woord}".', _plek(token)))
        volgt = rij[i + 1] if i + 1 < len(rij) else None
        if token.soort == "NIVEAU" and volgt is not None and volgt.soort == "NRS":
            uit.extend(_niveau(zin, token, volgt))
    if not any(token.soort == "CITAAT" and _AFWIJKEND.in_(token.waarde) for token in rij):
        uit.extend(_werkwoord(zin))
    uit.extend(_luidende(zin, rij))
    return uit


def _niveau(zin: str, token: Token, nummers: Token) -> list[Melding]:
    woord = zin[token.start : token.eind]
    if token.waarde == "lid" and nummers.waarde.isdigit():
        tekst = f'Leden worden met een rangtelwoord aangeduid, niet met "{woord} {nummers.waarde}" (aanwijzing 3.29).'
        return [codes.LID_CIJFER.melding(tekst, _plek(token))]
    if (
        not token.is_meervoud
        and (len(nummers.reeks) > 1 or nummers.reeks[0][1])
        and woord.lower() in {"artikel", "lid", "onderdeel", "bijlage"}
    ):
        tekst = f'Enkelvoud "{woord}" voor meer dan één element (aanwijzing 3.29).'
        return [codes.ENKELVOUD.melding(tekst, _plek(token))]
    return []


def _werkwoord(zin: str) -> list[Melding]:
    treffer = _AFWIJKEND.zoek(zin)
    if not treffer:
        return []
    tekst = f'"{treffer[0]}" is niet de formule van de Aanwijzingen (3.29, 6.9); gelezen als de gewone formule.'
    return [codes.ANDER_WERKWOORD.melding(tekst, Plek(1, treffer.start() + 1, len(treffer[0])))]


def _luidende(zin: str, rij: Sequence[Token]) -> list[Melding]:
    laatste = [token for token in rij if token.soort not in {"PUNT", "PUNTKOMMA"}]
    if not laatste:
        return []
    slot = laatste[-1]
    nieuw = any(token.soort in {"TEL", "NIEUW", "VOLGENDE"} for token in rij)
    if slot.soort == "WERKW" and slot.waarde in {"ingevoegd", "toegevoegd"} and nieuw:
        return [
            codes.ZONDER_LUIDENDE.melding(
                'Na "ingevoegd" of "toegevoegd" ontbreekt ", luidende:" (aanwijzing 6.11).', _plek(slot)
            )
        ]
    if slot.soort == "WERKW" and slot.waarde in {"te_luiden", "luidt"} and zin.rstrip().endswith("."):
        return [codes.DUBBELE_PUNT.melding('Na "te luiden" hoort een dubbele punt (aanwijzing 6.9).', _plek(slot))]
    return []


def _plek(token: Token) -> Plek:
    return Plek(1, token.start + 1, max(token.eind - token.start, 1))
