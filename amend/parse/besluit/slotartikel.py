"""Closing articles, which amend nothing themselves: commencement, withdrawals, transitional law, a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amend.model.besluit import BesluitArtikel, Zin
from amend.model.clausules import Citeertitel, Clausule, Overgang
from amend.model.melding import Melding, Plek
from amend.model.operations import Bewerking, Handeling, TrekIn
from amend.model.stap import Stap, Woordsoort
from amend.model.tree import Node, Tekst, loop, platte_tekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.besluit.opdracht import klinkt_als_opdracht
from amend.parse.besluit.verslag import Verslag, bronregel, kort
from amend.parse.zin import Ontleding, ontleed_zin


def lees_slotartikel(verslag: Verslag, artikel: BesluitArtikel) -> None:
    """The clauses of an article that amends nothing, or what it withdraws, into the report."""
    node = artikel.node
    kop = " ".join(filter(None, (node.label, node.aanduiding, platte_tekst(node.opschrift))))
    verslag.tel(Woordsoort.INWERKINGTREDING, kop)
    blokken = [(deel.tekst, _aanduiding(node, pad)) for pad, deel in loop(node) if deel.tekst]
    alles = " ".join(platte_tekst(tekst) for tekst, _ in blokken)
    samen = ontleed_zin(alles, onderdeel=node.nummer or None)
    if len(blokken) > 1 and samen.operaties and _hoort_bijeen(samen.operaties):
        _bepalingen(verslag, artikel, samen, alles, blokken[0][0])
        return
    for tekst, aanduiding in blokken:
        plat = platte_tekst(tekst)
        verslag.tel(Woordsoort.INWERKINGTREDING, aanduiding)
        ontleding = ontleed_zin(plat, onderdeel=node.nummer or None)
        _bepalingen(verslag, artikel, ontleding, plat, tekst)


def _hoort_bijeen(operaties: Sequence[Handeling | Clausule]) -> bool:
    """The blocks of an article are one provision: clauses only, or a list of withdrawals."""
    return all(not isinstance(op, Bewerking) for op in operaties) or (
        len(operaties) > 1 and all(isinstance(op, TrekIn) for op in operaties)
    )


def _aanduiding(node: Node, pad: tuple[int, ...]) -> str:
    ouder = node
    for index in pad[:-1]:
        ouder = ouder.kinderen[index]
    return ouder.aanduiding if ouder is not node else ""


def _bepalingen(verslag: Verslag, artikel: BesluitArtikel, ontleding: Ontleding, plat: str, tekst: Tekst) -> None:
    """Clauses and repeals of a closing article; other rules are transitional law, kept as a note."""
    onderdeel = artikel.node.nummer
    plek = bronregel(artikel.regel)
    eigen = [m for m in ontleding.meldingen if m.code in bijzonder.GEEN_HANDELING]
    if not ontleding.operaties and eigen:
        verslag.tel(Woordsoort.INSTRUCTIE, plat)
        verslag.meldingen.extend(replace(m, plek=plek).bij(onderdeel=onderdeel) for m in eigen)
        return
    if not ontleding.operaties:
        _overig(verslag, plat, onderdeel, plek, ontleding)
        return
    clausules = [op for op in ontleding.operaties if not isinstance(op, Bewerking)]
    verslag.tel(Woordsoort.INWERKINGTREDING, plat)
    verslag.clausules.extend(clausules)
    meldingen = [replace(m, plek=plek).bij(onderdeel=onderdeel) for m in ontleding.meldingen]
    meldingen += [m.bij(onderdeel) for m in _opmerkingen(clausules, plek)]
    intrekkingen = [op for op in ontleding.operaties if isinstance(op, Bewerking)]
    if not intrekkingen:
        verslag.meldingen.extend(meldingen)
        return
    zin = Zin(tekst, ((0, artikel.regel, 1),) if artikel.regel else ())
    regeling = next((op.regeling for op in intrekkingen if isinstance(op, TrekIn)), None)
    verslag.stappen.append(Stap(onderdeel, "", zin, tuple(intrekkingen), tuple(meldingen), regeling))


def _opmerkingen(clausules: Sequence[Clausule], plek: Plek | None) -> Iterator[Melding]:
    """What a reader may not expect of the clauses."""
    if any(isinstance(c, Citeertitel) for c in clausules):
        yield codes.CITEERTITEL.melding("De citeertitel is die van dit besluit, niet van de regeling.", plek)
    if any(isinstance(c, Overgang) for c in clausules):
        yield codes.OVERGANGSRECHT.melding("Een overgangsbepaling; zij verandert de tekst niet.", plek)


def _overig(verslag: Verslag, plat: str, onderdeel: str, plek: Plek | None, ontleding: Ontleding) -> None:
    begin = kort(plat)
    if klinkt_als_opdracht(plat):
        verslag.tel(Woordsoort.ONVERKLAARD, plat)
        fouten = [
            replace(m, plek=plek, tekst=f'Niet begrepen: "{begin}". {m.tekst}').bij(onderdeel=onderdeel)
            for m in ontleding.meldingen
            if m.blokkeert
        ]
        verslag.meldingen.extend(
            fouten or [codes.ONVERKLAARDE_TEKST.melding(f'Niet begrepen: "{begin}".', plek).bij(onderdeel)]
        )
        return
    verslag.tel(Woordsoort.INWERKINGTREDING, plat)
    verslag.clausules.append(Overgang(onderdeel=onderdeel or None, tekst=plat.strip()))
    verslag.meldingen.append(
        codes.OVERGANGSRECHT.melding(f'Een eigen bepaling van het besluit: "{begin}".', plek).bij(onderdeel)
    )
