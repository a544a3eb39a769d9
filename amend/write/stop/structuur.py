"""Structure → STOP: divisions, articles and leden; annexes and notes as Divisie and Divisietekst."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from lxml import etree

from amend.model.identity import EXTRA_STOP
from amend.model.tree import INDELING, Mark, Node, Run, Soort, Status, Tekst, platte_tekst
from amend.write.stop.blokken import (
    ACTIE,
    LEEG,
    Blokken,
    Houder,
    is_commentaar,
    los,
    nummer_runs,
    zet_actie,
    zet_identiteit,
)
from amend.write.stop.inline import NUMMER_LID, ZONDER_VERWIJZING, Inline
from amend.write.stop.namen import BINNEN, ELEMENT, naam, t
from amend.write.stop.plek import Verslag
from amend.write.xml_bouw import sub_van

_STATUS: Final = {Status.VERVALLEN: "Vervallen", Status.GERESERVEERD: "Gereserveerd"}
_GEKOPT: Final = INDELING | {Soort.ARTIKEL, Soort.DIVISIE, Soort.BIJLAGE, Soort.TOELICHTING}
STATUS_WEG: Final = "stop:oud-status"
"""Key in ``Node.extra``: the state that an element in a mutation loses."""


class Structuur:
    """Writes elements with a heading; ``blokken`` writes what stands in them."""

    def __init__(self, verslag: Verslag, inline: Inline) -> None:
        self.verslag, self.inline = verslag, inline
        self.blokken = Blokken(verslag, inline)

    # ---- the body ----

    def lichaam(self, ouder: etree._Element, nodes: Sequence[Node], soort: Soort) -> None:
        """Divisions or articles; all of one kind, and of a kind that the parent may hold."""
        soorten = list(dict.fromkeys(node.soort for node in nodes))
        los_ = [s for s in soorten if s not in BINNEN[soort]]
        if los_:
            wie = "de regeling" if soort is Soort.REGELING else f"een {soort.value}"
            for node in nodes:
                if node.soort in los_:
                    with self.verslag.bij(node):
                        self.verslag.weiger(f"{_hoe(node)} kan in STOP niet direct in {wie} staan.")
                    break
            return
        if len(soorten) > 1:
            namen = " en ".join(s.value for s in soorten)
            self.verslag.weiger(f"verschillende soorten naast elkaar ({namen}) staat STOP op één niveau niet toe.")
            return
        for node in nodes:
            self.node(ouder, node)

    def node(self, ouder: etree._Element, node: Node) -> etree._Element | None:
        """One division or article of the body."""
        with self.verslag.bij(node):
            if node.soort is Soort.ARTIKEL:
                return self.artikel(ouder, node)
            return self.indeling(ouder, node)

    def indeling(self, ouder: etree._Element, node: Node) -> etree._Element | None:
        """A division with its heading; needs content or a state (STOP0058)."""
        element = self._met_kop(ouder, ELEMENT[node.soort], node)
        if element is None:
            return None
        self._status(element, node)
        self._geen_losse_tekst(node)
        weg = node.status is Status.VERVALLEN and all(kind.status is Status.VERVALLEN for kind in node.kinderen)
        if node.status is not Status.ACTIEF and node.kinderen and not weg and not self._mutatie(node):
            self.verslag.weiger("is vervallen of gereserveerd, maar heeft nog inhoud; dat staat STOP niet toe.")
        self.lichaam(element, node.kinderen, node.soort)
        if len(element) == 1:
            self.verslag.weiger("heeft alleen een kop; STOP eist inhoud, of de status vervallen.")
        return element

    def artikel(self, ouder: etree._Element, node: Node) -> etree._Element | None:
        """An article: its state, its text, or its leden; text beside leden becomes a lid without number."""
        element = self._met_kop(ouder, "Artikel", node)
        if element is None:
            return None
        leeg = not node.kinderen and not platte_tekst(node.tekst).strip()
        self._status(element, node)
        if node.status is not Status.ACTIEF and not leeg and not self._mutatie(node):
            self.verslag.weiger("is vervallen of gereserveerd, maar heeft nog inhoud; dat staat STOP niet toe.")
        if leeg:
            if node.status is Status.ACTIEF:
                self.verslag.weiger("heeft geen tekst; STOP eist tekst, of de status vervallen.")
            return element
        self._artikelinhoud(element, (*_eigen_tekst(node), *node.kinderen))
        return element

    def _mutatie(self, node: Node) -> bool:
        return node.attribuut(STATUS_WEG) is not None or node.attribuut("stop:nieuw-status") is not None

    def _artikelinhoud(self, element: etree._Element, nodes: Sequence[Node]) -> None:
        nodes = [node for node in nodes if not is_commentaar(node)]
        if any(node.attribuut("stop:inhoud") for node in nodes):
            self._wissel(element, nodes)
        elif not any(node.soort is Soort.LID for node in nodes):
            self.inhoud(element, nodes)
        else:
            self._leden(element, nodes)

    def inhoud(self, element: etree._Element, nodes: Sequence[Node]) -> None:
        """Text in an Inhoud of its own."""
        inhoud = sub_van(element, t("Inhoud"))
        self.blokken.schrijf(Houder(inhoud), nodes)
        if len(inhoud) == 0:
            element.remove(inhoud)
            self.verslag.weiger("heeft geen tekst; STOP eist tekst, of de status vervallen.")

    def _wissel(self, element: etree._Element, nodes: Sequence[Node]) -> None:
        """An article that changes from text to leden or back, or that loses or gets its text (only in a mutation)."""
        for is_inhoud, deel in groupby(nodes, key=lambda node: node.attribuut("stop:inhoud") is not None):
            if not is_inhoud:
                self._leden(element, list(deel))
                continue
            for node in deel:
                inhoud = sub_van(element, t("Inhoud"))
                zet_actie(inhoud, node)
                self.blokken.schrijf(Houder(inhoud), node.kinderen)

    def _leden(self, element: etree._Element, nodes: Sequence[Node]) -> None:
        for (is_lid, _), deel in groupby(nodes, key=lambda node: (node.soort is Soort.LID, node.attribuut(ACTIE))):
            if is_lid:
                for node in deel:
                    self.lid(element, node)
            else:
                self._lid_van(element, list(deel))

    def _lid_van(self, element: etree._Element, nodes: Sequence[Node]) -> None:
        if nodes:
            self.verslag.anders("tekst naast genummerde leden staat in een lid zonder nummer")
            actie = _gezamenlijke_actie(nodes)
            self.lid(element, Node(Soort.LID, kinderen=_zonder_actie(nodes) if actie else tuple(nodes), extra=actie))

    def lid(self, ouder: etree._Element, node: Node) -> etree._Element:
        """A lid: its printed number (possibly none) and its content."""
        with self.verslag.bij(node):
            element = sub_van(ouder, t("Lid"))
            zet_identiteit(element, node)
            self.inline.vul(sub_van(element, t("LidNummer")), nummer_runs(node), NUMMER_LID)
            inhoud = sub_van(element, t("Inhoud"))
            self.blokken.schrijf(Houder(inhoud), (*los(node), *node.kinderen))
            if len(inhoud) == 0:
                self.verslag.weiger("heeft geen tekst; STOP kent geen leeg lid.")
            return element

    # ---- annexes, notes, free text ----

    def bijlage(self, ouder: etree._Element, node: Node) -> etree._Element | None:
        """An annex: a heading and divisions."""
        with self.verslag.bij(node):
            kinderen = (*_eigen_tekst(node), *node.kinderen)
            if not kinderen and node.status is Status.ACTIEF and (node.label or node.aanduiding):
                node, kinderen = replace(node, opschrift=()), _als_tussenkop(node.opschrift)
                self.verslag.anders("het opschrift van een bijlage zonder tekst staat als tussenkop onder haar nummer")
            element = self._met_kop(ouder, "Bijlage", node)
            if element is None:
                return None
            self._status(element, node)
            self.divisies(element, kinderen)
            if len(element) == 1:
                self.verslag.weiger("heeft alleen een kop; STOP eist inhoud, of de status vervallen.")
            return element

    def toelichting(self, ouder: etree._Element, nodes: Sequence[Node]) -> etree._Element:
        """The explanatory note; several notes are divisions of one."""
        artikelsgewijs = len(nodes) == 1 and nodes[0].attribuut(EXTRA_STOP) == "ArtikelgewijzeToelichting"
        element = sub_van(ouder, t("ArtikelgewijzeToelichting" if artikelsgewijs else "Toelichting"))
        with self.verslag.bij(nodes[0]):
            if artikelsgewijs:
                zet_identiteit(element, nodes[0])
                houder = element
                if self._kop_tekst(nodes[0]):
                    self.kop(element, nodes[0])
                self.divisies(element, (*_eigen_tekst(nodes[0]), *nodes[0].kinderen))
            elif len(nodes) == 1:
                zet_identiteit(element, nodes[0])
                houder = element
                if self._kop_tekst(nodes[0]):
                    houder = sub_van(element, t("AlgemeneToelichting"))
                    self.kop(houder, nodes[0])
                self.divisies(houder, (*_eigen_tekst(nodes[0]), *nodes[0].kinderen))
            else:
                houder = self._samen(element, nodes)
            if not any(naam(kind) != "Kop" for kind in houder):
                self.verslag.weiger("heeft geen tekst; STOP kent geen lege toelichting.")
        return element

    def _samen(self, element: etree._Element, nodes: Sequence[Node]) -> etree._Element:
        """Several notes: below the heading of the first where it has one, else as divisions of the whole."""
        rest = [replace(node, soort=Soort.DIVISIE) for node in nodes[1:]]
        eerste = nodes[0]
        if not self._kop_tekst(eerste):
            self.divisies(element, [replace(eerste, soort=Soort.DIVISIE), *rest])
            return element
        houder = sub_van(element, t("AlgemeneToelichting"))
        self.kop(houder, eerste)
        self.divisies(houder, (*_eigen_tekst(eerste), *eerste.kinderen, *rest))
        return houder

    def divisies(self, ouder: etree._Element, nodes: Iterable[Node]) -> None:
        """Blocks become a Divisietekst, elements with a heading a Divisie or Divisietekst of their own."""
        groep: list[Node] = []
        for node in nodes:
            if node.soort not in _GEKOPT:
                groep.append(node)
            elif _alleen_kop(node):
                self.verslag.anders("een kop waaronder niets staat, staat er als tussenkop")
                groep.extend(_als_tussenkop(_kopregel(node), node.extra))
            else:
                self._divisietekst(ouder, None, groep)
                groep = []
                self._divisie(ouder, node)
        self._divisietekst(ouder, None, groep)

    def _divisie(self, ouder: etree._Element, node: Node) -> None:
        with self.verslag.bij(node):
            kinderen = (*_eigen_tekst(node), *node.kinderen)
            algemeen = node.attribuut(EXTRA_STOP) == "AlgemeneToelichting" and naam(ouder) == "Toelichting"
            if algemeen:
                element = sub_van(ouder, t("AlgemeneToelichting"))
                zet_identiteit(element, node)
                if self._kop_tekst(node):
                    self.kop(element, node)
                self.divisies(element, kinderen)
            elif not self._kop_tekst(node):
                self.divisies(ouder, kinderen)
            elif not any(kind.soort in _GEKOPT for kind in kinderen):
                self._divisietekst(ouder, node, kinderen)
            else:
                element = sub_van(ouder, t("Divisie"))
                zet_identiteit(element, node)
                self.kop(element, node)
                self._status(element, node)
                self.divisies(element, kinderen)

    def _divisietekst(self, ouder: etree._Element, node: Node | None, nodes: Sequence[Node]) -> None:
        if node is None and not nodes:
            return
        element = sub_van(ouder, t("Divisietekst"))
        if node is not None:
            zet_identiteit(element, node)
            self.kop(element, node)
            self._status(element, node)
        elif actie := _gezamenlijke_actie(nodes):
            element.set("wijzigactie", actie[0][1])
            nodes = _zonder_actie(nodes)
        vast = len(element)
        inhoud = sub_van(element, t("Inhoud"))
        self.blokken.schrijf(Houder(inhoud), nodes)
        if len(inhoud) == 0:
            element.remove(inhoud)
            if node is None:
                ouder.remove(element)
            elif vast == 1:
                self.verslag.weiger("heeft alleen een kop; STOP eist inhoud, of de status vervallen.")

    # ---- heading and state ----

    def _met_kop(self, ouder: etree._Element, soort: str, node: Node) -> etree._Element | None:
        if not self._kop_tekst(node):
            self.verslag.weiger("heeft geen nummer en geen opschrift; STOP eist een kop.")
            return None
        element = sub_van(ouder, t(soort))
        zet_identiteit(element, node)
        self.kop(element, node)
        return element

    def _kop_tekst(self, node: Node) -> str:
        return "".join((node.label, node.aanduiding, platte_tekst(node.opschrift))).strip()

    def kop(self, element: etree._Element, node: Node) -> None:
        """The Kop: label, number and heading, with what changed marked."""
        kop = sub_van(element, t("Kop"))
        label, nummer = kop_delen(node)
        if platte_tekst(label).strip():
            self.inline.vul(sub_van(kop, t("Label")), label)
        if platte_tekst(nummer).strip():
            self.inline.vul(sub_van(kop, t("Nummer")), nummer, ZONDER_VERWIJZING)
        if platte_tekst(node.opschrift).strip():
            self.inline.vul(sub_van(kop, t("Opschrift")), node.opschrift)
        if len(kop) == 0:
            self.verslag.weiger("heeft geen nummer en geen opschrift; STOP eist een kop.")

    def _status(self, element: etree._Element, node: Node) -> None:
        weg, bij = node.attribuut(STATUS_WEG), node.attribuut("stop:nieuw-status")
        if weg:
            sub_van(element, t(weg)).set("wijzigactie", "verwijder")
        if node.status in _STATUS:
            status = sub_van(element, t(_STATUS[node.status]))
            if bij:
                status.set("wijzigactie", "voegtoe")

    def _geen_losse_tekst(self, node: Node) -> None:
        if platte_tekst(node.tekst).strip():
            self.verslag.weiger("losse tekst kan in STOP niet direct in een indeling staan.")


def kop_delen(node: Node) -> tuple[Tekst, Tekst]:
    """Label and number of a heading, each with the marks of a change where it changed."""
    label = _gewijzigd(node.attribuut("stop:oud-label"), node.label)
    return label, _gewijzigd(node.attribuut("stop:oud-nummer"), node.aanduiding)


def _gewijzigd(oud: str | None, nieuw: str) -> Tekst:
    if oud is None or oud == nieuw:
        return (Run(nieuw),) if nieuw else ()
    runs = (Run(oud, (Mark("stop:weg"),)), Run(nieuw, (Mark("stop:nieuw"),)))
    return tuple(run for run in runs if run.tekst)


def _alleen_kop(node: Node) -> bool:
    return not node.kinderen and not platte_tekst(node.tekst).strip() and node.status is Status.ACTIEF


def _kopregel(node: Node) -> Tekst:
    """The whole heading as one line."""
    uit: list[Run] = []
    for deel in (*kop_delen(node), node.opschrift):
        if platte_tekst(deel).strip():
            uit.extend((Run(" "), *deel) if uit else deel)
    return tuple(uit)


def _als_tussenkop(tekst: Tekst, extra: tuple[tuple[str, str], ...] = ()) -> tuple[Node, ...]:
    actie = tuple(paar for paar in extra if paar[0] == ACTIE)
    return (Node(Soort.TUSSENKOP, tekst=tekst, extra=actie),) if platte_tekst(tekst).strip() else ()


def _eigen_tekst(node: Node) -> tuple[Node, ...]:
    return (replace(LEEG, tekst=node.tekst),) if platte_tekst(node.tekst).strip() else ()


def _gezamenlijke_actie(nodes: Sequence[Node]) -> tuple[tuple[str, str], ...]:
    """The wijzigactie that a synthetic container takes from all that it holds."""
    acties = {node.attribuut(ACTIE) for node in nodes}
    actie = next(iter(acties)) if len(acties) == 1 else None
    return ((ACTIE, actie),) if actie else ()


def _zonder_actie(nodes: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(replace(node, extra=tuple(paar for paar in node.extra if paar[0] != ACTIE)) for node in nodes)


def _hoe(node: Node) -> str:
    namen = {Soort.AL: "losse tekst", Soort.TUSSENKOP: "een tussenkop", Soort.LIJST: "een lijst", Soort.LID: "een lid"}
    return namen.get(node.soort, f"een {node.soort.value}")
