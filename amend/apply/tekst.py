"""Text edits: replace, insert and delete quoted words (F17-F29, F33-F38)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.apply import codes
from amend.apply.bind import bind
from amend.apply.blokken import Blok, blokken, koppen, met_runs, runs_van
from amend.apply.citaat_mis import bijna, niet_gevonden
from amend.apply.doelwit import Doelwit
from amend.apply.opmaak import opgemaakt
from amend.apply.voegen import invoeging, raar, tussen
from amend.apply.werk import Werk, zeg
from amend.apply.zoeken import ELLIPS, Treffer, treffer_met_ellips, treffers
from amend.model.address import Plaats
from amend.model.operations import VervangTekst, VerwijderTekst, VoegTekstIn
from amend.model.tree import Run, platte_tekst, vervang_tekens

TekstOp = VervangTekst | VoegTekstIn | VerwijderTekst
Bewerk = Callable[[str, Treffer], tuple[int, int, str]]
"""From the block and a hit to the edit: (start, end, new characters)."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit in a block."""

    blok: Blok
    treffer: Treffer


_SLUITEND: Final = frozenset(",.;:")
"""Marks that stand against the word before them; where one gives way to a word, a space belongs."""


def vervang_tekst(werk: Werk, op: VervangTekst) -> None:
    """'In X wordt "a" vervangen door "b"'."""
    if not op.nieuw.strip():
        werk.weiger(codes.PAYLOAD_ONTBREEKT, f"de nieuwe woorden voor “{op.oud}” ontbreken.")

    for plaats in op.niet_in:
        _niet_in(werk, op, plaats)

    if op.verbuigingen:
        _vraag_verbuigingen(werk, op)

    def bewerk(tekst: str, treffer: Treffer) -> tuple[int, int, str]:
        start, eind, nieuw = treffer.start, treffer.eind, op.nieuw.strip()
        if nieuw[0] in ",.;:)" and tekst[:start].endswith(" "):
            start -= 1
        if tekst[start:eind][:1] in _SLUITEND and nieuw[0].isalpha():
            nieuw = tussen(tekst[:start], nieuw) + nieuw
        if tekst[start:eind][-1:] in _SLUITEND and nieuw[-1].isalpha():
            nieuw += tussen(nieuw, tekst[eind:])
        return start, eind, nieuw

    _voer_uit(werk, op, op.oud, bewerk)


def _niet_in(werk: Werk, op: VervangTekst, plaats: Plaats) -> None:
    """ "In a en b wordt «x» respectievelijk «y» …": x of a, y of b; x in b as well would leave both readings open."""
    velden = [blok for plek in bind(werk, plaats) for blok in blokken(werk, plek)]
    if any(hit.treffer.heel for hit in _zoek(velden, op.oud)):
        werk.weiger(
            codes.CITAAT_VAKER,
            f"“{op.oud}” staat ook in {zeg(plaats)}; niet duidelijk is of “respectievelijk” de plaatsen verdeelt.",
            "Geef elke plaats een eigen opdracht.",
        )


def _vraag_verbuigingen(werk: Werk, op: VervangTekst) -> None:
    """F26: the inflected forms that stand in the places, for a person to decide upon."""
    stam = op.oud.strip().casefold()
    velden = [blok.zichtbaar for plaats in op.doel for plek in bind(werk, plaats) for blok in blokken(werk, plek)]
    vormen = dict.fromkeys(
        woord
        for tekst in velden
        for woord in re.findall(r"[^\W\d_][\w’'-]*", tekst)
        if woord.casefold() != stam and _zelfde_stam(woord.casefold(), stam)
    )
    genoemd = ", ".join(f"“{woord}”" for woord in list(vormen)[:10]) or "geen"
    werk.vraag(
        codes.VERBUIGINGEN,
        f"ook verbuigingen van “{op.oud}” zijn bedoeld; gevonden: {genoemd}.",
        "“Uitvoeren” wijzigt alleen de letterlijke woorden; geef voor elke andere vorm een eigen opdracht.",
    )


def _zelfde_stam(woord: str, stam: str) -> bool:
    kort = stam[:-2] if stam.endswith("en") else stam[:-1] if stam.endswith(("e", "s")) else stam
    return len(kort) > 2 and woord.startswith(kort) and len(woord) <= len(stam) + 3


