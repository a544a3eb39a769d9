"""Frames about whole elements: replace, repeal, renumber, move (aanwijzingen 6.9, 6.15, 6.18)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from amend.model.address import Niveau, Plaats
from amend.model.numbering import reeks, volgende
from amend.model.operations import (
    Handeling,
    TrekIn,
    Vernummer,
    Verplaats,
    Vervang,
    VervangLeesteken,
    VervangOpschrift,
    VervangTekst,
    Verwijder,
    VoegIn,
    VoegTekstToe,
    VoegToe,
)
from amend.parse import codes
from amend.parse.build_tekst import ontnummer
from amend.parse.delen import AfgekeurdError, Deel, Rest
from amend.parse.toestand import Plaatsen, Toestand, binnen_plaats, los_naar, zonder_slot
from amend.parse.voorbewerk import HOOFD

_REGELING = (Plaats((Niveau("regeling"),)),)


def onderwerp(toestand: Toestand, rest: Rest) -> tuple[Deel, Plaatsen]:
    """The subject of the clause as addresses; without one, the object of the clause before."""
    delen = rest.pak("onderwerp")
    if not delen:
        if not toestand.object:
            raise AfgekeurdError("geen onderwerp")
        return Deel("onderwerp"), toestand.object
    if len(delen) > 1:
        raise AfgekeurdError("twee onderwerpen")
    deel = delen[0]
    if deel.adres is None:
        raise AfgekeurdError("onderwerp zonder plaats")
    plaatsen = toestand.plaatsen(deel.adres, toestand.locatie)
    if toestand.locatie and any(p.niveaus == toestand.locatie[0].niveaus for p in plaatsen):
        raise AfgekeurdError("onderwerp is de plaats zelf")
    toestand.object, toestand.omgeving = plaatsen, plaatsen
    return deel, plaatsen


def _eigen_tekst(toestand: Toestand, delen: Sequence[Deel]) -> str | None:
    """The new text in the sentence itself."""
    teksten = [(deel, tekst) for deel in delen for tekst in deel.teksten]
    if not teksten:
        return None
    if len(teksten) > 1:
        raise AfgekeurdError("twee nieuwe teksten voor een element")
    deel, tekst = teksten[0]
    if not deel.eigen:
        toestand.merk(codes.AANHALING_ELEMENT, deel)
    return re.sub(r";\.$|\.;$", lambda m: m[0][0], tekst.strip())


def luid(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 8 komt te luiden:"."""
    deel, doel = onderwerp(toestand, rest)
    rest.pak("bijwoord")
    nieuw = _eigen_tekst(toestand, rest.pak("payload", "luidende", "tekst"))
    uit = _vervang(toestand, doel, nieuw)
    if deel.adres and deel.adres.met_opschrift:
        uit.append(VervangOpschrift(doel=toestand.vol(doel), **toestand.gedeeld()))
    return uit


def _vervang(toestand: Toestand, doel: Plaatsen, nieuw: str | None) -> list[Handeling]:
    koppen = tuple(plaats for plaats in doel if _is_kop(plaats))
    rest = tuple(plaats for plaats in doel if not _is_kop(plaats))
    uit: list[Handeling] = []
    if rest:
        uit.append(Vervang(doel=toestand.vol(rest), nieuw=nieuw, **toestand.gedeeld()))
    if koppen:
        ouders = tuple(plaats if plaats.laatste.citaat else plaats.ouder for plaats in koppen)
        tekst = zonder_slot(nieuw) if nieuw else None
        uit.append(VervangOpschrift(doel=_ouders(toestand, ouders), nieuw=tekst, **toestand.gedeeld()))
    return uit


def _is_kop(plaats: Plaats) -> bool:
    return plaats.laatste.soort == "opschrift"


def _ouders(toestand: Toestand, ouders: Plaatsen) -> Plaatsen:
    return toestand.vol(tuple(plaats for plaats in ouders if plaats))


