"""Small regulations from compact text, and back: what the cases in ``gevallen/`` are written in.

Hoofdstuk 1 | Algemeen            a division, an article, an annex: label, number, heading after the bar
Artikel 2 | Doel
1. Eerste lid:                    a lid; without leden the text stands at the margin
  a. onderdeel;                   items indented by two, four, … spaces; "-" is a gedachtestreepje
 slot van lid 1.                  one space: a text block of the lid
[tabel Tarieven]                  a table, rows as "| a | b" lines
# kopje                           a small heading
Artikel 3 [vervallen]
"""

from __future__ import annotations

import re
from dataclasses import replace

from amend.model.numbering import nummer_van
from amend.model.tree import INDELING, ITEMS, Node, Soort, Status, alinea, platte_tekst, runs

_KOPPEN = {str(s): s for s in (*INDELING, Soort.ARTIKEL, Soort.BIJLAGE, Soort.DIVISIE)}
_RANG = ["boek", "deel", "titel", "hoofdstuk", "afdeling", "paragraaf", "subparagraaf", "divisie", "artikel"]


class _Bouw:
    def __init__(self, node: Node, inspring: int) -> None:
        self.node = node
        self.inspring = inspring
        self.kinderen: list[_Bouw | Node] = []

    def af(self) -> Node:
        return replace(self.node, kinderen=tuple(k.af() if isinstance(k, _Bouw) else k for k in self.kinderen))


def bouw(tekst: str) -> Node:
    """The regulation that ``tekst`` describes."""
    root = _Bouw(Node(Soort.REGELING), -99)
    stapel = [root]
    for regel in tekst.splitlines():
        if regel.strip():
            _regel(stapel, regel)
    return root.af()


def payload(tekst: str) -> tuple[Node, ...]:
    """The nodes that ``tekst`` describes, as the payload of an instruction."""
    return bouw(tekst).kinderen


def _regel(stapel: list[_Bouw], regel: str) -> None:
    inspring = len(regel) - len(regel.lstrip())
    kern = regel.strip()
    kop = re.match(r"(\w+)(?: ([^|\[]*?))?\s*(?:\| (.*?))?\s*(\[vervallen\])?$", kern)
    if not inspring and kop and kop[1].lower() in _KOPPEN and kop[1][0].isupper() and (kop[2] or kop[3]):
        _kop(stapel, kop)
    elif kern.startswith("[tabel"):
        _neem(stapel, inspring)
        _voeg(stapel, _Bouw(Node(Soort.TABEL, opschrift=runs(kern[7:-1].strip())), inspring + 50))
    elif kern.startswith("| "):
        cellen = tuple(Node(Soort.CEL, kinderen=(alinea(c.strip()),)) for c in kern[2:].split("|"))
        stapel[-1].kinderen.append(Node(Soort.RIJ, kinderen=cellen))
    else:
        _tekst(stapel, kern, inspring)


def _kop(stapel: list[_Bouw], kop: re.Match[str]) -> None:
    soort = _KOPPEN[kop[1].lower()]
    rang = -1 if soort is Soort.BIJLAGE else _RANG.index(soort.value)
    diep = -90 if soort is Soort.BIJLAGE else -80 + rang
    if soort is Soort.ARTIKEL:
        diep = -1
    while stapel[-1].inspring >= diep and len(stapel) > 1:
        stapel.pop()
    node = Node(
        soort,
        nummer=(kop[2] or "").strip(),
        label=kop[1],
        aanduiding=(kop[2] or "").strip(),
        opschrift=runs((kop[3] or "").strip()),
        status=Status.VERVALLEN if kop[4] else Status.ACTIEF,
    )
    _voeg(stapel, _Bouw(node, diep))


