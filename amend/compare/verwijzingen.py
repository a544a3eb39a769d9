"""References that a change made stale: pointing at nothing, or at another provision than before.

A reference in kept text speaks of the old numbers; one in new text of the new numbers. External law is never touched,
and nothing is edited: each finding only says which words would repair it, when that is certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from amend.compare.plaats import plaats_van
from amend.compare.samen import Knoop, Relatie
from amend.compare.tak import Tak
from amend.compare.verwijzing_vorm import Nummer, Verwijzing, vervang, verwijzingen_in
from amend.compare.wijziging import Vergelijking
from amend.model.address import DIEPTE
from amend.model.numbering import rangwoord, sleutel
from amend.model.regeling import Regeling
from amend.model.tree import ITEMS, Node, Soort, Status, platte_tekst


class Staat(StrEnum):
    """What is wrong with a reference."""

    VERNUMMERD = "wijst naar een andere bepaling"
    VERVALLEN = "wijst naar een vervallen bepaling"
    ONTBREEKT = "wijst naar niets"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One stale reference: where it stands, its words, what is wrong, and the words that would repair it (or None)."""

    plaats: str
    tekst: str
    staat: Staat
    uitleg: str
    herstel: str | None = None
    regeling: str | None = None


@dataclass(frozen=True, slots=True)
class _Doel:
    """What became of one number: its new number, or None when it is gone or never was."""

    nummer: Nummer
    nieuw: str | None
    uitleg: str
    staat: Staat | None


def verouderd(vergelijking: Vergelijking) -> tuple[Bevinding, ...]:
    """The stale references in the new text of the regulation itself."""
    zoeker = _Zoeker(vergelijking)
    uit: list[Bevinding] = []
    for tak, tekst, oud in _teksten(vergelijking):
        for verwijzing in verwijzingen_in(tekst):
            if verwijzing.naam is None or zoeker.is_eigen(verwijzing.naam):
                oude = all(oud[verwijzing.start : verwijzing.eind])
                uit.extend(zoeker.toets(verwijzing, tekst, tak, oude=oude))
    return tuple(uit)


def verouderd_in(ander: Regeling, vergelijking: Vergelijking) -> tuple[Bevinding, ...]:
    """The references in another regulation that name this one and are stale after the change."""
    zoeker = _Zoeker(vergelijking)
    uit: list[Bevinding] = []
    for tak in Tak(ander.root).loop():
        tekst = platte_tekst(tak.node.tekst)
        for verwijzing in verwijzingen_in(tekst) if tekst else ():
            if verwijzing.soort and verwijzing.naam is not None and zoeker.is_eigen(verwijzing.naam):
                uit.extend(zoeker.toets(verwijzing, tekst, tak, oude=True, regeling=ander.meta.id))
    return tuple(uit)


def _teksten(vergelijking: Vergelijking) -> Iterator[tuple[Tak, str, Sequence[bool]]]:
    """Every text block of the new tree, and per character whether it stood in the old text."""
    stapel: list[Knoop] = [vergelijking.samen.root]
    while stapel:
        knoop = stapel.pop()
        tak = vergelijking.samen.takken[knoop.id][1]
        if tak is None:
            continue
        if knoop.relatie is Relatie.GELIJK:
            for deel in tak.loop():
                if deel.node.tekst:
                    tekst = platte_tekst(deel.node.tekst)
                    yield deel, tekst, [True] * len(tekst)
            continue
        if knoop.relatie in (Relatie.PAAR, Relatie.BIJ) and knoop.node.tekst:
            yield tak, platte_tekst(knoop.node.tekst), _oude_tekens(knoop)
        stapel.extend(reversed(knoop.kinderen))


def _oude_tekens(knoop: Knoop) -> list[bool]:
    if knoop.tekst is None:
        return [knoop.relatie is Relatie.PAAR] * len(platte_tekst(knoop.node.tekst))
    return [deel.gelijk for deel in knoop.tekst for _ in deel.nieuwe_tekst]


