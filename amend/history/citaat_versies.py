"""A quote that is not in the text: whether an earlier version of the regulation, or the one at publication, has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amend.apply.codes import CITAAT_ONTBREEKT
from amend.apply.zoeken import treffers
from amend.model.address import Plaats
from amend.model.melding import Melding
from amend.model.operations import Handeling, VervangTekst, VerwijderTekst, VoegTekstIn
from amend.model.stap import StapVerslag
from amend.model.tree import Node, Soort, alle_nodes, platte_tekst

Versies = Sequence[tuple[str, Node]]
"""Other versions: how a reader names them, and their tree."""


def met_versies(verslag: StapVerslag, versies: Versies) -> StapVerslag:
    """The report with, for every quote that was not found, the other versions in which it does stand."""
    if not any(m.code == CITAAT_ONTBREEKT.code for m in verslag.meldingen):
        return verslag
    waar = _waar(verslag.stap.bewerkingen, versies)
    if not waar:
        return verslag
    return replace(verslag, meldingen=tuple(_aangevuld(m, waar) for m in verslag.meldingen))


def _aangevuld(melding: Melding, waar: str) -> Melding:
    if melding.code != CITAAT_ONTBREEKT.code:
        return melding
    return replace(melding, hulp=" ".join(filter(None, (melding.hulp, waar))))


def _waar(bewerkingen: Sequence[Handeling], versies: Versies) -> str:
    for op in bewerkingen:
        for citaat in _citaten(op):
            for plaats in op.doel if isinstance(op, VervangTekst | VerwijderTekst | VoegTekstIn) else ():
                namen = [naam for naam, root in versies if _staat_in(root, plaats, citaat)]
                if namen:
                    return f"De woorden staan wel in de tekst {namen[0]}."
    return ""


def _citaten(op: Handeling) -> tuple[str, ...]:
    if isinstance(op, VervangTekst | VerwijderTekst):
        return (op.oud,)
    if isinstance(op, VoegTekstIn):
        return tuple(filter(None, (op.na, op.voor)))
    return ()


def _staat_in(root: Node, plaats: Plaats, citaat: str) -> bool:
    """True when the article or annex of that number has the words in this tree."""
    hoofd = next((n for n in plaats.niveaus if n.soort in ("artikel", "bijlage")), None)
    if hoofd is None:
        return False
    soort = Soort.ARTIKEL if hoofd.soort == "artikel" else Soort.BIJLAGE
    for node in alle_nodes(root):
        if node.soort is soort and node.nummer == hoofd.nummer:
            return any(
                deel.tekst and any(t.heel for t in treffers(platte_tekst(deel.tekst), citaat))
                for deel in alle_nodes(node)
            )
    return False
