"""The header that our own writers put above a text: recognised as a whole, and never taken for the regulation.

The shape is that of :mod:`amend.model.versiekop`. It is recognised by its underlined title; its lines become metadata.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from amend.model.regeling import RegelingMeta
from amend.model.versiekop import (
    FICTIEF,
    KEUZE,
    LABELS,
    LET_OP,
    ONVOLLEDIG,
    STERREN,
    STREEP_OPSCHRIFT,
    STREEP_TITEL,
    streep,
)


@dataclass(frozen=True, slots=True)
class EigenKop:
    """What the header says. ``tekst``: the text with the header blanked, so that places stay what they were."""

    tekst: str
    titel: str
    opschrift: str
    regels: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    onvolledig: tuple[str, ...] = ()

    def in_meta(self, meta: RegelingMeta) -> RegelingMeta:
        """The metadata with what the header says: remarks, why it is incomplete, and the other lines as they are."""
        return replace(
            meta,
            fictief=meta.fictief or FICTIEF in self.opmerkingen,
            opmerkingen=(*meta.opmerkingen, *(zin for zin in self.opmerkingen if zin != FICTIEF)),
            onvolledig=(*meta.onvolledig, *self.onvolledig),
            overig=(*meta.overig, *(("versiekop", regel) for regel in self.regels)),
        )


def neem_kop(tekst: str) -> EigenKop | None:
    """The header above ``tekst``; None when it does not begin with one that we wrote."""
    regels = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    begin = _volgende(regels, 0)
    nr = _onder(regels, begin, STREEP_TITEL)
    if not nr:
        return None
    gevonden: dict[str, list[str]] = {"kop": [], "let op": [], "onvolledig": []}
    while (volgende := _volgende(regels, nr)) < len(regels):
        soort, inhoud = _soort(_kaal(regels[volgende]))
        if not soort:
            break
        gevonden[soort] += [inhoud] if inhoud else []
        nr = volgende + 1
    titel = opschrift = _kaal(regels[begin])
    if na := _onder(regels, volgende, STREEP_OPSCHRIFT):
        opschrift, nr = _kaal(regels[volgende]), na
    rest = "\n".join([""] * nr + regels[nr:])
    vaste = (tuple(gevonden[naam]) for naam in ("kop", "let op", "onvolledig"))
    return EigenKop(rest, titel, opschrift, *vaste)


def _soort(regel: str) -> tuple[str, str]:
    """(kind of header line, what it says); "" for a line of the text itself."""
    if regel.startswith((STERREN, ONVOLLEDIG)):
        kaal = regel.removeprefix(STERREN).removeprefix(ONVOLLEDIG).removeprefix(": ").strip()
        return "onvolledig", "" if kaal == "***" else kaal
    if regel.startswith(LET_OP):
        return "let op", regel.removeprefix(LET_OP)
    return ("kop", regel) if regel.startswith(tuple(f"{label}: " for label in (*LABELS, KEUZE))) else ("", "")


def _onder(regels: list[str], nr: int, teken: str) -> int:
    """The line behind the underlining of line ``nr``; 0 when it is not underlined. Word puts a blank line between."""
    streepregel = _volgende(regels, nr + 1)
    goed = streepregel < len(regels) and _kaal(regels[streepregel]) == streep(_kaal(regels[nr]), teken)
    return streepregel + 1 if goed else 0


def _volgende(regels: list[str], nr: int) -> int:
    return next((i for i in range(nr, len(regels)) if _kaal(regels[i])), len(regels))


def _kaal(regel: str) -> str:
    return regel.strip("\ufeff \t")
