"""Text against text, word by word: never half a word; numbers, amounts and dates whole.

A text becomes *tokens*, two texts become *segments*: stretches that are equal, or an old stretch with what replaced it.
A segment keeps the runs it was cut from, so that the old and the new text can be put together again exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from amend.compare.uitlijnen import Gat, Paren, gaten, per_sleutel
from amend.model.kalender import MAANDNAAM
from amend.model.tree import Run, Tekst

_TOKEN: Final = re.compile(
    rf"""(?:€|EUR|f)[ \u00a0]?\d[\d.]*(?:,(?:\d+|-+|–|—))?     # amounts
    | \d{{1,2}}[ \u00a0](?:{MAANDNAAM})\b(?:[ \u00a0]\d{{4}}\b)?    # dates
    | \d+(?:[.,:/-]\d+)*[ \u00a0]?(?:%|‰)
    | \d+(?:[.,:/-]\d+)*(?:°|º|[a-z]{{1,3}}\b|[A-Z]\b)?       # numbers: 2:10a, 50,25, 1°, 2e
    | \w+(?:[-‑'’]\w+)*-?                                   # words
    | \s+
    | .""",
    re.VERBOSE | re.DOTALL,
)
_WOORD: Final = re.compile(r"\w")


def tokens(tekst: str) -> list[str]:
    """The tokens of a plain text; joined they are the text again."""
    return _TOKEN.findall(tekst)


def woordtokens(tekst: str) -> list[str]:
    """The tokens that hold a letter or a digit."""
    return [token for token in tokens(tekst) if _WOORD.search(token)]


class Stuk(NamedTuple):
    """A piece of a run; ``hecht``: it follows the previous piece within the same run of the source."""

    run: Run
    hecht: bool


Stukken = tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of two texts. ``gelijk``: the characters are the same (marks or origin may differ)."""

    oud: Stukken
    nieuw: Stukken
    gelijk: bool

    @property
    def oude_tekst(self) -> str:
        """The old characters."""
        return "".join(stuk.run.tekst for stuk in self.oud)

    @property
    def nieuwe_tekst(self) -> str:
        """The new characters."""
        return "".join(stuk.run.tekst for stuk in self.nieuw)

    @property
    def opmaak(self) -> bool:
        """True when only marks differ (not counting where a run begins)."""
        return self.gelijk and self.oud != self.nieuw and _opmaak(self.oud) != _opmaak(self.nieuw)


def _opmaak(stukken: Stukken) -> list[tuple[str, object]]:
    return [(teken, stuk.run.marks) for stuk in stukken for teken in stuk.run.tekst or ("",)]


class _Token(NamedTuple):
    sleutel: object
    herkomst: object
    stukken: Stukken


def _tokens(tekst: Tekst) -> list[_Token]:
    """Tokens of runs; a run without characters (a picture) is a token of its own."""
    uit: list[_Token] = []
    begin = 0
    for n, run in enumerate((*tekst, Run(""))):
        if run.tekst:
            continue
        uit.extend(_snij(tekst[begin:n]))
        if n < len(tekst):
            uit.append(_Token(("leeg", run.marks), run.oorsprong, (Stuk(run, hecht=False),)))
        begin = n + 1
    return uit


def _snij(tekst: Tekst) -> Iterable[_Token]:
    """Tokens of neighbouring runs; a token may span several of them."""
    index = plek = 0
    for token in tokens("".join(run.tekst for run in tekst)):
        stukken, rest = [], len(token)
        while rest:
            run = tekst[index]
            deel = run.tekst[plek : plek + rest]
            stukken.append(Stuk(Run(deel, run.marks, run.oorsprong), plek > 0))
            rest, plek = rest - len(deel), plek + len(deel)
            if plek == len(run.tekst):
                index, plek = index + 1, 0
        yield _Token(token, stukken[0].run.oorsprong, tuple(stukken))


def voeg(stukken: Iterable[Stuk]) -> Tekst:
    """The runs that the pieces were cut from."""
    return tuple(stuk.run for stuk in _aaneen(stukken))


def _aaneen(stukken: Iterable[Stuk]) -> list[Stuk]:
    """Pieces of one run joined to one piece."""
    groepen: list[list[Stuk]] = []
    for stuk in stukken:
        if stuk.hecht and groepen:
            groepen[-1].append(stuk)
        else:
            groepen.append([stuk])
    return [
        groep[0]
        if len(groep) == 1
        else Stuk(replace(groep[0].run, tekst="".join(stuk.run.tekst for stuk in groep)), groep[0].hecht)
        for groep in groepen
    ]


def segmenten(oud: Tekst, nieuw: Tekst, *, identiteit: bool = False) -> tuple[Segment, ...]:
    """Old runs against new runs. ``identiteit``: both are of one history, so an equal origin marks kept text."""
    a, b = _tokens(oud), _tokens(nieuw)
    gat: Gat = (0, len(a), 0, len(b))
    paren: Paren = []
    if identiteit:
        bewaard = {token.herkomst for token in a}
        paren = per_sleutel(
            gat,
            lambda i: (a[i].sleutel, a[i].herkomst),
            lambda j: (b[j].sleutel, b[j].herkomst) if b[j].herkomst in bewaard else None,
        )
    extra = [paar for g in gaten(paren, gat) for paar in per_sleutel(g, lambda i: a[i].sleutel, lambda j: b[j].sleutel)]
    return _bouw(a, b, sorted((*paren, *extra)))


def _bouw(a: Sequence[_Token], b: Sequence[_Token], paren: Paren) -> tuple[Segment, ...]:
    stroken: list[tuple[list[_Token], list[_Token], bool]] = []
    i = j = 0
    for p, q in (*paren, (len(a), len(b))):
        if p > i or q > j:
            stroken.append((list(a[i:p]), list(b[j:q]), False))
        if p < len(a):
            if stroken and stroken[-1][2]:
                stroken[-1][0].append(a[p])
                stroken[-1][1].append(b[q])
            else:
                stroken.append(([a[p]], [b[q]], True))
        i, j = p + 1, q + 1
    return tuple(_segment(*strook) for strook in _leesbaar(stroken))


Strook = tuple[list[_Token], list[_Token], bool]


def _leesbaar(stroken: list[Strook]) -> list[Strook]:
    """Equal stretches that are only white space, or few words in much change, join the change around them."""
    uit: list[Strook] = []
    for n, strook in enumerate(stroken):
        midden = strook[2] and 0 < n < len(stroken) - 1
        if uit and not uit[-1][2] and (not strook[2] or (midden and _verwaarloosbaar(strook, uit[-1], stroken[n + 1]))):
            uit[-1][0].extend(strook[0])
            uit[-1][1].extend(strook[1])
        else:
            uit.append(strook)
    return uit


def _verwaarloosbaar(strook: Strook, links: Strook, rechts: Strook) -> bool:
    if all(isinstance(token.sleutel, str) and token.sleutel.isspace() for token in strook[0]):
        return True
    eigen = _aantal(strook[0])
    omgeving = min(max(_aantal(s[0]), _aantal(s[1])) for s in (links, rechts))
    return eigen <= 2 and max(eigen, 1) * 3 <= omgeving


def _aantal(rij: Sequence[_Token]) -> int:
    return sum(1 for token in rij if not (isinstance(token.sleutel, str) and not _WOORD.search(token.sleutel)))


def _segment(a: Sequence[_Token], b: Sequence[_Token], gelijk: bool) -> Segment:
    oud = _pak(a)
    nieuw = _pak(b)
    return Segment(oud, oud if oud == nieuw else nieuw, gelijk)


def _pak(rij: Sequence[_Token]) -> Stukken:
    """The pieces of the tokens, neighbours of one run joined."""
    return tuple(_aaneen(stuk for token in rij for stuk in token.stukken))


def woordparen(delen: Iterable[Segment]) -> tuple[tuple[str, str], ...]:
    """What was replaced by what, in order; ("", x) is an insertion, (x, "") a removal."""
    uit = []
    for deel in delen:
        if deel.gelijk:
            continue
        oud, nieuw = deel.oude_tekst, deel.nieuwe_tekst
        kaal = (oud.strip(), nieuw.strip())
        uit.append(kaal if kaal[0] != kaal[1] else (oud, nieuw))
    return tuple(uit)
