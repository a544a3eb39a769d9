"""What a decision does to a regulation: the text before, the text after, and the report of every instruction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amend import pipeline
from amend.compare.oorzaak import Herkomst
from amend.compare.vergelijk import vergelijk
from amend.compare.versies import vergelijk_versies
from amend.compare.wijziging import Oorzaak, Vergelijking
from amend.history.data import doelen_van
from amend.history.doel import Doel
from amend.history.geschiedenis import Geschiedenis
from amend.history.samenloop import Samenloop
from amend.model.melding import Melding
from amend.model.stap import Keuze, OntleedBesluit, StapVerslag
from amend.model.tree import Oorsprong


@dataclass(frozen=True, slots=True)
class Gevolg:
    """The effect of one decision on one regulation.

    ``gerekend``: the moment (valid on, known on) of both texts; None when the decision has no dates yet and was laid
    on the last text. ``reden``: why there is no text to compare.
    """

    vergelijking: Vergelijking | None
    verslag: tuple[StapVerslag, ...]
    doelen: tuple[Doel, ...]
    meldingen: tuple[Melding, ...]
    samenloop: tuple[Samenloop, ...]
    gerekend: tuple[date, date] | None
    reden: str = ""


def gevolg(historie: Geschiedenis, ontleed: OntleedBesluit, keuzes: Sequence[Keuze]) -> Gevolg:
    """The effect of ``ontleed``, with all other decisions of the history in place; the history is not changed."""
    id = ontleed.besluit.meta.id
    anderen = [b for b in historie.besluiten if b.besluit.meta.id != id]
    hun_keuzes = [(van, k) for van, k in historie.keuzes if van != id]
    elders = historie.bestaande_intrekkingen
    zonder = Geschiedenis(historie.regeling, anderen, hun_keuzes, elders)
    met = Geschiedenis(historie.regeling, [*anderen, ontleed], [*hun_keuzes, *((id, k) for k in keuzes)], elders)
    eigen = tuple(doel for doel in met.doelen if doel.besluit == id)
    meldingen = (*doelen_van(ontleed, keuzes)[1], *(m for m in met.meldingen if m.bestand == id))
    gedateerd = [doel for doel in eigen if doel.bek and doel.jwv and doel.gv]
    if not gedateerd:
        return _los(zonder, ontleed, keuzes, eigen, meldingen)
    op = max(doel.gv for doel in gedateerd if doel.gv)
    bekend = max(dag for doel in gedateerd for dag in (doel.bek, doel.jwv) if dag)
    oud, nieuw = zonder.versie(op, bekend), met.versie(op, bekend)
    verslag = tuple(v for doel, v in nieuw.verslag if doel.besluit == id)
    vergelijking = vergelijk_versies(oud, nieuw)
    eigen_samenloop = tuple(s for s in nieuw.samenloop if any(doel.id in s.doelen for doel in eigen))
    reden = "" if vergelijking else (oud.reden or nieuw.reden)
    return Gevolg(vergelijking, verslag, eigen, meldingen, eigen_samenloop, (op, bekend), reden)


def _los(
    zonder: Geschiedenis,
    ontleed: OntleedBesluit,
    keuzes: Sequence[Keuze],
    eigen: tuple[Doel, ...],
    meldingen: tuple[Melding, ...],
) -> Gevolg:
    """The effect on the last text that there is, for a decision of which the dates are not known."""
    dagen = zonder.breekpunten()
    laatste = zonder.versie(max(dagen), date.max) if dagen else None
    if laatste is None or laatste.regeling is None:
        reden = laatste.reden if laatste else "Van de regeling is geen datum bekend."
        return Gevolg(None, (), eigen, meldingen, (), None, reden)
    toepassing = pipeline.pas_toe(laatste.regeling, ontleed, keuzes)
    verslag = toepassing.uitvoering.verslag
    id = ontleed.besluit.meta.id
    oorzaken = {
        Oorsprong(id, v.stap.naam): Oorzaak(id, v.stap.naam, " ".join(v.stap.zin.plat.split())) for v in verslag
    }
    sporen = [(Oorsprong(id, v.stap.naam), v.sporen) for v in verslag]
    vergelijking = vergelijk(
        laatste.regeling,
        toepassing.regeling,
        identiteit=True,
        herkomst=Herkomst(oorzaken, sporen),
        van="de laatste tekst in de werkmap",
        tot="diezelfde tekst met dit besluit",
    )
    return Gevolg(vergelijking, verslag, eigen, meldingen, (), None)
