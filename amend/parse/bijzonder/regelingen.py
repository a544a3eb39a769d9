"""Forms that deal with whole regulations: withdrawn in a row, withdrawn but for a part, adopted anew."""

from __future__ import annotations

import re
from typing import Final

from amend.model.operations import TrekIn, VervangRegeling
from amend.parse import codes_bijzonder as codes
from amend.parse.bijzonder.vorm import Uitkomst, Zin, vorm, zonder_lidwoord
from amend.parse.citaten import lees_citaat
from amend.parse.momenten import DATUM, als_dag
from amend.parse.regelingnamen import GEEN_NAAM
from amend.parse.voorbewerk import HOOFD

_MERK: Final = re.compile(r"^(?:(?:[a-z]|\d{1,2})[.)°]+\s+|[-–•]\s+)?(?:(?:de|het)\s+)?", re.I)


@vorm(
    (
        r"de\s+(?:volgende|navolgende|onderstaande|hierna\s+genoemde)\s+(?:nadere\s+)?(?:verordeningen|regelingen|besluiten|"
        r"beleidsregels|reglementen|regels|wetten)\s+(?:worden|zijn)\s+(?:hierbij\s+)?"
        r"(?:met\s+ingang\s+van\s+(?P<ingang>[^:]+?)\s+)?ingetrokken\s*:?\s*(?P<namen>.+)"
    ),
    (
        r"in\s+te\s+trekken\s+(?:met\s+ingang\s+van\s+(?P<ingang>[^:]+?)\s+)?de\s+(?:volgende|navolgende|onderstaande)\s+"
        r"(?:verordeningen|regelingen|besluiten|beleidsregels|reglementen|regels)\s*:\s*(?P<namen>.+)"
    ),
    (
        r"(?P<namen>(?:de|het)\s+.+?(?:,\s+|\s+en\s+)(?:de|het)\s+.+?)\s+worden\s+(?:hierbij\s+)?"
        r"(?:met\s+ingang\s+van\s+(?P<ingang>[^:]+?)\s+)?ingetrokken\s*[.;]?"
    ),
    (
        r"(?P<namen>(?:de|het)\s+[“„«‘\"'].+?[”»’\"'])\s+wordt\s+(?:hierbij\s+)?"
        r"(?:met\s+ingang\s+van\s+(?P<ingang>[^:]+?)\s+)?ingetrokken\s*[.;]?"
    ),
    signalen=(
        "ingetrokken",
        "te trekken",
    ),
)
def intrekkingen(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F104: "De volgende verordeningen worden ingetrokken: a. de X; b. de Y": each one by name."""
    naam_volgt = r"(?=(?:de|het)\s+[“„«‘\"']?[A-Z])"
    delen = re.split(rf";\s*(?:en\s+)?|\s+en\s+{naam_volgt}|,\s+{naam_volgt}|\n", m["namen"])
    kaal = [_MERK.sub("", deel.strip(" .,;")) for deel in delen]
    namen = [_uit_aanhaling(re.sub(r",?\s+en$", "", naam)) for naam in kaal if naam]
    if not namen or not all(map(_is_naam, namen)):
        return None
    ingang = als_dag(m["ingang"].strip()) if m["ingang"] else None
    ops = tuple(TrekIn(regeling=naam, ingang=ingang, onderdeel=zin.onderdeel, spanne=zin.spanne) for naam in namen)
    return ops, ()


def _is_naam(naam: str) -> bool:
    """A name of a regulation, without words that limit the instruction, and no text with a quotation in it."""
    if GEEN_NAAM & set(naam.lower().split()) or re.search(r"[“„«‘]|\s[\"']", naam):
        return False
    return HOOFD.search(naam) is not None and not lees_citaat(naam, 0)


def _uit_aanhaling(naam: str) -> str:
    """A name that stands between quotation marks as a whole."""
    citaat = lees_citaat(naam, 0)
    return citaat.tekst if citaat and citaat.gesloten and citaat.eind == len(naam) else naam


@vorm(
    r"(?:de|het)\s+(?P<naam>.+?)\s+wordt\s+ingetrokken,?\s+(?:met\s+uitzondering\s+van|behalve|behoudens)\s+(?P<wat>.+)",
    signalen=("uitzondering",),
)
def met_uitzondering(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """A withdrawal that leaves a part in force; asked, for it is no single operation."""
    if not HOOFD.search(m["naam"]):
        return None
    tekst = (
        f"De intrekking van {m['naam'].strip(' ,')} laat {m['wat'].strip(' .,')} gelden; dat kan niet in één handeling."
    )
    hulp = "Schrijf: “De artikelen … vervallen”, of trek de regeling geheel in (aanwijzing 6.23)."
    return (), (zin.melding(codes.DEEL_VAN_REGELING, tekst, hulp),)


@vorm(
    r"(?P<naam>(?:de|het)\s+[^“«:]+?)\s+(?:voor\s+(?:een|de)\s+\w+\s+(?:maal|keer)\s+)?(?:te\s+wijzigen,?\s+(?:waarna|waardoor|zodat)"
    r"\s+(?:deze|dit|de\s+tekst)\s+(?:komt\s+te\s+luiden|als\s+volgt\s+luidt|luidt\s+als\s+volgt|luidt)|"
    r"wordt\s+(?:geheel\s+)?opnieuw\s+vastgesteld(?:\s+als\s+volgt|\s+en\s+luidt\s+als\s+volgt)?)\s*:",
    signalen=(
        "te wijzigen",
        "opnieuw vastgesteld",
    ),
)
def hele_regeling(zin: Zin, m: re.Match[str]) -> Uitkomst | None:
    """F106: "de X voor een vierde maal te wijzigen, waarna deze als volgt luidt:" and the whole new text."""
    naam = zonder_lidwoord(m["naam"].strip(" ,"))
    naam, _, dag = re.sub(r",?\s+(?:met\s+ingang\s+van|ingaande|per)\s+(?=\d)", "\n", naam, flags=re.I).partition("\n")
    if not HOOFD.search(naam) or (dag and re.fullmatch(DATUM, dag, re.I) is None):
        return None
    ingang = als_dag(dag.strip()) if dag else None
    return (VervangRegeling(regeling=naam, ingang=ingang, onderdeel=zin.onderdeel, spanne=zin.spanne),), ()
