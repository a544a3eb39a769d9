"""START HERE: two regulations → their comparison.

``identiteit`` says that both are versions of one history: elements are paired by identity and shared parts are not
looked into, so the time follows the changes. Otherwise the two are aligned by content (see ``koppel``).
"""

from __future__ import annotations

from dataclasses import replace

from amend.compare.gewicht import weeg
from amend.compare.koppel import koppel
from amend.compare.meta import metadata
from amend.compare.oorzaak import Herkomst, met_oorzaken
from amend.compare.reeksen import met_reeksen
from amend.compare.registratie import zonder_registratie
from amend.compare.samen import voeg_samen
from amend.compare.soorten import wijzigingen_van
from amend.compare.wetten import controleer
from amend.compare.wijziging import Vergelijking
from amend.model.identity import eids
from amend.model.regeling import Regeling


def vergelijk(
    oud: Regeling,
    nieuw: Regeling,
    *,
    identiteit: bool | None = None,
    herkomst: Herkomst | None = None,
    van: str = "",
    tot: str = "",
) -> Vergelijking:
    """Compare two regulations. ``identiteit`` None: two files; what registers record beside the text is left out, and
    whether their identities are permanent is decided by :func:`vaste_identiteit`.

    ``herkomst`` explains origins (decision, part, sentence, dates); without it no change has a cause.
    """
    if identiteit is None:
        oud, nieuw = zonder_registratie(oud), zonder_registratie(nieuw)
    vast = vaste_identiteit(oud, nieuw) if identiteit is None else identiteit
    a, b = koppel(oud.root, nieuw.root, identiteit=vast)
    samen = voeg_samen(a, b, identiteit=vast)
    wijzigingen = met_reeksen(samen, wijzigingen_van(samen))
    wijzigingen.extend(metadata(oud.meta, nieuw.meta, len(wijzigingen) + 1))
    index = samen.index()
    wijzigingen = [weeg(wijziging, index) for wijziging in met_oorzaken(samen, wijzigingen, herkomst)]
    return Vergelijking(
        oud, nieuw, samen, tuple(wijzigingen), controleer(oud, nieuw, samen, wijzigingen), van=van, tot=tot
    )


def vaste_identiteit(oud: Regeling, nieuw: Regeling) -> bool:
    """True when the identities in two files are permanent ones of the same regulation.

    A reader gives a file without identities new ones, made from the numbers of that moment; those say nothing more
    than the numbers. Identities that differ from what the numbers would give now have a history, and are believed when
    most of the old elements are found again among the new.
    """
    if _afgeleid(oud) and _afgeleid(nieuw):
        return False
    oude = {node.wid for _, node, _ in eids(oud.root) if node.wid}
    nieuwe = {node.wid for _, node, _ in eids(nieuw.root) if node.wid}
    return bool(oude) and len(oude & nieuwe) * 2 > min(len(oude), len(nieuwe))


def _afgeleid(regeling: Regeling) -> bool:
    voor = f"{regeling.meta.autoriteit}_1__"
    return all(not node.wid or node.wid.startswith(voor + eid) for _, node, eid in eids(regeling.root))


def hernoem(vergelijking: Vergelijking, van: str, tot: str) -> Vergelijking:
    """The same comparison under other names for its two sides."""
    return replace(vergelijking, van=van, tot=tot)
