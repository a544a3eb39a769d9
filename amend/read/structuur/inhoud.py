"""What stands below a heading: leden, lists, definitions and plain text."""

from __future__ import annotations

import re
from typing import Final

from amend.model.tree import Soort
from amend.read import codes
from amend.read.lijsten import is_begrip
from amend.read.merken import is_eerste, nummer, splits, stijlen
from amend.read.regels import Regel, regel_na
from amend.read.structuur.leden import is_lid, open_lid
from amend.read.structuur.stand import Stand

_OPENT_BEGRIPPEN: Final = re.compile(r"verstaan|begrip|definitie|betekenis|alfabetisch|bedoeld", re.IGNORECASE)


def plaats_inhoud(stand: Stand, plek: int) -> None:
    """Place a line that is no heading."""
    regel = stand.regels[plek]
    hierna = regel_na(stand.regels, plek)
    if regel.merk and stand.lijsten.is_slot(regel, hierna):
        stand.meldingen.append(
            codes.STREEPJE_WEG.melding("Het streepje voor de slottekst is weggelaten.", regel.plek, "Controleer dit.")
        )
        del stand.lijsten.niveaus[:]
        stand.lijsten.houder.alinea(regel.tekst, regel.nr)
    elif regel.merk and _is_gewone_tekst(stand, regel, plek):
        _plaats_tekst(stand, regel.zonder_merk(), plek)
    elif regel.merk:
        _plaats_gemerkt(stand, regel, plek)
    else:
        _plaats_tekst(stand, regel, plek)


def _is_gewone_tekst(stand: Stand, regel: Regel, plek: int) -> bool:
    """True for "a. Detachering wordt …" between bulleted lists: text that happens to begin with a letter."""
    if not (stand.bijlage and stand.bolletjes) or regel.weg or not regel.nummer:
        return False
    if not (plek + 1 < len(stand.regels) and stand.regels[plek + 1].weg):
        return False
    zin = f"De alinea “{regel.heel[:40]}…” begint met “{regel.merk}” maar hoort niet bij de opsomming erna."
    stand.meldingen.append(codes.DUBBELE_LETTER.melding(zin, regel.plek, "Controleer de letter."))
    return True


def _plaats_gemerkt(stand: Stand, regel: Regel, plek: int) -> None:
    """A line with a marker; of "1. a. …" the second marker opens an element inside that of the first."""
    binnen = splits(regel.tekst)
    if (
        binnen.merk
        and regel.nummer
        and any(is_eerste(nummer(binnen.merk), s) for s in stijlen(binnen.merk) if s[0] != "-")
    ):
        _plaats(stand, Regel("", (), regel.merk, regel.weg, regel.merkplek, regel.inspring, regel.tekst_in), plek)
        _plaats_gemerkt(stand, regel.staart(0).met_merk(binnen.merk, binnen.begin), plek)
        return
    _plaats(stand, regel, plek)


def _plaats(stand: Stand, regel: Regel, plek: int) -> None:
    """One marker with its text: a lid, or an item of a list."""
    if is_lid(stand, regel, plek):
        open_lid(stand, regel)
        return
    gemerkt = stand.volgend_merk(plek)
    if not stand.lijsten.zet(regel, gemerkt.nummer if gemerkt else None) and stand.waarin.plaats != "payload":
        stand.meld_sprong(f"De nummering springt bij “{regel.merk}”.", regel)


def _plaats_tekst(stand: Stand, regel: Regel, plek: int) -> None:
    """A line without marker: a definition, or text of the element that it continues or follows."""
    hierna = regel_na(stand.regels, plek)
    if is_begrip(regel.tekst) and _opent_begrippen(stand, hierna) and not stand.lijsten.wacht_op_omschrijving:
        stand.lijsten.begrip(regel)
        return
    if stand.bijlage and regel.wit >= stand.gat and stand.houder.laatste_tekst and not stand.lijsten.niveaus:
        stand.meld_leeg("Tussen twee alinea's", regel)
    stand.lijsten.tekst(regel, stand.volgend_merk(plek), hierna)


def _opent_begrippen(stand: Stand, hierna: Regel | None) -> bool:
    """True when a "Term: text" line is a definition here."""
    if any(niveau.stijl == "begrip" for niveau in stand.lijsten.niveaus):
        return True
    if stand.lijsten.niveaus:
        return False
    aanhef = stand.lijsten.houder.laatste_tekst
    if not stand.lijsten.houder.kinderen:
        return stand.waarin.verwacht == "begrip" and stand.lijsten.houder is stand.wortel
    if not aanhef.endswith(":") or stand.lijsten.houder.kinderen[-1].soort is not Soort.AL:
        return False
    volgt = hierna is not None and not hierna.merk and is_begrip(hierna.tekst)
    return bool(_OPENT_BEGRIPPEN.search(aanhef)) or volgt
