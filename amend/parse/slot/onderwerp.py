"""The subject of a closing clause: the decision, parts of it, or another decision or regulation by name."""

from __future__ import annotations

import re
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.parse import codes
from amend.parse.cursor import Cursor
from amend.parse.fragment import lees_plaatsen
from amend.parse.slot.stand import BEPERKING, Onderwerp, Stand, p
from amend.parse.voorbewerk import HOOFD

_NAAMWOORD: Final = (
    r"(?P<woord>[\w\-]*(?:besluit|besluiten|wet|rijkswet|verordening|regeling|beleidsregels?|beleidslijn|aanwijzing|"
    r"beschikking|reglement|wijziging|wijzigingen|regels|statuut|model|nota|titel|informatiemodel|overeenkomst|"
    r"convenant|mandaat|intrekking|plan|gedragscode|richtlijn|tarieventabel))"
)
_VERDER: Final = (
    r"(?=\s+(?:treedt|treden|werkt|werken|vervalt|vervallen|zal|zullen|komt|komen|gaat|gaan|geldt|gelden|wordt|worden|heeft|hebben|krijgt|"
    r"krijgen|is|zijn|met|op|per|vanaf|terug\s?werk\w*|in\s*werking|voor\s+(?:wat|het|de\s+periode)|wat|ten\s+aanzien|terug|kan|kunnen|en|niet|eerst|tevens|"
    r"ingaat|van\s+kracht|eindigt|eindigen|verliest|verliezen|blijft|blijven)\b|"
    r"\s*[,.;](?!\s*(?:genoemd|bedoeld|opgenomen)\b)|\s*$)"
)
_GEHEEL: Final = p(
    rf"(?:de(?:ze)?|het|alle)\s+(?:artikelen|hoofdstukken|onderdelen|bepalingen|wijzigingen)\s+(?:van|in)\s+(?:deze|dit)\s+(?P<van>[\w\-]+){_VERDER}|"
    r"(?:de|het|dit|deze|onderhavige?|voorliggende?|voornoemde?)\s+(?!artikel|onderde|lid\b|leden|eerste\s+lid|tweede\s+lid|overige)"
    rf"(?:(?!in\s+werking|{BEPERKING})[\w\-]+\s+){{0,3}}?{_NAAMWOORD}(?:\s+tot\s+(?:[\w.]+\s+){{0,2}}(?:wijziging|aanpassing|intrekking|vaststelling)"
    rf"(?:\s+van\s[^,.;]+?)?)?{_VERDER}"
)
_EIGENNAAM: Final = re.compile(
    r"(?:[Dd]e|[Hh]et)\s+(?P<naam>(?!(?:Wijzigings?)?(?:Verordening|Regeling|Besluit|Wet|Beleidsregels?|Reglement|Wijziging(?:en)?|Nota|Aanwijzing|Regels)$)"
    r"(?:[a-z\-]+\s+)?[A-Z].*)$",
    re.S,
)
_VERWIJST: Final = p(r"(?:zij|het|hij|deze|dit)(?=\s|$|,)(?!\s+(?:eerste|artikel|lid|besluit|verordening))")
_OVERIG: Final = p(
    r"(?:(?:de|het|alle)\s+)?overige?(?:\s+(?:artikelen|artikelonderdelen|onderdelen|leden|bepalingen|wijzigingen|delen))?"
    r"(?:\s+(?:van|in)\s+(?:dit|deze|het)\s+[\w\-]+)?(?=\s|$|,)|voor\s+het\s+overige"
)
_NAAM: Final = p(
    r"(?:de|het)\s+(?P<naam>(?-i:(?:[a-z\-]+\s+)?[A-Z])[^;]*?)(?=,?\s+(?:treedt|treden|vervalt|vervallen|werkt|werken|wordt|worden|"
    r"zal|in\s*werking|komt\s+te|met\s+ingang\s+van|met\s+uitzondering|behoudens|ingetrokken|terug\s?werk)\b|\s*\.?\s*$)"
)
_EINDE: Final = re.compile(
    r",?\s+(?:(?:treedt|treden|werkt|werken|vervalt|vervallen|zal|zullen|komt|komen|gaat|gaan|geldt|gelden|wordt|worden|heeft|hebben|krijgt|"
    r"krijgen|terug\s?werk\w*|in\s*werking|met\s|met\s+ingang|op\s|per\s|vanaf\s|die\s|dat\s|welke?\s|waarvan|voor\s+zover|voorzover|terug\s|tot\s+en\s+met\s+\d|"
    r"behoudens|uitgezonderd|pas\s|eerst\s|niet\s|en\s|alsmede\s|betreft|van\s+(?:de|het|dit|deze)\s|in\s+(?:dit|deze)\s|eerst\s|voor\s+het\s))|\s*,\s|\s*(?:\.(?:\s|$)|[;:]|$)",
    re.I,
)
_VOOR: Final = p(
    r"(?:(?:de|het)\s+)?(?:wijziging(?:en)?|bepaling(?:en)?|aanpassing(?:en)?|gestelde|bepaalde|punten?|beslispunten?|wijzigingsonderdelen)?\s*"
    r"(?:(?:in|van|,?\s*genoemd\s+in|genoemd(?=\s+onder)|,?\s*bedoeld\s+in|,?\s*opgenomen\s+in)\s+)?(?=(?:(?:de|het)\s+)?(?:artikel|onder|lid|leden|\w+\s+lid|hoofdst|bijlage|paragra|afdeling|titel|\d|[A-Z]\b))"
)
_VAN_EIGEN: Final = p(r",?\s*(?:van|in|bij)\s+(?:dit|deze)\s+(?:[\w\-]+\s+){0,2}?[\w\-]+(?=[\s,.;]|$)")
_VAN_ANDER: Final = p(
    r",?\s*van\s+(?:de|het)\s+(?P<naam>[^;]+?)(?=,?\s+(?:treedt|treden|werkt|werken|vervalt|vervallen|in\s*werking|terug\s?werk\w*|"
    r"met\s+ingang|met\s+uitzondering|met\s+terugwerkende|en\s+(?:de\s+)?artikel|die\s|dat\s)\b|\s*(?:\.(?:\s|$)|;|$))"
)
_INTREKKING: Final = p(
    r"(?:de\s+)?intrekking(?:,?\s+bedoeld\s+in\s[^,;]+,)?\s+van\s+(?:de|het)\s+(?P<naam>[^;]+?)(?=,?\s+(?:werkt|treedt|heeft|terug\s?werk)\b)"
)
_BINNEN: Final = p(
    r"(?:de|het)\s+(?P<bin>(?:in|onder|bij)\s+[^.;]{1,80}?)\s+(?:vermelde|genoemde|bedoelde|opgenomen)\s+"
    r"(?:(?:beslis)?punt(?:en)?|onderde(?:el|len)|wijziging(?:en)?|bepaling(?:en)?|(?P<deel>artikel(?:en)?\s[^;]*?))(?=,?\s+(?:treedt|treden|werkt|werken|met\s|in\s*werking|"
    r"vervalt|vervallen|terug|op\s|en\s+artikel)|,\s+(?=artikel))"
)
_ZOVER: Final = p(
    r",?\s*(?:en\s+)?(?:voor\s?zover|uitsluitend)\b[^;]*?(?=,?\s+(?:treedt|treden|werkt|werken|vervalt|vervallen|en\s+(?:de\s+)?artikel\w*|"
    r"terug\s?werk\w*|terug\s+tot|in\s*werking|met\s+ingang)\b|\s*(?:\.(?:\s|$)|;|$))"
)
_NIET_EERDER: Final = p(r",?\s*die\s+(?:nog\s+)?niet\s[^;]*?in\s*werking\s+(?:zijn|is)\s+getreden(?=\s*,)")
_BETREFT: Final = p(r",?\s*betreft")


