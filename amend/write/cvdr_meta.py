"""RegelingMeta → the metadata of CVDR; what CVDR has no element for in our own elements under cvdripm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Final

from lxml import etree

from amend.model.cvdr_velden import (
    BETREFT,
    CONTAINERS,
    DATUMVELDEN,
    EIGEN_TEKST,
    GRONDSLAG,
    LETTERLIJK,
    PREFIXEN,
    TEKSTVELDEN,
    TOEVOEGING,
    VAST,
    VERWIJZING,
    clark,
    container_van,
    schema_van,
    type_uit_schema,
    verwijzing_van,
)
from amend.model.regeling import OverzichtRegel, RegelingMeta
from amend.model.vocabulaire import amend_naam
from amend.read.xml_veilig import parse_fragment
from amend.write.xml_bouw import Vorm, schoon, sub_van, zet


def schrijf_meta(ouder: etree._Element, meta: RegelingMeta, onvolledig: Sequence[str], vorm: Vorm) -> None:
    """Write the whole metadata element. ``onvolledig``: why the text is incomplete, also in the plain form."""
    element = vorm.sub(ouder, "meta")
    houders = {naam: vorm.sub(element, naam) for naam in CONTAINERS}
    for container, naam, veld in TEKSTVELDEN:
        _tekstveld(houders[container], naam, veld, meta)
        if veld == "titel":
            _vast(houders["owmskern"])
    for grondslag in meta.grondslag:
        _sub(houders["owmsmantel"], GRONDSLAG, grondslag)
    for container, naam, veld in DATUMVELDEN:
        waarde = getattr(meta, veld)
        if waarde is not None:
            _sub(houders[container], naam, waarde.isoformat())
    ipm = houders["cvdripm"]
    if meta.overzicht:
        _sub(ipm, BETREFT, meta.overzicht[-1].betreft)
    _toevoegingen(ipm, meta, onvolledig, vorm)
    if vorm.eigen:
        _eigen(ipm, meta)
    else:
        _overig(element, houders, meta)
        _op_volgorde(houders)
    for reden in onvolledig:
        _eigen_sub(ipm, "onvolledig", reden)


_VOLGORDE: Final = {
    "owmskern": ("identifier", "title", "language", "type", "creator", "modified", "spatial"),
    "owmsmantel": ("isFormatOf", "alternative", "source", "isRatifiedBy", "subject", "issued", "rights"),
    "cvdripm": (
        *("inwerkingtredingDatum", "terugwerkendekrachtDatum", "uitwerkingtredingDatum", "betreft", "kenmerk"),
        *("onderwerp", "gedelegeerdeRegelgeving", "redactioneleToevoeging"),
    ),
}
"""The order of the elements in files of the register; others come behind."""


def _op_volgorde(houders: dict[str, etree._Element]) -> None:
    for naam, houder in houders.items():
        orde = _VOLGORDE[naam]

        def rang(element: etree._Element, orde: tuple[str, ...] = orde) -> int:
            lokaal = etree.QName(element).localname if isinstance(element.tag, str) else ""
            return orde.index(lokaal) if lokaal in orde else len(orde)

        houder[:] = sorted(houder, key=rang)


def _sub(houder: etree._Element, naam: str, waarde: str) -> etree._Element:
    element = sub_van(houder, clark(naam))
    element.text = schoon(waarde)
    return element


def _vast(houder: etree._Element) -> None:
    for naam, waarde in VAST:
        element = _sub(houder, naam, waarde)
        if naam == "dcterms:type":
            element.set("scheme", "overheid:Informatietype")


def _tekstveld(houder: etree._Element, naam: str, veld: str, meta: RegelingMeta) -> None:
    waarde = getattr(meta, veld)
    if waarde is None:
        return
    element = _sub(houder, naam, waarde)
    if veld == "organisatie" and meta.organisatietype and _schema_kan(meta.organisatietype):
        element.set("scheme", schema_van(meta.organisatietype))
    elif veld == "vastgesteld_door" and meta.organisatietype and _schema_kan(meta.organisatietype):
        element.set("scheme", schema_van(meta.organisatietype).replace(":", ":Bestuursorgaan", 1))
    elif veld == "bron":
        element.set("resourceIdentifier", verwijzing_van(waarde))


def _schema_kan(organisatietype: str) -> bool:
    return schema_van(organisatietype).removeprefix("overheid:").isidentifier()


def _toevoegingen(ipm: etree._Element, meta: RegelingMeta, onvolledig: Sequence[str], vorm: Vorm) -> None:
    if onvolledig:
        element = sub_van(ipm, clark(TOEVOEGING))
        zet(element, "redactioneel", "onvolledig")
        vorm.sub(element, "al").text = schoon(let_op(onvolledig))
    if meta.opmerkingen:
        element = sub_van(ipm, clark(TOEVOEGING))
        for opmerking in meta.opmerkingen:
            vorm.sub(element, "al").text = schoon(opmerking)


def let_op(onvolledig: Sequence[str]) -> str:
    """The visible warning on an incomplete text."""
    return f"LET OP: deze tekst is onvolledig: {'; '.join(onvolledig)}"


def _eigen_sub(houder: etree._Element, naam: str, waarde: str) -> etree._Element:
    element = sub_van(houder, amend_naam(naam))
    element.text = schoon(waarde)
    return element


def _eigen(ipm: etree._Element, meta: RegelingMeta) -> None:
    for veld in EIGEN_TEKST:
        waarde = getattr(meta, veld)
        if waarde is not None and not _in_schema(veld, meta):
            _eigen_sub(ipm, veld, waarde)
    if meta.bekend:
        _eigen_sub(ipm, "bekend", meta.bekend.isoformat())
    _eigen_sub(ipm, "autoriteit", meta.autoriteit)
    _eigen_sub(ipm, "fictief", "ja" if meta.fictief else "nee")
    for regel in meta.overzicht:
        _overzichtregel(sub_van(ipm, amend_naam("overzicht")), regel)
    for naam, waarde in meta.overig:
        _eigen_sub(ipm, "overig", waarde).set("naam", schoon(naam))


def _in_schema(veld: str, meta: RegelingMeta) -> bool:
    """True when the kind of organisation can be read back from the scheme of dcterms:creator."""
    soort = meta.organisatietype or ""
    return bool(
        veld == "organisatietype"
        and meta.organisatie is not None
        and _schema_kan(soort)
        and type_uit_schema(schema_van(soort)) == soort
    )


def _overzichtregel(element: etree._Element, regel: OverzichtRegel) -> None:
    for veld in fields(regel):
        waarde = getattr(regel, veld.name)
        if waarde:
            _eigen_sub(element, veld.name, waarde.isoformat() if isinstance(waarde, date) else waarde)


def _overig(element: etree._Element, houders: dict[str, etree._Element], meta: RegelingMeta) -> None:
    """The kept rest of an imported file, back where it came from (plain form only)."""
    for naam, waarde in meta.overig:
        if naam.startswith(LETTERLIJK):
            fragment = parse_fragment(waarde)
            houder = houders.get(naam.removeprefix(LETTERLIJK), element)
            if fragment is not None and naam == f"{LETTERLIJK}cvdr":
                element.addprevious(fragment)
            elif fragment is not None:
                houder.append(fragment)
        elif naam.startswith(VERWIJZING):
            _verwijzing(houders, naam.removeprefix(VERWIJZING), waarde)
        elif naam.partition(":")[0] in PREFIXEN and naam.partition(":")[2].isidentifier():
            nieuw = _sub(houders[container_van(naam)], naam, waarde)
            if naam == "dcterms:spatial" and meta.organisatietype and _schema_kan(meta.organisatietype):
                nieuw.set("scheme", schema_van(meta.organisatietype))


def _verwijzing(houders: dict[str, etree._Element], veld: str, waarde: str) -> None:
    if veld.startswith("grondslag["):
        naam, rang = GRONDSLAG, veld[len("grondslag[") : -1]
    else:
        naam, rang = next((n for _, n, v in TEKSTVELDEN if v == veld), ""), "1"
    if not naam or not rang.isdecimal():
        return
    for houder in houders.values():
        treffers = houder.findall(clark(naam))
        if len(treffers) >= int(rang) >= 1:
            treffers[int(rang) - 1].set("resourceIdentifier", schoon(waarde))
