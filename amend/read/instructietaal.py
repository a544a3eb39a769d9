"""Does this line read as an amending instruction? Recognition only; the parser decides what it means.

Source: aanwijzingen 6.9-6.18 and the forms of regels.md 1. ``lijkt_instructie`` is generous, ``sterk`` demands that
the sentence starts with the place that it changes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from amend.model.numbering import rang

_GRENS: Final = 4000
_STAART: Final = 600
_SOORT: Final = (
    r"(?:artikel(?:en|s)?|art\.|lid|leden|onderde(?:el|len)|subonderde(?:el|len)|onder\s[a-z]\b|aanhef|slot(?:zin)?|opschrift(?:en)?"
    r"|volzin(?:nen)?|zin(?:nen)?|alinea|gedachtestreepje|streepje|bijlagen?|hoofdstuk(?:ken)?|paragra(?:af|fen)|§|afdeling(?:en)?"
    r"|titel|deel|tabel|rij(?:en)?|kolom(?:men)?|begrip(?:pen)?|begripsomschrijving(?:en)?|begripsbepaling(?:en)?|definities?"
    r"|begripsaanduiding|woord(?:en)?|zinsneden?|zinsdeel|passage|tekst|bedragen|bedrag|tarief|tarieven|punt|puntkomma|toelichting"
    r"|considerans|intitul[eé]|citeertitel|verwijzing|noot|voetnoot|schema|figuur|kaart|nummer(?:s)?|aanduiding)"
)
_VOORAF: Final = (
    r"(?:(?:in|aan|na|voor|vóór|onder|tussen|uit|bij|achter|van|tot|op|daarbij|tevens|voorts|vervolgens|ook|telkens)\s+)*"
    r"(?:het|de|een|elk|ieder|alle|deze|dit)?\s*"
    r"(?:(?:nieuwe?|bestaande|huidige|gehele|voorgestelde|alfabetische|[\w’'-]+(?:ste|de|e)|eerste|beide|twee|drie|\d+e?|volgende)\s+){0,3}"
)
_BEGIN_STERK: Final = re.compile(rf"{_VOORAF}{_SOORT}\b", re.IGNORECASE)
_BEGIN: Final = re.compile(
    r"(?:In|Aan|Na|Voor|Vóór|Onder|Tussen|Uit|Bij|Achter|Van|Het|De|Een|Er|Artikel\w*|Art\.|(?:Sub)?[Oo]nderde\w+|Volzin\w*|Gedachtestreep\w*|Lid|Leden|Bijlagen?|Hoofdstuk\w*"
    r"|Paragra\w+|§|Afdeling\w*|Titel|Deel|Tabel|[‘'\"“«„<]|Elk|Ieder|Telkens|Daarbij|Alle|Begrip\w*|Definitie\w*|Punt|Opschrift"
    r"|Aanhef|Slot|Woord\w*|Zinsnede|Nieuw\w*|Toevoegen|Vervangen|Invoegen|Verwijderen|Met\b|Boek|Indien)",
    re.IGNORECASE,
)
_ER_NIEUW: Final = re.compile(
    rf"Er\s+(?:wordt|worden)\b[^.:;]{{0,200}}\b{_SOORT}\s+(?:in|toe)gevoegd,?\s+luidende?:?\s*$", re.IGNORECASE
)
_ONDER_VERNUMMERING: Final = re.compile(
    rf"Onder\s+(?:gelijktijdige\s+)?(?:(?:ver|her|om)(?:nummering|lettering)|vervanging)\s+van\b[^:]{{1,200}}?\b{_SOORT}\b",
    re.IGNORECASE,
)
_DEELWOORD: Final = (
    r"(?:vervangen|ingevoegd|toegevoegd|vernummerd|verletterd|hernummerd|herletterd|omgenummerd|gewijzigd|geschrapt|verplaatst"
    r"|ingetrokken|doorgehaald|aangepast|aangevuld|verwijderd|opgenomen|geplaatst|verhoogd|verlaagd|gesteld|gelezen|uitgebreid"
    r"|genummerd|samengevoegd|gesplitst|tussengevoegd|weggelaten|hernoemd|aangebracht|vastgesteld|gewist|aangeduid|ontnummerd|ondergebracht"
    r"|opnieuw ingedeeld|omgewisseld|verwisseld)"
)
_WERKWOORD: Final = re.compile(
    rf"(?:\bkom(?:t|en)\b.{{0,200}}?\b(?:te (?:luiden|vervallen)|luidend)|\bdien(?:t|en)\b.{{0,60}}te luiden"
    rf"|\bverval(?:t|len)\b"
    rf"|\b(?:wordt|worden)\b.*\b{_DEELWOORD}\b|\bluid(?:t|en|ende)\b|\bte wijzigen\b|\bwijzig(?:t|en)\b"
    rf"|\b(?:wordt|worden)\b\s*:?\s*$|\bwisselen van (?:plaats|nummer)\b|\bte vervangen\b|\bin te trekken\b"
    r"|\bvervangen door\b|\bvolgende (?:wijziging|verandering|aanpassing)(?:en)? gebracht\b"
    rf"|^(?:toevoegen|invoegen|vervangen|verwijderen)\b)",
    re.IGNORECASE | re.DOTALL,
)
_GEEN: Final = re.compile(
    r"(?:Deze (?:regeling|verordening|wet|beleidsregel|wijziging)|Dit (?:wijzigings)?besluit)\b"
    r"|.*\btre(?:edt|den) in ?werking\b"
    r"|.*\bterugwerkende kracht\b(?!.*\b(?:vervangen|gewijzigd|luiden)\b)|.*\baangehaald als\b",
    re.IGNORECASE | re.DOTALL,
)
_KADER: Final = re.compile(
    r"(?:\b(?:wordt|worden)\b.{0,80}\b(?:als volgt|aldus)\b.{0,20}\b(?:gewijzigd|aangepast)|\bgewijzigd als volgt"
    r"|\b(?:wordt|worden) (?:gewijzigd|aangepast)(?! in\b)"
    r"|\bvolgende (?:wijzig\w*|aanpassing\w*|verander\w*|correctie\w*)\b"
    r"|\bals volgt te wijzigen|\bte wijzigen als volgt|\bwijzig(?:t|en)\b.{0,80}\bals volgt)[^.]{0,160}?\s*[:.]?$",
    re.IGNORECASE | re.DOTALL,
)
_KADER_IN: Final = re.compile(
    r"\b(?:wordt|worden) in (?:de|het) [^;:«“„]{3,400}\b(?:volgende|navolgende) "
    r"(?:wijziging|verandering|aanpassing)(?:en)? (?:aan)?gebracht\s*:$",
    re.IGNORECASE,
)
_KONDIGT_AAN: Final = re.compile(
    r"(?:\bluid(?:en|t|ende?)?|\b(?:\w*gevoegd|vervangen|gelezen|opgenomen|gewijzigd in|vastgesteld))"
    r"(?:\s+(?:als volgt|door|uit|in|als|aan toe|na))*\s*[.:]?$|:$",
    re.IGNORECASE,
)
_LUIDT: Final = re.compile(r"\bluid(?:en|t|ende?)?\b|\bgewijzigd in\b", re.IGNORECASE)
_NIEUWE_TEKST: Final = re.compile(
    r"\b(?:vervangen|\w*gevoegd|gelezen|opgenomen|vastgesteld|gesteld|toevoegen|invoegen|geplaatst|aangevuld|gewijzigd"
    r"|als volgt vernummerd)\b",
    re.IGNORECASE,
)
_PUUR_VERVAL: Final = re.compile(
    r"\b(?:verval(?:t|len)|geschrapt|ingetrokken|verwijderd|vernummerd|verletterd)\b", re.IGNORECASE
)
_NOEMT: Final = re.compile(
    r"\b(?:artikel(?:en)?|art\.|bijlagen?|hoofdstuk|paragraaf|§|afdeling|titel|deel)\s+[\dIVXA-Z]", re.I
)
_NUMMERS: Final = re.compile(
    r"\bartikel(?:en)?\s+((?:[A-Z]{1,2}\s?)?\d+[\w.:]*(?:(?:,|\s+en|\s+tot en met|\s+t/m)\s*\d+[\w.:]*)*)",
    re.IGNORECASE,
)


def lijkt_instructie(tekst: str) -> bool:
    """True when the line reads as an instruction: it begins like one and has an instruction's verb."""
    return _lijkt_instructie(tekst.strip()[:_GRENS])