class _Zoeker:
    def __init__(self, vergelijking: Vergelijking) -> None:
        self.partner: dict[int, Tak | None] = {}
        self.terug: dict[int, Tak] = {}
        self.oud = self._verzamel(vergelijking, 0)
        self.nieuw = self._verzamel(vergelijking, 1)
        meta = vergelijking.nieuw.meta
        namen = (meta.titel, meta.citeertitel or "", platte_tekst(vergelijking.nieuw.root.opschrift))
        self.namen = [naam.casefold() for naam in namen if len(naam) > 3]

    def is_eigen(self, naam: str) -> bool:
        """True when a reference names this regulation."""
        return any(naam.casefold().startswith(eigen) for eigen in self.namen)

    def _verzamel(self, vergelijking: Vergelijking, kant: int) -> dict[tuple[str, str], list[Tak]]:
        uit: dict[tuple[str, str], list[Tak]] = defaultdict(list)
        root = vergelijking.samen.takken[vergelijking.samen.root.id][kant]
        for tak in root.loop() if root else ():
            if tak.node.nummer and tak.node.soort not in ITEMS | {Soort.LID}:
                uit[_soort(tak.node), tak.node.nummer.lower()].append(tak)
        return uit

    # ---- one reference ----

    def toets(
        self, verwijzing: Verwijzing, tekst: str, tak: Tak, *, oude: bool, regeling: str | None = None
    ) -> Iterator[Bevinding]:
        """The finding about a reference, if there is one."""
        doelen = list(self._doelen(verwijzing, tak, oude=oude))
        fout = [doel for doel in doelen if doel.staat is not None]
        if not fout:
            return
        zeker = all(doel.nieuw is not None for doel in doelen)
        nieuw = [(d.nummer, _in_vorm(tekst, d.nummer, d.nieuw)) for d in doelen if d.nieuw is not None]
        herstel = vervang(tekst, verwijzing, nieuw) if zeker and all(waarde for _, waarde in nieuw) else None
        woorden = tekst[verwijzing.start : verwijzing.eind]
        uitleg = "; ".join(dict.fromkeys(doel.uitleg for doel in fout))
        ernst = min((doel.staat for doel in fout if doel.staat), key=[*reversed(Staat)].index)
        yield Bevinding(plaats_van(tak), woorden, ernst, uitleg, herstel if herstel != woorden else None, regeling)

    def _doelen(self, verwijzing: Verwijzing, tak: Tak, *, oude: bool) -> Iterator[_Doel]:
        houders: list[Tak] = []
        if verwijzing.soort:
            for nummer in verwijzing.nummers:
                doel, houder = self._element(verwijzing.soort, nummer, oude=oude)
                yield doel
                houders += [houder] if houder is not None else []
        else:
            eigen = self._eigen_houder(tak, lid=bool(verwijzing.leden), oude=oude)
            houders = [eigen] if eigen is not None else []
        if len(houders) != 1:
            return
        for nummer in verwijzing.leden:
            van_lid, lid = _kind(houders[0], nummer, {Soort.LID}, oude=oude)
            if van_lid is not None:
                yield van_lid
            houders = [lid] if lid is not None else []
        for nummer in verwijzing.onderdelen if len(houders) == 1 else ():
            van_item, _ = _kind(houders[0], nummer, ITEMS, oude=oude)
            if van_item is not None:
                yield van_item

    def _eigen_houder(self, tak: Tak, *, lid: bool, oude: bool) -> Tak | None:
        """The article (for "het eerste lid") or the list around (for "onder a") that a relative reference is in."""
        soorten = {Soort.ARTIKEL} if lid else {Soort.ARTIKEL, Soort.LID}
        for deel in reversed(tak.lijn()):
            if deel.node.soort in soorten:
                return _toen(deel) if oude else deel
        return None

    def _element(self, soort: str, nummer: Nummer, *, oude: bool) -> tuple[_Doel, Tak | None]:
        naam = f"{soort} {nummer.waarde}"
        sleutel_ = (soort, nummer.waarde.lower())
        nu = [tak for tak in self.nieuw.get(sleutel_, ()) if _levend(tak.node)]
        if not oude:
            goed = bool(nu)
            uitleg = "" if goed else f"{naam} bestaat niet"
            return _Doel(nummer, nummer.waarde, uitleg, None if goed else Staat.ONTBREEKT), nu[0] if len(
                nu
            ) == 1 else None
        was = self.oud.get(sleutel_, [])
        if len(was) != 1:
            return self._onzeker(nummer, naam, was, nu)
        partner = _nu(was[0])
        if partner is None or (not _levend(partner.node) and _levend(was[0].node)):
            bezet = f"; het nummer is nu van een andere bepaling ({naam})" if nu else ""
            return _Doel(nummer, None, f"{naam} is vervallen{bezet}", Staat.VERVALLEN), None
        nieuw = partner.node.nummer
        if nieuw.lower() == nummer.waarde.lower():
            return _Doel(nummer, nummer.waarde, "", None), was[0]
        bezet = f"; {naam} is nu een andere bepaling" if nu else ""
        return _Doel(nummer, nieuw, f"{naam} is nu {soort} {nieuw}{bezet}", Staat.VERNUMMERD), was[0]

    def _onzeker(self, nummer: Nummer, naam: str, was: Sequence[Tak], nu: Sequence[Tak]) -> tuple[_Doel, Tak | None]:
        """A number that the old text had not at all, or more than once."""
        if was:
            gelijk = all((nu_ := _nu(tak)) is not None and nu_.node.nummer == tak.node.nummer for tak in was)
            uitleg = f"{naam} kwam in de oude tekst {len(was)} keer voor en is (deels) veranderd"
            return _Doel(nummer, nummer.waarde if gelijk else None, uitleg, None if gelijk else Staat.VERNUMMERD), None
        if nu:
            uitleg = f"{naam} bestond in de oude tekst niet en is nu een nieuwe bepaling"
            return _Doel(nummer, None, uitleg, Staat.VERNUMMERD), None
        return _Doel(nummer, None, f"{naam} bestaat niet, ook in de oude tekst niet", Staat.ONTBREEKT), None


