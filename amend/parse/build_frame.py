"""The frame of every predicate: which constituents it takes, and the operations that they make.

A frame takes from the rest what it knows; what it leaves makes the reading be rejected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.model.numbering import volgende
from amend.model.operations import Handeling, Kader, VervangRegeling
from amend.parse import build_bedrag, build_element, build_invoeg, build_tekst, codes
from amend.parse.build_waar import binnen
from amend.parse.delen import Adressen, AfgekeurdError, Deel, Rest
from amend.parse.toestand import Toestand
from amend.parse.voorbewerk import HOOFD

Frame = Callable[[Toestand, Rest], list[Handeling]]
_REGELING: Final = (Plaats((Niveau("regeling"),)),)
"""The address of a regulation as a whole."""


def _vervang(toestand: Toestand, rest: Rest) -> list[Handeling]:
    rollen = {deel.rol for deel in rest.delen}
    if "bedrag" in rollen and "vanaf_bedrag" not in rollen:
        return build_bedrag.vervang(toestand, rest)
    if "leesteken" in rollen:
        return build_tekst.vervang_leesteken(toestand, rest)
    if rollen & {"tekst", "aanduiding", "ipv", "vanaf_bedrag"}:
        return build_tekst.vervang(toestand, rest)
    return build_element.vervang(toestand, rest)


def _verval(toestand: Toestand, rest: Rest) -> list[Handeling]:
    if any(d.rol == "leesteken" for d in rest.delen):
        return build_tekst.verwijder_leesteken(toestand, rest)
    if any(d.rol == "tekst" or (d.rol == "payload" and d.teksten) for d in rest.delen):
        return build_tekst.verwijder(toestand, rest)
    return build_element.verval(toestand, rest)


def _luid(toestand: Toestand, rest: Rest) -> list[Handeling]:
    onderwerp = next((d for d in rest.delen if d.rol == "onderwerp"), None)
    if onderwerp and onderwerp.adres and onderwerp.adres.plaatsen == _REGELING:
        rest.pak("onderwerp")
        rest.negeer("payload", "luidende")
        return _hele_regeling(toestand, onderwerp.adres)
    if any(deel.rol == "bedrag" for deel in rest.delen):
        return build_bedrag.luid(toestand, rest)
    return build_element.luid(toestand, rest)


def _stel_vast(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "vast te stellen de X": the whole regulation is adopted anew."""
    onderwerp = rest.een("onderwerp")
    rest.negeer("payload", "luidende")
    if onderwerp is None or onderwerp.adres is None or onderwerp.adres.plaatsen != _REGELING:
        raise AfgekeurdError("vaststellen van iets anders dan een regeling")
    return _hele_regeling(toestand, onderwerp.adres)


def _hele_regeling(toestand: Toestand, adres: Adressen) -> list[Handeling]:
    toestand.plaatsen(adres)
    if adres.regeling and not HOOFD.search(adres.regeling):
        raise AfgekeurdError("geen naam van een regeling")
    return [VervangRegeling(**toestand.gedeeld())]


def _intrek(toestand: Toestand, rest: Rest) -> list[Handeling]:
    onderwerp = rest.een("onderwerp")
    if onderwerp is None or onderwerp.adres is None:
        raise AfgekeurdError("intrekken zonder onderwerp")
    if onderwerp.adres.plaatsen == _REGELING:
        toestand.plaatsen(onderwerp.adres)
        return build_element.trek_in(toestand, onderwerp.adres.namen)
    toestand.merk(
        codes.ANDER_WERKWOORD, onderwerp, "Schrijf “vervalt”: een regeling wordt ingetrokken, een artikel vervalt."
    )
    return build_element.verval(toestand, Rest([onderwerp, *rest.pak("bijwoord")]))


def _kader(toestand: Toestand, rest: Rest) -> list[Handeling]:
    eigen = [deel for deel in rest.delen if deel.rol in {"payload", "tekst"} and deel.teksten]
    if len(eigen) == 1 and _heel_element(rest, eigen[0].teksten):
        toestand.merk(codes.UITGESLOTEN, eigen[0])  # the whole new text, not a change in it
        return build_element.luid(toestand, rest)
    if eigen:
        raise AfgekeurdError("tekst na een kader")
    rest.negeer("bijwoord", "payload")
    onderwerp = rest.een("onderwerp")
    doel = toestand.plaatsen(onderwerp.adres, toestand.locatie) if onderwerp and onderwerp.adres else toestand.locatie
    if not doel and toestand.operaties:
        doel = toestand.object  # "… wordt vernummerd tot artikel 11 en wordt als volgt gewijzigd:"
    if not doel:
        raise AfgekeurdError("kader zonder plaats")
    toestand.omgeving = doel
    return [Kader(doel=toestand.vol(doel), **toestand.gedeeld())]


