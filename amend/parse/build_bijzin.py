"""The phrases beside a clause: "onder vernummering van", "onder vervanging van", "onder plaatsing van" (6.18)."""

from __future__ import annotations

from dataclasses import replace

from amend.model.address import DIEPTE, Niveau, Plaats
from amend.model.numbering import reeks, volgende
from amend.model.operations import (
    Handeling,
    NummerTekst,
    Vernummer,
    Verplaats,
    Vervang,
    VervangLeesteken,
    VervangTekst,
    Verwijder,
    VoegIn,
    VoegTekstToe,
    VoegToe,
)
from amend.parse import codes
from amend.parse.build_element import vernummering_van
from amend.parse.delen import Adressen, AfgekeurdError, Deel
from amend.parse.toestand import Plaatsen, Toestand, binnen_plaats, los_naar


def met_bijzin(
    toestand: Toestand,
    hoofd: list[Handeling],
    vernummering: Deel | None,
    vervanging: Deel | None,
    plaatsing: Deel | None = None,
) -> list[Handeling]:
    """The operations of a clause in the order of execution, with those of its "onder …" phrases."""
    voor: list[Handeling] = []
    na: list[Handeling] = []
    if vernummering:
        operaties = [_onder_vernummering(toestand, d, hoofd) for d in (vernummering, *vernummering.verder)]
        (na if any(_maakt_vrij(h, operaties) for h in hoofd) else voor).extend(operaties)
        hoofd = [_vrijgekomen(h, _eigen_soort(h, operaties)) for h in hoofd]
    if vervanging:
        tekens = _onder_vervanging(toestand, vervanging, hoofd)
        hoofd = [_bij_leesteken(h, tekens) for h in hoofd]
        if na and vernummering and vervanging.start > vernummering.start:
            na = [*na, *tekens]  # said after the renumbering: the numbers are the new ones
        else:
            voor = [*tekens, *voor]
    if plaatsing:
        voor = [_plaatsing(toestand, plaatsing, hoofd), *voor]
    return [*voor, *hoofd, *na]


def _maakt_vrij(hoofd: Handeling, operaties: list[Vernummer]) -> bool:
    """True when the renumbering comes last: after a repeal or a move, or when a replaced element has its new number.

    "Het tweede en derde lid worden vervangen door een lid, onder vernummering van het vierde lid tot derde lid".
    """
    if not isinstance(hoofd, Vervang):
        return isinstance(hoofd, Verwijder | Verplaats)
    vervangen = {nummer for plaats in hoofd.doel for nummer in _uitgeschreven(plaats)}
    return any(nummer in vervangen for op in operaties for plaats in op.naar for nummer in _uitgeschreven(plaats))


def _uitgeschreven(plaats: Plaats) -> list[Plaats]:
    """Each element of a range by itself."""
    laatste = plaats.laatste
    nummers = (reeks(laatste.nummer, laatste.tot) or ()) if laatste.tot else (laatste.nummer,)
    return [plaats.ouder.met(Niveau(laatste.soort, nummer)) for nummer in nummers]


def _ligt_dieper(adressen: Adressen | None, plaats: Plaats) -> bool:
    """ "Artikel 3 komt, onder vernummering van het vierde lid …, te luiden": that lid lies in the article itself."""
    eerste = adressen.plaatsen[0] if adressen and adressen.plaatsen else None
    if not eerste or not plaats:
        return False
    return DIEPTE.get(eerste.niveaus[0].soort, 0) > DIEPTE.get(plaats.laatste.soort, 99)