def lees_onderwerp(stand: Stand) -> Onderwerp | None:
    """The subject at the cursor; the cursor stays where it is when there is none."""
    cursor = stand.cursor
    if treffer := cursor.neem(_GEHEEL):
        woord = (treffer["van"] or treffer["woord"]).lower()
        eigen = _EIGENNAAM.match(treffer[0])
        return Onderwerp(naam=eigen["naam"] if eigen else None, woord=woord)
    if cursor.neem(_OVERIG):
        binnen = neem_plaatsen(cursor) if cursor.neem(p(r"van\s+(?=artikel\s)")) else None
        return Onderwerp(binnen or (), woord="rest")
    if treffer := cursor.neem(_INTREKKING):
        return Onderwerp(naam=treffer["naam"].strip(" ,"), woord="intrekking")
    if delen := lees_delen(stand):
        return delen
    begin = cursor.i
    if (treffer := cursor.neem(_NAAM)) and HOOFD.search(treffer["naam"]):
        return Onderwerp(naam=treffer["naam"].strip(" ,"))
    cursor.i = begin
    return Onderwerp() if cursor.neem(_VERWIJST) else None


def lees_delen(stand: Stand) -> Onderwerp | None:
    """Parts named by their place: "artikel I, onderdelen B en C, van dit besluit"."""
    cursor = stand.cursor
    begin = cursor.i
    plaatsen = _binnen(stand)
    if not plaatsen:
        cursor.neem(_VOOR)
        plaatsen = neem_plaatsen(cursor)
    if not plaatsen:
        cursor.i = begin
        return None
    naam = None
    while True:
        if treffer := cursor.neem(_ZOVER) or cursor.neem(_NIET_EERDER):
            stand.merk(codes.BEPERKT, "De bepaling geldt maar voor een deel van het genoemde.", treffer.span())
            cursor.neem(_BETREFT)
        elif cursor.neem(_VAN_EIGEN):
            pass
        elif (treffer := cursor.neem(_VAN_ANDER)) and naam is None:
            naam = treffer["naam"].strip(" ,")
        else:
            verder = _nog_een(stand)
            if verder is None:
                break
            plaatsen = (*plaatsen, *verder)
    return Onderwerp(plaatsen, naam)


