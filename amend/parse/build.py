"""Clauses → operations: the verb of each clause decides which constituents it needs (its frame).

A clause without verb takes the verb of the clause before ("… en «c» door «d»"); a clause without place takes the
place before. A reading in which a constituent finds no function is rejected, so no word is ever skipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from amend.model.address import DIEPTE, Niveau, Plaats
from amend.model.numbering import volgende
from amend.model.operations import Handeling, Kader, Vernummer, VervangRegeling, Verwijder
from amend.parse import build_bedrag, build_bijzin, build_element, build_invoeg, build_tekst, codes
from amend.parse.delen import Adressen, AfgekeurdError, Clause, Deel, Rest
from amend.parse.momenten import DATUM, datum
from amend.parse.toestand import Plaatsen, Toestand
from amend.parse.verwijs import verwijs
from amend.parse.voorbewerk import HOOFD

_PREDICATEN: Final[dict[frozenset[str], str]] = {
    frozenset({"vervangen"}): "vervang",
    frozenset({"vervangen", "gewijzigd"}): "vervang",
    frozenset({"gewijzigd"}): "wijzig_in",
    frozenset({"komt", "te_luiden"}): "luid",
    frozenset({"te_luiden"}): "luid",
    frozenset({"luidt"}): "luid",
    frozenset({"luidt", "als_volgt"}): "luid",
    frozenset({"komt", "luidt"}): "luid",
    frozenset({"gewijzigd", "luidt"}): "luid",
    frozenset({"kader", "luidt"}): "luid",
    frozenset({"gelezen"}): "lees",
    frozenset({"vervalt"}): "verval",
    frozenset({"komt", "vervalt"}): "verval",
    frozenset({"geschrapt"}): "verval",
    frozenset({"ingetrokken"}): "intrek",
    frozenset({"kader"}): "kader",
    frozenset({"als_volgt", "gewijzigd"}): "kader",
    frozenset({"ingevoegd"}): "invoeg",
    frozenset({"geplaatst"}): "plaats",
    frozenset({"komt", "staan"}): "vervang",
    frozenset({"toegevoegd"}): "toevoeg",
    frozenset({"toegevoegd", "luidt"}): "toevoeg",
    frozenset({"aangevuld"}): "vul_aan",
    frozenset({"stelvast"}): "stel_vast",
    frozenset({"vernummerd"}): "vernummer",
    frozenset({"verplaatst"}): "verplaats",
    frozenset({"verhoogd"}): "verhoog",
    frozenset({"verlaagd"}): "verhoog",
    frozenset({"gesteld"}): "verhoog",
}

Frame = Callable[[Toestand, Rest], list[Handeling]]


def begin(context: Plaats, onderdeel: str | None) -> Toestand:
    """The state before the first clause."""
    return Toestand(context=context, onderdeel=onderdeel)


def bouw_clause(vorige: Toestand, clause: Clause) -> Toestand:
    """The state after one more clause; clauses before the first verb wait for it ("… en in b «c» door «d»").

    Raises AfgekeurdError when the reading makes no sense.
    """
    toestand = vorige.kopie()
    toestand.clausules += 1
    toestand.gezocht += sum(deel.adres.koppen for deel in clause.delen if deel.adres)
    predicaat = _predicaat(clause)
    if not toestand.predicaat and not predicaat:
        toestand.wacht = (*toestand.wacht, clause)
        return toestand
    toestand.predicaat = toestand.predicaat or predicaat
    return _werk_af(toestand, (*toestand.wacht, clause))


def rond_af(vorige: Toestand) -> Toestand:
    """The state at the end of the sentence. Raises AfgekeurdError when it is no instruction."""
    toestand = vorige
    if vorige.wacht:
        if not any(clause.werkwoorden for clause in vorige.wacht):
            raise AfgekeurdError("geen werkwoord")
        toestand = vorige.kopie()
        toestand.predicaat = "word"
        _werk_af(toestand, toestand.wacht)
    if not toestand.operaties:
        raise AfgekeurdError("geen opdracht")
    return _eerst_verval(toestand)


def _eerst_verval(vorige: Toestand) -> Toestand:
    """ "… worden vernummerd naar 3 en 4, waarbij artikel 3 vervalt": the number is free before it is given (6.18)."""
    toestand = vorige.kopie()
    ops = toestand.operaties
    for i in range(len(ops) - 1):
        eerst, dan = ops[i], ops[i + 1]
        if not isinstance(eerst, Vernummer) or not isinstance(dan, Verwijder):
            continue
        if set(dan.doel) <= set(eerst.naar) - set(eerst.van):
            ops[i], ops[i + 1] = dan, eerst
    return toestand


def _werk_af(toestand: Toestand, clauses: Sequence[Clause]) -> Toestand:
    toestand.wacht = ()
    for clause in clauses:
        _clause(toestand, clause)
    return toestand


def _predicaat(clause: Clause) -> str:
    woorden = clause.werkwoorden - {"wordt", "dient"}
    if not woorden:
        return ""
    if woorden not in _PREDICATEN:
        raise AfgekeurdError(f"werkwoorden {sorted(woorden)}")
    return _PREDICATEN[woorden]


_DEELWOORDEN: Final = frozenset(
    [
        "vervangen",
        "gewijzigd",
        "gelezen",
        "geschrapt",
        "ingetrokken",
        "kader",
        "ingevoegd",
        "geplaatst",
        "toegevoegd",
        "aangevuld",
    ]
) | frozenset(["vernummerd", "verplaatst", "verhoogd", "verlaagd", "gesteld", "stelvast"])


def _persoonsvorm(toestand: Toestand, clause: Clause) -> None:
    """A participle needs "wordt", here or in a clause before; an infinitive ("te vervangen") needs none."""
    werkwoorden = [deel for deel in clause.delen if deel.rol == "werkwoord"]
    if len({deel.waarde for deel in werkwoorden}) != len(werkwoorden):
        raise AfgekeurdError("twee keer hetzelfde werkwoord")
    wordt = any(deel.waarde in {"wordt", "dient"} for deel in werkwoorden)
    deelwoord = any(deel.waarde in _DEELWOORDEN and not deel.eigen for deel in werkwoorden)
    if wordt and clause.werkwoorden & {"vervalt", "te_luiden"}:
        raise AfgekeurdError("'wordt' bij een ander gezegde")
    if deelwoord and not (wordt or toestand.wordt):
        raise AfgekeurdError("deelwoord zonder 'wordt'")
    toestand.wordt = wordt or toestand.wordt


def _clause(toestand: Toestand, clause: Clause) -> None:
    clause = verwijs(toestand, clause)
    toestand.spanne = clause.spanne
    predicaat = _predicaat(clause)
    _persoonsvorm(toestand, clause)
    if not clause.werkwoorden and any(deel.rol == "tot" and deel.waarde == "kaal" for deel in clause.delen):
        raise AfgekeurdError("een nummer zonder werkwoord")
    for deel in clause.delen:
        if deel.adres and deel.adres.koppen:
            if deel.rol != "onderwerp":
                raise AfgekeurdError("opschrift bij een plaats")
            toestand.merk(codes.OPSCHRIFT_GENOEMD, deel)
        elif deel.adres and deel.adres.kop:
            toestand.merk(codes.OPSCHRIFT_GENOEMD, deel)
    toestand.predicaat = predicaat or toestand.predicaat
    toestand.richting = next(
        (w for w in ("verhoogd", "verlaagd", "gesteld") if w in clause.werkwoorden), toestand.richting
    )
    delen = [
        deel for deel in clause.delen if deel.rol != "werkwoord" and not (deel.rol == "bijwoord" and not deel.waarde)
    ]
    rest = Rest(delen)
    _omstandigheden(toestand, rest)
    _locatie(toestand, rest)
    werkwoord = min((deel.start for deel in clause.delen if deel.rol == "werkwoord"), default=0)
    toestand.luidt = _luidt_nu(rest, werkwoord) if toestand.predicaat in _MET_TOETS else None
    if toestand.predicaat in {"vervang", "luid"} and any(
        d.rol == "luidende" and d.eind <= werkwoord for d in rest.delen
    ):
        raise AfgekeurdError("bestaande tekst zonder aanhaling")
    vernummer, leesteken = rest.een("onder_vernummering"), rest.een("onder_vervanging")
    plaatsing = rest.een("plaatsing")
    if (vernummer or leesteken or plaatsing) and not rest.delen and not clause.werkwoorden:
        raise AfgekeurdError("bijzin zonder opdracht")
    hoofd = _FRAMES[_soort(toestand, rest, clause.werkwoorden)](toestand, rest)
    rest.leeg()
    toestand.operaties.extend(build_bijzin.met_bijzin(toestand, hoofd, vernummer, leesteken, plaatsing))


_MET_TOETS: Final = frozenset({"vernummer", "verval", "verplaats", "vervang", "luid"})


def _luidt_nu(rest: Rest, werkwoord: int) -> str | None:
    """F75: "het vierde lid, dat luidt: «…», wordt vernummerd tot …": the quoted present text, a condition."""
    nu = [d for d in rest.delen if d.rol == "luidende" and len(d.teksten) == 1 and not d.eigen]
    nu = [d for d in nu if d.eind <= werkwoord]
    if len(nu) != 1 or not any(deel.rol == "onderwerp" and deel.start < nu[0].start for deel in rest.delen):
        return None
    rest.delen.remove(nu[0])
    return nu[0].teksten[0]


def _soort(toestand: Toestand, rest: Rest, werkwoorden: frozenset[str]) -> str:
    """The frame: "gewijzigd" is a replacement with "in", an addition with "door toevoeging van".

    "wordt" alone between two places is a renumbering, whatever the clause before it said.
    """
    if werkwoorden == {"wordt"} and any(sum(d.rol == rol for d in rest.delen) == 2 for rol in ("onderwerp", "tekst")):
        return "word"
    kaal = any(deel.rol == "tot" and deel.waarde == "kaal" for deel in rest.delen)
    if werkwoorden == {"wordt"} and kaal and any(deel.rol == "onderwerp" for deel in rest.delen):
        return "vernummer"
    if toestand.predicaat == "lees":
        return "vervang" if _leest_woorden(rest) else "luid"
    if toestand.predicaat == "luid" and sum(d.rol == "tekst" for d in rest.delen) == 2:
        return "word"
    if toestand.predicaat in {"invoeg", "verhoog", "plaats"} and any(d.rol == "ipv" for d in rest.delen):
        return "vervang"
    if toestand.predicaat != "wijzig_in":
        return toestand.predicaat
    rollen = {deel.rol for deel in rest.delen}
    if "toevoeging" in rollen:
        return "vul_aan"
    if "door" in rollen:
        return "vervang"
    if "luidende" in rollen:
        return "luid"
    raise AfgekeurdError("gewijzigd, maar waarin?")


def _leest_woorden(rest: Rest) -> bool:
    """ "«a» gelezen als «b»", "in plaats van «a» gelezen «b»", "voor «a» gelezen «b»": words, not an element."""
    rollen = {deel.rol for deel in rest.delen}
    voor = next((deel for deel in rest.delen if deel.rol == "voor" and deel.teksten), None)
    if voor is not None and "tekst" in rollen:
        rest.delen[rest.delen.index(voor)] = replace(voor, rol="ipv")
        return True
    return bool(rollen & {"door", "ipv"})


def _omstandigheden(toestand: Toestand, rest: Rest) -> None:
    for deel in rest.pak("ingang"):
        toestand.ingang = _als_dag(deel.waarde)


def _als_dag(tekst: str) -> str:
    """ "1 januari 2030" as an ISO day; another moment as it is written."""
    treffer = re.fullmatch(DATUM, tekst, re.I)
    dag = datum(treffer) if treffer else None
    return dag.isoformat() if dag else tekst


def _locatie(toestand: Toestand, rest: Rest) -> None:
    """The place of the clause: every "in X", nested in order; else what the clause before had."""
    plaatsen: Plaatsen = ()
    delen = rest.pak("in")
    if any(deel.rol == "tekst" and deel.waarde == "BEDRAG" for deel in rest.delen):
        delen += rest.pak("genoemd")
    for deel in delen:
        if deel.adres is None:
            raise AfgekeurdError("plaats zonder adres")
        plaatsen = _binnen(toestand, deel, plaatsen)
    if toestand.predicaat in _MET_WOORDEN and any(d.rol in {"tekst", "leesteken"} for d in rest.delen):
        plaatsen = _bij_woorden(toestand, rest, plaatsen)
    toestand.hier = bool(plaatsen)
    if plaatsen:
        toestand.locatie = plaatsen
        toestand.omgeving = plaatsen


_MET_WOORDEN: Final = frozenset({"vervang", "wijzig_in", "lees", "verval"})


def _bij_woorden(toestand: Toestand, rest: Rest, plaatsen: Plaatsen) -> Plaatsen:
    """The place of words said without "in": "aan het slot van onderdeel b", or the bare place before the verb."""
    slot = [d for d in rest.delen if d.rol == "aan" and d.waarde == "slot" and d.adres]
    for deel in slot:
        plaatsen = _binnen(toestand, deel, plaatsen)
        rest.delen[rest.delen.index(deel)] = replace(deel, adres=None)
    tekst = next(d for d in rest.delen if d.rol in {"tekst", "leesteken"})
    for deel in rest.pak("onderwerp"):
        kop = tekst.rol == "tekst" and tekst.teksten[0][:1].isupper()
        if tekst.rol == "leesteken" or (kop and deel.eind <= tekst.start <= deel.eind + 2):
            raise AfgekeurdError("woorden direct achter een plaats")
        plaatsen = _binnen(toestand, deel, plaatsen)
        toestand.gezocht += 1
    return plaatsen


def _binnen(toestand: Toestand, deel: Deel, buiten: Plaatsen) -> Plaatsen:
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


def _kader(toestand: Toestand, rest: Rest) -> list[Handeling]:
    if any(deel.teksten for deel in rest.pak("payload")):
        raise AfgekeurdError("tekst na een kader")
    rest.pak("bijwoord")
    onderwerp = rest.een("onderwerp")
    doel = toestand.plaatsen(onderwerp.adres, toestand.locatie) if onderwerp and onderwerp.adres else toestand.locatie
    if not doel and toestand.operaties:
        doel = toestand.object  # "… wordt vernummerd tot artikel 11 en wordt als volgt gewijzigd:"
    if not doel:
        raise AfgekeurdError("kader zonder plaats")
    toestand.omgeving = doel
    return [Kader(doel=toestand.vol(doel), **toestand.gedeeld())]


def _intrek(toestand: Toestand, rest: Rest) -> list[Handeling]:
    onderwerp = rest.een("onderwerp")
    if onderwerp is None or onderwerp.adres is None:
        raise AfgekeurdError("intrekken zonder onderwerp")
    if onderwerp.adres.plaatsen == (Plaats((Niveau("regeling"),)),):
        toestand.plaatsen(onderwerp.adres)
        return build_element.trek_in(toestand, onderwerp.adres.namen)
    toestand.merk(codes.ANDER_WERKWOORD, onderwerp, "wordt ingetrokken")
    return build_element.verval(toestand, Rest([onderwerp, *rest.pak("bijwoord")]))


def _stel_vast(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "vast te stellen de X": the whole regulation is adopted anew."""
    onderwerp = rest.een("onderwerp")
    rest.pak("payload", "luidende")
    if onderwerp is None or onderwerp.adres is None or onderwerp.adres.plaatsen != (Plaats((Niveau("regeling"),)),):
        raise AfgekeurdError("vaststellen van iets anders dan een regeling")
    return _hele_regeling(toestand, onderwerp.adres)


