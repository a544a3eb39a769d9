"""Metadata of two regulations: one change per field that differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from amend.compare.wijziging import Gewicht, Wijziging, Wijzigsoort
from amend.model.regeling import RegelingMeta


class _Waarde(str):
    """The printed value of a field that remembers the value itself."""

    __slots__ = ("waarde",)
    waarde: Any

    @classmethod
    def van(cls, waarde: Any) -> _Waarde:
        """The value as text."""
        leeg = "" if waarde is None else str(waarde)
        tekst = "; ".join(map(_regel, waarde)) if isinstance(waarde, tuple) else leeg
        uit = cls(tekst)
        uit.waarde = waarde
        return uit


def _regel(deel: Any) -> str:
    """One value of a list: a pair, a row of the overview, or a text."""
    if is_dataclass(deel):
        deel = tuple(getattr(deel, veld.name) for veld in fields(deel))
    if isinstance(deel, tuple):
        return " ".join(str(stuk) for stuk in deel if stuk)
    return str(deel)


def metadata(oud: RegelingMeta, nieuw: RegelingMeta, vanaf: int) -> Iterable[Wijziging]:
    """The fields that differ, numbered from ``vanaf``."""
    namen = [veld.name for veld in fields(RegelingMeta) if getattr(oud, veld.name) != getattr(nieuw, veld.name)]
    for n, naam in enumerate(namen, vanaf):
        paar = (_Waarde.van(getattr(oud, naam)), _Waarde.van(getattr(nieuw, naam)))
        yield Wijziging(
            n, Wijzigsoort.METADATA, woorden=(paar,), gewicht=Gewicht.REDACTIONEEL, grond="metadata", veld=naam
        )


def zet_velden(
    meta: RegelingMeta, velden: Sequence[str], wijzigingen: Sequence[Wijziging], *, terug: bool = False
) -> RegelingMeta:
    """The metadata with the listed fields changed (or, ``terug``, set back)."""
    waarden: dict[str, Any] = {}
    for wijziging in wijzigingen:
        if wijziging.veld in velden and wijziging.woorden and not wijziging.delen:
            waarde = wijziging.woorden[0][0 if terug else 1]
            waarden[wijziging.veld] = waarde.waarde if isinstance(waarde, _Waarde) else waarde
    return replace(meta, **waarden)
