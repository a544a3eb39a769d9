"""Identifications of STOP: AKN for works and expressions, JOIN for doelen, TOOI for the authority.

A version is numbered by the order in which versions became known, so that a later decision never renumbers an earlier
version. Source: STOP 1.3 naming conventions, rules STOP1000-STOP1038.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis import Geschiedenis
from amend.model.besluit import BesluitMeta
from amend.model.regeling import RegelingMeta
from amend.write.codes import AANGEVULD, GEEN_CODE
from amend.write.stop.plek import Verslag

PLAATSVERVANGER: Final = "gm0000"
_CODE: Final = re.compile(r"(?:mnre\d{4}|mn\d{3}|gm\d{4}|ws\d{4}|pv\d{2})")
_TOOI: Final = (("gm", "gemeente"), ("pv", "provincie"), ("ws", "waterschap"), ("mn", "ministerie"))
_ORGANEN: Final = {
    "gm": (("college", "c_28ecfd6d"), ("burgemeester", "c_2c4e7407"), ("", "c_2a7d8663")),
    "pv": (("gedeputeerde", "c_61676cbc"), ("commissaris", "c_e24d39f6"), ("", "c_411b4e4a")),
    "ws": (("dagelijks", "c_5cc92c89"), ("dijkgraaf", "c_f70a6113"), ("voorzitter", "c_f70a6113"), ("", "c_70c87e3d")),
    "mn": (("", "c_bcfb7b4e"),),
}
"""Concepts of the kinds of administrative body, by a word in its name; the last is the general one."""
_CONSOLIDATIE: Final = {"gm": "gemeente", "pv": "provincie", "ws": "waterschap", "mn": "land"}
ONDERWERP: Final = "/tooi/def/concept/c_a6a9eddd"
SOORT_REGELING: Final = "/join/id/stop/regelingtype_005"


@dataclass(frozen=True, slots=True)
class Gezag:
    """The authority: its code, and how STOP refers to it and to the kind of body that decides."""

    code: str
    organisatie: str
    orgaan: str


def gezag(meta: RegelingMeta, verslag: Verslag, bestuursorgaan: str | None = None) -> Gezag:
    """The authority of a regulation; a placeholder and a warning when STOP has no code for it."""
    code = meta.autoriteit
    if not _CODE.fullmatch(code):
        tekst = f"De code “{code}” is geen code die STOP 1.3.0 kent; in de identificaties staat {PLAATSVERVANGER}."
        verslag.meld(
            GEEN_CODE, tekst, "Geef bij het importeren --autoriteit (bijvoorbeeld gm0505), of vul haar later in."
        )
        code = PLAATSVERVANGER
    soort = next(naam for begin, naam in _TOOI if code.startswith(begin))
    naam = (bestuursorgaan or meta.vastgesteld_door or "").lower()
    orgaan = next(c for woord, c in _ORGANEN[code[:2]] if woord in naam)
    return Gezag(code, f"/tooi/id/{soort}/{code}", f"/tooi/def/thes/kern/{orgaan}")


def schone_naam(tekst: str, anders: str) -> str:
    """A name in letters, digits, hyphens and underscores, as identifications want it."""
    kaal = re.sub(r"[^A-Za-z0-9_-]+", "-", tekst).strip("-_")
    return kaal or anders


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """The identifications of one regulation and its versions."""

    gezag: Gezag
    naam: str
    jaar: int
    historie: Geschiedenis

    @property
    def work(self) -> str:
        """The regulation."""
        return f"/akn/nl/act/{self.gezag.code}/{self.jaar}/{self.naam}"

    @property
    def consolidatie(self) -> str:
        """The consolidated regulation."""
        return f"/akn/nl/act/{_CONSOLIDATIE[self.gezag.code[:2]]}/{self.jaar}/{self.naam}"

    def volgnummer(self, doel: Doel) -> int:
        """The number of the version that ends with this doel."""
        bekend = sorted(self.historie.doelen, key=lambda d: (d.bek or date.max, d.volgorde))
        rest = [d.id for d in bekend if d.id != INSTELLING]
        return 1 if doel.id == INSTELLING else rest.index(doel.id) + 2

    def expressie(self, doel: Doel) -> str:
        """The version of the regulation that ends with this doel."""
        dag = doel.bek or doel.vast or doel.jwv
        wanneer = dag.isoformat() if dag else str(self.jaar)
        return f"{self.work}/nld@{wanneer};{self.volgnummer(doel)}"

    def expressie_van(self, doelen: Sequence[Doel]) -> str:
        """The version in which these doelen are realised, in this order.

        The version that a decision itself makes has the number of its doel; another text with the same last doel (a
        retroactive change without the one that was in force) names the others too.
        """
        laatste = doelen[-1]
        rond = self.historie.rond(laatste) if laatste.id != INSTELLING else None
        eigen = (*(rond.ervoor if rond else ()), laatste)
        if [doel.id for doel in eigen] == [doel.id for doel in doelen]:
            return self.expressie(laatste)
        andere = "-".join(str(self.volgnummer(doel)) for doel in doelen[:-1])
        return f"{self.expressie(laatste)}-{andere}"

    def doel(self, doel: Doel) -> str:
        """The doel as a JOIN identification."""
        dag = doel.bek or doel.jwv
        naam = schone_naam(doel.id if doel.id != INSTELLING else f"{self.naam}-instelling", "doel")
        return f"/join/id/proces/{self.gezag.code}/{dag.year if dag else self.jaar}/{naam}"

    def toestand(self, geldig: date, werkend: date) -> str:
        """A state of the consolidation; with retroactive effect the day in force stands behind it."""
        achter = f";{werkend.isoformat()}" if werkend > geldig else ""
        return f"{self.consolidatie}/nld@{geldig.isoformat()}{achter}"


def kenmerken(historie: Geschiedenis, verslag: Verslag) -> Kenmerken:
    """The identifications of a regulation with its history."""
    meta = historie.regeling.meta
    dag = meta.vastgesteld or meta.bekend or meta.inwerkingtreding
    if dag is None:
        verslag.meld(AANGEVULD, "Van de regeling is geen datum bekend; het jaar in de identificatie is 1900.")
    naam = schone_naam(meta.id, "regeling")
    return Kenmerken(gezag(meta, verslag), naam, dag.year if dag else 1900, historie)


def bill(gezag_: Gezag, meta: BesluitMeta) -> tuple[str, str]:
    """Work and expression of a decision."""
    dag = meta.vastgesteld or meta.bekend
    jaar = dag.year if dag else 1900
    work = f"/akn/nl/bill/{gezag_.code}/{jaar}/{schone_naam(meta.id, 'besluit')}"
    return work, f"{work}/nld@{dag.isoformat() if dag else jaar}"
