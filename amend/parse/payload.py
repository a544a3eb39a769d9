"""The new text under an instruction → the operations that ask for it, with checks of number and count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.model.melding import Melding
from amend.model.numbering import volgende
from amend.model.operations import (
    Handeling,
    Kader,
    Vernummer,
    Vervang,
    VervangLeesteken,
    VervangOpschrift,
    VervangRegeling,
    VervangTekst,
    VerwijderTekst,
    VoegIn,
    VoegTekstIn,
    VoegTekstToe,
    VoegToe,
    WijzigBedragen,
)
from amend.model.tree import ITEMS, Node, Soort, zichtbare_tekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.payload_een import hecht_een, hecht_element
from amend.parse.payload_vorm import KAAL, Bron, aangekondigd_aantal, doelnummers, getoonde_soort, in_vorm, term_van
from amend.parse.was_wordt import lees_tabel

_WOORDEN = VervangTekst | VoegTekstIn | VoegTekstToe | VerwijderTekst
_LUIDT_DAN: Final = re.compile(r"\b(?:zodat|waardoor|waarna)\b[^«“„\"]*\b(?:luidt|luiden)\b[^«“„\"]*$", re.IGNORECASE)
Uitkomst = tuple[tuple[Handeling, ...], list[Melding]]


def hecht(operaties: Sequence[Handeling], payload: Sequence[Node], bron: Bron) -> Uitkomst:
    """The operations with their new text, and what is wrong with it."""
    if len(operaties) == 1 and (apart := _aanhef_apart(operaties[0], payload)):
        return apart, []
    if payload and len(operaties) == 1 and isinstance(op := operaties[0], Vervang) and _zonder_term(op):
        return _per_begrip(op, payload, bron)
    vragers = [i for i, op in enumerate(operaties) if _vraagt(op)]
    if not vragers:
        return _zonder_vraag(operaties, payload, bron)
    if not payload:
        return tuple(operaties), [m for i in vragers if (m := _ontbreekt(operaties[i], bron))]
    porties = _verdeel([operaties[i] for i in vragers], payload)
    if porties is None:
        tekst = "De nieuwe teksten onder de opdracht passen in aantal niet bij wat de opdracht aankondigt."
        return tuple(operaties), [bron.melding(codes.AANTAL, tekst)]
    if len(operaties) == 1 and isinstance(enige := operaties[0], Vernummer):
        return _nieuwe_kop(enige, payload, bron)
    uit = list(operaties)
    meldingen: list[Melding] = []
    for i, portie in zip(vragers, porties, strict=True):
        uit[i], gevonden = hecht_een(_naast_onderdeel(uit[i], operaties, portie), portie, bron)
        meldingen.extend(gevonden)
    return tuple(uit), meldingen


def _naast_onderdeel(op: Handeling, operaties: Sequence[Handeling], portie: Sequence[Node]) -> Handeling:
    """ "… toegevoegd, onder vervanging van de punt achter onderdeel 3 door een puntkomma:" with "4. …": an item."""
    if not isinstance(op, VoegTekstToe) or op.soort or len(op.doel) != 1 or getoonde_soort(portie) != "lid":
        return op
    eerste = portie[0].kinderen[0] if portie[0].soort is Soort.LIJST else portie[0]
    for ander in operaties:
        plaats = ander.doel[0] if isinstance(ander, VervangLeesteken) and len(ander.doel) == 1 else None
        if plaats is None or plaats.laatste.soort != "onderdeel" or plaats.ouder != op.doel[0]:
            continue
        if volgende(plaats.laatste.nummer) == eerste.nummer:
            gedeeld = {naam: getattr(op, naam) for naam in ("doel", "onderdeel", "regeling", "spanne")}
            return VoegToe(soort="onderdeel", **gedeeld)
    return op


def _aanhef_apart(op: Handeling, payload: Sequence[Node]) -> tuple[Vervang, ...] | None:
    """ "Het tweede lid, aanhef en onderdeel a, komt te luiden:" with "2. … a. …": the text and the items apart."""
    if not isinstance(op, Vervang) or op.nieuw is not None or len(op.doel) < 2 or not payload:
        return None
    aanhef, delen = op.doel[0], op.doel[1:]
    if aanhef.laatste.soort != "aanhef" or any(p.ouder != aanhef.ouder for p in delen):
        return None
    nodes = (
        in_vorm(tuple(payload), aanhef.ouder.laatste.soort) if aanhef.ouder and len(payload) == 1 else tuple(payload)
    )
    if len(nodes) == 1 and aanhef.ouder and nodes[0].soort not in KAAL:
        if not _zelfde_element(aanhef.ouder, nodes):
            return None
        nodes = nodes[0].kinderen
    tekst = tuple(node for node in nodes if node.soort is Soort.AL)
    items = tuple(node for node in in_vorm(nodes, "onderdeel") if node.soort in ITEMS)
    if not tekst or len(tekst) + len(items) != len(in_vorm(nodes, "onderdeel")):
        return None
    if tuple(node.nummer for node in items) != doelnummers(delen):
        return None
    return replace(op, doel=(aanhef,), inhoud=tekst), replace(op, doel=delen, inhoud=items)


def _zonder_term(op: Vervang) -> bool:
    """ "De volgende begrippen komen te luiden:": the new texts say which ones."""
    return len(op.doel) == 1 and op.doel[0].laatste == Niveau("begrip")


def _per_begrip(op: Vervang, payload: Sequence[Node], bron: Bron) -> Uitkomst:
    nodes = in_vorm(tuple(payload), "begrip")
    termen = [term_van(node) for node in nodes]
    if not all(termen) or len(set(termen)) != len(termen):
        tekst = "Van de nieuwe begripsbepalingen blijkt niet steeds welk begrip zij omschrijven."
        return (op,), [bron.melding(codes.AANTAL, tekst, "Schrijf elke bepaling als “begrip: omschrijving”.")]
    ouder = op.doel[0].ouder
    uit = (
        replace(op, doel=(Plaats((*ouder.niveaus, Niveau("begrip", citaat=term))),), inhoud=(node,))
        for term, node in zip(termen, nodes, strict=True)
    )
    return tuple(uit), []


def _nieuwe_kop(op: Vernummer, payload: Sequence[Node], bron: Bron) -> Uitkomst:
    """F76: "Paragraaf 2.2.2 wordt als volgt vernummerd:" with the new heading line below it."""
    oud = op.van[0]
    kop = payload[0]
    if len(payload) != 1 or kop.soort != oud.laatste.soort or not kop.nummer or kop.kinderen:
        tekst = f"Onder de opdracht wordt alleen de nieuwe kop van {oud} verwacht."
        return (op,), [bron.melding(codes.AANTAL, tekst, "Geef onder de opdracht één regel: soort, nummer, opschrift.")]
    naar = Plaats((*oud.ouder.niveaus, Niveau(oud.laatste.soort, kop.nummer)))
    uit: list[Handeling] = [replace(op, naar=(naar,))]
    if kop.opschrift:
        opschrift = VervangOpschrift(
            doel=(naar,), inhoud=(kop,), onderdeel=op.onderdeel, regeling=op.regeling, spanne=op.spanne
        )
        uit.append(opschrift)
    return tuple(uit), []


def _vraagt(op: Handeling) -> bool:
    """True when the new text does not stand in the sentence itself."""
    match op:
        case VervangTekst() | VoegTekstIn():
            return not op.nieuw
        case Vervang() | VervangOpschrift() | VoegIn() | VoegToe() | VoegTekstToe():
            return op.nieuw is None
        case VervangRegeling():
            return True
        case Vernummer():
            return not op.naar
        case WijzigBedragen():
            return op.tot is None and op.met is None
        case _:
            return False


def _is_figuur(op: Vervang) -> bool:
    return all(plaats.laatste.soort == "figuur" for plaats in op.doel)


def _ontbreekt(op: Handeling, bron: Bron) -> Melding | None:
    if isinstance(op, WijzigBedragen) or (isinstance(op, Vervang) and _is_figuur(op)):
        return None
    hulp = "Vul de nieuwe tekst in, of zet haar onder de opdracht."
    return bron.melding(codes.GEEN_PAYLOAD, "De opdracht kondigt een nieuwe tekst aan, maar die ontbreekt.", hulp)


def _zonder_vraag(operaties: Sequence[Handeling], payload: Sequence[Node], bron: Bron) -> Uitkomst:
    if not payload:
        return tuple(operaties), []
    kader = operaties[0] if len(operaties) == 1 else None
    if isinstance(kader, Kader) and (rijen := lees_tabel(kader, payload)) is not None:
        return rijen, []
    if isinstance(kader, Kader) and len(kader.doel) == 1 and _zelfde_element(kader.doel[0], payload):
        nieuw = Vervang(
            doel=kader.doel,
            onderdeel=kader.onderdeel,
            regeling=kader.regeling,
            inhoud=tuple(payload),
            spanne=kader.spanne,
        )
        tekst = (
            'Na "wordt als volgt gewijzigd" volgt de hele nieuwe tekst; gelezen als "komt te luiden" (aanwijzing 6.9).'
        )
        return (nieuw,), [bron.melding(codes.UITGESLOTEN, tekst)]
    if isinstance(kader, Kader) and len(kader.doel) == 1 and _is_tekst_van(kader.doel[0], payload):
        nieuw = Vervang(
            doel=kader.doel,
            onderdeel=kader.onderdeel,
            regeling=kader.regeling,
            spanne=kader.spanne,
            voorwaarde=kader.voorwaarde,
        )
        gehecht, bij = hecht_element(nieuw, tuple(payload), bron)
        tekst = (
            f'Na "wordt als volgt gewijzigd" staat geen opdracht maar tekst; niet blijkt of die de hele nieuwe tekst '
            f"van {kader.doel[0]} is."
        )
        vraag = bron.melding(bijzonder.HELE_TEKST, tekst, "“Uitvoeren” leest haar als “komt te luiden:”.")
        return (gehecht,), [*bij, vraag]
    if (controle := _uitkomst(operaties, payload, bron)) is not None:
        return (*operaties, controle), []
    return tuple(operaties), [
        bron.melding(
            codes.PAYLOAD_ZONDER_OPDRACHT,
            "Onder de opdracht staat tekst waar zij niet om vraagt.",
            "Controleer de opdracht.",
        )
    ]


def _uitkomst(operaties: Sequence[Handeling], payload: Sequence[Node], bron: Bron) -> Vervang | None:
    """ "… wordt “a” ingevoegd, zodat de tekst luidt:": the text that must come out, as a condition after the change."""
    if not _LUIDT_DAN.search(bron.zin.plat) or not all(isinstance(op, _WOORDEN) for op in operaties):
        return None
    doelen = {op.doel for op in operaties if isinstance(op, _WOORDEN)}
    doel = next(iter(doelen))
    if len(doelen) != 1 or len(doel) != 1 or not (_zelfde_element(doel[0], payload) or _is_tekst_van(doel[0], payload)):
        return None
    tekst, eerste = " ".join(map(zichtbare_tekst, payload)), operaties[0]
    return Vervang(
        doel=doel, luidt=tekst, nieuw=tekst, onderdeel=eerste.onderdeel, regeling=eerste.regeling, spanne=eerste.spanne
    )


def _is_tekst_van(plaats: Plaats, payload: Sequence[Node]) -> bool:
    """Text or leden without a designation of their own below a frame of one article or lid."""
    soort, nummer = plaats.laatste.soort, plaats.laatste.nummer
    passend = KAAL | ({Soort.LID} if soort == "artikel" else set())
    return soort in {"artikel", "lid", "onderdeel"} and bool(nummer) and all(node.soort in passend for node in payload)


def _zelfde_element(plaats: Plaats, payload: Sequence[Node]) -> bool:
    return len(payload) == 1 and payload[0].soort == plaats.laatste.soort and payload[0].nummer == plaats.laatste.nummer


# --- which payload for which operation --------------------------------------------------------------------------


def _verdeel(operaties: Sequence[Handeling], payload: Sequence[Node]) -> list[tuple[Node, ...]] | None:
    """The payload split over the operations in order; None when the counts do not fit."""
    if len(operaties) == 1:
        return [tuple(payload)]
    koppen = [op for op in operaties if isinstance(op, VervangOpschrift)]
    if len(operaties) == 2 and len(koppen) == 1 and operaties[0].__class__ is Vervang:
        return [tuple(payload), tuple(payload)]
    aantallen = [aangekondigd_aantal(op) or 1 for op in operaties]
    if sum(aantallen) != len(payload):
        return None
    uit, begin = [], 0
    for aantal in aantallen:
        uit.append(tuple(payload[begin : begin + aantal]))
        begin += aantal
    return uit


def met_regeling(plaats: Plaats) -> bool:
    """True for the address of the regulation as a whole."""
    return plaats.niveaus == (Niveau("regeling"),)
