"""Small fictive histories from text: a regulation and decisions with their dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amend.history.geschiedenis import Geschiedenis
from amend.model.regeling import Regeling
from amend.model.stap import Keuze, OntleedBesluit
from amend.model.tree import Soort, loop, platte_tekst
from amend.parse.besluit import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst


def dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def regeling(tekst: str, bek: str, jwv: str) -> Regeling:
    """A regulation from plain text with the dates of its founding decision."""
    gelezen, _ = lees_regeling_tekst(tekst, "tariefregeling")
    assert gelezen is not None
    meta = replace(
        gelezen.meta, id="tariefregeling", citeertitel="Tariefregeling", bekend=dag(bek), inwerkingtreding=dag(jwv)
    )
    return replace(gelezen, meta=meta)


def besluit(id: str, instructies: str, slot: str, bek: str | None, vast: str | None = None) -> OntleedBesluit:
    """An amending decision: instructions, the text of Artikel II, day of publication."""
    tekst = (
        f"Fictief besluit {id}\n\nDe raad van de gemeente Voorbeeld;\n\nbesluit:\n\nArtikel I\n\n"
        f"De Tariefregeling wordt als volgt gewijzigd:\n\n{instructies}\n\nArtikel II\n\n{slot}\n"
    )
    gelezen, _ = lees_besluit_tekst(tekst, id)
    assert gelezen is not None
    meta = replace(gelezen.meta, id=id, bekend=dag(bek), vastgesteld=dag(vast))
    return ontleed_besluit(replace(gelezen, meta=meta))


def historie(basis: Regeling, *besluiten: OntleedBesluit, keuzes: tuple[tuple[str, Keuze], ...] = ()) -> Geschiedenis:
    """The history of the regulation."""
    return Geschiedenis(basis, besluiten, keuzes)


def artikelen(regeling: Regeling | None) -> dict[str, str]:
    """Number → text of every article."""
    assert regeling is not None
    return {
        node.nummer: " ".join(platte_tekst(al.tekst) for _, al in loop(node) if al.tekst)
        for _, node in loop(regeling.root)
        if node.soort == Soort.ARTIKEL
    }


def keuze(besluit: str, onderdeel: str, code: str, gekozen: str) -> tuple[str, Keuze]:
    """A recorded choice."""
    return besluit, Keuze(onderdeel, code, gekozen, "zo bedoeld blijkens de toelichting", "A. Jurist", date(2024, 5, 1))
