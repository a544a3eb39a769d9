"""References to national law in a version of a text: JCI 1.3 with the two days of that version (g and z)."""

from __future__ import annotations

from dataclasses import replace

from amend.model.jci import als_jci, met_moment
from amend.model.regeling import Regeling
from amend.model.tree import Mark, Node, Tekst
from amend.write.uitgave import Uitgave

_DOEL = ("doc", "ref")


def op_moment(regeling: Regeling, uitgave: Uitgave) -> Regeling:
    """The same words; references that name no days of their own get those of the version."""
    return replace(regeling, root=_node(regeling.root, uitgave))


def _node(node: Node, uitgave: Uitgave) -> Node:
    kinderen = tuple(_node(kind, uitgave) for kind in node.kinderen)
    tekst, opschrift = _tekst(node.tekst, uitgave), _tekst(node.opschrift, uitgave)
    zelfde = tekst is node.tekst and opschrift is node.opschrift
    if zelfde and all(a is b for a, b in zip(kinderen, node.kinderen, strict=True)):
        return node
    return replace(node, kinderen=kinderen, tekst=tekst, opschrift=opschrift)


def _tekst(tekst: Tekst, uitgave: Uitgave) -> Tekst:
    if not any(mark.naam.lower() == "extref" for run in tekst for mark in run.marks):
        return tekst
    return tuple(replace(run, marks=tuple(_mark(mark, uitgave) for mark in run.marks)) for run in tekst)


def _mark(mark: Mark, uitgave: Uitgave) -> Mark:
    if mark.naam.lower() != "extref":
        return mark
    versie = uitgave.versie
    dagen = (versie.geldig_op, versie.bekend_op) if versie is not None else (None, None)
    nieuw = tuple((k, met_moment(als_jci(w), *dagen) if k in _DOEL else w) for k, w in mark.attributen)
    return replace(mark, attributen=nieuw)
