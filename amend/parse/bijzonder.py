"""Rare instruction forms, each a fixed formula: recognised before the grammar, with a finding of their own.

Sentences without a mechanical meaning (F63), those that change no text (F88, F110), reading rules for a period (F107)
and conditional instructions (F99). What remains of a sentence goes to the ordinary parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from amend.model.address import Niveau, Plaats, in_context
from amend.model.clausules import Clausule, Grondslag, Overgang
from amend.model.melding import Code, Melding, Plek
from amend.model.operations import (
    Bewerking,
    Handeling,
    HefIndelingOp,
    NummerTekst,
    TrekIn,
    Vernummer,
    Verplaats,
    Vervang,
    VervangRegeling,
    VervangTekst,
    Voorwaarde,
)
from amend.model.tree import INDELING
from amend.parse import codes_bijzonder as codes
from amend.parse.citaten import lees_citaat, opent
from amend.parse.fragment import lees_plaatsen
from amend.parse.momenten import DATUM, datum
from amend.parse.toestand import zonder_slot
from amend.parse.voorbewerk import HOOFD

Uitkomst = tuple[tuple[Handeling | Clausule, ...], tuple[Melding, ...]]
Ontleed = Callable[[str, int, Plaats, str | None], Uitkomst]
"""The ordinary parser: sentence, first character, context, label of the part."""


@dataclass(frozen=True, slots=True)
class _Zin:
    """The sentence at hand, and how the rest of it is read."""

    tekst: str
    vanaf: int
    context: Plaats
    onderdeel: str | None
    ontleed: Ontleed

    def melding(self, code: Code, tekst: str, hulp: str | None = None) -> Melding:
        """A finding about the whole sentence."""
        return code.melding(tekst, Plek(1, self.vanaf + 1, max(len(self.tekst) - self.vanaf, 1)), hulp)

    def plaatsen(self, tekst: str) -> tuple[Plaats, ...] | None:
        """The places named, in the context of the sentence; None when they cannot be read."""
        gevonden = lees_plaatsen(re.sub(r"^(?:de|het)\s+", "", tekst.strip(" ,"), flags=re.I))
        if not gevonden:
            return None
        return tuple(p if p == Plaats((Niveau("regeling"),)) else in_context(p, self.context) for p in gevonden)

    def rest(self, tekst: str) -> Uitkomst:
        """What the ordinary parser makes of ``tekst`` (of equal length, parts blanked out)."""
        return self.ontleed(tekst, self.vanaf, self.context, self.onderdeel)


def lees_bijzonder(zin: str, vanaf: int, context: Plaats, onderdeel: str | None, ontleed: Ontleed) -> Uitkomst | None:
    """The operations or clauses of a sentence in one of the fixed formulas; None when it is none of them."""
    eigen = _Zin(zin, vanaf, context, onderdeel, ontleed)
    kern = zin[vanaf:].strip()
    if len(kern) > _LANGSTE or not _SIGNAAL.search(kern):
        return None
    for patroon, lees in _VORMEN:
        treffer = patroon.fullmatch(kern)
        uit = lees(eigen, treffer) if treffer else None
        if uit is not None:
            return uit
    return _met_periode(eigen)


_LANGSTE: Final = 5000
_SIGNAAL: Final = re.compile(
    "|".join(
        (
            *(
                r"\bkop\b",
                "plaatsing",
                "genummerd",
                "voorzien",
                "aanduiding",
                "te wijzigen",
                "opnieuw vastgesteld",
                "overeenkomstig",
                "conform",
                "volgens",
            ),
            *("tabel", "samengevoegd", "ingedeeld", "herschikt", "wissel", "omgewisseld", "inhoudsopgave", "nummering"),
            *(
                "onverbindend",
                "vernietig",
                "berust",
                "ondergebracht",
                "ingetrokken",
                "te trekken",
                "in plaats van",
                "periode",
            ),
            *(
                r"\bduur\b",
                "het jaar",
                r"in\s*werking",
                "rectific",
                "fout",
                "kaart",
                "afbeelding",
                "figuur",
                "tekening",
            ),
            *("plattegrond", "verbuiging", "vervoeging", "uitzondering", "streepjes", "bolletjes"),
            r"wordt\s+(?:een\s+)?(?:nieuw\s+)?(?:artikel|onderdeel)",
        )
    ),
    re.I,
)


def _p(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon, re.I | re.S)


# --- forms without a mechanical meaning, or without effect on the text ----------------------------------------------


def _samenvoegen(zin: _Zin, m: re.Match[str]) -> Uitkomst:
    tekst = f'Niet is te zeggen hoe de tekst na "{m["wat"].strip()}" luidt.'
    return (), (zin.melding(codes.SAMENVOEGEN, tekst, "Geef de hele nieuwe tekst: “Artikel … komt te luiden:”."),)


def _nummering(zin: _Zin, m: re.Match[str]) -> Uitkomst:
    tekst = "De nummering wordt opnieuw vastgesteld, maar de nieuwe nummers staan er niet bij."
    hulp = "Lever de integrale tekst, of schrijf de vernummering uit: “De artikelen 3 en 4 worden vernummerd tot …”."
    return (), (zin.melding(codes.NUMMERING_OPNIEUW, tekst, hulp),)


def _rectificatie(zin: _Zin, m: re.Match[str]) -> Uitkomst:
    tekst = (
        "De bepaling verbetert de bekendgemaakte tekst van een besluit; de regeling zelf wordt er niet door gewijzigd."
    )
    hulp = (
        "Neem de hele verbeterde tekst van dat besluit op als rectificatie (importeer met --rectificeert), met de dag "
        "waarop de rectificatie bekend werd."
    )
    return (), (zin.melding(codes.RECTIFICATIE, tekst, hulp),)


def _rechter(zin: _Zin, m: re.Match[str]) -> Uitkomst:
    tekst = "Een bepaling is vernietigd of onverbindend verklaard; de gevolgen voor de tekst moet iemand vaststellen."
    hulp = "Leg vast vanaf welke dag de uitspraak werkt en neem de gevolgen op als een eigen besluit met die dag."
    return (), (zin.melding(codes.RECHTER, tekst, hulp),)


def _inhoudsopgave(zin: _Zin, m: re.Match[str]) -> Uitkomst:
    tekst = "De inhoudsopgave hoort niet bij de regeling (aanwijzing 4.30); zij wordt opnieuw gemaakt uit de tekst."
    return (Overgang(onderdeel=zin.onderdeel, tekst=m[0].strip()),), (zin.melding(codes.INHOUDSOPGAVE, tekst),)


_DEZE: Final = re.compile(
    r"(?:deze|dit)\s+\w+|(?:de|het)\s+(?:verordening|regeling|besluit|beleidsregels?|reglement)", re.I
)


def _grondslag(zin: _Zin, m: re.Match[str]) -> Uitkomst:
    naam = m["naam"].strip(" ,")
    eigen = None if _DEZE.fullmatch(naam) else re.sub(r"^(?:de|het)\s+", "", naam, flags=re.I)
    op = m["op"].strip(" .;")
    clausule = Grondslag(onderdeel=zin.onderdeel, regeling=eigen, berust_op=op, mede=bool(m["mede"]))
    tekst = f"{naam[:1].upper()}{naam[1:]} berust voortaan {'mede ' if m['mede'] else ''}op {op}."
    return (clausule,), (zin.melding(codes.GRONDSLAG, tekst),)


def _meer_intrekkingen(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F104: "De volgende verordeningen worden ingetrokken: a. de X; b. de Y": each one by name."""
    delen = re.split(r";\s*(?:en\s+)?|\s+en\s+(?=(?:de|het)\s+[A-Z])|,\s+(?=(?:de|het)\s+[A-Z])|\n", m["namen"])
    kaal = [_MERK.sub("", deel.strip(" .,;")) for deel in delen]
    namen = [re.sub(r",?\s+en$", "", naam) for naam in kaal if naam]
    if not namen or not all(HOOFD.search(naam) and not lees_citaat(naam, 0) for naam in namen):
        return None
    ingang = _als_dag(m["ingang"]) if m["ingang"] else None
    spanne = (zin.vanaf, len(zin.tekst))
    ops = tuple(TrekIn(regeling=naam, ingang=ingang, onderdeel=zin.onderdeel, spanne=spanne) for naam in namen)
    return ops, ()


