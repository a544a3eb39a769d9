"""Frames about whole elements: replace, repeal, renumber, move (aanwijzingen 6.9, 6.15, 6.18)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from amend.model.address import Niveau, Plaats
from amend.model.numbering import reeks
from amend.model.operations import (
    Handeling,
    NummerTekst,
    TrekIn,
    Vernummer,
    Verplaats,
    Vervang,
    VervangOpschrift,
    VervangTekst,
    Verwijder,
)
from amend.parse import codes
from amend.parse.adres import LOS
from amend.parse.build_tekst import ontnummer
from amend.parse.delen import Adressen, AfgekeurdError, Deel, Rest
from amend.parse.toestand import Plaatsen, Toestand, is_absoluut, los_naar, zonder_slot
from amend.parse.voorbewerk import HOOFD

_REGELING = (Plaats((Niveau("regeling"),)),)


def onderwerp(toestand: Toestand, rest: Rest) -> tuple[Deel, Plaatsen]:
    """The subject of the clause as addresses; without one, the object of the clause before."""
    delen = rest.pak("onderwerp")
    if not delen:
        if not toestand.object or toestand.hier or toestand.kaal_onderwerp:
            raise AfgekeurdError("geen onderwerp")
        return Deel("onderwerp"), toestand.object
    if len(delen) > 1:
        raise AfgekeurdError("twee onderwerpen")
    deel = delen[0]
    if deel.adres is None:
        raise AfgekeurdError("onderwerp zonder plaats")
    plaatsen = _binnen_de_zin(toestand, deel, toestand.plaatsen(deel.adres, toestand.locatie))
    if toestand.locatie and any(p.niveaus == toestand.locatie[0].niveaus for p in plaatsen):
        raise AfgekeurdError("onderwerp is de plaats zelf")
    toestand.object, toestand.omgeving = plaatsen, plaatsen
    if not toestand.hier and all(is_absoluut(plaats) for plaats in deel.adres.plaatsen):
        toestand.locatie = ()  # what follows is seen from this place, not from the one of a clause before
    return deel, plaatsen


def _binnen_de_zin(toestand: Toestand, deel: Deel, plaatsen: Plaatsen) -> Plaatsen:
    """What is said to happen in a place does not happen beside it: "in onderdeel b vervalt onderdeel c"."""
    buiten = toestand.locatie[0] if toestand.hier and len(toestand.locatie) == 1 else None
    if buiten is None or deel.adres is None or buiten.laatste.soort not in {"lid", "onderdeel"}:
        return plaatsen
    if all(len(p.niveaus) > len(buiten.niveaus) or p.laatste.soort != buiten.laatste.soort for p in plaatsen):
        return plaatsen
    if buiten.laatste.soort == "lid" or any(p.niveaus[:1] == buiten.niveaus[:1] for p in deel.adres.plaatsen):
        raise AfgekeurdError("tweede plaats ligt niet binnen de eerste")
    return tuple(Plaats((*buiten.niveaus, *p.niveaus)) for p in deel.adres.plaatsen)


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
    rest.negeer("bijwoord")
    nieuw = _eigen_tekst(toestand, rest.pak("payload", "luidende", "tekst"))
    met_opschrift = _met_opschrift(deel, rest)
    if met_opschrift and nieuw and (kop := _kop_voorop(doel, nieuw)):
        vervang_kop = VervangOpschrift(doel=toestand.vol(doel), nieuw=kop, **toestand.gedeeld())
        return [*_vervang(toestand, doel, None), vervang_kop]
    uit = _vervang(toestand, doel, nieuw)
    if met_opschrift:
        uit.append(VervangOpschrift(doel=toestand.vol(doel), **toestand.gedeeld()))
    return uit


def _vervang(toestand: Toestand, doel: Plaatsen, nieuw: str | None) -> list[Handeling]:
    koppen = tuple(plaats for plaats in doel if _is_kop(plaats))
    rest = tuple(plaats for plaats in doel if not _is_kop(plaats))
    uit: list[Handeling] = []
    if rest:
        if nieuw and all(plaats and plaats.laatste.soort in {"kolom", "rij"} for plaats in rest):
            nieuw = zonder_slot(nieuw)
        uit.append(Vervang(doel=toestand.vol(rest), nieuw=nieuw, **toestand.gedeeld()))
    if koppen:
        ouders = tuple(plaats if plaats.laatste.citaat else plaats.ouder for plaats in koppen)
        tekst = zonder_slot(nieuw) if nieuw else None
        uit.append(VervangOpschrift(doel=_ouders(toestand, ouders), nieuw=tekst, **toestand.gedeeld()))
    return uit


def _is_kop(plaats: Plaats) -> bool:
    return bool(plaats) and plaats.laatste.soort == "opschrift"


def _ouders(toestand: Toestand, ouders: Plaatsen) -> Plaatsen:
    return toestand.vol(tuple(plaats for plaats in ouders if plaats))


def vervang(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 5 wordt vervangen door twee artikelen, luidende:"."""
    _, doel = onderwerp(toestand, rest)
    door = rest.een("door")
    rest.negeer("bijwoord")
    teksten = rest.pak("payload", "luidende")
    if door is None:
        raise AfgekeurdError("vervangen zonder door")
    if _alleen_term(doel, door.teksten):
        oud, nieuw_ = doel[0].laatste.citaat, zonder_slot(door.teksten[0]) if door.eigen else door.teksten[0]
        return [VervangTekst(doel=toestand.vol(doel), oud=oud, nieuw=nieuw_, **toestand.gedeeld())]
    if (term := _andere_term(doel, door)) is not None:
        return [VervangTekst(doel=toestand.vol(doel), oud=term[0], nieuw=term[1], **toestand.gedeeld())]
    nieuw = _eigen_tekst(toestand, [door, *teksten])
    if door.waarde and door.waarde != "aanhaling" and not door.teksten:
        raise AfgekeurdError("element vervangen door een leesteken")
    if door.nieuw is None and door.adres is None:
        return [
            replace(op, meer=nieuw is None) if isinstance(op, Vervang) else op for op in _vervang(toestand, doel, nieuw)
        ]
    if not teksten and (letters := _andere_aanduiding(doel, door)):
        return [vernummering_van(toestand, doel, los_naar(letters, doel))]
    aantal, nummers = _aangekondigd(door)
    meer = bool(door.nieuw and door.nieuw.meer)
    doel = toestand.vol(doel)
    return [Vervang(doel=doel, nieuw=nieuw, aantal=aantal, meer=meer, nummer=nummers, **toestand.gedeeld())]


