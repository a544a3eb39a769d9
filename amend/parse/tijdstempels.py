"""The dates that STOP attaches to a decision beside its text: clauses where the text has none, else a check.

The text of the decision is the law; a date beside it that says otherwise is a question for a person, never a choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from amend.model.besluit import Tijdstempel
from amend.model.clausules import Clausule, Inwerkingtreding, OpDatum
from amend.model.melding import Melding
from amend.model.wid_adres import plaats_van_id
from amend.parse import codes_stop as codes


def toets_tijdstempels(
    stempels: Sequence[Tijdstempel], clausules: Sequence[Clausule]
) -> tuple[tuple[Clausule, ...], tuple[Melding, ...]]:
    """Clauses to add, and findings."""
    data = _per_doel(stempels)
    eigen = [c for c in clausules if isinstance(c, Inwerkingtreding)]
    if not data:
        return (), ()
    if not eigen:
        return tuple(_clausule(doel, data, stempels) for doel in data), ()
    vast = {c.vanaf.datum for c in eigen if isinstance(c.vanaf, OpDatum)}
    genoemd = {jwv for jwv, _ in data.values() if jwv}
    terug = {c.terugwerkend for c in eigen if c.terugwerkend}
    geldig = {gv for jwv, gv in data.values() if gv and gv != jwv}
    meldingen = []
    if len(vast) == len(eigen) and genoemd and vast != genoemd:
        meldingen.append(_anders("inwerkingtreding", vast, genoemd))
    if geldig != terug and (geldig or terug):
        meldingen.append(_anders("terugwerkende kracht", terug, geldig))
    return (), tuple(meldingen)


def _per_doel(stempels: Sequence[Tijdstempel]) -> dict[str, tuple[date | None, date | None]]:
    """Per doel: in force from, valid from."""
    uit: dict[str, tuple[date | None, date | None]] = {}
    for stempel in stempels:
        jwv, gv = uit.get(stempel.doel, (None, None))
        uit[stempel.doel] = (stempel.datum, gv) if stempel.soort == "juridischWerkendVanaf" else (jwv, stempel.datum)
    return uit


def _clausule(
    doel: str, data: dict[str, tuple[date | None, date | None]], stempels: Sequence[Tijdstempel]
) -> Inwerkingtreding:
    jwv, gv = data[doel]
    eids = next((s.delen for s in stempels if s.doel == doel and s.delen), ()) if len(data) > 1 else ()
    delen = tuple(plaats for eid in eids if (plaats := plaats_van_id(eid)))
    terug = gv if gv and jwv and gv < jwv else None
    return Inwerkingtreding(vanaf=OpDatum(jwv) if jwv else None, terugwerkend=terug, delen=delen)


def _anders(wat: str, tekst: set[date], stempel: set[date]) -> Melding:
    def zeg(dagen: set[date]) -> str:
        return " en ".join(dag.isoformat() for dag in sorted(dagen)) or "geen datum"

    zin = f"De {wat} volgens de tekst ({zeg(tekst)}) is niet die van de tijdstempels ({zeg(stempel)})."
    return codes.TIJDSTEMPEL_ANDERS.melding(
        zin, hulp="Vraag na welke datum geldt; de tekst van het besluit is aangehouden."
    )
