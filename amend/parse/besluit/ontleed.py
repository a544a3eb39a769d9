"""The entry: every article of a decision, and the text around them, into one report."""

from __future__ import annotations

from amend.model.besluit import Besluit, WijzigArtikel, is_verdwaalde_opdracht
from amend.model.stap import OntleedBesluit, Woordsoort
from amend.model.tree import platte_tekst, zichtbare_tekst
from amend.parse.besluit.slotartikel import lees_slotartikel
from amend.parse.besluit.verslag import Verslag
from amend.parse.besluit.wijzigartikel import lees_wijzigartikel
from amend.parse.tijdstempels import toets_tijdstempels


def ontleed_besluit(besluit: Besluit) -> OntleedBesluit:
    """The steps and clauses of a decision, with findings and the account of all its words."""
    verslag = Verslag(besluit)
    for artikel in besluit.artikelen:
        if isinstance(artikel, WijzigArtikel):
            lees_wijzigartikel(verslag, artikel)
        else:
            lees_slotartikel(verslag, artikel)
    clausules, meldingen = toets_tijdstempels(besluit.meta.tijdstempels, verslag.clausules)
    verslag.clausules.extend(clausules)
    verslag.meldingen.extend(meldingen)
    _omlijsting(verslag)
    woorden = tuple((soort, verslag.woorden[soort]) for soort in Woordsoort)
    return OntleedBesluit(besluit, tuple(verslag.stappen), tuple(verslag.clausules), tuple(verslag.meldingen), woorden)


def _omlijsting(verslag: Verslag) -> None:
    besluit = verslag.besluit
    verslag.tel(Woordsoort.MOTIVERING, platte_tekst(besluit.intitule), *map(zichtbare_tekst, besluit.toelichting))
    for nodes, soort in ((besluit.aanhef, Woordsoort.MOTIVERING), (besluit.sluiting, Woordsoort.ONDERTEKENING)):
        for node in nodes:
            if is_verdwaalde_opdracht(zichtbare_tekst(node)):
                verslag.onverklaard((node,), None, "", "Zet de opdracht in een artikel of onderdeel van het besluit.")
            else:
                verslag.tel(soort, zichtbare_tekst(node))
    gebruikt = {id(node) for stap in verslag.stappen for op in stap.bewerkingen for node in getattr(op, "inhoud", ())}
    for bijlage in besluit.bijlagen:
        soort = Woordsoort.NIEUWE_TEKST if id(bijlage) in gebruikt else Woordsoort.MOTIVERING
        verslag.tel(soort, zichtbare_tekst(bijlage))
