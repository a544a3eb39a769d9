"""What a clause may hold beside its subject, in any order: verb, moment, retroactive effect, exceptions, provisos."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from amend.model.clausules import (
    Geval,
    MaandNaBekendmaking,
    Met,
    NaBekendmaking,
    NaderTeBepalen,
    OpDatum,
    Overgang,
    Voorwaardelijk,
)
from amend.model.operations import TrekIn
from amend.parse import codes
from amend.parse.bekendmaking import EINDE, GROEP, UITGIFTE
from amend.parse.momenten import DAG, datum, lees_moment
from amend.parse.slot.onderwerp import lees_delen, lees_onderwerp
from amend.parse.slot.stand import Deelzin, Onderwerp, Stand, Terug, p
from amend.parse.slot.werkwoord import werkwoord
from amend.parse.toestand import binnen_plaats

Lees = Callable[[Stand, Deelzin], bool]

_TERUG: Final = p(
    rf"(?:(?:en\s+)?(?:dit\s+)?(?:met\s+)?(?:een\s+)?terugwerkende\s+kracht\s+(?P<kracht>tot\s+en\s+met|tot\s+aan|tot|per|vanaf|met\s+ingang\s+van|op|van)|"
    rf"terug\s+(?P<mee>tot\s+en\s+met|tot\s+aan|tot))\s+{DAG}"
)
_TOT: Final = p(rf"(?P<mee>tot\s+en\s+met|tot)\s+{DAG}")
_TERUG_DAGTEKENING: Final = p(
    r"terug\s+tot(?:\s+en\s+met)?\s+(?:(?:de|het)\s+)?(?:(?:dag|datum|moment)\s+van\s+)?(?:de\s+)?"
    r"(?:(?:dagtekening|vaststelling|ondertekening)\s+van\s+(?:dit|het|deze|de)\s+[\w\-]+|"
    r"(?:tijdstip|dag|datum|moment)\s+waarop\s[^;]*?(?=\s*(?:\.(?:\s|$)|;|$)))"
)
_MET_KRACHT: Final = p(r"(?:en\s+)?met\s+terugwerkende\s+kracht(?=\s+(?:in\s*werking|vanaf|per|op|met))")
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
_BETREFT: Final = p(r",?\s*betreft\s*,?")
_ZOVER: Final = p(
    rf"voor\s?zover\s[^.;]*?(?=,?\s+(?:treedt|treden|terug\s|terug\s?werk|in\s*werking|op\s|met\s+ingang))|"
    rf"voor\s?zover\s[^.;]*?{EINDE}"
)
_PERIODE: Final = p(
    rf"(?:voor\s+(?:de\s+periode|het\s+tijdvak)\s+(?:van(?:af)?\s+)?|van(?:af)?\s+){DAG.replace('?P<', '?P<van_')}"
    r"\s+(?P<mee>tot\s+en\s+met|tot|t/m)\s+" + DAG.replace("?P<", "?P<tot_")
)
_INTREKKING: Final = p(
    rf"(?:en\s+)?onder\s+(?:gelijktijdige\s+)?intrekking\s+van\s+(?:de|het)\s+(?P<naam>[^;]+?)(?:,?\s+vastgesteld\s+[^;.]*?)?{EINDE}"
)
_BLAD_NA: Final = rf"(?:[^.;]*?(?:{GROEP}|uitgegeven|bekendmaking|publicatie|plaatsing|uitgifte)[^.;]*?)"
_OF_LATER: Final = p(
    r"(?:of|dan\s+wel|dan)?\s*,?\s*(?:indien|als|wanneer|zo)\s+(?:[^.;,]*?)"
    r"(?:bekendmaking|publicatie|plaatsing|uitgifte|uitgegeven|geplaatst|bekendgemaakt|gepubliceerd)"
    rf"[^.;,]*?(?:later|na\s+(?:die|deze)\s+(?:datum|dag)|na\s+{DAG}|nadien)"
    rf"(?:\s+(?:dan\s+die\s+datum\s+)?(?:plaatsvindt|geschiedt|plaats\s+vindt|valt|ligt|is|{GROEP}))?\s*,\s*"
    r"(?=(?:op|met\s+ingang|de)\s)"
)
_TENZIJ: Final = p(
    rf"tenzij\s{_BLAD_NA}(?P<of>op\s+of\s+na|na|later\s+dan)\s+{DAG}[^.;,]*?,\s*in\s+(?:welk|dat)\s+geval\s+"
)
_DAGTEKENING_NA: Final = p(
    rf"indien\s+(?:de\s+dagtekening|de\s+datum|de\s+bekendmaking|het|de)\s[^.;]*?\s(?:na)\s+{DAG}"
    rf"(?:\s+(?:{GROEP}|is\s+gelegen|ligt|plaatsvindt))?(?=\s*,)"
)
_RESPECTIEVELIJK: Final = p(
    rf"(?:,\s*)?(?:respectievelijk|onderscheidenlijk|resp\.)\s+(?:op\s+|met\s+ingang\s+van\s+|tot(?:\s+en\s+met)?\s+)?{DAG}"
)
_NIET_EERDER: Final = p(
    rf"(?:(?:maar|doch|en|echter)\s+)?(?:niet\s+eerder\s+dan|op\s+zijn\s+vroegst|op\s+z'n\s+vroegst)\s+"
    rf"(?:op\s+|met\s+ingang\s+van\s+)?{DAG}"
)
_TEGELIJK: Final = p(rf"(?:gelijktijdig|tegelijk|tegelijkertijd)\s+in\s*werking\s+met\s+(?P<besluit>[^;]+?){EINDE}")
_TERMIJN_LATER: Final = p(
    rf"of\s+zo\s?veel\s+(?:eerder|later)\s+als\s+(?:de\s+termijn\s+van\s+)?(?P<n>\w+)\s+(?P<eenheid>dagen|weken)\s+na\s+"
    rf"{UITGIFTE.replace(EINDE, '')}[^.;]*?\s(?:is|zijn)\s+verstreken"
)
_STAART: Final = p(
    r"(?:en\s+)?(?:wordt|zal)\s+(?:worden\s+)?(?:afgekondigd|bekend\s?gemaakt|gepubliceerd|geplaatst)(?:\s+worden)?\s+in\s[^.,;]+?(?=\s+en\s+(?:treedt|werkt)|\s*[.,;]|\s*$)(?:\s+en(?=\s+(?:treedt|werkt)))?|"
    r"(?:en\s+)?(?:wordt|zal)\s+in\s+(?:de|het)\s[^.,;]*?\s(?:worden\s+)?(?:geplaatst|bekend\s?gemaakt|gepubliceerd)|"
    r"ten\s+behoeve\s+van\s[^.,;]+?(?=\s+en\s|[.;]|$)|aan(?=\s+(?:dit|deze)\s)|"
    r"in\s+(?:de\s+openbare\s+lichamen\s+)?Bonaire,\s+Sint\s+Eustatius\s+en\s+Saba|"
    r"nadat\s[^.;]+?(?:,?(?=\s+en\s+werk)|(?=\.\s*$|\s*$))|die\s+zal\s+worden\s+gepubliceerd\s+in\s[^,]*,|"
    r"in\s+afwijking\s+van\s+(?:het\s+\w+\s+lid|artikel\s+[^,;.]+|lid\s+\d+)|tevens|overigens|voor\s+het\s+overige|:(?=\s+(?:de|het)\s)|dan(?=\s)|evenwel|echter|eerst|pas|ook|aldus|"
    r"(?:om\s+)?\d{1,2}[.:]\d{2}\s+uur"
)
_NOOT: Final = p(
    r"(?:heeft|hebben)\s+betrekking\s+op\s[^.;]*?(?=\s+en\s+(?:treedt|treden|vervalt|vervallen)\b)|"
    r"(?:(?:en|dan\s+wel)\s+)?(?:is|zijn)\s+(?:(?:zij|het|deze)\s+)?"
    r"(?:(?:met\s+ingang\s+van|vanaf|op|per)\s+(?:die|deze|dezelfde)\s+(?:dag|datum)\s+)?"
    r"(?:voor\s+het\s+eerst\s+|mede\s+|eerst\s+|uitsluitend\s+)?van\s+toepassing\s+(?:op|voor|met)\s[^.;]+|"
    r"(?:(?:en|dan\s+wel)\s+)?(?:(?:vindt|vinden)\s+(?:zij\s+)?)?voor\s+het\s+eerst\s+toepassing(?:\s+(?:vindt|vinden))?\s[^.;]*|"
    r"(?:(?:maar|doch)\s+)?(?:(?:zij|het|deze)\s+)?(?:blijft|blijven)\s(?!van\s+kracht\s+tot\b)[^.;]*?\bvan\s+(?:toepassing|kracht)[^.;]*"
)
_VOORWAARDE: Final = p(r"onder\s+voorbehoud\s+van\s[^.;,]*|(?:tenzij|mits)\s[^.;]*?(?=\s*[.;]|\s*$)")
_GEEN_GEVOLG: Final = p(r"van\s+rechtswege|voor\s?zover\s+(?:nodig|vereist|van\s+toepassing)")
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


def moment(stand: Stand, deel: Deelzin) -> bool:
    """When: at most one moment per clause; "vervalt op" and "vervalt na" remember how it was said."""
    if deel.moment is not None:
        return _respectievelijk(stand, deel)
    begin = stand.cursor.i
    if deel.soort == "verval" and (laatste := stand.cursor.neem(_TOT)):
        dag = datum(laatste)
        deel.moment = OpDatum(dag + timedelta(days=int("met" in laatste["mee"]))) if dag else None
        return dag is not None
    na = deel.soort == "verval" and stand.cursor.neem(p(rf"na\s+(?={DAG})"))
    gevonden = lees_moment(stand.cursor)
    if gevonden is None:
        stand.cursor.i = begin
        return False
    deel.moment, deel.te_vroeg = gevonden
    if isinstance(deel.moment, OpDatum):
        kop = re.match(r"\s*(\w+)", stand.cursor.tekst[begin:])
        deel.hoe = "na" if na else kop[1].lower() if kop else ""
    return True


def _respectievelijk(stand: Stand, deel: Deelzin) -> bool:
    """ "… op 1 januari 2024 respectievelijk 1 juli 2024": a day for each part named."""
    treffer = stand.cursor.neem(_RESPECTIEVELIJK)
    dag = datum(treffer) if treffer else None
    if dag is None:
        return False
    deel.verder = (*deel.verder, dag)
    return True


def terug(stand: Stand, deel: Deelzin) -> bool:
    """ "terug tot en met …", "met terugwerkende kracht tot …"."""
    if deel.terug is not None:
        return _respectievelijk(stand, deel)
    treffer = stand.cursor.neem(_TERUG)
    if treffer is None and (deel.soort or deel.erft) == "terug":
        treffer = stand.cursor.neem(_TOT)
    if treffer is None:
        return _terug_bijzonder(stand, deel)
    dag = datum(treffer)
    if dag is None:
        return False
    groepen = treffer.groupdict()
    hoe = re.sub(r"\s+", " ", (groepen.get("kracht") or groepen.get("mee") or "").lower())
    deel.terug = Terug(dag, hoe in ("tot", "tot aan"), treffer.span(), stand.grens)
    return True


def _terug_bijzonder(stand: Stand, deel: Deelzin) -> bool:
    if treffer := stand.cursor.neem(_TERUG_DAGTEKENING):
        tekst = f"De eerste dag van de terugwerkende kracht is geen datum (“{treffer[0]}”); vul die in."
        stand.merk(codes.DAGTEKENING, tekst, treffer.span())
        deel.hoe = "dagtekening"
        return deel.soort == "terug"
    if stand.cursor.neem(_MET_KRACHT):
        deel.kracht = True
        return True
    return False


def uitzondering(stand: Stand, deel: Deelzin) -> bool:
    """ "met uitzondering van X[, dat in werking treedt …]": X waits for its own clause."""
    begin = stand.cursor.i
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
    else:
        deel.behalve = (*deel.behalve, *plaatsen)
    return _relatief(stand, deel, replace(onderwerp, delen=plaatsen))


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


def _relatief(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    begin = stand.cursor.i
    if treffer := stand.cursor.neem(_WAARVAN):
        deel.na.append(Deelzin(onderwerp, "werking", partikel=True, moment=NaderTeBepalen(treffer["door"])))
        return True
    if not stand.cursor.neem(_RELATIEF):
        return True
    bij = lees_deelzin(stand, onderwerp, deel)
    if bij is None:
        stand.cursor.i = begin
        return False
    deel.na.append(bij)
    return _nog_een_uitzondering(stand, deel)


def _nog_een_uitzondering(stand: Stand, deel: Deelzin) -> bool:
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
    return _relatief(stand, deel, replace(onderwerp, delen=delen))


def voorbehoud(stand: Stand, deel: Deelzin) -> bool:
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


def periode(stand: Stand, deel: Deelzin) -> bool:
    """ "geldt voor de periode van … tot en met …": a first day and an end."""
    if deel.soort != "werking" or not (treffer := stand.cursor.neem(_PERIODE)):
        return False
    van, tot = (_dag(treffer, naam) for naam in ("van_", "tot_"))
    if van is None or tot is None:
        return False
    deel.moment = OpDatum(van)
    deel.einde = tot + timedelta(days=1) if treffer["mee"].lower() != "tot" else tot
    return True


def _dag(treffer: re.Match[str], voor: str) -> date | None:
    kaal = {naam[len(voor) :]: waarde for naam, waarde in treffer.groupdict().items() if naam.startswith(voor)}
    tekst = (
        f"{kaal['dag']} {kaal['maand']} {kaal['jaar']}"
        if kaal["dag"]
        else f"{kaal['dag_nr']}-{kaal['maand_nr']}-{kaal['jaar_nr']}"
    )
    gevonden = re.fullmatch(DAG, tekst, re.I)
    return datum(gevonden) if gevonden else None


def of_later(stand: Stand, deel: Deelzin) -> bool:
    """ "… of, indien de bekendmaking later plaatsvindt, op …", "tenzij … na …, in welk geval …"."""
    if not isinstance(deel.moment, OpDatum):
        return False
    begin, dag = stand.cursor.i, deel.moment.datum
    gevonden = None
    if treffer := stand.cursor.neem(_OF_LATER):
        grens = datum(treffer) if treffer["dag"] or treffer["dag_nr"] else dag - timedelta(days=1)
        gevonden = lees_moment(stand.cursor)
        if gevonden and grens and _voorwaardelijk(deel, grens, gevonden[0]):
            return True
    elif treffer := stand.cursor.neem(_TENZIJ):
        grens = datum(treffer)
        if grens and treffer["of"].lower().startswith("op"):
            grens -= timedelta(days=1)
        stand.grens = grens
        bij = lees_deelzin(stand, None, deel)
        if bij is not None and grens and bij.moment and _voorwaardelijk(deel, grens, bij.moment):
            return _tweede_geval(stand, deel, bij)
    elif treffer := stand.cursor.neem(_TERMIJN_LATER):
        return _na_termijn(deel, dag, treffer)
    stand.cursor.i = begin
    return False


def _tweede_geval(stand: Stand, deel: Deelzin, bij: Deelzin) -> bool:
    """The retroactive effect that only the second case has."""
    deel.terug = bij.terug
    begin = stand.cursor.i
    if deel.terug is None and voegwoord(stand):
        verder = lees_deelzin(stand, None, bij)
        if verder is not None and verder.soort == "terug":
            deel.terug = verder.terug
            return True
        stand.cursor.i = begin
    return True


def _na_termijn(deel: Deelzin, dag: date, treffer: re.Match[str]) -> bool:
    from amend.model.numbering import telwoord

    n = telwoord(treffer["n"])
    if n is None:
        return False
    dagen = n * (7 if treffer["eenheid"].lower() == "weken" else 1) + 1
    return _voorwaardelijk(deel, dag - timedelta(days=dagen), NaBekendmaking(dagen))


def _voorwaardelijk(deel: Deelzin, grens: date, anders: object) -> bool:
    mag = OpDatum | NaBekendmaking | MaandNaBekendmaking | Met | NaderTeBepalen
    if not isinstance(anders, mag) or not isinstance(deel.moment, mag):
        return False
    deel.moment = Voorwaardelijk((Geval(grens, deel.moment), Geval(None, anders)))
    return True


def niet_eerder(stand: Stand, deel: Deelzin) -> bool:
    """ "op de dag na bekendmaking, maar niet eerder dan 1 januari 2025": the later of the two."""
    na = deel.moment
    if not isinstance(na, NaBekendmaking) or na.maanden or not (treffer := stand.cursor.neem(_NIET_EERDER)):
        return False
    dag = datum(treffer)
    if dag is None:
        return False
    grens = dag - timedelta(days=na.dagen)
    deel.moment = Voorwaardelijk((Geval(grens, OpDatum(dag)), Geval(None, na)))
    return True


def tegelijk(stand: Stand, deel: Deelzin) -> bool:
    """ "treedt gelijktijdig in werking met de Wet X"."""
    if deel.soort != "werking" or deel.partikel or not (treffer := stand.cursor.neem(_TEGELIJK)):
        return False
    deel.partikel, deel.moment = True, Met(treffer["besluit"])
    return True


def dagtekening_na(stand: Stand, deel: Deelzin) -> bool:
    """ "werkt, indien de dagtekening … na 31 december 2013 is gelegen, terug …": only when published later."""
    if deel.soort != "terug" or not (treffer := stand.cursor.neem(_DAGTEKENING_NA)):
        return False
    stand.grens = datum(treffer)
    return stand.grens is not None


def intrekking(stand: Stand, deel: Deelzin) -> bool:
    """ "onder gelijktijdige intrekking van de Verordening X"; "en is van toepassing op het jaar 2008" (a note)."""
    if treffer := stand.cursor.neem(_VOORWAARDE):
        tekst = f"Of dit doorgaat, hangt van een voorwaarde af: “{treffer[0].strip()}”."
        stand.merk(codes.VOORWAARDE, tekst, treffer.span())
        return True
    if treffer := stand.cursor.neem(_GEEN_GEVOLG):
        tekst = f"“{treffer[0]}” heeft geen gevolg voor de datum."
        stand.merk(codes.UITGESLOTEN, tekst, treffer.span())
        return True
    if treffer := stand.cursor.neem(_NOOT):
        deel.noten.append(Overgang(tekst=treffer[0].strip()))
        stand.cursor.neem(p(r"en\s+(?=vervalt|treedt)"))
        return True
    treffer = stand.cursor.neem(_INTREKKING)
    if treffer is None:
        return False
    deel.noten.append(TrekIn(regeling=treffer["naam"].strip(" ,")))
    return True


def onderwerp(stand: Stand, deel: Deelzin) -> bool:
    """The subject, once."""
    if deel.onderwerp is not None:
        return False
    deel.onderwerp = lees_onderwerp(stand)
    return deel.onderwerp is not None


def staart(stand: Stand, deel: Deelzin) -> bool:
    """Words without effect on a date: where it is published, to what it first applies."""
    return stand.cursor.neem(_STAART) is not None


_DELEN: Final[tuple[Lees, ...]] = (
    *(uitzondering, voorbehoud, of_later, niet_eerder, tegelijk, dagtekening_na, terug, intrekking, betreft),
    *(periode, werkwoord, moment, staart, onderwerp),
)
_VOEGWOORD: Final = p(
    r",?\s*(?:en|alsmede|maar|doch|dan\s+wel)\s+|,\s+(?=(?:werk|treed|tred|verval|heeft|hebben)\w*\b|(?:de\s+|het\s+)?(?:artikel|onderde|bijlage|lid\b|leden\b))"
)


def voegwoord(stand: Stand) -> bool:
    """ "en", or a comma before a verb: another clause follows."""
    return stand.cursor.neem(_VOEGWOORD) is not None


def lees_deelzin(stand: Stand, gegeven: Onderwerp | None, vorige: Deelzin | None) -> Deelzin | None:
    """One clause at the cursor; what it leaves out (verb, subject) it takes from ``vorige``. None when it is none."""
    begin, aantal = stand.cursor.i, len(stand.meldingen)
    deel = Deelzin(onderwerp=gegeven, erft=vorige.soort if vorige else "")
    while _een(stand, deel):
        pass
    if _maak_af(deel, vorige, gegeven, stand.samen):
        return deel
    stand.cursor.i = begin
    del stand.meldingen[aantal:]
    return None


def _een(stand: Stand, deel: Deelzin) -> bool:
    begin = stand.cursor.i
    for lees in _DELEN:
        if lees(stand, deel):
            return True
        stand.cursor.i = begin
    if stand.cursor.neem(p(r",\s*")):
        for lees in _DELEN:
            if lees(stand, deel):
                return True
    stand.cursor.i = begin
    return False


def _maak_af(deel: Deelzin, vorige: Deelzin | None, gegeven: Onderwerp | None, samen: bool) -> bool:
    """Fill in what was left out; False when no clause results."""
    if vorige is not None:
        if not deel.soort and (deel.moment or deel.terug):
            deel.soort = "terug" if deel.moment is None else vorige.soort
            deel.partikel = vorige.partikel
            if deel.onderwerp is not None and vorige.onderwerp is not None and vorige.onderwerp.delen:
                naast = tuple(binnen_plaats(plaats, vorige.onderwerp.delen[-1]) for plaats in deel.onderwerp.delen)
                deel.onderwerp = replace(deel.onderwerp, delen=naast)
        if deel.onderwerp is None or (gegeven is None and _verwijst(deel.onderwerp)):
            deel.onderwerp = vorige.onderwerp
    if deel.soort in ("werking", "intrekking") and not deel.partikel:
        return False
    if deel.soort == "terug":
        return deel.terug is not None or deel.hoe == "dagtekening"
    zonder_dag = deel.soort == "intrekking" and (samen or bool(deel.noten) or deel.hoe == "opsomming")
    return bool(deel.soort) and (deel.moment is not None or deel.terug is not None or zonder_dag)


def _verwijst(onderwerp: Onderwerp) -> bool:
    return not (onderwerp.delen or onderwerp.naam or onderwerp.woord)
