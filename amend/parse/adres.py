"""Steps of an address as printed → full addresses (regels.md 1.0, address grammar)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.address import DIEPTE, Niveau, Plaats
from amend.model.tree import INDELING
from amend.parse.delen import AfgekeurdError

_ITEMS: Final = frozenset({"onderdeel", "streepje", "begrip", "aanhef", "slot"})
_INDELING: Final = frozenset(soort.value for soort in INDELING)
_GENUMMERD: Final = frozenset({"artikel", "lid", "onderdeel", "volzin"})
LOS: Final = "?"
"""The kind of a bare number: it takes the kind of the level it stands beside."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: alternatives at one level (a list or a range); ``schakel`` is how it is joined to the one before.

    ``meer``: the noun is a plural; ``tekst``: "de tekst van artikel 6", the text without its heading.
    """

    niveaus: tuple[Niveau, ...]
    schakel: str = ""
    meer: bool = False
    tekst: bool = False


def combineer(groepen: Sequence[Sequence[Stap]]) -> tuple[Plaats, ...]:
    """Addresses of "inner van outer van outermost"; each group is a row of steps."""
    if groepen[0] and _kaal_opschrift(groepen[0][0]) and any(stap.tekst for stap in groepen[0][1:]):
        return _kop_en_tekst(groepen)
    buiten: tuple[Plaats, ...] = (Plaats(),)
    for i, groep in enumerate(reversed(groepen), 1):
        if i < len(groepen) and any(stap.schakel == "EN" for stap in groep):
            if i == 1 and len(groepen) == 2 and (plaatsen := _kop_en_delen(groepen[0], groep)):
                return plaatsen
            raise AfgekeurdError("niet duidelijk waar de lijst na 'van' bij hoort")
        binnen = _groep(groep)
        if i > 1 and _naamloos(groep[0].niveaus[0]):
            raise AfgekeurdError("niveau zonder nummer")
        if len(buiten) > 1 and len(binnen) > 1:
            raise AfgekeurdError("twee lijsten rond 'van'")
        buiten = tuple(_in_elkaar(b, p) for b in buiten for p in binnen)
    return buiten


def _in_elkaar(buiten: Plaats, binnen: Plaats) -> Plaats:
    """ "de tabel van artikel 2, rij «X», kolom «Y»": the table stands around the row, not in the column."""
    if buiten and binnen.niveaus == (Niveau("tabel"),):
        n = next(
            (i for i, niveau in enumerate(buiten.niveaus) if niveau.soort in ("rij", "kolom")), len(buiten.niveaus)
        )
        return Plaats((*buiten.niveaus[:n], *binnen.niveaus, *buiten.niveaus[n:]))
    return Plaats((*buiten.niveaus, *binnen.niveaus))


def _kaal_opschrift(stap: Stap) -> bool:
    return len(stap.niveaus) == 1 and stap.niveaus[0].soort == "opschrift" and not stap.niveaus[0].citaat


def _kop_en_tekst(groepen: Sequence[Sequence[Stap]]) -> tuple[Plaats, ...]:
    """ "het opschrift en de tekst van artikel 6": the heading of that article, and the article."""
    kop, tekst = groepen[0][0], groepen[0][1:]
    if len(groepen) > 1 or len(tekst) != 1 or tekst[0].schakel != "EN":
        raise AfgekeurdError("niet duidelijk welke tekst bij welke plaats hoort")
    if tekst[0].niveaus[0].soort not in {"artikel", "bijlage", *_INDELING} or tekst[0].niveaus[0].tot:
        raise AfgekeurdError("opschrift bij een lid of onderdeel")
    plaatsen = tuple(Plaats((niveau,)) for niveau in tekst[0].niveaus)
    return (*(plaats.met(kop.niveaus[0]) for plaats in plaatsen), *plaatsen)


def _kop_en_delen(binnen: Sequence[Stap], buiten: Sequence[Stap]) -> tuple[Plaats, ...]:
    """ "het opschrift van artikel 3 en het eerste lid": a heading of the article, and a lid of it; leden have none."""
    artikel, delen = buiten[0], buiten[1:]
    kop = len(binnen) == 1 and binnen[0].niveaus[0].soort == "opschrift"
    if not kop or len(artikel.niveaus) != 1 or artikel.niveaus[0].soort != "artikel" or delen[0].schakel != "EN":
        return ()
    if any(stap.niveaus[0].soort not in {"lid", "onderdeel"} for stap in delen):
        return ()
    van_artikel = Plaats(artikel.niveaus)
    leden = _groep((artikel, replace(delen[0], schakel="VERVOLG"), *delen[1:]))
    return (van_artikel.met(binnen[0].niveaus[0]), *leden)


def _naamloos(niveau: Niveau) -> bool:
    return niveau.soort in _GENUMMERD and not niveau.nummer and not niveau.citaat


def _groep(stappen: Sequence[Stap]) -> tuple[Plaats, ...]:
    uit: list[Plaats] = []
    for i, stap in enumerate(stappen):
        if i and _naamloos(stap.niveaus[0]):
            raise AfgekeurdError("niveau zonder nummer")
        if not uit:
            uit = [Plaats((niveau,)) for niveau in stap.niveaus]
            continue
        if stap.niveaus[0].soort == LOS and stap.schakel != "EN":
            _geen_enkelvoud(stap, stappen[:i])
        ouder, dieper = _ouder(uit[-1], stap, stappen[i + 1 :])
        if dieper and _na_lijst(stappen[i - 1], stap, stappen[i + 1 :]):
            raise AfgekeurdError("niet duidelijk of het laatste voor elk lid geldt")
        if dieper:
            uit.pop()
        soort = stap.niveaus[0].soort
        niveaus = stap.niveaus if soort != LOS else tuple(_met_soort(n, uit, ouder) for n in stap.niveaus)
        uit.extend(ouder.met(niveau) for niveau in niveaus)
    return tuple(uit)


def _geen_enkelvoud(stap: Stap, eerder: Sequence[Stap]) -> None:
    """ "de artikelen 2, tweede lid, 4 en 6": numbers that go on after a comma belong to a noun in the plural."""
    stijl = vorm(stap.niveaus[0].nummer)
    bron = next((s for s in eerder if s.niveaus[0].soort != LOS and vorm(s.niveaus[0].nummer) == stijl), None)
    if bron is None or not bron.meer:
        raise AfgekeurdError("een nummer waarvan de soort niet blijkt")


def _na_lijst(vorige: Stap, stap: Stap, verder: Sequence[Stap]) -> bool:
    """ "eerste en tweede lid, onder a": of both, or of the second only?"""
    soorten = {vorige.niveaus[0].soort, stap.niveaus[0].soort}
    lijst = len(vorige.niveaus) > 1 and vorige.niveaus[0].soort == "lid" and "onderdeel" in soorten
    return lijst and not any(later.schakel == "EN" for later in verder)


def _met_soort(niveau: Niveau, eerder: Sequence[Plaats], ouder: Plaats) -> Niveau:
    soort = eerder[-1].niveaus[len(ouder.niveaus)].soort
    return Niveau(soort, niveau.nummer, niveau.tot)


def _ouder(vorige: Plaats, stap: Stap, verder: Sequence[Stap]) -> tuple[Plaats, bool]:
    """The address above this step, and whether it lies below the previous address."""
    nieuw = stap.niveaus[0]
    if nieuw.soort == LOS:
        gelijk = [i for i, n in enumerate(vorige.niveaus) if vorm(n.nummer) == vorm(nieuw.nummer)]
        los = stap.schakel != "EN" and len(stap.niveaus) == 1
        if not gelijk or (los and not any(_sluit_lijst(s, nieuw) for s in verder)):
            raise AfgekeurdError("een nummer waarvan de soort niet blijkt")
        return Plaats(vorige.niveaus[: gelijk[0] if gelijk else 0]), False
    naast = _naast_in_lijst(vorige, stap, verder) if nieuw.soort == "onderdeel" else _zelfde_soort(vorige, nieuw)
    if naast is not None:
        if stap.schakel == "NAAST":
            raise AfgekeurdError("twee plaatsen naast elkaar")
        return Plaats(vorige.niveaus[:naast]), False
    diepte = DIEPTE.get(nieuw.soort, 99)
    if _nest(vorige.laatste, nieuw, diepte, stap.schakel):
        return vorige, True
    if stap.schakel == "EN" and vorige.laatste.soort in _INDELING and nieuw.soort in {"artikel", "bijlage"}:
        return Plaats(), False
    if stap.schakel == "NAAST" or DIEPTE.get(vorige.laatste.soort, 99) < diepte:
        raise AfgekeurdError("plaatsen die niet bij elkaar horen")
    if stap.schakel != "EN" and not any(s.schakel == "EN" for s in verder):
        if vorige.laatste.soort == "onderdeel" and vorm(vorige.laatste.nummer) == "A" and nieuw.soort == "lid":
            return vorige, True
        raise AfgekeurdError("een ruimere plaats na een nauwere")
    return Plaats(tuple(n for n in vorige.niveaus if DIEPTE.get(n.soort, 99) < diepte)), False


def _sluit_lijst(stap: Stap, nieuw: Niveau) -> bool:
    """Whether a later part has the "en" that ends the row: before it, or between its own bare numbers ("4, 5 en 6")."""
    eigen = (
        stap.niveaus[0].soort == LOS and len(stap.niveaus) > 1 and vorm(stap.niveaus[0].nummer) == vorm(nieuw.nummer)
    )
    return stap.schakel == "EN" or eigen


def _zelfde_soort(vorige: Plaats, nieuw: Niveau) -> int | None:
    for i, niveau in enumerate(vorige.niveaus):
        if niveau.soort == nieuw.soort and vorm(niveau.nummer) == vorm(nieuw.nummer) and not niveau.citaat:
            return i
    return None


def _naast_in_lijst(vorige: Plaats, stap: Stap, verder: Sequence[Stap]) -> int | None:
    """Which item of ``vorige`` the new item stands beside; None when it lies inside the last.

    After a comma it lies inside ("onderdeel d, onder i"), unless the same noun makes a list that ends in "en"
    ("onderdeel a, onderdeel b en onderdeel c").
    """
    nieuw = stap.niveaus[0]
    naast = item_naast(vorige, nieuw)
    if naast is None or stap.schakel == "EN" or not nieuw.woord:
        return naast
    lijst = [s for s in verder if s.niveaus[0].woord == nieuw.woord and vorm(s.niveaus[0].nummer) == vorm(nieuw.nummer)]
    if naast < len(vorige.niveaus) - 1:
        return naast if any(s.schakel == "EN" for s in lijst) else None
    if vorige.niveaus[naast].woord != nieuw.woord:
        return None
    if not any(s.schakel == "EN" for s in lijst):
        raise AfgekeurdError("twee onderdelen na elkaar zonder 'en'")
    return naast


_BINNEN: Final = frozenset({"onder", "sub", "subonderdeel"})
"""Nouns that open a level inside the item before them."""
_ENKELVOUD: Final = {
    "onderdelen": "onderdeel", "subonderdelen": "subonderdeel", "letters": "letter", "nummers": "nummer",
    "punten": "punt",
}  # fmt: skip


def enkelvoud(woord: str) -> str:
    """The noun of an item in the singular, small letters."""
    laag = woord.strip(" ,.*_").lower()
    return _ENKELVOUD.get(laag, laag)


def item_naast(buiten: Plaats, nieuw: Niveau) -> int | None:
    """The level of ``buiten`` that an item of the same style stands beside; None when it lies inside ``buiten``.

    Two items of one style under the same noun are neighbours; "onder i" and "sub i" lie inside an "onderdeel d".
    """
    gelijk = [
        i
        for i, n in enumerate(buiten.niveaus)
        if n.soort == nieuw.soort and vorm(n.nummer) == vorm(nieuw.nummer) and not n.citaat
    ]
    zelfde = [i for i in gelijk if buiten.niveaus[i].woord == nieuw.woord]
    if not gelijk or (nieuw.woord in _BINNEN and not zelfde and all(buiten.niveaus[i].woord for i in gelijk)):
        return None
    if len(gelijk) > 1 and len(zelfde) != 1:
        raise AfgekeurdError("niet duidelijk naast welk onderdeel")
    return (zelfde or gelijk)[0]


def _nest(vorige: Niveau, nieuw: Niveau, diepte: int, schakel: str) -> bool:
    if schakel == "EN":
        return False
    if vorige.soort in _ITEMS and nieuw.soort in _ITEMS and vorige.soort not in {"aanhef", "slot"}:
        return True
    if vorige.soort in _INDELING | {"bijlage"} and nieuw.soort in _INDELING:
        return True
    return DIEPTE.get(vorige.soort, 99) < diepte


def vorm(nummer: str) -> str:
    """The style of a number: "1" digit, "a" small letters, "A" capitals, "°" degree."""
    if nummer.endswith("°"):
        return "°"
    kaal = re.sub(r"(?<=\d)[a-z]+$", "", nummer)
    if kaal[:1].isdigit() or any(teken.isdigit() for teken in kaal):
        return "1"
    return "A" if nummer[:1].isupper() else "a"
