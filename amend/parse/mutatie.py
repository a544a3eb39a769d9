"""A change in the exact terms of STOP → the typed operation; nothing is read from the sentence that announces it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from amend.model.address import Plaats
from amend.model.besluit import Besluit, Instructie, Mutatie, WijzigArtikel, Zin
from amend.model.melding import Melding, Plek
from amend.model.operations import Handeling, Kader, Vervang, VervangOpschrift, VervangRegeling, Verwijder, VoegIn
from amend.model.renvooi import nieuwe_tekst, oude_tekst
from amend.model.stap import Stap
from amend.model.tree import Node, Soort, zichtbare_tekst
from amend.model.wid_adres import plaats_van_id
from amend.parse import codes_stop as codes


def bewerking(deel: Instructie, mutatie: Mutatie, onderdeel: str, regeling: str | None) -> Handeling:
    """The operation. Its address is for reading; ``wid`` is what it binds to."""
    plaats = _plaats(deel.payload, mutatie.wid)
    match mutatie.actie:
        case "vervang":
            return Vervang(
                onderdeel=onderdeel,
                regeling=regeling,
                wid=mutatie.wid,
                doel=(plaats,),
                inhoud=deel.payload,
                naast=mutatie.context or None,
                ervoor=mutatie.positie == "komtVoor",
            )
        case "vervangkop":
            return VervangOpschrift(
                onderdeel=onderdeel, regeling=regeling, wid=mutatie.wid, doel=(plaats,), inhoud=deel.payload
            )
        case "verwijder":
            return Verwijder(
                onderdeel=onderdeel, regeling=regeling, wid=mutatie.wid, doel=(plaats,), inhoud=deel.payload
            )
        case "vervangregeling":
            return VervangRegeling(onderdeel=onderdeel, regeling=regeling, wid=mutatie.wid, inhoud=deel.payload)
        case "voegtoe":
            return _voeg_in(deel.payload, mutatie, onderdeel, regeling)
        case onbekend:
            assert_never(onbekend)


def _voeg_in(payload: tuple[Node, ...], mutatie: Mutatie, onderdeel: str, regeling: str | None) -> VoegIn:
    anker = plaats_van_id(mutatie.wid)
    nieuw = [deel for node in payload for deel in nieuwe_tekst(node)]
    return VoegIn(
        onderdeel=onderdeel,
        regeling=regeling,
        wid=mutatie.wid,
        na=anker if mutatie.positie == "volgtOp" else None,
        voor=anker if mutatie.positie == "komtVoor" else None,
        soort=nieuw[0].soort.value if nieuw else "",
        nummer=tuple(node.nummer for node in nieuw if node.nummer),
        inhoud=payload,
    )


def _plaats(payload: tuple[Node, ...], wid: str) -> Plaats:
    """Where the element stands: by the eId in the decision, with the number that it has before the change."""
    oud = [deel for node in payload for deel in oude_tekst(node)]
    eid = payload[0].attribuut("stop:eId") if payload else None
    return plaats_van_id(eid or wid, oud[0].nummer if len(oud) == 1 else "")


def is_exact(artikel: WijzigArtikel) -> bool:
    """True when the changes of this article are given exactly, in it or in the annex that it names."""
    return bool(artikel.kenmerk("stop:bijlage")) or any(deel.mutatie is not None for deel in artikel.instructies)


@dataclass(frozen=True, slots=True)
class Aankondiging:
    """What an article with exact changes says before them: its number, the regulation, a step that only frames."""

    artikel: str
    regeling: str | None
    stappen: tuple[Stap, ...] = ()
    meldingen: tuple[Melding, ...] = ()


def kondig_aan(besluit: Besluit, artikel: WijzigArtikel) -> Aankondiging:
    """The frame of the changes of an article; a note when it founds a regulation, an error when its annex is absent."""
    nummer = artikel.kenmerk("stop:bij") or artikel.nummer
    bijlage = artikel.kenmerk("stop:bijlage")
    plek = Plek(artikel.regel, 1) if artikel.regel else None
    bron: WijzigArtikel | None = artikel
    if bijlage:
        bron = next(
            (a for a in besluit.artikelen if isinstance(a, WijzigArtikel) and a.kenmerk("stop:eId") == bijlage), None
        )
    if bron is None:
        return Aankondiging(nummer, None, (), (_zonder_mutatie(besluit, nummer, bijlage, plek),))
    regeling = bron.kenmerk("stop:was").partition("/nld@")[0] or None
    if artikel.kenmerk("stop:bij"):
        return Aankondiging(nummer, regeling)
    stap = Stap(nummer, "", artikel.zin or Zin(()), (Kader(regeling=regeling),), (), regeling)
    return Aankondiging(nummer, regeling, (stap,))


def _zonder_mutatie(besluit: Besluit, artikel: str, bijlage: str, plek: Plek | None) -> Melding:
    nieuw = [b for b in besluit.bijlagen if any(kind.soort is Soort.REGELING for kind in b.kinderen)]
    if any(_hoort_bij(b, bijlage) for b in nieuw):
        tekst = f"Artikel {artikel} stelt een regeling vast; haar tekst staat in een bijlage bij het besluit."
        hulp = "Neem de regeling op met amend importeer --als regeling."
        return codes.VASTSTELLING.melding(tekst, plek, hulp).bij(artikel)
    tekst = f"Artikel {artikel} verwijst naar bijlage {bijlage}, maar die staat niet in het bestand."
    return codes.BIJLAGE_ONTBREEKT.melding(tekst, plek, "Lever het hele besluit aan.").bij(artikel)


def _hoort_bij(bijlage: Node, eid: str) -> bool:
    return bijlage.attribuut("stop:eId") == eid


def woorden_van(payload: tuple[Node, ...]) -> tuple[int, int]:
    """How many words of the payload are the text after the change, and how many there are."""
    nieuw = [deel for node in payload for deel in nieuwe_tekst(node)]
    tel = [sum(len(zichtbare_tekst(node).split()) for node in nodes) for nodes in (nieuw, payload)]
    return min(tel), tel[1]
