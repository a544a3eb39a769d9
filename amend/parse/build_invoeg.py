"""Frames for inserting and appending, of elements and of words (aanwijzingen 6.11, 6.16, 6.18)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from amend.model.address import DIEPTE, Niveau, Plaats
from amend.model.operations import (
    Handeling,
    NummerTekst,
    Vernummer,
    Verplaats,
    VervangLeesteken,
    VoegIn,
    VoegTekstIn,
    VoegTekstToe,
    VoegToe,
)
from amend.parse import codes
from amend.parse.build_tekst import bijwoorden
from amend.parse.delen import AfgekeurdError, Deel, Nieuw, Rest
from amend.parse.toestand import Plaatsen, Toestand, is_absoluut, is_zin, zonder_slot

_AANDUIDING: Final = re.compile(
    r"(?:(?P<artikel>artikel)\s+(?P<nr>[\w:.]+)|(?P<letter>[a-zA-Z]{1,2}\d?)[.)]|(?P<cijfer>\d{1,2}[°º])\.?|(?P<lid>\d{1,2})[.)])\s",
    re.I,
)

_TEKENS: Final = frozenset(",;:")


def vul_aan(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 1 wordt aangevuld met een onderdeel c", "… gewijzigd door toevoeging van een lid"."""
    wat = rest.een("met", "toevoeging")
    if wat and len(wat.teksten) == 1 and (tekst := rest.een("tekst")):
        return _met_woorden(toestand, rest, tekst, wat.teksten[0])
    onderwerp = rest.een("onderwerp")
    if wat and len(wat.teksten) == 1 and _soort_van(wat.teksten[0] + " ") is None:
        return [_aangevuld(toestand, onderwerp, wat)]
    if wat is None or (wat.nieuw is None and wat.adres is None):
        raise AfgekeurdError("aangevuld met wat?")
    if onderwerp:
        rest.delen.append(replace(onderwerp, rol="aan"))
    elif toestand.locatie:
        rest.pak("in")
    soort = "nieuw" if wat.nieuw else "onderwerp"
    rest.delen.append(replace(wat, rol=soort))
    return invoeg(toestand, rest)


def _aangevuld(toestand: Toestand, onderwerp: Deel | None, wat: Deel) -> Handeling:
    """ "Artikel 4, eerste lid, wordt aangevuld met «, tenzij x»": words at the end."""
    plaatsen = (
        toestand.plaatsen(onderwerp.adres, toestand.locatie) if onderwerp and onderwerp.adres else toestand.locatie
    )
    nieuw = _inhoud(wat, wat.teksten[0])
    soort = "volzin" if wat.eigen and is_zin(nieuw) else ""
    return VoegTekstToe(doel=toestand.vol(plaatsen), nieuw=nieuw, soort=soort, **toestand.gedeeld())


def _met_woorden(toestand: Toestand, rest: Rest, tekst: Deel, nieuw: str) -> list[Handeling]:
    """ "wordt «x» aangevuld met «y»": after the words."""
    bij = bijwoorden(rest)
    if len(tekst.teksten) != 1:
        raise AfgekeurdError("niet precies een tekst om aan te vullen")
    doel = toestand.vol(toestand.locatie)
    return [VoegTekstIn(doel=doel, na=tekst.teksten[0], nieuw=nieuw, **bij, **toestand.gedeeld())]


