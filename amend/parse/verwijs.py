"""Places said by reference: "dat lid", "het onderdeel" is the last place of that kind that the sentence named."""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from amend.model.address import Niveau, Plaats
from amend.parse.delen import Adressen, AfgekeurdError, Clause, Deel, Leesteken
from amend.parse.toestand import Plaatsen, Toestand

_SOORTEN = frozenset({"artikel", "lid", "onderdeel", "volzin"})


def verwijs(toestand: Toestand, clause: Clause) -> Clause:
    """The clause with "dat lid" filled in where the sentence named a lid before; remembers the places it names."""
    gelezen = {id(deel): _deel(toestand, deel) for deel in sorted(clause.delen, key=lambda deel: deel.start)}
    delen = tuple(gelezen[id(deel)] for deel in clause.delen)
    return clause if all(map(is_, delen, clause.delen)) else replace(clause, delen=delen)


def _deel(toestand: Toestand, deel: Deel) -> Deel:
    adres = _adressen(toestand, deel.adres)
    naar = _adressen(toestand, deel.naar, onthoud=False)
    tekens = tuple((_leesteken(toestand, teken), nieuw) for teken, nieuw in deel.tekens)
    if adres is deel.adres and naar is deel.naar and tekens == deel.tekens:
        return deel
    return replace(deel, adres=adres, naar=naar, tekens=tekens)


def _leesteken(toestand: Toestand, teken: Leesteken) -> Leesteken:
    bij = _adressen(toestand, teken.bij)
    return teken if bij is teken.bij else replace(teken, bij=bij)


def _adressen(toestand: Toestand, adressen: Adressen | None, *, onthoud: bool = True) -> Adressen | None:
    if adressen is None or adressen.los:
        return adressen
    plaatsen: Plaatsen = ()
    for plaats in adressen.plaatsen:  # "het opschrift van artikel 6 en de tekst van dat artikel": within one list too
        plaatsen = (*plaatsen, _plaats((*toestand.genoemd, *plaatsen), toestand.samen, plaats))
    if onthoud:
        toestand.genoemd = (*toestand.genoemd, *(plaats for plaats in plaatsen if plaats))[-8:]
        blijft = tuple(groep for groep in toestand.samen if not set(groep) & set(plaatsen))
        toestand.samen = (*blijft, plaatsen)[-4:] if len(plaatsen) > 1 else blijft
    return adressen if plaatsen == adressen.plaatsen else replace(adressen, plaatsen=plaatsen)


def _plaats(genoemd: Plaatsen, samen: tuple[Plaatsen, ...], plaats: Plaats) -> Plaats:
    eerste = plaats.niveaus[0] if plaats else Niveau("")
    if eerste.nummer or eerste.citaat or eerste.soort not in _SOORTEN:
        return plaats
    for eerder in reversed(genoemd):
        einde = max((i for i, n in enumerate(eerder.niveaus) if n.soort == eerste.soort and n.nummer), default=-1)
        if einde >= 0:
            _controleer_enige(samen, eerder, einde)
            return Plaats((*eerder.niveaus[: einde + 1], *plaats.niveaus[1:]))
    return plaats


def _controleer_enige(samen: tuple[Plaatsen, ...], eerder: Plaats, einde: int) -> None:
    """ "De onderdelen a en b … dat onderdeel": one of several that were named together is no one in particular."""
    delen = eerder.niveaus[: einde + 1]
    for groep in (g for g in samen if eerder in g):
        gelijk = {p.niveaus[: einde + 1] for p in groep if p.niveaus[:einde] == delen[:einde]}
        if any(n != delen and n[-1].soort == delen[-1].soort for n in gelijk if len(n) > einde):
            raise AfgekeurdError("niet duidelijk welke van de genoemde plaatsen is bedoeld")
