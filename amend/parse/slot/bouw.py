"""A gathered clause → typed clauses, with findings about wording that the Aanwijzingen rule out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amend.model.address import Plaats
from amend.model.clausules import Inwerkingtreding, Met, Moment, OpDatum, Verval, Voorwaardelijk
from amend.model.operations import TrekIn
from amend.parse import codes
from amend.parse.slot.stand import Deelzin, Onderwerp, Stand, Terug
from amend.parse.voorbewerk import HOOFD

_TOT: Final = "“Terug tot” zonder “en met” is gelezen als tot en met die dag (aanwijzing 5.63)."
_VERLEDEN: Final = "Inwerkingtreding in het verleden kan niet (aanwijzing 5.63); gelezen als terugwerkende kracht."


def bouw(stand: Stand, deel: Deelzin) -> bool:
    """Add what the clause says to ``stand.uit``; False when it makes no sense as a closing clause."""
    onderwerp = deel.onderwerp or Onderwerp()
    if deel.verder:
        return _verdeeld(stand, deel, onderwerp)
    gelukt = _BOUW[deel.soort](stand, deel, onderwerp)
    if not gelukt:
        return False
    for bij in deel.na:
        if bij.soort == "terug" and bij.moment is None and deel.soort == "werking" and _uitgezonderd(deel, bij):
            bij.soort, bij.moment, bij.te_vroeg = "werking", deel.moment, False
        if not bouw(stand, bij):
            return False
    stand.uit.extend(deel.noten)
    return True


def _verdeeld(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    """ "respectievelijk": the n-th day is for the n-th part; False when the counts differ."""
    eerste = deel.terug.dag if deel.terug else deel.moment.datum if isinstance(deel.moment, OpDatum) else None
    if eerste is None or len(onderwerp.delen) != 1 + len(deel.verder) or deel.na:
        return False
    for plaats, dag in zip(onderwerp.delen, (eerste, *deel.verder), strict=True):
        een = replace(deel, onderwerp=replace(onderwerp, delen=(plaats,)), verder=())
        if deel.terug:
            een.terug = replace(deel.terug, dag=dag)
        else:
            een.moment = OpDatum(dag)
        if not bouw(stand, een):
            return False
    return True


def _uitgezonderd(deel: Deelzin, bij: Deelzin) -> bool:
    return bij.onderwerp is not None and set(bij.onderwerp.delen) <= set(deel.behalve) and bool(bij.onderwerp.delen)


def _werking(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    if deel.te_vroeg:
        tekst = "Inwerkingtreding ligt na de bekendmaking (aanwijzing 4.16); voorstel: de dag erna."
        stand.merk(codes.PER_DIRECT, tekst, deel.werkwoord)
    moment: Moment | None = deel.moment
    terug = deel.terug
    if deel.kracht and isinstance(moment, OpDatum) and terug is None:
        stand.merk(codes.UITGESLOTEN, _VERLEDEN, deel.werkwoord)
        terug, moment = Terug(moment.datum, tot=False, plek=deel.werkwoord), None
    gewoon = Inwerkingtreding(
        vanaf=moment, delen=onderwerp.delen, behalve=deel.behalve, besluit=_ander_besluit(onderwerp)
    )
    stand.uit.append(gewoon)
    if terug is not None and deel.behalve_terug:
        _zet_terug(stand, terug, None, gewoon.delen, deel.behalve_terug)
    elif terug is not None:
        _zet_terug(stand, terug, gewoon, gewoon.delen, ())
    if deel.einde is not None:
        stand.uit.append(Verval(wat=_wat(onderwerp), per=OpDatum(deel.einde)))
    return True


def _ander_besluit(onderwerp: Onderwerp) -> str | None:
    return onderwerp.naam


def _terug(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    if onderwerp.woord == "intrekking":
        return _trek_in(stand, deel, onderwerp)
    if deel.terug is None:  # back to the day of signing: a question, kept as a finding
        return any(isinstance(clausule, Inwerkingtreding) for clausule in stand.uit)
    laatste = stand.uit[-1] if stand.uit else None
    if isinstance(laatste, Inwerkingtreding) and laatste.delen == onderwerp.delen and _eigen_dag(deel):
        laatste = stand.uit[-1] = replace(laatste, behalve=(*laatste.behalve, *deel.behalve_terug))
        deel.behalve_terug = ()
    past = (
        isinstance(laatste, Inwerkingtreding)
        and laatste.delen == onderwerp.delen
        and not deel.behalve_terug
        and laatste.terugwerkend is None
    )
    basis = laatste if past and isinstance(laatste, Inwerkingtreding) else None
    _zet_terug(stand, deel.terug, basis, onderwerp.delen, deel.behalve_terug, onderwerp.naam)
    return True


def _eigen_dag(deel: Deelzin) -> bool:
    """ "… en werkt terug tot X, met uitzondering van artikel 5, dat op Z in werking treedt": from both."""
    eigen = [bij.onderwerp for bij in deel.na if bij.soort == "werking" and bij.moment and bij.onderwerp]
    genoemd = {plaats for onderwerp in eigen for plaats in onderwerp.delen}
    return bool(deel.behalve_terug) and set(deel.behalve_terug) <= genoemd


def _zet_terug(
    stand: Stand,
    terug: Terug,
    basis: Inwerkingtreding | None,
    delen: tuple[Plaats, ...],
    behalve: tuple[Plaats, ...],
    besluit: str | None = None,
) -> None:
    if terug.tot:
        stand.merk(codes.TERUG_TOT, _TOT, terug.plek)
    if basis is not None:
        na = None if isinstance(basis.vanaf, Voorwaardelijk) else terug.na
        nieuw = replace(basis, terugwerkend=terug.dag, terugwerkend_tot=terug.tot, terugwerkend_na=na)
        stand.uit[stand.uit.index(basis)] = nieuw
        return
    stand.uit.append(
        Inwerkingtreding(
            terugwerkend=terug.dag,
            terugwerkend_tot=terug.tot,
            terugwerkend_na=terug.na,
            delen=delen,
            behalve=behalve,
            besluit=besluit,
        )
    )


def _geacht(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    if not isinstance(deel.moment, OpDatum) or deel.behalve:
        return False
    tekst = "“Wordt geacht in werking te zijn getreden” is uitgesloten (aanwijzing 5.63)."
    stand.merk(codes.GEACHT, tekst, deel.werkwoord)
    stand.uit.append(Inwerkingtreding(terugwerkend=deel.moment.datum, delen=onderwerp.delen, besluit=onderwerp.naam))
    return True


def _verval(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    if deel.moment is None or deel.behalve:
        return False  # what is excepted from an end stays, and no clause can say so
    if isinstance(deel.moment, OpDatum) and deel.hoe in ("op", "na"):
        stand.merk(codes.SLOT_OF_ZIN, f"“vervalt {deel.hoe}” laat open of die dag zelf nog meetelt.", deel.werkwoord)
    if onderwerp.naam and not onderwerp.delen:
        return _trek_in(stand, deel, onderwerp)
    if any(isinstance(c, Inwerkingtreding) for c in stand.uit):
        tekst = "Het verval van een wijzigingsbesluit herstelt de oude tekst niet (aanwijzing 6.26)."
        stand.merk(codes.VERVAL_ZELF, tekst, deel.werkwoord)
    for wat in map(str, onderwerp.delen) if onderwerp.delen else (_wat(onderwerp),):
        stand.uit.append(Verval(wat=wat, regeling=onderwerp.naam, per=deel.moment))
    return True


def _wat(onderwerp: Onderwerp) -> str:
    """ "besluit" or "regeling": by the noun that the clause uses for itself."""
    if not onderwerp.woord or "besluit" in onderwerp.woord or "wijzig" in onderwerp.woord:
        return "besluit"
    return "regeling"


def _trek_in(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    """A regulation that ends by name: on a day, or together with this decision."""
    moment = deel.moment
    terug = deel.terug.dag.isoformat() if deel.terug else None
    tot = deel.terug is not None and deel.terug.tot
    if tot and deel.terug:
        stand.merk(codes.TERUG_TOT, "“Terug tot” zonder “en met” (aanwijzing 5.63).", deel.terug.plek)
    if moment is None and terug is None and not stand.samen and not deel.noten and deel.hoe != "opsomming":
        return False
    if moment is None or isinstance(moment, OpDatum) or (isinstance(moment, Met) and _eigen(moment)):
        ingang = moment.datum.isoformat() if isinstance(moment, OpDatum) else None
        stand.uit.extend(
            TrekIn(regeling=naam, ingang=ingang, terugwerkend=terug, terugwerkend_tot=tot)
            for naam in namen(onderwerp.naam or "")
        )
        return True
    stand.uit.extend(Verval(wat=naam, per=moment) for naam in namen(onderwerp.naam or ""))
    return True


_ZELF: Final = re.compile(
    r"(?:deze|dit)\s.*|(?:de|het)\s+(?:besluit|verordening|regeling|wet|reglement|beleidsregels?)|", re.I | re.S
)


def _eigen(moment: Met) -> bool:
    """True for the entry into force of the decision itself, on that day."""
    return _ZELF.fullmatch(moment.besluit) is not None and not (moment.dagen or moment.maanden)


def namen(tekst: str) -> list[str]:
    """ "Regeling A, de Regeling B en de Regeling C" → the three names, when each of them names a regulation."""
    delen = re.split(r"(?:,|,?\s+en|,?\s+alsmede)\s+(?:de|het)\s+", tekst)
    return delen if all(HOOFD.search(deel) for deel in delen) else [tekst]


def _intrekking(stand: Stand, deel: Deelzin, onderwerp: Onderwerp) -> bool:
    return bool(onderwerp.naam) and not onderwerp.delen and not deel.behalve and _trek_in(stand, deel, onderwerp)


_BOUW: Final = {
    "werking": _werking,
    "terug": _terug,
    "verval": _verval,
    "intrekking": _intrekking,
    "geacht": _geacht,
}
