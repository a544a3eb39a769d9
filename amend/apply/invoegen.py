"""Inserting elements after or before an anchor, or in alphabetical order (F32, F39-F50)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import NoReturn

from amend.apply import codes
from amend.apply.alfabetisch import voeg_alfabetisch_in
from amend.apply.bind import STRUCTUUR, bind_een, bind_element
from amend.apply.bind_lijst import items, leden
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.indelingen import alleen_kop, deel_in
from amend.apply.kiezen import los, romeins, sorteersleutel, vervallen
from amend.apply.lijsten import controleer_bij
from amend.apply.merkstijl import volg_stijl
from amend.apply.payload import INHOUD, als_alineas, als_elementen, nieuwe
from amend.apply.stubs import MET_STUB, maak_vrij
from amend.apply.tekst_in import voeg_zinnen_in
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Plaats
from amend.model.operations import Vernummer, Verwijder, VoegIn
from amend.model.tree import INDELING, ITEMS, Node, Pad, Soort

_ORDE = (
    *(Soort.BOEK, Soort.DEEL, Soort.TITEL, Soort.HOOFDSTUK, Soort.AFDELING, Soort.PARAGRAAF, Soort.SUBPARAGRAAF),
    Soort.ARTIKEL,
)


def voeg_in(werk: Werk, op: VoegIn) -> None:
    """Execute "Na X wordt ... ingevoegd"."""
    nodes = nieuwe(werk, op.inhoud, op.nieuw)
    if op.plaats == "alfabetisch":
        voeg_alfabetisch_in(werk, op.in_, nodes, op.aantal)
        return
    anker_plaats = op.na or op.voor
    if op.na and op.voor:
        werk.weiger(codes.ADRES, "de instructie noemt twee plaatsen voor de invoeging.")
    if not anker_plaats:
        _zonder_anker(werk, op, nodes)
        return
    if op.voor and (vrij := _vrijgemaakt(werk, op, op.voor)) is not None:
        anker_plaats = vrij  # "onder vernummering van lid 3 tot lid 4 wordt voor lid 3 …": the same lid, now 4
    anker = bind_een(werk, _in_houder(anker_plaats, op.in_), stub_ok=True)
    if anker.deel is Deel.TEKENS:
        voeg_zinnen_in(werk, anker, nodes, op.aantal, na=bool(op.na))
        return
    if anker.deel is not Deel.ELEMENT or not anker.pad:
        werk.weiger(codes.ADRES, f"bij {zeg(anker_plaats)} kan geen element worden ingevoegd.")
    _bij_anker(werk, op, anker, nodes)


def _in_houder(anker: Plaats, houder: Plaats | None) -> Plaats:
    """The anchor inside the container that is named beside it ("In hoofdstuk 3 wordt voor artikel 15 …")."""
    if not houder or anker.niveaus[: len(houder.niveaus)] == houder.niveaus:
        return anker
    eerste = anker.niveaus[0].soort
    if any(n.soort == eerste and eerste != "onderdeel" for n in houder.niveaus):
        return anker
    buiten = eerste in STRUCTUUR and not all(n.soort in STRUCTUUR or n.soort == "regeling" for n in houder.niveaus)
    return anker if buiten else houder.met(*anker.niveaus)


def _bij_anker(werk: Werk, op: VoegIn, anker: Doelwit, nodes: Sequence[Node]) -> None:
    node = werk.node(anker.pad)
    pad = anker.pad
    if node.soort in (Soort.AL, Soort.TABEL, Soort.RIJ, Soort.TUSSENKOP, Soort.CEL):
        _ongenummerd(werk, op, pad, nodes)
        return
    if node.soort in ITEMS and not node.nummer and all(kind.soort is Soort.AL for kind in nodes):
        nodes = [replace(node, wid="", kinderen=(kind,), oorsprong=werk.oorsprong) for kind in nodes]
    soort = _soort_van(werk, op, nodes, node.soort)
    if node.soort is Soort.ARTIKEL and op.na and alleen_kop(nodes) and not _na_indeling(werk, pad, soort):
        deel_in(werk, pad, nodes[0])
        return
    if soort is not node.soort and not {soort, node.soort} <= ITEMS:
        pad = _hoger_anker(werk, op, pad, soort)
        node = werk.node(pad)
    elementen = als_elementen(werk, nodes, soort, anker.plaats, op.nummer[0] if len(op.nummer) == 1 else "")
    controleer_aantal(werk, op.aantal, op.nummer, elementen)
    if soort is Soort.ARTIKEL and op.na:
        _controleer_einde_indeling(werk, op, pad, elementen)
    for element in elementen:
        pad = _vrij(werk, pad, soort, element.nummer)
    positie = pad[-1] + (1 if op.na else 0)
    werk.vervang_kinderen(pad[:-1], positie, positie, elementen)
    controleer_volgorde(werk, pad[:-1], positie, elementen)
    na_invoegen(werk, pad[:-1], elementen)


def _vrij(werk: Werk, pad: Pad, soort: Soort, nummer: str) -> Pad:
    """The path of the anchor after its number was made free; a stub as anchor may not itself give way."""
    anker = werk.node(pad)
    if nummer and vervallen(anker) and los(anker.nummer) == los(nummer):
        return pad
    hulp = None
    if soort in (Soort.LID, Soort.ONDERDEEL):
        hulp = f"Vernummer eerst {soort.value} {nummer} en wat volgt (aanwijzing 6.18)."
    weg = maak_vrij(werk, pad, soort, nummer, hulp=hulp)
    return (*pad[:-1], pad[-1] - weg)


def _soort_van(werk: Werk, op: VoegIn, nodes: Sequence[Node], anker: Soort) -> Soort:
    """The kind of what is inserted: what the payload shows, or else what was announced."""
    getoond = nodes[0].soort
    if getoond is Soort.LIJST and nodes[0].kinderen:
        getoond = nodes[0].kinderen[0].soort
    if getoond in INHOUD:
        aangekondigd = STRUCTUUR.get(op.soort) or {"lid": Soort.LID, "onderdeel": Soort.ONDERDEEL}.get(op.soort)
        return aangekondigd or anker
    if anker in ITEMS and getoond in (*ITEMS, Soort.LID):
        return getoond if getoond in ITEMS else Soort.ONDERDEEL
    if anker is Soort.LID and getoond is Soort.ONDERDEEL and op.soort in ("", "lid"):
        return Soort.LID
    return getoond


def _na_indeling(werk: Werk, pad: Pad, soort: Soort) -> bool:
    """True when the article is the last of a division of this kind, so that a new one simply follows it."""
    hoger = [pad[:d] for d in range(1, len(pad)) if werk.node(pad[:d]).soort is soort]
    return bool(hoger) and _is_laatste(werk, hoger[-1], pad)


def _hoger_anker(werk: Werk, op: VoegIn, pad: Pad, soort: Soort) -> Pad:
    """A division inserted after an article: allowed after the division of which that article is the last."""
    node = werk.node(pad)
    hoger = [pad[:d] for d in range(1, len(pad)) if werk.node(pad[:d]).soort is soort]
    if op.na and soort in INDELING and hoger and _is_laatste(werk, hoger[-1], pad):
        werk.meld(
            codes.ANKER_HOGER,
            f"{beschrijf(node)} is het laatste van {beschrijf(werk.node(hoger[-1]))}; daarna is ingevoegd.",
        )
        return hoger[-1]
    if op.na and soort in INDELING and not hoger and _sluit_lichaam(werk, pad):
        return pad
    if soort in INDELING and node.soort is Soort.ARTIKEL:
        werk.weiger(
            codes.INDELING_NIEUW,
            f"na {beschrijf(node)} kan geen {soort.value} komen: onzeker is welke artikelen daaronder vallen.",
            f"Noem als plaats een {soort.value}.",
        )
    raise werk.weigering(
        codes.SOORT,
        f"bij {beschrijf(node)} kan geen {soort.value} worden ingevoegd; dat is een ander niveau.",
        "Noem als plaats een element van hetzelfde niveau (aanwijzing 6.11).",
    )


def _sluit_lichaam(werk: Werk, pad: Pad) -> bool:
    """True when no article or division follows this one in the regulation: a new division takes nothing along."""
    later = werk.node(pad[:-1]).kinderen[pad[-1] + 1 :]
    return len(pad) == 1 and not any(kind.soort in _ORDE for kind in later)


def _is_laatste(werk: Werk, indeling: Pad, pad: Pad) -> bool:
    return all(pad[d] == len(werk.node(pad[:d]).kinderen) - 1 for d in range(len(indeling), len(pad)))


def controleer_aantal(werk: Werk, aantal: int | None, nummers: Sequence[str], elementen: Sequence[Node]) -> None:
    """Announced count and numbers against what the payload holds."""
    if aantal is not None and aantal != len(elementen):
        werk.weiger(
            codes.AANTAL,
            f"de instructie kondigt {aantal} elementen aan, maar de nieuwe tekst bevat er {len(elementen)}.",
        )
    geleverd = [element.nummer for element in elementen]
    genummerd = any(element.soort is not Soort.STREEPJE for element in elementen)
    if nummers and genummerd and [los(n) for n in nummers] != [los(n) for n in geleverd]:
        werk.weiger(
            codes.NUMMER,
            f"de instructie noemt nummer {', '.join(nummers)}, de nieuwe tekst {', '.join(geleverd) or 'geen'}.",
        )
    gevuld = [los(n) for n in geleverd if n]
    if len(set(gevuld)) != len(gevuld):
        werk.weiger(codes.BEZET, "de nieuwe tekst bevat twee elementen met hetzelfde nummer.")


def _controleer_einde_indeling(werk: Werk, op: VoegIn, pad: Pad, elementen: Sequence[Node]) -> None:
    """F46: after the last article of a division the new one lands there; ask when the decision did not name it."""
    ouder = werk.node(pad[:-1])
    later = ouder.kinderen[pad[-1] + 1 :]
    if ouder.soort not in INDELING or any(kind.soort in _ORDE for kind in later):
        return
    genoemd = [n.soort for plaats in (op.na, op.in_) if plaats for n in plaats.niveaus]
    if any(naam in genoemd for naam in map(str, INDELING)) or not _volgt_indeling(werk, pad):
        return
    voorvoegsel = _voorvoegsel(ouder.kinderen[pad[-1]].nummer)
    if voorvoegsel and all(_voorvoegsel(element.nummer) == voorvoegsel for element in elementen):
        return
    if voorvoegsel and any(_voorvoegsel(element.nummer) != voorvoegsel for element in elementen):
        werk.vraag(
            codes.INDELING_NIET_GENOEMD,
            f"{beschrijf(ouder.kinderen[pad[-1]])} is het laatste artikel van {beschrijf(ouder)}, het besluit noemt de "
            "indeling niet en het nieuwe nummer past daar niet.",
            f"“Uitvoeren” zet het nieuwe artikel aan het slot van {beschrijf(ouder)} (aanwijzing 6.11).",
        )
        return
    werk.meld(
        codes.SLOT_VAN_INDELING,
        f"het nieuwe artikel is het laatste van {beschrijf(ouder)} geworden; het besluit noemt geen andere indeling "
        "(aanwijzing 6.11).",
    )


def _volgt_indeling(werk: Werk, pad: Pad) -> bool:
    for diepte in range(len(pad) - 1, 0, -1):
        ouder = werk.node(pad[: diepte - 1])
        if any(kind.soort in INDELING for kind in ouder.kinderen[pad[diepte - 1] + 1 :]):
            return True
    return False


def _voorvoegsel(nummer: str) -> str:
    """The division part of a layered number: "2" of "2:10a" and "2.10"; empty for a plain number."""
    return nummer.replace(":", ".").rpartition(".")[0]


def _ongenummerd(werk: Werk, op: VoegIn, pad: Pad, nodes: Sequence[Node]) -> None:
    """Text blocks, tables and rows beside one of their kind."""
    soort = werk.node(pad).soort
    passend = INHOUD if soort in (Soort.AL, Soort.TABEL, Soort.TUSSENKOP) else {soort}
    nodes = als_alineas(nodes) if soort is Soort.AL else nodes
    rijen = [
        kind
        for node in nodes
        for kind in (node.kinderen if soort is Soort.RIJ and node.soort is Soort.TABEL else (node,))
    ]
    if soort is Soort.CEL or any(node.soort not in passend for node in rijen):
        werk.weiger(codes.SOORT, f"de nieuwe tekst is geen {soort.value}.")
    if soort is Soort.RIJ:
        controleer_cellen(werk, werk.node(pad[:-1]), rijen)
    if op.aantal is not None and op.aantal != len(rijen):
        werk.weiger(
            codes.AANTAL,
            f"de instructie kondigt {op.aantal} elementen aan, maar de nieuwe tekst bevat er {len(rijen)}.",
        )
    positie = pad[-1] + (1 if op.na else 0)
    werk.vervang_kinderen(pad[:-1], positie, positie, rijen)
    werk.geteld_gewijzigd.add(pad[:-1])


def controleer_cellen(werk: Werk, tabel: Node, rijen: Sequence[Node]) -> None:
    """A new row needs as many cells as the rows of the table (F92)."""
    breedtes = {len(rij.kinderen) for rij in tabel.kinderen if rij.soort is Soort.RIJ}
    if len(breedtes) != 1 or any(rij.soort is not Soort.RIJ or len(rij.kinderen) not in breedtes for rij in rijen):
        werk.weiger(codes.TABEL, "het aantal cellen van de nieuwe rij is niet gelijk aan dat van de tabel.")


def _zonder_anker(werk: Werk, op: VoegIn, nodes: Sequence[Node]) -> None:
    """ "Onder vernummering … wordt een lid ingevoegd": the number says the place in the container."""
    vrij = _vrijgemaakt(werk, op) if not op.in_ else None
    if vrij is not None:
        _bij_anker(werk, replace(op, voor=vrij), bind_een(werk, vrij), nodes)
        return
    if not op.in_ and _op_plaats_van_vervallen(werk, op, nodes):
        return
    if not op.in_:
        werk.weiger(
            codes.ADRES,
            "de instructie noemt niet waar moet worden ingevoegd.",
            "Noem het element waarna wordt ingevoegd.",
        )
    houder = bind_element(werk, op.in_)
    soort = _soort_van(werk, op, nodes, Soort.LID)
    elementen = als_elementen(werk, nodes, soort, op.in_, op.nummer[0] if len(op.nummer) == 1 else "")
    controleer_aantal(werk, op.aantal, op.nummer, elementen)
    for element in elementen:
        plaats_op_nummer(werk, houder, element)


def _vrijgemaakt(werk: Werk, op: VoegIn, anker: Plaats | None = None) -> Plaats | None:
    """F43: the element that this same step renumbered and whose old number the new element takes, by its new number.

    With ``anker``: only when that is the element.
    """
    for ander in werk.stap.bewerkingen:
        if not isinstance(ander, Vernummer) or not ander.van or not ander.naar or not op.nummer:
            continue
        oud, nieuw = ander.van[0].laatste, ander.naar[0].laatste
        if anker is not None and anker != ander.van[0].ouder.met(replace(oud, tot="")):
            continue
        if oud.soort == op.soort and los(oud.nummer) == los(op.nummer[0]):
            return ander.naar[0].ouder.met(replace(nieuw, tot=""))
    return None


def _op_plaats_van_vervallen(werk: Werk, op: VoegIn, nodes: Sequence[Node]) -> bool:
    """ "Artikel 17 vervalt en ingevoegd wordt een artikel, luidende: Artikel 17 …": it stands where the old one did."""
    doelen = [plaats for ander in werk.stap.bewerkingen if isinstance(ander, Verwijder) for plaats in ander.doel]
    soort = STRUCTUUR.get(doelen[0].laatste.soort) if len(doelen) == 1 and doelen[0] else None
    if soort not in MET_STUB or doelen[0].laatste.tot:
        return False
    pad = bind_een(werk, doelen[0], stub_ok=True).pad
    elementen = als_elementen(werk, nodes, soort, doelen[0], op.nummer[0] if len(op.nummer) == 1 else "")
    if not vervallen(werk.node(pad)) or [los(e.nummer) for e in elementen] != [los(werk.node(pad).nummer)]:
        return False
    controleer_aantal(werk, op.aantal, op.nummer, elementen)
    werk.vervang_kinderen(pad[:-1], pad[-1], pad[-1] + 1, elementen)
    na_invoegen(werk, pad[:-1], elementen)
    return True


def plaats_op_nummer(werk: Werk, houder: Pad, element: Node) -> None:
    """Put an element in a container after the highest lower number; refuses when there is nothing to go by."""
    genoten = _genoten(werk, houder, element.soort)
    genummerd = [(pad, node) for pad, node in genoten if node.nummer]
    if not genummerd or not element.nummer:
        _geen_plaats(werk, houder, element)
    als_romeins = romeins([node.nummer for _, node in genummerd])
    eigen = sorteersleutel(element.nummer, als_romeins=als_romeins)
    lager = [(pad, node) for pad, node in genummerd if sorteersleutel(node.nummer, als_romeins=als_romeins) < eigen]
    if lager:
        anker = max(lager, key=lambda k: sorteersleutel(k[1].nummer, als_romeins=als_romeins))[0]
    else:
        anker = genummerd[0][0]
    pad = _vrij(werk, anker, element.soort, element.nummer)
    positie = pad[-1] + (1 if lager else 0)
    werk.vervang_kinderen(pad[:-1], positie, positie, (element,))
    controleer_volgorde(werk, pad[:-1], positie, (element,))
    na_invoegen(werk, pad[:-1], (element,))


def _genoten(werk: Werk, houder: Pad, soort: Soort) -> list[tuple[Pad, Node]]:
    node = werk.node(houder)
    if soort is Soort.LID:
        return leden(node, houder)
    if soort in ITEMS:
        return items(node, houder)
    return [((*houder, i), kind) for i, kind in enumerate(node.kinderen) if kind.soort is soort]


def _geen_plaats(werk: Werk, houder: Pad, element: Node) -> NoReturn:
    werk.weiger(
        codes.GEEN_ONDERVERDELING,
        f"in {beschrijf(werk.node(houder))} staat geen {element.soort.value} waarnaast {beschrijf(element)} kan komen.",
        "Noem het element waarna wordt ingevoegd.",
    )


def controleer_volgorde(werk: Werk, ouder: Pad, positie: int, elementen: Sequence[Node]) -> None:
    """Warn when new numbers do not fit between their neighbours."""
    soort = elementen[0].soort
    kinderen = werk.node(ouder).kinderen
    deel = [
        *_buur(reversed(kinderen[max(positie - 50, 0) : positie]), soort),
        *(element for element in elementen if element.nummer),
        *_buur(kinderen[positie + len(elementen) : positie + len(elementen) + 50], soort),
    ]
    als_romeins = soort not in (Soort.ARTIKEL, Soort.LID) and romeins([k.nummer for k in kinderen])
    sleutels = [sorteersleutel(k.nummer, als_romeins=als_romeins) for k in deel]
    if any(a >= b for a, b in pairwise(sleutels)) and not _met_letter_erbij(deel):
        nummers = ", ".join(k.nummer for k in deel)
        werk.meld(codes.VOLGORDE, f"de nummers staan na de invoeging in de volgorde {nummers}.")


def _met_letter_erbij(deel: Sequence[Node]) -> bool:
    """True for b, ba, bb, c: items between two letters, numbered with a letter more (and not after z)."""
    eerste, laatste = deel[0].nummer, deel[-1].nummer
    midden = [k.nummer for k in deel[1:-1]]
    toegevoegd = all(n[:-1] == eerste and n[-1:].isalpha() for n in midden)
    return bool(midden) and eerste.isalpha() and len(eerste) == len(laatste) and eerste < laatste and toegevoegd


def _buur(kandidaten: Iterable[Node], soort: Soort) -> list[Node]:
    """The first numbered element of this kind."""
    passend = (k for k in kandidaten if k.nummer and (k.soort is soort or {k.soort, soort} <= ITEMS))
    return list(islice(passend, 1))


def na_invoegen(werk: Werk, ouder: Pad, elementen: Sequence[Node]) -> None:
    """After an insertion: the printed form of the numbers; in a list also closing marks and counting."""
    elementen = volg_stijl(werk, ouder, tuple(elementen))
    if elementen and elementen[0].soort in ITEMS:
        controleer_bij(werk, ouder, elementen)
        werk.geteld_gewijzigd.add(ouder)
