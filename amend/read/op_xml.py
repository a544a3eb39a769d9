"""XML of official publications → Besluit: real files, and our own store form of decisions.

``wijzig-artikel`` gives a WijzigArtikel, ``wijzig-lid`` and ``wijziging`` its instructions; a ``wijziging`` without
number and instruction only holds the payload of its parent. Chapters around amending articles become heading-only
entries, so that every word keeps its place and order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, cast, get_args

from lxml import etree

from amend.model.besluit import Actie, Besluit, BesluitArtikel, Instructie, Mutatie, WijzigArtikel, Zin
from amend.model.melding import Melding
from amend.model.numbering import nummer_van
from amend.model.tree import INDELING, Node, Run, Soort, platte_tekst
from amend.model.vocabulaire import OP_DIALECT, SOORT
from amend.model.witruimte import voeg_samen
from amend.read import codes_xml as codes
from amend.read.op_meta import lees_op_meta
from amend.read.verlies import van_besluit, verlies
from amend.read.xml_blokken import lees_blokken, lees_node, lees_omhuld
from amend.read.xml_kop import lees_kop
from amend.read.xml_lezer import Lezer, eigen, lees_runs, paren
from amend.read.xml_veilig import canoniek, parse_xml

_MEDEDELING: Final = "zakelijke-mededeling"
_HOUDERS: Final = ("regeling", "wet-besluit", "besluit", _MEDEDELING)
_LICHAAM: Final = ("regeling-tekst", "besluit-tekst", "wettekst")
_SLUITING: Final = ("regeling-sluiting", "besluit-sluiting", "wetsluiting")
_TOELICHTING: Final = ("nota-toelichting", "toelichting")
_BIJ_BESLUIT: Final = ("bijlage", *_TOELICHTING)
_INSTRUCTIE: Final = ("wijzig-lid", "wijziging", "wijzig-divisie", "wijzig-lid-groep")
_EIGEN_DELEN: Final = frozenset({"kop", "wat", "lidnr", "nr", *_INSTRUCTIE})

Meldingen = tuple[Melding, ...]


def lees_besluit_xml(data: bytes, id: str | None = None) -> tuple[Besluit | None, Meldingen]:
    """The decision in a file, with findings; None (and an E) when the file cannot be read.

    ``id`` replaces the identifier of the file. Nothing is raised for a bad file.
    """
    root, meldingen = parse_xml(data)
    if root is None:
        return None, meldingen
    lezer = Lezer(OP_DIALECT, eigen(root, "opslag") is not None)
    if lezer.naam(root) != "officiele-publicatie":
        tekst = f"Het bestand begint met <{etree.QName(root).localname}> en is dus geen officiële publicatie."
        return None, (codes.ANDER_SOORT.melding(tekst, hulp="Verwacht wordt <officiele-publicatie>."),)
    houder = houder_van(lezer, root)
    if houder is None:
        return None, (codes.GEEN_TEKST.melding("In het bestand staat geen besluit of regeling."),)
    try:
        besluit = _besluit(lezer, root, houder, id)
    except (ValueError, TypeError) as fout:
        return None, (*lezer.meldingen, codes.SCHEMA.melding(f"Een eigen kenmerk in het bestand is onjuist: {fout}."))
    if not lezer.opslag and (melding := verlies((houder, *_naast(lezer, houder)), van_besluit(besluit))):
        return None, (*lezer.meldingen, melding)
    return besluit, lezer.meldingen


def houder_van(lezer: Lezer, root: etree._Element) -> etree._Element | None:
    """The element that holds the text of the publication; None when there is none."""
    return next((el for el in root.iter("{*}*") if lezer.naam(el) in _HOUDERS), None)


def _besluit(lezer: Lezer, root: etree._Element, houder: etree._Element, id: str | None) -> Besluit:
    intitule = intitule_van(lezer, root, houder)
    besluit = Besluit(lees_op_meta(lezer, root, id), intitule=() if intitule is None else lees_runs(lezer, intitule))
    if not lezer.opslag:
        meta = besluit.meta
        overig = (*meta.overig, *rondom(lezer, root, houder, intitule))
        titel = meta.titel or platte_tekst(besluit.intitule)
        besluit = replace(besluit, meta=replace(meta, titel=titel, overig=overig))
    for kind in (*houder, *_naast(lezer, houder)):
        if kind is not intitule:
            besluit = _neem(lezer, besluit, kind)
    if lezer.naam(houder) == _MEDEDELING:
        tekst = "De publicatie is een zakelijke mededeling; zij wijzigt geen regeling."
        lezer.meld(codes.MEDEDELING, "", tekst, houder)
    elif not lezer.opslag and not besluit.artikelen:
        tekst = "Het tekstdeel van het besluit is leeg; mogelijk staat de tekst in de aanhef."
        lezer.meld(codes.GEEN_LICHAAM, "", tekst, houder)
    return besluit


def _neem(lezer: Lezer, besluit: Besluit, kind: etree._Element) -> Besluit:
    """The decision with one more of its parts."""
    naam = lezer.naam(kind)
    if naam == "aanhef":
        return replace(besluit, aanhef=besluit.aanhef + lees_omhuld(lezer, kind))
    if naam == f"{_MEDEDELING}-tekst":
        return replace(besluit, aanhef=besluit.aanhef + lees_blokken(lezer, kind))
    if naam in _LICHAAM:
        return replace(besluit, artikelen=besluit.artikelen + tuple(_artikelen(lezer, kind)))
    if naam in _SLUITING and not besluit.sluiting:
        return replace(besluit, sluiting=lees_omhuld(lezer, kind))
    if naam in _TOELICHTING:
        return replace(besluit, toelichting=besluit.toelichting + _toelichting(lezer, kind))
    return replace(besluit, bijlagen=besluit.bijlagen + lees_node(lezer, kind))


def _naast(lezer: Lezer, houder: etree._Element) -> list[etree._Element]:
    """Annexes and explanatory text that stand after the decision instead of in it."""
    if lezer.opslag:
        return []
    return [kind for kind in houder.itersiblings() if lezer.naam(kind) in _BIJ_BESLUIT]


def rondom(
    lezer: Lezer, root: etree._Element, houder: etree._Element, intitule: etree._Element | None
) -> tuple[tuple[str, str], ...]:
    """What stands in the publication beside the decision (the masthead of the paper, a logo), verbatim."""
    uit: list[tuple[str, str]] = []
    kop = intitule.getparent() if intitule is not None else None
    gelezen = [intitule, kop if kop is not None and lezer.naam(kop) == "kop" and len(kop) == 1 else intitule]
    element: etree._Element = houder
    while element is not root:
        ouder = element.getparent()
        assert ouder is not None  # noqa: S101 - the holder stands below the root
        rest = [k for k in ouder if k is not element and isinstance(k.tag, str)]
        rest = [k for k in rest if lezer.naam(k) not in ("metadata", *(_BIJ_BESLUIT if element is houder else ()))]
        uit[:0] = [(f"op:{lezer.naam(k)}", canoniek(k)) for k in rest if not any(k is deel for deel in gelezen)]
        element = ouder
    return tuple(uit)


def intitule_van(lezer: Lezer, root: etree._Element, houder: etree._Element) -> etree._Element | None:
    """The title: intitule, or else (decentral publications) the heading beside the regulation."""
    intitule = next((el for el in root.iter("{*}*") if lezer.naam(el) == "intitule"), None)
    ouder = houder.getparent()
    kop = lezer.kind(ouder, "kop") if intitule is None and ouder is not None and ouder is not root else None
    return intitule if kop is None else lezer.kind(kop, "titel")


def _toelichting(lezer: Lezer, element: etree._Element) -> tuple[Node, ...]:
    if eigen(element, "plat") is not None:
        return lees_blokken(lezer, element)
    return lees_node(lezer, element, Soort.TOELICHTING)


def _artikelen(lezer: Lezer, ouder: etree._Element) -> Iterator[WijzigArtikel | BesluitArtikel]:
    for kind in ouder:
        naam = lezer.naam(kind)
        bevat_artikelen = next(kind.iter("wijzig-artikel"), None) is not None
        if naam == "wijzig-artikel" or (naam == "wijzig-divisie" and not bevat_artikelen):
            yield _wijzig_artikel(lezer, kind)
        elif not naam and not lezer.opslag:
            _meld_commentaar(lezer, kind)
        elif naam in ("kop", "structuurtekst"):
            yield from _los(lezer, kind) if naam == "structuurtekst" else ()
        elif bevat_artikelen and (SOORT.get(naam) in INDELING or naam == "wijzig-divisie"):
            kop = lees_kop(lezer, kind)
            node = Node(SOORT.get(naam, Soort.DIVISIE), nummer=kop.nummer, label=kop.label, aanduiding=kop.aanduiding)
            if kop.label or kop.aanduiding or kop.opschrift:
                yield BesluitArtikel(replace(node, opschrift=kop.opschrift), _regel(kind))
            yield from _artikelen(lezer, kind)
        else:
            yield from (BesluitArtikel(node, _regel(kind)) for node in lees_node(lezer, kind))


def _los(lezer: Lezer, element: etree._Element) -> Iterator[BesluitArtikel]:
    for kind in element:
        yield from (BesluitArtikel(node, _regel(kind)) for node in lees_node(lezer, kind))


def _regel(element: etree._Element) -> int:
    gegeven = eigen(element, "regel")
    return int(gegeven) if gegeven is not None else element.sourceline or 0


def _meld_commentaar(lezer: Lezer, element: etree._Element) -> None:
    tekst = "Commentaar en verwerkingsinstructies tussen instructies zijn niet overgenomen."
    lezer.meld(codes.NIET_OVERGENOMEN, "", tekst, element)


def _wijzig_artikel(lezer: Lezer, element: etree._Element) -> WijzigArtikel:
    kop = lees_kop(lezer, element)
    return WijzigArtikel(
        label=kop.label,
        aanduiding=kop.aanduiding,
        nummer=kop.nummer,
        opschrift=kop.opschrift,
        zin=_zin(lezer, element),
        payload=_payload(lezer, element),
        instructies=_instructies(lezer, element),
        regel=_regel(element),
        extra=paren(eigen(element, "extra") or "[]"),
    )


def _zin(lezer: Lezer, element: etree._Element) -> Zin | None:
    delen = lezer.kinderen(element, "wat")
    if not delen:
        return None
    wat, bron = delen[0], eigen(delen[0], "bron")
    tekst = lees_runs(lezer, wat)
    for volgende in delen[1:]:
        tekst = voeg_samen((*tekst, Run(" "), *lees_runs(lezer, volgende)))
    if bron is None:
        return Zin(tekst, () if lezer.opslag else ((0, wat.sourceline or 1, 1),))
    return Zin(tekst, tuple(_positie(deel) for deel in bron.split()))


def _positie(deel: str) -> tuple[int, int, int]:
    begin, regel, kolom = map(int, deel.split(":"))
    return begin, regel, kolom


def _is_payload(lezer: Lezer, element: etree._Element) -> bool:
    """True for a ``wijziging`` that only wraps the new text of its parent."""
    if lezer.naam(element) != "wijziging" or eigen(element, "instructie") is not None:
        return False
    return not lezer.kinderen(element, "nr", "lidnr", "wat", "kop", *_INSTRUCTIE)


def _payload(lezer: Lezer, element: etree._Element) -> tuple[Node, ...]:
    uit: list[Node] = []
    for kind in element:
        naam = lezer.naam(kind)
        if naam == "wijziging" and _is_payload(lezer, kind):
            uit.extend(_payload(lezer, kind))
        elif not naam and not lezer.opslag:
            _meld_commentaar(lezer, kind)
        elif naam not in _EIGEN_DELEN:
            uit.extend(lees_node(lezer, kind))
    return tuple(uit)


def _instructies(lezer: Lezer, element: etree._Element) -> tuple[Instructie, ...]:
    return tuple(
        _instructie(lezer, kind) for kind in lezer.kinderen(element, *_INSTRUCTIE) if not _is_payload(lezer, kind)
    )


def _instructie(lezer: Lezer, element: etree._Element) -> Instructie:
    kop = lees_kop(lezer, element)
    nr = lezer.kind(element, "nr")
    aanduiding = kop.aanduiding if nr is None else "".join(run.tekst for run in lees_runs(lezer, nr))
    nummer = eigen(element, "nummer")
    return Instructie(
        zin=_zin(lezer, element),
        aanduiding=aanduiding,
        nummer=nummer_van(aanduiding) if nummer is None else nummer,
        payload=_payload(lezer, element),
        instructies=_instructies(lezer, element),
        mutatie=_mutatie(element),
        label=kop.label,
        opschrift=kop.opschrift,
    )


def _mutatie(element: etree._Element) -> Mutatie | None:
    actie = eigen(element, "mutatie")
    if actie is None:
        return None
    if actie not in get_args(Actie):
        raise ValueError(f"mutatie {actie!r}")
    wid, positie = eigen(element, "wid") or "", eigen(element, "positie") or ""
    revisie, context = eigen(element, "revisie") is not None, eigen(element, "context") or ""
    return Mutatie(cast(Actie, actie), wid, positie, revisie, context)
