"""Regeling → RegelingKlassiek (or RegelingCompact, RegelingVrijetekst): the text with its eIds and wIds.

The parts come in the order that STOP fixes: opschrift, aanhef, body, closing, annexes, note. Nothing is left out and
nothing made up: what has no place is a refusal that names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from lxml import etree

from amend.model.identity import eids
from amend.model.regeling import Regeling
from amend.model.tree import INDELING, Node, Run, Soort, alle_nodes, platte_tekst
from amend.model.vocabulaire import EXTRA_IN
from amend.write.stop.blokken import Houder, los, schone_wid, zet_identiteit
from amend.write.stop.identiteit import zet_eids, zet_wids
from amend.write.stop.inline import Inline
from amend.write.stop.namen import TEKST, t
from amend.write.stop.plek import Verslag
from amend.write.stop.stil import zonder_stille_delen
from amend.write.stop.structuur import Structuur
from amend.write.stop.toelichtingkop import kop_omhoog
from amend.write.xml_bouw import sub_van

Model = Literal["klassiek", "compact", "vrijetekst"]
_BUITEN: Final = frozenset({Soort.AANHEF, Soort.SLUITING, Soort.BIJLAGE, Soort.TOELICHTING})


@dataclass(frozen=True, slots=True)
class Delen:
    """The parts of a regulation, each in reading order."""

    aanhef: tuple[Node, ...]
    lichaam: tuple[Node, ...]
    sluiting: tuple[Node, ...]
    bijlagen: tuple[Node, ...]
    toelichting: tuple[Node, ...]

    @staticmethod
    def van(root: Node) -> Delen:
        """The parts of a tree."""
        per = {
            soort: tuple(kind for kind in root.kinderen if kind.soort is soort)
            for soort in (Soort.AANHEF, Soort.SLUITING, Soort.BIJLAGE, Soort.TOELICHTING)
        }
        rest = tuple(kind for kind in root.kinderen if kind.soort not in _BUITEN)
        return Delen(per[Soort.AANHEF], rest, per[Soort.SLUITING], per[Soort.BIJLAGE], per[Soort.TOELICHTING])

    @property
    def volgorde(self) -> tuple[Node, ...]:
        """The parts in the order of STOP."""
        return (*self.aanhef, *self.lichaam, *self.sluiting, *self.bijlagen, *self.toelichting)


def bouw_regeling(
    regeling: Regeling, verslag: Verslag, model: Model = "klassiek", *, levering: bool = False
) -> etree._Element:
    """The whole text as an element with eIds and wIds. Findings go to ``verslag``; on a refusal it is incomplete.

    ``levering``: for the schema of the delivery, in which an explanatory note has a heading of its own.
    """
    verslag.vrij = model == "vrijetekst"
    root = zonder_stille_delen(regeling.root)
    delen = Delen.van(root)
    inline = Inline(verslag, frozenset(eid for _, _, eid in eids(root)))
    bouw = Structuur(verslag, inline)
    vrij = model == "vrijetekst" or is_vrij(root)
    soort = "RegelingVrijetekst" if vrij else f"Regeling{model.capitalize()}"
    element: etree._Element = etree.Element(t(soort), nsmap={None: TEKST})
    if delen.volgorde != root.kinderen:
        verslag.anders("de delen staan in de volgorde van STOP: aanhef, tekst, sluiting, bijlagen, toelichting")
    if platte_tekst(root.tekst).strip() or root.label or root.aanduiding:
        verslag.weiger("losse tekst of een nummer bij de hele regeling kan STOP niet bevatten.")
    _opschrift(element, regeling, inline, verslag)
    if vrij:
        _vrij(element, delen, bouw, verslag)
    else:
        schrijf_aanhef(element, delen.aanhef, bouw, model)
        lichaam = sub_van(element, t("Lichaam"))
        bouw.lichaam(lichaam, delen.lichaam, Soort.REGELING)
        if not delen.lichaam:
            verslag.weiger("de regeling heeft geen artikelen.")
        schrijf_sluiting(element, delen.sluiting, bouw, model)
    for bijlage in delen.bijlagen:
        bouw.bijlage(element, bijlage)
    if vrij:
        for node in delen.toelichting:
            bouw.bijlage(element, node)
    elif delen.toelichting:
        toelichting = bouw.toelichting(element, delen.toelichting)
        if levering:
            kop_omhoog(toelichting, verslag)
    zet_eids(element)
    zet_wids(element, versie_van(regeling))
    return element


def versie_van(regeling: Regeling) -> str:
    """The prefix of the wIds of elements that only STOP has."""
    return schone_wid(f"{regeling.meta.autoriteit}_1")


def is_vrij(root: Node) -> bool:
    """True for a text without articles: policy rules, a plan."""
    nodes = [node for kind in root.kinderen if kind.soort not in _BUITEN for node in alle_nodes(kind)]
    return not any(n.soort is Soort.ARTIKEL for n in nodes) and any(n.soort not in INDELING for n in nodes)


def _opschrift(element: etree._Element, regeling: Regeling, inline: Inline, verslag: Verslag) -> None:
    tekst = regeling.root.opschrift
    if not platte_tekst(tekst).strip():
        titel = regeling.meta.titel.strip() or (regeling.meta.citeertitel or "").strip()
        tekst = (Run(titel),) if titel else ()
    opschrift = sub_van(element, t("RegelingOpschrift"))
    if not tekst:
        verslag.weiger("de regeling heeft geen opschrift en geen titel.")
    inline.vul(sub_van(opschrift, t("Al")), tekst)


def schrijf_aanhef(element: etree._Element, nodes: Sequence[Node], bouw: Structuur, model: Model) -> None:
    """The aanhef, with considerans and afkondiging where the lines say so."""
    regels = [regel for node in nodes for regel in (*los(node), *node.kinderen)]
    if not regels:
        return
    if model == "compact":
        bouw.verslag.weiger("een aanhef kan RegelingCompact niet bevatten; kies het model klassiek.")
        return
    aanhef = sub_van(element, t("Aanhef"))
    zet_identiteit(aanhef, nodes[0])
    houder = Houder(aanhef, tussenkop=False, tabel=False, extra=frozenset())
    delen = _aanhefdelen(regels)
    bouw.blokken.schrijf(houder, delen[0])
    for naam_, deel in zip(("Considerans", "Afkondiging"), delen[1:], strict=True):
        if deel:
            bouw.blokken.schrijf(replace(houder, element=sub_van(aanhef, t(naam_))), deel)
    if len(aanhef) == 0:
        element.remove(aanhef)


def _aanhefdelen(regels: Sequence[Node]) -> tuple[Sequence[Node], Sequence[Node], Sequence[Node]]:
    """Lines of the aanhef, of the considerans, of the afkondiging; all in the first when they do not come so."""

    def deel(node: Node) -> int:
        wikkel = (node.attribuut(EXTRA_IN) or "").split("/")[0].split("[")[0]
        return {"considerans": 1, "afkondiging": 2}.get(wikkel, 0)

    rang = [deel(node) for node in regels]
    if rang[0] != 0 or rang != sorted(rang):
        return regels, (), ()
    per = [[node for node, r in zip(regels, rang, strict=True) if r == n] for n in range(3)]
    return per[0], per[1], per[2]


def schrijf_sluiting(element: etree._Element, nodes: Sequence[Node], bouw: Structuur, model: Model) -> None:
    """The closing: formula, date and signatures."""
    regels = [regel for node in nodes for regel in (*los(node), *node.kinderen)]
    if not regels:
        return
    if model == "compact":
        bouw.verslag.weiger("een sluiting kan RegelingCompact niet bevatten; kies het model klassiek.")
        return
    sluiting = sub_van(element, t("Sluiting"))
    zet_identiteit(sluiting, nodes[0])
    for regel in regels:
        if regel.soort in (Soort.AL, Soort.TUSSENKOP):
            deel = _onderdeel_van(sluiting, regel)
            bouw.blokken.schrijf(Houder(deel, tussenkop=False, tabel=False, extra=frozenset()), (regel,))
            if len(deel) == 0 and deel is not sluiting:
                sluiting.remove(deel)
        else:
            groep = sub_van(sluiting, t("Groep"))
            houder = Houder(groep, tussenkop=False, tabel=False, extra=frozenset({"Figuur", "Formule"}))
            bouw.blokken.schrijf(houder, (regel,))
            if len(groep) == 0:
                sluiting.remove(groep)
    if len(sluiting) == 0:
        element.remove(sluiting)


def _onderdeel_van(sluiting: etree._Element, regel: Node) -> etree._Element:
    """The part of the closing that a line stood in: formula, date or signature; the closing itself when in none."""
    naam_ = _DELEN_SLUITING.get((regel.attribuut(EXTRA_IN) or "").partition("/")[0].partition("[")[0])
    if naam_ is None:
        return sluiting
    laatste = sluiting[-1] if len(sluiting) else None
    return laatste if laatste is not None and laatste.tag == t(naam_) else sub_van(sluiting, t(naam_))


_DELEN_SLUITING: Final = {
    "slotformulering": "Slotformulering",
    "dagtekening": "Dagtekening",
    "ondertekening": "Ondertekening",
    "ondertekenaar": "Ondertekening",
}


def _vrij(element: etree._Element, delen: Delen, bouw: Structuur, verslag: Verslag) -> None:
    """A text without articles: everything is Divisie or Divisietekst."""
    verslag.anders("de regeling staat als RegelingVrijetekst in het bestand: alles is er een divisie")
    lichaam = sub_van(element, t("Lichaam"))
    for nodes in (delen.aanhef, delen.lichaam, delen.sluiting):
        binnen = [k for n in nodes for k in ((*los(n), *n.kinderen) if n.soort in _BUITEN else (n,))]
        bouw.divisies(lichaam, binnen)
    if len(lichaam) == 0:
        verslag.weiger("de regeling heeft geen tekst.")


def schrijf_stop(regeling: Regeling, model: Model = "klassiek") -> tuple[etree._Element | None, Verslag]:
    """The text as a document of its own; None when STOP cannot hold it."""
    verslag = Verslag("STOP")
    element = bouw_regeling(regeling, verslag, model)
    element.set("schemaversie", "1.3.0")
    return (None if verslag.geweigerd else element), verslag
