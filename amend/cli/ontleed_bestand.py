"""``amend ontleed BESTAND``: what a decision does. Apart from the sentences, which need no reader of files."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from amend import pipeline
from amend.cli.basis import schrijf_uit
from amend.cli.omschrijf import handeling, omschrijf
from amend.cli.toon import tabel, toon_meldingen
from amend.model.melding import Melding
from amend.model.stap import OntleedBesluit, Woordsoort
from amend.read.bestand import Bestand
from amend.write.json_form import als_json as vorm
from amend.write.json_form import regel


def ontleed_bestand(pad: Path, als_json: bool, uitvoer: Path | None) -> int:
    """Print what each part of the decision does, what is unclear, and the account of its words; the exit status."""
    gelezen, meldingen = _open(pad)
    if gelezen is None:
        toon_meldingen(meldingen)
        return 1
    besluit, bij_lezen = pipeline.lees_besluit(gelezen, pad.stem if str(pad) != "-" else "invoer")
    meldingen = (*meldingen, *bij_lezen)
    naam = str(pad)
    if besluit is None:
        toon_meldingen((m.bij(bestand=naam) for m in meldingen), {naam: gelezen.tekst})
        return 1
    uitkomst = pipeline.ontleed(besluit)
    bij_stappen = (m.bij(stap.naam) for stap in uitkomst.stappen for m in stap.meldingen)
    meldingen = tuple(dict.fromkeys((*meldingen, *uitkomst.meldingen, *bij_stappen)))
    if als_json:
        schrijf_uit(b"\n".join(_json(uitkomst, meldingen)), uitvoer)
    else:
        schrijf_uit(_overzicht(uitkomst).encode(), uitvoer)
    toon_meldingen((m.bij(bestand=naam) for m in meldingen), {naam: gelezen.tekst})
    return int(any(m.ernst == "fout" for m in meldingen))


def _open(pad: Path) -> tuple[Bestand | None, tuple[Melding, ...]]:
    if str(pad) == "-":
        return pipeline.open_bytes(sys.stdin.buffer.read())
    return pipeline.open_bestand(pad)


def _json(uitkomst: OntleedBesluit, meldingen: tuple[Melding, ...]) -> list[bytes]:
    operaties = [op for stap in uitkomst.stappen for op in stap.bewerkingen]
    return [regel(iets) for iets in (*operaties, *uitkomst.clausules, *meldingen)]


def _overzicht(uitkomst: OntleedBesluit) -> str:
    rijen: list[tuple[str, str, str, str]] = []
    for stap in uitkomst.stappen:
        plek = stap.zin.plek(0, len(stap.zin.plat))
        waar = f"r. {plek.regel}" if plek else ""
        for op in stap.bewerkingen or (None,):
            wat = (handeling(vorm(op)), omschrijf(vorm(op))) if op else ("niet begrepen", stap.zin.plat)
            rijen.append((stap.naam, waar, *wat))
    rijen.extend((c.onderdeel or "", "", handeling(vorm(c)), omschrijf(vorm(c))) for c in uitkomst.clausules)
    meta = uitkomst.besluit.meta
    kop = f"{meta.titel or meta.id}{' (FICTIEF)' if meta.fictief else ''}"
    return "\n".join((kop, "", tabel(("deel", "plaats", "handeling", "wat"), rijen), "", _verantwoording(uitkomst)))


def _verantwoording(uitkomst: OntleedBesluit) -> str:
    tel: Counter[Woordsoort] = Counter(dict(uitkomst.woorden))
    totaal = sum(tel.values()) or 1
    regels = [f"Van de {totaal} woorden van het besluit:"]
    regels.extend(f"  {soort.value:<36}{tel[soort]:>7}  {100 * tel[soort] / totaal:5.1f} %" for soort in Woordsoort)
    return "\n".join(regels)
