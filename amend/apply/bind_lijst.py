"""Binding of leden, list items, unnumbered items and definitions."""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz import fuzz, process

from amend.apply import codes
from amend.apply.begrip import is_begrip, norm, term_van
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.kiezen import Kandidaat, dubbel, kies, kies_geteld, kop_van, los, ontbreekt, vervallen
from amend.apply.werk import Werk, zeg
from amend.model.address import Niveau, Plaats
from amend.model.numbering import reeks
from amend.model.tree import ITEMS, Node, Pad, Soort, alle_nodes, loop, platte_tekst


def leden(node: Node, pad: Pad) -> list[Kandidaat]:
    """The leden of an article, with their paths."""
    return [((*pad, i), kind) for i, kind in enumerate(node.kinderen) if kind.soort is Soort.LID]


def lijsten(node: Node, pad: Pad) -> list[Kandidaat]:
    """The lists that stand directly in an element."""
    return [((*pad, i), kind) for i, kind in enumerate(node.kinderen) if kind.soort is Soort.LIJST]


def items(node: Node, pad: Pad) -> list[Kandidaat]:
    """The items of the lists that stand directly in an element (an address passes through LIJST)."""
    if node.soort is Soort.LIJST:
        return [((*pad, i), kind) for i, kind in enumerate(node.kinderen) if kind.soort in ITEMS]
    return [item for lijst_pad, lijst in lijsten(node, pad) for item in items(lijst, lijst_pad)]


def bind_lid(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``lid 3``: an article without leden is refused, never taken for its own first lid."""
    node = werk.node(plek.pad)
    if node.soort is Soort.REGELING:
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: de instructie noemt geen artikel.", "Noem het artikel erbij.")
    kandidaten = leden(node, plek.pad)
    if not kandidaten:
        werk.weiger(
            codes.GEEN_ONDERVERDELING,
            f"{zeg(plaats.ouder)} heeft geen leden, zodat {niveau} niet bestaat.",
            "Controleer of het artikel zelf is bedoeld.",
        )
    return [Doelwit(pad) for pad in kies(werk, kandidaten, niveau, plaats)]


def bind_onderdeel(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``onderdeel b``, ``onderdeel 1°``, ``onderdeel #11``, ``onderdeel "X"``."""
    node = werk.node(plek.pad)
    if node.soort is Soort.REGELING:
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: de instructie noemt geen artikel.", "Noem het artikel erbij.")
    kandidaten = items(node, plek.pad)
    if niveau.citaat:
        return bind_begrip(werk, plek, niveau, plaats)
    if niveau.geteld:
        return [Doelwit(pad) for pad in _geteld(werk, plek, kandidaten, niveau, plaats)]
    if not _heeft(kandidaten, niveau.nummer):
        kandidaten = _dieper(werk, node, plek.pad, niveau, plaats) or kandidaten
    if not _heeft(kandidaten, niveau.nummer) and (regels := _als_regels(werk, plek.pad, niveau, plaats)):
        return [Doelwit(pad) for pad in regels]
    if not kandidaten:
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plaats.ouder)} heeft geen onderdelen.")
    return [Doelwit(pad) for pad in kies(werk, kandidaten, niveau, plaats)]


def _als_regels(werk: Werk, binnen: Pad, niveau: Niveau, plaats: Plaats) -> list[Pad]:
    """Parts of an annex that are no items: lines with their own number, or divisions whose heading names them."""
    if niveau.tot:
        return _rij_genummerde_regels(werk, binnen, niveau, plaats)
    regels = _genummerde_regels(werk, binnen, niveau.nummer) or _met_kop(werk.node(binnen), binnen, niveau.nummer)
    if len(regels) > 1:
        dubbel(werk, plaats, [node for _, node in regels])
    return [pad for pad, _ in regels]


def _met_kop(node: Node, pad: Pad, nummer: str) -> list[Kandidaat]:
    """Parts of an annex whose heading names them: "Onderdeel A Tarieven"."""
    kop = re.compile(rf"(?:onder)?deel\s+{re.escape(nummer)}(?![\w°])", re.I)
    divisies = [((*pad, i), k) for i, k in enumerate(node.kinderen) if k.soort is Soort.DIVISIE and not k.nummer]
    return [(waar, k) for waar, k in divisies if kop.match(platte_tekst(k.opschrift).strip())]


