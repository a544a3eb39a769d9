"""Which steps depend on a refused one: what it would have written, renumbered, freed or created.

Places are compared as keys: the numbered levels from the article, annex or division inward. Two keys touch when one
is the beginning of the other, so a refused change of one lid holds up the article as a whole and that lid, not the
other leden. A heading is a part of its own: what stands below a division does not depend on it. Elements that do not
exist cannot have been written or freed by a refused step: they hold nothing up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from amend.apply.bind import STRUCTUUR
from amend.apply.kiezen import los
from amend.apply.los_van import staat_los
from amend.apply.register import Register
from amend.model.address import Niveau, Plaats
from amend.model.numbering import reeks
from amend.model.operations import (
    Handeling,
    Kader,
    MetDoel,
    TrekIn,
    Vernummer,
    Verplaats,
    Vervang,
    VervangLeesteken,
    VervangOpschrift,
    VervangTekst,
    Verwijder,
    VerwijderTekst,
    VoegIn,
    VoegTekstIn,
    VoegTekstToe,
    VoegToe,
)
from amend.model.stap import Stap
from amend.model.tree import INDELING, Node, Pad, Soort, op_pad

Sleutel = tuple[tuple[str, str], ...]
_VAST: Final = frozenset({*STRUCTUUR, "lid", "onderdeel", "begrip"})
_KOP: Final = "opschrift"
_INDELING: Final = frozenset(map(str, INDELING))
_ARTIKELEN: Final = re.compile(
    r"\bartikel(?:en)?\s+((?:\d+[a-z]?(?:[.:]\d+[a-z]*)*(?:,\s+|\s+en\s+|\s+tot en met\s+|\s+tot\s+)?)+)", re.I
)
_STRUCTUREEL: Final = re.compile(
    r"vernummer|verletter|verval|ingevoegd|toegevoegd|verplaats|komt te luiden|komen te luiden|vervangen", re.I
)


@dataclass(frozen=True, slots=True)
class _Woorden:
    """A refused change of words; without operations it was not understood, so what it would do is unknown."""

    oorzaak: str
    bewerkingen: tuple[Handeling, ...] = ()


class Geraakt:
    """What refused and waiting steps would have touched, and because of which refused step."""

    __slots__ = ("_alles", "_begin", "_precies", "_woorden")

    def __init__(self) -> None:
        self._precies: dict[Sleutel, str] = {}
        self._begin: dict[Sleutel, str] = {}
        self._woorden: dict[Sleutel, tuple[_Woorden, ...]] = {}
        self._alles: str | None = None

    def neem_op(self, stap: Stap, root: Node, register: Register, oorzaak: str) -> None:
        """Remember a step that is not executed. One that only changes words is remembered apart."""
        if stap.bewerkingen and all(isinstance(op, _WOORDEN) for op in stap.bewerkingen):
            for sleutel in _geschreven(stap, root, register):
                self._onthoud(sleutel, _Woorden(oorzaak, stap.bewerkingen))
            return
        if not stap.bewerkingen and stap.plaatsen:
            for sleutel in (s for plaats in stap.plaatsen for s in _sleutels(plaats, root, register) if s):
                self._onthoud(sleutel, _Woorden(oorzaak))  # it can only work within its frame
            return
        for sleutel in _geschreven(stap, root, register):
            self._precies.setdefault(sleutel, oorzaak)
            for diepte in range(1, len(sleutel)):
                self._begin.setdefault(sleutel[:diepte], oorzaak)
        if not stap.bewerkingen and _onbekend_bereik(stap):
            self._alles = self._alles or oorzaak

    def _onthoud(self, sleutel: Sleutel, *woorden: _Woorden) -> None:
        self._woorden[sleutel] = (*self._woorden.get(sleutel, ()), *woorden)

    def wacht_op(self, stap: Stap, root: Node, register: Register) -> str | None:
        """The refused step on which ``stap`` depends, or None."""
        if not self._precies and self._alles is None and not self._woorden:
            return None
        if (woorden := self._wacht_op_woorden(stap, root, register)) is not None:
            return woorden
        sleutels = list(_alle(stap, root, register))
        if self._alles is not None and sleutels:
            return self._alles
        for sleutel in sleutels:
            if sleutel in self._begin:
                return self._begin[sleutel]
            for diepte in range(1, len(sleutel) + 1):
                if sleutel[:diepte] in self._precies:
                    return self._precies[sleutel[:diepte]]
        return self._wacht_op_anker(stap, root, register)

    def _wacht_op_anker(self, stap: Stap, root: Node, register: Register) -> str | None:
        """An anchor is only looked up: it depends on what would make, move or number it, not on what is in it."""
        for plaats in (plaats for op in stap.bewerkingen for plaats in _gelezen(op)):
            for sleutel in _sleutels(plaats, root, register):
                for diepte in range(1, len(sleutel) + 1):
                    if sleutel[:diepte] in self._precies:
                        return self._precies[sleutel[:diepte]]
        return None

    def _wacht_op_woorden(self, stap: Stap, root: Node, register: Register) -> str | None:
        """A change of words in the same place, or of a part of it; not one of the element as a whole.

        Renumbering, moving, repealing and replacing an element do not read the words in it, and a change of other
        words is the same before and after (``los_van``).
        """
        for op in stap.bewerkingen if self._woorden else ():
            eigen = list(_alle(replace(stap, bewerkingen=(op,)), root, register))
            heel = isinstance(op, Vernummer | Verplaats | Verwijder | Vervang) and not _is_deel(op)
            for sleutel, geweigerd in self._woorden.items():
                for ander in eigen:
                    binnen = sleutel[: len(ander)] == ander
                    if (binnen and not heel) or (len(ander) > len(sleutel) and ander[: len(sleutel)] == sleutel):
                        for woorden in geweigerd:
                            if not staat_los(op, woorden.bewerkingen, in_zin=_is_deel(op)):
                                return woorden.oorzaak
        return None

    def volg(self, stap: Stap) -> None:
        """After a step: what was remembered under an old number holds for the new one; replaced text is certain."""
        for op in stap.bewerkingen:
            if isinstance(op, Vervang | Verwijder) and not _is_deel(op):
                weg = [sleutel for plaats in op.doel for sleutel in _tel(plaats)]
                over = {s: o for s, o in self._woorden.items() if not any(s[: len(w)] == w for w in weg if w)}
                self._woorden = over
            if not isinstance(op, Vernummer):
                continue
            for van, naar in zip(op.van, op.naar, strict=False):
                for oud, nieuw in zip(_tel(van), _tel(naar), strict=False):
                    for sleutel, woorden in list(self._woorden.items()):
                        if sleutel[: len(oud)] == oud:
                            self._onthoud((*nieuw, *sleutel[len(oud) :]), *woorden)


_WOORDEN: Final = (VervangTekst, VoegTekstIn, VoegTekstToe, VerwijderTekst, VervangLeesteken)


def _is_deel(op: Handeling) -> bool:
    """True when a target is a part of an element: a sentence, an aanhef, words counted."""
    doelen = op.van if isinstance(op, Vernummer) else op.doel if isinstance(op, MetDoel) else ()
    return any(n.soort not in _VAST for plaats in doelen for n in plaats.niveaus if n.soort != "regeling")


def _tel(plaats: Plaats) -> list[Sleutel]:
    """An address as keys of the numbered levels, a range counted out."""
    boven = tuple((n.soort, los(n.nummer)) for n in plaats.niveaus[:-1] if n.soort not in ("regeling", *_INDELING))
    laatste = plaats.laatste
    return [(*boven, (laatste.soort, los(nummer))) for nummer in _nummers(laatste)]


def _onbekend_bereik(stap: Stap) -> bool:
    """A sentence that was not understood, that renumbers, and that names no article: nothing after it is certain."""
    tekst = stap.zin.plat
    if stap.plaatsen:
        return False
    return bool(re.search(r"vernummer|verletter", tekst, re.I)) and not _ARTIKELEN.search(tekst)


def _uit_zin(stap: Stap) -> Iterator[Sleutel]:
    """The articles that a sentence without operations names."""
    if not _STRUCTUREEL.search(stap.zin.plat):
        return
    for treffer in _ARTIKELEN.finditer(stap.zin.plat):
        tekst = re.sub(r"\s+tot en met\s+|\s+tot\s+", "..", treffer[1].strip(" ,."))
        for deel in re.split(r",\s+|\s+en\s+", tekst):
            van, _, tot = deel.strip(" ,.").partition("..")
            if van:
                for nummer in _nummers(Niveau("artikel", van, tot)):
                    yield (("artikel", los(nummer)),)


def _geschreven(stap: Stap, root: Node, register: Register) -> Iterator[Sleutel]:
    """The keys that a step would write, renumber, free (only what exists) or create."""
    if not stap.bewerkingen:
        yield from _uit_zin(stap)
    for op in stap.bewerkingen:
        for plaats in _bestaand(op):
            for sleutel in _sleutels(plaats, root, register):
                if not sleutel or _bestaat(sleutel, root, register):
                    yield from _met_artikelen(sleutel, root, register) if sleutel else ()
        for plaats in _gemaakt(op):
            yield from (sleutel for sleutel in _sleutels(plaats, root, register) if sleutel)


def _alle(stap: Stap, root: Node, register: Register) -> Iterator[Sleutel]:
    """The keys that a step reads or writes."""
    for op in stap.bewerkingen:
        for plaats in (*_bestaand(op), *_gemaakt(op)):
            for sleutel in _sleutels(plaats, root, register):
                yield from _met_artikelen(sleutel, root, register) if sleutel else ()


def _bestaand(op: Handeling) -> tuple[Plaats, ...]:
    if isinstance(op, Vernummer):
        return op.van
    if isinstance(op, Kader | TrekIn):
        return ()
    if isinstance(op, VoegToe) and _nieuw(op):
        return ()
    if isinstance(op, VervangOpschrift):
        return tuple(p if p.laatste.soort == _KOP else p.met(Niveau(_KOP)) for p in op.doel if p)
    return op.doel if isinstance(op, MetDoel) else ()


def _gemaakt(op: Handeling) -> tuple[Plaats, ...]:
    if isinstance(op, Vernummer):
        ouder = op.van[0].ouder if op.van else Plaats()
        return tuple(ouder.met(*n.niveaus) if len(n.niveaus) == 1 else n for n in op.naar)
    if isinstance(op, VoegIn | VoegToe):
        return _nieuw(op)
    if isinstance(op, Vervang) and len(op.inhoud) > 1 and op.doel:
        return tuple(op.doel[0].ouder.met(Niveau(op.doel[0].laatste.soort, n.nummer)) for n in op.inhoud if n.nummer)
    return ()


def _nieuw(op: VoegIn | VoegToe) -> tuple[Plaats, ...]:
    """The places of inserted elements: number from the payload or the sentence, container from the anchor."""
    if isinstance(op, VoegToe):
        houder = op.doel[0] if op.doel else Plaats()
    else:
        anker = op.na or op.voor
        houder = anker.ouder if anker else op.in_ or Plaats()
    nodes = [k for node in op.inhoud for k in (node.kinderen if node.soort is Soort.LIJST else (node,))]
    paren = [(str(node.soort), node.nummer) for node in nodes if node.nummer] or [
        (op.soort, n) for n in op.nummer if op.soort
    ]
    return tuple(houder.met(Niveau(soort, nummer)) for soort, nummer in paren)


def _gelezen(op: Handeling) -> tuple[Plaats, ...]:
    if isinstance(op, VoegIn):
        return tuple(p for p in (op.na, op.voor) if p) or ((op.in_,) if op.in_ else ())
    if isinstance(op, Verplaats):
        return tuple(p for p in (op.na, op.voor, op.naar) if p)
    return ()


def _sleutels(plaats: Plaats, root: Node, register: Register) -> Iterator[Sleutel]:
    """An address as keys: divisions above an article left out, ranges expanded, cut at the first counted level."""
    niveaus = [n for n in plaats.niveaus if n.soort != "regeling"]
    if any(n.soort == "artikel" for n in niveaus) and not any(n.soort == "bijlage" for n in niveaus):
        niveaus = [n for n in niveaus if n.soort not in _INDELING]
    kop: list[Sleutel] = [()]
    for i, niveau in enumerate(niveaus):
        if niveau.soort == _KOP and any(kop):
            kop = [(*sleutel, (_KOP, "")) for sleutel in kop]
            break
        if niveau.soort not in _VAST or niveau.geteld or "laatste" in (niveau.nummer, niveau.tot):
            break
        nummers = list(_nummers(niveau))
        if niveau.tot and i == 0:
            nummers += _aanwezig(niveau, root, register)
        kop = [(*sleutel, (niveau.soort, nummer)) for sleutel in kop for nummer in dict.fromkeys(map(los, nummers))]
    yield from kop


def _nummers(niveau: Niveau) -> Iterable[str]:
    if niveau.citaat:
        return (niveau.citaat,)
    if not niveau.tot:
        return (niveau.nummer,)
    return (
        reeks(niveau.nummer, niveau.tot)
        or reeks(niveau.nummer, niveau.tot, romeins=True)
        or (niveau.nummer, niveau.tot)
    )


def _aanwezig(niveau: Niveau, root: Node, register: Register) -> list[str]:
    """The elements present between the ends of a range (G11)."""
    soort = STRUCTUUR.get(niveau.soort)
    if soort is None:
        return []
    nummers = [node.nummer for _, node in register.reeks(root, (), soort)]
    if niveau.nummer in nummers and niveau.tot in nummers:
        return nummers[nummers.index(niveau.nummer) : nummers.index(niveau.tot) + 1]
    return []


def _bestaat(sleutel: Sleutel, root: Node, register: Register) -> bool:
    """Whether the outermost element of a key exists."""
    return bool(_paden(sleutel, root, register))


def _paden(sleutel: Sleutel, root: Node, register: Register) -> list[Pad]:
    soort = STRUCTUUR.get(sleutel[0][0])
    if soort is None:
        return [()]
    exact = register.vind(root, (), soort, sleutel[0][1])
    return exact or [pad for pad, node in register.reeks(root, (), soort) if los(node.nummer) == sleutel[0][1]]


def _met_artikelen(sleutel: Sleutel, root: Node, register: Register) -> Iterator[Sleutel]:
    """A key; for a division also the articles in it."""
    yield sleutel
    if sleutel[-1][0] in _INDELING and len(sleutel) == 1:
        for pad in _paden(sleutel, root, register):
            if op_pad(root, pad).soort in INDELING:
                for _, node in register.reeks(root, pad, Soort.ARTIKEL):
                    yield (("artikel", los(node.nummer)),)
