"""Nested lists: which open level a marker continues, and where text after a list belongs.

The level is decided by the series (3 follows 2, iv follows iii), then by indentation, never by indentation alone:
it is unreliable in texts that come from PDF. Source: regels.md 3.2, 4.1 (article 10), 4.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from amend.model.numbering import sleutel, uit_romeins, volgende
from amend.model.tree import Soort
from amend.read.bouwsteen import Bouwsteen
from amend.read.merken import is_eerste, is_vervolg, stijlen
from amend.read.regels import Regel

MAX_DIEPTE: Final = 40
_LOOPT_DOOR: Final = re.compile(r"(?:[;,]|\b(?:en|of))$")
BEGRIP: Final = re.compile(r"(?:[*_«“\"‘'<]{1,2})?(?P<term>[^:;•|]{1,90}?)[*_»”\"’'>]{0,2}\s?:(?:[*_]{0,2}\s+\S|$)")


@dataclass(slots=True)
class Niveau:
    """One open list: its style, last number, indentation of the marker and of the text, list and current item."""

    stijl: str
    laatste: str
    inspring: int
    tekst_in: int
    lijst: Bouwsteen
    item: Bouwsteen
    weg: str


def is_begrip(tekst: str) -> bool:
    """True for "Term: text": a term of at most eight words, not a sentence."""
    treffer = BEGRIP.match(tekst)
    if not treffer or len(treffer["term"].split()) > 8 or re.search(r"\.\s", treffer["term"]):
        return False
    return not re.search(r"\b(?:wordt|worden|zijn|is|de volgende|luidt|luiden|onder)\b", treffer["term"].lower())


class Lijsten:
    """The open lists inside one container (article, lid, annex division). The container itself is level zero."""

    def __init__(self, houder: Bouwsteen, *, losse_items: bool = False) -> None:
        self.houder = houder
        self.losse_items = losse_items
        self.niveaus: list[Niveau] = []
        self.te_diep = False

    @property
    def binnenste(self) -> Bouwsteen:
        """The element that new content goes into: the current item, or the container."""
        return self.niveaus[-1].item if self.niveaus else self.houder

    @property
    def wacht_op_omschrijving(self) -> bool:
        """True after a term that stands alone on its line ("houder:"): the next line is its description."""
        if not self.niveaus or self.niveaus[-1].stijl != "begrip":
            return False
        return len(self.niveaus[-1].item.kinderen) == 1 and self.niveaus[-1].item.laatste_tekst.endswith(":")

    def vervolgt(self, regel: Regel) -> int | None:
        """The index of the open level that this marker directly continues, or None. Indentation settles a tie."""
        kandidaten = [
            i
            for i, niveau in enumerate(self.niveaus)
            if niveau.stijl in stijlen(regel.merk) and is_vervolg(regel.nummer, niveau.laatste, niveau.stijl)
        ]
        if not kandidaten:
            return None
        return min(reversed(kandidaten), key=lambda i: abs(self.niveaus[i].inspring - regel.inspring) > 1)

    def springt(self, regel: Regel) -> int | None:
        """The innermost open level of this style with a lower last number (a gap in the series), or None."""
        for i in range(len(self.niveaus) - 1, -1, -1):
            niveau = self.niveaus[i]
            if niveau.stijl in stijlen(regel.merk) and _waarde(niveau.laatste, niveau.stijl) < _waarde(
                regel.nummer, niveau.stijl
            ):
                return i
        return None

    def is_af(self, index: int) -> bool | None:
        """Whether the list at this level has its closing stop: yes, no, or not to be told from its marks."""
        *eerder, laatste = (_slot(item) for item in self.niveaus[index].lijst.kinderen)
        if not laatste.endswith("."):
            return False
        return True if eerder and all(_LOOPT_DOOR.search(tekst) for tekst in eerder) else None

    def zet(self, regel: Regel, daarna: str | None) -> bool:
        """Place an item; ``daarna`` is the number of the next marker. False when the series jumps."""
        index = self._kies(regel, daarna)
        if index is not None:
            self._vervolg(index, regel)
            return True
        if not is_eerste(regel.nummer, self._nieuwe_stijl(regel, daarna)):
            index = self.springt(regel)
            if index is not None:
                self._vervolg(index, regel)
                return False
        self._open(regel, self._nieuwe_stijl(regel, daarna))
        return is_eerste(regel.nummer, self.niveaus[-1].stijl)

    def _kies(self, regel: Regel, daarna: str | None) -> int | None:
        index = self.vervolgt(regel)
        if index is None:
            return None
        niveau = self.niveaus[index]
        if niveau.stijl.startswith("-") and self._dieper(regel, self.niveaus[-1]):
            return None
        if regel.nummer == "i" and niveau.stijl[0] == "a" and daarna == "ii":
            return None
        return index

    def _dieper(self, regel: Regel, laatste: Niveau) -> bool:
        verder = regel.inspring - laatste.inspring
        return verder > 2 or (verder > 0 and laatste.item.laatste_tekst.endswith(":"))

    def _nieuwe_stijl(self, regel: Regel, daarna: str | None) -> str:
        keuzes = stijlen(regel.merk)
        if regel.nummer == "i" and daarna == "j":
            return keuzes[0]
        if len(keuzes) > 1 and (regel.nummer == "i" or daarna == _na_romeins(regel.nummer)):
            return keuzes[1]
        return keuzes[0]

    def _vervolg(self, index: int, regel: Regel) -> None:
        del self.niveaus[index + 1 :]
        niveau = self.niveaus[index]
        niveau.laatste, niveau.inspring, niveau.tekst_in = regel.nummer, regel.inspring, regel.tekst_in
        niveau.item = niveau.lijst.bij(_item(regel))

    def _open(self, regel: Regel, stijl: str) -> None:
        zelfde = next((i for i, n in enumerate(self.niveaus) if n.stijl == stijl), None)
        if zelfde is not None and not self._genest(regel):
            del self.niveaus[zelfde:]
        if len(self.niveaus) >= MAX_DIEPTE:
            self.te_diep = True
            self.niveaus[-1].item = self.niveaus[-1].lijst.bij(_item(regel))
            return
        lijst = self.binnenste.bij(Bouwsteen(Soort.LIJST, regel=regel.nr))
        item = lijst.bij(_item(regel))
        self.niveaus.append(Niveau(stijl, regel.nummer, regel.inspring, regel.tekst_in, lijst, item, regel.weg))

    def _genest(self, regel: Regel) -> bool:
        laatste = self.niveaus[-1]
        return laatste.item.laatste_tekst.endswith(":") or regel.inspring > laatste.inspring + 1

    def is_slot(self, regel: Regel, hierna: Regel | None) -> bool:
        """True for "- een stelsel … ontwikkeld.": a dash like those before a. and b., but in front of the slot."""
        if not self.niveaus or stijlen(regel.merk) != ("--",) or not regel.tekst[:1].islower():
            return False
        if any(niveau.stijl == "--" for niveau in self.niveaus) or self.niveaus[-1].weg not in ("-", "–"):
            return False
        volgt_streepje = hierna is not None and stijlen(hierna.merk) == ("--",)
        return not volgt_streepje and not self.niveaus[-1].item.laatste_tekst.endswith(":")

    def tekst(self, regel: Regel, gemerkt: Regel | None, hierna: Regel | None) -> None:
        """Place text without marker: inside the item whose series goes on after it, or after the lists (slot).

        ``gemerkt`` is the next line with a marker (before the next heading), ``hierna`` the next line.
        """
        index = self._eigenaar(regel, gemerkt, hierna)
        if self.losse_items and len(self.niveaus) > 1:
            index = max(index, 1)  # new items have no text around them: a slot belongs to the item with the sub-list
        del self.niveaus[index:]
        self.binnenste.alinea(regel.tekst, regel.nr)

    def _eigenaar(self, regel: Regel, gemerkt: Regel | None, hierna: Regel | None) -> int:
        """How many levels stay open when this text comes."""
        if not self.niveaus:
            return 0
        binnenste = self.niveaus[-1]
        if hierna is not None and not hierna.merk and is_begrip(hierna.tekst):
            begrippen = [i for i, niveau in enumerate(self.niveaus, 1) if niveau.stijl == "begrip"]
            if begrippen:
                return begrippen[-1]
        if binnenste.stijl == "begrip":
            return len(self.niveaus) if binnenste.item.laatste_tekst.endswith(":") else 0
        if binnenste.tekst_in > binnenste.inspring + 1 and binnenste.weg and regel.inspring:
            passend = [i for i, n in enumerate(self.niveaus, 1) if n.tekst_in <= regel.inspring]
            return passend[-1] if passend else 0
        index = self.vervolgt(gemerkt) if gemerkt is not None else None
        if index is not None:
            return index + 1
        item = binnenste.item
        open_einde = item.laatste_tekst.endswith(":") and item.kinderen[-1].soort is Soort.AL
        return len(self.niveaus) if open_einde or not item.kinderen else 0

    def begrip(self, regel: Regel) -> None:
        """Place a definition without mark."""
        index = next((i for i, n in enumerate(self.niveaus) if n.stijl == "begrip"), None)
        item = Bouwsteen(Soort.BEGRIP, regel=regel.nr)
        item.alinea(regel.tekst, regel.nr)
        if index is not None:
            del self.niveaus[index + 1 :]
            self.niveaus[index].item = self.niveaus[index].lijst.bij(item)
            return
        lijst = self.binnenste.bij(Bouwsteen(Soort.LIJST, regel=regel.nr))
        lijst.bij(item)
        self.niveaus.append(Niveau("begrip", "", regel.inspring, regel.tekst_in, lijst, item, ""))


def _slot(steen: Bouwsteen) -> str:
    """The last text of an element, however deep."""
    while steen.kinderen:
        steen = steen.kinderen[-1]
    return steen.tekst.rstrip()


def _item(regel: Regel) -> Bouwsteen:
    soort = Soort.ONDERDEEL if regel.nummer else Soort.STREEPJE
    item = Bouwsteen(soort, nummer=regel.nummer, aanduiding=regel.merk, regel=regel.nr)
    if regel.tekst:
        item.alinea(regel.tekst, regel.nr)
    return item


def _waarde(nummer: str, stijl: str) -> tuple[tuple[int, int, str], ...]:
    if stijl[0] in "rR" and (waarde := uit_romeins(nummer)):
        return ((2, waarde, ""),)
    return sleutel(nummer)


def _na_romeins(nummer: str) -> str | None:
    return volgende(nummer, romeins=True)
