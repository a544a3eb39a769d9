"""The merged tree → paragraphs as a word processor knows them: each with its state, and stretches with theirs.

Number and first text of a lid or item stand in one paragraph. Reading only what is not old, or only what is not new,
gives exactly the paragraphs of the one version or the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from amend.compare.lijkt import MET_KOP
from amend.compare.samen import Knoop, Relatie
from amend.compare.woorden import Segment
from amend.model.tree import ITEMS, Node, Soort, Status, Tekst, platte_tekst

Staat = Literal["gelijk", "weg", "bij", "van", "naar"]
Stuk = tuple[Staat, str]
_OUD: Final = ("weg", "van")
_NIEUW: Final = ("bij", "naar")


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph. ``staat`` is that of its end; ``kop`` its heading level, 0 for text; ``diepte`` its indent.

    ``knoop`` is the id of the place it comes from (for a move: of the moved content).
    """

    stukken: tuple[Stuk, ...]
    staat: Staat = "gelijk"
    kop: int = 0
    diepte: int = 0
    knoop: int = 0


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """A row of a table: per cell its paragraphs. ``tabel`` tells neighbouring tables apart."""

    cellen: tuple[tuple[Alinea, ...], ...]
    staat: Staat
    tabel: int
    knoop: int = 0


Blok = Alinea | Tabelrij


def alineas(root: Knoop) -> list[Blok]:
    """The paragraphs and rows of the merged tree, in reading order."""
    index = {knoop.id: knoop for knoop in root.loop()}
    schrijver = _Schrijver(index)
    schrijver.loop(root, "gelijk", 1, 0)
    return schrijver.uit


def tekst_van(blokken: list[Blok], kant: Literal["oud", "nieuw"]) -> list[str]:
    """The lines of one version: every paragraph that it has, empty ones left out."""
    niet = _NIEUW if kant == "oud" else _OUD
    uit = []
    for alinea in _alle(blokken, niet):
        regel = "".join(tekst for staat, tekst in alinea.stukken if staat not in niet)
        uit.append(" ".join(regel.split()))
    return [regel for regel in uit if regel]


def _alle(blokken: list[Blok], niet: tuple[str, ...]) -> Iterator[Alinea]:
    for blok in blokken:
        if isinstance(blok, Alinea):
            yield blok
        elif blok.staat not in niet:
            for cel in blok.cellen:
                yield from cel