def _genummerde_regels(werk: Werk, binnen: Pad, nummer: str) -> list[Kandidaat]:
    """Lines of an annex that begin with their own number ("1.1.1 op maandag: …"): how tables of rates are numbered."""
    if not any(werk.node(binnen[:d]).soort is Soort.BIJLAGE for d in range(len(binnen) + 1)):
        return []
    uit: list[Kandidaat] = []
    for pad, node in loop(werk.node(binnen), binnen):
        if node.soort is Soort.ONDERDEEL and "." in nummer and node.nummer == nummer:
            uit.append((pad, node))
        tekst = platte_tekst(node.tekst).lstrip()
        if (
            node.soort is not Soort.AL
            or not tekst.startswith(nummer)
            or tekst[len(nummer) : len(nummer) + 1] not in " \t\xa0"
        ):
            continue
        ouder = werk.node(pad[:-1])
        if ouder.soort is Soort.CEL:
            continue  # a number in a cell names the row, not the words of the cell
        item = ouder.soort in ITEMS and not ouder.nummer and ouder.kinderen[0] is node
        uit.append((pad[:-1], ouder) if item else (pad, node))
    return uit


def _rij_genummerde_regels(werk: Werk, binnen: Pad, niveau: Niveau, plaats: Plaats) -> list[Pad]:
    """ "De onderdelen 2.1 tot en met 2.4" of a table of rates: every line of the range, one below the other."""
    if "." not in niveau.nummer or not _genummerde_regels(werk, binnen, niveau.nummer):
        return []
    rij: list[Pad] = []
    for nummer in reeks(niveau.nummer, niveau.tot) or ():
        regels, eigen = _genummerde_regels(werk, binnen, nummer), plaats.ouder.met(Niveau(niveau.soort, nummer))
        if len(regels) > 1:
            dubbel(werk, eigen, [node for _, node in regels])
        if not regels:
            werk.weiger(codes.DOEL_ONTBREEKT, f"{zeg(eigen)} bestaat niet in de tekst zoals die nu luidt.")
        rij.append(regels[0][0])
    if any(na[:-1] != voor[:-1] or na[-1] != voor[-1] + 1 for voor, na in pairwise(rij)):
        werk.weiger(
            codes.BEREIK,
            f"{zeg(plaats)}: tussen de regels van het bereik staat nog andere tekst.",
            "Noem de regels afzonderlijk.",
        )
    return rij


def _heeft(kandidaten: list[Kandidaat], nummer: str) -> bool:
    return nummer == "laatste" or any(los(node.nummer) == los(nummer) for _, node in kandidaten)


def _dieper(werk: Werk, node: Node, pad: Pad, niveau: Niveau, plaats: Plaats) -> list[Kandidaat]:
    """Items one level that the address leaves out: divisions of an annex, the only list among the leden."""
    if node.soort in (Soort.BIJLAGE, Soort.DIVISIE):
        divisies = [((*pad, i), k) for i, k in enumerate(node.kinderen) if k.soort is Soort.DIVISIE]
        if _heeft(divisies, niveau.nummer):
            return divisies
    if node.soort is not Soort.ARTIKEL:
        return []
    per_lid = [gevonden for lid_pad, lid in leden(node, pad) if (gevonden := items(lid, lid_pad))]
    raak = [kandidaten for kandidaten in per_lid if _heeft(kandidaten, niveau.nummer)]
    if len(raak) > 1:
        dubbel(werk, plaats, [n for k in raak for _, n in k if los(n.nummer) == los(niveau.nummer)])
    if not raak:
        return []
    tekst = f"{zeg(plaats)}: het lid is niet genoemd; het onderdeel staat in lid {werk.node(raak[0][0][0][:-2]).nummer}"
    if len(per_lid) == 1:
        werk.meld(codes.LID_NIET_GENOEMD, f"{tekst}, het enige lid met onderdelen.")
    else:
        werk.vraag(codes.LID_VERZWEGEN, f"{tekst}.", "Kies “uitvoeren” als dat lid is bedoeld.")
    return raak[0]