def voeg_tekst_in(werk: Werk, op: VoegTekstIn) -> None:
    """'In X wordt na (voor) "a" ingevoegd "b"'."""
    anker = _anker(op)
    if not anker.strip():
        werk.weiger(codes.ADRES, "de instructie noemt niet precies één plaats voor de in te voegen woorden.")
    if not op.nieuw.strip():
        werk.weiger(codes.PAYLOAD_ONTBREEKT, f"de in te voegen woorden bij “{anker}” ontbreken.")

    def bewerk(tekst: str, treffer: Treffer) -> tuple[int, int, str]:
        plek = treffer.eind if op.voor is None else treffer.start
        if op.na is not None and op.voor is not None:
            plek = treffer.start + len(op.na.strip())
        start = plek
        if op.nieuw.strip()[0] in ",.;:)" and tekst[:start].endswith(" "):
            start -= 1
        voor, na = tekst[:start], tekst[plek:]
        if not treffer.heel:
            return start, plek, op.nieuw.strip()
        return start, plek, invoeging(voor, op.nieuw, na)

    _voer_uit(werk, op, anker, bewerk)


def _anker(op: VoegTekstIn) -> str:
    """The words to find: those after or before which the new ones come; with "tussen" both, side by side."""
    if op.na is None or op.voor is None:
        return op.na or op.voor or ""
    tussen = "" if op.voor.strip()[:1] in ",.;:)" else " "
    return f"{op.na.strip()}{tussen}{op.voor.strip()}" if op.na.strip() and op.voor.strip() else ""


def verwijder_tekst(werk: Werk, op: VerwijderTekst) -> None:
    """'In X vervalt "a"': double spaces collapse; punctuation goes only when quoted."""

    def bewerk(tekst: str, treffer: Treffer) -> tuple[int, int, str]:
        start, eind = treffer.start, treffer.eind
        voor, na = tekst[:start], tekst[eind:]
        if op.slot:
            return len(voor.rstrip()), eind, ""
        if (not voor or voor[-1].isspace()) and na[:1].isspace():
            eind += len(na) - len(na.lstrip())
        elif voor[-1:].isspace() and (not na or na[0] in ".,;:)") and voor.rstrip()[-1:] not in (",", ";"):
            start = len(voor.rstrip())
        return start, eind, ""

    _voer_uit(werk, op, op.oud, bewerk)


def _voer_uit(werk: Werk, op: TekstOp, citaat: str, bewerk: Bewerk) -> None:
    """Find in every target first; edit only when all targets have what the instruction says (F19: not partial)."""
    if not citaat.strip():
        werk.weiger(codes.ADRES, "de instructie haalt geen woorden aan.")
    if not op.doel:
        werk.weiger(codes.ADRES, "de instructie noemt geen plaats voor de tekstwijziging.")
    per_doel = [_hits(werk, op, citaat, plaats) for plaats in op.doel]
    hits = _uniek([hit for hits, _ in per_doel for hit in hits])
    _tel(werk, op, citaat, hits, [blok for _, velden in per_doel for blok in velden])
    for hit in hits:
        _controleer(werk, hit, citaat)
    for hit in sorted(hits, key=lambda h: (h.blok.pad, h.blok.kop, h.treffer.start), reverse=True):
        _pas_toe(werk, op, hit, bewerk)


def _uniek(hits: Sequence[Hit]) -> list[Hit]:
    """Targets may overlap ("artikel 3 en artikel 3, lid 2"): a place is edited once."""
    gezien: dict[tuple[object, ...], Hit] = {}
    for hit in hits:
        gezien.setdefault((hit.blok.pad, hit.blok.kop, hit.treffer.start), hit)
    return list(gezien.values())


def _hits(werk: Werk, op: TekstOp, citaat: str, plaats: Plaats) -> tuple[list[Hit], list[Blok]]:
    plekken = bind(werk, plaats)
    velden = [blok for plek in plekken for blok in blokken(werk, plek)]
    return _in_velden(werk, op, citaat, plaats, plekken, velden), velden