class _Schrijver:
    """Writes paragraphs; the number of a lid or item waits, for each side, for the first text of that side."""

    def __init__(self, index: dict[int, Knoop]) -> None:
        self.index = index
        self.uit: list[Blok] = []
        self.wacht: dict[str, str] = {"oud": "", "nieuw": ""}

    def loop(self, knoop: Knoop, staat: Staat, kop: int, diepte: int) -> None:
        """This place and all below it. Depth is bounded by the readers."""
        match knoop.relatie:
            case Relatie.VAN:
                inhoud = self.index[knoop.naar]
                if inhoud.oud is not None:
                    self.boom(inhoud.oud, "van", kop, diepte, inhoud.id)
                return
            case Relatie.NAAR:
                inhoud = knoop.kinderen[0]
                if inhoud.nieuw is not None:
                    self.boom(inhoud.nieuw, "naar", kop, diepte, inhoud.id)
                return
            case Relatie.GELIJK if knoop.oud is not None:
                self.boom(knoop.oud, "gelijk", kop, diepte, knoop.id)
                return
            case Relatie.WEG:
                staat = "weg"
            case Relatie.BIJ:
                staat = "bij"
            case _:
                pass
        if knoop.node.soort is Soort.TABEL:
            self.tabel(knoop, staat)
            return
        self.zelf(knoop, staat, kop, diepte)
        kop, diepte = _dieper(knoop.node, kop, diepte)
        for kind in knoop.kinderen:
            self.loop(kind, staat, kop, diepte)
        self.los(staat, diepte, knoop.id)

    def boom(self, node: Node, staat: Staat, kop: int, diepte: int, nr: int) -> None:
        """A whole subtree in one state."""
        relatie = {"weg": Relatie.WEG, "bij": Relatie.BIJ}.get(staat, Relatie.PAAR)
        knoop = Knoop(nr, relatie, node, node, kinderen=())
        if node.soort is Soort.TABEL:
            self.tabelboom(node, staat, nr)
            return
        self.zelf(knoop, staat, kop, diepte)
        kop, diepte = _dieper(node, kop, diepte)
        for kind in node.kinderen:
            self.boom(kind, staat, kop, diepte, nr)
        self.los(staat, diepte, nr)

    # ---- one place ----

    def zelf(self, knoop: Knoop, staat: Staat, kop: int, diepte: int) -> None:
        node = knoop.node
        if node.soort in MET_KOP or node.soort is Soort.REGELING:
            self.los(staat, diepte, knoop.id)
            self.kop(knoop, staat, kop)
        elif node.soort in ITEMS or node.soort is Soort.LID:
            self.los(staat, diepte, knoop.id)
            if staat not in _NIEUW:
                self.wacht["oud"] = _nummer(knoop.oud or node)
            if staat not in _OUD:
                self.wacht["nieuw"] = _nummer(knoop.nieuw or node)
        stukken = _stukken(knoop, knoop.tekst, (knoop.oud or node).tekst, (knoop.nieuw or node).tekst, staat)
        if node.soort is Soort.FRAGMENT:
            stukken = [(staat, "[afbeelding of ander deel]")]
        if stukken or node.soort is Soort.AL:
            self.uit.append(Alinea((*self.nummer(staat), *stukken), staat, 0, diepte, knoop.id))

    def kop(self, knoop: Knoop, staat: Staat, niveau: int) -> None:
        oud, nieuw = knoop.oud or knoop.node, knoop.nieuw or knoop.node
        nummer = _wissel(_kopnummer(oud), _kopnummer(nieuw), staat)
        tekst = _stukken(knoop, knoop.opschrift, oud.opschrift, nieuw.opschrift, staat)
        stand = _wissel(_stand(oud), _stand(nieuw), staat)
        tussen: list[Stuk] = [(staat, " ")] if nummer and tekst else []
        if nummer or tekst or stand:
            self.uit.append(Alinea((*nummer, *tussen, *tekst, *stand), staat, niveau, 0, knoop.id))

    def nummer(self, staat: Staat) -> list[Stuk]:
        """The waiting number, for the sides that this paragraph is on."""
        oud = self.wacht["oud"] if staat not in _NIEUW else ""
        nieuw = self.wacht["nieuw"] if staat not in _OUD else ""
        self.wacht = {
            "oud": self.wacht["oud"] if staat in _NIEUW else "",
            "nieuw": self.wacht["nieuw"] if staat in _OUD else "",
        }
        return _wissel(oud, nieuw, staat)

    def los(self, staat: Staat, diepte: int, nr: int) -> None:
        """A number that found no text gets a paragraph of its own."""
        oud, nieuw = self.wacht["oud"], self.wacht["nieuw"]
        self.wacht = {"oud": "", "nieuw": ""}
        if oud and oud == nieuw and staat == "gelijk":
            self.uit.append(Alinea((("gelijk", oud),), "gelijk", 0, diepte, nr))
            return
        for tekst, eigen, kant in ((oud, "weg", _OUD), (nieuw, "bij", _NIEUW)):
            if tekst:
                vorm: Staat = staat if staat in kant else ("weg" if eigen == "weg" else "bij")
                self.uit.append(Alinea(((vorm, tekst),), vorm, 0, diepte, nr))

    # ---- tables ----

    def tabel(self, knoop: Knoop, staat: Staat) -> None:
        self.los(staat, 0, knoop.id)
        for rij in knoop.kinderen:
            cellen = [kind.relatie for kind in rij.kinderen]
            if rij.relatie is Relatie.PAAR and set(cellen) <= {Relatie.PAAR, Relatie.GELIJK}:
                self.rij(rij, knoop.id)
            elif rij.relatie is Relatie.GELIJK:
                self.rijboom(rij.node, "gelijk", knoop.id, rij.id)
            else:
                self.rij_los(rij, knoop.id)

    def rij_los(self, rij: Knoop, tabel: int) -> None:
        """A row that came, went, moved, or has other cells: the old row goes, the new one comes."""
        if rij.relatie is Relatie.VAN:
            self.rijboom(self.index[rij.naar].oud or rij.node, "weg", tabel, rij.id)
            return
        if rij.relatie in (Relatie.WEG, Relatie.PAAR) and rij.oud is not None:
            self.rijboom(rij.oud, "weg", tabel, rij.id)
        nieuw = rij.kinderen[0].nieuw if rij.relatie is Relatie.NAAR else rij.nieuw
        if rij.relatie is not Relatie.WEG and nieuw is not None:
            self.rijboom(nieuw, "bij", tabel, rij.id)

    def rij(self, rij: Knoop, tabel: int) -> None:
        cellen = []
        for cel in rij.kinderen:
            deel = _Schrijver(self.index)
            deel.loop(cel, "gelijk", 1, 0)
            cellen.append(tuple(blok for blok in deel.uit if isinstance(blok, Alinea)))
        self.uit.append(Tabelrij(tuple(cellen), "gelijk", tabel, rij.id))

    def tabelboom(self, node: Node, staat: Staat, nr: int) -> None:
        self.los(staat, 0, nr)
        for rij in node.kinderen:
            vorm: Staat = {"van": "weg", "naar": "bij"}.get(staat, staat)  # type: ignore[assignment]
            self.rijboom(rij, vorm, id(node), nr)

    def rijboom(self, rij: Node, staat: Staat, tabel: int, nr: int) -> None:
        cellen = []
        for cel in rij.kinderen:
            deel = _Schrijver(self.index)
            deel.boom(cel, staat, 1, 0, nr)
            cellen.append(tuple(blok for blok in deel.uit if isinstance(blok, Alinea)))
        self.uit.append(Tabelrij(tuple(cellen), staat, tabel, nr))


