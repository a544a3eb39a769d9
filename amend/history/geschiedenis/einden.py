"""Ends by the text's own words, in the versions of a history."""

from __future__ import annotations

from collections.abc import Sequence

from amend.apply.uitvoeren import voer_uit
from amend.history import codes
from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis.verloop import Stand, Verloop
from amend.history.tijdelijk import Einde
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.model.regeling import RegelingMeta
from amend.model.tree import Node, Soort


def einden_van(verloop: Verloop, stand: Stand, gekozen: Sequence[Doel]) -> tuple[Einde, ...]:
    """The days on which this text itself says that it, or a provision of it, lapses."""
    if stand.einden is None:
        stand.einden = verloop.tijdelijk.einden(stand.root, gekozen)
    return stand.einden


def alle_einden(verloop: Verloop, doelen: Sequence[Doel]) -> list[Einde]:
    """The ends in the base text, in what decisions write, and in the last text."""
    tijdelijk = verloop.tijdelijk
    uit = list(tijdelijk.einden(verloop.regeling.root, doelen))
    for doel in doelen:
        for node in (n for stap in doel.stappen for op in stap.bewerkingen for n in getattr(op, "inhoud", ())):
            uit.extend(tijdelijk.einden(Node(Soort.REGELING, kinderen=(node,)), (doel,)))
    if doelen and doelen[0].id == INSTELLING:
        uit.extend(einden_van(verloop, verloop.stand(doelen), doelen))
    return uit


def zonder_vervallen(root: Node, voorbij: Sequence[Einde], regeling: RegelingMeta) -> tuple[Node, tuple[Melding, ...]]:
    """The text without the provisions that have lapsed by their own words."""
    meldingen: list[Melding] = []
    for einde in voorbij:
        uit = voer_uit(root, [einde.stap()], regeling.id, f"{regeling.autoriteit}_{einde.bron}")
        root = uit.root
        meldingen.extend(m.bij(bestand=einde.bron) for v in uit.verslag for m in v.meldingen if m.blokkeert)
        tekst = f"{einde.plaats} is vervallen per {datum_tekst(einde.dag)}: “{einde.tekst}”"
        meldingen.append(codes.VERVALLEN_DOOR_TEKST.melding(tekst).bij(bestand=einde.bron))
    return root, tuple(meldingen)