def _andere_aanduiding(doel: Plaatsen, door: Deel) -> Adressen | None:
    """ "worden de nummers 1 tot en met 3 vervangen door de letters a tot en met c": a renumbering."""
    adres = door.adres
    if adres is None or adres.regeling or not all(doel) or len(adres.plaatsen) != len(doel):
        return None
    noemers = {plaats.laatste.woord for plaats in (*doel, *adres.plaatsen) if plaats}
    enkel = all(len(plaats.niveaus) == 1 and plaats.laatste.nummer for plaats in adres.plaatsen)
    return adres if enkel and noemers <= {"letter", "nummer", "cijfer"} else None


def _alleen_term(doel: Plaatsen, teksten: Sequence[str]) -> bool:
    """'het begrip "x" wordt vervangen door "y"': the term itself; a text with a colon is a whole definition.

    A new description without its term stays a replacement of the whole: the executor refuses half a definition.
    """
    begrip = doel[0].laatste if len(doel) == 1 and doel[0] and doel[0].laatste.soort == "begrip" else None
    if begrip is None or len(teksten) != 1 or ":" in teksten[0]:
        return False
    return begrip.woord in {"begrip", "term", "woord"} or teksten[0].startswith(begrip.citaat)


def _andere_term(doel: Plaatsen, door: Deel) -> tuple[str, str] | None:
    """'het begrip "x" wordt vervangen door het begrip "y"': the old and the new term."""
    if door.adres is None or not any(plaats and plaats.laatste.soort == "begrip" for plaats in door.adres.plaatsen):
        return None
    nieuw = door.adres.plaatsen
    if (
        len(doel) != 1
        or len(nieuw) != 1
        or not doel[0]
        or doel[0].laatste.soort != "begrip"
        or len(nieuw[0].niveaus) > 1
    ):
        raise AfgekeurdError("vervangen door een begrip")
    return doel[0].laatste.citaat, nieuw[0].laatste.citaat


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
    rest.negeer("bijwoord", "payload")
    if aanduidingen:
        return [ontnummer(toestand, deel) for deel in aanduidingen]
    deel, doel = onderwerp(toestand, rest)
    if doel == _REGELING:
        return trek_in(toestand, deel.adres.namen if deel.adres else ())
    if _met_opschrift(deel, rest):
        doel = (*doel, *(plaats.met(Niveau("opschrift")) for plaats in doel))
    return [Verwijder(doel=toestand.vol(doel), **toestand.gedeeld())]


