"""Whether a label is the next of a series of instructions, opens one, or belongs to new text."""

from __future__ import annotations

from amend.read import codes
from amend.read.instructies.knoop import Knoop
from amend.read.instructies.stand import Stand
from amend.read.instructietaal import (
    genoemde_labels,
    heeft_opdrachtwoord,
    is_hard,
    is_sterk,
    lijkt_instructie,
)
from amend.read.merken import is_eerste, is_vervolg, stijlen


def plaats_label(stand: Stand, knoop: Knoop) -> bool:
    """Open ``knoop`` when its label fits the series; False when the line is new text or running text."""
    diepte = _vervolgt(stand, knoop)
    if diepte is not None and _past(stand, knoop, diepte):
        del stand.stapel[diepte:]
        stand.hang(knoop)
        return True
    if _opent_reeks(stand, knoop):
        stand.hang(knoop)
        return True
    return False


def _vervolgt(stand: Stand, knoop: Knoop) -> int | None:
    """The depth in the stack of the instruction whose label this one follows, or None."""
    for diepte in range(len(stand.stapel) - 1, 0, -1):
        vorige = stand.stapel[diepte]
        series = set(vorige.series or (vorige.stijl,)) & set(knoop.series or (knoop.stijl,))
        if any(is_vervolg(knoop.nummer, vorige.nummer, stijl) for stijl in series):
            return diepte
        if vorige.stijl == "A" == knoop.stijl and _verder(vorige.nummer, knoop) and lijkt_instructie(knoop.tekst):
            zin = f"Na onderdeel {vorige.nummer} volgt onderdeel {knoop.nummer}."
            plekje = knoop.zin.plek if knoop.zin else None
            stand.meldingen.append(codes.LABEL_VOLGORDE.melding(zin, plekje, "Controleer of er iets ontbreekt."))
            return diepte
    return None


def _verder(vorige: str, knoop: Knoop) -> bool:
    """True when a capital letter lies a little further in the alphabet (a letter was skipped)."""
    return len(knoop.nummer) == len(vorige) == 1 and 0 < ord(knoop.nummer) - ord(vorige) <= 4


def _past(stand: Stand, knoop: Knoop, diepte: int) -> bool:
    """True when a label in series really is the next instruction, not numbered new text of the previous one."""
    if knoop.stijl == "A" and _telt_door(stand, knoop):
        return False
    if knoop.stijl == "A":
        return knoop.zin is None or lijkt_instructie(knoop.tekst) or not stand.huidig.wacht
    if stand.huidig.wacht and (knoop.nummer in genoemde_labels(stand.huidig.tekst) or not is_hard(knoop.tekst)):
        return False
    if knoop.stijl.startswith("-"):
        return is_sterk(knoop.tekst) and not stand.huidig.wacht
    if lijkt_instructie(knoop.tekst):
        return True
    return not stand.huidig.payload and not stand.huidig.wacht and stand.stapel[diepte] is stand.huidig


def _telt_door(stand: Stand, knoop: Knoop) -> bool:
    """True for "B. zone B;" below "A. zone A;": an item of the new text, without any word that instructs."""
    vorige = next((regel for regel in reversed(stand.huidig.payload) if regel.merk), None)
    if vorige is None or "A" not in stijlen(vorige.merk) or heeft_opdrachtwoord(knoop.tekst):
        return False
    return knoop.zin is not None and is_vervolg(knoop.nummer, vorige.nummer, "A")


def _opent_reeks(stand: Stand, knoop: Knoop) -> bool:
    """True when this label begins the parts of the current frame."""
    if stand.huidig.wijzigt_opdracht and not stand.huidig.kinderen:
        return lijkt_instructie(knoop.tekst)
    if not stand.huidig.kader:
        return False
    eerste = is_eerste(knoop.nummer, knoop.stijl) or knoop.stijl == "A"
    if stand.huidig is stand.wortel:
        if not stand.wortel.kinderen and knoop.stijl == "A" and len(knoop.aanduiding) < 4:
            return True
        return lijkt_instructie(knoop.tekst) or (eerste and bool(stand.wortel.zin) and not stand.wortel.kinderen)
    return lijkt_instructie(knoop.tekst) or (eerste and not stand.huidig.kinderen)
