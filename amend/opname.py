"""A file with what a person says about it → a regulation or decision that can be stored. Shared by command and page.

Reading and storing are two steps, so that nothing is stored before the person has seen what was read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from amend import pipeline
from amend.history.namen import is_naam_van
from amend.history.slot import slotbepalingen
from amend.model.besluit import Besluit
from amend.model.identity import geef_wids, zonder_wids
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding, definieer
from amend.model.regeling import Regeling
from amend.model.stap import Keuze
from amend.read.bestand import Bestand
from amend.read.lezers import IS_REGELING
from amend.store import Store

NIET_GEKOPPELD = definieer(
    "W506",
    "Het besluit hoort bij geen regeling in de werkmap",
    "Een besluit werkt alleen door in een regeling waaraan het is gekoppeld: door de naam erin of met --regeling.",
)
TE_ZWAAR = definieer(
    "E510",
    "Het bestand is te zwaar om te lezen",
    "Lezen kostte te veel tijd of geheugen en is gestopt. Er is niets bewaard. Splits het bestand.",
)

ZONDER_BEKEND = definieer(
    "W515",
    "Geen dag van bekendmaking",
    "Zonder die dag is niet te bepalen sinds wanneer het besluit bekend is; tot zij is ingevuld, wordt van de regeling "
    "geen versie gegeven (E401).",
)
BEKEND_AANGENOMEN = definieer(
    "N516",
    "Dag van bekendmaking aangenomen",
    "Van een regeling zonder dag van bekendmaking wordt aangenomen dat zij bekend was op de dag voor de "
    "inwerkingtreding. Dat bepaalt wat op een dag bekend was.",
)
TE_VROEG_BEKEND = definieer(
    "W517",
    "Bekendgemaakt voor de vaststelling",
    "De dag van bekendmaking ligt voor de dag van vaststelling. Een van beide is onjuist.",
)

_UIT_PDF = "De tekst is gelezen uit een pdf en moet nog worden bevestigd."
_FICTIEF = re.compile(r"\bfictie(f|ve)\b", re.IGNORECASE)
_ACHTERVOEGSEL = re.compile(r"\.[a-z0-9]{1,8}")

Meldingen = tuple[Melding, ...]


@dataclass(frozen=True, slots=True)
class Gegevens:
    """What a person says about the document beside its text; what is None or empty is taken from the document."""

    id: str | None = None
    regelingen: tuple[str, ...] = ()
    bekend: date | None = None
    blad: str | None = None
    opmerkingen: tuple[str, ...] = ()
    ontvangen: date | None = None
    rectificeert: str | None = None
    autoriteit: str | None = None
    fictief: bool = False
    vervang: bool = False
    kenmerk: str | None = None


@dataclass(frozen=True, slots=True)
class Opname:
    """What was read, not stored yet: exactly one of ``regeling`` and ``besluit``; the file as received."""

    regeling: Regeling | None
    besluit: Besluit | None
    bron: bytes
    achtervoegsel: str


def lees(
    bestand: Bestand, naam: str, store: Store, over: Gegevens, als: str | None = None
) -> tuple[Opname | None, Meldingen]:
    """File → what can be stored (None when it cannot be read), with findings. ``als``: regeling, besluit or None.

    ``naam`` is the name of the file; it only gives a name and an extension, and is never used as a path.
    """
    if bestand.vorm == "pdf":
        over = replace(over, opmerkingen=(*over.opmerkingen, _UIT_PDF))
    is_regeling = als == "regeling" or (als is None and bestand.soort in IS_REGELING)
    return (_regeling if is_regeling else _besluit)(bestand, PurePath(naam), store, over)


def lees_bytes(
    inhoud: bytes, naam: str, werkmap: Path, als: str | None = None
) -> tuple[Bestand | None, Opname | None, Meldingen]:
    """Bytes as received → the file as recognised, what can be stored, findings; for a process of its own."""
    bestand, meldingen = pipeline.open_bytes(inhoud)
    if bestand is None:
        return None, None, meldingen
    gelezen, bij_lezen = lees(bestand, naam, Store(werkmap), Gegevens(), als)
    return bestand, gelezen, (*meldingen, *bij_lezen)


def vul_aan(opname: Opname, over: Gegevens) -> Opname:
    """The same with what a person says about it."""
    if opname.regeling is not None:
        return replace(opname, regeling=_vul_regeling(opname.regeling, PurePath(), over))
    assert opname.besluit is not None  # noqa: S101 - one of the two is always there
    return replace(opname, besluit=_met_gegevens(opname.besluit, PurePath(), over))


def bewaar(
    store: Store, opname: Opname, *, vervang: bool = False, keuzes: Sequence[Keuze] = ()
) -> tuple[str | None, Meldingen]:
    """Store it, whole or not at all: where it went (None: nowhere) and findings."""
    if opname.regeling is not None:
        bezwaar = store.bewaar_regeling(opname.regeling, vervang=vervang)
        return (None if bezwaar else f"regelingen/{opname.regeling.meta.id}/"), bezwaar
    assert opname.besluit is not None  # noqa: S101 - one of the two is always there
    besluit, bezwaar = store.bewaar_besluit(
        opname.besluit, opname.bron, opname.achtervoegsel, vervang=vervang, keuzes=keuzes
    )
    return (None if bezwaar else f"wijzigingen/{besluit.meta.id}/"), bezwaar


def over_bekendmaking(opname: Opname) -> Meldingen:
    """What there is to say of the day of publication: absent, assumed, or before the day of adoption."""
    document = opname.regeling or opname.besluit
    assert document is not None  # noqa: S101 - one of the two is always there
    meta = document.meta
    if meta.bekend is not None and meta.vastgesteld is not None and meta.bekend < meta.vastgesteld:
        tekst = (
            f"Bekendgemaakt op {datum_tekst(meta.bekend)}, maar vastgesteld op {datum_tekst(meta.vastgesteld)}; "
            f"een van beide is onjuist."
        )
        return (TE_VROEG_BEKEND.melding(tekst, hulp="Geef de juiste dag met --bekend JJJJ-MM-DD en --vervang."),)
    if meta.bekend is not None:
        return ()
    if opname.besluit is not None:
        tekst = f"Van het besluit “{meta.titel or meta.id}” is geen dag van bekendmaking opgegeven of gelezen."
        return (ZONDER_BEKEND.melding(tekst, hulp="Geef haar met --bekend JJJJ-MM-DD (en --vervang)."),)
    assert opname.regeling is not None  # noqa: S101 - the other of the two
    begin = slotbepalingen(opname.regeling).instelling
    tekst = "Van de regeling is geen dag van bekendmaking en geen dag van inwerkingtreding bekend."
    if begin.bek is not None:
        dag = datum_tekst(begin.bek)
        tekst = "Van de regeling is geen dag van bekendmaking bekend; aangenomen is de dag voor de inwerkingtreding: "
        tekst += f"{dag}."
    return (BEKEND_AANGENOMEN.melding(tekst, hulp="Geef haar met --bekend JJJJ-MM-DD (en --vervang)."),)


def naam_uit(titel: str) -> str:
    """A name for the work folder from a title: small letters, digits and hyphens, at most 60 characters."""
    kaal = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:60].strip("-") or "zonder-titel"


def _regeling(bestand: Bestand, naam: PurePath, store: Store, over: Gegevens) -> tuple[Opname | None, Meldingen]:
    regeling, meldingen = pipeline.lees_regeling(bestand, over.id or "")
    if regeling is None or _fout(meldingen):
        return None, meldingen
    return Opname(_vul_regeling(regeling, naam, over), None, bestand.inhoud, _achter(naam)), meldingen


def _besluit(bestand: Bestand, naam: PurePath, store: Store, over: Gegevens) -> tuple[Opname | None, Meldingen]:
    besluit, meldingen = pipeline.lees_besluit(bestand, over.id or "")
    if besluit is None or _fout(meldingen):
        return None, meldingen
    besluit = _vul_besluit(besluit, naam, store, over)
    onbekend = [id for id in besluit.meta.regelingen if id not in store.regelingen]
    if onbekend:
        return None, (*meldingen, *store.regeling(onbekend[0])[1])
    meldingen = (*meldingen, *_vooruitblik(besluit))
    return Opname(None, besluit, bestand.inhoud, _achter(naam)), meldingen


def _achter(naam: PurePath) -> str:
    """The extension under which the source is kept."""
    achter = naam.suffix.lower()
    return achter if _ACHTERVOEGSEL.fullmatch(achter) else ".txt"


def _vooruitblik(besluit: Besluit) -> Meldingen:
    """What stands in the way of executing the decision, and whether it changes anything in the work folder."""
    ontleed = pipeline.ontleed(besluit)
    bij_stappen = (m.bij(stap.naam) for stap in ontleed.stappen for m in stap.meldingen)
    blokkades = tuple(m for m in dict.fromkeys((*ontleed.meldingen, *bij_stappen)) if m.blokkeert)
    if besluit.meta.regelingen:
        return blokkades
    namen = (
        ", ".join(f"“{naam}”" for naam in dict.fromkeys(s.regeling for s in ontleed.stappen) if naam) or "geen regeling"
    )
    tekst = f"Het besluit noemt {namen}; dat is geen regeling in de werkmap, zodat het nergens op wordt toegepast."
    return (*blokkades, NIET_GEKOPPELD.melding(tekst, hulp="Importeer de regeling eerst, of geef --regeling NAAM."))


def _fout(meldingen: Meldingen) -> bool:
    return any(m.ernst == "fout" for m in meldingen)


def _vul_regeling(regeling: Regeling, naam: PurePath, over: Gegevens) -> Regeling:
    meta, root = regeling.meta, regeling.root
    if over.autoriteit:
        root = geef_wids(zonder_wids(root), f"{over.autoriteit}_1")
    return Regeling(
        root=root,
        meta=replace(
            meta,
            id=over.id or meta.id or naam_uit(meta.citeertitel or meta.titel or naam.stem),
            bekend=over.bekend or meta.bekend,
            bron=over.blad or meta.bron,
            kenmerk=over.kenmerk or meta.kenmerk,
            autoriteit=over.autoriteit or meta.autoriteit,
            opmerkingen=(*meta.opmerkingen, *over.opmerkingen),
            fictief=over.fictief or meta.fictief or bool(_FICTIEF.search(meta.titel)),
        ),
    )


def _vul_besluit(besluit: Besluit, naam: PurePath, store: Store, over: Gegevens) -> Besluit:
    if not over.regelingen and not besluit.meta.regelingen:
        regelingen = _gewijzigde_regelingen(besluit, store)
        besluit = replace(besluit, meta=replace(besluit.meta, regelingen=regelingen))
    return _met_gegevens(besluit, naam, over)


def _met_gegevens(besluit: Besluit, naam: PurePath, over: Gegevens) -> Besluit:
    meta = besluit.meta
    extra = (("ontvangen", over.ontvangen and over.ontvangen.isoformat()), ("rectificeert", over.rectificeert))
    return replace(
        besluit,
        meta=replace(
            meta,
            id=over.id or meta.id or naam_uit(meta.citeertitel or meta.titel or naam.stem),
            regelingen=over.regelingen or meta.regelingen,
            bekend=over.bekend or meta.bekend,
            blad=over.blad or meta.blad,
            kenmerk=over.kenmerk or meta.kenmerk,
            opmerkingen=(*meta.opmerkingen, *over.opmerkingen),
            overig=(*meta.overig, *((naam, waarde) for naam, waarde in extra if waarde)),
            fictief=over.fictief or meta.fictief or bool(_FICTIEF.search(meta.titel)),
        ),
    )


def _gewijzigde_regelingen(besluit: Besluit, store: Store) -> tuple[str, ...]:
    """The regulations of the store that the decision names as what it changes."""
    namen = {stap.regeling for stap in pipeline.ontleed(besluit).stappen if stap.regeling}
    gelezen = ((id, store.regeling(id)[0]) for id in store.regelingen)
    return tuple(id for id, regeling in gelezen if regeling and any(is_naam_van(naam, regeling.meta) for naam in namen))
