"""Which metadata field of a decision stands in which ``meta/@name``; shared by reader and writer."""

from __future__ import annotations

from typing import Final

TEKST: Final = (
    ("DC.identifier", "id"),
    ("DC.title", "titel"),
    ("DCTERMS.alternative", "citeertitel"),
    ("DC.creator", "bestuursorgaan"),
    ("OVERHEIDop.publicationName", "blad"),
    ("amend.kenmerk", "kenmerk"),
    ("amend.bron", "bron"),
    ("amend.sha256", "sha256"),
)
"""Single text values."""

DATUM: Final = (
    ("OVERHEIDop.datumOndertekening", "vastgesteld"),
    ("DCTERMS.available", "bekend"),
)
"""Dates; ``bekend`` is the day of publication."""

REEKS: Final = (
    ("amend.regeling", "regelingen"),
    ("amend.opmerking", "opmerkingen"),
)
"""Values that may occur several times."""

FICTIEF: Final = "amend.fictief"
"""``ja`` when the decision is invented."""

JAARGANG: Final = "OVERHEIDop.jaargang"
NUMMER: Final = "OVERHEIDop.publicationIssue"
UITGEGEVEN: Final = "DCTERMS.issued"

OVERIG: Final = "amend.overig."
"""Prefix of the name of what an imported file had beside the fields of the model."""
TIJDSTEMPEL: Final = "amend.tijdstempel"
"""A date of STOP, as JSON: doel, kind, day, parts."""
