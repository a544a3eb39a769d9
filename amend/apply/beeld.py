"""Pictures: a map or figure in an annex (F95). The old picture is never kept as if it were the new one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from amend.apply import codes
from amend.apply.doelwit import Doelwit
from amend.apply.werk import Werk, zeg
from amend.model.address import Niveau, Plaats
from amend.model.tree import Node, Soort, alinea, loop, met_oorsprong, platte_tekst

_BEELD: Final = re.compile(r"<(?:\w+:)?(?:plaatje|illustratie|img|figuur|Figuur|Illustratie)\b")
_PLAATSHOUDER: Final = re.compile(
    r"\s*[\[(](?:kaart|afbeelding|figuur|tekening|plattegrond|foto|illustratie)\b[^\])]*[\])]\s*", re.I
)


def bind_figuur(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """The block with the one picture in scope."""
    raak = [pad for pad, node in loop(werk.node(plek.pad), plek.pad) if pad != plek.pad and is_beeld(node)]
    if len(raak) != 1:
        werk.weiger(
            codes.BEELD,
            f"in {zeg(plaats.ouder)} staan {len(raak)} kaarten of afbeeldingen; er moet er precies één zijn.",
            "Noem de bijlage als geheel: “Bijlage … komt te luiden:”.",
        )
    return [Doelwit(raak[0])]


def is_beeld(node: Node) -> bool:
    """True for a block that holds a picture and no words."""
    if node.soort is Soort.FRAGMENT:
        return bool(_BEELD.search(node.xml))
    if node.soort is not Soort.AL:
        return False
    tekst = platte_tekst(node.tekst)
    if _PLAATSHOUDER.fullmatch(tekst):
        return True
    fragmenten = [dict(m.attributen).get("xml", "") for run in node.tekst for m in run.marks if m.naam == "fragment"]
    return not tekst.strip() and any(_BEELD.search(xml) for xml in fragmenten)


def vervang_beeld(werk: Werk, plek: Doelwit, inhoud: Sequence[Node]) -> None:
    """The new picture, or a mark that it is missing, in the place of the old one."""
    if any(not is_beeld(node) for node in inhoud):
        werk.weiger(codes.BEELD, f"de nieuwe tekst voor {zeg(plek.plaats)} is geen afbeelding.")
    nieuw = tuple(met_oorsprong(node, werk.oorsprong) for node in inhoud)
    if not nieuw:
        woord = plek.plaats.laatste.woord or "afbeelding"
        werk.meld(
            codes.INHOUD_ONTBREEKT,
            f"de nieuwe {woord} in {zeg(plek.plaats.ouder)} is een los bestand en ontbreekt; de oude is weggehaald.",
            "Voeg het bestand van het besluit toe.",
        )
        nieuw = (alinea(f"[{woord.capitalize()}: inhoud ontbreekt]", werk.oorsprong),)
    werk.vervang_kinderen(plek.pad[:-1], plek.pad[-1], plek.pad[-1] + 1, nieuw)
