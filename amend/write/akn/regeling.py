"""A version of a regulation → act: its text, and how it came to be, with a temporal group for (valid on, known on)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from lxml import etree

from amend.history.doel import INSTELLING, Doel
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.model.akn_namen import AKN, a
from amend.model.identity import eids
from amend.model.regeling import Regeling
from amend.model.tree import INDELING, Node, Soort, Status, alle_nodes
from amend.model.vocabulaire import AMEND
from amend.write.akn.gegevens import Frbr, Gebeurtenis, Gegevens, Tekstwijziging, schrijf_gegevens
from amend.write.akn.inhoud import Schrijver
from amend.write.stop.kenmerken import Kenmerken, bill, kenmerken
from amend.write.stop.plek import Verslag
from amend.write.uitgave import Uitgave
from amend.write.xml_bouw import sub_van

_EENHEID: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.LID, Soort.DIVISIE}
_BUITEN: Final = frozenset({Soort.AANHEF, Soort.SLUITING, Soort.BIJLAGE, Soort.TOELICHTING})
_BEGRIPPEN: Final = (("geldig", "geldig (toepasselijk)"), ("werkend", "in werking"), ("bekend", "bekendgemaakt"))
_ONBEKEND: Final = date(1900, 1, 1)


def nieuw(soort: str, naam: str) -> tuple[etree._Element, etree._Element]:
    """A document and the element for its content."""
    root: etree._Element = etree.Element(a("akomaNtoso"), nsmap={None: AKN, "amend": AMEND})
    element = sub_van(root, a(soort))
    element.set("name", naam)
    return root, element


def schrijf_akn(regeling: Regeling, uitgave: Uitgave, verslag: Verslag) -> etree._Element:
    """The regulation as an act. Without a version (a text outside the store) there are no dates but its own."""
    root, act = nieuw("act", "regeling")
    act.set("contains", "singleVersion")
    historie = uitgave.historie or Geschiedenis(regeling)
    kenmerk = kenmerken(historie, verslag)
    gegevens = _gegevens(regeling, uitgave.versie, historie, kenmerk)
    schrijf_gegevens(act, gegevens)
    schrijver = Schrijver(regeling.root)
    _tekst(act, regeling, schrijver, gegevens)
    return root


def _tekst(act: etree._Element, regeling: Regeling, schrijver: Schrijver, gegevens: Gegevens) -> None:
    root = regeling.root
    titel = sub_van(sub_van(act, a("preface")), a("longTitle"))
    schrijver.runs(sub_van(titel, a("p")), root.opschrift)
    soorten = {soort: [k for k in root.kinderen if k.soort is soort] for soort in _BUITEN}
    if soorten[Soort.AANHEF]:
        houder = sub_van(act, a("preamble"))
        for node in soorten[Soort.AANHEF]:
            _houder(houder, node, schrijver)
    body = sub_van(act, a("body"))
    if gegevens.tijden:
        body.set("period", f"#{gegevens.tijden[0][0]}")
    eigen = Node(Soort.AL, "", "", root.label, root.aanduiding, (), root.tekst)
    los = (eigen,) if root.tekst or root.label or root.aanduiding else ()
    lichaam = [*los, *(kind for kind in root.kinderen if kind.soort not in _BUITEN)]
    schrijver.hierarchie(body, lichaam)
    if len(body) == 0:
        sub_van(sub_van(body, a("hcontainer")), a("content"))
        body[0].set("name", "leeg")
    if soorten[Soort.SLUITING]:
        houder = sub_van(act, a("conclusions"))
        for node in soorten[Soort.SLUITING]:
            _houder(houder, node, schrijver)
    _bijlagen(act, [*soorten[Soort.BIJLAGE], *soorten[Soort.TOELICHTING]], schrijver, gegevens)


def _houder(houder: etree._Element, node: Node, schrijver: Schrijver) -> None:
    """Aanhef or closing: its lines in a container that has its identity."""
    container = sub_van(houder, a("container"))
    container.set("name", node.soort.value)
    schrijver.kenmerken(container, node)
    if node.label or node.aanduiding or node.opschrift or node.tekst or node.status is not Status.ACTIEF:
        eigen = Node(Soort.AL, "", "", node.label, node.aanduiding, node.opschrift, node.tekst, status=node.status)
        schrijver.blokken(container, (eigen,))
    schrijver.blokken(container, node.kinderen)
    if len(container) == 0:
        sub_van(container, a("p")).set("class", "leeg")


def _bijlagen(act: etree._Element, nodes: list[Node], schrijver: Schrijver, gegevens: Gegevens) -> None:
    if not nodes:
        return
    houder = sub_van(act, a("attachments"))
    for n, node in enumerate(nodes, 1):
        bijlage = sub_van(houder, a("attachment"))
        schrijver.kenmerken(bijlage, node)
        schrijver.kop(bijlage, node)
        doc = sub_van(bijlage, a("doc"))
        doc.set("name", node.soort.value)
        schrijf_gegevens(doc, gegevens, f"!{node.soort.value}_{n}")
        romp = sub_van(doc, a("mainBody"))
        eigen = Node(Soort.AL, tekst=node.tekst, status=node.status)
        if node.tekst or node.status is not Status.ACTIEF:
            schrijver.blokken(romp, (eigen,))
        _inhoud(romp, node, schrijver)


def _inhoud(romp: etree._Element, node: Node, schrijver: Schrijver) -> None:
    hier = any(kind.soort in INDELING | {Soort.ARTIKEL, Soort.LID, Soort.DIVISIE} for kind in node.kinderen)
    if hier:
        schrijver.hierarchie(romp, node.kinderen)
    else:
        schrijver.blokken(romp, node.kinderen)
    if len(romp) == 0:
        sub_van(romp, a("p")).set("class", "leeg")


# ---- meta ------------------------------------------------------------------------------------------------------------


def _gegevens(regeling: Regeling, versie: Versie | None, historie: Geschiedenis, kenmerk: Kenmerken) -> Gegevens:
    meta = regeling.meta
    begin = meta.vastgesteld or meta.bekend or meta.inwerkingtreding or _ONBEKEND
    doelen = versie.doelen if versie is not None else tuple(d for d in historie.doelen if d.id == INSTELLING)
    laatste = doelen[-1] if doelen else historie.doelen[0]
    d = versie.geldig_op if versie is not None else (meta.inwerkingtreding or begin)
    k = versie.bekend_op if versie is not None else (meta.bekend or begin)
    uitgegeven = laatste.bek or begin
    frbr = Frbr(
        kenmerk.work,
        kenmerk.expressie_van(doelen) if doelen else kenmerk.expressie(laatste),
        begin,
        uitgegeven,
        f"#{kenmerk.gezag.code}",
        aliassen(meta.id, d, k),
    )
    g = Gegevens(frbr)
    g.verwijzingen.append(("original", "ro_1", kenmerk.work, regeling.naam))
    for n, besluit in enumerate(dict.fromkeys(x.besluit for x in doelen if x.id != INSTELLING), 1):
        href = _bill(historie, kenmerk, besluit)
        g.verwijzingen.append(("passiveRef", f"rp_{n}", href, besluit))
        g.passief.extend(_passief(regeling.root, besluit, href))
    _begrippen(g, kenmerk, regeling)
    bron = {eid_href[3]: eid_href[1] for eid_href in g.verwijzingen if eid_href[0] == "passiveRef"}
    for n, doel in enumerate(doelen, 1):
        g.gebeurtenissen.extend(_gebeurtenissen(doel, n, bron.get(doel.besluit, "ro_1"), begin))
    if versie is not None:
        g.tijden.append(_tijd(g, versie, d, k))
    if not g.gebeurtenissen:
        g.gebeurtenissen.append(Gebeurtenis("e_1", begin, "generation", "ro_1"))
    return g


def aliassen(id: str, d: date, k: date) -> tuple[tuple[str, str], ...]:
    """Other names of a version: its CVDR id, and a JCI 1.3 reference with g (valid on) and z (seen on)."""
    if not re.fullmatch(r"(?:CVDR|BWB)\w+", id):
        return (("id", id),) if id else ()
    soort = id.split("_")[0]
    return ("CVDR" if id.startswith("CVDR") else "BWB", id), ("JCI", f"jci1.3:c:{soort}&g={d}&z={k}")


def _bill(historie: Geschiedenis, kenmerk: Kenmerken, besluit: str) -> str:
    ontleed = next((o for o in historie.besluiten if o.besluit.meta.id == besluit), None)
    return bill(kenmerk.gezag, ontleed.besluit.meta)[0] if ontleed else f"/akn/nl/bill/{kenmerk.gezag.code}/{besluit}"


def _begrippen(g: Gegevens, kenmerk: Kenmerken, regeling: Regeling) -> None:
    organisatie = regeling.meta.organisatie or kenmerk.gezag.code
    g.verwijzingen.append(("TLCOrganization", kenmerk.gezag.code, kenmerk.gezag.organisatie, organisatie))
    g.verwijzingen.append(("TLCOrganization", "amend", "/ontology/organization/amend", "amend"))
    for eid, tekst in _BEGRIPPEN:
        g.verwijzingen.append(("TLCConcept", eid, f"/ontology/concept/{eid}", tekst))


def _gebeurtenissen(doel: Doel, n: int, bron: str, begin: date) -> Iterator[Gebeurtenis]:
    """Per doel: published, in force, and the first day of validity where that is earlier."""
    soort = "generation" if doel.id == INSTELLING else "amendment"
    jwv = doel.jwv or begin
    yield Gebeurtenis(f"e_{n}", jwv, soort, bron)
    if doel.terugwerkend and doel.gv:
        yield Gebeurtenis(f"e_{n}_geldig", doel.gv, soort, bron)
    if doel.bek:
        yield Gebeurtenis(f"e_{n}_bekend", doel.bek, soort, bron)


def _tijd(g: Gegevens, versie: Versie, d: date, k: date) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """The temporal group of (D, K): the days of validity, the day in force and the day on which it was known."""
    laatste = len(versie.doelen)
    ids = {x.id: x.dag for x in g.gebeurtenissen}
    geldig = "e_van"
    g.gebeurtenissen.append(Gebeurtenis(geldig, versie.van or d, "amendment", "ro_1"))
    eind = ""
    if versie.tot_en_met is not None:
        eind = "e_tot"
        g.gebeurtenissen.append(Gebeurtenis(eind, versie.tot_en_met + timedelta(days=1), "amendment", "ro_1"))
    g.gebeurtenissen.append(Gebeurtenis("e_gezien", k, "amendment", "ro_1"))
    werkend = f"e_{laatste}" if f"e_{laatste}" in ids else geldig
    intervallen = ((geldig, eind, "geldig"), (werkend, "", "werkend"), ("e_gezien", "", "bekend"))
    return f"tg_{d}_{k}", intervallen


def _passief(root: Node, besluit: str, href: str) -> Iterator[Tekstwijziging]:
    """What a decision did to the elements that are still there: made, renumbered, repealed, or rewritten in part."""
    for _, node, eid in eids(root):
        if node.soort not in _EENHEID:
            continue
        eigen = node.oorsprong is not None and node.oorsprong.besluit == besluit
        if eigen:
            soort = "repeal" if node.status is Status.VERVALLEN else "insertion"
            yield Tekstwijziging(soort, href, f"#{eid}")
        elif node.nummer_oorsprong is not None and node.nummer_oorsprong.besluit == besluit:
            yield Tekstwijziging("renumbering", href, f"#{eid}")
        elif _herschreven(node, besluit):
            yield Tekstwijziging("substitution", href, f"#{eid}")


def _herschreven(node: Node, besluit: str) -> bool:
    """True when the decision wrote words in the element itself or in blocks directly below it."""
    delen = [node, *(deel for kind in node.kinderen if kind.soort not in _EENHEID for deel in alle_nodes(kind))]
    runs = (run for deel in delen for run in (*deel.opschrift, *deel.tekst))
    van_blok = (deel.oorsprong for deel in delen[1:])
    return any(o is not None and o.besluit == besluit for o in (*(run.oorsprong for run in runs), *van_blok))
