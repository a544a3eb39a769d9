"""Turning text into leden and back, and operations on the regulation as a whole (F57-F61, F104-F106)."""

from __future__ import annotations

from dataclasses import replace

from amend.apply import codes
from amend.apply.bind import bind_alle, bind_een
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.payload import erf, nieuwe
from amend.apply.werk import Werk, zeg
from amend.model.operations import Kader, NummerTekst, Ontnummer, TrekIn, VervangRegeling
from amend.model.tree import INDELING, ITEMS, Node, Soort


def nummer_tekst(werk: Werk, op: NummerTekst) -> None:
    """F58: 'Voor de tekst wordt de aanduiding "1." geplaatst'."""
    plekken = bind_alle(werk, op.doel)
    if len(plekken) != 1:
        werk.weiger(codes.ADRES, "de instructie noemt niet precies één artikel dat een aanduiding krijgt.")
    nummer_de_tekst(werk, plekken[0], op.nummer)


def nummer_de_tekst(werk: Werk, plek: Doelwit, nummer: str) -> None:
    """The whole content of an article, lists included, becomes its lid ``nummer``."""
    node = werk.node(plek.pad)
    kaal = nummer.strip().rstrip(".")
    if not kaal.isdecimal():
        werk.weiger(
            codes.ONDERDEEL_ZONDER_AANHEF,
            f"de tekst van {zeg(plek.plaats)} zou onderdeel {kaal} worden, maar een aanhef is niet gegeven.",
            "Vraag het bestuursorgaan om de volledige nieuwe tekst.",
        )
    if node.soort is not Soort.ARTIKEL or plek.deel not in (Deel.ELEMENT, Deel.BLOKKEN):
        werk.weiger(codes.SOORT, f"{zeg(plek.plaats)} is geen artikel; alleen de tekst van een artikel wordt een lid.")
    if any(kind.soort is Soort.LID for kind in node.kinderen):
        werk.weiger(codes.LEDEN, f"{zeg(plek.plaats)} heeft al leden.")
    if not node.kinderen:
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plek.plaats)} heeft geen tekst.")
    lid = Node(
        Soort.LID,
        nummer=kaal,
        aanduiding=f"{kaal}.",
        kinderen=node.kinderen,
        oorsprong=werk.oorsprong,
        nummer_oorsprong=werk.oorsprong,
    )
    werk.zet(plek.pad, replace(node, kinderen=(lid,)))


def ontnummer(werk: Werk, op: Ontnummer) -> None:
    """F59, F61: the designation of the only lid (or only item) left lapses; its text stays."""
    for plaats in op.doel:
        plek = bind_een(werk, plaats)
        node = werk.node(plek.pad)
        if node.soort is Soort.ARTIKEL:
            _enige(werk, [i for i, kind in enumerate(node.kinderen) if kind.soort is Soort.LID], plek)
            index = next(i for i, kind in enumerate(node.kinderen) if kind.soort is Soort.LID)
            plek = replace(plek, pad=(*plek.pad, index))
            node = node.kinderen[index]
        if node.soort is not Soort.LID and node.soort not in ITEMS:
            werk.weiger(codes.SOORT, f"{zeg(plaats)} heeft geen aanduiding die kan vervallen.")
        ouder = werk.node(plek.pad[:-1])
        _enige(werk, [i for i, kind in enumerate(ouder.kinderen) if kind.soort is node.soort], plek)
        diepte = -2 if node.soort in ITEMS else -1
        start = plek.pad[diepte]
        werk.vervang_kinderen(plek.pad[:diepte], start, start + 1, node.kinderen)
    if not op.doel:
        werk.weiger(codes.ADRES, "de instructie noemt geen lid waarvan de aanduiding vervalt.")


def _enige(werk: Werk, genoten: list[int], plek: Doelwit) -> None:
    if len(genoten) != 1:
        werk.weiger(
            codes.LEDEN,
            f"de aanduiding van {zeg(plek.plaats)} kan niet vervallen: er zijn {len(genoten)} leden of onderdelen.",
            "Alleen als er één over is, vervalt de aanduiding (aanwijzing 6.18).",
        )


def trek_in(werk: Werk, op: TrekIn) -> None:
    """F104: the caller ends the regulation; the text itself does not change."""
    werk.meld(
        codes.INGETROKKEN,
        f"{op.regeling or werk.stap.regeling or 'de regeling'} wordt ingetrokken; de tekst blijft staan.",
    )
    werk.teruggetrokken.append(op)


def vervang_regeling(werk: Werk, op: VervangRegeling) -> None:
    """F106: the whole text is replaced, articles keep their identity by number; always a question."""
    nodes = nieuwe(werk, op.inhoud, None)
    if len(nodes) == 1 and nodes[0].soort is Soort.REGELING:
        nodes = nodes[0].kinderen
    if not any(node.soort in INDELING | {Soort.ARTIKEL} for node in nodes):
        werk.weiger(codes.PAYLOAD_ONTBREEKT, "de nieuwe tekst van de regeling bevat geen artikelen.")
    werk.vraag(
        codes.HELE_REGELING,
        "de hele regeling wordt vervangen; onzeker is of dit een wijziging is of een nieuwe regeling.",
        "“Uitvoeren” vervangt de tekst; artikelen met hetzelfde nummer blijven hetzelfde artikel.",
    )
    blijft = [k for k in werk.root.kinderen if k.soort in (Soort.AANHEF, Soort.SLUITING, Soort.TOELICHTING)]
    voor = tuple(k for k in blijft if k.soort is Soort.AANHEF)
    na = tuple(k for k in blijft if k.soort is not Soort.AANHEF)
    oud = replace(werk.root, soort=Soort.HOOFDSTUK)
    nieuw = replace(werk.root, soort=Soort.HOOFDSTUK, kinderen=nodes)
    werk.root = replace(werk.root, kinderen=(*voor, *erf(oud, nieuw).kinderen, *na))


def kader(werk: Werk, op: Kader) -> None:
    """ "X wordt als volgt gewijzigd": nothing by itself."""
