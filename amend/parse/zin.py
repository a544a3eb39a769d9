"""One sentence → operations or clauses, with findings. The entry of the parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.address import Plaats
from amend.model.clausules import Clausule
from amend.model.melding import Melding
from amend.model.operations import Bewerking, Handeling, Kader
from amend.parse import codes, stijl
from amend.parse.bijzonder import lees_bijzonder
from amend.parse.bijzonder.vorm import Zin
from amend.parse.bijzonder.zonder_aanhaling import lees_zonder_aanhaling
from amend.parse.codes_bijzonder import MET_HANDELING
from amend.parse.delen import TeVeelError
from amend.parse.lexer import tokens
from amend.parse.lexer_token import Token
from amend.parse.opsomming import Deelzin, aangelijmd, deelzinnen, kader_en_opdracht, plaats_en_opdracht
from amend.parse.scanfouten import hersteld
from amend.parse.slot import ontleed_clausule
from amend.parse.voorbewerk import bewerk
from amend.parse.zin_meldingen import geen_opdracht, meerduidig, onverklaard, opmerkingen, plek
from amend.parse.zoek import zoek

MAX_TEKENS: Final = 20_000
MAX_WOORDEN: Final = 3_000
_LABEL: Final = re.compile(
    r"\s*(?:[-–•]\s+)?(?:(?P<label>[A-Z]{1,2}[a-z]?|[a-z]{1,2}|\d{1,3}|[ivx]{1,4})[.)]\s*(?=\S)|[-–•]\s+)"
)


@dataclass(frozen=True, slots=True)
class Ontleding:
    """What a sentence says: operations and clauses in order of execution, and findings about its wording."""

    operaties: tuple[Handeling | Clausule, ...] = ()
    meldingen: tuple[Melding, ...] = ()

    @property
    def begrepen(self) -> bool:
        """True when every word has its place and nothing blocks."""
        return bool(self.operaties) and not any(melding.ernst == "fout" for melding in self.meldingen)


def ontleed_zin(zin: str, context: Plaats = Plaats(), onderdeel: str | None = None) -> Ontleding:  # noqa: B008
    """The operations of one instruction or closing clause, addressed within ``context``.

    A sentence that is not understood to the last word gives one E finding and no operations; one that can be read
    in two ways gives a Q finding with both readings and no operations.
    """
    if len(zin) > MAX_TEKENS:
        return Ontleding(
            (), (codes.TE_LANG.melding(f"De zin telt {len(zin)} tekens; meer dan {MAX_TEKENS} kan niet."),)
        )
    vanaf, label = _label(zin)
    delen = deelzinnen(zin[vanaf:], label, _is_opdracht)
    if len(delen) > 1 and (samen := _samen(zin, vanaf, delen, context, onderdeel)) is not None:
        return samen
    gelezen = _een(zin, vanaf, context, onderdeel or label)
    if not gelezen.begrepen and (met_kader := _met_kader(zin, vanaf, context, onderdeel or label)) is not None:
        return met_kader
    return gelezen


def _met_kader(zin: str, vanaf: int, context: Plaats, onderdeel: str | None) -> Ontleding | None:
    """A frame and its only instruction in one sentence; None when they are not both understood."""
    bij: tuple[Melding, ...] = ()
    if (delen := kader_en_opdracht(zin, vanaf)) is not None:
        kop, begin = delen
    elif (los := plaats_en_opdracht(zin, vanaf)) is not None:
        kop, (van, tot), begin = los
        tekst = f'Na "{zin[van:tot]}:" hoort "wordt als volgt gewijzigd" (aanwijzing 6.15); zo gelezen.'
        bij = (codes.UITGESLOTEN.melding(tekst, plek(van, tot)),)
    else:
        return None
    kader = _een(kop, vanaf, context, onderdeel)
    if not kader.begrepen or not isinstance(eerste := kader.operaties[0], Kader) or len(eerste.doel) != 1:
        return None
    rest = _een(zin, begin, eerste.doel[0], onderdeel)
    if not rest.begrepen or any(isinstance(op, Kader) for op in rest.operaties):
        return None
    if bij and not all(_ligt_in(op, eerste.doel[0]) for op in rest.operaties):
        return None
    naam = eerste.regeling
    ops = (
        replace(op, regeling=naam) if naam and isinstance(op, Bewerking) and not op.regeling else op
        for op in rest.operaties
    )
    return Ontleding((*kader.operaties, *ops), (*bij, *kader.meldingen, *rest.meldingen))


def _ligt_in(op: Handeling | Clausule, kader: Plaats) -> bool:
    """True when the operation works inside the place of the frame."""
    plaatsen = [*getattr(op, "doel", ()), *getattr(op, "van", ())]
    plaatsen += [p for p in (getattr(op, naam, None) for naam in ("na", "voor", "in_")) if isinstance(p, Plaats)]
    diepte = len(kader.niveaus)
    return bool(plaatsen) and all(p.niveaus[:diepte] == kader.niveaus for p in plaatsen)


def _is_opdracht(tekst: str) -> bool:
    """True when the text is an instruction by itself."""
    return _een(tekst, 0, Plaats(), None).begrepen


def _samen(zin: str, vanaf: int, delen: Sequence[Deelzin], context: Plaats, onderdeel: str | None) -> Ontleding | None:
    """Several instructions on one line, the later ones in the context of a frame that opens it; None when one fails."""
    operaties: list[Handeling | Clausule] = []
    meldingen: list[Melding] = []
    for i, deel in enumerate(delen):
        label = ".".join(filter(None, (onderdeel, deel.label))) if i or not onderdeel else onderdeel
        gelezen = _een(zin[: vanaf + deel.eind], vanaf + deel.start, context, label or None)
        if not gelezen.begrepen:
            return None
        if i == 0 and isinstance(kader := gelezen.operaties[0], Kader) and len(kader.doel) == 1:
            context = kader.doel[0]
        operaties.extend(gelezen.operaties)
        meldingen.extend(gelezen.meldingen)
    return Ontleding(tuple(operaties), tuple(meldingen))


def _een(zin: str, vanaf: int, context: Plaats, onderdeel: str | None) -> Ontleding:
    """One instruction or closing clause, from character ``vanaf``."""
    bijzonder = lees_bijzonder(zin, vanaf, context, onderdeel, _gewoon)
    gelezen = Ontleding(*bijzonder) if bijzonder is not None else _zonder_formule(zin, vanaf, context, onderdeel)
    if gelezen.operaties or not any(melding.code in _NIET_BEGREPEN for melding in gelezen.meldingen):
        return gelezen
    met_merken = lees_zonder_aanhaling(Zin(zin, vanaf, context, onderdeel, _gewoon))
    if met_merken is not None:
        return Ontleding(*met_merken)
    return _hersteld(zin, vanaf, context, onderdeel) or gelezen


def _hersteld(zin: str, vanaf: int, context: Plaats, onderdeel: str | None) -> Ontleding | None:
    """The sentence with the words whole that a scan has broken; None when that does not make it an instruction."""
    heel, woorden = hersteld(zin[vanaf:])
    bijzonder = lees_bijzonder(heel, 0, context, onderdeel, _gewoon) if heel else None
    gelezen = Ontleding(*bijzonder) if bijzonder else _zonder_formule(heel, 0, context, onderdeel) if heel else None
    if gelezen is None or not gelezen.begrepen or not all(isinstance(op, Bewerking) for op in gelezen.operaties):
        return None
    waar = plek(vanaf, len(zin))
    fout = codes.SCHRIJFWIJZE.melding(f"Vermoedelijke schrijf- of scanfout: “{'”, “'.join(woorden)}”.", waar)
    operaties = tuple(replace(op, spanne=(vanaf, len(zin))) for op in gelezen.operaties if isinstance(op, Bewerking))
    return Ontleding(operaties, (fout, *(replace(melding, plek=waar) for melding in gelezen.meldingen)))


_NIET_BEGREPEN: Final = frozenset({codes.ONVERKLAARD.code, codes.GEEN_OPDRACHT.code})


def _gewoon(
    zin: str, vanaf: int, context: Plaats, onderdeel: str | None
) -> tuple[tuple[Handeling | Clausule, ...], tuple[Melding, ...]]:
    ontleding = _zonder_formule(zin, vanaf, context, onderdeel)
    return ontleding.operaties, ontleding.meldingen


def _zonder_formule(zin: str, vanaf: int, context: Plaats, onderdeel: str | None) -> Ontleding:
    """A closing clause, or an instruction in the words of the grammar."""
    clausule = ontleed_clausule(zin[vanaf:], onderdeel)
    if clausule is not None:
        operaties, meldingen = clausule
        return Ontleding(operaties, tuple(_verschoven(melding, vanaf) for melding in meldingen))
    rij = bewerk(tokens(zin, vanaf))
    if len(rij) > MAX_WOORDEN:
        return Ontleding((), (codes.TE_LANG.melding("De zin telt te veel woorden buiten de aanhalingen."),))
    if not rij:
        return Ontleding((), (codes.GEEN_OPDRACHT.melding("De zin is leeg."),))
    ontleding = _ontleed(zin, rij, context, onderdeel)
    if ontleding.operaties or (overgang := ontleed_clausule(zin[vanaf:], onderdeel, overgang=True)) is None:
        return ontleding
    return Ontleding(*overgang)


def _label(zin: str) -> tuple[int, str | None]:
    """Where the sentence starts after its printed label, and the label."""
    treffer = _LABEL.match(zin)
    return (treffer.end(), treffer["label"]) if treffer else (0, None)


def _verschoven(melding: Melding, vanaf: int) -> Melding:
    if melding.plek is None or not vanaf:
        return melding
    return replace(melding, plek=replace(melding.plek, kolom=melding.plek.kolom + vanaf))


def _ontleed(zin: str, rij: list[Token], context: Plaats, onderdeel: str | None) -> Ontleding:
    try:
        uitslag = zoek(zin, rij, context, onderdeel)
    except TeVeelError:
        return Ontleding((), (codes.TE_LANG.melding("De zin laat te veel lezingen toe om zeker te lezen."),))
    if uitslag.gestuit is not None:
        return Ontleding((), (onverklaard(zin, rij, uitslag.gestuit),))
    if not uitslag.lezingen:
        return Ontleding((), (geen_opdracht(zin, rij, uitslag.afkeuring),))
    if len(uitslag.lezingen) > 1:
        return Ontleding((), (meerduidig(zin, uitslag.lezingen),))
    if gelijmd := _aangelijmd(zin, rij):
        return Ontleding((), (gelijmd,))
    toestand = uitslag.lezingen[0]
    meldingen = [*stijl.meldingen(zin, rij), *opmerkingen(zin, toestand)]
    if any(melding.blokkeert and melding.code not in MET_HANDELING for melding in meldingen):
        return Ontleding((), tuple(meldingen))
    return Ontleding(tuple(toestand.operaties), tuple(meldingen))


def _aangelijmd(zin: str, rij: Sequence[Token]) -> Melding | None:
    """A question when the new text goes on with what reads as the next instruction of the decision."""
    for token in rij:
        if token.soort != "TEKST":
            continue
        for rest in aangelijmd(token.waarde):
            operaties = _een(rest, 0, Plaats(), None).operaties
            if operaties and all(isinstance(op, Bewerking) for op in operaties):
                start = zin.find(rest, token.start)
                return codes.MEERDUIDIG.melding(
                    f'De zin is op meer manieren te lezen: (1) "{rest[:80]}" hoort bij de nieuwe tekst of '
                    "(2) het is een volgende opdracht van het besluit.",
                    plek(start, start + len(rest)),
                    "Zet elke opdracht op een eigen regel.",
                )
    return None
