"""Regeling → plain text: header, headings, printed markers, indentation; an incomplete text says so on top."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from amend.model.regeling import Regeling
from amend.model.tree import INDELING, ITEMS, Node, Run, Soort, Status, Tekst
from amend.model.versiekop import LET_OP, ONVOLLEDIG, STERREN, STREEP_OPSCHRIFT, STREEP_TITEL, VersieKop, streep
from amend.write.html_tekst import fragment_tekst
from amend.write.kopregels import kopregels, onvolledig, titel_van, waarschuwingen

_STATUS: Final = {Status.VERVALLEN: "[Vervallen]", Status.GERESERVEERD: "[Gereserveerd]"}
_LUCHT: Final = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.DIVISIE, Soort.SLUITING, Soort.TOELICHTING}


def schrijf_tekst(regeling: Regeling, *, kop: VersieKop | None = None) -> str:
    """The regulation as text. ``kop``: which version this is."""
    noten: list[str] = []
    titel = " ".join(titel_van(regeling, kop).split())
    regels = [titel, streep(titel, STREEP_TITEL)]
    redenen = onvolledig(regeling, kop)
    if redenen:
        regels += ["", f"{STERREN}{ONVOLLEDIG} ***", *(f"{STERREN}{reden}" for reden in redenen)]
    regels += ["", *(f"{naam}: {waarde}" for naam, waarde in kopregels(kop))] if kop else []
    regels += ["", *(f"{LET_OP}{zin}" for zin in waarschuwingen(regeling, kop))]
    opschrift = " ".join(_plat(regeling.root.opschrift, noten).split())
    if opschrift not in ("", regels[0]):
        regels += ["", opschrift, streep(opschrift, STREEP_OPSCHRIFT), ""]
    for kind in regeling.root.kinderen:
        regels.extend(_node(kind, 0, noten))
    if noten:
        regels += ["", "Voetnoten", *(f"[{n}] {noot}" for n, noot in enumerate(noten, 1))]
    return _zonder_dubbele_lucht(regels)


def _zonder_dubbele_lucht(regels: list[str]) -> str:
    uit: list[str] = []
    for regel in regels:
        if regel.strip() or (uit and uit[-1]):
            uit.append(regel.rstrip())
    return "\n".join(uit).rstrip() + "\n"


def _node(node: Node, diepte: int, noten: list[str]) -> Iterator[str]:
    wit = "  " * diepte
    if node.soort is Soort.FRAGMENT:
        yield wit + fragment_tekst(node.xml)
    elif node.soort is Soort.TABEL:
        yield from _tabel(node, wit, noten)
    elif node.soort in ITEMS or node.soort is Soort.LID:
        yield from _genummerd(node, diepte, noten)
    else:
        if node.soort in _LUCHT:
            yield ""
        if regel := _regel(node, noten):
            yield wit + regel
        yield from _kinderen(node, diepte, noten)


def _regel(node: Node, noten: list[str]) -> str:
    delen = (node.label, node.aanduiding, _plat(node.opschrift, noten), _plat(node.tekst, noten))
    return " ".join(filter(None, (*delen, _STATUS.get(node.status, ""))))


def _kinderen(node: Node, diepte: int, noten: list[str]) -> Iterator[str]:
    for kind in node.kinderen:
        yield from _node(kind, diepte, noten)


def _genummerd(node: Node, diepte: int, noten: list[str]) -> Iterator[str]:
    """The marker stands before the first line of the content; the rest is indented below it."""
    wit, kop = "  " * diepte, _regel(node, noten)
    inhoud = [regel for regel in _kinderen(node, diepte + 1, noten) if regel.strip()]
    if inhoud:
        kop = f"{kop} {inhoud[0].strip()}".strip()
    yield wit + kop
    yield from inhoud[1:]


def _tabel(node: Node, wit: str, noten: list[str]) -> Iterator[str]:
    if kop := _regel(node, noten):
        yield wit + kop
    for rij in node.kinderen:
        cellen = [" / ".join(r.strip() for r in _node(cel, 0, noten) if r.strip()) for cel in rij.kinderen]
        yield wit + "| " + " | ".join(cellen) + " |"


def _plat(tekst: Tekst, noten: list[str]) -> str:
    uit: list[str] = []
    vorige: object = None
    for run in tekst:
        noot = next((mark for mark in run.marks if mark.naam == "noot"), None)
        if noot is None:
            uit.append(_run(run))
        elif noot == vorige:
            noten[-1] += _run(run)
        else:
            noten.append(_run(run))
            uit.append(f"[{len(noten)}]")
        vorige = noot
    return "".join(uit)


def _run(run: Run) -> str:
    fragment = next((dict(mark.attributen).get("xml", "") for mark in run.marks if mark.naam == "fragment"), "")
    return run.tekst or fragment_tekst(fragment)
