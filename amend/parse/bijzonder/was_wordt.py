"""Old and new text named as such in one sentence: "Artikel 3, tweede lid. Oude tekst: … Nieuwe tekst: …" (F93)."""

from __future__ import annotations

import re
from typing import Final

from amend.model.operations import Vervang, VervangTekst
from amend.parse.bijzonder.vorm import Uitkomst, Zin, patroon, vorm
from amend.parse.citaten import lees_citaat, opent
from amend.parse.toestand import zonder_slot

_WIJZIGT: Final = patroon(
    r"\s*[.,;:]?\s*(?:wordt|worden|te)\s+(?:(?:gewijzigd|veranderd|wijzigen|veranderen)\s+(?:in|als\s+volgt)|"
    r"(?:vervangen|vervangen)\s+door)\s*:?\s*(?P<nieuw>.*)"
)


@vorm(
    r"(?P<waar>(?:artikel|art\.|bijlage|het\s+\w+\s+lid|onderdeel)\b[^:“„«‘\"]{0,160}?)\s*[:.,;]?\s+(?:de\s+)?(?:oude|huidige|bestaande)\s+tekst\s*:"
    r"\s*(?P<oud>.+?)\s+(?:de\s+)?(?:nieuwe|gewijzigde)\s+tekst\s*:\s*(?P<nieuw>.*)",
    r"(?P<waar>(?:artikel|art\.|bijlage|het\s+\w+\s+lid|onderdeel)\b[^:“„«‘\"]{0,160}?)\s*[:.,;]?\s+(?:was|oud)\s*:"
    r"\s*(?P<oud>.+?)\s+(?:wordt|nieuw)\s*:\s*(?P<nieuw>.*)",
    r"(?:de\s+)?(?:oude|huidige|bestaande)\s+tekst\s+(?:van\s+)?(?P<waar>(?:artikel|art\.|bijlage|het\s+\w+\s+lid|onderdeel)\b[^:“„«‘\"]{0,160}?)\s*:"
    r"\s*(?P<oud>.+?)\s+(?:de\s+)?(?:nieuwe|gewijzigde)\s+tekst(?:\s+(?:van\s+)?(?P=waar))?\s*:\s*(?P<nieuw>.*)",
    signalen=(r"tekst\s*:", r"(?:oude|huidige|bestaande)\s+tekst\s", r"\b(?:was|oud)\s*:"),
)
def oud_en_nieuw(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """The element as it was, quoted as a condition, and as it becomes (below the sentence when nothing follows)."""
    doel = zin.plaats(m["waar"].strip(" .,;:"))
    if doel is None:
        return None
    oud, nieuw = (_kaal(tekst) for tekst in (m["oud"], m["nieuw"]))
    op = Vervang(doel=(doel,), luidt=oud, nieuw=nieuw or None, onderdeel=zin.onderdeel, spanne=zin.spanne)
    return (op,), ()


def _kaal(tekst: str) -> str:
    """The text without bullet, and without the quotation marks around all of it."""
    tekst = re.sub(r"^[•–-]\s+", "", tekst.strip())
    citaat = lees_citaat(tekst, 0) if opent(tekst + " ", 0) else None
    return citaat.tekst if citaat and not tekst[citaat.eind :].strip(" .;") else tekst


@vorm(
    r"(?:in\s+)?(?:artikel|art\.|bijlage|het\s+\w+\s+lid|onderdeel)\b.*:\s*[“„«‘\"'].*",
    signalen=(r":\s*[“„«‘\"'].*(?:wordt|worden|te)\s+(?:gewijzigd|veranderd|wijzigen|veranderen|vervangen)\b",),
)
def citaat_voorop(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """ "Artikel 2 van X: «oud». Wordt gewijzigd in: «nieuw»": the words first, then what happens to them."""
    for kop in re.finditer(r":\s*(?=[“„«‘\"'])", zin.tekst[zin.vanaf :]):
        begin, open_ = zin.vanaf + kop.start(), zin.vanaf + kop.end()
        citaat = lees_citaat(zin.tekst, open_)
        slot = _WIJZIGT.fullmatch(zin.tekst[citaat.eind :]) if citaat and citaat.gesloten else None
        if citaat is None or slot is None:
            continue
        ops, meldingen = zin.rest(re.sub(r"^(\s*)in\s", r"\1", zin.tekst[:begin], flags=re.I) + " komt te luiden:")
        if len(ops) != 1 or not isinstance(ops[0], Vervang):
            return None
        nieuw = _nieuwe_woorden(slot["nieuw"])
        op = VervangTekst(
            doel=ops[0].doel,
            oud=citaat.tekst,
            nieuw=nieuw,
            regeling=ops[0].regeling,
            onderdeel=zin.onderdeel,
            spanne=zin.spanne,
        )
        return (op,), meldingen
    return None


def _nieuwe_woorden(tekst: str) -> str:
    citaat = lees_citaat(tekst, 0) if opent(tekst + " ", 0) else None
    return citaat.tekst if citaat and not tekst[citaat.eind :].strip(" .;") else zonder_slot(tekst)
