"""Reading and running the cases in ``gevallen/*.txt``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from amend.apply.uitvoeren import Uitvoering, voer_uit
from amend.model.address import Plaats
from amend.model.besluit import Zin
from amend.model.identity import geef_wids
from amend.model.operations import HANDELING, Handeling, VoegIn, VoegTekstIn
from amend.model.stap import Keuze, Stap
from amend.model.tree import Node
from tests.apply.bouw import bouw, payload, toon

MAP = Path(__file__).parent / "gevallen"
_SOORT = {naam: soort for soort, naam in HANDELING.items()}
_PLAATSEN = {"doel", "van", "naar"}


@dataclass(frozen=True)
class Geval:
    naam: str
    bestand: str
    root: Node
    stappen: tuple[Stap, ...]
    keuzes: tuple[Keuze, ...]
    na: str
    verslag: str


def operatie(gegeven: dict[str, Any], inhoud: str = "") -> Handeling:
    soort = _SOORT[gegeven.pop("handeling")]
    velden = {f.name for f in fields(soort)}
    waarden: dict[str, Any] = {}
    for sleutel, waarde in gegeven.items():
        sleutel = "in_" if sleutel == "in" else sleutel
        if (sleutel in _PLAATSEN and soort.__name__ != "Verplaats") or sleutel == "doel":
            waarde = tuple(map(Plaats.lees, waarde))
        elif sleutel in ("na", "voor", "in_", "naar") and soort is not VoegTekstIn:
            waarde = Plaats.lees(waarde)
        elif isinstance(waarde, list):
            waarde = tuple(waarde)
        waarden[sleutel] = waarde
    if inhoud:
        assert "inhoud" in velden
        waarden["inhoud"] = payload(inhoud)
    op = soort(**waarden)
    assert not isinstance(op, VoegIn) or op.na is None or isinstance(op.na, Plaats)
    return op  # type: ignore[return-value]


def stap(naam: str, tekst: str) -> Stap:
    ops: list[Handeling] = []
    inhoud: list[str] = []
    laatste: dict[str, Any] | None = None
    for regel in [*tekst.splitlines(), "{}"]:
        if regel.startswith("{"):
            if laatste is not None:
                ops.append(operatie(laatste, "\n".join(inhoud)))
            laatste, inhoud = json.loads(regel), []
        elif regel.startswith(">"):
            inhoud.append(regel[2:])
    return Stap("I", naam, Zin.van(f"onderdeel {naam}"), tuple(ops))


def _keuze(tekst: str) -> Keuze:
    onderdeel, code, keuze = tekst.split()[:3]
    return Keuze(onderdeel, code, keuze, "afgestemd met de opsteller", "jurist", date(2024, 1, 2))


def lees(pad: Path) -> Iterator[Geval]:
    voor = ""
    for blok in re.split(r"^=== ", pad.read_text(encoding="utf-8"), flags=re.M)[1:]:
        naam, _, rest = blok.partition("\n")
        delen: dict[str, str] = {}
        for deel in re.split(r"^--- ", rest, flags=re.M)[1:]:
            kop, _, tekst = deel.partition("\n")
            delen[kop.strip()] = tekst.rstrip("\n")
        voor = delen.get("voor", voor)
        yield Geval(
            naam.strip(),
            pad.stem,
            geef_wids(bouw(voor), "gm_1"),
            tuple(stap(kop.removeprefix("stap "), tekst) for kop, tekst in delen.items() if kop.startswith("stap")),
            tuple(_keuze(kop.removeprefix("keuze ")) for kop in delen if kop.startswith("keuze")),
            delen.get("na", ""),
            delen.get("verslag", ""),
        )


def alle() -> list[Geval]:
    return [geval for pad in sorted(MAP.glob("*.txt")) for geval in lees(pad)]


def voer(geval: Geval) -> Uitvoering:
    return voer_uit(geval.root, geval.stappen, "b1", "gm_2", geval.keuzes)


def verslag(uit: Uitvoering) -> str:
    regels: list[str] = []
    for v in uit.verslag:
        regels.append(f"{v.stap.naam} {v.status.name}" + (f" ({v.hangt_af_van})" if v.hangt_af_van else ""))
        for m in v.meldingen:
            regels.append(f"  {m.code} {m.tekst}")
            if m.hulp:
                regels.append(f"     → {m.hulp}")
    return "\n".join(regels)


def verschil(geval: Geval, uit: Uitvoering) -> str:
    """The text afterwards: only the articles and annexes that changed, or "gelijk"."""
    if uit.root is geval.root:
        return "gelijk"
    voor, na = _stukken(toon(geval.root)), _stukken(toon(uit.root))
    return "\n".join(stuk for stuk in na if stuk not in voor) or "\n".join(na)


def _stukken(tekst: str) -> list[str]:
    return re.split(r"\n(?=[A-Z][a-z]+ [\w:.]+(?: \||$| \[))", tekst, flags=re.M)
