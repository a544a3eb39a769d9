"""Addresses: what is printed is read back as the same address, whatever the levels."""

from __future__ import annotations

import random

import pytest

from amend.model.address import ZONDER_NUMMER, Niveau, Plaats
from amend.parse.fragment import lees_plaatsen

_SOORTEN = ("hoofdstuk", "paragraaf", "artikel", "lid", "onderdeel", "streepje", "volzin", "rij", "kolom")
_NUMMERS = ("1", "12", "2:10a", "3.4", "14a", "b", "aa", "1°", "IV", "laatste")
_CITATEN = ("Onze Minister", 'het "woord"', "a/b", "Bijlage 2..3", "schuin\\streep", "#4")


def _niveau(dobbel: random.Random) -> Niveau:
    soort = dobbel.choice(_SOORTEN)
    match dobbel.randrange(5):
        case 0:
            return Niveau(dobbel.choice(sorted(ZONDER_NUMMER)))
        case 1:
            return Niveau(dobbel.choice(("begrip", "rij", "bijlage", "kopje")), citaat=dobbel.choice(_CITATEN))
        case 2:
            return Niveau(soort, str(dobbel.randrange(1, 30)), geteld=True)
        case 3:
            return Niveau(soort, dobbel.choice(_NUMMERS), dobbel.choice(_NUMMERS))
        case _:
            return Niveau(soort, dobbel.choice(_NUMMERS))


@pytest.mark.parametrize("begin", range(20))
def test_lezen_keert_afdrukken_om(begin: int) -> None:
    """``Plaats.lees(str(plaats)) == plaats`` for random addresses."""
    dobbel = random.Random(begin)  # noqa: S311 - test data
    for _ in range(100):
        plaats = Plaats(tuple(_niveau(dobbel) for _ in range(dobbel.randrange(1, 6))))
        assert Plaats.lees(str(plaats)) == plaats


_RANG = {"1": "eerste", "2": "tweede", "3": "derde", "10": "tiende"}


@pytest.mark.parametrize("begin", range(10))
def test_nederlands_adres_wordt_het_adres(begin: int) -> None:
    """A place written in Dutch, with a random choice of levels, is read as exactly that place."""
    dobbel = random.Random(begin)  # noqa: S311 - test data
    for _ in range(20):
        artikel, lid, letter = dobbel.choice(("3", "2:10a", "14a")), dobbel.choice(sorted(_RANG)), dobbel.choice("bdg")
        woorden, niveaus = [f"artikel {artikel}"], [Niveau("artikel", artikel)]
        if dobbel.random() < 0.7:
            woorden.append(f"{_RANG[lid]} lid")
            niveaus.append(Niveau("lid", lid))
        if dobbel.random() < 0.7:
            woorden.append(f"onderdeel {letter}")
            niveaus.append(Niveau("onderdeel", letter))
            if dobbel.random() < 0.7:
                noemer, nummer = dobbel.choice(
                    (("onder", "2°"), ("onder", "i"), ("sub", "ii"), ("subonderdeel", "iii"))
                )
                woorden.append(f"{noemer} {nummer}")
                niveaus.append(Niveau("onderdeel", nummer))
        assert lees_plaatsen(", ".join(woorden)) == (Plaats(tuple(niveaus)),)


def test_het_woord_telt_niet_voor_gelijkheid() -> None:
    """The noun as written is no part of the address."""
    assert Niveau("onderdeel", "i", woord="sub") == Niveau("onderdeel", "i", woord="onder")
