"""Only a decision of equal rank amends a regulation (aanwijzing 6.1): who decides against who enacted it."""

from __future__ import annotations

import re
from typing import Final

from amend.history import codes
from amend.history.op_besluiten import Bron
from amend.model.melding import Melding
from amend.model.regeling import RegelingMeta

_ORGANEN: Final = (
    ("het college van gedeputeerde staten", re.compile(r"\bgedeputeerde staten\b", re.I)),
    ("provinciale staten", re.compile(r"\bprovinciale staten\b", re.I)),
    (
        "het college van burgemeester en wethouders",
        re.compile(r"\bburgemeester en wethouders\b|\bb (?:en|&) w\b", re.I),
    ),
    ("de raad", re.compile(r"^(?:de\s+)?(?:gemeente)?raad\b", re.I)),
    ("de burgemeester", re.compile(r"^(?:de\s+)?burgemeester\b", re.I)),
    ("het dagelijks bestuur", re.compile(r"\bdagelijks bestuur\b|\bcollege van dijkgraaf\b", re.I)),
    ("het algemeen bestuur", re.compile(r"\balgemeen bestuur\b|\bverenigde vergadering\b|\bhoofdingelanden\b", re.I)),
)


def ander_orgaan(meta: RegelingMeta, bron: Bron) -> list[Melding]:
    """A warning when another body than the one that enacted the regulation takes the decision that changes it."""
    van, door = _orgaan(meta.vastgesteld_door), _orgaan(bron.meta.bestuursorgaan)
    if not van or not door or van == door or not any(doel.stappen for doel in bron.doelen):
        return []
    tekst = f"{bron.meta.id} is genomen door {door}; de regeling is vastgesteld door {van}."
    return [codes.ANDER_ORGAAN.melding(tekst).bij(bestand=bron.meta.id)]


def _orgaan(naam: str | None) -> str | None:
    gevonden = [soort for soort, patroon in _ORGANEN if patroon.search((naam or "").strip())]
    return gevonden[0] if len(gevonden) == 1 else None