def _in_velden(
    werk: Werk, op: TekstOp, citaat: str, plaats: Plaats, plekken: Sequence[Doelwit], velden: Sequence[Blok]
) -> list[Hit]:
    gevonden = _zoek(velden, citaat) or _zonder_losse_spaties(velden, citaat)
    if isinstance(op, VervangTekst | VerwijderTekst) and op.slot:
        return _aan_het_slot(werk, citaat, plaats, gevonden, velden)
    heel = [hit for hit in gevonden if hit.treffer.heel]
    if len(heel) > 1 and not op.telkens and _HOOG.search(citaat):
        heel = [hit for hit in heel if _HOOG.search(_woorden_van(hit))] or heel  # "m²" is not the "m2" beside it
    if heel:
        _andere_hoofdletter(werk, op, citaat, plaats, velden, heel)
        _noem_langere(werk, op, citaat, len(gevonden) - len(heel))
        return _kies(werk, op, citaat, plaats, heel)
    if len(gevonden) == 1:
        werk.vraag(
            codes.DEEL_VAN_WOORD,
            f"“{citaat}” staat in {zeg(plaats)} alleen als deel van een langer woord (“{_omgeving(gevonden[0])}”).",
            "“Uitvoeren” wijzigt dat deel van het woord.",
        )
        return gevonden
    tot = isinstance(op, VervangTekst | VerwijderTekst) and op.exclusief
    ellips = [
        Hit(blok, t)
        for blok in velden
        for t in _verschuif(treffer_met_ellips(blok.zichtbaar, citaat, exclusief=tot), blok.van)
    ]
    if ELLIPS.search(citaat) and len(ellips) == 1:
        hoever = "het eerste deel tot aan het laatste deel, dat blijft staan" if tot else ""
        hoever = hoever or "het eerste tot en met het laatste deel"
        werk.meld(codes.ELLIPS, f"“{citaat}” is gelezen als de woorden van {hoever}.")
        return ellips
    in_kop = _zoek([kop for plek in plekken for kop in koppen(werk, plek)], citaat)
    if len(in_kop) == 1 and not gevonden:
        werk.vraag(
            codes.ALLEEN_IN_OPSCHRIFT,
            f"“{citaat}” staat in {zeg(plaats)} alleen in het opschrift, dat de instructie niet noemt.",
            "Kies “uitvoeren” om het opschrift te wijzigen.",
        )
        return in_kop
    raise niet_gevonden(werk, citaat, plaats, velden)


_HOOG: Final = re.compile("[¹²³⁰⁴-⁹₀-₉½¼¾]")


def _woorden_van(hit: Hit) -> str:
    return hit.blok.tekst[hit.treffer.start : hit.treffer.eind]


def _aan_het_slot(werk: Werk, citaat: str, plaats: Plaats, hits: list[Hit], velden: Sequence[Blok]) -> list[Hit]:
    """The hit with which the place ends, apart from its closing mark."""
    laatste = velden[-1] if velden else None
    eind = [hit for hit in hits if hit.blok is laatste and not _na(hit).strip(" .;,:")]
    if not eind:
        tekst = f"{zeg(plaats)} eindigt niet op “{citaat}”"
        staat = laatste.zichtbaar.rstrip()[-40:] if laatste else ""
        werk.weiger(codes.CITAAT_ONTBREEKT, f"{tekst}, maar op “{staat}”.", "Controleer wat er aan het slot staat.")
    return eind[-1:]


def _na(hit: Hit) -> str:
    return hit.blok.tekst[hit.treffer.eind : hit.blok.tot or None]


def _zoek(velden: Sequence[Blok], citaat: str) -> list[Hit]:
    return [Hit(blok, t) for blok in velden for t in _verschuif(treffers(blok.zichtbaar, citaat), blok.van)]


def _zonder_losse_spaties(velden: Sequence[Blok], citaat: str) -> list[Hit]:
    """A quote with a stray space before a comma or after a bracket, as typed: the words are the same."""
    netjes = re.sub(r"(?<=[(\[])\s+|\s+(?=[,.;:)\]])", "", citaat)
    if netjes == citaat:
        return []
    return [Hit(hit.blok, replace(hit.treffer, precies=False)) for hit in _zoek(velden, netjes)]


def _verschuif(gevonden: Sequence[Treffer], met: int) -> list[Treffer]:
    return [Treffer(t.start + met, t.eind + met, t.heel, t.precies) for t in gevonden]


