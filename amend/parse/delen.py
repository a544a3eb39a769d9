"""Constituents of a clause: what the tree reader delivers and the frames consume."""

from __future__ import annotations

from dataclasses import dataclass, field

from amend.model.address import Plaats


class AfgekeurdError(Exception):
    """This reading of the sentence makes no sense; another one may."""


class TeVeelError(Exception):
    """More readings than can be weighed."""


@dataclass(frozen=True, slots=True)
class Adressen:
    """Addresses as written. ``los``: bare numbers or ordinals that take their kind from elsewhere ("tot d en e").
    ``koppen`` counts quotations read as the heading of an article;
    ``gesteld``: "de tekst van …", "het gestelde onder …"; ``namen``: several regulations in one list;
    ``kop``: words with a capital behind a number, read as its heading."""

    plaatsen: tuple[Plaats, ...] = ()
    regeling: str | None = None
    voorgesteld: bool = False
    met_opschrift: bool = False
    los: bool = False
    koppen: int = 0
    gesteld: bool = False
    namen: tuple[str, ...] = ()
    kop: str = ""


@dataclass(frozen=True, slots=True)
class Nieuw:
    """An announced new element: "twee leden", "een nieuw onderdeel e"; ``meer``: "de volgende artikelen", no count."""

    soort: str
    nummers: tuple[str, ...] = ()
    aantal: int | None = None
    meer: bool = False


@dataclass(frozen=True, slots=True)
class Leesteken:
    """A punctuation mark and where it stands; ``bij`` None = at the end of the place named elsewhere.

    ``na`` or ``voor``: the words it stands beside ("de komma na «verzoek»").
    """

    teken: str
    bij: Adressen | None = None
    na: str = ""
    voor: str = ""


@dataclass(frozen=True, slots=True)
class Deel:
    """One constituent: its role, its span, and the content that the role carries.

    ``eigen`` says that the texts stand unquoted after the sentence's own colon; ``verder`` holds constituents of the
    same role in the same phrase ("en van de artikelen 2 en 3 tot 3 en 4").
    """

    rol: str
    start: int = 0
    eind: int = 0
    adres: Adressen | None = None
    naar: Adressen | None = None
    teksten: tuple[str, ...] = ()
    nieuw: Nieuw | None = None
    tekens: tuple[tuple[Leesteken, str], ...] = ()
    waarde: str = ""
    eigen: bool = False
    resp: bool = False
    verder: tuple[Deel, ...] = ()

    def op(self, start: int, eind: int) -> Deel:
        """The same constituent with this span (made for every node of every sentence, hence not with ``replace``)."""
        if (start, eind) == (self.start, self.eind):
            return self
        inhoud = (
            self.adres,
            self.naar,
            self.teksten,
            self.nieuw,
            self.tekens,
            self.waarde,
            self.eigen,
            self.resp,
            self.verder,
        )
        return Deel(self.rol, start, eind, *inhoud)


@dataclass(frozen=True, slots=True)
class Clause:
    """The constituents of one clause, in order."""

    delen: tuple[Deel, ...]
    verbonden: str = ""

    @property
    def spanne(self) -> tuple[int, int]:
        """First and last character."""
        return (min(d.start for d in self.delen), max(d.eind for d in self.delen))

    @property
    def werkwoorden(self) -> frozenset[str]:
        """The verbs, as values of the lexicon."""
        return frozenset(deel.waarde for deel in self.delen if deel.rol == "werkwoord")


@dataclass(slots=True)
class Rest:
    """The constituents of a clause that no frame has used yet."""

    delen: list[Deel] = field(default_factory=list)

    def pak(self, *rollen: str) -> list[Deel]:
        """Take all constituents with these roles."""
        gepakt = [deel for deel in self.delen if deel.rol in rollen]
        self.delen = [deel for deel in self.delen if deel.rol not in rollen]
        return gepakt

    def een(self, *rollen: str) -> Deel | None:
        """Take the only constituent with these roles, or None; two of them is no reading."""
        gepakt = self.pak(*rollen)
        if len(gepakt) > 1:
            raise AfgekeurdError(f"twee keer {'/'.join(rollen)}")
        return gepakt[0] if gepakt else None

    def negeer(self, *rollen: str) -> None:
        """Take constituents that add nothing here; raise when one has words or a count that would be lost."""
        for deel in self.pak(*rollen):
            if deel.teksten or (deel.rol == "bijwoord" and deel.waarde not in {"", "telkens"}):
                raise AfgekeurdError(f"zonder functie: {deel.rol}")

    def leeg(self) -> None:
        """Raise when a constituent is left: no word may stay without meaning."""
        if self.delen:
            raise AfgekeurdError(f"zonder functie: {self.delen[0].rol}")
