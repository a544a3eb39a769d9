"""Binding of tables, rows, columns and cells."""

from __future__ import annotations

from typing import Final

from amend.apply import codes
from amend.apply.begrip import norm
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.kiezen import Kandidaat, dubbel, kies_geteld, kop_van, los
from amend.apply.werk import Werk, zeg
from amend.model.address import Niveau, Plaats
from amend.model.tree import Node, Pad, Soort, loop, zichtbare_tekst
from amend.model.vocabulaire import EXTRA_DEEL

_SPAN: Final = frozenset({"namest", "nameend", "morerows", "spanname", "colspan", "rowspan"})


def bind_tabel(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``tabel``: the one table in scope; ``tabel 2`` by number or count; ``tabel "X"`` by caption."""
    node = werk.node(plek.pad)
    tabellen = [(pad, kind) for pad, kind in loop(node, plek.pad) if kind.soort is Soort.TABEL and pad != plek.pad]
    if niveau.citaat:
        raak = [k for k in tabellen if norm(kop_van(k[1])) == norm(niveau.citaat)]
    elif niveau.nummer and not niveau.geteld and niveau.nummer != "laatste":
        raak = [k for k in tabellen if los(k[1].nummer) == los(niveau.nummer)] or _nde(tabellen, niveau.nummer)
    elif niveau.nummer:
        return [Doelwit(pad) for pad in kies_geteld(werk, tabellen, niveau, plaats)]
    else:
        raak = tabellen
    return [Doelwit(_precies_een(werk, raak, plaats, f"Er zijn {len(tabellen)} tabellen in {zeg(plaats.ouder)}."))]


def _nde(tabellen: list[Kandidaat], nummer: str) -> list[Kandidaat]:
    """The n-th table, only when no table has a number of its own."""
    if not nummer.isdecimal() or any(kind.nummer for _, kind in tabellen):
        return []
    return tabellen[int(nummer) - 1 : int(nummer)] if int(nummer) else []


def _precies_een(werk: Werk, raak: list[Kandidaat], plaats: Plaats, hulp: str) -> Pad:
    if len(raak) > 1:
        dubbel(werk, plaats, [node for _, node in raak])
    if not raak:
        werk.weiger(codes.DOEL_ONTBREEKT, f"{zeg(plaats)} bestaat niet in de tekst zoals die nu luidt.", hulp)
    return raak[0][0]


def rijen(tabel: Node, pad: Pad) -> list[Kandidaat]:
    """The rows of a table with their paths."""
    return [((*pad, i), kind) for i, kind in enumerate(tabel.kinderen) if kind.soort is Soort.RIJ]


def in_kop(rij: Node) -> bool:
    """True for a row of the table head."""
    return (rij.attribuut(EXTRA_DEEL) or "").startswith("thead")


def celtekst(cel: Node) -> str:
    """The text of a cell on one line."""
    return " ".join(zichtbare_tekst(cel).split())


def bind_rij(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``rij 2`` counts the rows below the head; ``rij "X"`` is the row whose first cell reads X.

    Rows that carry numbers of their own in the first cell: "rij 5" must then be the fifth and numbered 5.
    """
    tabel_pad = _tabel_van(werk, plek, plaats)
    lijf = [k for k in rijen(werk.node(tabel_pad), tabel_pad) if not in_kop(k[1])]
    if niveau.citaat:
        raak = _met_sleutel(lijf, niveau.citaat)
        sleutels = ", ".join(f"“{celtekst(k[1].kinderen[0])}”" for k in lijf[:8] if k[1].kinderen)
        paden = [_precies_een(werk, raak, plaats, f"De rijen heten: {sleutels}.")]
    else:
        paden = kies_geteld(werk, lijf, niveau, plaats)
        _controleer_eigen_nummer(werk, lijf, niveau, paden)
    if plek.deel is Deel.KOLOM:
        return [Doelwit(cel_in(werk, pad, plek.van, plaats)) for pad in paden]
    return [Doelwit(pad) for pad in paden]


def _met_sleutel(lijf: list[Kandidaat], sleutel: str) -> list[Kandidaat]:
    """The rows whose first cell reads this; a number there may have a stop behind it."""
    raak = [k for k in lijf if k[1].kinderen and norm(celtekst(k[1].kinderen[0])) == norm(sleutel)]
    if raak or not sleutel[:1].isdigit():
        return raak
    return [k for k in lijf if k[1].kinderen and celtekst(k[1].kinderen[0]).rstrip(".") == sleutel]


def _controleer_eigen_nummer(werk: Werk, lijf: list[Kandidaat], niveau: Niveau, paden: list[Pad]) -> None:
    """ "rij 5" in a table whose rows are numbered in print: refuse when the fifth row has another number."""
    if not niveau.woord or not niveau.nummer.isdecimal() or niveau.tot or len(paden) != 1:
        return
    eigen = [pad for pad, _ in _met_sleutel(lijf, niveau.nummer)]
    geteld = next((celtekst(rij.kinderen[0]).rstrip(".") for pad, rij in lijf if pad == paden[0] and rij.kinderen), "")
    if (eigen and eigen != paden) or (geteld.isdecimal() and geteld != niveau.nummer):
        werk.weiger(
            codes.DOEL_DUBBEL,
            f"rij {niveau.nummer} kan de {niveau.nummer}e rij zijn of de rij met nummer {niveau.nummer}.",
            f"Schrijf “de rij met nummer {niveau.nummer}”, of “de zoveelste rij”.",
        )


def _tabel_van(werk: Werk, plek: Doelwit, plaats: Plaats) -> Pad:
    if werk.node(plek.pad).soort is Soort.TABEL:
        return plek.pad
    return bind_tabel(werk, plek, Niveau("tabel"), plaats)[0].pad


def bind_kolom(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``kolom 2``: the cell of the row in scope, or the column of the table in scope."""
    node = werk.node(plek.pad)
    if node.soort is Soort.RIJ:
        index = _kolomnummer(werk, plek.pad[:-1], niveau, plaats)
        return [Doelwit(cel_in(werk, plek.pad, index, plaats))]
    tabel_pad = _tabel_van(werk, plek, plaats)
    return [Doelwit(tabel_pad, Deel.KOLOM, _kolomnummer(werk, tabel_pad, niveau, plaats))]


def _kolomnummer(werk: Werk, tabel_pad: Pad, niveau: Niveau, plaats: Plaats) -> int:
    tabel = werk.node(tabel_pad)
    rij_lijst = [kind for _, kind in rijen(tabel, tabel_pad)]
    breedtes = {len(rij.kinderen) for rij in rij_lijst}
    if len(breedtes) != 1 or any(_samengevoegd(cel) for rij in rij_lijst for cel in rij.kinderen):
        werk.weiger(codes.TABEL, f"{zeg(plaats)}: de tabel heeft samengevoegde cellen of rijen van ongelijke lengte.")
    breedte = breedtes.pop()
    if niveau.citaat:
        koppen = [norm(celtekst(cel)) for cel in rij_lijst[0].kinderen]
        raak = [i for i, kop in enumerate(koppen) if kop == norm(niveau.citaat)]
    elif niveau.nummer == "laatste":
        raak = [breedte - 1]
    elif niveau.nummer.isdecimal():
        raak = [int(niveau.nummer) - 1] if 1 <= int(niveau.nummer) <= breedte else []
    else:
        koppen = [norm(celtekst(cel)) for cel in rij_lijst[0].kinderen]
        raak = [i for i, kop in enumerate(koppen) if kop in (norm(niveau.nummer), norm(f"kolom {niveau.nummer}"))]
    if len(raak) != 1:
        werk.weiger(
            codes.TABEL, f"{zeg(plaats)}: de kolom is niet eenduidig aan te wijzen; de tabel heeft {breedte} kolommen."
        )
    return raak[0]


def _samengevoegd(cel: Node) -> bool:
    return any(naam in _SPAN for naam, _ in cel.extra)


def cel_in(werk: Werk, rij_pad: Pad, index: int, plaats: Plaats) -> Pad:
    """The path of the cell of a row in this column."""
    if not 0 <= index < len(werk.node(rij_pad).kinderen):
        werk.weiger(codes.TABEL, f"{zeg(plaats)}: de rij heeft geen kolom {index + 1}.")
    return (*rij_pad, index)
