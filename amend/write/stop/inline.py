"""Runs → inline content: emphasis, references, footnotes, and the marks of a change (NieuweTekst, VerwijderdeTekst).

Marks are nested in one fixed order, because STOP allows only that: change, footnote, emphasis, reference, sub or sup.
A mark that the element cannot hold is left out, its words never.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from lxml import etree

from amend.model.jci import als_jci
from amend.model.tree import Mark, Run, Tekst
from amend.read.xml_veilig import parse_fragment
from amend.write.stop.namen import TEKST, naam, t
from amend.write.stop.plek import Verslag
from amend.write.xml_bouw import schoon, sub_van

NIEUW: Final = Mark("stop:nieuw")
WEG: Final = Mark("stop:weg")
"""Marks that say that a run is new or removed."""

_RENVOOI: Final = {NIEUW.naam: "NieuweTekst", WEG.naam: "VerwijderdeTekst"}
_NADRUK: Final = {"vet": "b", "b": "b", "cursief": "i", "i": "i", "onderstreept": "u", "u": "u", "strong": "strong"}
_SCHRIFT: Final = {"sup": "sup", "sub": "sub", "inf": "sub"}
_IO: Final = ("ExtIoRef", "IntIoRef")
_ORDE: Final = (
    "NieuweTekst",
    "VerwijderdeTekst",
    "Noot",
    "b",
    "i",
    "u",
    "strong",
    "ExtRef",
    "IntRef",
    *_IO,
    "sup",
    "sub",
)
_STIL: Final = frozenset({"noot.al", "term", "nadruk", "stop:nieuw", "stop:weg"})
_LOS: Final = frozenset({"br", "abbr", "InlineTekstAfbeelding", "Nootref", "ExtIoRef", "IntIoRef", "Contact"})

VOL: Final = frozenset(_ORDE)
"""What running text may hold."""
ZONDER_VERWIJZING: Final = VOL - {"ExtRef", "IntRef", *_IO}
"""Number in a heading, intermediate heading, title of a table."""
NUMMER_LI: Final = frozenset({"NieuweTekst", "VerwijderdeTekst", "sup", "sub"})
NUMMER_LID: Final = frozenset({"NieuweTekst", "VerwijderdeTekst"})


@dataclass(slots=True)
class Inline:
    """Writes runs; counts the footnotes of one document and knows what internal references can point at."""

    verslag: Verslag
    doelen: frozenset[str] = frozenset()
    in_tabel: bool = False
    _noten: int = field(default=0)

    def vul(self, element: etree._Element, tekst: Tekst, mag: frozenset[str] = VOL) -> None:
        """Append the runs to an element that may hold the inline elements ``mag``."""
        stapel: list[tuple[object, etree._Element]] = []
        for run in tekst:
            fragment = next((dict(m.attributen).get("xml", "") for m in run.marks if m.naam == "fragment"), None)
            keten = self._keten(run.marks, mag)
            gelijk = 0
            while gelijk < min(len(stapel), len(keten)) and stapel[gelijk][0] == keten[gelijk]:
                gelijk += 1
            del stapel[gelijk:]
            for naam_, attributen in keten[gelijk:]:
                top = stapel[-1][1] if stapel else element
                stapel.append(((naam_, attributen), self._open(top, naam_, dict(attributen))))
            top = stapel[-1][1] if stapel else element
            if fragment is not None:
                self._fragment(top, fragment, run, mag)
            else:
                _tekst(top, run.tekst)

    def _keten(self, marks: Iterable[Mark], mag: frozenset[str]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        """The elements around a run, outermost first."""
        uit: dict[str, tuple[tuple[str, str], ...]] = {}
        for mark in marks:
            gevonden = self._element(mark)
            if gevonden is None:
                if mark.naam not in _STIL and mark.naam != "fragment":
                    self.verslag.anders("opmaak die STOP niet kent, staat er als gewone tekst")
            elif gevonden[0] not in mag:
                self.verslag.anders("opmaak of een verwijzing in een nummer of kop staat er als gewone tekst")
            else:
                uit.setdefault(*gevonden)
        if "ExtRef" in uit:
            uit.pop("IntRef", None)
        if "sup" in uit:
            uit.pop("sub", None)
        return [(naam_, uit[naam_]) for naam_ in _ORDE if naam_ in uit]

    def _element(self, mark: Mark) -> tuple[str, tuple[tuple[str, str], ...]] | None:
        if mark.naam in _RENVOOI:
            return _RENVOOI[mark.naam], ()
        if mark.naam in _NADRUK:
            return _NADRUK[mark.naam], ()
        if mark.naam in _SCHRIFT:
            return _SCHRIFT[mark.naam], ()
        if mark.naam == "noot":
            return "Noot", mark.attributen
        if mark.naam in ("extref", "ExtRef"):
            verwijzing = extref(dict(mark.attributen))
            return ("ExtRef", tuple(verwijzing.items())) if verwijzing else None
        if mark.naam in _IO and dict(mark.attributen).get("ref"):
            return mark.naam, tuple(paar for paar in mark.attributen if paar[0] in ("ref", "wId"))
        if mark.naam in ("intref", "IntRef"):
            doel = (dict(mark.attributen).get("ref") or dict(mark.attributen).get("doc") or "").lstrip("#")
            scope = dict(mark.attributen).get("scope")
            extra = (("scope", scope),) if scope else ()
            return ("IntRef", (("ref", doel), *extra)) if doel in self.doelen else None
        return None

    def _open(self, top: etree._Element, naam_: str, attributen: dict[str, str]) -> etree._Element:
        element = sub_van(top, t(naam_))
        if naam_ == "Noot":
            return self._noot(element, attributen)
        for sleutel, waarde in attributen.items():
            element.set(sleutel, waarde)
        return element

    def _noot(self, element: etree._Element, attributen: dict[str, str]) -> etree._Element:
        self._noten += 1
        element.set("type", "tabel" if self.in_tabel else "voet")
        element.set("id", f"n{self._noten}")
        nummer = " ".join(schoon(attributen.get("nr", "")).split())
        if 0 < len(nummer) <= 20:
            sub_van(element, t("NootNummer")).text = nummer
        return sub_van(element, t("Al"))

    def _fragment(self, top: etree._Element, xml: str, run: Run, mag: frozenset[str]) -> None:
        deel = parse_fragment(xml)
        if deel is not None and not isinstance(deel.tag, str):
            return
        if deel is not None and mag == VOL and etree.QName(deel).namespace == TEKST and naam(deel) in _LOS:
            top.append(deel)
        elif deel is None and not run.tekst.strip("\ufffc"):
            _tekst(top, xml)
        else:
            wat = f"het element “{naam(deel)}”" if deel is not None else "een stuk XML"
            self.verslag.weiger(f"{wat} in de lopende tekst kan STOP niet bevatten.")


def extref(attributen: dict[str, str]) -> dict[str, str]:
    """The kind and target of an external reference (STOP0050); {} when there is no target."""
    ref = (attributen.get("ref") or attributen.get("doc") or "").strip()
    if not ref:
        return {}
    ref = als_jci(ref)
    soort = next((s for s, begin in _NOTATIE if ref.startswith(begin)), "document")
    return {"soort": soort, "ref": quote(schoon(ref), safe=_URI)}


_NOTATIE: Final = (("JCI", "jci1"), ("URL", "http"), ("AKN", "/akn/"), ("JOIN", "/join/"))
_URI: Final = "/:?&=#;,.@!$'()*+~%-_"


def _tekst(top: etree._Element, tekst: str) -> None:
    if len(top):
        top[-1].tail = (top[-1].tail or "") + schoon(tekst)
    else:
        top.text = (top.text or "") + schoon(tekst)
