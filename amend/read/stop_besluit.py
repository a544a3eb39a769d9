"""STOP decision → Besluit: BesluitCompact, BesluitKlassiek, loose or in an AanleveringBesluit.

A RegelingMutatie becomes instructions that carry the exact change (:class:`amend.model.besluit.Mutatie`) and the text
with its marked changes; WijzigInstructies are sentences with new text, as in other decisions. What a decision keeps in
an annex (WijzigBijlage) is an amending article of its own that names the article it belongs to. Metadata, procedure
and ConsolidatieInformatie: the dates are read, every block is kept whole.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from amend.model.besluit import Actie, Besluit, BesluitArtikel, BesluitMeta, Instructie, Mutatie, WijzigArtikel, Zin
from amend.model.melding import Melding
from amend.model.numbering import nummer_van
from amend.model.tree import INDELING, Node, Soort
from amend.model.vocabulaire import SOORT
from amend.model.wid_adres import soort_van_wid
from amend.read import codes_xml as codes
from amend.read.stop_besluit_meta import lees_besluit_meta
from amend.read.stop_namen import BESLUITEN, REGELINGEN, TEKST, lokaal, stop_lezer
from amend.read.stop_tekst import lees_opschrift, lees_regeling_boom
from amend.read.stop_vorm import breng_in_vorm
from amend.read.verlies import van_besluit, verlies
from amend.read.xml_blokken import lees_node, lees_omhuld
from amend.read.xml_kop import lees_kop
from amend.read.xml_lezer import Lezer, lees_runs
from amend.read.xml_veilig import parse_xml

_ACTIES: Final[dict[str, tuple[Actie, str]]] = {
    "Vervang": ("vervang", "wat"),
    "VoegToe": ("voegtoe", "context"),
    "Verwijder": ("verwijder", "wat"),
    "VervangKop": ("vervangkop", "wat"),
    "VervangRegeling": ("vervangregeling", "wat"),
}
"""The element of a mutation, what it is in the model, and the attribute that names its target."""
_EIGEN: Final = (
    "Kop",
    "Wat",
    "Nummer",
    "LidNummer",
    "WijzigLid",
    "WijzigInstructies",
    "RegelingMutatie",
    "OpmerkingVersie",
)


def lees_stop_besluit(data: bytes, id: str | None = None) -> tuple[Besluit | None, tuple[Melding, ...]]:
    """The decision in a STOP file, with findings; None (and an E) when there is none or it cannot be read."""
    root, meldingen = parse_xml(data)
    if root is None:
        return None, meldingen
    houder = next((el for el in root.iter("{*}*") if lokaal(el) in BESLUITEN), None)
    if houder is None:
        return None, (codes.GEEN_TEKST.melding("In het STOP-bestand staat geen BesluitCompact of BesluitKlassiek."),)
    if etree.QName(houder).namespace != TEKST:
        ns = etree.QName(houder).namespace or ""
        tekst = f"De naamruimte van <{lokaal(houder)}> is “{ns}”; dat is niet die van STOP."
        return None, (codes.ANDER_SOORT.melding(tekst),)
    origineel = copy.deepcopy(houder)
    origineel.tail = None
    breng_in_vorm(houder)
    lezer = stop_lezer()
    try:
        besluit = _Bouw(lezer).besluit(houder)
    except ValueError as fout:
        return None, (*lezer.meldingen, codes.SCHEMA.melding(f"Een kenmerk in het bestand is onjuist: {fout}."))
    if melding := verlies((origineel,), van_besluit(besluit)):
        return None, (*lezer.meldingen, melding)
    return replace(besluit, meta=lees_besluit_meta(lezer, root, houder, besluit, id)), lezer.meldingen


class _Bouw:
    """The parts of a decision as they are met."""

    def __init__(self, lezer: Lezer) -> None:
        self.lezer = lezer
        self.aanhef: list[Node] = []
        self.artikelen: list[WijzigArtikel | BesluitArtikel] = []
        self.sluiting: list[Node] = []
        self.bijlagen: list[Node] = []
        self.toelichting: list[Node] = []
        self.opschrift: etree._Element | None = None

    def besluit(self, houder: etree._Element) -> Besluit:
        """The decision without its metadata."""
        self._delen(houder)
        return Besluit(
            meta=BesluitMeta(),
            intitule=lees_opschrift(self.lezer, self.opschrift),
            aanhef=tuple(self.aanhef),
            artikelen=tuple(_met_bijlagen(self.artikelen)),
            sluiting=tuple(self.sluiting),
            bijlagen=tuple(self.bijlagen),
            toelichting=tuple(self.toelichting),
        )

    def _delen(self, houder: etree._Element) -> None:
        for kind in houder:
            naam = lokaal(kind)
            if naam in REGELINGEN:
                self._delen(kind)
            elif naam == "RegelingOpschrift":
                self._opschrift(kind)
            elif naam == "Aanhef":
                self.aanhef.extend(lees_omhuld(self.lezer, kind))
            elif naam == "Lichaam":
                self.artikelen.extend(_artikelen(self.lezer, kind))
            elif naam == "Sluiting":
                self.sluiting.extend(lees_omhuld(self.lezer, kind))
            elif naam == "WijzigBijlage":
                self._wijzigbijlage(kind)
            elif naam == "Toelichting":
                self.toelichting.extend(lees_node(self.lezer, kind))
            else:
                self.bijlagen.extend(lees_node(self.lezer, kind))

    def _opschrift(self, element: etree._Element) -> None:
        """The title; a second one (BesluitKlassiek around a regulation) stands first in the aanhef."""
        if self.opschrift is None:
            self.opschrift = element
            return
        tekst = lees_opschrift(self.lezer, element)
        self.aanhef.append(Node(Soort.AL, tekst=tekst, extra=(("stop:element", "RegelingOpschrift"),)))

    def _wijzigbijlage(self, element: etree._Element) -> None:
        regeling = next((kind for kind in element if lokaal(kind) in REGELINGEN), None)
        if regeling is None:
            self.artikelen.append(_wijzig_artikel(self.lezer, element))
            return
        kop = lees_kop(self.lezer, element)
        boom = lees_regeling_boom(self.lezer, regeling)
        self.bijlagen.append(
            Node(
                Soort.BIJLAGE,
                wid=element.get("wId") or "",
                nummer=kop.nummer,
                label=kop.label,
                aanduiding=kop.aanduiding,
                opschrift=kop.opschrift,
                kinderen=(boom,),
                extra=(("stop:element", "WijzigBijlage"), *self.lezer.kenmerken(element)),
            )
        )


def _artikelen(lezer: Lezer, ouder: etree._Element) -> Iterator[WijzigArtikel | BesluitArtikel]:
    for kind in ouder:
        naam = lokaal(kind)
        if naam == "WijzigArtikel":
            yield _wijzig_artikel(lezer, kind)
        elif not naam:
            _meld_commentaar(lezer, kind)
        elif SOORT.get(lezer.naam(kind)) in INDELING and any(lokaal(el) == "WijzigArtikel" for el in kind.iter()):
            kop = lees_kop(lezer, kind)
            soort = SOORT[lezer.naam(kind)]
            node = Node(soort, nummer=kop.nummer, label=kop.label, aanduiding=kop.aanduiding, opschrift=kop.opschrift)
            yield BesluitArtikel(node, kind.sourceline or 0)
            yield from _artikelen(lezer, kind)
        elif naam != "Kop":
            yield from (BesluitArtikel(node, kind.sourceline or 0) for node in lees_node(lezer, kind))


def _meld_commentaar(lezer: Lezer, element: etree._Element) -> None:
    tekst = "Commentaar en verwerkingsinstructies tussen instructies zijn niet overgenomen."
    lezer.meld(codes.NIET_OVERGENOMEN, "", tekst, element)


def _wijzig_artikel(lezer: Lezer, element: etree._Element) -> WijzigArtikel:
    kop = lees_kop(lezer, element)
    zin = _zin(lezer, element)
    return WijzigArtikel(
        label=kop.label,
        aanduiding=kop.aanduiding,
        nummer=kop.nummer,
        opschrift=kop.opschrift,
        zin=zin,
        payload=_payload(lezer, element),
        instructies=tuple(_instructies(lezer, element)),
        regel=element.sourceline or 0,
        extra=_kenmerken(element, zin),
    )


def _kenmerken(element: etree._Element, zin: Zin | None) -> tuple[tuple[str, str], ...]:
    """The element, its identities, the versions of the mutation in it, and the annex that its sentence names."""
    uit = [
        ("stop:element", lokaal(element)),
        ("stop:eId", element.get("eId") or ""),
        ("stop:wId", element.get("wId") or ""),
    ]
    for mutatie in element:
        if lokaal(mutatie) == "RegelingMutatie":
            uit += [(f"stop:{naam}", mutatie.get(naam) or "") for naam in ("componentnaam", "was", "wordt")]
    for run in zin.tekst if zin else ():
        for mark in run.marks:
            doel = dict(mark.attributen)
            if mark.naam == "intref" and doel.get("scope") == "WijzigBijlage":
                uit.append(("stop:bijlage", doel.get("ref", "")))
    return tuple(dict.fromkeys(paar for paar in uit if paar[1]))


def _met_bijlagen(
    artikelen: list[WijzigArtikel | BesluitArtikel],
) -> Iterator[WijzigArtikel | BesluitArtikel]:
    """The amending articles; one that stood in an annex names the article that refers to it."""
    bij = {a.kenmerk("stop:bijlage"): a.nummer for a in artikelen if isinstance(a, WijzigArtikel)}
    for artikel in artikelen:
        if isinstance(artikel, WijzigArtikel) and artikel.kenmerk("stop:element") == "WijzigBijlage":
            nummer = bij.get(artikel.kenmerk("stop:eId"), "")
            artikel = replace(artikel, extra=(*artikel.extra, *((("stop:bij", nummer),) if nummer else ())))
        yield artikel


def _zin(lezer: Lezer, element: etree._Element) -> Zin | None:
    wat = next((kind for kind in element if lokaal(kind) == "Wat"), None)
    return None if wat is None else Zin(lees_runs(lezer, wat), ((0, wat.sourceline or 1, 1),))


def _payload(lezer: Lezer, element: etree._Element) -> tuple[Node, ...]:
    uit: list[Node] = []
    for kind in element:
        naam = lokaal(kind)
        if not naam:
            _meld_commentaar(lezer, kind)
        elif naam in REGELINGEN:
            uit.append(lees_regeling_boom(lezer, kind))
        elif naam not in _EIGEN and naam not in _ACTIES:
            uit.extend(lees_node(lezer, kind))
    return tuple(uit)


def _instructies(lezer: Lezer, element: etree._Element) -> Iterator[Instructie]:
    for kind in element:
        naam = lokaal(kind)
        if naam == "RegelingMutatie":
            yield from (_mutatie(lezer, deel) for deel in kind if _is_deel(lezer, deel))
        elif naam == "WijzigInstructies":
            yield from _wijziginstructies(lezer, kind)
        elif naam == "WijzigLid":
            yield _instructie(lezer, kind)


def _is_deel(lezer: Lezer, element: etree._Element) -> bool:
    naam = lokaal(element)
    if not naam:
        _meld_commentaar(lezer, element)
    elif naam not in _ACTIES:
        lezer.meld_fragment(element)
    return naam in _ACTIES


def _wijziginstructies(lezer: Lezer, element: etree._Element) -> Iterator[Instructie]:
    """The instructions; a sentence above them (Wat) is an instruction that holds them."""
    delen = tuple(_instructie(lezer, kind) for kind in element if lokaal(kind) == "Instructie")
    zin = _zin(lezer, element)
    if zin is None:
        yield from delen
    else:
        yield Instructie(zin, instructies=delen)


def _instructie(lezer: Lezer, element: etree._Element) -> Instructie:
    """An Instructie, WijzigLid or part of a mutation: number, sentence, new text, nested parts."""
    kop = lees_kop(lezer, element)
    nr = next((kind for kind in element if lokaal(kind) == "Nummer"), None)
    aanduiding = kop.aanduiding if nr is None else "".join(run.tekst for run in lees_runs(lezer, nr))
    return Instructie(
        zin=_zin(lezer, element),
        aanduiding=aanduiding,
        nummer=nummer_van(aanduiding),
        payload=_payload(lezer, element),
        instructies=tuple(_instructies(lezer, element)),
    )


def _mutatie(lezer: Lezer, element: etree._Element) -> Instructie:
    actie, attribuut = _ACTIES[lokaal(element)]
    wid = element.get(attribuut) or ""
    revisie = element.get("revisie") in ("1", "true")
    context = element.get("context") or "" if attribuut == "wat" else ""
    deel = _instructie(lezer, element)
    if actie == "vervangkop":
        deel = replace(deel, payload=_kopnode(lezer, element, wid))
    return replace(deel, mutatie=Mutatie(actie, wid, element.get("positie") or "", revisie, context))


def _kopnode(lezer: Lezer, element: etree._Element, wid: str) -> tuple[Node, ...]:
    """The new heading as an element of the kind that the identity names."""
    kop = lees_kop(lezer, element)
    eid = (("stop:eId", element.get("eId-wordt") or ""),) if element.get("eId-wordt") else ()
    return (
        Node(
            soort_van_wid(wid) or Soort.ARTIKEL,
            wid=wid,
            nummer=kop.nummer,
            label=kop.label,
            aanduiding=kop.aanduiding,
            opschrift=kop.opschrift,
            extra=(*eid, *kop.extra),
        ),
    )