def _dieper(node: Node, kop: int, diepte: int) -> tuple[int, int]:
    if node.soort in MET_KOP or node.soort is Soort.REGELING:
        return min(kop + 1, 9), 0
    return kop, diepte + (node.soort in ITEMS or node.soort is Soort.LID)


def _stukken(knoop: Knoop, delen: tuple[Segment, ...] | None, oud: Tekst, nieuw: Tekst, staat: Staat) -> list[Stuk]:
    if delen is None:
        tekst = platte_tekst(oud if staat in _OUD else nieuw)
        return [(staat, tekst)] if tekst else []
    uit: list[Stuk] = []
    for deel in delen:
        if deel.gelijk:
            uit.append(("gelijk", deel.nieuwe_tekst))
        else:
            uit += [("weg", deel.oude_tekst), ("bij", deel.nieuwe_tekst)]
    return [stuk for stuk in uit if stuk[1]]


def _wissel(oud: str, nieuw: str, staat: Staat) -> list[Stuk]:
    if staat != "gelijk":
        tekst = oud if staat in _OUD else nieuw
        return [(staat, tekst)] if tekst else []
    if oud == nieuw:
        return [("gelijk", oud)] if oud else []
    paar: list[Stuk] = [("weg", oud), ("bij", nieuw)]
    return [stuk for stuk in paar if stuk[1]]


def _nummer(node: Node) -> str:
    teken = "–" if node.soort is Soort.STREEPJE and not node.aanduiding else ""
    nummer = node.aanduiding or node.nummer or teken
    return f"{nummer}{_stand(node)}\t" if nummer or node.status is not Status.ACTIEF else ""


def _kopnummer(node: Node) -> str:
    return " ".join(filter(None, (node.label, node.aanduiding or node.nummer)))


def _stand(node: Node) -> str:
    return f" [{node.status.value}]" if node.status is not Status.ACTIEF else ""
