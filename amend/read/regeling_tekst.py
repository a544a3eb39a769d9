"""A regulation as plain text → :class:`Regeling`: the page of lokaleregelgeving, or the bare text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from amend.model.identity import geef_wids
from amend.model.melding import Melding
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Node, Soort, alinea, alle_nodes, runs, zichtbare_tekst
from amend.read import codes
from amend.read.controle import controleer
from amend.read.datums import datums_in
from amend.read.eigen_kop import EigenKop, neem_kop
from amend.read.kop_boven import koppen_boven
from amend.read.koppen import is_sluiting, is_toelichting, kop_van
from amend.read.pagina import lees_meta, verdeel
from amend.read.regels import Regel, lees_regels, meldingen_over
from amend.read.structuur import Waarin, bouw

_DAG_NA: Final = re.compile(
    r"treedt in werking (?:met ingang van|op) (?:de )?(?:eerste )?dag na (?:die van |de (?:datum|dag) van )?"
    r"(?:(?:haar|zijn|de) )?(?:bekendmaking|uitgifte|publicatie)",
    re.IGNORECASE,
)
_CITEERTITEL: Final = re.compile(
    r"(?:wordt|kan worden) aangehaald (?:als|onder de naam|met de titel)\s*:?\s*"
    r"[“\"‘'«„]?(?P<titel>[^”\"»“„]+?)[”\"’'»]?\s*\.?$"
)


def lees_regeling_tekst(tekst: str, id: str) -> tuple[Regeling | None, tuple[Melding, ...]]:
    """The regulation in ``tekst``. Errors as findings: E102 empty, E104 no articles; None when there is nothing."""
    kop = neem_kop(tekst)
    if kop is not None:
        tekst = kop.tekst
    regels = lees_regels(tekst)
    if not regels:
        return None, (codes.LEEG.melding("De tekst is leeg.", None, "Kies een ander bestand."),)
    meta, meldingen, lichaam = RegelingMeta(id=id), list(meldingen_over(regels, tekst)), list(regels)
    delen = verdeel(regels)
    if delen is not None:
        meta, gevonden = lees_meta(delen.meta, meta)
        meldingen += gevonden
        lichaam = [r for r in delen.tekst if r.heel != "Intitulé"]
        meta = replace(meta, overig=meta.overig + tuple(("pagina", r.heel) for r in delen.residu))
    titel = "" if delen is None else meta.titel
    lichaam, over_koppen = koppen_boven(lichaam, 0 if kop or titel else 1)
    root, uit_bouw = _lees_lichaam(lichaam, titel, kop)
    meldingen += [*over_koppen, *uit_bouw]
    if not any(node.soort in (Soort.ARTIKEL, Soort.DIVISIE, Soort.BIJLAGE) for node in alle_nodes(root)):
        plek = lichaam[0].plek if lichaam else None
        meldingen.append(codes.GEEN_ARTIKELEN.melding("In deze tekst is geen artikel gevonden.", plek))
        return None, tuple(meldingen)
    meta, afgeleid = _leid_af(kop.in_meta(meta) if kop else meta, root)
    meldingen += afgeleid + controleer(root)
    return Regeling(meta, geef_wids(root, f"{meta.autoriteit}_1")), tuple(meldingen)


def _lees_lichaam(regels: Sequence[Regel], titel: str, kop: EigenKop | None) -> tuple[Node, list[Melding]]:
    """The tree: intitulé (heading of the root), aanhef, body, closing, annexes, explanatory note."""
    begin = next((i for i, r in enumerate(regels) if _is_kop(r)), len(regels))
    begin = begin if begin < len(regels) else min(0 if kop else 1, len(regels))
    sluiting = next((i for i, r in enumerate(regels) if i >= begin and is_sluiting(r.tekst)), len(regels))
    einde = next((i for i, r in enumerate(regels) if i >= sluiting and _na_sluiting(r)), len(regels))
    vanaf = sluiting if sluiting < len(regels) else begin
    toelichting = next((i for i, r in enumerate(regels) if i >= vanaf and is_toelichting(r.heel)), len(regels))
    sluiting, einde = min(sluiting, toelichting), min(einde, toelichting)
    intitule, aanhef = (kop.opschrift, regels[:begin]) if kop else _splits_aanhef(regels[:begin], titel)
    lichaam, eerste = bouw(regels[begin:sluiting], Waarin("regeling"))
    bijlagen, tweede = bouw(regels[einde:toelichting], Waarin("regeling"))
    slot, derde = bouw(regels[toelichting:], Waarin("bijlage"))
    kinderen = [Node(Soort.AANHEF, kinderen=tuple(alinea(r.heel) for r in aanhef))] if aanhef else []
    kinderen += lichaam
    if einde > sluiting:
        kinderen.append(Node(Soort.SLUITING, kinderen=tuple(alinea(r.heel) for r in regels[sluiting:einde])))
    kinderen += bijlagen
    if slot:
        kinderen.append(Node(Soort.TOELICHTING, kinderen=slot))
    root = Node(Soort.REGELING, opschrift=runs(intitule), kinderen=tuple(kinderen))
    return root, [*eerste, *tweede, *derde]


def _is_kop(regel: Regel) -> bool:
    return not regel.merk and kop_van(regel.tekst) is not None


def _na_sluiting(regel: Regel) -> bool:
    kop = kop_van(regel.tekst) if not regel.merk else None
    return is_toelichting(regel.tekst) or (kop is not None and kop.soort is Soort.BIJLAGE)


def _splits_aanhef(regels: Sequence[Regel], titel: str) -> tuple[str, Sequence[Regel]]:
    """The intitulé is the first line (with its second part when a title runs on), the rest is aanhef."""
    if not regels:
        return titel, ()
    return regels[0].heel, regels[1:]


def _leid_af(meta: RegelingMeta, root: Node) -> tuple[RegelingMeta, list[Melding]]:
    """What the text itself says: title, citation title, date of adoption, publication day."""
    titel = meta.titel or "".join(run.tekst for run in root.opschrift)
    meta = replace(meta, titel=titel, citeertitel=meta.citeertitel or _citeertitel(root))
    if meta.vastgesteld is None:
        slot = next((node for node in root.kinderen if node.soort is Soort.SLUITING), None)
        dagen = datums_in(zichtbare_tekst(slot)) if slot else []
        meta = replace(meta, vastgesteld=dagen[0] if dagen else None)
    bepaling = next((n for n in alle_nodes(root) if n.soort is Soort.AL and _DAG_NA.search(_plat(n))), None)
    if meta.bekend or meta.inwerkingtreding is None or bepaling is None:
        return meta, []
    bekend = meta.inwerkingtreding - timedelta(days=1)
    zin = f"De datum van bekendmaking ({bekend:%d-%m-%Y}) is afgeleid uit “{_DAG_NA.search(_plat(bepaling))[0]}”."  # type: ignore[index]
    meta = replace(meta, bekend=bekend, opmerkingen=(*meta.opmerkingen, zin))
    return meta, [codes.BEKEND_AFGELEID.melding(zin, None, "Controleer de datum in de bekendmaking.")]


def _citeertitel(root: Node) -> str | None:
    for node in alle_nodes(root):
        treffer = _CITEERTITEL.search(_plat(node)) if node.soort is Soort.AL else None
        if treffer:
            return treffer["titel"].strip()
    return None


def _plat(node: Node) -> str:
    return "".join(run.tekst for run in node.tekst)
