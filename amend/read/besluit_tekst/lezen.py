"""From the text to the decision, part by part."""

from __future__ import annotations

from amend.model.besluit import Besluit, BesluitArtikel, WijzigArtikel
from amend.model.melding import Melding
from amend.model.tree import alinea, runs
from amend.read import codes
from amend.read.besluit_meta import lees_meta, titel_van
from amend.read.besluit_tekst.artikel import lees_deel
from amend.read.besluit_tekst.begin import begin_van_artikelen
from amend.read.besluit_tekst.einde import na_artikelen
from amend.read.besluit_tekst.toets import na_ondertekening, overgeslagen, verdwaald, zonder_kolommen
from amend.read.besluit_tekst.verdeling import verdeel
from amend.read.regels import lees_regels, meldingen_over
from amend.read.structuur import Waarin, bouw


def lees_besluit_tekst(tekst: str, id: str) -> tuple[Besluit | None, tuple[Melding, ...]]:
    """The decision in ``tekst``. E102 when it is empty, E130 when no instruction is found (the text is still given)."""
    regels = lees_regels(tekst)
    if not regels:
        return None, (codes.LEEG.melding("De tekst is leeg.", None, "Kies een ander bestand."),)
    meldingen = list(meldingen_over(regels, tekst))
    begin = begin_van_artikelen(regels)
    delen, sluiting = verdeel(regels, begin)
    slot, bijlagen, toelichting = na_artikelen(regels[sluiting:])
    van, tot = titel_van(regels[:begin])
    artikelen: list[WijzigArtikel | BesluitArtikel] = []
    for deel in delen:
        gelezen, gemeld = lees_deel(deel)
        artikelen += gelezen
        meldingen += gemeld
    if not any(isinstance(artikel, WijzigArtikel) for artikel in artikelen):
        zin = "In dit besluit is geen wijzigingsinstructie gevonden."
        meldingen.append(
            codes.GEEN_WIJZIGING.melding(zin, regels[0].plek, "Controleer of dit een wijzigingsbesluit is.")
        )
    meldingen += zonder_kolommen(regels)
    meldingen += [*overgeslagen(delen), *verdwaald(regels[tot:begin]), *na_ondertekening(slot, toelichting, delen)]
    meta = lees_meta(id, " ".join(r.heel for r in regels[van:tot]), regels[tot:begin], slot, regels[begin:])
    nabouw, gemeld1 = bouw(bijlagen, Waarin("regeling"))
    uitleg, gemeld2 = bouw(toelichting, Waarin("bijlage"))
    besluit = Besluit(
        meta=meta,
        intitule=runs(meta.titel),
        aanhef=tuple(alinea(regel.heel) for regel in (*regels[:van], *regels[tot:begin])),
        artikelen=tuple(artikelen),
        sluiting=tuple(alinea(regel.heel) for regel in slot),
        bijlagen=nabouw,
        toelichting=uitleg,
    )
    return besluit, (*meldingen, *gemeld1, *gemeld2)
