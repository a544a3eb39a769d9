"""A file's bytes → text and the kind of file. Bad content gives findings, never an exception.

The kind is recognised from the content, not from the name. Limits: 50 MB, plain text 10 MB; text must be
UTF-8, UTF-16 with a byte order mark, or plausibly Windows-1252.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from amend.model.melding import Melding, Plek
from amend.model.tree import Soort
from amend.read import codes, codes_document
from amend.read.instructietaal import lijkt_instructie
from amend.read.koppen import kop_van
from amend.read.pagina import BEGIN, EINDE
from amend.read.xml_soort import Xmlsoort, xml_soort

MAXIMUM: Final = 50 * 1024 * 1024
MAXIMUM_TEKST: Final = 10 * 1024 * 1024
"""Plain text is read line by line; a regulation or decision is never this large."""

Bestandssoort = Xmlsoort | Literal["regeling_tekst", "besluit_tekst", "docx", "pdf", "html", "onbekend"]

_STUUR: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_GEWIJZIGD: Final = re.compile(
    r"als volgt gewijzigd|gewijzigd als volgt|kom(?:t|en) te luiden|word(?:t|en) (?:gelezen|vervangen)"
    r"|als volgt te wijzigen|wordt ingetrokken"
)


@dataclass(frozen=True, slots=True)
class Bestand:
    """What was read: the kind, the text ("" for rubbish), the bytes, and the findings.

    ``vorm`` is "docx", "html" or "pdf" when the text was taken out of such a file; ``soort`` is then that of the text.
    """

    soort: Bestandssoort
    tekst: str = ""
    inhoud: bytes = b""
    meldingen: tuple[Melding, ...] = ()
    vorm: str = ""


def lees_bestand(pad: Path) -> Bestand:
    """The file at ``pad``. Raises OSError when it cannot be read; everything else is a finding (E100-W103)."""
    if pad.stat().st_size > MAXIMUM:
        return _fout(codes.TE_GROOT.melding(f"{pad.name} is groter dan 50 MB.", None, "Splits het bestand."))
    with pad.open("rb") as stroom:
        return herken(stroom.read(MAXIMUM + 1))


def herken(inhoud: bytes) -> Bestand:
    """The kind and text of these bytes."""
    if len(inhoud) > MAXIMUM:
        return _fout(codes.TE_GROOT.melding("Het bestand is groter dan 50 MB.", None, "Splits het bestand."))
    if inhoud.startswith(b"%PDF"):
        return Bestand("pdf", "", inhoud)
    if inhoud.startswith(b"PK\x03\x04"):
        return Bestand("docx", "", inhoud) if _is_docx(inhoud) else _fout(_geen_word(inhoud))
    tekst, meldingen = ontcijfer(inhoud)
    if tekst is None:
        return Bestand("onbekend", "", inhoud, meldingen)
    if not tekst.strip():
        leeg = codes.LEEG.melding("Het bestand is leeg.", None, "Kies een ander bestand.")
        return Bestand("onbekend", tekst, inhoud, (*meldingen, leeg))
    soort = soort_van(tekst)
    if len(inhoud) > MAXIMUM_TEKST and soort in ("regeling_tekst", "besluit_tekst", "onbekend"):
        zin = f"De tekst is {len(inhoud) / 1024 / 1024:.0f} MB; platte tekst mag hoogstens 10 MB zijn."
        return _fout(codes.TE_GROOT.melding(zin, None, "Splits de tekst per regeling of besluit, en bijlagen apart."))
    return Bestand(soort, tekst, inhoud, meldingen)


def _fout(melding: Melding) -> Bestand:
    return Bestand("onbekend", meldingen=(melding,))


def _is_docx(inhoud: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            return "word/document.xml" in archief.namelist()
    except zipfile.BadZipFile:
        return False


def _geen_word(inhoud: bytes) -> Melding:
    """A zip that is no Word file: damaged, or something else that is packed."""
    if zipfile.is_zipfile(BytesIO(inhoud)):
        zin = "Het bestand is een ingepakt bestand (zip), maar geen Word-bestand (docx)."
        return codes_document.GEEN_DOCUMENT.melding(zin, hulp="Pak het uit en lever het bestand met de tekst aan.")
    zin = "Het Word-bestand (of ingepakte bestand) is beschadigd of niet compleet."
    hulp = "Haal of verstuur het bestand opnieuw, of open het in Word en sla het opnieuw op als docx."
    return codes_document.GEEN_DOCUMENT.melding(zin, hulp=hulp)


def ontcijfer(inhoud: bytes) -> tuple[str | None, tuple[Melding, ...]]:
    """The text of these bytes, or None when they are no text (E101). Windows-1252 gives a warning (W103)."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        tekst = _decodeer(inhoud, "utf-16")
    else:
        tekst = _decodeer(inhoud, "utf-8-sig")
    if tekst is not None:
        return (tekst, ()) if not _STUUR.search(tekst) else (None, (_rommel(tekst),))
    tekst = _decodeer(inhoud, "cp1252")
    if tekst is None or _STUUR.search(tekst) or not _aannemelijk(tekst):
        return None, (_rommel(tekst or ""),)
    zin = "Het bestand is geen UTF-8 en is gelezen als Windows-1252."
    return tekst, (codes.CP1252.melding(zin, None, "Controleer letters met accenten en het euroteken."),)


