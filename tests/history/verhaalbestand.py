"""Histories as files that a jurist can read: a regulation, decisions with their dates, questions with their answers.

Blocks begin with ``=== ``: ``regeling``, ``besluit``, ``keuze``, ``elders``, ``doelen``, ``vragen``, ``bevinding``,
``meldingen``. What stands behind the name of a block are its data (``bekend 2024-01-05``). A table has a row of
headings; these say what is asked and what must come out, so a file may have any columns of: geldig op, bekend op, in
werking op, weergave, besluiten, art. N (its text, or – when it is not there), volledig, van, t/m, code, kop, koop. A
line that begins with # explains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from amend.history.geschiedenis import Geschiedenis
from amend.model.regeling import Regeling
from amend.model.stap import Keuze, OntleedBesluit
from amend.parse.besluit import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst

Tabel = list[dict[str, str]]
MAP = Path(__file__).parent / "verhalen"
_DATUMS = {"bekend": "bekend", "in-werking": "inwerkingtreding", "vastgesteld": "vastgesteld", "tk": "terugwerkend"}


@dataclass(slots=True)
class Verhaal:
    """A file: its history and the tables that it must answer."""

    naam: str
    regeling: Regeling | None = None
    besluiten: list[OntleedBesluit] = field(default_factory=list)
    keuzes: list[tuple[str, Keuze]] = field(default_factory=list)
    elders: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)
    tabellen: dict[str, Tabel] = field(default_factory=dict)
    meldingen: list[str] = field(default_factory=list)
    bevindingen: list[tuple[str, str, list[str]]] = field(default_factory=list)

    @property
    def historie(self) -> Geschiedenis:
        """The history that the file tells."""
        assert self.regeling is not None
        return Geschiedenis(self.regeling, self.besluiten, self.keuzes, elders=self.elders)


def verhalen() -> list[Verhaal]:
    """All files, by name."""
    return [lees(pad) for pad in sorted(MAP.glob("*.txt"))]


def lees(pad: Path) -> Verhaal:
    """One file."""
    verhaal = Verhaal(pad.stem)
    zonder_uitleg = re.sub(r"^# .*\n", "", pad.read_text(encoding="utf-8"), flags=re.M)
    for blok in re.split(r"^=== ", zonder_uitleg, flags=re.M)[1:]:
        kop, _, tekst = blok.partition("\n")
        _BLOK[kop.split()[0]](verhaal, kop, tekst.strip())
    return verhaal


def _gegevens(kop: str) -> dict[str, str]:
    """ "besluit w1 bekend 2024-01-05 titel Wijziging X" → name, and data by their word."""
    woorden = re.split(r"\s+(?=(?:bekend|in-werking|vastgesteld|tk|blad|titel|orgaan|rectificeert|ontvangen)\s)", kop)
    uit = {"naam": woorden[0].split(maxsplit=1)[1] if " " in woorden[0] else ""}
    return uit | {w.split(maxsplit=1)[0]: w.split(maxsplit=1)[1] for w in woorden[1:]}


def _datums(gegevens: dict[str, str]) -> dict[str, date]:
    return {veld: date.fromisoformat(gegevens[naam]) for naam, veld in _DATUMS.items() if naam in gegevens}


def _regeling(verhaal: Verhaal, kop: str, tekst: str) -> None:
    gelezen, _ = lees_regeling_tekst(tekst, "tariefregeling")
    assert gelezen is not None
    velden = _datums(_gegevens(kop))
    meta = replace(gelezen.meta, id="tariefregeling", citeertitel="Tariefregeling")
    verhaal.regeling = replace(gelezen, meta=replace(meta, **velden))  # type: ignore[arg-type]


def _besluit(verhaal: Verhaal, kop: str, tekst: str) -> None:
    gegevens = _gegevens(kop)
    id = gegevens["naam"]
    instructies, _, slot = tekst.partition("--- slot")
    titel = gegevens.get("titel", f"Fictief besluit {id}")
    orgaan = gegevens.get("orgaan", "De raad van de gemeente Voorbeeld")
    wijziging = f"Artikel I\n\nDe Tariefregeling wordt als volgt gewijzigd:\n\n{instructies.strip()}\n\n"
    nummer = "II" if instructies.strip() else "1"
    kern = wijziging if instructies.strip() else ""
    heel = f"{titel}\n\n{orgaan};\n\nbesluit:\n\n{kern}Artikel {nummer}\n\n{slot.strip()}\n"
    gelezen, _ = lees_besluit_tekst(heel, id)
    assert gelezen is not None
    meta = replace(gelezen.meta, id=id, titel=titel, blad=gegevens.get("blad"), vastgesteld=None, bekend=None)
    meta = replace(meta, **{k: v for k, v in _datums(gegevens).items() if k in ("bekend", "vastgesteld")})
    overig = tuple((naam, gegevens[naam]) for naam in ("rectificeert", "ontvangen") if naam in gegevens)
    meta = replace(meta, overig=overig)
    verhaal.besluiten.append(ontleed_besluit(replace(gelezen, meta=meta)))


def _keuze(verhaal: Verhaal, kop: str, tekst: str) -> None:
    besluit, onderdeel, code, gekozen = kop.split()[1:5]
    keuze = Keuze(onderdeel, code, gekozen, tekst or "zo bedoeld", "A. Jurist", date(2024, 5, 1))
    verhaal.keuzes.append((besluit, keuze))


def _elders(verhaal: Verhaal, kop: str, tekst: str) -> None:
    del kop
    for rij in _tabel(tekst):
        verhaal.elders[rij["naam"]] = (dag(rij["bekend"]), dag(rij["in werking"]))


def _als_tabel(verhaal: Verhaal, kop: str, tekst: str) -> None:
    verhaal.tabellen.setdefault(kop.split()[0], []).extend(_tabel(tekst))


def _meldingen(verhaal: Verhaal, kop: str, tekst: str) -> None:
    del kop
    verhaal.meldingen.extend(regel for regel in tekst.splitlines() if regel.strip())


def _bevinding(verhaal: Verhaal, kop: str, tekst: str) -> None:
    """ "bevinding D K": findings that the version must hold, by the beginning of their sentence."""
    verhaal.bevindingen.append((kop.split()[1], kop.split()[2], [regel for regel in tekst.splitlines() if regel]))


def _tabel(tekst: str) -> Tabel:
    rijen = [
        [cel.strip() for cel in regel.strip().strip("|").split("|")] for regel in tekst.splitlines() if "|" in regel
    ]
    return [dict(zip(rijen[0], rij, strict=True)) for rij in rijen[1:]]


def dag(tekst: str) -> date | None:
    """A day, or None for "–"."""
    return None if tekst in ("–", "") else date.fromisoformat(tekst)


_BLOK = {
    "regeling": _regeling,
    "besluit": _besluit,
    "keuze": _keuze,
    "elders": _elders,
    "doelen": _als_tabel,
    "vragen": _als_tabel,
    "meldingen": _meldingen,
    "bevinding": _bevinding,
}