def _kop_voorop(doel: Plaatsen, nieuw: str) -> str:
    """ "… komen te luiden: Verlof Artikel 34": the heading stands before the designation, the text below it."""
    laatste = doel[0].laatste if len(doel) == 1 and doel[0] else None
    treffer = re.fullmatch(r"(?P<kop>\S.*?)\s+(?P<soort>[A-Za-z]+)\s+(?P<nr>[\w:.]*\w)\.?", nieuw, re.S)
    if laatste is None or treffer is None:
        return ""
    return treffer["kop"] if (treffer["soort"].lower(), treffer["nr"]) == (laatste.soort, laatste.nummer) else ""


def _met_opschrift(deel: Deel, rest: Rest) -> bool:
    """ "… en het daarbij behorende opschrift", behind the place or behind the verb."""
    los = rest.pak("met_opschrift")
    return bool(los) or bool(deel.adres and deel.adres.met_opschrift)


def trek_in(toestand: Toestand, namen: tuple[str, ...] = ()) -> list[Handeling]:
    """The end of whole regulations; each name must be one of a regulation."""
    gedeeld = toestand.gedeeld()
    uit: list[Handeling] = []
    for naam in namen or (toestand.regeling or "",):
        if not HOOFD.search(naam):
            raise AfgekeurdError("geen naam van een regeling")
        uit.append(TrekIn(**{**gedeeld, "regeling": naam}))
    return uit


