"""A decision of the store → AanleveringBesluit: its words, a RegelingMutatie with renvooi per doel, and its dates.

The mutation is computed from the known history: the text before and after each doel, as known on its publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from amend.compare.koppel import koppel
from amend.compare.samen import voeg_samen
from amend.history.doel import Doel
from amend.history.geschiedenis import Geschiedenis, Rond
from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel
from amend.model.clausules import Inwerkingtreding
from amend.model.numbering import naar_romeins
from amend.model.regeling import Regeling
from amend.model.stap import OntleedBesluit
from amend.model.tree import INDELING, Node, Run, Soort, alle_nodes, platte_tekst
from amend.write.codes import AANGEVULD, GEEN_MUTATIE, GEEN_TIJDSTEMPEL
from amend.write.stop.blokken import schone_wid
from amend.write.stop.eenheden import opdrachten_bij, schrijf_mutatie, zinnen_van
from amend.write.stop.identiteit import zet_eids, zet_wids
from amend.write.stop.inline import Inline
from amend.write.stop.kenmerken import Gezag, Kenmerken, bill, gezag, kenmerken, schone_naam
from amend.write.stop.modules import (
    besluit_metadata,
    consolidatie_informatie,
    identificatie,
    procedureverloop,
    regeling_metadata,
    versie_metadata,
)
from amend.write.stop.mutatie import Mutatie, mutatie_van
from amend.write.stop.namen import LVBBA, SCHEMAVERSIE, TEKST, naam, t
from amend.write.stop.plek import Verslag
from amend.write.stop.regeling import bouw_regeling, schrijf_aanhef, schrijf_sluiting, versie_van
from amend.write.stop.stil import zonder_stille_delen
from amend.write.stop.structuur import Structuur
from amend.write.xml_bouw import sub_van

COMPONENT = "wijzigingsregeling"


@dataclass(slots=True)
class Werk:
    """One doel of the decision: what it does to the text, and where that stands in the decision."""

    doel: Doel
    rond: Rond
    mutatie: Mutatie
    artikel: str
    element: etree._Element | None = None


def schrijf_besluit(historie: Geschiedenis, besluit_id: str) -> tuple[etree._Element | None, Verslag]:
    """The decision as a delivery; None when it cannot be written (the report says why)."""
    verslag = Verslag("STOP")
    ontleed = next((o for o in historie.besluiten if o.besluit.meta.id == besluit_id), None)
    if ontleed is None:
        tekst = f"Het besluit “{besluit_id}” wijzigt deze regeling niet, of staat niet in de werkmap."
        verslag.meld(GEEN_MUTATIE, tekst, "Kies een besluit uit de tijdlijn van de regeling.")
        return None, verslag
    werken = werken_van(historie, besluit_id, verslag)
    if not werken and not verslag.geweigerd:
        verslag.meld(
            GEEN_MUTATIE, "Het besluit verandert de tekst van deze regeling niet; er is geen mutatie te maken."
        )
    if verslag.geweigerd:
        return None, verslag
    root = _Aanlevering(historie, ontleed, werken, verslag).bouw()
    return (None if verslag.geweigerd else root), verslag


def werken_van(historie: Geschiedenis, besluit_id: str, verslag: Verslag) -> list[Werk]:
    """What the decision does to the text, per doel that changes it."""
    return [w for doel in historie.doelen if doel.besluit == besluit_id for w in _werk(historie, doel, verslag)]


def _werk(historie: Geschiedenis, doel: Doel, verslag: Verslag) -> Iterator[Werk]:
    """The mutation of one doel; nothing when it has no instruction for this regulation."""
    if not any(stap.bewerkingen for stap in doel.stappen):
        return
    if doel.bek is None:
        tekst = f"Van {doel.naam} is niet bekend wanneer het is bekendgemaakt."
        verslag.meld(GEEN_MUTATIE, tekst, "Vul de datum van bekendmaking in (amend importeer … --bekend).")
        return
    if doel.jwv is None:
        tekst = f"Wanneer {doel.naam} in werking treedt, staat nog niet vast; dat deel heeft geen tijdstempel."
        verslag.meld(GEEN_TIJDSTEMPEL, tekst, "Lever de tijdstempel aan zodra de dag bekend is.")
    rond = historie.rond(doel)
    if rond is None or not rond.volledig:
        tekst = f"Niet alles van {doel.naam} kon worden uitgevoerd; een mutatie zou onvolledig zijn."
        verslag.meld(GEEN_MUTATIE, tekst, "Los eerst de meldingen op (amend consolideer … --verslag).")
        return
    if rond.voor is rond.na:
        return
    a, b = koppel(zonder_stille_delen(rond.voor), zonder_stille_delen(rond.na), identiteit=True)
    mutatie = mutatie_van(voeg_samen(a, b, identiteit=True).root, f"{versie_van(historie.regeling)}__body")
    for wat in dict.fromkeys(mutatie.kan_niet):
        tekst = f"Het besluit wijzigt {wat}; daarvoor kent STOP 1.3.0 geen mutatie."
        verslag.meld(GEEN_MUTATIE, tekst, "Lever de regeling in haar geheel aan (formaat stop).")
    if mutatie.delen:
        yield Werk(doel, rond, mutatie, next(s.artikel for s in doel.stappen if s.bewerkingen))


class _Aanlevering:
    def __init__(
        self, historie: Geschiedenis, ontleed: OntleedBesluit, werken: Sequence[Werk], verslag: Verslag
    ) -> None:
        self.historie, self.ontleed, self.werken, self.verslag = historie, ontleed, werken, verslag
        self.besluit: Besluit = _met_opschrift(ontleed.besluit)
        self.kenmerken: Kenmerken = kenmerken(historie, verslag)
        self.gezag: Gezag = gezag(historie.regeling.meta, verslag, self.besluit.meta.bestuursorgaan)
        self.bouwer = Structuur(verslag, Inline(verslag))

    def bouw(self) -> etree._Element:
        """The whole delivery."""
        meta = self.besluit.meta
        titel = platte_tekst(self.besluit.intitule).strip() or meta.titel.strip()
        if not titel:
            self.verslag.weiger("het besluit heeft geen opschrift.", "Geef het besluit een opschrift (eerste regel).")
        tekst = self.tekst(titel)
        root: etree._Element = etree.Element(f"{{{LVBBA}}}AanleveringBesluit", nsmap={None: LVBBA})
        root.set("schemaversie", SCHEMAVERSIE)
        versie = sub_van(root, f"{{{LVBBA}}}BesluitVersie")
        identificatie(versie, *bill(self.gezag, meta), "003")
        besluit_metadata(versie, meta, self.gezag, titel, self.verslag)
        bekend = self.werken[0].doel.bek
        assert bekend is not None  # noqa: S101 - checked for every doel
        procedureverloop(versie, meta, bekend, self.verslag)
        consolidatie_informatie(versie, self.kenmerken, self.doelen(tekst))
        versie.append(tekst)
        work, expressie = self.eigen_regeling()
        self.versie_informatie(root, work, expressie, 1, titel)
        for werk in self.werken:
            self.versie_informatie(
                root, self.kenmerken.work, self.kenmerken.expressie(werk.doel), self.kenmerken.volgnummer(werk.doel)
            )
        return root

    def versie_informatie(self, root: etree._Element, work: str, expressie: str, nummer: int, titel: str = "") -> None:
        """RegelingVersieInformatie of one version."""
        houder = sub_van(root, f"{{{LVBBA}}}RegelingVersieInformatie")
        identificatie(houder, work, expressie, "019")
        versie_metadata(houder, nummer)
        if titel:
            regeling_metadata(houder, self.historie.regeling.meta, titel, self.verslag)

    def eigen_regeling(self) -> tuple[str, str]:
        """Work and expression of the amending regulation that the decision is."""
        meta = self.besluit.meta
        dag = meta.vastgesteld or meta.bekend
        jaar = str(dag.year) if dag else "1900"
        work = f"/akn/nl/act/{self.gezag.code}/{jaar}/{schone_naam(meta.id, 'besluit')}"
        return work, f"{work}/nld@{dag.isoformat() if dag else jaar};1"

    def doelen(self, tekst: etree._Element) -> Iterator[tuple[Doel, str, str]]:
        """Each doel with the eIds of its mutation and of the article that dates it ("" when there is none)."""
        regelt = self._regelt(tekst)
        for werk in self.werken:
            assert werk.element is not None  # noqa: S101 - set when the text was built
            ouder = werk.element.getparent()
            houder = ouder if ouder is not None and naam(werk.element) == "WijzigLid" else werk.element
            yield werk.doel, f"!{COMPONENT}#{houder.get('eId')}", f"!{COMPONENT}#{regelt}" if regelt else ""

    def _regelt(self, tekst: etree._Element) -> str:
        """The eId of the article with the commencement: the one that a clause names, or that speaks of it."""
        alle = tekst.iter(t("Artikel"))
        artikelen = [el for el in alle if not any(naam(o) == "WijzigArtikel" for o in el.iterancestors())]
        clausules = [c.onderdeel or "" for c in self.ontleed.clausules if isinstance(c, Inwerkingtreding)]
        genoemd = [el for el in artikelen if _nummer(el) in clausules]
        spreekt = [el for el in artikelen if "werking" in "".join(str(deel) for deel in el.itertext())]
        gekozen = next(iter((*genoemd, *spreekt)), None)
        if gekozen is None:
            dagen = ", ".join(str(werk.doel.jwv) for werk in self.werken)
            bericht = f"Het besluit heeft geen artikel over zijn inwerkingtreding; de datum ({dagen}) staat er niet in."
            self.verslag.meld(GEEN_TIJDSTEMPEL, bericht, "Neem een slotartikel op, of lever de datum later aan.")
            return ""
        return str(gekozen.get("eId"))

    # ---- the text of the decision ----

    def tekst(self, titel: str) -> etree._Element:
        """BesluitKlassiek: every word of the decision."""
        root: etree._Element = etree.Element(t("BesluitKlassiek"), nsmap={None: TEKST})
        regeling = sub_van(root, t("RegelingKlassiek"))
        regeling.set("componentnaam", COMPONENT)
        regeling.set("wordt", self.eigen_regeling()[1])
        opschrift = sub_van(sub_van(regeling, t("RegelingOpschrift")), t("Al"))
        self.bouwer.inline.vul(opschrift, self.besluit.intitule or (Run(titel),))
        if self.besluit.aanhef:
            schrijf_aanhef(regeling, (Node(Soort.AANHEF, kinderen=self.besluit.aanhef),), self.bouwer, "klassiek")
        self.lichaam(sub_van(regeling, t("Lichaam")))
        if self.besluit.sluiting:
            schrijf_sluiting(regeling, (Node(Soort.SLUITING, kinderen=self.besluit.sluiting),), self.bouwer, "klassiek")
        for bijlage in self.besluit.bijlagen:
            self.bouwer.bijlage(regeling, bijlage)
        self.toelichting(regeling)
        zet_eids(regeling)
        zet_wids(regeling, schone_wid(f"{self.gezag.code}_{self.besluit.meta.id}"))
        for werk in self.werken:
            self.mutatie(werk)
        return root

    def toelichting(self, regeling: etree._Element) -> None:
        """The note; loose text after the decision is one note."""
        alles: list[Node] = []
        for node in self.besluit.toelichting:
            if node.soort in (Soort.TOELICHTING, Soort.DIVISIE):
                alles.append(replace(node, soort=Soort.TOELICHTING))
            elif alles:
                alles[-1] = replace(alles[-1], kinderen=(*alles[-1].kinderen, node))
            else:
                alles.append(Node(Soort.TOELICHTING, kinderen=(node,)))
        if alles:
            self.bouwer.toelichting(regeling, alles)

    def lichaam(self, lichaam: etree._Element) -> None:
        """The articles: those that change something, and the others."""
        for rang, artikel in enumerate(self.besluit.artikelen):
            if isinstance(artikel, BesluitArtikel):
                node = self._met_kop(artikel.node, rang)
                if node.soort is Soort.ARTIKEL:
                    self.bouwer.node(lichaam, _zonder_wid(node))
                else:
                    self.verslag.weiger("tekst van het besluit buiten artikelen kan STOP hier niet bevatten.")
            elif artikel.kenmerk("stop:bij"):
                self.verslag.anders("de mutatie uit een wijzigbijlage staat in het artikel dat haar noemt")
            else:
                self.wijzigartikel(lichaam, artikel)

    def _met_kop(self, node: Node, rang: int) -> Node:
        """A provision of a decision without any headings gets one, for STOP demands it; and that is said."""
        if any(_genummerd(artikel) for artikel in self.besluit.artikelen):
            return node
        if node.soort is not Soort.ARTIKEL:
            node = Node(Soort.ARTIKEL, kinderen=(node,))
        nummer = naar_romeins(rang + 1)
        self.verslag.meld(
            AANGEVULD,
            f"Een bepaling van het besluit heeft geen artikelkop; STOP eist die. Toegevoegd is “Artikel {nummer}”.",
            "Controleer of dit past bij de vastgestelde tekst.",
        )
        return replace(node, label="Artikel", aanduiding=nummer)

    def wijzigartikel(self, lichaam: etree._Element, artikel: WijzigArtikel) -> None:
        """An amending article: its own mutation(s), or its instructions as they are when it changes something else."""
        element = sub_van(lichaam, t("WijzigArtikel"))
        kop = Node(Soort.ARTIKEL, label=artikel.label, aanduiding=artikel.aanduiding, opschrift=artikel.opschrift)
        if not (artikel.label or artikel.aanduiding or platte_tekst(artikel.opschrift).strip()):
            kop = replace(kop, label="Artikel", aanduiding="I")
            tekst = "Het besluit heeft geen artikelkop; STOP eist die. Toegevoegd is “Artikel I”."
            self.verslag.meld(AANGEVULD, tekst, "Controleer of dit past bij de vastgestelde tekst.")
        self.bouwer.kop(element, kop)
        eigen = [werk for werk in self.werken if werk.artikel == artikel.nummer]
        wat = sub_van(element, t("Wat"))
        zin = artikel.zin.tekst if artikel.zin else ()
        if not eigen:
            self.bouwer.inline.vul(wat, zin)
            self._instructies(element, _platte_instructies(artikel.instructies), artikel.payload)
            return
        over = self._over(artikel, eigen)
        los = zinnen_van(instructie for instructie in over if not instructie.payload)
        self.bouwer.inline.vul(wat, (*zin, Run(" "), *los) if los and zin else (*zin, *los))
        met_tekst = [instructie for instructie in over if instructie.payload]
        for nr, werk in enumerate(eigen, 1):
            werk.element = self._lid(element, nr) if len(eigen) > 1 or met_tekst else element
        if met_tekst:
            self._instructies(self._lid(element, len(eigen) + 1), met_tekst)

    def _lid(self, element: etree._Element, nr: int) -> etree._Element:
        """A part of an amending article; its number only counts the parts."""
        lid = sub_van(element, t("WijzigLid"))
        sub_van(lid, t("LidNummer")).text = str(nr)
        return lid

    def _over(self, artikel: WijzigArtikel, eigen: Sequence[Werk]) -> list[Instructie]:
        """The instructions that go with no part of a mutation (they change no text of this regulation)."""
        gezegd = " ".join(
            platte_tekst(wat)
            for werk in eigen
            for _, wat in opdrachten_bij(werk.mutatie.delen, werk.rond.verslag, self.besluit.meta.id)[0]
        )
        return [
            instructie
            for instructie in _platte_instructies(artikel.instructies)
            if instructie.zin is not None and instructie.mutatie is None and instructie.zin.plat not in gezegd
        ]

    def _instructies(
        self, element: etree._Element, instructies: Iterable[Instructie], payload: tuple[Node, ...] = ()
    ) -> None:
        """Instructions with their new text, as they are."""
        eigen = (Instructie(None, payload=payload),) if payload else ()
        plat = [*eigen, *instructies]
        if not plat:
            return
        houder = sub_van(element, t("WijzigInstructies"))
        for instructie in plat:
            opdracht = sub_van(houder, t("Instructie"))
            if instructie.aanduiding.strip():
                sub_van(opdracht, t("Nummer")).text = instructie.aanduiding
            wat = sub_van(opdracht, t("Wat"))
            if instructie.zin:
                self.bouwer.inline.vul(wat, instructie.zin.tekst)
            self._payload(opdracht, instructie.payload)

    def _payload(self, opdracht: etree._Element, payload: Sequence[Node]) -> None:
        if not payload:
            return
        soorten = {node.soort for node in payload}
        if soorten == {Soort.LID}:
            for node in payload:
                self.bouwer.lid(opdracht, _zonder_wid(node))
        elif len(soorten) == 1 and payload[0].soort is Soort.ARTIKEL:
            for node in payload:
                self.bouwer.node(opdracht, _zonder_wid(node))
        elif len(payload) == 1 and payload[0].soort is Soort.BIJLAGE:
            self.bouwer.bijlage(opdracht, _zonder_wid(payload[0]))
        else:
            kaal = [_zonder_wid(node) for node in payload]
            gekopt = any(node.soort in INDELING | {Soort.ARTIKEL, Soort.DIVISIE, Soort.BIJLAGE} for node in kaal)
            self.bouwer.inhoud(opdracht, list(_regels(kaal)) if gekopt else kaal)

    def mutatie(self, werk: Werk) -> None:
        """The RegelingMutatie of one doel, in the place that was made for it."""
        assert werk.element is not None  # noqa: S101 - set when the text was built
        houder = sub_van(werk.element, t("RegelingMutatie"))
        houder.set("componentnaam", f"mutatie_{self.werken.index(werk) + 1}")
        houder.set("was", self.kenmerken.expressie_van(werk.rond.ervoor))
        houder.set("wordt", self.kenmerken.expressie(werk.doel))
        meta = self.historie.regeling.meta
        stil = Verslag("STOP")
        oud = bouw_regeling(Regeling(meta, werk.rond.voor), stil)
        nieuw = bouw_regeling(Regeling(meta, werk.rond.na), self.verslag)
        for melding in stil.meldingen:
            self.verslag.meldingen.extend([melding] if melding.blokkeert else [])
        delen = werk.mutatie.delen
        opdrachten, _ = opdrachten_bij(delen, werk.rond.verslag, self.besluit.meta.id)
        schrijf_mutatie(houder, delen, (oud, nieuw), opdrachten, self.verslag)


def _met_opschrift(besluit: Besluit) -> Besluit:
    """A decision without a heading of its own: its first line is the heading, and no longer part of the aanhef."""
    if platte_tekst(besluit.intitule).strip() or not besluit.aanhef or besluit.aanhef[0].soort is not Soort.AL:
        return besluit
    return replace(besluit, intitule=besluit.aanhef[0].tekst, aanhef=besluit.aanhef[1:])


def _genummerd(artikel: WijzigArtikel | BesluitArtikel) -> bool:
    """True when an article has a printed label, number or heading."""
    kop = artikel.node if isinstance(artikel, BesluitArtikel) else artikel
    return bool(kop.label or kop.aanduiding or platte_tekst(kop.opschrift).strip())


def _zonder_wid(node: Node) -> Node:
    return replace(node, wid="", kinderen=tuple(_zonder_wid(kind) for kind in node.kinderen))


def _regels(nodes: Iterable[Node]) -> Iterator[Node]:
    """Elements with headings as lines of text, where STOP has no place for them as elements."""
    for deel in (deel for node in nodes for deel in alle_nodes(node)):
        yield deel if deel.soort is Soort.FRAGMENT else replace(deel, soort=Soort.AL, kinderen=(), extra=())


def _platte_instructies(instructies: Sequence[Instructie]) -> Iterator[Instructie]:
    """Instructions and their parts in reading order."""
    for instructie in instructies:
        yield instructie
        yield from _platte_instructies(instructie.instructies)


def _nummer(element: etree._Element) -> str:
    bron = element.find(f"{t('Kop')}/{t('Nummer')}")
    return "".join(bron.itertext()).strip() if bron is not None else ""
