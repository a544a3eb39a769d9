"""Blocks → the content of Inhoud, Li, entry and the like: paragraphs, lists, tables, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import Final

from lxml import etree

from amend.model.identity import EXTRA_STOP
from amend.model.tree import ITEMS, Mark, Node, Run, Soort, Status, Tekst, platte_tekst
from amend.read.xml_veilig import parse_fragment
from amend.write.stop.inline import NUMMER_LI, VOL, ZONDER_VERWIJZING, Inline
from amend.write.stop.namen import AKN, TEKST, naam, t
from amend.write.stop.plek import Verslag
from amend.write.stop.tabel import Cel, Raster, horizontaal, raster, verticaal
from amend.write.xml_blokken import zonder_begin
from amend.write.xml_bouw import sub_van

ACTIE: Final = "stop:wijzigactie"
"""Key in ``Node.extra``: the wijzigactie of an element in a mutation."""
STATUS_TEKST: Final = {Status.VERVALLEN: "[Vervallen]", Status.GERESERVEERD: "[Gereserveerd]"}
_BLOKKEN: Final = frozenset({"Figuur", "Formule", "Citaat", "Groep", "Kadertekst", "Begrippenlijst"})
_VET: Final = Mark("vet")


@dataclass(frozen=True, slots=True)
class Houder:
    """What an element may hold as blocks."""

    element: etree._Element
    tussenkop: bool = True
    tabel: bool = True
    extra: frozenset[str] = _BLOKKEN


class Blokken:
    """Writes blocks; ``inline`` writes the text in them."""

    def __init__(self, verslag: Verslag, inline: Inline) -> None:
        self.verslag, self.inline = verslag, inline
        self._aanhef: etree._Element | None = None

    def schrijf(self, houder: Houder, nodes: Iterable[Node]) -> None:
        """Append the blocks. Leden in a place that knows none become the items of a list."""
        for soort, deel in groupby(nodes, key=_groep):
            rij = list(deel)
            if soort == "item":
                self.lijst(houder, rij, None)
            else:
                for node in rij:
                    self._blok(houder, node)

    def _blok(self, houder: Houder, node: Node) -> None:
        if node.soort is Soort.LIJST:
            self.al(houder, replace(node, soort=Soort.AL))
            self.lijst(houder, node.kinderen, node)
        elif node.soort is Soort.TABEL:
            self._tabel(houder, node)
        elif node.soort is Soort.FRAGMENT:
            self._fragment(houder, node)
        elif node.soort is Soort.LID:
            self.schrijf(houder, (*los(node), *node.kinderen))
        elif node.soort in (Soort.AL, Soort.TUSSENKOP):
            self.al(houder, node)
            self.schrijf(houder, node.kinderen)
        else:
            with self.verslag.bij(node):
                self.verslag.weiger("staat op een plaats waar STOP alleen alinea's, lijsten en tabellen kent.")

    def al(self, houder: Houder, node: Node) -> None:
        """A paragraph or intermediate heading with its number and heading in front."""
        tekst = _met_kop(node)
        if not _zichtbaar(tekst):
            return
        kop = node.soort is Soort.TUSSENKOP
        if kop and not houder.tussenkop:
            self.verslag.anders("een tussenkop in een onderdeel staat er als vette alinea")
            tekst, kop = tuple(replace(run, marks=(*run.marks, _VET)) for run in tekst), False
        element = sub_van(houder.element, t("Tussenkop" if kop else "Al"))
        self._aanhef = element if node.attribuut(EXTRA_STOP) == "Lijstaanhef" else None
        zet_actie(element, node)
        self.inline.vul(element, tekst, ZONDER_VERWIJZING if kop else VOL)

    # ---- lists ----

    def lijst(self, houder: Houder, items: Sequence[Node], node: Node | None) -> None:
        """Items as lists of one type each; a block between items stands between two lists."""
        eerste = True
        for soort, deel in groupby(items, key=_lijstsoort):
            rij = list(deel)
            if not soort:
                self.schrijf(houder, rij)
                continue
            if "Begrippenlijst" in houder.extra and all(map(_is_definitie, rij)):
                self._begrippen(houder, rij, node if eerste else None)
                eerste = False
                continue
            lijst = sub_van(houder.element, t("Lijst"))
            if self._aanhef is not None and self._aanhef is lijst.getprevious():
                self._aanhef.tag = t("Lijstaanhef")
                lijst.append(self._aanhef)
            self._aanhef = None
            vast = len(lijst)
            lijst.set("type", soort)
            if node is not None:
                zet_identiteit(lijst, node if eerste else replace(node, wid=""))
            eerste = False
            for item in rij:
                self._item(lijst, item, soort)
            if len(lijst) == vast:
                houder.element.remove(lijst)

    def _begrippen(self, houder: Houder, items: Sequence[Node], node: Node | None) -> None:
        """Definitions that mark their term: term and definition in elements of their own."""
        lijst = sub_van(houder.element, t("Begrippenlijst"))
        if node is not None:
            zet_identiteit(lijst, node)
        for item in items:
            with self.verslag.bij(item):
                element = sub_van(lijst, t("Begrip"))
                zet_identiteit(element, item)
                if nummer_runs(item)[0].tekst:
                    self.inline.vul(sub_van(element, t("LiNummer")), nummer_runs(item), NUMMER_LI)
                term, rest = definitie(item)
                self.inline.vul(sub_van(element, t("Term")), term)
                self.schrijf(Houder(sub_van(element, t("Definitie"))), rest)

    def _item(self, lijst: etree._Element, item: Node, soort: str) -> None:
        with self.verslag.bij(item):
            element = sub_van(lijst, t("Li"))
            zet_identiteit(element, item)
            if soort == "expliciet":
                self.inline.vul(sub_van(element, t("LiNummer")), nummer_runs(item), NUMMER_LI)
            houder = Houder(element, tussenkop=False, extra=frozenset({"Figuur", "Formule", "Begrippenlijst"}))
            vast = len(element)
            self.schrijf(houder, (*los(item), *item.kinderen))
            if len(element) == vast:
                self.verslag.weiger("heeft geen tekst; STOP kent geen leeg onderdeel.")

    # ---- tables ----

    def _tabel(self, houder: Houder, node: Node) -> None:
        with self.verslag.bij(node):
            rooster = raster(node)
            if not houder.tabel:
                self.verslag.weiger("een tabel in een cel van een tabel kan STOP niet bevatten.")
                return
            if rooster is None or any(not cellen for _, cellen in (*rooster.kop, *rooster.romp)):
                self.verslag.weiger(
                    "de rijen en overspanningen van de tabel vormen geen raster, of zij heeft geen rijen."
                )
                return
            if rooster.aangevuld:
                self.verslag.anders(
                    "rijen met minder cellen dan de tabel kolommen heeft, zijn aangevuld met lege cellen"
                )
            table = sub_van(houder.element, t("table"))
            zet_identiteit(table, node)
            table.set("frame", "all")
            titel = _met_kop(node)
            if _zichtbaar(titel):
                self.inline.vul(sub_van(table, t("title")), titel, ZONDER_VERWIJZING)
            self._tgroup(table, rooster)

    def _tgroup(self, table: etree._Element, rooster: Raster) -> None:
        groep = sub_van(table, t("tgroup"))
        groep.set("cols", str(rooster.kolommen))
        groep.set("align", "left")
        for k in range(rooster.kolommen):
            kolom = sub_van(groep, t("colspec"))
            kolom.set("colname", f"col{k + 1}")
            kolom.set("colnum", str(k + 1))
            for sleutel, waarde in (("colwidth", rooster.breedtes[k]), ("align", rooster.uitlijning[k])):
                if waarde:
                    kolom.set(sleutel, waarde)
        for deel, rijen in (("thead", rooster.kop), ("tbody", rooster.romp)):
            if rijen:
                houder = sub_van(groep, t(deel))
                houder.set("valign", "top")
                for rij, cellen in rijen:
                    self._rij(houder, rij, cellen)

    def _rij(self, houder: etree._Element, rij: Node, cellen: Iterable[Cel]) -> None:
        row = sub_van(houder, t("row"))
        zet_actie(row, rij)
        if verticaal(rij):
            row.set("valign", verticaal(rij))
        for cel in cellen:
            entry = sub_van(row, t("entry"))
            begin, eind = f"col{cel.kolom + 1}", f"col{cel.kolom + cel.breed}"
            if cel.breed > 1:
                entry.set("namest", begin)
                entry.set("nameend", eind)
            else:
                entry.set("colname", begin)
            if cel.meer:
                entry.set("morerows", str(cel.meer))
            if cel.node is not None:
                self._cel(entry, cel.node)

    def _cel(self, entry: etree._Element, node: Node) -> None:
        zet_actie(entry, node)
        for sleutel, waarde in (("align", horizontaal(node)), ("valign", verticaal(node))):
            if waarde:
                entry.set(sleutel, waarde)
        eerder, self.inline.in_tabel = self.inline.in_tabel, True
        houder = Houder(entry, tabel=False, extra=frozenset({"Figuur", "Formule", "Groep"}))
        self.schrijf(houder, (*los(node), *node.kinderen))
        self.inline.in_tabel = eerder

    # ---- what has no name ----

    def _fragment(self, houder: Houder, node: Node) -> None:
        deel = parse_fragment(node.xml)
        if deel is not None and not isinstance(deel.tag, str):
            return
        if deel is not None and etree.QName(deel).namespace == TEKST and naam(deel) in houder.extra:
            houder.element.append(deel)
            if node.wid and naam(deel) in AKN:
                deel.set("wId", node.wid)
        elif deel is None:
            self.al(houder, Node(Soort.AL, tekst=(Run(node.xml),)))
        else:
            self.verslag.weiger(f"het element “{naam(deel)}” kan STOP hier niet bevatten.")


def los(node: Node) -> tuple[Node, ...]:
    """The own heading, text and state of an element that has no place for them, as a paragraph."""
    status = STATUS_TEKST.get(node.status, "")
    opschrift = node.opschrift if node.soort is not Soort.CEL else _met_kop(replace(node, tekst=()))
    delen = [replace(LEEG, tekst=tekst) for tekst in (opschrift, node.tekst) if _zichtbaar(tekst)]
    if status and not delen and not node.kinderen:
        delen.append(replace(LEEG, tekst=(Run(status),)))
    return tuple(delen)


LEEG: Final = Node(Soort.AL)
_TERM: Final = Mark("term")


def definitie(item: Node) -> tuple[Tekst, tuple[Node, ...]]:
    """The term that a definition begins with, and what it says of it."""
    eerste = item.kinderen[0] if item.kinderen else LEEG
    term = tuple(takewhile(lambda run: run.marks[:1] == (_TERM,), eerste.tekst))
    rest = zonder_begin(eerste.tekst[len(term) :])
    kinderen = (replace(eerste, tekst=rest), *item.kinderen[1:]) if rest else item.kinderen[1:]
    return tuple(replace(run, marks=run.marks[1:]) for run in term), kinderen


def _is_definitie(item: Node) -> bool:
    """True for a definition with a marked term and something after it."""
    if item.soort is not Soort.BEGRIP or item.tekst or item.opschrift:
        return False
    term, rest = definitie(item)
    return bool(term) and bool(rest)


def is_commentaar(node: Node) -> bool:
    """True for a kept comment or processing instruction: it has no words."""
    deel = parse_fragment(node.xml) if node.soort is Soort.FRAGMENT else None
    return deel is not None and not isinstance(deel.tag, str)


def nummer_runs(node: Node) -> Tekst:
    """What is printed in front of an item or lid, with the marks of a change when its number changed."""
    oud = node.attribuut("stop:oud-nummer")
    nieuw = " ".join(filter(None, (node.label, node.aanduiding)))
    if oud is None or oud == nieuw:
        return (Run(nieuw),)
    return tuple(run for run in (Run(oud, (Mark("stop:weg"),)), Run(nieuw, (Mark("stop:nieuw"),))) if run.tekst)


def zet_identiteit(element: etree._Element, node: Node) -> None:
    """The wId (fitted to the element, STOP0023) and the wijzigactie of a node."""
    if node.wid:
        element.set("wId", wid_voor(node.wid, naam(element)))
    zet_actie(element, node)


def zet_actie(element: etree._Element, node: Node) -> None:
    """The wijzigactie of a node in a mutation."""
    actie = node.attribuut(ACTIE)
    if actie:
        element.set("wijzigactie", actie)


def wid_voor(wid: str, element: str) -> str:
    """The identity as wId of this element: its last part begins with the abbreviation of the element."""
    voor, _, laatste = schone_wid(wid).rpartition("__")
    ref = AKN[element]
    if laatste.split("_")[0] != ref.split("_")[0] or (ref.startswith("formula") and not laatste.startswith(ref)):
        laatste = f"{ref}_{laatste}"
    return f"{voor}__{laatste}" if voor else laatste


def schone_wid(wid: str) -> str:
    """An identity in the characters that STOP allows, no part ending in a full stop (STOP0014, STOP0044)."""
    kaal = re.sub(r"[^A-Za-z0-9._\-]", "-", wid)
    return re.sub(r"\.+(?=__|$)", "", kaal) or "x"


def _groep(node: Node) -> str:
    if node.soort in ITEMS or (node.soort is Soort.LID and (node.label or node.aanduiding)):
        return "item"
    return "blok"


def _lijstsoort(node: Node) -> str:
    if node.soort not in ITEMS and node.soort is not Soort.LID:
        return ""
    return "expliciet" if platte_tekst(nummer_runs(node)).strip() else "ongemarkeerd"


def _met_kop(node: Node) -> Tekst:
    """Label, number, heading and text in one line."""
    delen: list[Run] = []
    voor = " ".join(filter(None, (node.label, node.aanduiding)))
    for deel in ((Run(voor),) if voor else (), node.opschrift, node.tekst):
        if deel and delen:
            delen.append(Run(" "))
        delen.extend(deel)
    return tuple(delen)


def _zichtbaar(tekst: Tekst) -> bool:
    return bool(platte_tekst(tekst).strip()) or any(m.naam == "fragment" for run in tekst for m in run.marks)
