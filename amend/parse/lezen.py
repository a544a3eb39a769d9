"""Parse nodes → readings: clauses with their constituents, or addresses. Equal readings are kept once."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from amend.model.address import Niveau, Plaats
from amend.parse import lezen_delen
from amend.parse.adres import LOS, Stap, enkelvoud
from amend.parse.citaten import opent
from amend.parse.delen import Adressen, AfgekeurdError, Clause, Deel, TeVeelError
from amend.parse.grammatica import Knoop
from amend.parse.lexer_token import Token
from amend.parse.lezen_adres import MET_KOP, VEEL, lees_adres
from amend.parse.voorbewerk import HOOFD

MAX_LEZINGEN: Final = 400


class Lezer:
    """Reads the nodes of one sentence; a method per grammar rule gets the values of its children.

    Raises TeVeelError when a stretch can be read in more ways than can be weighed.
    """

    def __init__(self, zin: str, tokens: Sequence[Token]) -> None:
        self.zin = zin
        self.tokens = tokens
        self.afkeuring = ""
        self._gelezen: dict[Knoop, list[Any]] = {}

    def lees(self, knoop: Knoop) -> list[Any]:
        """All values of a node that make sense."""
        gelezen = self._gelezen.get(knoop)
        if gelezen is None:
            gelezen = self._gelezen[knoop] = self._waarden(knoop)
        return gelezen

    def _waarden(self, knoop: Knoop) -> list[Any]:
        """The values of all ways to fill the node, each once; a constituent gets the span of its tokens."""
        lees = getattr(self, f"_{knoop.regel}", None) or lezen_delen.lezer_van(knoop.regel)
        uit: list[Any] = []
        for rij in self._vullingen(knoop):
            try:
                waarde = lees(rij)
            except AfgekeurdError as fout:
                self.afkeuring = self.afkeuring or str(fout)
                continue
            if isinstance(waarde, Deel):
                waarde = waarde.op(self.tokens[knoop.start].start, self.tokens[knoop.eind - 1].eind)
            if waarde not in uit:
                uit.append(waarde)
            if len(uit) > MAX_LEZINGEN:
                raise TeVeelError
        return uit

    def _vullingen(self, knoop: Knoop) -> Iterator[tuple[Any, ...]]:
        """The values of the children, for every way to fill the node."""
        for kinderen in knoop.alternatieven:
            waarden = [[self.tokens[kind]] if isinstance(kind, int) else self.lees(kind) for kind in kinderen]
            yield from itertools.product(*waarden)

    # --- sentences ------------------------------------------------------------------------------------------------

    def _clausule(self, kinderen: tuple[Any, ...]) -> Clause:
        return Clause(tuple(kind for kind in kinderen if isinstance(kind, Deel)))

    # --- addresses ------------------------------------------------------------------------------------------------

    def _adres(self, kinderen: tuple[Any, ...]) -> Adressen:
        return lees_adres(kinderen, self._letterlijk)

    def _bijnaam(self, kinderen: tuple[Any, ...]) -> str:
        return "@" + self._letterlijk(kinderen[0])

    def _onderwerp(self, kinderen: tuple[Any, ...]) -> Any:
        namen = [self._letterlijk(kind) for kind in kinderen if isinstance(kind, Token) and kind.soort == "NAAM"]
        return lezen_delen.lezer_van("onderwerp")(tuple(namen) or kinderen)

    def _van(self, kinderen: tuple[Any, ...]) -> Any:
        return kinderen[0] if kinderen[0].soort != "GENOEMD" else replace(kinderen[0], soort="VANGENOEMD")

    def _schakel(self, kinderen: tuple[Any, ...]) -> Any:
        return kinderen[0]

    def _groep(self, kinderen: tuple[Any, ...]) -> list[Stap]:
        uit: list[Stap] = []
        schakel = ""
        for kind in kinderen:
            if isinstance(kind, Token) and kind.soort != "IN":
                schakel = "EN" if kind.soort in {"EN", "ENLIJST"} else "VERVOLG" if kind.waarde else "NAAST"
            else:
                uit.append(
                    kind if kind.schakel in {"NAAM", "VOORGESTELD"} or not uit else replace(kind, schakel=schakel)
                )
        return uit

    def _stap(self, kinderen: tuple[Any, ...]) -> Stap:
        stap: Stap = next(kind for kind in kinderen if isinstance(kind, Stap))
        vorige = kinderen[kinderen.index(stap) - 1] if kinderen[0] is not stap else None
        if stap.schakel == "NAAMLOOS" and not (isinstance(vorige, Token) and vorige.soort in {"DET", "VOORGESTELD"}):
            raise AfgekeurdError("niveau zonder nummer")
        if any(isinstance(kind, Token) and kind.soort == "VOORGESTELD" for kind in kinderen):
            return Stap(stap.niveaus, "VOORGESTELD")
        kop = next((k.waarde for k in kinderen if isinstance(k, Token) and k.soort in {"CITAAT", "HAAKKOP"}), None)
        if kop is not None:
            if stap.niveaus[0].soort not in MET_KOP or len(stap.niveaus) > 1:
                raise AfgekeurdError("opschrift bij een lid of onderdeel")
            haken = any(isinstance(k, Token) and k.soort == "HAAKKOP" for k in kinderen) and not re.search(r"\d", kop)
            return Stap((replace(stap.niveaus[0], kop=kop),), "" if haken else "KOP")
        if any(isinstance(kind, Token) and kind.soort == "GESTELDE" for kind in kinderen):
            return Stap(stap.niveaus, "GESTELDE", tekst=True)
        return stap

    def _kop(self, kinderen: tuple[Any, ...]) -> Any:
        return kinderen[0]

    def _rang_niveau(self, kinderen: tuple[Any, ...]) -> Stap:
        rangen, noemer = kinderen[-2], kinderen[-1]
        if len(set(rangen.reeks)) < len(rangen.reeks):
            raise AfgekeurdError("twee keer hetzelfde nummer")
        soort = noemer.waarde  # "het derde onderdeel" counts: its mark may be c, 3 or none
        reeks = [(van, tot, soort == "onderdeel" and van.isdigit()) for van, tot in rangen.reeks]
        return Stap(tuple(Niveau(soort, van, tot, geteld=geteld) for van, tot, geteld in reeks))

    def _niveau_nr(self, kinderen: tuple[Any, ...]) -> Stap:
        noemer, nummers = kinderen
        if noemer.soort == "NIVEAU" and noemer.waarde == "lijst":
            woord = self.zin[noemer.start : noemer.eind].lower()
            return Stap(tuple(Niveau("bijlage", citaat=f"{woord} {van}") for van, _ in nummers.reeks))
        woord = enkelvoud(self.zin[noemer.start : noemer.eind])
        niveaus = tuple(Niveau(noemer.waarde, van, tot, woord=woord) for van, tot in nummers.reeks)
        return Stap(niveaus, meer=noemer.is_meervoud)

    def _niveau_citaat(self, kinderen: tuple[Any, ...]) -> Stap:
        noemer, citaat = kinderen
        if noemer.waarde == "onderdeel" and len(citaat.waarde) > 3:
            return Stap((Niveau("begrip", citaat=citaat.waarde, woord="onder"),))
        if noemer.waarde == "onderdeel" and _LETTER.fullmatch(citaat.waarde):
            return Stap((Niveau("onderdeel", citaat.waarde.rstrip(".)"), woord="onderdeel"),))
        if noemer.waarde not in {"rij", "kolom", "tabel", "bijlage"}:
            raise AfgekeurdError("element met een naam")
        return Stap((Niveau(noemer.waarde, citaat=citaat.waarde),))

    def _rij_nummer(self, kinderen: tuple[Any, ...]) -> Stap:
        """ "de rij met nummer 4": the row that has 4 in its first cell, wherever it stands."""
        nummers = kinderen[1]
        if nummers.soort == "CITAAT":
            return Stap((Niveau("rij", citaat=nummers.waarde),))
        if any(tot for _, tot in nummers.reeks):
            raise AfgekeurdError("een reeks rijen met nummers")
        return Stap(tuple(Niveau("rij", citaat=van) for van, _ in nummers.reeks))

    def _nr_los(self, kinderen: tuple[Any, ...]) -> Stap:
        soort = "onderdeel" if all(van.endswith("°") for van, _ in kinderen[0].reeks) else LOS
        return Stap(
            tuple(Niveau(soort, van, tot, woord="onder" if soort != LOS else "") for van, tot in kinderen[0].reeks)
        )

    def _kaal(self, kinderen: tuple[Any, ...]) -> Stap:
        soort = next(kind.waarde for kind in kinderen if kind.soort == "KAAL")
        citaat = next((kind.waarde for kind in kinderen if kind.soort == "CITAAT"), "")
        woord = next(self.zin[kind.start : kind.eind].lower() for kind in kinderen if kind.soort == "KAAL")
        return Stap((Niveau(soort, citaat=citaat, woord=woord),))

    def _zinsnede(self, kinderen: tuple[Any, ...]) -> Stap:
        """ "de zinsnede over de Woningwet": the block that begins with these words."""
        woorden = [kind for kind in kinderen[1:] if kind.soort != "DET"]
        naam = woorden[0].waarde if woorden[0].soort == "CITAAT" else self.zin[woorden[0].start : woorden[-1].eind]
        return Stap((Niveau("zinsnede", citaat=naam.strip(" ,")),))

    def _kaal_tekst(self, kinderen: tuple[Any, ...]) -> Stap:
        return Stap((Niveau("tekst"),))

    def _begripnaam(self, kinderen: tuple[Any, ...]) -> Adressen:
        woorden = [kind for kind in kinderen if kind.soort != "DET"]
        naam = woorden[0].waarde if woorden[0].soort == "CITAAT" else self.zin[woorden[0].start : woorden[-1].eind]
        if woorden[0].soort == "NAAM" and HOOFD.search(naam):
            raise AfgekeurdError("begrip met de naam van een regeling")
        return Adressen((Plaats((Niveau("begrip", citaat=naam),)),))

    def _vernummerd(self, kinderen: tuple[Any, ...]) -> Stap:
        """ "het tot derde lid vernummerde tweede lid": the number it has now."""
        stappen = [kind for kind in kinderen if isinstance(kind, Stap)]
        if len(stappen) != 2 or stappen[0].niveaus[0].soort != stappen[1].niveaus[0].soort:
            raise AfgekeurdError("vernummerd tot een andere soort")
        return stappen[0]

    def _begrip(self, kinderen: tuple[Any, ...]) -> Stap:
        termen = [term for kind in kinderen if isinstance(kind, list) for term in kind]
        woord = self.zin[kinderen[0].start : kinderen[0].eind].strip().lower()
        if len(termen) > 1 and not woord.endswith(("en", "s")):
            raise AfgekeurdError("enkelvoud voor meer begrippen")
        return Stap(tuple(Niveau("begrip", citaat=term, woord=woord) for term in termen))

    def _citaatreeks(self, kinderen: tuple[Any, ...]) -> list[str]:
        return [kind.waarde for kind in kinderen if kind.soort == "CITAAT"]

    def _term(self, kinderen: tuple[Any, ...]) -> list[str]:
        verder = re.sub(r"^\s*:?\s*(?:van\s+)?", "", self.zin[kinderen[-1].eind :])
        if opent(verder + " ", 0) and not _VERB_VOOR_BEGRIP.search(self.zin[: kinderen[0].start]):
            raise AfgekeurdError("een begrip zonder aanhalingstekens voor een aanhaling")
        return [self.zin[kinderen[0].start : kinderen[-1].eind].rstrip(" ,:")]

    def _naam(self, kinderen: tuple[Any, ...]) -> Stap:
        return Stap((Niveau("regeling", citaat=self._letterlijk(kinderen[-1])),), "NAAM")

    def _geheel(self, kinderen: tuple[Any, ...]) -> Stap:
        citaat = self._letterlijk(kinderen[-1]) if kinderen[-1].soort == "NAAM" else ""
        return Stap((Niveau("regeling", citaat=citaat),), "NAAM")

    def _naamloos(self, kinderen: tuple[Any, ...]) -> Stap:
        soort = kinderen[0].waarde
        if soort not in {"tabel", "bijlage", "artikel", "lid", "onderdeel", "volzin"}:
            raise AfgekeurdError("niveau zonder nummer")
        schakel = "" if soort in {"tabel", "bijlage"} else "NAAMLOOS"
        return Stap((Niveau(soort, woord=VEEL if kinderen[0].is_meervoud else ""),), schakel)

    def _bijlage_los(self, kinderen: tuple[Any, ...]) -> Stap:
        noemer = kinderen[1]
        if len(kinderen) == 2:
            return Stap((Niveau(noemer.waarde),))
        return Stap(tuple(Niveau(noemer.waarde, van, tot) for van, tot in kinderen[2].reeks))

    def _letterlijk(self, token: Token) -> str:
        naam = token.waarde if token.soort == "CITAAT" else self.zin[token.start : token.eind]
        naam = naam.strip(" ,")
        return naam if _VASTGESTELD.search(naam) else _VINDPLAATS.sub("", naam)


_VERB_VOOR_BEGRIP: Final = re.compile(
    r"\b(?:wordt|worden|vervalt|vervallen|komt|komen)\s+(?:telkens\s+)?in\s+(?:de|het)\s+\w+\s+van\s+(?:(?:de|het)\s+)?$",
    re.I,
)
"""The verb and "in de begripsbepaling van" before a term: what is quoted behind it is what the verb does it to."""
_VINDPLAATS: Final = re.compile(
    r"\s*\((?:Stb|Stcrt|Trb|Pb|Prb|Gmb|Wsb|Bgr|provinciaal\s?blad|gemeenteblad|waterschapsblad)\b[^()]*\)\s*$", re.I
)
"""Where a regulation was published is no part of its name; behind a date it is ("Wet van 12 juli 1952")."""
_VASTGESTELD: Final = re.compile(r"\bvastgesteld\s+bij\b|\bvan\s+\d{1,2}\s+[a-z]+\s+\d{4}\b", re.I)
_LETTER: Final = re.compile(r"(?:[a-z]{1,2}|\d{1,2}°?)[.)]?")
