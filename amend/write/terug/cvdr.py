"""CVDR read back: our own form must be the same value; the plain form must have every word, number and date."""

from __future__ import annotations

from typing import Final

from amend.compare.samen import gelijk
from amend.model.cvdr_velden import DATUMVELDEN, TEKSTVELDEN
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.tree import INDELING, Node, Soort
from amend.read.cvdr import lees_cvdr
from amend.read.json_regeling import lees_json
from amend.write.codes import VERSCHIL
from amend.write.terug.stroom import stroom, verschil

_MERK: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE}


def controleer_opslag(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when our own form does not read as the same value."""
    gelezen, meldingen = lees_cvdr(data)
    return meldingen if gelezen is None else _zelfde(gelezen, regeling, "CVDR")


def controleer_json(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when the JSON does not read as the same value."""
    gelezen, meldingen = lees_json(data)
    return meldingen if gelezen is None else _zelfde(gelezen, regeling, "JSON")


def _zelfde(gelezen: Regeling, regeling: Regeling, formaat: str) -> tuple[Melding, ...]:
    if gelijk(gelezen.root, regeling.root) and gelezen.meta == regeling.meta:
        return ()
    bij_tekst = verschil(stroom((regeling.root,)), stroom((gelezen.root,)), formaat)
    tekst = f"Het {formaat}-bestand heeft andere gegevens, identiteiten of herkomst dan de tekst."
    return bij_tekst or (VERSCHIL.melding(tekst, hulp="Er is niets geschreven. Meld dit verschil."),)


def controleer_cvdr(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A finding when a word, a number, a heading, or a field or date of the metadata is not in the plain form."""
    gelezen, meldingen = lees_cvdr(data)
    if gelezen is None:
        return meldingen
    bij_tekst = verschil(stroom((regeling.root,), merk), stroom((gelezen.root,), merk), "CVDR")
    return bij_tekst or tuple(
        VERSCHIL.melding(f"In het CVDR-bestand is “{naam}” anders dan in de gegevens van de regeling.")
        for _, naam, veld in (*TEKSTVELDEN, *DATUMVELDEN)
        if _waarde(regeling, veld) and _waarde(gelezen, veld) != _waarde(regeling, veld)
    )


def _waarde(regeling: Regeling, veld: str) -> object:
    waarde = getattr(regeling.meta, veld)
    return " ".join(waarde.split()) if isinstance(waarde, str) else waarde


def merk(node: Node, kring: tuple[Node, ...]) -> str:
    """The kind of an element with a heading."""
    return f"‹{node.soort}›" if node.soort in _MERK else ""
