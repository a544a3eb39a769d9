"""Edges of a history: before its begin, after its end, and retroactive effects that cross (regels.md 2.6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from amend.history import codes
from amend.history.doel import Doel
from amend.history.slot import Intrekking
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.operations import TrekIn
from amend.model.regeling import RegelingMeta


def intrekkingen_van(doelen: Sequence[Doel]) -> list[Intrekking]:
    """The regulations that decisions withdraw by name."""
    uit = []
    for doel in doelen:
        for op in (op for stap in doel.stappen for op in stap.bewerkingen if isinstance(op, TrekIn)):
            gv = date.fromisoformat(op.terugwerkend) if op.terugwerkend else doel.gv
            jwv = date.fromisoformat(op.ingang) if op.ingang else doel.jwv
            uit.append(Intrekking(op.regeling or "", doel.besluit, doel.bek, jwv, gv, op.terugwerkend_tot))
    return uit


def kruist(doel: Doel, ervoor: Sequence[Doel]) -> list[Melding]:
    """A retroactive doel that reaches back before the entry into force of another retroactive one: both apply."""
    if not doel.terugwerkend or doel.gv is None:
        return []
    andere = [d for d in ervoor if d.terugwerkend and d.besluit != doel.besluit and d.jwv and doel.gv < d.jwv]
    namen = ", ".join(dict.fromkeys(d.besluit for d in andere))
    if not namen:
        return []
    tekst = (
        f"{doel.besluit} werkt terug over dagen waarvoor ook {namen} terugwerkt; beide gelden, in volgorde van werking."
    )
    return [codes.KRUIST.melding(tekst).bij(bestand=doel.besluit)]


def na_einde(doelen: Sequence[Doel], intrekkingen: Sequence[Intrekking], meta: RegelingMeta) -> list[Melding]:
    """Changes to a regulation that enter into force after it was withdrawn: they have nothing to change."""
    uit = []
    for weg in (i for i in intrekkingen if i.betreft(meta) and i.jwv):
        for doel in doelen:
            if doel.stappen and doel.jwv and weg.jwv and doel.jwv >= weg.jwv and doel.besluit != weg.door:
                tekst = (
                    f"{doel.besluit} wijzigt de regeling per {datum_tekst(doel.jwv)}, maar zij is per "
                    f"{datum_tekst(weg.jwv)} ingetrokken door {weg.door}; de wijziging heeft geen gevolg."
                )
                uit.append(codes.NA_INTREKKING.melding(tekst).bij(bestand=doel.besluit))
    return list(dict.fromkeys(uit))


def voor_begin(instelling: Doel, doelen: Sequence[Doel]) -> list[Melding]:
    """Retroactive effect to before the regulation itself: cut off, with a warning."""
    uit = []
    for doel in doelen:
        if doel.gv and instelling.gv and doel.gv < instelling.gv:
            tekst = (
                f"Besluit {doel.besluit} werkt terug tot en met {datum_tekst(doel.gv)}, maar de regeling geldt pas "
                f"vanaf {datum_tekst(instelling.gv)}; het besluit telt vanaf die dag."
            )
            uit.append(codes.VOOR_BEGIN.melding(tekst).bij(bestand=doel.besluit))
    return uit


def einde_tekst(intrekking: Intrekking) -> str:
    """Until when a withdrawn regulation held."""
    return datum_tekst(intrekking.gv) if intrekking.gv else "een onbekende dag"


def nog_niet(instelling: Doel, geldig_op: date, bekend_op: date) -> str:
    """Why there is no text yet for a question."""
    if instelling.gv is None or instelling.jwv is None:
        return "Van de regeling is geen datum van inwerkingtreding bekend; er is niet te zeggen wanneer zij geldt."
    if geldig_op < instelling.gv:
        return f"De regeling geldt pas vanaf {datum_tekst(instelling.gv)}."
    return (
        f"Op {datum_tekst(bekend_op)} was nog niet bekend dat de regeling op {datum_tekst(geldig_op)} geldt: zij is "
        f"in werking getreden op {datum_tekst(instelling.jwv)}."
    )