def _andere_hoofdletter(
    werk: Werk, op: TekstOp, citaat: str, plaats: Plaats, velden: Sequence[Blok], heel: Sequence[Hit]
) -> None:
    """The same words with another first letter ("Het college" at the start of a sentence) are not the quoted ones."""
    anders = citaat[:1].swapcase() + citaat[1:]
    if anders == citaat or not (op.telkens or op.rang is not None):
        return
    ook = [hit for hit in _zoek(velden, anders) if hit.treffer.heel]
    if not ook:
        return
    if op.telkens:
        tekst = f"“{anders}” staat ook {len(ook)} keer in {zeg(plaats)} en is niet gewijzigd."
        werk.meld(codes.HOOFDLETTER_ANDERS, tekst, "Ga na of het besluit ook die plaatsen bedoelt.")
        return
    laatste = op.rang == -1
    plekken = [(hit.blok.pad, hit.treffer.start) for hit in ook]
    gekozen = heel[-1 if laatste else min(op.rang or 1, len(heel)) - 1]
    plek = (gekozen.blok.pad, gekozen.treffer.start)
    if (laatste and max(plekken) > plek) or (not laatste and min(plekken) < plek):
        werk.vraag(
            codes.TELLING_HOOFDLETTER,
            f"in {zeg(plaats)} staat ook “{anders}” ({len(ook)} keer); onzeker is of dat meetelt.",
            "“Uitvoeren” telt alleen de letterlijke schrijfwijze.",
        )


def _noem_langere(werk: Werk, op: TekstOp, citaat: str, aantal: int) -> None:
    if aantal and op.telkens:
        werk.meld(
            codes.NIET_MEEGENOMEN,
            f"“{citaat}” komt ook {aantal} keer voor als deel van een langer woord; dat is niet gewijzigd.",
        )


def _kies(werk: Werk, op: TekstOp, citaat: str, plaats: Plaats, hits: list[Hit]) -> list[Hit]:
    if op.rang is not None:
        index = len(hits) - 1 if op.rang == -1 else op.rang - 1
        if not 0 <= index < len(hits):
            werk.weiger(
                codes.TREFFERS,
                f"“{citaat}” staat {len(hits)} keer in {zeg(plaats)}; de gevraagde keer ({op.rang}) bestaat niet.",
            )
        return [hits[index]]
    if op.telkens or op.aantal is not None or len(hits) == 1 or _een_per_element(werk, plaats, hits):
        return hits
    plekken = "; ".join(f"“{_omgeving(hit)}”" for hit in hits[:3])
    raise werk.weigering(
        codes.CITAAT_VAKER,
        f"“{citaat}” staat {len(hits)} keer in {zeg(plaats)}, terwijl de instructie niet “telkens” zegt.",
        f"Gevonden: {plekken}. Noem het lid, onderdeel of de volzin, of haal meer woorden aan.",
    )


def _een_per_element(werk: Werk, plaats: Plaats, hits: Sequence[Hit]) -> bool:
    """A range ("eerste tot en met vierde lid") is its elements one by one: the words stand once in each (G9, F19)."""
    if not plaats or not plaats.laatste.tot:
        return False
    binnen = [sum(hit.blok.pad[: len(plek.pad)] == plek.pad for hit in hits) for plek in bind(werk, plaats)]
    return sum(binnen) == len(hits) and set(binnen) == {1}


def _omgeving(hit: Hit, rand: int = 25) -> str:
    tekst = hit.blok.tekst
    begin, eind = max(hit.treffer.start - rand, 0), min(hit.treffer.eind + rand, len(tekst))
    return f"{'…' if begin else ''}{tekst[begin:eind]}{'…' if eind < len(tekst) else ''}"


def _controleer_variant(werk: Werk, citaat: str, velden: Sequence[Blok], hit: Hit) -> None:
    """ "Telkens" with one literal hit and a near variant beside it: which of the two is meant is a question."""
    if len(citaat.split()) < 3:
        return
    variant = bijna(citaat, [rest for blok in velden for rest in _zonder(blok, hit)], drempel=90.0)
    if variant is not None and citaat not in variant:
        werk.vraag(
            codes.TELKENS_VARIANT,
            f"“{citaat}” komt maar één keer voor bij “telkens”; er staat ook “{variant}”.",
            "“Uitvoeren” wijzigt alleen de letterlijke plaats.",
        )