def _plaats(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 3 wordt na artikel 5 geplaatst" moves what exists; with a new text or the next number it inserts."""
    onderwerp = next((d for d in rest.delen if d.rol == "onderwerp" and d.adres), None)
    anker = next((d for d in rest.delen if d.rol in {"na", "voor"} and d.adres), None)
    nieuw = any(d.rol in {"luidende", "tekst", "nieuw"} or (d.rol == "payload" and d.teksten) for d in rest.delen)
    if onderwerp is None or anker is None or nieuw or not onderwerp.adres or not anker.adres:
        return build_invoeg.invoeg(toestand, rest)
    van, bij = onderwerp.adres.plaatsen[0], anker.adres.plaatsen[0]
    if anker.adres.gesteld or (bij and bij.laatste.soort == "tekst"):
        return build_invoeg.nummer_kaal(toestand, rest, onderwerp)
    if van and bij and _volgt(bij.laatste.nummer, van.laatste.nummer):
        return build_invoeg.invoeg(toestand, rest)
    rest.negeer("payload", "bijwoord")
    return build_element.verplaats(toestand, rest)


def _volgt(nummer: str, ander: str) -> bool:
    """5a or 6 comes right after 5."""
    return bool(nummer) and (ander == volgende(nummer) or re.fullmatch(rf"{re.escape(nummer)}[a-z]", ander) is not None)


def _word(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Lid 3 wordt lid 4", "in artikel 3 wordt «a» «b»"."""
    teksten = [deel for deel in rest.delen if deel.rol == "tekst"]
    eigen = [deel for deel in rest.delen if deel.rol == "payload" and deel.teksten]
    bedragen = [deel for deel in rest.delen if deel.rol == "bedrag"]
    if len(bedragen) == 1 and len(teksten) == 1 and teksten[0].waarde == "BEDRAG":
        rest.delen[rest.delen.index(teksten[0])] = replace(teksten[0], rol="payload")
        return build_bedrag.luid(toestand, rest)
    if len(eigen) == 1 and not teksten and sum(deel.rol == "onderwerp" for deel in rest.delen) == 1:
        toestand.merk(codes.ANDER_WERKWOORD, eigen[0], "Schrijf “komt te luiden”.")
        return build_element.luid(toestand, rest)
    if len(teksten) == 1 and (_heel_element(rest, teksten[0].teksten) or _is_opschrift(rest, teksten[0])):
        toestand.merk(codes.ANDER_WERKWOORD, teksten[0], "Schrijf “komt te luiden”.")
        return build_element.luid(toestand, rest)
    if not teksten and (kop := _tekst_onder(rest)):
        toestand.merk(codes.ANDER_WERKWOORD, kop, "Schrijf “komt te luiden”.")
        return build_element.luid(toestand, rest)
    if len(teksten) != 2:
        return build_element.word(toestand, rest)
    for deel in rest.pak("onderwerp"):
        toestand.locatie = toestand.omgeving = binnen(toestand, deel, toestand.locatie)
    rest.delen[rest.delen.index(teksten[1])] = replace(teksten[1], rol="door")
    toestand.merk(codes.ANDER_WERKWOORD, teksten[0], "Schrijf “wordt vervangen door”.")
    return build_tekst.vervang(toestand, rest)


def _tekst_onder(rest: Rest) -> Deel | None:
    """ "De tekst van artikel 14 wordt:", "Het opschrift van artikel 3 wordt:": a text follows below."""
    delen = [deel for deel in rest.delen if deel.rol == "onderwerp" and deel.adres]
    onder = any(deel.rol == "payload" and not deel.teksten for deel in rest.delen)
    if len(delen) != 1 or not onder or delen[0].adres is None:
        return None
    kaal = all(plaats and plaats.laatste.soort in {"opschrift", "aanhef", "slot"} for plaats in delen[0].adres.plaatsen)
    return delen[0] if delen[0].adres.gesteld or kaal else None


def _is_opschrift(rest: Rest, tekst: Deel) -> bool:
    """ "Het opschrift van artikel 3 wordt «Duur»": a heading has no number, so the quotation is its text."""
    doelen = [plaats for deel in rest.delen if deel.rol == "onderwerp" and deel.adres for plaats in deel.adres.plaatsen]
    kop = len(doelen) == 1 and doelen[0] and doelen[0].laatste.soort == "opschrift" and not doelen[0].laatste.citaat
    return bool(kop) and len(tekst.teksten) == 1


def _heel_element(rest: Rest, teksten: Sequence[str]) -> bool:
    """ "Artikel 10, onder a, wordt: «a. …»": the quotation opens with the designation of the only subject."""
    doelen = [plaats for deel in rest.delen if deel.rol == "onderwerp" and deel.adres for plaats in deel.adres.plaatsen]
    if len(doelen) != 1 or not doelen[0] or len(teksten) != 1 or not (nummer := doelen[0].laatste.nummer):
        return False
    aanduiding = rf"{doelen[0].laatste.soort}\s+{re.escape(nummer)}\b|{re.escape(nummer)}[.)°]"
    return re.match(aanduiding, teksten[0].strip(), re.IGNORECASE) is not None


FRAMES: Final[dict[str, Frame]] = {
    "vervang": _vervang,
    "luid": _luid,
    "verval": _verval,
    "intrek": _intrek,
    "kader": _kader,
    "stel_vast": _stel_vast,
    "invoeg": build_invoeg.invoeg,
    "toevoeg": build_invoeg.invoeg,
    "plaats": _plaats,
    "vul_aan": build_invoeg.vul_aan,
    "vernummer": build_element.vernummer,
    "verplaats": build_element.verplaats,
    "word": _word,
    "verhoog": build_bedrag.verhoog,
}
"""The frame of each predicate of :mod:`build_gezegde`."""
