"""Amounts given as a list or a table, without the old ones (F94, F96). Nothing is ever computed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from amend.apply import codes
from amend.apply.begrip import norm
from amend.apply.bind import bind
from amend.apply.bind_tabel import celtekst
from amend.apply.blokken import Blok, blokken, met_runs, runs_van
from amend.apply.kiezen import Kandidaat, kop_van
from amend.apply.payload import erf, nieuwe
from amend.apply.werk import Werk, zeg
from amend.model.address import Plaats
from amend.model.operations import WijzigBedragen
from amend.model.tree import Node, Pad, Run, Soort, loop, marks_op, platte_tekst, vervang_tekens

_BEDRAG: Final = re.compile(r"(?:€|EUR|ƒ|\bf)\s?\d+(?:\.\d{3})*(?:,(?:\d+|[-–—]+))?")
_PERCENTAGE: Final = re.compile(r"\d+(?:,\d+)?\s?%")


@dataclass(frozen=True, slots=True)
class _Bedrag:
    """An amount in a text block: its span."""

    blok: Blok
    start: int
    eind: int

    @property
    def tekst(self) -> str:
        """The amount as printed."""
        return self.blok.tekst[self.start : self.eind]


def wijzig_bedragen(werk: Werk, op: WijzigBedragen) -> None:
    """Replace a table by the table given, or the amounts in their order by those given (after a question)."""
    tabellen = [node for node in op.inhoud if node.soort is Soort.TABEL]
    if tabellen and len(tabellen) == len(op.inhoud) and len(op.doel) == 1:
        _tabel(werk, op, tabellen)
        return
    nieuw = _lijst(op)
    if op.met is not None or op.richting in ("verhoogd", "verlaagd") or not nieuw or not op.doel:
        _niet_uitrekenen(werk, op)
    oud = [b for plaats in op.doel for plek in bind(werk, plaats) for b in _bedragen(blokken(werk, plek), op.welk)]
    if len(oud) != len(nieuw):
        werk.weiger(
            codes.AANTAL,
            f"de instructie geeft {len(nieuw)} bedragen, maar in {_waar(op)} staan er {len(oud)}"
            f"{': ' + ', '.join(b.tekst for b in oud[:8]) if oud else ''}.",
            "Noem bij elk nieuw bedrag het oude: “… wordt vervangen door …”.",
        )
    paren = "; ".join(f"{b.tekst} wordt {n}" for b, n in zip(oud, nieuw, strict=True))
    werk.vraag(
        codes.BEDRAGEN_OP_VOLGORDE,
        f"de nieuwe bedragen in {_waar(op)} zijn alleen naar volgorde te koppelen: {paren}.",
        "“Uitvoeren” als deze koppeling klopt.",
    )
    for bedrag, tekst in sorted(zip(oud, nieuw, strict=True), key=lambda p: (p[0].blok.pad, p[0].start), reverse=True):
        node = werk.node(bedrag.blok.pad)
        runs = runs_van(node, bedrag.blok.kop)
        inzet = (Run(tekst, marks_op(runs, bedrag.start), werk.oorsprong),)
        werk.zet(
            bedrag.blok.pad,
            met_runs(node, bedrag.blok.kop, vervang_tekens(runs, bedrag.start, bedrag.eind, inzet)),
        )


def _waar(op: WijzigBedragen) -> str:
    return ", ".join(map(zeg, op.doel)) or "de regeling"


def _niet_uitrekenen(werk: Werk, op: WijzigBedragen) -> None:
    werk.weiger(
        codes.BEDRAGEN,
        f"de nieuwe bedragen in {_waar(op)} volgen uit een rekenregel of lijst en worden niet uitgerekend.",
        "Leg de nieuwe bedragen vast als “… wordt vervangen door …”, of kies “overslaan”.",
    )


def _patroon(welk: str | None) -> re.Pattern[str]:
    return _PERCENTAGE if welk == "percentage" else _BEDRAG


def _lijst(op: WijzigBedragen) -> list[str]:
    """The new amounts, when the text holds nothing else but separators."""
    patroon = _patroon(op.welk)
    tekst = op.tot or ""
    rest = re.sub(r"\b(?:en|respectievelijk|onderscheidenlijk|achtereenvolgens)\b|[;,.\s]", "", patroon.sub("", tekst))
    return [] if rest else [treffer[0].strip() for treffer in patroon.finditer(tekst)]


def _bedragen(velden: Sequence[Blok], welk: str | None) -> list[_Bedrag]:
    return [_Bedrag(blok, m.start(), m.end()) for blok in velden for m in _patroon(welk).finditer(blok.tekst)]


def _tabel(werk: Werk, op: WijzigBedragen, tabellen: Sequence[Node]) -> None:
    """F94: "De bedragen in schaal A worden gewijzigd in:" and a table: the table of that name."""
    plaats = op.doel[0]
    gevonden = _op_naam(werk, plaats) if plaats.laatste.citaat else _binnen(werk, plaats)
    if len(gevonden) != 1 or len(tabellen) != 1:
        code = codes.DOEL_ONTBREEKT if not gevonden else codes.DOEL_DUBBEL
        namen = ", ".join(f"“{naam}”" for naam in dict.fromkeys(_namen(werk)) if naam)
        aantal = "geen tabel" if not gevonden else f"{len(gevonden)} tabellen"
        werk.weiger(code, f"bij {zeg(plaats)} hoort {aantal}.", f"De tabellen heten: {namen}." if namen else None)
    pad, oud = gevonden[0]
    nieuw = nieuwe(werk, tabellen, None)[0]
    if _kopregel(oud) != _kopregel(nieuw):
        werk.weiger(
            codes.TABEL,
            f"de kolommen van de nieuwe tabel zijn niet die van de tabel bij {zeg(plaats)}.",
            f"Nu: {' | '.join(_kopregel(oud))}. Schrijf “De tabel … komt te luiden:” als de hele tabel wijzigt.",
        )
    werk.zet(pad, erf(oud, nieuw))


def _kopregel(tabel: Node) -> tuple[str, ...]:
    rijen = [kind for kind in tabel.kinderen if kind.soort is Soort.RIJ]
    return tuple(norm(celtekst(cel)) for cel in rijen[0].kinderen) if rijen else ()


def _binnen(werk: Werk, plaats: Plaats) -> list[Kandidaat]:
    return [
        (pad, node)
        for plek in bind(werk, plaats)
        for pad, node in loop(werk.node(plek.pad), plek.pad)
        if node.soort is Soort.TABEL
    ]


def _op_naam(werk: Werk, plaats: Plaats) -> list[Kandidaat]:
    """The tables with this caption, or directly below this line, or alone in the annex of this name."""
    gezocht = norm(plaats.laatste.citaat)
    tabellen = [(pad, node) for pad, node in loop(werk.root) if node.soort is Soort.TABEL]
    raak = [(pad, node) for pad, node in tabellen if norm(_naam(werk, pad, node)) == gezocht]
    if raak:
        return raak
    houders = [pad for pad, node in loop(werk.root) if node.opschrift and norm(kop_van(node)) == gezocht]
    return [(pad, node) for pad, node in tabellen if any(pad[: len(houder)] == houder for houder in houders)]


def _naam(werk: Werk, pad: Pad, tabel: Node) -> str:
    if tabel.opschrift:
        return kop_van(tabel)
    if not pad[-1]:
        return ""
    boven = werk.node((*pad[:-1], pad[-1] - 1))
    return platte_tekst(boven.tekst) if boven.soort in (Soort.AL, Soort.TUSSENKOP) else ""


def _namen(werk: Werk) -> list[str]:
    return [" ".join(_naam(werk, pad, n).split())[:60] for pad, n in loop(werk.root) if n.soort is Soort.TABEL]