def _hele_regeling(toestand: Toestand, adres: Adressen) -> list[Handeling]:
    toestand.plaatsen(adres)
    if adres.regeling and not HOOFD.search(adres.regeling):
        raise AfgekeurdError("geen naam van een regeling")
    return [VervangRegeling(**toestand.gedeeld())]


def _luid(toestand: Toestand, rest: Rest) -> list[Handeling]:
    onderwerp = next((d for d in rest.delen if d.rol == "onderwerp"), None)
    if onderwerp and onderwerp.adres and onderwerp.adres.plaatsen == (Plaats((Niveau("regeling"),)),):
        rest.pak("onderwerp", "payload", "luidende")
        return _hele_regeling(toestand, onderwerp.adres)
    if any(deel.rol == "bedrag" for deel in rest.delen):
        return build_bedrag.luid(toestand, rest)
    return build_element.luid(toestand, rest)


def _plaats(toestand: Toestand, rest: Rest) -> list[Handeling]:
    """ "Artikel 3 wordt na artikel 5 geplaatst" moves what exists; with a new text or the next number it inserts."""
    onderwerp = next((d for d in rest.delen if d.rol == "onderwerp" and d.adres), None)
    anker = next((d for d in rest.delen if d.rol in {"na", "voor"} and d.adres), None)
    nieuw = any(d.rol in {"luidende", "tekst", "nieuw"} or (d.rol == "payload" and d.teksten) for d in rest.delen)
    if onderwerp is None or anker is None or nieuw or not onderwerp.adres or not anker.adres:
        return build_invoeg.invoeg(toestand, rest)
    van, bij = onderwerp.adres.plaatsen[0], anker.adres.plaatsen[0]
    if van and bij and _volgt(bij.laatste.nummer, van.laatste.nummer):
        return build_invoeg.invoeg(toestand, rest)
    rest.pak("payload", "bijwoord")
    return build_element.verplaats(toestand, rest)


