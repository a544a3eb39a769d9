"""Replacing whole elements: "X komt te luiden" (F01-F16, F89-F91; rules G12, G13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from amend.apply import codes
from amend.apply.beeld import vervang_beeld
from amend.apply.begrip import norm, term_van
from amend.apply.bind import bind_alle
from amend.apply.bind_tabel import celtekst
from amend.apply.citaat_mis import noem
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.kiezen import los, vervallen
from amend.apply.lijsten import controleer_slot
from amend.apply.opschriften import vervang_opschrift_op
from amend.apply.payload import INHOUD, als_alineas, als_elementen, erf, nieuwe
from amend.apply.stubs import laat_vervallen, maak_vrij
from amend.apply.tekst_in import aaneengesloten, vervang_zinnen
from amend.apply.toets import zoek_tekst
from amend.apply.was_wordt import vervang_naast
from amend.apply.werk import Werk, zeg
from amend.model.operations import Vervang
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort, platte_tekst, runs

_GENUMMERD = INDELING | {Soort.ARTIKEL, Soort.LID, Soort.ONDERDEEL, Soort.BIJLAGE, Soort.DIVISIE}


def vervang(werk: Werk, op: Vervang) -> None:
    """Execute "komt te luiden" on one or more places."""
    if op.luidt is not None and op.nieuw and not op.doel:
        _zonder_plaats(werk, op.luidt, op.nieuw)
        return
    if op.luidt is not None and op.luidt == op.nieuw:
        return  # the text that had to come out of the step did: toets compared it
    plekken = bind_alle(werk, op.doel, stub_ok=True)
    if not plekken:
        werk.weiger(codes.ADRES, "de instructie noemt geen element dat wordt vervangen.")
    if len(plekken) == 1 and plekken[0].plaats.laatste.soort == "figuur":
        vervang_beeld(werk, plekken[0], op.inhoud)
    elif len(plekken) == 1 and op.luidt is not None and op.nieuw and plekken[0].deel is Deel.ELEMENT:
        vervang_naast(werk, plekken[0], op.nieuw)
    elif all(plek.deel is Deel.ELEMENT for plek in plekken):
        _elementen(werk, op, plekken)
    elif len(plekken) == 1:
        _deel(werk, op, plekken[0])
    elif all(plek.deel is Deel.TEKENS for plek in plekken):
        vervang_zinnen(werk, aaneengesloten(werk, plekken), nieuwe(werk, op.inhoud, op.nieuw))
    else:
        _aanhef_en_onderdelen(werk, op, plekken)


def _zonder_plaats(werk: Werk, oud: str, nieuw: str) -> None:
    """F93: a row of old and new text that names no element: the one block with the old text, after a question."""
    raak = zoek_tekst(werk, oud)
    if len(raak) != 1:
        werk.weiger(
            codes.LUIDT_ANDERS,
            f"de oude tekst “{oud[:80]}” staat op {len(raak)} plaatsen en de rij noemt geen element.",
            "Noem het artikel en het lid in de rij.",
        )
    werk.vraag(
        codes.RIJ_ZONDER_PLAATS,
        f"de rij noemt geen element; de oude tekst “{oud[:80]}” staat alleen in {noem(werk.root, raak[0])}.",
        "“Uitvoeren” wijzigt de tekst daar.",
    )
    node = werk.node(raak[0])
    werk.zet(raak[0], replace(node, tekst=runs(nieuw, werk.oorsprong)))


def _elementen(werk: Werk, op: Vervang, plekken: Sequence[Doelwit]) -> None:
    soorten = {werk.node(plek.pad).soort for plek in plekken}
    soort = werk.node(plekken[0].pad).soort
    if soort is Soort.REGELING:
        werk.weiger(codes.ADRES, "de hele regeling kan niet als element worden vervangen.")
    if soorten - {soort} and not soorten <= ITEMS:
        werk.weiger(codes.SOORT, "de instructie vervangt elementen van verschillend niveau door één tekst.")
    nodes = nieuwe(werk, op.inhoud, op.nieuw)
    if soort in (Soort.AL, Soort.CEL, Soort.TABEL, Soort.RIJ, Soort.TUSSENKOP):
        _ongenummerd(werk, op, plekken, nodes)
        return
    enige = werk.node(plekken[0].pad).nummer if len(plekken) == 1 else ""
    if soorten <= {Soort.STREEPJE, Soort.BEGRIP} and (paren := _op_term(werk, plekken, nodes)):
        for plek, bij in paren:
            _streepje(werk, op, plek, bij)
        return
    if plekken[0].plaats.laatste.soort == "begrip" and len(plekken) == 1:
        nodes = _met_letter(werk, plekken[0], nodes)
    elementen = als_elementen(werk, nodes, soort, plekken[0].plaats, enige)
    _controleer_aantal(werk, op, elementen)
    if len(plekken) == 1 and len(elementen) > 1 and (op.aantal or len(op.nummer) > 1):
        _een_naar_meer(werk, plekken[0], elementen)
    elif len(plekken) > 1 and len(elementen) == 1:
        _meer_naar_een(werk, plekken, elementen[0])
    elif len(plekken) != len(elementen) and op.aantal and _aaneen(plekken):
        _meer_naar_meer(werk, plekken, elementen)
    else:
        _een_op_een(werk, plekken, elementen)


def _controleer_aantal(werk: Werk, op: Vervang, elementen: Sequence[Node]) -> None:
    if op.aantal is not None and op.aantal != len(elementen):
        werk.weiger(
            codes.AANTAL,
            f"de instructie kondigt {op.aantal} elementen aan, maar de nieuwe tekst bevat er {len(elementen)}.",
        )


def _op_term(werk: Werk, plekken: Sequence[Doelwit], nodes: Sequence[Node]) -> list[tuple[Doelwit, Sequence[Node]]]:
    """Items without number, each with its new text: of more than one by the term; empty when they do not pair."""
    if len(plekken) == 1:
        return [(plekken[0], nodes)]
    nieuw = [k for node in nodes for k in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    per_term = {norm(term_van(node) or ""): node for node in nieuw if node.soort in ITEMS}
    termen = [norm(term_van(werk.node(plek.pad)) or "") for plek in plekken]
    if "" in per_term or len(per_term) != len(nieuw) or sorted(termen) != sorted(per_term):
        return []
    return [(plek, (per_term[term],)) for plek, term in zip(plekken, termen, strict=True)]


def _met_letter(werk: Werk, plek: Doelwit, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """A definition named by its term in a lettered list: the payload needs no letter, the old one stays."""
    kinderen = [k for node in nodes for k in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    oud = werk.node(plek.pad)
    if len(kinderen) == 1 and kinderen[0].soort in ITEMS and not kinderen[0].nummer:
        return (replace(kinderen[0], soort=oud.soort, nummer=oud.nummer, aanduiding=oud.aanduiding),)
    return tuple(nodes)


def _een_op_een(werk: Werk, plekken: Sequence[Doelwit], elementen: Sequence[Node]) -> None:
    oud = {werk.node(plek.pad).nummer: plek for plek in plekken}
    if len(elementen) != len(plekken) or len(oud) != len(plekken):
        werk.weiger(
            codes.AANTAL,
            f"de instructie vervangt {len(plekken)} elementen, maar de nieuwe tekst bevat er {len(elementen)}.",
            "Oude en nieuwe elementen moeten een voor een overeenkomen.",
        )
    for element in elementen:
        plek = oud.pop(element.nummer, None) or _los_gelijk(werk, oud, element)
        zet_vervanging(werk, plek, element)


def _los_gelijk(werk: Werk, oud: dict[str, Doelwit], element: Node) -> Doelwit:
    raak = [nummer for nummer in oud if los(nummer) == los(element.nummer)]
    if len(raak) != 1:
        verwacht = ", ".join(oud) or "geen"
        werk.weiger(
            codes.NUMMER,
            f"de nieuwe tekst heeft nummer “{element.nummer}”, terwijl de instructie {element.soort.value} "
            f"{verwacht} noemt.",
            "Het nummer in de nieuwe tekst moet gelijk zijn aan dat in de instructie.",
        )
    werk.meld(codes.HOOFDLETTERS, f"het nummer “{element.nummer}” in de nieuwe tekst is gelezen als {raak[0]}.")
    return oud.pop(raak[0])


def zet_vervanging(werk: Werk, plek: Doelwit, nieuw: Node) -> None:
    """Put ``nieuw`` in the place of the element at ``plek``: identity, number and heading rules."""
    oud = werk.node(plek.pad)
    if los(oud.nummer) == los(nieuw.nummer) and oud.nummer != nieuw.nummer:
        nieuw = replace(nieuw, nummer=oud.nummer, aanduiding=oud.aanduiding)
    if not nieuw.aanduiding:
        nieuw = replace(nieuw, aanduiding=oud.aanduiding)
    nieuw = replace(nieuw, label=nieuw.label or oud.label)
    _controleer_inhoud(werk, plek, oud, nieuw)
    _controleer_begrip(werk, plek, oud, nieuw)
    if oud.opschrift and not nieuw.opschrift and not vervallen(oud):
        werk.meld(
            codes.OPSCHRIFT_BEHOUDEN,
            f"de nieuwe tekst van {zeg(plek.plaats)} geeft geen opschrift; het bestaande opschrift is behouden.",
            "Controleer of het opschrift had moeten vervallen.",
        )
        nieuw = replace(nieuw, opschrift=oud.opschrift)
    if vervallen(oud):
        _meld_hergebruik(werk, plek)
        werk.zet(plek.pad, nieuw)
        return
    werk.zet(plek.pad, erf(oud, nieuw))
    if nieuw.soort in ITEMS:
        controleer_slot(werk, plek.pad)


def _meld_hergebruik(werk: Werk, plek: Doelwit) -> None:
    """G13: a repealed number that is used again is a new identity."""
    werk.meld(
        codes.NUMMER_HERGEBRUIKT,
        f"{zeg(plek.plaats)} was vervallen; de nieuwe tekst is een nieuw element met dit nummer.",
    )


def _controleer_begrip(werk: Werk, plek: Doelwit, oud: Node, nieuw: Node) -> None:
    """F13: the new text of a definition holds its term and its meaning, when the old one does."""
    if plek.plaats.laatste.soort != "begrip" or nieuw.soort not in ITEMS | {Soort.AL}:
        return
    if term_van(oud) is not None and term_van(nieuw) is None:
        werk.weiger(
            codes.BEGRIP_ONVOLLEDIG,
            f"de nieuwe tekst voor {zeg(plek.plaats)} bevat niet zowel de term als de omschrijving.",
            f"Geef de hele tekst (“{(term_van(oud) or '').strip()}: …;”), of vervang alleen woorden.",
        )


def _controleer_inhoud(werk: Werk, plek: Doelwit, oud: Node, nieuw: Node) -> None:
    if nieuw.kinderen or nieuw.tekst:
        return
    if nieuw.soort is Soort.BIJLAGE:
        werk.meld(
            codes.INHOUD_ONTBREEKT,
            f"de inhoud van de nieuwe {zeg(plek.plaats)} ontbreekt (afbeelding of los bestand); de oude is vervangen.",
        )
    elif nieuw.soort in INDELING and oud.kinderen:
        werk.vraag(
            codes.ALLEEN_KOP,
            f"de nieuwe tekst van {zeg(plek.plaats)} bevat alleen een opschrift.",
            "Is alleen het opschrift bedoeld, wijzig dan de instructie; “uitvoeren” vervangt de hele indeling.",
        )
    else:
        werk.weiger(codes.PAYLOAD_ONTBREEKT, f"de nieuwe tekst van {zeg(plek.plaats)} is leeg.")


def _een_naar_meer(werk: Werk, plek: Doelwit, elementen: Sequence[Node]) -> None:
    """F08: one element becomes several; the one of the same number (else the first) keeps the identity."""
    oud = werk.node(plek.pad)
    erfgenaam = next((i for i, node in enumerate(elementen) if node.nummer == oud.nummer), 0)
    andere = [node.nummer for node in elementen if node.nummer != oud.nummer]
    for nummer in andere:
        maak_vrij(werk, plek.pad, oud.soort, nummer)
    # the stubs that gave way may have stood before the element
    pad = _terug(werk, plek, oud)
    if vervallen(oud):
        _meld_hergebruik(werk, plek)
        erfgenaam = -1
    nieuwe_elementen = [erf(oud, node) if i == erfgenaam else node for i, node in enumerate(elementen)]
    werk.vervang_kinderen(pad[:-1], pad[-1], pad[-1] + 1, nieuwe_elementen)


def _aaneen(plekken: Sequence[Doelwit]) -> bool:
    """True when the elements stand directly after each other in one parent."""
    eerste = plekken[0].pad
    return all(plek.pad == (*eerste[:-1], eerste[-1] + i) for i, plek in enumerate(plekken))


def _meer_naar_meer(werk: Werk, plekken: Sequence[Doelwit], elementen: Sequence[Node]) -> None:
    """Several become several: equal numbers keep the identity, other numbers must be free."""
    oud = {werk.node(plek.pad).nummer: werk.node(plek.pad) for plek in plekken}
    nummers = [node.nummer for node in elementen]
    if len(set(nummers)) != len(nummers):
        werk.weiger(codes.BEZET, "de nieuwe tekst bevat twee elementen met hetzelfde nummer.")
    eerste = werk.node(plekken[0].pad)
    for nummer in nummers:
        if nummer not in oud:
            maak_vrij(werk, plekken[0].pad, eerste.soort, nummer)
    pad = _terug(werk, plekken[0], eerste)
    nieuw = [erf(oud[node.nummer], node) if node.nummer in oud else node for node in elementen]
    werk.vervang_kinderen(pad[:-1], pad[-1], pad[-1] + len(plekken), nieuw)


def _terug(werk: Werk, plek: Doelwit, oud: Node) -> Pad:
    ouder = werk.node(plek.pad[:-1])
    return (*plek.pad[:-1], next(i for i, kind in enumerate(ouder.kinderen) if kind is oud))


def _meer_naar_een(werk: Werk, plekken: Sequence[Doelwit], element: Node) -> None:
    """F09: several elements become one; its identity is that of the old element with its number."""
    nummers = [werk.node(plek.pad).nummer for plek in plekken]
    if element.nummer not in nummers:
        werk.vraag(
            codes.NUMMER_NIEUW,
            f"het nieuwe nummer {element.nummer} is niet een van de vervangen nummers ({', '.join(nummers)}).",
            "“Uitvoeren” zet het nieuwe element op de plaats van het eerste.",
        )
        maak_vrij(werk, plekken[0].pad, element.soort, element.nummer)
    blijft = nummers.index(element.nummer) if element.nummer in nummers else 0
    zet_vervanging(werk, plekken[blijft], element)
    for i in reversed(range(len(plekken))):
        if i != blijft:
            laat_vervallen(werk, plekken[i].pad)


def _streepje(werk: Werk, op: Vervang, plek: Doelwit, nodes: Sequence[Node]) -> None:
    """F11, F13: an unnumbered item or a definition; the marker stays as it was printed unless the payload has one."""
    oud = werk.node(plek.pad)
    elementen = [k for node in nodes for k in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    if elementen and all(node.soort in INHOUD for node in elementen):
        elementen = [Node(oud.soort, aanduiding=oud.aanduiding, kinderen=tuple(nodes), oorsprong=werk.oorsprong)]
    if len(elementen) != 1 or elementen[0].soort not in ITEMS:
        werk.weiger(codes.AANTAL, f"de nieuwe tekst voor {zeg(plek.plaats)} bestaat uit {len(elementen)} elementen.")
    nieuw = elementen[0]
    if nieuw.nummer and los(nieuw.nummer) != los(oud.nummer):
        werk.weiger(
            codes.NUMMER,
            f"de nieuwe tekst voor {zeg(plek.plaats)} heeft nummer “{nieuw.nummer}”, dat het oude niet heeft.",
        )
    zet_vervanging(werk, plek, replace(nieuw, soort=oud.soort, nummer=oud.nummer, aanduiding=oud.aanduiding))


def _ongenummerd(werk: Werk, op: Vervang, plekken: Sequence[Doelwit], nodes: Sequence[Node]) -> None:
    """Text blocks, tables, rows and cells: alinea (F12), table (F14, F94), row."""
    plek, oud = plekken[0], werk.node(plekken[0].pad)
    if len(plekken) != 1 and len(nodes) != len(plekken):
        werk.weiger(
            codes.AANTAL,
            f"de instructie vervangt {len(plekken)} elementen, maar de nieuwe tekst bevat er {len(nodes)}.",
        )
    if oud.soort is Soort.CEL:
        _cel(werk, plekken, nodes)
        return
    passend = INHOUD if oud.soort is Soort.AL else {oud.soort}
    nodes = als_alineas(nodes) if oud.soort is Soort.AL else nodes
    if any(node.soort not in passend for node in nodes):
        werk.weiger(codes.SOORT, f"de nieuwe tekst voor {zeg(plek.plaats)} is geen {oud.soort.value}.")
    if oud.soort is Soort.RIJ and any(len(node.kinderen) != len(oud.kinderen) for node in nodes):
        werk.weiger(codes.TABEL, f"de nieuwe rij voor {zeg(plek.plaats)} heeft een ander aantal cellen dan de oude.")
    if len(plekken) == 1 and len(nodes) == 1:
        _controleer_begrip(werk, plek, oud, nodes[0])
    if len(plekken) == 1:
        erfgenaam = erf(oud, nodes[0]) if nodes[0].soort is oud.soort else nodes[0]
        werk.vervang_kinderen(plek.pad[:-1], plek.pad[-1], plek.pad[-1] + 1, (erfgenaam, *nodes[1:]))
        return
    for doel, node in zip(plekken, nodes, strict=True):
        _zelfde_regelnummer(werk, werk.node(doel.pad), node)
        werk.zet(doel.pad, erf(werk.node(doel.pad), node))


_REGELNUMMER = re.compile(r"\d+(?:\.\d+)+[a-z]?(?=\.?\s)")


def _zelfde_regelnummer(werk: Werk, oud: Node, nieuw: Node) -> None:
    """Lines of a table of rates that carry their own number ("2.1 …"): each new line takes the place of its own."""
    nummers = [_REGELNUMMER.match(platte_tekst(node.tekst).lstrip()) for node in (oud, nieuw)]
    if nummers[0] and (not nummers[1] or nummers[0][0] != nummers[1][0]):
        werk.weiger(
            codes.NUMMER,
            f"de nieuwe tekst op de plaats van regel {nummers[0][0]} begint met "
            f"“{nummers[1][0] if nummers[1] else platte_tekst(nieuw.tekst)[:20]}”.",
            "Geef de nieuwe regels in de volgorde en met de nummers van de instructie.",
        )


def _cel(werk: Werk, plekken: Sequence[Doelwit], nodes: Sequence[Node]) -> None:
    if any(node.soort is not Soort.AL for node in nodes):
        werk.weiger(codes.TABEL, f"de nieuwe tekst voor {zeg(plekken[0].plaats)} past niet in een cel.")
    for i, plek in enumerate(plekken):
        oud = werk.node(plek.pad)
        if oud.tekst and not celtekst(oud):
            werk.weiger(codes.TABEL, f"de cel {zeg(plek.plaats)} is leeg.")
        werk.zet(plek.pad, replace(oud, tekst=(), kinderen=tuple(nodes) if len(plekken) == 1 else (nodes[i],)))


def _deel(werk: Werk, op: Vervang, plek: Doelwit) -> None:
    """A part of an element: its heading, aanhef, slot, own text or sentences."""
    if plek.deel is Deel.OPSCHRIFT:
        vervang_opschrift_op(werk, plek.pad, op.inhoud, op.nieuw, plek.plaats)
        return
    nodes = nieuwe(werk, op.inhoud, op.nieuw)
    if plek.deel is Deel.TEKENS:
        vervang_zinnen(werk, plek, nodes)
    elif plek.deel is Deel.BLOKKEN:
        _blokken(werk, plek, nodes)
    else:
        werk.weiger(codes.TABEL, f"{zeg(plek.plaats)}: een hele kolom kan niet in één keer worden vervangen.")


def _blokken(werk: Werk, plek: Doelwit, nodes: Sequence[Node]) -> None:
    if len(nodes) == 1 and nodes[0].soort in _GENUMMERD and nodes[0].kinderen:
        ouder = werk.node(plek.pad)
        if nodes[0].soort is not ouder.soort or los(nodes[0].nummer) != los(ouder.nummer):
            werk.weiger(codes.SOORT, f"de nieuwe tekst voor {zeg(plek.plaats)} begint met een eigen aanduiding.")
        nodes = nodes[0].kinderen
    niveau = plek.plaats.laatste.soort
    toegestaan = INHOUD | {Soort.LID} if niveau == "tekst" else {Soort.AL}
    if any(node.soort not in toegestaan for node in nodes):
        werk.weiger(codes.SOORT, f"de nieuwe tekst voor {zeg(plek.plaats)} bevat meer dan een {niveau}.")
    werk.vervang_kinderen(plek.pad, plek.van, plek.tot, nodes)


def _aanhef_en_onderdelen(werk: Werk, op: Vervang, plekken: Sequence[Doelwit]) -> None:
    """F06: "aanhef en onderdeel b komen te luiden": the text blocks are the aanhef, the items replace the items."""
    aanheffen = [plek for plek in plekken if plek.deel is Deel.BLOKKEN]
    items = [plek for plek in plekken if plek.deel is Deel.ELEMENT]
    if len(aanheffen) != 1 or len(items) + 1 != len(plekken):
        werk.weiger(codes.ADRES, "de instructie vervangt delen van verschillende aard door één tekst.")
    nodes = nieuwe(werk, op.inhoud, op.nieuw)
    if len(nodes) == 1 and nodes[0].soort in _GENUMMERD and nodes[0].kinderen:
        nodes = nodes[0].kinderen
    grens = next((i for i, node in enumerate(nodes) if node.soort is not Soort.AL), len(nodes))
    if not 0 < grens < len(nodes):
        werk.weiger(codes.AANTAL, "de nieuwe tekst bevat niet zowel een aanhef als de genoemde onderdelen.")
    soort = werk.node(items[0].pad).soort
    _een_op_een(werk, items, als_elementen(werk, nodes[grens:], soort, items[0].plaats))
    werk.vervang_kinderen(aanheffen[0].pad, aanheffen[0].van, aanheffen[0].tot, nodes[:grens])
