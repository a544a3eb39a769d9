"""Headings printed above the number, as in older ordinances: "Nakoming van verplichtingen", then "Artikel 15".

A line above an article is its heading only when the whole text is printed so: every article bare, and every one below
such a line. Where only some are, nothing is moved and the lines are reported, since each can as well be the last line
of the article before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from amend.model.melding import Melding
from amend.model.tree import Soort
from amend.read import codes
from amend.read.koppen import Kop, is_sluiting, is_toelichting, kop_van
from amend.read.regels import Regel, plak, regel_na

_LEEG: Final = re.compile(r"[\[(]?\s*(?:vervallen|gereserveerd)\b", re.IGNORECASE)
_GEEN_OPSCHRIFT: Final = re.compile(
    r"(?:besluit(?:en)?|vast te stellen)$|\w*(?:verordening|besluit|regeling|reglement|statuut|beleidsregels?)\b",
    re.IGNORECASE,
)
"""Above the first article: the end of the preamble, or the name of the regulation."""
_WOORDEN: Final = 15


def koppen_boven(regels: Sequence[Regel], eerste: int = 1) -> tuple[list[Regel], list[Melding]]:
    """The lines with every heading that stands above its number set behind it; ``eerste``: the first that can be one.

    A new text (``eerste`` 0) may be one article; a whole regulation shows its custom from two articles on.
    """
    lijst = list(regels)
    artikelen = [plek for plek in range(_einde(lijst)) if _artikel(lijst[plek]) is not None]
    boven = [plek for plek in artikelen if _staat_boven(lijst, plek, eerste) and not _eigen(lijst, plek)]
    if not boven:
        return lijst, []
    koppen = set(boven)
    genoemd = ", ".join(str(regels[plek - 1].nr) for plek in boven[:12]) + (", …" if len(boven) > 12 else "")
    begin = regels[boven[0] - 1].plek
    if len(boven) < min(eerste + 1, 2) or any(p not in koppen and not _is_leeg(lijst, p, eerste) for p in artikelen):
        zin = f"De regel boven een artikel kan het opschrift van dat artikel zijn (regel {genoemd})."
        hulp = "Zij is gelezen als slot van het artikel erboven. Zet een opschrift achter het nummer."
        return lijst, [codes.REGEL_BOVEN.melding(zin, begin, hulp)]
    lijst = [
        plak(regel, regels[plek - 1]) if plek in koppen else regel
        for plek, regel in enumerate(regels)
        if plek + 1 not in koppen
    ]
    zin = f"De regel boven elk artikel is gelezen als opschrift van dat artikel (regel {genoemd})."
    return lijst, [codes.OPSCHRIFT_BOVEN.melding(zin, begin, "Vergelijk de opschriften met het origineel.")]


def _einde(regels: Sequence[Regel]) -> int:
    """Where the body ends: at the closing formula, the explanatory note or an annex below the first article."""
    begin = next((i for i, regel in enumerate(regels) if _artikel(regel) is not None), len(regels))
    for i in range(begin, len(regels)):
        kop = kop_van(regels[i].tekst) if not regels[i].merk else None
        if is_sluiting(regels[i].tekst) or is_toelichting(regels[i].heel) or (kop and kop.soort is Soort.BIJLAGE):
            return i
    return len(regels)


def _artikel(regel: Regel) -> Kop | None:
    kop = kop_van(regel.tekst) if not regel.merk else None
    return kop if kop is not None and kop.soort is Soort.ARTIKEL else None


def _eigen(regels: Sequence[Regel], plek: int) -> bool:
    """True when something follows the number on its line, or the line below reads as the heading."""
    kop, hierna = _artikel(regels[plek]), regel_na(regels, plek)
    return bool(kop and (kop.opschrift or kop.rest)) or (hierna is not None and leest_als_opschrift(hierna))


def _is_leeg(regels: Sequence[Regel], plek: int, eerste: int) -> bool:
    """True for "Artikel 14 (vervallen)": an article that needs no heading, and has no line above that can be one."""
    kop, hierna = _artikel(regels[plek]), regel_na(regels, plek)
    teksten = [kop.opschrift if kop else "", hierna.heel if hierna and kop and not kop.opschrift else ""]
    return any(map(_LEEG.match, teksten)) and not _staat_boven(regels, plek, eerste)


def _staat_boven(regels: Sequence[Regel], plek: int, eerste: int) -> bool:
    """True when the line above the article can be its heading: it ends nothing, and is no heading of a division."""
    if plek - 1 < eerste or not leest_als_opschrift(regels[plek - 1]):
        return False
    if not _past(regels, plek):
        return False
    erboven = regels[plek - 2] if plek > 1 else None
    kop = kop_van(erboven.tekst) if erboven and not erboven.merk else None
    if kop is not None:
        # else it is the heading of that division, or the text of that article
        return bool(_LEEG.match(kop.opschrift) if kop.soort is Soort.ARTIKEL else kop.opschrift)
    if erboven is None or not any(map(_artikel, islice(regels, plek))):
        return not _GEEN_OPSCHRIFT.match(regels[plek - 1].tekst)
    af = erboven.heel[-1] in '.)]»”"' or (bool(erboven.merk) and erboven.heel[-1] not in ":,;")
    return af or bool(_LEEG.match(erboven.heel)) or _onder_kale_indeling(regels, plek - 2)


def _past(regels: Sequence[Regel], plek: int) -> bool:
    """True when the bare number with the line above behind it reads as that number with that heading."""
    kaal, samen = _artikel(regels[plek]), kop_van(plak(regels[plek], regels[plek - 1]).tekst)
    if kaal is None or kaal.opschrift or kaal.rest:
        return True
    return samen is not None and (samen.nummer, samen.opschrift) == (kaal.nummer, regels[plek - 1].tekst)


def _onder_kale_indeling(regels: Sequence[Regel], plek: int) -> bool:
    """True for the heading of a division on the line below it."""
    kop = kop_van(regels[plek - 1].tekst) if plek and not regels[plek - 1].merk else None
    return kop is not None and kop.soort is not Soort.ARTIKEL and not kop.opschrift and not kop.rest


def leest_als_opschrift(regel: Regel) -> bool:
    """True for a short line that begins with a capital and has no closing punctuation, no marker and no number."""
    tekst = regel.tekst
    if regel.merk or not tekst or not tekst[0].isupper() or tekst[-1] in ".:;,!?" or tekst.startswith("|"):
        return False
    return len(tekst.split()) <= _WOORDEN and "\t" not in tekst and kop_van(tekst) is None and not _LEEG.match(tekst)