def _decodeer(inhoud: bytes, codering: str) -> str | None:
    try:
        return inhoud.decode(codering)
    except UnicodeDecodeError:
        return None


def _aannemelijk(tekst: str) -> bool:
    """True when letters outside ASCII are rare, as in Dutch."""
    vreemd = sum(1 for teken in tekst if ord(teken) > 126)
    return vreemd * 12 <= len(tekst)


def _rommel(tekst: str) -> Melding:
    treffer = _STUUR.search(tekst)
    plek = Plek(tekst.count("\n", 0, treffer.start()) + 1, 1) if treffer else None
    return codes.ONLEESBAAR.melding("Het bestand bevat geen leesbare tekst.", plek, "Kies een ander bestand.")


def soort_van(tekst: str) -> Bestandssoort:
    """The kind of a text, from its content."""
    begin = tekst.lstrip("\ufeff \t\r\n")
    soort = _soort_xml(begin) if begin.startswith("<") else None
    if soort is not None:
        return soort
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    if BEGIN in regels and EINDE in regels:
        return "regeling_tekst"
    if _is_besluit(regels):
        return "besluit_tekst"
    if _GEWIJZIGD.search(tekst[:20_000]) and re.search(r"wijzig|verander", tekst[:3000], re.IGNORECASE):
        return "besluit_tekst"
    koppen = sum(1 for regel in regels[:5000] if (kop := kop_van(regel)) and kop.soort is Soort.ARTIKEL)
    return "regeling_tekst" if koppen else "onbekend"


def _soort_xml(begin: str) -> Bestandssoort | None:
    """The kind of a text that begins with "<"; None when the mark-up is only a header above plain text."""
    if re.match(r"<!doctype html|<html\b|<!--.{0,400}?-->\s*<html\b", begin[:2000], re.IGNORECASE | re.DOTALL):
        return "html"
    soort, naam = xml_soort(begin)
    if soort == "xml_anders" and not begin.startswith("<?xml") and not begin.rstrip().endswith(">"):
        return None
    if re.fullmatch(r"head|body|div|p|table|meta|span|h\d", naam, re.IGNORECASE):
        return "html"
    return soort


def _is_besluit(regels: list[str]) -> bool:
    """An amending decision: a Roman first article, or more lines that instruct than a regulation ever has."""
    romeins = any((kop := kop_van(r)) and kop.soort is Soort.ARTIKEL and kop.nummer == "I" for r in regels[:400])
    instructies = sum(
        1 for regel in regels[:4000] if lijkt_instructie(re.sub(r"^\W*(?:\w{1,2}[.)]|[A-Z]{1,2})\s+", "", regel))
    )
    if romeins and instructies:
        return True
    artikelen = sum(1 for regel in regels[:4000] if (kop := kop_van(regel)) and kop.soort is Soort.ARTIKEL)
    return instructies >= 1 and instructies * 3 > artikelen
