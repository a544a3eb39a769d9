"""What must hold before an operation may be executed: quoted present text, a period, a condition (F75, F99, F107)."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from amend.apply import codes
from amend.apply.bind import bind_een
from amend.apply.blokken import BUITEN
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.werk import Werk, zeg
from amend.apply.zoeken import normaal
from amend.model.operations import Handeling, Kader, MetDoel, Vernummer, Vervang, Voorwaarde
from amend.model.tree import Node, Pad, Soort, alle_nodes, loop, platte_tekst, zichtbare_tekst


def toets(werk: Werk, op: Handeling) -> None:
    """Refuse, or ask about, an operation whose own condition is not known to hold."""
    if isinstance(op, Kader):
        return  # it does nothing itself; what stands below it has the condition too
    if op.voorwaarde is not None:
        werk.vraag(
            codes.VOORWAARDE,
            f"de opdracht geldt alleen als {_zeg_voorwaarde(op.voorwaarde)}.",
            "“Uitvoeren” als die voorwaarde is vervuld, “overslaan” als zij dat niet is.",
        )
    if op.einde is not None:
        werk.vraag(
            codes.LEESREGEL_ZONDER_DAG,
            f"de bepaling geldt alleen van {op.ingang} tot {op.einde} en wijzigt de tekst niet.",
            "Vraag de tekst op voor een dag in die periode; “uitvoeren” geeft de tekst zoals zij dan wordt gelezen.",
        )
    if op.luidt is not None:
        _luidt(werk, op, op.luidt)


def _zeg_voorwaarde(v: Voorwaarde) -> str:
    if v.wanneer == "wet":
        return f"het “{v.besluit}” tot wet is verheven"
    dan = f"{'met' if v.wanneer == 'tegelijk' else 'dan'} {v.dan or 'dit besluit'}"
    return f"“{v.besluit}” {v.wanneer} in werking treedt {dan}"


def _luidt(werk: Werk, op: Handeling, citaat: str) -> None:
    """F75: the quoted text must be the present text of the one target."""
    doelen = op.van if isinstance(op, Vernummer) else op.doel if isinstance(op, MetDoel) else ()
    if not doelen and isinstance(op, Vervang):
        return
    if len(doelen) != 1:
        werk.weiger(codes.ADRES, "de aangehaalde tekst hoort niet bij precies één element.", "Noem één element.")
    plek = bind_een(werk, doelen[0])
    tekst = _tekst(werk, plek)
    if _kaal(citaat) in {_kaal(tekst), _kaal(_zonder_nummer(werk.node(plek.pad)))}:
        return
    werk.weiger(
        codes.LUIDT_ANDERS,
        f"volgens de instructie luidt {zeg(doelen[0])} “{_kort(citaat)}”, maar dat is niet de tekst.",
        f"Er staat: “{_kort(tekst)}”. {_verschil(citaat, _zonder_nummer(werk.node(plek.pad)))}".strip(),
    )


def zoek_tekst(werk: Werk, citaat: str) -> list[Pad]:
    """The text blocks of articles and annexes that read exactly ``citaat``."""
    return [
        (i, *pad)
        for i, kind in enumerate(werk.root.kinderen)
        if kind.soort not in BUITEN
        for pad, node in loop(kind)
        if node.soort is Soort.AL and _kaal(platte_tekst(node.tekst)) == _kaal(citaat)
    ]


def _tekst(werk: Werk, plek: Doelwit) -> str:
    node = werk.node(plek.pad)
    if plek.deel is Deel.OPSCHRIFT:
        return platte_tekst(node.opschrift)
    if plek.deel is Deel.TEKENS:
        return platte_tekst(node.tekst)[plek.van : plek.tot]
    if plek.deel is Deel.BLOKKEN:
        return " ".join(zichtbare_tekst(kind) for kind in node.kinderen[plek.van : plek.tot])
    return zichtbare_tekst(node)


def _zonder_nummer(node: Node) -> str:
    """The text of an element without its own number and heading."""
    return " ".join(
        " ".join(filter(None, (deel.label, deel.aanduiding, platte_tekst(deel.opschrift), platte_tekst(deel.tekst))))
        if deel is not node
        else platte_tekst(deel.tekst)
        for deel in alle_nodes(node)
    )


def _kaal(tekst: str) -> str:
    """For comparison: one kind of quote, dash and space; no case; no closing full stop."""
    return re.sub(r"\s+", " ", normaal(tekst)[0]).strip().rstrip(".").casefold()


def _kort(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= 160 else plat[:157] + "…"


def _verschil(citaat: str, tekst: str) -> str:
    """The first words that differ."""
    een, ander = citaat.split(), tekst.split()
    for soort, a, b, c, d in SequenceMatcher(None, een, ander, autojunk=False).get_opcodes():
        if soort != "equal":
            return f"Eerste verschil: “{' '.join(een[a:b])}” tegenover “{' '.join(ander[c:d])}”."
    return ""