def _omgeving(toestand: Toestand, hoofd: list[Handeling], adressen: Adressen | None = None) -> Plaatsen:
    """Where a relative address in an "onder …" phrase belongs."""
    if toestand.locatie and (toestand.hier or not toestand.operaties):
        return toestand.locatie
    eerste = hoofd[0]
    if isinstance(eerste, Vervang) and len(toestand.object) == 1 and _ligt_dieper(adressen, toestand.object[0]):
        return toestand.object
    if isinstance(eerste, VoegToe | VoegTekstToe):
        return toestand.kaal_doel
    if isinstance(eerste, Verwijder | Vervang) and len(toestand.object) >= 1:
        return (toestand.object[0].ouder,) if toestand.object[0].ouder else ()
    if isinstance(eerste, Vernummer) and len({plaats.ouder for plaats in eerste.van}) == 1:
        return (eerste.van[0].ouder,) if eerste.van[0].ouder else ()
    anker = (eerste.na or eerste.voor) if isinstance(eerste, VoegIn) else None
    if anker and anker.ouder and not toestand.kaal_doel:
        return (anker.ouder,)  # "na onderdeel 2.2 van de bijlage …, onder vernummering van onderdeel 2.3"
    return toestand.kaal_doel


def _plaatsing(toestand: Toestand, deel: Deel, hoofd: list[Handeling]) -> Handeling:
    """ "onder plaatsing van de aanduiding «1.» voor de tekst": the text gets a number first."""
    plaatsen = deel.adres.plaatsen if deel.adres else ()
    binnen = _omgeving(toestand, hoofd)
    kaal = plaatsen == (Plaats((Niveau("tekst"),)),)
    if not kaal and not (deel.adres and deel.adres.gesteld):
        raise AfgekeurdError("aanduiding waarvoor?")
    doel = binnen if kaal else tuple(binnen_plaats(p, binnen[0]) if binnen else p for p in plaatsen)
    return NummerTekst(doel=toestand.vol(doel), nummer=deel.waarde.rstrip(".) "), **toestand.gedeeld())


def _onder_vernummering(toestand: Toestand, deel: Deel, hoofd: list[Handeling]) -> Vernummer:
    if deel.adres is None and deel.naar is not None:
        return _vernummerd_verplaatst(toestand, deel.naar, hoofd)
    if deel.adres is None or deel.naar is None:
        raise AfgekeurdError("vernummering zonder van of tot")
    binnen = _omgeving(toestand, hoofd, deel.adres)
    if deel.adres.los and deel.naar.los:
        if not toestand.object or not toestand.object[0]:
            raise AfgekeurdError("vernummering van wat?")
        van = los_naar(deel.adres, toestand.object)
    elif deel.adres.los:
        van = los_naar(deel.adres, toestand.plaatsen(deel.naar, binnen))
    else:
        van = tuple(binnen_plaats(plaats, binnen[0]) if binnen else plaats for plaats in deel.adres.plaatsen)
    if deel.waarde == "tot":
        _tot_bereik(toestand, deel, van, hoofd)
    return vernummering_van(toestand, van, los_naar(deel.naar, van))


def _vernummerd_verplaatst(toestand: Toestand, naar: Adressen, hoofd: list[Handeling]) -> Vernummer:
    """ "Artikel 9 wordt verplaatst naar hoofdstuk 3, onder vernummering tot artikel 3a": its address stays the same."""
    verplaatst = hoofd[0] if len(hoofd) == 1 else None
    if not isinstance(verplaatst, Verplaats) or len(verplaatst.doel) != 1:
        raise AfgekeurdError("onder vernummering van wat?")
    van = verplaatst.doel
    if van[0].laatste.soort != "artikel" or van[0].laatste.tot:
        raise AfgekeurdError("het adres na de verplaatsing is niet zeker")
    return vernummering_van(toestand, van, los_naar(naar, van))


def _tot_bereik(toestand: Toestand, deel: Deel, van: Plaatsen, hoofd: list[Handeling]) -> None:
    """ "van het tweede tot het vijfde lid … drie leden": 2 → 5 fits exactly when three leden fill the gap."""
    aantal = next((h.aantal for h in hoofd if isinstance(h, VoegToe | VoegIn)), None)
    tot = deel.naar.plaatsen[0].laatste.nummer if deel.naar else ""
    nummer = van[0].laatste.nummer
    if not (nummer.isdigit() and tot.isdigit() and aantal == int(tot) - int(nummer)):
        toestand.merk(codes.TOT_BEREIK, deel)