_MERK: Final = re.compile(r"^(?:(?:[a-z]|\d{1,2})[.)°]+\s+|[-–•]\s+)?(?:(?:de|het)\s+)?", re.I)


def _als_dag(tekst: str) -> str:
    treffer = re.fullmatch(DATUM, tekst.strip(), re.I)
    dag = datum(treffer) if treffer else None
    return dag.isoformat() if dag else tekst.strip()


def _tabel(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F93: "De X wordt gewijzigd overeenkomstig de volgende tabel:": a frame; the rows below it say what changes."""
    return zin.rest(" " * zin.vanaf + m["wat"].rstrip() + " als volgt gewijzigd:")


def _hele_regeling(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F106: "de X voor een vierde maal te wijzigen, waarna deze als volgt luidt:" and the whole new text."""
    naam = re.sub(r"^(?:de|het)\s+", "", m["naam"].strip(" ,"), flags=re.I)
    naam, _, dag = re.sub(r",?\s+(?:met\s+ingang\s+van|ingaande|per)\s+(?=\d)", "\n", naam, flags=re.I).partition("\n")
    if not HOOFD.search(naam) or (dag and re.fullmatch(DATUM, dag, re.I) is None):
        return None
    ingang = _als_dag(dag) if dag else None
    spanne = (zin.vanaf, len(zin.tekst))
    return (VervangRegeling(regeling=naam, ingang=ingang, onderdeel=zin.onderdeel, spanne=spanne),), ()


def _kop_vervalt(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F84: "De aanduiding en het opschrift van hoofdstuk 2 vervallen": the division goes, its articles stay."""
    plaatsen = zin.plaatsen(m["waar"])
    if plaatsen is None or any(p.laatste.soort not in _INDELING for p in plaatsen):
        return None
    spanne = (zin.vanaf, len(zin.tekst))
    return (HefIndelingOp(doel=plaatsen, onderdeel=zin.onderdeel, spanne=spanne),), ()


_INDELING: Final = frozenset(soort.value for soort in INDELING)


def _met_uitzondering(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    if not HOOFD.search(m["naam"]):
        return None
    tekst = (
        f"De intrekking van {m['naam'].strip(' ,')} laat {m['wat'].strip(' .,')} gelden; dat kan niet in één handeling."
    )
    hulp = "Schrijf: “De artikelen … vervallen”, of trek de regeling geheel in (aanwijzing 6.23)."
    return (), (zin.melding(codes.DEEL_VAN_REGELING, tekst, hulp),)


# --- moves that the grammar does not know ---------------------------------------------------------------------------


def _wisselen(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    plaatsen = zin.plaatsen(m["wat"])
    if plaatsen is None or len(plaatsen) != 2 or any(p.laatste.tot or not p.laatste.nummer for p in plaatsen):
        return None
    namen = [str(plaats).replace("/", ", ") for plaats in plaatsen]
    tekst = f"{namen[0]} en {namen[1]} wisselen van plaats; niet blijkt of ook de nummers wisselen."
    hulp = "“Uitvoeren” laat plaats en nummer wisselen: wat nu het ene nummer draagt, krijgt het andere."
    ruil = Vernummer(van=plaatsen, naar=plaatsen[::-1], onderdeel=zin.onderdeel, spanne=(zin.vanaf, len(zin.tekst)))
    return (ruil,), (zin.melding(codes.WISSELEN, tekst, hulp),)


def _wordt_onderdeel(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F60: "De tekst van artikel 1 wordt onderdeel a": the article's text gets a letter."""
    plaatsen = zin.plaatsen(m["waar"]) if m["waar"] else ((zin.context,) if zin.context else None)
    if plaatsen is None or len(plaatsen) != 1:
        return None
    spanne = (zin.vanaf, len(zin.tekst))
    return (NummerTekst(doel=plaatsen, nummer=m["nr"], onderdeel=zin.onderdeel, spanne=spanne),), ()


def _tekst_genummerd(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F58: "De tekst van artikel 3 wordt genummerd 1 (en er wordt een lid toegevoegd, luidende:)"."""
    plaatsen = zin.plaatsen(m["waar"])
    if plaatsen is None or len(plaatsen) != 1 or plaatsen[0].laatste.soort != "artikel":
        return None
    nummer = NummerTekst(doel=plaatsen, nummer="1", onderdeel=zin.onderdeel, spanne=(zin.vanaf, len(zin.tekst)))
    if not m["rest"]:
        return (nummer,), ()
    begin = zin.tekst.index(m["rest"], zin.vanaf)
    ops, meldingen = zin.ontleed(" " * begin + zin.tekst[begin:], zin.vanaf, plaatsen[0], zin.onderdeel)
    return ((nummer, *ops), meldingen) if ops else None


def _onderbrengen(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    plaatsen = zin.plaatsen(m["wat"])
    if plaatsen is None or any(not p or p.laatste.soort not in ("lid", "onderdeel") for p in plaatsen):
        return None
    naar = lees_plaatsen(m["naar"]) if m["naar"] else None
    if not naar or len(naar) != 1:
        tekst = f"Waar {', '.join(map(str, plaatsen)).replace('/', ', ')} komt, is niet met een nummer genoemd."
        return (), (zin.melding(codes.WAAR_NAARTOE, tekst, "Noem het nummer van de nieuwe plaats en geef haar tekst."),)
    spanne = (zin.vanaf, len(zin.tekst))
    return (Verplaats(doel=plaatsen, naar=naar[0], onderdeel=zin.onderdeel, spanne=spanne),), ()


def _kaart(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    plaatsen = zin.plaatsen(m["waar"])
    if plaatsen is None or len(plaatsen) != 1:
        return None
    spanne = (zin.vanaf, len(zin.tekst))
    doel = (plaatsen[0].met(Niveau("figuur", woord=m["soort"].lower())),)
    return (Vervang(doel=doel, onderdeel=zin.onderdeel, spanne=spanne),), ()


def _streepjes(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F62: dashes become letters: the counted items get the letters of the range."""
    waar = zin.plaatsen(m["waar"]) if m["waar"] else (zin.context,)
    naar = lees_plaatsen("onderdelen " + re.sub(r"[“”\"'.)]", "", m["letters"]).replace("t/m", "tot en met"))
    if waar is None or len(waar) != 1 or not naar:
        return None
    van = waar[0].met(Niveau("streepje", "1", "laatste"))
    doel = tuple(waar[0].met(*p.niveaus) for p in naar)
    spanne = (zin.vanaf, len(zin.tekst))
    return (Vernummer(van=(van,), naar=doel, onderdeel=zin.onderdeel, spanne=spanne),), ()


# --- instructions for a time or under a condition -------------------------------------------------------------------


def _voorwaarde(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    begin = zin.tekst.index(m["rest"], zin.vanaf)
    ops, meldingen = zin.rest(" " * begin + zin.tekst[begin:])
    if not ops or not all(isinstance(op, Bewerking) for op in ops):
        return None
    woord = m["wanneer"].lower()
    wanneer: Literal["eerder", "later", "tegelijk"]
    wanneer = "eerder" if woord == "eerder" else "later" if woord == "later" else "tegelijk"
    besluit = re.sub(r"^(?:de|het|artikel .+? van (?:de|het))\s+", "", m["besluit"].strip(" ,"), flags=re.I)
    voorwaarde = Voorwaarde(besluit, wanneer, (m["dan"] or "").strip(" ,"))
    uit = tuple(replace(op, voorwaarde=voorwaarde) for op in ops if isinstance(op, Bewerking))
    return uit, meldingen


_VAN, _TOT = DATUM.replace("?P<", "?P<van_"), DATUM.replace("?P<", "?P<tot_")
_PERIODE: Final = _p(
    rf"\b(?:(?:voor|in|gedurende|over)\s+(?:de|het)\s+(?:periode|tijdvak)\s+(?:van(?:af)?\s+)?{_VAN}"
    rf"\s+tot(?P<mee>\s+en\s+met)?\s+{_TOT}|voor\s+(?:het\s+)?(?:kalender)?jaar\s+(?P<jaar>\d{{4}}))"
)
_DUUR: Final = _p(
    r"\b(?:voor\s+de\s+duur|gedurende\s+een\s+periode|voor\s+een\s+periode)\s+van\s+(?P<duur>\w+\s+(?:jaar|jaren|maanden?|weken|dagen))\b"
)
_GELEZEN: Final = _p(
    r"(?:wordt|worden)\s+in\s+(?P<waar>.+?),?\s+(?P<telkens>telkens\s+)?(?:in\s+plaats\s+van|voor)\s+(?=[«“„‘\"'])"
)


def _met_periode(zin: _Zin) -> Uitkomst | None:
    """An instruction that holds for a period ("voor de periode van … tot en met …") or for a duration."""
    buiten = _zonder_citaten(zin.tekst, zin.vanaf)
    periode, duur = _PERIODE.search(buiten, zin.vanaf), _DUUR.search(buiten, zin.vanaf)
    treffer = periode or duur
    if treffer is None or not re.search(r"\b(?:wordt|worden|komt|komen|luidt|luiden|vervalt|vervallen)\b", buiten):
        return None
    over = zin.tekst[: treffer.start()] + " " * (treffer.end() - treffer.start()) + zin.tekst[treffer.end() :]
    over = re.sub(r"^(\s*),", r"\1 ", over[zin.vanaf :]).rjust(len(over))
    ops, meldingen = _leesregel(zin, over) or zin.rest(over)
    bewerkingen = [op for op in ops if isinstance(op, Bewerking)]
    if not bewerkingen or len(bewerkingen) != len(ops):
        return None
    if duur and not periode:
        tekst = f"De wijziging geldt voor de duur van {duur['duur']}; hoe de tekst daarna luidt, is niet geregeld."
        hulp = (
            "Regel het herstel als eigen onderdeel met een datum (aanwijzing 5.73). “Uitvoeren” wijzigt zonder einde."
        )
        return tuple(bewerkingen), (*meldingen, zin.melding(codes.DUUR, tekst, hulp))
    dagen = _dagen(treffer)
    if dagen is None:
        return None
    van, einde = dagen
    uit = tuple(replace(op, ingang=van.isoformat(), einde=einde.isoformat()) for op in bewerkingen)
    laatste = einde - timedelta(days=1)
    tekst = f"Geldt alleen voor {_dag(van)} tot en met {_dag(laatste)}; voor andere dagen blijft de tekst zoals zij is."
    return uit, (*meldingen, zin.melding(codes.LEESREGEL, tekst))


def _dag(dag: date) -> str:
    return f"{dag.day:02}-{dag.month:02}-{dag.year}"


def _dagen(m: re.Match[str]) -> tuple[date, date] | None:
    """First day, and first day after the period."""
    if m["jaar"]:
        return date(int(m["jaar"]), 1, 1), date(int(m["jaar"]) + 1, 1, 1)
    van, tot = _datum(m, "van"), _datum(m, "tot")
    if van is None or tot is None or tot < van:
        return None
    return van, tot + timedelta(days=1) if m["mee"] else tot


def _datum(m: re.Match[str], naam: str) -> date | None:
    treffer = re.fullmatch(DATUM, f"{m[f'{naam}_dag']} {m[f'{naam}_maand']} {m[f'{naam}_jaar']}", re.I)
    return datum(treffer) if treffer else None


def _leesregel(zin: _Zin, tekst: str) -> Uitkomst | None:
    """ "wordt in artikel 3 in plaats van «a» gelezen: b" as words that are read as others."""
    treffer = _GELEZEN.search(tekst, zin.vanaf)
    waar = zin.plaatsen(treffer["waar"]) if treffer else None
    oud = lees_citaat(tekst, treffer.end()) if treffer else None
    if treffer is None or waar is None or oud is None or tekst[zin.vanaf : treffer.start()].strip():
        return None
    slot = re.fullmatch(r"\s*,?\s*(?P<telkens>telkens\s+)?gelezen\s*:?\s*(?P<nieuw>.+)", tekst[oud.eind :], re.I | re.S)
    if slot is None:
        return None
    nieuw = slot["nieuw"].strip()
    citaat = lees_citaat(nieuw, 0)
    if citaat is not None and nieuw[citaat.eind :].strip(" ."):
        return None
    op = VervangTekst(
        doel=waar,
        oud=oud.tekst,
        nieuw=citaat.tekst if citaat else zonder_slot(nieuw),
        telkens=bool(treffer["telkens"] or slot["telkens"]),
        onderdeel=zin.onderdeel,
        spanne=(zin.vanaf, len(zin.tekst)),
    )
    return (op,), ()


def _zonder_citaten(tekst: str, vanaf: int) -> str:
    """The sentence with its quotations blanked out, of equal length."""
    uit, i = list(tekst), vanaf
    while i < len(tekst):
        citaat = lees_citaat(tekst, i) if opent(tekst, i) else None
        if citaat is not None:
            uit[citaat.start : citaat.eind] = " " * (citaat.eind - citaat.start)
        i = citaat.eind if citaat is not None else i + 1
    return "".join(uit)


def _verbuigingen(zin: _Zin, m: re.Match[str]) -> Uitkomst | None:
    """F26: "… en verbuigingen daarvan": the words, marked as also meaning inflected forms."""
    plek = zin.tekst.index(m["staart"], zin.vanaf)
    over = zin.tekst[:plek] + " " * len(m["staart"]) + zin.tekst[plek + len(m["staart"]) :]
    ops, meldingen = zin.rest(over)
    if not ops or not all(isinstance(op, VervangTekst) for op in ops):
        return None
    return tuple(replace(op, verbuigingen=True) for op in ops if isinstance(op, VervangTekst)), meldingen


_IN_WERKING: Final = (
    r"in\s*werking\s+(?:treedt|treden|(?:is|zijn)\s+getreden|"
    r"treedt\s+of\s+is\s+getreden|is\s+getreden\s+of\s+treedt)"
)
_BEELD: Final = r"(?P<soort>kaart|afbeelding|figuur|tekening|plattegrond|foto|illustratie)"
_VORMEN: Final[tuple[tuple[re.Pattern[str], Callable[[_Zin, re.Match[str]], Uitkomst | None]], ...]] = (
    (
        _p(
            r"de\s+(?:bestaande\s+)?tekst\s+van\s+(?P<waar>.+?)\s+wordt\s+(?:genummerd(?:\s+als)?|voorzien\s+van\s+(?:de\s+aanduiding|"
            r"het\s+nummer|het\s+cijfer))\s+[“‘\"'«]?1\.?[”’\"'»]?(?:,?\s+(?:en|waarna)\s+(?P<rest>(?:er\s+)?wordt\s.+)|[.;]?)"
        ),
        _tekst_genummerd,
    ),
    (
        _p(
            r"(?P<wat>.+?(?:samengevoegd|samen\s+te\s+voegen|opnieuw\s+ingedeeld|herschikt|opnieuw\s+gerangschikt))[.;]?"
        ),
        _samenvoegen,
    ),
    (
        _p(
            r"(?P<wat>(?:de\s+)?\w.+?)\s+(?:wisselen\s+van\s+(?:plaats|nummer)|worden\s+(?:omgewisseld|verwisseld))[.;]?"
        ),
        _wisselen,
    ),
    (
        _p(r"de\s+(?:bestaande\s+)?tekst(?:\s+van\s+(?P<waar>.+?))?\s+wordt\s+onderdeel\s+(?P<nr>[a-z])[.)]?[.;]?"),
        _wordt_onderdeel,
    ),
    (
        _p(
            r"(?P<wat>.+?),?\s+(?:wordt|worden)\s+(?:ondergebracht\s+in\s+(?:een\s+(?:nieuw\s+)?)?(?:artikel|lid)?\s*(?P<niets>$|[.;])|"
            r"(?:ondergebracht\s+in\s+)?(?:een\s+)?(?:nieuw\s+)?(?P<naar>artikel\s+[\w.:]*\w))[.;]?"
        ),
        _onderbrengen,
    ),
    (
        _p(
            r"(?:in\s+)?de\s+inhoudsopgave\b(?:\s+(?:van|bij)\s+[^,:]+?)?\s+(?:wordt|worden|komt|komen|vervalt|vervallen|luidt)\b.*"
        ),
        _inhoudsopgave,
    ),
    (_p(r"(?:[^.:]{0,120}\s)?(?:stelt|stellen)\s+de\s+nummering\s.*opnieuw\s+vast.*"), _nummering),
    (_p(r"de\s+nummering\s.*(?:wordt|worden)\s+opnieuw\s+vastgesteld.*"), _nummering),
    (_p(r"[^“«]*(?:onverbindend\s+verklaard|is\s+vernietigd|zijn\s+vernietigd|wordt\s+vernietigd)\b.*"), _rechter),
    (_p(r"(?:rectificatie\b.*|in\s+(?:de\s+)?(?:publicatie|bekendmaking|tekst)\s.*\bfout(?:en)?\b.*)"), _rectificatie),
    (
        _p(
            r"(?:(?:na|met\s+ingang\s+van|vanaf|bij)\s+[^.]{0,120}?\s+)?(?:berust|berusten)\s+(?P<naam>.+?)\s+(?P<mede>mede\s+)?op\s+(?P<op>.+)"
        ),
        _grondslag,
    ),
    (
        _p(
            r"de\s+(?:volgende|navolgende|onderstaande|hierna\s+genoemde)\s+(?:nadere\s+)?(?:verordeningen|regelingen|besluiten|"
            r"beleidsregels|reglementen|regels|wetten)\s+(?:worden|zijn)\s+(?:hierbij\s+)?"
            r"(?:met\s+ingang\s+van\s+(?P<ingang>[^:]+?)\s+)?ingetrokken\s*:?\s*(?P<namen>.+)"
        ),
        _meer_intrekkingen,
    ),
    (
        _p(
            r"in\s+te\s+trekken\s+(?:met\s+ingang\s+van\s+(?P<ingang>[^:]+?)\s+)?de\s+(?:volgende|navolgende|onderstaande)\s+"
            r"(?:verordeningen|regelingen|besluiten|beleidsregels|reglementen|regels)\s*:\s*(?P<namen>.+)"
        ),
        _meer_intrekkingen,
    ),
    (
        _p(
            r"(?P<namen>(?:de|het)\s+.+?(?:,\s+|\s+en\s+)(?:de|het)\s+.+?)\s+worden\s+(?:hierbij\s+)?"
            r"(?:met\s+ingang\s+van\s+(?P<ingang>[^:]+?)\s+)?ingetrokken\s*[.;]?"
        ),
        _meer_intrekkingen,
    ),
    (
        _p(
            r"(?P<wat>[^“«]+?\s(?:wordt|worden))\s+(?:als\s+volgt\s+)?gewijzigd,?\s+(?:overeenkomstig|conform|volgens|zoals\s+(?:aangegeven|"
            r"weergegeven|opgenomen)\s+in)\s+(?:(?:de|het)\s+)?(?:volgende|onderstaande|navolgende|bijgevoegde|bijgaande)\s+"
            r"(?:was[-/ ]?wordt[-\s]?)?(?:tabel|overzicht|schema|lijst)(?:\s+met\s+[^:.]+)?\s*[:.]?"
        ),
        _tabel,
    ),
    (
        _p(
            r"(?P<naam>(?:de|het)\s+[^“«:]+?)\s+(?:voor\s+(?:een|de)\s+\w+\s+(?:maal|keer)\s+)?(?:te\s+wijzigen,?\s+(?:waarna|waardoor|zodat)"
            r"\s+(?:deze|dit|de\s+tekst)\s+(?:komt\s+te\s+luiden|als\s+volgt\s+luidt|luidt\s+als\s+volgt|luidt)|"
            r"wordt\s+(?:geheel\s+)?opnieuw\s+vastgesteld(?:\s+als\s+volgt|\s+en\s+luidt\s+als\s+volgt)?)\s*:"
        ),
        _hele_regeling,
    ),
    (
        _p(
            r"(?:de\s+)?(?:aanduiding|kop)(?:en)?(?:\s+en\s+(?:het\s+|de\s+)?opschrift(?:en)?)?\s+(?:van|boven)\s+(?P<waar>[^“«:]+?)"
            r"\s+(?:vervalt|vervallen|wordt\s+geschrapt|worden\s+geschrapt)[.;]?"
        ),
        _kop_vervalt,
    ),
    (
        _p(
            r"(?:de|het)\s+(?P<naam>.+?)\s+wordt\s+ingetrokken,?\s+(?:met\s+uitzondering\s+van|behalve|behoudens)\s+(?P<wat>.+)"
        ),
        _met_uitzondering,
    ),
    (
        _p(
            rf"(?:de|het)\s+{_BEELD}\s+(?:in|van|bij|behorende\s+bij|opgenomen\s+in)\s+(?P<waar>.+?)\s+wordt\s+vervangen"
            r"(?:\s+door\s+(?:de|het|een|bijgevoegde|bijgaande)[^.“«:]*)?[.;]?"
        ),
        _kaart,
    ),
    (
        _p(
            r"(?:in\s+(?P<waar>.+?)\s+)?(?:worden\s+)?(?:de\s+)?(?:gedachte|aandachts)?(?:streepjes|bolletjes)\s+(?:worden\s+)?vervangen\s+door"
            r"\s+(?:de\s+)?(?:letters|onderdelen|aanduidingen)\s+(?P<letters>“?[a-z][.)”]*(?:(?:,|\s+en|\s+tot\s+en\s+met|\s+t/m)\s+“?"
            r"[a-z][.)”]*)+)[.;]?"
        ),
        _streepjes,
    ),
    (
        _p(
            rf"(?:indien|als)\s+(?P<besluit>.+?)\s+(?P<wanneer>eerder|later|op\s+(?:dezelfde\s+dag|hetzelfde\s+tijdstip)|gelijktijdig|tegelijk)"
            rf"\s+{_IN_WERKING}(?:\s+(?:dan|als|met)\s+(?P<dan>[^:]+?))?,\s+(?P<rest>(?:komt|komen|wordt|worden|vervalt|vervallen)\b.+)"
        ),
        _voorwaarde,
    ),
    (
        _p(
            r".+?(?P<staart>(?:,?\s+en|\s+met|,?\s+evenals)\s+(?:de\s+)?(?:verbuigingen|vervoegingen)\s+(?:daarvan|ervan|hiervan))\b.*"
        ),
        _verbuigingen,
    ),
)
