"""Appending elements at the end of a container (F48, F51-F57, F92)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from amend.apply import codes
from amend.apply.alfabetisch import voeg_alfabetisch_in
from amend.apply.begrip import term_van
from amend.apply.bind import STRUCTUUR, bind_een
from amend.apply.bind_lijst import items, leden, lijsten
from amend.apply.bind_tabel import bind_tabel
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.invoegen import (
    controleer_aantal,
    controleer_cellen,
    controleer_volgorde,
    na_invoegen,
    plaats_op_nummer,
)
from amend.apply.kiezen import los, romeins, sorteersleutel, vervallen
from amend.apply.omzetten import nummer_de_tekst
from amend.apply.payload import INHOUD, als_elementen, nieuwe
from amend.apply.register import HOUDERS
from amend.apply.stubs import maak_vrij
from amend.apply.tekst_in import voeg_tekst_toe
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Niveau, Plaats
from amend.model.numbering import volgt_op
from amend.model.operations import VoegTekstToe, VoegToe
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort, platte_tekst

_ZINNEN = frozenset({"volzin", "zin", "volzinnen", "zinnen"})


def voeg_toe(werk: Werk, op: VoegToe) -> None:
    """Execute "Aan X wordt ... toegevoegd"."""
    if len(op.doel) > 1:
        werk.weiger(codes.ADRES, "de instructie voegt dezelfde tekst toe aan meer dan één element.")
    if op.soort in _ZINNEN:
        voeg_tekst_toe(
            werk,
            VoegTekstToe(
                doel=op.doel, nieuw=op.nieuw, soort="volzin", aantal=op.aantal, inhoud=op.inhoud, spanne=op.spanne
            ),
        )
        return
    nodes = nieuwe(werk, op.inhoud, op.nieuw)
    if op.plaats == "alfabetisch":
        voeg_alfabetisch_in(werk, op.doel[0] if op.doel else None, nodes, op.aantal)
        return
    plaats = op.doel[0] if op.doel else _zonder_houder(werk, op)
    houder = bind_een(werk, plaats)
    if houder.deel is not Deel.ELEMENT:
        werk.weiger(codes.ADRES, f"aan {zeg(plaats)} kan geen element worden toegevoegd.")
    _kies(werk, op, houder, nodes)


def _zonder_houder(werk: Werk, op: VoegToe) -> Plaats:
    """No container named: only an element of the regulation itself has an obvious one."""
    if op.soort not in STRUCTUUR:
        werk.weiger(codes.ADRES, "de instructie noemt niet waaraan wordt toegevoegd.", "Noem het artikel of lid.")
    return Plaats((Niveau("regeling"),))


def _als_regels(werk: Werk, op: VoegToe, houder: Doelwit, nodes: Sequence[Node]) -> bool:
    """A numbered line ("2.3 Het tarief …") at the end of a part of an annex whose lines are numbered so (rates)."""
    in_bijlage = any(werk.node(houder.pad[:d]).soort is Soort.BIJLAGE for d in range(len(houder.pad) + 1))
    if op.soort != "onderdeel" or not in_bijlage or any(node.soort is not Soort.AL for node in nodes):
        return False
    kinderen = werk.node(houder.pad).kinderen
    if not all(_NUMMERREGEL.match(platte_tekst(node.tekst)) for node in nodes) or not kinderen:
        return False
    if kinderen[-1].soort is not Soort.AL or not _NUMMERREGEL.match(platte_tekst(kinderen[-1].tekst)):
        return False
    werk.vervang_kinderen(houder.pad, len(kinderen), len(kinderen), nodes)
    return True


_NUMMERREGEL = re.compile(r"\d+(?:\.\d+)+\.?\s")


def _kies(werk: Werk, op: VoegToe, houder: Doelwit, nodes: Sequence[Node]) -> None:
    if _als_regels(werk, op, houder, nodes):
        return
    soort = _soort(op, nodes, werk.node(houder.pad))
    if soort is Soort.RIJ:
        _rijen(werk, op, houder, nodes)
        return
    if soort in INHOUD:
        _alinea(werk, op, houder, nodes)
        return
    if op.soort in ("begrip", "streepje") and soort in ITEMS:
        nodes = _als_streepjes(werk, nodes, soort)
    elementen = als_elementen(werk, nodes, soort, houder.plaats, op.nummer[0] if len(op.nummer) == 1 else "")
    controleer_aantal(werk, op.aantal, op.nummer, elementen)
    if soort is Soort.LID:
        _leden(werk, houder, elementen)
    elif elementen[0].soort in ITEMS:
        _onderdelen(werk, houder, elementen)
    elif soort in STRUCTUUR.values():
        _in_indeling(werk, houder, elementen)
    else:
        werk.weiger(codes.SOORT, f"aan {zeg(houder.plaats)} kan geen {soort.value} worden toegevoegd.")


def _als_streepjes(werk: Werk, nodes: Sequence[Node], soort: Soort) -> tuple[Node, ...]:
    """F48: a definition given as plain text becomes an item of the list, when the items there have no letter."""
    if soort is Soort.ONDERDEEL:
        return tuple(nodes)
    return tuple(
        Node(soort, kinderen=(node,), oorsprong=werk.oorsprong) if node.soort is Soort.AL else node for node in nodes
    )


def _soort(op: VoegToe, nodes: Sequence[Node], houder: Node) -> Soort:
    getoond = nodes[0].soort
    if getoond is Soort.LIJST and nodes[0].kinderen:
        getoond = nodes[0].kinderen[0].soort
    aangekondigd = {"lid": Soort.LID, "onderdeel": Soort.ONDERDEEL, "rij": Soort.RIJ} | STRUCTUUR
    if op.soort == "lid" and getoond is Soort.ONDERDEEL and nodes[0].soort is Soort.LIJST:
        getoond = Soort.LID
    if op.soort in ("begrip", "streepje") and getoond is Soort.AL:
        eerste = next(
            (kind for lijst in houder.kinderen if lijst.soort is Soort.LIJST for kind in lijst.kinderen), None
        )
        return eerste.soort if eerste is not None else Soort.AL
    if getoond in INHOUD or (getoond is Soort.ONDERDEEL and op.soort == "lid"):
        return aangekondigd.get(op.soort, getoond)
    if op.soort == "onderdeel" and getoond is Soort.LID:
        return Soort.ONDERDEEL
    return Soort.RIJ if getoond is Soort.TABEL and op.soort == "rij" else getoond


def _leden(werk: Werk, houder: Doelwit, elementen: Sequence[Node]) -> None:
    """F51, F57: leden at the end; the number must follow, or says an earlier place."""
    node = werk.node(houder.pad)
    if node.soort is not Soort.ARTIKEL:
        werk.weiger(
            codes.SOORT, f"aan {zeg(houder.plaats)} kan geen lid worden toegevoegd; dat kan alleen aan een artikel."
        )
    if not leden(node, houder.pad):
        werk.vraag(
            codes.EERST_NUMMEREN,
            f"{zeg(houder.plaats)} heeft geen leden; de bestaande tekst moet eerst de aanduiding “1.” krijgen.",
            "“Uitvoeren” nummert de bestaande tekst als lid 1.",
        )
        nummer_de_tekst(werk, houder, "1")
    for element in elementen:
        _aan_rij(werk, houder.pad, houder.plaats, element, [k for _, k in leden(werk.node(houder.pad), houder.pad)])


def _aan_rij(werk: Werk, houder: Pad, plaats: Plaats, element: Node, rij: Sequence[Node]) -> None:
    """Append one numbered element to its siblings; refuse a number that leaves a gap."""
    nummers = [k.nummer for k in rij if k.nummer]
    if any(los(n) == los(element.nummer) for n in nummers):
        werk.weiger(
            codes.BEZET,
            f"{beschrijf(element)} bestaat al in {zeg(plaats)}.",
            "Geef een vrij nummer, of vernummer eerst het bestaande element.",
        )
    als_romeins = romeins(nummers)
    laatste = nummers[-1] if nummers else ""
    if not laatste or volgt_op(element.nummer, laatste):
        _achteraan(werk, houder, element, rij)
        return
    if sorteersleutel(element.nummer, als_romeins=als_romeins) < sorteersleutel(laatste, als_romeins=als_romeins):
        werk.meld(
            codes.TOEVOEGEN_ALS_INVOEGEN,
            f"{beschrijf(element)} is naar zijn nummer ingevoegd in {zeg(plaats)}, niet aan het slot.",
        )
        plaats_op_nummer(werk, houder, element)
        return
    if _volgende_met_letter(element.nummer, laatste):
        _achteraan(werk, houder, element, rij)
        return
    werk.weiger(
        codes.AANSLUITING,
        f"{beschrijf(element)} sluit niet aan op {rij[-1].soort.value} {laatste}, het laatste van {zeg(plaats)}.",
        "Controleer of tussenliggende elementen ontbreken.",
    )


def _volgende_met_letter(nummer: str, laatste: str) -> bool:
    """3a after 3, n1 after n: an addition to the last number; 5 after 3 or 4a after 3 leaves a gap."""
    return nummer in (f"{laatste}a", f"{laatste}1", f"{laatste}A", f"{laatste} bis", f"{laatste}bis")


def _achteraan(werk: Werk, houder: Pad, element: Node, rij: Sequence[Node]) -> None:
    laatste = rij[-1] if rij else None
    node = werk.node(houder)
    ouder = houder
    if laatste is not None and element.soort in ITEMS:
        ouder = next(pad[:-1] for pad, kind in items(node, houder) if kind is laatste)
        node = werk.node(ouder)
    index = next((i + 1 for i, kind in enumerate(node.kinderen) if kind is laatste), len(node.kinderen))
    werk.vervang_kinderen(ouder, index, index, (element,))
    na_invoegen(werk, ouder, (element,))


def _onderdelen(werk: Werk, houder: Doelwit, elementen: Sequence[Node]) -> None:
    """F48, F52: items at the end of the one list; a new list only after an aanhef that ends in a colon."""
    node = werk.node(houder.pad)
    if node.soort is Soort.ARTIKEL and leden(node, houder.pad):
        met_lijst = [k for k in leden(node, houder.pad) if items(k[1], k[0])]
        werk.weiger(
            codes.GEEN_LIJST,
            f"{zeg(houder.plaats)} heeft leden; onzeker is aan welk lid het onderdeel wordt toegevoegd.",
            f"Noem het lid ({', '.join('lid ' + k.nummer for _, k in met_lijst)} heeft onderdelen)."
            if met_lijst
            else None,
        )
    if not lijsten(node, houder.pad) and _als_alineas(werk, houder, elementen):
        return
    if not lijsten(node, houder.pad):
        _nieuwe_lijst(werk, houder, elementen)
        return
    for element in elementen:
        _onderdeel(werk, houder, element)


def _als_alineas(werk: Werk, houder: Doelwit, elementen: Sequence[Node]) -> bool:
    """Definitions where the existing ones are plain text blocks ("term: text"): appended as such."""
    node = werk.node(houder.pad)
    begrippen = [i for i, kind in enumerate(node.kinderen) if kind.soort is Soort.AL and term_van(kind)]
    los = [kind for e in elementen if not e.nummer and len(e.kinderen) == 1 for kind in e.kinderen if term_van(kind)]
    if len(begrippen) < 2 or len(los) != len(elementen):
        return False
    werk.vervang_kinderen(houder.pad, begrippen[-1] + 1, begrippen[-1] + 1, los)
    return True


def _onderdeel(werk: Werk, houder: Doelwit, element: Node) -> None:
    rij = [kind for _, kind in items(werk.node(houder.pad), houder.pad)]
    if not element.nummer and rij and not rij[-1].nummer:
        if len(lijsten(werk.node(houder.pad), houder.pad)) > 1:
            werk.weiger(
                codes.GEEN_LIJST, f"{zeg(houder.plaats)} heeft meer dan één opsomming; onzeker is welke is bedoeld."
            )
        _achteraan(werk, houder.pad, replace(element, soort=rij[-1].soort, aanduiding=rij[-1].aanduiding), rij)
        return
    if not element.nummer or not rij or not rij[-1].nummer:
        werk.weiger(
            codes.GEEN_LIJST,
            f"het nieuwe onderdeel en de opsomming van {zeg(houder.plaats)} zijn niet allebei genummerd.",
            "Geef het onderdeel de aanduiding die bij de opsomming past.",
        )
    _aan_rij(werk, houder.pad, houder.plaats, element, rij)


def _nieuwe_lijst(werk: Werk, houder: Doelwit, elementen: Sequence[Node]) -> None:
    node = werk.node(houder.pad)
    aanhef = platte_tekst(node.kinderen[-1].tekst).rstrip() if node.kinderen else ""
    begint = elementen[0].nummer in ("a", "1", "1°", "i", "")
    if not aanhef.endswith(":") or not begint or any(kind.soort is not Soort.AL for kind in node.kinderen):
        werk.weiger(
            codes.GEEN_LIJST,
            f"{zeg(houder.plaats)} heeft geen opsomming waaraan een onderdeel kan worden toegevoegd.",
            "Controleer het lid of onderdeel dat de instructie noemt.",
        )
    werk.meld(codes.LIJST_GEMAAKT, f"in {zeg(houder.plaats)} is een opsomming gemaakt na “{aanhef[-30:]}”.")
    lijst = Node(Soort.LIJST, kinderen=tuple(elementen), oorsprong=werk.oorsprong)
    einde = len(node.kinderen)
    werk.vervang_kinderen(houder.pad, einde, einde, (lijst,))


def _in_indeling(werk: Werk, houder: Doelwit, elementen: Sequence[Node]) -> None:
    """F54, F50: articles at the end of a division, divisions in a division, annexes at the end of the regulation."""
    node = werk.node(houder.pad)
    soort = elementen[0].soort
    if node.soort not in HOUDERS or (node.soort in INDELING and soort is Soort.BIJLAGE):
        werk.weiger(codes.SOORT, f"aan {zeg(houder.plaats)} kan geen {soort.value} worden toegevoegd.")
    if any(element.soort is not soort for element in elementen):
        werk.weiger(codes.SOORT, "de nieuwe tekst bevat elementen van verschillend niveau.")
    for element in elementen:
        if soort is Soort.ARTIKEL or soort is Soort.BIJLAGE or any(k.soort is soort for k in node.kinderen):
            maak_vrij(werk, (*houder.pad, 0), soort, element.nummer)
    index = _einde(werk, houder, soort)
    werk.vervang_kinderen(houder.pad, index, index, elementen)
    controleer_volgorde(werk, houder.pad, index, elementen)


def _einde(werk: Werk, houder: Doelwit, soort: Soort) -> int:
    """Where "the end" is: after the last of its kind; before closing, annexes and explanatory text."""
    node = werk.node(houder.pad)
    eigen = [i for i, kind in enumerate(node.kinderen) if kind.soort is soort]
    staart = {Soort.SLUITING, Soort.TOELICHTING} | (set() if soort is Soort.BIJLAGE else {Soort.BIJLAGE})
    lijf = [i for i, kind in enumerate(node.kinderen) if kind.soort not in staart]
    if soort is Soort.BIJLAGE:
        einde = max((i for i, kind in enumerate(node.kinderen) if kind.soort is not Soort.TOELICHTING), default=-1) + 1
        return eigen[-1] + 1 if eigen else einde
    achter = [i for i in lijf if not eigen or i > eigen[-1]]
    if eigen and any(node.kinderen[i].soort in INDELING | {Soort.ARTIKEL} for i in achter):
        werk.weiger(
            codes.INDELING_NIEUW,
            f"in {zeg(houder.plaats)} staan na {beschrijf(node.kinderen[eigen[-1]])} nog andere elementen.",
            "Noem het element waarna wordt ingevoegd.",
        )
    anders = {kind.soort for kind in node.kinderen if kind.soort in INDELING | {Soort.ARTIKEL} and not vervallen(kind)}
    if not eigen and anders and (node.soort is Soort.REGELING or soort is Soort.ARTIKEL):
        werk.weiger(
            codes.INDELING_NIEUW,
            f"{zeg(houder.plaats)} is ingedeeld in {', '.join(sorted(s.value for s in anders))}; "
            f"onzeker is waar het nieuwe {soort.value} komt.",
            "Noem de indeling of het element waarna wordt ingevoegd.",
        )
    return (lijf[-1] + 1) if lijf else 0


def _rijen(werk: Werk, op: VoegToe, houder: Doelwit, nodes: Sequence[Node]) -> None:
    """F92: rows at the end of the one table in the container."""
    pad = houder.pad
    if werk.node(pad).soort is not Soort.TABEL:
        pad = bind_tabel(werk, houder, Niveau("tabel"), houder.plaats.met(Niveau("tabel")))[0].pad
    rijen = [kind for node in nodes for kind in (node.kinderen if node.soort is Soort.TABEL else (node,))]
    controleer_cellen(werk, werk.node(pad), rijen)
    controleer_aantal(werk, op.aantal, (), rijen)
    index = max(i for i, kind in enumerate(werk.node(pad).kinderen) if kind.soort is Soort.RIJ) + 1
    laatste = werk.node(pad).kinderen[index - 1]
    werk.vervang_kinderen(pad, index, index, (replace(rij, extra=rij.extra or laatste.extra) for rij in rijen))


def _alinea(werk: Werk, op: VoegToe, houder: Doelwit, nodes: Sequence[Node]) -> None:
    """A text block at the end of a lid, item or article without leden."""
    node = werk.node(houder.pad)
    if op.soort not in ("alinea", "tekst", "tabel", "slot") or node.soort in HOUDERS - {Soort.BIJLAGE, Soort.DIVISIE}:
        werk.weiger(
            codes.SOORT,
            f"de nieuwe tekst voor {zeg(houder.plaats)} heeft geen aanduiding; onzeker is wat wordt toegevoegd.",
            "Laat de nieuwe tekst beginnen met haar aanduiding (aanwijzing 6.9).",
        )
    if leden(node, houder.pad):
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(houder.plaats)} heeft leden; noem het lid.")
    if op.aantal is not None and op.aantal != len(nodes):
        werk.weiger(
            codes.AANTAL, f"de instructie kondigt {op.aantal} alinea’s aan, maar de nieuwe tekst bevat er {len(nodes)}."
        )
    einde = len(node.kinderen)
    werk.vervang_kinderen(houder.pad, einde, einde, nodes)
