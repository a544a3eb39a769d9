"""Reading and running the case files ``F*.txt`` (their form is explained in ``README.md``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from amend.cli.omschrijf import omschrijf
from amend.model.melding import Melding
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.stap import Keuze
from amend.pipeline import ontleed, pas_toe
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.write.json_form import als_json
from amend.write.tekst import schrijf_tekst

MAP = Path(__file__).parent
KOP = "Besluit tot wijziging van de Testverordening\n\nDe raad van Voorbeeldstad;\n\nbesluit:\n\nArtikel I\n\n"
SECTIES = {"regeling", "besluit", "keuzes", "nieuwe tekst", "meldingen", "bepalingen", "gegevens", "bekend gebrek"}
WIJZIGT = "De Testverordening wordt als volgt gewijzigd:\n\n"


@dataclass(frozen=True)
class Geval:
    """One case: the sections of the file, those of the first case of the file where it has none of its own."""

    vorm: str
    titel: str
    naam: str
    regeling: str
    besluit: str
    keuzes: str = ""
    nieuwe_tekst: str | None = None
    meldingen: str = ""
    bepalingen: str | None = None
    gegevens: str = ""
    gebrek: str = ""

    @property
    def geweigerd(self) -> tuple[str, ...]:
        """The codes of the errors and questions that the case expects."""
        codes = [regel.split()[0] for regel in self.meldingen.splitlines()]
        return tuple(dict.fromkeys(code for code in codes if code[0] in "EQ"))


@dataclass(frozen=True)
class Uitkomst:
    nieuwe_tekst: str
    meldingen: str
    bepalingen: str
    gegevens: str = ""


def alle() -> list[Geval]:
    return [geval for pad in sorted(MAP.glob("F*.txt")) for geval in lees(pad)]


def lees(pad: Path) -> Iterator[Geval]:
    titel, *delen = re.split(r"^=== ", pad.read_text(encoding="utf-8"), flags=re.M)
    vorm, _, titel = titel.strip().partition(": ")
    naam, regeling, eigen = "", "", dict[str, str]()
    for deel in delen:
        kop, _, tekst = deel.partition("\n")
        if kop.startswith("variant: "):
            yield _geval(vorm, titel, naam, regeling, eigen)
            naam, eigen = kop.removeprefix("variant: "), {}
        else:
            eigen[kop.strip()] = tekst.strip("\n")
            regeling = eigen.get("regeling", regeling)
    yield _geval(vorm, titel, naam, regeling, eigen)


def _geval(vorm: str, titel: str, naam: str, regeling: str, delen: dict[str, str]) -> Geval:
    onbekend = set(delen) - {
        "regeling",
        "besluit",
        "keuzes",
        "nieuwe tekst",
        "meldingen",
        "bepalingen",
        "gegevens",
        "bekend gebrek",
    }
    if onbekend or "besluit" not in delen:
        raise ValueError(f"{vorm} {naam}: {onbekend or 'besluit ontbreekt'}")
    return Geval(
        vorm,
        titel,
        naam,
        regeling,
        delen["besluit"],
        delen.get("keuzes", ""),
        delen.get("nieuwe tekst"),
        delen.get("meldingen", ""),
        delen.get("bepalingen"),
        delen.get("gegevens", ""),
        delen.get("bekend gebrek", ""),
    )


def heel_besluit(tekst: str) -> str:
    """A whole decision as it stands; bare instructions within the usual frame."""
    if re.search(r"^Artikel I\b", tekst, flags=re.M):
        return tekst if tekst.startswith("Besluit") else KOP.removesuffix("Artikel I\n\n") + tekst
    return KOP + ("" if "Testverordening" in tekst else WIJZIGT) + tekst


def voer(geval: Geval) -> Uitkomst:
    regeling, bij_regeling = lees_regeling_tekst(geval.regeling, "testverordening")
    assert regeling is not None, bij_regeling
    besluit, bij_besluit = lees_besluit_tekst(heel_besluit(geval.besluit), "wijziging")
    if besluit is None:
        return Uitkomst("", _meldingen([*bij_regeling, *bij_besluit]), "")
    ontleed_besluit = ontleed(besluit)
    uitkomst = pas_toe(regeling, ontleed_besluit, [_keuze(regel) for regel in geval.keuzes.splitlines()])
    verslag = [melding for v in uitkomst.uitvoering.verslag for melding in v.meldingen]
    los = [melding for melding in ontleed_besluit.meldingen if not any(_zelfde(melding, m) for m in verslag)]
    alles = [*bij_besluit, *los, *uitkomst.meldingen, *verslag]
    bepalingen = [als_json(clausule) for clausule in ontleed_besluit.clausules]
    return Uitkomst(
        verschil(regeling, uitkomst.regeling),
        _meldingen(alles),
        "\n".join(f"{vorm['handeling']}: {omschrijf(vorm)}" for vorm in bepalingen),
        _gegevens(regeling.meta, uitkomst.regeling.meta),
    )


def _gegevens(oud: RegelingMeta, nieuw: RegelingMeta) -> str:
    """The metadata that the decision changed."""
    velden = ("titel", "citeertitel", "grondslag")
    anders = [(veld, getattr(nieuw, veld)) for veld in velden if getattr(nieuw, veld) != getattr(oud, veld)]
    return "\n".join(f"{veld}: {'; '.join(waarde) if isinstance(waarde, tuple) else waarde}" for veld, waarde in anders)


def _zelfde(a: Melding, b: Melding) -> bool:
    return a.code == b.code and (a.tekst in b.tekst or b.tekst in a.tekst)


def _meldingen(meldingen: list[Melding]) -> str:
    return "\n".join(sorted({f"{m.code} {' '.join(m.tekst.split())}" for m in meldingen}))


def _keuze(regel: str) -> Keuze:
    onderdeel, code, keuze = regel.split()
    return Keuze(onderdeel, code, keuze, "afgestemd met de opsteller", "jurist", date(2024, 1, 2))


def verschil(oud: Regeling, nieuw: Regeling) -> str:
    """The articles and headings that changed, as printed.

    "(na: …)" says after what a new one stands, "(weg) …" what is gone; the whole text when they only moved.
    """
    if oud.root is nieuw.root:
        return ""
    nieuw = replace(nieuw, meta=oud.meta)
    voor, na = _stukken(oud), _stukken(nieuw)
    oude_koppen, koppen = [stuk.split("\n")[0] for stuk in voor], [stuk.split("\n")[0] for stuk in na]
    uit: list[str] = []
    for i, stuk in enumerate(na):
        if koppen[i] not in oude_koppen:
            uit.append(f"(na: {koppen[i - 1] if i else 'het begin'})\n{stuk}")
        elif stuk not in voor:
            uit.append(stuk)
    uit += [f"(weg) {kop}" for kop in oude_koppen if kop not in koppen]
    return "\n\n".join(uit) or ("" if voor == na else "\n\n".join(na))


def _stukken(regeling: Regeling) -> list[str]:
    tekst = schrijf_tekst(regeling)
    lijf = tekst.split("\n\n")[1:]
    return [stuk.rstrip() for stuk in lijf if not stuk.startswith("***")]
