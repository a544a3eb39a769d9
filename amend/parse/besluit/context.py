"""What an instruction inherits from those above it: place, regulation, date, and whether they were understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.address import Plaats
from amend.model.operations import Handeling, Kader, Vernummer, Voorwaarde
from amend.model.stap import Stap
from amend.parse.payload import met_regeling

_OPSCHRIFT: Final = re.compile(
    r"(?:wijziging(?:en)?|aanpassing|intrekking|vaststelling)\s+(?:van\s+)?(?:de\s+|het\s+)?(?P<naam>.+)", re.I
)
_NAAM: Final = re.compile(
    r"(?:de\s+|het\s+)?(?:[A-Z][\w’'-]*\s+){0,3}[\w’'-]*(?:verordening|regeling|reglement|statuut|wet|besluit|beleidsregels?|code|keur"
    r"|wetboek)\b[^.:;]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What an instruction inherits."""

    artikel: str
    label: str = ""
    plaatsen: tuple[Plaats, ...] = (Plaats(),)
    regeling: str | None = None
    voorgesteld: bool = False
    ingang: str | None = None
    voorwaarde: Voorwaarde | None = None
    begrepen: bool = True
    besluitdeel: str = ""
    zonder_gevolg: bool = False

    @property
    def naam(self) -> str:
        """How a finding names the part: its label, or else the article."""
        return self.label or self.artikel

    def erf(self, op: Handeling) -> Handeling:
        """The operation with the date, the condition and the mark of a proposal that it inherits."""
        if not (self.voorgesteld or self.ingang or self.voorwaarde):
            return op
        return replace(
            op,
            voorgesteld=op.voorgesteld or self.voorgesteld,
            ingang=op.ingang or self.ingang,
            voorwaarde=op.voorwaarde or self.voorwaarde,
        )


def verder(context: Context, operaties: Sequence[Handeling]) -> Context:
    """What the nested parts of a step inherit."""
    regeling = next((op.regeling for op in operaties if op.regeling), context.regeling)
    if context.regeling and regeling and regeling.isupper() and " " not in regeling:
        regeling = context.regeling  # "Artikel 2:65 APV": an abbreviation of what is being amended
    kader = next((op for op in operaties if isinstance(op, Kader)), None)
    if kader is None:
        return context if regeling == context.regeling else replace(context, regeling=regeling)
    plaatsen = tuple(plaats for plaats in kader.doel if not met_regeling(plaats)) or context.plaatsen
    return replace(
        context,
        regeling=regeling,
        plaatsen=plaatsen,
        voorgesteld=kader.voorgesteld,
        ingang=kader.ingang,
        voorwaarde=kader.voorwaarde,
    )


def na_vernummering(context: Context, stappen: Sequence[Stap]) -> Context:
    """A frame is the element, not its number ("1. Het artikel wordt vernummerd tot artikel 11. 2. In het …")."""
    ops = stappen[-1].bewerkingen if stappen else ()
    nieuw = {v: n for op in ops if isinstance(op, Vernummer) for v, n in zip(op.van, op.naar, strict=False)}
    if not any(plaats in nieuw for plaats in context.plaatsen):
        return context
    return replace(context, plaatsen=tuple(nieuw.get(plaats, plaats) for plaats in context.plaatsen))


def regeling_uit(kop: str) -> str | None:
    """The regulation that the heading of an article names: "Wijziging van de X", or just "X"."""
    treffer = _OPSCHRIFT.search(kop)
    if treffer:
        return treffer["naam"].strip(" .")
    return kop.strip(" .") if _NAAM.fullmatch(kop.strip(" .")) else None
