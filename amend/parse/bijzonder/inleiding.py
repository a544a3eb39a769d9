"""Sentences whose opening words are no part of the instruction, or name its place in an uncommon order."""

from __future__ import annotations

import re
from dataclasses import replace

from amend.model.operations import Bewerking, Kader
from amend.parse import codes_bijzonder as codes
from amend.parse.bijzonder.vorm import Uitkomst, Zin, vorm

_BEDRAG = r"(?:€|EUR|f|ƒ)\s?[\d.,]+(?:,?[-–—]+)?"


@vorm(
    r"(?P<motief>(?:in\s+verband\s+met|gelet\s+op|naar\s+aanleiding\s+van|als\s+gevolg\s+van|ter\s+uitvoering\s+van)\s+"
    r"[^:“„«‘\"]{3,200}?,?)\s+(?P<rest>(?:wordt|worden|vervalt|vervallen|komt|komen)\s.+)",
    signalen=("in verband met", "gelet op", "naar aanleiding van", "als gevolg van", "ter uitvoering van"),
)
def met_motief(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """ "In verband met de indexering wordt …": why it is done changes nothing in what is done."""
    ops, meldingen = zin.rest(zin.alleen(m["rest"]))
    return (ops, meldingen) if ops and all(isinstance(op, Bewerking) for op in ops) else None


@vorm(
    rf"(?:(?:voor|in|van)\s+(?P<naam>(?:de|het)\s+[^:“„«‘\"]+?),?\s+)?(?:voor\s+(?:het\s+)?(?:kalender|begrotings)?jaar\s+\d{{4}}\s+)?"
    rf"(?P<wat>(?:het|de)\s+\w+)\s+(?:voor\s+(?:het\s+)?(?:(?:kalender|begrotings)?jaar\s+)?\d{{4}}\s+)?(?:te\s+(?P<ww>wijzigen|verhogen|verlagen)|"
    rf"(?:wordt|worden)\s+(?P<dw>gewijzigd|verhoogd|verlaagd|bijgesteld))\s+van\s+(?P<oud>{_BEDRAG})\s+(?:naar|tot|in)\s+(?P<nieuw>{_BEDRAG})[.;]?",
    signalen=(r"\bvan\s+(?:€|EUR|f|ƒ)",),
)
def van_naar(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """ "voor de X voor het jaar 2021 het subsidieplafond te wijzigen van € 1 naar € 2": the amount in X."""
    waar = f"in {m['naam']} " if m["naam"] else ""
    gewoon = f"{waar}wordt {m['wat']} gewijzigd van {m['oud'].rstrip('.')} in {m['nieuw'].rstrip('.')}."
    ops, meldingen = zin.ontleed(gewoon, 0, zin.context, zin.onderdeel)
    uit = tuple(replace(op, spanne=zin.spanne) for op in ops if isinstance(op, Bewerking))
    return (uit, meldingen) if uit else None


@vorm(
    r"(?P<wat>[^“«]+?\s(?:wordt|worden))\s+gewijzigd,?\s+(?:overeenkomstig|conform|volgens|zoals\s+(?:is\s+)?(?:aangegeven|weergegeven|"
    r"opgenomen|vermeld)\s+in)\s+(?P<bron>(?:de\s+|het\s+)?(?:bij(?:lage|gevoegde|gaande)|in\s|hierna|met\s+\w+\s+aangegeven).*)",
    signalen=("overeenkomstig", "conform", "volgens", "zoals"),
)
def elders_geregeld(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """ "De X wordt gewijzigd overeenkomstig bijlage 1": a frame, and a question: the changes stand elsewhere."""
    ops, meldingen = zin.rest(" " * zin.vanaf + m["wat"].rstrip() + " als volgt gewijzigd:")
    kaders = tuple(replace(op, spanne=zin.spanne) for op in ops if isinstance(op, Kader))
    if not kaders or len(kaders) != len(ops):
        return None
    tekst = f"De wijzigingen zelf staan elders (“{m['bron'].strip(' .:')}”); die tekst wordt niet als opdracht gelezen."
    hulp = "Zet die wijzigingen als onderdelen onder deze zin, of kies “overslaan” als zij elders zijn verwerkt."
    return kaders, (*meldingen, zin.melding(codes.ELDERS, tekst, hulp))
