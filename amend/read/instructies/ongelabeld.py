"""Lines without label of an instruction: an instruction, new text, the name of an article, or none of these."""

from __future__ import annotations

import re
from typing import Final

from amend.model.tree import Soort
from amend.read.instructies.knoop import Knoop
from amend.read.instructies.stand import Stand
from amend.read.instructietaal import genoemde_nummers, is_hard, is_sterk, lijkt_instructie, noemt_artikel
from amend.read.koppen import kop_van
from amend.read.regels import Regel, regel_na

_CITEERT: Final = re.compile(r"[“„][^”“]+[”“]|\"[^\"]+\"|«[^»]+»|‘[^’]+’|(?<!\w)'[^']+'(?!\w)")


_TEKEN: Final = r"(?:punt|komma|puntkomma|dubbele punt)\b"
_LEESTEKEN: Final = re.compile(rf"\b{_TEKEN}[^.:;“«]{{0,60}}\bdoor (?:een )?{_TEKEN}", re.IGNORECASE)


def plaats_zonder_label(stand: Stand, regel: Regel, plek: int) -> int:
    """Place a line that opens no labelled instruction; always uses one line."""
    tekst = regel.heel
    if kop_van(regel.tekst) and not regel.merk:
        _nieuwe_tekst(stand, regel, plek)
    elif lijkt_instructie(tekst) and _is_instructie(stand, regel):
        _hang_zonder_label(stand, regel)
    elif stand.huidig is stand.wortel and stand.wortel.zin is None and not stand.wortel.kinderen:
        stand.wortel.zin = regel.zonder_merk()
    elif _is_los(stand, plek):
        _los(stand, regel)
    else:
        stand.huidig.payload.append(regel)
    return 1


def _is_instructie(stand: Stand, regel: Regel) -> bool:
    """True when an unlabelled line that reads as an instruction is one here."""
    if stand.huidig.kader or stand.huidig.wijzigt_opdracht:
        return True
    if stand.huidig.stijl:
        return not stand.huidig.payload and not stand.huidig.wacht and is_sterk(regel.heel)
    if stand.huidig.wacht and regel.merk:
        return False
    return is_sterk(regel.heel) and not _in_lopende_tekst(stand, regel)


def _in_lopende_tekst(stand: Stand, regel: Regel) -> bool:
    """True when the line belongs to the new text of the current instruction: quoted, or inside an article."""
    payload = stand.huidig.payload
    if not payload or noemt_artikel(regel.heel):
        return False
    if regel.merk:
        return True
    eigen = _CITEERT.search(regel.tekst) or _LEESTEKEN.search(regel.tekst)
    los = not kop_van(payload[0].tekst) and bool(eigen)
    return not los and not regel.tekst.endswith((":", "vervalt.", "vervallen."))


def _hang_zonder_label(stand: Stand, regel: Regel) -> None:
    """An instruction without label: below the frame it needs, or beside the frame when it names its own place."""
    knoop = Knoop(zin=regel.zonder_merk())
    if stand.huidig is stand.wortel and stand.wortel.zin is None and not stand.wortel.kinderen:
        stand.wortel.zin = knoop.zin
        return
    while (
        len(stand.stapel) > 1
        and not stand.huidig.wijzigt_opdracht
        and not stand.huidig.stijl
        and (not stand.huidig.kader or noemt_artikel(knoop.tekst))
    ):
        stand.stapel.pop()
    stand.hang(knoop)


def _nieuwe_tekst(stand: Stand, regel: Regel, plek: int) -> None:
    """A heading: the start (or a later part) of new text, or the bare name of the article that instructions follow.

    Below "Artikel 3 wordt als volgt gewijzigd:" a heading "Artikel 3 …" with text is the new text of that article.
    """
    if _opent_context(stand, regel, plek):
        while len(stand.stapel) > 1 and (not stand.huidig.kader or stand.huidig.naam):
            stand.stapel.pop()
        stand.hang(Knoop(zin=regel, naam=True))
        return
    kop = kop_van(regel.tekst)
    zelfde = kop is not None and kop.soort is Soort.ARTIKEL and genoemde_nummers(stand.huidig.tekst) == (kop.nummer,)
    if stand.huidig.kader and (not zelfde or stand.huidig.kinderen):
        stand.hang(Knoop())
    stand.huidig.payload.append(regel)


def _opent_context(stand: Stand, regel: Regel, plek: int) -> bool:
    """True for "Artikel 1 Begrippen" directly above an instruction that names no article itself."""
    kop = kop_van(regel.tekst)
    volgende = regel_na(stand.regels, plek)
    if kop is None or kop.soort is not Soort.ARTIKEL or kop.rest or stand.huidig.wacht or volgende is None:
        return False
    houder = next((k for k in reversed(stand.stapel) if k.kader and not k.naam), None)
    zelfde = genoemde_nummers(volgende.tekst)[:1] == (kop.nummer,)
    return houder is not None and is_hard(volgende.tekst) and (zelfde or not noemt_artikel(volgende.tekst))


def _is_los(stand: Stand, plek: int) -> bool:
    """True when the line is neither instruction nor new text of the current instruction."""
    if _is_afgerond(stand):
        return True
    if not stand.huidig.kader:
        return False
    return not stand.huidig.tekst or bool(stand.huidig.kinderen) or (plek < stand.laatste and not stand.huidig.stijl)


def _is_afgerond(stand: Stand) -> bool:
    """True when the current instruction needs no new text, so that what follows it is something else."""
    return (
        not stand.huidig.payload
        and not stand.huidig.wacht
        and bool(re.search(r"\bverval(?:t|len)\.?$|ingetrokken\.?$", stand.huidig.tekst))
    )


def _los(stand: Stand, regel: Regel) -> None:
    """Text that is neither instruction nor new text: kept as a part of its own."""
    while len(stand.stapel) > 1 and not stand.huidig.kader:
        stand.stapel.pop()
    stand.huidig.kinderen.append(Knoop(zin=regel.zonder_merk()))