def _geteld(werk: Werk, plek: Doelwit, kandidaten: list[Kandidaat], niveau: Niveau, plaats: Plaats) -> list[Pad]:
    _een_lijst(werk, plek, plaats)
    _ongeschoven(werk, plek, plaats)
    return kies_geteld(werk, kandidaten, niveau, plaats)


def _een_lijst(werk: Werk, plek: Doelwit, plaats: Plaats) -> None:
    aantal = len(lijsten(werk.node(plek.pad), plek.pad))
    if aantal > 1:
        werk.weiger(
            codes.DOEL_DUBBEL,
            f"{zeg(plaats)} is niet eenduidig: {zeg(plaats.ouder)} heeft {aantal} opsommingen.",
            "Noem het onderdeel bij zijn letter of nummer.",
        )


def _ongeschoven(werk: Werk, plek: Doelwit, plaats: Plaats) -> None:
    """Refuse to count in a list in which this same step already inserted or deleted an item."""
    if any(pad[: len(plek.pad)] == plek.pad for pad in werk.geteld_gewijzigd):
        werk.vraag(
            codes.TELLING,
            f"{zeg(plaats)}: een eerder deel van deze instructie heeft de telling veranderd.",
            "Kies “uitvoeren” als na die wijziging moet worden geteld.",
        )


def bind_streepje(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``streepje 5``: the fifth unnumbered item of the one list in scope."""
    node = werk.node(plek.pad)
    kandidaten = [k for k in items(node, plek.pad) if not k[1].nummer]
    if not kandidaten:
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plaats.ouder)} heeft geen gedachtestreepjes.")
    if len({pad[:-1] for pad, _ in kandidaten}) > 1:
        _een_lijst(werk, plek, plaats)
    _ongeschoven(werk, plek, plaats)
    return [Doelwit(pad) for pad in kies_geteld(werk, kandidaten, niveau, plaats)]


def bind_begrip(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``begrip "X"``: the item or text block that defines X."""
    node = werk.node(plek.pad)
    gezocht = niveau.citaat or niveau.nummer
    raak = [
        (pad, kind)
        for pad, kind in loop(node, plek.pad)
        if pad != plek.pad and _kan_begrip(werk, pad, kind) and _is_dat(kind, gezocht)
    ]
    raak = [(pad, kind) for pad, kind in raak if not any(_binnen(pad, ander) for ander, _ in raak)]
    if len(raak) > 1:
        dubbel(werk, plaats, [kind for _, kind in raak])
    if not raak:
        _begrip_ontbreekt(werk, node, gezocht, plaats)
    return [Doelwit(raak[0][0], Deel.ELEMENT)]


def _kan_begrip(werk: Werk, pad: Pad, node: Node) -> bool:
    if vervallen(node):
        return False
    if node.soort in ITEMS or (node.soort is Soort.DIVISIE and bool(node.opschrift)):
        return True
    return node.soort is Soort.AL and werk.node(pad[:-1]).soort in (
        Soort.ARTIKEL,
        Soort.LID,
        Soort.BIJLAGE,
        Soort.DIVISIE,
    )


def _is_dat(node: Node, gezocht: str) -> bool:
    if node.soort is Soort.DIVISIE:
        return norm(kop_van(node)) == norm(gezocht)
    if is_begrip(node, gezocht):
        return True
    heel = node.kinderen[0] if len(node.kinderen) == 1 else node
    return node.soort in ITEMS and norm(platte_tekst(heel.tekst)) == norm(gezocht) != ""


def _binnen(pad: Pad, ander: Pad) -> bool:
    return len(pad) > len(ander) and pad[: len(ander)] == ander


def _begrip_ontbreekt(werk: Werk, node: Node, gezocht: str, plaats: Plaats) -> None:
    termen = [term for kind in alle_nodes(node) if kind.soort in ITEMS | {Soort.AL} and (term := term_van(kind))]
    dichtbij = process.extract(gezocht, list(dict.fromkeys(termen)), scorer=fuzz.ratio, limit=2, score_cutoff=60)
    if dichtbij:
        namen = " of ".join(f"“{term}”" for term, _, _ in dichtbij)
        werk.weiger(
            codes.DOEL_ONTBREEKT, f"{zeg(plaats)} bestaat niet in de tekst zoals die nu luidt.", f"Bedoelde u {namen}?"
        )
    ontbreekt(werk, plaats, "begrip", "", [])