def invoeg(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """Insert or append: words when words are quoted or announced, else elements."""
    container = _container(toestand, rest)
    toestand.kaal_doel = container
    rest.pak("bijlijst")
    container = _met_ouder(toestand, rest, container)
    if aanduiding := rest.een("aanduiding"):
        return _nummer_tekst(toestand, rest, aanduiding, container)
    nieuw, tekst, bron = _wat(rest)
    if tekst and _is_nummer(rest, tekst):
        return _nummer_tekst(toestand, rest, replace(tekst, waarde=tekst.teksten[0]), container)
    if tekst:
        return _woorden(toestand, rest, container, tekst, tekst.teksten)
    inhoud = bron.teksten[0] if bron else None
    if nieuw is None:
        return _onbenoemd(toestand, rest, container, bron, inhoud)
    if nieuw.soort == "tekst":
        return _woorden(toestand, rest, container, bron, (_inhoud(bron, inhoud),) if inhoud is not None else ())
    return _element(toestand, rest, container, nieuw, _netjes(toestand, bron, inhoud))


def _wat(rest: Rest) -> tuple[Nieuw | None, Deel | None, Deel | None]:
    """What is inserted: an announced element, quoted words, and the constituent that holds the new text."""
    deel, onderwerp, tekst = rest.een("nieuw"), rest.een("onderwerp"), rest.een("tekst")
    bronnen = [d for d in rest.delen if d.rol in {"payload", "luidende"} and d.teksten]
    if len(bronnen) > 1 or (tekst and (onderwerp or bronnen)) or (onderwerp and deel):
        raise AfgekeurdError("te veel om in te voegen")
    deel = _als_nieuw(onderwerp) if onderwerp else deel
    bron = bronnen[0] if bronnen else None
    if tekst and len(tekst.teksten) == 1 and _is_inhoud(rest, tekst, deel):
        bron, tekst = tekst, None
    if tekst and deel:
        raise AfgekeurdError("woorden en een element tegelijk")
    return (deel.nieuw if deel else None), tekst, bron


def _is_inhoud(rest: Rest, tekst: Deel, nieuw: Deel | None) -> bool:
    """A quotation that is the new element itself: announced before it, or opening with its own designation."""
    if nieuw is not None and nieuw.nieuw is not None:
        return tekst.start >= nieuw.eind or nieuw.nieuw.soort in {"tekst", "begrip"}
    return _soort_van(tekst.teksten[0]) is not None and not any(
        d.rol in {"na", "voor", "tussen"} and not d.adres for d in rest.delen
    )


def _container(toestand: Toestand, rest: Rest) -> Plaatsen:
    aan = rest.een("aan")
    toestand.aan_slot = aan is not None and aan.waarde == "slot"
    if aan is None or aan.adres is None:
        anker = next((d.adres for d in rest.delen if d.rol in {"na", "voor", "tussen"} and d.adres), None)
        vol = anker is not None and all(is_absoluut(plaats) for plaats in anker.plaatsen)
        return () if vol and not toestand.hier else toestand.locatie
    plaatsen = toestand.plaatsen(aan.adres, toestand.locatie)
    toestand.omgeving = plaatsen
    return plaatsen


def _met_ouder(toestand: Toestand, rest: Rest, container: Plaatsen) -> Plaatsen:
    """ "Artikel 2, lid 5 wordt toegevoegd": the new element says itself where it belongs."""
    deel = next((d for d in rest.delen if d.rol == "onderwerp" and d.adres), None)
    ouders = {plaats.ouder for plaats in deel.adres.plaatsen if plaats.ouder} if deel and deel.adres else set()
    if not ouders:
        return container
    if container or len(ouders) > 1 or any(d.rol in {"na", "voor", "tussen"} for d in rest.delen):
        raise AfgekeurdError("nieuw element op twee plaatsen")
    assert deel is not None and deel.adres is not None  # noqa: S101 - narrowed above
    toestand.kaal_doel = toestand.plaatsen(replace(deel.adres, plaatsen=tuple(ouders)))
    return toestand.kaal_doel


def _als_nieuw(onderwerp: Deel) -> Deel:
    """A subject like "lid 1a" or "artikel 5a" that is to be added."""
    plaatsen = onderwerp.adres.plaatsen if onderwerp.adres else ()
    if not plaatsen or any(not plaats or plaats.laatste.tot or not plaats.laatste.nummer for plaats in plaatsen):
        raise AfgekeurdError("onderwerp van invoegen is geen nieuw element")
    nummers = tuple(plaats.laatste.nummer for plaats in plaatsen)
    return replace(onderwerp, nieuw=Nieuw(plaatsen[0].laatste.soort, nummers, len(nummers)))


def _is_nummer(rest: Rest, tekst: Deel) -> bool:
    """ "Voor de tekst wordt «1.» geplaatst"."""
    voor = next((d.adres for d in rest.delen if d.rol == "voor" and d.adres), None)
    kaal = voor is not None and (voor.gesteld or voor.plaatsen[0].laatste.soort == "tekst")
    return kaal and len(tekst.teksten) == 1 and re.fullmatch(r"\d{1,2}[.)]?|[a-z][.)]", tekst.teksten[0]) is not None


def _nummer_tekst(toestand: Toestand, rest: Rest, deel: Deel, container: Plaatsen) -> list[Handeling]:
    """'Voor de tekst wordt de aanduiding "1." geplaatst'."""
    voor = rest.een("voor")
    plek = voor.adres if voor else deel.adres
    rest.pak("payload")
    rest.negeer("bijwoord")
    if plek is None or not (plek.gesteld or plek.plaatsen[0].laatste.soort == "tekst"):
        raise AfgekeurdError("aanduiding waarvoor?")
    doel = toestand.plaatsen(plek, container)
    if plek.gesteld:
        toestand.locatie = toestand.omgeving = doel
        return [NummerTekst(doel=toestand.vol(doel), nummer=deel.waarde.rstrip(". "), **toestand.gedeeld())]
    kaal = tuple(plaats.ouder for plaats in doel if plaats.ouder) or container
    return [NummerTekst(doel=toestand.vol(kaal), nummer=deel.waarde.rstrip(". "), **toestand.gedeeld())]


def nummer_kaal(toestand: Toestand, rest: Rest, onderwerp: Deel) -> list[Handeling]:
    """ "Voor de tekst van artikel 9 wordt het cijfer 1 geplaatst": a number said without quotation marks."""
    plaatsen = onderwerp.adres.plaatsen if onderwerp.adres else ()
    niveau = plaatsen[0].laatste if len(plaatsen) == 1 and len(plaatsen[0].niveaus) == 1 else Niveau("")
    if niveau.woord not in {"cijfer", "nummer", "letter"} or niveau.tot or not niveau.nummer:
        raise AfgekeurdError("aanduiding die geen nummer is")
    rest.pak("onderwerp")
    toestand.merk(codes.ZONDER_AANHALING, onderwerp)
    return _nummer_tekst(toestand, rest, replace(onderwerp, waarde=niveau.nummer, adres=None), toestand.locatie)


def _onbenoemd(
    toestand: Toestand, rest: Rest, container: Plaatsen, bron: Deel | None, inhoud: str | None
) -> list[Handeling]:
    """ "Aan artikel 3 wordt toegevoegd: …": the text itself says what it is."""
    anker = next((d for d in rest.delen if d.rol in {"na", "voor"} and d.adres), None)
    if anker and (verplaatst := _pas_verplaatst(toestand)) is not None:
        return _verplaats_verder(toestand, rest, anker, verplaatst)
    if anker and not inhoud and toestand.operaties and isinstance(vorige := toestand.operaties[-1], Vernummer):
        rest.pak("na", "voor")
        rest.pak("payload")
        rest.negeer("bijwoord")
        plek = _anker(toestand, anker, (), "")
        velden: dict[str, Any] = {anker.rol: plek}
        return [Verplaats(doel=vorige.naar, **velden, **toestand.gedeeld())]
    if anker and anker.adres:
        laatste = anker.adres.plaatsen[0].laatste
        soort = laatste.soort
        return _element(
            toestand, rest, container, Nieuw(soort, _nummer_in(inhoud, soort)), _netjes(toestand, bron, inhoud)
        )
    if any(d.rol == "alfabetisch" for d in rest.delen):
        return _element(toestand, rest, container, Nieuw("begrip"), _netjes(toestand, bron, inhoud))
    gevonden = _soort_van(inhoud) if inhoud else None
    if gevonden and not any(d.rol in {"na", "voor", "tussen"} for d in rest.delen):
        nieuw = Nieuw(*gevonden)
        return _element(toestand, rest, container, nieuw, _netjes(toestand, bron, inhoud))
    return _woorden(toestand, rest, container, bron, (_inhoud(bron, inhoud),) if inhoud is not None else ())


def _pas_verplaatst(toestand: Toestand) -> Verplaats | None:
    """The move of the clause before, also when that gave the element a new number."""
    ops = toestand.operaties
    vorige = ops[-2] if len(ops) > 1 and isinstance(ops[-1], Vernummer) else ops[-1] if ops else None
    if not isinstance(vorige, Verplaats) or vorige.na or vorige.voor:
        return None
    return vorige if ops[-1] is vorige or (isinstance(ops[-1], Vernummer) and ops[-1].van == vorige.doel) else None


def _verplaats_verder(toestand: Toestand, rest: Rest, anker: Deel, vorige: Verplaats) -> list[Handeling]:
    """ "… wordt verplaatst naar hoofdstuk 4 en ingevoegd na artikel 12": one move."""
    verder = toestand.operaties[toestand.operaties.index(vorige) + 1 :]
    toestand.operaties = toestand.operaties[: -1 - len(verder)]
    rest.pak("na", "voor")
    rest.pak("payload")
    rest.negeer("bijwoord")
    plaats = _anker(toestand, anker, (), "")
    return [replace(vorige, na=plaats) if anker.rol == "na" else replace(vorige, voor=plaats), *verder]


def _soort_van(inhoud: str) -> tuple[str, tuple[str, ...]] | None:
    treffer = _AANDUIDING.match(inhoud)
    if not treffer:
        return None
    if treffer["artikel"]:
        return "artikel", (treffer["nr"].rstrip("."),)
    if treffer["lid"]:
        return "lid", (treffer["lid"],)
    return "onderdeel", (treffer["letter"] or treffer["cijfer"],)


def _nummer_in(inhoud: str | None, soort: str) -> tuple[str, ...]:
    gevonden = _soort_van(inhoud) if inhoud else None
    return gevonden[1] if gevonden and soort in {"lid", "onderdeel", gevonden[0]} else ()


def _inhoud(bron: Deel | None, inhoud: str) -> str:
    if bron is not None and bron.eigen:
        return inhoud.strip() if is_zin(inhoud) else zonder_slot(inhoud)
    return inhoud


def _netjes(toestand: Toestand, bron: Deel | None, inhoud: str | None) -> str | None:
    if inhoud is None:
        return None
    if bron is not None and not bron.eigen:
        toestand.merk(codes.AANHALING_ELEMENT, bron)
    return re.sub(r"([;.,])\.$", r"\1", inhoud.strip())


def _woorden(
    toestand: Toestand, rest: Rest, container: Plaatsen, bron: Deel | None, teksten: tuple[str, ...]
) -> list[Handeling]:
    """Words after or before words, or at the end of a place."""
    bij = bijwoorden(rest)
    na, voor, tussen = rest.een("na"), rest.een("voor"), rest.een("tussen")
    volgt = rest.pak("payload", "luidende")
    if len(teksten) > 1 or (not teksten and not volgt):
        raise AfgekeurdError("niet precies een tekst om in te voegen")
    nieuw = teksten[0] if teksten else ""
    if na is None and voor is None and tussen is None and _voegt_in(toestand) and not toestand.aan_slot:
        raise AfgekeurdError("woorden invoegen, maar waar?")
    anker: dict[str, Any] = {}
    for naam, deel in (("na", na or tussen), ("voor", voor)):
        if deel is not None:
            if not deel.teksten or (deel.rol != "tussen" and len(deel.teksten) != 1):
                raise AfgekeurdError("woorden bij een plaats")
            anker[naam] = deel.teksten[0]
    if tussen:
        if len(tussen.teksten) != 2:
            raise AfgekeurdError("tussen wat en wat?")
        anker["voor"] = tussen.teksten[1]
    if anker:
        doel = toestand.vol(container)
        return [VoegTekstIn(doel=doel, nieuw=nieuw, **anker, **bij, **toestand.gedeeld())]
    if bij:
        raise AfgekeurdError("telkens toevoegen zonder anker")
    return [_achter_teken(toestand, toestand.vol(container), nieuw) or _toe(toestand, container, bron, nieuw)]


def _toe(toestand: Toestand, container: Plaatsen, bron: Deel | None, nieuw: str) -> Handeling:
    soort = "volzin" if bron is not None and bron.eigen and is_zin(nieuw) else ""
    return VoegTekstToe(doel=toestand.vol(container), nieuw=nieuw or None, soort=soort, **toestand.gedeeld())


def _achter_teken(toestand: Toestand, doel: Plaatsen, nieuw: str) -> Handeling | None:
    """ "Na «x» wordt een komma geplaatst en toegevoegd «y»": the words follow the mark that was just inserted."""
    vorige = toestand.operaties[-1] if toestand.operaties else None
    if not isinstance(vorige, VoegTekstIn) or vorige.nieuw not in _TEKENS or vorige.doel != doel or not nieuw:
        return None
    if toestand.hier or toestand.aan_slot:
        return None
    if vorige.na is None:
        raise AfgekeurdError("woorden bij een plaats")
    toestand.operaties = toestand.operaties[:-1]
    return replace(vorige, nieuw=f"{vorige.nieuw} {nieuw}")


def _element(toestand: Toestand, rest: Rest, container: Plaatsen, wat: Nieuw, nieuw: str | None) -> list[Handeling]:
    na, voor, alfa = rest.een("na"), rest.een("voor"), rest.een("alfabetisch")
    if (tussen := rest.een("tussen")) and not na and not voor:
        na = _eerste_van_twee(tussen)
    rest.pak("payload", "luidende")
    rest.negeer("bijwoord")
    if wat.soort == "opschrift" and not (na or voor):
        raise AfgekeurdError("opschrift toevoegen")
    gemeen: dict[str, Any] = {
        "soort": wat.soort,
        "nummer": wat.nummers or (_nummer_in(nieuw, wat.soort) if (wat.aantal or 1) == 1 else ()),
        "aantal": wat.aantal,
        "nieuw": nieuw,
        "plaats": "alfabetisch" if alfa else None,
    }
    anker: dict[str, Any] = {}
    for naam, deel in (("na", na), ("voor", voor)):
        if deel is not None:
            anker[naam] = _anker(toestand, deel, container, wat.soort)
    if not anker and wat.soort == "volzin" and not _voegt_in(toestand):
        doel = toestand.vol(container)
        return [VoegTekstToe(doel=doel, nieuw=nieuw, soort="volzin", aantal=wat.aantal, **toestand.gedeeld())]
    if anker or _voegt_in(toestand):
        if anker and not _voegt_in(toestand):
            toestand.merk(codes.TOEVOEGEN, na or voor)
        in_ = _waarin(toestand, container, wat, geankerd=bool(anker))
        return [VoegIn(in_=in_, **anker, **gemeen, **toestand.gedeeld())]
    container = _naast_leesteken(toestand, container, wat)
    container = container or _naast_object(toestand, wat)
    return [VoegToe(doel=toestand.vol(container), **gemeen, **toestand.gedeeld())]


def _voegt_in(toestand: Toestand) -> bool:
    return toestand.predicaat in {"invoeg", "plaats"}


def _waarin(toestand: Toestand, container: Plaatsen, wat: Nieuw, *, geankerd: bool) -> Plaats | None:
    """The container of an insertion: as named, else that of what the sentence named, else the context."""
    if len(container) > 1:
        raise AfgekeurdError("invoegen op meer plaatsen tegelijk")
    if not geankerd:
        container = container or _naast_object(toestand, wat)
    if container and not toestand.hier and wat.soort == "lid":
        container = (Plaats(tuple(n for n in container[0].niveaus if DIEPTE.get(n.soort, 99) < DIEPTE["lid"])),)
    if container and container[0]:
        return toestand.in_context(container[0])
    return toestand.context if toestand.context and not geankerd else None


def _naast_leesteken(toestand: Toestand, container: Plaatsen, wat: Nieuw) -> Plaatsen:
    """ "In onderdeel c wordt de punt vervangen door een puntkomma en wordt een onderdeel toegevoegd": beside c."""
    vorige = toestand.operaties[-1] if toestand.operaties else None
    if not isinstance(vorige, VervangLeesteken):
        return container
    if not container and len(vorige.doel) == 1 and vorige.doel[0].laatste.soort == wat.soort:
        return (vorige.doel[0].ouder,) if vorige.doel[0].ouder else ()
    if len(container) != 1 or container != toestand.locatie:
        return container
    zelfde = vorige.doel == toestand.vol(container) and container[0].laatste.soort == wat.soort
    return (container[0].ouder,) if zelfde else container


def _naast_object(toestand: Toestand, wat: Nieuw) -> Plaatsen:
    """ "Artikel 25, onder l, wordt verletterd tot m, en een onderdeel l wordt ingevoegd": beside what was named."""
    plaats = toestand.object[0] if toestand.object else None
    if plaats is None or not plaats or plaats.laatste.soort != wat.soort or not plaats.ouder:
        return ()
    return (plaats.ouder,)


def _eerste_van_twee(tussen: Deel) -> Deel:
    """ "tussen artikel 5 en artikel 6": after the first."""
    if tussen.adres is None or len(tussen.adres.plaatsen) != 2:
        raise AfgekeurdError("tussen wat en wat?")
    return replace(tussen, rol="na", adres=replace(tussen.adres, plaatsen=tussen.adres.plaatsen[:1]))


def _anker(toestand: Toestand, deel: Deel, container: Plaatsen, soort: str) -> Plaats:
    if deel.adres is not None and deel.adres.gesteld:
        raise AfgekeurdError("na een opsomming: in het slot of na het laatste onderdeel?")
    if deel.adres is None:
        if soort == "begrip" and len(deel.teksten) == 1:
            plaats = Plaats((Niveau("begrip", citaat=deel.teksten[0]),))
            return toestand.in_context(Plaats((*(container[0].niveaus if container else ()), *plaats.niveaus)))
        raise AfgekeurdError("element na woorden")
    plaatsen = toestand.plaatsen(deel.adres, container)
    if len(plaatsen) != 1:
        raise AfgekeurdError("meer dan een anker")
    if not plaatsen[0]:
        raise AfgekeurdError("invoegen na of voor wat?")
    return toestand.in_context(plaatsen[0])
