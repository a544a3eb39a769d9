"""A regulation as first published (official publication) → Regeling: the founding text of a new regulation."""

from __future__ import annotations

from dataclasses import replace

from amend.model.identity import geef_wids
from amend.model.melding import Melding
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Soort, platte_tekst
from amend.model.vocabulaire import OP_DIALECT
from amend.read import codes_xml as codes
from amend.read.op_meta import lees_op_meta
from amend.read.op_xml import houder_van, intitule_van, rondom
from amend.read.verlies import van_nodes, verlies
from amend.read.xml_blokken import lees_node
from amend.read.xml_herbouw import met_indeling
from amend.read.xml_lezer import Lezer, eigen, lees_runs
from amend.read.xml_veilig import parse_xml


def lees_op_regeling(data: bytes, id: str | None = None) -> tuple[Regeling | None, tuple[Melding, ...]]:
    """The regulation in a publication, with findings; None (and an E) when it holds none."""
    root, meldingen = parse_xml(data)
    if root is None:
        return None, meldingen
    lezer = Lezer(OP_DIALECT)
    houder = houder_van(lezer, root) if lezer.naam(root) == "officiele-publicatie" else None
    if houder is None or eigen(root, "opslag") is not None or lezer.naam(houder) == "zakelijke-mededeling":
        return None, (codes.GEEN_TEKST.melding("In de publicatie staat geen regeling."),)
    if next(houder.iter("wijzig-artikel"), None) is not None:
        tekst = "De publicatie is een wijzigingsbesluit en geen regeling."
        return None, (codes.GEEN_TEKST.melding(tekst, hulp="Lees haar als besluit."),)
    intitule = intitule_van(lezer, root, houder)
    (boom,) = lees_node(lezer, houder, Soort.REGELING)
    boom = replace(boom, opschrift=() if intitule is None else lees_runs(lezer, intitule))
    boom = met_indeling(lezer, boom, houder)
    if melding := verlies((houder,), van_nodes((boom,))):
        return None, (*lezer.meldingen, melding)
    gegevens = lees_op_meta(lezer, root, id)
    titel = gegevens.titel or platte_tekst(boom.opschrift)
    meta = RegelingMeta(
        id=gegevens.id,
        titel=titel,
        citeertitel=gegevens.citeertitel,
        organisatie=gegevens.bestuursorgaan,
        vastgesteld=gegevens.vastgesteld,
        bekend=gegevens.bekend,
        bron=gegevens.blad,
        overig=(*gegevens.overig, *rondom(lezer, root, houder, intitule)),
    )
    return Regeling(meta, geef_wids(boom, f"{meta.autoriteit}_1")), lezer.meldingen