def _heel_element(rest: Rest, teksten: Sequence[str]) -> bool:
    """ "Artikel 10, onder a, wordt: «a. …»": the quotation opens with the number of the only subject."""
    doelen = [plaats for deel in rest.delen if deel.rol == "onderwerp" and deel.adres for plaats in deel.adres.plaatsen]
    nummer = doelen[0].laatste.nummer if len(doelen) == 1 and doelen[0] else ""
    return bool(nummer) and len(teksten) == 1 and re.match(rf"{re.escape(nummer)}[.)°]", teksten[0].strip()) is not None


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
        toestand.merk(codes.ANDER_WERKWOORD, eigen[0], "komt te luiden")
        return build_element.luid(toestand, rest)
    if len(teksten) == 1 and _heel_element(rest, teksten[0].teksten):
        toestand.merk(codes.ANDER_WERKWOORD, teksten[0], "komt te luiden")
        return build_element.luid(toestand, rest)
    if len(teksten) != 2:
        return build_element.word(toestand, rest)
    for deel in rest.pak("onderwerp"):
        toestand.locatie = toestand.omgeving = _binnen(toestand, deel, toestand.locatie)
    rest.delen[rest.delen.index(teksten[1])] = replace(teksten[1], rol="door")
    toestand.merk(codes.ANDER_WERKWOORD, teksten[0], "wordt vervangen door")
    return build_tekst.vervang(toestand, rest)


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


_FRAMES: Final[dict[str, Frame]] = {
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
