"""The structure builder: lines → articles, leden, lists, definitions, divisions, annexes, tables.

One pass over the lines with an explicit stack of open elements, so no input can exhaust the call stack.
Source of the rules: aanwijzingen 3.53-3.62; regels.md 3.1, 3.2 and the noise listed in 4.1, 4.2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from amend.model.melding import Melding
from amend.model.tree import INDELING, Node, Soort, Status
from amend.read import codes
from amend.read.bijlagekoppen import REEKS, Bijlagekop, bijlagekop, is_kort, is_loskop
from amend.read.bouwsteen import Bouwsteen, bevries
from amend.read.koppen import Kop, kop_van
from amend.read.lijsten import Lijsten, is_begrip
from amend.read.merken import is_eerste, is_vervolg, nummer, splits, stijlen
from amend.read.regels import Regel, plak
from amend.read.tabellen import tabel_vanaf
from amend.read.tarieven import Tarieven

_RANG: Final = {soort: rang for rang, soort in enumerate(s for s in Soort if s in INDELING)}
_LEEG: Final = re.compile(
    r"[\[(]?\s*(vervallen|gereserveerd)\b[^a-z]{0,3}(?:per [\d\w -]+|met ingang van [\d\w -]+)?[\])]?[.;]?$", re.I
)
_LID_ZONDER_PUNT: Final = re.compile(r"(\d{1,2}[a-z]?)\s+(?=[A-ZÀ-Ý“‘\"«])")
_OPENT_BEGRIPPEN: Final = re.compile(r"verstaan|begrip|definitie|betekenis|alfabetisch|bedoeld", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Waarin:
    """What the lines are part of, and what is expected there.

    ``plaats``: a whole regulation, the new text of an instruction (payload), or an annex. For a payload ``verwacht``
    is the kind of element that the instruction announces ("lid", "onderdeel", "artikel", "begrip", …) and ``nummers``
    are the article numbers it names.
    """

    plaats: Literal["regeling", "payload", "bijlage"] = "regeling"
    verwacht: str = ""
    nummers: tuple[str, ...] = ()


def bouw(regels: Sequence[Regel], waarin: Waarin) -> tuple[tuple[Node, ...], tuple[Melding, ...]]:
    """The elements that the lines form, in order, and what is doubtful about them. Nothing is dropped.

    A payload of loose leden gives LID nodes, one of loose items a LIJST with the items.
    """
    bouwer = _Bouwer(list(regels), waarin)
    bouwer.loop()
    return bevries(bouwer.wortel).kinderen, tuple(bouwer.meldingen)


class _Bouwer:
    def __init__(self, regels: list[Regel], waarin: Waarin) -> None:
        self.regels = regels
        self.waarin = waarin
        self.wortel = Bouwsteen(Soort.REGELING)
        self.rang = _rangorde(regels)
        self.tarieven = Tarieven(self.regels, nieuw=waarin.plaats == "payload" and waarin.verwacht == "onderdeel")
        self.indeling: list[Bouwsteen] = []
        self.divisies: list[tuple[str, Bouwsteen]] = []
        self.basis = self.wortel
        self.bijlage = waarin.plaats == "bijlage"
        self.bolletjes = any(regel.weg == "•" for regel in regels)
        self.gat = 5 if self.bolletjes else 3
        self.labels_tot = 0
        self.sprongen = 0
        self.meldingen: list[Melding] = []
        self.lid: Bouwsteen | None = None
        self.lidstijl = ""
        self.lid_inspring = 0
        self.open(self.wortel, leden=waarin.plaats == "payload" and waarin.verwacht in ("", "lid", "artikel"))

    def open(self, houder: Bouwsteen, *, leden: bool) -> None:
        """Start a new container for text."""
        self.houder, self.leden_mogelijk = houder, leden
        self.lid = None
        los = houder is self.wortel and self.waarin.plaats == "payload" and self.waarin.verwacht == "onderdeel"
        self.lijsten = Lijsten(houder, losse_items=los)

    # -- the pass ---------------------------------------------------------------------------------------------------

    def loop(self) -> None:
        plek = 0
        while plek < len(self.regels):
            plek = self.stap(plek)
        if self.lijsten.te_diep:
            self.meld_diep()

    def stap(self, plek: int) -> int:
        """Place the line at ``plek``; the index of the next line to place."""
        regel = self.regels[plek]
        if self.tarieven.neem(plek, self.houder):
            self.lijsten = Lijsten(self.tarieven.post or self.houder)
            return plek + 1
        tabel = tabel_vanaf(self.regels, plek, rij_verwacht=self.waarin.verwacht == "rij")
        if tabel is not None:
            self.lijsten.binnenste.bij(tabel[0])
            return tabel[1]
        if self.leden_mogelijk and not regel.merk and self.lid_zonder_punt(plek):
            return plek
        kop = (kop_van(regel.tekst) if not regel.merk else None) or self.aangekondigde_kop(plek)
        if kop is not None:
            return self.kop(plek, kop)
        if self.bijlage and self.bijlagedeel(plek):
            return plek + 1
        self.inhoud(plek)
        return plek + 1

    def lid_zonder_punt(self, plek: int) -> bool:
        """Split off the number of "1 De raad …" when the series proves that it is a lid (statutes print no dot)."""
        treffer = _LID_ZONDER_PUNT.match(self.regels[plek].tekst)
        if treffer is None:
            return False
        if self.lid is not None:
            past = self.lid.aanduiding == self.lid.nummer and is_vervolg(treffer[1], self.lid.nummer, "n")
        else:
            past = not self.houder.kinderen and (
                self.waarin.verwacht == "lid" or self.heeft_tweede_lid(plek, treffer[1])
            )
        if past:
            regel = self.regels[plek]
            self.regels[plek] = _met_merk(regel, treffer[1], treffer.end())
        return past

    def heeft_tweede_lid(self, plek: int, nummer: str) -> bool:
        """True when "2 …" follows "1 …" before the next heading."""
        for regel in self.regels[plek + 1 : plek + 60] if nummer == "1" else ():
            if not regel.merk and kop_van(regel.tekst):
                return False
            if not regel.merk and regel.tekst.startswith("2 ") and _LID_ZONDER_PUNT.match(regel.tekst):
                return True
        return False

    def aangekondigde_kop(self, plek: int) -> Kop | None:
        """ "9a. Vrijstelling" as the heading of an announced division that is printed without its kind."""
        if plek == 0 and self.waarin.verwacht == "artikel" and self.regels[0].heel in self.waarin.nummers:
            return Kop(Soort.ARTIKEL, "", self.regels[0].heel, self.regels[0].heel, "")
        if plek or self.waarin.verwacht not in {soort.value for soort in INDELING} or len(self.regels) < 2:
            return None
        if not self.regels[0].merk:
            return None
        regel = self.regels[0]
        return Kop(Soort(self.waarin.verwacht), "", regel.nummer, regel.merk, regel.tekst)

    # -- headings ---------------------------------------------------------------------------------------------------

    def kop(self, plek: int, kop: Kop) -> int:
        regel = self.regels[plek]
        nummer, aanduiding, opschrift = self.nummer_van(kop, regel)
        steen = Bouwsteen(kop.soort, nummer=nummer, aanduiding=aanduiding, label=kop.label, regel=regel.nr)
        steen.opschrift = opschrift
        self.hang(steen)
        volgende = plek + 1
        if not opschrift and not kop.rest and self.is_opschrift(volgende, kop.soort):
            steen.opschrift = self.regels[volgende].tekst
            volgende += 1
        self.open(steen, leden=kop.soort is Soort.ARTIKEL)
        if kop.rest:
            rest = regel.staart(len(regel.tekst) - len(kop.rest))
            merk = splits(rest.tekst)
            self.voeg_in(volgende, [_met_merk(rest, merk.merk, merk.begin) if merk.merk else rest])
        if opschrift[:1] == "[" and _LEEG.match(opschrift):
            steen.opschrift = ""
            steen.alinea(opschrift, regel.nr)  # a stub: "Artikel 2 [Vervallen per 01-01-2010]"
        self.status(steen, volgende)
        if kop.soort is Soort.BIJLAGE:
            self.bijlage_zonder_inhoud(volgende, regel, steen)
        return volgende

    def voeg_in(self, plek: int, regels: list[Regel]) -> None:
        self.regels[plek:plek] = regels

    def nummer_van(self, kop: Kop, regel: Regel) -> tuple[str, str, str]:
        """Number, printed number and heading; "Artikel 2 2 Taken" is 22 only when 22 is announced (regels.md 3.2)."""
        los = re.match(r"(\d{1,2}[a-z]?)(?:\s+|$)", kop.opschrift)
        if kop.soort is not Soort.ARTIKEL or not los or not kop.nummer.isdigit():
            return kop.nummer, kop.aanduiding, kop.opschrift
        samen = kop.nummer + los[1]
        if samen in self.waarin.nummers:
            zin = f"“{kop.label} {kop.nummer} {los[1]}” is gelezen als {kop.label.lower()} {samen}."
            self.meldingen.append(codes.NUMMER_GESPLITST.melding(zin, regel.plek, "Controleer het nummer."))
            return samen, samen, kop.opschrift[los.end() :]
        if kop.nummer not in self.waarin.nummers:
            zin = f"“{kop.label} {kop.nummer} {los[1]}”: onzeker of het nummer {kop.nummer} of {samen} is."
            self.meldingen.append(codes.NUMMER_ONZEKER.melding(zin, regel.plek, "Verbeter het nummer in de bron."))
        return kop.nummer, kop.aanduiding, kop.opschrift

    def hang(self, steen: Bouwsteen) -> None:
        """Give an element with a heading its place among the open divisions."""
        if self.lijsten.te_diep:
            self.meld_diep()
        if steen.soort is Soort.BIJLAGE:
            self.indeling, self.divisies, self.bijlage = [], [], True
            self.basis = self.wortel.bij(steen)
            return
        if steen.soort is Soort.ARTIKEL:
            (self.indeling[-1] if self.indeling else self.basis).bij(steen)
            return
        while self.indeling and self.rang[self.indeling[-1].soort] >= self.rang[steen.soort]:
            self.indeling.pop()
        (self.indeling[-1] if self.indeling else self.basis).bij(steen)
        self.indeling.append(steen)

    def is_opschrift(self, plek: int, soort: Soort) -> bool:
        """True when the line after a bare "Artikel 1" or "Hoofdstuk 2" is its heading."""
        if plek >= len(self.regels):
            return False
        regel = self.regels[plek]
        tekst = regel.tekst
        if regel.merk or not tekst or tekst[-1] in ".:;," or len(tekst) > 200 or kop_van(tekst) or _LEEG.match(tekst):
            return False
        if tekst[0] == "[" and tekst[-1] == "]":
            return False  # a remark in the place of text: "[tekst niet beschikbaar]", "[kaart]"
        if soort is not Soort.ARTIKEL:
            return len(tekst.split()) <= 25 and not (soort is Soort.BIJLAGE and tekst.startswith("|"))
        hierna = self.regels[plek + 1] if plek + 1 < len(self.regels) else None
        return not tekst[0].islower() and hierna is not None and (bool(hierna.merk) or kop_van(hierna.tekst) is None)

    def status(self, steen: Bouwsteen, plek: int) -> None:
        """Mark an element whose whole content says that it has lapsed or is reserved."""
        teksten = [tekst for tekst in (steen.opschrift, steen.laatste_tekst) if tekst]
        if plek < len(self.regels) and not self.regels[plek].merk:
            teksten.append(self.regels[plek].tekst)
        treffer = next((t for tekst in teksten if (t := _LEEG.match(tekst))), None)
        if treffer and steen.soort is not Soort.BIJLAGE:
            steen.status = Status.VERVALLEN if treffer[1].lower() == "vervallen" else Status.GERESERVEERD

    # -- annexes ----------------------------------------------------------------------------------------------------

    def bijlagedeel(self, plek: int) -> bool:
        """Place a heading inside an annex. False when the line is content."""
        if self.houder.soort is Soort.ARTIKEL:
            return False
        self.plak_kort(plek)
        kop = bijlagekop(self.regels, plek, [stijl for stijl, _ in self.divisies])
        if kop is None:
            return False
        if kop.stijl == "los" and self.is_label(plek):
            label = Bouwsteen(Soort.TUSSENKOP, regel=self.regels[plek].nr)
            label.tekst = kop.opschrift
            self.houder.bij(label)
            return True
        self.divisie(plek, kop)
        return True

    def plak_kort(self, plek: int) -> None:
        """Join the short lines of one label that was broken over lines ("Kernteam / Ontwikkeling en / …")."""
        while plek + 1 < len(self.regels):
            eerste, tweede = self.regels[plek], self.regels[plek + 1]
            if not is_kort(eerste) and not (is_kort(tweede) and eerste.tekst.endswith(",") and len(eerste.tekst) < 45):
                return
            if tweede.wit or not is_kort(tweede) or kop_van(tweede.tekst) or eerste.merk:
                return
            self.regels[plek : plek + 2] = [plak(eerste, tweede)]

    def is_label(self, plek: int) -> bool:
        """True inside a run of labels (not its first line, not the heading that ends it)."""
        if plek < self.labels_tot:
            return True
        eind = plek
        while eind < len(self.regels) and is_loskop(self.regels[eind]):
            self.plak_kort(eind)
            eind += 1
        if eind - plek >= REEKS and plek + 1 < len(self.regels):
            self.labels_tot = eind - 1
            zin = f"{eind - plek - 2} korte regels zonder tekst zijn bewaard als tussenkoppen (schema)."
            plekje = self.regels[plek + 1].plek
            self.meldingen.append(codes.LOSSE_LABELS.melding(zin, plekje, "Voeg het schema toe vanuit het origineel."))
        return False

    def divisie(self, plek: int, kop: Bijlagekop) -> None:
        regel = self.regels[plek]
        diepte = next((i for i, (stijl, _) in enumerate(self.divisies) if stijl == kop.stijl), len(self.divisies))
        del self.divisies[diepte:]
        ouder = self.divisies[-1][1] if self.divisies else (self.indeling[-1] if self.indeling else self.basis)
        steen = ouder.bij(Bouwsteen(Soort.DIVISIE, nummer=kop.nummer, aanduiding=kop.aanduiding, regel=regel.nr))
        steen.opschrift = kop.opschrift
        self.divisies.append((kop.stijl, steen))
        self.open(steen, leden=False)
        if plek + 1 < len(self.regels) and self.regels[plek + 1].wit >= self.gat:
            self.meld_leeg(f"“{kop.opschrift}”", regel)

    def bijlage_zonder_inhoud(self, plek: int, regel: Regel, steen: Bouwsteen) -> None:
        """Warn when an annex is only a heading."""
        kop = kop_van(self.regels[plek].tekst) if plek < len(self.regels) and not self.regels[plek].merk else None
        if plek >= len(self.regels) or (kop is not None and kop.soort is Soort.BIJLAGE):
            self.meld_leeg(" ".join(filter(None, (steen.label.lower(), steen.nummer))), regel)

    def meld_leeg(self, naam: str, regel: Regel) -> None:
        """Warn that something that is no text stood here (a figure is lost in text)."""
        zin = f"{naam}: inhoud ontbreekt (afbeelding)."
        self.meldingen.append(codes.INHOUD_ONTBREEKT.melding(zin, regel.plek, "Voeg de afbeelding of tekst toe."))

    # -- content ----------------------------------------------------------------------------------------------------

    def inhoud(self, plek: int) -> None:
        regel = self.regels[plek]
        hierna = self.regels[plek + 1] if plek + 1 < len(self.regels) else None
        if regel.merk and self.lijsten.is_slot(regel, hierna):
            self.meldingen.append(
                codes.STREEPJE_WEG.melding(
                    "Het streepje voor de slottekst is weggelaten.", regel.plek, "Controleer dit."
                )
            )
            del self.lijsten.niveaus[:]
            self.lijsten.houder.alinea(regel.tekst, regel.nr)
        elif regel.merk and self.is_gewone_tekst(regel, plek):
            self.tekst(regel.zonder_merk(), plek)
        elif regel.merk:
            self.gemerkt(regel, plek)
        else:
            self.tekst(regel, plek)

    def is_gewone_tekst(self, regel: Regel, plek: int) -> bool:
        """True for "a. Detachering wordt …" between bulleted lists: text that happens to begin with a letter."""
        if not (self.bijlage and self.bolletjes) or regel.weg or not regel.nummer:
            return False
        if not (plek + 1 < len(self.regels) and self.regels[plek + 1].weg):
            return False
        zin = f"De alinea “{regel.heel[:40]}…” begint met “{regel.merk}” maar hoort niet bij de opsomming erna."
        self.meldingen.append(codes.DUBBELE_LETTER.melding(zin, regel.plek, "Controleer de letter."))
        return True

    def gemerkt(self, regel: Regel, plek: int) -> None:
        binnen = splits(regel.tekst)
        if (
            binnen.merk
            and regel.nummer
            and any(is_eerste(nummer(binnen.merk), s) for s in stijlen(binnen.merk) if s[0] != "-")
        ):
            self.plaats(Regel("", (), regel.merk, regel.weg, regel.merkplek, regel.inspring, regel.tekst_in), plek)
            self.gemerkt(_met_merk(regel.staart(0), binnen.merk, binnen.begin), plek)
            return
        self.plaats(regel, plek)

    def plaats(self, regel: Regel, plek: int) -> None:
        if self.is_lid(regel, plek):
            self.open_lid(regel)
            return
        gemerkt = self.volgend_merk(plek)
        if not self.lijsten.zet(regel, gemerkt.nummer if gemerkt else None) and self.waarin.plaats != "payload":
            self.meld_sprong(f"De nummering springt bij “{regel.merk}”.", regel)

    def meld_sprong(self, zin: str, regel: Regel) -> None:
        """Report a jump in a series, at most fifty times per text."""
        self.sprongen += 1
        if self.sprongen <= 50:
            self.meldingen.append(codes.NUMMER_SPRINGT.melding(zin, regel.plek, "Controleer of er iets ontbreekt."))

    def is_lid(self, regel: Regel, plek: int) -> bool:
        stijl = stijlen(regel.merk)[0]
        if not self.leden_mogelijk or stijl[0] != "n":
            return False
        if self.lid is None:
            return not self.houder.kinderen and self.waarin.verwacht != "onderdeel"
        if stijl != self.lidstijl:
            return False
        index = self.lijsten.vervolgt(regel)
        if is_vervolg(regel.nummer, self.lid.nummer, "n"):
            return index is None or self.lid_of_item(index, regel, plek)
        return index is None and not is_eerste(regel.nummer, "n") and self.lijsten.springt(regel) is None

    def lid_of_item(self, index: int, regel: Regel, plek: int) -> bool:
        """True for lid: the number follows both the last lid and the last item of an open list.

        Indentation settles it; then whether the list has had its closing stop, unless a list around it goes on later.
        What settles nothing is read as an item and reported.
        """
        bij_lijst = abs(self.lijsten.niveaus[index].inspring - regel.inspring)
        bij_lid = abs(self.lid_inspring - regel.inspring)
        if bij_lid != bij_lijst:
            return bij_lid < bij_lijst
        af = self.lijsten.is_af(index)
        if af is False or self.gaat_verder(index, plek):
            return False
        if af is None:
            zin = f"“{regel.heel[:40]}” kan lid {regel.nummer} zijn of een onderdeel van de opsomming erboven."
            hulp = "Gelezen als onderdeel. Laat het lid inspringen als de andere leden, of geef het onderdeel een “°”."
            self.meldingen.append(codes.LID_OF_ITEM.melding(zin, regel.plek, hulp))
        return bool(af)

    def gaat_verder(self, index: int, plek: int) -> bool:
        """True when a list around this one is continued below, before it could have begun anew."""
        buiten = self.lijsten.niveaus[:index]
        for regel in self.regels[plek + 1 : plek + 60]:
            if kop_van(regel.tekst) and not regel.merk:
                return False
            for niveau in buiten if regel.merk else ():
                if niveau.stijl in stijlen(regel.merk):
                    return is_vervolg(regel.nummer, niveau.laatste, niveau.stijl)
        return False

    def open_lid(self, regel: Regel) -> None:
        lid = self.houder.bij(Bouwsteen(Soort.LID, nummer=regel.nummer, aanduiding=regel.merk, regel=regel.nr))
        if self.lid is not None and not is_vervolg(regel.nummer, self.lid.nummer, "n"):
            self.meld_sprong(f"Na lid {self.lid.nummer} volgt lid {regel.nummer}.", regel)
        if self.lijsten.te_diep:
            self.meld_diep()
        self.lid, self.lidstijl, self.lid_inspring = lid, stijlen(regel.merk)[0], regel.inspring
        self.lijsten = Lijsten(lid)
        if regel.tekst:
            lid.alinea(regel.tekst, regel.nr)

    def tekst(self, regel: Regel, plek: int) -> None:
        hierna = self.regels[plek + 1] if plek + 1 < len(self.regels) else None
        if is_begrip(regel.tekst) and self.opent_begrippen(hierna) and not self.lijsten.wacht_op_omschrijving:
            self.lijsten.begrip(regel)
            return
        if self.bijlage and regel.wit >= self.gat and self.houder.laatste_tekst and not self.lijsten.niveaus:
            self.meld_leeg("Tussen twee alinea's", regel)
        self.lijsten.tekst(regel, self.volgend_merk(plek), hierna)

    def opent_begrippen(self, hierna: Regel | None) -> bool:
        """True when a "Term: text" line is a definition here."""
        if any(niveau.stijl == "begrip" for niveau in self.lijsten.niveaus):
            return True
        if self.lijsten.niveaus:
            return False
        aanhef = self.lijsten.houder.laatste_tekst
        if not self.lijsten.houder.kinderen:
            return self.waarin.verwacht == "begrip" and self.lijsten.houder is self.wortel
        if not aanhef.endswith(":") or self.lijsten.houder.kinderen[-1].soort is not Soort.AL:
            return False
        volgt = hierna is not None and not hierna.merk and is_begrip(hierna.tekst)
        return bool(_OPENT_BEGRIPPEN.search(aanhef)) or volgt

    def volgend_merk(self, plek: int) -> Regel | None:
        """The next line with a marker, unless a heading comes first (looked for nearby only).

        After "i." it is the line with "ii" or "j" that says which series this is.
        """
        if self.regels[plek].nummer == "i":
            for regel in self.regels[plek + 1 : plek + 60]:
                if regel.nummer in ("ii", "j"):
                    return regel
        for regel in self.regels[plek + 1 : plek + 9]:
            if regel.merk:
                return regel
            if kop_van(regel.tekst) or (self.bijlage and is_loskop(regel)):
                return None
        return None

    def meld_diep(self) -> None:
        regel = Regel("", ((0, self.houder.regel or 1, 1),))
        zin = "Opsommingen zijn te diep genest; de diepste onderdelen staan naast elkaar."
        self.meldingen.append(codes.TE_DIEP.melding(zin, regel.plek, "Vereenvoudig de opsomming in de bron."))
        self.lijsten.te_diep = False


def _rangorde(regels: Sequence[Regel]) -> dict[Soort, int]:
    """The order of the divisions: a titel stands above the chapters (BW), or below them where a chapter comes first."""
    rang = dict(_RANG)
    for regel in regels:
        kop = kop_van(regel.tekst) if not regel.merk and regel.tekst[:1].isupper() else None
        if kop is not None and kop.soort is Soort.TITEL:
            break
        if kop is not None and kop.soort is Soort.HOOFDSTUK:
            rang[Soort.TITEL], rang[Soort.HOOFDSTUK] = _RANG[Soort.HOOFDSTUK], _RANG[Soort.TITEL]
            break
    return rang


def _met_merk(regel: Regel, merk: str, begin: int) -> Regel:
    """A line whose text begins with a marker, split."""
    rest = regel.staart(begin)
    plek = (regel.bron[0][1], regel.bron[0][2]) if regel.bron else (0, 0)
    return Regel(rest.tekst, rest.bron, merk, "", plek, regel.inspring + 1, regel.inspring + 1)