def _zonder(blok: Blok, hit: Hit) -> list[str]:
    """The text of a block with the hit taken out."""
    if (blok.pad, blok.kop) != (hit.blok.pad, hit.blok.kop):
        return [blok.zichtbaar]
    return [blok.tekst[blok.van : hit.treffer.start], blok.tekst[hit.treffer.eind : blok.tot]]


def _tel(werk: Werk, op: TekstOp, citaat: str, hits: Sequence[Hit], velden: Sequence[Blok]) -> None:
    if op.rang is not None:
        return
    if op.aantal is not None and op.aantal != len(hits):
        werk.weiger(
            codes.TREFFERS, f"“{citaat}” staat er {len(hits)} keer, terwijl de instructie {op.aantal} keer noemt."
        )
    if op.telkens and len(hits) == 1:
        _controleer_variant(werk, citaat, velden, hits[0])
        werk.meld(codes.EEN_TREFFER, f"“{citaat}” komt maar één keer voor, terwijl de instructie “telkens” zegt.")
    elif op.telkens:
        werk.meld(codes.TREFFERS_GEMELD, f"“{citaat}” is {len(hits)} keer gevonden.")


def _controleer(werk: Werk, hit: Hit, citaat: str) -> None:
    """What a hit may not touch: words that this same sentence just wrote, and content without characters."""
    if not hit.treffer.precies:
        werk.meld(codes.SCHRIJFWIJZE, f"“{citaat}” staat er met andere aanhalingstekens, streepjes of spaties.")
    runs = runs_van(werk.node(hit.blok.pad), hit.blok.kop)
    plek = 0
    for run in runs:
        start, plek = plek, plek + len(run.tekst)
        binnen = start < hit.treffer.eind and plek > hit.treffer.start
        if binnen and run.oorsprong == werk.oorsprong and werk.geschreven:
            werk.vraag(
                codes.OVERLAP,
                f"“{citaat}” raakt woorden die dezelfde instructie net heeft geschreven.",
                "Kies “uitvoeren” om de wijzigingen na elkaar toe te passen.",
            )
        if (binnen or hit.treffer.start < start < hit.treffer.eind) and _ondoorzichtig(run):
            werk.weiger(
                codes.INHOUD_VERLOREN,
                f"binnen “{citaat}” staat een noot, afbeelding of andere inhoud die verloren zou gaan.",
                "Vervang het hele element.",
            )


def _ondoorzichtig(run: Run) -> bool:
    return any(mark.naam in ("fragment", "noot") for mark in run.marks)


def _pas_toe(werk: Werk, op: TekstOp, hit: Hit, bewerk: Bewerk) -> None:
    node = werk.node(hit.blok.pad)
    runs = runs_van(node, hit.blok.kop)
    tekst = platte_tekst(runs)
    start, eind, nieuw = bewerk(tekst, hit.treffer)
    if isinstance(op, VerwijderTekst) and not (tekst[:start] + tekst[eind:]).strip(" .;,"):
        werk.vraag(
            codes.HELE_TEKST,
            f"“{op.oud}” is de hele tekst van {', '.join(map(zeg, op.doel))}.",
            "Moet het element zelf vervallen, wijzig dan de instructie.",
        )
    inzet = opgemaakt(werk, runs, (start, eind), nieuw, (hit.treffer.start, hit.treffer.eind))
    werk.zet(hit.blok.pad, met_runs(node, hit.blok.kop, vervang_tekens(runs, start, eind, inzet)))
    werk.geschreven = True
    na = tekst[:start] + nieuw + tekst[eind:]
    vreemd = raar(na, start, start + len(nieuw))
    if vreemd and vreemd != raar(tekst, start, eind):
        _meld_leestekens(werk, f"na de wijziging staat er “{vreemd}”.")
    elif (slot := tekst.rstrip()[-1:]) in (".", ";", ":") and na.rstrip()[-1:].isalnum():
        _meld_leestekens(werk, f"na de wijziging eindigt de tekst niet meer op “{slot}” maar op “{na.split()[-1]}”.")


def _meld_leestekens(werk: Werk, tekst: str) -> None:
    werk.meld(codes.LEESTEKENS, tekst, "De tekst is niet aangepast; controleer het besluit.")
