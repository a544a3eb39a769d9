"""When is a regulation meant by a name? Comparison of titles as decisions write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from amend.history import codes
from amend.model.melding import Melding
from amend.model.operations import TrekIn
from amend.model.regeling import RegelingMeta
from amend.model.stap import Stap

_LIDWOORD = re.compile(r"^(?:de|het|een)\s+", re.IGNORECASE)
_STAART = re.compile(r",?\s+(?:zoals\s+)?(?:vastgesteld|laatstelijk|gewijzigd)\s.*$|\s*\([^)]*\)\s*$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def gewone_naam(naam: str) -> str:
    """A title for comparison: no leading article, no quotes, no "zoals vastgesteld op …", folded case and space."""
    kaal = re.sub(r"[“”„‟\"'‘’«»]", "", naam)
    kaal = _LIDWOORD.sub("", re.sub(r"\s+", " ", kaal.replace("\N{NO-BREAK SPACE}", " ")).strip())
    return _STAART.sub("", kaal).strip(" .:;,").casefold()


def is_naam_van(naam: str, meta: RegelingMeta) -> bool:
    """True when ``naam`` is the title, the citation title or the STOP work of the regulation."""
    if _is_werk(naam):
        return naam == dict(meta.overig).get("stop:werk")
    gezocht = gewone_naam(naam)
    if re.fullmatch(r"(?:deze |die |genoemde )?wet", gezocht):
        return bool(re.search(r"wet\b|wetboek", meta.titel, re.IGNORECASE))
    return bool(gezocht) and gezocht in {gewone_naam(eigen) for eigen in (meta.titel, meta.citeertitel or "") if eigen}


_GEWOON = re.compile(
    r"algemene|de|het|een|van|voor|op|in|en|tot|over|betreffende|gemeente|gemeentelijke|provincie|waterschap|verordening"
    r"|regeling|besluit|reglement|regels|beleidsregels?|wet|statuut|nota|plan"
)


def _deelt_woord(naam: str, meta: RegelingMeta) -> bool:
    """True when the names have a word in common that says something (no kind of regulation, no year)."""
    eigen = f"{meta.titel} {meta.citeertitel or ''}"
    woorden = [
        {w for w in re.findall(r"[^\W\d_]{2,}", tekst.casefold()) if not _GEWOON.fullmatch(w)}
        for tekst in (naam, eigen)
    ]
    if not woorden[0] or not woorden[1]:
        return True
    return any(a in b or b in a for a in woorden[0] for b in woorden[1])


_ALGEMEEN = re.compile(
    r"(?:(?:de|het|deze|dit|die|dat|onderhavige|genoemde|bovengenoemde)\s+)*"
    r"(?:verordening|regeling|besluit|reglement|regels|beleidsregels?|statuut|nota|plan)",
    re.IGNORECASE,
)


def is_algemeen(naam: str | None) -> bool:
    """True for no name, or words that mean the regulation at hand: "deze verordening"."""
    return not naam or bool(_ALGEMEEN.fullmatch(naam.strip()))


def eigen_stappen(
    meta: RegelingMeta, stappen: Sequence[Stap]
) -> tuple[tuple[tuple[Stap, Stap], ...], tuple[Melding, ...]]:
    """The steps that speak of this regulation, as (step, step to execute), and findings about the names used.

    The frame of an amending article ("De X wordt als volgt gewijzigd") says which regulation it changes. Articles on
    another regulation are left out, and said so. A step that names another regulation than its frame is refused.
    """
    kaders = _kaders(stappen)
    namen = dict.fromkeys(naam for naam in kaders.values() if not is_algemeen(naam))
    eigen = {artikel for artikel, naam in kaders.items() if is_algemeen(naam) or is_naam_van(naam or "", meta)}
    raak = any(is_naam_van(naam or "", meta) for naam in namen)
    meldingen: list[Melding] = []
    if namen and not raak:
        genoemd = ", ".join(f"“{naam}”" for naam in namen)
        eigen_naam = meta.citeertitel or meta.titel
        enige = next(iter(namen)) or ""
        if len(namen) > 1 or not (_is_werk(enige) or _deelt_woord(enige, meta)):
            geen = "geen daarvan is" if len(namen) > 1 else "dat is niet"
            tekst = f"Het besluit wijzigt {genoemd}; {geen} “{eigen_naam}”."
            hulp = "Kies de regeling die het besluit noemt, of verbeter haar naam of citeertitel."
            return (), (codes.GEEN_VAN_DE_REGELINGEN.melding(tekst, hulp=hulp),)
        tekst = f"Het besluit wijzigt {genoemd}; de gekozen regeling heet “{eigen_naam}”."
        meldingen.append(codes.ANDERE_REGELING.melding(tekst, hulp="Ga na of dit dezelfde regeling is."))
        eigen = set(kaders)
    for artikel in [a for a in kaders if a not in eigen]:
        tekst = f"Artikel {artikel} wijzigt “{kaders[artikel]}” en is hier niet uitgevoerd."
        meldingen.append(codes.ANDER_ARTIKEL.melding(tekst))
    paren = [(stap, _geweigerd(stap, kaders[stap.artikel], meta)) for stap in stappen if stap.artikel in eigen]
    return tuple(paren), tuple(meldingen)


def _is_werk(naam: str) -> bool:
    """True for the work that a STOP decision names: its steps bind by permanent identity, so no name is needed."""
    return naam.startswith("/akn/")


def _kaders(stappen: Sequence[Stap]) -> dict[str, str | None]:
    """Amending article → the regulation that its first step names."""
    kaders: dict[str, str | None] = {}
    for stap in stappen:
        if kaders.get(stap.artikel) is None:
            kaders[stap.artikel] = stap.regeling
    return kaders


def _geweigerd(stap: Stap, kader: str | None, meta: RegelingMeta) -> Stap:
    genoemd = [op.regeling for op in stap.bewerkingen if not isinstance(op, TrekIn)]
    eigen = {gewone_naam(naam) for naam in (kader or "", meta.titel, meta.citeertitel or "")}
    vreemd = [naam for naam in (*genoemd, stap.regeling) if naam and not is_algemeen(naam)]
    vreemd = [naam for naam in vreemd if gewone_naam(naam) not in eigen and not is_naam_van(naam, meta)]
    if not vreemd:
        return stap
    tekst = (
        f"Onderdeel {stap.naam} noemt “{vreemd[0]}”, maar staat onder de wijziging van “{kader or meta.titel}”; "
        f"het is niet zeker welke regeling is bedoeld."
    )
    hulp = "Leg de keuze “uitvoeren” of “overslaan” vast in keuzes.toml, met de reden."
    melding = codes.NAAM_WIJKT_AF.melding(tekst, stap.zin.plek(0, len(stap.zin.plat)), hulp).bij(stap.naam)
    return replace(stap, meldingen=(*stap.meldingen, melding))
