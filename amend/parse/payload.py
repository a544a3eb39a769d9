"""The new text under an instruction → the operations that ask for it, with checks of number and count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.model.besluit import Zin
from amend.model.melding import Code, Melding
from amend.model.numbering import reeks, volgende
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
from amend.model.tree import ITEMS, Node, Soort, platte_tekst, zichtbare_tekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.was_wordt import lees_tabel

_Element = Vervang | VoegIn | VoegToe
_KAAL: Final = frozenset({Soort.AL, Soort.LIJST, Soort.TABEL, Soort.TUSSENKOP, Soort.FRAGMENT})
_GENUMMERD: Final = frozenset(
    {
        "artikel",
        "lid",
        "onderdeel",
        "hoofdstuk",
        "afdeling",
        "paragraaf",
        "titel",
        "deel",
        "boek",
        "bijlage",
        "subparagraaf",
    }
)
_WOORDEN = VervangTekst | VoegTekstIn | VoegTekstToe | VerwijderTekst
_LUIDT_DAN: Final = re.compile(r"\b(?:zodat|waardoor|waarna)\b[^«“„\"]*\b(?:luidt|luiden)\b[^«“„\"]*$", re.IGNORECASE)
Uitkomst = tuple[tuple[Handeling, ...], list[Melding]]


@dataclass(frozen=True, slots=True)
class Bron:
    """The instruction that the payload belongs to, for the place of findings."""

    zin: Zin
    onderdeel: str

    def melding(self, code: Code, tekst: str, hulp: str | None = None) -> Melding:
        """A finding about the whole instruction."""
        return code.melding(tekst, self.zin.plek(0, len(self.zin.plat)), hulp).bij(onderdeel=self.onderdeel)


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
        uit[i], gevonden = _hecht_een(_naast_onderdeel(uit[i], operaties, portie), portie, bron)
        meldingen.extend(gevonden)
    return tuple(uit), meldingen


def _naast_onderdeel(op: Handeling, operaties: Sequence[Handeling], portie: Sequence[Node]) -> Handeling:
    """ "… toegevoegd, onder vervanging van de punt achter onderdeel 3 door een puntkomma:" with "4. …": an item."""
    if not isinstance(op, VoegTekstToe) or op.soort or len(op.doel) != 1 or _getoonde_soort(portie) != "lid":
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
    nodes = _vorm(tuple(payload), aanhef.ouder.laatste.soort) if aanhef.ouder and len(payload) == 1 else tuple(payload)
    if len(nodes) == 1 and aanhef.ouder and nodes[0].soort not in _KAAL:
        if not _zelfde_element(aanhef.ouder, nodes):
            return None
        nodes = nodes[0].kinderen
    tekst = tuple(node for node in nodes if node.soort is Soort.AL)
    items = tuple(node for node in _vorm(nodes, "onderdeel") if node.soort in ITEMS)
    if not tekst or len(tekst) + len(items) != len(_vorm(nodes, "onderdeel")):
        return None
    if tuple(node.nummer for node in items) != _doelnummers(delen):
        return None
    return replace(op, doel=(aanhef,), inhoud=tekst), replace(op, doel=delen, inhoud=items)


def _zonder_term(op: Vervang) -> bool:
    """ "De volgende begrippen komen te luiden:": the new texts say which ones."""
    return len(op.doel) == 1 and op.doel[0].laatste == Niveau("begrip")


def _per_begrip(op: Vervang, payload: Sequence[Node], bron: Bron) -> Uitkomst:
    nodes = _vorm(tuple(payload), "begrip")
    termen = [_term(node) for node in nodes]
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
        gehecht, bij = _element(nieuw, tuple(payload), bron)
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
    passend = _KAAL | ({Soort.LID} if soort == "artikel" else set())
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
    aantallen = [_aantal(op) or 1 for op in operaties]
    if sum(aantallen) != len(payload):
        return None
    uit, begin = [], 0
    for aantal in aantallen:
        uit.append(tuple(payload[begin : begin + aantal]))
        begin += aantal
    return uit


def _aantal(op: Handeling) -> int | None:
    """How many elements the operation announces; None when it does not say."""
    if isinstance(op, Vervang):
        if op.aantal or op.nummer or op.meer:
            return op.aantal or len(op.nummer) or None
        nummers = _doelnummers(op.doel)
        return len(nummers) if nummers else None
    if isinstance(op, VoegIn | VoegToe | VoegTekstToe):
        return op.aantal or (len(op.nummer) if isinstance(op, VoegIn | VoegToe) and op.nummer else None)
    return None


def _doelnummers(doel: Sequence[Plaats]) -> tuple[str, ...] | None:
    """The numbers of the targets, ranges counted out where that is certain."""
    uit: list[str] = []
    for plaats in doel:
        laatste = plaats.laatste
        if laatste.soort not in _GENUMMERD or laatste.nummer in {"", "laatste", "voorlaatste"} or laatste.geteld:
            return None
        geteld = reeks(laatste.nummer, laatste.tot) if laatste.tot else (laatste.nummer,)
        if geteld is None:
            return None
        uit.extend(geteld)
    return tuple(uit)


# --- one operation ----------------------------------------------------------------------------------------------


def _hecht_een(op: Handeling, portie: tuple[Node, ...], bron: Bron) -> tuple[Handeling, list[Melding]]:
    match op:
        case VervangTekst() | VoegTekstIn():
            return _woorden(op, portie, bron)
        case Vervang() | VoegIn() | VoegToe():
            return _element(op, portie, bron)
        case VoegTekstToe() if not op.soort and (soort := _getoonde_soort(portie)):
            als = VoegToe(doel=op.doel, soort=soort, onderdeel=op.onderdeel, regeling=op.regeling, spanne=op.spanne)
            return _element(als, portie, bron)
        case VervangOpschrift() | VoegTekstToe() | VervangRegeling():
            return replace(op, inhoud=portie), []
        case WijzigBedragen():
            tot = "; ".join(platte_tekst(node.tekst) for node in portie if node.tekst) or None
            return replace(op, tot=tot, inhoud=portie), []
        case _:
            return op, []


def _getoonde_soort(portie: Sequence[Node]) -> str:
    """ "Aan artikel 3 wordt toegevoegd:" and an element with its own designation: what kind it is; "" for text."""
    nodes = [kind for node in portie for kind in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    soorten = {node.soort.value for node in nodes}
    return soorten.pop() if len(soorten) == 1 and all(node.nummer for node in nodes) else ""


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


def _element(op: _Element, portie: tuple[Node, ...], bron: Bron) -> tuple[Handeling, list[Melding]]:
    soort, verwacht = _soort_en_nummers(op)
    nodes = _vorm(portie, soort)
    if isinstance(op, VoegIn | VoegToe) and op.aantal == 1 and re.search(r"\been\s+opsomming\b", bron.zin.plat, re.I):
        op = replace(op, aantal=None)  # a list is as many items as follow
    if isinstance(op, VoegIn | VoegToe) and op.afgeleid and (getoond := _nummers(nodes, soort)):
        op, verwacht = replace(op, nummer=getoond), getoond
    meldingen: list[Melding] = []
    if isinstance(op, Vervang) and op.meer and verwacht and _ander_aantal(soort, verwacht, nodes):
        verwacht = None
    if soort in _GENUMMERD and verwacht and len(verwacht) == 1 and nodes and all(n.soort in _KAAL for n in nodes):
        if _begint_met_nummer(nodes[0], verwacht[0]):
            return replace(op, inhoud=nodes), meldingen
        nodes = (_ingepakt(soort, verwacht[0], nodes),)
        tekst = f"De nieuwe tekst begint niet met haar nummer; gelezen als {soort} {verwacht[0]} (aanwijzing 6.9)."
        meldingen.append(bron.melding(codes.GEEN_NUMMER, tekst))
    meldingen.extend(_controle(op, soort, verwacht, nodes, bron))
    if isinstance(op, VoegIn | VoegToe) and not op.nummer:
        op = replace(op, nummer=_nummers(nodes, soort))
    if isinstance(op, Vervang) and op.meer and verwacht is None and len(nodes) > 1:
        op = replace(op, aantal=len(nodes))
    return replace(op, inhoud=nodes), meldingen


def _ander_aantal(soort: str, verwacht: Sequence[str], nodes: Sequence[Node]) -> bool:
    """F08: "wordt vervangen door:" announces no count: one element may become several of its kind."""
    return len(nodes) not in (0, len(verwacht)) and all(node.soort == soort and node.nummer for node in nodes)


def _soort_en_nummers(op: _Element) -> tuple[str, tuple[str, ...] | None]:
    if isinstance(op, Vervang):
        soort = op.doel[0].laatste.soort if op.doel else ""
        if op.nummer or op.aantal:
            return soort, op.nummer or None
        return soort, _doelnummers(op.doel)
    return op.soort, op.nummer or None


def _vorm(portie: tuple[Node, ...], soort: str) -> tuple[Node, ...]:
    """The payload in the kind of its target: numbered lines are leden or onderdelen as the target says."""
    if soort == "lid" and len(portie) == 1 and portie[0].soort is Soort.LIJST:
        return tuple(replace(kind, soort=Soort.LID) for kind in portie[0].kinderen)
    if soort == "onderdeel":
        nodes = [kind for node in portie for kind in (node.kinderen if node.soort is Soort.LIJST else (node,))]
        return tuple(replace(n, soort=Soort.ONDERDEEL) if n.soort is Soort.LID else n for n in nodes)
    if soort == "begrip":
        return tuple(kind for node in portie for kind in (node.kinderen if node.soort is Soort.LIJST else (node,)))
    if soort == "rij":
        return tuple(kind for node in portie for kind in (node.kinderen if node.soort is Soort.TABEL else (node,)))
    return portie


def _begint_met_nummer(node: Node, nummer: str) -> bool:
    """True for "2.1 Het tarief …": a line that is numbered in its text (tables of rates)."""
    return "." in nummer and re.match(rf"{re.escape(nummer)}\.?\s", platte_tekst(node.tekst)) is not None


def _ingepakt(soort: str, nummer: str, nodes: tuple[Node, ...]) -> Node:
    label = {"artikel": "Artikel", "bijlage": "Bijlage"}.get(soort, "")
    aanduiding = nummer if label else f"{nummer}."
    return Node(Soort(soort), nummer=nummer, label=label, aanduiding=aanduiding, kinderen=nodes)


def _nummers(nodes: Sequence[Node], soort: str) -> tuple[str, ...]:
    if soort == "begrip":
        return tuple(filter(None, (_term(node) for node in nodes)))
    return tuple(node.nummer for node in nodes if node.soort == soort and node.nummer)


def _term(node: Node) -> str:
    """The defined term of an item: the words before its colon."""
    if node.soort not in ITEMS and node.soort is not Soort.AL:
        return ""
    tekst = platte_tekst(node.tekst) or next((platte_tekst(k.tekst) for k in node.kinderen if k.tekst), "")
    term, dubbele_punt, _ = tekst.partition(":")
    return term.strip(' *"“”‘’') if dubbele_punt and len(term) < 120 else ""


def _controle(
    op: _Element, soort: str, verwacht: tuple[str, ...] | None, nodes: Sequence[Node], bron: Bron
) -> list[Melding]:
    """Announced numbers and counts against what is there."""
    gevonden = tuple(node.nummer for node in nodes if node.soort == soort)
    if soort not in _GENUMMERD or not gevonden:
        return []
    aantal = _aantal(op)
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


def met_regeling(plaats: Plaats) -> bool:
    """True for the address of the regulation as a whole."""
    return plaats.niveaus == (Niveau("regeling"),)
