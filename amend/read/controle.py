"""Findings about a regulation as a whole: gaps, double numbers, missing headings, dangling references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from amend.model.melding import Melding
from amend.model.tree import INDELING, Node, Pad, Soort, Status, alle_nodes, loop, op_pad, platte_tekst
from amend.read import codes

_VERWIJZING: Final = re.compile(
    r"\b[Aa]rtikel(?:en)?\s+(?P<nrs>\d+[a-z]?(?:(?:,\s*|\s+en\s+|\s+of\s+|\s+tot en met\s+)\d+[a-z]?(?![a-z]))*)"
    r"(?P<na>.{0,60})"
)
_ELDERS: Final = re.compile(r"[^.;:]{0,45}?\s(?:van|uit|bij|in)\s(?:de|het|die|dat|boek|titel|[A-Z])|\s[A-Z]")


def controleer(root: Node) -> list[Melding]:
    """The findings about the numbering and the references of a regulation. Changes nothing."""
    artikelen = list(_artikelen(root))
    return [*_gaten(artikelen), *_dubbel(root), *_zonder_opschrift(artikelen), *_loze_verwijzingen(root, artikelen)]


def _artikelen(root: Node) -> Iterator[Node]:
    for pad, node in loop(root):
        if node.soort is Soort.ARTIKEL and op_pad(root, pad[:1]).soort not in (Soort.BIJLAGE, Soort.TOELICHTING):
            yield node


def _gaten(artikelen: list[Node]) -> Iterator[Melding]:
    nummers = {int(t[0]) for a in artikelen if (t := re.match(r"\d+", a.nummer))}
    if not nummers or not all(re.fullmatch(r"\d+[a-z]*", a.nummer) for a in artikelen):
        return
    for vorige, volgende in pairwise(sorted(nummers)):
        if volgende - vorige == 1:
            continue
        eerste, laatste = vorige + 1, volgende - 1
        reeks = f"De artikelen {eerste} {'en' if laatste - eerste == 1 else 'tot en met'} {laatste} ontbreken"
        wat = f"Artikel {eerste} ontbreekt" if eerste == laatste else reeks
        zin = f"{wat} in de doorlopende nummering van de artikelen."
        yield codes.GAT_ARTIKELEN.melding(zin, None, "Dit kan kloppen; controleer het origineel.")


def _dubbel(root: Node) -> Iterator[Melding]:
    geteld: Counter[tuple[Pad, Soort, str]] = Counter()
    for pad, node in loop(root):
        if node.nummer and (node.soort in INDELING or node.soort is Soort.ARTIKEL):
            geteld[(pad[:-1], node.soort, node.nummer)] += 1
    for (_, soort, nummer), aantal in geteld.items():
        if aantal > 1:
            zin = f"{soort.value.capitalize()} {nummer} komt {aantal} keer voor."
            yield codes.DUBBEL_NUMMER.melding(zin, None, "Noem in een wijziging ook het opschrift.")


def _zonder_opschrift(artikelen: list[Node]) -> Iterator[Melding]:
    zonder = [a for a in artikelen if not a.opschrift and a.status is Status.ACTIEF]
    if len(zonder) * 2 > len(artikelen):
        return
    for artikel in zonder:
        yield codes.GEEN_OPSCHRIFT.melding(f"Artikel {artikel.nummer} heeft geen opschrift.", None)


def _loze_verwijzingen(root: Node, artikelen: list[Node]) -> Iterator[Melding]:
    bekend = {artikel.nummer for artikel in artikelen}
    if not bekend or not all(nummer.isalnum() for nummer in bekend):
        return
    for artikel in artikelen:
        for node in alle_nodes(artikel):
            for treffer in _VERWIJZING.finditer(platte_tekst(node.tekst)):
                if _ELDERS.match(treffer["na"]) or "tot en met" in treffer["nrs"]:
                    continue
                for nummer in re.findall(r"\d+[a-z]?", treffer["nrs"]):
                    if nummer not in bekend:
                        zin = f"Artikel {artikel.nummer} verwijst naar artikel {nummer}, dat niet bestaat."
                        yield codes.VERWIJZING_LEEG.melding(zin, None, "Controleer de verwijzing.")