def _nog_een(stand: Stand) -> tuple[Plaats, ...] | None:
    """A further place after "en" or a comma, when a verb or the end follows it (otherwise it opens the next clause)."""
    cursor = stand.cursor
    begin = cursor.i
    if cursor.neem(
        p(r"(?:,?\s*(?:en|alsmede|evenals)|,)\s+(?=(?:de\s+)?(?:artikel|onderde|bijlage|hoofdst|in\s+artikel))")
    ):
        plaatsen = neem_plaatsen(cursor) or _binnen(stand)
        if plaatsen and _VOLGT.match(cursor.tekst, cursor.i):
            return plaatsen
    cursor.i = begin
    return None


_VOLGT: Final = p(
    r",?\s*(?:treedt|treden|werkt|werken|verv|terug\s?werk|in\s*werking|van\s|voor\s?zover|en\s|,\s*(?:die|artikel)|$|\.)"
)


def _binnen(stand: Stand) -> tuple[Plaats, ...] | None:
    """ "de onder I en II vermelde beslispunten", "de in artikel III opgenomen artikelen 2 en 3" (a part of III)."""
    begin = stand.cursor.i
    treffer = stand.cursor.neem(_BINNEN)
    bin_ = re.sub(r"^(?:in|bij)\s+", "", treffer["bin"], flags=re.I) if treffer else ""
    plaatsen = lees_plaatsen(bin_) if bin_ else None
    if treffer is None or not plaatsen:
        stand.cursor.i = begin
        return None
    if treffer["deel"]:
        stand.merk(codes.BEPERKT, "De bepaling geldt maar voor een deel van het genoemde.", treffer.span())
    return plaatsen


def neem_plaatsen(cursor: Cursor) -> tuple[Plaats, ...] | None:
    """The longest stretch at the cursor that names places, passed by the cursor; None when there is none."""
    begin = cursor.i
    tekst = cursor.tekst
    start = begin + len(tekst[begin:]) - len(tekst[begin:].lstrip(" \t\n*"))
    einden = [treffer.start() for treffer in _EINDE.finditer(tekst, start + 1, min(len(tekst), start + 700))]
    for eind in sorted(set(einden), reverse=True):
        stuk = tekst[start:eind].strip(" ,")
        if not stuk or _VREEMD.search(stuk):
            continue
        plaatsen = deelplaatsen(stuk) if _DIEPER.search(stuk) else lees_plaatsen(stuk)
        if plaatsen and _zeker(plaatsen):
            cursor.i = eind
            return plaatsen
    cursor.i = begin
    return None


_VREEMD: Final = p(
    r"\bvan\s+(?:de|het|dit|deze)\s(?!(?:\w+\s+)?(?:lid|leden|artikel|onderde\w+|bijlage|paragraaf|hoofdstuk|tabel)\b)|\bin\s+(?:dit|deze)\s"
)


_DIEPER: Final = re.compile(r",\s*onder\s+\d+\s*(?:,|\s+en\s)", re.I)
_NR: Final = r"(?-i:[A-Z]{1,7}[a-z]{0,2}|[a-z]{1,2}|\d{1,4}[a-z]{0,2})"
_STUK: Final = re.compile(
    r"(?:en\s+)?(?:(?:de\s+)?(?P<soort>artikel|artikelen|onderdeel|onderdelen|onder)\s+)?"
    rf"(?P<nr>{_NR})(?:\s+t/m\s+(?P<tot>{_NR}))?",
    re.I,
)


def deelplaatsen(tekst: str) -> tuple[Plaats, ...] | None:
    """ "artikel VII, onderdelen D, onder 3, N en O": after a deeper level the letters still are parts of VII.

    The parts of a decision, read one after another; None when something else stands in the list.
    """
    uit: list[Plaats] = []
    soort, artikel = "", Plaats()
    vlak = re.sub(r"tot\s+en\s+met", "t/m", tekst, flags=re.I)
    for stuk in re.split(r"\s*,\s*|\s+(?:en|alsmede)\s+", vlak):
        treffer = _STUK.fullmatch(stuk.strip())
        if treffer is None:
            return None
        genoemd = (treffer["soort"] or "").lower()
        soort = "artikel" if genoemd.startswith("artikel") else "onderdeel" if genoemd.startswith("onderde") else soort
        niveau = Niveau("onderdeel" if genoemd == "onder" else soort, treffer["nr"], treffer["tot"] or "")
        if genoemd == "onder" and uit:
            uit[-1] = Plaats((*uit[-1].niveaus, niveau))
        elif niveau.soort == "artikel":
            artikel = Plaats((niveau,))
            uit.append(artikel)
        elif niveau.soort == "onderdeel" and artikel.niveaus:
            if uit[-1] == artikel and genoemd:
                uit.pop()
            uit.append(Plaats((*artikel.niveaus, niveau)))
        else:
            return None
    return tuple(uit) or None


def _zeker(plaatsen: tuple[Plaats, ...]) -> bool:
    """True when every address names an element with a number (not "de regeling", "de tekst")."""
    return all(plaats.niveaus and plaats.laatste.soort not in ("regeling", "tekst") for plaats in plaatsen)
