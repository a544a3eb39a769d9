"""Moving an element: identity and number stay (F80)."""

from __future__ import annotations

from dataclasses import replace

from amend.apply import codes
from amend.apply.bind import bind_element
from amend.apply.bind_lijst import items
from amend.apply.invoegen import controleer_volgorde
from amend.apply.kiezen import sorteersleutel
from amend.apply.register import HOUDERS
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Plaats
from amend.model.identity import zonder_wids
from amend.model.operations import Vernummer, Verplaats
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort, met_oorsprong, verwijder


def verplaats(werk: Werk, op: Verplaats) -> None:
    """Execute "X wordt verplaatst naar / na Y"."""
    if len(op.doel) != 1 or not (op.na or op.voor or op.naar):
        werk.weiger(codes.ADRES, "de instructie noemt niet precies één element en één nieuwe plaats.")
    bron = bind_element(werk, op.doel[0])
    node = werk.node(bron)
    if not bron:
        werk.weiger(codes.ADRES, "de hele regeling kan niet worden verplaatst.")
    anker_plaats = op.na or op.voor
    if anker_plaats:
        anker = bind_element(werk, anker_plaats)
        if not anker:
            werk.weiger(codes.ADRES, f"naast {zeg(anker_plaats)} kan niets staan.")
        ouder, index = anker[:-1], anker[-1] + (1 if op.na else 0)
        _zelfde_niveau(werk, node, werk.node(anker), bron, anker)
        if op.naar and (houder := bind_element(werk, op.naar)) != ouder[: len(houder)]:
            werk.weiger(codes.ADRES, f"{zeg(anker_plaats)} staat niet in {zeg(op.naar)}.", "Noem één nieuwe plaats.")
    else:
        assert op.naar is not None  # noqa: S101 - one of the three is there, see above
        if _wordt_artikel(werk, node, op.naar):
            _maak_artikel(werk, bron, node, op.naar)
            return
        houder = bind_element(werk, op.naar)
        ouder, index = _in_houder(werk, node, bron, houder, zeg(op.naar))
    _zet_om(werk, op.doel[0], bron, ouder, index, node)


def _wordt_artikel(werk: Werk, node: Node, naar: Plaats) -> bool:
    """F80a: a lid or item that becomes an article which does not exist yet."""
    if node.soort is not Soort.LID and node.soort not in ITEMS:
        return False
    return naar.laatste.soort == "artikel" and not werk.register.vind(werk.root, (), Soort.ARTIKEL, naar.laatste.nummer)


def _maak_artikel(werk: Werk, bron: Pad, node: Node, naar: Plaats) -> None:
    nummer = naar.laatste.nummer
    artikel = next((bron[:d] for d in range(len(bron), 0, -1) if werk.node(bron[:d]).soort is Soort.ARTIKEL), None)
    if artikel is None:
        werk.weiger(codes.NIVEAUWISSEL, f"{beschrijf(node)} staat niet in een artikel en kan geen artikel worden.")
    oud = werk.node(artikel)
    werk.vraag(
        codes.NIVEAUWISSEL,
        f"{beschrijf(node)} van artikel {oud.nummer} zou artikel {nummer} worden: een ander niveau, zonder opschrift.",
        f"“Uitvoeren” maakt er een nieuw artikel {nummer} van na artikel {oud.nummer}; de andere leden blijven staan.",
    )
    kaal = met_oorsprong(zonder_wids(node), werk.oorsprong)
    nieuw = replace(kaal, soort=Soort.ARTIKEL, nummer=nummer, label=oud.label, aanduiding=nummer)
    werk.root = verwijder(werk.root, bron)
    lijst = werk.node(bron[:-1])
    if lijst.soort is Soort.LIJST and not lijst.kinderen:
        werk.root = verwijder(werk.root, bron[:-1])
    werk.vervang_kinderen(artikel[:-1], artikel[-1] + 1, artikel[-1] + 1, (nieuw,))
    controleer_volgorde(werk, artikel[:-1], artikel[-1] + 1, (nieuw,))


