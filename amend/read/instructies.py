"""The inside of a wijzig-artikel: labels, instruction sentences and their new text, as a tree of instructions.

The boundary between instruction and new text is decided by the series of the labels (A → B, 1 → 2), by what the
previous instruction announced, and by how the line reads; never by its words alone. What is neither is kept as an
instruction of its own, so that the parser reports it. Source: aanwijzing 6.15; regels.md G14, 4.1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from amend.model.besluit import Instructie
from amend.model.melding import Melding
from amend.model.tree import Soort, runs
from amend.read import codes
from amend.read.aanhaling import zonder_aanhaling
from amend.read.bouwsteen import Bouwsteen, bevries
from amend.read.instructietaal import (
    aangekondigd,
    genoemde_labels,
    genoemde_nummers,
    heeft_opdrachtwoord,
    is_hard,
    is_kader,
    is_onaf,
    is_sterk,
    is_voltooid,
    kondigt_aan,
    lijkt_instructie,
    noemt_artikel,
    open_aanhaling,
)
from amend.read.koppen import kop_van
from amend.read.merken import is_eerste, is_vervolg, stijlen
from amend.read.regels import Regel, plak
from amend.read.structuur import Waarin, bouw
from amend.read.was_wordt import was_wordt

MAX_DIEPTE: Final = 12
MAX_REGELS: Final = 8
_LABELREGEL: Final = re.compile(r"(?:Onderdeel\s+)?([0a]?[A-Z]{1,3}[a-z]{0,2}\d?)\s?[.:]?$")
_BESLUITDEEL: Final = re.compile(
    r"\bartikel\s+[IVXLC]+[a-z]?,?\s+onderdeel\s+[A-Z]{1,2}[a-z]?\s*,?(?:\s+van\s+[^:«“]{3,200}?,?)?\s+(?:te\s+luiden|"
    r"komt\s+te\s+luiden|wordt\s+vervangen\s+door)\s*:?\s*$",
    re.I,
)
_CITEERT: Final = re.compile(r"[“„][^”“]+[”“]|\"[^\"]+\"|«[^»]+»|‘[^’]+’")
_LABEL_ZONDER_PUNT: Final = re.compile(r"(0?[A-Z]{1,2}[a-z]?)\s+(?=\S)")
_LABEL_LOS: Final = re.compile(r"([A-Z]{1,2})\s\.\s+(?=\S)|(\d{4}(?=\.)|\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=\S)")
"""A label that no list uses as its marker: "B ." (a slip), "1.2" and "1000." (elsewhere a year)."""


@dataclass(slots=True)
class Knoop:
    """An instruction under construction. ``stijl`` is the style of its label ("" when it has none).

    ``series`` are the styles of series that the label can stand in (i. is a letter and a Roman number); ``naam`` says
    that it only names the article that its parts change.
    """

    stijl: str = ""
    nummer: str = ""
    aanduiding: str = ""
    zin: Regel | None = None
    series: tuple[str, ...] = ()
    naam: bool = False
    opschrift: str = ""
    payload: list[Regel] = field(default_factory=list)
    tabellen: list[Bouwsteen] = field(default_factory=list)
    kinderen: list[Knoop] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """The sentence."""
        return self.zin.tekst if self.zin else ""

    @property
    def kader(self) -> bool:
        """True when it waits for parts: a frame sentence, or a label without a sentence."""
        return not self.payload and (self.zin is None or self.naam or is_kader(self.tekst))

    @property
    def wijzigt_opdracht(self) -> bool:
        """True when its new text is an instruction: "komt artikel I, onderdeel A, te luiden:" (F97-F99)."""
        return not self.payload and self.zin is not None and bool(_BESLUITDEEL.search(self.tekst))

    @property
    def wacht(self) -> bool:
        """True when its new text has been announced and has not come yet."""
        return self.zin is not None and not self.payload and kondigt_aan(self.tekst)


class Lezer:
    """Reads the lines of one wijzig-artikel into a tree of :class:`Knoop` (an explicit stack, no recursion)."""

    def __init__(self, regels: Sequence[Regel]) -> None:
        self.regels = _voltooi(regels)
        self.wortel = Knoop()
        self.stapel = [self.wortel]
        self.meldingen: list[Melding] = []
        self.laatste = max((i for i, regel in enumerate(self.regels) if lijkt_instructie(regel.tekst)), default=-1)

    @property
    def huidig(self) -> Knoop:
        """The instruction that is being read."""
        return self.stapel[-1]

    def lees(self) -> Knoop:
        """The tree of instructions; its root is the article itself."""
        plek = 0
        while plek < len(self.regels):
            plek += self.stap(plek)
        return self.wortel

    def stap(self, plek: int) -> int:
        """Place one line; the number of lines used (a bare label takes its sentence along)."""
        if groep := was_wordt(self.regels, plek):
            self.huidig.tabellen.append(groep[0])
            return groep[1] - plek
        regel = self.regels[plek]
        label = self.label(plek)
        if label is not None:
            knoop, gebruikt = label
            return gebruikt if self.plaats_label(knoop, plek) else self.zonder_label(regel, plek)
        return self.zonder_label(regel, plek)

    # -- labels -----------------------------------------------------------------------------------------------------

    def label(self, plek: int) -> tuple[Knoop, int] | None:
        """The label that the line begins with, as a new instruction, and how many lines it takes."""
        regel = self.regels[plek]
        if regel.merk:
            zin = Regel(regel.tekst, regel.bron, inspring=regel.inspring) if regel.tekst else None
            series = stijlen(regel.merk)
            volgende = self.regels[plek + 1] if plek + 1 < len(self.regels) else None
            if series[0] == "A" and zin and volgende and self.is_titel(zin, volgende):
                return Knoop("A", regel.nummer, regel.merk, None, series, opschrift=zin.tekst), 1
            return Knoop("A" if series[0] == "R" else series[0], regel.nummer, regel.merk, zin, series), 1
        alleen = _LABELREGEL.fullmatch(regel.tekst)
        if alleen:
            volgende = self.regels[plek + 1] if plek + 1 < len(self.regels) else None
            series = stijlen(f"{alleen[1]}.")
            if volgende is None or volgende.merk or kop_van(volgende.tekst) or was_wordt(self.regels, plek + 1):
                return Knoop("A", alleen[1], regel.tekst, None, series), 1
            return Knoop("A", alleen[1], regel.tekst, volgende, series), 2
        return self.label_in_tekst(regel)

    def is_titel(self, zin: Regel, volgende: Regel) -> bool:
        """True for "A. Tarief" above the instruction of part A: a heading of the part, no sentence."""
        kort = len(zin.tekst.split()) <= 8 and zin.tekst[-1] not in ".:;," and not heeft_opdrachtwoord(zin.tekst)
        return kort and not self.huidig.wacht and not volgende.merk and is_hard(volgende.tekst)

    def label_in_tekst(self, regel: Regel) -> tuple[Knoop, int] | None:
        """A label that is printed as the first word of the sentence: "B In artikel 3 …", "B . Artikel 4 …"."""
        los = _LABEL_ZONDER_PUNT.match(regel.tekst)
        if los and lijkt_instructie(regel.tekst[los.end() :]) and los[1] not in ("In", "Er", "De", "Na", "Op"):
            return Knoop("A", los[1], los[1], regel.staart(los.end())), 1
        los = _LABEL_LOS.match(regel.tekst)
        if los and lijkt_instructie(regel.tekst[los.end() :]):
            nummer = los[1] or los[2]
            return Knoop("A" if los[1] else "n", nummer, los[0].rstrip(), regel.staart(los.end())), 1
        return None

    def plaats_label(self, knoop: Knoop, plek: int) -> bool:
        """Open ``knoop`` when its label fits the series; False when the line is new text or running text."""
        diepte = self.vervolgt(knoop)
        if diepte is not None and self.past(knoop, diepte):
            del self.stapel[diepte:]
            self.hang(knoop)
            return True
        if self.opent_reeks(knoop, plek):
            self.hang(knoop)
            return True
        return False

    def vervolgt(self, knoop: Knoop) -> int | None:
        """The depth in the stack of the instruction whose label this one follows, or None."""
        for diepte in range(len(self.stapel) - 1, 0, -1):
            vorige = self.stapel[diepte]
            series = set(vorige.series or (vorige.stijl,)) & set(knoop.series or (knoop.stijl,))
            if any(is_vervolg(knoop.nummer, vorige.nummer, stijl) for stijl in series):
                return diepte
            if (
                vorige.stijl == "A" == knoop.stijl
                and self.verder(vorige.nummer, knoop)
                and lijkt_instructie(knoop.tekst)
            ):
                zin = f"Na onderdeel {vorige.nummer} volgt onderdeel {knoop.nummer}."
                plekje = knoop.zin.plek if knoop.zin else None
                self.meldingen.append(codes.LABEL_VOLGORDE.melding(zin, plekje, "Controleer of er iets ontbreekt."))
                return diepte
        return None

    def verder(self, vorige: str, knoop: Knoop) -> bool:
        """True when a capital letter lies a little further in the alphabet (a letter was skipped)."""
        return len(knoop.nummer) == len(vorige) == 1 and 0 < ord(knoop.nummer) - ord(vorige) <= 4

    def past(self, knoop: Knoop, diepte: int) -> bool:
        """True when a label in series really is the next instruction, not numbered new text of the previous one."""
        if knoop.stijl == "A" and self.telt_door(knoop):
            return False
        if knoop.stijl == "A":
            return knoop.zin is None or lijkt_instructie(knoop.tekst) or not self.huidig.wacht
        if self.huidig.wacht and (knoop.nummer in genoemde_labels(self.huidig.tekst) or not is_hard(knoop.tekst)):
            return False
        if knoop.stijl.startswith("-"):
            return is_sterk(knoop.tekst) and not self.huidig.wacht
        if lijkt_instructie(knoop.tekst):
            return True
        return not self.huidig.payload and not self.huidig.wacht and self.stapel[diepte] is self.huidig

    def telt_door(self, knoop: Knoop) -> bool:
        """True for "B. zone B;" below "A. zone A;": an item of the new text, without any word that instructs."""
        vorige = next((regel for regel in reversed(self.huidig.payload) if regel.merk), None)
        if vorige is None or "A" not in stijlen(vorige.merk) or heeft_opdrachtwoord(knoop.tekst):
            return False
        return knoop.zin is not None and is_vervolg(knoop.nummer, vorige.nummer, "A")

    def opent_reeks(self, knoop: Knoop, plek: int) -> bool:
        """True when this label begins the parts of the current frame."""
        if self.huidig.wijzigt_opdracht and not self.huidig.kinderen:
            return lijkt_instructie(knoop.tekst)
        if not self.huidig.kader:
            return False
        eerste = is_eerste(knoop.nummer, knoop.stijl) or knoop.stijl == "A"
        if self.huidig is self.wortel:
            if not self.wortel.kinderen and knoop.stijl == "A" and len(knoop.aanduiding) < 4:
                return True
            return lijkt_instructie(knoop.tekst) or (eerste and bool(self.wortel.zin) and not self.wortel.kinderen)
        return lijkt_instructie(knoop.tekst) or (eerste and not self.huidig.kinderen)

    def hang(self, knoop: Knoop) -> None:
        """Add an instruction below the current one and make it the current one."""
        if len(self.stapel) > MAX_DIEPTE:
            self.te_diep(knoop)
        self.huidig.kinderen.append(knoop)
        self.stapel.append(knoop)

    def te_diep(self, knoop: Knoop) -> None:
        """Bound the nesting: deeper parts stand beside each other (E110, once)."""
        del self.stapel[MAX_DIEPTE:]
        if not any(melding.code == codes.TE_DIEP.code for melding in self.meldingen):
            zin = "De onderdelen van het besluit zijn te diep genest; de diepste staan naast elkaar."
            plekje = knoop.zin.plek if knoop.zin else None
            self.meldingen.append(codes.TE_DIEP.melding(zin, plekje, "Vereenvoudig de indeling in de bron."))

    # -- lines without label ----------------------------------------------------------------------------------------

    def zonder_label(self, regel: Regel, plek: int) -> int:
        """Place a line that opens no labelled instruction; always uses one line."""
        tekst = regel.heel
        if kop_van(regel.tekst) and not regel.merk:
            self.nieuwe_tekst(regel, plek)
        elif lijkt_instructie(tekst) and self.is_instructie(regel):
            self.hang_zonder_label(regel)
        elif self.huidig is self.wortel and self.wortel.zin is None and not self.wortel.kinderen:
            self.wortel.zin = regel.zonder_merk()
        elif self.is_los(plek):
            self.los(regel)
        else:
            self.huidig.payload.append(regel)
        return 1

    def is_instructie(self, regel: Regel) -> bool:
        """True when an unlabelled line that reads as an instruction is one here."""
        if self.huidig.kader or self.huidig.wijzigt_opdracht:
            return True
        if self.huidig.stijl:
            return not self.huidig.payload and not self.huidig.wacht and is_sterk(regel.heel)
        if self.huidig.wacht and regel.merk:
            return False
        return is_sterk(regel.heel) and not self.in_lopende_tekst(regel)

    def in_lopende_tekst(self, regel: Regel) -> bool:
        """True when the line belongs to the new text of the current instruction: quoted, or inside an article."""
        payload = self.huidig.payload
        if not payload or noemt_artikel(regel.heel):
            return False
        if regel.merk:
            return True
        los = not kop_van(payload[0].tekst) and bool(_CITEERT.search(regel.tekst))
        return not los and not regel.tekst.endswith((":", "vervalt.", "vervallen."))

    def hang_zonder_label(self, regel: Regel) -> None:
        """An instruction without label: below the frame it needs, or beside the frame when it names its own place."""
        knoop = Knoop(zin=regel.zonder_merk())
        if self.huidig is self.wortel and self.wortel.zin is None and not self.wortel.kinderen:
            self.wortel.zin = knoop.zin
            return
        while (
            len(self.stapel) > 1
            and not self.huidig.wijzigt_opdracht
            and not self.huidig.stijl
            and (not self.huidig.kader or noemt_artikel(knoop.tekst))
        ):
            self.stapel.pop()
        self.hang(knoop)

    def nieuwe_tekst(self, regel: Regel, plek: int) -> None:
        """A heading: the start (or a later part) of new text, or the bare name of the article that instructions follow.

        Below "Artikel 3 wordt als volgt gewijzigd:" a heading "Artikel 3 …" with text is the new text of that article.
        """
        if self.opent_context(regel, plek):
            while len(self.stapel) > 1 and (not self.huidig.kader or self.huidig.naam):
                self.stapel.pop()
            self.hang(Knoop(zin=regel, naam=True))
            return
        kop = kop_van(regel.tekst)
        zelfde = kop is not None and kop.soort is Soort.ARTIKEL and genoemde_nummers(self.huidig.tekst) == (kop.nummer,)
        if self.huidig.kader and (not zelfde or self.huidig.kinderen):
            self.hang(Knoop())
        self.huidig.payload.append(regel)

    def opent_context(self, regel: Regel, plek: int) -> bool:
        """True for "Artikel 1 Begrippen" directly above an instruction that names no article itself."""
        kop = kop_van(regel.tekst)
        volgende = self.regels[plek + 1] if plek + 1 < len(self.regels) else None
        if kop is None or kop.soort is not Soort.ARTIKEL or kop.rest or self.huidig.wacht or volgende is None:
            return False
        houder = next((k for k in reversed(self.stapel) if k.kader and not k.naam), None)
        zelfde = genoemde_nummers(volgende.tekst)[:1] == (kop.nummer,)
        return houder is not None and is_hard(volgende.tekst) and (zelfde or not noemt_artikel(volgende.tekst))

    def is_los(self, plek: int) -> bool:
        """True when the line is neither instruction nor new text of the current instruction."""
        if self.is_afgerond():
            return True
        if not self.huidig.kader:
            return False
        return not self.huidig.tekst or bool(self.huidig.kinderen) or (plek < self.laatste and not self.huidig.stijl)

    def is_afgerond(self) -> bool:
        """True when the current instruction needs no new text, so that what follows it is something else."""
        return (
            not self.huidig.payload
            and not self.huidig.wacht
            and bool(re.search(r"\bverval(?:t|len)\.?$|ingetrokken\.?$", self.huidig.tekst))
        )

    def los(self, regel: Regel) -> None:
        """Text that is neither instruction nor new text: kept as a part of its own."""
        while len(self.stapel) > 1 and not self.huidig.kader:
            self.stapel.pop()
        self.huidig.kinderen.append(Knoop(zin=regel.zonder_merk()))


def _voltooi(regels: Sequence[Regel]) -> list[Regel]:
    """Instructions printed over several lines ("In artikel 3 wordt / “a” / vervangen door: / “b”.") as one line."""
    uit: list[Regel] = []
    plek = 0
    while plek < len(regels):
        delen = _splits(regels[plek], verder=plek + 1 < len(regels))
        if len(delen) > 1:
            uit += delen
            plek += 1
            continue
        samen, gebruikt = regels[plek], 1
        if is_onaf(samen.tekst):
            for meer in range(1, min(MAX_REGELS, len(regels) - plek)):
                volgende = regels[plek + meer]
                if volgende.merk or kop_van(volgende.tekst) or is_sterk(volgende.tekst):
                    break
                samen = plak(samen, volgende)
                if is_voltooid(samen.tekst):
                    gebruikt = meer + 1
                    break
        uit.append(samen if gebruikt > 1 else regels[plek])
        plek += gebruikt
    return uit


_NIEUW_ELEMENT: Final = re.compile(r"\bluid(?:en|t|ende?)(?: als volgt)?\s*:\s*$", re.IGNORECASE)
_EIGEN_KOP: Final = re.compile(
    r"(?:luidend?e?|te luiden|luidt|vervangen door|ingevoegd|toegevoegd)(?: als volgt)?\s?:\s+"
    r"(?=[“\"„‘]?(?:Artikel|Hoofdstuk|Paragraaf|Afdeling|§)\s\S+(?:\s+[A-Z][^.:;]{0,100})?$)"
)


def _splits(regel: Regel, *, verder: bool) -> list[Regel]:
    """ "… luidende: Artikel 4a Hulp", "… te luiden: “1. De raad …": what opens the new text is a line of its own.

    A quotation counts when it does not end on this line (``verder``: there is a next one).
    """
    treffer = _EIGEN_KOP.search(regel.tekst)
    if treffer is not None and kop_van(regel.tekst[treffer.end() :]):
        plek = treffer.end()
    else:
        begin = open_aanhaling(regel.tekst) if verder and lijkt_instructie(regel.tekst) else None
        if begin is None or not _NIEUW_ELEMENT.search(regel.tekst[:begin]):
            return [regel]
        plek = begin
    return [replace(regel, tekst=regel.tekst[:plek].rstrip()), regel.staart(plek)]


def lees_instructies(regels: Sequence[Regel]) -> tuple[Instructie, tuple[Melding, ...]]:
    """The lines of a wijzig-artikel as one :class:`Instructie` (the article itself) with its parts."""
    lezer = Lezer(regels)
    wortel = lezer.lees()
    los = wortel.zin is not None and not is_kader(wortel.tekst) and not wortel.wijzigt_opdracht
    if wortel.kinderen and los and lijkt_instructie(wortel.tekst):
        wortel.kinderen.insert(0, Knoop(zin=wortel.zin, payload=wortel.payload))
        wortel.zin, wortel.payload = None, []
    instructie, meldingen = _maak(wortel)
    return instructie, (*lezer.meldingen, *meldingen)


def _maak(wortel: Knoop) -> tuple[Instructie, list[Melding]]:
    """Post-order conversion with an explicit stack."""
    volgorde: list[Knoop] = []
    stapel = [wortel]
    while stapel:
        knoop = stapel.pop()
        volgorde.append(knoop)
        stapel.extend(reversed(knoop.kinderen))
    meldingen: list[Melding] = []
    klaar: dict[int, Instructie] = {}
    payloads = {}
    for knoop in volgorde:
        knoop.payload, vooraf = zonder_aanhaling(knoop.payload)
        nodes, gemeld = bouw(knoop.payload, _waarin(knoop))
        payloads[id(knoop)] = (*nodes, *map(bevries, knoop.tabellen))
        meldingen += [melding.bij(onderdeel=knoop.nummer or None) for melding in (*vooraf, *gemeld)]
    for knoop in reversed(volgorde):
        klaar[id(knoop)] = Instructie(
            zin=knoop.zin.zin() if knoop.zin else None,
            aanduiding=knoop.aanduiding,
            nummer=knoop.nummer,
            payload=payloads[id(knoop)],
            instructies=tuple(klaar[id(kind)] for kind in knoop.kinderen),
            opschrift=runs(knoop.opschrift),
            regel=_eerste_regel(knoop),
        )
    return klaar[id(wortel)], meldingen


def _eerste_regel(knoop: Knoop) -> int:
    """The source line of new text without a sentence; 0 when there is a sentence."""
    if knoop.zin is not None:
        return 0
    return knoop.payload[0].nr if knoop.payload else knoop.tabellen[0].regel if knoop.tabellen else 0


def _waarin(knoop: Knoop) -> Waarin:
    soort = aangekondigd(knoop.tekst)
    if soort == "bijlage" and not any(kop_van(regel.tekst) for regel in knoop.payload[:1]):
        return Waarin("bijlage", soort)
    return Waarin("payload", soort, genoemde_nummers(knoop.tekst))
