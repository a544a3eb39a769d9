"""Where a clause acts: its places nested in order, turned round where the inner one comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from amend.model.address import DIEPTE, Plaats
from amend.parse.delen import Adressen, AfgekeurdError, Deel, Rest
from amend.parse.toestand import Plaatsen, Toestand

_MET_WOORDEN: Final = frozenset({"vervang", "wijzig_in", "lees", "verval"})


def zet_locatie(toestand: Toestand, rest: Rest) -> None:
    """The place of the clause: every "in X", nested in order; else what the clause before had."""
    plaatsen: Plaatsen = ()
    delen = rest.pak("in")
    if any(deel.rol == "tekst" and deel.waarde == "BEDRAG" for deel in rest.delen):
        delen += rest.pak("genoemd")
    for deel in delen:
        if deel.adres is None:
            raise AfgekeurdError("plaats zonder adres")
        plaatsen = binnen(toestand, deel, plaatsen)
    if _gaat_over_woorden(toestand, rest):
        plaatsen = _bij_woorden(toestand, rest, plaatsen)
    if toestand.predicaat == "invoeg" and any(d.rol in {"na", "voor"} and d.teksten for d in rest.delen):
        plaatsen = _onder(toestand, rest, plaatsen)
    toestand.hier = bool(plaatsen)
    if plaatsen:
        toestand.locatie = plaatsen
        toestand.omgeving = plaatsen


def _gaat_over_woorden(toestand: Toestand, rest: Rest) -> bool:
    """True when the clause changes words; "gelezen" without other words gives a whole element."""
    rollen = {deel.rol for deel in rest.delen}
    if toestand.predicaat == "lees" and not rollen & {"door", "ipv", "voor"}:
        return False
    return toestand.predicaat in _MET_WOORDEN and bool(rollen & {"tekst", "leesteken"})


def _bij_woorden(toestand: Toestand, rest: Rest, plaatsen: Plaatsen) -> Plaatsen:
    """The place of words said without "in": "aan het slot van onderdeel b", or the bare place before the verb."""
    slot = [d for d in rest.delen if d.rol == "aan" and d.waarde == "slot" and d.adres]
    for deel in slot:
        plaatsen = binnen(toestand, deel, plaatsen)
        rest.delen[rest.delen.index(deel)] = replace(deel, adres=None)
    tekst = next(d for d in rest.delen if d.rol in {"tekst", "leesteken"})
    for deel in rest.pak("onderwerp"):
        kop = tekst.rol == "tekst" and tekst.teksten[0][:1].isupper()
        if tekst.rol == "leesteken" or (kop and deel.eind <= tekst.start <= deel.eind + 2):
            raise AfgekeurdError("woorden direct achter een plaats")
        plaatsen = binnen(toestand, deel, plaatsen)
        toestand.gezocht += 1
    return plaatsen


def _onder(toestand: Toestand, rest: Rest, plaatsen: Plaatsen) -> Plaatsen:
    """ "wordt onder a na «x» ingevoegd «y»": "onder" says where the words stand, as "in" does."""
    for deel in [d for d in rest.delen if d.rol == "onderwerp" and d.adres and d.adres.plaatsen[0]]:
        if deel.adres and deel.adres.plaatsen[0].niveaus[0].woord in {"onder", "sub"}:
            rest.delen.remove(deel)
            plaatsen = binnen(toestand, deel, plaatsen)
    return plaatsen


def binnen(toestand: Toestand, deel: Deel, buiten: Plaatsen) -> Plaatsen:
    """The places of ``deel`` inside those around it. Raises AfgekeurdError when they do not lie in them."""
    assert deel.adres is not None  # noqa: S101 - narrowed by the caller
    if not buiten:
        return toestand.plaatsen(deel.adres)
    if len(buiten) > 1:
        raise AfgekeurdError("plaats binnen een lijst van plaatsen")
    if (omgekeerd := _omgekeerd(toestand, deel.adres, buiten[0])) is not None:
        return (omgekeerd,)
    gevonden = toestand.plaatsen(deel.adres, buiten)
    if toestand.besluitdeel is not None:
        return gevonden
    if any(len(plaats.niveaus) <= len(buiten[0].niveaus) for plaats in gevonden):
        raise AfgekeurdError("tweede plaats ligt niet binnen de eerste")
    return gevonden


def _omgekeerd(toestand: Toestand, adres: Adressen, binnen: Plaats) -> Plaats | None:
    """ "In de tabel in artikel 3": the inner place first, then the one around it."""
    if len(adres.plaatsen) != 1 or not binnen or not adres.plaatsen[0] or adres.los or adres.regeling:
        return None
    buiten = adres.plaatsen[0]
    if binnen.niveaus[0].soort == "regeling" or buiten.laatste.tot:
        return None
    diep, ondiep = DIEPTE.get(binnen.niveaus[0].soort, 0), DIEPTE.get(buiten.laatste.soort, 99)
    return Plaats((*buiten.niveaus, *binnen.niveaus)) if diep > ondiep else None
