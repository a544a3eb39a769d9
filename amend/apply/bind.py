"""Binding: an address in a tree → exactly one place, or all elements of the declared range.

Nothing is guessed: an absent level is refused with the nearest candidates, an ambiguous one with all of them, and a
missing sub-target never becomes its parent. Divisions may be named without their parents when their number is unique.
Source: regels.md 1.0 (address grammar, G11), 3.1, 3.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from amend.apply import codes
from amend.apply.beeld import bind_figuur
from amend.apply.bind_lijst import bind_begrip, bind_lid, bind_onderdeel, bind_streepje
from amend.apply.bind_tabel import bind_kolom, bind_rij, bind_tabel
from amend.apply.bind_tekst import bind_aanhef, bind_alinea, bind_slot, bind_tekst, bind_volzin, bind_zinsnede
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.kiezen import kies, kop_van, ontbreekt, vervallen
from amend.apply.register import HOUDERS
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Niveau, Plaats
from amend.model.tree import INDELING, Node, Pad, Soort, loop

STRUCTUUR: Final = {str(soort): soort for soort in INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.DIVISIE}}
"""Level names of the elements that stand in divisions."""


def bind(werk: Werk, plaats: Plaats, *, stub_ok: bool = False) -> list[Doelwit]:
    """The places that ``plaats`` names: one, or the elements of its range, in reading order.

    Refuses (``Weigering``) when it is absent, ambiguous or already repealed. ``stub_ok`` accepts a repealed element
    (an anchor).
    """
    if not plaats:
        werk.weiger(codes.ADRES, "de instructie noemt geen plaats.", "Noem het artikel.")
    plekken = [Doelwit(())]
    for diepte, niveau in enumerate(plaats.niveaus):
        tot_hier = Plaats(plaats.niveaus[: diepte + 1])
        laatste = diepte + 1 == len(plaats.niveaus)
        plekken = [raak for plek in plekken for raak in _stap(werk, plek, niveau, tot_hier, stub_ok and laatste)]
    werk.gebonden[str(plaats)] = tuple(_identiteit(werk, plek.pad) for plek in plekken)
    return [Doelwit(p.pad, p.deel, p.van, p.tot, plaats) for p in plekken]


def _identiteit(werk: Werk, pad: Pad) -> str:
    """The wid of the innermost element on the path that has one; "" for what this decision itself made."""
    node, wid = werk.root, werk.root.wid
    for index in pad:
        node = node.kinderen[index]
        wid = node.wid or (wid if node.soort in (Soort.LIJST, Soort.AL) else "")
    return wid


def bind_alle(werk: Werk, plaatsen: Iterable[Plaats], *, stub_ok: bool = False) -> list[Doelwit]:
    """The places of several addresses, all read in the same text; a place named twice is refused."""
    plekken = [plek for plaats in plaatsen for plek in bind(werk, plaats, stub_ok=stub_ok)]
    gezien: dict[tuple[Pad, Deel], list[Doelwit]] = {}
    for plek in plekken:
        eerder = gezien.setdefault((plek.pad, plek.deel), [])
        heel = plek.deel in (Deel.ELEMENT, Deel.OPSCHRIFT, Deel.KOLOM)
        if any(ander.van == plek.van if heel else ander.van < plek.tot and plek.van < ander.tot for ander in eerder):
            werk.weiger(codes.ADRES, f"{zeg(plek.plaats)} wordt in dezelfde instructie twee keer genoemd.")
        eerder.append(plek)
    return plekken


def bind_een(werk: Werk, plaats: Plaats, *, stub_ok: bool = False) -> Doelwit:
    """The one place that ``plaats`` names; a range of more than one element is refused."""
    plekken = bind(werk, plaats, stub_ok=stub_ok)
    if len(plekken) != 1:
        werk.weiger(codes.ADRES, f"{zeg(plaats)} wijst {len(plekken)} elementen aan; hier kan er maar één staan.")
    return plekken[0]


def bind_element(werk: Werk, plaats: Plaats, *, stub_ok: bool = False) -> Pad:
    """The path of the one whole element that ``plaats`` names; a part of an element is refused."""
    plek = bind_een(werk, plaats, stub_ok=stub_ok)
    if plek.deel is not Deel.ELEMENT:
        werk.weiger(codes.ADRES, f"{zeg(plaats)} is geen heel element; dat is voor deze wijziging wel nodig.")
    return plek.pad


def _stap(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats, stub_ok: bool) -> list[Doelwit]:
    if niveau.soort == "regeling":
        return [plek]
    if plek.deel is not Deel.ELEMENT and (plek.deel, niveau.soort) not in _VERDER:
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: {niveau.soort} kan hier niet worden aangewezen.")
    if niveau.soort in STRUCTUUR:
        return [Doelwit(pad) for pad in _structuur(werk, plek.pad, niveau, plaats, stub_ok)]
    binder = _BINDERS.get(niveau.soort)
    if binder is None:
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: het niveau “{niveau.soort}” is niet bekend.")
    if vervallen(werk.node(plek.pad)):
        werk.weiger(codes.AL_VERVALLEN, f"{zeg(plaats.ouder)} is al vervallen.")
    return binder(werk, plek, niveau, plaats)


def _structuur(werk: Werk, binnen: Pad, niveau: Niveau, plaats: Plaats, stub_ok: bool) -> list[Pad]:
    paden = _van_soort(werk, binnen, niveau, plaats, stub_ok)
    if niveau.kop and niveau.soort != "artikel" and (genoemd := _ARTIKELEN.fullmatch(niveau.kop)):
        _controleer_artikelen(werk, paden, genoemd[1], plaats)
    elif niveau.kop and any(_kopnorm(niveau.kop) not in _koppen(werk.node(pad)) for pad in paden):
        staat = kop_van(werk.node(paden[0]))
        werk.weiger(
            codes.KOP_ANDERS,
            f"volgens de instructie heet {zeg(plaats)} “{niveau.kop}”, maar het opschrift is een ander.",
            f"Er staat: “{staat}”." if staat else "Het element heeft geen opschrift.",
        )
    return paden


_ARTIKELEN: Final = re.compile(r"artikel(?:en)?\s+(\d.*)", re.IGNORECASE)
_BEREIK: Final = re.compile(r"\s+(?:tot\s+en\s+met|t/m)\s+(?:artikel\s+)?", re.IGNORECASE)


def _controleer_artikelen(werk: Werk, paden: list[Pad], genoemd: str, plaats: Plaats) -> None:
    """ "Hoofdstuk 6 (artikel 30 tot en met 34)": those are its articles, with or without the repealed ones."""
    artikelen = [node for pad in paden for _, node in loop(werk.node(pad), pad) if node.soort is Soort.ARTIKEL]
    staan = [node.nummer for node in artikelen]
    grenzen = _BEREIK.split(genoemd)
    for nummers in (staan, [node.nummer for node in artikelen if not vervallen(node)]):
        if len(grenzen) == 2 and [*nummers[:1], *nummers[-1:]] == grenzen:
            return
        if len(grenzen) == 1 and nummers == re.split(r"\s*,\s*|\s+en\s+", genoemd):
            return
    werk.weiger(
        codes.KOP_ANDERS,
        f"volgens de instructie omvat {zeg(plaats)} artikel {genoemd}, maar dat klopt niet.",
        f"Er staat: artikel {', '.join(staan)}." if staan else "Er staat geen artikel in.",
    )


def _van_soort(werk: Werk, binnen: Pad, niveau: Niveau, plaats: Plaats, stub_ok: bool) -> list[Pad]:
    soort = STRUCTUUR[niveau.soort]
    if werk.node(binnen).soort not in HOUDERS:
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: {niveau.soort} kan niet binnen {zeg(plaats.ouder)} staan.")
    if niveau.citaat:
        return [_op_kop(werk, binnen, niveau.citaat, plaats, soort)]
    if niveau.tot or niveau.geteld or niveau.nummer == "laatste":
        kandidaten = list(werk.register.reeks(werk.root, binnen, soort))
        return kies(werk, kandidaten, niveau, plaats, stub_ok=stub_ok)
    raak = werk.register.vind(werk.root, binnen, soort, niveau.nummer)
    kandidaten = [(pad, werk.node(pad)) for pad in raak] or list(werk.register.reeks(werk.root, binnen, soort))
    if not raak and not binnen and soort is not Soort.BIJLAGE:
        _alleen_in_bijlage(werk, soort, niveau, plaats)
    return kies(werk, kandidaten, niveau, plaats, stub_ok=stub_ok)


def _alleen_in_bijlage(werk: Werk, soort: Soort, niveau: Niveau, plaats: Plaats) -> None:
    """An element that stands only in an annex is not meant by an address without the annex: say so."""
    for i, kind in enumerate(werk.root.kinderen):
        if kind.soort is Soort.BIJLAGE and werk.register.vind(werk.root, (i,), soort, niveau.nummer):
            werk.weiger(
                codes.DOEL_ONTBREEKT,
                f"{zeg(plaats)} bestaat niet in de tekst zoals die nu luidt.",
                f"In {beschrijf(kind)} staat wel {niveau.soort} {niveau.nummer}; noem dan de bijlage.",
            )


def _op_kop(werk: Werk, binnen: Pad, kop: str, plaats: Plaats, soort: Soort | None = None) -> Pad:
    """The element with this heading (case and white space ignored), of this kind or of any kind."""
    gezocht = _kopnorm(kop)
    raak = [
        (pad, node)
        for pad, node in _met_kop(werk, binnen)
        if (soort is None or node.soort is soort) and gezocht in _koppen(node)
    ]
    levend = [k for k in raak if not vervallen(k[1])]
    if len(levend) == 1:
        return levend[0][0]
    if raak and not levend:
        werk.weiger(codes.AL_VERVALLEN, f"{zeg(plaats)} is al vervallen.")
    if levend:
        namen = "; ".join(beschrijf(node) for _, node in levend[:5])
        werk.weiger(codes.DOEL_DUBBEL, f"{zeg(plaats)} komt {len(levend)} keer voor.", f"Gevonden: {namen}.")
    ontbreekt(werk, plaats, plaats.laatste.soort, "", [])
    raise AssertionError("unreachable")


def _met_kop(werk: Werk, binnen: Pad) -> list[tuple[Pad, Node]]:
    start = werk.node(binnen)
    return [
        (pad, node)
        for pad, node in loop(start, binnen)
        if pad != binnen and (node.opschrift or node.soort is Soort.TUSSENKOP or node.soort is Soort.BIJLAGE)
    ]


def _koppen(node: Node) -> set[str]:
    """The ways in which the heading of an element may be cited."""
    tekst = "".join(run.tekst for run in node.tekst) if node.soort is Soort.TUSSENKOP else kop_van(node)
    koppen = {_kopnorm(tekst), _kopnorm(" ".join(filter(None, (node.label, node.aanduiding, tekst))))}
    if node.soort is Soort.BIJLAGE:
        koppen |= {_kopnorm(node.nummer), _kopnorm(node.label), _kopnorm(f"{node.aanduiding} {tekst}")}
        koppen.add(_kopnorm(re.split(r",?\s+(?:als\s+)?(?:behorende?|horende?|bedoeld|bij\b)", tekst, maxsplit=1)[0]))
    return koppen - {""}


def _kopnorm(tekst: str) -> str:
    kaal = "".join(teken for teken in tekst if teken not in "\"'“”„‘’«»\u00ad")
    return " ".join(kaal.replace("\u00a0", " ").split()).strip(" .:").casefold()


def _bind_opschrift(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    if niveau.citaat:
        pad = _op_kop(werk, plek.pad, niveau.citaat, plaats)
        deel = Deel.ELEMENT if werk.node(pad).soort is Soort.TUSSENKOP else Deel.OPSCHRIFT
        return [Doelwit(pad, deel)]
    node = werk.node(plek.pad)
    if node.soort is Soort.REGELING:
        werk.vraag(
            codes.METATEKST, "het opschrift van de regeling zelf wordt niet gewijzigd.", "Kies of dit toch moet."
        )
    if not node.opschrift:
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plaats.ouder)} heeft geen opschrift.")
    return [Doelwit(plek.pad, Deel.OPSCHRIFT)]


def _bind_kopje(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    if not niveau.citaat:
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: noem de tekst van het kopje.")
    return [Doelwit(_op_kop(werk, plek.pad, niveau.citaat, plaats))]


def _bind_meta(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    if niveau.woord == "considerans":
        return bind_aanhef(werk, Doelwit(()), niveau, plaats)
    werk.vraag(codes.METATEKST, "het opschrift van de regeling zelf wordt niet gewijzigd.", "Kies of dit toch moet.")
    if not werk.root.opschrift:
        werk.weiger(codes.DOEL_ONTBREEKT, f"{zeg(plaats)} staat niet in de tekst van de regeling.")
    return [Doelwit((), Deel.OPSCHRIFT)]


_Binder = Callable[[Werk, Doelwit, Niveau, Plaats], list[Doelwit]]

_BINDERS: Final[dict[str, _Binder]] = {
    "lid": bind_lid,
    "onderdeel": bind_onderdeel,
    "streepje": bind_streepje,
    "begrip": bind_begrip,
    "aanhef": bind_aanhef,
    "slot": bind_slot,
    "tekst": bind_tekst,
    "volzin": bind_volzin,
    "alinea": bind_alinea,
    "zinsnede": bind_zinsnede,
    "tabel": bind_tabel,
    "rij": bind_rij,
    "kolom": bind_kolom,
    "figuur": bind_figuur,
    "opschrift": _bind_opschrift,
    "kop": _bind_opschrift,
    "kopje": _bind_kopje,
    "intitule": _bind_meta,
}

_VERDER: Final = frozenset(
    {
        (Deel.BLOKKEN, "volzin"),
        (Deel.BLOKKEN, "alinea"),
        (Deel.KOLOM, "rij"),
    }
)
"""What may follow a part of an element: a sentence of the aanhef, a row of a column."""