def vernummer(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "X wordt vernummerd tot Y"."""
    tot = rest.een("tot") or _tweede_onderwerp(rest)
    rest.negeer("bijwoord")
    teksten = rest.pak("payload", "luidende")
    deel, van = onderwerp(toestand, rest)
    if tot is None and len(van) == 1 and any(deel.rol == "payload" and not deel.teksten for deel in teksten):
        return [Vernummer(van=toestand.vol(van), **toestand.gedeeld())]
    if tot is None or tot.naar is None:
        raise AfgekeurdError("vernummerd, maar waartoe?")
    if deel.adres and (deel.adres.gesteld or (van[0] and van[0].laatste.soort == "tekst")):
        return [_nummer_van_tekst(toestand, van, tot.naar, deel.adres.gesteld)]
    if not all(van):
        van = toestand.vol(van)
    if not van or not all(van):
        raise AfgekeurdError("wat wordt vernummerd, staat er niet bij")
    naar = los_naar(tot.naar, van)
    if len(van) == len(naar) == 1 and naar[0].niveaus[:-1] == van[0].niveaus and naar[0].laatste.soort == "lid":
        return [NummerTekst(doel=toestand.vol(van), nummer=naar[0].laatste.nummer, **toestand.gedeeld())]
    operatie = vernummering_van(toestand, van, naar)
    toestand.object = operatie.naar
    return [operatie, *_en_luidt(toestand, naar, teksten)]


def _tweede_onderwerp(rest: Rest) -> Deel | None:
    """ "De leden 3 en 4 worden genummerd vierde en vijfde lid": the second place is where to."""
    delen = [deel for deel in rest.delen if deel.rol == "onderwerp"]
    if len(delen) != 2:
        return None
    rest.delen.remove(delen[1])
    return replace(delen[1], rol="tot", naar=delen[1].adres)


def _nummer_van_tekst(toestand: Toestand, van: Plaatsen, naar: Adressen, gesteld: bool) -> NummerTekst:
    """ "De bestaande tekst van artikel 6 wordt genummerd 1": the text gets a number."""
    if len(naar.plaatsen) != 1 or naar.plaatsen[0].laatste.soort not in {LOS, "lid"} or naar.plaatsen[0].laatste.tot:
        raise AfgekeurdError("tekst genummerd tot wat?")
    doel = van if gesteld else tuple(plaats.ouder for plaats in van)
    return NummerTekst(doel=toestand.vol(doel), nummer=naar.plaatsen[0].laatste.nummer, **toestand.gedeeld())


def _en_luidt(toestand: Toestand, naar: Plaatsen, teksten: Sequence[Deel]) -> list[Handeling]:
    """ "… tot artikel 11 en komt te luiden": the new text of the new number; a colon alone asks for nothing."""
    if not any(deel.rol == "luidende" or deel.teksten for deel in teksten):
        return []
    return _vervang(toestand, naar, _eigen_tekst(toestand, teksten))


def word(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Lid 3 wordt lid 4": a renumbering."""
    delen = rest.pak("onderwerp")
    rest.negeer("bijwoord")
    teksten = rest.pak("payload", "luidende")
    if len(delen) != 2 or delen[0].adres is None or delen[1].adres is None:
        raise AfgekeurdError("geen werkwoord")
    van = toestand.plaatsen(delen[0].adres, toestand.locatie)
    if delen[0].adres.gesteld or (van[0] and van[0].laatste.soort == "tekst"):
        return [_nummer_van_tekst(toestand, van, delen[1].adres, delen[0].adres.gesteld)]
    naar = los_naar(delen[1].adres, van)
    if len(van) != len(naar) or not all(van) or [p.laatste.soort for p in van] != [p.laatste.soort for p in naar]:
        raise AfgekeurdError("vernummering naar een andere soort")
    toestand.omgeving, toestand.object = van, naar
    return [vernummering_van(toestand, van, naar), *_en_luidt(toestand, naar, teksten)]


def vernummering_van(toestand: Toestand, van: Plaatsen, naar: Plaatsen) -> Vernummer:
    """The renumbering, with a finding when both sides do not count the same."""
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
    rest.negeer("bijwoord", "payload")
    velden: dict[str, Any] = {}
    if tot and tot.naar:
        velden["naar"] = _ene(toestand, tot.naar)
    for naam, deel in (("na", na), ("voor", voor)):
        if deel and deel.adres:
            velden[naam] = _ene(toestand, deel.adres)
    if not velden:
        raise AfgekeurdError("verplaatst, maar waarheen?")
    return [Verplaats(doel=toestand.vol(doel), **velden, **toestand.gedeeld())]


def _ene(toestand: Toestand, adres: Adressen) -> Plaats:
    """The one place of an anchor; a list of places is no anchor."""
    plaatsen = toestand.plaatsen(adres)
    if len(plaatsen) != 1:
        raise AfgekeurdError("meer dan een plaats om naar te verplaatsen")
    return toestand.in_context(plaatsen[0])
