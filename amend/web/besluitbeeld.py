"""A decision as it stands on the left of the screen: every part of it, every instruction with its state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amend.history.antwoorden import antwoorden
from amend.model.besluit import BesluitArtikel, Instructie, WijzigArtikel
from amend.model.melding import Melding
from amend.model.stap import Keuze, OntleedBesluit, Stap, StapStatus, StapVerslag
from amend.model.tree import Node, Soort, platte_tekst
from amend.web.gevolg import Gevolg
from amend.web.vergelijken import Rij
from amend.write.html_blokken import Blokken

_KOP = re.compile(r"<(h[1-6])>(.*?)</\1>", re.DOTALL)
_TITEL = 150
"""Characters of the first line that serve as the title of a decision without one."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question with the answers it can get, and what was answered before."""

    onderdeel: str
    melding: Melding
    antwoorden: tuple[tuple[str, str], ...]
    gekozen: Keuze | None


@dataclass(frozen=True, slots=True)
class Deel:
    """One block on the left: text, or an instruction (then ``staat`` is not empty).

    ``gevolgen`` are the numbers of the changes that it made; ``nieuw`` is its new text as HTML.
    """

    anker: str
    diepte: int
    label: str
    tekst: str
    nieuw: str = ""
    staat: str = ""
    meldingen: tuple[Melding, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    gevolgen: tuple[int, ...] = ()
    kop: bool = False
    naam: str = ""


@dataclass(frozen=True, slots=True)
class Beeld:
    """The whole left side. ``vooraf`` and ``achteraf`` are paragraphs around the articles."""

    titel: str
    vooraf: tuple[str, ...]
    delen: tuple[Deel, ...]
    achteraf: tuple[str, ...]
    bijlagen: str
    los: tuple[Vraag, ...]
    los_meldingen: tuple[Melding, ...]

    @property
    def standen(self) -> dict[str, int]:
        """How many instructions are in each state."""
        uit: dict[str, int] = {}
        for deel in self.delen:
            if deel.staat:
                uit[deel.staat] = uit.get(deel.staat, 0) + 1
        return uit

    @property
    def open_vragen(self) -> int:
        """How many questions wait for an answer."""
        return sum(1 for v in (*self.los, *(v for deel in self.delen for v in deel.vragen)) if v.gekozen is None)


def beeld(ontleed: OntleedBesluit, gevolg: Gevolg | None, keuzes: Sequence[Keuze], rijen: Sequence[Rij]) -> Beeld:
    """The decision with its states; without an effect (no regulation) the instructions are only read."""
    besluit = ontleed.besluit
    schrijver = _Schrijver(ontleed, gevolg, keuzes, rijen)
    delen = tuple(deel for artikel in besluit.artikelen for deel in schrijver.artikel(artikel))
    los = [m for m in schrijver.algemeen() if m not in schrijver.getoond]
    vragen, meldingen = schrijver.splits(los, "*")
    vooraf = tuple(filter(None, (platte_tekst(node.tekst) for node in besluit.aanhef)))
    return Beeld(
        titel=platte_tekst(besluit.intitule) or besluit.meta.titel or next(iter(vooraf), "")[:_TITEL],
        vooraf=vooraf,
        delen=delen,
        achteraf=tuple(filter(None, (platte_tekst(node.tekst) for node in besluit.sluiting))),
        bijlagen=_html((*besluit.bijlagen, *besluit.toelichting)),
        los=vragen,
        los_meldingen=meldingen,
    )


class _Schrijver:
    def __init__(
        self, ontleed: OntleedBesluit, gevolg: Gevolg | None, keuzes: Sequence[Keuze], rijen: Sequence[Rij]
    ) -> None:
        self.ontleed = ontleed
        self.gevolg = gevolg
        self.keuzes = keuzes
        self.rijen = rijen
        self.getoond: set[Melding] = set()
        self.verslag = {
            (v.stap.artikel, v.stap.onderdeel, v.stap.zin.plat): v for v in (gevolg.verslag if gevolg else ())
        }
        self.stappen = {(s.artikel, s.onderdeel, s.zin.plat): s for s in ontleed.stappen}

    def artikel(self, artikel: WijzigArtikel | BesluitArtikel) -> Iterator[Deel]:
        """The blocks of one article of the decision."""
        if isinstance(artikel, BesluitArtikel):
            yield self._eigen(artikel)
            return
        kop = " ".join(filter(None, (artikel.label, artikel.aanduiding, platte_tekst(artikel.opschrift))))
        if kop:
            yield Deel(f"i-{artikel.nummer or 'kop'}", 0, "", kop, kop=True)
        if artikel.zin is not None:
            yield self._instructie(artikel.nummer, "", "", artikel.zin.plat, artikel.payload, 0)
        elif artikel.payload:
            yield self._zonder_zin(artikel.nummer, "", "", artikel.payload, 0)
        yield from self._geneste(artikel.nummer, "", artikel.instructies, 1)

    def _geneste(self, artikel: str, boven: str, instructies: Sequence[Instructie], diepte: int) -> Iterator[Deel]:
        for deel in instructies:
            label = ".".join(filter(None, (boven, deel.nummer)))
            if deel.zin is not None:
                yield self._instructie(artikel, label, deel.aanduiding, deel.zin.plat, deel.payload, diepte)
            elif deel.payload:
                yield self._zonder_zin(artikel, label, deel.aanduiding, deel.payload, diepte)
            yield from self._geneste(artikel, label, deel.instructies, diepte + 1)

    def _zonder_zin(self, artikel: str, label: str, druk: str, payload: tuple[Node, ...], diepte: int) -> Deel:
        eigen = [m for m in self.ontleed.meldingen if m.onderdeel == (label or artikel)]
        self.getoond.update(eigen)
        return Deel(f"i-{artikel}-{label}", diepte, druk, "", _html(payload), "onverklaard", tuple(eigen))

    def _instructie(
        self, artikel: str, label: str, druk: str, zin: str, payload: tuple[Node, ...], diepte: int
    ) -> Deel:
        sleutel = (artikel, label, zin)
        stap, verslag = self.stappen.get(sleutel), self.verslag.get(sleutel)
        naam = label or artikel
        meldingen = list(verslag.meldingen if verslag else (stap.meldingen if stap else ()))
        samenloop = [s.melding for s in (self.gevolg.samenloop if self.gevolg else ()) if s.melding.onderdeel == naam]
        meldingen = list(dict.fromkeys((*meldingen, *samenloop)))
        self.getoond.update(meldingen)
        vragen, overig = self.splits(meldingen, naam)
        vragen = (*vragen, *self._beantwoord(naam, vragen))
        staat = self._staat(stap, verslag, meldingen)
        gevolgen = tuple(
            rij.nr for rij in self.rijen if any((o.besluit, o.onderdeel) == (self._id, naam) for o in rij.oorzaken)
        )
        return Deel(
            f"i-{artikel}-{label}", diepte, druk, zin, _html(payload), staat, overig, vragen, gevolgen, naam=naam
        )

    @property
    def _id(self) -> str:
        return self.ontleed.besluit.meta.id

    def _staat(self, stap: Stap | None, verslag: StapVerslag | None, meldingen: Sequence[Melding]) -> str:
        if stap is None:
            return "gelezen" if not any(m.blokkeert for m in meldingen) else "onverklaard"
        if any(m.code[0] == "Q" for m in meldingen):
            return "vraag"
        if verslag is None:
            return self._zonder_verslag(stap)
        if verslag.status is StapStatus.GEWEIGERD:
            return "geweigerd" if stap.bewerkingen else "onverklaard"
        if verslag.status is StapStatus.WACHT:
            return "wacht"
        if verslag.status is StapStatus.GEEN:
            return "geen"
        if verslag.status is StapStatus.WEGGELATEN:
            return "weggelaten"
        return "waarschuwing" if any(m.ernst == "waarschuwing" for m in meldingen) else "uitgevoerd"

    def _zonder_verslag(self, stap: Stap) -> str:
        if any(m.blokkeert for m in stap.meldingen) or not stap.bewerkingen:
            return "onverklaard"
        if self.gevolg is None:
            return "gelezen"
        eigen = {(s.artikel, s.onderdeel) for doel in self.gevolg.doelen for s in doel.stappen}
        return "wacht-datum" if (stap.artikel, stap.onderdeel) in eigen else "elders"

    def _eigen(self, artikel: BesluitArtikel) -> Deel:
        nummer = artikel.node.nummer
        eigen = [m for m in self.ontleed.meldingen if m.onderdeel == nummer and nummer]
        if self.gevolg is not None:
            eigen += [m for m in self.gevolg.meldingen if m.onderdeel == nummer and nummer]
        eigen = list(dict.fromkeys(eigen))
        self.getoond.update(eigen)
        vragen, overig = self.splits(eigen, nummer)
        staat = "onverklaard" if any(m.ernst == "fout" for m in eigen) else "vraag" if vragen else "gelezen"
        kop = " ".join(
            filter(None, (artikel.node.label, artikel.node.aanduiding, platte_tekst(artikel.node.opschrift)))
        )
        return Deel(f"i-{nummer}-slot", 0, "", kop, _html(artikel.node.kinderen), staat, overig, vragen)

    def algemeen(self) -> list[Melding]:
        """What is said about the decision as a whole."""
        uit = list(self.ontleed.meldingen)
        if self.gevolg is not None:
            uit += [*self.gevolg.meldingen, *(s.melding for s in self.gevolg.samenloop)]
        return list(dict.fromkeys(uit))

    def splits(self, meldingen: Sequence[Melding], onderdeel: str) -> tuple[tuple[Vraag, ...], tuple[Melding, ...]]:
        """The questions that a choice can settle, and the other findings."""
        vragen, overig = [], []
        for m in meldingen:
            mogelijk = self._mogelijk(m) if m.code[0] == "Q" else ()
            if mogelijk:
                vragen.append(
                    Vraag(m.onderdeel or onderdeel, m, mogelijk, self._keuze(m.onderdeel or onderdeel, m.code))
                )
            else:
                overig.append(m)
        return tuple(vragen), tuple(overig)

    def _mogelijk(self, melding: Melding) -> tuple[tuple[str, str], ...]:
        """The answers; of readings with what each reading is."""
        for s in self.gevolg.samenloop if self.gevolg else ():
            if s.melding == melding and s.lezingen:
                return tuple((lezing.naam, lezing.uitleg) for lezing in s.lezingen)
        return antwoorden(melding.code)

    def _keuze(self, onderdeel: str, code: str) -> Keuze | None:
        return next((k for k in self.keuzes if (k.onderdeel, k.code) == (onderdeel, code)), None)

    def _beantwoord(self, naam: str, open_: Sequence[Vraag]) -> Iterator[Vraag]:
        """The questions of this part that were settled: they stay visible and can be changed."""
        for keuze in self.keuzes:
            if keuze.onderdeel == naam and keuze.code not in {v.melding.code for v in open_}:
                melding = Melding(keuze.code, f"Beslist: {keuze.keuze}.", onderdeel=naam)
                yield Vraag(naam, melding, antwoorden(keuze.code) or ((keuze.keuze, keuze.keuze),), keuze)


def _html(nodes: Sequence[Node]) -> str:
    """New text or annexes as HTML, without anchors and headings: they are not the structure of this page."""
    if not nodes:
        return ""
    blokken = Blokken(Node(Soort.REGELING, kinderen=tuple(nodes)))
    blokken.ankers = {}
    return _KOP.sub(r'<p class="kopje">\2</p>', blokken.kinderen(blokken.root, (), 5))
