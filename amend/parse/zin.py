"""One sentence → operations or clauses, with findings. The entry of the parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amend.model.address import Plaats
from amend.model.clausules import Clausule
from amend.model.melding import Code, Melding, Plek
from amend.model.operations import HANDELING, Bewerking, Handeling, Kader
from amend.parse import codes, stijl
from amend.parse.bijzonder import lees_bijzonder
from amend.parse.codes_bijzonder import MET_HANDELING
from amend.parse.delen import TeVeelError
from amend.parse.lexer import Token, tokens
from amend.parse.opsomming import Deelzin, aangelijmd, deelzinnen, kader_en_opdracht
from amend.parse.slot import ontleed_clausule
from amend.parse.toestand import Toestand
from amend.parse.voorbewerk import bewerk
from amend.parse.zoek import zoek

MAX_TEKENS: Final = 20_000
MAX_WOORDEN: Final = 400
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
    delen = kader_en_opdracht(zin, vanaf)
    if delen is None:
        return None
    kop, begin = delen
    kader = _een(kop, vanaf, context, onderdeel)
    if not kader.begrepen or not isinstance(eerste := kader.operaties[0], Kader) or len(eerste.doel) != 1:
        return None
    rest = _een(zin, begin, eerste.doel[0], onderdeel)
    if not rest.begrepen or any(isinstance(op, Kader) for op in rest.operaties):
        return None
    return Ontleding((*kader.operaties, *rest.operaties), (*kader.meldingen, *rest.meldingen))


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
    return Ontleding(*bijzonder) if bijzonder is not None else _zonder_formule(zin, vanaf, context, onderdeel)


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
        return Ontleding((), (_onverklaard(zin, rij, uitslag.gestuit),))
    if not uitslag.lezingen:
        return Ontleding((), (_geen_opdracht(zin, rij, uitslag.afkeuring),))
    if len(uitslag.lezingen) > 1:
        return Ontleding((), (_meerduidig(zin, uitslag.lezingen),))
    if gelijmd := _aangelijmd(zin, rij):
        return Ontleding((), (gelijmd,))
    toestand = uitslag.lezingen[0]
    meldingen = [*stijl.meldingen(zin, rij), *_opmerkingen(zin, toestand)]
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


# --- findings -------------------------------------------------------------------------------------------------------


def plek(start: int, eind: int) -> Plek:
    """A span of the sentence: line 1, columns from 1."""
    return Plek(1, start + 1, max(eind - start, 1))


def _onverklaard(zin: str, rij: list[Token], index: int) -> Melding:
    """The words that fit nowhere: the run of unknown words, or the word where the reading stopped."""
    token = rij[index] if index < len(rij) else None
    onbekend = [t for t in rij if t.soort == "WOORD"]
    if token is None or (token.soort != "WOORD" and not onbekend):
        if token is None:
            eind = rij[-1].eind
            return codes.GEEN_OPDRACHT.melding(
                "De zin breekt af voordat er een volledige opdracht staat.", plek(rij[-1].start, eind), _hulp_algemeen()
            )
        return _woorden(zin, token.start, token.eind)
    eerste = token if token.soort == "WOORD" else onbekend[0]
    laatste = rij.index(eerste)
    while laatste + 1 < len(rij) and rij[laatste + 1].soort == "WOORD":
        laatste += 1
    return _woorden(zin, eerste.start, rij[laatste].eind)


def _woorden(zin: str, start: int, eind: int) -> Melding:
    woorden = zin[start:eind].strip()
    return codes.ONVERKLAARD.melding(
        f'Deze woorden passen in geen bekende formule: "{woorden}".', plek(start, eind), _hulp_algemeen()
    )


_TOT: Final = re.compile(
    r"\b(\d[\w.:]*|[a-z])\s+tot\s+(?!en\s+met)(\d[\w.:]*|[a-z])\b(?!.*\b(?:vernummer|verletter|hernummer))", re.S
)


def _hulp(zin: str) -> str:
    """What to write instead: the whole range where "10 tot 13" leaves open whether 13 counts."""
    if treffer := _TOT.search(zin):
        van, tot = treffer[1], treffer[2]
        return f"“{van} tot {tot}” is onzeker: schrijf “{van} tot en met {tot}”, of noem de nummers."
    return _hulp_algemeen()


def _hulp_algemeen() -> str:
    return (
        "Schrijf de opdracht als in de Aanwijzingen voor de regelgeving, bijvoorbeeld: "
        'In artikel 3, tweede lid, wordt "a" vervangen door "b".'
    )


def _geen_opdracht(zin: str, rij: Sequence[Token], afkeuring: str) -> Melding:
    tekst = "De woorden zijn bekend, maar vormen samen geen opdracht die zeker is uit te voeren"
    return codes.GEEN_OPDRACHT.melding(f"{tekst} ({afkeuring}).", plek(rij[0].start, rij[-1].eind), _hulp(zin))


def _meerduidig(zin: str, lezingen: Sequence[Toestand]) -> Melding:
    beschreven = [f"({n}) {'; '.join(map(omschrijf, lezing.operaties))}" for n, lezing in enumerate(lezingen[:4], 1)]
    return codes.MEERDUIDIG.melding(
        "De zin is op meer manieren te lezen: " + " of ".join(beschreven) + ".",
        plek(0, len(zin)),
        "Leg de keuze vast of herschrijf de zin.",
    )


def omschrijf(operatie: Handeling) -> str:
    """An operation in a few words, for messages."""
    delen = [HANDELING[type(operatie)]]
    for veld in ("doel", "van", "naar", "na", "voor", "in_", "soort", "nummer", "oud", "nieuw"):
        waarde = getattr(operatie, veld, None)
        if waarde:
            tekst = ", ".join(map(str, waarde)) if isinstance(waarde, tuple) else str(waarde)
            delen.append(f"{veld.rstrip('_')} {tekst[:60]}")
    return " ".join(delen)


def _opmerkingen(zin: str, toestand: Toestand) -> list[Melding]:
    uit = []
    for code, (start, eind), hulp in toestand.opmerkingen:
        start += len(zin[start:eind]) - len(zin[start:eind].lstrip(" :,"))
        uit.append(_opmerking(code, zin[start:eind].strip(), plek(start, eind), hulp))
    return uit


def _opmerking(code: Code, tekst: str, waar: Plek, hulp: str) -> Melding:
    kort = tekst if len(tekst) <= 80 else tekst[:77] + "…"
    return code.melding(f'{code.titel[:1].upper()}{code.titel[1:]}: "{kort}".', waar, hulp or None)
