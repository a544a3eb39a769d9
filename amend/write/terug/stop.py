"""STOP read back: every word and number, and kind, place and identity of divisions, articles, leden and annexes."""

from __future__ import annotations

from typing import Final

from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.tree import INDELING, Node, Soort, platte_tekst
from amend.read.stop import lees_stop
from amend.write.stop.blokken import schone_wid, wid_voor
from amend.write.stop.namen import ELEMENT
from amend.write.stop.regeling import Delen
from amend.write.stop.stil import zonder_stille_delen
from amend.write.terug.stroom import geen_merk, stroom, verschil

_MERK: Final = INDELING | {Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE}


def controleer_stop(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when the file does not hold the text exactly; the findings of reading when it cannot be read."""
    gelezen, meldingen = lees_stop(data)
    if gelezen is None:
        return meldingen
    merk = geen_merk if ("stop:model", "RegelingVrijetekst") in gelezen.meta.overig else stop_merk
    bedoeld, terug = in_volgorde(zonder_stille_delen(regeling.root)), in_volgorde(zonder_stille_delen(gelezen.root))
    if not platte_tekst(regeling.root.opschrift).strip():
        bedoeld, terug = bedoeld[1:], terug[1:]
    return verschil(stroom(bedoeld, merk), stroom(terug, merk), "STOP")


def in_volgorde(root: Node) -> list[Node]:
    """The heading, then the parts in the order of STOP."""
    return [Node(Soort.AL, opschrift=root.opschrift), *Delen.van(root).volgorde]


def stop_merk(node: Node, kring: tuple[Node, ...]) -> str:
    """Kind and identity of what STOP has too; an article in an annex is a Divisie there."""
    if node.soort not in _MERK or any(k.soort in (Soort.BIJLAGE, Soort.TOELICHTING) for k in kring):
        return ""
    if node.soort is Soort.LID and not (node.label or node.aanduiding):
        return ""
    wid = wid_voor(schone_wid(node.wid), ELEMENT[node.soort]) if node.wid else ""
    return f"‹{node.soort} {wid}›" if wid else f"‹{node.soort}›"
