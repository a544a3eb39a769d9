"""What another day of publication would change: dates, order of execution, conflicts. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amend.history.doel import Doel
from amend.history.geschiedenis import Geschiedenis

Data = tuple[date | None, date | None, date | None]
"""Published, in force, valid from."""


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """A part of a decision whose dates differ."""

    besluit: str
    deel: str
    eerst: Data
    daarna: Data


@dataclass(frozen=True, slots=True)
class WatAls:
    """The differences; ``volgorde`` is the order of execution before and after, empty when it is the same."""

    verschoven: tuple[Verschuiving, ...]
    volgorde: tuple[tuple[str, ...], tuple[str, ...]] | tuple[()]
    nieuwe_meldingen: tuple[str, ...]
    vervallen_meldingen: tuple[str, ...]


def wat_als(zonder: Geschiedenis, met: Geschiedenis, kennis: date) -> WatAls:
    """Compare a history with the same history under a supposition, as known on a day."""
    eerst, daarna = _per_deel(zonder), _per_deel(met)
    verschoven = tuple(
        Verschuiving(besluit, deel, eerst[besluit, deel], data)
        for (besluit, deel), data in daarna.items()
        if (besluit, deel) in eerst and eerst[besluit, deel] != data
    )
    rijen = tuple(_volgorde(zonder)), tuple(_volgorde(met))
    oud, nieuw = _meldingen(zonder, kennis), _meldingen(met, kennis)
    return WatAls(
        verschoven,
        rijen if rijen[0] != rijen[1] else (),
        tuple(m for m in nieuw if m not in oud),
        tuple(m for m in oud if m not in nieuw),
    )


def _per_deel(historie: Geschiedenis) -> dict[tuple[str, str], Data]:
    return {(doel.besluit, doel.naam): (doel.bek, doel.jwv, doel.gv) for doel in historie.doelen[1:]}


def _volgorde(historie: Geschiedenis) -> list[str]:
    return [f"{doel.besluit}{_deel(doel)}" for doel in historie.doelen[1:] if doel.jwv]


def _deel(doel: Doel) -> str:
    return "" if doel.naam == "het besluit" else f" ({doel.naam})"


def _meldingen(historie: Geschiedenis, kennis: date) -> list[str]:
    """The findings about dates and the conflicts of every version, as a reader sees them."""
    bij_versies = (s.melding for versie in historie.versies(kennis) for s in versie.samenloop)
    return list(dict.fromkeys(f"{m.code} {m.tekst}" for m in (*historie.meldingen, *bij_versies)))
