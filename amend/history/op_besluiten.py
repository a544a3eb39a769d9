"""Changes to changes: a decision that alters, drops or conditionally replaces a part of a decision (F97-F99).

Such an instruction changes the instruction, not the regulation; it makes sense only while that part is not yet in
force (aanwijzingen 6.26, 6.27). What was known before stays: the old part counts for knowledge before the change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from amend.apply.codes import VOORWAARDE
from amend.apply.uitvoeren import voer_uit
from amend.history import codes
from amend.history.doel import Doel, valt_onder
from amend.history.namen import gewone_naam, is_algemeen
from amend.model.address import Plaats
from amend.model.besluit import BesluitMeta
from amend.model.besluitdeel import deel_en_rest, gesplitst, op_besluit
from amend.model.kalender import datum_tekst
from amend.model.melding import Code, Melding
from amend.model.operations import Kader, Verwijder, Voorwaarde
from amend.model.stap import Keuze, Stap, StapStatus
from amend.model.tree import Node, Soort
from amend.parse.fragment import lees_plaatsen


@dataclass(frozen=True, slots=True)
class Bron:
    """A decision with its doelen and the choices recorded for it."""

    meta: BesluitMeta
    doelen: tuple[Doel, ...]
    keuzes: tuple[Keuze, ...] = ()

    def heet(self, naam: str) -> bool:
        """True when ``naam`` is a title of this decision."""
        return gewone_naam(naam) in {gewone_naam(n) for n in (self.meta.titel, self.meta.citeertitel or "") if n}


class _Verwerking:
    """The decisions while their parts are being changed."""

    def __init__(self, bronnen: Sequence[Bron]) -> None:
        self.bronnen = list(bronnen)
        self.meldingen: list[Melding] = []

    def verwerk(self) -> None:
        """Every instruction on a decision, in the order of entry into force."""
        opdrachten = [(i, doel, stap) for i, b in enumerate(self.bronnen) for doel in b.doelen for stap in doel.stappen]
        for i, doel, stap in sorted(opdrachten, key=lambda o: o[1].volgorde):
            if op_besluit(stap) and self.een(i, doel, stap):
                self.haal_weg(i, doel, stap)
            elif not op_besluit(stap) and (voorwaarde := _voorwaarde(stap)):
                self.onder_voorwaarde(i, doel, stap, voorwaarde)

    def onder_voorwaarde(self, i: int, doel: Doel, stap: Stap, voorwaarde: Voorwaarde) -> None:
        """A conditional instruction on the regulation itself: free of its condition, left out, or still a question."""
        if any(k.code == VOORWAARDE.code and _betreft(k, stap) for k in self.bronnen[i].keuzes):
            return  # the executor applies the choice and says so
        oordeel = self.oordeel(i, doel, stap, voorwaarde)
        if oordeel is None:
            return
        vrij = replace(stap, bewerkingen=tuple(replace(cast(Any, op), voorwaarde=None) for op in stap.bewerkingen))
        if not oordeel:
            self.meld(codes.VOORWAARDE_NIET_VERVULD, f"“{voorwaarde.besluit}”: niet uitgevoerd.", doel, stap)
        bron = self.bronnen[i]
        nieuw = (vrij,) if oordeel else ()
        doelen = tuple(replace(d, stappen=_ingezet(d.stappen, [stap], nieuw)) for d in bron.doelen)
        self.bronnen[i] = replace(bron, doelen=doelen)

    def een(self, i: int, doel: Doel, stap: Stap) -> bool:
        """Carry out one instruction; False when it must stay as it is, for the executor to refuse."""
        if all(isinstance(op, Kader) for op in stap.bewerkingen):
            return True
        naam = next((op.regeling for op in stap.bewerkingen if op.regeling), stap.regeling)
        j = self.zoek(i, stap, naam)
        if j is None:
            self.meld(codes.BESLUIT_ONBEKEND, f"“{naam}” is niet een van de besluiten over deze regeling.", doel, stap)
            return False
        voorwaarde = _voorwaarde(stap)
        oordeel = True if voorwaarde is None else self.oordeel(i, doel, stap, voorwaarde)
        if oordeel is None:
            return False
        if not oordeel:
            tekst = f"de voorwaarde (“{voorwaarde.besluit if voorwaarde else ''}”) is niet vervuld."
            self.meld(codes.VOORWAARDE_NIET_VERVULD, tekst, doel, stap)
            return True
        return self.wijzig(i, j, doel, stap)

    def zoek(self, i: int, stap: Stap, naam: str | None) -> int | None:
        """The decision that is changed; without a name, or with a general one, the decision itself."""
        if is_algemeen(naam) or self.bronnen[i].heet(naam or ""):
            return i
        raak = [j for j, bron in enumerate(self.bronnen) if bron.heet(naam or "")]
        return raak[0] if len(raak) == 1 else None

    # --- conditions -------------------------------------------------------------------------------------------------

    def oordeel(self, i: int, doel: Doel, stap: Stap, v: Voorwaarde) -> bool | None:
        """Whether the condition holds; None when that is not known and nobody decided."""
        keuze = next((k for k in self.bronnen[i].keuzes if k.code == VOORWAARDE.code and _betreft(k, stap)), None)
        if keuze is not None:
            return keuze.keuze == "uitvoeren" if keuze.keuze in ("uitvoeren", "overslaan") else None
        if v.wanneer == "wet":
            return None  # whether a bill has become law stands in no store
        ander = [b for b in self.bronnen if b.heet(v.besluit)]
        dagen = [d.jwv for b in ander for d in b.doelen]
        eigen = self.eigen_dag(i, doel, v.dan)
        if len(ander) != 1 or not dagen or any(dag is None for dag in dagen) or eigen is None:
            return None
        dag = min(dag for dag in dagen if dag is not None)
        uit = {"eerder": dag < eigen, "later": dag > eigen, "tegelijk": dag == eigen}[v.wanneer]
        tekst = (
            f"“{v.besluit}” treedt in werking op {datum_tekst(dag)}, dit onderdeel hangt af van {datum_tekst(eigen)}."
        )
        self.meld(codes.VOORWAARDE_GETOETST, tekst, doel, stap)
        return uit

    def eigen_dag(self, i: int, doel: Doel, dan: str) -> date | None:
        """The day with which the other one is compared: that of the named part, or of the decision."""
        plaatsen = lees_plaatsen(dan.split(" van ")[0]) if dan.lower().startswith("artikel") else None
        if plaatsen:
            deel = gesplitst(plaatsen[0])[0]
            stappen = [s for d in self.bronnen[i].doelen for s in d.stappen]
            dagen = {d.jwv for d in self.bronnen[i].doelen for s in d.stappen if valt_onder(s, deel, stappen)}
            return dagen.pop() if len(dagen) == 1 else None
        return doel.jwv

    # --- the change -------------------------------------------------------------------------------------------------

    def wijzig(self, i: int, j: int, doel: Doel, stap: Stap) -> bool:
        """Give the part its new instructions; refuse when it is not there or already in force."""
        for deel, rest in filter(None, (deel_en_rest(op, stap.regeling) for op in stap.bewerkingen)):
            bron = self.bronnen[j]
            alle = [s for d in bron.doelen for s in d.stappen]
            raak = [d for d in bron.doelen if any(valt_onder(s, deel, alle) and s is not stap for s in d.stappen)]
            if not raak:
                self.meld(codes.GEEN_ONDERDEEL, f"het besluit heeft geen {_zeg(deel)}.", doel, stap)
                return False
            if i != j and not self.op_tijd(raak, doel, stap, deel):
                return True
            if not self.vervang(i, j, raak, doel, stap, deel, rest):
                return False
        return True

    def op_tijd(self, raak: Sequence[Doel], doel: Doel, stap: Stap, deel: Plaats) -> bool:
        """True when none of the part is in force yet at the moment of the change."""
        if doel.jwv is None:
            tekst = f"{_zeg(deel)} blijft zoals het is tot vaststaat wanneer de wijziging ervan in werking treedt."
            self.meld(codes.WIJZIGING_WACHT, tekst, doel, stap)
            return False
        te_laat = [d for d in raak if d.jwv is not None and d.jwv < doel.jwv]
        if not te_laat or te_laat[0].jwv is None:
            return True
        dag = datum_tekst(te_laat[0].jwv)
        if any(isinstance(op, Verwijder) for op in stap.bewerkingen):
            tekst = f"{_zeg(deel)} is al op {dag} in werking getreden; dat het vervalt, wijzigt de tekst niet meer."
            self.meld(codes.TE_LAAT_VERVALLEN, tekst, doel, stap)
        else:
            tekst = f"{_zeg(deel)} is al op {dag} in werking getreden en kan niet meer worden gewijzigd."
            self.meld(codes.TE_LAAT_GEWIJZIGD, tekst, doel, stap)
        return False

    def vervang(self, i: int, j: int, raak: Sequence[Doel], doel: Doel, stap: Stap, deel: Plaats, rest: Plaats) -> bool:
        """Put the new instructions in the place of the old; between decisions the old ones stay known until then."""
        bron = self.bronnen[j]
        alle = [s for d in bron.doelen for s in d.stappen]
        doelen: list[Doel] = []
        gedaan = False
        for oud in bron.doelen:
            binnen = [s for s in oud.stappen if valt_onder(s, deel, alle) and s is not stap] if oud in raak else []
            if not binnen:
                doelen.append(oud)
                continue
            nieuw = _nieuwe_stappen(stap, binnen, rest)
            if nieuw is None:
                tekst = f"in {_zeg(deel)} is niet met zekerheid aan te wijzen wat verandert."
                self.meld(codes.NIET_IN_ONDERDEEL, tekst, doel, stap)
                return False
            ander = replace(oud, stappen=_ingezet(oud.stappen, binnen, () if gedaan else nieuw))
            doelen.extend([ander] if i == j else _na_elkaar(oud, ander, doel))
            gedaan = True
        self.bronnen[j] = replace(bron, doelen=tuple(doelen))
        wat = "vervalt" if any(isinstance(op, Verwijder) for op in stap.bewerkingen) and not rest else "luidt anders"
        self.meld(codes.OPDRACHT_GEWIJZIGD, f"{_zeg(deel)} van “{bron.meta.titel or bron.meta.id}” {wat}.", doel, stap)
        return True

    def haal_weg(self, i: int, doel: Doel, stap: Stap) -> None:
        """The instruction has done its work: it does nothing to the regulation."""
        bron = self.bronnen[i]
        doelen = [replace(d, stappen=tuple(s for s in d.stappen if s is not stap)) for d in bron.doelen]
        self.bronnen[i] = replace(bron, doelen=tuple(doelen))

    def meld(self, code: Code, tekst: str, doel: Doel, stap: Stap) -> None:
        """A finding about an instruction on a decision."""
        plek = stap.zin.plek(0, len(stap.zin.plat))
        melding = code.melding(f"{_naam(stap)}: {tekst}", plek).bij(stap.naam, doel.besluit)
        self.meldingen.append(melding)


def verwerk(bronnen: Sequence[Bron]) -> tuple[tuple[Bron, ...], tuple[Melding, ...]]:
    """The decisions after the changes that they make to each other, and findings about those changes."""
    if not any(
        op_besluit(stap) or _voorwaarde(stap) for bron in bronnen for doel in bron.doelen for stap in doel.stappen
    ):
        return tuple(bronnen), ()
    verwerking = _Verwerking(bronnen)
    verwerking.verwerk()
    return tuple(verwerking.bronnen), tuple(verwerking.meldingen)


def _voorwaarde(stap: Stap) -> Voorwaarde | None:
    return next((op.voorwaarde for op in stap.bewerkingen if op.voorwaarde and not isinstance(op, Kader)), None)


def _betreft(keuze: Keuze, stap: Stap) -> bool:
    return keuze.onderdeel in (stap.onderdeel, stap.naam, f"{stap.artikel}.{stap.onderdeel}")


def _naam(stap: Stap) -> str:
    return f"Onderdeel {stap.onderdeel}" if stap.onderdeel else f"Artikel {stap.artikel}"


def _zeg(deel: Plaats) -> str:
    return str(deel).replace("/", ", ")


def _na_elkaar(oud: Doel, nieuw: Doel, door: Doel) -> list[Doel]:
    """The old part for what is known before the change, the new one from then on."""
    bek = max((dag for dag in (oud.bek, door.bek) if dag), default=None)
    return [replace(oud, tot_bekend=door.bek), replace(nieuw, id=f"{oud.id}+{door.besluit}", bek=bek)]


def _ingezet(stappen: Sequence[Stap], weg: Sequence[Stap], nieuw: Sequence[Stap]) -> tuple[Stap, ...]:
    """The steps with ``nieuw`` in the place of the first of ``weg``."""
    uit: list[Stap] = []
    gezet = False
    for stap in stappen:
        if not any(stap is oud for oud in weg):
            uit.append(stap)
        elif not gezet:
            uit.extend(nieuw)
            gezet = True
    return tuple(uit)


def _nieuwe_stappen(opdracht: Stap, oud: Sequence[Stap], rest: Plaats) -> tuple[Stap, ...] | None:
    """What the part instructs from now on; None when that cannot be made with certainty."""
    if rest:
        return _in_nieuwe_tekst(opdracht, oud, rest)
    if all(isinstance(op, Verwijder) for op in opdracht.bewerkingen):
        return ()
    artikel = oud[0].artikel
    return tuple(replace(stap, artikel=artikel) for stap in opdracht.nieuwe_stappen) or None


def _in_nieuwe_tekst(opdracht: Stap, oud: Sequence[Stap], rest: Plaats) -> tuple[Stap, ...] | None:
    """F97: the change is made in the new text that the part gives; exactly one payload must take it."""
    uit: list[Stap] = []
    keren = 0
    for stap in oud:
        bewerkingen = []
        for op in stap.bewerkingen:
            inhoud: tuple[Node, ...] = getattr(op, "inhoud", ())
            nieuw = _gewijzigd(opdracht, inhoud, rest) if inhoud else None
            keren += nieuw is not None
            bewerkingen.append(op if nieuw is None else replace(cast(Any, op), inhoud=nieuw))
        uit.append(replace(stap, bewerkingen=tuple(bewerkingen)))
    return tuple(uit) if keren == 1 else None


def _gewijzigd(opdracht: Stap, inhoud: tuple[Node, ...], rest: Plaats) -> tuple[Node, ...] | None:
    """The payload after the change, or None when the change does not fit there."""
    eigen = tuple(
        replace(cast(Any, op), doel=(rest,), voorgesteld=False, voorwaarde=None, besluitdeel=None)
        for op in opdracht.bewerkingen
    )
    root = Node(Soort.REGELING, kinderen=inhoud)
    uit = voer_uit(root, [replace(opdracht, bewerkingen=eigen)], "", "xx0000_1")
    gelukt = uit.volledig and all(v.status is StapStatus.UITGEVOERD for v in uit.verslag)
    return uit.root.kinderen if gelukt else None