@lru_cache(maxsize=4096)  # the same line is asked from many sides; bounded, as are the texts in it
def _lijkt_instructie(kaal: str) -> bool:
    return bool(_BEGIN.match(kaal) and _WERKWOORD.search(kaal)) and not (_GEEN.match(kaal) and not _KADER.search(kaal))


def heeft_opdrachtwoord(tekst: str) -> bool:
    """True when a verb of instruction stands in it ("vervalt", "komt te luiden", "wordt vervangen")."""
    return bool(_WERKWOORD.search(tekst[:_GRENS]))


def is_sterk(tekst: str) -> bool:
    """True when it also begins with the place it changes ("In artikel 3", "Het tweede lid", "Na onderdeel b").

    Or when it opens the changes of another regulation: "Met afwijking van … worden in de X de volgende wijzigingen …:".
    "Er wordt een lid toegevoegd, luidende:" and "Onder verlettering van onderdeel c …" begin otherwise, but cannot be
    a rule of a regulation either.
    """
    anders = _ER_NIEUW.match(tekst) or _ONDER_VERNUMMERING.match(tekst) or _KADER_IN.search(tekst[-_STAART:])
    return lijkt_instructie(tekst) and bool(_BEGIN_STERK.match(tekst) or anders)


def is_kader(tekst: str) -> bool:
    """True for a sentence that only announces parts: "Artikel 3 wordt als volgt gewijzigd:"."""
    tekst = tekst.strip()[-_STAART:]
    if _LUIDT.search(tekst):
        return False
    return bool(_KADER.search(tekst)) or bool(re.search(r":$", tekst.strip()) and not _NIEUWE_TEKST.search(tekst))


