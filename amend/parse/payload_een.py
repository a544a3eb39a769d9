"""The new text of one operation: words, or an element in the kind of its target, with its number and count checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from amend.model.melding import Melding
from amend.model.operations import (
    Handeling,
    Vervang,
    VervangOpschrift,
    VervangRegeling,
    VervangTekst,
    VoegIn,
    VoegTekstIn,
    VoegTekstToe,
    VoegToe,
    WijzigBedragen,
)
from amend.model.tree import Node, Soort, platte_tekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.payload_vorm import (
    GENUMMERD,
    KAAL,
    Bron,
    Element,
    aangekondigd_aantal,
    begint_met_nummer,
    doelnummers,
    getoonde_soort,
    in_vorm,
    ingepakt,
    nummers_van,
)


def hecht_een(op: Handeling, portie: tuple[Node, ...], bron: Bron) -> tuple[Handeling, list[Melding]]:
    """The operation with its share of the new text, and what is wrong with that."""
    match op:
        case VervangTekst() | VoegTekstIn():
            return _woorden(op, portie, bron)
        case Vervang() | VoegIn() | VoegToe():
            return hecht_element(op, portie, bron)
        case VoegTekstToe() if not op.soort and (soort := getoonde_soort(portie)):
            als = VoegToe(doel=op.doel, soort=soort, onderdeel=op.onderdeel, regeling=op.regeling, spanne=op.spanne)
            return hecht_element(als, portie, bron)
        case VervangOpschrift() | VoegTekstToe() | VervangRegeling():
            return replace(op, inhoud=portie), []
        case WijzigBedragen():
            tot = "; ".join(platte_tekst(node.tekst) for node in portie if node.tekst) or None
            return replace(op, tot=tot, inhoud=portie), []
        case _:
            return op, []


def _woorden(op: VervangTekst | VoegTekstIn, portie: tuple[Node, ...], bron: Bron) -> tuple[Handeling, list[Melding]]:
    if len(portie) == 1 and portie[0].soort is Soort.AL:
        return _een_tekst(op, platte_tekst(portie[0].tekst).strip(), bron)
    return op, [bron.melding(codes.AANTAL, "Als nieuwe woorden wordt één stuk tekst verwacht.")]


_AANGEHAALD: Final = re.compile(r"[“\"«‘„'](?P<tekst>[^“”«»„]*)[”\"»’“'][.;]?", re.S)


def _een_tekst(op: VervangTekst | VoegTekstIn, tekst: str, bron: Bron) -> tuple[Handeling, list[Melding]]:
    """G8: the stop after words on a line of their own closes the instruction, unless the old words end in one."""
    if treffer := _AANGEHAALD.fullmatch(tekst):
        return replace(op, nieuw=treffer["tekst"].strip()), []
    tekst = tekst.strip('“”"«»‘’').strip()
    if not tekst.endswith(".") or tekst.endswith("..."):
        return replace(op, nieuw=tekst), []
    if isinstance(op, VervangTekst) and op.oud.rstrip().endswith("."):
        vraag = f"Niet blijkt of de punt na “{tekst[:-1][-40:]}” bij de nieuwe tekst hoort of de opdracht sluit."
        hulp = "“Uitvoeren” als de nieuwe tekst zelf op een punt eindigt."
        return replace(op, nieuw=tekst), [bron.melding(bijzonder.HELE_ZIN, vraag, hulp)]
    return replace(op, nieuw=tekst[:-1].rstrip()), []


def hecht_element(op: Element, portie: tuple[Node, ...], bron: Bron) -> tuple[Handeling, list[Melding]]:
    """The operation with new elements in the kind of its target; numbers and count are checked."""
    soort, verwacht = _soort_en_nummers(op)
    nodes = in_vorm(portie, soort)
    if isinstance(op, VoegIn | VoegToe) and op.aantal == 1 and re.search(r"\been\s+opsomming\b", bron.zin.plat, re.I):
        op = replace(op, aantal=None)  # a list is as many items as follow
    if isinstance(op, VoegIn | VoegToe) and op.afgeleid and (getoond := nummers_van(nodes, soort)):
        op, verwacht = replace(op, nummer=getoond), getoond
    meldingen: list[Melding] = []
    if isinstance(op, Vervang) and op.meer and verwacht and _ander_aantal(soort, verwacht, nodes):
        verwacht = None
    if soort in GENUMMERD and verwacht and len(verwacht) == 1 and nodes and all(n.soort in KAAL for n in nodes):
        if begint_met_nummer(nodes[0], verwacht[0]):
            return replace(op, inhoud=nodes), meldingen
        nodes = (ingepakt(soort, verwacht[0], nodes),)
        tekst = f"De nieuwe tekst begint niet met haar nummer; gelezen als {soort} {verwacht[0]} (aanwijzing 6.9)."
        meldingen.append(bron.melding(codes.GEEN_NUMMER, tekst))
    meldingen.extend(_controle(op, soort, verwacht, nodes, bron))
    if isinstance(op, VoegIn | VoegToe) and not op.nummer:
        op = replace(op, nummer=nummers_van(nodes, soort))
    if isinstance(op, Vervang) and op.meer and verwacht is None and len(nodes) > 1:
        op = replace(op, aantal=len(nodes))
    return replace(op, inhoud=nodes), meldingen


def _ander_aantal(soort: str, verwacht: Sequence[str], nodes: Sequence[Node]) -> bool:
    """F08: "wordt vervangen door:" announces no count: one element may become several of its kind."""
    return len(nodes) not in (0, len(verwacht)) and all(node.soort == soort and node.nummer for node in nodes)


def _soort_en_nummers(op: Element) -> tuple[str, tuple[str, ...] | None]:
    if isinstance(op, Vervang):
        soort = op.doel[0].laatste.soort if op.doel else ""
        if op.nummer or op.aantal:
            return soort, op.nummer or None
        return soort, doelnummers(op.doel)
    return op.soort, op.nummer or None


def _controle(
    op: Element, soort: str, verwacht: tuple[str, ...] | None, nodes: Sequence[Node], bron: Bron
) -> list[Melding]:
    """Announced numbers and counts against what is there."""
    gevonden = tuple(node.nummer for node in nodes if node.soort == soort)
    if soort not in GENUMMERD or not gevonden:
        return []
    aantal = aangekondigd_aantal(op)
    if aantal is not None and aantal != len(gevonden):
        tekst = f"Aangekondigd: {aantal} keer {soort}; de nieuwe tekst telt er {len(gevonden)}."
        return [bron.melding(codes.AANTAL, tekst)]
    if not verwacht or verwacht == gevonden:
        return []
    genoemd, gekregen = ", ".join(verwacht), ", ".join(gevonden)
    if [_norm(n) for n in verwacht] == [_norm(n) for n in gevonden]:
        tekst = f"Het nummer in de nieuwe tekst ({gekregen}) is anders geschreven dan aangekondigd ({genoemd})."
        return [bron.melding(codes.NUMMER_SPATIE, tekst)]
    tekst = f"De opdracht noemt {soort} {genoemd}, maar de nieuwe tekst draagt nummer {gekregen}."
    return [bron.melding(codes.NUMMER, tekst, "Verbeter de opdracht of het nummer van de nieuwe tekst.")]


def _norm(nummer: str) -> str:
    return nummer.replace(" ", "").rstrip("°").lower()
