"""CVDR → Regeling: files of the national register of local regulations, and our own store form of them.

Our own form says so (attribute ``amend:opslag`` on the root): nothing in it is interpreted, so that reading what was
written gives the same value. A foreign file is read with care: white space of the layout is dropped, headings in one
element are split, repealed elements recognised, flat lists of leden made leden; identities are given.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from amend.model.identity import geef_wids
from amend.model.melding import Melding
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Node, Soort
from amend.model.vocabulaire import CVDR, CVDR_DIALECT
from amend.read import codes_xml as codes
from amend.read.cvdr_meta import lees_meta
from amend.read.verlies import van_nodes, verlies
from amend.read.xml_blokken import lees_node
from amend.read.xml_herbouw import met_indeling
from amend.read.xml_lezer import Lezer, eigen, lees_runs
from amend.read.xml_veilig import parse_xml


def lees_cvdr(data: bytes, id: str | None = None) -> tuple[Regeling | None, tuple[Melding, ...]]:
    """The regulation in a CVDR file, with findings; None (and an E) when the file cannot be read.

    ``id`` replaces the identifier of the file. Nothing is raised for a bad file.
    """
    root, meldingen = parse_xml(data)
    if root is None:
        return None, meldingen
    lezer = Lezer(CVDR_DIALECT, eigen(root, "opslag") is not None)
    if melding := _verkeerd(lezer, root):
        return None, (melding,)
    try:
        meta = lees_meta(lezer, root, id)
        boom = _boom(lezer, root, meta)
    except (ValueError, TypeError) as fout:
        return None, (*lezer.meldingen, codes.SCHEMA.melding(f"Een eigen kenmerk in het bestand is onjuist: {fout}."))
    if boom is None:
        return None, (*lezer.meldingen, codes.GEEN_TEKST.melding("In het bestand staat geen element <regeling>."))
    bewaard = van_nodes((boom,))
    if not lezer.opslag and (melding := verlies(lezer.kinderen(root, "body"), bewaard)):
        return None, (*lezer.meldingen, melding)
    return Regeling(meta, boom), lezer.meldingen


def _verkeerd(lezer: Lezer, root: etree._Element) -> Melding | None:
    if lezer.naam(root) == "cvdr":
        return None
    naam = etree.QName(root)
    hulp = f'Verwacht wordt <cvdr xmlns="{CVDR}">.'
    if naam.localname == "cvdr":
        tekst = f"De naamruimte van <cvdr> is “{naam.namespace or ''}”; dat is niet die van CVDR."
    else:
        tekst = f"Het bestand begint met <{naam.localname}> en is dus geen CVDR."
    return codes.ANDER_SOORT.melding(tekst, hulp=hulp)


def _boom(lezer: Lezer, root: etree._Element, meta: RegelingMeta) -> Node | None:
    body = lezer.kind(root, "body")
    regeling = lezer.kind(body, "regeling") if body is not None else None
    if body is None or regeling is None:
        return None
    (boom,) = lees_node(lezer, regeling, Soort.REGELING)
    intitule = lezer.kind(body, "intitule")
    if intitule is not None:
        boom = replace(boom, opschrift=lees_runs(lezer, intitule, boom.oorsprong))
    bijgevoegd = tuple(
        node for kind in body if kind is not regeling and kind is not intitule for node in lees_node(lezer, kind)
    )
    boom = replace(boom, kinderen=boom.kinderen + bijgevoegd)
    if not lezer.opslag:
        boom = met_indeling(lezer, boom, regeling)
    if eigen(root, "identiteit") == "onvolledig":
        return boom
    return geef_wids(boom, f"{meta.autoriteit}_1")