def kondigt_aan(tekst: str) -> bool:
    """True when new text should follow: it ends in "luidende:", "te luiden.", "ingevoegd." and the like."""
    kaal = tekst.strip()[-_STAART:]
    if is_kader(kaal):
        return False
    if re.search(r"gewijzigd in\s*:$", kaal):
        return True
    return bool(_KONDIGT_AAN.search(kaal)) and not (
        _PUUR_VERVAL.search(kaal) and not re.search(r"luid|:$|gevoegd", kaal)
    )


_HARD: Final = re.compile(
    r"\b(?:te luiden|luidende?|te vervallen|vervangen door|gewijzigd in|\w*gevoegd|vernummerd|verletterd|geschrapt)\b"
    r"|\bverval(?:t|len)\b[^;]{0,80}\.?$|\bals volgt (?:gewijzigd|aangepast)|\b(?:gewijzigd|aangepast) als volgt",
    re.IGNORECASE,
)
_ONAF: Final = re.compile(
    r"\b(?:wordt|worden|komt|komen)(?: telkens)?(?: (?:het woord|de woorden|de zinsnede|het zinsdeel|de zin|de tekst"
    r"|de passage|het bedrag|de datum))?\s*:?$",
    re.IGNORECASE,
)
_NIEUW_ELEMENT: Final = re.compile(
    r"(?:\bluid(?:en|t|ende?)(?: als volgt)?|\b(?:toegevoegd|ingevoegd|vastgesteld|vervangen door))\s*:\s*$",
    re.IGNORECASE,
)
_DEEL: Final = re.compile(rf"\b{_DEELWOORD}\b|\bte (?:luiden|vervallen)\b", re.IGNORECASE)


def is_hard(tekst: str) -> bool:
    """True when it cannot well be a rule of the new text: it names its place and uses an instruction's own words."""
    return is_sterk(tekst) and bool(_HARD.search(tekst[:_GRENS]))


