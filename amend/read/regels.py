"""Source text → lines with marker, text and place. The first step of every plain-text reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.besluit import Zin
from amend.model.melding import Melding, Plek
from amend.model.tree import Soort, runs
from amend.read import codes
from amend.read.aaneen import knip
from amend.read.koppen import is_ondertekenaar, is_sluiting, is_toelichting, kop_van
from amend.read.merken import is_lidregel, nummer, splits

Bron = tuple[tuple[int, int, int], ...]
"""(offset in the text, line, column), one entry per source line; the same form as in :class:`Zin`."""

_LOPEND_EINDE: Final = re.compile(r"(?:&|\b(?:en|of|van|de|het|een|met|voor|door|te|in|op|aan)|(?<=\w)-)$")
_DEELLETTER: Final = re.compile(r"(?:Onderdeel\s)?[0a]?[A-Z]{1,2}[.:]?")
_PUBLICATIE: Final = re.compile(r"[a-z]{2,5}-\d{4}-\d")
_VERVOLG_NA_CITAAT: Final = re.compile(
    r"(?:(?:telkens )?(?:vervangen door|gewijzigd in|ingevoegd|toegevoegd|geschrapt)"
    r"|en (?:wordt|worden|vervalt|vervallen)\b|wordt\b|worden\b|vervalt\b|vervallen\b)"
)
_ZIN_UIT: Final = re.compile(r"[.:;!?»”\"'’)\]]$")


@dataclass(frozen=True, slots=True)
class Regel:
    """One logical line. ``merk`` is the printed marker, ``weg`` decoration dropped before it ("•", "-").

    ``bron`` places the text, ``merkplek`` the marker (line, column); ``inspring`` is the indentation of the marker
    (or text), ``tekst_in`` that of the text; ``wit`` counts the blank lines directly before it.
    """

    tekst: str
    bron: Bron = ()
    merk: str = ""
    weg: str = ""
    merkplek: tuple[int, int] = (0, 0)
    inspring: int = 0
    tekst_in: int = 0
    wit: int = 0

    @property
    def nummer(self) -> str:
        """The bare number of the marker."""
        return nummer(self.merk)

    @property
    def nr(self) -> int:
        """The source line (1-based)."""
        return self.merkplek[0] or (self.bron[0][1] if self.bron else 0)

    @property
    def heel(self) -> str:
        """Marker and text as printed."""
        return f"{self.merk} {self.tekst}".strip()

    @property
    def plek(self) -> Plek:
        """Where it stands."""
        kolom = self.merkplek[1] if self.merk else (self.bron[0][2] if self.bron else 1)
        return Plek(self.nr, max(kolom, 1), max(len(self.heel), 1))

    def zin(self) -> Zin:
        """The text as a sentence with its place in the source."""
        return Zin(runs(self.tekst), self.bron)

    def zonder_merk(self) -> Regel:
        """The same line with its marker taken as ordinary text."""
        if not self.merk:
            return self
        schuif = len(self.merk) + 1
        verschoven = tuple((offset + schuif, regel, kolom) for offset, regel, kolom in self.bron)
        kop = ((0, self.merkplek[0], self.merkplek[1]),)
        return replace(self, tekst=self.heel, merk="", weg="", bron=kop + verschoven, merkplek=(0, 0))

    def staart(self, begin: int) -> Regel:
        """The line from character ``begin`` of its text on, without marker."""
        over = [(offset - begin, regel, kolom) for offset, regel, kolom in self.bron]
        vroeger = [b for b in over if b[0] <= 0]
        eerste = [(0, vroeger[-1][1], vroeger[-1][2] - vroeger[-1][0])] if vroeger else []
        return Regel(self.tekst[begin:], tuple(eerste + [b for b in over if b[0] > 0]), wit=0)

    def met_merk(self, merk: str, begin: int) -> Regel:
        """The line whose text begins with a marker, split: its text goes on at character ``begin``."""
        rest = self.staart(begin)
        plek = (self.bron[0][1], self.bron[0][2]) if self.bron else (0, 0)
        return Regel(rest.tekst, rest.bron, merk, "", plek, self.inspring + 1, self.inspring + 1)


def regel_na(regels: Sequence[Regel], plek: int) -> Regel | None:
    """The line below the one at ``plek``, if there is one."""
    return regels[plek + 1] if plek + 1 < len(regels) else None


_PAGINAREST: Final = re.compile(
    r"[-–—]\s?\d{1,3}\s?[-–—]|(?:pagina|blad|pag\.)\s\d{1,3}(?:\s(?:van|/)\s\d{1,3})?"
    r"|\d{1,3}\svan\s\d{1,3}",
    re.IGNORECASE,
)
_BLADREGEL: Final = re.compile(
    r"(?:Staatsblad|Staatscourant|Gemeenteblad|Provincie(?:aal )?blad|Waterschapsblad)\s\d{4},?\s+(?:nr\.?\s*)?\d+"
    r"(?:\s+\d{1,4}|\s+\d{1,2}\s\w+\s\d{4})?",
    re.IGNORECASE,
)
_KOPREGELS: Final = 12
"""In the first lines "Staatsblad 2024, 5" is the publication itself."""


def is_paginarest(regel: str, nr: int) -> bool:
    """True for a line that is only a page number or header: "- 2 -", "Pagina 2 van 7", "Staatsblad 2024 5 2"."""
    kaal = regel.strip()
    return bool(_PAGINAREST.fullmatch(kaal)) or (nr > _KOPREGELS and bool(_BLADREGEL.fullmatch(kaal)))


def lees_regels(tekst: str) -> tuple[Regel, ...]:
    """The non-blank lines of a text: markers split off, hard-wrapped paragraphs joined, places kept.

    A line that is only a page number is left out (W137 by :func:`meldingen_over`).
    """
    ruw = _ruwe_regels(tekst)
    return tuple(_oud_wordt_nieuw(_hecht(_merken_bij_tekst(ruw), _breedte(ruw))))


def _ruwe_regels(tekst: str) -> list[Regel]:
    uit: list[Regel] = []
    wit, na_rest = 0, False
    for nr, regel in enumerate(tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        kaal = regel.strip().lstrip("\ufeff")
        rest = is_paginarest(kaal, nr)
        if rest or not kaal.strip("\u200b\u00ad "):
            na_rest = na_rest or rest  # a sentence may go on over the page
            wit = 0 if na_rest else wit + 1
            continue
        na_rest = False
        begin = len(regel) - len(regel.lstrip())
        stukken = knip(regel[begin:])
        for start, eind in zip(stukken, [*stukken[1:], len(regel)], strict=True):
            uit.append(_ruwe_regel(regel[begin + start : begin + eind], nr, begin + start, begin, wit))
            wit = 0
    return uit


def _ruwe_regel(tekst: str, nr: int, kolom: int, inspring: int, wit: int) -> Regel:
    """One line, or a piece of one: its marker apart; ``kolom`` is the offset of ``tekst`` in source line ``nr``."""
    merk = splits(tekst)
    plek = kolom + merk.begin
    bron = ((0, nr, plek + 1),) if merk.tekst else ()
    merkplek = (nr, kolom + 1 + (len(merk.weg) + 1 if merk.weg else 0)) if merk.merk else (0, 0)
    return Regel(merk.tekst, bron, merk.merk, merk.weg, merkplek, inspring, inspring + merk.begin, wit)


def _merken_bij_tekst(ruw: Sequence[Regel]) -> list[Regel]:
    """A marker alone on its line takes the next line, if that has no marker and is no heading."""
    uit: list[Regel] = []
    for i, regel in enumerate(ruw):
        vorige = uit[-1] if uit else None
        if is_lidregel(regel.tekst) and not regel.merk and i + 1 < len(ruw) and not _is_grens(ruw[i + 1].tekst):
            plek = (regel.bron[0][1], regel.bron[0][2])
            uit.append(replace(regel, tekst="", bron=(), merk=regel.tekst, merkplek=plek))
            continue
        if vorige is not None and vorige.merk and not vorige.tekst and not regel.merk and not _is_grens(regel.tekst):
            uit[-1] = replace(vorige, tekst=regel.tekst, bron=regel.bron, tekst_in=regel.inspring)
        else:
            uit.append(regel)
    return uit


def _is_grens(tekst: str) -> bool:
    sluit = is_sluiting(tekst) or is_toelichting(tekst) or (is_ondertekenaar(tekst) and tekst.endswith(","))
    return bool(kop_van(tekst)) or sluit or tekst.startswith("|")


def _breedte(ruw: Sequence[Regel]) -> int:
    """The width at which the text was hard-wrapped, or 0 when its lines are whole paragraphs."""
    lengtes = sorted(r.tekst_in + len(r.tekst) for r in ruw if len(r.tekst) > 40)
    if len(lengtes) < 8:
        return 0
    rand = lengtes[-max(len(lengtes) // 20, 1)]
    vol = sum(1 for lengte in lengtes if rand - 18 <= lengte <= rand)
    return rand if rand <= 130 and lengtes[-1] <= rand + 15 and vol * 2 > len(lengtes) else 0


def _hecht(regels: Sequence[Regel], breedte: int) -> list[Regel]:
    uit: list[Regel] = []
    for plek, regel in enumerate(regels):
        if uit and _loopt_door(uit[-1], regel, breedte) and not _boven_artikel(regels, plek):
            uit[-1] = plak(uit[-1], regel)
        else:
            uit.append(regel)
    return uit


_BEGRIP: Final = re.compile(r"[a-zà-ÿ][^:;.]{0,60}:\s\S")
"""A definition; directly below a heading it is the first of the article, not more of the heading."""


def _boven_artikel(regels: Sequence[Regel], plek: int) -> bool:
    """True for a line that can be a heading above "Artikel 15": it begins a sentence that it does not end."""
    tekst, volgende = regels[plek].tekst, regel_na(regels, plek)
    if volgende is None or volgende.merk or not tekst[:1].isupper() or _ZIN_UIT.search(tekst):
        return False
    kop = kop_van(volgende.tekst)
    return kop is not None and kop.soort is Soort.ARTIKEL and bool(_ZIN_UIT.search(regels[plek - 1].tekst))


_WORDT: Final = re.compile(r"(?:wordt|worden)\s+(?:gewijzigd in|veranderd in|vervangen door)\s*:?", re.IGNORECASE)
_AANGEHAALD: Final = re.compile(r"“.+”[.;]?|„.+[”“][.;]?|«.+»[.;]?|‘.+’[.;]?|\".+\"[.;]?")


def _oud_wordt_nieuw(regels: Sequence[Regel]) -> list[Regel]:
    """ "Artikel 2 van de X: / “oud”. / Wordt gewijzigd in: / “nieuw”.": one sentence over four lines."""
    uit = list(regels)
    for i in range(len(uit) - 4, -1, -1):
        waar, oud, wordt, nieuw = uit[i : i + 4]
        aangehaald = _AANGEHAALD.fullmatch(oud.heel) and _AANGEHAALD.fullmatch(nieuw.heel)
        if aangehaald and waar.tekst.endswith(":") and not wordt.merk and _WORDT.fullmatch(wordt.tekst):
            uit[i : i + 4] = [plak(plak(plak(waar, oud), wordt), nieuw)]
    return uit


def _loopt_door(vorige: Regel, regel: Regel, breedte: int) -> bool:
    if regel.wit or regel.merk or not vorige.tekst or "\t" in regel.tekst or vorige.tekst.startswith(("|", "#")):
        return False
    if _is_grens(regel.tekst) or regel.tekst.startswith("#") or _PUBLICATIE.match(regel.tekst):
        return False
    if _BEGRIP.match(regel.tekst) and regel.tekst[-1] in ";." and (kop := kop_van(vorige.tekst)) and kop.opschrift:
        return False
    if _DEELLETTER.fullmatch(regel.tekst) and _ZIN_UIT.search(vorige.tekst):
        return False
    if breedte and len(vorige.tekst) + vorige.tekst_in >= breedte - 18 and not is_sluiting(vorige.tekst):
        laatste = vorige.bron[-1]
        if len(vorige.tekst) - laatste[0] + laatste[2] >= breedte - 18:
            return True
    if _VERVOLG_NA_CITAAT.match(regel.tekst) and vorige.tekst[-1] in '”"»’':
        return True
    if _ZIN_UIT.search(vorige.tekst) or len(vorige.tekst) < 3:
        return False
    return regel.tekst[0].islower() or bool(_LOPEND_EINDE.search(vorige.tekst) and not kop_van(vorige.tekst))


def plak(eerste: Regel, tweede: Regel) -> Regel:
    """Two lines as one, with a space between; every part keeps its place in the source."""
    schuif = len(eerste.tekst) + 1 if eerste.tekst else 0
    extra = tuple((offset + schuif, regel, kolom) for offset, regel, kolom in tweede.bron)
    return replace(eerste, tekst=f"{eerste.tekst} {tweede.heel}".strip(), bron=eerste.bron + extra)


def _geknipt(tekst: str) -> list[tuple[int, list[int]]]:
    """Per long source line: its number and where it was cut."""
    return [(nr, knip(regel.strip())) for nr, regel in enumerate(tekst.splitlines(), 1) if len(regel) > 80]


_AFGEBROKEN: Final = re.compile(r"\b([A-Za-zà-ÿ]{3,})- (?!(?:en|of|dan|tot|c\.q)\b)([a-zà-ÿ]{3,})")


def meldingen_over(regels: Sequence[Regel], tekst: str) -> tuple[Melding, ...]:
    """Findings about the noise of the conversion: dropped dashes (W), words that look split (N)."""
    uit: list[Melding] = []
    streepjes = [r for r in regels if r.weg in ("-", "–", "—", "−") and r.weg]
    if streepjes:
        plekken = ", ".join(str(r.nr) for r in streepjes[:12]) + (", …" if len(streepjes) > 12 else "")
        zin = f"Voor een nummer of letter is {len(streepjes)} keer een los streepje weggelaten (regel {plekken})."
        uit.append(codes.STREEPJE_WEG.melding(zin, streepjes[0].plek, "Controleer of het geen gedachtestreepjes zijn."))
    resten = [nr for nr, regel in enumerate(tekst.splitlines(), 1) if is_paginarest(regel, nr)]
    if resten:
        zin = f"Paginanummers zijn weggelaten (regel {', '.join(map(str, resten[:12]))})."
        uit.append(codes.PAGINAREST.melding(zin, Plek(resten[0], 1), "Controleer of het geen tekst was."))
    geknipt = [(nr, len(stukken)) for nr, stukken in _geknipt(tekst) if len(stukken) > 1]
    if geknipt:
        zin = f"De regeleinden ontbreken in regel {', '.join(str(nr) for nr, _ in geknipt[:12])}; "
        zin += f"de tekst is daar gesplitst ({sum(aantal for _, aantal in geknipt)} stukken)."
        uit.append(codes.AANEEN.melding(zin, Plek(geknipt[0][0], 1), "Vergelijk de indeling met het origineel."))
    woorden = set(re.findall(r"\w+", tekst.lower()))
    for regel in regels:
        for treffer in _AFGEBROKEN.finditer(regel.tekst):
            if (treffer[1] + treffer[2]).lower() in woorden:
                zin = f"“{treffer[0]}” lijkt één afgebroken woord; de tekst is gelaten zoals zij is."
                plek = regel.zin().plek(treffer.start(), treffer.end())
                uit.append(codes.AFGEBROKEN.melding(zin, plek, "Vergelijk met het origineel."))
    return tuple(uit)
