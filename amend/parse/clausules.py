"""Closing clauses: commencement, retroactive effect, expiry, citation title, transitional rules (regels.md 2.2).

A clause is read from left to right with a cursor: subject, then predicates with their moments and exceptions. When
a word is left that no pattern takes, the sentence is not a closing clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from amend.model.address import Plaats
from amend.model.clausules import (
    Citeertitel,
    Clausule,
    Geval,
    Inwerkingtreding,
    MaandNaBekendmaking,
    NaBekendmaking,
    NaderTeBepalen,
    OpDatum,
    Overgang,
    Verval,
    Voorwaardelijk,
)
from amend.model.melding import Melding, Plek
from amend.model.operations import TrekIn
from amend.parse import codes
from amend.parse.citaten import lees_citaat
from amend.parse.cursor import Cursor
from amend.parse.fragment import lees_plaatsen
from amend.parse.momenten import DATUM, MAANDEN, VERWIJST, datum, lees_moment
from amend.parse.toestand import binnen_plaats
from amend.parse.voorbewerk import HOOFD

Uitkomst = tuple[tuple[Clausule | TrekIn, ...], tuple[Melding, ...]]

_SIGNAAL: Final = re.compile(
    r"in\s*werking|terug\s*(?:tot|te)|terugwerk|aangehaald|citeertitel|werkt\s|werken\s|vervalt|vervallen|"
    r"van toepassing|"
    r"datum van ingang|geplaatst|gepubliceerd|belast met|ingetrokken|toepassing vind",
    re.I,
)
MAX_OVERGANG: Final = 1500
_ZINSGRENS: Final = re.compile(
    r"(?<=[a-zA-Z0-9)”\"’][.;])\s*(?=(?:\d{1,2}[.]?\s*)?(?:De|Het|Dit|Deze|Indien|Onderdeel|Artikel|In)\b)"
)
_NUMMER: Final = re.compile(r"\d{1,2}\.?\s*(?=[A-Z])|[IVX]+\.\s+|[a-z]\.\s+")


def _p(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon, re.I | re.S)


_GEHEEL: Final = _p(
    r"(?:de(?:ze)?|het)\s+(?:artikelen|hoofdstukken|onderdelen|bepalingen)\s+(?:van|in)\s+(?:deze|dit)\s+[\w\-]+|"
    r"(?:de|het|dit|deze)\s+(?!artikel|onderde|lid\b|leden|eerste|tweede|derde|vierde)(?:[\w\-]+\s+){0,3}?[\w\-]*"
    r"(?:besluit|wet|verordening|regeling|beleidsregels?|aanwijzing|beschikking|reglement|wijziging|wijzigingen|regels|statuut|model|nota|titel|"
    r"informatiemodel|overeenkomst|convenant)(?:\s+tot\s+\w+)?(?=[\s,])|(?:zij|het|deze)\b"
)
_BIJZIN: Final = _p(r",\s+die\s+zal\s+worden\s+gepubliceerd\s+in\s[^,]*,")
_WERKING: Final = _p(
    r"(?:treedt|treden)\s+(?:(?:zij|het|deze(?:\s+[\w\-]+)?|dit\s+[\w\-]+)\s+)?(?P<retro>met\s+terugwerkende\s+kracht\s+)?(?P<kort>in\s*werking)?"
)
_INWERKING: Final = _p(r"in\s*werking")
_TERUG: Final = _p(
    r"(?:werkt|werken)(?:\s+|,\s*(?=(?:voor\s+)?wat\s|ten\s+aanzien))(?:(?:zij|het|deze(?:\s+(?:verordening|regeling|wet))?|dit\s+besluit)\s+)?"
    r"(?:,?\s*indien\s+de\s+dagtekening\s.+?,\s*)?"
)
_TERUG_TOT: Final = _p(rf",?\s*terug\s+tot(?P<mee>\s+en\s+met)?\s+{DATUM}")
_TERUG_DAGTEKENING: Final = _p(
    r",?\s*terug\s+tot(?:\s+en\s+met)?\s+de\s+(?:dag|datum)?\s*(?:van\s+(?:de\s+)?)?"
    r"(?:dagtekening|vaststelling|ondertekening)\s+van\s+(?:dit|het|deze|de)\s+[\w\-]+"
)
_KRACHT: Final = _p(
    rf",?\s*(?:en\s+)?(?:dit\s+)?met\s+terugwerkende\s+kracht\s+(?P<mee>tot\s+en\s+met|tot|per|vanaf|met\s+ingang\s+van|op)\s+{DATUM}"
)
_TERUGWERKEN: Final = _p(rf"(?:terug\s?werken|terugwerkt|terugwerken)\s+tot(?P<mee>\s+en\s+met)?\s+{DATUM}")
_UITZONDERING: Final = _p(
    r",?\s*(?:met\s+uitzondering\s+van|behoudens)\s+(?P<wat>.+?)(?=,?\s+(?:terug\s+tot|dat\s|die\s|welke?\s|waarvan)|,?\s+en\s+werk|,\s+in\s*werking|\s*[.;]|\s*$)"
)
_WAT: Final = _p(r"(?:wat|voor\s+wat)\s+(?P<wat>.+?)\s+betreft,?|ten\s+aanzien\s+van\s+(?P<ander>.+?),?(?=\s+terug)")
_DIE: Final = _p(r",?\s*(?:dat|die|welke?)\s+(?:in\s*werking\s+(?:treedt|treden)|(?:treedt|treden)\s+in\s*werking)")
_VERVALT: Final = _p(r"(?:vervalt|vervallen|zal\s+vervallen|zullen\s+vervallen)")
_OP: Final = _p(r"(?:(?P<hoe>op|per|na)\s+)?(?=(?:de\s+)?\d)")
_OOK: Final = _p(
    r"(?:,?\s*en|,)\s+(?P<wat>(?:de\s+)?(?:artikel|onderde|onder\s|lid\s|leden\s|het\s+\w+\s+lid)[^.;]*?),?\s+"
    r"(?=(?:op|per|met\s+ingang\s+van)\s)"
)
_WAT_BETREFT: Final = _p(r"(?:voor\s+)?wat\s+betreft\s+(?P<wat>.+?),?(?=\s+terug\s+tot)")
_DIE_TERUG: Final = _p(
    rf",?\s*(?:dat|die|welke?)\s+(?:terug\s?werkt|terug\s?werken)\s+tot(?P<mee>\s+en\s+met)?\s+{DATUM}"
)
_WERKING_WOORD: Final = _p(r"in\s*werking|terug\s*(?:tot|werk)|terugwerkende\s+kracht")
_AANHALING: Final = _p(r"[“\"„«][^”\"»]*[”\"»]")
_LIDWOORD: Final = _p(rf"\b(?:op|per|van|met)\s+de\s+\d{{1,2}}\s+(?:{'|'.join(MAANDEN)})\b")
_AANGEHAALD: Final = _p(
    r"(?:wordt|kan|zal|worden)\s+(?:worden\s+)?(?:aangehaald|geciteerd|afgekort)(?:\s+worden)?\s+als\s*:?"
)
_EN: Final = _p(r",?\s*(?:en|alsmede)\s+|,\s+(?=werkt|vervalt)")
_VERSTANDE: Final = _p(r",?\s*met\s+dien\s+verstande\s*,?\s+dat\s*:?(?P<tekst>.*?)\s*[.;:]?$")
_STAART: Final = _p(
    r"(?:en\s+)?wordt\s+(?:afgekondigd|bekendgemaakt|gepubliceerd|geplaatst)\s+in\s[^.,;]+|ten\s+behoeve\s+van\s[^.,;]+?(?=\s+en\s)|"
    r",?\s*(?:en|dan\s+wel)\s+is\s+(?:zij|het|deze)?\s*(?:voor\s+het\s+eerst|mede)\s+van\s+toepassing\s+op\s[^.;]+|"
    r"in\s+(?:de\s+openbare\s+lichamen\s+)?Bonaire,\s+Sint\s+Eustatius\s+en\s+Saba|,?\s*nadat\s+.+?(?:,?(?=\s+en\s+werk)|(?=\.\s*$))"
)
_INDIEN: Final = _p(
    r"(?:indien|tenzij)\s+.*?(?:wordt\s+uitgegeven|wordt\s+geplaatst|verschijnt|uitgegeven\s+wordt|is\s+geplaatst|plaatsvindt)"
    rf"(?:\s+wordt\s+uitgegeven|,?\s*wordt\s+uitgegeven)?\s+(?P<na>na|op\s+of\s+na)\s+{DATUM}\s*,?\s*(?:dan\s+)?"
)
_OVERGANG: Final = _p(
    r".*\b(?:(?:is|zijn|blijft|blijven|vindt|vinden|wordt|worden)\s(?:[^.]*\s)?(?:van\s+(?:overeenkomstige\s+)?toepassing|van\s+kracht)|"
    r"(?:blijft|blijven)\s[^.]*\btoepassing|(?:voor\s+het\s+eerst\s+)?toepassing\s+(?:vindt|vinden)|"
    r"datum\s+van\s+ingang\s+van\s+(?:de\s+)?heffing\s+is|heeft\s+betrekking\s+op)\b.*"
)
_PUBLICATIE: Final = _p(
    r"(?:de|dit|deze|het|in)\s[^.]*?(?:(?:wordt|zal)\s+(?:met\s[^.]*\s)?in\s+(?:de|het)\s[\w\s]+?(?:worden\s+)?(?:geplaatst|gepubliceerd)(?:\s+worden)?|"
    r"is\s+belast\s+met\s+de\s+uitvoering[^.]*|wordt\s+zo\s+nodig\s+toepassing\s+gegeven\s+aan\s[^.]*|bekendmaking[^.]*geschiedt[^.]*|zal\s[^.]*worden\s+geplaatst)\s*\.?$"
)
_INTREKKING: Final = _p(
    r"(?P<naam>(?:de|het)\s.+?)\s+(?:wordt|worden)\s+ingetrokken"
    r"(?P<mee>\s+(?:met\s+ingang\s+van|op)\s+(?:de|het)\s+(?:datum|dag|tijdstip|moment)\s+(?:van\s+(?:de\s+)?inwerkingtreding|waarop)[^,.]*)?"
)
_GEACHT: Final = _p(r"(?:wordt|worden)\s+geacht\s+(?:in\s*werking\s+te\s+zijn\s+getreden|te\s+zijn\s+ingegaan)")
_BEPALEN: Final = _p(
    r"(?:te\s+bepalen,?\s+)?dat\s+(?P<wat>.+?)\s+met\s+terugwerkende\s+kracht\s+in\s*werking\s+(?:treedt|treden)\s+(?:op|per)\s+"
    + DATUM
)
_BEPALEN_DAT: Final = _p(r"te\s+bepalen,?\s+dat\s+")
_WERKING_TREEDT: Final = _p(r"in\s*werking\s+(?:treedt|treden)")
_SLOT: Final = _p(r"\s*[.;:,]?\s*$")


@dataclass(slots=True)
class _Stand:
    """A sentence being read."""

    cursor: Cursor
    onderdeel: str | None
    uit: list[Clausule | TrekIn] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    basis: int = 0

    def merk(self, code: codes.Code, tekst: str, treffer: re.Match[str]) -> None:
        """Remember a finding about a match."""
        plek = Plek(1, self.basis + treffer.start() + 1, max(treffer.end() - treffer.start(), 1))
        self.meldingen.append(code.melding(tekst, plek))


def ontleed_clausule(zin: str, onderdeel: str | None = None, *, overgang: bool = False) -> Uitkomst | None:
    """The closing clauses in ``zin``, or None when it is not (only) that.

    A sentence that is nothing but a transitional rule counts only with ``overgang``: those are recognised by a few
    words, so they come after everything else has been tried.
    """
    if not _SIGNAAL.search(zin) or len(zin) > 3000:
        return None
    zin = re.sub(r"[*\xa0]", " ", zin)
    uit: list[Clausule | TrekIn] = []
    meldingen: list[Melding] = []
    plek = 0
    for deel in _ZINSGRENS.split(zin):
        begin = zin.index(deel, plek)
        plek = begin + len(deel)
        stand = _Stand(Cursor(deel), onderdeel, basis=begin)
        stand.cursor.neem(_NUMMER)
        if not re.sub(r"^\s*\d{1,2}\s*\.?", "", deel).strip(" .;"):
            continue
        if not _zin(stand, uit):
            return _onmogelijke_dag(zin)
        _lidwoord(stand)
        stand.uit = [_elders(stand, deel) for deel in stand.uit]
        uit.extend(replace(c, onderdeel=onderdeel, spanne=(begin, plek)) for c in stand.uit)
        meldingen.extend(stand.meldingen)
    zeker = any(not isinstance(deel, Overgang) for deel in uit)
    return (tuple(uit), tuple(meldingen)) if uit and (zeker or overgang) else None


def _onmogelijke_dag(zin: str) -> Uitkomst | None:
    """ "31 februari 2026" in a clause about commencement: a finding that says so, instead of "not understood"."""
    kaal = _AANHALING.sub(lambda treffer: " " * len(treffer[0]), zin)
    if not _WERKING_WOORD.search(kaal):
        return None
    for treffer in _p(DATUM).finditer(kaal):
        if datum(treffer) is None:
            plek = Plek(1, treffer.start() + 1, treffer.end() - treffer.start())
            return (), (codes.DAG_BESTAAT_NIET.melding(f"De dag “{treffer[0]}” bestaat niet.", plek),)
    return None


def _elders(stand: _Stand, deel: Clausule | TrekIn) -> Clausule | TrekIn:
    """A day that the decision names in another place is not "to be decided": a person must fill it in."""
    moment = deel.vanaf if isinstance(deel, Inwerkingtreding) else deel.per if isinstance(deel, Verval) else None
    if not isinstance(moment, NaderTeBepalen) or not (treffer := VERWIJST.fullmatch(moment.door or "")):
        return deel
    plek = VERWIJST.search(stand.cursor.tekst) or treffer
    stand.merk(codes.ELDERS_GENOEMD, f"De datum staat elders in het besluit: “{treffer[0]}”.", plek)
    if isinstance(deel, Inwerkingtreding):
        return replace(deel, vanaf=None)
    return replace(deel, per=None) if isinstance(deel, Verval) else deel


def _lidwoord(stand: _Stand) -> None:
    """ "op de 1 januari 2015" is read as that day, with a warning."""
    if treffer := _LIDWOORD.search(stand.cursor.tekst):
        stand.merk(codes.SCHRIJFWIJZE, f"“{treffer[0]}” is gelezen zonder het lidwoord.", treffer)


def _zin(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """One sentence to the last word; ``eerder`` holds what the sentences before it said."""
    for lees in _LEZERS:
        begin = stand.cursor.i
        aantal = len(stand.uit)
        oud = list(eerder)
        if lees(stand, eerder) and stand.cursor.neem(_SLOT):
            return True
        stand.cursor.i = begin
        del stand.uit[aantal:]
        eerder[:] = oud
        stand.meldingen.clear()
    return False


# --- subject and predicates -------------------------------------------------------------------------------------


def _onderwerp(stand: _Stand) -> tuple[Plaats, ...] | None:
    """What the clause speaks of: () for the whole decision, else its parts; None when it is neither."""
    werkwoord = re.compile(
        r"(?P<wat>.+?),?\s+(?=(?:treedt|treden|werkt|werken|vervalt|vervallen|terug\s?werk)\w*\b)", re.I | re.S
    )
    if stand.cursor.neem(_GEHEEL):
        stand.cursor.neem(_BIJZIN)
        return ()
    begin = stand.cursor.i
    treffer = stand.cursor.neem(werkwoord)
    plaatsen = lees_plaatsen(treffer["wat"]) if treffer else None
    if not plaatsen:
        stand.cursor.i = begin
        return None
    return plaatsen


def _gewoon(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    if afwijking := stand.cursor.neem(_p(r"in\s+afwijking\s+van\s+(?:het\s+\w+\s+lid|artikel\s+\w+),?\s*")):
        del afwijking
        return _omgekeerd(stand)
    delen = _onderwerp(stand)
    if delen is None:
        return _omgekeerd(stand)
    return _predicaten(stand, delen)


def _omgekeerd(stand: _Stand) -> bool:
    """ "treedt artikel 3 in werking met ingang van …" after an opening phrase."""
    treffer = stand.cursor.neem(_p(r"(?:treedt|treden)\s+(?P<wat>.+?),?\s+in\s*werking"))
    plaatsen = lees_plaatsen(treffer["wat"]) if treffer else None
    if not plaatsen:
        return False
    gevonden = lees_moment(stand.cursor)
    if gevonden is None:
        return False
    stand.uit.append(Inwerkingtreding(vanaf=gevonden[0], delen=plaatsen))
    while _bijstelling(stand):
        pass
    return True


def _predicaten(stand: _Stand, delen: tuple[Plaats, ...]) -> bool:
    gelezen = 0
    while True:
        if not any(lees(stand, delen) for lees in (_treedt, _werkt, _vervalt, _aangehaald)):
            break
        gelezen += 1
        while _bijstelling(stand):
            pass
        while _ook(stand, delen):
            pass
        begin = stand.cursor.i
        if not stand.cursor.neem(_EN):
            break
        if stand.cursor.rest.lower().startswith(("wordt afgekondigd", "wordt bekendgemaakt", "is ")):
            stand.cursor.i = begin
            _bijstelling(stand)
            break
    while gelezen and _bijstelling(stand):
        pass
    return gelezen > 0


def _ook(stand: _Stand, delen: tuple[Plaats, ...]) -> bool:
    """ "… en onderdeel B op 1 maart 2026": another part of the same article with its own day."""
    begin = stand.cursor.i
    treffer = stand.cursor.neem(_OOK) if delen and isinstance(stand.uit[-1], Inwerkingtreding) else None
    plaatsen = lees_plaatsen(treffer["wat"]) if treffer else None
    gevonden = lees_moment(stand.cursor) if plaatsen else None
    if not plaatsen or gevonden is None:
        stand.cursor.i = begin
        return False
    naast = tuple(binnen_plaats(plaats, delen[0]) for plaats in plaatsen)
    stand.uit.append(Inwerkingtreding(vanaf=gevonden[0], delen=naast))
    return True


def _treedt(stand: _Stand, delen: tuple[Plaats, ...]) -> bool:
    treffer = stand.cursor.neem(_WERKING)
    if not treffer:
        return False
    if treffer["kort"] and "inwerking" in treffer["kort"].lower():
        stand.merk(codes.SCHRIJFWIJZE, "“inwerking” is gelezen als “in werking”.", treffer)
    behalve = () if treffer["kort"] else _uitzondering(stand)
    stand.cursor.neem(_p(r","))
    gevonden = lees_moment(stand.cursor)
    if not treffer["kort"] and not stand.cursor.neem(_INWERKING):
        return False
    gevonden = gevonden or lees_moment(stand.cursor)
    if treffer["retro"]:
        return (
            gevonden is not None
            and isinstance(gevonden[0], OpDatum)
            and _retro_werking(stand, gevonden[0], delen, treffer)
        )
    if gevonden is None:
        return False
    moment, te_vroeg = gevonden
    if te_vroeg:
        stand.merk(
            codes.PER_DIRECT,
            "Inwerkingtreding ligt na de bekendmaking (aanwijzing 4.16); voorstel: de dag erna.",
            treffer,
        )
    stand.uit.append(Inwerkingtreding(vanaf=moment, delen=delen, behalve=behalve))
    return True


def _retro_werking(stand: _Stand, moment: OpDatum, delen: tuple[Plaats, ...], treffer: re.Match[str]) -> bool:
    """ "treedt met terugwerkende kracht in werking per …": valid from that day, in force after publication."""
    stand.merk(
        codes.UITGESLOTEN,
        "Inwerkingtreding in het verleden kan niet (aanwijzing 5.63); gelezen als terugwerkende kracht.",
        treffer,
    )
    stand.uit.append(Inwerkingtreding(vanaf=None, terugwerkend=moment.datum, delen=delen))
    return True


def _werkt(stand: _Stand, delen: tuple[Plaats, ...]) -> bool:
    if treffer := stand.cursor.neem(_TERUGWERKEN):
        dag = datum(treffer)
        if dag:
            _terug(stand, dag, delen, (), treffer)
        return dag is not None
    werkwoord = stand.cursor.neem(_TERUG)
    if not werkwoord:
        return False
    behalve = _uitzondering(stand)
    eigen = stand.cursor.neem(_WAT_BETREFT) or stand.cursor.neem(_WAT)
    if eigen:
        delen = lees_plaatsen(eigen["wat"] or eigen["ander"]) or ()
        if not delen:
            return False
    behalve = behalve or _uitzondering(stand)
    if treffer := stand.cursor.neem(_TERUG_DAGTEKENING):
        stand.merk(
            codes.DAGTEKENING, "De eerste dag van de terugwerkende kracht is de dagtekening; vul die in.", treffer
        )
        return any(isinstance(clausule, Inwerkingtreding) for clausule in stand.uit)
    treffer = stand.cursor.neem(_TERUG_TOT)
    dag = datum(treffer) if treffer else None
    if treffer is None or dag is None:
        return False
    behalve = behalve or _uitzondering(stand)
    _terug(stand, dag, delen, behalve, treffer)
    return True


def _terug(
    stand: _Stand, dag: date, delen: tuple[Plaats, ...], behalve: tuple[Plaats, ...], treffer: re.Match[str]
) -> None:
    tot = not (treffer["mee"] or "").strip().lower().endswith("met") and not (
        treffer["mee"] or ""
    ).strip().lower().startswith(("per", "vanaf", "op"))
    if tot:
        stand.merk(
            codes.TERUG_TOT, "“Terug tot” zonder “en met” is gelezen als tot en met die dag (aanwijzing 5.63).", treffer
        )
    laatste = stand.uit[-1] if stand.uit else None
    if (
        isinstance(laatste, Inwerkingtreding)
        and laatste.delen == delen
        and not behalve
        and laatste.terugwerkend is None
    ):
        stand.uit[-1] = replace(laatste, terugwerkend=dag, terugwerkend_tot=tot)
        return
    stand.uit.append(Inwerkingtreding(terugwerkend=dag, terugwerkend_tot=tot, delen=delen, behalve=behalve))


def _uitzondering(stand: _Stand) -> tuple[Plaats, ...]:
    begin = stand.cursor.i
    treffer = stand.cursor.neem(_UITZONDERING)
    wat, zover, _ = (
        re.split(r"(,?\s+voor\s?zover\b)", treffer["wat"] + " voor zover", maxsplit=1) if treffer else ("", "", "")
    )
    plaatsen = lees_plaatsen(wat) if treffer else None
    if treffer is None or not plaatsen:
        stand.cursor.i = begin
        return ()
    if len(wat) < len(treffer["wat"]) and zover:
        stand.merk(codes.BEPERKT, "De uitzondering geldt maar voor een deel van het genoemde onderdeel.", treffer)
    return plaatsen


def _vervalt(stand: _Stand, delen: tuple[Plaats, ...]) -> bool:
    werkwoord = stand.cursor.neem(_VERVALT)
    if not werkwoord:
        return False
    voor = stand.cursor.i
    hoe = stand.cursor.neem(_OP)
    stand.cursor.i = voor
    if hoe and hoe["hoe"] and hoe["hoe"].lower() == "na":
        stand.cursor.neem(_p(r"na\s+"))
    gevonden = lees_moment(stand.cursor)
    if gevonden is None:
        return False
    if hoe and (hoe["hoe"] or "").lower() in {"op", "na"}:
        stand.merk(codes.SLOT_OF_ZIN, f"“vervalt {hoe['hoe']}” laat open of die dag zelf nog meetelt.", werkwoord)
    if any(isinstance(c, Inwerkingtreding) for c in stand.uit):
        stand.merk(
            codes.VERVAL_ZELF,
            "Het verval van een wijzigingsbesluit herstelt de oude tekst niet (aanwijzing 6.26).",
            werkwoord,
        )
    wat = ", ".join(map(str, delen)) if delen else "besluit"
    stand.uit.append(Verval(wat=wat, per=gevonden[0]))
    return True


def _aangehaald(stand: _Stand, delen: tuple[Plaats, ...]) -> bool:
    if delen or not stand.cursor.neem(_AANGEHAALD):
        return False
    plek = len(stand.cursor.tekst) - len(stand.cursor.tekst[stand.cursor.i :].lstrip())
    citaat = lees_citaat(stand.cursor.tekst, plek) if plek < len(stand.cursor.tekst) else None
    if citaat:
        stand.cursor.i = citaat.eind
        titel = citaat.tekst
    else:
        treffer = stand.cursor.neem(_p(r"(?P<titel>.+?)(?=\s+en\s+(?:treedt|werkt)|\s*[.;]?\s*$)"))
        titel = treffer["titel"] if treffer else ""
    if not titel:
        return False
    stand.uit.append(Citeertitel(titel=titel.rstrip(".")))
    return True


# --- additions --------------------------------------------------------------------------------------------------


def _bijstelling(stand: _Stand) -> bool:
    """One addition to a predicate: retroactive effect, exception, proviso, place."""
    if treffer := stand.cursor.neem(_KRACHT):
        dag = datum(treffer)
        laatste = stand.uit[-1]
        if dag is None or not isinstance(laatste, Inwerkingtreding):
            return False
        _terug(stand, dag, laatste.delen, (), treffer)
        return True
    if behalve := _uitzondering(stand):
        return _behalve(stand, behalve)
    if treffer := stand.cursor.neem(_VERSTANDE):
        return _verstande(stand, treffer)
    return stand.cursor.neem(_STAART) is not None


def _behalve(stand: _Stand, behalve: tuple[Plaats, ...]) -> bool:
    laatste = stand.uit[-1]
    if not isinstance(laatste, Inwerkingtreding):
        return False
    stand.uit[-1] = replace(laatste, behalve=(*laatste.behalve, *behalve))
    if stand.cursor.neem(_DIE):
        gevonden = lees_moment(stand.cursor)
        if gevonden is None:
            return False
        stand.uit.append(Inwerkingtreding(vanaf=gevonden[0], delen=behalve))
    elif treffer := stand.cursor.neem(_DIE_TERUG):
        dag = datum(treffer)
        if dag is None:
            return False
        stand.uit.append(Inwerkingtreding(vanaf=laatste.vanaf, delen=behalve))
        _terug(stand, dag, behalve, (), treffer)
    return True


def _verstande(stand: _Stand, treffer: re.Match[str]) -> bool:
    tekst = treffer["tekst"].strip()
    binnen = re.fullmatch(
        rf"(?P<wat>.+?)\s+(?:terugwerkt|terugwerken|terug\s+werkt)\s+tot(?P<mee>\s+en\s+met)?\s+{DATUM}",
        tekst,
        re.I | re.S,
    )
    delen = lees_plaatsen(binnen["wat"]) if binnen else None
    dag = datum(binnen) if binnen else None
    if binnen and delen and dag:
        stand.uit.append(Inwerkingtreding(terugwerkend=dag, terugwerkend_tot=not binnen["mee"], delen=delen))
        if not binnen["mee"]:
            stand.merk(
                codes.TERUG_TOT,
                "“Terug tot” zonder “en met” is gelezen als tot en met die dag (aanwijzing 5.63).",
                treffer,
            )
        return True
    if tekst:
        stand.uit.append(Overgang(tekst=tekst))
    return True


# --- other sentences --------------------------------------------------------------------------------------------


def _voorwaarde(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """ "Indien het Staatsblad … wordt uitgegeven na 31 december 1996, treedt het in werking met ingang van …"."""
    treffer = stand.cursor.neem(_INDIEN)
    grens = datum(treffer) if treffer else None
    if treffer is None or grens is None:
        return False
    if not _predicaten(stand, ()):
        begin = stand.cursor.i
        delen = _onderwerp(stand) or ()
        if stand.cursor.i == begin or not _predicaten(stand, delen):
            return False
    nieuw = stand.uit[0] if stand.uit else None
    if not isinstance(nieuw, Inwerkingtreding) or not isinstance(
        nieuw.vanaf, NaBekendmaking | MaandNaBekendmaking | OpDatum
    ):
        return False
    if treffer["na"].lower() != "na":
        grens = date.fromordinal(grens.toordinal() - 1)
    vorige = eerder[-1] if eerder else None
    gevallen: tuple[Geval, ...] = (Geval(None, nieuw.vanaf),)
    if isinstance(vorige, Inwerkingtreding) and isinstance(vorige.vanaf, OpDatum | NaBekendmaking):
        gevallen = (Geval(grens, vorige.vanaf), *gevallen)
        eerder.pop()
        stand.uit[0] = replace(
            nieuw, vanaf=Voorwaardelijk(gevallen), delen=vorige.delen, behalve=(*vorige.behalve, *nieuw.behalve)
        )
    else:
        stand.uit[0] = replace(nieuw, vanaf=Voorwaardelijk(gevallen))
    return True


def _intrekking(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """ "De X wordt ingetrokken met ingang van de datum van inwerkingtreding van deze regeling"."""
    treffer = stand.cursor.neem(_INTREKKING)
    if not treffer or re.match(r"(?:de|het)\s+(?:artikel|\w+e\s+lid|onderdeel)", treffer["naam"], re.I):
        return False
    naam = re.sub(r"^(?:de|het)\s+", "", treffer["naam"], flags=re.I)
    kracht = stand.cursor.neem(_KRACHT)
    if not (treffer["mee"] or kracht):
        return False
    dag = datum(kracht) if kracht else None
    tot = kracht is not None and kracht["mee"].lower() == "tot"
    stand.uit.append(TrekIn(regeling=naam, terugwerkend=dag.isoformat() if dag else None, terugwerkend_tot=tot))
    if tot and kracht:
        stand.merk(codes.TERUG_TOT, "“Terug tot” zonder “en met” (aanwijzing 5.63).", kracht)
    return True


def _verval_van(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """ "Het Besluit X vervalt met ingang van …", "De X wordt ingetrokken met ingang van …": an end with a date."""
    treffer = stand.cursor.neem(
        _p(
            r"(?:de|het)\s+(?P<naam>.+?)\s+(?:vervalt|zal\s+vervallen|wordt\s+ingetrokken|komt\s+te\s+vervallen)(?=\s+(?:met|per|op))"
        )
    )
    if not treffer or not HOOFD.search(treffer["naam"]) or not treffer["naam"][:1].isupper():
        return False
    gevonden = lees_moment(stand.cursor)
    if gevonden is None or not isinstance(gevonden[0], OpDatum):
        return False
    stand.uit.append(TrekIn(regeling=treffer["naam"].strip(" ,"), ingang=gevonden[0].datum.isoformat()))
    while _bijstelling(stand):
        pass
    return True


def _geacht(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    delen = _onderwerp_geacht(stand)
    treffer = stand.cursor.neem(_GEACHT) if delen is not None else None
    gevonden = lees_moment(stand.cursor) if treffer else None
    if treffer is None or gevonden is None or not isinstance(gevonden[0], OpDatum):
        return False
    stand.merk(codes.GEACHT, "“Wordt geacht in werking te zijn getreden” is uitgesloten (aanwijzing 5.63).", treffer)
    stand.uit.append(Inwerkingtreding(terugwerkend=gevonden[0].datum, delen=delen or ()))
    return True


def _onderwerp_geacht(stand: _Stand) -> tuple[Plaats, ...] | None:
    return () if stand.cursor.neem(_GEHEEL) else None


def _bepalen(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """ "te bepalen dat … met terugwerkende kracht in werking treden op 1 september 2014"."""
    treffer = stand.cursor.neem(_BEPALEN)
    dag = datum(treffer) if treffer else None
    if treffer is None or dag is None:
        return False
    stand.merk(
        codes.UITGESLOTEN,
        "Inwerkingtreding in het verleden kan niet (aanwijzing 5.63); gelezen als terugwerkende kracht.",
        treffer,
    )
    stand.uit.append(Inwerkingtreding(terugwerkend=dag))
    return True


def _bepalen_dat(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """ "te bepalen dat dit besluit in werking treedt op 1 mei 2026"."""
    if not stand.cursor.neem(_BEPALEN_DAT) or not stand.cursor.neem(_GEHEEL):
        return False
    gevonden = lees_moment(stand.cursor) if stand.cursor.neem(_WERKING_TREEDT) else None
    if gevonden is None:
        return False
    stand.uit.append(Inwerkingtreding(vanaf=gevonden[0]))
    return True


def _overgang(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """A transitional or applicability rule: kept as a note."""
    if len(stand.cursor.tekst) > MAX_OVERGANG or re.search(
        r"in\s*werking\s+(?:treed|tred)|(?:treedt|treden)\s+in\s*werking|werkt\s[^.]*terug|vervangen|luiden?\b|toegevoegd|ingevoegd|geschrapt|vernummerd|gelezen|gewijzigd|:\s",
        stand.cursor.tekst,
        re.I,
    ):
        return False
    treffer = stand.cursor.neem(_OVERGANG)
    if not treffer:
        return False
    stand.uit.append(Overgang(tekst=treffer[0].strip()))
    return True


def _publicatie(stand: _Stand, eerder: list[Clausule | TrekIn]) -> bool:
    """ "Dit besluit zal in de Staatscourant worden geplaatst": no legal effect on the text."""
    return bool(eerder) and stand.cursor.neem(_PUBLICATIE) is not None


_LEZERS: Final = (
    *(_voorwaarde, _gewoon, _intrekking, _verval_van, _geacht),
    *(_bepalen, _bepalen_dat, _overgang, _publicatie),
)
