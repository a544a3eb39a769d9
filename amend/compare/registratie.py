"""What a register records beside the text: not a change of the regulation, so taken off before two files are compared.

BWB and STOP keep identities, sources and dates on elements and references; in every toestand of BWB the references to
the regulation itself carry the date of that toestand. The files and what is read from them keep all of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from amend.model.regeling import Regeling
from amend.model.tree import Mark, Node, Run, Tekst
from amend.model.vocabulaire import EXTRA_STATUS

_VOORVOEGSELS: Final = ("bwb:", "stop:", EXTRA_STATUS)
_TECHNISCH: Final = frozenset({"verwijzing-id", "label-id", "bwb-ng-variabel-deel", "bwb-id", "eId", "wId"})
_DAG: Final = re.compile(r"&z=(\d{4}-\d\d-\d\d)&g=\1$")


def zonder_registratie(regeling: Regeling) -> Regeling:
    """The regulation without the records; the same value when there are none."""
    dag = regeling.meta.inwerkingtreding
    root = _node(regeling.root, dag.isoformat() if dag else "")
    overig = tuple(paar for paar in regeling.meta.overig if not paar[0].startswith(_VOORVOEGSELS))
    if root is regeling.root and len(overig) == len(regeling.meta.overig):
        return regeling
    return Regeling(replace(regeling.meta, overig=overig), root)


def _node(node: Node, dag: str) -> Node:
    kinderen = tuple(_node(kind, dag) for kind in node.kinderen)
    extra = tuple(paar for paar in node.extra if not paar[0].startswith(_VOORVOEGSELS))
    opschrift, tekst = _tekst(node.opschrift, dag), _tekst(node.tekst, dag)
    gelijk = all(a is b for a, b in zip(kinderen, node.kinderen, strict=True))
    if gelijk and extra == node.extra and opschrift is node.opschrift and tekst is node.tekst:
        return node
    return replace(node, kinderen=kinderen, extra=extra, opschrift=opschrift, tekst=tekst)


def _tekst(tekst: Tekst, dag: str) -> Tekst:
    uit = tuple(_run(run, dag) for run in tekst)
    return tekst if all(a is b for a, b in zip(uit, tekst, strict=True)) else uit


def _run(run: Run, dag: str) -> Run:
    marks = tuple(_mark(mark, dag) for mark in run.marks)
    return run if all(a is b for a, b in zip(marks, run.marks, strict=True)) else replace(run, marks=marks)


def _mark(mark: Mark, dag: str) -> Mark:
    attributen = tuple((naam, _zonder_dag(w, dag)) for naam, w in mark.attributen if naam not in _TECHNISCH)
    return mark if attributen == mark.attributen else Mark(mark.naam, attributen)


def _zonder_dag(waarde: str, dag: str) -> str:
    treffer = _DAG.search(waarde) if waarde.startswith("jci1.") else None
    return waarde[: treffer.start()] if treffer is not None and treffer[1] == dag else waarde