def vervang(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 5 wordt vervangen door twee artikelen, luidende:"."""
    _, doel = onderwerp(toestand, rest)
    door = rest.een("door")
    rest.pak("bijwoord")
    teksten = rest.pak("payload", "luidende")
    if door is None:
        raise AfgekeurdError("vervangen zonder door")
    if _term_gewijzigd(toestand, doel, door):
        oud = doel[0].laatste.citaat
        return [VervangTekst(doel=toestand.vol(doel), oud=oud, nieuw=door.teksten[0], **toestand.gedeeld())]
    nieuw = _eigen_tekst(toestand, [door, *teksten])
    if door.waarde and door.waarde != "aanhaling" and not door.teksten:
        raise AfgekeurdError("element vervangen door een leesteken")
    if door.nieuw is None and door.adres is None:
        return _vervang(toestand, doel, nieuw)
    aantal, nummers = _aangekondigd(door)
    meer = bool(door.nieuw and door.nieuw.meer)
    doel = toestand.vol(doel)
    return [Vervang(doel=doel, nieuw=nieuw, aantal=aantal, meer=meer, nummer=nummers, **toestand.gedeeld())]


def _term_gewijzigd(toestand: Toestand, doel: Plaatsen, door: Deel) -> bool:
    """ "de definitie van 'x' wordt aangepast in 'x of y'": only the term changes."""
    term = doel[0].laatste.citaat if len(doel) == 1 and doel[0].laatste.soort == "begrip" else ""
    return bool(
        term and toestand.predicaat == "wijzig_in" and len(door.teksten) == 1 and not door.eigen
        and door.teksten[0].startswith(term) and ":" not in door.teksten[0]
    )  # fmt: skip


def _aangekondigd(door: Deel) -> tuple[int | None, tuple[str, ...]]:
    if door.nieuw:
        return door.nieuw.aantal, door.nieuw.nummers
    assert door.adres is not None  # noqa: S101 - narrowed by the caller
    if door.adres.plaatsen == _REGELING:
        raise AfgekeurdError("element vervangen door een regeling")
    return None, tuple(_bereik(plaats.laatste) for plaats in door.adres.plaatsen if plaats.laatste.nummer)


def _bereik(niveau: Niveau) -> str:
    return f"{niveau.nummer}..{niveau.tot}" if niveau.tot else niveau.nummer


def verval(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 12 vervalt"."""
    aanduidingen = rest.pak("aanduiding")
    rest.pak("bijwoord", "payload")
    if aanduidingen and not any(deel.rol == "onderwerp" for deel in rest.delen):
        return [ontnummer(toestand, deel) for deel in aanduidingen]
    deel, doel = onderwerp(toestand, rest)
    if doel == _REGELING:
        return [trek_in(toestand)]
    if deel.adres and deel.adres.met_opschrift:
        doel = (*doel, *(plaats.met(Niveau("opschrift")) for plaats in doel))
    return [Verwijder(doel=toestand.vol(doel), **toestand.gedeeld())]


def trek_in(toestand: Toestand) -> TrekIn:
    """The end of a whole regulation; the name must be one of a regulation."""
    if not HOOFD.search(toestand.regeling or ""):
        raise AfgekeurdError("geen naam van een regeling")
    return TrekIn(**toestand.gedeeld())


def vernummer(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "X wordt vernummerd tot Y"."""
    tot = rest.een("tot")
    rest.pak("bijwoord")
    teksten = rest.pak("payload", "luidende")
    _, van = onderwerp(toestand, rest)
    if tot is None and len(van) == 1 and any(deel.rol == "payload" and not deel.teksten for deel in teksten):
        return [Vernummer(van=toestand.vol(van), **toestand.gedeeld())]
    if tot is None or tot.naar is None:
        raise AfgekeurdError("vernummerd, maar waartoe?")
    naar = los_naar(tot.naar, van)
    operatie = _vernummer(toestand, van, naar)
    toestand.object = operatie.naar
    return [operatie, *_en_luidt(toestand, naar, teksten)]


def _en_luidt(toestand: Toestand, naar: Plaatsen, teksten: Sequence[Deel]) -> list[Handeling]:
    """ "… tot artikel 11 en komt te luiden": the new text of the new number; a colon alone asks for nothing."""
    if not any(deel.rol == "luidende" or deel.teksten for deel in teksten):
        return []
    return _vervang(toestand, naar, _eigen_tekst(toestand, teksten))


def word(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Lid 3 wordt lid 4": a renumbering."""
    delen = rest.pak("onderwerp")
    rest.pak("bijwoord")
    teksten = rest.pak("payload", "luidende")
    if len(delen) != 2 or delen[0].adres is None or delen[1].adres is None:
        raise AfgekeurdError("geen werkwoord")
    van = toestand.plaatsen(delen[0].adres, toestand.locatie)
    naar = los_naar(delen[1].adres, van)
    if len(van) != len(naar) or any(a.laatste.soort != b.laatste.soort for a, b in zip(van, naar, strict=True)):
        raise AfgekeurdError("vernummering naar een andere soort")
    return [_vernummer(toestand, van, naar), *_en_luidt(toestand, naar, teksten)]


def _vernummer(toestand: Toestand, van: Plaatsen, naar: Plaatsen) -> Vernummer:
    links, rechts = _geteld(van), _geteld(naar)
    if links is not None and rechts is not None and links != rechts:
        toestand.merk(codes.LIJST_ONGELIJK, None, f"Links staan {links} nummers, rechts {rechts}.")
    return Vernummer(van=toestand.vol(van), naar=toestand.vol(naar), **toestand.gedeeld())


def _geteld(plaatsen: Plaatsen) -> int | None:
    """How many elements the addresses name, where that can be counted out."""
    uit = 0
    for plaats in plaatsen:
        rij = reeks(plaats.laatste.nummer, plaats.laatste.tot) if plaats.laatste.tot else (plaats.laatste.nummer,)
        if rij is None:
            return None
        uit += len(rij)
    return uit


def verplaats(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 8 wordt verplaatst naar hoofdstuk 4"."""
    _, doel = onderwerp(toestand, rest)
    tot, na, voor = rest.een("tot"), rest.een("na"), rest.een("voor")
    velden: dict[str, Any] = {}
    if tot and tot.naar:
        velden["naar"] = toestand.in_context(toestand.plaatsen(tot.naar)[0])
    for naam, deel in (("na", na), ("voor", voor)):
        if deel and deel.adres:
            velden[naam] = toestand.in_context(toestand.plaatsen(deel.adres)[0])
    if not velden:
        raise AfgekeurdError("verplaatst, maar waarheen?")
    return [Verplaats(doel=toestand.vol(doel), **velden, **toestand.gedeeld())]


# --- "onder vernummering van", "onder vervanging van" ----------------------------------------------------------


def met_bijzin(
    toestand: Toestand, hoofd: list[Handeling], vernummering: Deel | None, vervanging: Deel | None
) -> list[Handeling]:
    """The operations of a clause in the order of execution, with those of its "onder …" phrases."""
    voor: list[Handeling] = []
    na: list[Handeling] = []
    if vernummering:
        operatie = _onder_vernummering(toestand, vernummering, hoofd)
        (na if any(isinstance(h, Verwijder) for h in hoofd) else voor).append(operatie)
        hoofd = [_vrijgekomen(h, operatie) for h in hoofd]
    if vervanging:
        tekens = _onder_vervanging(toestand, vervanging, hoofd)
        hoofd = [_bij_leesteken(h, tekens) for h in hoofd]
        voor = [*tekens, *voor]
    return [*voor, *hoofd, *na]


def _omgeving(toestand: Toestand, hoofd: list[Handeling]) -> Plaatsen:
    """Where a relative address in an "onder …" phrase belongs."""
    if toestand.locatie:
        return toestand.locatie
    eerste = hoofd[0]
    if isinstance(eerste, VoegToe | VoegTekstToe):
        return toestand.kaal_doel
    if isinstance(eerste, Verwijder | Vervang) and len(toestand.object) >= 1:
        return (toestand.object[0].ouder,) if toestand.object[0].ouder else ()
    return toestand.kaal_doel


def _onder_vernummering(toestand: Toestand, deel: Deel, hoofd: list[Handeling]) -> Vernummer:
    if deel.adres is None or deel.naar is None:
        raise AfgekeurdError("vernummering zonder van of tot")
    binnen = _omgeving(toestand, hoofd)
    if deel.adres.los:
        van = los_naar(deel.adres, toestand.plaatsen(deel.naar, binnen))
    else:
        van = tuple(binnen_plaats(plaats, binnen[0]) if binnen else plaats for plaats in deel.adres.plaatsen)
    if deel.waarde == "tot":
        _tot_bereik(toestand, deel, van, hoofd)
    return _vernummer(toestand, van, los_naar(deel.naar, van))


def _tot_bereik(toestand: Toestand, deel: Deel, van: Plaatsen, hoofd: list[Handeling]) -> None:
    """ "van het tweede tot het vijfde lid … drie leden": 2 → 5 fits exactly when three leden fill the gap."""
    aantal = next((h.aantal for h in hoofd if isinstance(h, VoegToe | VoegIn)), None)
    tot = deel.naar.plaatsen[0].laatste.nummer if deel.naar else ""
    nummer = van[0].laatste.nummer
    if not (nummer.isdigit() and tot.isdigit() and aantal == int(tot) - int(nummer)):
        toestand.merk(codes.TOT_BEREIK, deel)


def _vrijgekomen(hoofd: Handeling, operatie: Vernummer) -> Handeling:
    """A new element takes the number that a renumbering frees (regels.md G3)."""
    if not isinstance(hoofd, VoegIn | VoegToe) or hoofd.nummer:
        return hoofd
    aantal = hoofd.aantal or 1
    vrij = [niveau.nummer for niveau in (plaats.laatste for plaats in operatie.van)]
    bezet = {plaats.laatste.nummer for plaats in operatie.naar}
    nummers = tuple(n for n in _uitgeteld(operatie, vrij, aantal) if n not in bezet or aantal > len(vrij))
    return replace(hoofd, nummer=nummers[:aantal]) if len(nummers) >= aantal else hoofd


def _uitgeteld(operatie: Vernummer, vrij: list[str], aantal: int) -> list[str]:
    uit = vrij[:1]
    while len(uit) < aantal and (opvolger := volgende(uit[-1])):
        uit.append(opvolger)
    eerste_naar = operatie.naar[0].laatste.nummer
    return uit if eerste_naar not in uit else []


def _onder_vervanging(toestand: Toestand, deel: Deel, hoofd: list[Handeling]) -> list[Handeling]:
    uit: list[Handeling] = []
    binnen = _omgeving(toestand, hoofd)
    for leesteken, nieuw in deel.tekens:
        if not nieuw:
            if len(hoofd) == 1 and isinstance(hoofd[0], VoegTekstToe):
                continue
            raise AfgekeurdError("vervanging zonder door")
        plaatsen = toestand.plaatsen(leesteken.bij, binnen) if leesteken.bij else binnen
        uit.append(
            VervangLeesteken(doel=toestand.vol(plaatsen), oud=leesteken.teken, nieuw=nieuw, **toestand.gedeeld())
        )
    return uit


def _bij_leesteken(hoofd: Handeling, tekens: list[Handeling]) -> Handeling:
    """An addition without container goes where the punctuation is changed; its numbers follow that item."""
    laatste = tekens[-1] if tekens else None
    if not isinstance(hoofd, VoegToe) or not isinstance(laatste, VervangLeesteken) or not laatste.doel:
        return hoofd
    plaats = laatste.doel[0]
    if not hoofd.doel and plaats.ouder:
        hoofd = replace(hoofd, doel=(plaats.ouder,))
    if hoofd.nummer or hoofd.soort != plaats.laatste.soort:
        return hoofd
    nummers: list[str] = []
    huidig: str | None = plaats.laatste.nummer
    for _ in range(hoofd.aantal or 1):
        huidig = volgende(huidig) if huidig else None
        if huidig:
            nummers.append(huidig)
    vol = len(nummers) == (hoofd.aantal or 1)
    return replace(hoofd, nummer=tuple(nummers), afgeleid=True) if vol else hoofd
