"""Forms without a mechanical meaning (F63) and forms that change no text (F88, F110): a finding, and nothing to do."""

from __future__ import annotations

import re
from typing import Final

from amend.model.clausules import Grondslag, Overgang
from amend.parse import codes_bijzonder as codes
from amend.parse.bijzonder.vorm import Uitkomst, Zin, vorm, zonder_lidwoord

_DEZE: Final = re.compile(
    r"(?:deze|dit)\s+\w+|(?:de|het)\s+(?:verordening|regeling|besluit|beleidsregels?|reglement)", re.I
)


@vorm(
    r"(?P<wat>.+?(?:samengevoegd|samen\s+te\s+voegen|opnieuw\s+ingedeeld|herschikt|opnieuw\s+gerangschikt))[.;]?",
    signalen=(
        "samengevoegd",
        "ingedeeld",
        "herschikt",
    ),
)
def samenvoegen(zin: Zin, m: re.Match[str]) -> Uitkomst:
    """Parts are merged or arranged anew, without their new text."""
    tekst = f'Niet is te zeggen hoe de tekst na "{m["wat"].strip()}" luidt.'
    return (), (zin.melding(codes.SAMENVOEGEN, tekst, "Geef de hele nieuwe tekst: “Artikel … komt te luiden:”."),)


@vorm(
    r"(?:[^.:]{0,120}\s)?(?:stelt|stellen)\s+de\s+nummering\s.*opnieuw\s+vast.*",
    r"de\s+nummering\s.*(?:wordt|worden)\s+opnieuw\s+vastgesteld.*",
    r"(?:.*\b(?:gewijzigd|aangebracht|aangepast)|.{0,80}\bwijzigingen)\s*,?\s+onder\s+(?:vernummering|verlettering)\s+van\s+de\s+"
    r"(?:overige\s+|volgende\s+)?(?:artikelen|leden|onderdelen)(?:\s+van\s+de\s+\w+)?\s*[:.]?",
    signalen=("nummering", "vernummering", "verlettering"),
)
def nummering_opnieuw(zin: Zin, m: re.Match[str]) -> Uitkomst:
    """New numbers are announced, but not given; parts below such a frame are not carried out either."""
    letters = "verlettering" in zin.tekst.lower()
    wat = "Onderdelen worden verletterd" if letters else "De nummering wordt opnieuw vastgesteld"
    tekst = f"{wat}, maar de nieuwe {'letters' if letters else 'nummers'} staan er niet bij."
    hulp = "Lever de integrale tekst, of schrijf de vernummering uit: “De artikelen 3 en 4 worden vernummerd tot …”."
    return (), (zin.melding(codes.NUMMERING_OPNIEUW, tekst, hulp),)


@vorm(
    r"(?:rectificatie\b.*|in\s+(?:de\s+)?(?:publicatie|bekendmaking|tekst)\s.*\bfout(?:en)?\b.*)",
    signalen=(
        "rectific",
        "fout",
    ),
)
def rectificatie(zin: Zin, m: re.Match[str]) -> Uitkomst:
    """The published text of a decision is corrected."""
    tekst = (
        "De bepaling verbetert de bekendgemaakte tekst van een besluit; de regeling zelf wordt er niet door gewijzigd."
    )
    hulp = (
        "Neem de hele verbeterde tekst van dat besluit op als rectificatie (importeer met --rectificeert), met de dag "
        "waarop de rectificatie bekend werd."
    )
    return (), (zin.melding(codes.RECTIFICATIE, tekst, hulp),)


@vorm(
    r"[^“«]*(?:onverbindend\s+verklaard|is\s+vernietigd|zijn\s+vernietigd|wordt\s+vernietigd)\b.*",
    signalen=(
        "onverbindend",
        "vernietig",
    ),
)
def rechter(zin: Zin, m: re.Match[str]) -> Uitkomst:
    """A court has annulled a provision."""
    tekst = "Een bepaling is vernietigd of onverbindend verklaard; de gevolgen voor de tekst moet iemand vaststellen."
    hulp = "Leg vast vanaf welke dag de uitspraak werkt en neem de gevolgen op als een eigen besluit met die dag."
    return (), (zin.melding(codes.RECHTER, tekst, hulp),)


@vorm(
    r"(?:in\s+)?de\s+inhoudsopgave\b(?:\s+(?:van|bij)\s+[^,:]+?)?\s+(?:wordt|worden|komt|komen|vervalt|vervallen|luidt)\b.*",
    signalen=("inhoudsopgave",),
)
def inhoudsopgave(zin: Zin, m: re.Match[str]) -> Uitkomst:
    """The table of contents is no part of the regulation."""
    tekst = "De inhoudsopgave hoort niet bij de regeling (aanwijzing 4.30); zij wordt opnieuw gemaakt uit de tekst."
    return (Overgang(onderdeel=zin.onderdeel, tekst=m[0].strip()),), (zin.melding(codes.INHOUDSOPGAVE, tekst),)


@vorm(
    r"(?:(?:na|met\s+ingang\s+van|vanaf|bij)\s+[^.]{0,120}?\s+)?(?:berust|berusten)\s+(?P<naam>.+?)\s+(?P<mede>mede\s+)?op\s+(?P<op>.+)",
    signalen=("berust",),
)
def grondslag(zin: Zin, m: re.Match[str]) -> Uitkomst:
    """What the regulation is based on from now on."""
    naam = m["naam"].strip(" ,")
    eigen = None if _DEZE.fullmatch(naam) else zonder_lidwoord(naam)
    op = m["op"].strip(" .;")
    clausule = Grondslag(onderdeel=zin.onderdeel, regeling=eigen, berust_op=op, mede=bool(m["mede"]))
    tekst = f"{naam[:1].upper()}{naam[1:]} berust voortaan {'mede ' if m['mede'] else ''}op {op}."
    return (clausule,), (zin.melding(codes.GRONDSLAG, tekst),)
