"""The walk over an amending article: its sentence, the parts below it, and what each of them inherits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.model.besluit import Instructie, Mutatie, WijzigArtikel, Zin
from amend.model.operations import Kader
from amend.model.stap import Stap, Woordsoort
from amend.model.tree import Node, Run, Soort, platte_tekst, zichtbare_tekst
from amend.parse import codes
from amend.parse.besluit.context import Context, na_vernummering, regeling_uit
from amend.parse.besluit.instructie import lees_instructie
from amend.parse.besluit.opdracht import klinkt_als_opdracht
from amend.parse.besluit.verslag import Verslag, bronregel
from amend.parse.mutatie import bewerking, is_exact, kondig_aan, woorden_van
from amend.parse.payload import met_regeling
from amend.parse.was_wordt import lees_tabel
from amend.parse.zin import ontleed_zin

_NAMEN_VOLGEN: Final = re.compile(r"\bde\s+(?:volgende|navolgende|onderstaande)\s.*\bingetrokken\s*:?\s*$", re.I)
_OPENT_REGELING: Final = re.compile(
    r"(?:als volgt gewijzigd|\b(?:volgende|navolgende) (?:wijziging|verandering|aanpassing)(?:en)? (?:aan)?gebracht)"
    r"\s*:\s*$",
    re.I,
)


def lees_wijzigartikel(verslag: Verslag, artikel: WijzigArtikel) -> None:
    """The steps of an amending article, with its findings, into the report."""
    kop = platte_tekst(artikel.opschrift)
    verslag.tel(Woordsoort.INSTRUCTIE, artikel.label, artikel.aanduiding, kop)
    if is_exact(artikel):
        _exact(verslag, artikel)
        return
    context = Context(artikel.nummer, regeling=None if artikel.zin else regeling_uit(kop))
    if context.regeling:
        tekst = f'De te wijzigen regeling ("{context.regeling}") blijkt uit het opschrift van artikel {artikel.nummer}.'
        verslag.meldingen.append(codes.DOEL_UIT_OPSCHRIFT.melding(tekst, bronregel(artikel.regel)))
    if lijst := _lijst_van_namen(artikel.zin, artikel.payload, artikel.instructies):
        lees_instructie(verslag, context, lijst, (), heeft_delen=False)
        return
    payload, delen = _tekst_onder_kader(artikel.zin, artikel.payload, artikel.instructies)
    if artikel.zin is not None:
        context = lees_instructie(verslag, context, artikel.zin, payload, heeft_delen=bool(delen))
    elif payload:
        verslag.onverklaard(payload, bronregel(artikel.regel), artikel.nummer)
    _geneste(verslag, context, delen)


def _geneste(verslag: Verslag, context: Context, instructies: Sequence[Instructie]) -> None:
    if context.besluitdeel and instructies:
        _voor_besluitdeel(verslag, context, instructies)
        return
    for deel in instructies:
        label = ".".join(filter(None, (context.label, deel.nummer)))
        verslag.tel(Woordsoort.INSTRUCTIE, deel.label, deel.aanduiding, platte_tekst(deel.opschrift))
        eigen = replace(context, label=label)
        payload, delen = _tekst_onder_kader(deel.zin, deel.payload, deel.instructies)
        if deel.mutatie is not None:
            _mutatie(verslag, eigen, deel, deel.mutatie)
        elif context.zonder_gevolg:
            verslag.tel(Woordsoort.MOTIVERING, deel.zin.plat if deel.zin else "", *map(zichtbare_tekst, deel.payload))
        elif lijst := _lijst_van_namen(deel.zin, deel.payload, deel.instructies):
            lees_instructie(verslag, eigen, lijst, (), heeft_delen=False)
            continue
        elif deel.zin is not None:
            eigen = lees_instructie(verslag, eigen, deel.zin, payload, heeft_delen=bool(delen))
            context = na_vernummering(context, verslag.stappen)
            if not deel.nummer and not payload and not delen:
                context = _na_los_kader(context, eigen, deel.zin, verslag.stappen)
        elif deel.payload and _tabellen(verslag, eigen, deel):
            pass
        elif deel.payload:
            verslag.onverklaard(deel.payload, bronregel(deel.regel), label, _bedoeld(context, deel.payload))
        _geneste(verslag, eigen, delen)


def _na_los_kader(context: Context, eigen: Context, zin: Zin, stappen: Sequence[Stap]) -> Context:
    """ "De Kieswet wordt als volgt gewijzigd:" without parts: what follows beside it changes that regulation.

    When such a sentence was not understood, what follows may be about another regulation and is not executed.
    """
    ops = stappen[-1].bewerkingen if stappen and stappen[-1].zin is zin else ()
    if ops and all(isinstance(op, Kader) and op.regeling for op in ops):
        return replace(eigen, label=context.label)
    if not eigen.begrepen and _OPENT_REGELING.search(zin.plat):
        return replace(context, begrepen=False)
    return context


def _tekst_onder_kader(
    zin: Zin | None, payload: tuple[Node, ...], delen: tuple[Instructie, ...]
) -> tuple[tuple[Node, ...], tuple[Instructie, ...]]:
    """A lone sentence below "Artikel 2 wordt als volgt gewijzigd:" that is no instruction is text (Q266)."""
    if zin is None or payload or len(delen) != 1 or (deel := delen[0]).nummer or deel.instructies or deel.zin is None:
        return payload, delen
    kaders = ontleed_zin(zin.plat).operaties
    if len(kaders) != 1 or not isinstance(kaders[0], Kader) or met_regeling(kaders[0].doel[0]):
        return payload, delen
    if klinkt_als_opdracht(deel.zin.plat) or ontleed_zin(deel.zin.plat).operaties:
        return payload, delen
    return (Node(Soort.AL, tekst=deel.zin.tekst), *deel.payload), ()


def _voor_besluitdeel(verslag: Verslag, context: Context, instructies: Sequence[Instructie]) -> None:
    """F97-F99: the instructions below "artikel I, onderdeel A, komt te luiden:" are the new text of that part."""
    eigen = Verslag(verslag.besluit)
    _geneste(eigen, Context(context.besluitdeel), instructies)
    stap = verslag.stappen[-1]
    meldingen = (*stap.meldingen, *(m for deel in eigen.stappen for m in deel.meldingen if m.blokkeert))
    nieuw = tuple(eigen.stappen)
    verslag.stappen[-1] = replace(stap, nieuwe_stappen=nieuw, meldingen=(*meldingen, *eigen.meldingen))
    for soort, aantal in eigen.woorden.items():
        verslag.woorden[Woordsoort.NIEUWE_TEKST if soort is Woordsoort.INSTRUCTIE else soort] += aantal


def _tabellen(verslag: Verslag, context: Context, deel: Instructie) -> bool:
    """A part that is nothing but old and new text (F93): its replacements as a step. False when it is no such part."""
    doel = context.plaatsen if any(context.plaatsen) else (Plaats((Niveau("regeling"),)),)
    kader = Kader(doel=doel, onderdeel=context.label or None, regeling=context.regeling)
    operaties = lees_tabel(kader, deel.payload)
    if operaties is None:
        return False
    tekst = " ".join(zichtbare_tekst(deel.payload[0]).split())
    verslag.tel(Woordsoort.NIEUWE_TEKST, *map(zichtbare_tekst, deel.payload))
    zin = Zin.van(tekst, deel.regel or 1)
    verslag.stappen.append(Stap(context.artikel, context.label, zin, operaties, (), context.regeling))
    return True


def _bedoeld(context: Context, payload: Sequence[Node]) -> str | None:
    """What to write instead when a frame is followed by the full new text of what it names."""
    nodes = [node for node in payload if node.nummer and node.soort is not Soort.LIJST]
    if payload and payload[0].soort is Soort.ARTIKEL and not any(context.plaatsen):
        nr = payload[0].nummer
        nieuw = "“Na artikel … wordt een artikel ingevoegd, luidende:”"
        return f"Schrijf “Artikel {nr} komt te luiden:” als dat artikel bestaat, of {nieuw} als het nieuw is."
    if len(nodes) != 1 or len(payload) != 1:
        return None
    node = nodes[0]
    if not any((p.laatste.soort, p.laatste.nummer) == (node.soort.value, node.nummer) for p in context.plaatsen if p):
        return None
    naam = f"{node.soort.value} {node.nummer}".capitalize()
    return f"Bedoeld kan zijn: “{naam} komt te luiden:”."


# --- withdrawals as a list of names -------------------------------------------------------------------------------


def _lijst_van_namen(zin: Zin | None, payload: Sequence[Node], delen: Sequence[Instructie]) -> Zin | None:
    """F104: "De volgende verordeningen worden ingetrokken:" and the names below it, as one sentence."""
    if zin is None or not _NAMEN_VOLGEN.search(zin.plat) or any(d.instructies for d in delen):
        return None
    namen = _namen_in(payload)
    for deel in delen:
        namen += [deel.zin.plat if deel.zin else "", *_namen_in(deel.payload)]
    return replace(zin, tekst=(*zin.tekst, Run("\n" + "\n".join(namen)))) if any(namen) else None


def _namen_in(payload: Sequence[Node]) -> list[str]:
    items = [item for node in payload for item in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    return [" ".join(zichtbare_tekst(item).split("\n")) for item in items]


# --- exact mutations ----------------------------------------------------------------------------------------------


def _exact(verslag: Verslag, artikel: WijzigArtikel) -> None:
    """An article whose changes are given in the exact terms of STOP, in it or in the annex that it names."""
    aankondiging = kondig_aan(verslag.besluit, artikel)
    verslag.stappen.extend(aankondiging.stappen)
    verslag.meldingen.extend(aankondiging.meldingen)
    verslag.tel(Woordsoort.INSTRUCTIE, artikel.zin.plat if artikel.zin else "")
    if artikel.payload:
        verslag.onverklaard(artikel.payload, bronregel(artikel.regel), artikel.nummer)
    _geneste(verslag, Context(aankondiging.artikel, regeling=aankondiging.regeling), artikel.instructies)


def _mutatie(verslag: Verslag, context: Context, deel: Instructie, mutatie: Mutatie) -> None:
    rang = 1 + sum(stap.artikel == context.artikel for stap in verslag.stappen)
    label = context.label if deel.nummer else ".".join(filter(None, (context.label, f"mutatie {rang}")))
    op = bewerking(deel, mutatie, label, context.regeling)
    zin = deel.zin or Zin(())
    verslag.stappen.append(Stap(context.artikel, label, zin, (op,), (), context.regeling))
    verslag.tel(Woordsoort.INSTRUCTIE, zin.plat)
    nieuw, alles = woorden_van(deel.payload)
    verslag.woorden[Woordsoort.NIEUWE_TEKST] += nieuw
    verslag.woorden[Woordsoort.INSTRUCTIE] += alles - nieuw
