"""Tree nodes of constituents → :class:`~amend.parse.delen.Deel`, one small function per grammar rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from amend.model.address import Niveau, Plaats
from amend.model.tree import INDELING
from amend.parse.adres import LOS
from amend.parse.delen import Adressen, AfgekeurdError, Deel, Leesteken, Nieuw
from amend.parse.lexer_token import Token
from amend.parse.lezen_adres import MET_KOP

Kinderen = tuple[Any, ...]
_TEKENWOORD: Final = {
    "punt": ".", "puntkomma": ";", "komma": ",", "dubbele punt": ":", "een punt": ".", "een puntkomma": ";",
    "een komma": ",", "een dubbele punt": ":",
}  # fmt: skip


_ZELFSTANDIG: Final = frozenset({"artikel", "bijlage", "regeling", *(soort.value for soort in INDELING)})
_CIJFER: Final = re.compile(r"\d{1,2}[.)]?|[a-z][.)]")
BEREIK: Final = "BEREIK"
"""Marks quoted words that are a span ("vanaf … tot en met …"); only old words can be one."""
BEREIK_TOT: Final = "BEREIK_TOT"
"""The same without the last words themselves ("vanaf … tot …", F22)."""


def lezer_van(regel: str) -> Callable[[Kinderen], Any]:
    """What gives the value of a node that is not about sentences or addresses."""
    return _REGELS[regel]


def als_teken(woord: str) -> str:
    """The mark that a word names ("puntkomma" → ";"); other text stays as it is."""
    return _TEKENWOORD.get(woord.strip().rstrip(".").lower(), woord) if len(woord) > 1 else woord


def _maak(rol: str, **velden: Any) -> Deel:
    return Deel(rol, **velden)


def _een(kinderen: Kinderen, soort: type) -> Any:
    return next((kind for kind in kinderen if isinstance(kind, soort)), None)


def _soorten(kinderen: Kinderen) -> set[str]:
    return {kind.soort for kind in kinderen if isinstance(kind, Token)}


def _waarde(kinderen: Kinderen, soort: str) -> str:
    return next((kind.waarde for kind in kinderen if isinstance(kind, Token) and kind.soort == soort), "")


def _plaats_in(kinderen: Kinderen) -> Deel:
    """ "in artikel 3 en in het opschrift van hoofdstuk 2": several places, each by itself."""
    lijst = [_met_koppen(kind) for kind in kinderen if isinstance(kind, Adressen)]
    if len(lijst) < 2:
        return _adresdeel("in")(tuple(lijst) if lijst else kinderen)
    for adressen in lijst[1:]:
        if any(not p or p.niveaus[0].soort not in _ZELFSTANDIG for p in adressen.plaatsen) or adressen.regeling:
            raise AfgekeurdError("een plaats die bij de vorige hoort")
    return _maak("in", adres=replace(lijst[0], plaatsen=tuple(p for adressen in lijst for p in adressen.plaatsen)))


def _met_koppen(adres: Adressen) -> Adressen:
    """ "in artikel 6 en het opschrift daarvan": the heading is a place beside the text."""
    if not adres.met_opschrift:
        return adres
    if any(plaats.laatste.soort not in MET_KOP or plaats.laatste.tot for plaats in adres.plaatsen if plaats):
        raise AfgekeurdError("opschrift bij een lid of onderdeel")
    koppen = tuple(plaats.met(Niveau("opschrift")) for plaats in adres.plaatsen if plaats)
    return replace(adres, plaatsen=(*adres.plaatsen, *koppen), met_opschrift=False)


def _adresdeel(rol: str) -> Callable[[Kinderen], Deel]:
    def bouw(kinderen: Kinderen) -> Deel:
        binnen = _een(kinderen, Deel)
        teksten = binnen.teksten if binnen else ()
        if binnen and binnen.waarde in (BEREIK, BEREIK_TOT):
            raise AfgekeurdError("een bereik van woorden als plaats")
        adres = _een(kinderen, Adressen)
        teken = _waarde(kinderen, "LEESTEKEN")
        _slot_waarvan(kinderen, adres)
        if adres and adres.met_opschrift:
            raise AfgekeurdError("een opschrift waar niets mee gebeurt")
        slot = "slot" if "SLOTVAN" in _soorten(kinderen) else binnen.waarde if binnen else ""
        return _maak(rol, adres=adres, teksten=(teken,) if teken else teksten, waarde=slot)

    return bouw


def _slot_waarvan(kinderen: Kinderen, adres: Adressen | None) -> None:
    """ "aan het slot van" must be followed by a place."""
    if adres is None and _waarde(kinderen, "SLOTVAN") == "van":
        raise AfgekeurdError("aan het slot waarvan?")


def _citaat(kinderen: Kinderen) -> Deel:
    if rang := next((kind.waarde for kind in kinderen if isinstance(kind, Token) and kind.soort == "RANGS"), ""):
        return _maak("citaat", teksten=(_waarde(kinderen, "CITAAT"),), waarde=f"rang {rang}")
    tekst = _waarde(kinderen, "CITAAT") or _waarde(kinderen, "BEDRAG") or _waarde(kinderen, "DATUM")
    kaal = _soorten(kinderen) & {"BEDRAG", "DATUM"}
    return _maak("citaat", teksten=(tekst,), waarde="BEDRAG" if kaal else "")


def _citaten(kinderen: Kinderen) -> Deel:
    teksten = tuple(tekst for kind in kinderen if isinstance(kind, Deel) for tekst in kind.teksten)
    waarde = next((kind.waarde for kind in kinderen if isinstance(kind, Deel) and kind.waarde), "")
    return _maak("citaten", teksten=teksten, resp="RESP" in _soorten(kinderen), waarde=waarde)


def _bereik(kinderen: Kinderen) -> Deel:
    """ "vanaf «a» tot en met «b»": the span from the first words to the last."""
    van, tot = (kind.waarde for kind in kinderen if isinstance(kind, Token) and kind.soort == "CITAAT")
    waarde = BEREIK_TOT if "TOT" in _soorten(kinderen) else BEREIK
    return _maak("citaat", teksten=(f"{van} … {tot}",), waarde=waarde)


def _tekst(kinderen: Kinderen) -> Deel:
    if teken := _waarde(kinderen, "LEESTEKEN"):
        return _maak("tekst", teksten=(teken,), waarde="teken")
    citaten: Deel = kinderen[0]
    return replace(citaten, rol="tekst")


def _kopjenaam(kinderen: Kinderen) -> Adressen:
    return Adressen((Plaats((Niveau("kopje", citaat=kinderen[0].waarde),)),))


def _nieuw(kinderen: Kinderen) -> Deel:
    soort, aantal, meervoud = "", None, False
    nummers: tuple[str, ...] = ()
    for kind in kinderen:
        if isinstance(kind, tuple) and kind[0] == "soort":
            soort, meervoud = kind[1], kind[2]
        elif isinstance(kind, tuple):
            aantal = kind[1]
        elif isinstance(kind, Token) and kind.soort in {"RANGS", "NRS"}:
            if any(tot for _, tot in kind.reeks):
                raise AfgekeurdError("bereik van nieuwe elementen")
            nummers = tuple(van for van, _ in kind.reeks)
    aantal = aantal if aantal != 1 or not nummers[1:] else None
    return _maak("nieuw", nieuw=Nieuw(soort, nummers, aantal, meervoud and aantal is None and not nummers))


def _telling(kinderen: Kinderen) -> tuple[str, int | None]:
    tel = _waarde(kinderen, "TEL")
    return ("telling", int(tel) if tel else None)


def _nieuwsoort(kinderen: Kinderen) -> tuple[str, str, bool]:
    token = kinderen[0]
    soort = {"BEGRIP": "begrip", "KWAL": "tekst", "TEKSTKAAL": "tekst"}.get(token.soort, token.waarde)
    return ("soort", soort, token.is_meervoud)


def _onderwerp(kinderen: Kinderen) -> Deel:
    """A place, or several regulations by name."""
    namen = tuple(kind for kind in kinderen if isinstance(kind, str))
    if namen:
        return _maak("onderwerp", adres=Adressen((Plaats((Niveau("regeling"),)),), namen=namen))
    return _maak("onderwerp", adres=_een(kinderen, Adressen), waarde="als" if "ALS" in _soorten(kinderen) else "")


def _vanaf(kinderen: Kinderen) -> Deel:
    """ "van € 1 in € 2", "van «a» in «b»": the old words."""
    return _maak("vanaf_bedrag", teksten=(_waarde(kinderen, "BEDRAG") or _waarde(kinderen, "CITAAT"),))


def _naast(kinderen: Kinderen) -> tuple[str, str, str]:
    return ("naast", "na" if "NA" in _soorten(kinderen) else "voor", _waarde(kinderen, "CITAAT"))


def _leesteken(kinderen: Kinderen) -> Deel:
    naast = next((kind for kind in kinderen if isinstance(kind, tuple) and kind[0] == "naast"), None)
    if naast:
        leesteken = Leesteken(_waarde(kinderen, "LEESTEKEN"), **{naast[1]: naast[2]})
        return _maak("leesteken", tekens=((leesteken, ""),))
    teken = _waarde(kinderen, "LEESTEKEN") or als_teken(_waarde(kinderen, "CITAAT"))
    if len(teken) > 1 and teken[0] not in ".,;:":
        raise AfgekeurdError("woorden aan het slot")
    bij = _een(kinderen, Adressen) or next((k[1] for k in kinderen if isinstance(k, tuple)), None)
    slot = any(isinstance(kind, tuple) and kind[0] == "bij" for kind in kinderen) or "SLOTVAN" in _soorten(kinderen)
    return _maak("leesteken", tekens=((Leesteken(teken, bij), ""),), waarde="slot" if slot else "")


def _bijleesteken(kinderen: Kinderen) -> tuple[str, Adressen | None]:
    adres = _een(kinderen, Adressen)
    _slot_waarvan(kinderen, adres)
    return ("bij", adres)


def _teken(kinderen: Kinderen) -> Deel:
    return _maak("teken", waarde=_waarde(kinderen, "LEESTEKEN") or als_teken(_waarde(kinderen, "CITAAT")))


def _bedrag(kinderen: Kinderen) -> Deel:
    adres = _een(kinderen, Adressen) or next((k[1] for k in kinderen if isinstance(k, tuple)), None)
    return _maak("bedrag", adres=adres, waarde=_waarde(kinderen, "BEDRAGWOORD"))


def _bedragplaats(kinderen: Kinderen) -> tuple[str, Adressen]:
    return ("plaats", _een(kinderen, Adressen))


def _door(kinderen: Kinderen) -> Deel:
    binnen = _een(kinderen, Deel)
    soorten = _soorten(kinderen)
    basis = _maak("door", adres=_een(kinderen, Adressen), resp="RESP" in soorten)
    if "TEKST" in soorten:
        return replace(basis, teksten=(_waarde(kinderen, "TEKST"),), eigen=True)
    if binnen is None:
        return basis
    if binnen.waarde in (BEREIK, BEREIK_TOT):
        raise AfgekeurdError("een bereik als nieuwe woorden")
    return replace(
        basis,
        teksten=binnen.teksten,
        nieuw=binnen.nieuw,
        waarde=binnen.waarde if binnen.rol == "teken" else ("aanhaling" if binnen.teksten else ""),
        resp=basis.resp or binnen.resp,
    )


def _naar(kinderen: Kinderen) -> Adressen:
    adres: Adressen | None = _een(kinderen, Adressen)
    if adres:
        return adres
    rangen = next(kind for kind in kinderen if isinstance(kind, Token) and kind.soort in {"RANGS", "NRS"})
    return Adressen(tuple(Plaats((Niveau(LOS, van, tot),)) for van, tot in rangen.reeks), los=True)


def _tot(kinderen: Kinderen) -> Deel:
    if not _een(kinderen, Adressen):
        return _maak("tot", naar=_naar(kinderen), resp="RESP" in _soorten(kinderen), waarde="kaal")
    return _maak("tot", naar=_een(kinderen, Adressen), resp="RESP" in _soorten(kinderen))


def _met(kinderen: Kinderen) -> Deel:
    binnen = _een(kinderen, Deel)
    if binnen:
        return _maak("met", nieuw=binnen.nieuw, teksten=binnen.teksten)
    if adres := _een(kinderen, Adressen):
        return _maak("met", adres=adres)
    if tekst := _waarde(kinderen, "TEKST"):
        return _maak("met", teksten=(tekst,), eigen=True)
    return _maak("met", waarde=_waarde(kinderen, "BEDRAG"), resp="TOT" in _soorten(kinderen))


def _onder_vernummering(kinderen: Kinderen) -> Deel:
    adressen = [kind for kind in kinderen if isinstance(kind, Adressen)]
    verder = tuple(kind for kind in kinderen if isinstance(kind, Deel))
    if "ONDERTOT" in _soorten(kinderen):
        return _maak("onder_vernummering", naar=adressen[0])
    if len(adressen) == 2:
        return _maak("onder_vernummering", adres=adressen[0], naar=adressen[1], verder=verder)
    van = _naar(tuple(kind for kind in kinderen if isinstance(kind, Token)))
    rangen = any(isinstance(kind, Token) and kind.soort == "RANGS" for kind in kinderen)
    return _maak("onder_vernummering", adres=van, naar=adressen[0], waarde="tot" if rangen else "")


def _onder_vervanging(kinderen: Kinderen) -> Deel:
    binnen = [kind for kind in kinderen if isinstance(kind, Deel)]
    if [kind.rol for kind in binnen] == ["citaten", "citaten"]:
        return _maak("onder_vervanging", teksten=binnen[0].teksten, verder=(binnen[1],))
    paren: list[tuple[Leesteken, str]] = []
    achter = next((kind[1] for kind in kinderen if isinstance(kind, tuple) and kind[0] == "bij"), None)
    for kind in binnen:
        if kind.rol == "leesteken":
            paren.append((kind.tekens[0][0], ""))
        else:
            paren[-1] = (paren[-1][0], kind.waarde)
    if achter is not None:
        if paren[0][0].bij or paren[0][0].na or paren[0][0].voor:
            raise AfgekeurdError("een leesteken op twee plaatsen")
        paren = [(replace(paren[0][0], bij=achter), paren[0][1])]
    return _maak("onder_vervanging", tekens=tuple(paren))


def _toevoeging(kinderen: Kinderen) -> Deel:
    binnen = _een(kinderen, Deel)
    return _maak("toevoeging", nieuw=binnen.nieuw if binnen else None, adres=_een(kinderen, Adressen))


def _aanduiding(kinderen: Kinderen) -> Deel:
    if "TEL" in _soorten(kinderen) and not _CIJFER.fullmatch(_waarde(kinderen, "CITAAT")):
        raise AfgekeurdError("aanduiding die geen nummer is")
    return _maak("aanduiding", waarde=_waarde(kinderen, "CITAAT"), adres=_een(kinderen, Adressen))


def _plaatsing(kinderen: Kinderen) -> Deel:
    if not _CIJFER.fullmatch(_waarde(kinderen, "CITAAT")):
        raise AfgekeurdError("aanduiding die geen nummer is")
    return _maak("plaatsing", waarde=_waarde(kinderen, "CITAAT"), adres=_een(kinderen, Adressen))


def _luidende(kinderen: Kinderen) -> Deel:
    binnen = _een(kinderen, Deel)
    if binnen:
        return _maak("luidende", teksten=binnen.teksten, waarde="aanhaling")
    eigen = _waarde(kinderen, "TEKST")
    return _maak("luidende", teksten=(eigen,) if eigen else (), eigen=bool(eigen))


def _payload(kinderen: Kinderen) -> Deel:
    eigen = _waarde(kinderen, "TEKST")
    return _maak("payload", teksten=(eigen,) if eigen else (), eigen=True)


def _woord(rol: str) -> Callable[[Kinderen], Deel]:
    return lambda kinderen: _maak(rol, waarde=kinderen[0].waarde)


def _werkwoord(kinderen: Kinderen) -> Deel:
    """A verb; an infinitive (marked "!") needs no finite verb beside it."""
    waarde = kinderen[0].waarde
    return _maak("werkwoord", waarde=waarde.rstrip("!"), eigen=waarde.endswith("!"))


_REGELS: Final[dict[str, Callable[[Kinderen], Any]]] = {
    "in_plaats": _plaats_in,
    "genoemd_plaats": _adresdeel("genoemd"),
    "aan_plaats": _adresdeel("aan"),
    "na": _adresdeel("na"),
    "voor": _adresdeel("voor"),
    "tussen": _adresdeel("tussen"),
    "onderwerp": _onderwerp,
    "ipv": _adresdeel("ipv"),
    "vanaf_bedrag": lambda kinderen: _maak(
        "vanaf_bedrag", teksten=(_waarde(kinderen, "BEDRAG") or _waarde(kinderen, "CITAAT"),)
    ),
    "naast": _naast,
    "met_opschrift": _woord("met_opschrift"),
    "plaatsing": _plaatsing,
    "kopjenaam": _kopjenaam,
    "tekst": _tekst,
    "citaten": _citaten,
    "citaat": _citaat,
    "bereik": _bereik,
    "nieuw": _nieuw,
    "telling": _telling,
    "nieuwsoort": _nieuwsoort,
    "leesteken": _leesteken,
    "bijleesteken": _bijleesteken,
    "teken": _teken,
    "bedrag": _bedrag,
    "bedragplaats": _bedragplaats,
    "door": _door,
    "tot": _tot,
    "totnaar": _naar,
    "met": _met,
    "onder_vernummering": _onder_vernummering,
    "verder_vernummering": _onder_vernummering,
    "onder_vervanging": _onder_vervanging,
    "toevoeging": _toevoeging,
    "aanduiding": _aanduiding,
    "luidende": _luidende,
    "payload": _payload,
    "werkwoord": _werkwoord,
    "bijwoord": _woord("bijwoord"),
    "ingang": _woord("ingang"),
    "alfabetisch": _woord("alfabetisch"),
    "bijlijst": _woord("bijlijst"),
}