def _kind(
    houder: Tak, nummer: Nummer, soorten: set[Soort] | frozenset[Soort], *, oude: bool
) -> tuple[_Doel | None, Tak | None]:
    """What became of a lid or item with this number inside ``houder`` (old element for old text)."""
    kinderen = [tak for tak in _binnen(houder) if tak.node.soort in soorten]
    if not kinderen:
        return None, None
    naam = f"{'lid' if Soort.LID in soorten else 'onderdeel'} {nummer.waarde}"
    raak = [tak for tak in kinderen if tak.node.nummer.lower().rstrip("°º") == nummer.waarde.lower().rstrip("°º")]
    if len(raak) != 1:
        fout = not raak
        uitleg = f"{naam} bestaat niet in {plaats_van(houder)}"
        return _Doel(nummer, None if fout else nummer.waarde, uitleg, Staat.ONTBREEKT if fout else None), None
    if not oude:
        return _Doel(nummer, nummer.waarde, "", None), raak[0]
    partner = _nu(raak[0])
    if partner is None or not _levend(partner.node):
        return _Doel(nummer, None, f"{naam} van {plaats_van(houder)} is vervallen", Staat.VERVALLEN), None
    if partner.node.nummer == raak[0].node.nummer:
        return _Doel(nummer, nummer.waarde, "", None), raak[0]
    uitleg = f"{naam} van {plaats_van(houder)} is nu {plaats_van(partner)}"
    return _Doel(nummer, partner.node.nummer, uitleg, Staat.VERNUMMERD), raak[0]


def _nu(tak: Tak) -> Tak | None:
    """The counterpart; inside a part that both versions share the branch itself, which was never paired one by one."""
    if tak.partner is None and any(deel.gelijk for deel in tak.lijn()):
        return tak
    return tak.partner


_toen = _nu


def _binnen(houder: Tak) -> Iterator[Tak]:
    """Children, looking through lists; not into leden or items."""
    for kind in houder.kinderen:
        if kind.node.soort is Soort.LIJST:
            yield from kind.kinderen
        else:
            yield kind


def _in_vorm(tekst: str, nummer: Nummer, nieuw: str | None) -> str:
    """The new number as the old one was written: an ordinal stays an ordinal; "" when that cannot be."""
    oud = tekst[nummer.start : nummer.eind]
    if nieuw is None or oud == nummer.waarde:
        return nieuw or ""
    if not nieuw.isdecimal():
        return ""
    woord = rangwoord(int(nieuw))
    return woord.capitalize() if oud[:1].isupper() else woord


def _soort(node: Node) -> str:
    label = node.label.lower().strip()
    return label if label in DIEPTE else node.soort.value


def _levend(node: Node) -> bool:
    return node.status is not Status.VERVALLEN


def volgorde(bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
    """Worst first: pointing at nothing, at something gone, at another provision."""
    rang = {staat: n for n, staat in enumerate(reversed(Staat))}
    return sorted(bevindingen, key=lambda b: (rang[b.staat], b.regeling or "", sleutel(b.plaats)))
