"""What every XML reader carries along: vocabulary, own form or not, and the findings.

Findings of one kind are gathered per element name and given once, with the count and the first line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from amend.model.melding import Code, Melding, Plek
from amend.model.tree import Mark, Oorsprong, Run, Tekst
from amend.model.vocabulaire import AMEND, INLINE, NADRUK, REGELS, XML_SPACE, Dialect, amend_naam, is_blok
from amend.model.witruimte import normaliseer, voeg_samen
from amend.read import codes_xml as codes
from amend.read.xml_veilig import canoniek


@dataclass(slots=True)
class _Telling:
    code: Code
    tekst: str
    regel: int
    aantal: int = 1


@dataclass(slots=True)
class Lezer:
    """The state of reading one file. ``opslag``: the file is in our own form, nothing is interpreted.

    ``namen`` gives the names of another vocabulary (STOP) in ours; ``voorvoegsel`` marks its attributes in
    ``Node.extra``; ``wid`` names the attribute that holds identity; ``bekend`` are inline elements that need no remark.
    """

    dialect: Dialect
    opslag: bool = False
    namen: Mapping[str, str] = field(default_factory=dict)
    voorvoegsel: str = ""
    wid: str = ""
    bekend: frozenset[str] = INLINE
    bijlagen: Mapping[str, str] = field(default_factory=dict)
    _tellingen: dict[tuple[str, str], _Telling] = field(default_factory=dict)
    _namen: dict[str, str] = field(default_factory=dict)

    def naam(self, element: etree._Element) -> str:
        """The local name in this vocabulary, ``amend:x`` for an own element, else the qualified name; "" if none."""
        tag = element.tag
        if not isinstance(tag, str):
            return ""
        bekend = self._namen.get(tag)
        if bekend is None:
            bekend = self._namen[tag] = self._naam(tag)
        return bekend

    def _naam(self, tag: str) -> str:
        naam = etree.QName(tag)
        if (naam.namespace or "") == self.dialect.ns:
            return self.namen.get(naam.localname, naam.localname)
        return f"amend:{naam.localname}" if naam.namespace == AMEND else tag

    def kenmerken(self, element: etree._Element, *behalve: str) -> tuple[tuple[str, str], ...]:
        """The foreign attributes of a block, as they are kept on its node; ``behalve`` names those already used."""
        gewoon = natuurlijk(element, *behalve, self.wid)
        if not self.voorvoegsel:
            return gewoon
        kenmerken = tuple((f"{self.voorvoegsel}{sleutel}", waarde) for sleutel, waarde in gewoon)
        return kenmerken + tuple(
            (sleutel, canoniek(kind))
            for naam, sleutel in self.bijlagen.items()
            for kind in self.kinderen(element, naam)
        )

    def wid_van(self, element: etree._Element) -> str:
        """The permanent identity that the file gives an element; "" when it gives none."""
        gegeven = eigen(element, "wid")
        return gegeven if gegeven is not None else (element.get(self.wid) or "" if self.wid else "")

    def kind(self, element: etree._Element, *namen: str) -> etree._Element | None:
        """The first child with one of these names, or None."""
        return next((kind for kind in element if self.naam(kind) in namen), None)

    def kinderen(self, element: etree._Element, *namen: str) -> list[etree._Element]:
        """All children with one of these names."""
        return [kind for kind in element if self.naam(kind) in namen]

    def meld(self, code: Code, sleutel: str, tekst: str, element: etree._Element) -> None:
        """Count a finding; the first of its key decides text and line."""
        telling = self._tellingen.get((code.code, sleutel))
        if telling:
            telling.aantal += 1
        else:
            self._tellingen[code.code, sleutel] = _Telling(code, tekst, element.sourceline or 1)

    @property
    def meldingen(self) -> tuple[Melding, ...]:
        """The findings so far, in order of first occurrence."""
        return tuple(
            t.code.melding(
                t.tekst + (f" ({t.aantal} keer, eerst op regel {t.regel})" if t.aantal > 1 else ""), Plek(t.regel, 1)
            )
            for t in self._tellingen.values()
        )

    def meld_fragment(self, element: etree._Element) -> None:
        """Report something that is kept verbatim: a comment or an element without a name in the model."""
        if isinstance(element.tag, str):
            naam = etree.QName(element).localname
            tekst = f"Het element <{naam}> is onbekend; het is letterlijk bewaard en doet niet mee in wijzigingen."
            self.meld(codes.FRAGMENT, naam, tekst, element)
        else:
            self.meld(codes.COMMENTAAR, "", "Commentaar tussen de tekst is bewaard op zijn plaats.", element)


def eigen(element: etree._Element, naam: str) -> str | None:
    """The value of an own (amend) attribute, or None."""
    return element.get(amend_naam(naam))


def oorsprong_van(element: etree._Element, voorvoegsel: str = "") -> Oorsprong | None:
    """The origin in the own attributes of an element, or None."""
    besluit = eigen(element, f"{voorvoegsel}besluit")
    return None if besluit is None else Oorsprong(besluit, eigen(element, f"{voorvoegsel}onderdeel") or "")


def natuurlijk(element: etree._Element, *behalve: str) -> tuple[tuple[str, str], ...]:
    """The attributes that are not ours, in order; ``behalve`` names those that the caller has used."""
    return tuple(
        (str(sleutel), str(waarde))
        for sleutel, waarde in element.attrib.items()
        if sleutel not in behalve and sleutel != XML_SPACE and not str(sleutel).startswith(f"{{{AMEND}}}")
    )


def paren(waarde: str) -> tuple[tuple[str, str], ...]:
    """Pairs from their JSON form. Raises ValueError or TypeError when it is not that."""
    inhoud = json.loads(waarde)
    return tuple((str(sleutel), str(tekst)) for sleutel, tekst in inhoud)


def lees_runs(lezer: Lezer, element: etree._Element, standaard: Oorsprong | None = None) -> Tekst:
    """The text of a mixed element as runs; white space collapsed unless the element preserves it."""
    ruw = tuple(inline(lezer, element, (), standaard))
    return voeg_samen(ruw) if element.get(XML_SPACE) == "preserve" else normaliseer(ruw)


def plat(lezer: Lezer, element: etree._Element | None) -> str:
    """The text of an element without marks; "" when there is no element."""
    return "" if element is None else "".join(run.tekst for run in lees_runs(lezer, element))


def inline(
    lezer: Lezer, element: etree._Element, marks: tuple[Mark, ...], oorsprong: Oorsprong | None
) -> Iterator[Run]:
    """The raw runs inside an element: its text, its children and their tails."""
    if element.text:
        yield Run(element.text, marks, oorsprong)
    for kind in element:
        yield from inline_kind(lezer, kind, marks, oorsprong)
        if kind.tail:
            yield Run(kind.tail, marks, oorsprong)


def inline_kind(
    lezer: Lezer, kind: etree._Element, marks: tuple[Mark, ...], oorsprong: Oorsprong | None
) -> Iterator[Run]:
    """The raw runs of one inline child, without its tail."""
    naam = lezer.naam(kind)
    if naam == "amend:van":
        yield from inline(lezer, kind, marks, oorsprong_van(kind))
    elif naam == "amend:fragment":
        xml = kind.text or "" if eigen(kind, "vorm") == "tekst" else "".join(canoniek(deel) for deel in kind)
        yield Run(eigen(kind, "tekst") or "", (*marks, Mark("fragment", (("xml", xml),))), oorsprong)
    elif naam == "amend:mark":
        mark = Mark(eigen(kind, "naam") or "", paren(eigen(kind, "attributen") or "[]"))
        yield from _met_mark(lezer, kind, (*marks, mark), oorsprong)
    elif naam == "noot":
        yield from _noot(lezer, kind, marks, oorsprong)
    elif _is_fragment(lezer, naam, kind):
        lezer.meld_fragment(kind)
        yield Run("", (*marks, Mark("fragment", (("xml", canoniek(kind)),))), oorsprong)
    else:
        if naam not in lezer.bekend | REGELS and not lezer.opslag:
            tekst = f"De opmaak <{naam}> is onbekend; de tekst en de opmaak zijn bewaard."
            lezer.meld(codes.FRAGMENT, naam, tekst, kind)
        yield from _met_mark(lezer, kind, (*marks, _mark(lezer, naam, kind)), oorsprong)


def _is_fragment(lezer: Lezer, naam: str, kind: etree._Element) -> bool:
    if not naam or naam.startswith("{") or is_blok(naam):
        return True
    return naam not in lezer.bekend and not len(kind) and not (kind.text or "").strip()


def _mark(lezer: Lezer, naam: str, kind: etree._Element) -> Mark:
    attributen = natuurlijk(kind)
    if naam == "nadruk" and lezer.dialect.nadruk and len(attributen) == 1 and attributen[0][0] == "type":
        gewoon = NADRUK.get(attributen[0][1])
        if gewoon:
            return Mark(gewoon)
    return Mark(naam, attributen)


def _met_mark(
    lezer: Lezer, kind: etree._Element, marks: tuple[Mark, ...], oorsprong: Oorsprong | None
) -> Iterator[Run]:
    leeg = True
    for run in inline(lezer, kind, marks, oorsprong):
        leeg = False
        yield run
    if leeg and marks[-1].attributen:
        yield Run("", marks, oorsprong if not lezer.opslag else _leeg_van(kind, oorsprong))


def _leeg_van(kind: etree._Element, oorsprong: Oorsprong | None) -> Oorsprong | None:
    van = next(iter(kind), None)
    return oorsprong if van is None or van.tag != amend_naam("van") else oorsprong_van(van)


def _noot(lezer: Lezer, kind: etree._Element, marks: tuple[Mark, ...], oorsprong: Oorsprong | None) -> Iterator[Run]:
    nr = lezer.kind(kind, "noot.nr")
    attributen = natuurlijk(kind) + ((("nr", plat(lezer, nr)),) if nr is not None else ())
    noot = (*marks, Mark("noot", attributen))
    alineas = lezer.kinderen(kind, "noot.al", "al")
    if len(alineas) == 1 and not alineas[0].attrib and len(kind) == len(alineas) + (nr is not None):
        yield from _met_mark(lezer, alineas[0], noot, oorsprong)
        return
    if kind.text and kind.text.strip():
        yield Run(kind.text, noot, oorsprong)
    elif len(kind) == (nr is not None) and attributen:
        yield Run("", noot, oorsprong)
    for volg, deel in enumerate(deel for deel in kind if deel is not nr):
        if deel in alineas:
            extra = natuurlijk(deel) or (("volg", str(volg + 1)),)
            yield from _met_mark(lezer, deel, (*noot, Mark("noot.al", extra)), oorsprong)
        else:
            yield from inline_kind(lezer, deel, noot, oorsprong)
        if deel.tail and deel.tail.strip():
            yield Run(deel.tail, noot, oorsprong)
