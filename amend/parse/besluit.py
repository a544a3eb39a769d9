"""A decision → steps, clauses and findings: walks the amending articles with their inherited context."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.model.besluit import Besluit, BesluitArtikel, Instructie, Mutatie, WijzigArtikel, Zin, is_verdwaalde_opdracht
from amend.model.besluitdeel import op_besluit
from amend.model.clausules import Citeertitel, Clausule, OpDatum, Overgang, Verval
from amend.model.melding import Melding, Plek
from amend.model.operations import (
    Bewerking,
    Handeling,
    Kader,
    TrekIn,
    Vernummer,
    Vervang,
    Verwijder,
    VoegIn,
    VoegToe,
)
from amend.model.stap import OntleedBesluit, Stap, Woordsoort
from amend.model.tree import Node, Run, Soort, Tekst, loop, platte_tekst, zichtbare_tekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.mutatie import bewerking, is_exact, kondig_aan, woorden_van
from amend.parse.payload import Bron, Uitkomst, hecht, met_regeling
from amend.parse.tijdstempels import toets_tijdstempels
from amend.parse.was_wordt import lees_tabel
from amend.parse.zin import Ontleding, ontleed_zin

_OPSCHRIFT: Final = re.compile(
    r"(?:wijziging(?:en)?|aanpassing|intrekking|vaststelling)\s+(?:van\s+)?(?:de\s+|het\s+)?(?P<naam>.+)", re.I
)
_KNIP: Final = re.compile(r"\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)")
_NAAM_TE_LANG: Final = re.compile(
    r"(?:\b(?:en|of)|,)\s+(?:(?:in\s+|van\s+|aan\s+|na\s+)?(?:de\s+)?(?:artikel|bijlage)|\d[\w.:]*\s+van\s+(?:de|het)\b)",
    re.IGNORECASE,
)
_TOELICHTING: Final = re.compile(
    r"(?:de\s+|het\s+)?(?:artikelsgewijze\s+|algemene\s+|nota\s+van\s+)?toelichting\b", re.IGNORECASE
)
_VERVALLEN_DEEL: Final = re.compile(r"\W*(?:vervallen|gereserveerd)\W*", re.IGNORECASE)
_OPDRACHTWOORD: Final = re.compile(
    r"\b(?:komt|komen)\s.*te\s+luiden|vervangen\s+door|ingevoegd|toegevoegd|\bvervalt\b|\bvervallen\b|in\s*werking|terug\s+tot|vernummerd|terug\s?werk|"
    r"\bgaat\s+in\b|\bingetrokken\b|\bin\s+te\s+trekken\b|\bgeldt\s+(?:met\s+ingang|vanaf|per)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Context:
    """What an instruction inherits."""

    artikel: str
    label: str = ""
    plaatsen: tuple[Plaats, ...] = (Plaats(),)
    regeling: str | None = None
    voorgesteld: bool = False
    ingang: str | None = None
    begrepen: bool = True
    besluitdeel: str = ""
    zonder_gevolg: bool = False


@dataclass(slots=True)
class _Verslag:
    """What has been found so far."""

    besluit: Besluit
    stappen: list[Stap] = field(default_factory=list)
    clausules: list[Clausule] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    woorden: Counter[Woordsoort] = field(default_factory=Counter)

    def tel(self, soort: Woordsoort, *teksten: str) -> None:
        """Count words for a purpose."""
        self.woorden[soort] += sum(len(tekst.split()) for tekst in teksten)


def ontleed_besluit(besluit: Besluit) -> OntleedBesluit:
    """The steps and clauses of a decision, with findings and the account of all its words."""
    verslag = _Verslag(besluit)
    for artikel in besluit.artikelen:
        if isinstance(artikel, WijzigArtikel):
            _wijzigartikel(verslag, artikel)
        else:
            _slotartikel(verslag, artikel)
    clausules, meldingen = toets_tijdstempels(besluit.meta.tijdstempels, verslag.clausules)
    verslag.clausules.extend(clausules)
    verslag.meldingen.extend(meldingen)
    _omlijsting(verslag)
    woorden = tuple((soort, verslag.woorden[soort]) for soort in Woordsoort)
    return OntleedBesluit(besluit, tuple(verslag.stappen), tuple(verslag.clausules), tuple(verslag.meldingen), woorden)


def _omlijsting(verslag: _Verslag) -> None:
    besluit = verslag.besluit
    verslag.tel(Woordsoort.MOTIVERING, platte_tekst(besluit.intitule), *map(zichtbare_tekst, besluit.toelichting))
    for nodes, soort in ((besluit.aanhef, Woordsoort.MOTIVERING), (besluit.sluiting, Woordsoort.ONDERTEKENING)):
        for node in nodes:
            if is_verdwaalde_opdracht(zichtbare_tekst(node)):
                _onverklaard(verslag, (node,), None, "", "Zet de opdracht in een artikel of onderdeel van het besluit.")
            else:
                verslag.tel(soort, zichtbare_tekst(node))
    gebruikt = {id(node) for stap in verslag.stappen for op in stap.bewerkingen for node in getattr(op, "inhoud", ())}
    for bijlage in besluit.bijlagen:
        soort = Woordsoort.NIEUWE_TEKST if id(bijlage) in gebruikt else Woordsoort.MOTIVERING
        verslag.tel(soort, zichtbare_tekst(bijlage))


# --- amending articles --------------------------------------------------------------------------------------------


def _exact(verslag: _Verslag, artikel: WijzigArtikel) -> None:
    """An article whose changes are given in the exact terms of STOP, in it or in the annex that it names."""
    aankondiging = kondig_aan(verslag.besluit, artikel)
    verslag.stappen.extend(aankondiging.stappen)
    verslag.meldingen.extend(aankondiging.meldingen)
    verslag.tel(Woordsoort.INSTRUCTIE, artikel.zin.plat if artikel.zin else "")
    if artikel.payload:
        _onverklaard(verslag, artikel.payload, _regel(artikel.regel), artikel.nummer)
    _geneste(verslag, _Context(aankondiging.artikel, regeling=aankondiging.regeling), artikel.instructies)


def _mutatie(verslag: _Verslag, context: _Context, deel: Instructie, mutatie: Mutatie) -> None:
    rang = 1 + sum(stap.artikel == context.artikel for stap in verslag.stappen)
    label = context.label if deel.nummer else ".".join(filter(None, (context.label, f"mutatie {rang}")))
    op = bewerking(deel, mutatie, label, context.regeling)
    zin = deel.zin or Zin(())
    verslag.stappen.append(Stap(context.artikel, label, zin, (op,), (), context.regeling))
    verslag.tel(Woordsoort.INSTRUCTIE, zin.plat)
    nieuw, alles = woorden_van(deel.payload)
    verslag.woorden[Woordsoort.NIEUWE_TEKST] += nieuw
    verslag.woorden[Woordsoort.INSTRUCTIE] += alles - nieuw


def _wijzigartikel(verslag: _Verslag, artikel: WijzigArtikel) -> None:
    kop = platte_tekst(artikel.opschrift)
    verslag.tel(Woordsoort.INSTRUCTIE, artikel.label, artikel.aanduiding, kop)
    if is_exact(artikel):
        _exact(verslag, artikel)
        return
    context = _Context(artikel.nummer, regeling=None if artikel.zin else _regeling_uit(kop))
    if context.regeling:
        tekst = f'De te wijzigen regeling ("{context.regeling}") blijkt uit het opschrift van artikel {artikel.nummer}.'
        verslag.meldingen.append(codes.DOEL_UIT_OPSCHRIFT.melding(tekst, _regel(artikel.regel)))
    if lijst := _lijst_van_namen(artikel.zin, artikel.payload, artikel.instructies):
        _instructie(verslag, context, lijst, (), heeft_delen=False)
        return
    if artikel.zin is not None:
        context = _instructie(verslag, context, artikel.zin, artikel.payload, bool(artikel.instructies))
    elif artikel.payload:
        _onverklaard(verslag, artikel.payload, _regel(artikel.regel), artikel.nummer)
    _geneste(verslag, context, artikel.instructies)


_NAMEN_VOLGEN: Final = re.compile(r"\bde\s+(?:volgende|navolgende|onderstaande)\s.*\bingetrokken\s*:?\s*$", re.I)


def _lijst_van_namen(zin: Zin | None, payload: Sequence[Node], delen: Sequence[Instructie]) -> Zin | None:
    """F104: "De volgende verordeningen worden ingetrokken:" and the names below it, as one sentence."""
    if zin is None or not _NAMEN_VOLGEN.search(zin.plat) or any(d.instructies for d in delen):
        return None
    namen = _namen_in(payload)
    for deel in delen:
        namen += [deel.zin.plat if deel.zin else "", *_namen_in(deel.payload)]
    return replace(zin, tekst=(*zin.tekst, Run("\n" + "\n".join(namen)))) if any(namen) else None


def _namen_in(payload: Sequence[Node]) -> list[str]:
    items = [item for node in payload for item in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    return [" ".join(zichtbare_tekst(item).split("\n")) for item in items]


_NAAM: Final = re.compile(
    r"(?:de\s+|het\s+)?(?:[A-Z][\w’'-]*\s+){0,3}[\w’'-]*(?:verordening|regeling|reglement|statuut|wet|besluit|beleidsregels?|code|keur"
    r"|wetboek)\b[^.:;]*",
    re.IGNORECASE,
)


def _regeling_uit(kop: str) -> str | None:
    """The regulation that the heading of an article names: "Wijziging van de X", or just "X"."""
    treffer = _OPSCHRIFT.search(kop)
    if treffer:
        return treffer["naam"].strip(" .")
    return kop.strip(" .") if _NAAM.fullmatch(kop.strip(" .")) else None


def _regel(regel: int) -> Plek | None:
    return Plek(regel, 1) if regel else None


def _geneste(verslag: _Verslag, context: _Context, instructies: Sequence[Instructie]) -> None:
    if context.besluitdeel and instructies:
        _voor_besluitdeel(verslag, context, instructies)
        return
    for deel in instructies:
        label = ".".join(filter(None, (context.label, deel.nummer)))
        verslag.tel(Woordsoort.INSTRUCTIE, deel.label, deel.aanduiding, platte_tekst(deel.opschrift))
        eigen = replace(context, label=label)
        if deel.mutatie is not None:
            _mutatie(verslag, eigen, deel, deel.mutatie)
        elif context.zonder_gevolg:
            verslag.tel(Woordsoort.MOTIVERING, deel.zin.plat if deel.zin else "", *map(zichtbare_tekst, deel.payload))
        elif lijst := _lijst_van_namen(deel.zin, deel.payload, deel.instructies):
            _instructie(verslag, eigen, lijst, (), heeft_delen=False)
            continue
        elif deel.zin is not None:
            eigen = _instructie(verslag, eigen, deel.zin, deel.payload, bool(deel.instructies))
            context = _na_vernummering(context, verslag.stappen)
        elif deel.payload and _tabellen(verslag, eigen, deel):
            pass
        elif deel.payload:
            _onverklaard(verslag, deel.payload, _regel(deel.regel), label, _bedoeld(context, deel.payload))
        _geneste(verslag, eigen, deel.instructies)


def _na_vernummering(context: _Context, stappen: Sequence[Stap]) -> _Context:
    """A frame is the element, not its number ("1. Het artikel wordt vernummerd tot artikel 11. 2. In het …")."""
    ops = stappen[-1].bewerkingen if stappen else ()
    nieuw = {v: n for op in ops if isinstance(op, Vernummer) for v, n in zip(op.van, op.naar, strict=False)}
    if not any(plaats in nieuw for plaats in context.plaatsen):
        return context
    return replace(context, plaatsen=tuple(nieuw.get(plaats, plaats) for plaats in context.plaatsen))


def _voor_besluitdeel(verslag: _Verslag, context: _Context, instructies: Sequence[Instructie]) -> None:
    """F97-F99: the instructions below "artikel I, onderdeel A, komt te luiden:" are the new text of that part."""
    eigen = _Verslag(verslag.besluit)
    _geneste(eigen, _Context(context.besluitdeel), instructies)
    stap = verslag.stappen[-1]
    meldingen = (*stap.meldingen, *(m for deel in eigen.stappen for m in deel.meldingen if m.blokkeert))
    nieuw = tuple(eigen.stappen)
    verslag.stappen[-1] = replace(stap, nieuwe_stappen=nieuw, meldingen=(*meldingen, *eigen.meldingen))
    for soort, aantal in eigen.woorden.items():
        verslag.woorden[Woordsoort.NIEUWE_TEKST if soort is Woordsoort.INSTRUCTIE else soort] += aantal


def _tabellen(verslag: _Verslag, context: _Context, deel: Instructie) -> bool:
    """A part that is nothing but old and new text (F93): its replacements as a step. False when it is no such part."""
    doel = context.plaatsen if any(context.plaatsen) else (Plaats((Niveau("regeling"),)),)
    kader = Kader(doel=doel, onderdeel=context.label or None, regeling=context.regeling)
    operaties = lees_tabel(kader, deel.payload)
    if operaties is None:
        return False
    tekst = " ".join(zichtbare_tekst(deel.payload[0]).split())
    verslag.tel(Woordsoort.NIEUWE_TEKST, *map(zichtbare_tekst, deel.payload))
    zin = Zin.van(tekst, deel.regel or 1)
    verslag.stappen.append(Stap(context.artikel, context.label, zin, operaties, (), context.regeling))
    return True


def _instructie(
    verslag: _Verslag, context: _Context, zin: Zin, payload: tuple[Node, ...], heeft_delen: bool
) -> _Context:
    """One instruction: its step goes into the report; returns what its nested parts inherit."""
    if _VERVALLEN_DEEL.fullmatch(zin.plat):
        verslag.tel(Woordsoort.INSTRUCTIE, zin.plat)
        naam = context.label or context.artikel
        tekst = f"Onderdeel {naam} van het besluit is zelf vervallen; het doet niets."
        verslag.meldingen.append(codes.DEEL_VERVALLEN.melding(tekst, zin.plek(0, len(zin.plat))).bij(onderdeel=naam))
        return context
    lezingen = _kale_plaats(zin, context) if heeft_delen and not payload else None
    lezingen = lezingen or _ontleed(zin, context)
    ontleding = Ontleding(tuple(op for deel in lezingen for op in deel.operaties), lezingen[0].meldingen)
    bron = Bron(zin, context.label or context.artikel)
    meldingen = [_geplaatst(melding, zin, bron.onderdeel) for melding in ontleding.meldingen]
    delen = [_met_datum(deel) for deel in ontleding.operaties]
    clausules = [deel for deel in delen if not isinstance(deel, Bewerking)]
    operaties = [_erf(deel, context) for deel in delen if isinstance(deel, Bewerking)]
    if _KNIP.search(" ".join(map(zichtbare_tekst, payload))):
        tekst = "De nieuwe tekst is niet volledig: er staat een knipmerk ([...] of (…))."
        meldingen.append(bron.melding(codes.TEKST_ONVOLLEDIG, tekst, "Neem de volledige tekst uit het besluit over."))
    bezwaar = _bezwaar(zin, context, operaties, bron.onderdeel)
    if bezwaar is not None:
        operaties = [] if bezwaar.code == codes.BOVENLIGGEND.code else operaties
        meldingen.append(bezwaar)
    verslag.clausules.extend(clausules)
    if any(m.code == bijzonder.INHOUDSOPGAVE.code for m in meldingen):
        verslag.tel(Woordsoort.MOTIVERING, zin.plat, *map(zichtbare_tekst, payload))
        verslag.meldingen.extend(meldingen)
        return replace(context, zonder_gevolg=True)
    kader = next((op for op in operaties if isinstance(op, Kader) and op.regeling), None)
    if kader is not None and kader.regeling and _TOELICHTING.match(kader.regeling):
        verslag.tel(Woordsoort.MOTIVERING, zin.plat, *map(zichtbare_tekst, payload))
        tekst = "Dit onderdeel wijzigt een toelichting; die hoort niet bij de tekst van de regeling."
        verslag.meldingen.append(bron.melding(codes.TOELICHTING, tekst))
        return replace(context, zonder_gevolg=True)
    begrepen = bool(ontleding.operaties)
    inhoud = payload or _bijlagen(verslag.besluit, operaties)
    if begrepen and not (heeft_delen and not payload):
        gehecht, fouten = _hecht_per_plaats(operaties, len(lezingen), inhoud, bron)
        operaties = list(gehecht)
        meldingen.extend(fouten)
    _tel_zin(verslag, zin, operaties, begrepen=begrepen)
    bedoeld = begrepen and not any(melding.code == codes.PAYLOAD_ZONDER_OPDRACHT.code for melding in meldingen)
    verslag.tel(Woordsoort.NIEUWE_TEKST if bedoeld else Woordsoort.ONVERKLAARD, *map(zichtbare_tekst, payload))
    nieuw = replace(_verder(context, operaties), begrepen=context.begrepen and begrepen)
    if operaties or not clausules:
        waar = tuple(plaats for plaats in context.plaatsen if plaats and not met_regeling(plaats))
        stap = Stap(
            context.artikel, context.label, zin, tuple(operaties), tuple(meldingen), nieuw.regeling, plaatsen=waar
        )
        verslag.stappen.append(stap)
        if op_besluit(stap) and len(operaties) == 1 and isinstance(enige := operaties[0], Vervang):
            nieuw = replace(nieuw, besluitdeel=enige.doel[0].niveaus[0].nummer if not enige.besluitdeel else "")
    else:
        verslag.meldingen.extend(meldingen)
    return nieuw


def _tel_zin(verslag: _Verslag, zin: Zin, operaties: Sequence[Handeling], *, begrepen: bool) -> None:
    """The words of an instruction; new words that stand in the sentence itself count as new text."""
    if not begrepen:
        verslag.tel(Woordsoort.ONVERKLAARD, zin.plat)
        return
    eigen = {nieuw for op in operaties if (nieuw := getattr(op, "nieuw", None)) and nieuw in zin.plat}
    nieuw = min(sum(len(tekst.split()) for tekst in eigen), len(zin.plat.split()))
    verslag.tel(Woordsoort.INSTRUCTIE, zin.plat)
    verslag.woorden[Woordsoort.INSTRUCTIE] -= nieuw
    verslag.woorden[Woordsoort.NIEUWE_TEKST] += nieuw


def _met_datum(deel: Handeling | Clausule) -> Handeling | Clausule:
    """ "Artikel 6 vervalt met ingang van 1 januari 2026" among instructions is a repeal with its own date."""
    if not isinstance(deel, Verval) or deel.wat in ("besluit", "regeling") or not isinstance(deel.per, OpDatum):
        return deel
    doel = (Plaats.lees(deel.wat),)
    return Verwijder(
        onderdeel=deel.onderdeel,
        doel=doel,
        regeling=deel.regeling,
        ingang=deel.per.datum.isoformat(),
        spanne=deel.spanne,
    )


_LUIDT_STRAKS: Final = re.compile(r"\bluid(?:t|en)(?:\s+als\s+volgt)?\s*[.:]?\s*$", re.IGNORECASE)
_LUIDT_NU: Final = re.compile(r"\b(?:dat|die|welk[e]?)\s+(?:thans\s+|nu\s+)?luid(?:t|en)\b", re.IGNORECASE)


def _bezwaar(zin: Zin, context: _Context, operaties: Sequence[Handeling], onderdeel: str) -> Melding | None:
    """Why operations that were read may not be executed as they stand."""
    plek = zin.plek(0, len(zin.plat))
    if not context.begrepen:
        tekst = "De instructie waar dit onderdeel onder staat, is niet begrepen; dit onderdeel is niet uitgevoerd."
        return codes.BOVENLIGGEND.melding(tekst, plek, "Herstel eerst de instructie erboven.").bij(onderdeel=onderdeel)
    naam = next((op.regeling for op in operaties if op.regeling and _NAAM_TE_LANG.search(op.regeling)), None)
    if naam is not None:
        tekst = f"De naam van de regeling is niet zeker te lezen: “{naam}”."
        hulp = "Splits de zin: één opdracht per regeling."
        return codes.NAAM_ONZEKER.melding(tekst, plek, hulp).bij(onderdeel=onderdeel)
    haalt_aan = _LUIDT_NU.search(zin.plat) and not _LUIDT_STRAKS.search(zin.plat)
    if haalt_aan and any(isinstance(op, Vernummer) and not op.luidt for op in operaties):
        tekst = "De instructie haalt de bestaande tekst aan; nagegaan moet worden of die klopt."
        return codes.AANGEHAALDE_TEKST.melding(tekst, plek, "Laat de aanhaling weg als zij klopt.").bij(
            onderdeel=onderdeel
        )
    return None


def _ontleed(zin: Zin, context: _Context) -> list[Ontleding]:
    """The sentence in every place of its context ("De artikelen 3 en 4 worden telkens als volgt gewijzigd")."""
    return [ontleed_zin(zin.plat, plaats, context.label or None) for plaats in context.plaatsen]


_ARTIKEL: Final = re.compile(r"artikel\s+(?P<nr>[\w.:]*\w)\.?(?:\s+[^.:;]{1,120})?", re.IGNORECASE)


def _kale_plaats(zin: Zin, context: _Context) -> list[Ontleding] | None:
    """ "Artikel 4 Termijnen" as a line of its own above instructions is the frame "Artikel 4 wordt gewijzigd:"."""
    treffer = _ARTIKEL.fullmatch(zin.plat.strip())
    if treffer is None or _OPDRACHTWOORD.search(zin.plat):
        return None
    doel = (Plaats((Niveau("artikel", treffer["nr"]),)),)
    return [Ontleding((Kader(doel=doel, onderdeel=context.label or None, spanne=(0, len(zin.plat))),))]


def _hecht_per_plaats(operaties: Sequence[Handeling], plaatsen: int, inhoud: tuple[Node, ...], bron: Bron) -> Uitkomst:
    """New text for several places of the context is the new text of each of them."""
    per = len(operaties) // plaatsen
    if plaatsen == 1 or per * plaatsen != len(operaties):
        return hecht(operaties, inhoud, bron)
    uitkomsten = [hecht(operaties[i * per : (i + 1) * per], inhoud, bron) for i in range(plaatsen)]
    return tuple(op for gehecht, _ in uitkomsten for op in gehecht), uitkomsten[0][1]


def _geplaatst(melding: Melding, zin: Zin, onderdeel: str) -> Melding:
    """The finding with its place in the source."""
    plek = melding.plek
    bron = zin.plek(plek.kolom - 1, plek.kolom - 1 + plek.lengte) if plek else None
    return replace(melding, plek=bron).bij(onderdeel=onderdeel)


def _erf(op: Handeling, context: _Context) -> Handeling:
    return replace(op, voorgesteld=op.voorgesteld or context.voorgesteld, ingang=op.ingang or context.ingang)


def _verder(context: _Context, operaties: Iterable[Handeling]) -> _Context:
    """What the nested parts of a step inherit."""
    regeling = next((op.regeling for op in operaties if op.regeling), context.regeling)
    if context.regeling and regeling and regeling.isupper() and " " not in regeling:
        regeling = context.regeling  # "Artikel 2:65 APV": an abbreviation of what is being amended
    kader = next((op for op in operaties if isinstance(op, Kader)), None)
    if kader is None:
        return replace(context, regeling=regeling)
    plaatsen = tuple(plaats for plaats in kader.doel if not met_regeling(plaats)) or context.plaatsen
    return replace(context, regeling=regeling, plaatsen=plaatsen, voorgesteld=kader.voorgesteld, ingang=kader.ingang)


def _bijlagen(besluit: Besluit, operaties: Sequence[Handeling]) -> tuple[Node, ...]:
    """Annexes printed elsewhere in the decision that an instruction calls for by number."""
    genoemd: list[str] = []
    for op in operaties:
        if isinstance(op, Vervang) and op.nieuw is None and op.doel and op.doel[0].laatste.soort == "bijlage":
            genoemd.extend(op.nummer or [plaats.laatste.nummer for plaats in op.doel])
        elif isinstance(op, VoegIn | VoegToe) and op.nieuw is None and op.soort == "bijlage":
            genoemd.extend(op.nummer)
    if not genoemd:
        return ()
    per_nummer = {bijlage.nummer: bijlage for bijlage in besluit.bijlagen if bijlage.soort is Soort.BIJLAGE}
    gevonden = [per_nummer[nummer] for nummer in genoemd if nummer in per_nummer]
    return tuple(gevonden) if len(gevonden) == len(genoemd) else ()


def _bedoeld(context: _Context, payload: Sequence[Node]) -> str | None:
    """What to write instead when a frame is followed by the full new text of what it names."""
    nodes = [node for node in payload if node.nummer and node.soort is not Soort.LIJST]
    if payload and payload[0].soort is Soort.ARTIKEL and not any(context.plaatsen):
        nr = payload[0].nummer
        nieuw = "“Na artikel … wordt een artikel ingevoegd, luidende:”"
        return f"Schrijf “Artikel {nr} komt te luiden:” als dat artikel bestaat, of {nieuw} als het nieuw is."
    if len(nodes) != 1 or len(payload) != 1:
        return None
    node = nodes[0]
    if not any((p.laatste.soort, p.laatste.nummer) == (node.soort.value, node.nummer) for p in context.plaatsen if p):
        return None
    naam = f"{node.soort.value} {node.nummer}".capitalize()
    return f"Bedoeld kan zijn: “{naam} komt te luiden:”."


def _onverklaard(
    verslag: _Verslag, nodes: Sequence[Node], plek: Plek | None, onderdeel: str, hulp: str | None = None
) -> None:
    tekst = " ".join(" ".join(map(zichtbare_tekst, nodes)).split())
    verslag.tel(Woordsoort.ONVERKLAARD, tekst)
    kort = tekst if len(tekst) <= 80 else tekst[:77] + "…"
    melding = codes.ONVERKLAARDE_TEKST.melding(f'Deze tekst hoort bij geen opdracht: "{kort}".', plek, hulp)
    verslag.meldingen.append(melding.bij(onderdeel=onderdeel))


# --- other articles -----------------------------------------------------------------------------------------------


def _slotartikel(verslag: _Verslag, artikel: BesluitArtikel) -> None:
    node = artikel.node
    kop = " ".join(filter(None, (node.label, node.aanduiding, platte_tekst(node.opschrift))))
    verslag.tel(Woordsoort.INWERKINGTREDING, kop)
    blokken = [(deel.tekst, _aanduiding(node, pad)) for pad, deel in loop(node) if deel.tekst]
    samen = ontleed_zin(" ".join(platte_tekst(tekst) for tekst, _ in blokken), onderdeel=node.nummer or None)
    if len(blokken) > 1 and samen.operaties and _hoort_bijeen(samen.operaties):
        _bepalingen(verslag, artikel, samen, " ".join(platte_tekst(tekst) for tekst, _ in blokken), blokken[0][0])
        return
    for tekst, aanduiding in blokken:
        plat = platte_tekst(tekst)
        verslag.tel(Woordsoort.INWERKINGTREDING, aanduiding)
        ontleding = ontleed_zin(plat, onderdeel=node.nummer or None)
        _bepalingen(verslag, artikel, ontleding, plat, tekst)


def _hoort_bijeen(operaties: Sequence[Handeling | Clausule]) -> bool:
    """The blocks of an article are one provision: clauses only, or a list of withdrawals."""
    return all(not isinstance(op, Bewerking) for op in operaties) or (
        len(operaties) > 1 and all(isinstance(op, TrekIn) for op in operaties)
    )


def _aanduiding(node: Node, pad: tuple[int, ...]) -> str:
    ouder = node
    for index in pad[:-1]:
        ouder = ouder.kinderen[index]
    return ouder.aanduiding if ouder is not node else ""


def _bepalingen(verslag: _Verslag, artikel: BesluitArtikel, ontleding: Ontleding, plat: str, tekst: Tekst) -> None:
    """Clauses and repeals of a closing article; other rules are transitional law, kept as a note."""
    onderdeel = artikel.node.nummer
    plek = _regel(artikel.regel)
    eigen = [m for m in ontleding.meldingen if m.code in bijzonder.GEEN_HANDELING]
    if not ontleding.operaties and eigen:
        verslag.tel(Woordsoort.INSTRUCTIE, plat)
        verslag.meldingen.extend(replace(m, plek=plek).bij(onderdeel=onderdeel) for m in eigen)
        return
    if not ontleding.operaties:
        _overig(verslag, plat, onderdeel, plek, ontleding)
        return
    meldingen = [replace(m, plek=plek).bij(onderdeel=onderdeel) for m in ontleding.meldingen]
    intrekkingen = [op for op in ontleding.operaties if isinstance(op, Bewerking)]
    clausules = [op for op in ontleding.operaties if not isinstance(op, Bewerking)]
    verslag.tel(Woordsoort.INWERKINGTREDING, plat)
    verslag.clausules.extend(clausules)
    if any(isinstance(c, Citeertitel) for c in clausules):
        meldingen.append(
            codes.CITEERTITEL.melding("De citeertitel is die van dit besluit, niet van de regeling.", plek, None).bij(
                onderdeel
            )
        )
    if any(isinstance(c, Overgang) for c in clausules):
        meldingen.append(
            codes.OVERGANGSRECHT.melding("Een overgangsbepaling; zij verandert de tekst niet.", plek, None).bij(
                onderdeel
            )
        )
    if intrekkingen:
        zin = Zin(tekst, ((0, artikel.regel, 1),) if artikel.regel else ())
        regeling = next((op.regeling for op in intrekkingen if isinstance(op, TrekIn)), None)
        verslag.stappen.append(Stap(onderdeel, "", zin, tuple(intrekkingen), tuple(meldingen), regeling))
    else:
        verslag.meldingen.extend(meldingen)


def _overig(verslag: _Verslag, plat: str, onderdeel: str, plek: Plek | None, ontleding: Ontleding) -> None:
    kort = plat if len(plat) <= 80 else plat[:77] + "…"
    if _OPDRACHTWOORD.search(plat):
        verslag.tel(Woordsoort.ONVERKLAARD, plat)
        fouten = [
            replace(m, plek=plek, tekst=f'Niet begrepen: "{kort}". {m.tekst}').bij(onderdeel=onderdeel)
            for m in ontleding.meldingen
            if m.blokkeert
        ]
        verslag.meldingen.extend(
            fouten or [codes.ONVERKLAARDE_TEKST.melding(f'Niet begrepen: "{kort}".', plek).bij(onderdeel)]
        )
        return
    verslag.tel(Woordsoort.INWERKINGTREDING, plat)
    verslag.clausules.append(Overgang(onderdeel=onderdeel or None, tekst=plat.strip()))
    verslag.meldingen.append(
        codes.OVERGANGSRECHT.melding(f'Een eigen bepaling van het besluit: "{kort}".', plek).bij(onderdeel)
    )
