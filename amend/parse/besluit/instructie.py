"""One instruction → a step: its sentence in every place of its context, with the new text below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.address import Niveau, Plaats
from amend.model.besluit import Besluit, Zin
from amend.model.besluitdeel import op_besluit
from amend.model.clausules import Clausule, OpDatum, Verval
from amend.model.melding import Code, Melding
from amend.model.operations import Bewerking, Handeling, Kader, Vernummer, Vervang, Verwijder, VoegIn, VoegToe
from amend.model.stap import Stap, Woordsoort
from amend.model.tree import Node, Soort, zichtbare_tekst
from amend.parse import codes
from amend.parse import codes_bijzonder as bijzonder
from amend.parse.besluit.context import Context, verder
from amend.parse.besluit.kop_of_slot import twijfelregel
from amend.parse.besluit.opdracht import klinkt_als_opdracht
from amend.parse.besluit.verslag import Verslag
from amend.parse.payload import Uitkomst, hecht, met_regeling
from amend.parse.payload_vorm import Bron
from amend.parse.zin import Ontleding, ontleed_zin

_BLAD: Final = re.compile(
    r"[.;:]\s+(?P<blad>(?:Staatsblad|Staatscourant|Gemeenteblad|Provincie(?:aal )?blad|Waterschapsblad)"
    r"(?:\s+[\d\s,nr.]*)?)$"
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
_LUIDT_STRAKS: Final = re.compile(r"\bluid(?:t|en)(?:\s+als\s+volgt)?\s*[.:]?\s*$", re.IGNORECASE)
_LUIDT_NU: Final = re.compile(r"\b(?:dat|die|welk[e]?)\s+(?:thans\s+|nu\s+)?luid(?:t|en)\b", re.IGNORECASE)
_ARTIKEL: Final = re.compile(r"artikel\s+(?P<nr>[\w.:]*\w)\.?(?:\s+[^.:;]{1,120})?", re.IGNORECASE)


@dataclass(slots=True)
class _Lezing:
    """An instruction as its sentence was read, in ``keren`` places of its context."""

    bron: Bron
    keren: int
    begrepen: bool
    operaties: list[Handeling]
    clausules: list[Clausule]
    meldingen: list[Melding]

    def heeft(self, code: Code) -> bool:
        """True when the finding is among those of the instruction."""
        return any(melding.code == code.code for melding in self.meldingen)


def lees_instructie(
    verslag: Verslag, context: Context, zin: Zin, payload: tuple[Node, ...], *, heeft_delen: bool
) -> Context:
    """One instruction: its step goes into the report; returns what its nested parts inherit."""
    if _VERVALLEN_DEEL.fullmatch(zin.plat):
        _meld_vervallen(verslag, context, zin)
        return context
    draagt_delen = heeft_delen and not payload
    lezing = _lees(context, zin, kaal=draagt_delen)
    _toets(lezing, context, payload)
    verslag.clausules.extend(lezing.clausules)
    if (meldingen := _zonder_gevolg(lezing)) is not None:
        verslag.tel(Woordsoort.MOTIVERING, zin.plat, *map(zichtbare_tekst, payload))
        verslag.meldingen.extend(meldingen)
        return replace(context, zonder_gevolg=True)
    if lezing.begrepen and not draagt_delen:
        _hecht(lezing, payload or _bijlagen(verslag.besluit, lezing.operaties))
    _tel(verslag, lezing, payload)
    return _zet_stap(verslag, context, lezing)


def _meld_vervallen(verslag: Verslag, context: Context, zin: Zin) -> None:
    verslag.tel(Woordsoort.INSTRUCTIE, zin.plat)
    tekst = f"Onderdeel {context.naam} van het besluit is zelf vervallen; het doet niets."
    verslag.meldingen.append(Bron(zin, context.naam).melding(codes.DEEL_VERVALLEN, tekst))


# --- the sentence -------------------------------------------------------------------------------------------------


def _lees(context: Context, zin: Zin, *, kaal: bool) -> _Lezing:
    """The sentence in every place of its context, with what it inherits; ``kaal``: it may be a bare place."""
    lezingen = _kale_plaats(zin, context) if kaal else None
    lezingen = lezingen or _ontleed(zin, context)
    bron = Bron(zin, context.naam)
    delen = [_met_datum(deel) for lezing in lezingen for deel in lezing.operaties]
    later = [_zonder_datum(deel, bron) for deel in delen if isinstance(deel, Verval) and deel.wat not in _GEHEEL]
    return _Lezing(
        bron,
        keren=len(lezingen),
        begrepen=bool(delen),
        operaties=[context.erf(deel) for deel in delen if isinstance(deel, Bewerking)],
        clausules=[deel for deel in delen if not isinstance(deel, Bewerking)],
        meldingen=[*(_geplaatst(melding, bron) for melding in lezingen[0].meldingen), *later],
    )


def _kale_plaats(zin: Zin, context: Context) -> list[Ontleding] | None:
    """ "Artikel 4 Termijnen" as a line of its own above instructions is the frame "Artikel 4 wordt gewijzigd:"."""
    treffer = _ARTIKEL.fullmatch(zin.plat.strip())
    if treffer is None or klinkt_als_opdracht(zin.plat):
        return None
    doel = (Plaats((Niveau("artikel", treffer["nr"]),)),)
    return [Ontleding((Kader(doel=doel, onderdeel=context.label or None, spanne=(0, len(zin.plat))),))]


def _ontleed(zin: Zin, context: Context) -> list[Ontleding]:
    """The sentence in every place of its context ("De artikelen 3 en 4 worden telkens als volgt gewijzigd")."""
    return [ontleed_zin(zin.plat, plaats, context.label or None) for plaats in context.plaatsen]


def _geplaatst(melding: Melding, bron: Bron) -> Melding:
    """The finding with its place in the source."""
    plek = melding.plek
    in_bron = bron.zin.plek(plek.kolom - 1, plek.kolom - 1 + plek.lengte) if plek else None
    return replace(melding, plek=in_bron).bij(onderdeel=bron.onderdeel)


_GEHEEL: Final = ("besluit", "regeling")


def _zonder_datum(deel: Verval, bron: Bron) -> Melding:
    """ "Artikel 4 vervalt één jaar na de bekendmaking" among instructions: no day, so nothing is done."""
    tekst = f"{deel.wat.replace('/', ', ').capitalize()} vervalt op een moment dat geen datum is; dat is niet verwerkt."
    hulp = "Geef de datum (“… vervalt met ingang van 1 januari 2026”) zodra die vaststaat."
    return bron.melding(codes.VERVAL_LATER, tekst, hulp)


def _met_datum(deel: Handeling | Clausule) -> Handeling | Clausule:
    """ "Artikel 6 vervalt met ingang van 1 januari 2026" among instructions is a repeal with its own date."""
    if not isinstance(deel, Verval) or deel.wat in _GEHEEL or not isinstance(deel.per, OpDatum):
        return deel
    doel = (Plaats.lees(deel.wat),)
    return Verwijder(
        onderdeel=deel.onderdeel,
        doel=doel,
        regeling=deel.regeling,
        ingang=deel.per.datum.isoformat(),
        spanne=deel.spanne,
    )


# --- objections -----------------------------------------------------------------------------------------------------


def _toets(lezing: _Lezing, context: Context, payload: Sequence[Node]) -> None:
    """Note why the instruction may not be executed as it stands; below what was not understood nothing is done."""
    if _KNIP.search(" ".join(map(zichtbare_tekst, payload))):
        tekst = "De nieuwe tekst is niet volledig: er staat een knipmerk ([...] of (…))."
        hulp = "Neem de volledige tekst uit het besluit over."
        lezing.meldingen.append(lezing.bron.melding(codes.TEKST_ONVOLLEDIG, tekst, hulp))
    elif _KNIP.search(lezing.bron.zin.plat) and (not lezing.operaties or _brengt_knip(lezing.operaties)):
        tekst = "De opdracht is niet volledig: er staat een knipmerk ([...] of (…))."
        hulp = "Neem de volledige tekst uit het besluit over."
        lezing.meldingen = [lezing.bron.melding(codes.TEKST_ONVOLLEDIG, tekst, hulp)]
    if rest := next((m for op in lezing.operaties if (m := _BLAD.search(str(getattr(op, "nieuw", None) or "")))), None):
        tekst = f"De nieuwe tekst eindigt met “{rest['blad']}”; dat is waarschijnlijk de kop of voet van een bladzijde."
        hulp = "Haal dat weg als het niet bij de tekst hoort, of zet de nieuwe tekst tussen aanhalingstekens."
        lezing.meldingen.append(lezing.bron.melding(codes.PAGINAREST, tekst, hulp))
    if (regel := twijfelregel(payload)) is not None:
        tekst = f"“{regel}” kan het opschrift van het artikel eronder zijn of het slot van wat erboven staat."
        hulp = "Zet een opschrift achter het nummer van het artikel."
        lezing.meldingen.append(lezing.bron.melding(codes.KOP_OF_SLOT, tekst, hulp))
    if not context.begrepen:
        tekst = "De instructie waar dit onderdeel onder staat, is niet begrepen; dit onderdeel is niet uitgevoerd."
        hulp = "Herstel eerst de instructie erboven."
        lezing.operaties = []
        lezing.meldingen.append(lezing.bron.melding(codes.BOVENLIGGEND, tekst, hulp))
    elif bezwaar := _bezwaar(lezing.bron, lezing.operaties):
        lezing.meldingen.append(bezwaar)


def _brengt_knip(operaties: Sequence[Handeling]) -> bool:
    """True when the new words themselves hold a mark that something was left out."""
    return any(_KNIP.search(str(getattr(op, "nieuw", None) or "")) for op in operaties)


def _bezwaar(bron: Bron, operaties: Sequence[Handeling]) -> Melding | None:
    """Why operations that were read may not be executed as they stand."""
    naam = next((op.regeling for op in operaties if op.regeling and _NAAM_TE_LANG.search(op.regeling)), None)
    if naam is not None:
        tekst = f"De naam van de regeling is niet zeker te lezen: “{naam}”."
        return bron.melding(codes.NAAM_ONZEKER, tekst, "Splits de zin: één opdracht per regeling.")
    haalt_aan = _LUIDT_NU.search(bron.zin.plat) and not _LUIDT_STRAKS.search(bron.zin.plat)
    if haalt_aan and any(isinstance(op, Vernummer) and not op.luidt for op in operaties):
        tekst = "De instructie haalt de bestaande tekst aan; nagegaan moet worden of die klopt."
        return bron.melding(codes.AANGEHAALDE_TEKST, tekst, "Laat de aanhaling weg als zij klopt.")
    return None


def _zonder_gevolg(lezing: _Lezing) -> Sequence[Melding] | None:
    """The findings of an instruction that changes no text of a regulation; None when it does change one."""
    if lezing.heeft(bijzonder.INHOUDSOPGAVE):
        return lezing.meldingen
    kader = next((op for op in lezing.operaties if isinstance(op, Kader) and op.regeling), None)
    if kader is not None and kader.regeling and _TOELICHTING.match(kader.regeling):
        tekst = "Dit onderdeel wijzigt een toelichting; die hoort niet bij de tekst van de regeling."
        return [lezing.bron.melding(codes.TOELICHTING, tekst)]
    return None


# --- new text -------------------------------------------------------------------------------------------------------


def _hecht(lezing: _Lezing, inhoud: tuple[Node, ...]) -> None:
    gehecht, fouten = _hecht_per_plaats(lezing.operaties, lezing.keren, inhoud, lezing.bron)
    lezing.operaties = list(gehecht)
    lezing.meldingen.extend(fouten)


def _hecht_per_plaats(operaties: Sequence[Handeling], plaatsen: int, inhoud: tuple[Node, ...], bron: Bron) -> Uitkomst:
    """New text for several places of the context is the new text of each of them."""
    per = len(operaties) // plaatsen
    if plaatsen == 1 or per * plaatsen != len(operaties):
        return hecht(operaties, inhoud, bron)
    uitkomsten = [hecht(operaties[i * per : (i + 1) * per], inhoud, bron) for i in range(plaatsen)]
    return tuple(op for gehecht, _ in uitkomsten for op in gehecht), uitkomsten[0][1]


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
    bijlagen = [bijlage for bijlage in besluit.bijlagen if bijlage.soort is Soort.BIJLAGE]
    nummers = [bijlage.nummer for bijlage in bijlagen]
    per_nummer = {bijlage.nummer: bijlage for bijlage in bijlagen if nummers.count(bijlage.nummer) == 1}
    gevonden = [per_nummer[nummer] for nummer in genoemd if nummer in per_nummer]
    return tuple(gevonden) if len(gevonden) == len(genoemd) else ()


# --- the report -----------------------------------------------------------------------------------------------------


def _tel(verslag: Verslag, lezing: _Lezing, payload: Sequence[Node]) -> None:
    """The words of the sentence and of what stands below it."""
    _tel_zin(verslag, lezing.bron.zin, lezing.operaties, begrepen=lezing.begrepen)
    bedoeld = lezing.begrepen and not lezing.heeft(codes.PAYLOAD_ZONDER_OPDRACHT)
    verslag.tel(Woordsoort.NIEUWE_TEKST if bedoeld else Woordsoort.ONVERKLAARD, *map(zichtbare_tekst, payload))


def _tel_zin(verslag: Verslag, zin: Zin, operaties: Sequence[Handeling], *, begrepen: bool) -> None:
    """The words of an instruction; new words that stand in the sentence itself count as new text."""
    if not begrepen:
        verslag.tel(Woordsoort.ONVERKLAARD, zin.plat)
        return
    eigen = {nieuw for op in operaties if (nieuw := getattr(op, "nieuw", None)) and nieuw in zin.plat}
    nieuw = min(sum(len(tekst.split()) for tekst in eigen), len(zin.plat.split()))
    verslag.tel(Woordsoort.INSTRUCTIE, zin.plat)
    verslag.woorden[Woordsoort.INSTRUCTIE] -= nieuw
    verslag.woorden[Woordsoort.NIEUWE_TEKST] += nieuw


def _zet_stap(verslag: Verslag, context: Context, lezing: _Lezing) -> Context:
    """The step goes into the report, unless there are clauses only; returns what the nested parts inherit."""
    operaties, meldingen = tuple(lezing.operaties), tuple(lezing.meldingen)
    nieuw = verder(context, operaties)
    if nieuw.begrepen and not lezing.begrepen:
        nieuw = replace(nieuw, begrepen=False)
    if lezing.clausules and not operaties:
        verslag.meldingen.extend(meldingen)
        return nieuw
    waar = tuple(plaats for plaats in context.plaatsen if plaats and not met_regeling(plaats))
    zin = lezing.bron.zin
    stap = Stap(context.artikel, context.label, zin, operaties, meldingen, nieuw.regeling, plaatsen=waar)
    verslag.stappen.append(stap)
    if op_besluit(stap) and len(operaties) == 1 and isinstance(enige := operaties[0], Vervang):
        return replace(nieuw, besluitdeel=enige.doel[0].niveaus[0].nummer if not enige.besluitdeel else "")
    return nieuw