def _tekst(stapel: list[_Bouw], kern: str, inspring: int) -> None:
    lid = re.match(r"(\d+[a-z]*\.) (.*)", kern)
    item = re.match(r"(-|[a-z]{1,3}\d?\.|[a-z]\)|\d+[a-z]?\.|\d+°\.?) (.*)", kern)
    if lid and not inspring:
        _neem(stapel, 0)
        _voeg(stapel, _Bouw(Node(Soort.LID, nummer=nummer_van(lid[1]), aanduiding=lid[1]), 0))
        stapel[-1].kinderen.append(alinea(lid[2]))
    elif item and inspring >= 2:
        _neem(stapel, inspring)
        _item(stapel, item, inspring)
    else:
        _neem(stapel, inspring)
        if kern.startswith("# "):
            stapel[-1].kinderen.append(Node(Soort.TUSSENKOP, tekst=runs(kern[2:])))
        else:
            stapel[-1].kinderen.append(alinea(kern))


def _item(stapel: list[_Bouw], item: re.Match[str], inspring: int) -> None:
    ouder = stapel[-1]
    if not (ouder.kinderen and isinstance(ouder.kinderen[-1], _Bouw) and ouder.kinderen[-1].node.soort is Soort.LIJST):
        ouder.kinderen.append(_Bouw(Node(Soort.LIJST), inspring))
    lijst = ouder.kinderen[-1]
    assert isinstance(lijst, _Bouw)
    soort = Soort.ONDERDEEL
    if item[1] == "-":
        soort = Soort.BEGRIP if re.match(r"[^:]{1,40}: ", item[2]) else Soort.STREEPJE
    knoop = _Bouw(Node(soort, nummer=nummer_van(item[1]), aanduiding=item[1].replace("-", "–")), inspring)
    lijst.kinderen.append(knoop)
    stapel.append(knoop)
    knoop.kinderen.append(alinea(item[2]))


def _neem(stapel: list[_Bouw], inspring: int) -> None:
    while stapel[-1].inspring >= inspring and len(stapel) > 1:
        stapel.pop()


def _voeg(stapel: list[_Bouw], nieuw: _Bouw) -> None:
    stapel[-1].kinderen.append(nieuw)
    stapel.append(nieuw)


def toon(node: Node) -> str:
    """The regulation as compact text."""
    return "\n".join(_toon(node, 0))


def _toon(node: Node, diep: int) -> list[str]:
    uit: list[str] = []
    for kind in node.kinderen:
        wit = " " * diep
        if kind.soort.value in _KOPPEN:
            uit.append(_kopregel(kind))
            uit += _toon(kind, 0)
        elif kind.soort is Soort.LID:
            uit += _met_merk(kind, 0, 1)
        elif kind.soort is Soort.LIJST:
            uit += _toon(kind, max(2, diep + diep % 2))
        elif kind.soort in ITEMS:
            uit += _met_merk(kind, diep, diep + 2)
        elif kind.soort is Soort.TABEL:
            uit.append(f"{wit}[tabel {platte_tekst(kind.opschrift)}]".replace(" ]", "]"))
            uit += ["| " + " | ".join(_cel(c) for c in rij.kinderen) for rij in kind.kinderen]
        else:
            uit.append(wit + ("# " if kind.soort is Soort.TUSSENKOP else "") + platte_tekst(kind.tekst))
    return uit


def _cel(cel: Node) -> str:
    return " ".join(platte_tekst(k.tekst) for k in (cel, *cel.kinderen)).strip()


def _kopregel(node: Node) -> str:
    kop = f" | {platte_tekst(node.opschrift)}" if node.opschrift else ""
    weg = " [vervallen]" if node.status is Status.VERVALLEN else ""
    return f"{node.label} {node.aanduiding}".rstrip() + kop + weg


def _met_merk(node: Node, diep: int, binnen: int) -> list[str]:
    merk = node.aanduiding.replace("–", "-")
    eerste, rest = "", node.kinderen
    if rest and rest[0].soort is Soort.AL:
        eerste, rest = platte_tekst(rest[0].tekst), rest[1:]
    return [f"{' ' * diep}{merk} {eerste}", *_toon(replace(node, kinderen=rest), binnen)]