def _zelfde_niveau(werk: Werk, node: Node, anker: Node, bron: Pad, naast: Pad) -> None:
    if node.soort is not anker.soort and not {node.soort, anker.soort} <= ITEMS:
        werk.weiger(
            codes.NIVEAUWISSEL,
            f"{beschrijf(node)} kan niet naast {beschrijf(anker)} komen: dat is een ander niveau.",
            "Vraag het bestuursorgaan om de volledige nieuwe tekst.",
        )
    if bron == naast or naast[: len(bron)] == bron:
        werk.weiger(codes.ADRES, f"{beschrijf(node)} kan niet ten opzichte van zichzelf worden verplaatst.")
    if node.soort not in INDELING | {Soort.ARTIKEL, Soort.BIJLAGE} and bron[:-1] != naast[:-1]:
        genoten = [kind.nummer for kind in werk.node(naast[:-1]).kinderen]
        if node.nummer and node.nummer in genoten:
            werk.weiger(codes.BEZET, f"op de nieuwe plaats bestaat {beschrijf(node)} al.")


def _in_houder(werk: Werk, node: Node, bron: Pad, houder: Pad, naam: str) -> tuple[Pad, int]:
    """Into a container: after the highest lower number of the same kind, else at the end."""
    doel = werk.node(houder)
    if houder[: len(bron)] == bron:
        werk.weiger(codes.ADRES, f"{beschrijf(node)} kan niet in zichzelf worden verplaatst.")
    if node.soort in ITEMS or doel.soort not in HOUDERS or node.soort is Soort.LID:
        if node.soort in ITEMS and items(doel, houder):
            werk.weiger(codes.NIVEAUWISSEL, f"noem het onderdeel van {naam} waarna {beschrijf(node)} komt.")
        werk.weiger(
            codes.NIVEAUWISSEL, f"{beschrijf(node)} kan niet naar {naam} worden verplaatst: dat is een ander niveau."
        )
    if node.soort in INDELING and node.soort is doel.soort:
        werk.weiger(codes.NIVEAUWISSEL, f"{beschrijf(node)} kan niet in {naam} staan.")
    genoten = [(i, kind) for i, kind in enumerate(doel.kinderen) if kind.soort is node.soort]
    if not genoten and any(kind.soort in INDELING | {Soort.ARTIKEL} for kind in doel.kinderen):
        werk.weiger(
            codes.NIVEAUWISSEL, f"{naam} bevat geen {node.soort.value}; onzeker is waar {beschrijf(node)} komt."
        )
    lager = [i for i, kind in genoten if kind.nummer and _sleutel(kind) < _sleutel(node)]
    if lager:
        return houder, lager[-1] + 1
    return houder, genoten[0][0] if genoten else len(doel.kinderen)


def _sleutel(node: Node) -> tuple[tuple[int, int, str], ...]:
    return sorteersleutel(node.nummer, als_romeins=False)


def _zet_om(werk: Werk, doel: Plaats, bron: Pad, ouder: Pad, index: int, node: Node) -> None:
    """Take the node out and put it in; the later of the two places shifts by the removal."""
    diepte = len(bron) - 1
    if ouder == bron[:-1]:
        index -= bron[-1] < index
    elif ouder[:diepte] == bron[:-1] and len(ouder) > diepte and ouder[diepte] > bron[-1]:
        ouder = (*ouder[:diepte], ouder[diepte] - 1, *ouder[diepte + 1 :])
    werk.root = verwijder(werk.root, bron)
    werk.vervang_kinderen(ouder, index, index, (node,))
    if not node.nummer:
        return
    wordt = _nieuw_nummer(werk, doel)
    gemeld = len(werk.meldingen)
    controleer_volgorde(werk, ouder, index, (replace(node, nummer=wordt or node.nummer),))
    if wordt and len(werk.meldingen) > gemeld:
        werk.weiger(
            codes.ADRES,
            f"{beschrijf(node)} past met nummer {wordt} niet op de nieuwe plaats.",
            "Geef een nummer dat past tussen de nummers ervoor en erna.",
        )


def _nieuw_nummer(werk: Werk, doel: Plaats) -> str:
    """The number that the same step gives to the element that it moves."""
    ops = [op for op in werk.stap.bewerkingen if isinstance(op, Vernummer) and op.van == (doel,) and len(op.naar) == 1]
    return ops[0].naar[0].laatste.nummer if len(ops) == 1 else ""