def is_onaf(tekst: str) -> bool:
    """True for an instruction whose sentence goes on on the next line: an open quotation, or "… wordt" at the end."""
    kaal = tekst.strip()
    if len(kaal) > _GRENS or not (_BEGIN_STERK.match(kaal) or lijkt_instructie(kaal)):
        return False
    if _ONAF.search(kaal):
        return True
    if not re.search(r"\b(?:wordt|worden|vervalt|vervallen)\b", kaal):
        return False
    begin = open_aanhaling(kaal)
    return begin is not None and not _NIEUW_ELEMENT.search(kaal[:begin])


_HAAK: Final = re.compile('["«“„»”]')


def open_aanhaling(tekst: str) -> int | None:
    """Where a quotation begins that does not end in the text; None when all are closed."""
    diepte, begin = 0, -1
    for treffer in _HAAK.finditer(tekst):
        i, teken = treffer.start(), treffer[0]
        if teken == '"':
            diepte, begin = (diepte - 1, begin) if diepte > 0 and tekst[begin] == '"' else (diepte + 1, i)
        elif teken in "«“„":
            diepte, begin = diepte + 1, i if diepte <= 0 else begin
        elif teken in "»”":
            diepte = max(diepte - 1, 0)
    return begin if diepte > 0 else None


def is_voltooid(tekst: str) -> bool:
    """True when a joined sentence is whole: its quotations are closed and it has its participle."""
    return not is_onaf(tekst) and bool(_DEEL.search(re.sub(r"[«“„\"][^»”\"]*[»”\"]", "", tekst)))


def noemt_artikel(tekst: str) -> bool:
    """True when the sentence names an article, annex or division itself, so it needs no context."""
    return bool(_NOEMT.search(tekst[:160]))


def genoemde_nummers(tekst: str) -> tuple[str, ...]:
    """The article numbers that the sentence names, as printed."""
    reeksen = [treffer[1] for treffer in _NUMMERS.finditer(tekst)]
    return tuple(
        nummer.rstrip(".:") for reeks in reeksen for nummer in re.findall(r"(?:[A-Z]{1,2}\s?)?\d[\w.:]*", reeks)
    )


def genoemde_labels(tekst: str) -> set[str]:
    """The lid numbers and item letters that the sentence names: "het derde lid" → 3, "onderdeel c" → c."""
    tekst = re.sub(r"[‘“«„\"'][^’”»“\"']*[’”»“\"']", " ", tekst)
    labels = {str(waarde) for woord in re.findall(r"\w+", tekst) if (waarde := rang(woord))}
    for treffer in re.finditer(
        r"\b(?:lid|leden|onderdeel|onderdelen|onder|sub)\s+((?:\w{1,3}\b(?:, | en |\s*)?)+)", tekst
    ):
        labels.update(re.findall(r"\w{1,3}", treffer[1]))
    return labels


_ZELFSTANDIG: Final = {
    "lid": "lid",
    "leden": "lid",
    "onderdeel": "onderdeel",
    "onderdelen": "onderdeel",
    "subonderdeel": "onderdeel",
    "artikel": "artikel",
    "artikelen": "artikel",
    "bijlage": "bijlage",
    "bijlagen": "bijlage",
    "hoofdstuk": "hoofdstuk",
    "paragraaf": "paragraaf",
    "afdeling": "afdeling",
    "titel": "titel",
    "rij": "rij",
    "rijen": "rij",
    "begrip": "begrip",
    "begrippen": "begrip",
    "begripsomschrijving": "begrip",
    "begripsomschrijvingen": "begrip",
    "begripsbepaling": "begrip",
    "begripsbepalingen": "begrip",
    "definitie": "begrip",
    "definities": "begrip",
    "rangschikking": "begrip",
}
_SLUITWOORD: Final = re.compile(
    r"\bte luiden|\bluid(?:t|ende?)\b|\b(?:ingevoegd|toegevoegd|vervangen)\b", re.IGNORECASE
)


def aangekondigd(tekst: str) -> str:
    """The kind of element that the new text is: the last noun of structure before "te luiden", "ingevoegd", …"""
    einde = _SLUITWOORD.search(tekst)
    woorden = re.findall(r"\w+", tekst[: einde.start()] if einde else tekst)
    if "rangschikking" in woorden:
        return "begrip"
    return next((_ZELFSTANDIG[w.lower()] for w in reversed(woorden) if w.lower() in _ZELFSTANDIG), "")
