"""Regeling → CVDR: the store form (with identity and origin of everything) and plain CVDR for others.

Deterministic: equal values give equal bytes. An incomplete text says so in four places: a comment at the top, the
metadata (``amend:onvolledig``), an editorial note in the metadata and one above the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from amend.model.identity import REF
from amend.model.regeling import Regeling
from amend.model.tree import Node, alle_nodes
from amend.model.vocabulaire import AMEND, CVDR, CVDR_DIALECT, DCTERMS, OVERHEID, OVERHEIDRG, amend_naam
from amend.write.cvdr_meta import let_op, schrijf_meta
from amend.write.xml_blokken import schrijf_kop, schrijf_lichaam
from amend.write.xml_bouw import Vorm, runs_in, schoon, serialiseer, sub_van, tekst_in, zet, zet_eigenschappen

_NSMAP: Final = {None: CVDR, "dcterms": DCTERMS, "overheid": OVERHEID, "overheidrg": OVERHEIDRG, "amend": AMEND}


def schrijf_cvdr(regeling: Regeling, *, met_identiteit: bool = True, onvolledig: Sequence[str] = ()) -> bytes:
    """The regulation as a CVDR file (UTF-8).

    ``met_identiteit=False`` gives plain CVDR: no own attributes. ``onvolledig`` adds reasons to those of the metadata;
    an incomplete text is marked in both forms.
    """
    redenen = (*regeling.meta.onvolledig, *(reden for reden in onvolledig if reden not in regeling.meta.onvolledig))
    vorm = Vorm(CVDR_DIALECT, met_identiteit)
    root = etree.Element(f"{{{CVDR}}}cvdr", nsmap=_NSMAP)
    if met_identiteit:
        zet(root, "opslag", "1")
        if any(node.soort in REF and not node.wid for node in alle_nodes(regeling.root) if node is not regeling.root):
            zet(root, "identiteit", "onvolledig")
    if redenen:
        root.append(etree.Comment(" " + schoon(let_op(redenen)).replace("-", "\u2010") + " "))
    schrijf_meta(root, regeling.meta, redenen, vorm)
    _body(root, regeling.root, redenen, vorm)
    return serialiseer(root)


def _body(cvdr: etree._Element, root: Node, onvolledig: Sequence[str], vorm: Vorm) -> None:
    body = vorm.sub(cvdr, "body")
    runs_in(vorm.sub(body, "intitule"), root.opschrift, root.oorsprong, vorm)
    regeling = vorm.sub(body, "regeling")
    zet_eigenschappen(regeling, root, vorm, root.extra)
    if root.label or root.aanduiding:
        schrijf_kop(regeling, root.label, root.aanduiding, (), vorm)
    if root.tekst:
        naam = amend_naam("tekst") if vorm.eigen else vorm.dialect.naam("al")
        runs_in(sub_van(regeling, naam), root.tekst, root.oorsprong, vorm)
    schrijf_lichaam(regeling, root.kinderen, vorm)
    if onvolledig:
        _let_op(regeling, onvolledig, vorm)
    if not vorm.eigen:
        _slotformulering(regeling, vorm)


def _let_op(regeling: etree._Element, onvolledig: Sequence[str], vorm: Vorm) -> None:
    """The visible editorial note above the text: the first line of the aanhef, marked so that readers can tell."""
    aanhef = regeling.find(vorm.dialect.naam("aanhef"))
    if aanhef is None:
        aanhef = etree.Element(vorm.dialect.naam("aanhef"))
        zet(aanhef, "redactioneel", "onvolledig")
        regeling.insert(0, aanhef)
    omhulsel = etree.Element(vorm.dialect.naam("preambule"))
    zet(omhulsel, "redactioneel", "onvolledig")
    voor = [kind for kind in aanhef if kind.tag in (vorm.dialect.naam("kop"), amend_naam("tekst"))]
    aanhef.insert(len(voor), omhulsel)
    al = vorm.sub(omhulsel, "al")
    tekst_in(vorm.sub(al, "vet"), let_op(onvolledig))


def _slotformulering(regeling: etree._Element, vorm: Vorm) -> None:
    """CVDR wants a slotformulering in every sluiting, if need be an empty one."""
    for sluiting in regeling.iterchildren(vorm.dialect.naam("regeling-sluiting")):
        if sluiting.find(vorm.dialect.naam("slotformulering")) is None:
            formule = etree.Element(vorm.dialect.naam("slotformulering"))
            vorm.sub(formule, "al")
            sluiting.insert(0, formule)
