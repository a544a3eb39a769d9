"""Structure that stands in a file as plain paragraphs: "Artikel 1. Begripsbepalingen" in bold, "1. De raad …".

Some files of the registers have an empty text part with everything in the aanhef, or articles as bold lines under a
chapter. Here such lines become articles and divisions, so that instructions find them. Every character stays, in its
order; what is done is reported by the caller. Nothing is done unless there are at least two such articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from amend.model.tree import INDELING, Mark, Node, Run, Soort, Tekst, platte_tekst, vervang_tekens
from amend.model.vocabulaire import EXTRA_IN
from amend.model.witruimte import normaliseer
from amend.read.koppen import Kop, is_sluiting, kop_van

_VET: Final = ("vet", "nadruk", "b", "onderstreept", "cursief")
_RANG: Final = {
    soort: i
    for i, soort in enumerate(
        (
            *(Soort.BIJLAGE, Soort.BOEK, Soort.DEEL, Soort.TITEL, Soort.HOOFDSTUK, Soort.AFDELING, Soort.PARAGRAAF),
            *(Soort.SUBPARAGRAAF, Soort.ARTIKEL),
        )
    )
}


@dataclass(frozen=True, slots=True)
class Herbouw:
    """Paragraphs as structure: what stands before the first heading, the structure, and the closing lines."""

    voor: tuple[Node, ...]
    lichaam: tuple[Node, ...]
    slot: tuple[Node, ...]


@dataclass(slots=True)
class _Bouw:
    """An element under construction."""

    node: Node
    kinderen: list[Node | _Bouw] = field(default_factory=list)

    def klaar(self) -> Node:
        """The finished element."""
        return replace(self.node, kinderen=tuple(k.klaar() if isinstance(k, _Bouw) else k for k in self.kinderen))


def herbouw(blokken: Sequence[Node], *, alleen_opgemaakt: bool = False) -> Herbouw | None:
    """The structure that these blocks stand for; None when they hold fewer than two article headings.

    ``alleen_opgemaakt``: plain lines are no headings; for a file that has real articles elsewhere.
    """
    koppen = [_kop(blok) for blok in blokken]
    opgemaakt = [kop is not None and _is_opgemaakt(blok) for kop, blok in zip(koppen, blokken, strict=True)]
    if sum(kop is not None and kop.soort is Soort.ARTIKEL and o for kop, o in zip(koppen, opgemaakt, strict=True)) >= 2:
        koppen = [kop if o else None for kop, o in zip(koppen, opgemaakt, strict=True)]
    elif alleen_opgemaakt:
        return None
    if sum(kop is not None and kop.soort is Soort.ARTIKEL for kop in koppen) < 2:
        return None
    eerste = next(i for i, kop in enumerate(koppen) if kop is not None)
    begin = next((i for i in range(eerste - 1, -1, -1) if not _is_tussenkop(blokken[i])), -1) + 1
    einde = next(
        (i for i in range(len(blokken) - 1, eerste, -1) if is_sluiting(_plat(blokken[i])) and not any(koppen[i:])),
        len(blokken),
    )
    lichaam = _lichaam(list(zip(koppen, map(_los, blokken), strict=True))[begin:einde])
    return Herbouw(tuple(blokken[:begin]), lichaam, tuple(blokken[einde:]))


def _plat(blok: Node) -> str:
    return " ".join(platte_tekst(blok.tekst).split())


def _kop(blok: Node) -> Kop | None:
    """The heading that a paragraph is; None when it is text, or when its words are not all in the heading."""
    if blok.soort not in (Soort.AL, Soort.TUSSENKOP) or blok.kinderen:
        return None
    tekst = _plat(blok)
    kop = kop_van(tekst) if len(tekst) < 300 else None
    if kop is None:
        return None
    delen = " ".join(filter(None, (kop.label, kop.aanduiding, kop.opschrift, kop.rest)))
    return kop if "".join(delen.split()) == "".join(tekst.split()) else None


def _is_opgemaakt(blok: Node) -> bool:
    """True when the whole line is emphasised, or is marked as a small heading."""
    return blok.soort is Soort.TUSSENKOP or all(
        any(mark.naam in _VET for mark in run.marks) for run in blok.tekst if run.tekst.strip()
    )


def _is_tussenkop(blok: Node) -> bool:
    tekst = _plat(blok)
    return bool(tekst) and blok.soort in (Soort.AL, Soort.TUSSENKOP) and _is_opgemaakt(blok) and len(tekst) < 100


def _los(blok: Node) -> Node:
    """The block without the note that it stood in the aanhef."""
    return replace(blok, extra=tuple(paar for paar in blok.extra if paar[0] != EXTRA_IN)) if blok.extra else blok


def _lichaam(rij: Sequence[tuple[Kop | None, Node]]) -> tuple[Node, ...]:
    wortel = _Bouw(Node(Soort.REGELING))
    open_ = [wortel]
    for plek, (kop, blok) in enumerate(rij):
        if kop is None:
            boven = _is_tussenkop(blok) and _voor_kop(rij, plek)
            houder = next(b for b in reversed(open_) if b.node.soort is not Soort.ARTIKEL) if boven else open_[-1]
            houder.kinderen.append(replace(blok, soort=Soort.TUSSENKOP) if boven else blok)
            continue
        nieuw = _Bouw(_node(kop, blok))
        while len(open_) > 1 and _RANG[open_[-1].node.soort] >= _RANG[kop.soort]:
            open_.pop()
        if kop.soort is Soort.BIJLAGE:
            del open_[1:]
        open_[-1].kinderen.append(nieuw)
        open_.append(nieuw)
        if kop.rest:
            nieuw.kinderen.append(Node(Soort.AL, tekst=_staart(blok.tekst, kop.rest)))
    return tuple(wortel.klaar().kinderen)


def _voor_kop(rij: Sequence[tuple[Kop | None, Node]], plek: int) -> bool:
    """True when only emphasised lines stand between this block and the next heading."""
    for kop, blok in rij[plek + 1 :]:
        if kop is not None:
            return True
        if not _is_tussenkop(blok):
            return False
    return False


def _node(kop: Kop, blok: Node) -> Node:
    opschrift = _staart(blok.tekst, " ".join(filter(None, (kop.opschrift, kop.rest)))) if kop.opschrift else ()
    if kop.rest and opschrift:
        lengte = len(platte_tekst(opschrift)) - len(kop.rest)
        opschrift = normaliseer(vervang_tekens(opschrift, max(lengte, 0), len(platte_tekst(opschrift)), ()))
    return Node(
        kop.soort,
        nummer=kop.nummer,
        label=kop.label,
        aanduiding=kop.aanduiding,
        opschrift=_zonder_nadruk(opschrift),
    )


def _staart(tekst: Tekst, einde: str) -> Tekst:
    """The closing part of a line as runs, with the marks inside it."""
    lengte = len(platte_tekst(tekst))
    for begin in range(lengte, -1, -1):
        if "".join(platte_tekst(tekst)[begin:].split()) == "".join(einde.split()):
            return normaliseer(vervang_tekens(tekst, 0, begin, ()))
    return (Run(einde),)


def _zonder_nadruk(tekst: Tekst) -> Tekst:
    """A heading without the emphasis that only said that it is one."""
    gemeen = [mark for mark in (tekst[0].marks if tekst else ()) if all(mark in run.marks for run in tekst)]
    weg = {mark for mark in gemeen if mark.naam in _VET}
    return normaliseer(tuple(replace(run, marks=_zonder(run.marks, weg)) for run in tekst))


def _zonder(marks: tuple[Mark, ...], weg: set[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark not in weg)


def heeft_artikelen(node: Node) -> bool:
    """True when an article stands anywhere below a division or the body."""
    return any(
        kind.soort is Soort.ARTIKEL or (kind.soort in INDELING and heeft_artikelen(kind)) for kind in node.kinderen
    )
