"""The readings of a sentence: clauses are read one after another, and a reading that makes no sense ends at once.

A sentence is cut at every word that may part two clauses ("en", a comma, a semicolon); whether it does, follows from
what the frames make of the parts. Readings that come to the same state at the same place are one, so the work grows
with the length of the sentence and not with the number of ways to cut it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from amend.model.address import Plaats
from amend.parse.build import begin, bouw_clause, rond_af
from amend.parse.delen import AfgekeurdError, Clause, TeVeelError
from amend.parse.grammatica import kaart
from amend.parse.lexer_token import Token
from amend.parse.lezen import Lezer
from amend.parse.toestand import Toestand, kern

MAX_TOESTANDEN: Final = 64
"""How many readings may be open at one place; more is refused."""
_SCHEIDERS: Final = frozenset({"EN", "ENZIN", "KOMMA", "PUNT", "PUNTKOMMA"})
_DUBBEL: Final = {("PUNTKOMMA", "EN"), ("PUNTKOMMA", "ENZIN")}


@dataclass(slots=True)
class Uitslag:
    """What was found: the best readings, why others fell, and the first token that fitted nowhere."""

    lezingen: list[Toestand] = field(default_factory=list)
    afkeuring: str = ""
    gestuit: int | None = None


def zoek(zin: str, rij: Sequence[Token], context: Plaats, onderdeel: str | None) -> Uitslag:
    """The plainest readings of the tokens: no unequal lists, fewest assumptions, then fewest clauses.

    Raises TeVeelError when more readings stay open than can be weighed.
    """
    return _Zoeker(zin, rij).zoek(begin(context, onderdeel))


class _Zoeker:
    def __init__(self, zin: str, rij: Sequence[Token]) -> None:
        self.rij = rij
        self.eind = _zonder_slot(rij)
        self.kaart = kaart(tuple(token.soort for token in rij[: self.eind]))
        self.lezer = Lezer(zin, rij)
        self.uitslag = Uitslag()

    def zoek(self, eerste: Toestand) -> Uitslag:
        open_: dict[int, list[Toestand]] = {0: [eerste]}
        for plek in range(self.eind):
            if plek in open_:
                for van_hier in _zuinigste(open_.pop(plek)):
                    self._verder(plek, van_hier, open_)
        klaar = _zuinigste(
            [t for toestand in open_.get(self.eind, []) for t in self._af(toestand)], lambda t: kern(t.operaties)
        )
        beste = min((t.rang for t in klaar), default=None)
        self.uitslag.lezingen = [t for t in klaar if t.rang == beste]
        if not klaar and not self._past():
            self.uitslag.gestuit = self.kaart.ver
        if not self.uitslag.afkeuring or self.uitslag.afkeuring.startswith("zonder functie"):
            self.uitslag.afkeuring = self.lezer.afkeuring or self.uitslag.afkeuring
        return self.uitslag

    def _verder(self, plek: int, toestand: Toestand, open_: dict[int, list[Toestand]]) -> None:
        """Every clause that may begin here, in this state."""
        for slot, knoop in self.kaart.lees("clausule", plek).items():
            volgende = self._volgende(slot)
            if not volgende:
                continue
            for clause in self.lezer.lees(knoop):
                self._clause(toestand, clause, [open_.setdefault(v, []) for v in volgende])

    def _clause(self, toestand: Toestand, clause: Clause, rijen: list[list[Toestand]]) -> None:
        try:
            nieuw = bouw_clause(toestand, clause)
        except AfgekeurdError as fout:
            self.uitslag.afkeuring = self.uitslag.afkeuring or str(fout)
            return
        for rij in rijen:
            rij.append(nieuw)

    def _af(self, toestand: Toestand) -> Iterator[Toestand]:
        try:
            yield rond_af(toestand)
        except AfgekeurdError as fout:
            self.uitslag.afkeuring = self.uitslag.afkeuring or str(fout)

    def _volgende(self, slot: int) -> list[int]:
        """Where a clause may begin after one that ends here; the end counts too."""
        if slot == self.eind:
            return [slot]
        if self.rij[slot].soort not in _SCHEIDERS:
            return []
        dubbel = slot + 2 < self.eind and (self.rij[slot].soort, self.rij[slot + 1].soort) in _DUBBEL
        return [slot + 1, slot + 2] if dubbel else [slot + 1]

    def _past(self) -> bool:
        """True when the whole sentence can be cut into clauses, though none made sense."""
        bereikt = {0}
        for plek in range(self.eind):
            if plek in bereikt:
                bereikt.update(v for slot in self.kaart.lees("clausule", plek) for v in self._volgende(slot))
        return self.eind in bereikt


def _zonder_slot(rij: Sequence[Token]) -> int:
    """Past the last token that is not the closing mark of the sentence."""
    eind = len(rij)
    for soort in ("PUNTKOMMA", "PUNT"):
        if eind > 1 and rij[eind - 1].soort == soort:
            eind -= 1
    return eind


def _zuinigste(
    toestanden: Sequence[Toestand], sleutel: Callable[[Toestand], Hashable] = Toestand.sleutel
) -> list[Toestand]:
    """One reading of each state: the plainest."""
    if len(toestanden) < 2:
        return list(toestanden)
    uit: dict[Hashable, Toestand] = {}
    for toestand in toestanden:
        eigen = sleutel(toestand)
        if eigen not in uit or uit[eigen].rang > toestand.rang:
            uit[eigen] = toestand
    if len(uit) > MAX_TOESTANDEN:
        raise TeVeelError
    return list(uit.values())
