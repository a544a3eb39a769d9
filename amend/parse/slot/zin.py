"""Closing clauses: commencement, retroactive effect, expiry, citation title, transitional rules (regels.md 2.2).

A sentence is read from left to right; a clause is a bag of constituents in any order. When a word is left that no
constituent takes, the sentence is not a closing clause.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from amend.model.clausules import Inwerkingtreding, NaderTeBepalen, OpDatum, Overgang, Verval
from amend.model.kalender import MAANDNAAM
from amend.model.melding import Melding, Plek
from amend.model.operations import TrekIn
from amend.model.signaal import Signaal
from amend.parse import codes
from amend.parse.cursor import Cursor
from amend.parse.momenten import DAG, VERWIJST, datum
from amend.parse.slot.bouw import bouw
from amend.parse.slot.deelzin import lees_deelzin
from amend.parse.slot.overig import citeertitel, later_besluit, nader_bepaald, overgang, publicatie
from amend.parse.slot.stand import Deel, Deelzin, Stand, p
from amend.parse.slot.voegwoord import voegwoord
from amend.parse.slot.voorwaarde import voorwaarde

Uitkomst = tuple[tuple[Deel, ...], tuple[Melding, ...]]

_SIGNAAL: Final = Signaal(
    r"in\s*werking",
    r"terug\s*(?:tot|te)",
    "terugwerk",
    "aangehaald",
    "citeertitel",
    r"werk(?:t|en)\s",
    "verval(?:t|len)",
    r"van\s+kracht",
    "van toepassing",
    "datum van ingang",
    "geplaatst",
    "gepubliceerd",
    r"bekend\s?gemaakt",
    "belast met",
    "ingetrokken",
    "toepassing vind",
    r"gaa[tn]\s[^.]*\bin\b",
    "ingaa[tn]",
    r"\bgeld(?:t|en|ig)\b",
    r"\beindig",
    r"\bverlies",
    r"heeft\s+werking",
    "inwerkingtreding",
    "blij(?:ven|ft)",
    "afgehandeld",
    "behandeld",
    "beslist",
    r"krijg(?:t|en)\s[^.]*(?:kracht|werking)",
    r"geld(?:t|en)\s+als",
    "behoud(?:t|en)",
    "geacht",
)
_VERVAL: Final = p(r"verval(?:t|len)")
_TIJD: Final = frozenset(
    [
        *("ingang", "ingaande", "per", "op", "na", "nadat", "tot", "vanaf", "sinds", "zodra", "terstond", "wanneer"),
        *("als", "indien", "mits", "tenzij", "jaar", "dag", "dagen", "maand", "maanden", "week", "weken", "tijdstip"),
        *("datum", "moment", "besluit", "regeling", "verordening", "wet", "beleidsregel", "beleidsregels"),
        "rechtswege",
    ]
)
_JAAR: Final = re.compile(r"\b\d{4}\b")
_ZINSGRENS: Final = re.compile(
    r"(?<=[a-zA-Z0-9)”\"’*][.;])\s*(?=(?:\d{1,2}[.]?\s*)?(?:De|Het|Dit|Deze|Indien|Wordt|Onderdeel|Onderdelen|Artikel|In|Zij|Als|Wanneer|Op|Voor|"
    r"Met\s+ingang|Bij\s+de\s+inwerk|Met\s+de\s+inwerk|Tevens|Gelijktijdig|Zonodig|Zo\s+nodig|Mocht|Tegelijk|Besluiten|Aanvragen)\b)|(?<=;)\s+(?=(?:de|het|dit|deze|artikel|artikelen|onderdeel|onderdelen)\s)"
)
_NUMMER: Final = re.compile(r"\d{1,2}\.?\s*(?=[A-Z])|[IVX]+\.\s+|[a-z]\.\s+")
_BEPALEN: Final = p(r"(?:te\s+bepalen,?\s+|bepaalt,?\s+|besluit,?\s+)?dat(?=\s)\s*")
_AANHALING: Final = p(r"[“\"„«][^”\"»]*[”\"»]")
_LIDWOORD: Final = p(rf"\b(?:op|per|van|met)\s+de\s+\d{{1,2}}\s+(?:{MAANDNAAM})\b")
_WERKING_WOORD: Final = p(r"in\s*werking|terug\s*(?:tot|werk)|terugwerkende\s+kracht|vervalt|ingetrokken|gaat\s+in")
_HEFFING: Final = p(rf"datum\s+van\s+ingang\s+van\s+(?:de\s+)?heffing\s+is\s+{DAG}")
_SLOT: Final = p(r"\s*[.;:,]?\s*$")


def ontleed_clausule(zin: str, onderdeel: str | None = None, *, overgang: bool = False) -> Uitkomst | None:
    """The closing clauses in ``zin``, or None when it is not (only) that.

    A sentence that is nothing but a transitional rule counts only with ``overgang``: those are recognised by a few
    words, so they come after everything else has been tried.
    """
    if not _SIGNAAL.in_(zin) or len(zin) > 3000 or _vervalt_nu(zin):
        return None
    zin = re.sub(r"[*\xa0]", " ", zin)
    uit: list[Deel] = []
    meldingen: list[Melding] = []
    plek = 0
    zinnen = _ZINSGRENS.split(zin)
    for tekst in zinnen:
        begin = zin.index(tekst, plek)
        plek = begin + len(tekst)
        if not re.sub(r"^\s*\d{1,2}\s*\.?", "", tekst).strip(" .;"):
            continue
        stand = _lees(tekst, onderdeel, uit, begin, samen=len(zinnen) > 1)
        if stand is None:
            return _onmogelijke_dag(zin)
        uit.extend(replace(c, onderdeel=onderdeel, spanne=(begin, plek)) for c in stand.uit)
        meldingen.extend(stand.meldingen)
    uit, verwijzingen = _verwijzingen(uit, zin)
    zeker = any(not isinstance(deel, Overgang) for deel in uit)
    return (tuple(uit), (*meldingen, *verwijzingen)) if uit and (zeker or overgang) else None


def _vervalt_nu(zin: str) -> bool:
    """True for "Artikel 3 vervalt.": no word of time, so an instruction and never a clause."""
    if not _TIJD.isdisjoint(re.findall(r"\w+", zin.lower())) or _JAAR.search(zin):
        return False
    return not _SIGNAAL.in_(_VERVAL.sub("", zin))


def _lees(tekst: str, onderdeel: str | None, eerder: list[Deel], basis: int, *, samen: bool) -> Stand | None:
    """One sentence to the last word, by the first reading that fits; ``eerder`` may lose what this one replaces."""
    for lees in (_voorwaardelijk, _hoofdzin, citeertitel, nader_bepaald, publicatie, overgang, later_besluit):
        stand = Stand(Cursor(tekst), onderdeel, list(eerder), basis=basis, samen=samen)
        stand.cursor.neem(_NUMMER)
        if lees(stand) and stand.cursor.neem(_SLOT):
            if treffer := _LIDWOORD.search(tekst):
                stand.merk(codes.SCHRIJFWIJZE, f"“{treffer[0]}” is gelezen zonder het lidwoord.", treffer.span())
            eerder[:] = stand.eerder
            return stand
    return None


def _voorwaardelijk(stand: Stand) -> bool:
    return voorwaarde(stand, _hoofdzin)


def _hoofdzin(stand: Stand) -> bool:
    """Clauses joined by "en"; each may leave out the verb or the subject of the one before."""
    stand.cursor.neem(_BEPALEN)
    vorige: Deelzin | None = None
    while True:
        deel = lees_deelzin(stand, None, vorige)
        if deel is not None:
            if not bouw(stand, deel):
                return False
            vorige = deel
        elif not citeertitel(stand, met_onderwerp=vorige is None):
            return False
        if not voegwoord(stand):
            return True


def _onmogelijke_dag(zin: str) -> Uitkomst | None:
    """ "31 februari 2026" in a clause about commencement: a finding that says so, instead of "not understood"."""
    kaal = _AANHALING.sub(lambda treffer: " " * len(treffer[0]), zin)
    if not _WERKING_WOORD.search(kaal):
        return None
    for treffer in p(DAG).finditer(kaal):
        if datum(treffer) is None:
            plek = Plek(1, treffer.start() + 1, treffer.end() - treffer.start())
            return (), (codes.DAG_BESTAAT_NIET.melding(f"De dag “{treffer[0]}” bestaat niet.", plek),)
    return None


# --- days that the text names elsewhere -------------------------------------------------------------------------------


def _verwijzingen(uit: list[Deel], zin: str) -> tuple[list[Deel], list[Melding]]:
    """ "de in het tweede lid genoemde datum": the day when the same text gives it, else a question for a person."""
    heffing = _HEFFING.search(zin)
    dag = datum(heffing) if heffing else None
    meldingen: list[Melding] = []
    nieuw: list[Deel] = []
    for deel in uit:
        moment = deel.vanaf if isinstance(deel, Inwerkingtreding) else deel.per if isinstance(deel, Verval) else None
        treffer = VERWIJST.fullmatch(moment.door or "") if isinstance(moment, NaderTeBepalen) else None
        if treffer is None:
            nieuw.append(deel)
            continue
        if dag is None:
            plek = zin.find(treffer[0])
            waar = Plek(1, max(plek, 0) + 1, len(treffer[0]))
            meldingen.append(
                codes.ELDERS_GENOEMD.melding(f"De datum staat elders in het besluit: “{treffer[0]}”.", waar)
            )
        nieuw.append(_met_dag(deel, dag))
    return nieuw, meldingen


_PLAATS: Final = p(r"(?:besluit|regeling|(?:artikel|lid|onderdeel|hoofdstuk|paragraaf|afdeling|titel|bijlage)\s.*)$")


def _met_dag(deel: Deel, dag: date | None) -> Deel:
    """The clause with the day filled in; the end of another regulation is its withdrawal."""
    moment = OpDatum(dag) if dag else None
    if isinstance(deel, Inwerkingtreding):
        return replace(deel, vanaf=moment)
    if not isinstance(deel, Verval):
        return deel
    if not _PLAATS.match(deel.wat):
        return TrekIn(
            regeling=deel.wat,
            ingang=dag.isoformat() if dag else None,
            onderdeel=deel.onderdeel,
            spanne=deel.spanne,
        )
    return replace(deel, per=moment)
