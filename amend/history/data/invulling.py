"""The parts of a decision, and what holds for those about which it says nothing: the default rule, or doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from amend.history import codes
from amend.history.data.gegevens import heet
from amend.history.data.stand import Rekenwerk
from amend.history.delen import Deel, Elders, verdeel
from amend.history.doel import onbegrepen_slot, valt_onder
from amend.history.namen import is_algemeen
from amend.history.standaard import standaard_voor
from amend.model.besluit import BesluitMeta
from amend.model.clausules import Inwerkingtreding, NaderTeBepalen
from amend.model.melding import Melding
from amend.model.stap import OntleedBesluit


def deel_in(werk: Rekenwerk, ontleed: OntleedBesluit) -> None:
    """Divide a decision into parts, each with the clause that holds for it."""
    meta, meldingen = ontleed.besluit.meta, werk.meldingen[ontleed.besluit.meta.id]
    if meta.bekend is None:
        tekst = f"Van het besluit “{meta.titel or meta.id}” is de datum van bekendmaking niet bekend."
        hulp = "Vul de datum in bij het importeren: amend importeer … --bekend JJJJ-MM-DD."
        meldingen.append(codes.GEEN_BEKENDMAKING.melding(tekst, hulp=hulp))
    eigen = [c for c in ontleed.clausules if isinstance(c, Inwerkingtreding) and _is_eigen(werk, c, meta)]
    delen, over_delen = verdeel(ontleed, eigen, _van_anderen(werk, meta))
    meldingen.extend(over_delen)
    if any(deel.vanaf is None and not deel.ingang and not _uitgezonderd(deel, eigen, ontleed) for deel in delen):
        invul = _vul_in(werk, ontleed)
        delen = tuple(
            deel if deel.vanaf or deel.ingang or _uitgezonderd(deel, eigen, ontleed) else replace(deel, vanaf=invul)
            for deel in delen
        )
    werk.delen[meta.id] = delen


def _is_eigen(werk: Rekenwerk, clausule: Inwerkingtreding, meta: BesluitMeta) -> bool:
    """True for a clause about the decision itself; a name that no decision bears is a question."""
    naam = clausule.besluit
    if naam is None or is_algemeen(naam) or heet(meta, naam):
        return True
    if not any(heet(o.besluit.meta, naam) for o in werk.besluiten):
        tekst = f"De inwerkingtredingsbepaling spreekt van “{naam}”; een besluit met die naam is hier niet bekend."
        hulp = "Importeer dat besluit, of verbeter de naam of citeertitel van dit besluit."
        werk.meldingen[meta.id].append(codes.ANDER_BESLUIT.melding(tekst, hulp=hulp))
        werk.onzeker.add(meta.id)
    return False


def _van_anderen(werk: Rekenwerk, meta: BesluitMeta) -> list[Elders]:
    """The clauses of other decisions that fix a moment for this one, in order of publication."""
    uit = [e for e in werk.over_anderen if e.door.id != meta.id and heet(meta, e.clausule.besluit or "")]
    return sorted(uit, key=lambda e: (e.door.bekend or date.max, e.door.id))


def _vul_in(werk: Rekenwerk, ontleed: OntleedBesluit) -> Inwerkingtreding | None:
    """What holds for parts about which the decision says nothing: the default rule, or nothing while in doubt."""
    waarom = onbegrepen_slot(ontleed)
    if waarom:
        return _onzeker(werk, waarom, ontleed.besluit.meta)
    if ontleed.besluit.meta.id in werk.onzeker:
        return Inwerkingtreding(vanaf=NaderTeBepalen())
    return _standaard(werk, ontleed.besluit.meta, ontleed)


def _standaard(werk: Rekenwerk, meta: BesluitMeta, ontleed: OntleedBesluit) -> Inwerkingtreding | None:
    if not ontleed.stappen and any(isinstance(c, Inwerkingtreding) for c in ontleed.clausules):
        return None  # a decision that only fixes the moments of others
    regel = standaard_voor(meta.bestuursorgaan, werk.standaarden)
    tekst = f"Het besluit regelt zijn inwerkingtreding niet; aangehouden is {regel.regel} ({regel.bron})."
    hulp = "Ga na of deze wettelijke regel op dit besluit van toepassing is."
    werk.meldingen[meta.id].append(codes.STANDAARD.melding(tekst, hulp=hulp))
    return Inwerkingtreding(vanaf=regel.moment)


def _onzeker(werk: Rekenwerk, waarom: Sequence[Melding], meta: BesluitMeta) -> Inwerkingtreding:
    tekst = f"De inwerkingtreding van het besluit is niet zeker: {waarom[0].tekst}"
    melding = codes.SLOT_NIET_BEGREPEN.melding(tekst, waarom[0].plek, waarom[0].hulp)
    werk.meldingen[meta.id].append(melding)
    werk.onzeker.add(meta.id)
    return Inwerkingtreding(vanaf=NaderTeBepalen())


def _uitgezonderd(deel: Deel, clausules: Sequence[Inwerkingtreding], ontleed: OntleedBesluit) -> bool:
    """True when a general clause leaves the part out: it waits, the default rule does not apply."""
    behalve = [p for c in clausules if c.vanaf is not None for p in c.behalve]
    return any(valt_onder(stap, plaats, ontleed.stappen) for stap in deel.stappen for plaats in behalve)
