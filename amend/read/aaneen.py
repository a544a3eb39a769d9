"""Text whose line ends were lost: "… besluit: ARTIKEL I De Wet X wordt als volgt gewijzigd: A Artikel 1 vervalt. B …".

Such a line is cut again where its own series prove a boundary: the next article of the decision, the next letter or
number in front of an instruction, the next lid or item of new text. Nothing is changed but the line ends; every piece
keeps its place in the source, and W136 says that it was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from amend.model.numbering import uit_romeins, volgende
from amend.read.instructietaal import lijkt_instructie
from amend.read.merken import is_vervolg

_MINIMUM: Final = 120
_VENSTER: Final = 400
_GEKLEEFD: Final = re.compile(
    r"(?:gewijzigd|aangebracht|aangepast|als volgt|luiden|luidende)\s?:\s*(?=[A-Z1a«“\"]).{10,}"
    r"|\b(?:BESLUIT(?:EN)?|[Bb]esluit(?:en)?|b e s l u i t(?: e n)?|verstaan)\s?:\s.*\b(?:ARTIKEL|Artikel)\s+[I1]\b"
    r"|(?:ARTIKEL|Artikel)\s+[IVX]+\b.*(?:ARTIKEL|Artikel)\s+[IVX]+\b",
    re.DOTALL,
)
_PUNT: Final = re.compile(
    r"""(?P<artikel>(?<=\s)(?:ARTIKEL|Artikel)\s+(?P<nr>[IVXL]+[a-z]?|\d{1,2})\b\.?(?=\s+[A-Z“"«\d]))
      | (?P<besluit>\b(?:BESLUIT(?:EN)?|[Bb]esluit(?:en)?|b\se\ss\s[l1]\su\si\st(?:\se\sn)?|verstaan)\s?:(?=\s))
      | (?P<kader>(?:gewijzigd(?:\sals\svolgt)?|aangebracht|aangepast)\s?:(?=\s*\S))
      | (?P<luidt>(?:luiden(?:de)?|luidend|lui\sdende?|luidt|als\svolgt|gelezen)
          (?:\s?:|(?=\s["“„‘]))
          (?=\s*["“„‘]?(?:Artikel\s|[1-9]\d?[a-z]?\.\s?\S|[a-z]\.\s|[A-Z][^.:;!?«»“”"]{2,120}\sArtikel\s\d)))
      | (?P<slot>(?<=\s)Aldus\s(?=vastgesteld|besloten|gedaan|gegeven))
      | (?P<kop>(?<=\s)(?:Citeertitel|Inwerkingtreding|Slotbepaling(?:en)?)(?=\s(?:1|De|Dit|Deze|Het)\b))
      | (?:(?<=[.:;,”"»’%)-])\s*|(?<=\w)\s+)
        (?P<merk>0?[A-Z]{1,2}[a-z]?\.?(?=\s)|(?:\d{1,2}[a-z]?|[a-z]{1,2}|[ivx]{1,4})\.(?=\s*\S))""",
    re.VERBOSE,
)
_EERSTE_ZIN: Final = re.compile(
    r".{10,}?(?:(?:[:;]|\w{4}[”\"»’)]?\.)(?=\s|$)|(?=\s(?:ARTIKEL|Artikel)\s[IVX]+\b))", re.DOTALL
)
_OPSCHRIFT: Final = re.compile(r"[\"“„‘]?[A-Z](?:[^\s.:;!?]+\s+){0,15}[^\s.:;!?]+\s+")
_AANHALING: Final = re.compile(
    r"«[^»]{0,600}»|“[^”“]{0,300}”|‘[^’‘]{0,300}’(?!\w)|\"(?:(?!artikel)[^\"]){0,300}\"", re.I
)


def knip(regel: str) -> list[int]:
    """The offsets at which the pieces of the line begin, the first being 0; one piece when it is an ordinary line."""
    if len(regel) <= _MINIMUM:
        return [0]
    grenzen = list(_grenzen(regel)) if _GEKLEEFD.search(regel) else []
    stukken = sorted({0, *grenzen}) if len(grenzen) > 1 else [0]
    uit: list[int] = []
    for begin, eind in zip(stukken, [*stukken[1:], len(regel)], strict=True):
        uit += [begin, *(begin + plek for plek in _reeks_zonder_spatie(regel[begin:eind]))]
    return uit


def _buiten_aanhaling(regel: str) -> str:
    """The line with quoted words blanked, so that no boundary is seen in them."""
    return _AANHALING.sub(lambda treffer: "«" + "_" * (len(treffer[0]) - 2) + "»", regel)


@dataclass(slots=True)
class _Reeksen:
    """The last label of each series so far: article of the decision, letter, number, item of new text."""

    artikel: str = ""
    romeins: bool = False
    deel: dict[str, str] = field(default_factory=dict)
    in_tekst: bool = False
    vanaf: int = 0
    """Where the new text begins."""
    tekst: dict[str, str] = field(default_factory=dict)


def _grenzen(regel: str) -> Iterator[int]:
    """Where pieces begin, in order."""
    stand = _Reeksen()
    kaal = _buiten_aanhaling(regel)
    for treffer in _PUNT.finditer(kaal):
        match treffer.lastgroup:
            case "nr" | "artikel":
                yield from _artikel(regel, treffer, stand)
            case "besluit" | "kader":
                stand.in_tekst = False
                if treffer.lastgroup == "besluit":
                    stand.artikel = ""
                yield _na(regel, treffer.end())
            case "luidt":
                stand.in_tekst, stand.tekst, stand.vanaf = True, {}, _na(regel, treffer.end())
                yield stand.vanaf
            case "slot":
                yield treffer.start()
            case "kop":
                yield from (treffer.start(), _na(regel, treffer.end()))
            case _:
                yield from _merk(regel, treffer, stand)


def _na(regel: str, plek: int) -> int:
    return plek + len(regel[plek:]) - len(regel[plek:].lstrip())


def _artikel(regel: str, treffer: re.Match[str], stand: _Reeksen) -> Iterator[int]:
    """The next article of the decision (its heading stands alone then), or the first article of new text."""
    nummer = treffer["nr"]
    romeins = uit_romeins(nummer) is not None
    if not stand.artikel and (romeins or nummer == "1"):
        stand.romeins = romeins
    elif nummer == "I" and stand.romeins and stand.artikel != "I":
        pass  # the next decision on the same page
    elif romeins != stand.romeins or not (stand.artikel and is_vervolg(nummer, stand.artikel, "R" if romeins else "n")):
        if stand.in_tekst and not stand.tekst and not romeins:
            stand.tekst["artikel"] = nummer
            if _OPSCHRIFT.fullmatch(regel[stand.vanaf : treffer.start()]):
                yield treffer.start()  # the heading stands above the number
            yield _na(regel, treffer.end())
        return
    stand.artikel, stand.deel, stand.in_tekst = nummer, {}, False
    yield treffer.start()
    yield _na(regel, treffer.end())


def _merk(regel: str, treffer: re.Match[str], stand: _Reeksen) -> Iterator[int]:
    """A letter or number in front of an instruction, or the next lid or item of the new text."""
    merk = treffer["merk"]
    rest = regel[_na(regel, treffer.end()) :][:_VENSTER]
    kaal, zin = merk.rstrip("."), _EERSTE_ZIN.match(rest)
    stijl = "A" if kaal[-1:].isupper() or kaal[:1].isupper() else "n" if kaal[0].isdigit() else "a"
    los = regel[treffer.end() : treffer.end() + 1].isspace()
    if los and lijkt_instructie(zin[0] if zin else rest) and _volgt(kaal, stand.deel.get(stijl, ""), stijl):
        stand.deel[stijl], stand.in_tekst = kaal, False
        for lager in {"A": "na", "n": "a", "a": ""}[stijl]:
            stand.deel.pop(lager, None)
        yield treffer.start("merk")
    elif stand.in_tekst and stijl != "A" and merk.endswith("."):
        ervoor = regel[: treffer.start("merk")].rstrip()[-1:]
        begin = not stand.tekst.get(stijl) and (ervoor == ":" or stand.tekst.keys() <= {"artikel"})
        eind = begin or ervoor in '.;:,-%)”"'
        if eind and (_volgt(kaal, stand.tekst.get(stijl, ""), stijl) or (begin and stijl == "n")):
            stand.tekst[stijl] = kaal
            if stijl == "n":
                stand.tekst.pop("a", None)
            yield treffer.start("merk")


def _volgt(kaal: str, vorige: str, stijl: str) -> bool:
    return is_vervolg(kaal, vorige, stijl) if vorige else kaal in ("1", "a", "A", "0A")


_VAST: Final = re.compile(r"(?:(?<=[.;:,%”\"’)])|(?<=[a-z])(?=1\.))(?P<merk>\d{1,2}|[a-z])\.\s?(?=[A-Za-zÀ-ÿ“‘])")


def _reeks_zonder_spatie(regel: str) -> list[int]:
    """Items that were glued to the text before them ("… voor:a. huizen 1%b. andere 2%"), two or more in series."""
    laatste: dict[str, str] = {}
    uit: list[int] = []
    eerste = re.match(r"(\d{1,2}|[a-z])\.\s", regel)
    if eerste:
        laatste["n" if eerste[1].isdigit() else "a"] = eerste[1]
    for treffer in _VAST.finditer(_buiten_aanhaling(regel)):
        stijl = "n" if treffer["merk"].isdigit() else "a"
        ervoor = regel[treffer.start() - 1]
        verder = stijl in laatste and volgende(laatste[stijl]) == treffer["merk"] and not _is_getal(regel, treffer)
        opent = treffer["merk"] in ("1", "a") and (ervoor in ":;," or (ervoor.isalpha() and "a" in laatste))
        if not verder and not opent:
            continue
        laatste[stijl] = treffer["merk"]
        uit.append(treffer.start())
    return uit if len(uit) > 1 or (eerste and uit) else []


def _is_getal(regel: str, treffer: re.Match[str]) -> bool:
    """True inside "artikel 2.2.", "1.551,60": the digit belongs to a number."""
    return (
        treffer["merk"].isdigit()
        and regel[treffer.start() - 1] in ".,0123456789"
        and (regel[treffer.start() - 2 : treffer.start() - 1].isdigit())
    )
