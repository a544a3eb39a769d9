"""Executing the steps of a decision in order: each step as a whole or not at all (rules G1, G2; F01-F113)."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from amend.apply import codes
from amend.apply.afhankelijk import Geraakt
from amend.apply.bedragen import wijzig_bedragen
from amend.apply.gelijktijdig import gelijktijdig, verwisseld
from amend.apply.invoegen import voeg_in
from amend.apply.mutatie import voer_mutatie_uit
from amend.apply.omzetten import kader, nummer_tekst, ontnummer, trek_in, vervang_regeling
from amend.apply.opschriften import hef_indeling_op, vervang_opschrift
from amend.apply.payload import zelfde_eigen_tekst
from amend.apply.register import Register
from amend.apply.sporen import sporen
from amend.apply.tekst import vervang_tekst, verwijder_tekst, voeg_tekst_in
from amend.apply.tekst_in import vervang_leesteken, voeg_tekst_toe
from amend.apply.toets import toets
from amend.apply.toevoegen import voeg_toe
from amend.apply.vernummeren import vernummer
from amend.apply.verplaatsen import verplaats
from amend.apply.vervangen import vervang
from amend.apply.verwijderen import verwijder_elementen
from amend.apply.werk import Weigering, Werk
from amend.model.besluitdeel import deel_en_rest
from amend.model.identity import geef_wids
from amend.model.melding import Melding
from amend.model.operations import (
    Bewerking,
    Handeling,
    HefIndelingOp,
    Kader,
    NummerTekst,
    Ontnummer,
    TrekIn,
    Vernummer,
    Verplaats,
    Vervang,
    VervangLeesteken,
    VervangOpschrift,
    VervangRegeling,
    VervangTekst,
    Verwijder,
    VerwijderTekst,
    VoegIn,
    VoegTekstIn,
    VoegTekstToe,
    VoegToe,
    WijzigBedragen,
)
from amend.model.stap import Keuze, Stap, StapStatus, StapVerslag
from amend.model.tree import Node, Oorsprong

FAMILIES: Final[dict[type[Bewerking], Callable[[Werk, Any], None]]] = {
    Vervang: vervang,
    VervangOpschrift: vervang_opschrift,
    VoegIn: voeg_in,
    VoegToe: voeg_toe,
    Verwijder: verwijder_elementen,
    Verplaats: verplaats,
    VervangTekst: vervang_tekst,
    VoegTekstIn: voeg_tekst_in,
    VoegTekstToe: voeg_tekst_toe,
    VerwijderTekst: verwijder_tekst,
    VervangLeesteken: vervang_leesteken,
    NummerTekst: nummer_tekst,
    Ontnummer: ontnummer,
    TrekIn: trek_in,
    VervangRegeling: vervang_regeling,
    WijzigBedragen: wijzig_bedragen,
    HefIndelingOp: hef_indeling_op,
    Kader: kader,
}
"""The function of each operation; ``Vernummer`` is executed per group (one mapping)."""


@dataclass(frozen=True, slots=True)
class Uitvoering:
    """The outcome of a decision on a tree.

    ``volledig`` is False when a step was refused or waits; ``teruggetrokken`` are the regulations that the decision
    repeals as a whole (the caller ends them).
    """

    root: Node
    verslag: tuple[StapVerslag, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    volledig: bool = True
    teruggetrokken: tuple[TrekIn, ...] = ()


def voer_uit(
    root: Node, stappen: Sequence[Stap], oorsprong_besluit: str, versie: str, keuzes: Sequence[Keuze] = ()
) -> Uitvoering:
    """Execute the steps in order on ``root``.

    ``oorsprong_besluit`` is the id of the decision that is written as origin, ``versie`` the prefix of the identities
    of what it creates ("gm0505_dordrecht-tweede-wijziging"), ``keuzes`` the answers to questions. Never raises for
    what a decision says: a step that cannot be executed with certainty is reported and leaves the tree as it was.
    """
    loop = _Loop(root, oorsprong_besluit, keuzes)
    for i, stap in enumerate(stappen):
        loop.voer_stap_uit(stap, stappen[i + 1 : i + 1 + _VOORUIT])
    eind = geef_wids(loop.root, versie, root) if loop.root is not root else root
    meldingen = tuple(m for verslag in loop.verslag for m in verslag.meldingen)
    volledig = all(v.status not in (StapStatus.GEWEIGERD, StapStatus.WACHT) for v in loop.verslag)
    return Uitvoering(eind, tuple(loop.verslag), meldingen, volledig, tuple(loop.teruggetrokken))


_VOORUIT: Final = 5
"""How many following steps may hold the renumbering that an insertion needs."""


class _Loop:
    """The state between steps: the tree, the reports, and what refused steps would have touched."""

    def __init__(self, root: Node, besluit: str, keuzes: Sequence[Keuze]) -> None:
        self.root = root
        self.besluit = besluit
        self.keuzes = keuzes
        self.register = Register()
        self.geraakt = Geraakt()
        self.verslag: list[StapVerslag] = []
        self.teruggetrokken: list[TrekIn] = []
        self.samen: dict[Stap, StapVerslag] = {}
        self.zoekruimte = 25

    def voer_stap_uit(self, stap: Stap, later: Sequence[Stap] = ()) -> None:
        """One step: report it as executed, refused, waiting or without effect."""
        if self.samen and stap in self.samen:
            self.verslag.append(self.samen.pop(stap))
            return
        werk = self._werk(stap)
        wacht_op = self.geraakt.wacht_op(stap, self.root, self.register)
        if wacht_op is not None:
            self.geraakt.neem_op(stap, self.root, self.register, wacht_op)
            melding = werk.melding(
                codes.WACHT,
                f"niet uitgevoerd, want zij hangt af van onderdeel {wacht_op}, dat niet is uitgevoerd.",
                f"Herstel eerst onderdeel {wacht_op}.",
            )
            self.verslag.append(StapVerslag(stap, StapStatus.WACHT, (melding,), wacht_op))
            return
        try:
            self._voer_bewerkingen_uit(werk)
        except Weigering as weigering:
            if not (weigering.melding.code == codes.BEZET.code and self._samen(stap, later)):
                self._geweigerd(werk, weigering.melding)
            return
        finally:
            self.zoekruimte = werk.zoekruimte
        self._geslaagd(werk)

    def _samen(self, stap: Stap, later: Sequence[Stap]) -> bool:
        """F49: the number becomes free in a later, separate renumbering: a question; settled, that one goes first."""
        if not any(isinstance(op, VoegIn) for op in stap.bewerkingen):
            return False
        for ander in later:
            if not ander.bewerkingen or not all(isinstance(op, Vernummer) for op in ander.bewerkingen):
                continue
            eerst, daarna = self._werk(ander), self._werk(stap)
            try:
                self._voer_bewerkingen_uit(eerst)
                daarna.root = eerst.root
                self._voer_bewerkingen_uit(daarna)
            except Weigering:
                continue
            self._meld_samen(daarna, eerst)
            return True
        return False

    def _meld_samen(self, invoeging: Werk, vernummering: Werk) -> None:
        naam = vernummering.stap.naam
        tekst = f"het nummer is nog bezet; onderdeel {naam} maakt het vrij maar staat later in het besluit."
        try:
            invoeging.vraag(codes.SAMEN, tekst, f"“Uitvoeren” voert onderdeel {naam} vóór het invoegen uit.")
        except Weigering as weigering:
            self._geweigerd(invoeging, weigering.melding)
            return
        vernummering.meld(codes.SAMENGEVOEGD, f"uitgevoerd vóór onderdeel {invoeging.stap.naam}, dat hier voorafgaat.")
        gedaan = StapVerslag(vernummering.stap, StapStatus.UITGEVOERD, tuple(vernummering.meldingen))
        self.samen[vernummering.stap] = gedaan
        self._geslaagd(invoeging)

    def _werk(self, stap: Stap) -> Werk:
        beslist = {keuze.code: keuze for keuze in self.keuzes if keuze.onderdeel in _namen(stap)}
        oorsprong = Oorsprong(self.besluit, stap.naam)
        werk = Werk(self.root, stap, oorsprong, self.register, beslist, zoekruimte=self.zoekruimte)
        for keuze in beslist.values():
            if keuze.keuze not in ("uitvoeren", "overslaan") and not keuze.code.startswith("Q4"):
                werk.meld(codes.ONBEKENDE_KEUZE, f"de keuze “{keuze.keuze}” bij {keuze.code} is onbekend.")
        return werk

    def _voer_bewerkingen_uit(self, werk: Werk) -> None:
        _controleer_lezing(werk)
        if (paar := verwisseld(werk.stap.bewerkingen)) is not None:
            tekst = f"“{paar[0].oud}” en “{paar[1].oud}” wisselen van plaats; na de eerste vervanging zijn ze gelijk."
            werk.weiger(codes.CITAAT_VAKER, tekst, "Geef de volzin of het lid in zijn geheel opnieuw.")
        for groep in _groepen(werk.stap.bewerkingen):
            werk.spanne = groep[0].spanne
            deel = deel_en_rest(groep[0], werk.stap.regeling)
            if (groep[0].voorgesteld or deel is not None) and not isinstance(groep[0], Kader):
                for op in groep:
                    toets(werk, op)
                werk.weiger(
                    codes.VOORGESTELD,
                    "de instructie wijzigt een onderdeel van een wijzigingsbesluit, niet de regeling.",
                    "Neem dat besluit ook op in de werkmap; dan wordt het onderdeel gewijzigd.",
                )
            for op in groep:
                toets(werk, op)
            if groep[0].wid is not None:
                voer_mutatie_uit(werk, groep[0])
            elif isinstance(groep[0], Vernummer):
                vernummer(werk, [op for op in groep if isinstance(op, Vernummer)])
            else:
                FAMILIES[type(groep[0])](werk, groep[0])

    def _geweigerd(self, werk: Werk, melding: Melding) -> None:
        keuze = werk.beslist.get(melding.code)
        if melding.code.startswith("Q") and keuze is not None and keuze.keuze == "overslaan":
            noot = werk.melding(
                codes.OVERGESLAGEN,
                f"overgeslagen op grond van een keuze ({melding.code}; {keuze.door}).",
            )
            self.verslag.append(StapVerslag(werk.stap, StapStatus.GEEN, (noot,)))
            return
        self.geraakt.neem_op(werk.stap, self.root, self.register, werk.stap.naam)
        eerder = [m for m in werk.stap.meldingen if (m.code, m.tekst) != (melding.code, melding.tekst)]
        eerder += [m for m in werk.meldingen if m.code == codes.ONBEKENDE_KEUZE.code]
        self.verslag.append(StapVerslag(werk.stap, StapStatus.GEWEIGERD, (*eerder, melding)))

    def _geslaagd(self, werk: Werk) -> None:
        meldingen = list(dict.fromkeys([m for m in werk.stap.meldingen if not m.blokkeert] + werk.meldingen))
        self.teruggetrokken.extend(werk.teruggetrokken)
        ops = werk.stap.bewerkingen
        if werk.root is self.root or _niets_veranderd(self.root, werk.root):
            if any(not isinstance(op, Kader | TrekIn) for op in ops):
                meldingen.append(
                    werk.melding(codes.GEEN_WIJZIGING, "de tekst na deze stap is gelijk aan de tekst ervoor.")
                )
            self.verslag.append(StapVerslag(werk.stap, StapStatus.GEEN, tuple(meldingen)))
            return
        geraakt = sporen(self.root, werk.root)
        self.root = werk.root
        self.geraakt.volg(werk.stap)
        gebonden = tuple(sorted(werk.gebonden.items()))
        self.verslag.append(
            StapVerslag(werk.stap, StapStatus.UITGEVOERD, tuple(meldingen), gebonden=gebonden, sporen=geraakt)
        )


def _namen(stap: Stap) -> tuple[str, ...]:
    return (stap.onderdeel, stap.naam, f"{stap.artikel}.{stap.onderdeel}")


def _controleer_lezing(werk: Werk) -> None:
    """A step that was not read with certainty is not executed; a question may have been answered."""
    for melding in werk.stap.meldingen:
        if not melding.blokkeert:
            continue
        keuze = werk.beslist.get(melding.code)
        if melding.code.startswith("Q") and keuze is not None and keuze.keuze == "uitvoeren":
            tekst = f"{melding.tekst.rstrip('.')} ({melding.code}); uitgevoerd op grond van een keuze ({keuze.door})."
            werk.meld(codes.BESLIST, tekst)
            continue
        raise Weigering(melding.bij(werk.stap.naam))
    if not werk.stap.bewerkingen and werk.stap.zin.plat.strip():
        werk.weiger(codes.NIET_GELEZEN, "in de instructie is geen handeling gelezen.", "Herschrijf de instructie.")


def _groepen(ops: Sequence[Handeling]) -> list[list[Handeling]]:
    """The operations in order; renumberings that follow each other are one mapping, unnumbering comes last."""
    groepen: list[list[Handeling]] = []
    for op in sorted(gelijktijdig(ops), key=lambda op: isinstance(op, Ontnummer)):
        if groepen and isinstance(op, Vernummer) and isinstance(groepen[-1][0], Vernummer):
            groepen[-1].append(op)
        else:
            groepen.append([op])
    return groepen


def _niets_veranderd(oud: Node, nieuw: Node) -> bool:
    """True when a reader sees no difference; shared subtrees are not looked into."""
    if oud is nieuw:
        return True
    if len(oud.kinderen) != len(nieuw.kinderen) or not zelfde_eigen_tekst(oud, nieuw):
        return False
    paren = zip(oud.kinderen, nieuw.kinderen, strict=True)
    anders = itertools.compress(paren, map(operator.is_not, oud.kinderen, nieuw.kinderen))
    return all(_niets_veranderd(a, b) for a, b in anders)
