"""Clauses → operations: the verb of each clause decides which constituents it needs (its frame).

A clause without verb takes the verb of the clause before ("… en «c» door «d»"); a clause without place takes the
place before. A reading in which a constituent finds no function is rejected, so no word is ever skipped.

:mod:`build_gezegde` reads the verbs, :mod:`build_waar` the places, and :mod:`build_frame` holds the frames.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from amend.model.address import Plaats
from amend.model.operations import Vernummer, Verwijder
from amend.parse import build_bijzin, codes
from amend.parse.build_frame import FRAMES
from amend.parse.build_gezegde import frame_van, gezegde, toets_persoonsvorm
from amend.parse.build_waar import zet_locatie
from amend.parse.delen import AfgekeurdError, Clause, Deel, Rest
from amend.parse.momenten import als_dag
from amend.parse.samentrekking import met_gedeeld_door
from amend.parse.toestand import Toestand
from amend.parse.verwijs import verwijs

_MET_TOETS: Final = frozenset({"vernummer", "verval", "verplaats", "vervang", "luid"})


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
    predicaat = gezegde(clause)
    if toestand.predicaat and _kale_plaats(clause) and toestand.predicaat not in {"verval", "intrek"}:
        raise AfgekeurdError("een plaats zonder opdracht")
    if not predicaat and (not toestand.predicaat or toestand.wacht or _wacht_op_deelwoord(toestand, clause)):
        toestand.wacht = (*toestand.wacht, clause)
        return toestand
    toestand.predicaat = (predicaat if toestand.wacht else "") or toestand.predicaat or predicaat
    return _werk_af(toestand, (*toestand.wacht, clause))


def _kale_plaats(clause: Clause) -> bool:
    """A place and nothing else: only a repeal has enough with it ("vervallen artikel 3, en artikel 7")."""
    return all(deel.rol == "onderwerp" for deel in clause.delen)


def _wacht_op_deelwoord(toestand: Toestand, clause: Clause) -> bool:
    """ "Artikel 3 vervalt en in artikel 7 wordt in a «x» en in b «y» vervangen": "wordt" goes with no repeal."""
    plaatsen = sum(deel.rol == "onderwerp" for deel in clause.delen)
    return clause.werkwoorden == {"wordt"} and plaatsen < 2 and toestand.predicaat in {"verval", "luid"}


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
    if not any(isinstance(op, Vernummer) for op in vorige.operaties):
        return vorige
    toestand = vorige.kopie()
    ops = toestand.operaties
    for i, op in enumerate(tuple(ops)):
        begin = i
        while begin and isinstance(ops[begin - 1], Vernummer):
            begin -= 1
        rij = [eerder for eerder in ops[begin:i] if isinstance(eerder, Vernummer)]
        vrij = {p for eerder in rij for p in eerder.naar} - {p for eerder in rij for p in eerder.van}
        if rij and isinstance(op, Verwijder) and set(op.doel) <= vrij:
            ops.insert(begin, ops.pop(i))
    return toestand


def _werk_af(toestand: Toestand, clauses: Sequence[Clause]) -> Toestand:
    toestand.wacht = ()
    for clause in met_gedeeld_door(clauses) if len(clauses) > 1 else clauses:
        _clause(toestand, clause)
    return toestand


def _clause(toestand: Toestand, clause: Clause) -> None:
    clause = verwijs(toestand, clause)
    toestand.spanne = clause.spanne
    kaal_onderwerp = not clause.werkwoorden and any(deel.rol == "onderwerp" for deel in clause.delen)
    predicaat = gezegde(clause)
    toets_persoonsvorm(toestand, clause)
    if not clause.werkwoorden and any(deel.rol == "tot" and deel.waarde == "kaal" for deel in clause.delen):
        raise AfgekeurdError("een nummer zonder werkwoord")
    _merk_opschriften(toestand, clause)
    toestand.predicaat = predicaat or toestand.predicaat
    toestand.richting = next(
        (w for w in ("verhoogd", "verlaagd", "gesteld") if w in clause.werkwoorden), toestand.richting
    )
    rest = Rest([deel for deel in clause.delen if not _is_gezegde(deel)])
    for deel in rest.pak("ingang"):
        toestand.ingang = als_dag(deel.waarde)
    zet_locatie(toestand, rest)
    _zet_bestaande_tekst(toestand, rest, clause)
    vernummer, leesteken = rest.een("onder_vernummering"), rest.een("onder_vervanging")
    plaatsing = rest.een("plaatsing")
    if (vernummer or leesteken or plaatsing) and not rest.delen and not clause.werkwoorden:
        raise AfgekeurdError("bijzin zonder opdracht")
    hoofd = FRAMES[frame_van(toestand, rest, clause.werkwoorden)](toestand, rest)
    rest.leeg()
    toestand.operaties.extend(build_bijzin.met_bijzin(toestand, hoofd, vernummer, leesteken, plaatsing))
    toestand.kaal_onderwerp = kaal_onderwerp


def _is_gezegde(deel: Deel) -> bool:
    """A verb, or an adverb without meaning of its own."""
    return deel.rol == "werkwoord" or (deel.rol == "bijwoord" and not deel.waarde)


def _merk_opschriften(toestand: Toestand, clause: Clause) -> None:
    for deel in clause.delen:
        if deel.adres and deel.adres.koppen:
            if deel.rol != "onderwerp":
                raise AfgekeurdError("opschrift bij een plaats")
            toestand.merk(codes.OPSCHRIFT_GENOEMD, deel)
        elif deel.adres and deel.adres.kop:
            toestand.merk(codes.OPSCHRIFT_GENOEMD, deel)


def _zet_bestaande_tekst(toestand: Toestand, rest: Rest, clause: Clause) -> None:
    """The present text that the clause quotes, where its predicate can have one."""
    werkwoord = min((deel.start for deel in clause.delen if deel.rol == "werkwoord"), default=0)
    toestand.luidt = _luidt_nu(rest, werkwoord) if toestand.predicaat in _MET_TOETS else None
    if toestand.predicaat == "luid" and any(d.rol == "tekst" and d.eind <= werkwoord for d in rest.delen):
        raise AfgekeurdError("aanhaling voor het werkwoord")  # a heading or a term, never the new text
    if toestand.predicaat in {"vervang", "luid"} and any(
        d.rol == "luidende" and d.eind <= werkwoord for d in rest.delen
    ):
        raise AfgekeurdError("bestaande tekst zonder aanhaling")


def _luidt_nu(rest: Rest, werkwoord: int) -> str | None:
    """F75: "het vierde lid, dat luidt: «…», wordt vernummerd tot …": the quoted present text, a condition."""
    nu = [d for d in rest.delen if d.rol == "luidende" and len(d.teksten) == 1 and not d.eigen]
    nu = [d for d in nu if d.eind <= werkwoord]
    if len(nu) != 1 or not any(deel.rol == "onderwerp" and deel.start < nu[0].start for deel in rest.delen):
        return None
    rest.delen.remove(nu[0])
    return nu[0].teksten[0]
