"""The parts of a mutation → elements of a RegelingMutatie, with ids that agree with the whole old and new text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from amend.model.besluit import Instructie
from amend.model.stap import Stap, StapVerslag
from amend.model.tree import Node, Run, Soort, Tekst
from amend.write.stop.blokken import wid_voor
from amend.write.stop.identiteit import zet_eids_onder, zet_wids
from amend.write.stop.inline import Inline
from amend.write.stop.mutatie import Deel
from amend.write.stop.namen import ELEMENT, t
from amend.write.stop.plek import Verslag
from amend.write.stop.structuur import Structuur
from amend.write.xml_bouw import sub_van

_RENVOOI = (t("NieuweTekst"), t("VerwijderdeTekst"))


def stop_wid(node: Node) -> str:
    """The wId under which a unit stands in a STOP text."""
    return wid_voor(node.wid, ELEMENT.get(node.soort, "Toelichting"))


def schrijf_mutatie(
    houder: etree._Element,
    delen: Sequence[Deel],
    teksten: tuple[etree._Element, etree._Element],
    opdrachten: Sequence[tuple[str, Tekst]],
    verslag: Verslag,
) -> None:
    """Fill a RegelingMutatie. ``teksten``: the whole old and new text; ``opdrachten``: number and words per part."""
    bouw = Structuur(verslag, Inline(verslag))
    oud, nieuw = _eids(teksten[0]), _eids(teksten[1])
    bezet = set(nieuw.values())
    for deel, (nummer, wat) in zip(delen, opdrachten, strict=True):
        element = sub_van(houder, t(deel.actie))
        if deel.actie == "VoegToe":
            element.set("positie", deel.positie)
            element.set("context", deel.context)
        else:
            element.set("wat", stop_wid(deel.node))
            if deel.context:
                element.set("positie", deel.positie)
                element.set("context", deel.context)
        if nummer:
            sub_van(element, t("Nummer")).text = nummer
        if wat:
            bouw.inline.vul(sub_van(element, t("Wat")), wat)
        _inhoud(element, deel, bouw, oud, nieuw, bezet)
    zet_wids(houder, "x")


def _inhoud(
    element: etree._Element,
    deel: Deel,
    bouw: Structuur,
    oud: Mapping[str, str],
    nieuw: Mapping[str, str],
    bezet: set[str],
) -> None:
    wid = stop_wid(deel.node)
    if deel.actie == "VervangKop":
        bouw.kop(element, deel.node)
        element.set("eId-wordt", nieuw.get(wid, wid))
        return
    unit = _unit(element, deel.node, bouw)
    if unit is None:
        return
    eid = _vrij(oud.get(wid, wid), bezet) if deel.actie == "Verwijder" else nieuw.get(wid, wid)
    bezet.add(eid)
    unit.set("eId", eid)
    zet_eids_onder(unit, eid)
    if deel.actie == "Vervang" and not _gemarkeerd(unit):
        element.set("revisie", "1")


def _gemarkeerd(unit: etree._Element) -> bool:
    """True when something in the element is marked as changed; an element that only moves is not (STOP0086)."""
    return any(el.get("wijzigactie") or el.tag in _RENVOOI for el in unit.iter())


def _unit(ouder: etree._Element, node: Node, bouw: Structuur) -> etree._Element | None:
    if node.soort is Soort.BIJLAGE:
        return bouw.bijlage(ouder, node)
    if node.soort is Soort.TOELICHTING:
        return bouw.toelichting(ouder, (node,))
    return bouw.node(ouder, node)


def _eids(tekst: etree._Element) -> dict[str, str]:
    return {str(el.get("wId")): str(el.get("eId")) for el in tekst.iter() if el.get("eId")}


def _vrij(eid: str, bezet: set[str]) -> str:
    n, uit = 1, eid
    while uit in bezet:
        n += 1
        uit = f"{eid}_inst{n}"
    return uit


# ---- which instruction belongs to which part -------------------------------------------------------------------------


def opdrachten_bij(
    delen: Sequence[Deel], verslag: Sequence[StapVerslag], besluit: str
) -> tuple[list[tuple[str, Tekst]], list[Stap]]:
    """Number and instruction for every part; and the instructions that belong to no part.

    Every instruction is given once: with the first part that it wrote, renumbered or pointed at. The heading of a
    group ("Artikel 3 wordt als volgt gewijzigd:") goes with the first instruction of that group.
    """
    per_deel: list[list[Stap]] = [[] for _ in delen]
    over: list[Stap] = []
    plek: dict[str, int] = {}
    for v in verslag:
        n = _deel_van(v, delen, besluit)
        if n is None:
            over.append(v.stap)
        else:
            per_deel[n].append(v.stap)
            plek.setdefault(_groep(v.stap), n)
    rest = []
    for stap in over:
        if (m := plek.get(_groep(stap))) is not None:
            per_deel[m].append(stap)
        else:
            rest.append(stap)
    volgorde = {id(v.stap): i for i, v in enumerate(verslag)}
    return [_opdracht(sorted(stappen, key=lambda s: volgorde[id(s)])) for stappen in per_deel], rest


def _deel_van(v: StapVerslag, delen: Sequence[Deel], besluit: str) -> int | None:
    for n, deel in enumerate(delen):
        if (besluit, v.stap.naam) in deel.oorsprong:
            return n
    gebonden = {wid for _, wids in v.gebonden for wid in wids}
    for n, deel in enumerate(delen):
        if deel.actie == "Verwijder" and gebonden & deel.raakt:
            return n
    return next((n for n, deel in enumerate(delen) if gebonden & deel.raakt), None)


def _groep(stap: Stap) -> str:
    return f"{stap.artikel}/{stap.onderdeel.split('.')[0]}"


def _opdracht(stappen: Sequence[Stap]) -> tuple[str, Tekst]:
    nummers = list(dict.fromkeys(stap.onderdeel.split(".")[0] for stap in stappen if stap.onderdeel))
    return ", ".join(nummers), zinnen(stappen)


def zinnen(stappen: Sequence[Stap]) -> Tekst:
    """The instructions one after the other, each sentence of the decision once."""
    return _achter_elkaar(_met_nummer(stap.onderdeel.partition(".")[2], stap.zin.tekst) for stap in stappen)


def zinnen_van(instructies: Iterable[Instructie]) -> Tekst:
    """The same for instructions that are no step."""
    return _achter_elkaar(_met_nummer(i.aanduiding.strip(), i.zin.tekst) for i in instructies if i.zin is not None)


def _achter_elkaar(delen: Iterable[Tekst]) -> Tekst:
    uit: list[Run] = []
    gezien: set[str] = set()
    for deel in delen:
        plat = "".join(run.tekst for run in deel)
        if plat.strip() and plat not in gezien:
            gezien.add(plat)
            uit.extend((Run(" "), *deel) if uit else deel)
    return tuple(uit)


def _met_nummer(nummer: str, zin: Tekst) -> Tekst:
    return (Run(f"{nummer.rstrip('.')}. "), *zin) if nummer else zin
