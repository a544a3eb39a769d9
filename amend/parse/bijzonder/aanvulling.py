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


@vorm(
    rf"(?:indien|als)\s+(?P<besluit>.+?)\s+(?P<wanneer>eerder|later|op\s+(?:dezelfde\s+dag|hetzelfde\s+tijdstip)|gelijktijdig|tegelijk)"
    rf"\s+{_IN_WERKING}(?:\s+(?:dan|als|met)\s+(?P<dan>[^:]+?))?,\s+(?P<rest>(?:komt|komen|wordt|worden|vervalt|vervallen)\b.+)",
    signalen=(r"in\s*werking",),
)
def voorwaarde(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F99: "Indien de wet X eerder in werking treedt dan deze wet, wordt …": the instruction, under that condition."""
    ops, meldingen = zin.rest(zin.alleen(m["rest"]))
    if not ops or not all(isinstance(op, Bewerking) for op in ops):
        return None
    woord = m["wanneer"].lower()
    wanneer: Literal["eerder", "later", "tegelijk"]
    wanneer = "eerder" if woord == "eerder" else "later" if woord == "later" else "tegelijk"
    besluit = re.sub(r"^(?:de|het|artikel .+? van (?:de|het))\s+", "", m["besluit"].strip(" ,"), flags=re.I)
    voorwaarde = Voorwaarde(besluit, wanneer, (m["dan"] or "").strip(" ,"))
    uit = tuple(replace(op, voorwaarde=voorwaarde) for op in ops if isinstance(op, Bewerking))
    return uit, meldingen


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
