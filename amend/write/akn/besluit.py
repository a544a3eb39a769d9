"""An amending decision → bill: its articles with their instructions and new text, and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from lxml import etree

from amend.history.doel import Doel
from amend.history.geschiedenis import Geschiedenis
from amend.model.akn_namen import a
from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel, Zin
from amend.model.identity import eids
from amend.model.operations import (
    Bewerking,
    HefIndelingOp,
    Kader,
    TrekIn,
    Vernummer,
    Verwijder,
    VerwijderTekst,
    VoegIn,
    VoegToe,
)
from amend.model.stap import OntleedBesluit, StapVerslag
from amend.model.tree import Node, Soort, Tekst
from amend.write.akn.gegevens import Frbr, Gebeurtenis, Gegevens, Tekstwijziging, schrijf_gegevens
from amend.write.akn.inhoud import Schrijver
from amend.write.akn.regeling import nieuw
from amend.write.codes import GEEN_MUTATIE
from amend.write.stop.kenmerken import Kenmerken, bill, kenmerken
from amend.write.stop.plek import Verslag
from amend.write.xml_bouw import schoon, sub_van

_SOORT: Final[dict[type[Bewerking], str]] = {
    VoegIn: "insertion",
    VoegToe: "insertion",
    Verwijder: "repeal",
    TrekIn: "repeal",
    VerwijderTekst: "substitution",
    Vernummer: "renumbering",
    HefIndelingOp: "repeal",
}
"""The textualMod of each operation; the others rewrite (substitution)."""
_HIER: Final = frozenset({Soort.ARTIKEL, Soort.LID, Soort.BIJLAGE})


def schrijf_akn_besluit(historie: Geschiedenis, besluit_id: str) -> tuple[etree._Element | None, Verslag]:
    """The decision; None when it does not change this regulation."""
    verslag = Verslag("Akoma Ntoso")
    ontleed = next((o for o in historie.besluiten if o.besluit.meta.id == besluit_id), None)
    if ontleed is None:
        tekst = f"Het besluit “{besluit_id}” wijzigt deze regeling niet, of staat niet in de werkmap."
        verslag.meld(GEEN_MUTATIE, tekst, "Kies een besluit uit de tijdlijn van de regeling.")
        return None, verslag
    root, element = nieuw("bill", "wijzigingsbesluit")
    element.set("contains", "originalVersion")
    kenmerk = kenmerken(historie, verslag)
    doelen = [doel for doel in historie.doelen if doel.besluit == besluit_id]
    schrijf_gegevens(element, _gegevens(historie, ontleed, doelen, kenmerk))
    _Tekst(ontleed.besluit).schrijf(element)
    return root, verslag


# ---- text ------------------------------------------------------------------------------------------------------------


class _Tekst:
    """The words of the decision."""

    def __init__(self, besluit: Besluit) -> None:
        self.besluit = besluit
        self.schrijver = Schrijver()
        self._mods = 0

    def schrijf(self, element: etree._Element) -> None:
        """Title, preamble, articles, closing, annexes and note."""
        besluit = self.besluit
        titel = sub_van(sub_van(element, a("preface")), a("longTitle"))
        self.schrijver.runs(sub_van(titel, a("p")), besluit.intitule)
        if besluit.aanhef:
            self.schrijver.blokken(sub_van(element, a("preamble")), besluit.aanhef)
        body = sub_van(element, a("body"))
        for artikel in besluit.artikelen:
            if isinstance(artikel, BesluitArtikel):
                self.schrijver.hierarchie(body, (artikel.node,))
            else:
                self._wijzigartikel(body, artikel)
        for node in (*besluit.bijlagen, *besluit.toelichting):
            houder = sub_van(body, a("hcontainer"))
            houder.set("name", node.soort.value)
            self.schrijver.kop(houder, node)
            self._inhoud(houder, node)
        if len(body) == 0:
            leeg = sub_van(body, a("hcontainer"))
            leeg.set("name", "leeg")
            sub_van(leeg, a("content"))
        if besluit.sluiting:
            self.schrijver.blokken(sub_van(element, a("conclusions")), besluit.sluiting)

    def _inhoud(self, houder: etree._Element, node: Node) -> None:
        if any(kind.soort in (Soort.ARTIKEL, Soort.LID, Soort.DIVISIE) for kind in node.kinderen):
            self.schrijver.hierarchie(houder, node.kinderen)
        else:
            content = sub_van(houder, a("content"))
            if node.tekst:
                self.schrijver.runs(sub_van(content, a("p")), node.tekst)
            self.schrijver.blokken(content, node.kinderen)

    def _wijzigartikel(self, body: etree._Element, artikel: WijzigArtikel) -> None:
        element = sub_van(body, a("article"))
        element.set("eId", f"art_{artikel.nummer or 'o_1'}")
        kop = Node(Soort.ARTIKEL, label=artikel.label, aanduiding=artikel.aanduiding, opschrift=artikel.opschrift)
        self.schrijver.kop(element, kop)
        if artikel.zin is not None or artikel.payload:
            self._opdracht(sub_van(element, a("intro")), artikel.zin, artikel.payload)
        for instructie in artikel.instructies:
            self._instructie(element, instructie)
        if not artikel.instructies and artikel.zin is None and not artikel.payload:
            sub_van(element, a("content"))

    def _instructie(self, ouder: etree._Element, instructie: Instructie) -> None:
        element = sub_van(ouder, a("hcontainer"))
        element.set("name", "instructie")
        if instructie.aanduiding:
            sub_van(element, a("num")).text = schoon(instructie.aanduiding)
        if not instructie.instructies:
            self._opdracht(sub_van(element, a("content")), instructie.zin, instructie.payload)
            return
        self._opdracht(sub_van(element, a("intro")), instructie.zin, instructie.payload)
        for deel in instructie.instructies:
            self._instructie(element, deel)

    def _opdracht(self, houder: etree._Element, zin: Zin | None, payload: Sequence[Node]) -> None:
        """The sentence and, quoted, its new text."""
        self._mods += 1
        mod = sub_van(sub_van(houder, a("p")), a("mod"))
        mod.set("eId", f"mod_{self._mods}")
        self.schrijver.runs(mod, _tekst(zin))
        for node in payload:
            citaat = sub_van(mod, a("quotedStructure"))
            if node.soort in (Soort.ARTIKEL, Soort.LID) or node.soort in _HIER:
                self.schrijver.element(citaat, node)
            else:
                self.schrijver.hierarchie(citaat, (node,))


def _tekst(zin: Zin | None) -> Tekst:
    return zin.tekst if zin is not None else ()


# ---- meta ------------------------------------------------------------------------------------------------------------


def _gegevens(historie: Geschiedenis, ontleed: OntleedBesluit, doelen: Sequence[Doel], kenmerk: Kenmerken) -> Gegevens:
    meta = ontleed.besluit.meta
    work, expressie = bill(kenmerk.gezag, meta)
    dag = meta.vastgesteld or meta.bekend or date(1900, 1, 1)
    g = Gegevens(
        Frbr(work, expressie, dag, meta.bekend or dag, f"#{kenmerk.gezag.code}", (("id", meta.id),) if meta.id else ())
    )
    g.verwijzingen.append(("original", "ro_1", work, meta.titel))
    g.verwijzingen.append(("activeRef", "ra_1", kenmerk.work, historie.regeling.naam))
    organisatie = historie.regeling.meta.organisatie or kenmerk.gezag.code
    g.verwijzingen.append(("TLCOrganization", kenmerk.gezag.code, kenmerk.gezag.organisatie, organisatie))
    g.verwijzingen.append(("TLCOrganization", "amend", "/ontology/organization/amend", "amend"))
    g.gebeurtenissen.append(Gebeurtenis("e_1", dag, "generation", "ro_1"))
    begrippen = {"geldig": "geldig (toepasselijk)", "werkend": "in werking"}
    for n, doel in enumerate(doelen, 1):
        _doel(g, doel, n, historie, kenmerk)
    if g.tijden:
        g.verwijzingen.extend(
            ("TLCConcept", eid, f"/ontology/concept/{eid}", tekst) for eid, tekst in begrippen.items()
        )
    return g


def _doel(g: Gegevens, doel: Doel, n: int, historie: Geschiedenis, kenmerk: Kenmerken) -> None:
    """The days of a doel as a temporal group, and its operations as active modifications."""
    if doel.jwv is not None:
        g.gebeurtenissen.append(Gebeurtenis(f"e_{n}_werkend", doel.jwv, "amendment", "ro_1"))
        g.gebeurtenissen.append(Gebeurtenis(f"e_{n}_geldig", doel.gv or doel.jwv, "amendment", "ro_1"))
        g.tijden.append((f"tg_{n}", ((f"e_{n}_werkend", "", "werkend"), (f"e_{n}_geldig", "", "geldig"))))
    rond = historie.rond(doel) if doel.bek and doel.jwv else None
    if rond is not None:
        plaatsen = {node.wid: eid for _, node, eid in (*eids(rond.na), *eids(rond.voor)) if node.wid}
        for verslag in rond.verslag:
            g.actief.extend(_wijzigingen(verslag, plaatsen, kenmerk.work))


def _wijzigingen(v: StapVerslag, plaatsen: dict[str, str], work: str) -> Iterator[Tekstwijziging]:
    """One textual modification per operation and element that it bound to."""
    soorten = list(
        dict.fromkeys(_SOORT.get(type(op), "substitution") for op in v.stap.bewerkingen if not isinstance(op, Kader))
    )
    doelen = list(dict.fromkeys(plaatsen[wid] for _, wids in v.gebonden for wid in wids if wid in plaatsen))
    bron = f"#art_{v.stap.artikel}" if v.stap.artikel else "#body"
    for soort in soorten:
        for eid in doelen:
            yield Tekstwijziging(soort, bron, f"{work}/!main#{eid}")