def _eigen_soort(hoofd: Handeling, operaties: list[Vernummer]) -> Vernummer:
    """The renumbering of the kind that the new element has; the first one when none is."""
    soort = hoofd.soort if isinstance(hoofd, VoegIn | VoegToe) else ""
    return next((op for op in operaties if op.van[0].laatste.soort == soort), operaties[0])


def _vrijgekomen(hoofd: Handeling, operatie: Vernummer) -> Handeling:
    """A new element takes the number that a renumbering frees (regels.md G3)."""
    if not isinstance(hoofd, VoegIn | VoegToe) or hoofd.nummer:
        return hoofd
    aantal = hoofd.aantal or 1
    vrij = [niveau.nummer for niveau in (plaats.laatste for plaats in operatie.van)]
    bezet = {plaats.laatste.nummer for plaats in operatie.naar}
    nummers = tuple(n for n in _uitgeteld(operatie, vrij, aantal) if n not in bezet or aantal > len(vrij))
    return replace(hoofd, nummer=nummers[:aantal], afgeleid=True) if len(nummers) >= aantal else hoofd


def _uitgeteld(operatie: Vernummer, vrij: list[str], aantal: int) -> list[str]:
    uit = vrij[:1]
    while len(uit) < aantal and (opvolger := volgende(uit[-1])):
        uit.append(opvolger)
    eerste_naar = operatie.naar[0].laatste.nummer
    return uit if eerste_naar not in uit else []


def _onder_vervanging(toestand: Toestand, deel: Deel, hoofd: list[Handeling]) -> list[Handeling]:
    if deel.teksten:
        return _woorden(toestand, deel)
    uit: list[Handeling] = []
    binnen = _omgeving(toestand, hoofd)
    for leesteken, nieuw in deel.tekens:
        if not nieuw:
            if len(hoofd) == 1 and isinstance(hoofd[0], VoegTekstToe):
                continue
            raise AfgekeurdError("vervanging zonder door")
        if leesteken.na or leesteken.voor:
            raise AfgekeurdError("leesteken in de zin")
        plaatsen = toestand.plaatsen(leesteken.bij, binnen) if leesteken.bij else binnen
        if not leesteken.bij and isinstance(hoofd[0], VoegIn) and hoofd[0].na is not None and not toestand.locatie:
            plaatsen = (hoofd[0].na,)
        uit.append(
            VervangLeesteken(doel=toestand.vol(plaatsen), oud=leesteken.teken, nieuw=nieuw, **toestand.gedeeld())
        )
    return uit


def _woorden(toestand: Toestand, deel: Deel) -> list[Handeling]:
    """ "onder vervanging van «1993» door «1994»": words in the place of the clause."""
    nieuwe = deel.verder[0].teksten
    if len(nieuwe) != len(deel.teksten) or not toestand.locatie:
        raise AfgekeurdError("woorden in een bijzin, maar waar?")
    doel, velden = toestand.vol(toestand.locatie), toestand.gedeeld()
    return [VervangTekst(doel=doel, oud=a, nieuw=b, **velden) for a, b in zip(deel.teksten, nieuwe, strict=True)]


def _bij_leesteken(hoofd: Handeling, tekens: list[Handeling]) -> Handeling:
    """An addition without container goes where the punctuation is changed; its numbers follow that item."""
    laatste = tekens[-1] if tekens else None
    if not isinstance(hoofd, VoegToe) or not isinstance(laatste, VervangLeesteken) or not laatste.doel:
        return hoofd
    plaats = laatste.doel[0]
    naast = len(hoofd.doel) == 1 and hoofd.doel[0] != plaats and hoofd.doel[0].ouder == plaats.ouder
    if plaats.ouder and (not hoofd.doel or (naast and hoofd.soort == plaats.laatste.soort)):
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
