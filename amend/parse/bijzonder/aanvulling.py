"""Forms that add something to an ordinary instruction: a condition (F99), inflected words (F26), a table (F93)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from amend.model.operations import Bewerking, VervangTekst, Voorwaarde
from amend.parse.bijzonder.vorm import Uitkomst, Zin, vorm

_IN_WERKING: Final = (
    r"in\s*werking\s+(?:treedt|treden|(?:is|zijn)\s+getreden|"
    r"treedt\s+of\s+is\s+getreden|is\s+getreden\s+of\s+treedt)"
)


_REST: Final = r"(?P<rest>(?:komt|komen|wordt|worden|vervalt|vervallen)\b.+)"


@vorm(
    rf"(?:indien|als)\s+(?P<besluit>.+?)\s+(?P<wanneer>eerder|later|op\s+(?:dezelfde\s+dag|hetzelfde\s+tijdstip)|gelijktijdig|tegelijk)"
    rf"\s+{_IN_WERKING}(?:\s+(?:dan|als|met)\s+(?P<dan>[^:]+?))?,\s+{_REST}",
    signalen=(r"in\s*werking",),
)
def voorwaarde(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F99: "Indien de wet X eerder in werking treedt dan deze wet, wordt …": the instruction, under that condition."""
    woord = m["wanneer"].lower()
    wanneer: Literal["eerder", "later", "tegelijk"]
    wanneer = "eerder" if woord == "eerder" else "later" if woord == "later" else "tegelijk"
    besluit = re.sub(r"^(?:de|het|artikel .+? van (?:de|het))\s+", "", m["besluit"].strip(" ,"), flags=re.I)
    return _onder(zin, m["rest"], Voorwaarde(besluit, wanneer, (m["dan"] or "").strip(" ,")), _korte_naam(besluit))


@vorm(
    rf"(?:indien|als)\s+(?P<besluit>het\s[^:]*?voorstel\s+van\s+(?:rijks)?wet\b.+?)\s+tot\s+wet\s+(?:(?:is|wordt)\s+of\s+)?(?:is|wordt)"
    rf"\s+verheven(?:\s+en\s+(?:die|deze)\s+wet\s+{_IN_WERKING})?,\s+{_REST}",
    signalen=("voorstel van (?:rijks)?wet",),
)
def wetsvoorstel(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F99: "Indien het voorstel van wet … tot wet wordt verheven, wordt die wet als volgt gewijzigd:"."""
    besluit = re.sub(r"^het\s+", "", m["besluit"].strip(" ,"), flags=re.I)
    return _onder(zin, m["rest"], Voorwaarde(besluit, "wet"), _korte_naam(besluit))


def _onder(zin: Zin, rest: str, voorwaarde: Voorwaarde, naam: str) -> Uitkomst | None:
    """The instruction under its condition; "die wet" in it is the law that the condition names."""
    ops, meldingen = zin.rest(zin.alleen(rest))
    if not ops or not all(isinstance(op, Bewerking) for op in ops):
        return None
    die = bool(re.search(r"\b(?:die|deze)\s+wet\b", rest)) and bool(naam)
    bewerkingen = [op for op in ops if isinstance(op, Bewerking)]
    uit = tuple(replace(op, voorwaarde=voorwaarde, regeling=naam if die else op.regeling) for op in bewerkingen)
    return uit, meldingen


def _korte_naam(besluit: str) -> str:
    """The short title between brackets: "… houdende regels (Wet open overheid) (33 328)"."""
    namen = re.findall(r"\(([A-Z][^()\d]{4,})\)", besluit)
    return namen[-1] if namen else ""


@vorm(
    r".+?(?P<staart>(?:,?\s+en|\s+met|,?\s+evenals)\s+(?:de\s+)?(?:verbuigingen|vervoegingen)\s+(?:daarvan|ervan|hiervan))\b.*",
    signalen=(
        "verbuiging",
        "vervoeging",
    ),
)
def verbuigingen(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F26: "… en verbuigingen daarvan": the words, marked as also meaning inflected forms."""
    plek = zin.tekst.index(m["staart"], zin.vanaf)
    ops, meldingen = zin.rest(zin.zonder(plek, plek + len(m["staart"])))
    if not ops or not all(isinstance(op, VervangTekst) for op in ops):
        return None
    return tuple(replace(op, verbuigingen=True) for op in ops if isinstance(op, VervangTekst)), meldingen


@vorm(
    r"(?P<wat>[^“«]+?\s(?:wordt|worden))\s+(?:als\s+volgt\s+)?gewijzigd,?\s+(?:overeenkomstig|conform|volgens|zoals\s+(?:aangegeven|"
    r"weergegeven|opgenomen)\s+in)\s+(?:(?:de|het)\s+)?(?:volgende|onderstaande|navolgende|bijgevoegde|bijgaande)\s+"
    r"(?:was[-/ ]?wordt[-\s]?)?(?:tabel|overzicht|schema|lijst)(?:\s+met\s+[^:.]+)?\s*[:.]?",
    signalen=(
        "overeenkomstig",
        "conform",
        "volgens",
        "tabel",
    ),
)
def was_wordt_tabel(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F93: "De X wordt gewijzigd overeenkomstig de volgende tabel:": a frame; the rows below it say what changes."""
    return zin.rest(" " * zin.vanaf + m["wat"].rstrip() + " als volgt gewijzigd:")
