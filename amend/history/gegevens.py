"""Metadata that follow from the decisions: title (F87), citation title in an article (F86), basis (F110)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from amend.history.namen import is_naam_van
from amend.model.clausules import Citeertitel, Clausule, Grondslag
from amend.model.regeling import RegelingMeta
from amend.model.tree import BUITENTEKST, Node, Soort, platte_tekst
from amend.parse.zin import ontleed_zin

_AANGEHAALD: Final = re.compile(r"\baangehaald\b|\bciteertitel\b", re.I)


def met_titels(meta: RegelingMeta, oud: Node, nieuw: Node) -> RegelingMeta:
    """The metadata with the title and citation title that ``nieuw`` has and ``oud`` had not."""
    if oud is nieuw:
        return meta
    titel = platte_tekst(nieuw.opschrift).strip()
    if titel and titel != platte_tekst(oud.opschrift).strip():
        meta = replace(meta, titel=titel)
    citeertitel = _citeertitel(nieuw, oud)
    if citeertitel and citeertitel != _citeertitel(oud, nieuw):
        meta = replace(meta, citeertitel=citeertitel)
    return meta


def met_grondslag(meta: RegelingMeta, clausules: Iterable[Clausule]) -> RegelingMeta:
    """The metadata with the bases that decisions give this regulation; "mede" adds one to those it has."""
    for clausule in clausules:
        if isinstance(clausule, Grondslag) and (clausule.regeling is None or is_naam_van(clausule.regeling, meta)):
            eerder = meta.grondslag if clausule.mede else ()
            meta = replace(meta, grondslag=tuple(dict.fromkeys((*eerder, clausule.berust_op))))
    return meta


def _citeertitel(root: Node, ander: Node) -> str | None:
    """The citation title that an article of ``root`` gives; subtrees shared with ``ander`` are not read."""
    gedeeld = {id(kind) for kind in ander.kinderen}
    stapel = [kind for kind in root.kinderen if id(kind) not in gedeeld and kind.soort not in BUITENTEKST]
    gevonden: str | None = None
    while stapel:
        node = stapel.pop()
        tekst = platte_tekst(node.tekst)
        if node.soort is Soort.AL and len(tekst) < 1000 and _AANGEHAALD.search(tekst):
            titels = [c.titel for c in ontleed_zin(tekst).operaties if isinstance(c, Citeertitel)]
            gevonden = titels[-1] if titels else gevonden
        stapel.extend(node.kinderen)
    return gevonden
